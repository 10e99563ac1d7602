"""The sound: loudness, format, tags, gaps; measured in the finished files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

from podcast.check.finding import Finding, Findings, recommend
from podcast.check.published import read_json
from podcast.errors import AudioError

LOUDNESS = -16.0
LOUDNESS_BAND = 1.0
"""LU: Apple's ±1."""

AIM = 0.3
PEAK = -1.0
"""dBTP, after encoding."""

SEGMENT_SECONDS = 3.0
"""Of shorter ones the loudness can't be told well."""

SEGMENT_BAND = 1.0
LONGEST_GAP = 2.5
LATEST_START = 0.5
ENDING = (0.5, 2.0)
TAGS = ("TIT2", "TPE1", "TALB", "TDRC", "TRCK", "TLAN", "APIC", "COMM")
TICK = 0.05
"""Seconds by which a chapter in the tags may differ from the one in chapters.json."""


def check_audio(path: Path, where: str, seconds: str) -> Findings:
    """Check an episode's MP3; `seconds` is what the feed says of its length."""
    from podcast import sound  # here: ffmpeg is looked for only when there is sound

    try:
        loudness = sound.measure(path)
        length = sound.seconds(path)
        silences = sound.silences(path)
    except AudioError as error:
        yield Finding(error.message, where, hint="podcast build")
        return
    yield from _loudness(loudness.integrated, loudness.true_peak, where)
    yield from _gaps([(s.start, s.end) for s in silences], length, where)
    if seconds.isdigit() and abs(int(seconds) - length) > 1:
        yield Finding(f"itunes:duration is {seconds}, the sound plays {length:.1f} s", where)
    if path.suffix == ".mp3":
        yield from _format(path, where)


def _loudness(integrated: float, peak: float, where: str) -> Findings:
    off = abs(integrated - LOUDNESS)
    if off > LOUDNESS_BAND:
        yield Finding(f"{integrated:.1f} LUFS; -16 ±1", where, hint="podcast build")
    elif off > AIM:
        yield recommend(f"{integrated:.1f} LUFS; -16 ±0.3 is aimed at", where)
    if peak > PEAK:
        yield Finding(f"true peak {peak:.1f} dBTP; at most -1", where)


def _gaps(silences: Sequence[tuple[float, float]], length: float, where: str) -> Findings:
    for start, end in silences:
        inside = start > TICK and end < length - TICK
        if inside and end - start > LONGEST_GAP:
            yield Finding(f"{end - start:.1f} s of silence at {start:.1f} s", where)
    opening = next((end for start, end in silences if start <= TICK), 0.0)
    if opening > LATEST_START:
        yield Finding(f"begins with {opening:.1f} s of silence; at most 0.5", where)
    closing = next((length - start for start, end in silences if end >= length - TICK), 0.0)
    if not ENDING[0] - TICK <= closing <= ENDING[1] + TICK:
        yield Finding(f"ends with {closing:.1f} s of silence; 0.5 to 2", where)


def _format(path: Path, where: str) -> Findings:
    from mutagen import MutagenError
    from mutagen.mp3 import MP3, BitrateMode

    try:
        audio = MP3(path)
    except MutagenError as error:
        yield Finding(f"not an MP3: {error}", where)
        return
    info = audio.info
    if info.bitrate_mode != BitrateMode.CBR:
        yield Finding("the bit rate varies: players seek to the wrong place", where)
    kilobits = round(info.bitrate / 1000)  # counted from bytes and seconds, so a little off
    if not 64 <= kilobits <= 128:
        yield Finding(f"{kilobits} kbit/s; 64 to 128", where)
    if (info.channels, info.sample_rate) != (1, 44_100):
        yield Finding(f"{info.channels} channels at {info.sample_rate} Hz; mono 44,100", where)
    tags: Any = audio.tags or {}
    present = {str(key)[:4] for key in tags}
    for name in TAGS:
        if name not in present:
            yield Finding(f"no ID3 tag {name}", where)
    yield from _chapter_tags(tags, path.parent / "chapters.json", where)


def _chapter_tags(tags: Any, chapters: Path, where: str) -> Findings:
    frames = {frame.element_id: frame for frame in tags.values() if frame.FrameID == "CHAP"}
    contents = [frame for frame in tags.values() if frame.FrameID == "CTOC"]
    # CTOC flags: 2 top-level, 1 ordered.
    if len(contents) != 1 or int(contents[0].flags) != 3:
        yield Finding("not one top-level, ordered table of contents (CTOC)", where)
        return
    listed = [frames.get(name) for name in contents[0].child_element_ids]
    if None in listed or len(listed) != len(frames):
        yield Finding("the table of contents and the chapters (CHAP) differ", where)
        return
    found = [(str(f.sub_frames.get("TIT2", "")), f.start_time / 1000) for f in listed if f]
    if any(f.start_offset != 0xFFFFFFFF or f.end_offset != 0xFFFFFFFF for f in listed if f):
        yield Finding("a chapter gives byte offsets", where)
    given = read_json(chapters)
    wanted = given.get("chapters", []) if isinstance(given, dict) else []
    same = len(found) == len(wanted) and all(
        title == chapter.get("title") and abs(start - chapter.get("startTime", -9)) <= TICK
        for (title, start), chapter in zip(found, wanted, strict=True)
    )
    if not same:
        yield Finding("the chapters in the MP3 are not those of chapters.json", where)


def check_segments(folder: Path, where: str) -> Findings:
    """Check that each segment has its own MP3, and that they're as loud as each other."""
    facts = read_json(folder / "episode.json")
    segments = facts.get("segments", []) if isinstance(facts, dict) else []
    if not segments:
        yield Finding("episode.json names no segments", where, hint="podcast build")
        return
    missing = [s["audio"] for s in segments if not (folder / s["audio"]).is_file()]
    for name in missing:
        yield Finding(f"{name} is not there", where, hint="podcast build")
    long = [s for s in segments if s["end"] - s["start"] >= SEGMENT_SECONDS]
    paths = [folder / s["audio"] for s in long if s["audio"] not in missing]
    yield from _evenness(paths, where)
    for one, other in pairwise(segments):
        if other["start"] - one["end"] > LONGEST_GAP:
            yield Finding(f"{other['start'] - one['end']:.1f} s between two segments", where)


def _evenness(paths: Sequence[Path], where: str) -> Findings:
    from podcast import sound

    try:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            levels = list(pool.map(lambda path: sound.measure(path).integrated, paths))
    except AudioError as error:
        yield Finding(error.message, where)
        return
    if levels and max(levels) - min(levels) > SEGMENT_BAND:
        quiet, loud = paths[levels.index(min(levels))], paths[levels.index(max(levels))]
        spread = f"{min(levels):.1f} and {max(levels):.1f} LUFS"
        yield Finding(f"{quiet.name} and {loud.name} differ: {spread}; at most 1 LU", where)
