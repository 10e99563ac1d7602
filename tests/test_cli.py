"""The command line: what it prints, and an honest exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from podcast.cli import VERBS, main
from tests.conftest import unwritable

TONE = "tests.tone:ToneVoice"
NOTE = "A short note\n\nIt is 30km to the sea. Nobody walks there.\n"


@pytest.fixture
def show(tmp_path: Path) -> Path:
    folder = tmp_path / "show"
    assert main(["new", str(folder), "--title", "Notes"]) == 0
    return folder


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


def test_every_verb_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for name in VERBS:
        assert main([*name.split(), "--help"]) == 0
        assert f"example:\n  podcast {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "option",
    ["--minutes=-3", "--minutes=nan", "--minutes=0", "--digest=0", "--digest=-1"],
)
def test_a_number_that_makes_no_sense_leaves_the_article_as_it_is(
    option: str, show: Path, note: Path
) -> None:
    assert main(["add", str(note), "--show", str(show)]) == 0
    (article,) = (show / "articles").iterdir()
    before = article.read_bytes()
    assert main(["episode", str(note), option, "--show", str(show), "--voice", TONE]) == 2
    assert article.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("words", [1, 20_000])
def test_an_output_that_is_full_is_told(words: int, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("word " * words, encoding="utf-8")
    with text.open() as given, Path("/dev/full").open("w") as full:
        told = subprocess.run(
            [sys.executable, "-m", "podcast", "say"],
            stdin=given,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert told.returncode == 1
    assert told.stderr.splitlines() == [
        "error: standard output: No space left on device",
        "  try: make room where it goes to",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize("words", [1, 20_000])
def test_a_pipe_whose_reader_has_seen_enough_is_no_error(words: int, tmp_path: Path) -> None:
    import os

    read, write = os.pipe()
    os.close(read)
    told = subprocess.run(
        [sys.executable, "-m", "podcast", "say", "word " * words],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("argv", [[], ["sing"], ["say", "--lang"], ["serve", "--port", "x"]])
def test_wrong_usage_is_exit_2(argv: list[str]) -> None:
    assert main(argv) == 2


def test_say_prints_the_spoken_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["say", "All 27 agreed."]) == 0
    assert capsys.readouterr().out == "All twenty-seven agreed.\n"


def test_say_takes_lines_and_keeps_empty_ones(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    monkeypatch.setattr(sys, "stdin", io.StringIO("All 27 agreed.\n\nNone left.\n"))
    assert main(["say"]) == 0
    assert capsys.readouterr().out == "All twenty-seven agreed.\n\nNone left.\n"


def test_say_as_json_is_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["say", "--json", "All 27 agreed."]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "text": "All 27 agreed.",
        "spoken": "All twenty-seven agreed.",
    }


def test_script_needs_no_show(
    note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["script", "note.txt", "--json"]) == 0
    script = json.loads(capsys.readouterr().out)
    assert set(script) == {"title", "language", "segments", "dropped"}
    assert script["segments"][0]["kind"] == "title"
    assert not (tmp_path / "feed").exists()


def test_an_episode_is_made_and_checked(
    show: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["episode", str(note), "--show", str(show), "--voice", TONE]) == 0
    assert "a-short-note" in capsys.readouterr().out
    assert (show / "public" / "feed.xml").is_file()
    assert main(["--show", str(show), "check"]) == 0


def test_build_as_json_counts_what_was_spoken(
    show: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(note), "--show", str(show)])
    capsys.readouterr()
    assert main(["build", "--show", str(show), "--voice", TONE, "--json"]) == 0
    (first,) = json.loads(capsys.readouterr().out)
    assert main(["build", "--show", str(show), "--json"]) == 0
    (second,) = json.loads(capsys.readouterr().out)
    assert first["spoken"] == first["sentences"] >= 4
    assert (second["spoken"], second["cached"]) == (0, first["sentences"])
    assert {"slug", "title", "seconds", "failed"} <= set(first)


FAULTS = {
    "missing.txt": None,
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "letterless.txt": b"123 456\n\n-- 789 --\n",
    "broken.md": b"---\ntitle: [\n---\n\nText.\n",
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_no_article_is_told_in_two_lines_and_leaves_nothing(
    name: str, show: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = FAULTS[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    capsys.readouterr()
    before = sorted(show.rglob("*"))
    assert_told(
        ["episode", str(tmp_path / name), "--show", str(show), "--voice", TONE], name, capsys
    )
    assert sorted(show.rglob("*")) == before


def test_a_folder_is_no_article(
    show: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert_told(["script", str(tmp_path)], "is a folder", capsys)


@pytest.mark.parametrize(
    ("settings", "message"),
    [('titel = "T"', "did you mean 'title'?"), ('title = "T"\nvoice = "pipr"', "'piper'?")],
)
def test_a_wrong_setting_is_told_with_advice(
    settings: str, message: str, show: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (show / "show.toml").write_text(settings, encoding="utf-8")
    assert_told(["episode", str(note), "--show", str(show)], message, capsys)
    assert not (show / "public" / "feed.xml").exists()


def test_a_public_folder_that_cant_be_written_is_told(
    show: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(note), "--show", str(show)])
    with unwritable(show):
        assert_told(["build", "--show", str(show), "--voice", TONE], "Permission denied", capsys)


def assert_told(argv: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1; two lines: what and where, and what to try."""
    capsys.readouterr()
    assert main(argv) == 1
    told = capsys.readouterr().err
    assert message in told
    first, second = told.splitlines()
    assert first.startswith("error: ")
    assert second.startswith("  try: ")


def test_it_runs_as_a_process(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "podcast", "script", str(tmp_path / "none.txt")],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 2


def test_doctor_tells_what_the_machine_has(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["doctor", "--show", str(show)]) == 0
    told = capsys.readouterr().out
    assert "Notes: 0 articles" in told and "works: Piper, joe" in told


def test_build_again_makes_what_is_up_to_date(
    show: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["episode", str(note), "--show", str(show), "--voice", TONE])
    capsys.readouterr()
    assert main(["build", "--again", "--show", str(show), "--voice", TONE, "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert result["made"] and result["spoken"] == 0


def test_several_articles_make_one_briefing(
    show: Path, note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another note\n\nThe ferry sails at noon.\n", encoding="utf-8")
    argv = ["episode", str(note), str(other), "--title", "Morning", "--show", str(show)]
    capsys.readouterr()
    assert main([*argv, "--voice", TONE, "--json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)
    assert (made["title"], made["failed"]) == ("Morning", None)
    assert len(list((show / "public" / "episodes").iterdir())) == 1


def test_a_digest_takes_the_newest_articles(
    show: Path, note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(note), "--show", str(show)])
    capsys.readouterr()
    argv = ["episode", "--digest", "3", "--show", str(show), "--voice", TONE, "--json"]
    assert main(argv) == 0
    assert [made["title"] for made in json.loads(capsys.readouterr().out)] == ["Briefing"]


def test_an_episode_of_nothing_is_wrong_usage() -> None:
    assert main(["episode"]) == 2


def test_a_briefing_that_is_up_to_date_has_the_status_published(
    show: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = note.with_name("other.txt")
    other.write_text("Another note\n\nThe tide is low.\n", encoding="utf-8")
    assert main(["episode", str(note), str(other), "--show", str(show), "--voice", TONE]) == 0
    capsys.readouterr()
    assert main(["status", "--show", str(show), "--json"]) == 0
    states = {each["title"]: each["state"] for each in json.loads(capsys.readouterr().out)}
    assert states == {"A short note": "draft", "Another note": "draft", "Briefing": "published"}


def test_what_stops_several_articles_is_told_once(
    show: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        (show / "articles" / f"{name}.md").write_text(f"# {name}\n\nSome words.\n", "utf-8")
    assert main(["build", "--show", str(show), "--voice", "openai"]) == 1
    told = capsys.readouterr()
    assert told.err.count("error: ") == 1
    assert "The feed" not in told.out


def test_a_show_without_a_guid_is_told_which_line_to_add(
    show: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (show / "show.toml").read_text(encoding="utf-8")
    (show / "show.toml").write_text(settings.replace("guid =", "# guid ="), encoding="utf-8")
    (show / "articles" / "one.md").write_text("# One\n\nSome words.\n", encoding="utf-8")
    assert main(["build", "--show", str(show), "--voice", TONE]) == 1
    assert "show.toml: 'guid' is missing\n  try: guid = \"" in capsys.readouterr().err


def test_settings_for_an_engine_that_is_none_are_an_error(
    show: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = show / "show.toml"
    settings.write_text(f"{settings.read_text('utf-8')}\n[engines.pipr]\npace = 1.1\n", "utf-8")
    assert main(["build", "--show", str(show)]) == 1
    assert "unknown voice 'pipr'\n  try: did you mean 'piper'?" in capsys.readouterr().err
