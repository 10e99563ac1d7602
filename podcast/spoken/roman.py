"""Roman numerals."""

from __future__ import annotations

import re

NUMERAL = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w])"
"""In the only spelling that is right: IV, not IIII."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def value(numeral: str) -> int:
    """XIV → 14, of what matches NUMERAL."""
    total = 0
    for letter, following in zip(numeral, [*numeral[1:], ""], strict=True):
        here = _VALUES[letter]
        total += -here if following and _VALUES[following] > here else here
    return total


def is_numeral(text: str) -> bool:
    """Whether all of it is a Roman numeral."""
    return bool(text) and re.fullmatch(NUMERAL, text) is not None
