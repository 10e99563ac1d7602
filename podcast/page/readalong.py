"""The transcript on an episode's page: under its chapters, with the time of every word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from podcast.episode import Chapter, Episode, TimedSegment, TimedSentence

EARLY = 0.05
"""Seconds by which a segment may start before its chapter and still belong to it."""


@dataclass(frozen=True)
class Paragraph:
    """A segment as the page shows it."""

    kind: str
    start: float
    clock: str
    lines: tuple[str, ...]
    """Its sentences, as written."""
    items: tuple[tuple[str, ...], ...] = ()
    """The same by the items of a list."""
    speaker: str = ""
    """Whose voice it is, where that changes."""
    level: int = 4
    """Of a heading: 3 for the one that opens a chapter, 4 for one within it."""


@dataclass(frozen=True)
class Section:
    """A chapter's paragraphs; `title` only when no paragraph of its own says it."""

    title: str
    paragraphs: tuple[Paragraph, ...]


def sections(episode: Episode) -> tuple[Section, ...]:
    """Return the transcript by chapters; the sentences are in the order of `times`."""
    found = []
    speaker = episode.voice
    for chapter, segments in _by_chapter(episode):
        paragraphs: list[Paragraph] = []
        for segment in segments:
            changed = segment.speaker not in ("", speaker)
            speaker = segment.speaker or speaker
            level = 4 if paragraphs else 3
            paragraphs.append(_paragraph(segment, speaker if changed else "", level))
        title = chapter.title if chapter and not _says(paragraphs[0], chapter.title) else ""
        found.append(Section(title, tuple(paragraphs)))
    return tuple(found)


def _says(paragraph: Paragraph, title: str) -> bool:
    return paragraph.kind == "heading" or " ".join(paragraph.lines) == title


def _by_chapter(episode: Episode) -> Iterator[tuple[Chapter | None, list[TimedSegment]]]:
    def chapter_of(segment: TimedSegment) -> int:
        begun = sum(chapter.start <= segment.start + EARLY for chapter in episode.chapters)
        return max(0, begun - 1)

    for number, segments in groupby(episode.segments, key=chapter_of):
        yield (episode.chapters[number] if episode.chapters else None), list(segments)


def _paragraph(segment: TimedSegment, speaker: str, level: int) -> Paragraph:
    items: tuple[tuple[str, ...], ...] = ()
    if segment.kind == "list":
        items = tuple(
            tuple(sentence.text for sentence in sentences)
            for _, sentences in groupby(segment.sentences, key=lambda s: s.item)
        )
    return Paragraph(
        kind=segment.kind,
        start=seconds(segment.start),
        clock=clock(segment.start),
        lines=tuple(sentence.text for sentence in segment.sentences),
        items=items,
        speaker=speaker,
        level=level,
    )


def times(episode: Episode) -> str:
    """Return JSON: a row for each sentence, its start and end, then four numbers for each word.

    In hundredths of a second, counted in UTF-16 units as a browser does:
    letters between the word before (or the sentence's start) and this one, letters of this one;
    time between the word before and this one, time of this one.
    """
    rows = [_row(s) for segment in episode.segments for s in segment.sentences]
    return json.dumps(rows, separators=(",", ":"))


def _row(sentence: TimedSentence) -> list[int]:
    start = round(sentence.start * 100)
    row = [start, round(sentence.end * 100)]
    place = 0
    moment = start
    for word in sentence.words:
        found = sentence.text.find(word.text, place)
        if found < 0 or not word.text:
            continue  # said, but not written so
        gap, length = _units(sentence.text[place:found]), _units(word.text)
        begin, end = round(word.start * 100), round(word.end * 100)
        row += [gap, length, begin - moment, end - begin]
        place, moment = found + len(word.text), end
    return row


def _units(text: str) -> int:
    """Letters as a browser counts them: those beyond the basic plane, emoji mostly, twice."""
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)


def seconds(moment: float) -> float:
    """A moment to a hundredth of a second, short: 83.5, 84."""
    short = round(moment, 2)
    return int(short) if short == int(short) else short


def clock(moment: float) -> str:
    """83.5 -> 1:23, 3723 -> 1:02:03."""
    minutes, rest = divmod(int(moment), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
