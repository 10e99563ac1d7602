"""Reading from the command line: its options, a show's rules, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest

from podcast.cli import main
from tests.hostile import Hostile, reply, running

HERE = Path(__file__).parent
NEWS = str(HERE / "cases" / "reading" / "news.html")

NOTE = "# A note\n\nThe ice on the lake is thick enough to walk on.\n"


def script(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["script", *arguments, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    return "\n".join(segment["text"] for segment in made["segments"])


def test_selectors_are_heeded(capsys: pytest.CaptureFixture[str]) -> None:
    assert "goats, and" in script(capsys, NEWS)
    assert "goats, and" not in script(capsys, NEWS, "--drop", ".body > ul")
    assert "covers the coast" in script(capsys, NEWS, "--keep", ".author-bio p")


def test_a_shows_rules_for_a_site_are_heeded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path), "--title", "A show"]) == 0
    with (tmp_path / "show.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[sites."norland-courier.example"]\ndrop = [".body > ul"]\n')
    capsys.readouterr()
    assert "goats, and" not in script(capsys, NEWS, "--show", str(tmp_path))


def test_a_book_is_added_by_its_chapters(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path), "--title", "A show"]) == 0
    book = str(HERE / "files" / "pandoc.epub")
    assert main(["--show", str(tmp_path), "add", book, "--split"]) == 0
    names = sorted(path.stem[11:] for path in (tmp_path / "articles").glob("*.md"))
    assert names == [
        "the-clock-that-lost-an-hour",
        "what-happens-in-spring",
        "what-the-keeper-says",
        "what-the-town-does",
    ]


def test_a_private_address_is_refused_in_two_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path), "--title", "A show"]) == 0
    capsys.readouterr()
    assert main(["--show", str(tmp_path), "add", "http://10.0.0.1/a"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("error: 10.0.0.1: leads to 10.0.0.1, which is not on the public")
    assert told[1].startswith("  try: --allow-private")
    assert not list((tmp_path / "articles").glob("*.md"))


def test_what_no_voice_can_say_is_not_brought_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.txt"
    note.write_text(
        "Jää satamassa\n\nSatama on jäässä, eikä kukaan kaupungissa muista, milloin se olisi "
        "viimeksi ollut tällainen. Laivat odottavat ulkona ja ihmiset kävelevät jäällä.\n",
        encoding="utf-8",
    )
    assert main(["new", str(tmp_path / "show"), "--title", "A show"]) == 0
    show = ["--show", str(tmp_path / "show")]
    assert main([*show, "episode", str(note), "--voice", "piper"]) == 1
    assert "'fi'" in capsys.readouterr().err
    assert list((tmp_path / "show" / "articles").glob("*")) == []


def test_options_may_stand_between_the_sources(tmp_path: Path) -> None:
    show, note = ["--show", str(tmp_path)], tmp_path / "note.txt"
    note.write_text("A note\n\nThe ferry sails at noon.\n", encoding="utf-8")
    assert main(["new", str(tmp_path), "--title", "A show"]) == 0
    assert main([*show, "add", NEWS, "--drop", ".body > ul", str(note), "--json"]) == 0
    assert len(list((tmp_path / "articles").glob("*.md"))) == 2
    assert main([*show, "add", NEWS, "--dorp", str(note)]) == 2


def test_one_source_that_cant_be_read_costs_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A note\n\nThe ferry sails at noon.\n", encoding="utf-8")
    assert main(["new", str(tmp_path), "--title", "A show"]) == 0
    capsys.readouterr()
    assert main(["--show", str(tmp_path), "add", "missing.txt", str(note)]) == 1
    out, err = capsys.readouterr()
    assert err.splitlines()[0] == "error: missing.txt: no such file"
    (path,) = (tmp_path / "articles").glob("*.md")
    assert out == f"new       {path}\n"


def test_an_article_that_somebody_edited_is_kept_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A note\n\nThe ferry sails at noon.\n", encoding="utf-8")
    assert main(["new", str(tmp_path), "--title", "A show"]) == 0
    assert main(["--show", str(tmp_path), "add", str(note)]) == 0
    (path,) = (tmp_path / "articles").glob("*.md")
    edited = path.read_text(encoding="utf-8").replace("noon", "one")
    path.write_text(edited, encoding="utf-8")
    capsys.readouterr()
    assert main(["--show", str(tmp_path), "add", str(note)]) == 0
    assert "kept      " in (out := capsys.readouterr().out)
    assert "edited since" in out
    assert path.read_text(encoding="utf-8") == edited


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with running() as server:
        yield server


def test_who_watches_a_page_asks_only_whether_it_has_changed(
    tmp_path: Path, server: Hostile
) -> None:
    assert main(["new", str(tmp_path), "--title", "A show"]) == 0
    ice, snow = (NOTE.replace("ice", word).encode() for word in ("ice", "snow"))
    text = "Content-Type: text/markdown"
    first, same = reply(ice, text, 'ETag: "1"'), reply(status="304 Not Modified")
    answers = chain([first, same], repeat(reply(snow, text)))
    server.answers["/robots.txt"] = reply(status="404 Not Found")
    server.answers["/a"] = lambda client: next(answers)(client)
    command = ["--show", str(tmp_path), "add", f"http://127.0.0.1:{server.port}/a"]
    options = ["--allow-private", "--watch", "0.001"]
    with subprocess.Popen(
        [sys.executable, "-m", "podcast", *command, *options], stdout=subprocess.PIPE, text=True
    ) as watcher:
        assert watcher.stdout is not None
        told = [watcher.stdout.readline().split()[0] for _ in range(2)]
        watcher.terminate()
    assert told == ["new", "updated"]
    asked = [request.split()[1] for request in server.asked[:4]]
    assert asked == ["/robots.txt", "/a", "/a", "/a"]
    conditional = ['If-None-Match: "1"' in request for request in server.asked[1:4]]
    assert conditional == [False, True, True]
    (path,) = (tmp_path / "articles").glob("*.md")
    assert "The snow" in path.read_text(encoding="utf-8")
