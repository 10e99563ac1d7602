"""A recording: every sentence of a script spoken, one clip each, kept in a cache."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from itertools import islice

from podcast import sound
from podcast.cache import Cache, Clip, key, samples
from podcast.errors import AudioError, VoiceError
from podcast.lexicon import Groups, Lexicon, apply, retime
from podcast.script import Script
from podcast.voice import Cast, Voice, Word, check, facts

__all__ = ["Cache", "Clip", "Progress", "Recording", "keys", "record"]

NO_LEXICON = Lexicon()

AHEAD = 64
"""Sentences that wait in an executor which was handed in: bounds the memory."""

LAST_WORDS = 5.0
"""Seconds that sentences which are being said get when a voice is lost."""


@dataclass(frozen=True)
class Recording:
    """A script and its clips: `clips[i][j]` is sentence j of segment i."""

    script: Script
    clips: tuple[tuple[Clip, ...], ...]
    voice: str
    """The narrator, as a listener reads it: "Piper, joe"."""
    spoken: int = 0
    """Sentences spoken now."""
    cached: int = 0
    """Sentences taken from the cache."""
    voice_name: str = ""
    """The narrator as `--voice` takes it; hand it to the next `record` of this script as `keep`."""
    speakers: tuple[str, ...] = ()
    """Who says each segment, as a listener reads it."""


Progress = Callable[[int, int, float], None]
"""Told (done, total, share): sentences spoken, sentences to speak, and which part of the work
that is, by letters, from 0 to 1. At the beginning and after each sentence."""

Notice = Callable[[str], None]
"""Told in a sentence where the text goes, before it goes, and why a voice takes over."""


def record(
    script: Script,
    cast: Cast,
    cache: Cache,
    *,
    lexicon: Lexicon = NO_LEXICON,
    keep: str = "",
    executor: Executor | None = None,
    progress: Progress = lambda done, total, share: None,
    notice: Notice = lambda text: None,
) -> Recording:
    """Speak the sentences that the cache doesn't hold. What is spoken is kept, come what may.

    `lexicon` says how names are said; the clips know the sentences' own words.
    `keep` names the voice that spoke this script's earlier version: it goes on where it can.
    Without an `executor` there is a thread for each core; one that is handed in must take
    functions of modules, so it may be on other machines.
    Raise VoiceError when no voice of the cast can speak.
    """
    lost: dict[str, VoiceError] = {}
    spoken: set[_Line] = set()
    while True:
        voices = _assign(script, cast, cache, lexicon, keep, lost)
        lines = _lines(script, voices, lexicon)
        clips = {line: cache.find(line.voice.id, line.text) for row in lines for line in row}
        missing = [line for line, clip in clips.items() if clip is None]
        if not missing:
            return _recording(script, voices, lines, clips, spoken)
        try:
            _make_ready(missing, notice)
            _speak_all(missing, cache, executor, _counted(missing, progress, spoken))
        except _LostError as error:
            lost[error.voice.id] = error.reason
            _take_over(error, cast, lost, notice)


class _LostError(Exception):
    """A voice can't go on."""

    def __init__(self, voice: Voice, reason: VoiceError) -> None:
        super().__init__(reason.message)
        self.voice = voice
        self.reason = reason


@dataclass(frozen=True)
class _Line:
    """What is sent and who says it; equal when they give the same clip."""

    key: str
    text: str
    voice: Voice = field(compare=False)
    groups: Groups = field(compare=False)
    """The sentence's own words, by the words that are sent for them."""


def _line(voice: Voice, text: str, language: str, lexicon: Lexicon) -> _Line:
    sent = apply(lexicon, text, language, phonetic=facts(voice).phonetic)
    return _Line(key(voice.id, sent.text), sent.text, voice, sent.groups)


def _lines(
    script: Script, voices: Mapping[str, Voice], lexicon: Lexicon
) -> tuple[tuple[_Line, ...], ...]:
    """Each segment's sentences as they are sent."""
    return tuple(
        tuple(
            _line(voices[segment.role], sentence.spoken, script.language, lexicon)
            for sentence in segment.sentences
        )
        for segment in script.segments
    )


def _assign(
    script: Script,
    cast: Cast,
    cache: Cache,
    lexicon: Lexicon,
    keep: str,
    lost: Mapping[str, VoiceError],
) -> dict[str, Voice]:
    """Who says each role. One that has spoken most of it already goes on: voices don't mix."""
    voices = {}
    for role in dict.fromkeys(segment.role for segment in script.segments):
        choice = cast.choice(role)
        left = [voice for voice in choice.voices if voice.id not in lost]
        if not left:
            raise lost[choice.voices[-1].id]
        role_only = replace(script, segments=tuple(s for s in script.segments if s.role == role))
        voices[role] = (
            _named(keep, left) or _with_most_clips(role_only, left, cache, lexicon) or left[0]
        )
    return voices


def _named(name: str, voices: Sequence[Voice]) -> Voice | None:
    return next((voice for voice in voices if facts(voice).name == name), None)


def _with_most_clips(
    script: Script, voices: Sequence[Voice], cache: Cache, lexicon: Lexicon
) -> Voice | None:
    """The voice that has spoken half of the script or more; some words are in every episode."""
    if len(voices) == 1:
        return voices[0]
    counts = []
    for voice in voices:
        lines = [
            _line(voice, sentence.spoken, script.language, lexicon) for sentence in script.sentences
        ]
        counts.append(sum(cache.path(line.key).exists() for line in lines))
    most = max(counts)
    return voices[counts.index(most)] if most and 2 * most >= len(script.sentences) else None


def _make_ready(missing: Sequence[_Line], notice: Notice) -> None:
    """See that each voice can be had, and tell where the text goes, before the first word."""
    for voice in _voices(missing):
        try:
            check(voice)
        except VoiceError as error:
            raise _LostError(voice, error) from error
    for voice in _voices(missing):
        if facts(voice).notice:
            notice(f"{facts(voice).title}: {facts(voice).notice}")


def _voices(lines: Iterable[_Line]) -> list[Voice]:
    return list({line.voice.id: line.voice for line in lines}.values())


def _take_over(
    error: _LostError, cast: Cast, lost: Mapping[str, VoiceError], notice: Notice
) -> None:
    """Say which voice speaks in place of the lost one; raise its reason when there's none."""
    for choice in (cast.narrator, *cast.roles.values()):
        if error.voice in choice.voices:
            left = [voice for voice in choice.voices if voice.id not in lost]
            if not left:
                raise error.reason
            notice(f"{error.reason.message}; {facts(left[0]).title} says the whole episode")


def _counted(
    missing: Sequence[_Line], progress: Progress, spoken: set[_Line]
) -> Callable[[_Line | None], None]:
    """A function that is told each line that was spoken, notes it, and tells `progress`."""
    letters = sum(len(line.text) for line in missing)
    done: list[int] = []

    def tell(line: _Line | None) -> None:
        if line is not None:
            spoken.add(line)
            done.append(len(line.text))
        progress(len(done), len(missing), sum(done) / max(1, letters))

    return tell


def _speak_all(
    missing: Sequence[_Line],
    cache: Cache,
    executor: Executor | None,
    tell: Callable[[_Line | None], None],
) -> None:
    """Speak the lines, voice by voice, the longest first: so no processor waits at the end."""
    tell(None)
    for voice in _voices(missing):
        lines = [line for line in missing if line.voice.id == voice.id]
        lines.sort(key=lambda line: len(line.text), reverse=True)
        workers = facts(voice).workers or os.cpu_count() or 1
        if executor is not None:
            _speak(lines, cache, executor, facts(voice).workers or AHEAD, tell)
            continue
        pool = ThreadPoolExecutor(workers)
        try:
            _speak(lines, cache, pool, workers + 1, tell)
        finally:
            # Whoever presses Ctrl-C doesn't wait for the sentences that are being spoken.
            pool.shutdown(wait=False, cancel_futures=True)


def _speak(
    lines: Sequence[_Line],
    cache: Cache,
    executor: Executor,
    ahead: int,
    tell: Callable[[_Line | None], None],
) -> None:
    """Speak the lines, at most `ahead` of them handed to the executor at a time."""
    waiting = iter(lines)
    running: dict[Future[Spoken], _Line] = {}

    def keep(futures: Iterable[Future[Spoken]]) -> None:
        for future in futures:
            line = running.pop(future)
            try:
                spoken = future.result()
            except VoiceError as error:
                raise _LostError(line.voice, error) from error
            cache.keep(line.voice.id, line.text, spoken.wav, spoken.words, spoken.estimated)
            tell(line)

    try:
        while True:
            for line in islice(waiting, ahead - len(running)):
                running[executor.submit(speak, line.voice, line.text)] = line
            if not running:
                return
            # With a time-out, since Windows can't interrupt a wait without one.
            keep(wait(running, timeout=0.5, return_when=FIRST_COMPLETED).done)
    except BaseException as reason:
        # What is done stays done, whoever stopped us; and when it wasn't a person who waits, so
        # does what is being said.
        for future in running:
            future.cancel()
        if isinstance(reason, _LostError):
            wait(running, timeout=LAST_WORDS)
        keep([f for f in running if f.done() and not f.cancelled() and not f.exception()])
        raise


@dataclass(frozen=True)
class Spoken:
    """What came of one sentence: a mono 16-bit WAV, and its words' times."""

    wav: bytes
    words: tuple[Word, ...]
    estimated: bool


def speak(voice: Voice, text: str) -> Spoken:
    """Have the voice say it and see that it did; raise VoiceError when not.

    A function of the module, so that an executor can send it elsewhere.
    """
    audio = voice.say(text)
    if audio.format == "wav" and samples(audio.data):  # as we keep it already
        return Spoken(audio.data, audio.words, estimated=False)
    try:
        wav = sound.to_wav(audio.data, audio.format)
    except AudioError as error:
        raise VoiceError(
            f"{facts(voice).title}: no sound for {text[:60]!r} ({error.message})",
            hint="try again, or another voice",
        ) from error
    return Spoken(wav, audio.words, estimated=False)


def _recording(
    script: Script,
    voices: Mapping[str, Voice],
    lines: tuple[tuple[_Line, ...], ...],
    clips: Mapping[_Line, Clip | None],
    spoken: Collection[_Line],
) -> Recording:
    def clip(line: _Line) -> Clip:
        found = clips[line]
        assert found is not None  # noqa: S101 - all are spoken by now
        return replace(found, words=retime(found.words, line.groups))

    new = [line for line in clips if line in spoken]
    narrator = voices.get("narrator") or next(iter(voices.values()))
    return Recording(
        script=script,
        clips=tuple(tuple(clip(line) for line in row) for row in lines),
        voice=facts(narrator).title,
        spoken=len(new),
        cached=len(script.sentences) - len(new),
        voice_name=facts(narrator).name,
        speakers=tuple(facts(voices[segment.role]).title for segment in script.segments),
    )


def keys(script: Script, cast: Cast, lexicon: Lexicon = NO_LEXICON) -> frozenset[str]:
    """The keys of all clips that the script can need, whichever voice of the cast speaks."""
    return frozenset(
        _line(voice, sentence.spoken, script.language, lexicon).key
        for segment in script.segments
        for voice in cast.choice(segment.role).voices
        for sentence in segment.sentences
    )
