"""Word times found in the sound, against those that Piper's own durations tell."""

from __future__ import annotations

import statistics

import pytest

from podcast import voice
from podcast.recording import aligner
from podcast.voices import phonemes
from tests.tone import ToneVoice, wav

TEXTS = (
    "The harbour was quiet that morning, and nobody had seen the ferry leave.",
    "Twelve of the nineteen bridges were closed; traffic went round by the hills.",
    "What did she say, when they asked her about it? Nothing at all.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_found_where_they_are_heard(text: str) -> None:
    """The phonemes were measured on other voices; the engine's own times are the truth."""
    (piper,) = voice.choose("piper").voices
    audio = piper.say(text)
    words = aligner.align(audio.data, text, "en")
    assert [word.text for word in words] == text.split()
    away = sorted(abs(a.start - b.start) for a, b in zip(words, audio.words, strict=True))
    assert statistics.median(away) <= 0.04
    assert away[-1] <= 0.2


def test_a_pause_belongs_to_no_word() -> None:
    (piper,) = voice.choose("piper").voices
    first, second = piper.say("Good morning."), piper.say("Good night.")
    quiet = bytes(2 * 22_050)  # a second
    joined = wav(first.data[44:] + quiet + second.data[44:])
    words = aligner.align(joined, "Good morning. Good night.", "en")
    assert words[2].start - words[1].end > 0.9


def test_what_has_no_phonemes_has_no_times() -> None:
    sound = ToneVoice().say("humming").data
    assert aligner.align(sound, "humming", "tlh") == ()
    assert aligner.align(sound, "…", "en") == ()
    assert len(aligner.align(wav(bytes(200)), "far too much text for it", "en")) in (0, 6)


def test_stress_and_marks_are_no_phonemes() -> None:
    assert aligner.phones("kˈɑːɹkɪv,") == ("k", "ɑː", "ɹ", "k", "ɪ", "v")


def test_other_languages_have_phonemes_too() -> None:
    assert phonemes.say("Guten Morgen", "de") != phonemes.say("Guten Morgen", "en")
