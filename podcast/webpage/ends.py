"""What stands above an article's text and below it: title, byline, labels, comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.titles import is_longer, same_title, title_key
from podcast.webpage import furniture
from podcast.webpage.body import SURE
from podcast.webpage.bylines import has_by, names_in
from podcast.webpage.choice import (
    HEADINGS,
    LONG,
    SENTENCE_ENDS,
    Choice,
    is_prose,
    is_said,
    outermost,
    size,
)
from podcast.webpage.runs import Run

_COMMENTS_FROM = 0.4
"""Of the chosen letters before the line that readers' comments begin with."""
_TOP_SHARE = 0.25
"""Of the chosen letters, above the title."""
_LONGEST_LABEL = 40
"""Letters of a line above the text that names the section or the place."""
_MOST_LABELS = 6
_DATED = re.compile(r"\b\d{1,2}\b.*\b(?:19|20)\d\d\b")


def clear_top(choice: Choice, title: str, authors: Sequence[str]) -> None:
    """Drop the title, the line that says who wrote it, and what stands above the title."""
    start = _title_place(choice, title)
    heads = [n for n in choice.places if choice.runs[n].element.tag == "h1"]
    named = len(heads) != 1 or any(same_title(run.text, title) for run in choice.runs)
    for place in choice.places:
        run = choice.runs[place]
        if run.element.tag == "h1" and not named:
            # The page has a headline of its own, and a title for those who search.
            choice.drop(place, "title")
            named = True
        elif place < start:
            choice.drop(place, "above the title")
        elif same_title(run.text, title) or _holds(run.text, title):
            choice.drop(place, "title")
        elif _is_byline(run, authors):
            choice.drop(place, "byline")
        elif is_prose(run):
            break
        elif is_longer(title, run.text) and 10 * len(run.text) > 7 * len(title):
            choice.drop(place, "title")


def _title_place(choice: Choice, title: str) -> int:
    """Where the heading is that is the title, with little of the text above it."""
    most, before, found = _TOP_SHARE * choice.weight, 0, 0
    for place, run in enumerate(choice.runs):
        if run.element.tag in HEADINGS and same_title(run.text, title):
            found = place
        if choice.chosen[place]:
            before += size(run.text)
            # A second one below a paragraph heads something else: a show of pictures.
            if before > most or (found and is_prose(run)):
                return found
    return found


def _holds(line: str, title: str) -> bool:
    """Whether a line is the title and little more: the section, the author, the date."""
    if title and line.startswith(title) and furniture.reason(line[len(title) :]):
        return True
    key = title_key(title)
    return len(key) > SURE and key in title_key(line) and len(line) < len(title) + LONG


def _is_byline(run: Run, authors: Sequence[str]) -> bool:
    if len(run.text) > 1.5 * LONG or run.text[-1] in SENTENCE_ENDS:
        return False
    return any(author in run.text for author in authors)


def clear_comments(choice: Choice) -> None:
    """Drop all from the line on that readers' comments begin with."""
    total = sum(len(choice.runs[n].text) for n in choice.places)
    before = 0
    for place, run in enumerate(choice.runs):
        if choice.chosen[place]:
            before += len(run.text)
        if before < _COMMENTS_FROM * total or before < LONG or before == total:
            continue
        if len(run.text) < LONG / 2 and furniture.reason(run.text) == "comments":
            for after in choice.places:
                if after > place:
                    choice.drop(after, "comments")
            return


def trim(choice: Choice) -> None:
    """Drop what hangs on at the end: headings with nothing below, lines that say nothing."""
    for place in reversed(choice.places):
        run = choice.runs[place]
        if run.element.tag in HEADINGS:
            choice.drop(place, "heading with nothing below it")
        elif not _says_something(run):
            choice.drop(place, "after the end")
        else:
            break
    for place in choice.places:
        if choice.runs[place].element.tag in HEADINGS and _is_left_alone(choice, place):
            choice.drop(place, "heading with nothing below it")
    previous = None
    for place in choice.places:
        run = choice.runs[place]
        if previous is not None and choice.runs[previous].element.tag in HEADINGS:
            above, here = choice.runs[previous].element.tag, run.element.tag
            if here in HEADINGS and here <= above and _was_emptied(choice, previous, place):
                choice.drop(previous, "heading with nothing below it")
        previous = place


def _is_left_alone(choice: Choice, place: int) -> bool:
    """Whether a heading is all that is left of its box, in which text stood below it."""
    box = choice.runs[place].element.getparent()
    if box.tag == "header":
        return False
    last = place
    for n in range(place + 1, len(choice.runs)):
        if box not in choice.runs[n].above:
            break
        if choice.chosen[n]:  # mostly the next: a box of a thousand sections isn't gone through
            return False
        last = n
    return last > place


def _was_emptied(choice: Choice, first: int, last: int) -> bool:
    return any(n in choice.dropped for n in range(first + 1, last))


def _says_something(run: Run) -> bool:
    if run.within("li", "td", "blockquote", "pre", "dd") is not None:
        return run.link_density < 0.8
    if size(run.text) >= LONG or is_said(run):
        return True
    return run.link_density == 0 and size(run.text) > LONG / 2


def clear_labels(choice: Choice, authors: Sequence[str]) -> None:
    """Drop the short lines above the first paragraph: a section's name, a place, a date.

    More than a few are no labels: a poem, or a list without a list's elements. Two sentences, of
    which one may be the standfirst, are the text's beginning, however short. Where the page tells
    no `authors`, names stay: by whom it is, is told from them later.
    """
    labels, sentences = [], 0
    for place in choice.places:
        run = choice.runs[place]
        why = furniture.reason(run.text)
        sentences += is_said(run)
        if is_prose(run) or run.element.tag in HEADINGS or (run.is_bold and not why):
            break
        if sentences > 1:
            break
        byline = not authors and (has_by(run.text) or names_in(run.text))
        if _is_label(run) and not byline and not _in_list(choice, place):
            labels.append((place, why or "a label"))
    if len(labels) <= _MOST_LABELS:
        for place, why in labels:
            choice.drop(place, why)


def _is_label(run: Run) -> bool:
    if is_said(run) or run.text[-1] in ",，、":
        return False
    most = LONG if _DATED.search(run.text) else _LONGEST_LABEL
    return size(run.text) < most


def _in_list(choice: Choice, place: int) -> bool:
    """Whether a run is in a list of several items, some of them more than a word or a date."""
    group = outermost(choice.runs[place], None, "ul", "ol", "dl", "table")
    if group is None:
        return False
    beside = [choice.runs[n] for n in choice.places if group in choice.runs[n].above]
    return len(beside) > 1 and any(not _is_label(run) or _tells(run) for run in beside)


def _tells(run: Run) -> bool:
    """Whether a short line says something all the same: "212,000 homes stand empty"."""
    return run.link_density == 0 and len(run.text.split()) > 3 and not _DATED.search(run.text)
