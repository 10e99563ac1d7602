"""The contract that a voice's author can run on theirs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

import pytest

from podcast import voice
from podcast.voice import Audio, Voice, Word
from podcast.voices import contract
from tests.tone import ToneVoice, wav


def broken(subject: Voice) -> list[str]:
    return [f.rule for f in contract.examine(subject) if f.problem and not f.advice]


@pytest.mark.parametrize("name", ["piper", "tests.tone:ToneVoice"])
def test_our_voices_keep_it(name: str) -> None:
    (subject,) = voice.choose(name).voices
    assert broken(subject) == []


class Silent(ToneVoice):
    def say(self, text: str) -> Audio:
        return Audio(wav(bytes(44100 * max(1, len(text) // 10))), "wav")


class Garbage(ToneVoice):
    def say(self, text: str) -> Audio:
        return Audio(b"garbage", "mp3")


class Same(ToneVoice):
    def say(self, text: str) -> Audio:
        return super().say("always the same words")


class Fragile(ToneVoice):
    def say(self, text: str) -> Audio:
        if "<" in text:
            raise ValueError("markup")
        return super().say(text)


class Backwards(ToneVoice):
    def say(self, text: str) -> Audio:
        audio = super().say(text)
        words = tuple(Word(w.text, 9 - w.start, 9 - w.end) for w in audio.words)
        return Audio(audio.data, audio.format, words)


@dataclass
class Restless(ToneVoice):
    calls: count[int] = count()  # noqa: RUF009 - one for all is as good

    @property
    def id(self) -> str:
        return f"restless {next(self.calls)}"


@pytest.mark.parametrize(
    ("subject", "rule"),
    [
        (Silent(), "it is heard"),
        (Garbage(), "it speaks"),
        (Same(), "a longer text takes longer"),
        (Fragile(), "it takes any text"),
        (Restless(), "it has an id"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, ToneVoice) else "",
)
def test_what_breaks_it_is_found(subject: Voice, rule: str) -> None:
    assert rule in broken(subject)


def test_words_that_run_backwards_are_told() -> None:
    findings = {f.rule: f.problem for f in contract.examine(Backwards())}
    assert "follow" in findings["it tells its words' times"]


def test_the_command_tells_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert contract.main(["tests.tone:ToneVoice"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(contract.RULES)
    assert contract.main([f"{__name__}:Silent"]) == 1
    assert contract.main(["nobody"]) == 1
    assert contract.main([]) == 2
