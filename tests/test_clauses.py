import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.clauses import clauses


def test_a_short_sentence_is_left_whole():
    assert clauses("The mill stood still.", 40) == ("The mill stood still.",)


def test_a_sentence_is_cut_at_its_strongest_mark():
    text = "The mill, which was old, stood still: the river had gone, and the corn was dear"
    assert clauses(text, 60) == (
        "The mill, which was old, stood still:",
        "the river had gone, and the corn was dear",
    )


def test_a_list_of_words_is_cut_before_a_conjunction():
    assert clauses("the miller sold the mill because the river had gone dry", 40) == (
        "the miller sold the mill",
        "because the river had gone dry",
    )


@pytest.mark.parametrize(
    "whole",
    ["Anna Maria von Korn", "one million two hundred thousand euros", "12 000 500", "F-16 Falcon"],
)
def test_a_name_or_a_number_is_not_cut(whole):
    text = f"they gave it to {whole} in spring of last year"
    assert any(whole in part for part in clauses(text, 45))


@given(st.text(max_size=400), st.integers(min_value=5, max_value=100))
def test_the_parts_are_the_text_again_and_short_enough_where_words_allow(text, limit):
    parts = clauses(text, limit)
    assert " ".join(parts) == " ".join(text.split())
    assert all(len(part) <= limit or " " not in part for part in parts)
