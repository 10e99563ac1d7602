"""German numbers in words, and the endings of ordinals."""

from __future__ import annotations

import re

from podcast.spoken import numbers
from podcast.spoken.figures import Figure

_RULESETS = {"ein": "masculine", "eine": "feminine", "einen": "s", "einem": "m", "einer": "r"}


def cardinal(number: int, article: str = "") -> str:
    """101 → einhunderteins; with the article "eine": einhunderteine."""
    if not article:
        return numbers.cardinal(number, "de", "spellout-numbering")
    return numbers.cardinal(number, "de", f"spellout-cardinal-{_RULESETS[article]}")


def digits(written: str) -> str:
    """0171 → null eins sieben eins."""
    return " ".join(cardinal(int(digit)) for digit in written if digit.isdigit())


def figure(number: Figure, one: str = "") -> str:
    """42,5 → zweiundvierzig Komma fünf; 1 before "eine Stunde" → eine."""
    if number.is_code and not number.fraction:
        return digits(number.digits)
    if number.fraction:
        point = "Punkt" if number.point else "Komma"
        return f"{cardinal(number.whole)} {point} {digits(number.fraction)}"
    # Only 1 itself takes the gender: hunderteins Stunden.
    article = one.partition(" ")[0] if number.whole == 1 else ""
    return cardinal(number.whole, article if article in _RULESETS else "")


def year(number: int) -> str:
    """1984 → neunzehnhundertvierundachtzig."""
    return numbers.year(number, "de") if 1100 <= number <= 1999 else cardinal(number)


def ordinal(number: int, ending: str = "te") -> str:
    """3 and "ten" → dritten: the ending's first letter is the stem's."""
    stem = numbers.ordinal(number, "de").strip().removesuffix("e")
    stem = re.sub(r"e? (M|B)(illi(?:on|ard))(?:en)?st$", lambda m: m[1].lower() + m[2] + "st", stem)
    return stem + ending.removeprefix("t")


def compound(number: int) -> str:
    """The first part of a word: 1-mal → ein, 101-mal → einhundertein."""
    return re.sub(r"eins$", "ein", cardinal(number))


def fraction(over: int, under: int) -> str:
    """3/4 → drei Viertel; 1/2 → ein halb."""
    if under == 2:
        return "ein halb" if over == 1 else f"{cardinal(over)} Halbe"
    return f"{'ein' if over == 1 else cardinal(over)} {part(under)}"


def part(under: int) -> str:
    """4 → Viertel, 20 → Zwanzigstel."""
    return re.sub("^ein(?=hundert|tausend)", "", ordinal(under, "tel")).capitalize()
