"""The hour on a line of its own that heads an entry of a live blog."""

from __future__ import annotations

import re

_HOUR = re.compile(
    r"(?:at |um |à |a las )?"
    r"(?:(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[:.]|\s?h\s?)(?P<minute>[0-5]\d))?(?P<half>\s?[ap]\.?m\b\.?)?)"
    r"(?P<zone>\s?(?:gmt|bst|utc|ist|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|cest|uhr|mez|mesz|h|hrs)\b\.?)?",
    re.IGNORECASE,
)
FEWEST = 2
"""Entries: a page with one hour only tells when it was published."""


def is_hour(text: str) -> bool:
    """Whether a line is an hour of the day and nothing else: 14:32, 3.10pm, 17.20 Uhr, 9 h 05."""
    found = _HOUR.fullmatch(text.strip())
    return bool(found and (found["minute"] or found["half"] or found["zone"]))


def written_out(text: str) -> str:
    """14.32 -> 14:32: an hour that can't be taken for a number."""
    found = _HOUR.fullmatch(text.strip())
    if found is None or found["sign"] != "." or found["half"]:
        return text.strip()
    return f"{text.strip()[: found.start('sign')]}:{text.strip()[found.end('sign') :]}"
