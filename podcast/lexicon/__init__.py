"""The lexicon: how names are said. A word or phrase → phonemes, or a respelling.

lexicon.toml in the show's folder, one line a name:

    "Kyiv" = "Keev"                                       # a respelling: for every voice
    "Scholz" = { ipa = "ʃˈoʊlts" }                        # phonemes: for voices that take them
    "Xi" = { say = "Shee", beside = ["President", "Jinping"] }    # only next to one of these
    "polish" = { say = "Pole-ish", case = "exact" }       # Polish stays as it is
    "Paris" = { say = "Pah-ree", language = "fr" }
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from podcast.errors import ShowError
from podcast.voice import Word
from podcast.words import WORD

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FILE = "lexicon.toml"
CASES = ("smart", "exact", "any")


@dataclass(frozen=True)
class Entry:
    """How a word or phrase is said."""

    text: str
    say: str = ""
    """Respelt so that any voice says it right."""
    ipa: str = ""
    """In the International Phonetic Alphabet, stress before the vowel; for voices that take it."""
    language: str = ""
    """A BCP 47 tag: de, or en-GB alone; empty for every language."""
    case: str = "smart"
    """exact; any; or smart: capitals as they are, but a headline in capitals counts too."""
    beside: tuple[str, ...] = ()
    """Only next to one of these words, so that it's part of a name."""


KNOWN = tuple(field.name for field in fields(Entry) if field.name != "text")
"""What may be told of a name."""


@dataclass(frozen=True)
class Lexicon:
    """Entries; of two for the same text the first one counts."""

    entries: tuple[Entry, ...] = ()


Groups = tuple[tuple[tuple[str, ...], int], ...]
"""Words of a sentence, and how many words are sent for them."""


@dataclass(frozen=True)
class Line:
    """What is sent to an engine, and which of its words are which of the sentence."""

    text: str
    groups: Groups = ()


def load(folder: Path, names: Sequence[str] = (FILE,), language: str = "en") -> Lexicon:
    """The entries of a show's files, in their order, before the built-in ones of the language.

    Raise ShowError when a file isn't as it must be; lexicon.toml may be missing.
    """
    own = [entry for name in names for entry in _read(folder / name)]
    return Lexicon((*own, *builtin(language).entries))


def _read(path: Path) -> Iterable[Entry]:
    if path.name == FILE and not path.exists():
        return ()
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ShowError(
            f"{path}: {error.strerror}", hint="it is named in show.toml: lexicon"
        ) from error
    except UnicodeDecodeError as error:
        raise ShowError(f"{path}: {error}", hint="a text file in UTF-8, as TOML") from error
    if path.suffix.lower() in (".pls", ".xml"):
        from podcast.lexicon import pls

        return pls.parse(text, where=str(path))
    return parse(text, where=str(path))


@lru_cache(maxsize=8)
def builtin(language: str) -> Lexicon:
    """Names in the news that the local voices get wrong by themselves."""
    source = files(__package__) / "data" / f"{language.split('-')[0]}.toml"
    if not source.is_file():
        return Lexicon()
    return Lexicon(tuple(parse(source.read_text(encoding="utf-8"), where=source.name)))


def parse(text: str, where: str = FILE) -> Iterator[Entry]:
    """The entries in a lexicon's text; raise ShowError for what isn't one."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ShowError(f"{where}: {error}", hint='"Kyiv" = "Keev"') from error
    for name, value in table.items():
        yield _entry(name, {"say": value} if isinstance(value, str) else value, where)


def _entry(name: str, values: Any, where: str) -> Entry:
    if not isinstance(values, Mapping) or not name.strip():
        raise ShowError(f"{where}: {name!r} = {values!r}", hint='"Kyiv" = "Keev"')
    for key, value in values.items():
        if key not in KNOWN:
            close = get_close_matches(key, KNOWN, n=1)
            raise ShowError(
                f"{where}: {name!r}: unknown setting {key!r}",
                hint=f"did you mean {close[0]!r}?" if close else f"one of {', '.join(KNOWN)}",
            )
        listed = isinstance(value, list) and all(isinstance(each, str) for each in value)
        if not (listed if key == "beside" else isinstance(value, str)):
            raise ShowError(f"{where}: {name!r}: {key} = {value!r}", hint="see the README")
    if values.get("case", "smart") not in CASES:
        raise ShowError(
            f"{where}: {name!r}: case = {values['case']!r}", hint=f"one of {', '.join(CASES)}"
        )
    if not (values.get("say") or values.get("ipa")):
        raise ShowError(
            f"{where}: {name!r} isn't told how it's said", hint='say = "…" or ipa = "…"'
        )
    return Entry(" ".join(name.split()), **{**values, "beside": tuple(values.get("beside", ()))})


def apply(lexicon: Lexicon, text: str, language: str = "en", *, phonetic: bool) -> Line:
    """The text as it's sent to a voice: with `[[phonemes]]` if it is `phonetic`, else respelt.

    "Kyiv's mayor" -> "[[kˈiːɪvz]] mayor"
    """
    # What looks like phonemes in an article is text.
    text = " ".join(text.replace("[[", "[").replace("]]", "]").split())
    words = text.split()
    groups: list[tuple[tuple[str, ...], int]] = []
    sent: list[str] = []
    taken = 0
    for first, last, said in _replaced(lexicon, text, language, phonetic):
        for word in words[taken:first]:
            groups.append(((word,), 1))
            sent.append(word)
        groups.append((tuple(words[first : last + 1]), len(WORD.findall(said))))
        sent.append(said)
        taken = last + 1
    for word in words[taken:]:
        groups.append(((word,), 1))
        sent.append(word)
    return Line(" ".join(sent), tuple(groups))


def _replaced(
    lexicon: Lexicon, text: str, language: str, phonetic: bool
) -> Iterator[tuple[int, int, str]]:
    """Runs of words (first, last) and what is sent for them."""
    pattern, entries = _index(lexicon, language, phonetic)
    if pattern is None:
        return
    after = 0
    for match in pattern.finditer(text):
        entry = _fitting(entries[_plain(match["name"])], match["name"], text, *match.span("name"))
        start = text.rfind(" ", 0, match.start()) + 1
        if entry is None or start < after:  # a second name within one word: "Macron-Scholz"
            continue
        end = text.find(" ", match.end())
        end = len(text) if end < 0 else end
        after = end
        first = text.count(" ", 0, start)
        before, behind = text[start : match.start()], text[match.end() : end]
        said = _say(entry, before, match["possessive"] or "", behind, phonetic)
        yield first, first + text.count(" ", start, end), said


@lru_cache(maxsize=64)
def _index(
    lexicon: Lexicon, language: str, phonetic: bool
) -> tuple[re.Pattern[str] | None, dict[str, list[Entry]]]:
    """All names in one pattern, the longest first; and the entries by name."""
    entries: dict[str, list[Entry]] = {}
    for entry in lexicon.entries:
        if _is_for(entry, language) and (entry.say or (phonetic and entry.ipa)):
            entries.setdefault(_plain(entry.text), []).append(entry)
    if not entries:
        return None, entries
    apostrophes = _any(entries).replace("'", "['’]")
    return (
        re.compile(rf"(?<![\w])(?P<name>{apostrophes})(?P<possessive>['’]s)?(?![\w])", re.I),
        entries,
    )


def _any(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first.

    By their first letters: 470 names one after another take three times as long.
    """
    letters: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        letters.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in letters.items()
    )


def _plain(name: str) -> str:
    return name.replace("’", "'").lower()


def _is_for(entry: Entry, language: str) -> bool:
    tag, own = language.lower(), entry.language.lower()
    return not own or tag == own or tag.startswith(f"{own}-")


def _fitting(entries: Iterable[Entry], found: str, text: str, start: int, end: int) -> Entry | None:
    """The first entry that fits in letters' case and in what stands beside."""
    before = re.findall(r"[\w.]+", text[:start])[-1:]
    after = re.findall(r"\w+", text[end:])[:1]
    for entry in entries:
        exact = found.replace("’", "'") == entry.text.replace("’", "'")
        smart = entry.text.islower() or (found.isupper() and len(found) > 3)
        fits = exact or entry.case == "any" or (entry.case == "smart" and smart)
        beside = {word.rstrip(".") for word in before + after}
        if fits and (not entry.beside or beside & set(entry.beside)):
            return entry
    return None


def _say(entry: Entry, before: str, possessive: str, after: str, phonetic: bool) -> str:
    """The name as it's sent, within what its word has before and after it."""
    if not (phonetic and entry.ipa):
        return before + entry.say + possessive + after
    ipa = entry.ipa + (_possessive(entry.ipa) if possessive else "")
    # An engine glues phonemes to the words around them where anything but a space is between,
    # and doesn't pause for a mark behind them: so quotes and hyphens go, and marks go in.
    marks, after = _split(after)
    before = re.sub(r"\W+$", "", before)
    return " ".join(filter(None, (re.sub(r"^\W+", "", before), f"[[{ipa}{marks}]]", after)))


def _split(after: str) -> tuple[str, str]:
    """The mark for a pause, and the words that are joined to the name: "”,-led" -> (",", "led")."""
    word = re.search(r"\w", after)
    edge, rest = (after[: word.start()], after[word.start() :]) if word else (after, "")
    mark = re.search(r"[.,;:!?]", edge)
    return (mark[0] if mark else ""), rest


def _possessive(ipa: str) -> str:
    """The sound of "'s" after these phonemes, in English."""
    last = ipa.rstrip("ˈˌː")[-1:]
    if last in "szʃʒ":
        return "ɪz"
    return "s" if last in "ptkfθ" else "z"


def retime(
    words: Sequence[Word], groups: Sequence[tuple[tuple[str, ...], int]]
) -> tuple[Word, ...]:
    """The sentence's words, with the times of what was sent for them; () when they don't match."""
    if sum(count for _, count in groups) != len(words):
        return ()
    timed: list[Word] = []
    position = 0
    for texts, count in groups:
        sent = words[position : position + count]
        position += count
        if len(sent) == len(texts):
            timed += [Word(text, w.start, w.end) for text, w in zip(texts, sent, strict=True)]
        else:
            timed += _share(texts, sent[0].start, sent[-1].end)
    return tuple(timed)


def _share(texts: Sequence[str], start: float, end: float) -> list[Word]:
    """The words of a name that was sent as one, each as long as it has letters."""
    letters = sum(map(len, texts))
    words = []
    for text in texts:
        until = start + (end - start) * len(text) / letters
        words.append(Word(text, start, until))
        start, letters = until, letters - len(text)
    return words
