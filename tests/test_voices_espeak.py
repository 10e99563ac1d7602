"""eSpeak NG: the real one where it is installed, and what is said where it isn't."""

from __future__ import annotations

import shutil

import pytest

from podcast import voice
from podcast.errors import VoiceError
from podcast.recording.speaking import speak
from podcast.voices import contract

installed = pytest.mark.skipif(
    not shutil.which("espeak-ng"), reason="eSpeak NG isn't installed (apt-get install espeak-ng)"
)


@installed
def test_it_keeps_the_contract() -> None:
    (espeak,) = voice.choose("espeak").voices
    assert [f for f in contract.examine(espeak) if f.problem and not f.advice] == []


@installed
def test_a_text_is_never_an_option() -> None:
    (espeak,) = voice.choose("espeak").voices
    assert len(speak(espeak, "--version").wav) > 20_000  # said, not obeyed


@installed
def test_a_voice_that_it_has_not() -> None:
    (espeak,) = voice.choose("espeak:klingonese").voices
    with pytest.raises(VoiceError, match="klingonese"):
        voice.check(espeak)


def test_without_it_the_hint_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (espeak,) = voice.choose("espeak").voices
    with pytest.raises(VoiceError, match="isn't installed") as caught:
        voice.check(espeak)
    assert "espeak-ng" in caught.value.hint
