"""The part of an episode that stands for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from podcast.episode import Episode, Soundbite, TimedSegment
from podcast.feed.soundbite import choose_soundbites
from tests.episodes import HARBOUR, segment, sentence


def with_segments(*segments: TimedSegment) -> Episode:
    return replace(HARBOUR, segments=segments)


def part(kind: str, text: str, start: float, end: float, chapter: str = "One") -> TimedSegment:
    return segment(kind, chapter, sentence(text, start, end), place=int(start))


def test_a_quote_goes_before_a_paragraph() -> None:
    (bite,) = choose_soundbites(
        with_segments(part("paragraph", "Plain.", 0, 20), part("quote", "“Said.”", 21, 41))
    )
    assert bite == Soundbite(start=21, seconds=20, title="“Said.”")


def test_a_paragraph_with_words_in_quotation_marks_goes_before_one_without() -> None:
    (bite,) = choose_soundbites(
        with_segments(part("paragraph", "Plain.", 0, 20), part("paragraph", "He “said”.", 21, 41))
    )
    assert bite.start == 21


def test_a_short_quote_takes_what_follows_and_then_what_went_before() -> None:
    (bite,) = choose_soundbites(
        with_segments(
            part("paragraph", "Before.", 0, 8),
            part("quote", "“Said.”", 9, 14),
            part("paragraph", "After.", 15, 20),
        )
    )
    assert (bite.start, bite.start + bite.seconds) == (0, 20)
    assert bite.title == "“Said.”"


def test_nothing_is_taken_from_another_chapter() -> None:
    segments = (part("quote", "“Said.”", 0, 10), part("paragraph", "After.", 11, 30, "Two"))
    (bite,) = choose_soundbites(with_segments(*segments))
    assert bite == Soundbite(start=11, seconds=19, title="After.")


def test_a_long_quote_is_cut_between_sentences() -> None:
    sentences = [sentence(f"“Number {n}.”", n * 30, n * 30 + 29) for n in range(6)]
    (bite,) = choose_soundbites(with_segments(segment("quote", "One", *sentences)))
    assert (bite.start, bite.seconds) == (0, 119)


@pytest.mark.parametrize(
    "segments",
    [
        (),
        (part("title", "“A title.”", 0, 30),),
        (part("list", "A list.", 0, 30), part("outro", "That was it.", 31, 60)),
        (part("paragraph", "Short.", 0, 5),),
        (part("paragraph", "One sentence without an end.", 0, 500),),
    ],
)
def test_some_episodes_have_none(segments: tuple[TimedSegment, ...]) -> None:
    assert choose_soundbites(with_segments(*segments)) == ()
