"""The transcript on a page, and the times of its words."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from podcast.episode import Episode, TimedSentence, TimedWord
from podcast.page import readalong
from tests import site


def words_of(row: list[int], text: str) -> list[tuple[str, float, float]]:
    """What a browser makes of a row: it counts in UTF-16 units."""
    units = text.encode("utf-16-le")
    letter, moment, found = 0, row[0], []
    for gap, length, wait, lasts in zip(*[iter(row[2:])] * 4, strict=True):
        letter, moment = letter + gap, moment + wait
        written = units[2 * letter : 2 * (letter + length)].decode("utf-16-le")
        found.append((written, moment / 100, (moment + lasts) / 100))
        letter, moment = letter + length, moment + lasts
    return found


def test_the_rows_give_each_word_back_with_its_time() -> None:
    told = site.episode()
    sentences = [s for segment in told.segments for s in segment.sentences]
    rows = json.loads(readalong.times(told))
    assert len(rows) == len(sentences)
    for row, sentence in zip(rows, sentences, strict=True):
        assert row[:2] == [round(sentence.start * 100), round(sentence.end * 100)]
        found = words_of(row, sentence.text)
        assert [text for text, _, _ in found] == [word.text for word in sentence.words]
        for (_, start, end), word in zip(found, sentence.words, strict=True):
            assert (start, end) == pytest.approx((word.start, word.end), abs=0.006)


def test_a_word_that_is_not_written_so_is_passed_over() -> None:
    sentence = TimedSentence(
        "It is 30 km.",
        0,
        3,
        (TimedWord("It", 0, 1), TimedWord("thirty", 1, 2), TimedWord("km", 2, 3)),
    )
    told = with_sentence(site.episode(), sentence)
    (row,) = json.loads(readalong.times(told))
    assert words_of(row, sentence.text) == [("It", 0, 1), ("km", 2, 3)]


def with_sentence(told: Episode, sentence: TimedSentence) -> Episode:
    return replace(told, segments=(replace(told.segments[0], sentences=(sentence,)),))


def test_segments_stand_under_the_chapter_that_they_begin_in() -> None:
    found = [
        (section.title, [paragraph.kind for paragraph in section.paragraphs])
        for section in readalong.sections(site.episode())
    ]
    assert found == [
        ("Introduction", ["title", "paragraph"]),
        ("", ["heading", "paragraph", "list"]),
        ("", ["heading", "quote"]),
        ("About this episode", ["outro"]),
    ]


def test_a_chapter_that_is_called_as_its_title_is_not_said_twice() -> None:
    story = (("title", "Who pays?", ("Who pays?",)), ("paragraph", "Who pays?", ("We do.",)))
    assert [section.title for section in readalong.sections(site.episode(story))] == [""]


def test_an_episode_without_chapters_has_one_section() -> None:
    (section,) = readalong.sections(replace(site.episode(), chapters=()))
    assert section.title == ""
    assert len(section.paragraphs) == len(site.STORY)


def test_a_list_keeps_its_items() -> None:
    paragraphs = [p for s in readalong.sections(site.episode()) for p in s.paragraphs]
    (listed,) = (p for p in paragraphs if p.kind == "list")
    assert listed.items == (("The stones.",), ("The crane & its crew.",), ("An <b>engineer</b>.",))


@pytest.mark.parametrize(
    ("moment", "clock"), [(0.0, "0:00"), (83.9, "1:23"), (3723.0, "1:02:03"), (36000.0, "10:00:00")]
)
def test_a_clock_reads_as_people_read_it(moment: float, clock: str) -> None:
    assert readalong.clock(moment) == clock


@pytest.mark.parametrize(("moment", "short"), [(7.0, 7), (7.504, 7.5), (0.019, 0.02)])
def test_moments_are_short(moment: float, short: Any) -> None:
    assert repr(readalong.seconds(moment)) == repr(short)


def test_another_voice_is_named_where_it_begins() -> None:
    told = site.episode()
    first, second, *rest = told.segments
    spoken = replace(told, segments=(first, replace(second, speaker="Piper, amy"), *(rest)))
    paragraphs = [p for s in readalong.sections(spoken) for p in s.paragraphs]
    assert [p.speaker for p in paragraphs][:3] == ["", "Piper, amy", ""]
