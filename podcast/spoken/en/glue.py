"""Words that lost the space between them: haverelaxed → have relaxed.

Copying and converting loses spaces; a voice then stumbles over a word that there isn't. Splitting
too much is worse: only where one part is a frequent function word, the other is a word that's
much used, and the whole is hardly known. Of 118,000 words in two other dictionaries
none is split.
This is the only module that knows wordsegment, and only its data: loading it as it does takes half a
second, so its files are searched, where a candidate asks for it.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.rules import Found, Rule

_DATA = Path(__file__).parent / "data"
_TAILS = (
    "that|the|this|these|those|they|their|them|there|with|from|which|what|when|where|while|and|not"
    "|for|was|were|has|had|have|been|his|her|him|you|your|our|who|will|would|could|should|about"
    "|after|before|because|between|through|than|then|into|over|under|its|are|but|to|of|in|on|is|be"
)
_HEADS = (
    "have|has|had|been|were|was|will|would|could|should|might|must|already|that|the|this|these"
    "|those|they|their|there|with|from|which|when|where|while|and|because|about|between|through"
    "|into|than|then|being|also|only|very|just|more|most|such|some|both|each|every|other|who|you"
    "|your|our|his|her|for|not|can|may|but|are|its|she|after|before|against|during|since|until"
)
_TOTAL = 1_024_908_267_229
"""Words counted: wordsegment's own figure."""
_MUCH_USED = 500_000
_LIKELIER = 3
"""How much likelier the two words must be than the one."""


@functools.cache
def _counts(name: str) -> bytes:
    import wordsegment

    folder = Path(wordsegment.__file__).parent
    return b"\n" + (folder / f"{name}.txt").read_bytes()


@functools.cache
def _dictionary() -> frozenset[bytes]:
    return frozenset(_counts("words").split())


@functools.lru_cache(maxsize=4_000)
def _count(words: str) -> int:
    """How often the word, or the two words, were counted; 0 for what is rare."""
    data = _counts("bigrams" if " " in words else "unigrams")
    key = f"\n{words}\t".encode()
    at = data.find(key)
    if at < 0:
        return 0
    start = at + len(key)
    return int(data[start : data.find(b"\n", start)])


@functools.lru_cache(maxsize=4_000)
def split(word: str) -> str | None:
    """Return the two words that `word` is made of; None for what is one word, or no word."""
    if word.encode() in _dictionary() or word in tables.read(_DATA, "one_word"):
        return None
    best, score = None, 0.0
    for head, tail in _ways(word):
        if min(_count(head), _count(tail)) < _MUCH_USED:
            continue
        together = _count(f"{head} {tail}")
        if not together and min(len(head), len(tail)) < 3:
            continue
        likely = max(together, _count(head) * _count(tail) / _TOTAL)
        if likely > score:
            best, score = f"{head} {tail}", likely
    return best if best and score > _LIKELIER * max(_count(word), 300) else None


def _ways(word: str) -> list[tuple[str, str]]:
    """The ways to part the word so that one part is a function word."""
    ways = []
    for at in range(2, len(word) - 1):
        head, tail = word[:at], word[at:]
        if (_is_head(head) and len(tail) > 2) or (_is_tail(tail) and len(head) > 1):
            ways.append((head, tail))
    return ways


_is_head = re.compile(_HEADS).fullmatch
_is_tail = re.compile(_TAILS).fullmatch


def part(found: Found) -> str | None:
    """haverelaxed → have relaxed; saidthat → said that; without stays."""
    return split(found.text)


def part_sentences(found: Found) -> str:
    """The end.The next day → The end. The next day."""
    return f"{found.text} "


RULES: tuple[Rule, ...] = (
    Rule("glued words", rf"(?<![\w’'@#./-])(?:(?:{_HEADS})[a-z]{{3,18}}|[a-z]{{2,18}}(?:{_TAILS}))(?![\w’'@/-]|\.\w)", part),
    Rule("glued sentences", r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+[\s,.;:’'])", part_sentences, ".!?"),
)  # fmt: skip
"""Before all other rules."""
