"""Books: the notes to the text, wherever they stand, and the files that are no chapters."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from podcast.article import Article, Heading, Note, Paragraph
from podcast.errors import ArticleError
from podcast.readers.epub import read
from podcast.source import Source

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="content.opf"/></rootfiles></container>"""
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
ICE = "<h2>Ice</h2><p>The lake is frozen{mark}, and the ferry is a restaurant.</p>"


def book(*chapters: str, creator: str = "Lund, Ida", **more: str) -> Source:
    """A book as calibre lays it out: a file each, none in a folder."""
    names = [f"index_split_{n:03}.html" for n in range(len(chapters))]
    opf = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata {DC}><dc:title>The ferry'
        f"</dc:title><dc:creator>{creator}</dc:creator></metadata><manifest>"
        + "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in names)
        + "</manifest><spine>"
        + "".join(f'<itemref idref="{n}"/>' for n in names)
        + "</spine></package>"
    )
    files = {"META-INF/container.xml": CONTAINER, "content.opf": opf}
    files |= {n: f"<html><body>{c}</body></html>" for n, c in zip(names, chapters, strict=True)}
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in (files | more).items():
            archive.writestr(name, content)
    return Source("book.epub", data.getvalue())


def whole(source: Source) -> Article:
    (article,) = read(source)
    return article


TEXT = (
    Heading("Ice", 2),
    Paragraph("The lake is frozen, and the ferry is a restaurant."),
)
NOTE = Note("1", "Since Monday.")


@pytest.mark.parametrize(
    "chapters",
    [
        (
            ICE.format(mark='<a epub:type="noteref" href="#n1">1</a>')
            + '<aside epub:type="footnote" id="n1"><p>1. Since Monday.</p></aside>',
        ),
        (
            ICE.format(mark='<a id="r1" href="index_split_001.html#n1"><sup>1</sup></a>'),
            '<h2>Notes</h2><p id="n1"><a href="index_split_000.html#r1">1</a>. Since Monday. ↩</p>',
        ),
        (
            ICE.format(mark='<sup><a href="#n1">[1]</a></sup>')
            + '<ol><li id="n1">Since Monday. <a href="#r1">↩</a></li></ol>',
        ),
    ],
)
def test_a_note_is_told_from_the_text_and_its_mark_is_not_read(chapters: tuple[str, ...]) -> None:
    assert whole(book(*chapters)).blocks == (*TEXT, NOTE)


def test_a_figure_that_leads_to_a_chapter_is_read() -> None:
    more = '<h2>Snow</h2><p>See <a href="index_split_000.html#c1">1</a>, which begins there.</p>'
    found = whole(book(ICE.format(mark="").replace("<h2>", '<h2 id="c1">'), more))
    assert found.blocks[-1] == Paragraph("See 1, which begins there.")


def test_title_page_and_copyright_are_no_chapters() -> None:
    title = "<p><b>The ferry</b></p><p>Ida Lund</p>"
    rights = "<p>© 2025 Ida Lund. All rights reserved.</p><p>ISBN 978-3-16-148410-0</p>"
    found = whole(book(title, rights, ICE.format(mark="")))
    assert found.blocks == TEXT
    assert [dropped.reason for dropped in found.dropped] == ["title page", "copyright"]


@pytest.mark.parametrize(
    ("creator", "authors"),
    [
        ("Ida Lund", ("Ida Lund",)),
        ("Lund, Ida", ("Ida Lund",)),
        ("Jan Roos and Mia Lind", ("Jan Roos", "Mia Lind")),
        ("Aesop", ("Aesop",)),
    ],
)
def test_a_books_authors_are_named_as_people_say_them(
    creator: str, authors: tuple[str, ...]
) -> None:
    assert whole(book(ICE, creator=creator)).authors == authors


FONTS = 'Algorithm="http://www.idpf.org/2008/embedding"'


@pytest.mark.parametrize(
    "locks",
    [
        {"META-INF/license.lcpl": "{}"},
        {"META-INF/encryption.xml": "<encryption/>"},
        {"META-INF/encryption.xml": f'<e><m {FONTS}/><m Algorithm="aes128-cbc"/></e>'},
    ],
)
def test_a_locked_book_is_refused(locks: dict[str, str]) -> None:
    with pytest.raises(ArticleError, match="is locked"):
        read(book(ICE, **locks))
    assert read(book(ICE, **{"META-INF/encryption.xml": f"<e><m {FONTS}/></e>"}))
