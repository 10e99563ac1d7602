"""Plain text → an article: its structure told from how the lines lie."""

from __future__ import annotations

import json
import re

from podcast.article import Article, Block, Dropped
from podcast.errors import ArticleError
from podcast.readers.text.blocks import blocks_of
from podcast.readers.text.pieces import pieces_of
from podcast.source import Source
from podcast.source.encoding import decode, mend
from podcast.titles import LONGEST, from_name, shortened

LONGEST_SIGNATURE = 12
"""Lines."""
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def read(source: Source) -> Article:
    """The article in a plain text: title first, then headings, lists, quotes, paragraphs.

    Raises ArticleError for text that is written for programs.
    """
    text = mend(decode(source.data, source.name, source.charset))
    if what := _data(text):
        raise ArticleError(
            f"{source.label}: is {what}, not an article", hint="give the page or the feed itself"
        )
    text = _INDENT.sub(lambda tabs: tabs[0].expandtabs(4), text)
    text, signature = _signed(text)
    title, blocks = structure(text, fallback=from_name(source.stem))
    dropped = (Dropped(signature, "signature"),) if signature else ()
    return Article(title=title, blocks=blocks, language="", dropped=dropped)


def _data(text: str) -> str:
    """What kind of data `text` is; empty for what somebody wrote."""
    start, end = text.lstrip()[:5].lower(), text.rstrip()[-1:]
    if start == "<?xml":
        return "XML"
    if start[:1] + end not in ("{}", "[]"):
        return ""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return "JSON"


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
