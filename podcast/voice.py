"""The voice protocol: an engine with its settings, which says a sentence; and choosing one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from math import inf
from typing import Any, Literal, Protocol, TypeVar, get_type_hints, runtime_checkable

from podcast import plugins
from podcast.errors import PodcastError, ShowError, VoiceError

GROUP = "podcast.voices"

AUTO = "auto"
"""Google's voice where it answers, else the local one that the install brings."""
PREFERENCE = ("gtts", "piper", "espeak")
"""What `auto` takes, in order; the last for languages that no other has."""


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word and when it's heard, in seconds from the start of its audio."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Audio:
    """Sound as an engine gives it."""

    data: bytes
    format: Literal["mp3", "wav", "ogg", "flac"]
    words: tuple[Word, ...] = ()
    """The words' times in seconds, where the engine knows them."""


@runtime_checkable
class Voice(Protocol):
    """What every engine can do. It may be asked by several threads at once."""

    @property
    def id(self) -> str:
        """Name the engine and every setting that changes the sound: part of the cache key."""

    def say(self, text: str) -> Audio:
        """Say `text`; raise VoiceError if that fails."""


@dataclass(frozen=True)
class Facts:
    """What a listener or an editor may want to know of a voice."""

    name: str
    """As `--voice` takes it: gtts, piper:/path/voice.onnx."""
    title: str
    """As a listener reads it: "Piper, joe"."""
    language: str = ""
    """A BCP 47 tag; empty when unknown."""
    licence: str = ""
    """Of engine and voice."""
    network: bool = False
    """The text goes to somebody else's machine."""
    price: Literal["free", "by the letter", "unknown"] = "unknown"
    word_times: Literal["exact", "estimated"] = "estimated"
    notice: str = ""
    """What to tell before the first word: where the text goes."""
    phonetic: bool = False
    """It takes phonemes of the International Phonetic Alphabet in the text, as `[[…]]`."""
    workers: int = 0
    """Sentences that it can say at a time; 0: one for each core."""


@runtime_checkable
class Described(Protocol):
    """A voice that knows its facts."""

    @property
    def facts(self) -> Facts:
        """What it is."""


@runtime_checkable
class Checked(Protocol):
    """A voice that knows whether it works now, here, without saying a word."""

    def check(self) -> None:
        """Raise VoiceError when it can't be had."""


@runtime_checkable
class Resting(Protocol):
    """A voice that takes more memory while it speaks than it must keep."""

    def rest(self) -> None:
        """Give back what only speaking needs; the next sentence may come all the same."""


@dataclass(frozen=True)
class Named:
    """A voice that doesn't know its facts, by the name it was asked for."""

    voice: Voice
    name: str

    @property
    def id(self) -> str:
        """The voice's own."""
        return self.voice.id

    @property
    def facts(self) -> Facts:
        """Its name is how it's found again."""
        return Facts(name=self.name, title=self.voice.id.split(":")[0])

    def say(self, text: str) -> Audio:
        """Have the voice say it."""
        return self.voice.say(text)

    def check(self) -> None:
        """Raise VoiceError when the voice says that it can't speak now."""
        check(self.voice)


def facts(voice: Voice) -> Facts:
    """Its own facts, or what its id tells."""
    return voice.facts if isinstance(voice, Described) else Named(voice, voice.id).facts


def check(voice: Voice) -> None:
    """Raise VoiceError when the voice can't speak now; loads no model and says no word."""
    if isinstance(voice, Checked):
        voice.check()


@dataclass(frozen=True)
class Choice:
    """The voices that may speak, the best first. More than one: the first that can be had does."""

    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Cast:
    """Who says what."""

    narrator: Choice
    roles: Mapping[str, Choice] = field(default_factory=dict)
    """By a segment's role: headings, quotes, a speaker's name. The narrator says the rest."""

    def choice(self, role: str) -> Choice:
        """Who says the segments of this role."""
        return self.roles.get(role, self.narrator)


def choose(name: str, language: str = "en", engines: Mapping[str, Any] | None = None) -> Choice:
    """The voice called `name`: auto, gtts, piper:DETAIL, module:attribute.

    `engines` holds a table of settings for each engine, as show.toml does.
    Loads no model and asks no network; raise VoiceError or PluginError when there is no such voice.
    """
    if name != AUTO:
        return Choice((_voice(name, language, engines or {}),))
    found = [_attempt(each, language, engines or {}) for each in PREFERENCE]
    voices = tuple(voice for voice in found if not isinstance(voice, VoiceError))
    if not voices:
        raise next(voice for voice in found if isinstance(voice, VoiceError))
    return Choice(voices)


def _attempt(name: str, language: str, engines: Mapping[str, Any]) -> Voice | VoiceError:
    """The voice, or why there's none for this language."""
    try:
        return _voice(name, language, engines)
    except VoiceError as error:
        return error


def cast(
    roles: Mapping[str, str],
    language: str = "en",
    engines: Mapping[str, Any] | None = None,
    keep: str = "",
) -> Cast:
    """The cast of a show: `roles` maps narrator, headings, quotes, … to voices' names.

    `keep` names the narrator of an earlier recording: where the choice is left to us, it goes on.
    Raise PluginError when a voice, or an engine that has settings, isn't known.
    """
    for engine in engines or {}:
        if engine not in plugins.names(GROUP) and ":" not in engine:
            plugins.find(GROUP, engine)  # says what it may have meant
    choices = {role: choose(name, language, engines) for role, name in roles.items()}
    narrator = choices.pop("narrator", None) or choose(AUTO, language, engines)
    if roles.get("narrator", AUTO) == AUTO and keep not in ("", AUTO, *PREFERENCE):
        # It may have been somebody's own, or of another machine.
        with suppress(PodcastError):
            narrator = Choice((*choose(keep, language, engines).voices, *narrator.voices))
    return Cast(narrator, choices)


def _voice(name: str, language: str, engines: Mapping[str, Any]) -> Voice:
    engine, _, detail = name.partition(":")
    if engine not in plugins.names(GROUP):
        engine, detail = name, ""
    make = plugins.find(GROUP, engine)
    settings = engines.get(engine, {})
    if not isinstance(settings, Mapping):
        raise ShowError(
            f"engines.{engine} = {settings!r} is not a table", hint=f"[engines.{engine}]"
        )
    voice = make(detail, language, settings)
    if not isinstance(voice, Voice):
        raise VoiceError(
            f"{name!r} is not a voice: it has no id or can't say",
            hint="give a function (detail, language, settings) that returns one",
        )
    return voice if isinstance(voice, Described) else Named(voice, name)


def survey(
    language: str = "en", engines: Mapping[str, Any] | None = None, names: Sequence[str] = ()
) -> list[tuple[Facts, str]]:
    """The named voices, or each engine's own for the language; and what each lacks to work here.

    "" where nothing is lacking. Asks the network, but sends no text and downloads no model.
    """

    def look(name: str) -> tuple[Facts, str]:
        try:
            voice = _voice(name, language, engines or {})
        except PodcastError as error:
            return Facts(name=name, title=name), error.message
        try:
            check(voice)
        except PodcastError as error:
            return facts(voice), f"{error.message}; {error.hint}"
        return facts(voice), ""

    # Some wait for a server that isn't there.
    with ThreadPoolExecutor() as pool:
        return list(pool.map(look, names or plugins.names(GROUP)))


Settings = TypeVar("Settings")


def settings(kind: type[Settings], values: Mapping[str, Any], where: str) -> Settings:
    """`values` as the dataclass `kind`, which has a field for each setting of an engine.

    Raise ShowError for an unknown name, a value of another type, and a number below 0; `where`
    names the table.
    """
    types = get_type_hints(kind)
    names = [f.name for f in fields(kind)]  # type: ignore[arg-type]  # kind is a dataclass
    for name, value in values.items():
        if name not in names:
            close = get_close_matches(name, names, n=1)
            raise ShowError(
                f"{where}: unknown setting {name!r}",
                hint=f"did you mean {close[0]!r}?" if close else f"one of {', '.join(names)}",
            )
        accepted = (int, float) if types[name] is float else types[name]
        if not isinstance(value, accepted) or (isinstance(value, bool) and types[name] is not bool):
            raise ShowError(
                f"{where}: {name} = {value!r} is of the wrong kind",
                hint=f"for instance {name} = {getattr(kind, name)!r}",
            )
        if types[name] is float and not 0 <= value < inf:
            raise ShowError(
                f"{where}: {name} = {value!r} won't do", hint="a number that isn't below 0"
            )
    return kind(**values)
