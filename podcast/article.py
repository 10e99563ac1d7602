"""An article: what somebody wrote, as values, whatever file or page it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from podcast import plugins
from podcast.errors import ArticleError
from podcast.glue import unglued
from podcast.language import language_of
from podcast.source import Options, Source, kind_of, open_source, without_tracking
from podcast.titles import from_name, shortened


@dataclass(frozen=True)
class Heading:
    """The title of a section."""

    text: str
    level: int = 2
    """2 for a section, 3 for a section within one, up to 6; 1 is the article's own title."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: one line of plain text, no markup."""

    text: str
    speaker: str = ""
    """Who says it, in an interview."""


@dataclass(frozen=True)
class Item:
    """One item of a list, with the list below it where there is one."""

    text: str
    below: ItemList | None = None


@dataclass(frozen=True)
class ItemList:
    """A list."""

    items: tuple[Item, ...]
    ordered: bool = False
    """True when the items carry numbers or letters."""
    start: int = 1


@dataclass(frozen=True)
class Quote:
    """A block quotation."""

    paragraphs: tuple[str, ...]
    attribution: str = ""

    @property
    def text(self) -> str:
        """All of it, a line a paragraph."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True)
class Table:
    """A table: rows of cells."""

    rows: tuple[tuple[str, ...], ...]
    header: bool = True
    """The first row names the columns."""
    caption: str = ""


@dataclass(frozen=True)
class Code:
    """A listing or a formula: for eyes, not for ears."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Figure:
    """A picture or a chart."""

    caption: str = ""
    alternative: str = ""
    image: str = ""
    """Its address."""


@dataclass(frozen=True)
class Break:
    """A divider: three asterisks, a rule."""


@dataclass(frozen=True)
class Note:
    """A footnote: its mark in the text, and what it says."""

    mark: str
    text: str


Block = Heading | Paragraph | ItemList | Quote | Table | Code | Figure | Break | Note


@dataclass(frozen=True)
class Dropped:
    """What isn't said, and the reason in a listener's words."""

    text: str
    reason: str


@dataclass(frozen=True)
class Article:
    """An article and the facts that came with it. Text is plain; an unknown fact is empty."""

    title: str
    blocks: tuple[Block, ...]
    authors: tuple[str, ...] = ()
    date: datetime | None = None
    """When it was published, with a time zone; None when unknown."""
    language: str = "en"
    """A BCP 47 tag: en, en-GB, de."""
    link: str = ""
    """The address of the article's own page."""
    site: str = ""
    """The name of the publication that it comes from."""
    image: str = ""
    """The address or path of its lead picture."""
    summary: str = ""
    slug: str = ""
    """The name of its file in articles/, without suffix; empty when it has none yet."""
    guid: str = ""
    """Given in the front matter; empty when the feed is to make one."""
    draft: bool = False
    briefing: tuple[str, ...] = ()
    """The slugs of the articles it's made of, when it's a briefing without text of its own."""
    minutes: float = 0.0
    """How long it may take, shortened to its most telling sentences; 0 for all of it."""
    season: int = 0
    number: int = 0
    """Its place in the season, as the front matter's `episode`; 0 when it has none."""
    dropped: tuple[Dropped, ...] = ()
    """What the reader has already left out."""
    kept: tuple[str, ...] = ()
    """Paragraphs that somebody wants read although they look like furniture."""


Reader = Callable[[Source], Article | Sequence[Article]]
"""What a plugin of the group podcast.readers is: several articles for a feed or a book."""

READERS = "podcast.readers"


def read(name: str | Path, options: Options | None = None) -> Article:
    """The article in the file, at the address or on standard input (-) called `name`.

    Raises ArticleError when there is none, or more than one.
    """
    articles = read_all(name, options)
    if len(articles) > 1:
        raise ArticleError(
            f"{name}: has {len(articles)} articles", hint=f"podcast add {name}, then build"
        )
    return articles[0]


def read_all(name: str | Path, options: Options | None = None) -> tuple[Article, ...]:
    """Every article in the source called `name`; at least one, or ArticleError."""
    source = open_source(str(name), options)
    kind = _kind(source)
    found: Article | Sequence[Article] = plugins.find(READERS, kind)(source)
    articles = (found,) if isinstance(found, Article) else tuple(found)
    if not articles:
        raise ArticleError(f"{source.label}: no article in it", hint="is it the right file?")
    checked = (_checked(article, source) for article in articles)
    # Markdown is what a person wrote or has looked over; other formats come by rougher ways.
    return tuple(article if kind == "markdown" else _repaired(article) for article in checked)


def reader(source: Source) -> Reader:
    """The reader for `source`: by its media type, then its suffix, then its first bytes."""
    found: Reader = plugins.find(READERS, _kind(source))
    return found


def _kind(source: Source) -> str:
    return kind_of(source, lambda name: plugins.known(READERS, name))


def _checked(article: Article, source: Source) -> Article:
    """`article` with its language; raise ArticleError when there is nothing to say in it."""
    # A title out of the file's name alone is no word of the article's.
    own = article.title != from_name(source.stem) or article.title.encode() in source.data
    title = article.title if own else ""
    said = "\n".join([title, *texts(article.blocks)])
    if not article.briefing and not any(character.isalpha() for character in said):
        raise ArticleError(
            f"{source.label}: no word in it", hint="give a text with letters; an image has none"
        )
    article = replace(article, link=without_tracking(article.link))
    if not article.title:
        first = next(texts(article.blocks))
        article = replace(article, title=from_name(source.stem) or shortened(first))
    if article.language:
        return article
    return replace(article, language=source.options.language or language_of(said))


def _repaired(article: Article) -> Article:
    if not article.language.startswith("en"):
        return article
    whole = "\n".join(texts(article.blocks))
    return replace(article, blocks=with_texts(article.blocks, lambda text: unglued(text, whole)))


def with_texts(blocks: Sequence[Block], change: Callable[[str], str]) -> tuple[Block, ...]:
    """`blocks` with each paragraph, item and quotation as `change` makes it."""
    return tuple(_with_text(block, change) for block in blocks)


def _with_text(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Heading | Paragraph | Note):
        return replace(block, text=change(block.text))
    if isinstance(block, ItemList):
        return _with_items(block, change)
    if isinstance(block, Quote):
        return replace(block, paragraphs=tuple(change(text) for text in block.paragraphs))
    return block


def _with_items(items: ItemList, change: Callable[[str], str]) -> ItemList:
    changed = (
        Item(change(item.text), _with_items(item.below, change) if item.below else None)
        for item in items.items
    )
    return replace(items, items=tuple(changed))


def texts(blocks: Sequence[Block]) -> Iterator[str]:
    """What the blocks say, a paragraph or item or cell at a time; no code, no pictures."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Note):
            yield block.text
        elif isinstance(block, ItemList):
            yield from _item_texts(block)
        elif isinstance(block, Quote):
            yield from block.paragraphs
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)


def _item_texts(items: ItemList) -> Iterator[str]:
    for item in items.items:
        yield item.text
        if item.below:
            yield from _item_texts(item.below)
