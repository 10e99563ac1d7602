"""The runs of a page sorted into the article's and the others, with the reason for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from podcast.article import Dropped
from podcast.webpage.runs import Run

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
GROUPS = ("ul", "ol", "dl", "table", "blockquote")
OUTSIDE = ("aside", "footer", "nav", "form", "figure", "figcaption", "dialog")
"""Elements from which nothing is added to what the extractor chose."""
LONG = 80
"""Letters of a paragraph that is one beyond doubt."""
SENTENCE_ENDS = ".!?…:;。！？।"
CLOSING = "\"'”’»)]」』）】》"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The number of a note that a sentence ends with."""
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Chinese, Japanese and Korean."""


@dataclass
class Choice:
    """The runs of a page, sorted."""

    runs: list[Run]
    chosen: list[bool]
    dropped: dict[int, str] = field(default_factory=dict)
    """Reasons, by the run's place."""

    def take(self, place: int) -> None:
        """Count a run in."""
        self.chosen[place] = True
        self.dropped.pop(place, None)

    def drop(self, place: int, reason: str) -> None:
        """Take a run out, saying why."""
        if self.chosen[place]:
            self.chosen[place] = False
            self.dropped[place] = reason

    @property
    def places(self) -> list[int]:
        """Where the chosen runs are."""
        return [place for place, chosen in enumerate(self.chosen) if chosen]

    @property
    def weight(self) -> int:
        """How much is chosen, in letters."""
        return sum(size(self.runs[place].text) for place in self.places)

    def left_out(self) -> tuple[Dropped, ...]:
        """What was dropped, in the page's order."""
        return tuple(Dropped(self.runs[n].text, self.dropped[n]) for n in sorted(self.dropped))


def size(text: str) -> int:
    """How long a text is in letters of an alphabet: a Chinese sign says as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_SIGNS.findall(text))


def is_prose(run: Run) -> bool:
    """Whether a run is a paragraph beyond doubt."""
    return size(run.text) >= LONG and run.link_density < 0.5


def is_said(run: Run) -> bool:
    """Whether a run ends as a sentence does."""
    return run.text.rstrip(CLOSING + _RAISED)[-1:] in SENTENCE_ENDS


def outermost(run: Run, container: HtmlElement | None, *tags: str) -> HtmlElement | None:
    """The outermost of `tags` that a run stands in, below `container`."""
    found = None
    for element in run.above:
        if element is container:
            break
        if element.tag in tags:
            found = element
    return found


def texts_within(element: HtmlElement, most: int) -> Iterator[str]:
    """The texts in `element`, until they have more than `most` letters."""
    total = 0
    for text in element.itertext():
        total += len(text.strip())
        yield text
        if total > most:
            return
