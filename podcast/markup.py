"""Scraps of HTML inside other formats → plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp "
        "rt ruby s samp small span strong sub sup time tt u var wbr",
    )
)
"""Elements that may stand in the middle of a word; every other one ends it."""
_SILENT = frozenset(
    ("head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title")
)
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)")


def is_space(tag: str) -> bool:
    """Whether `tag`, as written with its brackets, keeps the words beside it apart."""
    match = _TAG.match(tag)
    return match is not None and match[1].lower() not in _INLINE


def paragraphs(html: str) -> list[str]:
    """The paragraphs of text in `html`, without its markup.

    >>> paragraphs("<p>One <b>bold</b>ness.</p><p>Two<br>lines &amp; more</p><!-- no -->")
    ['One boldness.', 'Two lines & more']
    """
    scraps = _Scraps()
    scraps.feed(html)
    scraps.close()
    lines = "".join(scraps.pieces).split("\n\n")
    return [text for line in lines if (text := " ".join(line.split()))]


class _Scraps(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        self._gap(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._gap(tag)

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in _SILENT))
        self._gap(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data))

    def _gap(self, tag: str) -> None:
        if tag == "br":
            self.pieces.append(" ")
        elif tag not in _INLINE:
            self.pieces.append("\n\n")
