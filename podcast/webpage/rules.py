"""What the user says of a page: selectors of what must be read, and of what mustn't."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from podcast.article import Dropped
from podcast.errors import ArticleError
from podcast.source import Options
from podcast.webpage.runs import text_of


@dataclass(frozen=True)
class Rules:
    """CSS selectors."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


def rules_for(options: Options, address: str) -> Rules:
    """The user's rules for the page at `address`: the command line's and its site's.

    Raises ArticleError when those of a site are not lists of selectors.
    """
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    keep, drop = list(options.keep), list(options.drop)
    for site, own in options.sites.items():
        if host == site.removeprefix("www.") or host.endswith(f".{site}"):
            keep += _selectors(own, "keep", site)
            drop += _selectors(own, "drop", site)
    return Rules(tuple(keep), tuple(drop))


def _selectors(own: Any, name: str, site: str) -> list[str]:
    given = own.get(name, []) if isinstance(own, dict) else None
    given = [given] if isinstance(given, str) else given
    unknown = set(own) - {"keep", "drop"} if isinstance(own, dict) else set()
    if not isinstance(given, list) or not all(isinstance(s, str) for s in given) or unknown:
        raise ArticleError(
            f'show.toml: sites."{site}" is not a table of keep and drop',
            hint=f'[sites."{site}"] and under it drop = [".quiz"]',
        )
    return given


def take_out(tree: HtmlElement, rules: Rules) -> tuple[Dropped, ...]:
    """Remove what the rules drop from `tree`, and tell what it was."""
    gone = []
    for element in list(_matches(tree, rules.drop)):
        text = text_of(element)
        if text:
            gone.append(Dropped(text, "your own rule"))
        if element.getparent() is not None:
            element.drop_tree()
    return tuple(gone)


def kept(tree: HtmlElement, rules: Rules) -> set[HtmlElement]:
    """The elements whose text must be read, whatever they look like."""
    return set(_matches(tree, rules.keep))


def _matches(tree: HtmlElement, selectors: Sequence[str]) -> Iterator[HtmlElement]:
    if not selectors:
        return
    from cssselect import HTMLTranslator, SelectorError

    for selector in selectors:
        try:
            path = HTMLTranslator().css_to_xpath(selector)
        except SelectorError as error:
            raise ArticleError(
                f"{selector!r} is not a CSS selector", hint="for instance .author-box, or #notes p"
            ) from error
        yield from tree.xpath(path)
