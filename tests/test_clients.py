"""Podcast apps as people use them, on `podcast serve`: subscribe, update, download, and no more.

What they need: CONTRIBUTING.md, "Real clients".
"""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from podcast.episode import Episode
from podcast.show import Show
from tests.episodes import episode
from tests.serving import publish

pytestmark = pytest.mark.client

HERE = Path(sys.prefix) / "clients"
"""Where clients from PyPI are, apart from our own packages."""

ROOT = Path(__file__).parents[1]
"""Where npm's are."""


def found(program: str) -> str:
    """The path of a client; the test is left out where there is none, but not in CI."""
    path = shutil.which(program, path=f"{HERE / 'bin'}{os.pathsep}{os.environ['PATH']}")
    if path is None and os.environ.get("CI"):
        pytest.fail(f"{program} is not installed")
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path


@dataclass
class Listener:
    """Somebody with an app, and a home of their own."""

    home: Path
    feed: str

    def run(self, *command: str, **more: str) -> str:
        environment = os.environ | {"HOME": str(self.home), "TERM": "xterm"} | more
        done = subprocess.run(
            command,
            env=environment,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.stdout + done.stderr

    def write(self, name: str, text: str) -> Path:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(text, encoding="utf-8")
        return path

    def has(self) -> set[bytes]:
        """What was downloaded."""
        return {path.read_bytes() for path in self.home.rglob("*.mp3")}


def gpodder(listener: Listener) -> None:
    gpo = found("gpo")
    home = str(listener.home / "gpodder")
    if not Path(home).exists():
        listener.run(gpo, "subscribe", listener.feed, GPODDER_HOME=home)
    listener.run(gpo, "update", GPODDER_HOME=home)
    listener.run(gpo, "download", GPODDER_HOME=home)


def greg(listener: Listener) -> None:
    program = found("greg")
    listener.write(".config/greg/greg.conf", "[DEFAULT]\nfirstsync = 99\n")
    if not (listener.home / ".local/share/greg").exists():
        listener.run(program, "add", "harbour", listener.feed)
    listener.run(program, "sync", "harbour")


def podcast_archiver(listener: Listener) -> None:
    (listener.home / "archive").mkdir(exist_ok=True)
    listener.run(found("podcast-archiver"), "--feed", listener.feed, "--dir", "archive")


def podget(listener: Listener) -> None:
    listener.write(".podget/serverlist", f"{listener.feed} news harbour\n")
    listener.run(found("podget"))


def newsboat(listener: Listener) -> None:
    found("podboat")
    listener.write(".newsboat/urls", listener.feed + "\n")
    downloads = f'download-path "{listener.home}/pods"\npodcast-auto-enqueue yes\n'
    listener.write(".newsboat/config", downloads)
    listener.run(found("newsboat"), "-x", "reload")
    _podboat(listener)


def _is_done(queue: Path) -> bool:
    """Each line ends with the file to be written; podboat writes beside it and renames."""
    return all(Path(path).exists() for path in re.findall('"(.*?)"', queue.read_text()))


def _podboat(listener: Listener) -> None:
    """podboat wants a terminal, and to be told to quit: it refuses while it's downloading."""
    import pty  # not on Windows, where podboat isn't either

    ours, its = pty.openpty()
    environment = os.environ | {"HOME": str(listener.home), "TERM": "xterm"}
    with subprocess.Popen(
        [found("podboat"), "-a"], stdin=its, stdout=its, stderr=its, env=environment
    ) as boat:
        until = time.monotonic() + 30
        while boat.poll() is None and time.monotonic() < until:
            time.sleep(0.5)
            if _is_done(listener.home / ".newsboat/queue"):
                os.write(ours, b"q")
            while select.select([ours], [], [], 0)[0]:
                os.read(ours, 65536)
        boat.kill()
    os.close(ours)
    os.close(its)


CLIENTS = [gpodder, greg, podcast_archiver, podget, newsboat]


def audio(made: Episode) -> bytes:
    """A sound of each episode's own, as far as a client can tell."""
    return b"\xff\xfb\x90\xc4" + made.slug.encode() * 4000


def part(number: int) -> Episode:
    made = episode(number)
    name = f"episode-{number:08x}.mp3"
    return replace(made, enclosure=replace(made.enclosure, path=name))


@dataclass
class Station:
    """A show on `podcast serve`, and what was asked of it."""

    show: Show
    port: int
    log: Path

    def publish(self, *numbers: int) -> None:
        publish(self.show, [part(number) for number in sorted(numbers, reverse=True)], audio)

    def downloads(self) -> list[str]:
        return re.findall(r"GET (\S+\.mp3)", self.log.read_text(encoding="utf-8"))


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    folder = tmp_path / "show"
    folder.mkdir()
    (folder / "show.toml").write_text('title = "The Harbour"\n', encoding="utf-8")
    log = tmp_path / "requests.log"
    command = ["-m", "podcast", "--show", str(folder), "serve"]
    command += ["--host", "127.0.0.1", "--port", "0", "--log"]
    (folder / "public").mkdir()
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, *command], stdout=output, stderr=subprocess.STDOUT
        )
    try:
        yield Station(Show(folder=folder, title="The Harbour"), _port(log), log)
    finally:
        process.terminate()
        process.wait(10)


def _port(log: Path) -> int:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if told := re.search(r"http://127\.0\.0\.1:(\d+)/", log.read_text(encoding="utf-8")):
            return int(told[1])
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.__name__)
def test_a_client_subscribes_updates_and_downloads_once(
    client: Callable[[Listener], None], station: Station, tmp_path: Path
) -> None:
    listener = Listener(tmp_path / "home", f"http://127.0.0.1:{station.port}/feed.xml")
    listener.home.mkdir()
    station.publish(1, 2)
    client(listener)
    assert listener.has() >= {audio(part(2))}
    first = len(station.downloads())

    station.publish(1, 2, 3)
    client(listener)
    assert listener.has() >= {audio(part(2)), audio(part(3))}
    second = len(station.downloads())
    assert second > first

    shutil.rmtree(station.show.public / "episodes")
    station.publish(1, 2, 3)
    client(listener)
    assert len(station.downloads()) == second


READ_BACK = """
const {parseFeed} = require("podcast-partytime");
const feed = parseFeed(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(feed));
"""


def test_partytime_reads_back_all_that_the_feed_says() -> None:
    from podcast.feed import render_feed
    from tests.episodes import HARBOUR
    from tests.test_feed import BASE, SHOW

    node = found("node")
    if not (ROOT / "node_modules/podcast-partytime").is_dir():
        if os.environ.get("CI"):
            pytest.fail("podcast-partytime is not installed")
        pytest.skip("podcast-partytime is not installed")
    show = replace(SHOW, funding="https://pay.example.com/", license="cc-by-4.0")
    done = subprocess.run(
        [node, "-e", READ_BACK],
        input=render_feed(show, [HARBOUR], cover="cover-1a2b3c4d.jpg"),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    feed = json.loads(done.stdout)
    assert feed["guid"] == SHOW.guid
    assert feed["locked"] is True
    assert feed["owner"] == {"name": "Ada Example", "email": "ada@example.com"}
    assert feed["medium"] == "podcast"
    assert feed["podcastFunding"][0]["url"] == "https://pay.example.com/"
    assert feed["license"]["identifier"] == "cc-by-4.0"
    assert feed["itunesImage"] == BASE + "cover-1a2b3c4d.jpg"
    (item,) = feed["items"]
    folder = BASE + "episodes/2024-05-29-harbour/"
    assert item["enclosure"]["url"] == folder + "episode-1a2b3c4d.mp3"
    assert [t["url"] for t in item["podcastTranscripts"]] == [
        folder + name
        for name in ("transcript.vtt", "transcript.srt", "transcript.json", "transcript.html")
    ]
    assert item["podcastChapters"]["url"] == folder + "chapters.json"
    assert item["podcastSoundbites"][0]["duration"] == 16.5
    assert [p["role"] for p in item["podcastPeople"]] == ["Narrator", "Author"]
