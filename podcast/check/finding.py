"""What a check finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Severity = Literal["required", "recommended"]


@dataclass(frozen=True)
class Finding:
    """Something that isn't as it should be."""

    what: str
    where: str
    """A file in public/, or an element of it."""
    severity: Severity = "required"
    hint: str = ""


Findings = Iterator[Finding]
"""What each check yields; nothing when all is right."""


def recommend(what: str, where: str, hint: str = "") -> Finding:
    """Return a finding that apps can live with."""
    return Finding(what, where, "recommended", hint)
