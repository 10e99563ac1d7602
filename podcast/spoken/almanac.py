"""What dates of several languages have in common: 2023/24, Mo. and lun., which days there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from podcast.spoken.context import ends_sentence
from podcast.spoken.rules import Found, Rule

YEAR = r"(?:1[0-9]|20)\d\d"
"""A number that may be a year."""


def is_date(day: int, month: int) -> bool:
    """Whether there may be such a day: not 31/13."""
    return 1 <= day <= 31 and 1 <= month <= 12


def season(years: Callable[[str, str], str], hyphened: str = r"\d\d") -> Rule:
    """Return the rule for 2023/24, one year and the next, which `years` says.

    `hyphened` is what a second year is like after a hyphen, where 2023-2024 may be a span.
    """

    def say(found: Found) -> str | None:
        first, second = found[1], found[2] or found[3]
        follows = int(second[-2:]) == (int(first[-2:]) + 1) % 100
        return years(first, second) if follows else None

    return Rule(
        "season",
        rf"(?<![\w.,/–-])({YEAR})(?:/({YEAR}|\d\d)|[-–]({hyphened}))(?![\w/–-])",
        say,
        "/-–",
    )


def weekdays(
    names: Mapping[str, str], joined: str, determined: str, words: frozenset[str] = frozenset()
) -> Rule:
    """Return the rule for lun. 3, du lun. au ven.: days in short, before a date or among others.

    `joined` is what parts several of them, `determined` the articles that tell one; `words` are
    those of them that are words as well: "le jeu." is a game.
    """
    days = "|".join(names)
    before = re.compile(rf"\b(?:{days})\.{joined}$", re.IGNORECASE)
    after = re.compile(rf"{joined}(?:{days})\.", re.IGNORECASE)
    article = re.compile(rf"\b(?:{determined}) $", re.IGNORECASE)

    def say(found: Found) -> str | None:
        dated = re.match(r" \d{1,2}(?:er|h)?\b", found.after)
        told = article.search(found.before) and found[1] not in words
        if not (dated or told or before.search(found.before) or after.match(found.after)):
            return None
        return names[found[1].lower()] + ("." if ends_sentence(found) else "")

    return Rule("weekday", rf"(?<!\w)({days})\.", say, ".", re.IGNORECASE)
