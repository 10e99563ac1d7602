"""What a page tells twice: a quotation set large, a copy of the article for the printer."""

from __future__ import annotations

import re

from podcast.titles import same_title
from podcast.webpage.choice import Choice, is_prose
from podcast.webpage.runs import Run, letters

AGAIN = "said already"
_FEWEST = 3
"""Paragraphs in a second copy: one or two that come twice may be a refrain."""


_PULLED = re.compile(r"(?:^|[\s_-])(?:pull|callout|zitat|exergue|destacado)|quote", re.IGNORECASE)
_LEAST = 20
"""Letters of a quotation set large; fewer may be said twice by chance."""
_MOST = 40
"""Quotations; a text with more is made of them."""


def drop_pulled(choice: Choice) -> None:
    """Drop the quotations set large, beside or between the paragraphs, that these say as well."""
    texts = {n: letters(choice.runs[n].text) for n in choice.places}
    pulled = [n for n in texts if _is_pulled(choice.runs[n])]
    if len(pulled) > _MOST:
        return
    for place in pulled:
        text = texts[place].strip("\"'«».…")
        if len(text) >= _LEAST and any(n != place and text in other for n, other in texts.items()):
            choice.drop(place, "a quotation that the text says as well")


def _is_pulled(run: Run) -> bool:
    return any(
        element.tag in ("aside", "blockquote") or _PULLED.search(element.get("class", ""))
        for element in run.above[:4]
    )


def drop_again(choice: Choice, title: str) -> None:
    """Drop what was chosen a second time, word for word, and what stands among it."""
    seen: set[str] = set()
    again: list[int] = []
    told: list[int] = []
    for place in choice.places:
        run = choice.runs[place]
        if run.text in seen or same_title(run.text, title):
            again.append(place)
            if is_prose(run):
                told.append(place)
        seen.add(run.text)
    once = sum(is_prose(choice.runs[n]) for n in choice.places) - len(told)
    if len(told) < _FEWEST or 2 * len(told) < once:
        return
    first = told[0]
    while first - 1 in again:
        first -= 1
    for place in again:
        if first <= place:
            choice.drop(place, AGAIN)
