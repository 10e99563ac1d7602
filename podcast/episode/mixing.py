"""The mix: clips, pauses and music of one's own, laid out in time, mastered and joined."""

from __future__ import annotations

import tempfile
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from podcast.episode import pace
from podcast.episode.jingles import Jingles
from podcast.errors import AudioError
from podcast.recording import Recording
from podcast.script import Segment
from podcast.sound import mp3
from podcast.sound.loudness import integrated
from podcast.sound.master import Master, Mastering, key, master, silence
from podcast.sound.store import Store
from podcast.sound.take import Span, Take, join

BATCH = 40.0
"""Seconds of sound mastered by one run of ffmpeg: what is in memory and on disk at a time."""
CROWD = 8
"""Takes in a batch, at most."""
AT_ONCE = 3
"""Batches mastered at the same time: one more than most machines have cores, since a batch waits
now and then. Two larger ones take a sixth more time on two cores (206 s of speech, 2026-11)."""

NO_JINGLES = Jingles()

NEAR = 0.25
"""Loudness units by which the whole may miss; more, and all of it is mastered again."""
STEP = 0.5
TRIES = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A segment, or a jingle, as it will be heard."""

    key: str
    """Of its frames in the store."""
    frames: int
    start: int
    """The first of its frames in the episode."""
    silence: int
    """Frames of silence before it."""
    spans: tuple[Span, ...]
    """Where its clips are heard, in seconds from its start."""
    segment: int | None
    """The number of the segment that it is; None for music and messages."""

    @property
    def seconds(self) -> float:
        """When it begins, from the start of the episode."""
        return self.start * mp3.FRAME / mp3.RATE


@dataclass(frozen=True)
class Mix:
    """The whole: what is to be heard, in order, ready to be written."""

    parts: tuple[Part, ...]
    frames: int
    closing: int
    """Frames of silence at the end."""
    loudness: float
    true_peak: float
    quiet: bytes
    """Frames of silence, enough for the longest pause."""
    mastering: Mastering
    store: Store
    used: frozenset[str] = frozenset()
    """Keys of all that was needed on the way, to be kept for the next time."""

    @property
    def said(self) -> tuple[Part, ...]:
        """The segments among its parts."""
        return tuple(part for part in self.parts if part.segment is not None)

    @property
    def seconds(self) -> float:
        """How long it is heard."""
        return mp3.seconds(self.frames)

    @property
    def ends(self) -> float:
        """When the silence at the end begins, in seconds."""
        return (self.frames - self.closing) * mp3.FRAME / mp3.RATE

    def sound(self) -> Iterator[mp3.Piece]:
        """Its frames, piece by piece."""
        for part in self.parts:
            yield mp3.first(self.quiet, part.silence)
            yield self.of(part)
        yield mp3.first(self.quiet, self.closing)

    def samples(self) -> Iterator[bytes]:
        """The same, as samples: mono, 16 bits, 44.1 kHz; when the store keeps them."""
        for part in self.parts:
            yield bytes(part.silence * mp3.FRAME * 2)
            yield self.store.pcm(part.key).read_bytes()
        yield bytes(self.closing * mp3.FRAME * 2)

    def of(self, part: Part) -> mp3.Piece:
        """The frames of one part."""
        return _kept(self.store, part.key).sound


def lay_out(
    recording: Recording,
    mastering: Mastering,
    store: Store,
    *,
    pauses: Mapping[str, float] = pace.PAUSES,
    speed: float = 1.0,
    jingles: Jingles = NO_JINGLES,
) -> Mix:
    """Master every segment and lay all out in time; raise AudioError when a clip is no sound.

    What `store` has is taken from it, and what is made is put there.
    """
    wanted = mastering
    used: set[str] = set()
    for _ in range(TRIES):
        mix = _laid_out(recording, wanted, store, pauses, speed, jingles)
        used |= {part.key for part in mix.parts}
        off = mastering.loudness - mix.loudness
        if abs(off) <= NEAR:
            break
        # Each segment is as loud as it should be, but short ones and pauses weigh differently
        # in the whole. Rare, and then all segments move together: in steps, so that the next
        # change of a sentence most likely needs the same one.
        wanted = replace(wanted, loudness=wanted.loudness + round(off / STEP) * STEP)
    return replace(mix, mastering=mastering, used=frozenset(used))


def _laid_out(
    recording: Recording,
    mastering: Mastering,
    store: Store,
    pauses: Mapping[str, float],
    speed: float,
    jingles: Jingles,
) -> Mix:
    segments = recording.script.segments
    order = _order(segments, jingles)
    takes = (
        item if isinstance(item, Take) else _take(recording, item, pauses, speed) for item in order
    )
    parts: list[Part] = []
    blocks: Counter[float] = Counter()
    peak = -120.0
    at = left = 0
    for item, (name, spans) in zip(order, _mastered(takes, mastering, store), strict=True):
        found = _kept(store, name)
        blocks.update(found.blocks)
        peak = max(peak, found.true_peak)
        frames = found.sound.number
        index = None if isinstance(item, Take) else item
        rest = _rest(segments, parts[-1] if parts else None, index, pauses)
        gap = max(0, round((rest * mp3.RATE - left) / mp3.FRAME))
        parts.append(Part(name, frames, at + gap, gap, spans, index))
        at += gap + frames
        left = frames * mp3.FRAME - round(spans[-1].end * mp3.RATE)
    closing = max(0, round((pauses["end"] * mp3.RATE - left) / mp3.FRAME))
    quiet = silence(mastering.bitrate, pace.LONGEST + 1)
    loudness = integrated(blocks)
    return Mix(tuple(parts), at + closing, closing, loudness, peak, quiet, mastering, store)


def _order(segments: Sequence[Segment], jingles: Jingles) -> list[Take | int]:
    """All that is heard: segments by their number, and what stands between them."""
    numbers = range(len(segments))
    starts = [i for i in numbers[1:] if segments[i].chapter != segments[i - 1].chapter]
    middle = min(starts, key=lambda i: _lopsided(segments, i), default=0)
    order: list[Take | int | None] = [jingles.ad_before, jingles.intro]
    for index in numbers:
        if index and index == middle:
            order.append(jingles.ad_middle)
        if index in starts:
            order.append(jingles.chapter_sound)
        order.append(index)
    order += [jingles.outro, jingles.ad_after]
    return [item for item in order if item is not None]


def _lopsided(segments: Sequence[Segment], index: int) -> int:
    """How many letters more stand on one side of a segment's beginning than on the other."""
    lengths = [len(segment.text) for segment in segments]
    return abs(sum(lengths[index:]) - sum(lengths[:index]))


def _rest(
    segments: Sequence[Segment], before: Part | None, index: int | None, pauses: Mapping[str, float]
) -> float:
    """The pause before segment `index`, or before a sound that is none, in seconds."""
    if before is None:
        return pauses["start"]
    if before.segment is None or index is None:
        return pauses["jingle"]
    took = before.spans[-1].end
    return pace.between_segments(pauses, segments[before.segment], segments[index], took)


def _take(recording: Recording, index: int, pauses: Mapping[str, float], speed: float) -> Take:
    rests = pace.between_sentences(pauses, recording.script.segments[index])
    return join([clip.path for clip in recording.clips[index]], rests, speed)


def _mastered(
    takes: Iterable[Take], mastering: Mastering, store: Store
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The key of each take in the store, and where its clips are, in order.

    Batches are mastered side by side, never more than `AT_ONCE`, and only what is being mastered
    is in memory: a book takes no more of it than an article.
    """
    with ThreadPoolExecutor(AT_ONCE) as workers:
        waiting: deque[Future[list[tuple[str, tuple[Span, ...]]]]] = deque()
        for batch in _batches(takes):
            waiting.append(workers.submit(_master, batch, mastering, store))
            if len(waiting) > AT_ONCE:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _batches(takes: Iterable[Take]) -> Iterator[list[Take]]:
    batch: list[Take] = []
    for take in takes:
        if batch and (len(batch) == CROWD or sum(t.seconds for t in batch) > BATCH):
            yield batch
            batch = []
        batch.append(take)
    if batch:
        yield batch


def _master(
    batch: Sequence[Take], mastering: Mastering, store: Store
) -> list[tuple[str, tuple[Span, ...]]]:
    names = [key(take, mastering) for take in batch]
    new = {name: take for name, take in zip(names, batch, strict=True) if not store.get(name)}
    if new:
        with tempfile.TemporaryDirectory(prefix="podcast-") as scratch:
            made = master(tuple(new.values()), mastering, Path(scratch), samples=store.samples)
        for name, finished in zip(new, made, strict=True):
            store.put(name, finished)
    return [(name, take.spans) for name, take in zip(names, batch, strict=True)]


def _kept(store: Store, name: str) -> Master:
    kept = store.get(name)
    if kept is None:
        raise AudioError(
            f"{store.folder}: what was mastered there is gone", hint="free some disk space"
        )
    return kept
