"""Quotations in a figure of their own, with a line below that says whose they are."""

from __future__ import annotations

from lxml.html import HtmlElement

from podcast.webpage.choice import Choice
from podcast.webpage.runs import Run


def is_captioned(run: Run) -> bool:
    """Whether a run is the caption of a picture; below a quotation it says whose that is."""
    return run.within("figcaption") is not None and quoting(run) is None


def quoting(run: Run) -> HtmlElement | None:
    """The figure around a quotation that a run stands in."""
    figure = run.within("figure")
    return figure if figure is not None and figure.find(".//blockquote") is not None else None


def says_whose(choice: Choice, place: int) -> bool:
    """Whether a run stands below a quotation in the figure that holds both."""
    figure = quoting(choice.runs[place])
    above = choice.runs[place - 1] if place else None
    return (
        figure is not None
        and above is not None
        and (choice.chosen[place - 1] and figure in above.above)
    )
