"""Pauses: one table, and what comes of it."""

from __future__ import annotations

import pytest

from podcast.episode import pace
from podcast.errors import ShowError
from podcast.script import Kind, Segment, Sentence

T = pace.PAUSES


def segment(kind: Kind, *texts: str, chapter: str = "One", items: bool = False) -> Segment:
    numbers = range(1, len(texts) + 1) if items else [0] * len(texts)
    sentences = tuple(Sentence(t, t, item=n) for t, n in zip(texts, numbers, strict=True))
    return Segment("x", kind, chapter, sentences, " ".join(texts))


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("A fact.", T["sentence"]),
        ("A question?", T["question"]),
        ("“A question?”", T["question"]),
        ("What follows:", T["colon"]),
        ("", T["sentence"]),
    ],
)
def test_the_pause_after_a_sentence_is_that_of_its_mark(text: str, pause: float) -> None:
    assert pace.between_sentences(T, segment("paragraph", text, "More.")) == (pause,)


def test_items_are_parted_more_than_sentences() -> None:
    assert pace.between_sentences(T, segment("list", "One.", "Two.", items=True)) == (T["item"],)


@pytest.mark.parametrize(
    ("before", "after", "pause"),
    [
        (segment("title", "T"), segment("paragraph", "P"), T["title"]),
        (segment("heading", "H"), segment("paragraph", "P"), T["heading"]),
        (segment("paragraph", "P"), segment("heading", "H", chapter="Two"), T["chapter"]),
        (segment("paragraph", "P"), segment("paragraph", "Q", chapter="Two"), T["chapter"]),
        (segment("paragraph", "P"), segment("list", "L"), T["list"]),
        (segment("quote", "Q"), segment("paragraph", "P"), T["quote"]),
        (segment("paragraph", "P"), segment("outro", "O", chapter="Two"), T["outro"]),
        (segment("intro", "I"), segment("title", "T"), T["intro"]),
    ],
)
def test_the_pause_between_segments_is_that_of_the_structure(
    before: Segment, after: Segment, pause: float
) -> None:
    assert pace.between_segments(T, before, after, 5.0) == pause


def test_a_long_paragraph_needs_a_longer_breath() -> None:
    one, two = segment("paragraph", "P"), segment("paragraph", "Q")
    short, long, endless = (pace.between_segments(T, one, two, s) for s in (1.0, 15.0, 999.0))
    assert T["paragraph"] < short < long < endless == T["paragraph"] * (1 + pace.BREATH)


def test_no_pause_of_the_table_is_too_long() -> None:
    assert all(0 <= pause <= pace.LONGEST for pause in T.values())


def test_a_show_changes_some_of_them() -> None:
    assert pace.pauses({"chapter": 2.0}) == {**T, "chapter": 2.0}


@pytest.mark.parametrize(("name", "value"), [("chaptr", 1.0), ("chapter", 9.0), ("item", -1.0)])
def test_a_pause_that_cannot_be_is_named(name: str, value: float) -> None:
    with pytest.raises(ShowError, match=name) as raised:
        pace.pauses({name: value})
    assert raised.value.hint
