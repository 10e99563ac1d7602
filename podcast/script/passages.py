"""Passages: what is said of each block of an article, and what isn't, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from podcast import templates
from podcast.article import (
    Article,
    Block,
    Break,
    Code,
    Dropped,
    Figure,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Quote,
    Table,
)
from podcast.script import Kind

SMALL_TABLE = (8, 5)
"""The rows and columns up to which a listener can follow a table."""


ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]")
"""How the address of an image begins that is no file of the show's."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text that is said in one go; its item is counted from 1 in a list."""

    text: str
    item: int = 0


@dataclass(frozen=True)
class Passage:
    """What becomes one segment."""

    kind: Kind
    pieces: tuple[Piece, ...]
    role: str = "narrator"
    chapter: str = ""
    """The title of the section that it belongs to; empty: of the one before."""
    picture: str = ""
    """The image of a figure that stands with it, as the article names it."""

    @property
    def text(self) -> str:
        """As written, a line a piece."""
        return "\n".join(piece.text for piece in self.pieces)

    @property
    def length(self) -> int:
        """In words."""
        return len(self.text.split())


def with_speakers(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; where the speaker changes, the text says who speaks now.

    One voice may read them all, and the transcript has no other place for the name.
    """
    speaker = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            changes = block.speaker and block.speaker != speaker
            speaker = block.speaker
            yield replace(block, text=f"{speaker}: {block.text}") if changes else block
        else:
            yield block


def narrated(blocks: Iterable[Block]) -> tuple[list[Passage], list[Dropped]]:
    """Return what is said of the blocks, and what isn't."""
    said: list[Passage] = []
    left: list[Dropped] = []
    picture = ""
    for block in with_speakers(blocks):
        for told in NARRATORS[type(block)](block):
            if isinstance(told, Dropped):
                left.append(told)
            else:
                # A figure above all words belongs to them, but not to another section.
                said.append(replace(told, picture="" if told.kind == "heading" else picture))
                picture = ""
        if isinstance(block, Figure) and is_own(block.image):
            if said:
                said[-1] = replace(said[-1], picture=said[-1].picture or block.image)
            picture = picture or ("" if said else block.image)
    return said, left


def is_own(image: str) -> bool:
    """Whether an image may be a file of the show's; one elsewhere isn't fetched."""
    return bool(image) and not ELSEWHERE.match(image)


def facts(article: Article) -> dict[str, Any]:
    """Return what templates may say of an article."""
    return {
        "title": article.title,
        "authors": article.authors,
        "site": article.site,
        "host": (urlsplit(article.link).hostname or "").removeprefix("www."),
        "date": article.date,
    }


def framed(
    article: Article, body: Iterable[Passage], folder: Path | None, *, abridged: bool = False
) -> Iterator[Passage]:
    """Yield the title and who wrote it, the body, and where it comes from."""

    def words(name: str) -> str:
        return templates.spoken(name, article.language, folder, count=1, **facts(article))

    yield Passage("title", (Piece(article.title),), "headings", article.title)
    yield Passage("intro", tuple(map(Piece, filter(None, opening(words, abridged)))))
    yield from body
    yield Passage("outro", (Piece(words("closing")),), chapter=words("closing-chapter"))


def opening(words: Callable[[str], str], abridged: bool) -> Iterator[str]:
    """Yield who wrote it, and that it was shortened."""
    yield words("opening")
    if abridged:
        yield words("abridged")


def chaptered(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the passages, each with the chapter that it belongs to: a heading begins one."""
    chapter = ""
    for passage in passages:
        heading = titled(passage.text) if passage.kind == "heading" else ""
        chapter = passage.chapter or heading or chapter
        yield replace(passage, chapter=chapter)


def titled(heading: str) -> str:
    """A heading as a chapter's title, which announces nothing: In short: -> In short"""
    return heading.rstrip(" \u00a0:：")


def narrate_heading(heading: Heading) -> Iterator[Passage | Dropped]:
    """Say it as it stands: a chapter begins."""
    yield Passage("heading", (Piece(heading.text),), "headings")


def narrate_paragraph(paragraph: Paragraph) -> Iterator[Passage | Dropped]:
    """Say it, in an interview as the one who speaks."""
    yield Passage("paragraph", (Piece(paragraph.text),), paragraph.speaker or "narrator")


def narrate_list(block: ItemList) -> Iterator[Passage | Dropped]:
    """Say the items one by one: the pauses between them are the mixer's. Numbers are said."""
    yield Passage("list", tuple(Piece(text, n) for n, text in enumerate(_items(block), 1)))


def narrate_quote(quote: Quote) -> Iterator[Passage | Dropped]:
    """Say it, and after it who said it."""
    texts = (*quote.paragraphs, quote.attribution)
    yield Passage("quote", tuple(Piece(text) for text in texts if text), "quotes")


def narrate_table(table: Table) -> Iterator[Passage | Dropped]:
    """Say a small table as a sentence for each row, and leave a large one to the eyes."""
    rows = [row for row in table.rows if any(map(_says, row))]
    names = rows[0] if table.header and rows else ()
    body = rows[1:] if names else rows
    if not is_small(table):
        text = "\n".join(" | ".join(row) for row in rows)
        yield Dropped(text, "a table too large to listen to")
        return
    sentences = [table.caption, *(say_row(row, names) for row in body[:1])]
    # Of two columns, a name of several words is heard once; "every" is heard with each value.
    once = max(map(len, rows), default=0) == len(names) == 2 and " " in names[1]
    named = () if once else names
    sentences += [say_row(row, named) for row in body[1:]]
    yield Passage("table", tuple(Piece(s, n) for n, s in enumerate(filter(None, sentences), 1)))


def is_small(table: Table) -> bool:
    """Whether a listener can follow a table."""
    rows = [row for row in table.rows if any(map(_says, row))]
    tall, wide = len(rows) - table.header, max(map(len, rows), default=0)
    return tall <= SMALL_TABLE[0] and wide <= SMALL_TABLE[1]


def is_silent(block: Block) -> bool:
    """Whether nothing is said of a block, whatever is in it."""
    if isinstance(block, Table):
        return not is_small(block)
    return isinstance(block, Break | Code | Figure | Note)


def say_row(row: tuple[str, ...], names: tuple[str, ...]) -> str:
    """("FTSE", "8,340", "-1%"), ("Index", "Close", "Change") -> FTSE: close 8,340, change -1%."""
    first, *rest = row
    named = zip_longest(rest, names[1:], fillvalue="")
    cells = [f"{_named(name)}{cell.strip()}" for cell, name in named if _says(cell)]
    if not (first.strip() and cells):
        return f"{first.strip()}{', '.join(cells)}"
    return f"{first.strip()}: {', '.join(cells)}."


def _says(cell: str) -> bool:
    return any(c.isalnum() for c in cell)


def _named(name: str) -> str:
    """Close -> "close ", EPS -> "EPS ", 2024 -> "2024: ": the name of a column before its value."""
    word = name.strip()
    if any(c.isdigit() for c in word):
        return f"{word}: "
    word = word if word[1:] != word[1:].lower() else word[:1].lower() + word[1:]
    return f"{word} " if word else ""


def _items(block: ItemList) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        yield f"{number}. {item.text}" if block.ordered else item.text
        if item.below:
            yield from _items(item.below)


def _leave_out(reason: str) -> Callable[[Any], Iterator[Passage | Dropped]]:
    def leave(block: Code | Figure | Note) -> Iterator[Passage | Dropped]:
        text = block.caption or block.alternative if isinstance(block, Figure) else block.text
        if text:
            yield Dropped(text, reason)

    return leave


NARRATORS: dict[type[Block], Callable[[Any], Iterator[Passage | Dropped]]] = {
    Heading: narrate_heading,
    Paragraph: narrate_paragraph,
    ItemList: narrate_list,
    Quote: narrate_quote,
    Table: narrate_table,
    Code: _leave_out("code is for reading"),
    Figure: _leave_out("picture caption"),
    Note: _leave_out("footnote"),
    Break: lambda _: iter(()),
}
"""How each kind of block is said."""
