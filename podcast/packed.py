"""Words and their times side by side, packed: a book has 130,000 of them, twice."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from sys import intern
from typing import Protocol, TypeVar, overload

UNIT = 10_000
"""Ticks of a second: an engine's times are kept to a tenth of a millisecond."""
BETWEEN = "\x1f"
"""Between two words: Unicode's separator, which counts as white space, so that no word has one."""
SMALL, LARGE = "<ii", "<qq"
"""How two times are packed: in four bytes each for the first 59 hours, in eight beyond."""


class Timed(Protocol):
    """A word and when it's heard, in seconds."""

    @property
    def text(self) -> str:
        """The word."""

    @property
    def start(self) -> float:
        """When it begins."""

    @property
    def end(self) -> float:
        """When it ends."""


W = TypeVar("W", bound=Timed)


class Packed(Sequence[W]):
    """Like a tuple of words, in a quarter of its memory: a word is made when it's asked for.

    Times are rounded to a tenth of a millisecond.
    """

    __slots__ = ("_form", "_kind", "_texts", "_times")

    def __init__(self, kind: Callable[[str, float, float], W], words: Iterable[W]) -> None:
        words = tuple(words)
        ticks = [round(time * UNIT) for word in words for time in (word.start, word.end)]
        self._kind = kind
        # Interned: a sentence's words are mostly the same as spoken and as written.
        self._texts = intern(BETWEEN.join(word.text for word in words))
        self._form = SMALL if max(ticks, default=0) < 2**31 else LARGE
        self._times = struct.pack(f"<{len(ticks)}{self._form[-1]}", *ticks)

    def __len__(self) -> int:
        return len(self._times) // struct.calcsize(self._form)

    def __iter__(self) -> Iterator[W]:
        times = struct.iter_unpack(self._form, self._times)
        for text, (start, end) in zip(self._texts.split(BETWEEN), times, strict=False):
            yield self._kind(text, start / UNIT, end / UNIT)

    @overload
    def __getitem__(self, index: int) -> W: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[W, ...]: ...
    def __getitem__(self, index: int | slice) -> W | tuple[W, ...]:
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Packed):
            mine, others = (self._texts, self._times), (other._texts, other._times)
            return mine == others and self._kind == other._kind
        return tuple(self) == other

    def __hash__(self) -> int:
        return hash((self._texts, self._times))

    def __repr__(self) -> str:
        return repr(tuple(self))


def pack(kind: Callable[[str, float, float], W], words: Sequence[W]) -> Sequence[W]:
    """`words` as they are when they're packed, or none; else packed."""
    return words if isinstance(words, Packed) or not words else Packed(kind, words)
