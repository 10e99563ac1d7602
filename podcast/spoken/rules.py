"""The engine: rows of rules find places in a text, and say what is heard there."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from podcast.needs import Expression, Text
from podcast.spoken import Change

DIGITS = "0123456789"
STOPS = (".", "!", "?", "…")
CONTEXT = 80
"""Characters a rule may see before and after: enough for a phrase, and linear on any text."""


class Found:
    """A place that a rule's pattern matched: `found[1]`, `found["unit"]`, and its surroundings."""

    __slots__ = ("language", "match")

    def __init__(self, match: re.Match[str], language: str) -> None:
        self.match = match
        self.language = language
        """The tag that was asked for: "en-GB"."""

    def __getitem__(self, group: int | str) -> str:
        """Return what the group matched; empty when it took no part."""
        return self.match[group] or ""

    @property
    def text(self) -> str:
        """All that was matched."""
        return self.match[0]

    @property
    def before(self) -> str:
        """What stands before, CONTEXT characters at most."""
        start = self.match.start()
        return self.match.string[max(0, start - CONTEXT) : start]

    @property
    def after(self) -> str:
        """What stands after, CONTEXT characters at most."""
        end = self.match.end()
        return self.match.string[end : end + CONTEXT]


@dataclass(frozen=True)
class Rule:
    """A row of the table."""

    name: str
    """Shown by `--explain`."""
    pattern: str
    """A regular expression, compiled when first needed. No nested quantifiers: article text is
    untrusted, and 100,000 repeated signs must not take longer than 100,000 letters."""
    say: Callable[[Found], str | None]
    """What is said there; None leaves the place to later rules."""
    needs: str = ""
    """Characters of which one must be in the text, else the rule isn't tried: it's what makes
    150 rules quick."""
    flags: int = 0

    @cached_property
    def expression(self) -> Expression:
        """The pattern, to be tried where a text holds what it needs."""
        return Expression(self.pattern, self.flags)


def find(rules: Sequence[Rule], text: str, language: str) -> tuple[Change, ...]:
    """Return the changes that `rules` make to `text`, in order; an earlier rule goes first."""
    letters, held = _held_by(text)
    claimed = bytearray(len(text))
    changes = []
    figures = not letters.isdisjoint(DIGITS)  # asked once: half of the rules need one
    for rule in rules:
        needs = rule.needs
        if needs and (not figures if needs is DIGITS else letters.isdisjoint(needs)):
            continue
        pattern = rule.expression.on(held)
        if pattern is None:
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if start == end or claimed.find(1, start, end) >= 0:
                continue
            spoken = rule.say(Found(match, language))
            if spoken is None:
                continue
            if spoken and match[0].endswith(".") and _ends_text(text, end):
                spoken = spoken if spoken.endswith(STOPS) else f"{spoken}."
            claimed[start:end] = b"\1" * (end - start)
            if spoken != match[0]:
                changes.append(Change(start, end, spoken, rule.name))
    changes.sort(key=lambda change: change.start)
    return tuple(changes)


@functools.lru_cache(maxsize=2)
def _held_by(text: str) -> tuple[frozenset[str], Text]:
    """What is in a text: looked up once, though several steps in a row may leave it as it is."""
    return frozenset(text), Text(text)


def _ends_text(text: str, at: int) -> bool:
    """Whether a full stop before `at` is the sentence's too: "by 5 Dec."; quotes may follow."""
    return len(text) - at < 4 and not text[at:].strip("\"'”’») ")


def apply(text: str, changes: Sequence[Change]) -> str:
    """Return `text` with the changes made."""
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += text[at : change.start], change.spoken
        at = change.end
    return "".join((*parts, text[at:]))


def compose(middle: str, first: Sequence[Change], second: Sequence[Change]) -> tuple[Change, ...]:
    """Return the one set of changes that does what `first` and then `second` do.

    `middle` is the text between the two: `second` counts its characters, the result those of the
    text that `first` began with. Where the two meet, they become one change.
    """
    places = sorted(_places(first) + [(c.start, c.end, c, None) for c in second], key=_span)
    composed: list[Change] = []
    drift, at = 0, 0  # how much longer `middle` is than the first text so far
    while at < len(places):
        start, end = places[at][:2]
        cluster = [places[at]]
        at += 1
        while at < len(places) and places[at][0] < end:
            end = max(end, places[at][1])
            cluster.append(places[at])
            at += 1
        if len(cluster) == 1:  # most stand by themselves
            *_, alone, length = cluster[0]
            if length is None:
                alone = Change(start - drift, end - drift, alone.spoken, alone.rule)
            composed.append(alone)
            drift += len(alone.spoken) - length if length is not None else 0
            continue
        inner = [c for *_, c, written in cluster if written is None]
        outer = [(c, written) for *_, c, written in cluster if written is not None]
        grown = sum(len(c.spoken) - length for c, length in outer)
        shifted = [Change(c.start - start, c.end - start, c.spoken, c.rule) for c in inner]
        spoken = apply(middle[start:end], shifted)
        rule = _join_names([c.rule for c, _ in outer] + [c.rule for c in inner])
        composed.append(Change(start - drift, end - drift - grown, spoken, rule))
        drift += grown
    return tuple(composed)


def _join_names(rules: list[str]) -> str:
    """Name the rules that made a change together; tidying is named only where it's all."""
    names = dict.fromkeys(name for rule in rules for name in rule.split(" + "))
    telling = [name for name in names if name not in _TIDYING]
    return " + ".join(telling or names)


_TIDYING = frozenset(["space", "white space", "pause"])
_Place = tuple[int, int, Change, "int | None"]


def _places(first: Sequence[Change]) -> list[_Place]:
    """Where each change of `first` lies in the text that it made, and how long it was before."""
    places: list[_Place] = []
    drift = 0
    for c in first:
        start = c.start + drift
        places.append((start, start + len(c.spoken), c, c.end - c.start))
        drift += len(c.spoken) - (c.end - c.start)
    return places


def _span(place: _Place) -> tuple[int, int]:
    return place[0], place[1]
