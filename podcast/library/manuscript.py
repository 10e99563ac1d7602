"""A manuscript: an article as a Markdown file that a person can correct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from podcast.article import (
    Article,
    Block,
    Code,
    Figure,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Quote,
    Table,
)
from podcast.library import front_matter

APART = "<!-- -->"
"""Between two lists, which Markdown would take for one."""


def write_markdown(article: Article) -> str:
    """`article` in Markdown, its facts in front matter: reading it gives the article again."""
    parts = [front_matter.render(facts(article)), f"# {_escaped(article.title)}"]
    before: Block | None = None
    for block in article.blocks:
        if isinstance(block, ItemList) and isinstance(before, ItemList):
            parts.append(APART)
        parts.append(_written(block))
        before = block
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


_SEVERAL = re.compile(r"[,;&]| and ")
"""What a reader of front matter takes for the space between two names."""


def facts(article: Article) -> dict[str, str | bool | list[str]]:
    """The article's facts by their names in front matter; what is unknown is left out."""
    authors = list(article.authors)
    known: dict[str, str | bool | list[str]] = {
        "title": article.title,
        "author": authors[0] if len(authors) == 1 and not _SEVERAL.search(authors[0]) else authors,
        "date": article.date.isoformat() if article.date else "",
        "language": article.language,
        "link": article.link,
        "site": article.site,
        "image": article.image,
        "summary": article.summary,
        "guid": article.guid,
        "keep": list(article.kept),
        "draft": article.draft,
        "briefing": list(article.briefing),
        "season": str(article.season or ""),
        "episode": str(article.number or ""),
        "minutes": f"{article.minutes:g}" if article.minutes else "",
    }
    return {name: value for name, value in known.items() if value}


def _written(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * min(max(block.level, 2), 6)} {_escaped(block.text)}"
    if isinstance(block, Paragraph):
        speaker = f"**{_escaped(block.speaker)}:** " if block.speaker else ""
        return speaker + _escaped(block.text)
    if isinstance(block, ItemList):
        return "\n".join(_items(block))
    if isinstance(block, Quote):
        said = [f"— {_escaped(block.attribution)}"] if block.attribution else []
        return "\n>\n".join(f"> {text}" for text in [*map(_escaped, block.paragraphs), *said])
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Code):
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
        return f"{fence}{block.language}\n{block.text}\n{fence}"
    if isinstance(block, Figure):
        caption = _escaped(block.caption).replace('"', '\\"')
        title = f' "{caption}"' if caption else ""
        image = re.sub(r"([<>\\])", r"\\\1", " ".join(block.image.split()))
        return f"![{_escaped(block.alternative)}](<{image}>{title})"
    if isinstance(block, Note):
        return f"[^{block.mark}]: {_escaped(block.text)}"
    return "***"


def _items(items: ItemList, indent: str = "") -> Iterator[str]:
    for number, item in enumerate(items.items, items.start):
        mark = f"{number}." if items.ordered else "-"
        yield f"{indent}{mark} {_escaped(item.text)}".rstrip()
        if item.below:
            yield from _items(item.below, indent + " " * (len(mark) + 1))


def _table(table: Table) -> str:
    width = max(len(row) for row in table.rows)
    header = table.rows[0] if table.header else ("",) * width
    body = table.rows[1:] if table.header else table.rows
    lines = [_row(map(_cell, header), width), _row(["---"] * width, width)]
    lines += [_row(map(_cell, row), width) for row in body]
    caption = f"\n\nTable: {_escaped(table.caption)}" if table.caption else ""
    return "\n".join(lines) + caption


def _row(cells: Iterable[str], width: int) -> str:
    filled = [*cells, *[""] * width][:width]
    return f"| {' | '.join(filled)} |"


def _cell(text: str) -> str:
    return _escaped(text).replace("|", "\\|")


_MARKUP = re.compile(
    r"[\\`*<\[\]~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<=\s)#(?=#*$)"
    r"|\{(?=[#.][^{}]*\}$|\{[<%]|%)"
)
_AT_START = re.compile(r"^(?:(#{1,6}|[-+>]|:|={2,}|-{2,})(?=\s|$|\S)|(\d{1,9})([.)])(?=\s|$))")


def _escaped(text: str) -> str:
    """`text` with a backslash before what Markdown would take for markup."""
    text = _MARKUP.sub(lambda match: f"\\{match[0]}", " ".join(text.split()))
    return _AT_START.sub(
        lambda match: f"{match[2]}\\{match[3]}" if match[2] else f"\\{match[1]}", text
    )
