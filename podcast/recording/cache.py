"""The clip cache: each sentence that was spoken, as one WAV file that knows its words' times.

A clip is one file, so that it's there whole or not at all: a mono 16-bit WAV with a chunk of
our own behind the samples, which holds the words' times and a checksum. Players skip the chunk.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zlib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from podcast import files
from podcast.errors import AudioError
from podcast.packed import pack
from podcast.voice import Word

CHUNK = b"pcst"
"""The name of our chunk in the WAV file."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One sentence spoken."""

    path: Path
    """A mono 16-bit WAV file in the cache, at the engine's own rate."""
    seconds: float
    words: Sequence[Word] = ()
    """When each spoken word is heard, in seconds from the clip's start; empty when unknown."""
    voice: str = ""
    """The voice's id."""
    estimated: bool = False
    """The words' times are found in the sound, not told by the engine."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", pack(Word, self.words))


def key(voice: str, text: str) -> str:
    """The name of the clip in which the voice with this id says the very `text`."""
    return hashlib.sha256(f"{voice}\0{text}".encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Cache:
    """A folder of clips; safe to delete."""

    folder: Path

    def path(self, name: str) -> Path:
        """Where the clip of this key is, or would be."""
        return self.folder / "clips" / name[:2] / f"{name}.wav"

    def find(self, voice: str, text: str) -> Clip | None:
        """The clip, when it's there and whole; what is damaged is removed."""
        path = self.path(key(voice, text))
        try:
            data = path.read_bytes()
        except OSError:
            return None
        clip = _clip(data, path, voice)
        if clip is None:
            path.unlink(missing_ok=True)
        else:
            os.utime(path)  # the last use decides what goes first when room is short
        return clip

    def keep(
        self, voice: str, text: str, wav: bytes, words: tuple[Word, ...], estimated: bool = False
    ) -> Clip:
        """Put a clip into the cache: written beside its place and renamed.

        `wav` is mono 16-bit; raise AudioError when it isn't, or the folder can't be written.
        """
        path = self.path(key(voice, text))
        data = _with_words(wav, words, estimated)
        clip = _clip(data, path, voice)
        if clip is None:
            raise AudioError(f"{text[:60]!r}: not a mono 16-bit WAV", hint="mend the voice")
        try:
            files.write(path, data)
        except OSError as error:
            raise AudioError(
                f"{path.parent}: {error.strerror}", hint="is the disk full, or the folder not ours?"
            ) from error
        return clip

    def prune(self, needed: Container[str] = ()) -> tuple[int, int]:
        """Remove the clips whose keys aren't `needed`; return how many, and their bytes."""
        return self._remove(path for path, _ in self._clips() if not _is_needed(path, needed))

    def limit(self, megabytes: float, needed: Container[str] = ()) -> tuple[int, int]:
        """Remove the clips used longest ago until the rest fits, but none that is `needed`.

        Return how many were removed, and their bytes.
        """
        clips = self._clips()
        excess = sum(size for _, size in clips) - megabytes * 1e6
        oldest = []
        for path, size in reversed(clips):
            if excess <= 0:
                break
            if not _is_needed(path, needed):
                oldest.append(path)
                excess -= size
        return self._remove(oldest)

    def _remove(self, paths: Iterable[Path]) -> tuple[int, int]:
        removed = size = 0
        for path in paths:
            removed, size = removed + 1, size + path.stat().st_size
            path.unlink()
        return removed, size

    def _clips(self) -> list[tuple[Path, int]]:
        """All files and their bytes, the one used last first."""
        files = [(path, path.stat()) for path in (self.folder / "clips").glob("*/*")]
        files.sort(key=lambda file: (-file[1].st_mtime, file[0].name))
        return [(path, stat.st_size) for path, stat in files]


def _is_needed(path: Path, needed: Container[str]) -> bool:
    return path.suffix == ".wav" and path.stem in needed


def _with_words(wav: bytes, words: tuple[Word, ...], estimated: bool) -> bytes:
    """The WAV with our chunk behind it; a damaged one as it is."""
    found = samples(wav)
    if found is None:
        return wav
    start, size, _ = found
    note = {
        "crc": zlib.crc32(wav[start : start + size]),
        "estimated": estimated,
        "words": [(word.text, round(word.start, 4), round(word.end, 4)) for word in words],
    }
    body = json.dumps(note, ensure_ascii=False, separators=(",", ":")).encode()
    body += b" " * (len(body) % 2)  # chunks have even lengths
    whole = wav[: start + size] + CHUNK + struct.pack("<I", len(body)) + body
    return whole[:4] + struct.pack("<I", len(whole) - 8) + whole[8:]


def _clip(data: bytes, path: Path, voice: str) -> Clip | None:
    """The clip in these bytes; None when they aren't a whole one."""
    found = samples(data)
    if found is None:
        return None
    start, size, rate = found
    note = data[start + size :]
    if note[:4] != CHUNK or struct.unpack("<I", data[4:8])[0] != len(data) - 8:
        return None
    try:
        facts = json.loads(note[8:])
        words = pack(Word, [Word(*word) for word in facts["words"]])
        whole = facts["crc"] == zlib.crc32(data[start : start + size])
    except (ValueError, KeyError, TypeError, OverflowError, struct.error):
        return None
    if not whole:
        return None
    return Clip(path, size / 2 / rate, words, voice, bool(facts.get("estimated")))


def samples(wav: bytes) -> tuple[int, int, int] | None:
    """Where the samples begin, their bytes, and the rate; None unless a sound mono 16-bit WAV."""
    if len(wav) < 44 or wav[:4] != b"RIFF" or wav[8:12] != b"WAVE":
        return None
    rate = position = 0
    position = 12
    while position + 8 <= len(wav):
        name, size = wav[position : position + 4], struct.unpack_from("<I", wav, position + 4)[0]
        position += 8
        if name == b"fmt " and size >= 16:
            form, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", wav, position)
            if (form, channels, bits) != (1, 1, 16):
                return None
        if name == b"data":
            whole = size > 0 and size % 2 == 0 and position + size <= len(wav) and rate > 0
            return (position, size, rate) if whole else None
        position += size + size % 2
    return None


def wav(frames: bytes, rate: int) -> bytes:
    """Mono 16-bit samples as a WAV file."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16)
    body = b"WAVE" + form + b"data" + struct.pack("<I", len(frames)) + frames
    return b"RIFF" + struct.pack("<I", len(body)) + body
