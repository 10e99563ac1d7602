"""The article's text in a page's data, where a script makes the page out of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement

from podcast.article import Block, Paragraph, texts
from podcast.webpage.facts import Facts
from podcast.webpage.told import plain

_LEAST = 400
"""Letters of an article in a page's data; what is shorter is a summary."""
_DEEP = 12
_MOST = 20_000
"""Values that are looked at."""
_SENTENCES = re.compile(r"[.!?。！？][\"”’»]?[\s<]")
_CODE = re.compile(r"[{}]|=>|function\s*\(")


def from_data(blocks: Sequence[Block], tree: HtmlElement, facts: Facts) -> tuple[Block, ...]:
    """`blocks`; where they are next to nothing, the paragraphs of the text that its data hold.

    What only subscribers may read is left alone.
    """
    shown = sum(len(text) for text in texts(blocks))
    if shown >= _LEAST or not facts.free:
        return tuple(blocks)
    told = facts.body if len(facts.body) >= _LEAST else _longest(tree)
    if len(told) < max(_LEAST, 2 * shown):
        return tuple(blocks)
    return tuple(map(Paragraph, told.splitlines()))


def _longest(tree: HtmlElement) -> str:
    """The longest text in the data that a script makes the page from; empty without one."""
    found = ""
    for script in tree.iter("script"):
        kind = script.get("type", "").lower()
        if "json" not in kind or "ld+json" in kind or len(script.text or "") < _LEAST:
            continue
        try:
            given = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for count, text in enumerate(_texts(given)):
            if count > _MOST:
                break
            if len(text) > max(_LEAST, len(found)) and _is_told(text):
                found = text
    return plain(found)


def _texts(given: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(given, str):
        yield given
    elif isinstance(given, dict | list) and depth < _DEEP:
        for value in given.values() if isinstance(given, dict) else given:
            yield from _texts(value, depth + 1)


def _is_told(text: str) -> bool:
    """Whether a value is sentences, rather than a program, a picture or more data."""
    return len(_SENTENCES.findall(text)) > 2 and not _CODE.search(text[:_LEAST])
