"""Word times: which stretch of the sound is which word of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.voice import Word

PHONEMES = re.compile(r"\[\[(.*?)\]\]")
"""`[[…]]` holds phonemes, in the text that is sent to an engine."""
WORD = re.compile(r"(?:\[\[.*?\]\]|\S)+")
"""A word of such a text: phonemes may hold spaces."""
SILENT = frozenset(".,;:!?\"'-()¡¿—–…«»“”")
"""Phonemes that are a pause."""

REACH = 4
"""Words that an engine says as one ("of the"), or parts that it makes of one word ("30km")."""
UNEVEN = 0.5
"""What it costs to take several for one: less than one sound that differs."""


@dataclass(frozen=True)
class Span:
    """A stretch that the engine says as one word: its sounds, and its seconds."""

    sounds: str
    start: float
    end: float


def place(texts: Sequence[str], sounds: Sequence[str], spans: Sequence[Span]) -> tuple[Word, ...]:
    """The words with their times, when each would sound like `sounds` by itself.

    Engines join words and part them; so words and spans are laid side by side where their
    sounds differ least. Words that share a span share its time by their sounds' number.
    """
    if not spans or not texts:
        return ()
    words: list[Word] = []
    for i, j, words_taken, spans_taken in _path(sounds, spans):
        group = range(i, i + words_taken)
        start, end = spans[j].start, spans[j + spans_taken - 1].end
        total = sum(max(1, len(sounds[k])) for k in group)
        for k in group:
            until = start + (end - spans[j].start) * max(1, len(sounds[k])) / total
            words.append(Word(texts[k], start, until))
            start = until
    return tuple(words)


def _path(sounds: Sequence[str], spans: Sequence[Span]) -> list[tuple[int, int, int, int]]:
    """The cheapest way through both rows: (word, span, words taken, spans taken) each step."""
    width, height = len(spans), len(sounds)
    band = abs(width - height) + 2 * REACH
    moves = [(1, 1), *((n, 1) for n in range(2, REACH + 1)), *((1, n) for n in range(2, REACH + 1))]
    infinite = float("inf")
    cost = {(0, 0): 0.0}
    back: dict[tuple[int, int], tuple[int, int]] = {}
    ours = [Counter(sound) for sound in sounds]
    theirs = [Counter(span.sounds) for span in spans]
    for i in range(height):
        for j in range(max(0, i - band), min(width, i + band + 1)):
            here = cost.get((i, j), infinite)
            if here == infinite:
                continue
            for down, across in moves:
                there = (i + down, j + across)
                if there[0] > height or there[1] > width:
                    continue
                apart = _difference(ours[i : i + down], theirs[j : j + across])
                total = here + apart + UNEVEN * (down + across - 2)
                if total < cost.get(there, infinite):
                    cost[there] = total
                    back[there] = (i, j)
    return _steps(back, (height, width)) or _evenly(height, width)


def _difference(ours: Sequence[Counter[str]], theirs: Sequence[Counter[str]]) -> int:
    """How many sounds one side has and the other has not."""
    left, right = sum(ours, Counter[str]()), sum(theirs, Counter[str]())
    return sum(abs(left[sound] - right[sound]) for sound in left.keys() | right.keys())


def _steps(
    back: dict[tuple[int, int], tuple[int, int]], end: tuple[int, int]
) -> list[tuple[int, int, int, int]]:
    steps = []
    while end in back:
        start = back[end]
        steps.append((*start, end[0] - start[0], end[1] - start[1]))
        end = start
    return steps[::-1] if end == (0, 0) else []


def _evenly(height: int, width: int) -> list[tuple[int, int, int, int]]:
    """All in one step: nothing is known but the beginning and the end."""
    return [(0, 0, height, width)]
