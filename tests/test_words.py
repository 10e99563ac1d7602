"""Words of a text laid beside the words that an engine makes of it."""

from __future__ import annotations

import pytest

from podcast.voice import Word
from podcast.words import Span, place


def spans(*sounds: str) -> list[Span]:
    """A second each."""
    return [Span(sound, float(number), number + 1.0) for number, sound in enumerate(sounds)]


@pytest.mark.parametrize(
    ("texts", "alone", "heard", "starts"),
    [
        ("the end", "ðə ɛnd", ["ðə", "ɛnd"], [0, 1]),
        ("of the end", "ʌv ðə ɛnd", ["əvðə", "ɛnd"], [0, 0.5, 1]),
        ("30km off", "θɜːtikiːlɒmiːtəz ɒf", ["θɜːti", "kiːlɒmiːtəz", "ɒf"], [0, 2]),
        ("it – was", "ɪt  wɒz", ["ɪt", "wɒz"], [0, 1, 1.25]),
        ("one two three", "wʌn tuː θriː", ["wʌntuːθriː"], [0, 0.27, 0.6]),
    ],
    ids=["one to one", "joined", "parted", "a mark alone", "all in one"],
)
def test_each_word_gets_its_stretch(
    texts: str, alone: str, heard: list[str], starts: list[float]
) -> None:
    words = place(texts.split(" "), alone.split(" "), spans(*heard))
    assert [word.text for word in words] == texts.split(" ")
    assert [word.start for word in words] == pytest.approx(starts, abs=0.05)
    assert words[-1].end == len(heard)


def test_without_spans_or_words_there_is_nothing() -> None:
    assert place([], [], spans("a")) == ()
    assert place(["a"], ["a"], []) == ()


def test_a_hopeless_match_still_gives_every_word_a_time() -> None:
    texts = [str(number) for number in range(12)]
    words = place(texts, ["x"] * 12, spans("yyyyyyyy"))
    assert [word.text for word in words] == texts
    assert (words[0].start, words[-1].end) == (0, 1)
    assert all(isinstance(word, Word) and word.start <= word.end for word in words)
