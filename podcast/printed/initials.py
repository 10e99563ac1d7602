"""What was set apart from the line that it begins: a large initial, an item's mark."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from podcast.glue import begins_word
from podcast.printed import Line, by_page

INITIAL = 1.8
"""Times the size of the text."""
MOST = 200
"""Lines at one height: a page has fewer in all."""
_LETTER = re.compile(r"[\"“„«‘'(]?[^\W\d_]")
_MARK = re.compile(r"[•◦▪‣●○–*-]|\d{1,3}[.)]|[a-z][.)]")


def with_initials(lines: Sequence[Line], size: float) -> list[Line]:
    """The lines of a text of `size`, each with the initial or mark that stands beside it."""
    pages = {
        page: sorted(own, key=lambda line: line.bottom) for page, own in by_page(lines).items()
    }
    feet = {page: [line.bottom for line in own] for page, own in pages.items()}
    found: dict[Line, Line] = {}
    gone: set[Line] = set()
    for line in lines:
        initial = line.size >= INITIAL * size and bool(_LETTER.fullmatch(line.text))
        if not initial and not _MARK.fullmatch(line.text):
            continue
        start = bisect_left(feet[line.page], line.bottom - line.size)
        end = bisect_left(feet[line.page], line.bottom + line.size)
        near = pages[line.page][start:end][:MOST]
        beside = (_beside_initial if initial else _beside_mark)(line, near)
        if beside is not None:
            glue = "" if initial and begins_word(line.text[-1], beside.text) else " "
            text = f"{line.text}{glue}{beside.text}"
            found[beside] = replace(beside, text=text, left=beside.left if initial else line.left)
            gone.add(line)
    return [found.get(line, line) for line in lines if line not in gone]


def _beside_initial(initial: Line, lines: Sequence[Line]) -> Line | None:
    """The highest of the lines that stand to the right of an initial."""
    top = initial.bottom + 0.8 * initial.size
    beside = [
        line
        for line in lines
        if INITIAL * line.size <= initial.size
        and initial.bottom - 0.3 * line.size < line.bottom < top - 0.4 * line.size
        and initial.left - 2 <= line.left <= initial.right + 2 * line.size
        and line.right > initial.right + line.size
    ]
    return max(beside, key=lambda line: line.bottom, default=None)


def _beside_mark(mark: Line, lines: Sequence[Line]) -> Line | None:
    """The line that an item's mark stands before, at the same height."""
    beside = [
        line
        for line in lines
        if line is not mark
        and abs(line.bottom - mark.bottom) < 0.4 * line.size
        and 0 <= line.left - mark.right < 3 * line.size
    ]
    return min(beside, key=lambda line: line.left, default=None)
