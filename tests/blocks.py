"""Blocks as lines of text, for cases that a person can read and write."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.article import (
    Article,
    Block,
    Break,
    Code,
    Figure,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Quote,
    Table,
)


def lines_of(article: Article) -> list[str]:
    """The title and each block of `article` in one line; an item in one of its own."""
    return [f"Title: {article.title}", *(line for b in article.blocks for line in _lines(b))]


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"Heading{'' if block.level == 2 else f' {block.level}'}: {block.text}"
    elif isinstance(block, Paragraph):
        yield f"Paragraph: {block.speaker}{': ' if block.speaker else ''}{block.text}"
    elif isinstance(block, ItemList):
        yield from _items(block, "")
    elif isinstance(block, Quote):
        said = f" | {block.attribution}" if block.attribution else ""
        yield f"Quote: {' / '.join(block.paragraphs)}{said}"
    elif isinstance(block, Table):
        yield from (f"Row: {' | '.join(row)}" for row in block.rows)
    elif isinstance(block, Code):
        yield f"Code: {block.text.splitlines()[0]}"
    elif isinstance(block, Figure):
        yield f"Figure: {block.caption or block.alternative}"
    elif isinstance(block, Note):
        yield f"Note {block.mark}: {block.text}"
    elif isinstance(block, Break):
        yield "Break"


def _items(items: ItemList, indent: str) -> Iterator[str]:
    for number, item in enumerate(items.items, items.start):
        yield f"{indent}Item {number if items.ordered else '•'}: {item.text}"
        if item.below:
            yield from _items(item.below, indent + "  ")


def facts_of(article: Article) -> list[str]:
    """The facts that are known of `article`, one a line."""
    facts = {
        "Authors": ", ".join(article.authors),
        "Date": article.date.isoformat() if article.date else "unknown",
        "Language": article.language,
        "Link": article.link,
        "Site": article.site,
        "Image": article.image,
    }
    return [f"{name}: {value}" for name, value in facts.items() if value]
