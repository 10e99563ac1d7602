"""When each chapter, segment, sentence and word, as written, is heard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.episode import Chapter, TimedSegment, TimedSentence, TimedWord
from podcast.episode.mixing import Mix
from podcast.recording import Clip, Recording
from podcast.script import Segment, Sentence
from podcast.slug import slug
from podcast.sound.take import Span
from podcast.spoken import Spoken
from podcast.spoken.alignment import align
from podcast.voice import Word

SHORTEST_CHAPTER = 3.0
"""Seconds."""

WORD = re.compile(r"\S*\w\S*")


def segments(recording: Recording, mixed: Mix, speed: float) -> Iterator[TimedSegment]:
    """Each segment with its times in the episode and the name of its own MP3."""
    said_by = recording.speakers or (recording.voice,) * len(recording.clips)
    rows = zip(recording.script.segments, recording.clips, mixed.said, said_by, strict=True)
    for number, (segment, clips, part, speaker) in enumerate(rows, start=1):
        sentences = tuple(
            _sentence(sentence, clip, span, part.seconds, speed)
            for sentence, clip, span in zip(segment.sentences, clips, part.spans, strict=True)
        )
        yield TimedSegment(
            id=segment.id,
            kind=segment.kind,
            chapter=segment.chapter,
            title=segment.title or segment.text[:40],
            text=segment.text,
            start=sentences[0].start,
            end=sentences[-1].end,
            audio=f"segments/{number:03}-{name(segment)}.mp3",
            sentences=sentences,
            speaker=speaker,
        )


def name(segment: Segment) -> str:
    """The first words of a segment as the name of a file: "Should Ukraine …" -> should-ukraine."""
    words = slug(segment.title or segment.text, otherwise=segment.kind).split("-")
    return "-".join(words[:2])[:40]


def chapters(
    recording: Recording, timed: tuple[TimedSegment, ...], seconds: float
) -> tuple[Chapter, ...]:
    """A chapter for each section, from its first word to the next one's; the first from 0."""
    script = recording.script
    starts: list[tuple[str, float]] = []
    for segment in timed:
        title = segment.chapter or script.title
        if not starts or title != starts[-1][0]:
            starts.append((title, segment.start if starts else 0.0))
    starts = _long_enough(starts, seconds)
    ends = [start for _, start in starts[1:]] + [round(seconds, 3)]
    # Where the whole article is spoken of, its own page is a tap away.
    framed = {s.chapter or script.title for s in timed if s.kind in ("title", "intro", "outro")}
    link = script.article.link if script.article else ""
    return tuple(
        Chapter(title, start, end, link=link if title in framed else "")
        for (title, start), end in zip(starts, ends, strict=True)
    )


def _long_enough(starts: list[tuple[str, float]], seconds: float) -> list[tuple[str, float]]:
    """The chapters that are long enough to jump to; a short one belongs to the next, or the last.

    Such is a heading with another right below it: nobody wants to land on it alone.
    """
    kept: list[tuple[str, float]] = []
    begin: float | None = None
    for n, (title, start) in enumerate(starts):
        begin = start if begin is None else begin
        end = starts[n + 1][1] if n + 1 < len(starts) else seconds
        if end - begin >= SHORTEST_CHAPTER:
            kept.append((title, begin))
            begin = None
    return kept or starts[:1]


def _sentence(
    sentence: Sentence, clip: Clip, span: Span, start: float, speed: float
) -> TimedSentence:
    """A sentence's times in the episode; `start` is when its segment begins, in seconds."""
    spoken = Spoken(sentence.text, sentence.spoken, sentence.changes)
    heard = clip.words or _by_letters(sentence.spoken, span, speed)
    begin, end = start + span.start, start + span.end

    def at(moment: float) -> float:
        """A moment of the clip, in the episode."""
        return round(min(max(begin + (moment - span.cut) / speed, begin), end), 3)

    words = [TimedWord(w.text, at(w.start), at(w.end)) for w in align(spoken, heard)]
    return TimedSentence(
        sentence.text,
        round(begin, 3),
        round(end, 3),
        words,
        sentence.item,
        estimated=clip.estimated or not clip.words,
    )


def _by_letters(spoken: str, span: Span, speed: float) -> tuple[Word, ...]:
    """The words of a clip whose engine gave no times: as long as they are written."""
    if not spoken:
        return ()
    step = (span.end - span.start) * speed / len(spoken)
    return tuple(
        Word(word.group(), span.cut + word.start() * step, span.cut + word.end() * step)
        for word in WORD.finditer(spoken)
    )
