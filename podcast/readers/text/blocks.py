"""Pieces → blocks: what stands side by side becomes a paragraph, a list, a quotation, a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from podcast.article import Block, Break, Heading, Item, ItemList, Paragraph, Quote, Table
from podcast.readers.text.pieces import ITEMS, Piece
from podcast.readers.text.told import ATTRIBUTION, told

DEEPEST = 20
"""Lists within lists; what lies deeper is of the last one."""


def blocks_of(pieces: Sequence[Piece]) -> Iterator[Block]:
    """The blocks that `pieces` make, in order."""
    usual_gap = _usual_gap(pieces)
    previous = "heading"
    for kind, run in groupby(told(pieces), key=lambda p: "item" if p.kind in ITEMS else p.kind):
        yield from _BUILDERS[kind](list(run), usual_gap, previous)
        previous = kind


def _usual_gap(pieces: Sequence[Piece]) -> int:
    gaps = sorted(piece.gap for piece in pieces)
    return gaps[len(gaps) // 2] if gaps else 0


def _headings(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    for piece in run:
        yield Heading(piece.marked)


def _paragraphs(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    blocks: list[Block] = []
    for position, piece in enumerate(run):
        said = ATTRIBUTION.fullmatch(piece.text)
        before = blocks[-1] if blocks else None
        if said and isinstance(before, Paragraph) and before.text[0] in '"“„«':
            blocks[-1] = Quote((before.text,), said[1])
            continue
        # More room than usual between two paragraphs is a divider.
        if (
            usual_gap
            and piece.gap > usual_gap
            and (position or previous not in ("heading", "rule"))
        ):
            blocks.append(Break())
        blocks.append(Paragraph(piece.text))
    return iter(blocks)


def _quotes(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    texts = [piece.text for piece in run]
    said = ATTRIBUTION.fullmatch(texts[-1]) if len(texts) > 1 else None
    yield Quote(tuple(texts[:-1]), said[1]) if said else Quote(tuple(texts))


def _rules(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    yield Break()


def _tables(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    """A table for rows with as many cells; a first row without a figure names the columns."""
    for _, rows in groupby(run, key=lambda piece: piece.text.count("\t")):
        cells = tuple(tuple(piece.text.split("\t")) for piece in rows)
        yield Table(cells, header=not any(c.isdigit() for cell in cells[0][1:] for c in cell))


def _lists(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    """One list for each run of items at the first item's indent; deeper ones lie below."""
    start = 0
    for position in range(1, len(run) + 1):
        if position == len(run) or _begins_list(run[start], run[position - 1], run[position]):
            yield _list(run[start:position])
            start = position


def _begins_list(first: Piece, before: Piece, piece: Piece) -> bool:
    if piece.indent > first.indent:
        return False
    return piece.mark != first.mark if piece.kind == "bullet" else piece.number == 1


def _list(run: Sequence[Piece], depth: int = 1) -> ItemList:
    items: list[Item] = []
    position = 0
    while position < len(run):
        end = position + 1
        while depth < DEEPEST and end < len(run) and run[end].indent > run[position].indent:
            end += 1
        below = _list(run[position + 1 : end], depth + 1) if end > position + 1 else None
        items.append(Item(run[position].text, below))
        position = end
    ordered = run[0].kind != "bullet"
    return ItemList(tuple(items), ordered, run[0].number if ordered else 1)


_BUILDERS = {
    "heading": _headings,
    "plain": _paragraphs,
    "quote": _quotes,
    "row": _tables,
    "rule": _rules,
    "item": _lists,
}
