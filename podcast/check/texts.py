"""Transcripts and chapters: do they follow the voice, in the form that apps read?"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from podcast.check.finding import Finding, Findings, recommend
from podcast.check.published import read_json

VTT_LINE = 65
SRT_LINE, SRT_LINES = 32, 2
COVERED = 0.95
TICK = 0.001


@dataclass(frozen=True)
class Cue:
    """Some lines and their time, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


TIMING = re.compile(r"(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3}) --> (?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})")
TAG = re.compile(r"<[^>]*>")


def check_texts(folder: Path, where: str) -> Findings:
    """Check an episode's transcripts in all forms, and its chapters."""
    facts = read_json(folder / "episode.json")
    spoken = _spoken(facts) if isinstance(facts, dict) else []
    for name, check in FORMS.items():
        path = folder / name
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield Finding(f"{name} can't be read: {error}", where, hint="podcast build")
            continue
        yield from check(text, spoken, f"{where}/{name}")
    yield from check_chapters(folder / "chapters.json", facts, f"{where}/chapters.json")


def _spoken(facts: dict[str, Any]) -> list[tuple[float, float]]:
    """When each sentence is heard."""
    segments = facts.get("segments", [])
    return [(s["start"], s["end"]) for segment in segments for s in segment["sentences"]]


def read_cues(text: str) -> list[Cue]:
    """Return the cues of WebVTT or SRT."""
    cues = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = block.strip().splitlines()
        timed = next((n for n, line in enumerate(lines) if TIMING.match(line)), None)
        if timed is None:
            continue
        found = TIMING.match(lines[timed])
        assert found is not None  # noqa: S101 - for mypy; found above
        h, m, s, ms, *end = (int(number or 0) for number in found.groups())
        start, stop = h * 3600 + m * 60 + s + ms / 1000, _seconds(end)
        cues.append(Cue(start, stop, tuple(lines[timed + 1 :])))
    return cues


def _seconds(parts: Sequence[int]) -> float:
    hours, minutes, seconds, thousandths = parts
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _check_vtt(text: str, spoken: Sequence[tuple[float, float]], where: str) -> Findings:
    if not text.startswith("WEBVTT"):
        yield Finding("doesn't begin with WEBVTT", where)
    cues = read_cues(text)
    yield from _check_cues(cues, spoken, where)
    lines = [TAG.sub("", line) for cue in cues for line in cue.lines]
    if any(len(line) > VTT_LINE for line in lines):
        yield recommend(f"a line of {max(map(len, lines))} characters; at most 65", where)
    if cues and not any("<v" in line for cue in cues for line in cue.lines):
        yield recommend("no <v Name> says who speaks", where)


def _check_srt(text: str, spoken: Sequence[tuple[float, float]], where: str) -> Findings:
    cues = read_cues(text)
    yield from _check_cues(cues, spoken, where)
    if any(len(cue.lines) > SRT_LINES for cue in cues):
        yield recommend("a cue of more than two lines", where)
    longest = max((len(line) for cue in cues for line in cue.lines), default=0)
    if longest > SRT_LINE:
        yield recommend(f"a line of {longest} characters; at most 32", where)


def _check_cues(cues: Sequence[Cue], spoken: Sequence[tuple[float, float]], where: str) -> Findings:
    if not cues:
        yield Finding("no cue in it", where, hint="podcast build")
        return
    if any(cue.end <= cue.start for cue in cues):
        yield Finding("a cue ends before it begins", where)
    if any(one.end > other.start + TICK for one, other in pairwise(cues)):
        yield Finding("cues overlap, or aren't in order", where)
    whole = sum(end - start for start, end in spoken)
    if whole and _overlap(cues, spoken) < COVERED * whole:
        share = 100 * _overlap(cues, spoken) / whole
        yield Finding(f"covers {share:.0f} % of what is said; at least 95 %", where)


def _overlap(cues: Sequence[Cue], spoken: Sequence[tuple[float, float]]) -> float:
    """Seconds in which something is said and a cue shows; both in order."""
    total, place = 0.0, 0
    for start, end in spoken:
        while place < len(cues) and cues[place].end <= start:
            place += 1
        for cue in cues[place:]:
            if cue.start >= end:
                break
            total += max(0.0, min(end, cue.end) - max(start, cue.start))
    return total


def _check_json(text: str, spoken: Sequence[tuple[float, float]], where: str) -> Findings:
    try:
        facts = json.loads(text)
    except ValueError as error:
        yield Finding(f"not JSON: {error}", where)
        return
    segments = facts.get("segments") if isinstance(facts, dict) else None
    if not segments or "version" not in facts:
        yield Finding("no version, or no segments", where)
        return
    wanted = {"startTime", "endTime", "body"}
    if any(not wanted <= set(segment) for segment in segments):
        yield Finding("a segment without startTime, endTime or body", where)
        return
    if not all("speaker" in segment for segment in segments[:1]):
        yield recommend("nothing says who speaks", where)
    cues = [Cue(s["startTime"], s["endTime"], (s["body"],)) for s in segments]
    yield from _check_cues(cues, spoken, where)


def _check_text(text: str, spoken: Sequence[tuple[float, float]], where: str) -> Findings:
    if spoken and not text.strip():
        yield Finding("empty", where)


Check = Callable[[str, Sequence[tuple[float, float]], str], Findings]

FORMS: dict[str, Check] = {
    "transcript.vtt": _check_vtt,
    "transcript.srt": _check_srt,
    "transcript.json": _check_json,
    "transcript.txt": _check_text,
}


def check_chapters(path: Path, facts: Any, where: str) -> Findings:
    """Check chapters.json, version 1.2 of the podcast namespace's JSON chapters."""
    given = read_json(path)
    if not isinstance(given, dict) or not given.get("chapters"):
        yield Finding("no chapters in it", where, hint="podcast build")
        return
    if not str(given.get("version", "")).startswith("1.2"):
        yield Finding(f"version {given.get('version')!r}; 1.2", where)
    chapters = given["chapters"]
    starts = [chapter.get("startTime", -1) for chapter in chapters]
    if starts[0] != 0:
        yield Finding("the first chapter doesn't begin at 0", where)
    if any(later <= earlier for earlier, later in pairwise(starts)):
        yield Finding("chapters are not in ascending order", where)
    if not all(chapter.get("title", "").strip() for chapter in chapters):
        yield Finding("a chapter without a title", where)
    length = facts.get("seconds", 0) if isinstance(facts, dict) else 0
    if length and starts[-1] >= length:
        yield Finding("a chapter begins after the end", where)
    if len(chapters) < 3:
        yield recommend(f"{len(chapters)} chapters; Apple shows them from 3 up", where)
