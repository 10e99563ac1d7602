"""Episodes as values, for tests of what is made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from podcast.episode import Chapter, Enclosure, Episode, TimedSegment, TimedSentence

BEGUN = datetime(2024, 5, 29, 6, 0, tzinfo=timezone.utc)


def sentence(text: str, start: float, end: float) -> TimedSentence:
    return TimedSentence(text, start, end)


def segment(kind: str, chapter: str, *sentences: TimedSentence, place: int = 1) -> TimedSegment:
    text = " ".join(s.text for s in sentences)
    return TimedSegment(
        id=f"{kind}-{place:06x}",
        kind=kind,
        chapter=chapter,
        title=text[:30],
        text=text,
        start=sentences[0].start,
        end=sentences[-1].end,
        audio=f"segments/{place:03}-{kind}.mp3",
        sentences=sentences,
    )


HARBOUR = Episode(
    slug="2024-05-29-harbour",
    title="Who pays for the harbour?",
    guid="0b0f4f2e-9bb5-5d3e-8a64-52a4a52cbd4c",
    date=BEGUN,
    updated=BEGUN,
    language="en",
    summary="The town needs a harbour wall. “It won’t be cheap,” says the mayor & her clerk.",
    authors=("Ada Example",),
    link="https://news.example.com/harbour?a=1&b=2",
    site="The Example",
    voice="Piper, joe",
    seconds=61.4,
    loudness=-16.0,
    true_peak=-1.5,
    enclosure=Enclosure("episode-1a2b3c4d.mp3", 491_200),
    chapters=(
        Chapter("Introduction", 0.0, 9.5),
        Chapter("What’s at stake?", 9.5, 50.0),
        Chapter("About this episode", 50.0, 61.4),
    ),
    segments=(
        segment("title", "Introduction", sentence("Who pays for the harbour?", 0.4, 3.0)),
        segment(
            "paragraph",
            "What’s at stake?",
            sentence("The wall is 90 years old.", 10.0, 13.0),
            sentence("It leaks.", 13.4, 15.0),
            place=2,
        ),
        segment(
            "quote",
            "What’s at stake?",
            sentence("“We can’t wait for another storm.", 16.0, 24.0),
            sentence("It won’t be cheap.”", 24.5, 32.5),
            place=3,
        ),
        segment("outro", "About this episode", sentence("That was it.", 51.0, 60.0), place=4),
    ),
)


def episode(number: int, **changes: Any) -> Episode:
    """An episode a day."""
    date = BEGUN + timedelta(days=number)
    facts: dict[str, Any] = {
        "slug": f"{date:%Y-%m-%d}-part-{number}",
        "title": f"Part {number} of the harbour",
        "guid": f"0b0f4f2e-9bb5-5d3e-8a64-{number:012x}",
        "date": date,
        "updated": date,
    }
    return replace(HARBOUR, **(facts | changes))
