"""The whole line with the real voices: Piper as it is installed, gTTS with Google's stand-in."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from podcast import episode, voice
from podcast import show as shows
from podcast.cli import main
from podcast.episode import Episode
from podcast.recording import cache
from podcast.sound import ffmpeg
from tests import google
from tests.google import FakeGoogle
from tests.test_recording import wait_for

RATE = 8000

ARTICLE = """\
---
title: Why do ferries still run to Lundøy?
date: 2024-05-29
language: en-GB
---

Few people live there. The island has 412 inhabitants, two shops and a school.

## Who pays for it?

The county does: about €1.2m a year, or 8% of its budget for roads. “We won't stop,” said the
mayor, Kari Dahl.

- The northern line sails at 7.30am.
- The southern one needs 45 minutes for 18km.

## What next?

A vote on 3 June will tell.
"""


def samples(path: Path) -> np.ndarray:
    """Its sound: mono, at RATE."""
    raw = ["-f", "s16le", "-ac", "1", "-ar", str(RATE), "-"]
    command = [ffmpeg.program(), "-v", "error", "-i", str(path), *raw]
    done = subprocess.run(command, capture_output=True, check=True)
    return np.frombuffer(done.stdout, dtype="<i2").astype(np.float64)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shows.create(tmp_path / "show", "Ferries")
    (tmp_path / "show" / "articles" / "ferries.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "show"


def made(folder: Path) -> Episode:
    return episode.load(folder / "public" / "episodes" / "ferries" / "episode.json")


def test_every_sentence_is_heard_where_the_transcript_says(folder: Path) -> None:
    """Each clip is found in the finished MP3 at its sentence's time, to a fiftieth of a second."""
    assert main(["build", "--show", str(folder), "--voice", "piper"]) == 0
    clips = spoken_clips(folder)
    whole = samples(folder / "public" / "episodes" / "ferries" / made(folder).enclosure.path)
    sentences = [s for segment in made(folder).segments for s in segment.sentences]
    assert len(clips) == len(sentences) > 10
    pairs = list(zip(sentences, clips, strict=True))
    for sentence, path in random.Random(0).sample(pairs, 10):  # noqa: S311 - not a secret
        likeness, lag = best_match(samples(path), whole, sentence.start)
        assert likeness >= 0.9, sentence.text
        assert abs(lag) < 0.05, sentence.text


def spoken_clips(folder: Path) -> list[Path]:
    """The clips in the order of the script."""
    from podcast import library
    from podcast.script import narrate

    show = shows.load(folder)
    script = narrate(library.load(folder / "articles" / "ferries.md"))
    narrator = voice.choose("piper", script.language).voices[0]
    kept = cache.Cache(show.cache)
    found = [kept.find(narrator.id, sentence.spoken) for sentence in script.sentences]
    assert all(found)
    return [clip.path for clip in found if clip]


def best_match(clip: np.ndarray, whole: np.ndarray, start: float) -> tuple[float, float]:
    """(normalised cross-correlation, lag in seconds) where the clip fits best near `start`."""
    margin = round(0.2 * RATE)
    first = round(start * RATE) - margin
    window = np.pad(whole, (margin, margin))[first + margin :][: len(clip) + 2 * margin]
    correlation = np.correlate(window, clip, mode="valid")
    power = np.convolve(window**2, np.ones(len(clip)), mode="valid")
    likeness = correlation / np.sqrt(np.maximum(power, 1e-9) * (clip**2).sum())
    best = int(likeness.argmax())
    return float(likeness[best]), (best - margin) / RATE


def test_with_gtts_an_episode_is_whole_and_each_sentence_asked_for_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = folder / "show.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "\n[engines.gtts]\npace = 0.0\n", encoding="utf-8")
    with FakeGoogle() as fake:
        monkeypatch.setenv("HTTPS_PROXY", fake.address)
        assert main(["build", "--show", str(folder), "--json"]) == 0
        told = capsys.readouterr()
        (result,) = json.loads(told.out)
        assert "Google" in told.err
        assert result["spoken"] == result["sentences"]
        assert len(fake.asked) == len(set(fake.asked))
        assert main(["build", "--show", str(folder), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)[0]["spoken"] == 0
    assert made(folder).voice_name == "gtts"
    assert main(["check", "--show", str(folder)]) == 0


def test_where_google_cant_be_reached_the_local_voice_speaks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert main(["build", "--show", str(folder)]) == 0
    assert made(folder).voice_name == "piper"
    assert "Piper" in capsys.readouterr().err


def test_gtts_by_name_without_a_network_is_an_error_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert main(["build", "--show", str(folder), "--voice", "gtts"]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("error: ") and second.startswith("  try: ")
    assert not (folder / "public" / "episodes").exists()


def test_a_build_that_google_stopped_goes_on_where_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = folder / "show.toml"
    text = settings.read_text(encoding="utf-8").replace('"auto"', '"gtts"')
    settings.write_text(text + "\n[engines.gtts]\npace = 0.0\n", encoding="utf-8")
    refusals = [None] * 6 + [google.status(403)] * 20
    with FakeGoogle(refusals) as fake:
        monkeypatch.setenv("HTTPS_PROXY", fake.address)
        assert main(["build", "--show", str(folder)]) == 1
        asked = len(fake.said)
        fake.faults.clear()
        capsys.readouterr()
        assert main(["build", "--show", str(folder), "--json"]) == 0
        (result,) = json.loads(capsys.readouterr().out)
        assert 0 < asked <= result["cached"] + 1
        assert len(fake.said) == len(set(fake.said))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
@pytest.mark.parametrize(
    ("voice", "trouble"),
    [("gtts", google.late), ("gtts", google.status(503)), ("piper", None)],
    ids=["in a request", "between two tries", "in a sentence"],
)
def test_ctrl_c_ends_an_episode_within_a_second(
    folder: Path, voice: str, trouble: google.Answer | None
) -> None:
    with FakeGoogle([None, None, *[trouble] * 20]) as fake:
        command = [sys.executable, "-m", "podcast", "build", "--show", str(folder)]
        with subprocess.Popen(
            [*command, "--voice", voice],
            env={**os.environ, "HTTPS_PROXY": fake.address},
            cwd=Path(__file__).parents[1],
            stderr=subprocess.PIPE,
        ) as process:
            wait_for(lambda: len(fake.asked) > 2 if trouble else bool(clips(folder)))
            begin = time.monotonic()
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 130
            assert time.monotonic() - begin <= 1
    assert clips(folder)
    assert all(path.stat().st_size > 1000 for path in clips(folder))


def clips(folder: Path) -> list[Path]:
    return list(folder.glob(".cache/clips/*/*.wav"))


def test_who_listens_hears_what_is_written_and_what_is_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whisper hears the whole episode; a sentence that is silenced, or rewritten, is named."""
    assert main(["build", "--show", str(folder), "--voice", "piper"]) == 0
    assert main(["check", "--listen", "--show", str(folder)]) == 0, capsys.readouterr().out
    assert "% heard as written" in capsys.readouterr().err
    place = folder / "public" / "episodes" / "ferries"
    silence(place / made(folder).enclosure.path, of("A vote", folder))
    facts = place / "episode.json"
    facts.write_text(facts.read_text("utf-8").replace("Few people live there.", "It is empty."))
    assert main(["check", "--listen", "--show", str(folder)]) == 1
    found = capsys.readouterr().out
    assert "“A vote on 3 June will tell.”: unheard" in found
    assert "“It is empty.” is written, “Few people live there.” is heard" in found


def of(beginning: str, folder: Path) -> tuple[float, float]:
    """When the sentence with that beginning is heard."""
    sentences = [s for segment in made(folder).segments for s in segment.sentences]
    return next((s.start, s.end) for s in sentences if s.text.startswith(beginning))


def silence(path: Path, stretch: tuple[float, float]) -> None:
    quiet = f"volume=0:enable='between(t,{stretch[0]},{stretch[1]})'"
    loud = path.with_suffix(".was.mp3")
    path.rename(loud)
    command = [ffmpeg.program(), "-v", "error", "-i", str(loud), "-af", quiet, "-b:a", "64k"]
    subprocess.run([*command, "-ar", "44100", "-ac", "1", str(path)], check=True)
    loud.unlink()
