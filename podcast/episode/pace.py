"""Pace: how long the silence is between two things that are said."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from podcast.errors import ShowError
from podcast.script import Segment

PAUSES: Mapping[str, float] = {
    "start": 0.2,  # before the first word
    "sentence": 0.35,
    "question": 0.5,  # after a sentence that asks
    "colon": 0.3,  # after a sentence that announces what follows
    "item": 0.6,  # between the items of a list
    "paragraph": 0.75,
    "quote": 0.8,  # before and after a quotation
    "list": 0.6,  # before and after a list or a table
    "heading": 0.8,  # after a heading
    "chapter": 1.4,  # before a new section
    "title": 1.1,  # after the title
    "intro": 0.9,  # after our opening words
    "outro": 1.6,  # before our closing words
    "jingle": 0.5,  # before and after music of one's own
    "end": 1.0,  # after the last word
}
"""Seconds of silence, by what stands before or after."""

LONGEST = 2.2
"""A longer silence sounds as if the episode had ended: listeners look at their phones."""

BREATH = 0.25
"""How much longer, at most, the pause after a paragraph grows, as a share of it."""
LONG = 20.0
"""Seconds after which a reader has used up that breath."""

ENDINGS = {"?": "question", ":": "colon"}
"""What a sentence's last mark makes of the pause after it."""

AROUND = {"quote": "quote", "list": "list", "table": "list"}
"""Kinds of segment that have their own pause before and after them."""


def pauses(changes: Mapping[str, float], *, where: str = "show.toml: [pauses]") -> dict[str, float]:
    """The table with a show's changes in it; raise ShowError for what can't be one."""
    for name, seconds in changes.items():
        if name not in PAUSES:
            close = get_close_matches(name, PAUSES, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"one of {', '.join(PAUSES)}"
            raise ShowError(f"{where}: unknown pause {name!r}", hint=hint)
        if not 0 <= seconds <= LONGEST:
            raise ShowError(
                f"{where}: {name} = {seconds!r} is not a pause",
                hint=f"give seconds, from 0 to {LONGEST}",
            )
    return {**PAUSES, **changes}


def between_sentences(table: Mapping[str, float], segment: Segment) -> tuple[float, ...]:
    """The pause after each sentence of a segment but the last."""
    pairs = zip(segment.sentences, segment.sentences[1:], strict=False)
    return tuple(
        table["item"]
        if before.item != after.item
        else table[ENDINGS.get(before.text.rstrip(" \"'”’»)")[-1:], "sentence")]
        for before, after in pairs
    )


def between_segments(
    table: Mapping[str, float], before: Segment, after: Segment, seconds: float
) -> float:
    """The pause between two segments; the one before took `seconds` to say."""
    if after.kind == "outro" and before.kind != "outro":
        return table["outro"]
    if before.kind in ("title", "intro", "heading"):
        return table[before.kind]
    if after.chapter != before.chapter or after.kind == "heading":
        return table["chapter"]
    for kind in (after.kind, before.kind):
        if kind in AROUND:
            return table[AROUND[kind]]
    return table["paragraph"] * (1 + BREATH * min(seconds / LONG, 1.0))
