"""The narration script: what will be said, in order, and what won't, with the reason."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from podcast import spoken
from podcast.article import Article, Dropped
from podcast.spoken import Change, Spoken

if TYPE_CHECKING:
    from podcast.script.passages import Passage

Kind = Literal["title", "intro", "heading", "paragraph", "list", "quote", "table", "outro"]
"""What a segment is; `intro` and `outro` are only words that we add."""

Say = Callable[[str, str], Spoken]
"""What is said of a text in a language."""

WORDS_A_MINUTE = 165.0
"""How fast a voice speaks, pauses included: Piper's joe said 162 and 171 in two briefings."""

TITLE_WORDS = 6
"""How many of its first words a segment is known by."""

GOES_ON = (" and", " or", " und", " oder", " et", " ou", " y", " o")
"""What ends an item that the next one continues."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    picture: str = ""
    """The image of a figure that stands with it, as the article names it."""

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


def narrate(
    article: Article,
    *,
    minutes: float = 0.0,
    say: Say = spoken.say,
    templates: Path | None = None,
) -> Script:
    """Return what will be said of an article: its title, its text, and where it comes from.

    With `minutes`, no more than fits into them: its most telling sentences, and the script says
    that it is abridged. `templates` is the show's own folder, whose `spoken/` wins over ours.
    """
    # Here: `podcast say` and the values above need neither templates nor sentences.
    from podcast.script.furniture import tidy
    from podcast.script.passages import chaptered, framed, narrated

    whole = tidy(article)
    told = whole
    if minutes:
        from podcast.script.abridgement import abridge

        around = sum(passage.length for passage in framed(whole, (), templates, abridged=True))
        told = abridge(whole, minutes * WORDS_A_MINUTE - around)
    body, silent = narrated(told.blocks)
    passages = framed(told, body, templates, abridged=told is not whole)
    segments = compose(chaptered(passages), told.language, say)
    return Script(told.title, told.language, segments, (*told.dropped, *silent), told)


def compose(passages: Iterable[Passage], language: str, say: Say) -> tuple[Segment, ...]:
    """Return the segments that say these passages, each with an id of its own."""
    seen: Counter[str] = Counter()
    segments = []
    for passage in passages:
        sentences = tuple(_sentences(passage, language, say))
        if sentences:
            name = f"{passage.kind}-{_digest(passage.text)}"
            seen[name] += 1
            unique = name if seen[name] == 1 else f"{name}-{seen[name]}"
            segments.append(_segment(unique, passage, sentences))
    return tuple(segments)


def _segment(name: str, passage: Passage, sentences: tuple[Sentence, ...]) -> Segment:
    return Segment(
        id=name,
        kind=passage.kind,
        chapter=passage.chapter,
        sentences=sentences,
        text=passage.text,
        title=" ".join(passage.text.split()[:TITLE_WORDS]),
        role=passage.role,
        picture=passage.picture,
    )


def _sentences(passage: Passage, language: str, say: Say) -> Iterator[Sentence]:
    from podcast.script.sentences import split

    for piece in passage.pieces:
        for text in split(piece.text, language):
            said = closed(say(text, language))
            if any(c.isalnum() for c in said.spoken):
                yield Sentence(text, said.spoken, said.changes, piece.item)


def closed(said: Spoken) -> Spoken:
    """Let the voice fall at the end of a heading or an item that has no full stop.

    Engines read a text without one as if it went on. "…, and" at the end of an item does go on.
    """
    words = said.spoken.rstrip()
    if not words or not words[-1].isalnum():
        return said
    mark = "," if words.endswith(GOES_ON) else "."
    change = Change(len(said.text), len(said.text), mark, "pause at the end")
    return Spoken(said.text, said.spoken + mark, (*said.changes, change))


def _digest(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"[:6]
