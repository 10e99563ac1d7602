"""Words and sentences that lost the space between them: haverelaxed → have relaxed."""

from __future__ import annotations

from podcast import glue
from podcast.spoken.rules import Found, Rule


def part(found: Found) -> str | None:
    """haverelaxed → have relaxed; saidthat → said that; without stays."""
    return glue.split(found.text)


def part_sentences(found: Found) -> str:
    """The end.The next day → The end. The next day."""
    return f"{found.text} "


RULES: tuple[Rule, ...] = (
    Rule("glued words", glue.CANDIDATE, part),
    Rule("glued sentences", r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+[\s,.;:’'])", part_sentences, ".!?"),
)
"""Before all other rules."""
