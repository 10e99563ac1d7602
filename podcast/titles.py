"""Titles: whether two are the same, and one from a file's name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DATED = re.compile(r"^\d{4}-\d\d(-\d\d)?[-_ ]+")


_BETWEEN = re.compile(r"[\W_]+")


def title_key(text: str) -> str:
    """What two ways of writing one title have in common: its letters and digits."""
    return _remembered(text) if len(text) <= LONGEST else _key(text)


def _key(text: str) -> str:
    if text.isascii():
        return _BETWEEN.sub("", text.lower())
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


_remembered = lru_cache(maxsize=4096)(_key)
"""A page's lines are compared with its title again and again."""


def same_title(one: str, other: str) -> bool:
    """Whether both say the same, whatever their quotes, dashes and capitals.

    >>> same_title("“Never again” – they said", '"Never Again": they said')
    True
    """
    return one == other or (bool(title_key(one)) and title_key(one) == title_key(other))


def is_longer(one: str, other: str) -> bool:
    """Whether `one` says what `other` says, and goes on.

    >>> is_longer("7 small habits that cut your power bill", "7 small habits")
    True
    """
    return len(title_key(other)) > 5 and title_key(one).startswith(title_key(other))


def from_name(stem: str) -> str:
    """A title out of a file's name; empty when there is no word in it.

    >>> from_name("2024-05-29-long_range-weapons")
    'Long range weapons'
    """
    words = re.sub(r"[-_\s]+", " ", _DATED.sub("", stem)).strip()
    if not any(character.isalpha() for character in words):
        return ""
    return words[0].upper() + words[1:]


LONGEST = 200
"""Characters of a text that is still a title."""


def shortened(text: str) -> str:
    """The first sentence of `text` as a title, cut at a word where it's too long."""
    sentence = re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0].rstrip(".")
    return sentence if len(sentence) <= LONGEST else sentence[:80].rsplit(" ", 1)[0] + " …"
