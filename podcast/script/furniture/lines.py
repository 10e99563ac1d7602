"""Lines that are furniture wherever they stand."""

from __future__ import annotations

import re

from podcast.script.furniture.blocks import bare
from podcast.script.furniture.phrases import Phrases

DATE = "date line"
BRACKETED = re.compile(r"\[[^\[\]]{2,80}\]")
SEPARATED = re.compile(r"\s*[|·•]\s*|\s+[›»>/–—-]\s+")


def line_reason(text: str, found: Phrases) -> str:
    """Return why a line isn't said: all of it, or each part of "this | that"."""
    line = bare(text)
    if not line:
        return ""
    if BRACKETED.fullmatch(text.strip()):
        return "a note for the page"
    if reason := found.reason("line", line):
        return reason
    parts = [part for part in map(bare, SEPARATED.split(line)) if part]
    if len(parts) < 2:
        return ""
    reasons = [
        found.reason("line", part) or found.reason("top", part) or (found.is_date(part) and DATE)
        for part in parts
    ]
    return str(reasons[0]) if all(reasons) else ""
