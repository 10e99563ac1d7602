"""Kokoro: the studio voice; slower than Piper, and more natural. Alone knows kokoro-onnx.

An extra: pip install 'briefcast[kokoro]'. The text never leaves this machine.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcast import files
from podcast.errors import VoiceError
from podcast.recording.cache import wav
from podcast.voice import Audio, Facts, settings
from podcast.voices import kept, model
from podcast.voices.pieces import cut, line_up, stitch
from podcast.words import PHONEMES, SILENT, WORD, Span, place

if TYPE_CHECKING:
    from kokoro_onnx import Kokoro as Engine
    from kokoro_onnx.sliding import Timing

    from podcast.voices.pieces import Samples

SOURCE = "https://github.com/thewh1teagle/kokoro-onnx/releases/download/model-files-v1.0"
"""Where the model and its voices are."""
MODEL, STYLES = "kokoro-v1.0.onnx", "voices-v1.0.bin"

LANGUAGES = {
    "a": "en-us",
    "b": "en-gb",
    "e": "es",
    "f": "fr-fr",
    "h": "hi",
    "i": "it",
    "p": "pt-br",
}
"""What a voice's first letter says; Japanese and Chinese need more than this package has."""
BY_LANGUAGE = {
    "en": "af_heart",
    "en-GB": "bf_emma",
    "es": "ef_dora",
    "fr": "ff_siwis",
    "hi": "hf_alpha",
    "it": "if_sara",
    "pt": "pf_dora",
}
"""Who speaks when nobody is named."""
STYLE = (510, 1, 256)
"""A voice: one vector for each number of phonemes. A longer text's doesn't mend short ones: eight
sentences of up to 2.8 s are 4.39 to DistillMOS as they are, and 4.22 with that of 110 phonemes."""
RATE = 24_000
"""Samples a second."""
CONTEXT, MOST = 510, 460
"""Phonemes that the engine takes in one go, and that it's given when there are more: a piece may
have some more for each letter than the whole."""
INSTALL = "pip install 'briefcast[kokoro]'"


@dataclass(frozen=True)
class Settings:
    """[engines.kokoro]"""

    model: str = ""
    """The model's file; downloaded (310 MB) unless given."""
    voices: str = ""
    """The voices' file, or a folder of NAME.bin; downloaded unless given."""
    pace: float = 1.0
    """How fast: 1.25 is a quarter faster."""
    source: str = SOURCE


def voice(detail: str, language: str, values: Mapping[str, Any]) -> Kokoro:
    """A Kokoro voice: `detail` is its name, af_heart, or empty for the language's own."""
    chosen = settings(Settings, values, where="engines.kokoro")
    model.check_pace(chosen.pace, where="engines.kokoro")
    who = detail or BY_LANGUAGE.get(language) or BY_LANGUAGE.get(language.split("-")[0], "")
    if who[:1] not in LANGUAGES:
        raise VoiceError(
            f"no Kokoro voice {detail!r}" if detail else f"no Kokoro voice known for {language!r}",
            hint=f"for instance kokoro:{BY_LANGUAGE['en']}",
        )
    return Kokoro(who, f"kokoro:{detail}" if detail else "kokoro", chosen)


@dataclass(frozen=True)
class Kokoro:
    """One of Kokoro's voices. There's no chance in it: the same text gives the same bytes."""

    who: str
    name: str
    """As `--voice` takes it."""
    settings: Settings = Settings()

    @property
    def id(self) -> str:
        """Engine, version, the model, the voice and its pace."""
        given = self.settings.model
        mark = model.fingerprint(Path(given).expanduser()) if given else MODEL
        return f"kokoro:{_version()}:{mark}:{self.who}:{self.settings.pace:g}"

    @property
    def facts(self) -> Facts:
        """What it is."""
        tag = LANGUAGES[self.who[0]].split("-")
        return Facts(
            name=self.name,
            title=f"Kokoro, {self.who[3:]}",
            language="-".join([tag[0], *(part.upper() for part in tag[1:])]),
            licence="Apache-2.0; its phonemizer GPL-3",
            price="free",
            word_times="exact",
            phonetic=True,
        )

    @property
    def _model(self) -> Path:
        given = self.settings.model
        return Path(given).expanduser() if given else files.data() / "kokoro" / MODEL

    @property
    def _styles(self) -> Path:
        given = self.settings.voices
        return Path(given).expanduser() if given else files.data() / "kokoro" / STYLES

    def check(self) -> None:
        """Raise VoiceError when package, model or voice are missing, and can't be downloaded."""
        if find_spec("kokoro_onnx") is None:
            raise VoiceError("Kokoro isn't installed", hint=INSTALL)
        for path, given, name in self._files:
            if files.there(path):
                continue
            if given:
                raise VoiceError(f"{path}: no such file", hint="see [engines.kokoro] in show.toml")
            model.reach(f"{self.settings.source}/{name}")
        if self._styles.is_dir() and not (self._styles / f"{self.who}.bin").exists():
            raise VoiceError(f"{self._styles}: no {self.who}.bin", hint="name another voice")

    @property
    def _files(self) -> tuple[tuple[Path, str, str], ...]:
        """Each file, the setting that gives it, and its name at the source."""
        given = self.settings
        return (self._model, given.model, MODEL), (self._styles, given.voices, STYLES)

    def say(self, text: str) -> Audio:
        """Say it, with the exact times of its words; raise VoiceError if that fails."""
        for path, _, name in self._files:
            if not files.there(path):
                model.fetch(f"{self.settings.source}/{name}", path)
        engine = _engine(self._model, self._styles, self.who)
        language = LANGUAGES[self.who[0]]
        phonemes = phonemize(engine, text, language)
        if not any(phoneme.isalpha() for phoneme in phonemes):
            raise VoiceError(f"Kokoro has no sound for {text[:60]!r}", hint="give it some words")
        # Cut here, since the engine would cut within names and numbers.
        fits = len(phonemes) <= CONTEXT
        pieces = [text] if fits else cut(text, len(text) * MOST // len(phonemes))
        said = [self._sound(engine, phonemize(engine, piece, language)) for piece in pieces]
        whole, moves = stitch(pieces, [sound for sound, _ in said], RATE)
        spans = line_up([own for _, own in said], moves)
        texts = WORD.findall(text)
        alone = [_alone(self._model, self._styles, self.who, word, language) for word in texts]
        return Audio(wav(whole.tobytes(), RATE), "wav", place(texts, alone, spans))

    def _sound(self, engine: Engine, phonemes: str) -> tuple[Samples, list[Span]]:
        """What is heard of some phonemes, and where in it are the engine's words."""
        import numpy as np

        if not any(phoneme.isalpha() for phoneme in phonemes):
            return np.zeros(0, np.int16), []
        sound, _, timings = engine.create_timed(
            phonemes, self.who, speed=self.settings.pace, is_phonemes=True
        )
        return (np.clip(sound, -1, 1) * 32767).astype(np.int16), _spans(timings)


def phonemize(engine: Engine, text: str, language: str) -> str:
    """How the text sounds; `[[…]]` holds phonemes already."""
    parts = PHONEMES.split(text)
    said = []
    for number, part in enumerate(parts):
        if number % 2:
            said.append(part)
        elif part.strip():
            # The engine strips what stands at the edges, where a name of ours may follow.
            before, after = part[0] == " " and number > 0, part[-1] == " "
            said.append(" " * before + engine.tokenizer.phonemize(part, language) + " " * after)
        else:
            said.append(part)
    return "".join(said).strip()


@lru_cache(maxsize=20_000)
def _alone(path: Path, styles: Path, who: str, word: str, language: str) -> str:
    """The sounds of a word by itself."""
    said = phonemize(_engine(path, styles, who), word, language)
    return "".join(phoneme for phoneme in said if phoneme not in SILENT and phoneme != " ")


def _spans(timings: list[Timing]) -> list[Span]:
    """The engine's words: what stands between spaces, without pauses."""
    spans: list[Span] = []
    sounds, start, end = "", 0.0, 0.0
    for timing in timings:
        if timing.phoneme == " ":
            if sounds:
                spans.append(Span(sounds, start, end))
            sounds = ""
        elif timing.phoneme not in SILENT:
            start = start if sounds else timing.start
            sounds, end = sounds + timing.phoneme, timing.end
    return [*spans, Span(sounds, start, end)] if sounds else spans


_lock = threading.Lock()


def _engine(path: Path, styles: Path, who: str) -> Engine:
    """The model, loaded once, whichever thread asks first."""
    with _lock:
        return _load(path, _packed(styles, who))


@lru_cache(maxsize=2)
def _load(path: Path, styles: Path) -> Engine:
    try:
        from kokoro_onnx import Kokoro as Engine
    except ImportError as error:
        raise VoiceError(f"Kokoro can't be used: {error}", hint=INSTALL) from error

    try:
        return Engine.from_session(model.start(model.with_durations(path), path.name), str(styles))
    except (OSError, ValueError, RuntimeError) as error:
        raise VoiceError(f"{path}: Kokoro can't be used: {error}", hint=INSTALL) from error


def _packed(styles: Path, who: str) -> Path:
    """The voice in a file as the engine reads it: a folder's NAME.bin is packed into one."""
    if not styles.is_dir():
        return styles
    import io

    import numpy as np

    source = styles / f"{who}.bin"
    name = f"{who}-{model.fingerprint(source)}"
    packed = kept.find(name, ".npz")
    if packed:
        return packed
    style = np.fromfile(source, np.float32)
    if style.size != np.prod(STYLE):
        raise VoiceError(f"{source}: not a Kokoro voice", hint="510 × 256 numbers of 32 bits")
    buffer = io.BytesIO()
    # numpy lists one keyword of its own, and takes any
    np.savez(buffer, **{who: style.reshape(STYLE)})  # type: ignore[arg-type]
    made = kept.keep(name, ".npz", buffer.getvalue())
    if isinstance(made, bytes):
        raise VoiceError(
            f"{kept.folder()}: can't be written", hint="the engine reads a voice from a file there"
        )
    return Path(made)


@lru_cache(maxsize=1)
def _version() -> str:
    try:
        return version("kokoro-onnx")
    except PackageNotFoundError:
        return "0"
