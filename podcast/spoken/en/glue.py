"""Words and sentences that lost the space between them: haverelaxed → have relaxed."""

from __future__ import annotations

from podcast import glue
from podcast.spoken.en import figures
from podcast.spoken.rules import Found, Rule


def part(found: Found) -> str | None:
    """haverelaxed → have relaxed; saidthat → said that; without stays."""
    return glue.split(found.text)


def part_sentences(found: Found) -> str:
    """The end.The next day → The end. The next day."""
    return f"{found.text} "


def join_decimal(found: Found) -> str:
    """20. 7% → twenty point seven: a decimal that came apart."""
    return figures.count(f"{found[1]}.{found[2]}", found)


RULES: tuple[Rule, ...] = (
    Rule("plus or minus", r"(?<!\w)\+/[-−–]\s?(?=[0-9.$£€])", lambda found: "plus or minus ", "+"),
    Rule(
        "parted decimal",
        r"(?<![\w.,])([0-9]{1,3})\. ([0-9]{1,2})(?=\s?%|\s(?:percent|per cent|per square|million|billion|trillion|km|kg|miles|metres|meters)\b)",
        join_decimal,
        ".",
    ),
    Rule("glued words", glue.CANDIDATE, part),
    Rule("glued sentences", r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+[\s,.;:’'])", part_sentences, ".!?"),
)
"""Before all other rules."""
