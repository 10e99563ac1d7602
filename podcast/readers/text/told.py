"""Which pieces are headings, items and rows of tables, as their neighbours tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from podcast.dates import parse_date
from podcast.readers.text.pieces import DASHES, SENTENCE_END, Piece

LONGEST_HEADING = 80
"""Characters."""
MOST_HEADING_WORDS = 12
MOST_LEAD_WORDS = 5
"""Words of a heading that ends in a colon ("Also worth noting:")."""
ATTRIBUTION = re.compile(r"(?:[—–―]|--) ?(\w.{0,80}[^.!?])")
_SPEAKER = re.compile(r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) ?:\s+\S")
"""A name and what it says: "Lind: Because …"."""
_SAYING = re.compile(r"[\"“„«‘'] ?\w+(?:['’-]\w+)*(?: \w+(?:['’-]\w+)*){1,4} ?[\"”“»’']")
"""Some words of somebody's over a section: 'A sad smell'."""
_ANSWERS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|says?|said|"
    r"include[sd]?|shows?)\b",
    re.IGNORECASE,
)
"""Verbs that make a line with a colon the start of a sentence, not a heading."""


def told(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the headings among them told from paragraphs, and items from numbers."""
    pieces = _without_false_items(_without_false_rows(pieces))
    speakers = _speakers(pieces)
    result: list[Piece] = []
    for position, piece in enumerate(pieces):
        after = pieces[position + 1 : position + 3]
        may_be = piece.kind == "plain" or (
            piece.kind == "number" and not _has_neighbour(pieces, position)
        )
        is_heading = may_be and _speaker(piece) not in speakers and _is_heading(piece, after)
        result.append(replace(piece, kind="heading") if is_heading else piece)
    return [
        replace(piece, kind="plain", text=piece.marked, mark="")
        if piece.kind == "number" and not _has_neighbour(result, position)
        else piece
        for position, piece in enumerate(result)
    ]


def _speakers(pieces: Sequence[Piece]) -> frozenset[str]:
    """Who takes turns in an interview: names that paragraphs begin with, at least two."""
    names = Counter(filter(None, map(_speaker, pieces)))
    turns = [name for name, count in names.items() if count > 1]
    return frozenset(names) if len(turns) > 1 else frozenset()


def _speaker(piece: Piece) -> str:
    found = _SPEAKER.match(piece.text) if piece.kind == "plain" else None
    return found[1] if found else ""


def _without_false_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """A line with a tab in it is a row of a table only beside another with as many."""
    tabs = [piece.text.count("\t") if piece.kind == "row" else 0 for piece in pieces]
    beside = [0, *tabs, 0]
    return [
        replace(piece, kind="plain", text=" ".join(piece.text.split()))
        if piece.kind == "row" and tabs[n] not in (beside[n], beside[n + 2])
        else piece
        for n, piece in enumerate(pieces)
    ]


def _without_false_items(pieces: Sequence[Piece]) -> list[Piece]:
    """A lone dash opens speech or an attribution; "a)" needs a "b)" to be a list."""
    return [
        replace(piece, kind="plain", text=piece.marked, mark="")
        if (piece.mark in DASHES or piece.kind == "letter") and not _has_neighbour(pieces, n)
        else piece
        for n, piece in enumerate(pieces)
    ]


def _has_neighbour(pieces: Sequence[Piece], position: int) -> bool:
    """Whether the piece beside it is an item of the same list."""
    piece = pieces[position]
    beside = [pieces[n] for n in (position - 1, position + 1) if 0 <= n < len(pieces)]
    if piece.kind == "bullet":
        return any(other.kind == "bullet" for other in beside)
    if any(
        other.kind == piece.kind
        and (abs(other.number - piece.number) <= 1 or other.indent != piece.indent)
        for other in beside
    ):
        return True
    return _has_list_below(pieces, position) or _is_after_list_below(pieces, position)


def _has_list_below(pieces: Sequence[Piece], position: int) -> bool:
    after = pieces[position + 1] if position + 1 < len(pieces) else None
    return after is not None and after.kind == "bullet" and after.indent > pieces[position].indent


def _is_after_list_below(pieces: Sequence[Piece], position: int) -> bool:
    """Whether the bullets before an item lie below the item before it."""
    piece, before = pieces[position], position - 1
    while before >= 0 and pieces[before].kind == "bullet" and pieces[before].indent > piece.indent:
        before -= 1
    return before not in (-1, position - 1) and pieces[before].kind == piece.kind


def _is_heading(piece: Piece, after: Sequence[Piece]) -> bool:
    if not after or not _looks_like_heading(piece):
        return False
    following = after[0]
    if piece.kind == "number":
        return following.kind == "plain" and not SENTENCE_END.search(piece.text.rstrip("?!"))
    if piece.text.endswith("?"):
        # Before a list, a question only leads into it.
        return following.kind == "plain"
    if (
        following.kind == "plain"
        and _looks_like_heading(following)
        and not following.text.endswith("?")
    ):
        # A section and the first section within it; three short lines are an address or a poem.
        return len(after) > 1 and not (after[1].kind == "plain" and _looks_like_heading(after[1]))
    return following.kind != "rule"


def _looks_like_heading(piece: Piece) -> bool:
    text = piece.text
    if not 2 <= len(text) <= LONGEST_HEADING or len(text.split()) > MOST_HEADING_WORDS:
        return False
    if not any(character.isalpha() for character in text) or text[0].islower():
        return False
    if parse_date(text):
        return False
    if (
        (text[0] in "\"“„«‘'(" and not _SAYING.fullmatch(text))
        or text[-1] in "★☆⭐"
        or ATTRIBUTION.fullmatch(text)
    ):
        return False
    if text.endswith("?"):
        return not re.search(r"[.!?…] ", text)
    if text.endswith(":"):
        return len(text.split()) <= MOST_LEAD_WORDS and not _ANSWERS.search(text)
    return text.isupper() or not SENTENCE_END.search(text)
