"""Sentences: a paragraph as written, cut where a reader would take a breath.

The only module that knows sentencex.
"""

from __future__ import annotations

import sentencex


def split(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of one paragraph, without the spaces between them."""
    parts: list[str] = []
    for part in sentencex.segment(language.split("-")[0], text):
        if parts and not _begins(part):
            parts[-1] += part
        else:
            parts.append(part)
    return tuple(part.strip() for part in parts if part.strip())


def _begins(part: str) -> bool:
    """Whether a sentence can begin like this: not with a small letter, not without a letter."""
    first = next((c for c in part if c.isalnum()), "")
    return bool(first) and not first.islower()
