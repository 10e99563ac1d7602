"""A published folder and a real server on loopback, for tests that ask it as clients do."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import uvicorn

from podcast.episode import Episode
from podcast.feed import render_feed
from podcast.server import PatientProtocol
from podcast.show import Show

AUDIO = bytes(range(256)) * 1024
"""256 KiB in which every place is known."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


def same_audio(episode: Episode) -> bytes:
    return AUDIO


def publish(
    show: Show, episodes: Sequence[Episode], audio: Callable[[Episode], bytes] = same_audio
) -> Path:
    """Write what the feed names: small files of the right names, and the feed."""
    for episode in episodes:
        folder = show.public / "episodes" / episode.slug
        folder.mkdir(parents=True, exist_ok=True)
        (folder / episode.enclosure.path).write_bytes(audio(episode))
        for name in (
            "index.html",
            "transcript.vtt",
            "transcript.srt",
            "transcript.json",
            "transcript.html",
        ):
            (folder / name).write_text(f"<body>{name}</body>\n" * 60, encoding="utf-8")
        (folder / "transcript.txt").write_text("said", encoding="utf-8")
        (folder / "chapters.json").write_text('{"version": "1.2.0"}', encoding="utf-8")
    (show.public / "index.html").write_text("<body>the show</body>", encoding="utf-8")
    right = [replace(e, enclosure=replace(e.enclosure, bytes=len(audio(e)))) for e in episodes]
    (show.public / "feed.xml").write_bytes(render_feed(show, right))
    return show.public


@contextmanager
def served(application: Any, protocol: type[PatientProtocol] = PatientProtocol) -> Iterator[int]:
    """Serve an application on a free port, and yield the port."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    config = uvicorn.Config(
        application, http=protocol, ws="none", lifespan="off", log_level="critical"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Send one request; underscores in a header's name stand for hyphens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read())
    finally:
        connection.close()
