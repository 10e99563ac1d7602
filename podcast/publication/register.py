"""The register: what listeners have been given, in the show's own folder, to be kept with it.

An app knows an episode by its guid and sorts it by its date. If one of them drifts (a file renamed,
a date mended, the show's guid lost), everybody gets the episode twice, or never sees it. So both
are written down when an episode is published, and a build refuses what says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from podcast import files
from podcast.errors import PublishError

FILE = "published.txt"

HEAD = """\
# What listeners have been given: slug, guid and date of each episode. Keep this file with the show.
# Take out an episode's line to give it another date or guid: apps will show it as a new one.
"""


@dataclass(frozen=True)
class Given:
    """What listeners know an episode by."""

    guid: str
    date: datetime


def read(show: Path) -> dict[str, Given]:
    """Return what was published, by slug; raise PublishError for what can't be read."""
    path = show / FILE
    found = {}
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise PublishError(
            f"{path}: {error}", hint="put it back as it was: a build writes it in UTF-8"
        ) from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            slug, guid, date = line.split("\t")
            found[slug] = Given(guid, datetime.fromisoformat(date))
        except ValueError as error:
            raise PublishError(
                f"{path}:{number}: not slug, guid and date: {line!r}",
                hint="mend or remove the line",
            ) from error
    return found


def confirm(path: Path, slug: str, earlier: Given | None, given: Given) -> None:
    """Raise PublishError when an episode was published by another guid or date.

    `path` is the register's, for the message.
    """
    if earlier is None or earlier == given:
        return
    what, now, then = (
        ("guid", given.guid, earlier.guid)
        if given.guid != earlier.guid
        else ("date", given.date.isoformat(), earlier.date.isoformat())
    )
    raise PublishError(
        f"{slug}: its {what} is {now!r}, but it was published with {then!r}",
        hint=f"put that back, or take its line out of {path}: apps will see a new episode",
    )


def write(show: Path, entries: Mapping[str, Given]) -> None:
    """Write the register; raise PublishError when that can't be."""
    lines = (f"{slug}\t{e.guid}\t{e.date.isoformat()}" for slug, e in sorted(entries.items()))
    try:
        files.write(show / FILE, (HEAD + "\n".join(lines) + "\n").encode())
    except OSError as error:
        raise PublishError(
            f"{show / FILE}: {error.strerror}", hint="make the show's folder writable"
        ) from error
