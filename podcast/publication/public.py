"""The public folder: files written beside their place and renamed, old ones swept away.

A reader of the folder never sees half a file, nor a feed that names a missing one: media and
pages come first, the feed last, and only then goes what the feed no longer names.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from podcast import files
from podcast.errors import PublishError

ROOM = "make room there, or make it writable; what is published stays as it is"


def write(path: Path, data: bytes) -> bool:
    """Put `data` at `path`, unless that is what stands there; whether anything was written."""
    with _writing(path):
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        files.write(path, data)
    return True


def move(staged: Path, folder: Path) -> None:
    """Move every file below `staged` to its place below `folder`, and remove `staged`."""
    for source in sorted(path for path in staged.rglob("*") if path.is_file()):
        target = folder / source.relative_to(staged)
        with _writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.stat().st_dev == target.parent.stat().st_dev:
                source.replace(target)
            else:  # another file system: renaming can't cross it
                write(target, source.read_bytes())
    shutil.rmtree(staged)


def sweep(folder: Path, keep: Collection[Path]) -> int:
    """Remove what isn't in `keep` of the files below `folder`, and empty folders; their number.

    `folder` may be a single file, too.
    """
    kept = set(keep)
    removed = 0
    with _writing(folder):
        for path in [*sorted(folder.rglob("*"), reverse=True), folder]:
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.exists() and path not in kept:
                path.unlink()
                removed += 1
    return removed


def check_writable(folder: Path) -> None:
    """Raise PublishError unless files can be written to `folder`: asked before the first word."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".{os.getpid()}.probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise PublishError(f"{folder}: {error.strerror}", hint=ROOM) from error


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PublishError(f"{error.filename or path}: {error.strerror}", hint=ROOM) from error
