"""Show notes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from podcast.episode import Chapter
from podcast.feed.notes import describe, render_notes, shorten, shorten_bytes, timestamp
from tests.episodes import HARBOUR


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "00:00"), (59.9, "00:59"), (61, "01:01"), (3600, "1:00:00")]
)
def test_moments_are_as_apps_read_them(seconds: float, shown: str) -> None:
    assert timestamp(seconds) == shown


def test_the_first_chapter_is_at_the_very_start() -> None:
    late = replace(HARBOUR, chapters=(Chapter("One", 1.2, 30.0), Chapter("Two", 30.0, 60.0)))
    listed = re.findall("<li>([0-9:]+) ", render_notes(late, "https://a.example/"))
    assert listed == ["00:00", "00:30"]


def test_links_are_the_article_the_page_and_the_transcript() -> None:
    notes = render_notes(HARBOUR, "https://a.example/")
    folder = "https://a.example/episodes/2024-05-29-harbour/"
    assert re.findall('href="([^"]*)"', notes) == [
        "https://news.example.com/harbour?a=1&amp;b=2",
        folder,
        folder + "transcript.txt",
    ]


@pytest.mark.parametrize(
    "link",
    ["", "javascript:alert(1)", "file:///etc/passwd", "/srv/a", "https://a b/", "https://[", "x:y"],
)
def test_only_an_address_of_the_web_is_linked(link: str) -> None:
    notes = render_notes(replace(HARBOUR, link=link), "https://a.example/")
    assert notes.count("<a ") == 2


@pytest.mark.parametrize("letter", ["a", "é", "“", "😀"])
@pytest.mark.parametrize("count", [10, 11, 12, 13])
def test_a_text_fits_whatever_its_letters_weigh(letter: str, count: int) -> None:
    cut = shorten_bytes(letter * 40, count)
    assert len(cut.encode()) <= count
    assert cut.endswith("…")
    assert shorten_bytes(letter, count) == letter


def test_a_text_is_cut_between_words_and_without_a_comma() -> None:
    assert shorten("one, two, three", 10) == "one, two…"
    assert shorten("one two", 7) == "one two"


def test_an_episode_without_a_summary_is_described_by_its_title() -> None:
    assert describe(replace(HARBOUR, summary="")).startswith("Who pays for the harbour?\n")
