"""Reading: the right reader is chosen, and what can't be read is refused."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from podcast.article import Article, Paragraph, read
from podcast.errors import ArticleError
from podcast.library import load, paths
from podcast.source import Options, Source, kind_of

KNOWN = ("email", "epub", "feed", "html", "markdown", "pdf", "text")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "is empty"),
        ("spaces.md", b" \n\t\n", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" * 20, "not a text"),
        ("zeros", bytes(1000), "not a text"),
        ("numbers.txt", b"1\n\n2 + 2 = 4\n\n***\n", "no word in it"),
        ("rules.md", b"***\n\n---\n", "no word in it"),
        ("open.md", b"---\ntitle: A\n\nText\n", "line 1: the front matter has no end"),
        ("broken.md", b"---\ntitle: A\nauthor: [B\n---\nText\n", "line 4: the front matter is not"),
        (
            "date.md",
            b"---\ntitle: A\ndate: soon\n---\nText\n",
            "line 3: date = 'soon' is not a date",
        ),
        ("month.md", b"---\ndate: 2024-13-01\n---\nText\n", "line 2: date = '2024-13-01' is not"),
        ("draft.md", b"---\ndraft: maybe\n---\nText\n", "line 2: draft = 'maybe' is not true or"),
        ("title.md", b"---\ntitle: [a, b]\n---\nText\n", "line 2: title = a list or table is not"),
    ],
)
def test_what_is_no_article_is_refused_with_the_file_named(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ArticleError) as caught:
        read(path)
    assert str(path) in caught.value.message
    assert message in caught.value.message
    assert caught.value.hint


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        read(tmp_path / "none.txt")


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="is a folder"):
        read(tmp_path)


def test_a_name_with_a_zero_byte_is_refused() -> None:
    with pytest.raises(ArticleError):
        read("a\0b")


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(ArticleError, match="not a web address"):
        read("ftp://example.com/a.txt")


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"A title\n\nSome words of ours.\n"))
    monkeypatch.setattr(sys, "stdin", given)
    assert read("-", Options(language="en")) == Article(
        "A title", (Paragraph("Some words of ours."),), language="en"
    )


@pytest.mark.parametrize(
    ("name", "type_", "data", "kind"),
    [
        ("a.html", "", b"anything", "html"),
        ("a.html", "text/markdown", b"# A", "markdown"),
        ("a", "application/pdf", b"x", "pdf"),
        ("a.bin", "", b"%PDF-1.7\n", "pdf"),
        ("a.txt", "text/plain", b"<!DOCTYPE html><html>", "html"),
        ("a.md", "text/plain", b"A title", "markdown"),
        ("a.xml", "text/xml", b"<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'>", "feed"),
        ("a.json", "application/json", b'{"version": "https://jsonfeed.org/version/1.1"', "feed"),
        ("-", "", b"---\ntitle: A\n---\n\nText", "markdown"),
        ("-", "", b"---\ntitle: A\nauthor: B C\nlang: en\n---\n\nText", "markdown"),
        ("-", "", b"<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss version='2.0'>", "feed"),
        ("a.html", "", b"<rss version='2.0'><channel>", "feed"),
        ("a", "text/html", b"<?xml version='1.0'?><feed xmlns='x'>", "feed"),
        ("a", "text/html", b"%PDF-1.7\n", "pdf"),
        ("a.pdf", "text/html", b"<html>", "html"),
        ("-", "", b"From: a@example.org\nTo: b@example.org\nSubject: C\n\nText", "email"),
        ("-", "", b"# One\n\nText\n\n## Two\n\nText\n", "markdown"),
        ("-", "", b"# One\n\nText.\n", "markdown"),
        ("-", "", b"#1 of our letters\n\nText.\n", "text"),
        ("-", "", b"Note: this is a text.\n\nIt has a colon.\n", "text"),
        ("a.txt", "", "\ufeffA title".encode(), "text"),
    ],
)
def test_the_reader_goes_by_type_then_name_then_content(
    name: str, type_: str, data: bytes, kind: str
) -> None:
    assert kind_of(Source(name, data, type_), KNOWN.__contains__) == kind


def test_a_suffix_that_a_plugin_is_named_after_asks_for_it() -> None:
    assert kind_of(Source("a.docx", b"PK"), (*KNOWN, "docx").__contains__) == "docx"


def test_an_articles_slug_is_its_files_name(tmp_path: Path) -> None:
    (tmp_path / "2024-05-29-long.md").write_text("# Long\n\nText in English.\n", encoding="utf-8")
    (tmp_path / "_note.md").write_text("mine", encoding="utf-8")
    (tmp_path / ".hidden.md").write_text("mine", encoding="utf-8")
    (tmp_path / "picture.jpg").write_bytes(b"mine")
    assert paths(tmp_path) == (tmp_path / "2024-05-29-long.md",)
    article = load(tmp_path / "2024-05-29-long.md", language="en-GB")
    assert (article.slug, article.language) == ("2024-05-29-long", "en-GB")


def test_the_language_is_told_from_the_words(tmp_path: Path) -> None:
    path = tmp_path / "bahn.txt"
    words = "Die Bahn will ihr Netz in zehn Jahren erneuern, und das wird teuer für alle."
    path.write_text(f"Die Bahn\n\n{words}\n", encoding="utf-8")
    assert read(path).language == "de"
