"""The server: public/ for apps on this network, and nothing but public/."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from podcast.address import FEED
from podcast.publisher.hosting import TEXT, headers, media_type
from podcast.server.ranges import (
    Part,
    UnsatisfiableError,
    Validators,
    compressed_etag,
    is_unchanged,
    range_still_holds,
    requested_part,
)
from podcast.server.readdress import published_base, readdress

CHUNK = 256 * 1024
"""Bytes of a file read at once."""

LARGEST_TEXT = 16 * 1024 * 1024
"""Bytes: a larger file is sent as it is, not held in memory."""

MEMORY = 48 * 1024 * 1024
"""Bytes of texts kept ready, with our addresses in them and compressed."""

HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")

RELOAD_SCRIPT = "/.reload.js"
CHANGES = "/.changes"
RELOADER = """\
let before;
setInterval(async () => {
  try {
    const now = await (await fetch("/.changes", {cache: "no-store"})).text();
    if (before !== undefined && now !== before) location.reload();
    before = now;
  } catch { /* the server is gone for a moment */ }
}, 1000);
"""


@dataclass(frozen=True)
class Text:
    """A text file as one client gets it."""

    plain: bytes
    compressed: bytes
    etag: str


@dataclass
class Shelf:
    """Texts kept ready; the one not asked for the longest goes first."""

    size: int = 0
    texts: OrderedDict[tuple[str, int, str], Text] = field(default_factory=OrderedDict)

    def get(self, key: tuple[str, int, str]) -> Text | None:
        """Return what is kept under `key`."""
        if key in self.texts:
            self.texts.move_to_end(key)
        return self.texts.get(key)

    def keep(self, key: tuple[str, int, str], text: Text) -> None:
        """Keep `text`, and let go of others when there is no room."""
        if key in self.texts:
            return
        self.texts[key] = text
        self.size += _weight(text)
        while self.size > MEMORY and len(self.texts) > 1:
            _, gone = self.texts.popitem(last=False)
            self.size -= _weight(gone)


def _weight(text: Text) -> int:
    return len(text.plain) + len(text.compressed)


def app(public: Path, *, password: str = "", changes: Callable[[], int] | None = None) -> Starlette:
    """Return the ASGI application that serves `public`.

    With a `password` every request must carry it (any user name will do). With `changes`, a
    number that grows when the show is built again, open pages reload themselves.
    """
    site = Site(public.resolve(), password, changes)
    methods = ["GET", "HEAD", "OPTIONS"]
    return Starlette(routes=[Route("/{path:path}", site.answer, methods=methods)])


@dataclass
class Site:
    """A folder as seen through HTTP."""

    root: Path
    password: str = ""
    changes: Callable[[], int] | None = None
    shelf: Shelf = field(default_factory=Shelf)

    async def answer(self, request: Request) -> Response:
        """Return the answer to any request."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=PREFLIGHT)
        if self.password and not _carries(request, self.password):
            challenge = {"WWW-Authenticate": 'Basic realm="podcast", charset="UTF-8"'}
            return Response("password needed\n", 401, challenge, "text/plain")
        if self.changes and request.url.path == CHANGES:
            return Response(str(self.changes()), headers={"Cache-Control": "no-store"})
        if self.changes and request.url.path == RELOAD_SCRIPT:
            return Response(RELOADER, media_type="text/javascript")
        if not HOST.fullmatch(request.headers.get("host", "localhost")):
            return Response("what host is that?\n", 400, media_type="text/plain")
        return await self._answer(request)

    async def _answer(self, request: Request) -> Response:
        name = request.path_params["path"]
        path = self.find(name)
        if path is None:
            return Response("nothing here\n", 404, media_type="text/plain; charset=utf-8")
        state = path.stat()
        if S_ISDIR(state.st_mode):
            # Segments are checked, so this can't lead to another host.
            return RedirectResponse(f"/{name}/", 301)
        if path.suffix in TEXT and state.st_size <= LARGEST_TEXT:
            return await self._text(request, path, state.st_mtime_ns)
        etag = f'"{state.st_mtime_ns:x}-{state.st_size:x}"'
        return self._file(request, path, state.st_size, _validators(etag, state.st_mtime))

    def find(self, name: str) -> Path | None:
        """Return the file or folder in public/ that a request names; None when it has none.

        No dotfile, no way out of the folder, not by a link either. A folder's own file is its
        index.html, and is found under the name with a slash.
        """
        segments = name.split("/")
        if any(not segment for segment in segments[:-1]):
            return None
        if any(map(_is_odd, segments)):
            return None
        path = self.root.joinpath(*segments)
        if not segments[-1]:
            path = path / "index.html"
        try:
            mode = path.stat().st_mode
            within = path.resolve().is_relative_to(self.root)
        except (OSError, ValueError):  # not there, too long a name, not a folder on the way
            return None
        return path if within and (S_ISREG(mode) or S_ISDIR(mode)) else None

    def _exists(self, name: str) -> bool:
        return self.find(name) is not None

    async def _text(self, request: Request, path: Path, modified_ns: int) -> Response:
        client = f"{request.url.scheme}://{request.headers.get('host', 'localhost')}/"
        key = (str(path), modified_ns, client)
        text = self.shelf.get(key)
        if text is None:
            text = await anyio.to_thread.run_sync(self._render, path, client)
            self.shelf.keep(key, text)
        validators = _validators(text.etag, modified_ns / 1e9)
        fixed = self._headers(path, validators) | {"Vary": "Accept-Encoding, Host"}
        fixed |= _for_eyes(request, path)
        if is_unchanged(request.headers, validators):
            return Response(status_code=304, headers=fixed)
        part = _part(request, len(text.plain), validators)
        if part is None and text.compressed and _takes_gzip(request):
            fixed |= {"Content-Encoding": "gzip", "ETag": compressed_etag(text.etag)}
            return _whole(request, text.compressed, fixed)
        if part is None:
            return _whole(request, text.plain, fixed | {"Accept-Ranges": "bytes"})
        if isinstance(part, Response):
            return part
        fixed |= _content_range(part, len(text.plain))
        return _whole(request, text.plain[part.start : part.end], fixed, 206)

    def _render(self, path: Path, client: str) -> Text:
        """Read a text, with the client's address in it, the reloader and its compressed form."""
        plain = path.read_bytes()
        if path.suffix in (".xml", ".html"):
            text = plain.decode()
            text = readdress(text, self._base(), client, self._exists)
            if self.changes and path.suffix == ".html":
                text = text.replace("</body>", f'<script src="{RELOAD_SCRIPT}"></script></body>')
            plain = text.encode()
        digest = hashlib.sha256(plain).hexdigest()[:20]
        # No name and no time in it: equal content, equal bytes. Short texts grow.
        compressed = gzip.compress(plain, 6, mtime=0) if len(plain) > 600 else b""
        return Text(plain, compressed, f'"{digest}"')

    def _base(self) -> str:
        """The address that the feed was made for."""
        try:
            with (self.root / FEED).open(encoding="utf-8") as feed:
                return published_base(feed.read(16_384))
        except (OSError, UnicodeDecodeError):
            return ""

    def _file(self, request: Request, path: Path, size: int, validators: Validators) -> Response:
        fixed = self._headers(path, validators) | {"Accept-Ranges": "bytes"}
        if is_unchanged(request.headers, validators):
            return Response(status_code=304, headers=fixed)
        part = _part(request, size, validators)
        if isinstance(part, Response):
            return part
        status = 206 if part else 200
        if part:
            fixed |= _content_range(part, size)
        part = part or Part(0, size)
        fixed["Content-Length"] = str(part.end - part.start)
        if request.method == "HEAD":
            return Response(status_code=status, headers=fixed)
        return StreamingResponse(_read(path, part), status, fixed)

    def _headers(self, path: Path, validators: Validators) -> dict[str, str]:
        return headers(path.name, private=bool(self.password)) | {
            "Content-Type": media_type(path.name),
            "ETag": validators.etag,
            "Last-Modified": validators.modified,
        }


def _for_eyes(request: Request, path: Path) -> dict[str, str]:
    """What a browser is told of a feed: by the name that apps want, it would show it unstyled."""
    if path.suffix != ".xml":
        return {}
    seen = request.headers.get("sec-fetch-dest") == "document"
    type_ = {"Content-Type": "application/xml; charset=utf-8"} if seen else {}
    return type_ | {"Vary": "Accept-Encoding, Host, Sec-Fetch-Dest"}


PREFLIGHT = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Range, If-Range, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


def _is_odd(segment: str) -> bool:
    """A dotfile, or a name that means something else on some system."""
    hidden = segment.startswith(".")
    return hidden or not segment.isprintable() or not set(segment).isdisjoint('\\:*?"<>|')


def _carries(request: Request, password: str) -> bool:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return False
    try:
        _, _, word = base64.b64decode(given, validate=True).decode().partition(":")
    except ValueError:  # not base64, or not UTF-8
        return False
    return secrets.compare_digest(word.encode(), password.encode())


def _takes_gzip(request: Request) -> bool:
    """Accept-Encoding with gzip in it, and not with q=0."""
    for choice in request.headers.get("accept-encoding", "").lower().split(","):
        coding, _, weight = choice.replace(" ", "").partition(";q=")
        if coding in ("gzip", "x-gzip"):
            return weight.rstrip("0.") != "" if weight else True
    return False


def _part(request: Request, size: int, validators: Validators) -> Part | Response | None:
    """The part asked for; None for all; the answer 416 for a part that isn't there.

    HEAD is answered as GET would be, as other servers do: Apple tells people to try a host so.
    """
    asked = request.headers.get("range")
    if asked is None or not range_still_holds(request.headers, validators):
        return None
    try:
        return requested_part(asked, size)
    except UnsatisfiableError:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{size}"})


def _content_range(part: Part, size: int) -> dict[str, str]:
    return {
        "Content-Range": f"bytes {part.start}-{part.end - 1}/{size}",
        "Accept-Ranges": "bytes",
    }


def _whole(request: Request, body: bytes, fixed: dict[str, str], status: int = 200) -> Response:
    fixed["Content-Length"] = str(len(body))
    return Response(b"" if request.method == "HEAD" else body, status, fixed)


async def _read(path: Path, part: Part) -> AsyncIterator[bytes]:
    # Opening is quick; a disk that is slow to read holds nobody else.
    with path.open("rb", buffering=0) as file:
        file.seek(part.start)
        left = part.end - part.start
        while left > 0 and (chunk := await anyio.to_thread.run_sync(file.read, min(CHUNK, left))):
            left -= len(chunk)
            yield chunk


def _validators(etag: str, modified: float) -> Validators:
    return Validators(etag, formatdate(modified, usegmt=True))
