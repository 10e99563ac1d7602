from math import ceil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.article import read
from podcast.script import narrate
from podcast.voices.pieces import cut, pack, stitch


def test_a_sentence_is_cut_at_its_strongest_mark():
    text = "The mill, which was old, stood still: the river had gone, and the corn was dear"
    assert pack(text, 60) == [
        "The mill, which was old, stood still:",
        "the river had gone, and the corn was dear",
    ]


@pytest.mark.parametrize(
    "whole",
    [
        "Anna Maria von Korn",
        "one million two hundred thousand euros",
        "12 000 500",
        "F-16 Falcon",
        "two hundred and five thousand",
        "vingt et un millions",
        "treinta y cinco mil",
    ],
)
@pytest.mark.parametrize(
    "before", ["", "all of", "they gave it all to", "we know that they gave it to"]
)
def test_a_name_or_a_number_is_not_cut(whole, before):
    text = f"{before} {whole} in spring of last year and nobody ever saw it again"
    assert any(whole in piece for piece in pack(text, 45))


@given(st.text(max_size=300), st.integers(min_value=5, max_value=100))
def test_no_piece_is_too_long(text, most):
    assert all(len(piece) <= most for piece in pack(text, most))


def test_what_fits_stays_as_it_is():
    assert cut("The mill,  it stood\nstill. ", 40) == ["The mill,  it stood\nstill. "]


def test_a_long_text_is_cut_into_pieces_of_like_length():
    clause = "the mill stood still in the long dry summer"
    pieces = cut(", ".join([clause] * 21), 400)
    assert {piece.count(clause) for piece in pieces} == {7}


def test_a_text_without_any_mark_is_cut_between_its_words():
    text = " ".join(["the mill stood still and nobody knew why it did so"] * 100)
    pieces = cut(text, 400)
    assert " ".join(pieces) == text
    assert max(map(len, pieces)) <= 400


def test_phonemes_are_not_cut():
    name = "[[ʃˈiː dʒɪnpˈɪŋ əv ðə mˈɪl]]"
    pieces = cut(f"They met {name} at last and " * 9, 60)
    assert sum(piece.count(name) for piece in pieces) == 9


def test_pieces_are_joined_with_a_pause_where_a_clause_ends():
    hum = np.concatenate([np.zeros(10), np.full(80, 9000), np.zeros(10)]).astype(np.int16)
    whole, moves = stitch(["one,", "two", "three."], [hum] * 3, 100)
    # The silence of the engine's own stays at the ends alone; 0.18 s after a clause, 0.03 s else.
    assert len(whole) == 90 + 18 + 80 + 3 + 90
    assert moves == [0, pytest.approx(0.98), pytest.approx(1.81)]


def test_an_article_is_cut_into_hardly_more_pieces_than_its_sentences_need() -> None:
    (sample,) = sorted((Path(__file__).parents[1] / "feed" / "articles").glob("*.md"))[:1]
    texts = {sentence.spoken for sentence in narrate(read(str(sample))).sentences}
    fewest = sum(ceil(len(text) / 100) for text in texts)
    assert sum(len(pack(text, 100)) for text in texts) <= 1.1 * fewest
