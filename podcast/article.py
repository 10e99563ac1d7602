"""An article: what somebody wrote, as values, whatever file or page it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
    dropped: tuple[Dropped, ...] = ()
    """What the reader has already left out."""
