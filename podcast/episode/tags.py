"""Tags: what a player reads in an MP3. The only module that knows mutagen."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

NO_OFFSET = 0xFFFFFFFF
"""A chapter's place in bytes, when it's given in milliseconds alone (ID3v2 chapters, 3.1)."""
MOST = 255
"""A table of contents counts its entries in one byte (ID3v2 chapters, 3.2)."""


HEADER = 10
"""Bytes of a tag's header."""


@dataclass(frozen=True)
class Mark:
    """A chapter as a tag holds it: seconds, and a JPEG and an address where it has them."""

    title: str
    start: float
    end: float
    picture: bytes = b""
    link: str = ""


@dataclass(frozen=True)
class Tags:
    """What is known about a sound; what's empty is left out."""

    title: str
    artist: str = ""
    album: str = ""
    date: datetime | None = None
    track: int = 0
    language: str = ""
    """A BCP 47 tag."""
    comment: str = ""
    link: str = ""
    cover: bytes = b""
    """A JPEG."""
    seconds: float = 0.0
    marks: tuple[Mark, ...] = ()


def render(tags: Tags) -> bytes:
    """What stands in front of an MP3: ID3v2.3, which every player reads."""
    from mutagen import id3  # 30 ms that a build with nothing to do needn't spend

    # Each chapter rendered alone: mutagen puts frames in the order of their size, and ffmpeg's
    # readers list chapters in the order of the frames.
    parts = [_body(id3, _frames(id3, tags))]
    parts += [_body(id3, [frame]) for frame in _chapters(id3, tags.marks)]
    body = b"".join(parts)
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + size + body


def metadata(tags: Tags) -> str:
    """The same for other formats, as ffmpeg reads it (FFMETADATA1); without the pictures."""
    lines = [f"{name}={_escaped(text)}" for name, text in _facts(tags).items() if text]
    for mark in tags.marks:
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={round(mark.start * 1000)}"]
        lines += [f"END={round(mark.end * 1000)}", f"title={_escaped(mark.title)}"]
    return "\n".join([";FFMETADATA1", *lines]) + "\n"


def comments(tags: Tags) -> str:
    """The same for Ogg, whose chapters are comments.

    Not left to ffmpeg, which rounds a chapter's seconds up: 21.603 becomes 22.603.
    """
    facts = _facts(tags)
    for number, mark in enumerate(tags.marks):
        whole, thousandths = divmod(round(mark.start * 1000), 1000)
        minutes, seconds = divmod(whole, 60)
        clock = f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{thousandths:03}"
        facts |= {f"CHAPTER{number:03}": clock, f"CHAPTER{number:03}NAME": mark.title}
    lines = [f"{name}={_escaped(text)}" for name, text in facts.items() if text]
    return "\n".join([";FFMETADATA1", *lines]) + "\n"


def _facts(tags: Tags) -> dict[str, str]:
    return {
        "title": tags.title,
        "artist": tags.artist,
        "album": tags.album,
        "date": tags.date.strftime("%Y-%m-%d") if tags.date else "",
        "genre": "Podcast",
        "comment": tags.comment,
    }


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "=;#\\\n" else letter for letter in text)


def _body(id3: Any, frames: Sequence[Any]) -> bytes:
    """The bytes of some frames, without the header of the tag."""
    found = id3.ID3()
    for frame in frames:
        found.add(frame)
    found.update_to_v23()
    file = io.BytesIO()
    found.save(file, v1=0, v2_version=3, padding=lambda info: 0)
    return file.getvalue()[HEADER:]


def _frames(id3: Any, tags: Tags) -> list[Any]:
    language = LANGUAGES.get(tags.language.split("-")[0].lower(), "und")
    texts = {
        "TIT2": tags.title,
        "TPE1": tags.artist,
        "TALB": tags.album,
        "TRCK": str(tags.track or ""),
        "TDRC": tags.date.strftime("%Y-%m-%d") if tags.date else "",
        "TLAN": language if tags.language else "",
        "TLEN": str(round(tags.seconds * 1000) or ""),
        "TCON": "Podcast",
        "TSSE": "briefcast",
    }
    frames = [getattr(id3, name)(encoding=3, text=text) for name, text in texts.items() if text]
    if tags.comment:
        frames.append(id3.COMM(encoding=3, lang=language, desc="", text=tags.comment))
    if tags.link:
        frames.append(id3.WOAF(url=tags.link))
    if tags.cover:
        frames.append(_picture(id3, tags.cover, 3, "cover"))
    return frames


def _picture(id3: Any, data: bytes, kind: int, name: str) -> Any:
    return id3.APIC(encoding=0, mime="image/jpeg", type=kind, desc=name, data=data)


def _chapters(id3: Any, marks: Sequence[Mark]) -> list[Any]:
    """One CHAP a chapter and one top-level, ordered CTOC that names them."""
    if not marks:
        return []
    frames = []
    for number, mark in enumerate(marks[:MOST]):
        parts = [id3.TIT2(encoding=3, text=mark.title)]
        if mark.link:
            parts.append(id3.WXXX(encoding=0, desc="chapter url", url=mark.link))
        if mark.picture:
            parts.append(_picture(id3, mark.picture, 0, "chapter"))
        frames.append(
            id3.CHAP(
                element_id=f"chp{number}",
                start_time=round(mark.start * 1000),
                end_time=round(mark.end * 1000),
                start_offset=NO_OFFSET,
                end_offset=NO_OFFSET,
                sub_frames=parts,
            )
        )
    names = [frame.element_id for frame in frames]
    title = id3.TIT2(encoding=3, text="Chapters")
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    toc = id3.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[title])
    return [toc, *frames]


LANGUAGES = {
    "ar": "ara",
    "ca": "cat",
    "cs": "ces",
    "da": "dan",
    "de": "deu",
    "el": "ell",
    "en": "eng",
    "es": "spa",
    "fa": "fas",
    "fi": "fin",
    "fr": "fra",
    "he": "heb",
    "hi": "hin",
    "hu": "hun",
    "id": "ind",
    "it": "ita",
    "ja": "jpn",
    "ko": "kor",
    "nb": "nob",
    "nl": "nld",
    "no": "nor",
    "pl": "pol",
    "pt": "por",
    "ro": "ron",
    "ru": "rus",
    "sv": "swe",
    "th": "tha",
    "tr": "tur",
    "uk": "ukr",
    "vi": "vie",
    "zh": "zho",
}
"""ISO 639-1 to the three letters of ISO 639-2 that ID3 asks for."""
