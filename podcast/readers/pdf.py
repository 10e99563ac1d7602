"""A PDF → an article: columns in reading order, without what repeats on each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from podcast.article import Article, Block, Dropped, Heading, Item, ItemList, Note, Paragraph
from podcast.errors import ArticleError
from podcast.glue import has_hyphen
from podcast.imprint import LONGEST, dated, signed, titled
from podcast.printed import RAISED, Line, lines_of
from podcast.readers.text.pieces import bulleted
from podcast.source import Source
from podcast.source.encoding import mend
from podcast.webpage.bylines import names_in

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 2000
HEADING = 1.12
"""Times the size of the text."""
NOTE = 0.93
"""Times the size of the text: what is smaller, at the foot of a page, is a note."""
EDGE = 2
"""Lines at the top and at the bottom of a page that may be its header and footer."""
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]\d]*$")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|pg\.?)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?\W*", re.I
)
_NOTE_MARK = re.compile(r"(\d{1,3}|[*†‡§])[.)]?\s*(?=\S)")
_LONE_MARK = re.compile(r"[\d*†‡§,\s]{1,6}")
_BACK = re.compile(r"\s*[↩↑⤴]\ufe0e?\s*$")
_COMPOUND = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-"
    r"(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|\w+th)\b",
    re.IGNORECASE,
)
"""Numbers keep their hyphen wherever the line ends."""


def read(source: Source) -> Article:
    """The article in a PDF; raise ArticleError for one that is locked, broken or a picture."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ArticleError(
                f"{source.label}: is locked with a password", hint="save it without one"
            ) from error
        raise ArticleError(
            f"{source.label}: not a whole PDF: {error}", hint="get it again"
        ) from error
    try:
        lines = [
            line
            for page in range(min(len(document), MOST_PAGES))
            for line in lines_of(document, page)
        ]
        facts = {key: _fact(document, key) for key in ("Title", "Author")}
    except pypdfium2.PdfiumError as error:
        raise ArticleError(f"{source.label}: a broken PDF: {error}", hint="get it again") from error
    finally:
        document.close()
    if not any(character.isalpha() for line in lines for character in line.text):
        raise ArticleError(
            f"{source.label}: has no text, only pictures of pages",
            hint="run it through OCR first, for instance with ocrmypdf",
        )
    return _article(lines, facts, source)


def _fact(document: PdfDocument, key: str) -> str:
    """What the file says of itself; empty where that is spoilt."""
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:  # half a character
        return ""


def _article(lines: Sequence[Line], facts: dict[str, str], source: Source) -> Article:
    kept, dropped = _without_furniture(lines)
    size = _usual_size(kept)
    body, notes = _without_notes(kept, size)
    blocks = tuple(_blocks(body, size))
    title, blocks = titled(blocks, mend(facts["Title"]), source.stem)
    authors, blocks = signed(blocks)
    date, blocks = dated(blocks)
    return Article(
        title=title,
        blocks=(*blocks, *notes),
        authors=authors or names_in(mend(facts["Author"])),
        date=date,
        language="",
        dropped=dropped,
    )


# Furniture -----------------------------------------------------------------------------------


def _without_furniture(lines: Sequence[Line]) -> tuple[list[Line], tuple[Dropped, ...]]:
    """The lines, less headers, footers and page numbers."""
    outer = _outer(lines)
    pages = 1 + max(line.page for line in lines)
    repeated = Counter(key for _, key in {(line.page, _key(line)) for line in outer})
    kept: list[Line] = []
    dropped: dict[str, Dropped] = {}
    for line in lines:
        is_number = bool(_PAGE_NUMBER.fullmatch(line.text))
        often = pages > 1 and repeated[_key(line)] >= max(2, pages / 3)
        if line in outer and (often or is_number):
            why = "page number" if is_number else "header or footer"
            dropped.setdefault(_key(line), Dropped(line.text, why))
        else:
            kept.append(line)
    return kept, tuple(dropped.values())


def _outer(lines: Sequence[Line]) -> set[Line]:
    """The lines at the top and bottom of each page, where headers and footers are."""
    outer: set[Line] = set()
    for page in {line.page for line in lines}:
        own = [line for line in lines if line.page == page]
        heights = sorted({round(line.bottom) for line in own})
        edges = {*heights[:EDGE], *heights[-EDGE:]}
        outer.update(line for line in own if round(line.bottom) in edges)
    return outer


def _key(line: Line) -> str:
    """What a header has in common from page to page: its words, but not the numbers."""
    return re.sub(r"\d+", "#", line.text)


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_notes(lines: Sequence[Line], size: float) -> tuple[list[Line], list[Note]]:
    """The lines, less the notes at the foot of each page."""
    body: list[Line] = []
    notes: list[Note] = []
    for position, line in enumerate(lines):
        if line.size < RAISED * size and _LONE_MARK.fullmatch(line.text):
            continue
        small = line.size < NOTE * size and line.bottom < line.height / 2
        above = lines[position - 1] if position else None
        mark = _NOTE_MARK.match(line.text)
        if small and mark:
            notes.append(Note(mark[1], line.text[mark.end() :]))
        elif (
            small
            and notes
            and above is not None
            and _is_note(above, body)
            and above.page == line.page
        ):
            notes[-1] = replace(notes[-1], text=_joined(notes[-1].text, line.text, ""))
        else:
            body.append(line)
    return body, [replace(note, text=note.text.replace("\u00ad", "")) for note in notes]


def _is_note(line: Line, body: Sequence[Line]) -> bool:
    return not body or body[-1] is not line


# Blocks --------------------------------------------------------------------------------------


def _blocks(lines: Sequence[Line], size: float) -> Iterator[Block]:
    groups = list(_groups(lines, size))
    sizes = sorted({group[0].size for group in groups if _is_heading(group, size)}, reverse=True)
    whole = " ".join(line.text for line in lines)
    items: list[Item] = []
    ordered = False
    for group in groups:
        text = _text(group, whole)
        item = None if _is_heading(group, size) else bulleted(text)
        if item is not None and items and item.ordered != ordered:
            yield ItemList(tuple(items), ordered)
            items = []
        if item is not None:
            items.append(Item(item.text))
            ordered = item.ordered
            continue
        if items:
            yield ItemList(tuple(items), ordered)
            items = []
        if _is_heading(group, size):
            yield Heading(text, min(6, 1 + sizes.index(group[0].size)))
        else:
            yield Paragraph(text)
    if items:
        yield ItemList(tuple(items), ordered)


def _is_heading(group: Sequence[Line], size: float) -> bool:
    letters = sum(len(line.text) for line in group)
    if letters > LONGEST or not any(c.isalpha() for line in group for c in line.text):
        return False
    if group[0].size >= HEADING * size:
        return True
    return all(line.bold for line in group) and letters < 100 and group[-1].text[-1] not in ".,;"


def _groups(lines: Sequence[Line], size: float) -> Iterator[list[Line]]:
    """Lines that belong together: a paragraph's, an item's, a heading's."""
    step = _usual_step(lines, size)
    edges = _right_edges(lines, size)
    group: list[Line] = []
    for line in lines:
        if group and _begins(group, line, size, step, edges):
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
    for page in {line.page for line in lines}:
        texts = [line for line in lines if line.page == page and line.size <= HEADING * size]
        for line in lines:
            if line.page == page:
                beside = (o.right for o in texts if o.left < line.right and o.right > line.left)
                edges[line] = max(beside, default=line.right)
    return edges


def _begins(
    group: Sequence[Line], line: Line, size: float, step: float, edges: Mapping[Line, float]
) -> bool:
    """Whether `line` begins a new block."""
    above = group[-1]
    if abs(line.size - above.size) > 0.6 or (line.bold != above.bold and len(group) == 1):
        return True
    if bulleted(line.text) is not None:
        return True
    drop = above.bottom - line.bottom
    if line.page != above.page or drop < 0:
        # A new page or column: the paragraph goes on unless it has come to its end.
        return bool(_SENTENCE_END.search(above.text)) and not _reaches(above, edges)
    if drop > (1.45 * step if line.size <= HEADING * size else 1.8 * line.size):
        return True
    indented = (
        line.left > group[0].left + 0.8 * line.size
        and len(group) == 1
        and bulleted(group[0].text) is None
    )
    indented = indented or (len(group) > 1 and line.left > group[-1].left + 0.8 * line.size)
    return bool(_SENTENCE_END.search(above.text)) and (indented or not _reaches(above, edges))


_SHORT = 0.55
"""Of the column's width: a line that ends before this ends on purpose."""


def _reaches(line: Line, edges: Mapping[Line, float], share: float = 0.85) -> bool:
    """Whether a line goes as far as its column does."""
    return line.right > line.left + share * (edges[line] - line.left)


def _text(group: Sequence[Line], whole: str) -> str:
    text = ""
    for line in group:
        text = _joined(text, line.text, whole)
    return _BACK.sub("", text.replace("\u00ad", "-"))


def _joined(before: str, after: str, whole: str) -> str:
    """Two lines as one; a hyphen at the end of a line goes unless the word has it elsewhere.

    PDFium doesn't tell a word's own hyphen there from one that only divides it.
    """
    if not re.search(r"\w[-‐\u00ad]$", before) or not after[:1].islower():
        return f"{before} {after}".strip()
    first, second = re.split(r"\s", before)[-1][:-1], re.split(r"\s", after)[0].strip(".,;:!?")
    hyphened = f"{first}-{second}"
    keeps = hyphened in whole and f"{first}{second}" not in whole
    keeps = keeps or bool(_COMPOUND.fullmatch(hyphened))
    if not keeps and f"{first}{second}" not in whole:
        keeps = has_hyphen(first.lower(), second)
    return before[:-1] + ("-" if keeps else "") + after
