"""A source: the bytes somebody gives us to read, and what is known about them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from podcast.errors import ArticleError

if TYPE_CHECKING:
    from podcast.source.connection import Network
    from podcast.source.fetch import Page

STANDARD_INPUT = "-"

LARGEST_FILE = 200 * 2**20
"""Bytes. An article is text; what is larger is something else by mistake."""


@dataclass(frozen=True)
class Options:
    """What the user decides about reading."""

    keep: tuple[str, ...] = ()
    """CSS selectors of what must be read although it looks like furniture."""
    drop: tuple[str, ...] = ()
    """CSS selectors of what must not be read."""
    sites: Mapping[str, Any] = field(default_factory=dict)
    """The same for the pages of a site: {"example.com": {"drop": [".quiz"]}}."""
    split: bool = False
    """An article for each chapter of a book."""
    full_text: bool = False
    """A feed entry's linked page rather than what the feed says of it."""
    allow_private: bool = False
    """Addresses of this network may be fetched."""
    robots: bool = False
    """Nobody is there to ask for each page: what robots.txt says is heeded."""
    pictures: bool = False
    """A page's lead picture is fetched for its episode."""
    pages: dict[str, Page] = field(default_factory=dict, compare=False, repr=False)
    """What was fetched before, by address: asked for again only if it has changed."""
    missing: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """What couldn't be had, and why, while the rest was read; True once it has been told."""
    language: str = ""
    """Of a text that doesn't tell; empty to find out."""


@dataclass(frozen=True)
class Source:
    """The bytes of a file, a page or standard input."""

    name: str
    """As the user gave it: a path, an address, or - for standard input."""
    data: bytes = field(repr=False)
    type: str = ""
    """The media type that came with it: text/html; empty when none did."""
    charset: str = ""
    """The encoding that came with it."""
    address: str = ""
    """Where it was found in the end, for what came over the network."""
    options: Options = field(default_factory=Options)

    @property
    def label(self) -> str:
        """What to call it in a message."""
        return "standard input" if self.name == STANDARD_INPUT else self.name

    @property
    def suffix(self) -> str:
        """The file name's ending, in lower case, with its dot."""
        if self.name == STANDARD_INPUT:
            return ""
        path = urlsplit(self.address).path if self.address else self.name
        return PurePath(path).suffix.lower()

    @property
    def stem(self) -> str:
        """The file name without its ending."""
        if self.name == STANDARD_INPUT:
            return ""
        path = unquote(urlsplit(self.address).path) if self.address else self.name
        return PurePath(path).stem


def is_address(name: str) -> bool:
    """Whether `name` is a web address rather than a path."""
    return name.lower().startswith(("http://", "https://"))


_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id)=", re.IGNORECASE)


def without_tracking(address: str) -> str:
    """An address without what only tells its owner by which way somebody came.

    >>> without_tracking("https://example.com/a?utm_source=feed&page=2&utm_medium=rss#b")
    'https://example.com/a?page=2#b'
    """
    start, mark, rest = address.partition("?")
    query, hash_, fragment = rest.partition("#")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.match(part))
    return start + (mark if kept else "") + kept + hash_ + fragment


def open_source(name: str, options: Options | None = None) -> Source:
    """The bytes of the file, address or standard input (-) called `name`.

    Raises ArticleError when there is nothing there that could be an article.
    """
    options = options or Options()
    if name == STANDARD_INPUT:
        return _not_empty(Source(name, sys.stdin.buffer.read(LARGEST_FILE), options=options))
    if is_address(name):
        return _not_empty(_fetched(name, options))
    if "://" in name:
        raise ArticleError(f"{name}: not a web address", hint="give http:// or https://, or a file")
    return _not_empty(Source(name, _read_file(Path(name)), options=options))


def _fetched(address: str, options: Options) -> Source:
    from podcast.source.fetch import fetch  # TLS and sockets: only for what comes by network

    network = _network(address, options)
    page = fetch(address, network, known=options.pages.get(address))
    options.pages[address] = page
    return Source(address, page.data, page.type, page.charset, page.address, options)


def fetch_picture(address: str, options: Options) -> bytes:
    """The picture at `address`, under the same rules as a page; raise ArticleError without one."""
    from podcast.source.fetch import PICTURES, fetch

    return fetch(address, _network(address, options), kinds=PICTURES).data


def _network(address: str, options: Options) -> Network:
    """How `address` may be reached; raise ArticleError where its site asks us to stay away."""
    from podcast.source import robots
    from podcast.source.connection import Network

    network = Network(allow_private=options.allow_private)
    if options.robots:
        robots.check(address, network, options.pages)
    return network


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError(f"{path}: is a folder", hint="name the files in it")
        if path.exists() and not path.is_file():
            raise ArticleError(f"{path}: is not a file", hint="pipe it in and read -")
        if path.stat().st_size > LARGEST_FILE:
            raise ArticleError(
                f"{path}: larger than {LARGEST_FILE // 2**20} MiB", hint="is it an article?"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError(
            f"{path}: no such file", hint="check the name, or give an address with https://"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"{path}: {reason}", hint="may you read it?") from error


def _not_empty(source: Source) -> Source:
    if not source.data.strip():
        raise ArticleError(f"{source.label}: is empty", hint="give a file with an article in it")
    return source


TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/pdf": "pdf",
    "application/epub+zip": "epub",
    "message/rfc822": "email",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/feed+json": "feed",
}
"""Media types that say what to read. Others (text/plain, application/octet-stream, text/xml) are
given to files of all kinds, and leave it to the name."""

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".pdf": "pdf",
    ".epub": "epub",
    ".eml": "email",
    ".rss": "feed",
    ".atom": "feed",
}

FIRST_BYTES = (
    # Each pattern is tried on the start of the data, after a byte order mark and white space.
    ("pdf", rb"%PDF-"),
    ("epub", rb"PK\x03\x04.{26}mimetypeapplication/epub"),
    (
        "feed",
        rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*)*"
        rb"<(?:!DOCTYPE\s+)?(?:rss|feed|rdf:RDF)\b",
    ),
    ("feed", rb"\{.{0,400}https?:\\?/\\?/jsonfeed\.org\\?/version"),
    (
        "html",
        rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    ),
    ("email", rb"(?:From \S+ .*?\n)?(?:[A-Za-z][A-Za-z0-9-]*: .*\r?\n(?:[ \t].*\r?\n)*){2,}\r?\n"),
    ("markdown", rb"---[ \t]*\r?\n[\w\"'-]+:[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"),
    ("markdown", rb"\+\+\+[ \t]*\r?\n[\w\"'-]+[ \t]*=[\s\S]*?\n\+\+\+[ \t]*(?:\r?\n|$)"),
    ("markdown", rb"# \S.*\r?\n[ \t]*\r?\n"),
    ("markdown", rb"(?:.*\n)?(?:#{1,6} \S.*\n[\s\S]*?\n){2}"),
)
_START = 4096
"""How many bytes of the data tell its kind."""


def kind_of(source: Source, known: Callable[[str], bool]) -> str:
    """The name of the reader: by media type first, suffix second, and then the first bytes.

    `known` tells whether there is a reader of that name.

    A suffix that we don't know is a reader's own name: ".docx" asks for the plugin docx.
    """
    by_name = SUFFIXES.get(source.suffix, source.suffix.removeprefix("."))
    by_bytes = _by_first_bytes(source, known)
    for kind in (TYPES.get(source.type, ""), by_name if by_name != "text" else ""):
        if kind and known(kind):
            # Many a server says that its feed is a page.
            return by_bytes if kind == "html" and by_bytes in ("pdf", "epub", "feed") else kind
    return by_bytes or "text"


def _by_first_bytes(source: Source, known: Callable[[str], bool]) -> str:
    start = source.data[:_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    for kind, pattern in FIRST_BYTES:
        flags = re.IGNORECASE | (0 if kind == "markdown" or kind == "email" else re.DOTALL)
        if re.match(pattern, start, flags) and known(kind):
            return kind
    return ""
