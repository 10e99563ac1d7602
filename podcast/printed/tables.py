"""A printed page's lines → the tables among them: rows whose cells stand below one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from podcast.article import Table
from podcast.printed import Line
from podcast.readers.text.pieces import bulleted

LEAST = 3
"""Rows: two lines with as many gaps may be chance."""
ALIGNED = 4.0
"""Points between two cells' left edges, right edges or middles in one column."""


def table_rows(lines: Sequence[Line]) -> frozenset[Line]:
    """The lines that are rows of tables."""
    runs = (run for run in _runs(lines) if len(run) >= LEAST and not bulleted(run[0].text))
    return frozenset(line for run in runs for line in run)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    run = list(lines[:1])
    for above, line in pairwise(lines):
        if not _is_below(above, line):
            yield run if len(run[0].cells) > 1 else []
            run = []
        run.append(line)
    yield run if run and len(run[0].cells) > 1 else []


def _is_below(above: Line, line: Line) -> bool:
    """Whether the cells of `line` stand in the columns of the row `above` it."""
    if (
        bulleted(line.text)
        or len(line.cells) < 2
        or len(line.cells) != len(above.cells)
        or line.page != above.page
    ):
        return False
    return all(
        min(abs(one.left - other.left), abs(one.right - other.right)) < ALIGNED
        or abs(one.left + one.right - other.left - other.right) < 2 * ALIGNED
        for one, other in zip(above.cells, line.cells, strict=True)
    )


def table_of(lines: Sequence[Line]) -> Table:
    """The table whose rows they are; a first row without a figure names the columns."""
    rows = tuple(tuple(cell.text for cell in line.cells) for line in lines)
    return Table(rows, header=not any(c.isdigit() for cell in rows[0][1:] for c in cell))
