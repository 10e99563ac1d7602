"""Captions: a sentence cut into cues of one or two lines that break where a reader would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from podcast.episode import Episode, TimedSentence, TimedWord

LINES = 2
LEAST = 0.001
"""Seconds of the shortest cue: one that ends where it starts is none."""

WORD = re.compile(r"[^ \t\r\n]+")
"""What stays on one line: all between spaces that may break."""
END = re.compile(r"[.!?;:…]['\"”’»)\]]*$")
PAUSE = re.compile(r"[,–—-]['\"”’»)\]]*$")
CLAUSES = (
    "and but or nor so because which who that when where while if than as with for from to in",
    "und aber oder denn sondern dass weil wenn als ob damit während mit für von zu",
    "et mais ou donc car que qui dont où quand si avec pour de à",
    "y pero o sino porque que cuando donde si con para de a",
)
"""What a new clause begins with, in the languages that we narrate."""
JOINTS = frozenset(word for line in CLAUSES for word in line.split())

AT_END, AT_PAUSE, AT_JOINT, ANYWHERE = 0.0, 0.1, 0.35, 0.8
"""What it costs a reader when a line or a cue ends there."""
ANOTHER = 1.0
"""What it costs to be shown one more cue."""
UNEVEN = 0.5
"""What it costs, at most, when one line is full and the other empty."""


@dataclass(frozen=True)
class Cue:
    """Words that are on the screen together."""

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str


@dataclass(frozen=True)
class _Token:
    text: str
    start: float


def cues(episode: Episode, width: int) -> Iterator[Cue]:
    """The cues of a transcript whose lines hold `width` letters, in order; none overlaps."""
    last = 0.0
    for segment in episode.segments:
        for sentence in segment.sentences:
            tokens = _tokens(sentence, width)
            groups = _groups(tuple(token.text for token in tokens), width)
            starts = [tokens[first].start for first, _ in groups[1:]]
            times = zip([sentence.start, *starts], [*starts, sentence.end], strict=True)
            for (first, after), (start, end) in zip(groups, times, strict=True):
                start = max(start, last)
                last = max(end, start + LEAST)
                words = tuple(token.text for token in tokens[first:after])
                yield Cue(start, last, _lines(words, width), segment.speaker)


def _tokens(sentence: TimedSentence, width: int) -> list[_Token]:
    """The sentence's words as written, each with when it begins.

    A word that isn't said begins where the one before it ends.
    """
    heard = list(_places(sentence))
    tokens = []
    at = sentence.start
    for match in WORD.finditer(sentence.text):
        begin = at
        here = [word for place, word in heard if match.start() <= place < match.end()]
        if here:
            begin, at = here[0].start, here[-1].end
        pieces = [match[0][i : i + width] for i in range(0, len(match[0]), width)]
        tokens += [_Token(piece, begin) for piece in pieces]
    return tokens


def _places(sentence: TimedSentence) -> Iterator[tuple[int, TimedWord]]:
    """Where each word that is said begins in the text."""
    at = 0
    for word in sentence.words:
        place = sentence.text.find(word.text, at)
        if place >= 0:
            yield place, word
            at = place + len(word.text)


def _groups(words: tuple[str, ...], width: int) -> list[tuple[int, int]]:
    """The words of each cue, as first and one after the last: the cheapest way to part them."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for after in range(1, len(words) + 1):
        ways = []
        for first in range(after - 1, -1, -1):
            if not (lines := _lines(words[first:after], width)):
                break
            price = ANOTHER + _price(words, after) + _uneven(lines, width)
            ways.append((best[first][0] + price, first))
        best.append(min(ways))
    groups = []
    after = len(words)
    while after:
        first = best[after][1]
        groups.append((first, after))
        after = first
    return groups[::-1]


def _uneven(lines: tuple[str, ...], width: int) -> float:
    """A cue of a single short word costs more than one that is well filled."""
    return UNEVEN * (1 - sum(map(len, lines)) / (LINES * width)) ** 2


def _lines(words: tuple[str, ...], width: int) -> tuple[str, ...]:
    """The words in one line, or in two where it reads best; none when they don't fit."""
    whole = " ".join(words)
    if len(whole) <= width:
        return (whole,)
    ways = []
    for after in range(1, len(words)):
        upper, lower = " ".join(words[:after]), " ".join(words[after:])
        if len(upper) <= width and len(lower) <= width:
            slant = abs(len(upper) - len(lower)) / width
            ways.append((_price(words, after) + UNEVEN * slant, (upper, lower)))
    return min(ways)[1] if ways else ()


def _price(words: tuple[str, ...], after: int) -> float:
    """What it costs to break before word `after`."""
    if after == len(words) or END.search(words[after - 1]):
        return AT_END
    if PAUSE.search(words[after - 1]):
        return AT_PAUSE
    return AT_JOINT if words[after].lower() in JOINTS else ANYWHERE
