"""What a printed article says of itself above its text: title, authors, date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from podcast.article import Block, Heading, Paragraph
from podcast.dates import parse_date
from podcast.titles import from_name, is_longer, same_title
from podcast.webpage.bylines import has_by, names_in

LONGEST = 200
"""Letters of a heading."""
_LONGEST_BYLINE = 120
_FILE_NAME = re.compile(
    r"^(?:Microsoft (?:Word|PowerPoint)|Print) - |"
    r"\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|pages|txt)$",
    re.IGNORECASE,
)


def dated(blocks: tuple[Block, ...]) -> tuple[datetime | None, tuple[Block, ...]]:
    """The date in a line of its own under the title, and the blocks without it.

    The file's own date is when it was printed.
    """
    for block in blocks[:4]:
        if isinstance(block, Paragraph) and (date := parse_date(block.text)):
            return date, tuple(other for other in blocks if other is not block)
    return None, blocks


def signed(blocks: tuple[Block, ...]) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """The names in a line of their own under the title, and the blocks without it."""
    for block in blocks[:2]:
        if not isinstance(block, Paragraph | Heading) or len(block.text) > _LONGEST_BYLINE:
            continue
        names = names_in(block.text)
        # A line that is nothing but full names, or says By.
        alone = ", ".join(names) == re.sub(r"\s+(?:and|und|et|y|e)\s+", ", ", block.text)
        if names and ((alone and " " in names[0]) or has_by(block.text)):
            return names, tuple(other for other in blocks if other is not block)
    return (), blocks


def _own_title(given: str) -> str:
    """The title that the file gives itself; empty where it's the name of another file."""
    return "" if _FILE_NAME.search(given.strip()) else given.strip()


def titled(blocks: tuple[Block, ...], given: str, stem: str) -> tuple[str, tuple[Block, ...]]:
    """The title, and the blocks without it."""
    given = _own_title(given)
    first = next((block for block in blocks[:4] if isinstance(block, Heading)), None)
    if first is not None and (
        first.level <= 2 or first is blocks[0] or same_title(first.text, given)
    ):
        title = first.text
        # A running head says it too.
        heads = [block for block in blocks[: blocks.index(first)] if _is_head(block, title)]
        blocks = tuple(block for block in blocks if block is not first and block not in heads)
    else:
        # What programs put there is often the name of the file.
        title = given if " " in given.strip() else ""
    opening = blocks[0] if blocks else None
    if not title and isinstance(opening, Paragraph) and len(opening.text) < LONGEST:
        return opening.text, blocks[1:]
    return title or from_name(stem), _raised(blocks)


def _is_head(block: Block, title: str) -> bool:
    return isinstance(block, Paragraph) and (
        same_title(block.text, title) or is_longer(block.text, title)
    )


def _raised(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Headings from level 2 on, once the title is taken out."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    above = min(levels, default=2) - 2
    return tuple(
        replace(b, level=max(2, b.level - above)) if isinstance(b, Heading) else b for b in blocks
    )
