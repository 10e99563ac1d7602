"""The spoken form of written text: 30km → thirty kilometres.

`say(text, language)` is all that others call. How it comes about:

1. `common.MARKUP`, then `common.SIGNS` (all languages): emphasis, entities, emoji, footnote
   marks, odd spaces → plain text.
2. The language's own RULES: numbers, dates, money, initialisms … → words.
3. `common.PAUSES`, then `common.SPACES` (all languages): brackets, dashes, ellipses → pauses;
   white space and doubled commas that are left over.

A rule is a row in a table (`rules.Rule`): a name, a pattern, and a function that says what is
found. Within one step all rules look at the same text; the first rule to claim a place keeps it.

To add a language, say Dutch, write `podcast/spoken/nl.py` (or a folder `podcast/spoken/nl/`)
with two names, and it's found by its tag:

    RULES: tuple[Rule, ...]          rows in order of priority, most telling first
    ABBREVIATIONS: frozenset[str]    words that end in a full stop which ends no sentence: "bijv."

A rule's function gets a `rules.Found` (the match, what stands before and after, the language tag)
and gives back what is said, or None when it isn't sure: then the place is left to later rules.
Word lists are best kept as data files beside the module (`tables.read`); `numbers.cardinal(12,
"nl")` and its like spell numbers in some sixty languages. Cases go to
`tests/cases/spoken/nl.txt`, a line each: written → spoken.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


ROUNDS = 4
"""What one rule says may stand beside what another one waits for: #A2 becomes "Hashtag A2". So
the steps are gone through until nothing changes, and what is said stays as it is when said again."""
LONG = 10_000
"""Characters beyond which once is enough: no sentence is that long, and time must stay linear."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place where what is said differs from what is written."""

    start: int
    """Where it begins in the written text, in characters."""
    end: int
    spoken: str
    """What is said in place of text[start:end]."""
    rule: str
    """The rule that says so."""


@dataclass(frozen=True)
class Spoken:
    """A text, and what is said of it."""

    text: str
    spoken: str
    changes: tuple[Change, ...] = ()


def say(text: str, language: str = "en") -> Spoken:
    """What is said of `text`; `language` is a BCP 47 tag, whose region picks the manner.

    A language without a table of ours gets its numbers, money and measures spelled where CLDR
    knows it; an unknown one is left as it is. Applying the changes to the text gives the spoken form.
    """
    from podcast.spoken import anywhere, common, numbers
    from podcast.spoken.rules import apply, compose, find

    table = _table(language)
    rules = table.RULES if table else anywhere.RULES if numbers.known(language) else ()
    if not rules:
        return Spoken(text, text)
    steps = (common.MARKUP, common.SIGNS, rules, common.PAUSES, common.SPACES)
    spoken: str = text
    changes: tuple[Change, ...] = ()
    for _ in range(ROUNDS):
        before = spoken
        for step in steps:
            found = find(step, spoken, language)
            if found:
                changes = compose(spoken, changes, found) if changes else found
                spoken = apply(spoken, found)
        if spoken == before or len(text) > LONG:
            break
    return Spoken(text, spoken, changes)


def abbreviations(language: str) -> frozenset[str]:
    """Words whose full stop doesn't end a sentence, with the stop: {"Dr.", "approx.", …}."""
    table = _table(language)
    return table.ABBREVIATIONS if table else frozenset()


def languages() -> tuple[str, ...]:
    """The primary tags of the languages that have a table here."""
    import pkgutil

    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if re.fullmatch(r"[a-z]{2,3}", name)))


@functools.lru_cache(maxsize=64)
def _table(language: str) -> ModuleType | None:
    primary = re.split("[-_]", language.lower())[0]
    # Only what looks like a language: the tag comes from the article.
    if not re.fullmatch(r"[a-z]{2,3}", primary):
        return None
    name = f"{__name__}.{primary}"
    return importlib.import_module(name) if importlib.util.find_spec(name) else None
