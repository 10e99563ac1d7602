"""A PDF → an article: columns in reading order, without what repeats on each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from podcast.article import Article, Dropped, Note
from podcast.errors import ArticleError
from podcast.imprint import dated, signed, titled
from podcast.printed import Line, by_page, lines_of
from podcast.printed.blocks import blocks_of, text_of
from podcast.printed.footnotes import NOTE, is_note, without_notes
from podcast.printed.initials import with_initials
from podcast.source import Source
from podcast.source.encoding import mend
from podcast.webpage.bylines import names_in

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 2000
EDGE = 2
"""Lines at the top and at the bottom of a page that may be its header and footer."""
APART = 2.0
"""Times its size: room between a header or footer and the text."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|pg\.?)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?\W*", re.I
)


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
    body, notes = without_notes(with_initials(kept, size), size)
    blocks = blocks_of(body, size)
    title, blocks = titled(blocks, mend(facts["Title"]), source.stem)
    authors, blocks = signed(blocks)
    date, blocks = dated(blocks)
    return Article(
        title=title,
        blocks=(*blocks, *(Note(mark, text_of(note, "")) for mark, note in notes)),
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
    apart = set(_set_apart(lines))
    kept: list[Line] = []
    dropped: dict[str, Dropped] = {}
    for line in lines:
        is_number = bool(_PAGE_NUMBER.fullmatch(line.text))
        often = pages > 1 and repeated[_key(line)] >= max(2, pages / 3)
        if line in outer and (often or is_number or line in apart):
            why = "page number" if is_number else "header or footer"
            dropped.setdefault(_key(line), Dropped(line.text, why))
        else:
            kept.append(line)
    return kept, tuple(dropped.values())


def _set_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The first and last lines of pages that are small, and stand away from the others.

    So headers and footers are known where there's only one page.
    """
    size = _usual_size(lines)
    for own in by_page(lines).values():
        for outermost in (max, min):
            edge = outermost(line.bottom for line in own)
            others = [line.bottom for line in own if abs(line.bottom - edge) > line.size]
            at_edge = [line for line in own if abs(line.bottom - edge) <= line.size]
            room = abs(edge - outermost(others)) if others else 0.0
            for line in at_edge:
                if line.size < NOTE * size and room > APART * line.size and not is_note(line):
                    yield line


def _outer(lines: Sequence[Line]) -> set[Line]:
    """The lines at the top and bottom of each page, where headers and footers are."""
    outer: set[Line] = set()
    for own in by_page(lines).values():
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
