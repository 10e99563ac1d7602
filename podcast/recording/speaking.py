"""Speaking: sentences through a voice and an executor into the cache, as fast as they go."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from podcast import sound
from podcast.errors import AudioError, VoiceError
from podcast.lexicon import Groups
from podcast.recording.aligner import align
from podcast.recording.cache import Cache, samples
from podcast.voice import Audio, Resting, Voice, Word, facts

AHEAD = 64
"""Sentences that wait in an executor which was handed in: bounds the memory."""

LETTERS = 140
"""Of sentences that are spoken at the same time, for each worker: their memory adds up."""

LAST_WORDS = 5.0
"""Seconds that sentences which are being said get when a voice is lost."""


class LostError(Exception):
    """A voice can't go on."""

    def __init__(self, voice: Voice, reason: VoiceError) -> None:
        super().__init__(reason.message)
        self.voice = voice
        self.reason = reason


@dataclass(frozen=True)
class Line:
    """What is sent and who says it; equal when they give the same clip."""

    key: str
    text: str
    voice: Voice = field(compare=False)
    groups: Groups = field(compare=False)
    """The sentence's own words, by the words that are sent for them."""
    language: str = field(compare=False)


@dataclass(frozen=True)
class Spoken:
    """What came of one sentence: a mono 16-bit WAV, and its words' times."""

    wav: bytes
    words: tuple[Word, ...]
    estimated: bool


def speak(voice: Voice, text: str, language: str = "") -> Spoken:
    """Have the voice say it and see that it did; raise VoiceError when not.

    With a `language`, words that the voice doesn't time are found in the sound.
    A function of the module, so that an executor can send it elsewhere.
    """
    audio = voice.say(text)
    wav = audio.data if _is_as_kept(audio) else _converted(audio, voice, text)
    if audio.words or not language:
        return Spoken(wav, audio.words, estimated=False)
    return Spoken(wav, align(wav, text, language), estimated=True)


def _is_as_kept(audio: Audio) -> bool:
    return audio.format == "wav" and samples(audio.data) is not None


def _converted(audio: Audio, voice: Voice, text: str) -> bytes:
    try:
        return sound.to_wav(audio.data, audio.format)
    except AudioError as error:
        raise VoiceError(
            f"{facts(voice).title}: no sound for {text[:60]!r} ({error.message})",
            hint="try again, or another voice",
        ) from error


def speak_all(
    missing: Sequence[Line],
    cache: Cache,
    executor: Executor | None,
    tell: Callable[[Line | None], None],
) -> None:
    """Speak the lines, voice by voice. Without an `executor` there's a thread for each core.

    `tell` is told each line that is in the cache, and None at the beginning. Raise LostError.
    """
    tell(None)
    for voice in speakers(missing):
        lines = [line for line in missing if line.voice.id == voice.id]
        workers = facts(voice).workers or os.cpu_count() or 1
        if executor is not None:
            _speak(lines, cache, executor, Room(facts(voice).workers or AHEAD), tell)
            continue
        pool = ThreadPoolExecutor(workers)
        try:
            _speak(lines, cache, pool, Room(workers, LETTERS * workers), tell)
        finally:
            # Whoever presses Ctrl-C doesn't wait for the sentences that are being spoken.
            pool.shutdown(wait=False, cancel_futures=True)
        if isinstance(voice, Resting):
            voice.rest()


@dataclass(frozen=True)
class Room:
    """How much may be spoken at a time."""

    sentences: int
    letters: float = float("inf")
    """Of all of them, as long as there are sentences short enough."""

    def next(self, waiting: Sequence[Line], running: Collection[Line]) -> Line | None:
        """The longest that there's room for, else the shortest: no worker is to be idle."""
        if len(running) >= self.sentences or not waiting:
            return None
        left = self.letters - sum(len(line.text) for line in running)
        fits = (line for line in waiting if not running or len(line.text) <= left)
        return next(fits, waiting[-1])


def _speak(
    lines: Sequence[Line],
    cache: Cache,
    executor: Executor,
    room: Room,
    tell: Callable[[Line | None], None],
) -> None:
    """Speak the lines, the longest first: so no processor waits for a long one at the end."""
    waiting = sorted(lines, key=lambda line: len(line.text), reverse=True)
    running: dict[Future[Spoken], Line] = {}

    def keep(futures: Iterable[Future[Spoken]]) -> None:
        for future in futures:
            line = running.pop(future)
            try:
                spoken = future.result()
            except VoiceError as error:
                raise LostError(line.voice, error) from error
            cache.keep(line.voice.id, line.text, spoken.wav, spoken.words, spoken.estimated)
            tell(line)

    try:
        while True:
            while line := room.next(waiting, running.values()):
                waiting.remove(line)
                running[executor.submit(speak, line.voice, line.text, line.language)] = line
            if not running:
                return
            # With a time-out, since Windows can't interrupt a wait without one.
            keep(wait(running, timeout=0.5, return_when=FIRST_COMPLETED).done)
    except BaseException as reason:
        # What is done stays done, whoever stopped us; and when it wasn't a person who waits, so
        # does what is being said.
        for future in running:
            future.cancel()
        if isinstance(reason, LostError):
            wait(running, timeout=LAST_WORDS)
        keep([f for f in running if f.done() and not f.cancelled() and not f.exception()])
        raise


def speakers(lines: Iterable[Line]) -> list[Voice]:
    """The voices that say them, each once."""
    return list({line.voice.id: line.voice for line in lines}.values())
