"""A recording for tests, spoken by the tone voice: real clips, no engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from podcast.episode import Facts
from podcast.recording import Clip, Recording
from podcast.script import Kind, Script, Segment, Sentence
from podcast.show import Show
from tests.tone import ToneVoice

FACTS = Facts("a-slug", "a-guid", datetime(2024, 5, 29, 6, tzinfo=timezone.utc))

Row = tuple[Kind, str, Sequence[str]]

ROWS: tuple[Row, ...] = (
    ("title", "Long range", ["How far may they reach?"]),
    ("paragraph", "Long range", ["Ministers met on Tuesday.", "They agreed on very little."]),
    ("heading", "What’s the debate?", ["What’s the debate?"]),
    (
        "paragraph",
        "What’s the debate?",
        ["It is about the border, 30 km away.", "Who is it that decides?"],
    ),
    ("list", "What’s the debate?", ["Some say yes,", "some say no."]),
    ("outro", "About this episode", ["A synthetic voice read this to you."]),
)


def recording(folder: Path, rows: Sequence[Row] = ROWS, *, voice: str = "tone") -> Recording:
    """The rows as segments, spoken into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    engine = ToneVoice()
    segments, clips = [], []
    for number, (kind, chapter, texts) in enumerate(rows):
        spoken = []
        for text in texts:
            audio = engine.say(text)
            path = folder / f"{number}-{len(spoken)}.wav"
            path.write_bytes(audio.data)
            spoken.append(Clip(path, (len(audio.data) - 44) / 2 / 22_050, audio.words, "tone"))
        items = range(1, len(texts) + 1) if kind == "list" else [0] * len(texts)
        sentences = tuple(Sentence(t, t, item=i) for t, i in zip(texts, items, strict=True))
        whole = " ".join(texts)
        segments.append(Segment(f"{kind}-{number}", kind, chapter, sentences, whole, whole[:30]))
        clips.append(tuple(spoken))
    return Recording(Script(rows[0][1], "en", tuple(segments)), tuple(clips), voice)


def show(folder: Path, **settings: object) -> Show:
    """A show in `folder`."""
    return Show(folder, "A show", author="Somebody", **settings)  # type: ignore[arg-type]
