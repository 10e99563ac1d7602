"""Spanish telephone numbers and others that are said group by group."""

from __future__ import annotations

import re

from podcast.spoken.es.numbers import cardinal, digits, group
from podcast.spoken.rules import DIGITS, Found, Rule

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def say_spanish(found: Found) -> str:
    """600 12 34 56 → seis cero cero, doce, treinta y cuatro, cincuenta y seis."""
    return ", ".join(group(part) for part in re.split("[ -]", found.text))


def say_digits(found: Found) -> str:
    """912-345-678 → nueve uno dos, tres cuatro cinco, seis siete ocho."""
    return ", ".join(digits(part) for part in found.text.split("-"))


def say_joined(found: Found) -> str | None:
    """612345678 → seis uno dos, tres cuatro cinco, …; a count has its full stops, or a noun."""
    written = found["number"]
    if written.endswith("000"):
        return None
    country = "más treinta y cuatro, " if found["country"] else ""
    return country + ", ".join(digits(written[at : at + 3]) for at in (0, 3, 6))


def say_short(found: Found) -> str | None:
    """555-1234 → cinco cinco cinco, uno dos tres cuatro; 500-1000 is a range."""
    near = found[2][0] != "0" and int(found[2]) < 2 * int(found[1])
    return None if near or found[2].endswith("00") else f"{digits(found[1])}, {digits(found[2])}"


def say_groups(found: Found) -> str | None:
    """11 2345-6789, 4111 1111 1111 1111, 20-12345678-9: what no number is grouped like."""
    parts = re.split("[ .-]", found.text)
    count = sum(map(len, parts))
    grouped = all(len(part) == 3 for part in parts[1:]) and "-" not in found.text
    years = all(_YEAR.fullmatch(part) for part in parts if len(part) == 4)
    if grouped or not 7 <= count <= 24 or (years and any(len(part) == 4 for part in parts)):
        return None
    return ", ".join(group(part) for part in parts)


def say_checked(found: Found) -> str:
    """12.345.678-9 → doce millones … guion nueve: an identity number with its check digit."""
    last = found[2] if found[2] in "kK" else cardinal(int(found[2]))
    return (
        f"{cardinal(int(found[1].replace('.', '')))} guion {last.upper() if last == 'k' else last}"
    )


def say_post_code(found: Found) -> str:
    """C.P. 28013 → código postal dos ocho cero uno tres."""
    between = found[1] if found[1].strip() else " "
    return f"código postal{between}{digits(found[2])}"


POST_CODES: tuple[Rule, ...] = (
    Rule(
        "post code",
        r"(?<![\w.])(?:[cC]\. ?[pP]\.|C\.?P\.?)(:? |(?: es)? )(\d{5})(?![\w-]|[.,]\d)",
        say_post_code,
        DIGITS,
    ),
)
"""Before other codes."""

RULES: tuple[Rule, ...] = (
    Rule(
        "telephone",
        r"(?<![\w.,/-])(?<!\d )(?:[6789]\d\d([ -])\d\d\1\d\d\1\d\d|9\d([ -])\d{3}\2\d\d\2\d\d"
        r"|(?:80[0-7]|90[0-25]) \d{3} \d{3}(?! (?:de )?[a-z]{3}))"
        r"(?![\w-]|[.,]\d| \d)",
        say_spanish,
        DIGITS,
    ),
    Rule("telephone", r"(?<![\w.,/-])(?:\d{1,2}-)?\d{3}-\d{3}-\d{3,4}(?![\w-]|[.,]\d)",
         say_digits, "-"),
    Rule("telephone", r"(?<![\w.,/-])(?<!\d )(?!1[5-9]\d\d-|20\d\d-)\d{4}-\d{4}(?![\w-]|[.,]\d)",
         say_digits, "-"),
    Rule("telephone", r"(?<![\w.,/-])([2-9]\d\d)-(\d{4})(?![\w-]|[.,]\d| [a-z]{3}| ?[%€$])", say_short, "-"),
    Rule("checked", r"(?<![\w.,/-])(\d{1,2}(?:\.\d{3}){2})-([\dkK])(?![\w/-])", say_checked, "-"),
    Rule("telephone",
         r"(?<![\w.,/-])(?P<country>\+34 ?)?(?P<number>(?:[67]\d|9[1-8])\d{7})(?!\w|[.,-]\d| [a-z%€$])",
         say_joined, DIGITS),
    Rule("groups", r"(?<![\w.,/-])(?<!\d )\d{1,4}(?:[ -]\d{1,10}){2,6}(?![\w/-]|[.,]\d| \d)", say_groups,
         " -"),
    Rule("groups", r"(?<![\w.,/-])\d{2,3}(?:\.\d{2,4}){2,3}(?![\w/-]|[.,]\d)", say_groups, "."),
)  # fmt: skip
