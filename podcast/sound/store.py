"""What was mastered before, kept on disk: frames and their measurements."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from podcast.sound.master import Master
from podcast.sound.mp3 import Piece

USED = ".used"
"""Of the file that tells what an episode is made of."""


@dataclass(frozen=True)
class Store:
    """A folder of masters by key; safe to delete."""

    folder: Path
    samples: bool = False
    """Keep, and ask for, the samples as well: 5 MB a minute."""

    def get(self, key: str) -> Master | None:
        """The master under `key`; None when there is none, or it can't be read."""
        frames, facts = self._paths(key)
        try:
            found = json.loads(facts.read_text(encoding="ascii"))
            data = frames.read_bytes()
            blocks = {float(block): int(count) for block, count in found["blocks"].items()}
            if zlib.crc32(data) != found["sum"] or (
                self.samples and zlib.crc32(self.pcm(key).read_bytes()) != found["samples"]
            ):
                return None
            piece = Piece(data, int(found["frames"]), int(found["crc"]))
            return Master(piece, blocks, float(found["true_peak"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            # Half-written as a power cut leaves it, or by another version: made again.
            return None

    def put(self, key: str, master: Master) -> None:
        """Keep `master`; each file is written beside its place and renamed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        frames, facts = self._paths(key)
        found = {
            "sum": zlib.crc32(master.sound.data),
            "frames": master.sound.number,
            "crc": master.sound.crc,
            "samples": zlib.crc32(master.samples),
            "true_peak": master.true_peak,
            "blocks": {str(block): count for block, count in sorted(master.blocks.items())},
        }
        if self.samples:
            _write(self.pcm(key), master.samples)
        _write(frames, master.sound.data)
        _write(facts, json.dumps(found).encode("ascii"))

    def use(self, name: str, keys: Iterable[str]) -> None:
        """Note that `name`, an episode's slug, is made of these; replaces what was noted before."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / f"{name}{USED}", "\n".join(sorted(set(keys))).encode("ascii"))

    def prune(self, names: Container[str]) -> tuple[int, int]:
        """Remove what none of these episodes is made of; return how many files, and their bytes."""
        needed: set[str] = set()
        for note in self.folder.glob(f"*{USED}"):
            if note.name.removesuffix(USED) in names:
                needed.update(note.read_text(encoding="ascii").split())
            else:
                note.unlink()
        old = [
            path
            for path in self.folder.glob("*.*")
            if path.suffix != USED and path.stem not in needed
        ]
        size = sum(path.stat().st_size for path in old)
        for path in old:
            path.unlink()
        return len(old), size

    def pcm(self, key: str) -> Path:
        """Where the samples of `key` are, when they're kept: mono, 16 bits, 44.1 kHz."""
        return self.folder / f"{key}.pcm"

    def _paths(self, key: str) -> tuple[Path, Path]:
        return self.folder / f"{key}.frames", self.folder / f"{key}.json"


def _write(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    beside.write_bytes(data)
    beside.replace(path)
