"""Sums and powers."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.figures import NUMBER
from podcast.spoken.rules import Found, Rule

_OPERATORS = {
    "+": "plus", "-": "minus", "−": "minus", "–": "minus", "*": "times", "×": "times",
    "·": "times", "÷": "divided by", "/": "divided by", "=": "equals", "<": "is less than",
    ">": "is greater than", "≤": "is less than or equal to", "≥": "is greater than or equal to",
    "≠": "is not equal to", "≈": "is about", "^": "to the power of", "±": "plus or minus",
}  # fmt: skip


_TERM = re.compile(rf"{NUMBER}|[A-Za-z]+|[()]|\S")


def say_sum(found: Found) -> str | None:
    """2+3=5 → two plus three equals five; 8*7; 10^6; 2*(x+1)."""
    said = []
    previous = ""
    for term in _TERM.findall(re.sub(r"(?<=[0-9)]) x (?=[0-9(])", " × ", found.text)):
        if term[0].isdecimal() or (term[0] == "." and len(term) > 1):
            word = figures.count(term, found)
        elif term in {"-", "−", "–"} and not previous:
            word = "minus"
        else:
            word = _OPERATORS.get(term, term)
        said.append(word)
        previous = term
    return re.sub(r"\( | \)", lambda m: m[0].strip(), " ".join(said))


def say_power(found: Found) -> str:
    """10^6, 10⁶ → ten to the power of six; x² → x squared."""
    base = figures.count(found[1], found) if found[1][0].isdecimal() else found[1]
    power = found[2].translate(_RAISED)
    if power in {"2", "3"}:
        return f"{base} {'squared' if power == '2' else 'cubed'}"
    minus = "minus " if power[0] in "-−" else ""
    return f"{base} to the power of {minus}{figures.count(power.lstrip('-−'), found)}"


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def say_root(found: Found) -> str:
    """√(L/g) → the square root of L/g."""
    left = " " if found.before[-1:].isalnum() else ""
    return f"{left}the square root of {found[1]}"


_T = rf"(?:{NUMBER}|[a-zA-Z](?![a-zA-Z]))"


_MANY = rf"(?:{NUMBER}?[a-zA-Z](?![a-zA-Z'’]|\.\w)|{NUMBER}(?![\w.,]))"
"""A term with its factor: 2x."""


RULES: tuple[Rule, ...] = (
    Rule("root", r"√\(([^()]{1,30})\)", say_root, "√"),
    Rule("sum", rf"(?<![\w.,$£€])[a-zA-Z](?:\([a-z]\))?\s?=\s?[-−]?{_MANY}(?:\s?[-+*×·÷−–]\s?{_MANY}){{1,6}}(?!\w)", say_sum, "="),
    Rule("sum", rf"(?<![\w.,$£€]){_T}(?:(?:\s?[-+*×·÷/−–]\s?|\sx\s)\(?{_T}\)?){{1,8}}\s?[=≈<>≤≥]\s?[-−]?{_T}(?!\w|\s?[Ωµμ°])", say_sum, "=≈<>≤≥"),
    Rule("sum", rf"(?<![\w.,$£€/]){NUMBER}(?:\s?[+*×·÷]\s?\(?{_T}){{1,8}}(?:\s?[+*×·÷−-]\s?{_T}){{0,4}}\)?(?![\w/]|\s?[Ωµμ°⁻⁰¹²³⁴⁵⁶⁷⁸⁹^]|\sm\b)", say_sum, "+*×·÷"),
    Rule("sum", r"(?<![\w.,$£€/])[0-9]{1,2}\s(?:/|−)\s[0-9]{1,2}(?![\w/]|[.,]\d)", say_sum, "/−"),
)  # fmt: skip
"""Sums: before ranges and fractions."""


POWERS: tuple[Rule, ...] = (
    Rule("power", r"(?<![\w.])([0-9]{1,6}|[a-zA-Z])\^([-−]?[0-9]{1,4})(?!\w)", say_power, "^"),
    Rule("power", r"(?<![\w.])([0-9]{1,6}|[a-zA-Z])([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?!\w)", say_power, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
)  # fmt: skip
"""Powers: after units, m²."""
