"""The server, asked by a real HTTP client."""

from __future__ import annotations

import base64
import gzip
import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path

import pytest

from podcast import server
from podcast.errors import PublishError
from podcast.server import PatientProtocol, app
from podcast.show import Show
from tests.episodes import HARBOUR
from tests.serving import AUDIO, ask, publish, served

EPISODE = "/episodes/2024-05-29-harbour/"
MP3 = EPISODE + "episode-1a2b3c4d.mp3"


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Show:
    folder = tmp_path_factory.mktemp("harbour")
    # The article's own page is on the very host where the show is to be published.
    show = Show(folder=folder, title="The Harbour", url="https://news.example.com/")
    publish(show, [HARBOUR])
    (folder / "show.toml").write_text("secret", encoding="utf-8")
    (show.public / ".hidden").write_text("secret", encoding="utf-8")
    (show.public / "empty").mkdir()
    return show


@pytest.fixture(scope="module")
def port(show: Show) -> Iterator[int]:
    with served(app(show.public)) as port:
        yield port


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/feed.xml", "application/rss+xml; charset=utf-8"),
        (EPISODE, "text/html; charset=utf-8"),
        (EPISODE + "transcript.vtt", "text/vtt; charset=utf-8"),
        (EPISODE + "transcript.srt", "application/x-subrip; charset=utf-8"),
        (EPISODE + "transcript.json", "application/json"),
        (EPISODE + "chapters.json", "application/json+chapters"),
        (MP3, "audio/mpeg"),
    ],
)
def test_each_file_has_its_type_and_head_says_what_get_would(
    port: int, path: str, type_: str
) -> None:
    got, head = ask(port, path), ask(port, path, "HEAD")
    assert got.status == head.status == 200
    assert got.headers["content-type"] == head.headers["content-type"] == type_
    assert got.headers["content-length"] == head.headers["content-length"] == str(len(got.body))
    assert got.headers["etag"] == head.headers["etag"]
    assert got.headers["last-modified"]
    assert head.body == b""


def test_a_file_arrives_byte_for_byte(port: int) -> None:
    assert ask(port, MP3).body == AUDIO


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-1", 0, 2),
        ("bytes=1000-", 1000, len(AUDIO)),
        ("bytes=-500", len(AUDIO) - 500, len(AUDIO)),
        ("bytes=-99999999", 0, len(AUDIO)),
        ("bytes=5-99999999", 5, len(AUDIO)),
        ("BYTES=7-9", 7, 10),
    ],
)
def test_a_range_is_answered_exactly(port: int, asked: str, start: int, end: int) -> None:
    got = ask(port, MP3, Range=asked)
    assert got.status == 206
    assert got.headers["content-range"] == f"bytes {start}-{end - 1}/{len(AUDIO)}"
    assert got.headers["content-length"] == str(end - start)
    assert got.body == AUDIO[start:end]
    assert ask(port, MP3, "HEAD", Range=asked).headers["content-range"]


@pytest.mark.parametrize("asked", [f"bytes={len(AUDIO)}-", "bytes=99999999-", "bytes=-0"])
def test_a_range_behind_the_end_is_416(port: int, asked: str) -> None:
    got = ask(port, MP3, Range=asked)
    assert got.status == 416
    assert got.headers["content-range"] == f"bytes */{len(AUDIO)}"


@pytest.mark.parametrize(
    "asked", ["bytes=9-3", "bytes=a-b", "lines=1-2", "bytes=", "bytes=0-1,5-9", "bytes=" + "9" * 40]
)
def test_what_is_not_one_range_is_ignored(port: int, asked: str) -> None:
    got = ask(port, MP3, Range=asked)
    assert (got.status, len(got.body)) == (200, len(AUDIO))


def test_a_range_of_another_file_is_not_continued(port: int) -> None:
    first = ask(port, MP3)
    for right in (first.headers["etag"], first.headers["last-modified"]):
        assert ask(port, MP3, Range="bytes=5-9", If_Range=right).status == 206
    for wrong in ('"other"', "W/" + first.headers["etag"], formatdate(0, usegmt=True)):
        assert ask(port, MP3, Range="bytes=5-9", If_Range=wrong).status == 200


@pytest.mark.parametrize("path", [MP3, "/feed.xml", EPISODE])
def test_what_the_client_has_is_not_sent_again(port: int, path: str) -> None:
    first = ask(port, path)
    etag = first.headers["etag"]
    for tag in (etag, f'"x", {etag}', f"W/{etag}", "*"):
        again = ask(port, path, If_None_Match=tag)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == etag
    assert ask(port, path, If_Modified_Since=first.headers["last-modified"]).status == 304
    assert ask(port, path, If_Modified_Since=formatdate(0, usegmt=True)).status == 200
    assert ask(port, path, If_Modified_Since="yesterday").status == 200
    since = first.headers["last-modified"]
    assert ask(port, path, If_None_Match='"x"', If_Modified_Since=since).status == 200


def test_text_is_compressed_and_audio_is_not(port: int) -> None:
    plain = ask(port, "/feed.xml")
    small = ask(port, "/feed.xml", Accept_Encoding="br, gzip;q=0.5")
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(small.body) == plain.body
    assert small.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in small.headers["vary"]
    assert ask(port, "/feed.xml", If_None_Match=small.headers["etag"]).status == 304
    for refused in ("gzip;q=0", "identity", "br"):
        assert "content-encoding" not in ask(port, "/feed.xml", Accept_Encoding=refused).headers
    assert "content-encoding" not in ask(port, MP3, Accept_Encoding="gzip").headers


def test_the_feed_carries_the_address_it_was_asked_by(port: int) -> None:
    feed = ask(port, "/feed.xml", Host="192.168.1.20:8000").body.decode()
    assert '<atom:link href="http://192.168.1.20:8000/feed.xml" rel="self"' in feed
    assert f'url="http://192.168.1.20:8000{MP3}"' in feed
    assert "<link>http://192.168.1.20:8000/</link>" in feed
    # The article's page is on the same host, and isn't ours to serve.
    assert "https://news.example.com/harbour?a=1" in feed
    assert (
        ask(port, "/feed.xml", Host="a.local").headers["etag"]
        != ask(port, "/feed.xml").headers["etag"]
    )


def test_a_browser_gets_the_feed_under_a_name_that_it_styles(port: int) -> None:
    seen = ask(port, "/feed.xml", Sec_Fetch_Dest="document")
    assert seen.headers["content-type"] == "application/xml; charset=utf-8"
    assert "Sec-Fetch-Dest" in seen.headers["vary"]


def test_a_host_that_is_none_is_refused(port: int) -> None:
    assert ask(port, "/feed.xml", Host='a"><script>').status == 400


@pytest.mark.parametrize(
    "path",
    [
        "/../show.toml",
        "/%2e%2e/show.toml",
        "/..%2fshow.toml",
        "/episodes/%2e%2e/%2e%2e/show.toml",
        "/..\\show.toml",
        "/.hidden",
        "/%2ehidden",
        "//etc/passwd",
        "/feed.xml/",
        "/feed.xml%00.mp3",
        "/feed.xml:stream",
        "/empty/",
        "/nothing.mp3",
        "/" + "a" * 5000,
        "/linked.toml",
    ],
)
def test_nothing_but_what_is_published_is_served(show: Show, port: int, path: str) -> None:
    link = show.public / "linked.toml"
    if not link.is_symlink():
        link.symlink_to(show.folder / "show.toml")
    got = ask(port, path)
    assert got.status in (400, 404)
    assert b"secret" not in got.body


def test_a_folder_without_its_slash_is_redirected_and_not_listed(port: int) -> None:
    got = ask(port, EPISODE.rstrip("/"))
    assert (got.status, got.headers["location"]) == (301, EPISODE)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(port: int, method: str) -> None:
    assert ask(port, "/feed.xml", method).status == 405


def test_players_on_other_sites_may_fetch_all_but_pages(port: int) -> None:
    for name in ("transcript.vtt", "chapters.json", "episode-1a2b3c4d.mp3"):
        assert ask(port, EPISODE + name).headers["access-control-allow-origin"] == "*"
    page = ask(port, EPISODE)
    assert "access-control-allow-origin" not in page.headers
    assert page.headers["content-security-policy"].startswith("default-src 'self';")
    assert page.headers["x-content-type-options"] == "nosniff"
    assert ask(port, MP3, "OPTIONS").headers["access-control-allow-headers"].startswith("Range")


def test_what_has_its_hash_in_its_name_may_be_kept(port: int) -> None:
    assert "immutable" in ask(port, MP3).headers["cache-control"]
    assert ask(port, "/feed.xml").headers["cache-control"] == "public, no-cache"


def test_a_private_show_asks_for_its_password(show: Show) -> None:
    word = "harbour:wäll"
    with served(app(show.public, password=word)) as port:
        assert ask(port, "/feed.xml").headers["www-authenticate"].startswith("Basic ")
        for wrong in ("Basic !!", "Basic " + base64.b64encode(b"me:wall").decode(), "Bearer x"):
            assert ask(port, MP3, Authorization=wrong).status == 401
        right = "Basic " + base64.b64encode("me:harbour:wäll".encode()).decode()
        got = ask(port, MP3, Authorization=right)
        assert got.status == 200
        assert got.headers["cache-control"].startswith("private")


def test_open_pages_reload_when_the_show_was_built_again(show: Show) -> None:
    built = [0]
    with served(app(show.public, changes=lambda: built[0])) as port:
        assert b'<script src="/.reload.js">' in ask(port, EPISODE).body
        assert b"location.reload" in ask(port, "/.reload.js").body
        assert ask(port, "/.changes").body == b"0"
        built[0] += 1
        assert ask(port, "/.changes").body == b"1"


def test_a_changed_feed_is_seen_at_once(tmp_path: Path) -> None:
    show = Show(folder=tmp_path, title="Before")
    publish(show, [HARBOUR])
    with served(app(show.public)) as port:
        before = ask(port, "/feed.xml")
        publish(replace(show, title="After"), [HARBOUR])
        after = ask(port, "/feed.xml", If_None_Match=before.headers["etag"])
        assert b"<title>After</title>" in after.body


class Impatient(PatientProtocol):
    patience = 0.5


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nX-Slow: a"])
def test_who_does_not_ask_is_let_go_and_holds_nobody(show: Show, sent: bytes) -> None:
    with served(app(show.public), Impatient) as port:
        idle = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(50)]
        for client in idle:
            client.sendall(sent)
        assert ask(port, "/feed.xml").status == 200
        for client in idle:
            assert client.recv(100) == b""
            client.close()


def test_who_trickles_a_second_request_is_let_go(show: Show) -> None:
    with (
        served(app(show.public), Impatient) as port,
        socket.create_connection(("127.0.0.1", port), timeout=5) as client,
    ):
        client.sendall(b"HEAD /feed.xml HTTP/1.1\r\nHost: a\r\n\r\n")
        assert client.recv(10_000).startswith(b"HTTP/1.1 200")
        client.sendall(b"GET /feed.xml HTT")
        assert client.recv(100) == b""


def test_a_slow_download_is_not_cut_off(show: Show) -> None:
    with (
        served(app(show.public), Impatient) as port,
        socket.create_connection(("127.0.0.1", port), timeout=5) as client,
    ):
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.sendall(f"GET {MP3} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        received = b""
        while chunk := client.recv(16_384):
            received += chunk
            time.sleep(0.05)
        assert received.endswith(AUDIO)


def test_a_port_that_is_taken_is_said_so(show: Show) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(PublishError) as refused:
        server.serve(show.public, "127.0.0.1", taken.getsockname()[1])
    assert "can't listen there" in refused.value.message


def test_the_code_to_scan_is_text() -> None:
    assert "█" in server.draw_code("http://192.168.1.20:8000/feed.xml")


SCRIPT = """
import sys
from pathlib import Path
from podcast.server import serve
serve(Path(sys.argv[1]), "127.0.0.1", 0, ready=lambda address: print(address, flush=True))
print("ended", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_a_download_finish(show: Show, number: signal.Signals) -> None:
    command = [sys.executable, "-c", textwrap.dedent(SCRIPT), str(show.public)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = int(process.stdout.readline().rsplit(":", 1)[1].split("/")[0])
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(f"GET {MP3} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
            received = client.recv(100)
            os.kill(process.pid, number)
            time.sleep(0.3)
            while chunk := client.recv(65536):
                received += chunk
        assert received.endswith(AUDIO[-1000:])
        assert process.wait(10) == 0
        assert process.stdout.read() == "ended\n"
