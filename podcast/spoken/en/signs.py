"""Numbers to be dialled or typed, mathematics, strokes and signs, and every figure still left."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.en import figures
from podcast.spoken.en.figures import LEFT, NUMBER
from podcast.spoken.rules import DIGITS, Found, Rule

_DATA = Path(__file__).parent / "data"


def signs() -> dict[str, str]:
    """The table of signs."""
    return tables.read(_DATA, "signs")


# Telephones, accounts, versions


def _dial(group: str) -> str:
    return figures.digits(group, zero="oh")


def say_telephone(found: Found) -> str | None:
    """(212) 555-0187 → two one two, five five five, oh one eight seven; 1-800- → eight hundred."""
    plus = "plus " if found.text.startswith("+") else ""
    groups = re.findall(
        r"[0-9]+", re.sub(r"#|ext\.?|x", " ext ", found.text.split("ext")[0].split("#")[0])
    )
    if plus and len(groups) == 1 and len(groups[0]) > 8:
        groups = [groups[0][:2], groups[0][2:]]
    said = [plus + _dial(groups[0]), *map(_dial, groups[1:])]
    if len(groups) > 2 and groups[1] == "800" and groups[0] in {"1", "0"}:
        said[1] = "eight hundred"
    extension = re.search(r"(?:#|ext\.?|x)\s?([0-9]{1,6})$", found.text)
    if extension:
        said.append(f"extension {_dial(extension[1])}")
    return ", ".join(said)


def say_vanity(found: Found) -> str:
    """1-800-GO-U-HAUL → one, eight hundred, GO U HAUL."""
    parts = found.text.split("-")
    said = [_dial(part) if part.isdecimal() else part for part in parts]
    if len(parts) > 1 and parts[1] == "800":
        said[1] = "eight hundred"
    head = sum(1 for part in parts[:2] if part.isdecimal())
    return ", ".join([*said[:head], " ".join(said[head:])])


def say_groups(found: Found) -> str:
    """Account no. 1234-5678 → one two three four, five six seven eight."""
    return found[1] + ", ".join(map(figures.digits, re.findall(r"[0-9]+", found[2])))


def say_iban(found: Found) -> str:
    """IBAN GB33 BUKB 2020 … → G B three three, B U K B, two zero two zero …"""
    text = re.sub(r"\s", "", found.text)
    groups = [text[i : i + 4] for i in range(0, len(text), 4)]
    return ", ".join(" ".join(_one(sign) for sign in group) for group in groups)


def _one(sign: str) -> str:
    return figures.digits(sign) if sign.isdecimal() else sign


def say_isbn(found: Found) -> str:
    """978-3-16-148410-0 → figure by figure."""
    said = ", ".join(figures.digits(part) for part in found.text.strip(" X-").split("-"))
    return f" {said}{', X' if found.text.endswith('X') else ''}"


def say_version(found: Found) -> str | None:
    """Version 3.2.1 → three point two point one; 192.168.1.1 → … dot …"""
    parts = found[2].split(".")
    if not found[1] and len(parts) == 3 and len(parts[2]) == 4 and max(map(int, parts[:2])) < 32:
        return None  # a date
    word = "dot" if len(parts) == 4 else "point"
    return found[1] + f" {word} ".join(figures.count(part, found) for part in parts)


def say_release(found: Found) -> str:
    """Web 2.0, v2.1 → two point zero."""
    name = "version " if found[1].strip().lower() == "v" else found[1]
    return f"{name}{figures.count(found[2], found)}"


# Mathematics

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
    for term in _TERM.findall(found.text):
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


# Strokes and other signs

_EITHER = {"he/she": "he or she", "she/he": "she or he", "his/her": "his or her",
           "her/his": "her or his", "him/her": "him or her", "her/him": "her or him",
           "s/he": "she or he", "and/or": "and or", "his/hers": "his or hers",
           "himself/herself": "himself or herself", "he/she/they": "he, she or they",
           "she/her": "she her", "he/him": "he him", "they/them": "they them",
           "n/a": "not applicable", "yes/no": "yes or no", "either/or": "either or"}  # fmt: skip


def say_stroke(found: Found) -> str | None:
    """he/she → he or she; AC/DC and others → what stands on both sides; spaced: slash."""
    return _EITHER.get(found.text.lower())


def say_slash(found: Found) -> str:
    """upgrade / update → upgrade slash update; London/Paris too."""
    before, after = found.before[-1:], found.after[:1]
    if before.isupper() and after.isupper() and found.text == "/":
        return " "
    return " slash " if before and after else " "


def say_plus(found: Found) -> str:
    """OPEC+ → OPEC plus; f++ → f plus plus."""
    return " plus" * len(found.text)


def say_more_than(found: Found) -> str | None:
    """30+ years → more than thirty; 90+7 is a sum."""
    return f"more than {figures.amount(found[1], found[2], found)}"


def say_about(found: Found) -> str:
    """~5 → about five."""
    return "about "


_COMPARED = {"<": "less than ", ">": "more than ", "≤": "at most ", "≥": "at least "}


def say_compared(found: Found) -> str:
    """>10 → more than ten."""
    return _COMPARED[found.text[0]]


def say_number_sign(found: Found) -> str:
    """# 40, #1 → number forty, number one; # 10 - 15 → number ten to fifteen."""
    last = f" to {_digits_or_count(found[2], found)}" if found[2] else ""
    return f"number {_digits_or_count(found[1], found)}{last}"


def _digits_or_count(text: str, found: Found) -> str:
    return figures.digits(text) if len(text) > 5 else figures.count(text, found)


def say_section(found: Found) -> str:
    """§ 5, §§ 3–5 → section five, sections three to five."""
    return "sections " if len(found.text.strip()) > 1 else "section "


def say_item(found: Found) -> str:
    """a) insisted → a, insisted; (b) go → b, go; 1) water → one, water."""
    mark = found[1]
    said = figures.count(mark, found) if mark.isdecimal() else mark
    return f"{said},"


def say_censored(found: Found) -> str:
    """F***ing → bleep: a word that its writer wouldn't print."""
    return "bleep"


def say_ordinal(found: Found) -> str | None:
    """21st → twenty-first; 12nd, which is no ordinal, → twelve nd."""
    number, ending = int(found[1].replace(",", "")), found[2].lower()
    teens = number % 100 in {11, 12, 13}
    right = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if ending == "st" and re.match(r"\s?[0-9]{1,2}\s?lbs?\b", found.after):
        return None  # eleven stone four
    if ending != right:
        return f"{figures.count(found[1], found)} {found[2]}"
    return figures.ordinal(number, found)


def say_scaled(found: Found) -> str:
    """10 million, 2.3M, 1.5k, 71bn → … million."""
    return _minus(found) + figures.amount(found[2], found[3], found)


def _minus(found: Found) -> str:
    return {"+": "plus ", "": ""}.get(found[1], "minus ")


def say_count(found: Found) -> str:
    """2,001 → two thousand and one; -3 → minus three; 0.5 → zero point five; 007 → zero zero seven."""
    return _minus(found) + figures.count(found[2], found)


def say_to(found: Found) -> str | None:
    """2°C-3°C → … to …: between a measure and a number."""
    return " to " if re.search(r"[0-9]\s?(?:°?[A-Za-z]{1,3}|%|°)$", found.before) else None


def say_leftover(found: Found) -> str:
    """Any figures that no rule knew: one by one, or as a number when short."""
    text = found.text
    said = figures.count(text, found) if len(text) < 4 and text.isascii() else figures.digits(text)
    before, after = found.before[-1:], found.after[:1]
    return f"{' ' if before.isalnum() else ''}{said}{' ' if after.isalnum() else ''}"


def say_sign(found: Found) -> str | None:
    """Any sign that is left: & → and; α → alpha; ® → nothing."""
    said = signs().get(found.text)
    if said is None:
        return None
    if not said:
        return ""
    before, after = found.before[-1:], found.after[:1]
    left = " " if before and not before.isspace() and before not in '([“‘"' and said != "," else ""
    right = " " if after and not after.isspace() and after not in '.,;:!?)]”’"' else ""
    return f"{left}{said}{right}"


def say_quoted_feet(found: Found) -> str:
    """A prime that no rule knew is left out."""
    return ""


_SIGNS = (
    "["
    + re.escape("&+=≠≈≃≅≡<>≤≥±×÷·⋅∙√∛∞→⟶⇒←↔↑↓∑∏∫∂∆∇∈∉∩∪⊂∀∃¬∧∨%‰°$£€¥¢₹₿#@*/\\|~^§¶№©®™†‡_•◦‣▪º")
    + "]|[α-ωςϕΓΔΘΛΞΠΣΦΨΩµ½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞ª¹²³⁰⁴-⁹₀-₉⁺⁻]"
)

NUMBERS: tuple[Rule, ...] = (
    Rule("account", r"\b[A-Z]{2}[0-9]{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b", say_iban, DIGITS),
    Rule("account", r"\b((?:[Aa]ccount|[Ss]ort code|[Cc]ard|[Pp]hone|[Ff]ax|[Rr]ef(?:erence)?|[Oo]rder)(?:\s(?:no\.?|number|ending in|ending)|:)?\s)([0-9]{2,12}(?:[- ][0-9]{2,8}){0,5})(?![\w]|[-.,:]\d)", say_groups, DIGITS),
    Rule("telephone", r"(?<![\w.,])1-[0-9]{3}(?:-[A-Z0-9]{1,7}){1,4}(?<=[A-Z])(?!\w)", say_vanity, "-"),
    Rule("telephone", r"(?<![\w.,])\+[0-9]{1,3}[\s.-]?(?:\([0-9]{1,4}\)[\s.-]?)?[0-9]{1,5}(?:[\s.-][0-9]{2,6}){1,5}(?!\w|[.,]\d)", say_telephone, "+"),
    Rule("telephone", r"(?<![\w.,])\+[0-9]{1,3}(?:[\s.-][0-9]{2,6}){2,5}(?!\w|[.,]\d)", say_telephone, "+"),
    Rule("telephone", r"(?<![\w.,-])1[-. ][0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}(?!\w|[.,-]\d)", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,-])0[0-9]{2,4}[-\s][0-9]{6,8}(?!\w|[.,-]\d)", say_telephone, DIGITS),
    Rule("ISBN", r"(?<=ISBN[: ])\s?[0-9][0-9-]{8,16}[0-9X]\b", say_isbn, "I"),
    Rule("telephone", r"(?<!\w)\+[0-9]{9,14}(?!\w)", say_telephone, "+"),
    Rule("telephone", r"(?<![\w.,])(?:1[-. ])?\(0?[0-9]{2,4}\)[\s.-]?[0-9]{3,4}[\s.-]?[0-9]{3,4}(?:\s?(?:#|ext\.?|x)\s?[0-9]{1,6})?(?!\w)", say_telephone, "("),
    Rule("telephone", r"(?<![\w.,-])(?:1[-.])?[0-9]{3}([-.])[0-9]{3}\1[0-9]{4}(?:[-.][0-9]{1,4})?(?:\s?(?:#|ext\.?|x)\s?[0-9]{1,6})?(?![\w]|[-.]\d)", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,-])0[0-9]{1,4}[-\s][0-9]{3,4}[-\s][0-9]{3,6}(?:\s?(?:#|ext\.?|x)\s?[0-9]{1,6})?(?![\w]|[-.]\d)", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w-])", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,$£€-])(?:555-[0-9]{4}|[0-9]{3}-0[0-9]{3})(?![\w-]|[.,]\d)", say_telephone, "-"),
    Rule("telephone", r"(?<=[Cc]all )(?:[0-9]{3} )?[0-9]{3}[- ][0-9]{4}(?![\w-])", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,$£€-])0[0-9]{9,10}(?![\w,.-])", say_telephone, DIGITS),
    Rule("version", r"(?<![\w.,])((?:[Vv]ersion |[Vv])?)([0-9]{1,4}(?:\.[0-9]{1,4}){2,4})(?![\w]|\.\d)", say_version, "."),
    Rule("version", r"\b(v\.?|V|[Vv]ersion |Web |Industry )\s?([0-9]{1,3}\.[0-9]{1,3})(?![\w]|\.\d)", say_release, "."),
)  # fmt: skip
"""What is dialled or typed: before dates and quantities."""

_T = rf"(?:{NUMBER}|[a-zA-Z](?![a-zA-Z]))"

MATHS: tuple[Rule, ...] = (
    Rule("sum", rf"(?<![\w.,$£€]){_T}(?:\s?[-+*×·÷/−–]\s?\(?{_T}\)?){{1,8}}\s?[=≈<>≤≥]\s?[-−]?{_T}(?!\w|\s?[Ωµμ°])", say_sum, "=≈<>≤≥"),
    Rule("sum", rf"(?<![\w.,$£€/]){NUMBER}(?:\s?[+*×·÷]\s?\(?{_T}){{1,8}}(?:\s?[+*×·÷−-]\s?{_T}){{0,4}}\)?(?![\w/]|\s?[Ωµμ°])", say_sum, "+*×·÷"),
    Rule("sum", r"(?<![\w.,$£€/])[0-9]{1,2}\s(?:/|−)\s[0-9]{1,2}(?![\w/]|[.,]\d)", say_sum, "/−"),
    Rule("ordinal", r"(?<![\w.,/])([0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,12})\s?(st|nd|rd|th|ST|ND|RD|TH)\b", say_ordinal, DIGITS),
    Rule("number", r"#\s?([0-9]{1,9})(?:\s?[-–]\s?#?\s?([0-9]{1,9}))?(?!\w)", say_number_sign, "#"),
)  # fmt: skip
"""Sums: before ranges and fractions."""

POWERS: tuple[Rule, ...] = (
    Rule("power", r"(?<![\w.])([0-9]{1,6}|[a-zA-Z])\^([-−]?[0-9]{1,4})(?!\w)", say_power, "^"),
    Rule("power", r"(?<![\w.])([0-9]{1,6}|[a-zA-Z])([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?!\w)", say_power, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
)  # fmt: skip
"""Powers: after units, m²."""

RULES: tuple[Rule, ...] = (
    Rule("list item", r"(?<![\w(])\(?([a-zA-Z]|[0-9]{1,2}|[ivx]{1,4})\)(?=\s\S)", say_item, ")"),
    Rule("censored", r"\b[A-Za-z]\*{2,}[a-z]*|\b[A-Za-z]{1,2}\*+[a-z]+\b|(?<!\w)[@#$%&!*]{4,}(?!\w)", say_censored, "*#@$%"),
    Rule("stroke", r"(?<![\w/])[A-Za-z]+(?:/[A-Za-z]+){1,2}(?![\w/])", say_stroke, "/"),
    Rule("stroke", r"(?<=\w)\s?/\s?(?=\w)", say_slash, "/"),
    Rule("section", r"§{1,2}\s?", say_section, "§"),
    Rule("more than", rf"{LEFT}({NUMBER})({figures.MAGNITUDE})?\+(?![\w+])", say_more_than, "+"),
    Rule("minus", r"(?<=\b[A-D])[-−](?=$|[\s.,;)])", lambda found: " minus", "-−"),
    Rule("plus", r"(?<=[A-Za-z])\+{1,2}(?![\w+])", say_plus, "+"),
    Rule("more than", r"(?<![\w)] )(?<![\w)])[<>≤≥]\s?(?=[0-9$£€])", say_compared, "<>≤≥"),
    Rule("about", r"[~≈]\s?(?=[0-9$£€])", say_about, "~≈"),
    Rule("number", rf"(?<![\w.,])([-−–+]?)({NUMBER})({figures.MAGNITUDE})(?!\w)", say_scaled, DIGITS),
    Rule("number", rf"(?<![\w.,])((?<![)\]%])[-−+–](?=[0-9.]))?({NUMBER})(?!\w|[.,]\d)", say_count, DIGITS),
    Rule("to", r"\s?[-–]\s?(?=[-−]?[0-9])", say_to, "-–"),
    Rule("to", r"(?<=\b[A-Z])–(?=[A-Z]\b)|(?<=[ap]\.m\.)\s?[–-]\s?(?=noon|midnight)", lambda found: " to ", "–-"),
    Rule("figures", r"\d+", say_leftover),
    Rule("figures", r"\d", say_leftover),
    Rule("sign", _SIGNS, say_sign),
    Rule("prime", r"(?<=\w)[′″]+", say_quoted_feet, "′″"),
)  # fmt: skip
"""What is left: last of all."""
