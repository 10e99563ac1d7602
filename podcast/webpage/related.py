"""Lists of other articles on a page, known by the label above them."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.webpage.choice import HEADINGS, Choice, is_prose, is_said
from podcast.webpage.runs import Run

RELATED = "related links"
LINKED = 0.9
"""Of a heading's letters, in a link: it leads to another article."""
LONGEST_LABEL = 40
"""Letters: "Lire aussi", "Mehr zum Thema"; what is longer is a link itself."""


def drop_related(choice: Choice) -> None:
    """Drop the list or title right below a label that was dropped for what it announces.

    Its items may be no links: a page saved as text, or one whose links are made by a script.
    """
    for label, why in list(choice.dropped.items()):
        text = choice.runs[label].text
        if why != RELATED or len(text) > LONGEST_LABEL or label + 1 == len(choice.runs):
            continue
        if _is_title(choice.runs[label + 1]):
            choice.drop(label + 1, RELATED)
        for place in _teasers(choice, label + 1):
            choice.drop(place, RELATED)
        items = choice.runs[label + 1].within("ul", "ol")
        if items is None or choice.runs[label].within("ul", "ol") is not None:
            continue
        for place in choice.places:
            if choice.runs[place].within("ul", "ol") is items:
                choice.drop(place, RELATED)


def _teasers(choice: Choice, start: int) -> Iterator[int]:
    """The runs from there on that are titles of other articles, each with a line or two below."""
    end = start
    while end < len(choice.runs):
        run = choice.runs[end]
        if run.element.tag not in HEADINGS or run.link_density <= LINKED:
            return
        link = run.within("a")
        box = (run.element if link is None else link).getparent()
        yield end
        end += 1
        while end < len(choice.runs) and not _begins(choice.runs[end]):
            if box not in choice.runs[end].above or is_prose(choice.runs[end]):
                return
            yield end
            end += 1


def _begins(run: Run) -> bool:
    return run.element.tag in HEADINGS


def _is_title(run: Run) -> bool:
    """Whether a line of its own is no sentence of the text: the one article that is announced."""
    apart = run.within("ul", "ol", "table", "blockquote", *HEADINGS) is None
    return apart and not is_said(run) and not is_prose(run) and run.text[-1:] not in ",–—-"
