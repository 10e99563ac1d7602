"""The entries of a live blog: the hour of each is heard as its heading, or before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from podcast.article import Block, Heading, Paragraph
from podcast.hours import FEWEST, is_hour, written_out

LEVEL = 3


def timed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, hours on lines of their own as headings: 14:32 – Trains halted.

    An hour goes with the heading after it, or with the one before where every hour has one.
    """
    hours = [n for n, block in enumerate(blocks) if _hour(block)]
    if len(hours) < FEWEST:
        return tuple(blocks)
    after = all(n and isinstance(blocks[n - 1], Heading) for n in hours)
    told: list[Block] = []
    hour = ""
    for block in blocks:
        before = told[-1] if told else None
        if now := _hour(block):
            if after and isinstance(before, Heading):
                told[-1] = _named(before, now)
                continue
            told += _alone(hour)
            hour = now
        elif hour and isinstance(block, Heading):
            told.append(_named(block, hour))
            hour = ""
        else:
            told += [*_alone(hour), block]
            hour = ""
    return (*told, *_alone(hour))


def _hour(block: Block) -> str:
    """Return the hour that a block is; empty when it's another text."""
    if isinstance(block, Heading | Paragraph) and is_hour(block.text):
        return written_out(block.text)
    return ""


def _named(heading: Heading, hour: str) -> Heading:
    return replace(heading, text=f"{hour} – {heading.text}")


def _alone(hour: str) -> list[Block]:
    return [Heading(hour, LEVEL)] if hour else []
