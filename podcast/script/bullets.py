"""Lists that lie within a paragraph: "The facts: • one • two"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from podcast.article import Block, Item, ItemList, Paragraph

FEWEST = 2
"""Items: a bullet alone may be a full stop."""
_BULLET = re.compile(r"(?:^|\s)[•▪‣●]\s+")


def listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, a list within a paragraph as a list: its bullets have lost their lines."""
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterator[Block]:
    if not isinstance(block, Paragraph) or block.speaker:
        yield block
        return
    lead, *items = (part.strip() for part in _BULLET.split(block.text))
    if len(items) < FEWEST or (lead and not lead.endswith(":")):
        yield block
        return
    if lead:
        yield Paragraph(lead)
    yield ItemList(tuple(Item(item) for item in items if item))
