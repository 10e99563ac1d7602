"""FakeGoogle: a stand-in for Google Translate's speech, reached as an HTTPS proxy.

gTTS takes any certificate, so its own cutting, encoding and errors run, to the socket:

    with FakeGoogle() as google:
        monkeypatch.setenv("HTTPS_PROXY", google.address)
"""

from __future__ import annotations

import base64
import json
import re
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import trustme

from podcast.sound import ffmpeg
from tests.tone import hum, wav

Answer = Callable[["Handler", str], None]


class FakeGoogle:
    """Hums what it is asked to say; answers the next requests with `faults`, one each."""

    def __init__(self, faults: Iterable[Answer | None] = ()) -> None:
        self.faults = list(faults)
        self.asked: list[str] = []
        """Each text that was asked for, also those that got no sound."""
        self.said: list[str] = []
        """Those that got sound."""
        self.languages: set[tuple[str, str, Any]] = set()
        """(host, language, speed) that were asked for."""
        self.lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.google = self  # type: ignore[attr-defined]  # for the handler
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> FakeGoogle:
        # A short poll: shutdown() waits for the next one.
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def google(self) -> FakeGoogle:
        return self.server.google  # type: ignore[attr-defined,no-any-return]

    def do_CONNECT(self) -> None:
        self.host = self.path
        self.send_response(200)
        self.end_headers()
        self.connection = certificate().wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", 0)
        self.close_connection = False

    def do_HEAD(self) -> None:
        self.answer(200)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        text, language, speed, _ = json.loads(json.loads(parse_qs(body)["f.req"][0])[0][0][1])
        google = self.google
        with google.lock:
            google.asked.append(text)
            google.languages.add((self.host, language, speed))
            fault = google.faults.pop(0) if google.faults else None
        if fault is not None:
            fault(self, text)
        elif len(text) > 100:
            self.answer(400)
        else:
            google.said.append(text)
            self.answer(200, rpc(base64.b64encode(mp3(text)).decode()))

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def finish(self) -> None:
        super().finish()
        self.connection.close()  # the wrapped one, which the server doesn't know

    def log_message(self, *_: object) -> None:
        pass


def rpc(audio: str) -> bytes:
    """What Google Translate answers, with this audio in base64."""
    return (
        b")]}'\n\n"
        + json.dumps([["wrb.fr", "jQ1olc", json.dumps([audio]), None]]).replace(" ", "").encode()
        + b"\n"
    )


def status(code: int, after: str = "") -> Answer:
    """Refuses: 403, 429 (come again `after` seconds or at a date), 503."""
    headers = {"Retry_After": after} if after else {}
    return lambda handler, _: handler.answer(code, b"no", **headers)


def cut(handler: Handler, text: str) -> None:
    """Breaks off in the middle of the answer."""
    body = rpc(base64.b64encode(mp3(text)).decode())
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True
    handler.connection.close()


def late(handler: Handler, _: str) -> None:
    """Lets one wait for an answer."""
    time.sleep(60)
    handler.close_connection = True


def garbage(handler: Handler, _: str) -> None:
    """Bytes that are no sound."""
    handler.answer(200, rpc(base64.b64encode(bytes(range(1, 256)) * 16).decode()))


def empty(handler: Handler, _: str) -> None:
    """A sound of no bytes."""
    handler.answer(200, rpc(""))


def silent(handler: Handler, _: str) -> None:
    """An answer without a sound, as for a language that isn't spoken."""
    handler.answer(200, b")]}'\n\n" + json.dumps([["wrb.fr", "jQ1olc", None]]).encode())


def short(handler: Handler, _: str) -> None:
    """A sound far too short for the text."""
    handler.answer(200, rpc(base64.b64encode(mp3("a")).decode()))


def mp3(text: str) -> bytes:
    """The text hummed, as Google's are: 24 kHz, with silence around."""
    # Digits hum alike, so that a long article of numbered lines is soon encoded.
    return _mp3(re.sub(r"\d", "0", text))


@cache
def _mp3(text: str) -> bytes:
    quiet = bytes(2 * 22050 // 10)
    sound = wav(quiet + b"".join(hum(word) + quiet[:2000] for word in text.split()) + quiet)
    arguments = ["-i", "pipe:0", "-ar", "24000", "-b:a", "64k", "-f", "mp3", "pipe:1"]
    data, _ = ffmpeg.run(arguments, what="a hum", data=sound)
    return data


@cache
def certificate() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("translate.google.com", "*.google.com").configure_cert(context)
    return context
