"""A server that means no good: it answers each path as a test says, to the byte."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = Callable[[socket.socket], None]
PUBLIC = "93.184.216.34"
"""The address that our names of the public internet have; connections to it come here."""


@dataclass
class Hostile:
    """The server: what it answers, and what it was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        """*.example is public; an address stands for itself."""
        return (PUBLIC,) if host.endswith(".example") else (host,)

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        """Any address that is public is this server; no other may be connected to."""
        assert address == PUBLIC, f"connected to {address}"
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)


def reply(
    body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None
) -> Answer:
    """An answer with its length said, unless `length` says otherwise."""
    size = len(body) if length is None else length
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {size}", *headers])

    def answer(client: socket.socket) -> None:
        client.sendall(head.encode("latin-1") + b"\r\n\r\n" + body)

    return answer


def redirect(to: str) -> Answer:
    """An answer that sends elsewhere."""
    return reply(b"", f"Location: {to}", status="302 Found")


def endless(client: socket.socket) -> None:
    """A body without end."""
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        client.sendall(b"<p>again</p>" * 4096)


def dripping(start: bytes) -> Answer:
    """A byte every tenth of a second, for a minute, after `start`."""

    def answer(client: socket.socket) -> None:
        client.sendall(start)
        for _ in range(600):
            client.sendall(b"x")
            time.sleep(0.1)

    return answer


@contextmanager
def running() -> Iterator[Hostile]:
    """The server, on loopback, for as long as the block takes."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    server = Hostile(listener.getsockname()[1])
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            try:
                client, _ = listener.accept()
            except TimeoutError:
                continue
            threading.Thread(target=answer, args=(client,), daemon=True).start()

    def answer(client: socket.socket) -> None:
        with client, suppress(OSError):
            client.settimeout(5)
            head = client.recv(65536).decode("latin-1")
            server.asked.append(head)
            path = head.split(" ")[1]
            server.answers[path](client)
            client.shutdown(socket.SHUT_WR)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield server
    over.set()
    thread.join()
    listener.close()
