"""Which of a page's runs are the article's, and why the others aren't."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence

from lxml.html import HtmlElement

from podcast.webpage import furniture
from podcast.webpage.blocks import data_rows
from podcast.webpage.choice import (
    CLOSING,
    GROUPS,
    HEADINGS,
    LONG,
    OUTSIDE,
    Choice,
    is_prose,
    is_said,
    outermost,
    size,
)
from podcast.webpage.home import captions_in
from podcast.webpage.quotations import is_captioned, quoting, says_whose
from podcast.webpage.related import RELATED, is_announced, link_lists
from podcast.webpage.runs import Run, letters, mended, runs

SURE = 25
"""Letters in a row that are found in another text by more than chance."""
NEAR = 60
"""Letters further on in which a shorter text may be found."""
_BODY_SHARE = 0.9
"""Of the chosen letters, in the element that counts as the article's own."""
_OWN_SHARE = 0.85
"""Of the chosen letters, in the page's own account: less, and the account is a summary."""
_LABEL = re.compile(
    r"[A-Z][A-Z' ]{2,30}: |(?:[^\W\d_]+ ){0,2}[^\W\d_]+ ?: (?=(?:\S+ ){3})(?!.*[.!]$)"
)
"""READ MORE: or IN TEXAS: before a link; any word or two before one that is a title."""
_BOX_SHARE = 0.25
"""Of the chosen letters: more can't all be furniture."""


def explain(choice: Choice, container: HtmlElement) -> None:
    """Give a reason for all that stands among the article's runs and isn't one of them."""
    places = choice.places
    for place in range(max(0, places[0] - 5), min(len(choice.runs), places[-1] + 10)):
        run = choice.runs[place]
        if choice.chosen[place] or place in choice.dropped or container not in run.above:
            continue
        choice.dropped[place] = (
            furniture.reason(run.text)
            or _boxed(run, container, lambda box: True)
            or "not part of the article"
        )


def matched(runs: Sequence[Run], text: str) -> list[bool]:
    """Which runs are found in `text`, in its order."""
    hay, position = letters(text), 0
    found = []
    for run in runs:
        needle = letters(run.text)
        place = _find(hay, needle, position)
        found.append(place >= 0)
        # A passage told twice must not carry the search past what lies between.
        if place >= position:
            position = place + len(needle)
    return found


def paragraphs_of(runs: list[Run]) -> Choice:
    """The sentences of a page that has too many for a careful look, less those beside them."""
    return Choice(runs, [_is_told(run) for run in runs])


def _is_told(run: Run) -> bool:
    if run.link_density > 0.5 or not (is_said(run) or is_prose(run)):
        return False
    return not any(element.tag in OUTSIDE or furniture.box_of(element) for element in run.above)


def _find(hay: str, needle: str, position: int) -> int:
    place = hay.find(needle, position, position + NEAR + len(needle))
    if place >= 0 or len(needle) < SURE:
        return place
    if (place := hay.find(needle, position)) >= 0:
        return place
    # Parts of it may have been cut out, or it may stand elsewhere.
    if len(needle) >= 2 * SURE:
        starts = [min(quarter * len(needle) // 4, len(needle) - SURE) for quarter in range(4)]
        first, second, third, last = (hay.find(needle[s : s + SURE], position) for s in starts)
        if first >= 0 or third >= 0 or min(second, last) >= 0:
            found = next(
                p - s for p, s in zip((first, second, third), starts, strict=False) if p >= 0
            )
            return max(position, found)
    return hay.find(needle)


def _weights(choice: Choice) -> tuple[Counter[HtmlElement], int]:
    """How many of the chosen letters each element holds, and how many there are."""
    weight: Counter[HtmlElement] = Counter()
    total = 0
    for place in choice.places:
        run = choice.runs[place]
        total += len(run.text)
        for element in run.above:
            weight[element] += len(run.text)
    return weight, total


def container_of(choice: Choice) -> HtmlElement | None:
    """The innermost element that holds nearly all the chosen text."""
    weight, total = _weights(choice)
    holders = [element for element, held in weight.items() if held >= _BODY_SHARE * total]
    return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def fill(choice: Choice, container: HtmlElement) -> None:
    """Add what the extractor lost between the first chosen run and the last.

    Headings, items, quotes, cells and short paragraphs go missing when it judges each alone.
    """
    places = choice.places
    if not places:
        return
    long = [choice.runs[n] for n in places if size(choice.runs[n].text) >= LONG]
    homes = {run.element.getparent() for run in long} | {run.element for run in long}
    groups = {outermost(choice.runs[n], container, *GROUPS) for n in places}
    # Headings last: whether one leads on is seen when what is below it has been added.
    between = range(places[0], places[-1])
    for place in sorted(between, key=lambda n: choice.runs[n].element.tag in HEADINGS):
        run = choice.runs[place]
        if choice.chosen[place]:
            continue
        if is_announced(choice, place) or says_whose(choice, place):
            choice.chosen[place] = not _is_set_aside(run, container)
        elif _may_be_added(run, container, groups):
            choice.chosen[place] = _belongs(choice, place, container, homes, groups)
    # Beyond both ends only as far as the paragraphs go on without a break.
    for way in (range(places[0] - 1, -1, -1), range(places[-1] + 1, len(choice.runs))):
        for place in way:
            run = choice.runs[place]
            if not _may_be_added(run, container, groups) or run.element.tag in HEADINGS:
                break
            choice.chosen[place] = _belongs(choice, place, container, homes, groups)
            if not choice.chosen[place]:
                break


def _belongs(
    choice: Choice,
    place: int,
    container: HtmlElement,
    homes: Container[HtmlElement],
    groups: Container[HtmlElement | None],
) -> bool:
    """Whether a run that wasn't chosen stands among the article's own paragraphs."""
    run = choice.runs[place]
    if run.element.tag in HEADINGS:
        return _leads_on(choice, place)
    group = outermost(run, container, *GROUPS)
    if group is not None:
        home = quoting(run) if group.tag == "blockquote" else None
        return group in groups or (group if home is None else home).getparent() in homes
    told = is_said(run) or _heads_in_bold(choice, place)
    return told and (run.element.getparent() in homes or run.element in homes)


def _may_be_added(run: Run, container: HtmlElement, groups: Container[HtmlElement | None]) -> bool:
    if run.link_density > 0.5:
        return False
    told = len(run.text) > LONG / 2
    item = told and run.within("li") is not None and outermost(run, container, *GROUPS) in groups
    heads = run.element.tag in HEADINGS
    why = furniture.reason(run.text)
    if why and not item and not (heads and why in _HEADS):
        return False
    return not _is_set_aside(run, container)


def _is_set_aside(run: Run, container: HtmlElement) -> bool:
    """Whether a run stands in a box of its own, or isn't in the container at all."""
    for element in run.above:
        if element is container:
            return False
        # The footer of a quotation says whose it is; a figure may hold nothing else.
        quoted = (element.tag == "footer" and run.within("blockquote") is not None) or (
            element.tag in ("figure", "figcaption") and quoting(run) is not None
        )
        if (element.tag in OUTSIDE and not quoted) or furniture.box_of(element):
            return True
    return True


def _heads_in_bold(choice: Choice, place: int) -> bool:
    """Whether a line is a heading by its bold letters alone, between paragraphs of the article."""
    runs, run = choice.runs, choice.runs[place]
    beside = [n for n in (place - 1, place + 1) if 0 <= n < len(runs) and choice.chosen[n]]
    return (
        run.is_bold
        and len(beside) == 2
        and all(run.element.getparent() is runs[n].element.getparent() for n in beside)
    )


def _leads_on(choice: Choice, place: int) -> bool:
    """Whether text of the article's follows the heading, in the same part of the page."""
    above = choice.runs[place].element.getparent()
    parts = (above, above.getparent() if above is not None else None)
    for after in range(place + 1, min(place + 7, len(choice.runs))):
        if choice.chosen[after]:
            return any(part in parts for part in choice.runs[after].above[1:])
        if after > place + 2 and above in choice.runs[after].above:
            return False  # It heads something else, in a box of its own.
    return False


def clear(choice: Choice, container: HtmlElement) -> None:
    """Drop the furniture among the chosen runs."""
    weight, total = _weights(choice)
    captions = captions_in(choice, container)
    tables: dict[HtmlElement | None, bool] = {}
    for place in choice.places:
        run = choice.runs[place]
        table = run.within("table")
        if table not in tables:
            tables[table] = table is not None and data_rows(table) is not None
        cell = tables[table]
        # "Wait." is a button, and as good as any for a step in a recipe.
        step = run.within("li") is not None and run.link_density < 0.3
        why = "" if cell or step or run.element.tag == "pre" else furniture.reason(run.text)
        if why in _HEADS and _heads_prose(choice, place):
            why = ""
        if not why and not cell and (_is_lone_link(run) or _is_teaser(choice, place)):
            why = "link to another page"
        if not why and (is_captioned(run) or place in captions):
            why = "caption"
        if not why:
            # A box with much of the article in it has a name that misleads.
            why = _boxed(run, container, lambda box: weight[box] < _BOX_SHARE * total)
        if why:
            choice.drop(place, why)
    for place in link_lists(choice):
        choice.drop(place, RELATED)


_HEADS = ("share buttons", "picture credit", "date", "dateline", "no words", "link to another page")
"""What a heading over a paragraph isn't, whatever it says: "Share your media", "May 2019", "1."."""


def _heads_prose(choice: Choice, place: int) -> bool:
    """Whether a heading stands right above a paragraph of the article's."""
    if choice.runs[place].element.tag not in HEADINGS:
        return False
    after = next((n for n in range(place + 1, len(choice.runs)) if choice.chosen[n]), None)
    return after is not None and is_prose(choice.runs[after]) and _leads_on(choice, place)


def _is_lone_link(run: Run) -> bool:
    """Whether a line is nothing but a link, in a paragraph of its own, or one after a label."""
    if run.link_density <= 0.9 and not (run.link_density > 0.6 and _LABEL.match(run.text)):
        return False
    return run.element.tag not in (*HEADINGS, "li", "dt", "dd") and len(run.text) < 200


def _is_teaser(choice: Choice, place: int) -> bool:
    """Whether a heading is nothing but a link, and leads on to nothing: another article's title."""
    run = choice.runs[place]
    linked = run.element.tag in HEADINGS and run.link_density > 0.9
    return linked and not _leads_on(choice, place)


_ALWAYS = ("caption", "comments", "sign-up", "cookie notice", "share buttons")
"""What is furniture at any length when its box says so."""


def _boxed(run: Run, container: HtmlElement, small: Callable[[HtmlElement], bool]) -> str:
    for element in run.above:
        if element is container:
            return ""
        why = furniture.box_of(element)
        if why and small(element) and (len(run.text) < 2 * LONG or why in _ALWAYS):
            return why
    return ""


def compare(choice: Choice, own: str) -> None:
    """Heed `own`, the text that the page gives to search engines, where it's most of the article.

    What comes before its first paragraph or after its last is furniture; what only it has
    is added.
    """
    in_own = matched(choice.runs, own)
    weight = sum(len(choice.runs[n].text) for n in choice.places)
    # A teaser, or a text that breaks off, says nothing of what comes after.
    if len(own) < _OWN_SHARE * weight or own.rstrip(CLOSING + " \n")[-1:] not in ".!?。！？":
        return
    sure = [n for n, found in enumerate(in_own) if found and len(choice.runs[n].text) >= SURE]
    both = [n for n in sure if choice.chosen[n]]
    if sum(len(choice.runs[n].text) for n in both) < _OWN_SHARE * weight:
        return
    for place in choice.places:
        if not both[0] <= place <= both[-1] and choice.runs[place].element.tag not in ("li", "td"):
            choice.drop(place, "not in the page's own account of the article")
    for place in sure:
        if both[0] <= place <= both[-1]:
            choice.chosen[place] = True


def whole(tree: HtmlElement) -> tuple[Choice, HtmlElement]:
    """Everything on a page that is all article, a mail or a feed's entry, less the furniture."""
    body = tree.find("body")
    container = tree if body is None else body
    every = mended(runs(container))
    choice = Choice(every, [True] * len(every))
    clear(choice, container)
    return choice, container
