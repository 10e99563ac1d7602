"""Taking what is published to a folder, and configurations that real servers run by."""

from __future__ import annotations

import base64
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from podcast.errors import PluginError, PublishError
from podcast.publisher import ping
from podcast.publisher import publish as take
from podcast.publisher.hostconfig import CONFIGS, ROOT, print_config
from podcast.show import Show
from tests.episodes import HARBOUR, episode
from tests.serving import AUDIO, ask, publish
from tests.test_clients import found

EPISODE = "/episodes/2024-05-29-harbour/"


@pytest.fixture
def show(tmp_path: Path) -> Show:
    show = Show(folder=tmp_path / "show", title="The Harbour", url="http://localhost/")
    publish(show, [HARBOUR, episode(1)])
    (show.public / EPISODE[1:] / "embed.html").write_text("<body></body>")
    return show


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("form", ["{}", "file://{}"])
def test_a_folder_gets_all_and_then_only_what_changed(
    show: Show, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "www"
    destination = form.format(target.as_posix())
    take(show.public, destination)
    assert files(target) == files(show.public)
    assert take(show.public, destination).endswith("0 files copied, 0 removed")


def test_what_was_withdrawn_goes_and_what_is_not_ours_stays(show: Show, tmp_path: Path) -> None:
    target = tmp_path / "www"
    take(show.public, str(target))
    (target / "robots.txt").write_text("theirs")
    shutil.rmtree(show.public / EPISODE[1:])
    publish(show, [episode(1)])
    take(show.public, str(target))
    assert not (target / EPISODE[1:]).exists()
    assert files(target) == files(show.public) | {"robots.txt": b"theirs"}


def test_what_cannot_be_published_is_told_so(show: Show, tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="nothing to publish"):
        take(tmp_path, str(tmp_path / "www"))
    with pytest.raises(PublishError, match="own folder"):
        take(show.public, str(show.public / "below"))
    with pytest.raises(PluginError, match="unknown publisher 'gopher'"):
        take(show.public, "gopher://example.com/")
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(PublishError, match="file"):
        take(show.public, str(tmp_path / "file" / "www"))


class Hub(BaseHTTPRequestHandler):
    heard: ClassVar[list[bytes]] = []

    def do_POST(self) -> None:
        self.heard.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(500 if self.path == "/deaf" else 204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.mark.skipif(sys.platform == "win32", reason="a file's size isn't limited there")
def test_without_room_it_says_where_and_leaves_nothing_half_made(
    show: Show, tmp_path: Path
) -> None:
    import resource

    www, before = tmp_path / "www", resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(PublishError, match=str(www)):
            take(show.public, str(www))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(www.rglob("*.part"))


def test_a_hub_is_told_of_what_was_published() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as hub:
        thread = threading.Thread(target=hub.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        base = f"http://127.0.0.1:{hub.server_port}"
        ping(f"{base}/", "https://pod.example.com/feed.xml")
        with pytest.raises(PublishError, match="500"):
            ping(f"{base}/deaf", "https://pod.example.com/feed.xml")
        hub.shutdown()
        thread.join()
    expected = b"hub.mode=publish&hub.url=https%3A%2F%2Fpod.example.com%2Ffeed.xml"
    assert Hub.heard[0] == expected
    with pytest.raises(PublishError, match="not an address"):
        ping("file:///etc/passwd", "https://pod.example.com/feed.xml")


@pytest.mark.parametrize("host", CONFIGS)
def test_each_configuration_has_every_type(show: Show, host: str) -> None:
    text = print_config(show, host)
    for type_ in ("text/vtt", "application/x-subrip", "application/json+chapters"):
        assert type_ in text
    assert "rss+xml" in text


@pytest.mark.parametrize("host", ["nginx", "caddy", "netlify"])
def test_a_private_show_gets_a_password_on_its_host(show: Show, host: str) -> None:
    text = print_config(replace(show, private=True), host).lower()
    assert "auth" in text
    assert "auth" not in print_config(show, host).lower()


def test_an_unknown_host_is_told_the_nearest(show: Show) -> None:
    with pytest.raises(PublishError) as refused:
        print_config(show, "ngnix")
    assert refused.value.hint == "did you mean 'nginx'?"


@contextmanager
def running(command: list[str], port: int) -> Iterator[int]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 15
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def nginx(show: Show, folder: Path) -> Iterator[int]:
    port = free_port()
    config = print_config(show, "nginx").replace(ROOT, str(show.public))
    config = config.replace("listen 80", f"listen 127.0.0.1:{port}")
    config = config.replace("/etc/nginx/podcast.htpasswd", str(folder / "htpasswd"))
    (folder / "htpasswd").write_text("listener:{PLAIN}wall\n")
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    main = (
        f"{user} pid {folder}/pid; error_log {folder}/log; daemon off; events {{}} "
        f"http {{ access_log off; {temporary} uwsgi_temp_path {folder}/u; "
        f"scgi_temp_path {folder}/s;\n{config}\n}}"
    )
    (folder / "nginx.conf").write_text(main)
    command = [found("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with running([*command, "-e", str(folder / "log")], port):
        yield port


@contextmanager
def caddy(show: Show, folder: Path) -> Iterator[int]:
    port = free_port()
    config = print_config(show, "caddy").replace(ROOT, str(show.public))
    config = config.replace("http://localhost {", f"http://127.0.0.1:{port} {{")
    program = found("caddy")
    if show.private:
        hashed = subprocess.run(
            [program, "hash-password", "--plaintext", "wall"],
            capture_output=True,
            text=True,
            check=True,
        )
        config = config.replace("HASH", hashed.stdout.strip())
    (folder / "Caddyfile").write_text("{\nadmin off\n}\n" + config)
    command = [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with running(command, port):
        yield port


SERVERS = {"nginx": nginx, "caddy": caddy}


@pytest.mark.client
@pytest.mark.parametrize("server", SERVERS)
def test_a_real_server_answers_by_its_configuration(
    show: Show, tmp_path: Path, server: str
) -> None:
    (show.public / ".hidden").write_text("secret")
    with SERVERS[server](show, tmp_path) as port:
        types = {
            path: ask(port, path).headers["content-type"].replace(" ", "")
            for path in ("/", "/feed.xml", EPISODE, EPISODE + "transcript.srt")
        }
        assert types == {
            "/": "text/html;charset=utf-8",
            "/feed.xml": "application/rss+xml;charset=utf-8",
            EPISODE: "text/html;charset=utf-8",
            EPISODE + "transcript.srt": "application/x-subrip;charset=utf-8",
        }
        chapters = ask(port, EPISODE + "chapters.json").headers
        assert chapters["content-type"].startswith("application/json+chapters")
        assert chapters["access-control-allow-origin"] == "*"
        seen = ask(port, "/feed.xml", Sec_Fetch_Dest="document")
        assert (seen.status, seen.headers["content-type"][:15]) == (200, "application/xml")
        part = ask(port, EPISODE + "episode-1a2b3c4d.mp3", Range="bytes=5-9")
        assert (part.status, part.body) == (206, AUDIO[5:10])
        assert part.headers["content-type"] == "audio/mpeg"
        assert "immutable" in part.headers["cache-control"]
        page = ask(port, EPISODE).headers
        assert page["content-security-policy"].endswith("frame-ancestors 'self'")
        assert "access-control-allow-origin" not in page
        embed = ask(port, EPISODE + "embed.html").headers
        assert embed["content-security-policy"].endswith("frame-ancestors *")
        feed = ask(port, "/feed.xml", Accept_Encoding="gzip").headers
        assert feed.get("content-encoding") == "gzip"
        assert ask(port, "/.hidden").status == 404
        assert ask(port, "/episodes/").status in (403, 404)


@pytest.mark.client
@pytest.mark.parametrize("server", SERVERS)
def test_a_real_server_keeps_a_private_show(show: Show, tmp_path: Path, server: str) -> None:
    with SERVERS[server](replace(show, private=True), tmp_path) as port:
        assert ask(port, "/feed.xml").status == 401
        right = "Basic " + base64.b64encode(b"listener:wall").decode()
        assert ask(port, "/feed.xml", Authorization=right).status == 200
