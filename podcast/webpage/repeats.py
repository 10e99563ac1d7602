"""What a page tells twice: a second copy of the article, for telephones or for the printer."""

from __future__ import annotations

from podcast.titles import same_title
from podcast.webpage.choice import Choice, is_prose

AGAIN = "said already"
_FEWEST = 3
"""Paragraphs in a second copy: one or two that come twice may be a refrain."""


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
