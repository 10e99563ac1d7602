"""Regular expressions that are compiled, and tried, only where a text holds what they need.

There are hundreds of them, for all that may be in an article: compiling them takes longer than
all else that a short one asks for, and most speak of what it never mentions. So what a match
can't do without, words and figures, is read off the expression itself, and looked for first.
"""

from __future__ import annotations

import re
from functools import cached_property

_PLAIN = r"[^\\\[\](){}|?*+.^$0-9]"
_ESCAPE = r"\\(?:x..|u.{4}|U.{8}|N\{.*?\}|.)"
_TOKEN = re.compile(
    rf"(?P<words>{_PLAIN}+(?:\|{_PLAIN}+)*)(?![?*{{])"
    r"|(?P<open>\((?:\?(?:P<\w+>|[a-zA-Z-]*:|<?=))?(?!\?))"
    r"|(?P<signs>\\[^\w\s]|\[[^\w\s\\\[\]^-]+\])(?![?*{])"
    r"|(?P<figure>(?:\[(?:[0-9](?:-[0-9])?)+\]|\\d|[0-9])(?![?*]|\{0?,))"
    r"|\)(?:(?P<optional>[?*]|\{0?,\d*\})|(?P<close>))"
    r"|(?P<bar>\|)"
    r"|(?P<ignored>\(\?<?!)"
    rf"|(?P<other>{_ESCAPE}|\[\^?.(?:\\.|[^\]\\])*\]|\{{[\d,]+\}}|\(\?P=\w+\)"
    r"|[.^$?*+]|[^\\\[\](){}|](?=[?*{]))"
    r"|(?P<unknown>.)",
    re.DOTALL,
)
_EITHER_CASE = re.compile(r"\[([a-z])\1\]", re.IGNORECASE)
"""[Aa]: in small letters, a."""

Words = tuple[str, ...]
"""Words, or parts of words, of which one must be there."""
FIGURES: Words = tuple("0123456789")
"""Stands for any figure, in other scripts too."""


class Text:
    """A text that expressions are tried on, and what is in it."""

    __slots__ = ("figures", "small")

    def __init__(self, text: str) -> None:
        self.small = text.lower()
        self.figures = bool(_FIGURE.search(text))


_FIGURE = re.compile(r"\d")
_COMMON = frozenset(" abcdefghijklmnopqrstuvwxyz")


class Expression:
    """A regular expression."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def at_start(self, text: Text) -> re.Pattern[str] | None:
        """Return the compiled expression; None when it can't match where the text begins."""
        if self._openings and not text.small.startswith(self._openings):
            return None
        return self.on(text)

    def on(self, text: Text) -> re.Pattern[str] | None:
        """Return the compiled expression; None when it can't match anywhere in the text."""
        figures, words = self._needs
        if figures and not text.figures:
            return None
        small = text.small
        for some in words:
            for word in some:
                if word in small:
                    break
            else:
                return None
        return self._compiled

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    @cached_property
    def _openings(self) -> Words:
        return () if self._flags & re.VERBOSE else openings(self._source)

    @cached_property
    def _needs(self) -> tuple[bool, tuple[Words, ...]]:
        """Whether it needs a figure; and words, the most telling first.

        A letter or a space alone is left out: it's in nearly every text.
        """
        if self._flags & re.VERBOSE:  # where a space is none
            return False, ()
        needed = dict.fromkeys(needs(self._source))
        words = [some for some in needed if some is not FIGURES and _COMMON.isdisjoint(some)]
        return FIGURES in needed, tuple(sorted(words, key=_telling, reverse=True))


def needs(expression: str) -> tuple[Words, ...]:
    """Return what a text must hold for a match, in small letters: one word out of each.

    It may be less than is needed: what isn't understood is taken to need nothing.

    >>> needs(r"(the )?(stories|posts?) from .{2,40}")
    (('stories', 'post'), (' from ',))
    """
    here: list[Words] = []
    before: list[list[Words]] = []
    around: list[tuple[list[Words], list[list[Words]], bool]] = []
    for token in _TOKEN.finditer(_EITHER_CASE.sub(r"\1", expression)):
        kind = token.lastgroup
        if kind == "words":
            first, *rest = token[0].lower().split("|")
            here.append((first,))
            for word in rest:
                before.append(here)
                here = [(word,)]
        elif kind == "signs":
            here.append(tuple(token[0].strip("\\[]") or token[0][1:]))
        elif kind == "figure":
            here.append(FIGURES)
        elif kind == "open" or kind == "ignored":
            around.append((here, before, kind == "open"))
            here, before = [], []
        elif kind == "bar":
            before.append(here)
            here = []
        elif kind == "close" or kind == "optional":
            group = _one_of([*before, here])
            here, before, counts = around.pop()
            if counts and kind == "close":
                here += group
        elif kind == "unknown":
            return ()
    return tuple(_one_of([*before, here]))


def openings(expression: str) -> Words:
    """Return what a match begins with, in small letters: one of these; nothing when it's unknown.

    >>> openings(r"(?!see you)(to )?(see|read|view)( the)? story")
    ('to ', 'see', 'read', 'view')
    """
    here: list[Words] = [MORE]  # of each alternative so far, what it begins with
    around: list[tuple[list[Words], bool]] = []
    for token in _TOKEN.finditer(_EITHER_CASE.sub(r"\1", expression)):
        kind = token.lastgroup
        begins = MORE
        if kind == "words":
            first, *rest = token[0].lower().split("|")
            here[-1] = _then(here[-1], (first,))
            here += [(word,) for word in rest]
        elif kind == "signs":
            begins = tuple(token[0].strip("\\[]") or token[0][1:])
        elif kind == "open" or kind == "ignored":
            around.append((here, kind == "open" and token[0] != "(?<="))
            here = [MORE]
        elif kind == "bar":
            here.append(MORE)
        elif kind == "close" or kind == "optional":
            group = _any(here)
            here, counts = around.pop()
            if counts:
                begins = group if kind == "close" else group + MORE
        elif kind == "unknown":
            return ()
        elif token[0] not in ("^", r"\b"):
            begins = ANYTHING
        here[-1] = _then(here[-1], begins)
    known = _any(here)
    return () if "" in known else known


MORE: Words = ("",)
"""Last of what something begins with: or it is empty, and what follows begins."""
ANYTHING: Words = ("", "")


def _then(first: Words, second: Words) -> Words:
    """Return what begins something that is followed by something."""
    return first[:-1] + second if first[-1] == "" and first != ANYTHING else first


def _any(alternatives: list[Words]) -> Words:
    """Return what begins one of several."""
    if any("" in words for words in alternatives):
        return ANYTHING
    return tuple(word for words in alternatives for word in words)


def _one_of(alternatives: list[list[Words]]) -> list[Words]:
    """Return what is needed whichever alternative it is: of each, the words that tell most."""
    if len(alternatives) == 1:
        return alternatives[0]
    if not all(alternatives):
        return []
    if all(FIGURES in needed for needed in alternatives):
        return [FIGURES]
    most = [max(needed, key=_telling) for needed in alternatives]
    return [] if FIGURES in most else [tuple(word for words in most for word in words)]


def _telling(words: Words) -> int:
    """Letters of the shortest word: the more, the fewer texts hold one of them."""
    return min(map(len, words))
