"""A PDF's pages → lines of text, each with its place on its page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isfinite
from statistics import median
from typing import Any

from podcast.source.encoding import mend

RAISED = 0.9
"""Of the size around it: a smaller figure that is raised hangs a footnote on its word."""
BOLD = 600
"""Of a font's weight."""
SPACE = 0.2
"""Of the size: room between two letters, beyond what is usual in a line, that parts two words."""
CELL = 0.7
"""Of the size: so much room parts two cells of a row."""
_RAISED = frozenset("0123456789*†‡§")
_BOLD = re.compile(rb"bold|black|heavy|demi|CMBX", re.IGNORECASE)
_LONGEST_NAME = 100
_HYPHENS = "\ufffe\u00ad\u0002"
"""What stands for a hyphen that is only there because the line ends."""


@dataclass(frozen=True)
class Cell:
    """A part of a line with much room around it, as in the row of a table."""

    text: str
    left: float
    right: float


@dataclass(frozen=True)
class Line:
    """A line of text on a page; its place in points from the lower left corner."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    height: float = 0.0
    """Of its page."""
    mark: str = ""
    """The raised figure or sign that a note begins with."""
    cells: tuple[Cell, ...] = ()
    """Its parts, where it has several."""


@dataclass(frozen=True)
class Letter:
    """A character and its box."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool


def by_page(lines: Iterable[Line]) -> dict[int, list[Line]]:
    """The lines of each page."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return pages


def lines_of(document: Any, number: int) -> Iterator[Line]:
    """The lines of one page of a PDFium document, in the order in which they were set."""
    page = document[number]
    text = page.get_textpage()
    width, height = page.get_size()
    upright = _UPRIGHT[page.get_rotation()]
    line: list[Letter] = []
    for letter in (upright(letter, width, height) for letter in _letters(text)):
        if letter.text in "\r\n" or (line and _is_elsewhere(line, letter)):
            yield from _line(line, number, height)
            line = []
        if letter.text not in "\r\n":
            line.append(letter)
    yield from _line(line, number, height)
    text.close()
    page.close()


def _turned(letter: Letter, left: float, right: float, bottom: float, top: float) -> Letter:
    return replace(letter, left=left, right=right, bottom=bottom, top=top)


_UPRIGHT: dict[int, Callable[[Letter, float, float], Letter]] = {
    # A letter's place on a page of so much width and height that is shown turned clockwise.
    0: lambda a, width, height: a,
    90: lambda a, width, height: _turned(a, a.bottom, a.top, height - a.right, height - a.left),
    180: lambda a, width, height: _turned(
        a, width - a.right, width - a.left, height - a.top, height - a.bottom
    ),
    270: lambda a, width, height: _turned(a, width - a.top, width - a.bottom, a.left, a.right),
}


def _letters(text: Any) -> Iterator[Letter]:
    """The page's characters, in the order in which they were set: column by column."""
    from pypdfium2 import raw  # PDFium: only where there is a PDF

    box = [ctypes.c_double() for _ in range(4)]
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        raw.FPDFText_GetCharBox(text, index, *box)
        left, right, bottom, top = (edge.value for edge in box)
        bold = raw.FPDFText_GetFontWeight(text, index) >= BOLD
        if not bold:
            # What a font weighs often tells only of its letters' stems.
            length = raw.FPDFText_GetFontInfo(text, index, name, _LONGEST_NAME, None)
            bold = length <= _LONGEST_NAME and _BOLD.search(name.raw[:length]) is not None
        size = abs(raw.FPDFText_GetFontSize(text, index))
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        # A broken file puts letters nowhere: at places that are no numbers, or endless ones.
        if character and all(map(isfinite, (left, right, bottom, top, size))):
            yield Letter(character, left, right, bottom, top, size, bold)


def _is_elsewhere(line: Sequence[Letter], letter: Letter) -> bool:
    """Whether a character can't be of the line that those before it are on."""
    last = next((other for other in reversed(line) if not other.text.isspace()), None)
    if last is None or letter.text.isspace():
        return False
    size = max(last.size, letter.size, 1.0)
    return abs(letter.bottom - last.bottom) > 1.2 * size or letter.left < last.left - 2 * size


def _line(letters: Sequence[Letter], page: int, height: float) -> Iterator[Line]:
    marks = [letter for letter in letters if not letter.text.isspace()]
    if not marks:
        return
    size = median(letter.size for letter in marks)
    base = median(letter.bottom for letter in marks)
    raised = [letter for letter in marks if len(marks) >= 4 and _is_raised(letter, size, base)]
    first = next((n for n, letter in enumerate(marks) if letter not in raised), 0)
    parts = list(_parts([letter for letter in letters if letter not in raised], size))
    cells = tuple(cell for part in parts if (cell := _cell(part)))
    text = " ".join(cell.text for cell in cells)
    shown = "".join(letter.text for letter in letters if letter not in raised)
    if text:
        yield Line(
            text=text if shown.rstrip()[-1:] not in _HYPHENS else f"{text.rstrip(_HYPHENS)}\u00ad",
            page=page,
            left=min(letter.left for letter in marks),
            right=max(letter.right for letter in marks),
            bottom=base,
            size=round(size, 1),
            bold=sum(letter.bold for letter in marks) > 0.8 * len(marks),
            height=height,
            mark="".join(letter.text for letter in marks[:first]),
            cells=cells,
        )


def _parts(letters: Sequence[Letter], size: float) -> Iterator[list[Letter]]:
    """The letters apart where there's much room, with a space where a program set none."""
    marks = [letter for letter in letters if not letter.text.isspace()]
    gaps = [other.left - one.right for one, other in pairwise(marks)]
    usual = median(gaps) if gaps else 0.0
    room = {id(letter): gap - usual for letter, gap in zip(marks[1:], gaps, strict=True)}
    part: list[Letter] = []
    for letter in letters:
        if room.get(id(letter), 0.0) > CELL * size:
            yield part
            part = []
        elif room.get(id(letter), 0.0) > SPACE * size:
            letter = replace(letter, text=f" {letter.text}")
        part.append(letter)
    yield part


def _cell(letters: Sequence[Letter]) -> Cell | None:
    text = "".join(letter.text for letter in letters).replace("\x00", "")
    marks = [letter for letter in letters if not letter.text.isspace()]
    said = mend(" ".join(text.split()))
    return Cell(said, marks[0].left, marks[-1].right) if marks and said else None


def _is_raised(letter: Letter, size: float, base: float) -> bool:
    if letter.text not in _RAISED:
        return False
    height = letter.bottom - base
    return (letter.size < RAISED * size and height > 0.15 * size) or (
        letter.text.isdigit() and height > 0.25 * size
    )
