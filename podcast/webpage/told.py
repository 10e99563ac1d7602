"""What a page tells of itself: its meta elements, its JSON-LD, and the names of its elements."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from podcast.markup import paragraphs

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|Recipe|Chapter|CreativeWork)$")


def meta(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements, by property, name or itemprop in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join(element.get("content", "").split())
        for name in (element.get("property"), element.get("name"), element.get("itemprop")):
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def first(told: Mapping[str, str], *names: str) -> str:
    """What the page tells under the first of `names` that it has; empty when it has none."""
    return next((told[name] for name in names if name in told), "")


def structured(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article; empty when there is none."""
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        try:
            # Some wrap it in a comment, or end it like a statement.
            found = re.search(r"[\[{].*[\]}]", script.text or "", re.DOTALL)
            given = json.loads(found[0], strict=False) if found else None
        except (ValueError, RecursionError):
            continue
        for thing in _things(given):
            kinds = thing.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in kinds):
                return {key: _meant(value, given) for key, value in thing.items()}
    return {}


def _meant(value: Any, given: Any) -> Any:
    """`value`, or what it refers to elsewhere in the page's data by its @id."""
    if isinstance(value, list):
        return [_meant(part, given) for part in value[:20]]
    if not isinstance(value, dict) or "@id" not in value or "name" in value:
        return value
    named = (thing for thing in _things(given) if thing.get("@id") == value["@id"])
    return next((thing for thing in named if "name" in thing), value)


def _things(given: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(given, list):
        for part in given:
            yield from _things(part, depth + 1)
    elif isinstance(given, dict):
        yield given
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _things(given.get(key), depth + 1)


def plain(text: Any) -> str:
    """The text of a JSON-LD value, which may hold HTML; empty for what isn't text."""
    if not isinstance(text, str):
        return ""
    parts = [text] if "<" in text else text.splitlines()
    return "\n".join(line for part in parts for line in paragraphs(part))


def name(thing: Any) -> str:
    """The name of a JSON-LD person or organisation."""
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, dict):
        thing = thing.get("name")
    if isinstance(thing, list):
        thing = " and ".join(name for name in thing if isinstance(name, str))
    return plain(thing).replace("\n", " ") if isinstance(thing, str) else ""


def called(tree: HtmlElement, names: Container[str]) -> Iterator[HtmlElement]:
    """The elements that have one of `names` for a class or id, or for a part of one."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        attributes = element.attrib
        if "class" in attributes or "id" in attributes:
            own = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
            parts = re.split(r"\s+|--", own.replace("_", "-"))
            if any(part in names or part.rpartition("-")[2] in names for part in parts):
                yield element
