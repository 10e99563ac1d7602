"""The files that are heard: an episode's MP3, one for each of its segments, other formats."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from podcast.episode import Chapter, Enclosure, Facts, TimedSegment, jingles, tags
from podcast.episode.mixing import Mix
from podcast.errors import ShowError
from podcast.recording import Recording
from podcast.show import Show
from podcast.sound import mp3, stream
from podcast.sound.loudness import Loudness, measure
from podcast.sound.master import SURE, encoder

EXACT = (
    "-map_metadata",
    "1",
    "-map_chapters",
    "1",
    "-fflags",
    "+bitexact",
    "-flags:a",
    "+bitexact",
)
"""Facts from the second input, and nothing of the day and the machine."""


@dataclass(frozen=True)
class Format:
    """Another format that an episode may be published in, beside MP3."""

    suffix: str
    type: str
    bitrate: int
    """In kbit/s: sounds as good as the MP3 at the default of 64."""
    options: tuple[str, ...]
    """What ffmpeg is told."""
    facts: Callable[[tags.Tags], str]
    """How its tags are written for ffmpeg."""
    picture: bool = False
    """True when the file can carry a cover."""


MP4 = ("-c:a", "aac", "-map_chapters", "1", "-f", "ipod")
OGG = ("-c:a", "libopus", "-map_chapters", "-1", "-f", "ogg")
FORMATS = {
    "aac": Format(".m4a", "audio/mp4", 64, MP4, tags.metadata, picture=True),
    "opus": Format(".opus", "audio/ogg", 40, OGG, tags.comments),
}

TRIES = 4
HEADROOM = 0.3
"""Decibels that the limiter leaves for the encoder, at the first try."""
NEAR = 0.2
"""Loudness units by which an encoding may miss."""


@dataclass(frozen=True)
class Media:
    """What was written of the whole, and how loud the MP3 is."""

    enclosure: Enclosure
    alternates: tuple[Enclosure, ...]
    loudness: float
    """Integrated, in LUFS."""
    true_peak: float
    """In dBTP."""
    picture: str = ""
    """The name of the episode's own picture; empty when it has none."""


def check(show: Show) -> None:
    """Raise ShowError when the show asks for a format or a bed that can't be."""
    for name in show.formats:
        if name not in FORMATS:
            raise ShowError(
                f"show.toml: formats: unknown format {name!r}", hint=f"one of {', '.join(FORMATS)}"
            )
    if show.bed:
        jingles.file(show, "bed")


def write(
    recording: Recording,
    show: Show,
    folder: Path,
    facts: Facts,
    mixed: Mix,
    segments: tuple[TimedSegment, ...],
    chapters: tuple[Chapter, ...],
) -> Media:
    """Write an MP3 of each segment and the whole, and the whole in the show's other formats."""
    known = _tags(recording, show, folder, facts, mixed, chapters)
    (folder / "segments").mkdir(parents=True, exist_ok=True)
    for number, (segment, part) in enumerate(zip(segments, mixed.said, strict=True), start=1):
        own = tags.Tags(
            title=segment.title,
            artist=known.artist,
            album=known.title,
            date=facts.date,
            track=number,
            language=known.language,
            seconds=mp3.seconds(part.frames),
        )
        with (folder / segment.audio).open("wb") as file:
            file.write(tags.render(own))
            mp3.write(file, [mixed.of(part)], show.bitrate)
    bed = _bed(show)
    loudness, peak = mixed.loudness, mixed.true_peak
    whole = folder / "episode.frames"
    if bed:
        heard = _encoded(mixed, bed, _mp3(mixed, whole))
        loudness, peak = heard.integrated, heard.true_peak
    beside = folder / "episode.part"
    with beside.open("wb") as file:
        file.write(tags.render(known))
        sound = mp3.pieces(whole, mixed.frames) if bed else mixed.sound()
        mp3.write(file, sound, show.bitrate)
    whole.unlink(missing_ok=True)
    main = _enclosure(beside, ".mp3", "audio/mpeg", show.bitrate)
    others = [_other(mixed, bed, folder, known, FORMATS[name]) for name in show.formats]
    return Media(main, tuple(others), loudness, peak, _picture(facts.picture, folder))


def illustrate(
    recording: Recording,
    folder: Path,
    facts: Facts,
    segments: Sequence[TimedSegment],
    chapters: Sequence[Chapter],
) -> tuple[Chapter, ...]:
    """Write the chapters' pictures; return the chapters with their names.

    A chapter's is the first that its segments have.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [facts.pictures.get(s.picture, b"") for s in recording.script.segments]
    seen = [(t.start, data) for t, data in zip(segments, drawn, strict=True) if data]

    def within(chapter: Chapter) -> bytes:
        here = (data for start, data in seen if chapter.start <= start < chapter.end)
        return next(here, b"")

    return tuple(replace(c, image=_picture(within(c), folder, "chapter")) for c in chapters)


def _picture(data: bytes, folder: Path, kind: str = "picture") -> str:
    """Write a picture of the episode's, where there is one; return its name."""
    if not data:
        return ""
    name = f"{kind}-{hashlib.sha256(data).hexdigest()[:8]}.jpg"
    (folder / name).write_bytes(data)
    return name


def _tags(
    recording: Recording,
    show: Show,
    folder: Path,
    facts: Facts,
    mixed: Mix,
    chapters: Sequence[Chapter],
) -> tags.Tags:
    """What the whole is tagged with."""
    script = recording.script
    article = script.article
    authors = article.authors if article else ()
    return tags.Tags(
        title=script.title,
        artist=", ".join(authors) or show.author or show.title,
        album=show.title,
        date=facts.date,
        # Sorts as the show goes, and stays when an older article is brought in later.
        track=int(f"{facts.date:%Y%m%d}"),
        language=script.language,
        comment=f"Read by a synthetic voice ({recording.voice}).",
        link=article.link if article else "",
        cover=facts.picture or facts.cover,
        seconds=mixed.seconds,
        marks=tuple(_marks(chapters, folder)),
    )


def _bed(show: Show) -> stream.Bed | None:
    if not show.bed:
        return None
    path = jingles.file(show, "bed")
    return stream.Bed(path, measure(path).integrated)


def _encoded(mixed: Mix, bed: stream.Bed | None, output: stream.Output) -> Loudness:
    """Encode the whole until it is as loud as it should be; return how loud that is."""
    wanted = mixed.mastering
    level = stream.Level(ceiling=wanted.true_peak - HEADROOM)
    for _ in range(TRIES):
        stream.encode(
            mixed.samples(),
            output,
            level,
            bed=bed,
            under=wanted.loudness - stream.UNDER,
            seconds=mixed.ends,
        )
        heard = measure(output.path)
        over = heard.true_peak - wanted.true_peak
        off = wanted.loudness - heard.integrated
        if over <= 0 and abs(off) <= NEAR:
            break
        lower = over + SURE if over > 0 else 0.0
        level = stream.Level(level.gain + off, level.ceiling - lower)
    return heard


def _mp3(mixed: Mix, path: Path) -> stream.Output:
    return stream.Output(path, tuple(encoder(mixed.mastering.bitrate)))


def _other(
    mixed: Mix, bed: stream.Bed | None, folder: Path, known: tags.Tags, format: Format
) -> Enclosure:
    """The whole in another format, with the same facts and chapters."""
    facts, cover, beside = (folder / f"episode.{name}" for name in ("facts", "cover", "part"))
    facts.write_text(format.facts(known), encoding="utf-8")
    inputs = ["-f", "ffmetadata", "-i", f"file:{facts}"]
    options = [*format.options, "-b:a", f"{format.bitrate}k", *EXACT]
    if format.picture and known.cover:
        cover.write_bytes(known.cover)
        inputs += ["-f", "mjpeg", "-i", f"file:{cover}"]
        options += ["-map", "2:v", "-c:v", "copy", "-disposition:v:0", "attached_pic"]
    _encoded(mixed, bed, stream.Output(beside, tuple(options), tuple(inputs)))
    facts.unlink()
    cover.unlink(missing_ok=True)
    return _enclosure(beside, format.suffix, format.type, format.bitrate)


def _enclosure(beside: Path, suffix: str, type: str, bitrate: int) -> Enclosure:
    """Give the file a name that holds a hash of its content; return what it is."""
    with beside.open("rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    path = beside.with_name(f"episode-{digest.hexdigest()[:8]}{suffix}")
    beside.replace(path)
    integrity = "sha256-" + base64.b64encode(digest.digest()).decode("ascii")
    return Enclosure(path.name, path.stat().st_size, type, bitrate * 1000, integrity)


def _marks(chapters: Sequence[Chapter], folder: Path) -> Iterator[tags.Mark]:
    for chapter in chapters:
        picture = (folder / chapter.image).read_bytes() if chapter.image else b""
        yield tags.Mark(chapter.title, chapter.start, chapter.end, picture, chapter.link)
