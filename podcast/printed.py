"""A PDF's pages → lines of text, each with its place on its page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from statistics import median
from typing import Any

from podcast.source.encoding import mend

RAISED = 0.9
"""Of the size around it: a smaller figure that is raised hangs a footnote on its word."""
_HYPHENS = "\ufffe\u00ad\u0002"
"""What stands for a hyphen that is only there because the line ends."""


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


def lines_of(document: Any, number: int) -> Iterator[Line]:
    """The lines of one page of a PDFium document, in the order in which they were set."""
    page = document[number]
    text = page.get_textpage()
    height = page.get_height()
    line: list[Letter] = []
    for letter in _letters(text):
        if letter.text in "\r\n" or (line and _is_elsewhere(line, letter)):
            yield from _line(line, number, height)
            line = []
        if letter.text not in "\r\n":
            line.append(letter)
    yield from _line(line, number, height)
    text.close()
    page.close()


def _letters(text: Any) -> Iterator[Letter]:
    """The page's characters, in the order in which they were set: column by column."""
    from pypdfium2 import raw  # PDFium: only where there is a PDF

    box = [ctypes.c_double() for _ in range(4)]
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        raw.FPDFText_GetCharBox(text, index, *box)
        left, right, bottom, top = (edge.value for edge in box)
        weight = raw.FPDFText_GetFontWeight(text, index)
        size = raw.FPDFText_GetFontSize(text, index)
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        # A broken file puts letters nowhere: at places that are no numbers, or endless ones.
        if character and all(map(isfinite, (left, right, bottom, top, size))):
            yield Letter(character, left, right, bottom, top, size, weight >= 600)


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
    shown = "".join(
        letter.text for letter in letters if not _is_raised(letter, size, base) or len(marks) < 4
    )
    text = mend(" ".join(shown.replace("\x00", "").split()))
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
        )


def _is_raised(letter: Letter, size: float, base: float) -> bool:
    return (
        (letter.text.isdigit() or letter.text in "*†‡§")
        and letter.size < RAISED * size
        and letter.bottom > base + 0.15 * size
    )
