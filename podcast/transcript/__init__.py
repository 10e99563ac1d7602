"""The transcript, as written and when it's heard: WebVTT, SubRip, JSON, text and HTML."""

from __future__ import annotations

import html
import io
import json
from functools import partial

from podcast.episode import Episode, TimedSentence
from podcast.transcript.captions import cues

VTT_LINE = 65
"""Letters of a line in WebVTT, at most, its voice tag counted."""
NARROWEST = 32
"""Letters that a voice's name leaves, however long it is."""
SRT_LINE = 32
"""Letters of a line in SubRip, at most: two of them fit a television of 1990."""
VERSION = "1.0.0"
"""Of the JSON, as the podcast namespace has it."""


def render_vtt(episode: Episode) -> str:
    """WebVTT, with voice names: what podcast apps prefer."""
    tag = max((len(f"<v {_name(each.speaker)}>") for each in episode.segments), default=0)
    blocks = [
        f"{number}\n{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n"
        + f"<v {_name(cue.speaker)}>"
        + "\n".join(html.escape(line, quote=False) for line in cue.lines)
        for number, cue in enumerate(cues(episode, max(NARROWEST, VTT_LINE - tag)), start=1)
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def render_srt(episode: Episode) -> str:
    """SubRip, for players that know nothing newer."""
    blocks = [
        f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n" + "\n".join(cue.lines)
        for number, cue in enumerate(cues(episode, SRT_LINE), start=1)
    ]
    return "\n\n".join(blocks) + "\n"


def render_json(episode: Episode) -> str:
    """The podcast namespace's JSON: a segment a sentence, and the words of each."""
    segments = [
        partial(_entry, segment.speaker, sentence)
        for segment in episode.segments
        for sentence in segment.sentences
    ]
    text = io.StringIO()
    # An entry at a time: those of a book took 150 MB together.
    form = json.JSONEncoder(ensure_ascii=False, indent=1, default=lambda entry: entry())
    text.writelines(form.iterencode({"version": VERSION, "segments": segments}))
    text.write("\n")
    return text.getvalue()


def _entry(speaker: str, sentence: TimedSentence) -> dict[str, object]:
    return {
        "speaker": speaker,
        "startTime": sentence.start,
        "endTime": sentence.end,
        "body": sentence.text,
        "words": [
            {"startTime": word.start, "endTime": word.end, "body": word.text}
            for word in sentence.words
        ],
    }


def render_text(episode: Episode) -> str:
    """Plain text: a paragraph a segment, headings of chapters on lines of their own."""
    return "\n\n".join(segment.text for segment in episode.segments) + "\n"


def render_html(episode: Episode) -> str:
    """HTML as podcast apps read it: who speaks, when, and what, a paragraph a segment."""
    parts = [
        f"<cite>{html.escape(segment.speaker)}:</cite>\n<time>{_short(segment.start)}</time>\n"
        f"<p>{html.escape(segment.text)}</p>"
        for segment in episode.segments
    ]
    title, language = html.escape(episode.title), html.escape(episode.language)
    head = (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<title>{title}</title>'
    )
    return "\n".join([head, *parts]) + "\n"


def _clock(moment: float, point: str) -> str:
    """83.5 -> 00:01:23.500"""
    whole, thousandths = divmod(round(moment * 1000), 1000)
    minutes, seconds = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{thousandths:03}"


def _short(moment: float) -> str:
    """83.5 -> 1:23"""
    minutes, seconds = divmod(int(moment), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _name(speaker: str) -> str:
    """A name as a voice tag may hold it: on one line."""
    return html.escape(" ".join(speaker.split()), quote=False)
