"""Numbers as they are written on the Continent: 9.500, 42,5, 1 250 000, 1’250 → their parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBER = (
    r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|[1-9][0-9]{0,2},000(?![0-9])"
    r"|(?:[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+|(?:['’][0-9]{3})+)"
    r"|[0-9]+)(?:,[0-9]+)?)"
)
"""Grouped by full stops, spaces or apostrophes, with a decimal comma. Commas group where nothing
else makes sense: 1,250,000 and 50,000. Without capturing groups."""
BEGIN = r"(?:(?<!\w)|(?<=[0-9]x))(?<![0-9][.,:'’/])"
"""Stands before a number: not within a word, nor within a longer number; but the 100 of 4x100."""
END = r"(?![0-9])(?![.,:'’][0-9])"
"""Stands after a number."""
SIGN = r"(?:(?<![\w)\]€$£%°])(?<![0-9)\]] )[-−–+±](?=[0-9])|[−±] ?(?=[0-9]))"
"""A sign that belongs to the number: not the hyphen of a range or a compound."""

PARTS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8), "⅒": (1, 10),
}  # fmt: skip
"""Fractions of one sign: (over, under)."""


LONGEST = 15
"""Digits of the longest number that is said as one."""


@dataclass(frozen=True)
class Figure:
    """A number's parts."""

    whole: int
    fraction: str = ""
    """The digits after the decimal sign, as written."""
    digits: str = ""
    """The digits before it, as written: with leading zeros."""
    point: bool = False
    """The decimal sign was a full stop."""

    @property
    def is_one(self) -> bool:
        """1, not 1,0."""
        return self.whole == 1 and not self.fraction

    @property
    def is_code(self) -> bool:
        """007: no count has a leading zero, nor more digits than there are words for."""
        zero = len(self.digits) > 1 and self.digits.startswith("0")
        return zero or len(self.digits) > LONGEST


def read(written: str) -> Figure:
    """9.500,25 → 9500 and "25"; what matches NUMBER, or has a decimal point as in 3.5."""
    if written.isdecimal():  # most numbers
        return Figure(int(written[: LONGEST + 1]), "", written)
    if re.fullmatch(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|,000)", written):
        return read_grouped_by_commas(written)
    whole, _, fraction = written.partition(",")
    digits = re.sub(r"[^0-9]", "", whole)
    point = re.fullmatch(r"([0-9]+)\.([0-9]{1,2}|[0-9]{4,})", written)
    if point:
        return Figure(int(point[1]), point[2], point[1], point=True)
    return Figure(int(digits[: LONGEST + 1]), fraction, digits)


def read_grouped_by_commas(written: str) -> Figure:
    """1,250.5 → 1250 and "5": the manner of English and of Latin America."""
    whole, _, fraction = written.partition(".")
    digits = re.sub(r"[^0-9]", "", whole)
    return Figure(int(digits[: LONGEST + 1]), fraction, digits, point=True)
