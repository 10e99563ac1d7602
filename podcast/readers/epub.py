"""An EPUB → an article: a chapter is a section, or with `split` an article of its own."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urldefrag

from lxml import etree
from lxml.html import HtmlElement

from podcast.article import Article, Block, Dropped, Heading, Note
from podcast.book.notes import Places, take_marks, take_notes
from podcast.book.parts import not_said
from podcast.dates import find_date, parse_iso
from podcast.errors import ArticleError
from podcast.markup import paragraphs
from podcast.source import Source
from podcast.source.encoding import mend
from podcast.titles import from_name, same_title
from podcast.webpage.blocks import blocks_of
from podcast.webpage.bylines import names_in
from podcast.webpage.runs import Run, mended, runs
from podcast.webpage.tree import parse

MOST_FILES = 20_000
MOST_BYTES = 300 * 2**20
"""Of all files together, unpacked."""
LARGEST_TEXT = 20 * 2**20
"""Bytes of one chapter, unpacked."""

_CONTAINER = "META-INF/container.xml"
_LICENCES = {"META-INF/rights.xml", "META-INF/license.lcpl", "META-INF/sinf.xml"}
_METHOD = re.compile(rb"\bAlgorithm\s*=\s*[\"']([^\"']*)")
_FONTS_ONLY = re.compile(rb"http://(?:www\.idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC)")


@dataclass(frozen=True)
class Chapter:
    """One of the book's texts."""

    title: str
    blocks: tuple[Block, ...]


def read(source: Source) -> Sequence[Article]:
    """The book as one article, or an article for each chapter where the options say so."""
    try:
        with zipfile.ZipFile(BytesIO(source.data)) as archive:
            return _Book(archive, source).articles()
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        raise ArticleError(
            f"{source.label}: not a whole EPUB: {error}", hint="get it again"
        ) from error


class _Book:
    """An open archive, and what it says of itself."""

    def __init__(self, archive: zipfile.ZipFile, source: Source) -> None:
        self.archive = archive
        self.source = source
        self.check()
        self.package = self.package_path()
        self.opf = self.xml(self.package)
        self.items = {item.get("id"): item for item in self.opf.iterfind(".//{*}manifest/{*}item")}

    def check(self) -> None:
        """Raise ArticleError for an archive that is a trap, or locked."""
        entries = self.archive.infolist()
        if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise self.error("unpacks to more than a book holds", "is it an EPUB?")
        for entry in entries:
            name = entry.filename.replace("\\", "/")
            if name.startswith("/") or ".." in name.split("/"):
                raise self.error(f"has a file that reaches out of it: {name!r}", "get it elsewhere")
        if self.is_locked(set(self.archive.namelist())):
            raise self.error("is locked (DRM)", "get it without a lock")

    def is_locked(self, names: Collection[str]) -> bool:
        """Whether more of the book is encrypted than its fonts."""
        if not _LICENCES.isdisjoint(names):
            return True
        if "META-INF/encryption.xml" not in names:
            return False
        methods = _METHOD.findall(self.bytes("META-INF/encryption.xml"))
        return not methods or not all(map(_FONTS_ONLY.match, methods))

    def error(self, what: str, hint: str) -> ArticleError:
        return ArticleError(f"{self.source.label}: {what}", hint=hint)

    def bytes(self, name: str) -> bytes:
        """The file `name`; more than it claims to hold isn't read."""
        try:
            with self.archive.open(name) as file:
                data = file.read(LARGEST_TEXT + 1)
        except KeyError as error:
            raise self.error(f"lacks {name!r}", "get it again") from error
        except Exception as error:
            # Broken streams raise zlib.error, lzma's, struct's and more, by the method they use.
            raise self.error(f"{name!r} is broken: {error}", "get it again") from error
        if len(data) > LARGEST_TEXT:
            raise self.error(f"{name!r} is larger than {LARGEST_TEXT >> 20} MiB", "is it a book?")
        return data

    def xml(self, name: str) -> Any:
        data = self.bytes(name)
        if b"<!ENTITY" in data:
            raise self.error(f"{name!r} defines entities, which no book needs", "get it elsewhere")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.error(f"{name!r} is broken: {error}", "get it again") from error
        if root is None:
            raise self.error(f"{name!r} is empty", "get it again")
        return root

    def package_path(self) -> str:
        found = self.xml(_CONTAINER).find(".//{*}rootfile")
        path = found.get("full-path", "") if found is not None else ""
        if not path:
            raise self.error("doesn't say where its contents are", "get it again")
        return str(path)

    def fact(self, name: str) -> list[str]:
        """The book's Dublin Core facts called `name`."""
        found = self.opf.iterfind(f".//{{http://purl.org/dc/elements/1.1/}}{name}")
        return [
            text for element in found if (text := " ".join("".join(element.itertext()).split()))
        ]

    def path(self, href: str) -> str:
        folder = posixpath.dirname(self.package)
        return posixpath.normpath(posixpath.join(folder, unquote(urldefrag(href)[0])))

    def labels(self) -> dict[str, str]:
        """What the table of contents calls each file."""
        labels: dict[str, str] = {}
        for item in self.items.values():
            is_nav = "nav" in item.get("properties", "").split()
            if not is_nav and item.get("media-type") != "application/x-dtbncx+xml":
                continue
            path = self.path(item.get("href", ""))
            root = self.xml(path)
            entries = (
                root.iterfind(".//{*}nav//{*}a") if is_nav else root.iterfind(".//{*}navPoint")
            )
            for entry in entries:
                target = entry if is_nav else entry.find("{*}content")
                label = entry if is_nav else entry.find("{*}navLabel")
                if target is None or label is None:
                    continue
                href = target.get("href") or target.get("src") or ""
                there = posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), unquote(urldefrag(href)[0]))
                )
                labels.setdefault(there, " ".join("".join(label.itertext()).split()))
        return labels

    def texts(self) -> Iterator[tuple[str, HtmlElement, bool]]:
        """Each file to be read: its path, its tree, and whether it says what is in the book."""
        for reference in self.opf.iterfind(".//{*}spine/{*}itemref"):
            item = self.items.get(reference.get("idref"))
            if item is None or "html" not in item.get("media-type", ""):
                continue
            path = self.path(item.get("href", ""))
            tree = parse(replace(self.source, name=path, data=self.bytes(path) or b" ", charset=""))
            if reference.get("linear") != "no":
                yield path, tree, "nav" in item.get("properties", "").split()

    def chapters(self, title: str, authors: Sequence[str]) -> Iterator[Chapter | Dropped]:
        labels = self.labels()
        places: Places = {}
        # Twice through the book: a note may come before its mark, and trees are large.
        for path, tree, _ in self.texts():
            places |= take_marks(path, tree)
        for path, tree, is_nav in self.texts():
            take_marks(path, tree)
            notes = take_notes(path, tree, places)
            every = mended(runs(tree))
            why = "table of contents" if is_nav else not_said(tree, every, (title, *authors))
            label = labels.get(path, "")
            if why:
                yield Dropped(label or " ".join(run.text for run in every)[:80], why)
            elif every or notes:
                chapter = _chapter(label, every, tree)
                yield replace(chapter, blocks=(*chapter.blocks, *notes))

    def articles(self) -> Sequence[Article]:
        title = mend(next(iter(self.fact("title")), "")) or from_name(self.source.stem)
        authors = tuple(name for one in self.fact("creator") for name in authors_of(one))
        found = list(self.chapters(title, authors))
        chapters = [chapter for chapter in found if isinstance(chapter, Chapter)]
        dropped = tuple(chapter for chapter in found if isinstance(chapter, Dropped))
        if not chapters:
            raise self.error("has no chapter with words in it", "is it a book of pictures?")
        date = next(iter(self.fact("date")), "")
        whole = Article(
            title=title,
            blocks=tuple(block for chapter in chapters for block in _section(chapter, title)),
            authors=authors,
            date=parse_iso(date) or find_date(date),
            language=next(iter(self.fact("language")), "").replace("_", "-"),
            summary=" ".join(paragraphs(next(iter(self.fact("description")), ""))),
            dropped=dropped,
        )
        if not self.source.options.split:
            return [whole]
        return [
            replace(whole, title=chapter.title or f"{title}, part {number}", blocks=chapter.blocks,
                    site=title, summary="", dropped=dropped if number == 1 else ())
            for number, chapter in enumerate(chapters, 1)
        ]  # fmt: skip


def _chapter(label: str, every: Sequence[Run], tree: HtmlElement) -> Chapter:
    blocks = blocks_of(every, tree)
    first = blocks[0] if blocks else None
    if isinstance(first, Heading) and (
        not label or same_title(label, first.text) or first.level == 2
    ):
        return Chapter(label if same_title(label, first.text) else first.text, blocks[1:])
    return Chapter(mend(label), blocks)


def authors_of(creator: str) -> tuple[str, ...]:
    """Who wrote the book, as people say it.

    >>> authors_of("Lund, Ida"), authors_of("Jan Roos and Mia Lind")
    (('Ida Lund',), ('Jan Roos', 'Mia Lind'))
    """
    surname, comma, given = creator.partition(", ")
    if comma and " " not in surname and not re.search(r",|;|\b(?:and|und|et|y|e)\b", given):
        return (f"{given} {surname}",)
    return names_in(creator) or (creator,)


def _section(chapter: Chapter, book: str) -> Iterator[Block]:
    """The chapter as a section of the whole, its own headings one level down."""
    has_text = not all(isinstance(block, Note) for block in chapter.blocks)
    if chapter.title and has_text and not same_title(chapter.title, book):
        yield Heading(chapter.title, 2)
    for block in chapter.blocks:
        if isinstance(block, Heading):
            yield replace(block, level=min(6, block.level + 1))
        else:
            yield block
