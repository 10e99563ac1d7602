"""Which files of a book are no chapters: its cover, title page, contents, copyright."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from podcast.titles import same_title
from podcast.webpage.runs import Run

LONGEST_IMPRINT = 3000
"""Letters of the page that says whose rights they are."""
_KINDS = {
    # What the EPUB structural vocabulary calls pages that nobody listens to.
    "cover": "cover",
    "titlepage": "title page",
    "halftitlepage": "title page",
    "copyright-page": "copyright",
    "toc": "table of contents",
    "landmarks": "table of contents",
    "loi": "table of contents",
    "lot": "table of contents",
    "index": "index",
    "colophon": "copyright",
}
_RIGHTS = re.compile(
    r"\bISBN\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos reservados|tutti i diritti riservati",
    re.IGNORECASE,
)


def not_said(tree: HtmlElement, every: Sequence[Run], names: Sequence[str]) -> str:
    """Why a file of the book is no chapter; empty when it is one.

    `names` are the book's title and its authors.
    """
    for element in tree.iter("body", "section", "div"):
        for kind in f"{element.get('epub:type', '')} {element.get('role', '')}".split():
            if kind.removeprefix("doc-") in _KINDS and element.getparent() is not None:
                return _KINDS[kind.removeprefix("doc-")]
        if element.tag != "body" and element.get("class") is None:
            break
    letters = sum(len(run.text) for run in every)
    if every and sum(run.linked for run in every) > 0.8 * letters:
        return "table of contents"
    if every and all(any(same_title(run.text, name) for name in names) for run in every):
        return "title page"
    if letters < LONGEST_IMPRINT and any(_RIGHTS.search(run.text) for run in every):
        return "copyright"
    return ""
