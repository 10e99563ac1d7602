"""What many tests need."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hostile import Hostile, running

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


@pytest.fixture
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy stands between us and a server."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server() -> Iterator[Hostile]:
    """A server that may be told to behave as badly as a stranger's."""
    with running() as server:
        yield server
