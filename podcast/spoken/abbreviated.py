"""Abbreviations by a table: z. B. → zum Beispiel, with the full stop again where it ended all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from podcast.spoken.context import ends_sentence, word_after
from podcast.spoken.rules import Found, Rule

BEFORE_NUMBER = re.compile(r" ?(?:\d|[IVXLC]+\b|I(?:er|re|ʳᵉ|ᵉʳ)\b|[IVX]{2,6}[eᵉ]\b)")
BEFORE_NAME = re.compile(r" ?[A-ZÀ-Þ]")


def rule(
    table: Mapping[str, str],
    closing: frozenset[str],
    starters: frozenset[str],
    follows: Mapping[str, re.Pattern[str]],
) -> Rule:
    """Return the rule that says the abbreviations of a table.

    Spaces in them may be left out. `closing` are those that may end a sentence in its midst, if
    one of `starters` comes next: "usw. Die …". `follows` tells what must come after those that
    are words as well: "dieser Art." has no article.
    """
    spoken = {_tight(written): said for written, said in table.items()}
    closing = frozenset(map(_tight, closing))

    def say(found: Found) -> str | None:
        written = _tight(found.text)
        said = spoken.get(written)
        if said is None:
            said = spoken.get(written[0].lower() + written[1:])
            said = said and said[0].upper() + said[1:]
        wanted = follows.get(written) or follows.get(written[0].lower() + written[1:])
        if said is None or (wanted and not wanted.match(found.after)):
            return None
        last = ends_sentence(found) or (
            written in closing and word_after(found) in starters and found.after[:1] == " "
        )
        if found.after[:1].isalnum():
            return said + " "
        return said + "." if written.endswith(".") and last else said

    names = sorted(table, key=len, reverse=True)
    capital = [name[0].upper() + name[1:] for name in names if name[0].islower()]
    forms = "|".join(_loose(name) for name in [*names, *capital])
    return Rule(
        "abbreviation", rf"(?<![\w.])(?:{forms})(?:(?![^\W\d_])|(?<=[a-z]\.)(?=[A-ZÀ-Þ]))", say
    )


def stops(table: Mapping[str, str], follows: Mapping[str, re.Pattern[str]]) -> frozenset[str]:
    """Return the words whose full stop ends no sentence: "z. B." as "z.B.", "z." and "B.".

    Those that are words as well are left out: "No." is one only before a number.
    """
    ended = [name for name in table if name.endswith(".") and follows.get(name) != BEFORE_NUMBER]
    parts = {part for name in ended for part in name.split() if part.endswith(".")}
    return frozenset(parts | {_tight(name) for name in ended} | set(ended))


def _tight(written: str) -> str:
    return re.sub(r"\s", "", written)


def _loose(written: str) -> str:
    return re.sub(r"(?:\\ )+", " ?", re.escape(written))
