"""The opening of a page's article: the lines around its headline, where byline and date stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from podcast.titles import same_title
from podcast.webpage.runs import Run

LONG = 250
"""Letters of a paragraph that is the article's beyond doubt."""
_BEFORE = 8
_AFTER = 40
_TOP = 80
"""Runs at most before and after the headline."""


@dataclass(frozen=True)
class Opening:
    """Which of a page's runs are the opening of its article."""

    runs: Sequence[Run]
    """All of the page."""
    start: int
    """The headline's place, or -1."""
    end: int
    """The place after the last run of it."""
    places: Mapping[HtmlElement, int]
    """The first run of each element that has one."""

    @property
    def after(self) -> Sequence[Run]:
        """What follows the headline, up to the article's text."""
        return [run for run in self.runs[self.start + 1 : self.end] if not _is_told_of(run)]

    @property
    def top(self) -> Sequence[Run]:
        """Where the page begins."""
        return [run for run in self.runs[:_TOP] if not _is_told_of(run)]

    @property
    def before(self) -> Sequence[Run]:
        """What stands right above the headline, nearest first."""
        return self.runs[max(0, self.start - _BEFORE) : max(0, self.start)][::-1]

    def place(self, element: HtmlElement) -> int:
        """The first run of `element`, or of what it stands in."""
        while element not in self.places:
            above = element.getparent()
            if above is None:
                return len(self.runs)
            element = above
        return self.places[element]

    def has(self, element: HtmlElement) -> bool:
        """Whether `element` stands in the opening."""
        return self.start - _BEFORE <= self.place(element) < self.end

    def lines(self, element: HtmlElement) -> list[str]:
        """What `element` says, a run at a time; at once where it's a part of a run."""
        if element not in self.places:
            return [" ".join(element.text_content().split())]
        first = self.places[element]
        return [run.text for run in self.runs[first : first + 8] if element in run.above]


def _is_told_of(run: Run) -> bool:
    """Whether a line tells of what the article is about: a caption, a cell beside its label."""
    row = run.within("tr")
    labelled = row is not None and row.find("th") is not None
    return labelled or run.within("figure", "figcaption") is not None


def opening(runs: Sequence[Run], title: str) -> Opening:
    """Where the article called `title` begins in the page's `runs`."""
    places: dict[HtmlElement, int] = {}
    for place, run in enumerate(runs):
        element = run.element
        while element is not None and element not in places:
            places[element] = place
            element = element.getparent()
    start = _headline(runs, title)
    return Opening(runs, start, _end(runs, start), places)


def _headline(runs: Sequence[Run], title: str) -> int:
    most = 2 * len(title) + 20
    found = [
        place
        for place, run in enumerate(runs)
        if len(run.text) < most and same_title(run.text, title)
    ]
    heads = [place for place in found if runs[place].within("h1") is not None]
    return next(iter([*heads, *found]), -1)


def _end(runs: Sequence[Run], start: int) -> int:
    """After the second paragraph: bylines stand above the text, or beside its beginning."""
    told = 0
    for place in range(start + 1, min(len(runs), start + 1 + _AFTER)):
        told += len(runs[place].text) > LONG
        if told == 2:
            return place
    return min(len(runs), start + 1 + _AFTER)
