"""A recording: every sentence of a script spoken, one clip each, kept in a cache."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from podcast.errors import VoiceError
from podcast.lexicon import Lexicon, apply, retime
from podcast.recording.cache import Cache, Clip, key
from podcast.recording.speaking import Line, LostError, speak_all, speakers
from podcast.script import Script
from podcast.voice import Cast, Voice, check, facts

__all__ = ["Cache", "Clip", "Progress", "Recording", "keys", "record"]

NO_LEXICON = Lexicon()


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
    spoken: set[Line] = set()
    while True:
        voices = _assign(script, cast, cache, lexicon, keep, lost)
        lines = _lines(script, voices, lexicon)
        clips = {line: cache.find(line.voice.id, line.text) for row in lines for line in row}
        missing = [line for line, clip in clips.items() if clip is None]
        if not missing:
            return _recording(script, voices, lines, clips, spoken)
        try:
            _make_ready(missing, notice)
            speak_all(missing, cache, executor, _counted(missing, progress, spoken))
        except LostError as error:
            lost[error.voice.id] = error.reason
            _take_over(error, cast, lost, notice)


def _line(voice: Voice, text: str, language: str, lexicon: Lexicon) -> Line:
    sent = apply(lexicon, text, language, phonetic=facts(voice).phonetic)
    return Line(key(voice.id, sent.text), sent.text, voice, sent.groups, language)


def _lines(
    script: Script, voices: Mapping[str, Voice], lexicon: Lexicon
) -> tuple[tuple[Line, ...], ...]:
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


def _make_ready(missing: Sequence[Line], notice: Notice) -> None:
    """See that each voice can be had, and tell where the text goes, before the first word."""
    for voice in speakers(missing):
        try:
            check(voice)
        except VoiceError as error:
            raise LostError(voice, error) from error
    for voice in speakers(missing):
        if facts(voice).notice:
            notice(f"{facts(voice).title}: {facts(voice).notice}")


def _take_over(
    error: LostError, cast: Cast, lost: Mapping[str, VoiceError], notice: Notice
) -> None:
    """Say which voice speaks in place of the lost one; raise its reason when there's none."""
    for choice in (cast.narrator, *cast.roles.values()):
        if error.voice in choice.voices:
            left = [voice for voice in choice.voices if voice.id not in lost]
            if not left:
                raise error.reason
            notice(f"{error.reason.message}; {facts(left[0]).title} says the whole episode")


def _counted(
    missing: Sequence[Line], progress: Progress, spoken: set[Line]
) -> Callable[[Line | None], None]:
    """A function that is told each line that was spoken, notes it, and tells `progress`."""
    letters = sum(len(line.text) for line in missing)
    done: list[int] = []

    def tell(line: Line | None) -> None:
        if line is not None:
            spoken.add(line)
            done.append(len(line.text))
        progress(len(done), len(missing), sum(done) / max(1, letters))

    return tell


def _recording(
    script: Script,
    voices: Mapping[str, Voice],
    lines: tuple[tuple[Line, ...], ...],
    clips: Mapping[Line, Clip | None],
    spoken: Collection[Line],
) -> Recording:
    def clip(line: Line) -> Clip:
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
