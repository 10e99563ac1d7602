"""The word lists in data/, and the full stop that is an abbreviation's and a sentence's."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.rules import Found

_DATA = Path(__file__).parent / "data"


ENDS = re.compile(r"[\"'”’)\]]*\s*(?:$|[A-Z“\"‘])")


def table(name: str) -> dict[str, str]:
    """A word list of this folder."""
    return tables.read(_DATA, name)


NEXT_SENTENCE = re.compile(
    r"\s(?:He|She|It|They|We|You|The|This|That|These|His|Her|Its|But|And|In|On|At|If|When|There)\s[a-zA-Z]"
)
"""What begins a sentence rather than a name, after U.S. or p.m."""


def kept_stop(found: Found, *, always: bool = False) -> str:
    """The full stop of an abbreviation that also ends the sentence is kept."""
    if not found.text.endswith("."):
        return ""
    return "." if not found.after.strip("\"'”’) ") or (always and ENDS.match(found.after)) else ""


def like(written: str, said: str) -> str:
    """Said with a capital where the written form has one: E.g. → For example."""
    if written[:1].isupper() and not written.isupper():
        return said[:1].upper() + said[1:]
    return said
