"""Files that real programs have made: every word of the article, and its structure.

scripts/make_reading_files.py made them, with Chromium, LibreOffice, pandoc, groff and WeasyPrint.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast.article import (
    Article,
    Dropped,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Quote,
    Table,
    read,
    read_all,
    texts,
)
from podcast.source import Options
from tests.words import likeness

FILES = Path(__file__).parent / "files"
HEADINGS = ["What the keeper says", "What the town does", "What happens in spring"]
TITLE = "The clock that lost an hour"


@pytest.fixture(scope="module")
def written() -> str:
    text = "\n".join(texts(read(FILES / "article.md").blocks))
    # pandoc's notes within the text, ^[…], are no part of CommonMark.
    return text.replace("^[The town's records show a loss of fifty-one seconds on average.]", "")


def said(article: Article) -> str:
    """All but the notes, which each program puts somewhere else."""
    notes = ("The town’s records show", "The town's records show")
    blocks = [
        block
        for block in article.blocks
        if not isinstance(block, Note)
        and not (isinstance(block, ItemList) and block.items[0].text.startswith(notes))
    ]
    return "\n".join(texts(blocks)).removeprefix("Nora Falk\n")


@pytest.mark.parametrize(
    "name",
    ["chromium-one-column.pdf", "chromium-two-columns.pdf", "libreoffice.pdf", "pandoc.epub"],
)
def test_every_word_is_read_and_headings_are_kept(name: str, written: str) -> None:
    article = read(FILES / name)
    assert article.title == TITLE
    assert [block.text for block in article.blocks if isinstance(block, Heading)] == HEADINGS
    assert likeness(said(article), written) >= 0.99
    assert "hundred and twelve steps" in said(article)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("groff.pdf", "mill.md"),  # moves on where a space is
        ("weasyprint.pdf", "mill.md"),  # a large initial, notes, running heads, a caption beside
        ("chromium-initial.pdf", "trains.md"),  # the same in two columns
    ],
)
def test_a_printed_article_says_what_its_source_says(name: str, source: str) -> None:
    def told(article: Article) -> list[str]:
        return [block.text for block in article.blocks if isinstance(block, Heading | Note)]

    printed, written = read(FILES / name), read(FILES / source)
    assert (printed.title, printed.authors) == (written.title, written.authors)
    assert printed.date == written.date
    assert sorted(told(printed)) == sorted(told(written))
    assert likeness(plain(printed), plain(written)) >= 0.998
    kinds = (ItemList, Quote, Table)
    assert {type(b) for b in printed.blocks if isinstance(b, kinds)} == {
        type(b) for b in written.blocks if isinstance(b, kinds)
    }


def plain(article: Article) -> str:
    """What it says but for its notes, which stand at the end or on their pages."""
    return "\n".join(texts([b for b in article.blocks if not isinstance(b, Note)]))


def test_headers_and_page_numbers_of_a_pdf_are_dropped() -> None:
    reasons = {d.reason for d in read(FILES / "chromium-one-column.pdf").dropped}
    assert reasons == {"header or footer"}
    assert read(FILES / "libreoffice.pdf").dropped == (
        Dropped("The Lind Gazette · October 2025", "header or footer"),
        Dropped("Page 1 of 2", "page number"),
    )


def test_a_pdfs_footnote_is_a_note_and_its_mark_is_not_read() -> None:
    article = read(FILES / "libreoffice.pdf")
    note = Note("1", "The town's records show a loss of fifty-one seconds on average.")
    assert [block for block in article.blocks if isinstance(block, Note)] == [note]
    assert "looking for the right moment.\n" in said(article)


def test_a_book_tells_its_facts() -> None:
    book = read(FILES / "pandoc.epub")
    assert (book.authors, book.language) == (("Nora Falk",), "en-GB")
    assert book.date is not None
    assert book.date.date().isoformat() == "2025-10-26"


def test_a_book_can_be_split_into_its_chapters() -> None:
    chapters = read_all(FILES / "pandoc.epub", Options(split=True))
    assert [chapter.title for chapter in chapters][1:] == HEADINGS
    assert all(chapter.site == TITLE for chapter in chapters)
    assert isinstance(chapters[1].blocks[0], Paragraph)
