"""The server: public/ for apps on this network. The only module that knows uvicorn and segno."""

from __future__ import annotations

import asyncio
import io
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import segno
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from podcast.address import FEED
from podcast.errors import PublishError
from podcast.server.site import app
from podcast.server.watch import watch

REQUEST_SECONDS = 20
"""A client that hasn't sent a whole request by then is let go, be it idle or trickling."""

STOP_SECONDS = 5
"""What downloads get to finish when the server is stopped."""

OPEN_FILES = 8192
"""Connections and files at once, where the system lets us: many give 1,024 at first."""


def serve(
    public: Path,
    host: str = "0.0.0.0",  # noqa: S104 - phones on this network are to reach it
    port: int = 8000,
    *,
    password: str = "",
    log: bool = False,
    watched: tuple[Path, ...] = (),
    build: Callable[[], None] | None = None,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve `public` until it is stopped by Ctrl-C or a termination signal.

    `ready` is called once with the address of the feed; port 0 takes any that is free. With
    `build`, it is called whenever one of `watched` has changed, and open pages reload.
    Raise PublishError when the address can't be had.
    """
    listener = _listen(host, port)
    _allow_files()
    changes = _Changes()
    stop = threading.Event()
    site = app(public, password=password, changes=changes.count if build else None)
    server = _server(site, log)
    if ready:
        ready(network_address(host, listener.getsockname()[1]) + FEED)
    watcher = threading.Thread(
        target=watch, args=(watched, changes.after(build or _nothing), stop), daemon=True
    )
    if build:
        watcher.start()
    try:
        with _quiet_termination(), suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
    finally:
        stop.set()
        listener.close()


def network_address(host: str, port: int) -> str:
    """Return the address by which others on this network reach us, with a slash at its end."""
    if host in ("0.0.0.0", "::", ""):  # noqa: S104 - a comparison
        host = _own_address()
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def draw_code(address: str) -> str:
    """Return a QR code of `address` to print on a terminal."""
    drawing = io.StringIO()
    segno.make(address, error="m").terminal(out=drawing, compact=True, border=2)
    return drawing.getvalue()


def _own_address() -> str:
    """This machine's address on its network: the one it would send from. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documentation (RFC 5737)
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except (OSError, OverflowError) as error:
        listener.close()
        raise PublishError(
            f"{host}:{port}: can't listen there: {getattr(error, 'strerror', None) or error}",
            hint=f"another port: --port {port + 1 if port < 65_535 else 8000}",
        ) from error
    return listener


def _server(site: Any, log: bool) -> uvicorn.Server:
    config = uvicorn.Config(
        site,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        access_log=log,
        log_level="info" if log else "critical",
        server_header=False,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=STOP_SECONDS,
        backlog=2048,
    )
    return uvicorn.Server(config)


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with an end to patience: uvicorn itself waits for ever for a request's last line."""

    patience: float = REQUEST_SECONDS
    deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Start the clock."""
        super().connection_made(transport)  # type: ignore[arg-type]  # narrower than asyncio's
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop it."""
        if self.deadline:
            self.deadline.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Start it anew: the next request is due."""
        super().on_response_complete()
        self._wait()

    def _wait(self) -> None:
        if self.deadline:
            self.deadline.cancel()
        self.deadline = self.loop.call_later(self.patience, self._expire)

    def _expire(self) -> None:
        answering = self.cycle is not None and not self.cycle.response_complete
        if not answering and not self.transport.is_closing():
            self.transport.close()


class _Changes:
    """How often the show was built again."""

    def __init__(self) -> None:
        self._number = 0

    def count(self) -> int:
        return self._number

    def after(self, build: Callable[[], None]) -> Callable[[], None]:
        def build_and_count() -> None:
            build()
            self._number += 1

        return build_and_count


def _nothing() -> None:
    return None


@contextmanager
def _quiet_termination() -> Iterator[None]:
    """Make a termination signal an orderly end: uvicorn sends itself the signal again after it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _ignore)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _ignore(number: int, frame: FrameType | None) -> None:
    return None


def _allow_files() -> None:
    """Raise the limit of open files; each connection is one."""
    if sys.platform == "win32":
        return
    import resource  # not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
