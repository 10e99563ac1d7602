"""Reading from the command line: its options, a show's rules, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from podcast.cli import main

HERE = Path(__file__).parent
NEWS = str(HERE / "cases" / "reading" / "news.html")


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
