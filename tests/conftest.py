"""What many tests need."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65_534


@contextmanager
def unwritable(folder: Path, mode: int = 0o555) -> Iterator[None]:
    """Nothing can be written to `folder`, not even where the tests run as root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no permissions of that kind")
    before, root = folder.stat().st_mode, os.geteuid() == 0
    folder.chmod(mode)
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(before)
