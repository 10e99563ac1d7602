"""Byte ranges and validators: which part of a file a request asks for (RFC 9110, 13 and 14)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime


@dataclass(frozen=True)
class Part:
    """Bytes `start` up to `end`, the latter not among them."""

    start: int
    end: int


class UnsatisfiableError(Exception):
    """No byte of the file is in the range that was asked for: 416."""


@dataclass(frozen=True)
class Validators:
    """What tells one state of a file from another."""

    etag: str
    """Strong, with its quotation marks."""
    modified: str
    """As in the header Last-Modified."""


RANGE = re.compile(r"bytes=\s*(?:(\d+)\s*-\s*(\d*)|-\s*(\d+))\s*", re.IGNORECASE | re.ASCII)

LONGEST_NUMBER = 18
"""Digits of a position that is taken at its word: no file is larger."""


def requested_part(header: str, size: int) -> Part | None:
    """Return the part that a Range header asks for; None when the whole is to be sent.

    What isn't one range of bytes is ignored, several ranges too, as RFC 9110 14.2 allows.
    Raise UnsatisfiableError when it lies behind the end.

    >>> requested_part("bytes=-100", 1000)
    Part(start=900, end=1000)
    """
    found = RANGE.fullmatch(header.strip())
    if not found or any(len(number or "") > LONGEST_NUMBER for number in found.groups()):
        return None
    first, last, suffix = found.groups()
    if suffix is not None:
        part = Part(max(0, size - int(suffix)), size)
    else:
        part = Part(int(first), min(size, int(last) + 1) if last else size)
        if last and int(last) < int(first):
            return None  # not a range at all
    if part.start >= size:
        raise UnsatisfiableError
    return part


def is_unchanged(headers: Mapping[str, str], validators: Validators) -> bool:
    """Tell whether what the client has is still right, so that 304 will do.

    If-Modified-Since counts only where there is no If-None-Match.
    """
    tags = headers.get("if-none-match")
    if tags is not None:
        # A compressed answer carries another tag for the same state.
        ours = {validators.etag, compressed_etag(validators.etag)}
        theirs = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in theirs or bool(ours & theirs)
    since = headers.get("if-modified-since")
    return since is not None and not _is_later(validators.modified, since)


def range_still_holds(headers: Mapping[str, str], validators: Validators) -> bool:
    """Tell whether a Range may be answered: the client's first part is of the same file.

    If-Range takes a strong tag or the very date (RFC 9110 13.1.5).
    """
    condition = headers.get("if-range")
    return condition is None or condition in (validators.etag, validators.modified)


def compressed_etag(etag: str) -> str:
    """Return the tag of the same content, compressed.

    >>> compressed_etag('"abc"')
    '"abc-gzip"'
    """
    return etag.removesuffix('"') + '-gzip"'


def _is_later(date: str, since: str) -> bool:
    try:
        return parsedate_to_datetime(date) > parsedate_to_datetime(since)
    except (ValueError, TypeError):  # not a date, or one without a time zone
        return True
