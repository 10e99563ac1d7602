"""The box that holds an article's paragraphs: what hangs on below it, and what was lost above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from podcast.article import Block, Heading, Paragraph
from podcast.titles import same_title
from podcast.webpage import furniture
from podcast.webpage.choice import (
    GROUPS,
    HEADINGS,
    LONG,
    OUTSIDE,
    Choice,
    is_prose,
    is_said,
    outermost,
    size,
    texts_within,
)
from podcast.webpage.runs import Run

_MOST = 0.55
"""Of the letters in paragraphs, in one box: then it's the article's home."""
_BOX_SHARE = 0.15
"""Of the text, in a box: more is a part of it."""
_MOST_P = 0.9
"""Of the paragraphs, in elements made for them: then a division below is something else."""
_MOST_CAPTIONS = 0.3
"""Of the letters, in captions."""
_PICTURED = re.compile(r"caption|credit|image|img|photo|foto|picture|media|gallery|slide", re.I)
_RECIPE = re.compile(r"recipe|rezept|recette|receta|ricetta|ingredient", re.IGNORECASE)
_TELLING = 5
"""Words of an item that says something: a button or a section's name has fewer."""
_DECK = re.compile(
    r"(?:^|[\s_-])(?:(?:sub|article-?)?-?(?:deck|dek)|sub-?(?:title|head(?:ing|line)?)|stand-?first|"
    r"strap-?line|chapo|vorspann|untertitel|entradilla|bajada|balazo|sumario|sottotitolo)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How the summary right below a headline is called."""
_TEASED = 35
"""Letters of a link to another article."""


Boxes = list[HtmlElement | None]
"""Where each run of a page stands among others."""


def boxes_of(runs: Sequence[Run]) -> Boxes:
    """The box that each run's paragraph, list or quotation stands in among others."""
    held = Counter(box for run in runs for box in run.above)
    return [_box_of(run, held) for run in runs]


def _box_of(run: Run, held: Counter[HtmlElement]) -> HtmlElement | None:
    group = outermost(run, None, *GROUPS, "figure")
    if group is not None:
        inside = list(group.iterancestors())
    else:
        alone = run.element.tag in ("p", "pre", *HEADINGS) or held[run.element] == 1
        inside = run.above[1:] if alone else run.above
    return next((box for box in inside if not _is_plain(box)), None)


def _is_plain(box: HtmlElement) -> bool:
    """Whether a box is one of the divisions of a text rather than something of its own kind."""
    return box.tag == "section" or (box.tag == "div" and {*box.attrib} <= {"dir", "lang", "align"})


def _own(choice: Choice, boxes: Boxes) -> set[HtmlElement | None]:
    """The boxes that hold the article; none when it's scattered."""
    weight: Counter[object] = Counter()
    for place in choice.places:
        if is_prose(choice.runs[place]):
            weight[_make(boxes[place])] += len(choice.runs[place].text)
    best, most = weight.most_common(1)[0] if weight else (None, 0)
    if best is None or most < _MOST * sum(weight.values()):
        return set()
    own = {box for box in boxes if _make(box) == best}
    # What holds several parts of the article is its own as well.
    return own | {box.getparent() for box in own if box is not None and len(own) > 1}


def _make(box: HtmlElement | None) -> object:
    """What two boxes share that are made alike, as the pages or parts of one article are."""
    if box is None or box.get("class") is not None:
        return None if box is None else (box.tag, box.get("class"))
    return (box.tag, box.getparent())


def go_on(choice: Choice, boxes: Boxes, container: HtmlElement) -> None:
    """Add the sections that follow the last chosen run in boxes like the article's own."""
    own = _own(choice, boxes)
    last = max(choice.places, default=0)
    found: list[int] = []
    for place in range(last + 1, len(choice.runs) if boxes[last] in own else 0):
        run = choice.runs[place]
        if container not in run.above or furniture.reason(run.text):
            return
        heads = run.element.tag in HEADINGS
        if boxes[place] not in own or run.link_density > 0.5 or not (found or heads):
            continue
        found.append(place)
        if is_said(run) and not heads:
            for n in found:
                choice.take(n)


def settle_twins(choice: Choice, boxes: Boxes) -> None:
    """Take a text that stands on the page twice where the article is, not in a box for sharing."""
    own = _own(choice, boxes)
    at_home = {run.text: n for n, run in enumerate(choice.runs) if boxes[n] in own}
    for place in choice.places:
        twin = at_home.get(choice.runs[place].text)
        if twin is not None and boxes[place] not in own and not choice.chosen[twin]:
            choice.chosen[place] = False
            choice.take(twin)


def clear_boxes(choice: Choice, boxes: Boxes) -> None:
    """Drop what is left of small boxes among the paragraphs when some of it isn't the article's.

    Boxes with a list in them tell facts, as a rule.
    """
    own = _own(choice, boxes)
    held: Counter[HtmlElement | None] = Counter()
    for place, run in enumerate(choice.runs):
        held[boxes[place]] += size(run.text)
    spoilt = {boxes[n] for n, chosen in enumerate(choice.chosen) if not chosen} - own
    told = (n for n in choice.places if _tells_facts(choice.runs[n]) or _is_quoted(choice.runs[n]))
    spoilt -= {boxes[n] for n in told}
    most = _BOX_SHARE * choice.weight
    for place in choice.places:
        box = boxes[place]
        inside = box is not None and not own.isdisjoint(box.iterancestors())
        if box in spoilt and held[box] < most and inside:
            choice.drop(place, "beside the article")


def _tells_facts(run: Run) -> bool:
    """Whether a run is an item among the paragraphs, not of a list that is set aside."""
    return run.within("li") is not None and run.within("aside") is None


def _is_quoted(run: Run) -> bool:
    """Whether a run is of a quotation among the paragraphs: somebody's post, with its buttons."""
    return run.within("blockquote") is not None and run.within("aside") is None


def cut_end(choice: Choice, boxes: Boxes) -> None:
    """Drop what hangs on below the article's own box."""
    own = _own(choice, boxes)
    inside = [place for place in choice.places if boxes[place] in own]
    inside += _cards(choice, boxes, own, inside[-1] if inside else 0)
    prose = [choice.runs[place].element.tag for place in inside if is_prose(choice.runs[place])]
    if prose.count("p") > _MOST_P * len(prose):
        inside = [place for place in inside if choice.runs[place].element.tag != "div"]
    for place in choice.places:
        if inside and place > inside[-1]:
            choice.drop(place, "after the end")


def _cards(choice: Choice, boxes: Boxes, own: set[HtmlElement | None], last: int) -> Iterator[int]:
    """The items of the recipe that stands in a box of its own at the article's end."""
    for place in choice.places:
        run, box = choice.runs[place], boxes[place]
        within = box is not None and not own.isdisjoint(box.iterancestors())
        listed = run.within("li") is not None and run.link_density == 0
        if place > last and within and listed and any(map(_is_recipe, run.above)):
            yield place


def _is_recipe(box: HtmlElement) -> bool:
    names = (box.get("class"), box.get("id"), box.get("itemtype"))
    return any(name is not None and _RECIPE.search(name) for name in names)


def find_lead(choice: Choice, title: str, authors: Sequence[str]) -> None:
    """Add the paragraphs between the headline and the text that were taken for something else."""
    first = next(iter(choice.places), 0)
    above = [n for n in range(first) if same_title(choice.runs[n].text, title)]
    if not above:
        return
    parts = set(choice.runs[first].above)
    for place in range(above[-1] + 1, first):
        run = choice.runs[place]
        by = any(author in run.text for author in authors)
        teaser = run.within(*HEADINGS, "li") is not None and len(run.text) >= _TEASED
        if teaser and run.link_density > 0.5 and not by:
            return
        if _is_lead(run, parts):
            choice.take(place)
    for places in _lead_lists(choice.runs, range(above[-1] + 1, first), parts):
        for place in places:
            choice.take(place)


def _lead_lists(
    runs: Sequence[Run], between: range, parts: set[HtmlElement]
) -> Iterator[list[int]]:
    """The lists above the text that sum it up, each with the heading above it.

    Their items are no links, and most of them say something rather than name it.
    """
    lists: dict[HtmlElement, list[int]] = {}
    for n in between:
        if (group := runs[n].within("ul", "ol")) is not None:
            lists.setdefault(group, []).append(n)
    for group, places in lists.items():
        told = [runs[n] for n in places if len(runs[n].text.split()) >= _TELLING]
        linked = any(runs[n].link_density > 0.5 or furniture.reason(runs[n].text) for n in places)
        within = [element for element in group.iterancestors() if element not in parts]
        boxed = any(box.tag in OUTSIDE or furniture.box_of(box) for box in (group, *within))
        if len(places) > 1 and 2 * len(told) > len(places) and not (linked or boxed):
            heads = places[0] > between[0] and runs[places[0] - 1].element.tag in HEADINGS
            yield [places[0] - 1, *places] if heads else places


def _is_lead(run: Run, parts: set[HtmlElement]) -> bool:
    told = run.element.tag == "p" and is_prose(run) and is_said(run)
    if not (told or _is_deck(run)):
        return False
    for element in run.above:
        if element in parts:
            return True
        if element.tag in (*OUTSIDE, *GROUPS) or furniture.box_of(element):
            return False
    return False


def _is_deck(run: Run) -> bool:
    """Whether a line is called a summary, and says something."""
    tells = len(run.text.split()) >= _TELLING and run.link_density == 0
    return tells and any(_DECK.search(box.get("class") or "") for box in run.above[:2])


def with_deck(blocks: tuple[Block, ...], first: Run) -> tuple[Block, ...]:
    """The blocks with the summary as a paragraph: set as a heading, it heads no section."""
    if blocks and isinstance(blocks[0], Heading) and _is_deck(first):
        return (Paragraph(blocks[0].text), *blocks[1:])
    return blocks


def captions_in(choice: Choice, container: HtmlElement) -> set[int]:
    """The places of the runs that are all the text of a box with a picture in it.

    None where much of the text stands so: then it's a show of pictures.
    """
    found = {n for n in choice.places if _is_caption(choice.runs[n], container)}
    told = sum(len(choice.runs[n].text) for n in found)
    return found if told < _MOST_CAPTIONS * choice.weight else set()


def _is_caption(run: Run, container: HtmlElement) -> bool:
    if len(run.text) > 5 * LONG or run.element.tag in HEADINGS:
        return False
    named = False
    for element in run.above:
        if element is container or element.tag in ("li", "td", "blockquote", "body"):
            return False
        most = len(run.text) + LONG
        if sum(len(text.strip()) for text in texts_within(element, most)) > most:
            return False
        named = named or bool(_PICTURED.search(f"{element.get('class')} {element.get('id')}"))
        if next(element.iter("img", "picture", "video"), None) is not None:
            apart = element is not run.element
            return (named and element.tag != "p") or (apart and len(run.text) < 1.5 * LONG)
    return False
