"""A printed page's lines → its text, and the notes at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from podcast.article import Block, ItemList, Note
from podcast.printed import RAISED, Line

NOTE = 0.93
"""Times the size of the text: what is smaller, at the foot of a page, is a note."""
_MARK = re.compile(r"(\d{1,3}|[*†‡§])(?:[.)]\s*|\s+|(?=[^\W\d_“\"]))(?=\S)")
_LONE_MARK = re.compile(r"[\d*†‡§,\s]{1,6}")
_BACK = re.compile(r"\s*[↩↑⤴]\ufe0e?\s*$")
"""What leads back from a note to the text that it is of."""


def without_notes(
    lines: Sequence[Line], size: float
) -> tuple[list[Line], list[tuple[str, list[Line]]]]:
    """The lines of the text, whose size is `size`, and each note's mark and lines."""
    body: list[Line] = []
    notes: list[tuple[str, list[Line]]] = []
    last = lone = None
    for line in lines:
        if line.size < RAISED * size and _LONE_MARK.fullmatch(line.text):
            lone = line
            continue
        small = line.size < NOTE * size
        mark, text = _marked(line, lone, body, small)
        lone = None
        if mark:
            notes.append((mark, [replace(line, text=text)]))
        elif notes and last is not None and _goes_on(last, line, small):
            notes[-1][1].append(line)
        else:
            body.append(line)
            last = None
            continue
        last = line
    return body, notes


def is_note(line: Line) -> bool:
    """Whether a line may be the beginning of a note."""
    return bool(line.mark or _MARK.match(line.text))


def _marked(line: Line, lone: Line | None, body: Sequence[Line], small: bool) -> tuple[str, str]:
    """The mark and the text of a note's first line; `lone` may be a mark that was set apart."""
    if line.bottom > line.height / 2:
        return "", ""
    if line.mark:
        return line.mark, line.text
    found = _MARK.match(line.text)
    if small and found:
        return found[1], line.text[found.end() :]
    if lone is None or not _same_height(lone, line) or not 0 <= line.left - lone.right < line.size:
        return "", ""
    # After a word of the text, it's what the note is of.
    is_in_text = bool(body) and _same_height(body[-1], line)
    return ("", "") if is_in_text else (lone.text, line.text)


def _same_height(one: Line, other: Line) -> bool:
    return one.page == other.page and abs(one.bottom - other.bottom) < 0.6 * other.size


def _goes_on(last: Line, line: Line, small: bool) -> bool:
    """Whether `line` goes on with the note whose last line is `last`."""
    if line.page != last.page or abs(line.size - last.size) > 0.6:
        return False
    return small or 0 < last.bottom - line.bottom < 1.6 * line.size


def without_endnotes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the items of lists as notes that lead back to the text."""
    for block in blocks:
        if isinstance(block, ItemList) and all(_BACK.search(item.text) for item in block.items):
            for number, item in enumerate(block.items, block.start):
                yield Note(str(number), _BACK.sub("", item.text))
        else:
            yield block
