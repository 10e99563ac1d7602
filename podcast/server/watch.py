"""Watching files: tells when one has come, gone or changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path


def watch(
    paths: Iterable[Path], changed: Callable[[], None], stop: threading.Event, every: float = 1.0
) -> None:
    """Call `changed` whenever a file in `paths` differs, until `stop` is set.

    It looks every `every` seconds: no system's own notices are the same on all three.
    """
    watched = list(paths)
    before = look(watched)
    while not stop.wait(every):
        now = look(watched)
        if now != before:
            changed()
            # What `changed` itself writes is no change.
            before = look(watched)


def look(paths: Iterable[Path]) -> Mapping[Path, tuple[int, int]]:
    """Return each file below `paths` with its size and the time when it was last written."""
    files = (
        file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*")))
    )
    found = {}
    for file in files:
        try:
            state = file.stat()
        except OSError:  # gone while we looked
            continue
        found[file] = (state.st_size, state.st_mtime_ns)
    return found
