"""The mix: clips, pauses and music of one's own, laid out in time, mastered and joined."""

from __future__ import annotations

import tempfile
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from podcast import pace
from podcast.errors import AudioError
from podcast.recording import Recording
from podcast.sound import mp3
from podcast.sound.loudness import integrated
from podcast.sound.master import Master, Mastering, key, master, silence
from podcast.sound.store import Store
from podcast.sound.take import Span, Take, join

BATCH = 60.0
"""Seconds of sound mastered by one run of ffmpeg: what is in memory and on disk at a time."""
CROWD = 12
"""Takes in a batch, at most."""
AT_ONCE = 2
"""Batches mastered at the same time."""

NEAR = 0.2
"""Loudness units by which the whole may miss; more, and all of it is mastered again."""
TRIES = 3


@dataclass(frozen=True)
class Part:
    """One segment as it will be heard."""

    key: str
    """Of its frames in the store."""
    frames: int
    start: int
    """The first of its frames in the episode."""
    silence: int
    """Frames of silence before it."""
    spans: tuple[Span, ...]
    """Where its clips are, in seconds from its start, as spoken: before any change of speed."""

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

    @property
    def seconds(self) -> float:
        """How long it is heard."""
        return mp3.seconds(self.frames)

    def sound(self) -> Iterator[bytes]:
        """Its frames, piece by piece."""
        for part in self.parts:
            yield mp3.first(self.quiet, part.silence)
            yield self.of(part)
        yield mp3.first(self.quiet, self.closing)

    def of(self, part: Part) -> bytes:
        """The frames of one part."""
        return _kept(self.store, part.key).frames


def lay_out(
    recording: Recording, mastering: Mastering, pauses: Mapping[str, float], store: Store
) -> Mix:
    """Master every segment and lay all out in time; raise AudioError when a clip is no sound.

    `pauses` as in pace.PAUSES. What `store` has is taken from it, and what is made is put there.
    """
    wanted = mastering
    for _ in range(TRIES):
        mix = _laid_out(recording, wanted, pauses, store)
        off = mastering.loudness - mix.loudness
        if abs(off) <= NEAR:
            break
        # Each segment is as loud as it should be, but short ones and pauses weigh differently
        # in the whole. Rare, and then all segments move together.
        wanted = replace(wanted, loudness=round(wanted.loudness + off, 1))
    return mix


def _laid_out(
    recording: Recording, mastering: Mastering, pauses: Mapping[str, float], store: Store
) -> Mix:
    segments = recording.script.segments
    quiet = silence(mastering.bitrate, pace.LONGEST + 1)
    parts: list[Part] = []
    blocks: Counter[float] = Counter()
    peak = -120.0
    at = left = 0
    for segment, (name, take) in zip(
        segments, _mastered(_takes(recording, pauses), mastering, store), strict=True
    ):
        found = _kept(store, name)
        blocks.update(found.blocks)
        peak = max(peak, found.true_peak)
        frames = mp3.count(found.frames)
        if parts:
            before = segments[len(parts) - 1]
            rest = pace.between_segments(pauses, before, segment, parts[-1].spans[-1].end)
        else:
            rest = pauses["start"]
        gap = max(0, round((rest * mp3.RATE - left) / mp3.FRAME))
        parts.append(Part(name, frames, at + gap, gap, take))
        at += gap + frames
        left = frames * mp3.FRAME - round(take[-1].end / mastering.speed * mp3.RATE)
    closing = max(0, round((pauses["end"] * mp3.RATE - left) / mp3.FRAME))
    return Mix(
        tuple(parts),
        at + closing,
        closing,
        integrated(blocks),
        peak,
        quiet,
        mastering,
        store,
    )


def _takes(recording: Recording, pauses: Mapping[str, float]) -> Iterator[Take]:
    for segment, clips in zip(recording.script.segments, recording.clips, strict=True):
        rests = pace.between_sentences(pauses, segment)
        yield join([clip.path for clip in clips], rests)


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
            made = master(tuple(new.values()), mastering, Path(scratch))
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
