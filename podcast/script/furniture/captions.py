"""Captions that are no more than paragraphs: in Markdown, and in text copied from a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from podcast.article import Block, Figure, Paragraph
from podcast.script.furniture.blocks import Reasons, is_label, is_short, letters, written
from podcast.script.furniture.phrases import Phrases
from podcast.script.sentences import split

CREDIT = "picture credit"
CAPTION = "picture caption"
ANNOUNCED = ("image caption", "media caption", "video caption", "photo caption")
"""What stands above a caption for screen readers."""


def captions(blocks: Sequence[Block], found: Phrases) -> Reasons:
    """Return the captions: beside a figure and ending in a credit, or announced as such.

    What is announced may stand twice, for the picture had the same words.
    """
    announced = {
        letters(written(below))
        for above, below in pairwise(blocks)
        if _announces(above) and is_label(below)
    }
    reasons: Reasons = {}
    for i, block in enumerate(blocks):
        beside = (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2])
        pictured = any(isinstance(near, Figure) for near in beside)
        named = is_label(block) and letters(written(block)) in announced
        if named or _announces(block) or (pictured and _ends_in_credit(block, found)):
            reasons[i] = CAPTION
    return reasons


def _announces(block: Block) -> bool:
    return written(block).rstrip(", ").casefold() in ANNOUNCED


def _ends_in_credit(block: Block, found: Phrases) -> bool:
    if not (isinstance(block, Paragraph) and is_short(block.text)):
        return False
    last = split(block.text, found.language)[-1:]
    return bool(last) and found.reason("sentence", last[0]) == CREDIT
