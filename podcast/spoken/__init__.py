"""The spoken form of written text: 30km → thirty kilometres."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One place where what is said differs from what is written."""

    start: int
    """Where it begins in the written text, in characters."""
    end: int
    spoken: str
    """What is said in place of text[start:end]."""
    rule: str
    """The rule that says so."""


@dataclass(frozen=True)
class Spoken:
    """A text, and what is said of it."""

    text: str
    spoken: str
    changes: tuple[Change, ...] = ()
