"""The show: its settings (show.toml) and its folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Show:
    """A podcast's settings, one field for each name in show.toml."""

    folder: Path
    title: str
