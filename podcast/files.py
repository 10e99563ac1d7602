"""The program's own folders, and writing a file whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import platformdirs


def data() -> Path:
    """Where downloaded voices are, for every show of this user."""
    return Path(platformdirs.user_data_dir("briefcast", appauthor=False))


def cache() -> Path:
    """What can be made again at any time, for every show of this user."""
    return Path(platformdirs.user_cache_dir("briefcast", appauthor=False))


def there(path: Path) -> bool:
    """Whether there is such a file or folder that we may see: another's home counts as none."""
    try:
        return path.exists()
    except PermissionError:
        return False


def write(path: Path, content: bytes) -> None:
    """Write beside the place and rename, so that nobody ever sees half a file.

    Makes the folder; raises OSError as files do.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
