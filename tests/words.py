"""How much of one text is in another, word for word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher


def words(text: str) -> list[str]:
    """The words of `text`, whatever quotes and dashes stand between them."""
    return re.findall(r"[^\W_]+", text.replace("’", "").replace("'", "").lower())


def likeness(one: str, other: str) -> float:
    """The share of the words of both that are the same, in the same order."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()
