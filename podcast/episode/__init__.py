"""An episode: the MP3, its chapters and every fact that feed and pages need."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from podcast.errors import AudioError, ShowError
from podcast.packed import Packed, pack

if TYPE_CHECKING:
    from podcast.recording import Recording
    from podcast.show import Show

VERSION = 1
"""Of episode.json: raised when a field changes its meaning."""


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A word as written, and when it's heard, in seconds from the episode's start."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class TimedSentence:
    """A sentence as written, and when it's heard."""

    text: str
    start: float
    end: float
    words: Sequence[TimedWord] = ()
    item: int = 0
    estimated: bool = False
    """The words' times are found in the sound or by their letters, not told by the engine."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", pack(TimedWord, self.words))


@dataclass(frozen=True, slots=True)
class TimedSegment:
    """A segment, when it's heard, and its own MP3."""

    id: str
    kind: str
    chapter: str
    title: str
    text: str
    start: float
    end: float
    audio: str
    """Its MP3's path, relative to the episode's folder."""
    sentences: tuple[TimedSentence, ...]
    speaker: str = ""
    """The voice that says it, as a listener reads it."""


@dataclass(frozen=True)
class Chapter:
    """Where a section begins, in seconds; its picture and link where it has them."""

    title: str
    start: float
    end: float
    image: str = ""
    """Relative to the episode's folder."""
    link: str = ""


@dataclass(frozen=True)
class Enclosure:
    """A media file: its path relative to the episode's folder, size in bytes and MIME type."""

    path: str
    bytes: int
    type: str = "audio/mpeg"
    bitrate: int = 64_000
    """Bits a second."""
    integrity: str = ""
    """sha256-…, as in the podcast namespace's integrity tag."""


@dataclass(frozen=True)
class Soundbite:
    """A part that an app may play to somebody who doesn't know the show; times in seconds."""

    start: float
    seconds: float
    title: str


@dataclass(frozen=True)
class Episode:
    """All that feed and pages need; kept as episode.json."""

    slug: str
    title: str
    guid: str
    date: datetime
    """When it's published, with a time zone."""
    updated: datetime
    """When what it says last changed: the source's date unless told otherwise."""
    language: str
    summary: str
    authors: tuple[str, ...]
    link: str
    """The article's own page; empty when it has none."""
    site: str
    voice: str
    """The narrator, as a listener reads it."""
    seconds: float
    loudness: float
    """Integrated loudness of the MP3 in LUFS."""
    true_peak: float
    """Of the MP3, in dBTP."""
    enclosure: Enclosure
    chapters: tuple[Chapter, ...]
    segments: tuple[TimedSegment, ...]
    alternates: tuple[Enclosure, ...] = ()
    image: str = ""
    """Its own picture, relative to the episode's folder; empty when it wears the show's cover."""
    sources: str = ""
    """A hash of all that it was made from: equal means nothing to do."""
    voice_name: str = ""
    """The narrator as `--voice` takes it: who goes on when the episode is made again."""
    speakers: tuple[str, ...] = ()
    """All voices that are heard, as a listener reads them."""
    season: int = 0
    number: int = 0
    """Its place in the season; 0 when it has none."""
    soundbites: tuple[Soundbite, ...] = ()
    """Chosen from the segments, for who has the episode without them; else empty."""


@dataclass(frozen=True)
class Facts:
    """What an episode is told about itself: what neither script nor sound can say."""

    slug: str
    guid: str
    date: datetime
    """When it's published, with a time zone."""
    updated: datetime | None = None
    """When what it says last changed; the date when not given."""
    cover: bytes = b""
    """The JPEG that its MP3 carries."""
    picture: bytes = b""
    """Its own picture, a JPEG; empty when it wears the show's cover."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """JPEGs for chapters, by the pictures of the script's segments."""
    sources: str = ""
    """A hash of all that it was made from."""
    season: int = 0
    number: int = 0
    """Its place in the season; 0 when it has none."""


SPEEDS = (0.5, 2.0)
"""The slowest and the fastest at which speech is still speech."""

SUMMARY = 300
"""Letters of an episode's summary that is taken from its text."""


def mix(recording: Recording, show: Show, folder: Path, facts: Facts) -> Episode:
    """Make the episode's sound in `folder`: its MP3 and one for each segment; return its facts.

    Only what isn't in the show's cache is mastered and encoded. Raise AudioError when a clip is
    no sound or the folder can't be written, ShowError for a setting that can't be.
    """
    # Here: whoever reads an episode.json needs none of it.
    from podcast.episode import jingles, media, pace, timing
    from podcast.episode.mixing import lay_out
    from podcast.sound.master import Mastering
    from podcast.sound.mp3 import BITRATES
    from podcast.sound.store import Store

    if show.bitrate not in BITRATES:
        raise ShowError(
            f"show.toml: bitrate = {show.bitrate!r} is not one of MP3's",
            hint=f"one of {', '.join(map(str, BITRATES))}",
        )
    if not SPEEDS[0] <= show.speed <= SPEEDS[1]:
        raise ShowError(
            f"show.toml: speed = {show.speed!r} is too {'slow' if show.speed < 1 else 'fast'}",
            hint=f"from {SPEEDS[0]} to {SPEEDS[1]}",
        )
    if not any(recording.clips):
        raise AudioError(f"{facts.slug}: nothing to hear", hint="is there text in the article?")
    media.check(show)
    store = Store(show.cache / "mastered", samples=bool(show.bed or show.formats))
    mixed = lay_out(
        recording,
        Mastering(loudness=show.loudness, bitrate=show.bitrate),
        store,
        pauses=pace.pauses(show.pauses),
        speed=show.speed,
        jingles=jingles.load(show),
    )
    segments = tuple(timing.segments(recording, mixed, show.speed))
    chapters = timing.chapters(recording, segments, mixed.seconds)
    try:
        chapters = media.illustrate(recording, folder, facts, segments, chapters)
        store.use(facts.slug, mixed.used)
        written = media.write(recording, show, folder, facts, mixed, segments, chapters)
    except OSError as error:
        raise AudioError(
            f"{folder}: {error.strerror}", hint="is there room, and may you write there?"
        ) from error
    article = recording.script.article
    return Episode(
        slug=facts.slug,
        title=recording.script.title,
        guid=facts.guid,
        date=facts.date,
        updated=facts.updated or facts.date,
        language=recording.script.language,
        summary=(article.summary if article else "") or _summary(recording),
        authors=article.authors if article else (),
        link=article.link if article else "",
        site=article.site if article else "",
        voice=recording.voice,
        seconds=round(mixed.seconds, 3),
        loudness=round(written.loudness, 2),
        true_peak=written.true_peak,
        enclosure=written.enclosure,
        chapters=chapters,
        segments=segments,
        alternates=written.alternates,
        image=written.picture,
        sources=facts.sources,
        voice_name=recording.voice_name,
        speakers=tuple(dict.fromkeys(recording.speakers)),
        season=facts.season,
        number=facts.number,
    )


def _summary(recording: Recording) -> str:
    """The beginning of the first paragraph."""
    texts = [s.text for s in recording.script.segments if s.kind == "paragraph"]
    words = " ".join(texts[:1]).split()
    while sum(map(len, words)) + len(words) > SUMMARY:
        words.pop()
        words[-1] = words[-1].rstrip(",;:.…") + "…"
    return " ".join(words)


def to_json(episode: Episode) -> str:
    """What episode.json holds: all of it, with the version of its form."""
    whole = io.StringIO()
    # Piece by piece: all of a book's values and pieces at once are ten times as large.
    form = json.JSONEncoder(ensure_ascii=False, indent=1, default=_plain)
    whole.writelines(form.iterencode({"version": VERSION, **_plain(episode)}))
    whole.write("\n")
    return whole.getvalue()


def _plain(value: Any) -> Any:
    """What JSON can hold of a value, one level deep."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Packed):
        return list(value)
    return {each.name: getattr(value, each.name) for each in fields(value)}


def load(path: Path) -> Episode:
    """Read an episode.json; raise AudioError when it can't be, or has another version."""
    try:
        return from_json(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AudioError(f"{path}: not an episode of ours ({error})", hint="build again") from error


def from_json(text: str | bytes) -> Episode:
    """Read what `to_json` wrote; raise ValueError, KeyError or TypeError for anything else."""
    facts = json.loads(text)
    if facts["version"] != VERSION:
        raise ValueError(f"version {facts['version']!r}, not {VERSION}")
    found: Episode = _value(Episode, facts)
    return found


def _value(kind: Any, value: Any) -> Any:
    """A value of type `kind`, from what JSON made of it; a field that's missing has its default."""
    if isinstance(kind, type) and is_dataclass(kind):
        kinds = _kinds(kind)
        return kind(**{name: _value(kinds[name], value[name]) for name in kinds if name in value})
    if kind is datetime:
        return datetime.fromisoformat(value)
    if isinstance(value, list):
        return tuple(_value(get_args(kind)[0], each) for each in value)
    return value


@cache
def _kinds(kind: type) -> Mapping[str, Any]:
    """The types of a dataclass's fields, by name."""
    return get_type_hints(kind)
