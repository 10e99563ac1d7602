"""Transcripts: as written, timed, in lines that fit."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from podcast import transcript
from podcast.episode import Episode, TimedSegment, TimedSentence, TimedWord, mix
from podcast.transcript.captions import cues
from tests import studio

LONG = (
    "And while the 27-member bloc agreed on their “unwavering” support for Ukraine’s defence "
    "against Russia’s invasion, they’re wavering on what exactly “unwavering” means & why, at "
    "https://example.com/a-very-long-address/which-does-not-fit-on-any-line/of-a-subtitle-file."
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Episode:
    folder = tmp_path_factory.mktemp("transcript")
    return mix(
        studio.recording(folder / "clips"), studio.show(folder), folder / "out", studio.FACTS
    )


@pytest.fixture
def episode(made: Episode) -> Episode:
    """One with a sentence that is too long for a cue."""
    words = tuple(
        TimedWord(word, 60 + i * 0.5, 60.4 + i * 0.5) for i, word in enumerate(LONG.split())
    )
    sentence = TimedSentence(LONG, 60.0, 60 + len(words) / 2, words)
    segment = TimedSegment("x", "paragraph", "", "And", LONG, 60, sentence.end, "", (sentence,))
    return replace(made, segments=(*made.segments, replace(segment, speaker="Joe <b>")))


def test_vtt_names_the_voice_and_keeps_to_the_length_of_a_line(episode: Episode) -> None:
    vtt = transcript.render_vtt(episode)
    assert vtt.startswith("WEBVTT\n\n1\n00:00:0")
    assert max(map(len, vtt.splitlines())) <= 65
    assert "<v tone>Ministers met on Tuesday.\n" in vtt
    assert "<v Joe &lt;b&gt;>" in vtt and "means &amp; why" in " ".join(vtt.split())


def test_srt_has_two_lines_of_32_letters(episode: Episode) -> None:
    for block in transcript.render_srt(episode).split("\n\n"):
        _, times, *lines = block.strip().split("\n")
        assert re.fullmatch(r"\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}", times)
        assert 1 <= len(lines) <= 2 and max(map(len, lines)) <= 32


@pytest.mark.parametrize("width", [32, 50, 65])
def test_cues_follow_each_other_and_say_all_that_is_written(episode: Episode, width: int) -> None:
    found = list(cues(episode, width))
    times = [time for cue in found for time in (cue.start, cue.end)]
    assert times == sorted(times)
    assert all(cue.start < cue.end for cue in found)
    said = "".join("".join(cue.lines) for cue in found).replace(" ", "")
    written = "".join(s.text for segment in episode.segments for s in segment.sentences)
    assert said == written.replace(" ", "")


def test_cues_cover_the_speech(episode: Episode) -> None:
    speech = sum(s.end - s.start for segment in episode.segments for s in segment.sentences)
    covered = sum(cue.end - cue.start for cue in cues(episode, 65))
    assert covered == pytest.approx(speech, rel=0.01)


def test_a_long_sentence_breaks_at_its_clauses(episode: Episode) -> None:
    ends = [cue.lines[-1] for cue in cues(episode, 65) if cue.start >= 60]
    assert ends[0].endswith("invasion,")


def test_a_cue_begins_with_its_first_word(episode: Episode) -> None:
    long = [cue for cue in cues(episode, 50) if cue.start >= 60]
    words = dict(zip(LONG.split(), episode.segments[-1].sentences[0].words, strict=True))
    assert long[1].start == words[long[1].lines[0].split()[0]].start


def test_json_has_every_sentence_and_word(episode: Episode) -> None:
    found = json.loads(transcript.render_json(episode))
    assert found["version"] == "1.0.0"
    assert [s["body"] for s in found["segments"]] == [
        s.text for segment in episode.segments for s in segment.sentences
    ]
    assert found["segments"][-1]["words"][0] == {"startTime": 60.0, "endTime": 60.4, "body": "And"}


def test_text_and_html_say_it_as_written(episode: Episode) -> None:
    assert transcript.render_text(episode).split("\n\n")[1] == (
        "Ministers met on Tuesday. They agreed on very little."
    )
    assert (
        "<p>It is about the border, 30 km away. Who is it that decides?</p>"
        in transcript.render_html(episode)
    )
    assert "Joe &lt;b&gt;" in transcript.render_html(episode)


def test_moments_are_written_as_the_formats_ask(tmp_path: Path, episode: Episode) -> None:
    sentence = TimedSentence("Late.", 36_000.5, 36_001.9996)
    segment = TimedSegment("x", "outro", "", "Late", "Late.", 36_000, 36_002, "", (sentence,))
    late = replace(episode, segments=(segment,))
    assert "10:00:00.500 --> 10:00:02.000" in transcript.render_vtt(late)
    assert "10:00:00,500 --> 10:00:02,000" in transcript.render_srt(late)
