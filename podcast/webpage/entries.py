"""The entries of a live blog or a chronicle on a page: each keeps the hour or year above it."""

from __future__ import annotations

from lxml.html import HtmlElement

from podcast.hours import FEWEST, is_hour
from podcast.webpage.choice import Choice


def keep_terms(choice: Choice) -> None:
    """Take back the terms right above chosen text: a year in a chronicle has no letters."""
    for place, run in enumerate(choice.runs[:-1]):
        said = choice.chosen[place + 1] and choice.runs[place + 1].within("dd") is not None
        if said and run.within("dt") is not None:
            choice.chosen[place] = True
            choice.dropped.pop(place, None)


def keep_hours(choice: Choice, container: HtmlElement) -> None:
    """Take back the hours that stand right above chosen text: what has no letters had to go.

    One alone says when the page was published.
    """
    last = len(choice.runs) - 1
    heads = [
        place
        for place, run in enumerate(choice.runs)
        if place < last
        and choice.chosen[place + 1]
        and container in run.above
        and is_hour(run.text)
    ]
    if len(heads) >= FEWEST:
        for place in heads:
            choice.chosen[place] = True
            choice.dropped.pop(place, None)
