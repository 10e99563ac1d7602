"""Clauses: a sentence too long for a voice, cut where a reader would draw breath."""

from __future__ import annotations

import re

JOINS = (
    "and or but because which who while when if that although und oder aber weil der die das "
    "während wenn dass et ou mais car qui que quand si y o pero porque que cuando si"
)
"""Words that begin a clause, in the languages we know."""

BREAKS = (
    re.compile(r"(?<=[.!?…;:])[\"'”’»“)\]]*\s+"),
    re.compile(r"\s+(?=[–—-]\s)|(?<=[–—])\s+"),
    re.compile(r"(?<=,)[\"'”’»“)\]]*\s+(?!\d)|\s+(?=\()"),
    re.compile(rf"\s+(?=(?:{'|'.join(dict.fromkeys(JOINS.split()))})\b)"),
    re.compile(r"(?<=[^\W\d_])\s+(?=[^\W\d_])"),
    re.compile(r"\s+"),
)
"""Where a sentence may be cut, the best places first: the last two only in need."""

_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve hundred thousand million
    billion trillion point percent dollars euros pounds komma prozent millionen milliarden cent
    mille millions milliards virgule cien mil millones coma por ciento
"""
NUMBERS = frozenset(_NUMBERS.split())
"""What a number, spelled, is made of: enough of it to know the inside of one."""

PARTICLES = frozenset({"of", "de", "del", "della", "van", "von", "der", "den", "zu", "la", "du"})
"""What may stand between the words of a name."""

_NAME = re.compile(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][\w.'’-]*")


def clauses(text: str, limit: int) -> tuple[str, ...]:
    """Return `text` in parts of at most `limit` characters, cut at clauses where there are any.

    Joined by spaces they are the text again. A number or a name is cut only where a part would
    otherwise be too long, a word never.
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return (text,) if text else ()
    place = _place(text, limit)
    if place is None:
        return (text,)
    before, after = text[:place].rstrip(), text[place:].lstrip()
    return (*clauses(before, limit), *clauses(after, limit))


def _place(text: str, limit: int) -> int | None:
    """Return where to cut: at the strongest mark that leaves no scrap, nearest to the middle."""
    middle = len(text) / 2
    scrap = min(limit, len(text)) / 5
    for need, pattern in enumerate(BREAKS):
        places = [
            found.end()
            for found in pattern.finditer(text)
            if scrap <= found.end() <= len(text) - scrap
            and (need == len(BREAKS) - 1 or not _within_name(text, found))
        ]
        if places:
            return min(places, key=lambda place: abs(place - middle))
    spaces = [found.end() for found in re.finditer(r"\s+", text)]
    return min(spaces, key=lambda place: abs(place - middle), default=None)


def _within_name(text: str, found: re.Match[str]) -> bool:
    """Whether the words on both sides belong to one name or one number."""
    before = text[: found.start()].rsplit(maxsplit=1)[-1:]
    after = text[found.end() :].split(maxsplit=1)[:1]
    return bool(before and after) and all(_is_part(word[0]) for word in (before, after))


def _is_part(word: str) -> bool:
    if word.endswith((".", ",", ";", ":", "!", "?", "…")):
        return False
    return bool(_NAME.match(word)) or word in PARTICLES or word[0].isdigit() or _is_number(word)


def _is_number(word: str) -> bool:
    return word.partition("-")[0].lower() in NUMBERS or word.endswith(("teen", "ty"))
