"""Files that are locked, broken or traps are refused, with what to try."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from podcast.errors import ArticleError
from podcast.readers import epub, feed, pdf
from podcast.source import Source

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<metadata><dc:title>A book</dc:title></metadata>"
    '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
CHAPTER = "<html><body><h1>One</h1><p>Some words of the book.</p></body></html>"
BOOK = {"META-INF/container.xml": CONTAINER, "book.opf": PACKAGE, "a.xhtml": CHAPTER}


def packed(files: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 and no more", "not a whole EPUB"),
        (packed(BOOK)[:200], "not a whole EPUB"),
        (packed({"a": "b"}), "lacks 'META-INF/container.xml'"),
        (packed({"META-INF/container.xml": "<a/>"}), "doesn't say where its contents are"),
        (packed({"META-INF/container.xml": BOMB + "<a>&c;</a>"}), "defines entities"),
        (packed(BOOK | {"../../evil": "x"}), "a file that reaches out of it"),
        (packed(BOOK | {"/evil": "x"}), "a file that reaches out of it"),
        (packed(BOOK | {"..\\evil": "x"}), "a file that reaches out of it"),
        (packed(BOOK | {"META-INF/rights.xml": "x"}), "is locked"),
        (packed(BOOK | {"META-INF/encryption.xml": "<a/>"}), "is locked"),
        (lambda: packed(BOOK | {"a.xhtml": bytes(21 * 2**20)}), "larger than 20 MiB"),
        (
            lambda: packed(BOOK | {str(n): bytes(2**24) for n in range(19)}),
            "more than a book holds",
        ),
        (packed(BOOK | {"a.xhtml": "<p></p>"}), "no chapter with words in it"),
    ],
)
def test_a_bad_book_is_refused(data: bytes | Callable[[], bytes], message: str) -> None:
    data = data if isinstance(data, bytes) else data()
    with pytest.raises(ArticleError, match=message) as caught:
        epub.read(Source("book.epub", data))
    assert caught.value.hint


def test_a_good_book_with_hidden_fonts_is_read() -> None:
    fonts = '<e Algorithm="http://www.idpf.org/2008/embedding"/>'
    data = packed(BOOK | {"META-INF/encryption.xml": fonts})
    assert epub.read(Source("book.epub", data))[0].title == "A book"


def empty_pdf() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\nand no more", "not a whole PDF"),
        (empty_pdf(), "only pictures of pages"),
    ],
)
def test_a_pdf_without_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        pdf.read(Source("a.pdf", data))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<rss version='2.0'><channel/></rss>", "a feed without entries"),
        (BOMB.encode() + b"<rss><channel><title>&c;</title></channel></rss>", "defines entities"),
        (b'{"version": "https://jsonfeed.org/version/1"', "broken JSON"),
        (b'{"items": 3}', "not a JSON feed"),
        (b'{"items": [{"title": "A", "content_text": "Short \xe2\x80\xa6"}]}', "summaries only"),
        (b'{"items": [{"id": "3"}]}', "feed.xml: a feed whose entries say nothing"),
        (b"<rss><channel><item><guid>3</guid></item></channel></rss>", "entries say nothing"),
    ],
)
def test_a_bad_feed_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        feed.read(Source("feed.xml", data))


def test_a_pdf_that_spoils_only_its_own_name_is_read() -> None:
    data = (Path(__file__).parent / "files" / "chromium-one-column.pdf").read_bytes()
    spoilt = re.sub(rb"(?<=^<</Title )\([^)]*\)", _half_a_character, data, count=1, flags=re.M)
    assert spoilt != data
    read = pdf.read(Source("a.pdf", data))
    assert pdf.read(Source("a.pdf", spoilt)) == read


def _half_a_character(title: re.Match[bytes]) -> bytes:
    return b"<FEFFD800>".ljust(len(title[0]))
