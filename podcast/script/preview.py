"""A script to look at before it is spoken: for a terminal, a browser, or a program."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from podcast import templates
from podcast.script import WORDS_A_MINUTE, Script, Segment, Sentence

WIDTH = 88
COLOURS = {"heading": "1", "kind": "2", "said": "36", "reason": "33"}
"""ANSI: bold, faint, cyan, yellow."""


@dataclass(frozen=True)
class Part:
    """A stretch of a sentence; `said` is empty where it is said as it's written."""

    written: str
    said: str = ""
    rule: str = ""


def script_json(script: Script) -> dict[str, Any]:
    """Return the script as `podcast script --json` prints it."""
    return {
        "title": script.title,
        "language": script.language,
        "segments": [
            {
                "id": segment.id,
                "kind": segment.kind,
                "chapter": segment.chapter,
                "text": segment.text,
                "spoken": segment.spoken,
                "sentences": [{"text": s.text, "spoken": s.spoken} for s in segment.sentences],
            }
            for segment in script.segments
        ],
        "dropped": [{"text": d.text, "reason": d.reason} for d in script.dropped],
    }


def script_text(script: Script, *, colour: bool = False, width: int = WIDTH) -> str:
    """Return the script for a terminal; what sounds different from what's written in brackets."""
    return "\n".join(_lines(script, colour, width)) + "\n"


def script_html(script: Script, folder: Path | None = None) -> str:
    """Return the script as a page of its own; a `preview.html` in `folder` wins over ours."""
    chapters = [
        {
            "title": title,
            "start": clock(start),
            "segments": [
                {"kind": s.kind, "id": s.id, "role": s.role, "sentences": _by_item(s)}
                for s in inside
            ],
        }
        for title, start, inside in _chapters(script)
    ]
    return templates.render(
        "preview.html", folder, script=script, chapters=chapters, facts=_facts(script)
    )


def minutes(script: Script, pace: float = WORDS_A_MINUTE) -> float:
    """Return about how long it takes to say the script, at so many words a minute."""
    return _words(script.segments) / pace


def clock(time: float) -> str:
    """4.5 minutes -> 4:30."""
    return "{}:{:02}".format(*divmod(round(time * 60), 60))


def parts(sentence: Sentence) -> Iterator[Part]:
    """Yield the sentence in stretches that are said as written, or differently."""
    at = 0
    for change in sentence.changes:
        written = sentence.text[change.start : change.end]
        if not _is_heard(written, change.spoken):
            continue
        # The spaces around a sign that is said differently stay outside of it.
        start = change.start + len(written) - len(written.lstrip())
        end = change.end - (len(written) - len(written.rstrip()) if written.strip() else 0)
        if at < start:
            yield Part(sentence.text[at:start])
        yield Part(sentence.text[start:end], change.spoken.strip() or "–", change.rule)
        at = end
    if at < len(sentence.text):
        yield Part(sentence.text[at:])


def _is_heard(written: str, said: str) -> bool:
    """Whether a listener hears a difference: other words, not other signs or spaces."""
    return _letters(written) != _letters(said)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _words(segments: tuple[Segment, ...]) -> int:
    return sum(len(segment.spoken.split()) for segment in segments)


def _chapters(script: Script) -> Iterator[tuple[str, float, tuple[Segment, ...]]]:
    """Yield each chapter's title, when it begins in minutes, and its segments."""
    start = 0.0
    for title, inside in groupby(script.segments, key=lambda segment: segment.chapter):
        segments = tuple(inside)
        yield title, start, segments
        start += _words(segments) / WORDS_A_MINUTE


def _by_item(segment: Segment) -> list[list[list[Part]]]:
    """Return the parts of each sentence, the sentences of an item together."""
    grouped = groupby(segment.sentences, key=lambda sentence: sentence.item)
    return [[list(parts(sentence)) for sentence in inside] for _, inside in grouped]


def _facts(script: Script) -> str:
    words, segments = _words(script.segments), len(script.segments)
    return f"about {clock(minutes(script))} min, {words} words, {segments} segments"


def _lines(script: Script, colour: bool, width: int) -> Iterator[str]:
    def paint(text: str, kind: str) -> str:
        return f"\033[{COLOURS[kind]}m{text}\033[0m" if colour and text else text

    def shown(sentence: Sentence) -> str:
        return "".join(
            f"{_plain(p.written)} {paint(f'[{_plain(p.said)}]', 'said')}".lstrip()
            if p.said
            else _plain(p.written)
            for p in parts(sentence)
        )

    yield f"{_facts(script)}, {script.language}"
    for title, start, segments in _chapters(script):
        yield ""
        yield paint(f"{clock(start):>5}  {_plain(title)}", "heading")
        for segment in segments:
            for n, (_, inside) in enumerate(groupby(segment.sentences, key=lambda s: s.item)):
                label = "" if n else segment.kind
                text = " ".join(shown(sentence) for sentence in inside)
                wrapped = textwrap.wrap(text, width - 18, break_on_hyphens=False) or [""]
                bullet = "• " if segment.kind in ("list", "table") else ""
                yield f"       {paint(label.ljust(9), 'kind')}  {bullet}{wrapped[0]}"
                yield from (" " * (18 + len(bullet)) + line for line in wrapped[1:])
    if script.dropped:
        yield ""
        yield paint("       Not said", "heading")
    for dropped in script.dropped:
        first = textwrap.shorten(_plain(dropped.text), width - 20, placeholder=" …")
        yield f"       {paint(dropped.reason, 'reason')}: {first}"


def _plain(text: str) -> str:
    """Return a text without the signs that steer a terminal: an article is not to be trusted."""
    return "".join(c for c in text.replace("\n", " ") if unicodedata.category(c) != "Cc")
