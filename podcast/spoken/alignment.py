"""When each written word is heard: times of the spoken words carried back to the written ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.spoken import Spoken
from podcast.voice import Word

_WORD = re.compile(r"\S*\w\S*")


def align(spoken: Spoken, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the written words with the times at which they are heard.

    `words` are the spoken form's words in order, as the voice timed them: parted as the voice
    likes ("E.U" in one or two), with or without punctuation. A written word lasts as long as
    what is said of it: "30km" all of "thirty kilometres". Written words that one change says
    together (5 May → the fifth of May) share its time by their length; a word that isn't said
    gets no time and is left out.
    """
    times = _letter_times(spoken.spoken, words)
    if not times:
        return ()
    heard = []
    for start, end in _sources(spoken):
        times_here = [time for time in times[start[1] : end[1]] if time]
        if times_here:
            first, last = times_here[0][0], times_here[-1][1]
            heard += _share(spoken.text, start[0], end[0], first, last)
    return tuple(_whole(spoken.text, heard))


def _letter_times(spoken: str, words: Sequence[Word]) -> list[tuple[float, float] | None]:
    """The time of each character of the spoken form; None where no word was found for it."""
    times: list[tuple[float, float] | None] = [None] * len(spoken)
    folded, at = spoken.lower(), 0
    if len(folded) != len(spoken):  # a few letters grow in lower case: İ
        folded = spoken
    for word in words:
        letters = [letter for letter in word.text.lower() if letter.isalnum()]
        places, next_at = [], at
        for letter in letters:
            place = folded.find(letter, next_at, next_at + 12)
            if place < 0:
                continue
            places.append(place)
            next_at = place + 1
        if places:
            at = next_at
            step = (word.end - word.start) / len(places)
            for index, place in enumerate(places):
                times[place] = (word.start + index * step, word.start + (index + 1) * step)
    return times


def _sources(spoken: Spoken) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Pieces of the written text with the pieces of the spoken form that say them, in order."""
    pieces = []
    written_at = spoken_at = 0
    for change in (*spoken.changes, None):
        same_end = change.start if change else len(spoken.text)
        for match in _WORD.finditer(spoken.text, written_at, same_end):
            begin = spoken_at + match.start() - written_at
            pieces.append(
                ((match.start(), begin), (match.end(), begin + match.end() - match.start()))
            )
        spoken_at += same_end - written_at
        if change:
            said = spoken_at + len(change.spoken)
            pieces.append(((change.start, spoken_at), (change.end, said)))
            written_at, spoken_at = change.end, said
    return pieces


def _share(
    text: str, start: int, end: int, first: float, last: float
) -> list[tuple[int, int, float, float]]:
    """Give the words of text[start:end] their part of the time, by length."""
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    spans = spans or [
        match.span() for match in re.finditer(r"\S+", text[:end]) if match.start() >= start
    ]
    total = sum(e - s for s, e in spans)
    shared, at = [], first
    for s, e in spans:
        until = at + (last - first) * (e - s) / total
        shared.append((s, e, at, until))
        at = until
    return shared


def _whole(text: str, heard: Sequence[tuple[int, int, float, float]]) -> list[Word]:
    """Join the pieces of one written word: a word ends at white space, not where a rule ends."""
    words: list[Word] = []
    position = 0
    for match in re.finditer(r"\S+", text):
        parts = []
        while position < len(heard) and heard[position][0] < match.end():
            parts.append(heard[position])
            position += 1
        if parts:
            words.append(Word(match[0], parts[0][2], parts[-1][3]))
    return words
