"""The files that are heard: an episode's MP3 and one for each of its segments."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

from podcast import tags
from podcast.episode import Chapter, Enclosure, Facts, TimedSegment
from podcast.mixing import Mix
from podcast.recording import Recording
from podcast.show import Show
from podcast.sound import mp3


def write(
    recording: Recording,
    show: Show,
    folder: Path,
    facts: Facts,
    mixed: Mix,
    segments: tuple[TimedSegment, ...],
    chapters: tuple[Chapter, ...],
) -> Enclosure:
    """Write the MP3s; return what the feed says of the whole."""
    script = recording.script
    article = script.article
    authors = article.authors if article else ()
    known = tags.Tags(
        title=script.title,
        artist=", ".join(authors) or show.author or show.title,
        album=show.title,
        date=facts.date,
        # Sorts as the show goes, and stays when an older article is brought in later.
        track=int(f"{facts.date:%Y%m%d}"),
        language=script.language,
        comment=f"Read by a synthetic voice ({recording.voice}).",
        link=article.link if article else "",
        cover=facts.cover,
        seconds=mixed.seconds,
        marks=tuple(_marks(chapters)),
    )
    (folder / "segments").mkdir(parents=True, exist_ok=True)
    for number, (segment, part) in enumerate(zip(segments, mixed.said, strict=True), start=1):
        sound = mixed.of(part)
        own = tags.Tags(
            title=segment.title,
            artist=known.artist,
            album=script.title,
            date=facts.date,
            track=number,
            language=script.language,
            seconds=mp3.seconds(part.frames),
        )
        with (folder / segment.audio).open("wb") as file:
            file.write(tags.render(own))
            mp3.write(file, [sound], show.bitrate)
    beside = folder / "episode.part"
    with beside.open("wb") as file:
        file.write(tags.render(known))
        mp3.write(file, mixed.sound(), show.bitrate)
    return _enclosure(beside, show.bitrate)


def _enclosure(beside: Path, bitrate: int) -> Enclosure:
    """Give the file a name that holds a hash of its content; return what it is."""
    with beside.open("rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    path = beside.with_name(f"episode-{digest.hexdigest()[:8]}.mp3")
    beside.replace(path)
    integrity = "sha256-" + base64.b64encode(digest.digest()).decode("ascii")
    return Enclosure(path.name, path.stat().st_size, bitrate=bitrate * 1000, integrity=integrity)


def _marks(chapters: tuple[Chapter, ...]) -> Iterator[tags.Mark]:
    for chapter in chapters:
        yield tags.Mark(chapter.title, chapter.start, chapter.end, link=chapter.link)
