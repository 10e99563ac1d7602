"""Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Callable

from podcast.spoken.rules import Rule

NUMERAL = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w])"
"""In the only spelling that is right: IV, not IIII."""

AFTER_NOUN = rf"(?:(?=[IVX])|(?=[LCDM]{{2}})){NUMERAL}"
"""One behind the noun it numbers: chapitre IV; a single C or L is a letter."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def value(numeral: str) -> int:
    """XIV → 14, of what matches NUMERAL."""
    total = 0
    for letter, following in zip(numeral, [*numeral[1:], ""], strict=True):
        here = _VALUES[letter]
        total += -here if following and _VALUES[following] > here else here
    return total


def long(say: Callable[[int], str]) -> Rule:
    """Return the rule for MCMXC: so long a one is no initialism."""
    return Rule(
        "roman",
        rf"(?<![\w.])(?=[IVXLCDM]{{4,}}){NUMERAL}",
        lambda found: say(value(found.text)),
        "IVXLCDM",
    )


def is_numeral(text: str) -> bool:
    """Whether all of it is a Roman numeral."""
    return bool(text) and re.fullmatch(NUMERAL, text) is not None
