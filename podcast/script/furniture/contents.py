"""A table of contents: a list that says again what the headings below it say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.article import Block, Heading, ItemList
from podcast.script.furniture.blocks import is_label, item_texts, letters

CONTENTS = "a table of contents"
FEWEST = 2
"""Items: one alone may say anything."""
_NUMBER = re.compile(r"^[\d.:h]+(?:\s?[ap]\.?m\.?)?\)?\s*[–—-]?\s*")


def contents(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the blocks of tables of contents, each with the reason."""
    reasons: dict[int, str] = {}
    for i, block in enumerate(blocks):
        if not isinstance(block, ItemList):
            continue
        below = {_key(b.text) for b in blocks[i + 1 :] if isinstance(b, Heading)}
        items = [_key(text) for text in item_texts(block)]
        if len(items) >= FEWEST and all(item and item in below for item in items):
            reasons[i] = CONTENTS
            if i and is_label(blocks[i - 1]):
                reasons[i - 1] = CONTENTS
    return reasons


def _key(text: str) -> str:
    return letters(_NUMBER.sub("", text))
