"""What the phonemizer behind the local voices says of a word, and whether it knows it.

It is eSpeak NG's, as Piper brings it; so it's here for every voice, and without loading a model.
"""

from __future__ import annotations

import re
import struct
import threading
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from podcast.errors import VoiceError

DICTIONARY_HEAD = struct.Struct("<II")
"""Of a dictionary: how many chains of words, and where the rules begin."""
COMPRESSED = 0x40
"""The word's letters have six bits each: 1 is a."""

VOICES = {"en": "en-us", "en-us": "en-us", "en-gb": "en-gb-x-rp", "pt": "pt-br", "zh": "cmn"}
"""eSpeak NG's names for languages, where they differ from the tag."""

MARKS = re.compile(r"[.!?,;:]")

_lock = threading.Lock()


def say(text: str, language: str = "en", *, marks: bool = False) -> str:
    """The text in the International Phonetic Alphabet, as the voices say it; with its `marks`.

    "Kharkiv" -> "kˈɑːɹkɪv". Raise VoiceError for a language that it hasn't.
    """
    with _lock:  # it has one state for all
        said = _say(text, language)
    return said if marks else MARKS.sub("", said)


@lru_cache(maxsize=20_000)
def _say(text: str, language: str) -> str:
    tag = language.lower()
    voice = VOICES.get(tag) or VOICES.get(tag.split("-")[0], tag.split("-")[0])
    try:
        sentences = _phonemizer().phonemize(voice, text)
    except (ImportError, RuntimeError) as error:
        raise VoiceError(f"no phonemes for {language!r}: {error}", hint="another voice") from error
    return " ".join("".join(part) for part in sentences).strip()


@lru_cache(maxsize=1)
def _phonemizer() -> Any:
    from piper.phonemize_espeak import EspeakPhonemizer

    return EspeakPhonemizer()


@lru_cache(maxsize=4)
def dictionary(language: str = "en") -> frozenset[str]:
    """The words that it doesn't say by rules of spelling but knows; empty when it can't be read."""
    found = find_spec("piper")
    if found is None or found.origin is None:
        return frozenset()
    data = Path(found.origin).parent / "espeak-ng-data"
    path = data / f"{language.split('-')[0].lower()}_dict"
    try:
        return frozenset(_words(path.read_bytes()))
    except (OSError, struct.error, IndexError):
        return frozenset()


def _words(data: bytes) -> list[str]:
    """The words of a compiled dictionary: chains of entries, each with its length before it."""
    chains, _ = DICTIONARY_HEAD.unpack_from(data)
    position, words = DICTIONARY_HEAD.size, []
    for _ in range(chains):
        while length := data[position]:
            flags = data[position + 1]
            word = data[position + 2 : position + 2 + (flags & 0x3F)]
            words.append(_letters(word) if flags & COMPRESSED else word.decode("utf-8", "replace"))
            position += length
        position += 1
    return words


def _letters(packed: bytes) -> str:
    bits = int.from_bytes(packed, "big")
    count = len(packed) * 8 // 6
    spare = len(packed) * 8 - count * 6
    codes = [bits >> (spare + 6 * (count - 1 - i)) & 0x3F for i in range(count)]
    return "".join(chr(96 + code) for code in codes if code)
