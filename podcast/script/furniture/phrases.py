"""The phrases by which furniture is known: a text file a language, beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from podcast.needs import Expression, Text

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
DATE = "date"
AUTHOR = "AUTHOR"
SITE = "SITE"
_NOBODY = """
    staff writer writers reporter reporters desk newsroom editor editors agency agencies news team
    correspondent redaktion agenturen rédaction agences redacción agencias equipo
"""
NOBODY = frozenset(_NOBODY.split())
"""Words in a byline that names nobody: "By Staff Writer"."""


_NAMES_FIRST = rf"{STANDS_FOR['NAMES']},? (?=\d)"
_JOB = (
    r" (?=(?:Local Democracy|Senior|Staff|Chief|Political|Business|Sports?|Science|Health|Crime|"
    r"Education|Environment|Transport|Economics|Foreign|Arts|Features?|News|Reporter|Editor|Writer|"
    r"Correspondent|Journalist|Columnist|Critic)\b)"
)
"""Where a job begins that follows a name without a comma."""


LONGEST_OFFER = 240
"""Letters of what offers a newsletter."""
_LETTER = re.compile(r"newsletter|infolettre|bolet[ií]n", re.IGNORECASE)
_QUOTED = re.compile('["“”„«»]')


@dataclass(frozen=True)
class Row:
    """A line of the file: what is left out there, and why."""

    where: str
    reason: str
    line: str
    """A regular expression."""
    author: str = "(?!)"
    """What AUTHOR stands for."""
    site: str = "(?!)"
    """What SITE stands for."""

    @cached_property
    def expression(self) -> Expression:
        """The line, to be tried where a text holds what it needs."""
        words = {**STANDS_FOR, AUTHOR: self.author, SITE: self.site}
        return Expression(_PLACE.sub(lambda found: f"(?:{words[found[0]]})", self.line), re.I)


_PLACE = re.compile(rf"\b(?:{'|'.join((*STANDS_FOR, AUTHOR, SITE))})\b")


@dataclass(frozen=True)
class Phrases:
    """What to look for, by where: rows of reason and pattern."""

    language: str
    rows: tuple[Row, ...]
    dates: frozenset[str]
    """Words that make a date line together with numbers."""
    about: tuple[Row, ...] = ()
    """Rows that need to know who the author is, or the publication."""

    def knowing(self, authors: Iterable[str], site: str) -> Phrases:
        """Return the phrases that know the names of an article's authors and publication."""
        whole = [name for name in authors if name]
        last = [name.split()[-1] for name in whole if " " in name]
        names = "|".join(map(re.escape, (*whole, *last)))
        known = [(AUTHOR, {"author": names})] if names else []
        known += [(SITE, {"site": re.escape(site)})] if site else []
        rows = [replace(row, **kw) for word, kw in known for row in self.about if word in row.line]
        return replace(self, rows=(*self.rows, *rows)) if rows else self

    def reason(self, where: str, text: str) -> str:
        """Return why a text found there isn't said; empty when it is."""
        rows = self._likely(text, where)
        return next((row.reason for row, pattern in rows if pattern.fullmatch(text)), "")

    def prefix(self, text: str) -> str:
        """Return what the first paragraph begins with and isn't said: a dateline."""
        found = (pattern.match(text) for _, pattern in self._likely(text, "prefix"))
        return next((match[0] for match in found if match), "")

    def names(self, byline: str) -> tuple[str, ...]:
        """Return the names in a line like "By Ann Lee and Bob Ray"; none in any other line."""
        for _, pattern in self._likely(byline, BYLINE):
            if found := pattern.fullmatch(byline):
                names = re.findall(NAME, found.groupdict().get("names") or "")
                cut = [(name, re.split(_JOB, name)[0]) for name in names]
                names = [own for name, own in cut if own == name or " " in own]
                return tuple(name for name in names if not NOBODY & {*name.casefold().split()})
        return ()

    def _likely(self, text: str, sort: str) -> Iterator[tuple[Row, re.Pattern[str]]]:
        """Yield the rows of a sort that may match the text's beginning, with their patterns."""
        held = Text(text)
        for row in self._sorts.get(sort, ()):
            if pattern := row.expression.at_start(held):
                yield row, pattern

    @cached_property
    def _sorts(self) -> dict[str, list[Row]]:
        """The rows by where they're looked for, and those of bylines wherever they are."""
        sorts: dict[str, list[Row]] = {}
        for row in self.rows:
            sorts.setdefault(row.where, []).append(row)
            if row.reason == BYLINE:
                sorts.setdefault(BYLINE, []).append(row)
        return sorts

    def is_name(self, text: str) -> bool:
        """Whether a line is the name of somebody, or of several, and nothing else."""
        return bool(re.fullmatch(STANDS_FOR["NAMES"], text)) and not NOBODY & {
            *text.casefold().split()
        }

    def without_names(self, text: str) -> str:
        """Return what follows the names that a line begins with: "Ann Lee 3 May 2024"."""
        return re.sub(_NAMES_FIRST, "", text)

    def is_pitch(self, text: str) -> bool:
        """Whether a text speaks of subscribing, of paying, of the reader's mailbox."""
        return self._is_in("pitch", text)

    def addresses(self, text: str) -> bool:
        """Whether a text speaks to its reader: "you", "your"."""
        return self._is_in("reader", text)

    def asks(self, text: str) -> bool:
        """Whether a publication speaks of itself to its reader: "you" and "our"."""
        return self.addresses(text) and self._is_in("publication", text)

    def is_sign_up(self, text: str) -> bool:
        """Whether a publication offers its reader a newsletter: "Our newsletter, in your box"."""
        named = len(text) <= LONGEST_OFFER and _LETTER.search(text) and not _QUOTED.search(text)
        return bool(named) and self.asks(text)

    def _is_in(self, sort: str, text: str) -> bool:
        held = Text(text)
        found = (row.expression.on(held) for row in self._sorts.get(sort, ()))
        return any(pattern.search(text) for pattern in found if pattern)

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
    dates = (line for where, _, lines in sections if where == DATE for line in lines)
    rows: list[Row] = []
    about: list[Row] = []
    for where, reason, lines in sections:
        for line in lines if where != DATE else ():
            (about if AUTHOR in line or SITE in line else rows).append(Row(where, reason, line))
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
