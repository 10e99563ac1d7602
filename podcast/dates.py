"""Dates as people and machines write them → a datetime with a time zone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

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


_MONTHS = {
    # English, German, French, Spanish, Italian, Dutch, Portuguese
    1: "january jan januar jänner janvier enero gennaio januari janeiro",
    2: "february feb februar februari février fevrier febrero febbraio fevereiro",
    3: "march mar märz maerz mars marzo maart março",
    4: "april apr avril abril aprile",
    5: "may mai mayo maggio mei maio",
    6: "june jun juni juin junio giugno junho",
    7: "july jul juli juillet julio luglio julho",
    8: "august aug août aout agosto augustus",
    9: "september sept sep septembre septiembre settembre setembro",
    10: "october oct okt oktober octobre octubre ottobre outubro",
    11: "november nov novembre noviembre novembro",
    12: "december dec dez dezember décembre decembre diciembre dicembre dezembro",
}
_MONTH = {name: number for number, names in _MONTHS.items() for name in names.split()}
_NAME = r"(?P<month>[^\W\d_]{3,10})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WRITTEN = (
    re.compile(rf"\b{_DAY},?\s*(?:de\s+|of\s+)?{_NAME},?\s*(?:de\s+)?{_YEAR}\b"),
    re.compile(rf"\b{_NAME}\s+{_DAY},?\s*{_YEAR}\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}\b"),
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    # Where one number is above twelve, it's the day.
    re.compile(rf"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/{_YEAR}\b"),
    re.compile(rf"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}\b"),
    re.compile(rf"{_YEAR}年\s?(?P<month>\d{{1,2}})月\s?(?P<day>\d{{1,2}})日"),
)
"""Forms that leave no doubt about day and month; 5/6/2024 isn't one."""
_AROUND = 40
"""Characters that may stand around a date in a line which is nothing but a date:
"Published: Tuesday, … at 5:45 pm"."""


def find_date(text: str) -> datetime | None:
    """The first date written in `text`, at midnight UTC; None when there is none.

    >>> find_date("Veröffentlicht am 20. November 2026, 17:45 Uhr").isoformat()
    '2026-11-20T00:00:00+00:00'
    """
    return _found(text)[0]


def parse_date(text: str) -> datetime | None:
    """The date that `text` is, when it's a line with a date and little else."""
    date, start, end = _found(text)
    around = text[:start] + text[end:]
    return date if len(around) <= _AROUND and not re.search(r"[.?!]\s", around) else None


def _found(text: str) -> tuple[datetime | None, int, int]:
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            name = match["month"].lower()
            month = int(name) if name.isdigit() else _MONTH.get(name, 0)
            try:
                date = datetime(int(match["year"]), month, int(match["day"]), tzinfo=timezone.utc)
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
