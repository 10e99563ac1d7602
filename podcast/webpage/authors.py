"""Who wrote what is on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from podcast.dates import date_span
from podcast.webpage.bylines import authors_in, has_by, is_agency, is_by, names_in, parts_of
from podcast.webpage.opening import Opening
from podcast.webpage.runs import Run
from podcast.webpage.told import name

_META = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl",
    "sailthru.author", "dc:creator", "article:author_name", "citation_author", "byline",
)  # fmt: skip
_META_ENDS = re.compile(r"(?:^|[._:-])(?:authors?|byline|author_?name)$")
"""What sites make up for themselves: search.byline, og:article:author."""
_CALLED = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|(?:p-|post|article|entry|meta|story|news)?authors?|autor(?:e|es|en|in)?|"
    r"auteurs?|writers?|firmas?|firmado|signatures?|verfasser|redacteur|redattore|journalist[ae]?|"
    r"periodista|reporter|fn)(?:[\s_-]|$)"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LEADS_TO = re.compile(
    r"/(?:authors?|autor(?:e|es|en)?|auteurs?|profiles?|people|staff|team|contributors?|columnists?|"
    r"journalist[aes]*|by|byline|writers?|redactores|firmas?|person|users?)(?:/|\.|$)|/@[\w.-]+(?:[/?]|$)"
)
_BOX = 160
"""Letters. What's longer tells of an author rather than names one."""
_MOST = 6
_BOXES = 40
"""Elements that are looked into; a page with more of them is no page with a byline."""
_NO_NAME = re.compile(
    r"\s+[–—-]\s+|\s*[|•·,:]\s*|\s(?=[a-zé]+(?:ed|é|do|to)\b|(?:Updated|Published|Posted|"
    r"Modified|Created|Publié|Modifié|Publicado|Actualizado|Pubblicato|Aggiornato)\b)"
)
"""Where what follows a name begins: "Jane Doe | 3 May", "Jane Doe Updated: …"."""


def authors(
    tree: HtmlElement,
    meta: Mapping[str, str],
    data: Mapping[str, Any],
    opening: Opening,
    site: str,
) -> tuple[str, ...]:
    """Their names, from the most trustworthy place that has any; none rather than a guess."""
    agency: tuple[str, ...] = ()
    for given in _told(meta, data):
        names = _all(given, site)
        if names and not is_agency(names[0]):
            return names
        agency = agency or names
    for given in _shown(tree, opening):
        # A single word on the page is a button or a place as soon as a name.
        names = tuple(name for name in _all(given, site) if " " in name or _is_asian(name))
        if names and not (agency and is_agency(names[0])):
            return names
    if agency:
        return agency
    # A pen name of one word is believed only where the page gives it to machines.
    given_names = (text for given in _told(meta, data) for text in given)
    return next((names for text in given_names if (names := authors_in(text, site))), ())


def _is_asian(name: str) -> bool:
    return "\u3400" <= name[0] <= "\ud7af"


def _all(texts: Sequence[str], site: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in names_in(text, site)))


def _told(meta: Mapping[str, str], data: Mapping[str, Any]) -> Iterator[list[str]]:
    """Who a page tells machines that its authors are, the most trustworthy first."""
    given = data.get("author")
    yield [name(person) for person in (given if isinstance(given, list) else [given])]
    yield from ([meta[key]] for key in _META if key in meta)
    yield from ([text] for key, text in meta.items() if _META_ENDS.search(key))


def _shown(tree: HtmlElement, opening: Opening) -> Iterator[list[str]]:
    """Where a page shows its authors, the most trustworthy first."""
    marked = tree.xpath(
        "//*[@rel='author' or contains(@itemprop, 'author')][not(self::link or self::meta)]"
    )
    near = [element for element in marked if opening.has(element)]
    yield from ([text] for text in _by_lines(opening.after))
    yield [_named(element, opening) for element in near[:_MOST]]
    yield from _boxes(tree, opening)
    yield from _beside_dates(opening)
    yield [_named(element, opening) for element in marked[:1]]
    yield from ([text] for text in _by_lines(opening.before))
    yield from ([text] for text in _by_lines(opening.top))
    yield from _at_the_end(opening)


def _by_lines(runs: Sequence[Run]) -> Iterator[str]:
    """The lines that begin with "By", the name in the line below included."""
    for place, run in enumerate(runs):
        if len(run.text) < _BOX and any(map(has_by, parts_of(run.text))):
            links = [link for link in _people(run) if names_in(link)]
            yield links[0] if len(links) == 1 == len(names_in(run.text)) else run.text
        elif is_by(run.text) and place + 1 < len(runs):
            yield runs[place + 1].text


def _people(run: Run) -> list[str]:
    """The links in `run` that lead to persons."""
    links = (a for a in run.element.iter("a") if _LEADS_TO.search(a.get("href", "")))
    return [text for a in links if (text := " ".join(a.text_content().split())) in run.text]


def _boxes(tree: HtmlElement, opening: Opening) -> Iterator[list[str]]:
    """The elements of the opening that are called after an author, by their kind."""
    kinds: dict[str, list[str]] = {}
    elements = (element for element in tree.iter() if isinstance(element.tag, str))
    near = (element for element in elements if _is_called(element) and opening.has(element))
    for element in islice(near, _BOXES):
        if len(text := _named(element, opening)) < _BOX:
            kinds.setdefault(element.get("class", ""), []).append(text)
    yield from (texts[:_MOST] for texts in kinds.values())


def _is_called(element: HtmlElement) -> bool:
    own = f"{element.get('class', '')} {element.get('id', '')}"
    if element.tag == "address":
        return True
    return own != " " and bool(_CALLED.search(_CAMEL.sub("-", own).lower()))


def _named(element: HtmlElement, opening: Opening) -> str:
    """The name in `element`: in a part of it that is one, or else its first line with a name."""
    for path in (".//*[@itemprop='name']", ".//*[contains(concat(' ', @class, ' '), ' fn ')]"):
        if parts := element.xpath(path):
            return str(parts[0].text_content())
    links = [a.text_content() for a in element.iter("a") if _LEADS_TO.search(a.get("href", ""))]
    lines = opening.lines(element)
    parts = [" ".join(part.text_content().split()) for part in element if part.tag == "span"]
    if len(parts) > 1 and names_in(parts[0]) == (parts[0],):
        return str(parts[0])
    if len(links) == 1 and names_in(links[0]):
        first = next((line for line in lines if links[0].strip() in line), "")
        if len(names_in(first)) <= 1:
            return str(links[0])
    return next((line for line in lines if names_in(line)), "")


def _beside_dates(opening: Opening) -> Iterator[list[str]]:
    """A line that begins with a name and goes on with a date, or has a link to a person."""
    lines = [run for run in (*opening.after, *opening.before) if len(run.text) < _BOX]
    sections = {run.text for run in opening.top if run.linked}
    for run in lines:
        span = date_span(run.text)
        before = _NO_NAME.split(run.text[: span[0]])[0].strip() if span else ""
        first = (run.element.text or "").strip()
        if run.element.find("br") is not None and names_in(first) == (first,):
            before = first
        found = names_in(before)
        if (
            len(found) == 1
            and " " in found[0]
            and before.startswith(found[0])
            and not sections & {before, found[0]}
        ):
            yield [found[0]]
    yield from (links[:_MOST] for run in lines if (links := _people(run)))


def _at_the_end(opening: Opening) -> Iterator[list[str]]:
    """Where East Asian papers name the reporter: in a line under the text."""
    after = opening.runs[max(0, opening.start) :]
    yield from ([run.text] for run in after if len(run.text) < 60 and run.text.find("기자") > 0)
