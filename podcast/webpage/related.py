"""Lists of other articles on a page, known by the label above them."""

from __future__ import annotations

from podcast.webpage.choice import HEADINGS, Choice, is_prose, is_said
from podcast.webpage.runs import Run

RELATED = "related links"
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
        items = choice.runs[label + 1].within("ul", "ol")
        if items is None or choice.runs[label].within("ul", "ol") is not None:
            continue
        for place in choice.places:
            if choice.runs[place].within("ul", "ol") is items:
                choice.drop(place, RELATED)


def _is_title(run: Run) -> bool:
    """Whether a line of its own is no sentence of the text: the one article that is announced."""
    apart = run.within("ul", "ol", "table", "blockquote", *HEADINGS) is None
    return apart and not is_said(run) and not is_prose(run) and run.text[-1:] not in ",–—-"
