"""The phrases by which furniture is known: a text file a language, beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
FALLBACK = "en"
"""Read with every language: pages everywhere say "Newsletter" and "Share"."""

CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
WORD = rf"{CAPITAL}[\w.'’-]*"
PARTICLE = r"(?:de|del|della|van|von|der|den|la|le|bin|al|el|di|da|dos|y) "
NAME = rf"(?-i:{WORD}(?: (?:{PARTICLE})*{WORD}){{1,3}})"
STANDS_FOR = {
    "NAMES": rf"(?P<names>{NAME}(?:(?:, | and | & | und | et | y |,? and ){NAME})*)",
    "NAME": NAME,
    "CITY": rf"(?-i:{CAPITAL}{{2}}(?:[ .,'’/-]*{CAPITAL})+)",
    "PLACE": rf"(?-i:{WORD}(?:[ /-]{WORD})*)",
    "N": r"\d[\d.,]*[km]?",
}
BYLINE = "byline"
AUTHOR = "AUTHOR"
_NOBODY = """
    staff writer writers reporter reporters desk newsroom editor editors agency agencies news team
    correspondent redaktion agenturen rédaction agences redacción agencias equipo
"""
NOBODY = frozenset(_NOBODY.split())
"""Words in a byline that names nobody: "By Staff Writer"."""


_NAMES_FIRST = re.compile(rf"{STANDS_FOR['NAMES']},? (?=\d)")
_JOB = re.compile(
    r" (?=(?:Local Democracy|Senior|Staff|Chief|Political|Business|Sports?|Science|Health|Crime|"
    r"Education|Environment|Transport|Economics|Foreign|Arts|Features?|News|Reporter|Editor|Writer|"
    r"Correspondent|Journalist|Columnist|Critic)\b)"
)
"""Where a job begins that follows a name without a comma."""


@dataclass(frozen=True)
class Row:
    """A section of the file: what is left out there, and why."""

    where: str
    reason: str
    lines: tuple[str, ...]
    """Regular expressions, of which one must match."""
    author: str = "(?!)"
    """What AUTHOR stands for."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All lines as one, compiled when it's first looked for: not every text needs it."""
        return _pattern(self.lines, self.author)


@dataclass(frozen=True)
class Phrases:
    """What to look for, by where: rows of reason and pattern."""

    language: str
    rows: tuple[Row, ...]
    dates: frozenset[str]
    """Words that make a date line together with numbers."""
    about: tuple[Row, ...] = ()
    """Rows that need to know who the author is."""

    def knowing(self, authors: Iterable[str]) -> Phrases:
        """Return the phrases that know the names of an article's authors."""
        whole = [name for name in authors if name]
        last = [name.split()[-1] for name in whole if " " in name]
        names = "|".join(map(re.escape, (*whole, *last)))
        if not names:
            return self
        return replace(self, rows=(*self.rows, *(replace(row, author=names) for row in self.about)))

    def reason(self, where: str, text: str) -> str:
        """Return why a text found there isn't said; empty when it is."""
        rows = (row for row in self.rows if row.where == where)
        return next((row.reason for row in rows if row.pattern.fullmatch(text)), "")

    def prefix(self, text: str) -> str:
        """Return what the first paragraph begins with and isn't said: a dateline."""
        found = (row.pattern.match(text) for row in self.rows if row.where == "prefix")
        return next((match[0] for match in found if match), "")

    def names(self, byline: str) -> tuple[str, ...]:
        """Return the names in a line like "By Ann Lee and Bob Ray"; none in any other line."""
        for row in self.rows:
            if row.reason == BYLINE and (found := row.pattern.fullmatch(byline)):
                names = re.findall(NAME, found.groupdict().get("names") or "")
                cut = [(name, _JOB.split(name)[0]) for name in names]
                names = [own for name, own in cut if own == name or " " in own]
                return tuple(name for name in names if not NOBODY & {*name.casefold().split()})
        return ()

    def is_name(self, text: str) -> bool:
        """Whether a line is the name of somebody, or of several, and nothing else."""
        return bool(re.fullmatch(STANDS_FOR["NAMES"], text)) and not NOBODY & {
            *text.casefold().split()
        }

    def without_names(self, text: str) -> str:
        """Return what follows the names that a line begins with: "Ann Lee 3 May 2024"."""
        return _NAMES_FIRST.sub("", text)

    def is_pitch(self, text: str) -> bool:
        """Whether a text speaks of subscribing, of paying, of the reader's mailbox."""
        return any(row.pattern.search(text) for row in self.rows if row.where == "pitch")

    def is_date(self, text: str) -> bool:
        """Whether a line is a date or a time of day, and nothing else."""
        words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", text.lower())
        return bool(re.search(r"\d", text)) and all(word in self.dates for word in words)


@lru_cache(maxsize=16)
def phrases(language: str) -> Phrases:
    """Return the phrases of a language."""
    base = language.split("-")[0].lower()
    names = dict.fromkeys((base, FALLBACK))
    files = [path for path in (FOLDER / f"{name}.txt" for name in names) if path.is_file()]
    sections = [s for path in files for s in _sections(path.read_text("utf-8").splitlines())]
    dates = (line for where, _, lines in sections if where == "date" for line in lines)
    rows, about = [], []
    for where, reason, lines in sections:
        about += [Row(where, reason, (line,)) for line in lines if AUTHOR in line]
        rest = tuple(line for line in lines if AUTHOR not in line)
        for together in [(line,) for line in rest] if reason == BYLINE else [rest]:
            rows.append(Row(where, reason, together))
    words = frozenset(word for line in dates for word in line.split())
    return Phrases(language, tuple(rows), words, tuple(about))


def _sections(lines: Iterable[str]) -> list[tuple[str, str, list[str]]]:
    sections: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if head := re.fullmatch(r"\[(\w+): (.+)\]", line):
            sections.append((head[1], head[2], []))
        elif line and not line.startswith("#"):
            sections[-1][2].append(line)
    return sections


def _pattern(lines: Iterable[str], author: str) -> re.Pattern[str]:
    words = {**STANDS_FOR, AUTHOR: author}
    places = re.compile(rf"\b(?:{'|'.join(words)})\b")
    filled = [places.sub(lambda found: f"(?:{words[found[0]]})", line) for line in lines]
    whole = "|".join(f"(?:{line})" for line in filled)
    # The names in it are asked for only of bylines, which are tried one by one.
    whole = whole if len(filled) == 1 else whole.replace("?P<names>", "?:")
    return re.compile(whole, re.IGNORECASE)
