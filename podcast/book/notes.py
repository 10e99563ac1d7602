"""A book's notes: the marks in its text, and what they lead to, which may be in another file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote, urldefrag

from lxml.html import HtmlElement

from podcast.article import Note

LONGEST = 3000
"""Letters."""
_MARK = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?")
_SIGN = re.compile(r"[\[(*†‡§]")
_BEGINNING = re.compile(r"^[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?[.:]?\s+")
_BACK = re.compile(r"\s*(?:[↩↑⤴]\ufe0e?|\[?(?:back|return)\]?)\s*$", re.IGNORECASE)
_HOLDERS = ("aside", "p", "li", "div", "dd", "section")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

Places = dict[tuple[str, str], str]
"""The mark of each note, by its file and its id there."""


def take_marks(path: str, tree: HtmlElement) -> Places:
    """Where the marks in the file at `path` lead; they are taken out of `tree`."""
    places: Places = {}
    for link in list(tree.iter("a")):
        href, fragment = urldefrag(link.get("href", ""))
        mark = _MARK.fullmatch("".join(link.itertext()).strip())
        if not fragment or not mark or not _is_mark(link, mark[0]):
            continue
        there = posixpath.join(posixpath.dirname(path), unquote(href)) if href else path
        places[posixpath.normpath(there), unquote(fragment)] = mark[1]
        raised = link.getparent()
        only = raised is not None and raised.tag == "sup" and not raised.text and len(raised) == 1
        (raised if only else link).drop_tree()
    return places


def _is_mark(link: HtmlElement, text: str) -> bool:
    """Whether a link on a figure leads to a note, not to a chapter that is named so."""
    kind = f"{link.get('epub:type', '')} {link.get('role', '')}"
    if "backlink" in kind:
        return False
    if "noteref" in kind or _SIGN.match(text):
        return True
    above = link.getparent()
    return link.find(".//sup") is not None or (above is not None and above.tag == "sup")


def take_notes(path: str, tree: HtmlElement, places: Mapping[tuple[str, str], str]) -> list[Note]:
    """The notes that stand in the file at `path`; they are taken out of `tree`."""
    notes: list[Note] = []
    for element in list(tree.iter(*_HOLDERS)):
        mark = places.get((path, element.get("id") or ""))
        if mark is None or next(element.iter(*_HEADINGS), None) is not None:
            continue
        text = " ".join("".join(element.itertext()).split())
        if text and len(text) <= LONGEST:
            notes.append(Note(mark, _BEGINNING.sub("", _BACK.sub("", text))))
            element.drop_tree()
    return notes
