"""Words that lost the space between them on their way here: haverelaxed → have relaxed.

Copying and converting loses spaces; a voice then stumbles over a word that there isn't. Splitting
too much is worse: only where one part is a frequent function word, the other is a word that's
much used, the whole is hardly known, and no other way to part it is likelier. Of 174,000 words in
three other dictionaries none is split; of 4,000 pairs of neighbours in English prose, glued, 83 %
come apart rightly and three pairs wrongly.
This is the only module that knows wordsegment, and only its data: loading it as it does takes half
a second, so its files are searched, where a candidate asks for it.
"""

from __future__ import annotations

import functools
import mmap
import re
from importlib.util import find_spec
from pathlib import Path

from podcast.spoken import tables

_TAILS = (
    "that|the|this|these|those|they|their|them|there|with|from|which|what|when|where|while|and|not"
    "|for|was|were|has|had|have|been|his|her|him|you|your|our|who|will|would|could|should|about"
    "|after|before|because|between|through|than|then|into|over|under|its|are|but|to|of|in|on|is|be"
)
_HEADS = (
    "have|has|had|been|were|was|will|would|could|should|might|must|already|that|the|this|these"
    "|those|they|their|there|with|from|which|what|when|where|while|and|because|about|between"
    "|through|into|than|then|being|also|only|very|just|more|most|such|some|both|each|every|other"
    "|who|you|your|our|his|her|for|not|can|may|but|are|its|she|after|before|against|during|since"
    "|until"
)
CANDIDATE = (
    rf"(?<![\w’'@#./&=-])(?:(?:{_HEADS})[a-z]{{3,18}}|[a-z]{{2,18}}(?:{_TAILS}))"
    r"(?![\w’'@/=-]|\.\w)"
)
"""What may be two words, as a regular expression: no name, no address."""
_TOTAL = 1_024_908_267_229
"""Words counted: wordsegment's own figure."""
_MUCH_USED = 500_000
_SELDOM = 300
"""A word that is in no list may have been met as often as this."""
_COMMON = 5_000_000
_NEIGHBOURS = 100_000
"""Two words that stand side by side so often may have a hyphen between them."""
_WHOLE = 10
"""Times as often as its halves are met side by side: so is a word that is one."""
_LIKELIER, _LIKELIER_THAN_KNOWN = 3, 100
"""How much likelier the two words must be than the one; more where people have written the one."""


def unglued(text: str, whole: str = "") -> str:
    """English `text` with its glued words apart, where there's no doubt.

    A word that stands more than once in `whole`, the article, is left: it's the name of something.

    >>> unglued("He may haverelaxed his stance.")
    'He may have relaxed his stance.'
    """

    def apart(match: re.Match[str]) -> str:
        word = match[0]
        found = split(word)
        if found is None or len(re.findall(rf"\b{word}\b", whole or text)) > 1:
            return word
        return found

    return re.sub(CANDIDATE, apart, text)


@functools.lru_cache(maxsize=4_000)
def split(word: str) -> str | None:
    """Return the two words that `word` is made of; None for what is one word, or no word.

    >>> split("saidthat")
    'said that'
    """
    if _is_word(word) or word in tables.read(Path(__file__).parent, "glue"):
        return None
    cuts = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    ways = [way for way in cuts if _is_function(*way)]
    allowed = [way for way in ways if _is_certain(*way)]
    if not allowed:
        return None
    known = _count(word)
    enough = (_LIKELIER_THAN_KNOWN if known else _LIKELIER) * max(known, _SELDOM)
    if len(ways) == 1 and _by_chance(*allowed[0]) > enough:
        return " ".join(allowed[0])  # without a look through 10 MB of pairs
    likely = {way: _together(*way) for way in ways}
    best = max(allowed, key=lambda way: likely[way])
    return " ".join(best) if max(likely.values()) == likely[best] > enough else None


def has_hyphen(first: str, second: str) -> bool:
    """Whether a hyphen between two halves, where a line ends, is the English word's own.

    >>> has_hyphen("well", "known"), has_hyphen("inter", "national")
    (True, False)
    """
    together, apart = _count(first + second), _count(f"{first} {second}")
    if together or _is_word(first + second):
        return apart >= _NEIGHBOURS and together < _WHOLE * apart
    return min(len(first), len(second)) > 3 and min(_count(first), _count(second)) > _COMMON


def begins_word(letter: str, text: str) -> bool:
    """Whether a letter that stands before `text` is of its first word; else it's a word itself.

    >>> begins_word("I", "n the end"), begins_word("A", "mill stood there")
    (True, False)
    """
    word = re.match(r"[^\W\d_]*", text)
    rest = word[0].lower() if word else ""
    return letter not in "AI" or not rest or _count(letter.lower() + rest) > _count(rest)


def is_cut(first: str, second: str) -> bool:
    """Whether the two halves are one much-used word, which the end of a line has cut.

    >>> is_cut("fisher", "men"), is_cut("policy", "makers")
    (True, False)
    """
    together = _count(first + second)
    return together >= _MUCH_USED and together >= _WHOLE * _count(f"{first} {second}")


_is_head = re.compile(_HEADS).fullmatch
_is_tail = re.compile(_TAILS).fullmatch


def _is_function(head: str, tail: str) -> bool:
    return bool(_is_head(head) or _is_tail(head) or _is_head(tail) or _is_tail(tail))


def _is_certain(head: str, tail: str) -> bool:
    """Whether both are much used, one is a function word in its place, and neither is a scrap."""
    if not ((_is_head(head) and len(tail) > 2) or _is_tail(tail)):
        return False
    if min(_count(head), _count(tail)) < _MUCH_USED:
        return False
    return min(len(head), len(tail)) > 2 or _count(f"{head} {tail}") > 0


def _together(head: str, tail: str) -> float:
    """How often the two are expected side by side: as counted, or as by chance."""
    return max(_count(f"{head} {tail}"), _by_chance(head, tail))


def _by_chance(head: str, tail: str) -> float:
    return _count(head) * _count(tail) / _TOTAL


@functools.lru_cache(maxsize=4_000)
def _count(words: str) -> int:
    """How often the word, or the two words, were counted; 0 for what is rare."""
    data = _lines("bigrams" if " " in words else "unigrams")
    key = f"{words}\t".encode()
    at = data.find(b"\n" + key) + 1  # 0, the first line, when no other begins with the key
    start = at + len(key)
    return int(data[start : data.find(b"\n", start)]) if data[at:start] == key else 0


def _is_word(word: str) -> bool:
    """Whether it's in the dictionary: whose lines are in order, so that some looks are enough.

    A set of its 179,000 words takes 15 ms to make, which is more than most articles' looks.
    """
    data, sought = _lines("words"), word.encode()
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(b"\n", 0, (low + high) // 2 + 1) + 1
        end = data.find(b"\n", start)
        line = data[start : end if end >= 0 else len(data)]
        if line == sought:
            return True
        if line < sought:
            low = start + len(line) + 1
        else:
            high = start - 1
    return False


@functools.cache
def _lines(name: str) -> mmap.mmap:
    """The file as it lies on the disk: reading all 12 MB takes longer than most articles' looks."""
    package = find_spec("wordsegment")
    assert package and package.origin  # noqa: S101 -- it's installed with us
    with Path(package.origin).with_name(f"{name}.txt").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
