"""How a block looks to somebody who tidies up: its text, its length, whether it's a label."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from podcast.article import Block, Break, Figure, Heading, ItemList, Paragraph, Table

LONGEST_LABEL = 12
"""Words: a title of another article, or what heads a piece of furniture, is short."""
LONGEST_LINE = 60
"""Words: what is longer is text."""

LONGEST_WORD = 40
"""Letters a word: what has more is no line of words, and would keep a pattern busy for long."""

SENTENCE_ENDS = (".", "!", "?", "…", ".”", '."', "!”", "?”", ".«", ".“", ".)")
Reasons = dict[int, str]
"""Why blocks aren't said, by their place in the article."""

RATING = "★☆⭐✩✭✮°"
ORNAMENT = " \t\u00a0*_#•·∙–—-|<>›‹→←▶►▼▲[]☰✉📩👉"


def written(block: Block) -> str:
    """Return all text of a block, a line a part."""
    if isinstance(block, ItemList):
        return "\n".join(item_texts(block))
    if isinstance(block, Table):
        return "\n".join(" | ".join(row) for row in block.rows)
    if isinstance(block, Figure):
        return block.caption or block.alternative
    if isinstance(block, Paragraph) and block.speaker:
        return f"{block.speaker}: {block.text}"
    return "" if isinstance(block, Break) else block.text


def item_texts(block: ItemList) -> Iterator[str]:
    """Yield the texts of the items and of those below them, in order."""
    for item in block.items:
        yield item.text
        if item.below:
            yield from item_texts(item.below)


def bare(text: str) -> str:
    """Return a text on one line without arrows, bullets and pictures around it."""
    line = " ".join(text.split()).strip(ORNAMENT)
    start, end = 0, len(line)
    while start < end and _is_picture(line[start]):
        start += 1
    while start < end and _is_picture(line[end - 1]):
        end -= 1
    return line[start:end].strip(ORNAMENT)


def _is_picture(sign: str) -> bool:
    """Whether a sign only decorates a line: an emoji, but no star of a rating, and no ©."""
    return sign > "\u203c" and sign not in RATING and category(sign) in ("So", "Mn", "Cf", "Sk")


def letters(text: str) -> str:
    """Return the letters and digits alone, to compare titles by."""
    return "".join(filter(str.isalnum, text.casefold()))


def is_short(text: str, limit: int = LONGEST_LINE) -> bool:
    """Whether a text has at most so many words, none of them endless."""
    return len(text) <= limit * LONGEST_WORD and len(text.split()) <= limit


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip().endswith(SENTENCE_ENDS)


def is_label(block: Block) -> bool:
    """Whether a block is a heading, or a short line of its own that ends in no full stop."""
    if isinstance(block, Heading):
        return True
    if not isinstance(block, Paragraph):
        return False
    return is_short(block.text, LONGEST_LABEL) and not block.text.rstrip().endswith((".", "…"))
