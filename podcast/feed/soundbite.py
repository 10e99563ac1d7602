"""The soundbite: the half minute that an app may play to somebody who doesn't know the show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from podcast.episode import Episode, Soundbite, TimedSegment, TimedSentence

SHORTEST = 15.0
LONGEST = 120.0
"""Seconds: the podcast namespace's bounds."""

WORTH = {"quote": 3, "paragraph": 1}
"""What may be heard alone; titles, lists, tables and words of ours may not."""

QUOTATION_MARKS = '“”„«»"'


def choose_soundbites(episode: Episode) -> tuple[Soundbite, ...]:
    """Return the episode's best quote, with what stands around it when it's under 15 seconds.

    Nothing when no run of sentences in one chapter is from 15 to 120 seconds long.
    """
    candidates = [
        (worth, -order, bite)
        for order, (worth, bite) in enumerate(_candidates(episode))
        if SHORTEST <= bite.seconds <= LONGEST
    ]
    best = max(candidates, key=lambda c: c[:2], default=None)
    return (best[2],) if best else ()


def _candidates(episode: Episode) -> Iterator[tuple[int, Soundbite]]:
    for _, group in groupby(episode.segments, key=lambda segment: segment.chapter):
        chapter = [segment for segment in group if segment.kind in WORTH]
        for place, segment in enumerate(chapter):
            if segment.sentences:
                yield _worth(segment), _bite(chapter, place)


def _worth(segment: TimedSegment) -> int:
    quoted = any(mark in segment.text for mark in QUOTATION_MARKS)
    return WORTH[segment.kind] + quoted


def _bite(chapter: Sequence[TimedSegment], place: int) -> Soundbite:
    """The segment at `place`, with later ones and then earlier ones until it's long enough."""
    sentences: list[TimedSentence] = list(chapter[place].sentences)
    later = [s for segment in chapter[place + 1 :] for s in segment.sentences]
    earlier = [s for segment in chapter[:place] for s in segment.sentences]
    while _seconds(sentences) < SHORTEST and (later or earlier):
        if later:
            sentences.append(later.pop(0))
        else:
            sentences.insert(0, earlier.pop())
    while len(sentences) > 1 and _seconds(sentences) > LONGEST:
        sentences.pop()
    title = chapter[place].sentences[0].text
    return Soundbite(start=sentences[0].start, seconds=_seconds(sentences), title=title)


def _seconds(sentences: Sequence[TimedSentence]) -> float:
    return sentences[-1].end - sentences[0].start
