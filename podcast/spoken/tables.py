"""Word lists: plain text files that somebody who knows speech but no Python can extend.

One entry a line, `written = said`; without a sign of equality it's said as it is written. A line
that begins with # and a space is a remark. Where there are several forms, singular and plural,
they are parted by bars: `km = kilometre | kilometres`.
"""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def read(folder: Path, name: str) -> dict[str, str]:
    """Return the entries of `folder/name.txt`."""
    table: dict[str, str] = {}
    for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or (line.startswith("# ") and not line.startswith("# =")):
            continue
        written, equals, said = line.partition(" =")
        table[written.strip()] = said.strip() if equals else written.strip()
    return table


@functools.cache
def read_forms(folder: Path, name: str) -> dict[str, tuple[str, ...]]:
    """Return the entries with their forms: {"km": ("kilometre", "kilometres")}."""
    return {
        written: tuple(form.strip() for form in said.split("|"))
        for written, said in read(folder, name).items()
    }


def read_pairs(folder: Path, name: str) -> dict[str, tuple[str, str]]:
    """Return the entries with one and several: {"km": ("ein Kilometer", "Kilometer")}."""
    return {written: (forms[0], forms[-1]) for written, forms in read_forms(folder, name).items()}


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())
