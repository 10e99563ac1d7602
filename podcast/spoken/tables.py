"""Word lists: plain text files that somebody who knows speech but no Python can extend.

One entry a line, `written = said`; a line that begins with # is a remark. Where the said form
has a singular and a plural, they are parted by a bar: `km = kilometre | kilometres`.
"""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def read(folder: Path, name: str) -> dict[str, str]:
    """Return the entries of `folder/name.txt`; a line without = says what is written."""
    table: dict[str, str] = {}
    for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            written, _, said = line.partition("=")
            table[written.strip()] = said.strip() or written.strip()
    return table


def read_forms(folder: Path, name: str) -> dict[str, tuple[str, str]]:
    """Return the entries with singular and plural; one form serves as both."""
    return {written: _forms(said) for written, said in read(folder, name).items()}


def _forms(said: str) -> tuple[str, str]:
    one, _, many = said.partition("|")
    return one.strip(), (many or one).strip()
