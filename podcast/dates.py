"""Dates as people and machines write them → a datetime with a time zone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from podcast.needs import Expression, Text

_ISO = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:[T ]\s*(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)


def parse_iso(text: str) -> datetime | None:
    """The moment that `text` names as in ISO 8601, UTC when it names no zone; None otherwise.

    >>> parse_iso("2024-05-29T06:00+02:00").isoformat()
    '2024-05-29T06:00:00+02:00'
    """
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=_zone(match[7]))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """The number of each month, by its names in months.txt."""
    lines = Path(__file__).with_name("months.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return {name: number for number, names in enumerate(rows, 1) for name in names}


_NAME = r"(?P<month>[^\W\d_]{2,12})\.?(?:/[^\W\d_]{2,12})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# A page's clock or its count of comments is often glued to the year: 201619:44, 20192 min.
_END = r"(?=\D|$|\d(?!\d)|\d\d:\d\d)"
_SHORT_YEAR = r"['’]?(?P<year>\d\d)(?![\w:.,]*\d|[\w])"
_M = r"(?P<month>0?[1-9]|1[0-2])"
_WRITTEN = tuple(
    Expression(pattern)
    for pattern in (
        rf"\b{_DAY},?\s*(?:de\s+|of\s+)?{_NAME},?\s*(?:de\s+)?{_YEAR}{_END}",
        rf"\b{_NAME}\s+{_DAY},?\s*{_YEAR}{_END}",
        rf"\b{_YEAR}[.,]?\s(?:gada\s)?{_NAME}\s{_DAY}(?!\d)",
        rf"\b(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}\b",
        rf"\b{_YEAR}(?P<mark>[-/.])\s?(?P<month>\d\d)(?P=mark)\s?(?P<day>\d\d)(?!\d)",
        rf"{_YEAR}[年년]\s?(?P<month>\d{{1,2}})[月월]\s?(?P<day>\d{{1,2}})[日일]",
        # Where one number is above twelve, it's the day.
        rf"\b(?P<day>1[3-9]|2\d|3[01])(?P<mark>[/-]){_M}(?P=mark){_YEAR}\b",
        rf"\b{_M}(?P<mark>[/-])(?P<day>1[3-9]|2\d|3[01])(?P=mark){_YEAR}\b",
        rf"\b{_DAY}\s{_NAME}\s{_SHORT_YEAR}",
        rf"\b{_M}/(?P<day>1[3-9]|2\d|3[01])/{_SHORT_YEAR}",
    )
)
"""Forms that leave no doubt about day and month; 5/6/2024 isn't one."""
_DAY_FIRST = Expression(rf"\b(?P<day>\d\d?)(?P<mark>[/-]){_M}(?P=mark){_YEAR}\b")
_MONTH_FIRST = Expression(rf"\b{_M}/(?P<day>\d\d?)/{_YEAR}\b")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
"""Where a word without its space begins: TrendsApril."""
_AMERICAN = re.compile(r"\b[AP]\.?M\.?,?\s*(?:[ECMP][SD]?T|AK[SD]T|HST)\b", re.IGNORECASE)
"""Whose clock goes so writes the month first."""
_AROUND = 40
"""Characters that may stand around a date in a line which is nothing but a date:
"Published: Tuesday, … at 5:45 pm"."""


def find_date(text: str, *, day_first: bool | None = None) -> datetime | None:
    """The first date written in `text`, at midnight UTC; None when there is none.

    `day_first` tells what 5/6/2024 means, where that is known.

    >>> find_date("Veröffentlicht am 20. November 2026, 17:45 Uhr").isoformat()
    '2026-11-20T00:00:00+00:00'
    """
    return _found(text, day_first)[0]


def parse_date(text: str) -> datetime | None:
    """The date that `text` is, when it's a line with a date and little else."""
    date, start, end = _found(text)
    around = text[:start] + text[end:]
    return date if len(around) <= _AROUND and not re.search(r"[.?!]\s", around) else None


def date_span(text: str) -> tuple[int, int] | None:
    """Where in `text` a date begins and ends; None when there is none."""
    date, start, end = _found(text, day_first=True)
    return (start, end) if date else None


def is_month(word: str) -> bool:
    """Whether `word` is what a month is called, in any language that we know."""
    return word.lower() in _months()


def _found(text: str, day_first: bool | None = None) -> tuple[datetime | None, int, int]:
    forms: tuple[Expression, ...] = _WRITTEN
    if _AMERICAN.search(text) or day_first is False:
        forms = (*_WRITTEN, _MONTH_FIRST)
    elif day_first:
        forms = (*_WRITTEN, _DAY_FIRST)
    held = Text(text)
    for form in forms:
        pattern = form.on(held)
        for match in pattern.finditer(text) if pattern else ():
            name = _GLUED.split(match["month"])[-1].lower()
            month = int(name) if name.isdigit() else _months().get(name, 0)
            year = int(match["year"])
            try:
                date = datetime(
                    year if year > 99 else 2000 + year,
                    month,
                    int(match["day"]),
                    tzinfo=timezone.utc,
                )
            except ValueError:
                continue
            return date, match.start(), match.end()
    return None, 0, 0


def _zone(name: str | None) -> timezone:
    if not name or name[0] not in "+-":
        return timezone.utc
    digits = name[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-ahead if name[0] == "-" else ahead)
