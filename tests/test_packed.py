"""Words and their times, packed."""

from __future__ import annotations

import sys

import pytest

from podcast.episode import TimedSentence, TimedWord
from podcast.packed import Packed, pack
from podcast.voice import Word

WORDS = (Word("“Zum", 0.0312, 0.4), Word("Beispiel:", 0.4, 1.0001), Word("日本", 3.2, 35_999.999))


def test_what_is_packed_comes_out_the_same() -> None:
    packed = pack(Word, WORDS)
    assert tuple(packed) == WORDS
    assert (len(packed), packed[0], packed[-1], packed[1:]) == (3, *WORDS[::2], WORDS[1:])


def test_packed_words_are_equal_to_a_tuple_of_them_and_to_each_other() -> None:
    assert Packed(Word, WORDS) == WORDS
    assert Packed(Word, WORDS) == Packed(Word, WORDS)
    assert hash(Packed(Word, WORDS)) == hash(Packed(Word, WORDS))
    assert Packed(Word, WORDS) != Packed(Word, WORDS[1:])
    assert Packed(Word, WORDS) != WORDS[1:]


def test_a_time_is_the_float_that_its_decimals_mean() -> None:
    words = [TimedWord("a", n / 1000, round(n * 7.7 / 1000, 3)) for n in range(0, 36_000_000, 9973)]
    assert words[-1].end > 60 * 3600
    assert tuple(Packed(TimedWord, words)) == tuple(words)


def test_none_stay_none() -> None:
    assert pack(Word, ()) == ()


def test_a_sentence_packs_its_words_and_is_equal_however_it_was_given_them() -> None:
    words = (TimedWord("It", 0, 1), TimedWord("is", 1, 2))
    sentence = TimedSentence("It is", 0, 2, words)
    assert isinstance(sentence.words, Packed)
    assert sentence == TimedSentence("It is", 0, 2, Packed(TimedWord, words))


@pytest.mark.parametrize("number", [15, 40])
def test_packed_words_take_a_third_of_the_memory_at_most(number: int) -> None:
    words = tuple(Word("letters", n * 0.3 + 0.01, n * 0.3 + 0.29) for n in range(number))
    each = sum(sys.getsizeof(part) for part in (words[0], words[0].start, words[0].end))
    packed = Packed(Word, words)
    parts = (packed, packed._texts, packed._times)
    plain = sys.getsizeof(words) + number * each
    assert 3 * sum(map(sys.getsizeof, parts)) <= plain
