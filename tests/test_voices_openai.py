"""A speech server of our own in a process of its own, which speaks with Piper."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from podcast import voice
from podcast.errors import VoiceError
from podcast.voice import Voice


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.speech_server"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sesame")


def server(name: str = "openai", **settings: object) -> Voice:
    (chosen,) = voice.choose(name, "en", {"openai": {"wait": 0.01, **settings}}).voices
    return chosen


@pytest.mark.usefixtures("key")
def test_it_says_what_piper_says(url: str) -> None:
    (piper,) = voice.choose("piper").voices
    chosen = server(url=url)
    voice.check(chosen)
    assert chosen.say("Good morning.").data == piper.say("Good morning.").data


@pytest.mark.usefixtures("key")
def test_the_address_may_come_from_the_environment(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    assert server("openai:ann").say("Good morning.").format == "wav"


@pytest.mark.usefixtures("key")
def test_a_busy_server_is_asked_again_when_it_says(url: str) -> None:
    begin = time.monotonic()
    server(url=url, model="busy").say("Good morning.")
    assert time.monotonic() - begin >= 1


def test_without_the_key_it_says_so_before_the_first_word(url: str) -> None:
    with pytest.raises(VoiceError, match="401") as caught:
        voice.check(server(url=url))
    assert "OPENAI_API_KEY" in caught.value.hint


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(VoiceError, match="can't be reached"):
        voice.check(server(url="http://127.0.0.1:9/v1"))


def test_the_id_holds_what_changes_the_sound_and_no_key(key: None) -> None:
    ids = {
        server(url="http://a.example/v1").id,
        server(url="http://b.example/v1").id,
        server("openai:ann", url="http://a.example/v1").id,
        server(url="http://a.example/v1", model="other").id,
        server(url="http://a.example/v1", speed=1.2).id,
        server(url="http://a.example/v1", instructions="whisper").id,
    }
    assert len(ids) == 6
    assert not any("sesame" in each for each in ids)


@pytest.mark.parametrize(
    ("url", "network"),
    [("http://127.0.0.1:1/v1", False), ("http://localhost/v1", False), ("https://a.org/v1", True)],
)
def test_a_notice_is_given_when_the_text_leaves_this_machine(url: str, network: bool) -> None:
    facts = voice.facts(server(url=url))
    assert (facts.network, bool(facts.notice)) == (network, network)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "not an address"])
def test_an_address_must_be_one(url: str) -> None:
    with pytest.raises(VoiceError, match="url"):
        server(url=url)
