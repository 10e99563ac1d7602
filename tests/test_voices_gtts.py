"""gTTS' own code against a server that stands in for Google."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from podcast import voice
from podcast.errors import ShowError, VoiceError
from podcast.recording import Recording, record
from podcast.recording.cache import Cache, samples
from podcast.voice import Cast, Choice, Voice
from podcast.voices.gtts import MOST
from podcast.voices.pieces import pack
from tests import google
from tests.google import FakeGoogle
from tests.test_recording import script, wait_for
from tests.tone import ToneVoice

QUICK = {"gtts": {"pace": 0.0, "wait": 0.01, "patience": 5.0}}
LONG = (
    "The first clause of this sentence is about the weather in the north, and it is long; "
    "the second one, which follows it, says much less than that, but needs as many words, "
    "and the third is here so that it all becomes longer than two hundred letters."
)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGoogle]:
    with FakeGoogle() as server:
        monkeypatch.setenv("HTTPS_PROXY", server.address)
        monkeypatch.setenv("https_proxy", server.address)
        yield server


def gtts(name: str = "gtts", language: str = "en", **settings: object) -> Voice:
    engines = {"gtts": {**QUICK["gtts"], **settings}}
    (chosen,) = voice.choose(name, language, engines).voices
    return chosen


def seconds(audio: voice.Audio) -> float:
    found = samples(audio.data)
    assert found is not None
    return found[1] / 2 / found[2]


def test_a_short_sentence_is_one_request(fake: FakeGoogle) -> None:
    audio = gtts().say("One, two, three.")
    assert fake.said == ["One, two, three."]
    assert audio.format == "wav"
    assert 0.7 < seconds(audio) < 1.5


def test_a_long_sentence_is_cut_at_its_clauses(fake: FakeGoogle) -> None:
    gtts().say(LONG)
    assert " ".join(fake.said) == LONG
    assert len(fake.said) == 3
    assert all(piece[-1] in ",;." for piece in fake.said)


@pytest.mark.parametrize(
    ("name", "language", "asked"),
    [
        ("gtts", "en", ("translate.google.com:443", "en", None)),
        ("gtts", "en-GB", ("translate.google.co.uk:443", "en", None)),
        ("gtts:com.au", "en-GB", ("translate.google.com.au:443", "en", None)),
        ("gtts", "de-AT", ("translate.google.com:443", "de", None)),
        ("gtts", "pt-PT", ("translate.google.pt:443", "pt-PT", None)),
    ],
)
def test_language_and_accent_are_googles(
    fake: FakeGoogle, name: str, language: str, asked: tuple[str, str, None]
) -> None:
    gtts(name, language).say("eins")
    assert fake.languages == {asked}


def test_slow_is_a_setting_and_part_of_the_id(fake: FakeGoogle) -> None:
    slow = gtts(slow=True)
    slow.say("one")
    assert {speed for _, _, speed in fake.languages} == {True}
    assert slow.id != gtts().id


@pytest.mark.parametrize(
    "fault",
    [
        google.status(429),
        google.status(503),
        google.cut,
        google.garbage,
        google.empty,
        google.silent,
        google.short,
    ],
    ids=["429", "503", "cut", "garbage", "empty", "silent", "short"],
)
def test_what_may_pass_is_tried_again(fake: FakeGoogle, fault: google.Answer) -> None:
    fake.faults = [fault, fault]
    assert seconds(gtts().say("This is said with care.")) > 1
    assert fake.asked == ["This is said with care."] * 3


def test_a_server_that_asks_for_time_gets_it(fake: FakeGoogle) -> None:
    fake.faults = [google.status(429, after="1")]
    begin = time.monotonic()
    gtts().say("Hello")
    assert time.monotonic() - begin >= 1


@pytest.mark.parametrize("after", ["3600", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_a_wait_beyond_patience_ends_at_once(fake: FakeGoogle, after: str) -> None:
    fake.faults = [google.status(429, after=after)]
    with pytest.raises(VoiceError, match="429") as caught:
        gtts().say("Hello")
    assert "later" in caught.value.hint


def test_a_refusal_is_not_tried_again(fake: FakeGoogle) -> None:
    fake.faults = [google.status(403)]
    with pytest.raises(VoiceError, match="403") as caught:
        gtts().say("Hello")
    assert "piper" in caught.value.hint
    assert len(fake.asked) == 1


def test_patience_ends(fake: FakeGoogle) -> None:
    fake.faults = [google.status(503)] * 100
    with pytest.raises(VoiceError, match="503"):
        gtts(patience=0.2).say("Hello")


def test_requests_are_paced(fake: FakeGoogle) -> None:
    paced = gtts(pace=0.2)
    begin = time.monotonic()
    for text in ("one", "two", "three"):
        paced.say(text)
    assert time.monotonic() - begin >= 0.4


def test_without_a_network_it_says_so_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # bound, but nobody listens: refused
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{unused.getsockname()[1]}")
        with pytest.raises(VoiceError, match="can't be reached") as caught:
            voice.check(gtts())
    assert "--voice piper" in caught.value.hint


def test_check_sends_no_text(fake: FakeGoogle) -> None:
    voice.check(gtts())
    assert fake.asked == []


def test_a_language_that_google_lacks_is_told_before_the_first_word(fake: FakeGoogle) -> None:
    with pytest.raises(VoiceError, match="'tlh'"):
        voice.check(gtts(language="tlh"))


@pytest.mark.parametrize("tld", ["evil.example/x", "com@evil", "com.evil.example"])
def test_a_domain_can_not_lead_elsewhere(tld: str) -> None:
    with pytest.raises(ShowError, match="not a domain"):
        gtts(f"gtts:{tld}")


def test_nothing_to_say_is_an_error(fake: FakeGoogle) -> None:
    with pytest.raises(VoiceError, match="nothing to say"):
        gtts().say("– …")


TEXTS = [f"Sentence number {number} is about something that has a name." for number in range(9)]
ARTICLE = [
    *(f"Line {number} is short." for number in range(50)),
    *(
        f"Line {number} is so long that it is asked for in two pieces, as each of them is, "
        f"and this is the second one."
        for number in range(50, 60)
    ),
]
"""Seventy requests, of sixty sentences."""
PIECES = sorted(piece for text in ARTICLE for piece in pack(text, MOST))


def episode(cache: Path, texts: Sequence[str] = TEXTS, **settings: object) -> Recording:
    return record(script(*texts), Cast(Choice((gtts(**settings),))), Cache(cache))


def test_an_episode_asks_for_each_sentence_once(fake: FakeGoogle, tmp_path: Path) -> None:
    recording = episode(tmp_path)
    assert sorted(fake.asked) == sorted(TEXTS)
    assert recording.spoken == len(TEXTS)
    assert all(clip.estimated for (clip,) in recording.clips)


@pytest.mark.parametrize(
    "faults",
    [
        [None] * 5 + [google.cut],
        [google.status(503)] * 3 + [None] * 4 + [google.status(503)] * 3,
        [None, google.status(429, after="1"), google.garbage, None, google.empty],
    ],
    ids=["cut", "bursts of 503", "mixed"],
)
def test_an_episode_is_whole_in_the_end(
    fake: FakeGoogle, tmp_path: Path, faults: list[google.Answer | None]
) -> None:
    fake.faults = list(faults)
    recording = episode(tmp_path)
    assert recording.spoken == len(TEXTS)
    assert sorted(fake.said) == sorted(TEXTS)
    # What went well isn't asked for again.
    assert len(fake.asked) == len(TEXTS) + sum(fault is not None for fault in faults)
    assert all(path.stat().st_size > 10_000 for path in tmp_path.rglob("*") if path.is_file())


def test_a_connection_cut_at_request_40_of_70_costs_that_request(
    fake: FakeGoogle, tmp_path: Path
) -> None:
    fake.faults = [*[None] * 39, google.cut]
    assert episode(tmp_path, ARTICLE).spoken == len(ARTICLE)
    assert len(PIECES) == 70
    assert sorted(fake.said) == PIECES
    assert len(fake.asked) == 71
    assert fake.asked[39] == fake.asked[40]
    assert not empty_files(tmp_path)


def empty_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.stat().st_size]


def test_after_google_refused_only_the_rest_is_asked_for(fake: FakeGoogle, tmp_path: Path) -> None:
    fake.faults = [*[None] * 4, google.status(403)]
    with pytest.raises(VoiceError, match="403"):
        episode(tmp_path)
    assert len(fake.said) == 4
    assert episode(tmp_path).spoken == len(TEXTS) - 4
    assert sorted(fake.said) == sorted(TEXTS)


SECTION = ARTICLE[:20]

KILLED = """
import sys, os
from pathlib import Path
from podcast.recording.cache import Cache
from podcast.recording import record
from podcast.voice import Cast, choose
from tests.test_recording import script
from tests.test_voices_gtts import SECTION
voices = choose("gtts", "en", {"gtts": {"pace": 0.0}})
record(script(*SECTION), Cast(voices), Cache(Path(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_killed_half_way_and_started_again_it_asks_for_the_rest(
    fake: FakeGoogle, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    with subprocess.Popen(command, cwd=Path(__file__).parents[1]) as process:
        wait_for(lambda: len(fake.said) >= 10)
        process.kill()  # kill -9: nothing can be put in order
    before, whole = len(fake.asked), sum(len(pack(text, MOST)) for text in SECTION)
    assert not empty_files(tmp_path)
    clips = Cache(tmp_path)
    missing = [text for text in SECTION if clips.find(gtts().id, text) is None]
    # All that was asked for was kept, but for the sentence in whose midst it was killed.
    assert before - 2 <= whole - sum(len(pack(text, MOST)) for text in missing) <= before
    assert episode(tmp_path, SECTION).spoken == len(missing)
    rest = sorted(piece for text in missing for piece in pack(text, MOST))
    assert sorted(fake.asked[before:]) == rest
    assert not empty_files(tmp_path)


def test_when_google_is_lost_the_local_voice_says_all_of_it(
    fake: FakeGoogle, tmp_path: Path
) -> None:
    fake.faults = [*[None] * 3, *[google.status(503)] * 100]
    told: list[str] = []
    local = ToneVoice()
    recording = record(
        script(*TEXTS),
        Cast(Choice((gtts(patience=0.2), local))),
        Cache(tmp_path),
        notice=told.append,
    )
    assert {clip.voice for (clip,) in recording.clips} == {local.id}
    assert "goes to Google" in told[0]
    assert "503" in told[1]
    assert "whole episode" in told[1]
