from math import ceil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.article import read
from podcast.script import narrate
from podcast.voices.pieces import pack


def test_a_sentence_is_cut_at_its_strongest_mark():
    text = "The mill, which was old, stood still: the river had gone, and the corn was dear"
    assert pack(text, 60) == [
        "The mill, which was old, stood still:",
        "the river had gone, and the corn was dear",
    ]


@pytest.mark.parametrize(
    "whole",
    ["Anna Maria von Korn", "one million two hundred thousand euros", "12 000 500", "F-16 Falcon"],
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


def test_an_article_is_cut_into_hardly_more_pieces_than_its_sentences_need() -> None:
    (sample,) = sorted((Path(__file__).parents[1] / "feed" / "articles").glob("*.md"))[:1]
    texts = {sentence.spoken for sentence in narrate(read(str(sample))).sentences}
    fewest = sum(ceil(len(text) / 100) for text in texts)
    assert sum(len(pack(text, 100)) for text in texts) <= 1.1 * fewest
