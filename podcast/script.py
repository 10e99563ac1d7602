"""The narration script: what will be said, in order, and what won't, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from podcast.article import Article, Dropped
from podcast.spoken import Change

Kind = Literal["title", "intro", "heading", "paragraph", "list", "quote", "table", "outro"]
"""What a segment is; `intro` and `outro` are only words that we add."""


@dataclass(frozen=True)
class Sentence:
    """The unit of speech and of the transcript."""

    text: str
    """As written."""
    spoken: str
    """As said."""
    changes: tuple[Change, ...] = ()
    """Where the two differ, in order: the map from one to the other."""
    item: int = 0
    """Which item of its list it belongs to, from 1; 0 outside a list."""


@dataclass(frozen=True)
class Segment:
    """The unit a listener can replay."""

    id: str
    """Made of kind and text, so that text which comes before doesn't change it."""
    kind: Kind
    chapter: str
    """The title of the section that it belongs to."""
    sentences: tuple[Sentence, ...]
    text: str
    """As written, for the transcript."""
    title: str = ""
    """Some words to know it by."""
    role: str = "narrator"
    """Who says it: narrator, headings, quotes, or a speaker's name."""

    @property
    def spoken(self) -> str:
        """As said."""
        return " ".join(sentence.spoken for sentence in self.sentences)


@dataclass(frozen=True)
class Script:
    """What will be said of one article, or of several as one briefing."""

    title: str
    language: str
    segments: tuple[Segment, ...]
    dropped: tuple[Dropped, ...] = ()
    article: Article | None = field(default=None, repr=False)
    """What it was made from: the facts that the episode carries."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of them, in order."""
        return tuple(s for segment in self.segments for s in segment.sentences)
