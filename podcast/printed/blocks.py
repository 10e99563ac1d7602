"""A printed page's lines → blocks: by size, by place, and by where they end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise, zip_longest

from podcast.article import Block, Figure, Heading, Item, ItemList, Paragraph, Quote
from podcast.dates import parse_date
from podcast.glue import has_hyphen
from podcast.imprint import LONGEST
from podcast.printed import Line, by_page
from podcast.printed.footnotes import NOTE, without_endnotes
from podcast.printed.tables import table_of, table_rows
from podcast.readers.text.pieces import DASHES, Marked, bulleted
from podcast.readers.text.told import ATTRIBUTION

HEADING = 1.12
"""Times the size of the text."""
LONGEST_CAPTION = 400
"""Letters."""
_OF_A_PICTURE = re.compile(
    r"^(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|figura|bild|foto|photo|map|chart) ?\d{0,3}[.:]|"
    r"\b(?:photo(?:graph)?|foto|picture|image|illustration|credit|source|quelle|crédit)s?\s?"
    r"(?:by\b|: )|©",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]\d]*$")
_MARKS = ".,;:!?\"“”„‘’'»«()[]"
_COMPOUND = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-"
    r"(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|\w+th)\b",
    re.IGNORECASE,
)
"""Numbers keep their hyphen wherever the line ends."""


def blocks_of(lines: Sequence[Line], size: float) -> tuple[Block, ...]:
    """The blocks that the lines make, in a text of `size`."""
    rows = table_rows(lines)
    groups = list(_groups(lines, size, rows))
    sizes = sorted({group[0].size for group in groups if _is_heading(group, size)}, reverse=True)
    whole = frozenset(_WORD.findall(" ".join(line.text for line in lines)))
    made: list[Block | Marked] = []
    for group in groups:
        text = _names(group[0]) if len(group) == 1 else text_of(group, whole)
        if group[0] in rows:
            table = table_of(group)
            names = made[-1].text if made and isinstance(made[-1], Heading | Paragraph) else ""
            if not table.header and len(names.split()) == len(table.rows[0]):
                # Set so close that they look like a line of the text.
                made[-1] = replace(table, rows=(tuple(names.split()), *table.rows), header=True)
            else:
                made.append(table)
        elif _is_heading(group, size):
            made.append(Heading(text, min(6, 1 + sizes.index(group[0].size))))
        elif _is_caption(group, text, size):
            made.append(Figure(text))
        else:
            made.append(bulleted(text) or Paragraph(text))
    return tuple(without_endnotes(tuple(_attributed(tuple(_with_lists(made))))))


def _with_lists(made: Sequence[Block | Marked]) -> Iterator[Block]:
    """The blocks, with neighbouring items as lists; a lone dash begins no list."""
    for ordered, run in groupby(made, key=lambda b: b.ordered if isinstance(b, Marked) else None):
        items = [one for one in run if isinstance(one, Marked)] if ordered is not None else []
        if len(items) == 1 and items[0].mark in DASHES:
            yield Paragraph(f"{items[0].mark} {items[0].text}")
        elif items:
            yield ItemList(tuple(Item(item.text) for item in items), bool(ordered))
        else:
            yield from (block for block in run if not isinstance(block, Marked))


def _names(line: Line) -> str:
    """What a line says; with commas between cells of several words, as authors stand."""
    several = len(line.cells) > 1 and all(
        " " in cell.text and cell.text[0].isupper() for cell in line.cells
    )
    return ", ".join(cell.text for cell in line.cells) if several else line.text


def _attributed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a paragraph as a quotation where who said it stands under it."""
    for block, after in zip_longest(blocks, blocks[1:]):
        said = ATTRIBUTION.fullmatch(after.text) if isinstance(after, Paragraph) else None
        if said and isinstance(block, Paragraph):
            yield Quote((block.text,), said[1])
        elif not (isinstance(block, Paragraph) and ATTRIBUTION.fullmatch(block.text)):
            yield block


def _is_caption(group: Sequence[Line], text: str, size: float) -> bool:
    """Whether small letters tell of a picture: who took it, or which one it is."""
    small = all(line.size < NOTE * size for line in group)
    return small and len(text) <= LONGEST_CAPTION and _OF_A_PICTURE.search(text) is not None


def _is_heading(group: Sequence[Line], size: float) -> bool:
    letters = sum(len(line.text) for line in group)
    alphabetic = sum(c.isalpha() or c.isspace() for line in group for c in line.text)
    if letters > LONGEST or 2 * alphabetic < letters:
        return False
    if group[0].size >= HEADING * size:
        return True
    return all(line.bold for line in group) and letters < 100 and group[-1].text[-1] not in ".,;"


def _groups(lines: Sequence[Line], size: float, rows: frozenset[Line]) -> Iterator[list[Line]]:
    """Lines that belong together: a paragraph's, an item's, a heading's."""
    step = _usual_step(lines, size)
    edges = _right_edges(lines, size)
    short = _short(lines, size)
    group: list[Line] = []
    for line in lines:
        is_row = line in rows
        if group and (
            is_row != (group[-1] in rows)
            if is_row or group[-1] in rows
            else _begins(group, line, size, step, edges, short)
        ):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _usual_step(lines: Sequence[Line], size: float) -> float:
    """From one line's foot to the next one's, in the text."""
    steps = Counter(
        round(above.bottom - below.bottom, 1)
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.bottom - below.bottom < 3 * size
    )
    return steps.most_common(1)[0][0] if steps else 1.2 * size


def _right_edges(lines: Sequence[Line], size: float) -> dict[Line, float]:
    """Where each line's column ends on the right."""
    edges: dict[Line, float] = {}
    for own in by_page(lines).values():
        texts = [line for line in own if NOTE * size <= line.size <= HEADING * size]
        small = [line for line in own if line.size < NOTE * size]
        larger = [line for line in own if line.size >= NOTE * size]
        for others, told in ((small, small), (texts, larger)):
            beside = sorted(others, key=lambda line: line.left)
            lefts = [line.left for line in beside]
            # Of those that begin before a line ends, the one that goes farthest is beside it.
            farthest = list(accumulate((line.right for line in beside), max))
            for line in told:
                before = bisect_left(lefts, line.right)
                edges[line] = max(line.right, farthest[before - 1]) if before else line.right
    return edges


def _begins(
    group: Sequence[Line],
    line: Line,
    size: float,
    step: float,
    edges: Mapping[Line, float],
    short: Collection[Line],
) -> bool:
    """Whether `line` begins a new block."""
    above = group[-1]
    if abs(line.size - above.size) > 0.6 or (line.bold != above.bold and len(group) == 1):
        return True
    if bulleted(line.text) is not None or parse_date(line.text) or parse_date(above.text):
        return True
    drop = above.bottom - line.bottom
    if line.page != above.page or drop < 0:
        # A new page or column: the paragraph goes on unless it has come to its end.
        return bool(_SENTENCE_END.search(above.text)) and not _reaches(above, edges)
    if drop > (1.45 * step if line.size <= HEADING * size else 1.8 * line.size):
        return True
    if above in short and not line.text[0].islower():
        return True
    indented = (
        line.left > group[0].left + 0.8 * line.size
        and len(group) == 1
        and bulleted(group[0].text) is None
    )
    indented = indented or (len(group) > 1 and line.left > group[-1].left + 0.8 * line.size)
    return bool(_SENTENCE_END.search(above.text)) and (indented or not _reaches(above, edges))


def _short(lines: Sequence[Line], size: float) -> frozenset[Line]:
    """The lines that end on purpose: long before those under them do."""
    short = set()
    for place, line in enumerate(lines):
        right = max(
            (
                below.right
                for below in lines[place + 1 : place + 1 + _UNDER]
                if below.page == line.page
                and abs(below.left - line.left) < 3 * size
                and abs(below.size - line.size) <= 0.6
            ),
            default=line.right,
        )
        if line.right - line.left < _SHORT * (right - line.left):
            short.add(line)
    return frozenset(short)


_SHORT = 0.55
"""Of the column's width: a line that ends before this ends on purpose."""
_UNDER = 3
"""Lines that tell how wide a column is."""


def _reaches(line: Line, edges: Mapping[Line, float]) -> bool:
    """Whether a line goes as far as its column does."""
    return line.right > line.left + 0.85 * (edges[line] - line.left)


def text_of(group: Sequence[Line], whole: Collection[str] = ()) -> str:
    """What the lines say as one; `whole` are all words of the document, for their hyphens."""
    text = ""
    for line in group:
        text = _joined(text, line.text, whole)
    return text.replace("\u00ad", "-")


def _joined(before: str, after: str, whole: Collection[str] = ()) -> str:
    """Two lines as one; a hyphen at the end of a line goes unless the word has it elsewhere.

    PDFium doesn't tell a word's own hyphen there from one that only divides it.
    """
    if not re.search(r"\w[-‐\u00ad]$", before[-2:]) or not after[:1].islower():
        return f"{before} {after}".strip()
    first = before[:-1].rsplit(maxsplit=1)[-1].strip(_MARKS)
    second = after.split(maxsplit=1)[0].strip(_MARKS)
    hyphened = f"{first}-{second}"
    keeps = hyphened in whole and f"{first}{second}" not in whole
    keeps = keeps or bool(_COMPOUND.fullmatch(hyphened))
    if not keeps and f"{first}{second}" not in whole:
        keeps = has_hyphen(first.lower(), second)
    return before[:-1] + ("-" if keeps else "") + after
