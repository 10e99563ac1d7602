"""Addresses → bytes, safely: what a stranger's server may make us do has limits."""

from __future__ import annotations

import http.client
import socket
import threading
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from importlib.metadata import PackageNotFoundError, version
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from podcast.errors import ArticleError
from podcast.source.connection import MIB, Network, Proxied, open_connection, port_of

TEXTS = ("text/", "application/", "message/")
"""What may be an article, or hold one."""
PICTURES = ("image/",)
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Page:
    """What was found at an address."""

    address: str
    """Where it was in the end, after redirects."""
    data: bytes = field(repr=False)
    type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    """The two by which to ask whether it has changed."""
    fetched: float = field(default=0.0, compare=False)
    """When, by the network's clock; only for what gets old."""


class Refused(ArticleError):
    """The server answered, but not with the page."""

    status = 0


NETWORK = Network()


def fetch(
    address: str,
    network: Network = NETWORK,
    *,
    kinds: tuple[str, ...] = TEXTS,
    known: Page | None = None,
) -> Page:
    """The page at `address`, of one of `kinds`; `known` itself when it hasn't changed since.

    Raises ArticleError when it can't be had within the limits of `network`.
    """
    deadline = monotonic() + network.seconds
    here = address
    for _ in range(network.redirects + 1):
        parts = _parts(here)
        with _exchange(here, parts, network, deadline, known) as response:
            if response.status == 304 and known is not None:
                return known
            onward = response.getheader("Location")
            if response.status in _REDIRECTS and onward:
                here = urljoin(here, onward.strip())
                continue
            _check_status(here, response)
            headers = response.headers
            kind = headers.get_content_type() if "Content-Type" in headers else ""
            _check_kind(here, kind, kinds)
            return Page(
                address=here,
                data=_body(here, response, network),
                type=kind,
                charset=_charset(headers),
                etag=headers.get("ETag", ""),
                modified=headers.get("Last-Modified", ""),
            )
    raise ArticleError(
        f"{address}: more than {network.redirects} redirects", hint="open it in a browser"
    )


def user_agent() -> str:
    """Who we say that we are: ourselves."""
    try:
        return f"briefcast/{version('briefcast')} (article reader)"
    except PackageNotFoundError:
        return "briefcast (article reader)"


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise ArticleError(f"{address}: not a web address", hint="copy it again") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise ArticleError(
            f"{address}: not a web address", hint="only http:// and https:// are fetched"
        )
    return parts


def _path(parts: SplitResult) -> str:
    """The path and query as they are sent: ASCII, without spaces or line breaks."""
    path = quote(parts.path or "/", safe="/%:=&?~#+!$,;'@()*[]")
    query = quote(parts.query, safe="/%:=&?~+!$,;'@()*[]|")
    return urlunsplit(("", "", path, query, "")) or "/"


@contextmanager
def _exchange(
    address: str,
    parts: SplitResult,
    network: Network,
    deadline: float,
    known: Page | None,
) -> Iterator[http.client.HTTPResponse]:
    """One request and its answer; ends at `deadline`, however slowly the other side drips."""
    late = threading.Event()
    left = deadline - monotonic()
    too_slow = ArticleError(
        f"{address}: took longer than {network.seconds:g} s", hint="try again later"
    )
    if left <= 0:
        raise too_slow
    connection = open_connection(parts, network, left)

    held: list[socket.socket] = []

    def stop() -> None:
        late.set()
        for line in held or filter(None, [connection.sock]):
            with suppress(OSError):  # it may be closed already
                line.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(left, stop)
    timer.daemon = True
    timer.start()
    try:
        with closing(connection):
            target, headers = _request(parts, connection, known)
            connection.request("GET", target, headers=headers)
            # The connection lets go of its socket while the answer is still read from it.
            held.append(connection.sock)
            with connection.getresponse() as response:
                yield response
        if late.is_set():
            raise too_slow
    except (OSError, http.client.HTTPException, ValueError) as error:
        if late.is_set() or isinstance(error, TimeoutError):
            raise too_slow from error
        reason = getattr(error, "reason", "") or getattr(error, "strerror", "") or error
        raise ArticleError(
            f"{address}: {str(reason) or type(error).__name__}", hint="does it open in a browser?"
        ) from error
    finally:
        timer.cancel()


def _request(
    parts: SplitResult, connection: http.client.HTTPConnection, known: Page | None
) -> tuple[str, dict[str, str]]:
    headers = {
        "User-Agent": user_agent(),
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
        "application/feed+json, application/pdf;q=0.9, application/epub+zip;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if known is not None and known.etag:
        headers["If-None-Match"] = known.etag
    if known is not None and known.modified:
        headers["If-Modified-Since"] = known.modified
    target = _path(parts)
    if isinstance(connection, Proxied):
        headers |= connection.credentials
        host = parts.hostname or ""
        target = f"http://{f'[{host}]' if ':' in host else host}:{port_of(parts)}{target}"
    return target, headers


# Answers -------------------------------------------------------------------------------------

_STATUS = {
    401: ("asks for a login", "save the page from your browser and give the file"),
    402: ("asks for money", "save the page from your browser and give the file"),
    403: ("refuses programs, or asks for a login", "save the page from your browser"),
    404: ("no such page", "check the address"),
    410: ("the page is gone", "look for a copy"),
    429: ("too many requests", "try again later"),
    451: ("not available for legal reasons", "look for a copy"),
}


def _check_status(address: str, response: http.client.HTTPResponse) -> None:
    if response.status == 200:
        return
    message, hint = _STATUS.get(
        response.status, (f"the server says {response.status} {response.reason}", "try again later")
    )
    refusal = Refused(f"{address}: {message}", hint=hint)
    refusal.status = response.status
    raise refusal


def _check_kind(address: str, kind: str, kinds: tuple[str, ...]) -> None:
    if kind and not kind.startswith(kinds):
        raise ArticleError(f"{address}: is {kind}, not an article", hint="give the article's page")


def _charset(headers: Message) -> str:
    charset = headers.get_content_charset()
    return charset if charset and charset.isascii() else ""


def _body(address: str, response: http.client.HTTPResponse, network: Network) -> bytes:
    """The whole body, decompressed; raise ArticleError where it's too large or not whole."""
    inflater = _inflater(address, response.getheader("Content-Encoding", "").strip().lower())
    expected = response.length
    parts: list[bytes] = []
    received = unpacked = 0
    while (expected is None or received < expected) and (chunk := response.read1(_CHUNK)):
        received += len(chunk)
        if received > network.received:
            raise _too_large(address, network.received)
        if inflater is not None:
            try:
                chunk = inflater.decompress(chunk, network.unpacked + 1 - unpacked)
            except zlib.error as error:
                raise ArticleError(f"{address}: broken compression", hint="try again") from error
        unpacked += len(chunk)
        if unpacked > network.unpacked:
            raise _too_large(address, network.unpacked)
        parts.append(chunk)
    if expected is not None and received < expected:
        raise ArticleError(
            f"{address}: ended after {received} of {expected} bytes", hint="try again"
        )
    if inflater is not None and received and not inflater.eof:
        raise ArticleError(f"{address}: ended in the middle", hint="try again")
    return b"".join(parts)


def _inflater(address: str, encoding: str) -> zlib._Decompress | None:
    if encoding in ("", "identity"):
        return None
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ArticleError(
            f"{address}: packed as {encoding!r}, unasked", hint="save it from your browser"
        )
    return zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: gzip or zlib, whichever it is


def _too_large(address: str, limit: int) -> ArticleError:
    return ArticleError(f"{address}: larger than {limit // MIB} MiB", hint="is it an article?")
