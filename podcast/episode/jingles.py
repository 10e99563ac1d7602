"""What of one's own is heard around the words: stings, messages, a bed of music."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from podcast.episode import sting
from podcast.errors import AudioError, ShowError
from podcast.show import Show
from podcast.sound.decode import to_wav
from podcast.sound.take import Take, music

STING = "sting"
"""The setting that means the one that is made by code."""

FORMATS = {
    ".mp3": "mp3",
    ".wav": "wav",
    ".ogg": "ogg",
    ".opus": "ogg",
    ".flac": "flac",
    ".m4a": "mov",
    ".aac": "aac",
}
"""The files that may be given, and what ffmpeg calls them."""

MADE: Mapping[str, Callable[[], bytes]] = {
    "intro": sting.rising,
    "outro": sting.falling,
    "chapter_sound": sting.chime,
}
QUIETER = {"intro": 2.0, "outro": 2.0, "chapter_sound": 5.0}
"""Loudness units by which music is kept under the voice: it seems louder than it measures."""


@dataclass(frozen=True)
class Jingles:
    """Sounds by their place; None where there is none."""

    intro: Take | None = None
    outro: Take | None = None
    chapter_sound: Take | None = None
    """Before each chapter but the first."""
    ad_before: Take | None = None
    ad_middle: Take | None = None
    ad_after: Take | None = None


def load(show: Show) -> Jingles:
    """The show's own sounds; raise ShowError for a file that can't be read as sound."""
    names = ("intro", "outro", "chapter_sound", "ad_before", "ad_middle", "ad_after")
    return Jingles(**{name: _take(show, name) for name in names})


def file(show: Show, name: str) -> Path:
    """The file that setting `name` gives, in the show's folder; raise ShowError if there's none."""
    value: str = getattr(show, name)
    path = show.folder / value
    if path.suffix.lower() not in FORMATS:
        raise ShowError(
            f"show.toml: {name} = {value!r} is not a sound file",
            hint=f"one that ends in {', '.join(FORMATS)}",
        )
    if not path.resolve().is_relative_to(show.folder.resolve()):
        raise ShowError(
            f"show.toml: {name} = {value!r} is outside the show's folder", hint="copy it there"
        )
    if not path.is_file():
        raise ShowError(f"{path}: no such file", hint=f"it is named in show.toml: {name}")
    return path


def _take(show: Show, name: str) -> Take | None:
    value: str = getattr(show, name)
    if not value:
        return None
    if value == STING and name in MADE:
        return music(MADE[name](), quieter=QUIETER[name])
    path = file(show, name)
    try:
        wav = to_wav(path.read_bytes(), FORMATS[path.suffix.lower()])
    except (OSError, AudioError) as error:
        raise ShowError(f"{path}: not a sound that can be read", hint="try it as MP3") from error
    return music(wav, quieter=QUIETER.get(name, 0.0))
