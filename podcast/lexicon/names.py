"""Names in an article that are likely to be said wrong, and how they would be said."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from podcast import files
from podcast.errors import ShowError
from podcast.lexicon import Lexicon, apply
from podcast.script import Script
from podcast.voices import phonemes


@dataclass(frozen=True)
class Name:
    """A name, and what a local voice would make of it."""

    text: str
    times: int
    """How often it occurs."""
    ipa: str
    """How it would be said, in the International Phonetic Alphabet."""
    sounds_like: str
    """The same for people: "KAHR-kiv"."""
    reason: str
    """Why that may be wrong."""


NAME = re.compile(r"[^\W\d_][\w]*(?:['’-][^\W\d_]\w+)*")
BY_RULE = "not in the voices' dictionary: said by the rules of spelling"
SIGNS = (
    (re.compile(r"[^\x00-\x7f]"), "letters that English lacks"),
    (
        re.compile(
            r"(?i)^(?:[bdfghjklmnpqrtvz](?=[bdfgjkmnpqtvxz])|lv|ml|mr|ng|nk|sr|vl|vr|zl|hr|dn|gd|kn?j|"
            r"dm|tl|xh|cs|ts|tz|dz|tk|rz|rh|sz|cz|hj|nj|fj|kj|bj)"
        ),
        "English words don't begin so",
    ),
    (
        re.compile(
            r"(?i)q(?!u)|zh|kh|(?<![iu])gh(?!t|am)|[bd]h|^x[iu]|[gnu]xi$|cz|[sc]z|tsch|sch|dj|"
            r"[kvy]j|j(?![aeiou])|^tz|tz$|ij|yy|iy"
        ),
        "letters together as in no English word",
    ),
    (
        re.compile(r"(?i)aa|uu|ii|oe|ae|eau|oux|ieu|kk|[aeiou]u$|(?:oi|ai|ei|[bdfghklmnprstvz]i)$"),
        "vowels as in no English word",
    ),
    (
        re.compile(
            r"(?i)(?:[vju]|(?<![eo][aeou])(?<![clnrsw])k|(?<![aeo])w|ao|ez|ski|sky|enko|vic|wicz)$"
        ),
        "it ends as no English word",
    ),
)
"""What tells that a name comes from another language."""


@lru_cache(maxsize=8)
def right(language: str) -> frozenset[str]:
    """Names of that look which are said right all the same, in small letters."""
    source = resources.files(__package__) / "data" / f"{language.split('-')[0]}.right.txt"
    if not source.is_file():
        return frozenset()
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if line[:1] != "#").lower().split())


def suggest(script: Script, lexicon: Lexicon, *, every: bool = False) -> tuple[Name, ...]:
    """The names that no entry tells how to say, and that look foreign: the most frequent first.

    With `every`, those as well that are merely unknown. A name is a word with a capital that
    isn't written without one in the same script.
    """
    counts = Counter(_names(script))
    known = phonemes.dictionary(script.language) | right(script.language)
    small = {word for s in script.sentences for word in re.findall(r"\b[a-z]+\b", s.text)}
    found = []
    for text, times in counts.items():
        is_told = apply(lexicon, text, script.language, phonetic=True).text != text
        if is_told or text.lower() in known or text.lower() in small:
            continue
        rank, reason = _reason(text)
        if rank and not every:
            continue
        ipa = phonemes.say(text, script.language)
        found.append((rank, -times, Name(text, times, ipa, respell(ipa), reason)))
    return tuple(name for *_, name in sorted(found, key=lambda row: (*row[:2], row[2].text)))


def _names(script: Script) -> Iterator[str]:
    """Each name where it stands; what only begins sentences may be any word."""
    beginnings: list[str] = []
    inside: set[str] = set()
    for sentence in script.sentences:
        for match in NAME.finditer(sentence.text):
            word = re.sub(r"['’]s$", "", match[0])
            if len(word) < 3 or not word[0].isupper() or word.isupper():
                continue
            if sentence.text[: match.start()].strip(" “\"'‘(") == "":
                beginnings.append(word)
            else:
                inside.add(word)
                yield word
    yield from (word for word in beginnings if word in inside or _reason(word)[0] == 0)


def _reason(text: str) -> tuple[int, str]:
    """0 and what is strange, or 1 and that nothing is but that it's unknown."""
    return next(((0, why) for sign, why in SIGNS if sign.search(text)), (1, BY_RULE))


def write(path: Path, names: Iterable[Name]) -> None:
    """Add a line to edit for each name to the lexicon at `path`, commented out.

    Raise ShowError when it can't be written.
    """
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        lines = [line for line in map(_line, names) if line.split(" =")[0] not in before]
        text = before + ("\n" if before and not before.endswith("\n") else "") + "".join(lines)
        files.write(path, text.encode())
    except OSError as error:
        raise ShowError(f"{path}: {error.strerror}", hint="make it writable") from error
    except UnicodeDecodeError as error:
        raise ShowError(f"{path}: {error}", hint="is it a text file in UTF-8?") from error


def _line(name: Name) -> str:
    text = json.dumps(name.text, ensure_ascii=False)  # TOML's basic strings are JSON's
    return f'# {text} = {{ say = "{name.sounds_like}", ipa = "{name.ipa}" }}\n'


VOWELS = {
    "iː": "ee",
    "uː": "oo",
    "ɑː": "ah",
    "ɔː": "aw",
    "ɜː": "ur",
    "aɪ": "y",
    "aʊ": "ow",
    "eɪ": "ay",
    "oʊ": "oh",
    "ɔɪ": "oy",
    "ɛ": "e",
    "ɪ": "i",
    "æ": "a",
    "ʌ": "u",
    "ʊ": "oo",
    "ə": "uh",
    "ɐ": "uh",
    "ɚ": "er",
    "ɑ": "ah",
    "ɔ": "o",
    "i": "ee",
    "u": "oo",
    "a": "ah",
    "o": "oh",
    "e": "ay",
    "ᵻ": "i",
    "y": "ue",
    "ø": "ur",
}
CONSONANTS = {
    "tʃ": "ch",
    "dʒ": "j",
    "ʃ": "sh",
    "ʒ": "zh",
    "θ": "th",
    "ð": "th",
    "ŋ": "ng",
    "ɹ": "r",
    "j": "y",
    "x": "kh",
    "ɡ": "g",
    "ɾ": "d",
    "ʔ": "t",
    "ɬ": "l",
}
SOUND = re.compile("|".join(sorted({**VOWELS, **CONSONANTS}, key=len, reverse=True)) + "|[ˈˌ]|.")


def respell(ipa: str) -> str:
    """Phonemes for people, the stressed syllable in capitals: "kˈɑːɹkɪv" -> "KAHR-kiv"."""
    return " ".join(_respell(word) for word in ipa.replace("ʲ", "").split())


def _respell(word: str) -> str:
    syllables: list[list[str]] = [["", ""]]  # what is said, and its stress
    stress = ""
    for sound in SOUND.findall(word):
        if sound in "ˈˌ":
            stress = sound
        elif sound in VOWELS:
            if syllables[-1][1]:
                syllables.append([_onset(syllables[-1]), ""])
            syllables[-1][0] += VOWELS[sound]
            syllables[-1][1] = stress or "-"
            stress = ""
        elif sound.isalpha():
            syllables[-1][0] += f"|{CONSONANTS.get(sound, sound)}"
    parts = [(said.replace("|", ""), mark) for said, mark in syllables]
    return "-".join(said.upper() if mark == "ˈ" else said for said, mark in parts if said)


def _onset(syllable: list[str]) -> str:
    """The last consonant of a syllable, taken from it: it begins the next one."""
    said, mark, last = syllable[0].rpartition("|")
    if not mark:
        return ""
    syllable[0] = said
    return last
