"""Words that lost the space between them on their way here ("haverelaxed")."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_SMALL = frozenset(
    (
        "have",
        "has",
        "had",
        "was",
        "were",
        "been",
        "with",
        "from",
        "that",
        "this",
        "they",
        "their",
        "them",
        "would",
        "will",
        "could",
        "should",
        "and",
        "the",
        "for",
        "but",
        "which",
        "when",
        "what",
        "where",
        "while",
        "said",
        "says",
        "about",
        "after",
        "before",
        "into",
        "than",
        "then",
        "because",
        "already",
        "still",
        "never",
        "always",
        "often",
        "only",
        "just",
        "even",
        "also",
    )
)
"""Words that a writer always sets apart, so that they are at home in hardly any compound."""
_FIRST = "|".join(sorted(_SMALL))
_CANDIDATE = re.compile(
    rf"(?<![\w@#/.&=-])(?:(?:{_FIRST})[a-z]{{5,16}}|[a-z]{{5,16}}(?:{_FIRST}))(?![\w@/=-]|\.\w)"
)
_COMMON = 500_000
"""Times that a word must have been seen in a trillion to be the other half."""


def unglued(text: str) -> str:
    """English `text` with its glued words apart, where there's no doubt.

    A word is taken apart only when no dictionary has it, the text doesn't use it twice, one part
    is a small word and the other a common one: a false repair is worse than none.

    >>> unglued("He may haverelaxed his stance.")
    'He may have relaxed his stance.'
    """

    def apart(match: re.Match[str]) -> str:
        word = match[0]
        if _count(word) or text.count(word) > 1:
            return word
        found = [
            f"{first} {second}"
            for first, second in ((word[:n], word[n:]) for n in range(3, len(word) - 2))
            if (first in _SMALL and _is_common(second)) or (second in _SMALL and _is_common(first))
        ]
        return found[0] if len(found) == 1 else word

    return _CANDIDATE.sub(apart, text)


def _is_common(word: str) -> bool:
    return len(word) >= 5 and _count(word) >= _COMMON


@cache
def _count(word: str) -> int:
    """How often `word` was seen in a trillion words; 0 for one that's in no list."""
    line = re.search(rf"^{word}\t(\d+)".encode(), _words(), re.MULTILINE)
    return int(line[1]) if line else 0


@cache
def _words() -> bytes:
    return files("wordsegment").joinpath("unigrams.txt").read_bytes()
