"""Plain text → an article: its structure told from how the lines lie."""

from __future__ import annotations

import re

from podcast.article import Article, Block, Dropped
from podcast.readers.text.blocks import blocks_of
from podcast.readers.text.pieces import pieces_of
from podcast.source import Source
from podcast.source.encoding import decode, mend
from podcast.titles import LONGEST, from_name, shortened

LONGEST_SIGNATURE = 12
"""Lines."""
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def read(source: Source) -> Article:
    """The article in a plain text: title first, then headings, lists, quotes, paragraphs."""
    text = _INDENT.sub(
        lambda tabs: tabs[0].expandtabs(4), mend(decode(source.data, source.name, source.charset))
    )
    text, signature = _signed(text)
    title, blocks = structure(text, fallback=from_name(source.stem))
    dropped = (Dropped(signature, "signature"),) if signature else ()
    return Article(title=title, blocks=blocks, language="", dropped=dropped)


def _signed(text: str) -> tuple[str, str]:
    """Text and signature, apart at the "-- " that mail programs put there (RFC 3676, 4.3)."""
    parts = re.split(r"^-- ?\n", text + "\n", maxsplit=1, flags=re.MULTILINE)
    if len(parts) == 1 or parts[1].count("\n") > LONGEST_SIGNATURE:
        return text, ""
    return parts[0], parts[1].strip()


def structure(text: str, fallback: str = "") -> tuple[str, tuple[Block, ...]]:
    """The title of `text`, and its blocks; a first line too long for a title stays a block."""
    pieces = pieces_of(text)
    first = next((n for n, piece in enumerate(pieces) if piece.kind != "rule"), None)
    if first is None:
        return fallback, ()
    title = pieces[first].marked
    if len(title) <= LONGEST:
        return title, tuple(blocks_of(pieces[first + 1 :]))
    return fallback or shortened(title), tuple(blocks_of(pieces))
