"""What the work tells of itself while it goes on; the command line shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """How far the work is."""

    doing: str
    title: str
    done: float
    total: float


@dataclass(frozen=True)
class Notice:
    """Something that the user should know."""

    text: str


Report = Callable[[Step | Notice], None]
