"""Word times: which stretch of the sound is which word of the text."""

from __future__ import annotations

import math
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
MOVES = [(1, 1), *((n, 1) for n in range(2, REACH + 1)), *((1, n) for n in range(2, REACH + 1))]
"""Words and spans that are taken for each other."""
MOST = (6, 24, math.inf)
"""What the way through a sentence may cost, at the first try and later ones: few cost more, and
what would cost more needn't be looked at (1.7 s of processor less, 253 s of speech, 2026-11)."""


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
    heard = [span.sounds for span in spans]
    for most in MOST:
        if steps := _within(most, sounds, heard):
            return steps
    return _evenly(len(sounds), len(heard))


def _within(
    most: float, ours: Sequence[str], theirs: Sequence[str]
) -> list[tuple[int, int, int, int]]:
    """The cheapest way, when it costs no more than `most`; else none."""
    width, height = len(theirs), len(ours)
    band = abs(width - height) + 2 * REACH
    cost = {(0, 0): 0.0}
    back: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(height):
        for j in range(max(0, i - band), min(width, i + band + 1)):
            here = cost.get((i, j))
            if here is None:
                continue
            for down, across in MOVES:
                there = (i + down, j + across)
                if there[0] > height or there[1] > width:
                    continue
                left, right = "".join(ours[i : i + down]), "".join(theirs[j : j + across])
                limit = min(most, cost.get(there, math.inf))
                total = here + UNEVEN * (down + across - 2)
                if total + abs(len(left) - len(right)) > limit:
                    continue
                total += _difference(left, right)
                if total <= most and total < cost.get(there, math.inf):
                    cost[there] = total
                    back[there] = (i, j)
    return _steps(back, (height, width))


def _difference(left: str, right: str) -> int:
    """How many sounds one side has and the other has not."""
    if left == right:
        return 0
    ours, theirs = Counter(left), Counter(right)
    return sum(abs(ours[sound] - theirs[sound]) for sound in ours.keys() | theirs.keys())


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
