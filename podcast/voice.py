"""The voice protocol: an engine with its settings, which says a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable


@dataclass(frozen=True)
class Word:
    """One spoken word and when it's heard, in seconds from the start of its audio."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Audio:
    """Sound as an engine gives it."""

    data: bytes
    format: Literal["mp3", "wav", "ogg", "flac"]
    words: tuple[Word, ...] = ()
    """The words' times in seconds, where the engine knows them."""


@runtime_checkable
class Voice(Protocol):
    """What every engine can do."""

    @property
    def id(self) -> str:
        """Name the engine and every setting that changes the sound: part of the cache key."""

    def say(self, text: str) -> Audio:
        """Say `text`; raise VoiceError if that fails."""
