"""Lists of other articles on a page, known by the label above them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from podcast.webpage.choice import HEADINGS, Choice, is_prose, is_said
from podcast.webpage.runs import Run

RELATED = "related links"
LINKED = 0.9
"""Of a heading's letters, in a link: it leads to another article."""
LONGEST_LABEL = 40
"""Letters: "Lire aussi", "Mehr zum Thema"; what is longer is a link itself."""


LINKED = 0.9
"""Of an item's letters, in links."""
_ANNOUNCING = 4
"""Words of a line that announces a list; fewer are a label, such as "See also:"."""
HEADLINE = 35
"""Letters of a link that is the headline of another article."""


def link_lists(choice: Choice) -> list[int]:
    """The places of lists that are nothing but links to other articles.

    They stand below the text, or under lines that were dropped, or they interrupt the paragraphs:
    nothing announces them, and each is as long as a headline.
    """
    end = max((n for n in choice.places if is_prose(choice.runs[n])), default=-1)
    lists: dict[HtmlElement, list[int]] = {}
    for place in choice.places:
        li = choice.runs[place].within("li")
        if li is not None:
            lists.setdefault(li.getparent(), []).append(place)
    found: list[int] = []
    for items in lists.values():
        if any(choice.runs[n].link_density < LINKED for n in items):
            continue
        apart = items[0] - 1 in choice.dropped or _interrupts(choice, items)
        found += [
            place
            for place in items
            if (apart or place > end) and len(choice.runs[place].text.split()) > 2
        ]
    return found


def is_announced(choice: Choice, place: int) -> bool:
    """Whether a run is in a list that the article's own words lead up to: "These are open:"."""
    run = choice.runs[place]
    li = run.within("li")
    if li is None or li is not run.element or not (place and choice.chosen[place - 1]):
        return False
    before = choice.runs[place - 1]
    above = before.within("li")
    if above is not None and above.getparent() is li.getparent():
        return run.link_density >= LINKED <= before.link_density
    return before.text[-1] == ":" and len(before.text.split()) >= _ANNOUNCING


def _interrupts(choice: Choice, items: list[int]) -> bool:
    """Whether a list of headlines stands between two paragraphs that speak of something else."""
    before = choice.runs[items[0] - 1] if items[0] else None
    return (
        len(items) > 1
        and before is not None
        and choice.chosen[items[0] - 1]
        and is_prose(before)
        and before.text[-1] != ":"
        and all(len(choice.runs[n].text) >= HEADLINE for n in items)
    )


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
