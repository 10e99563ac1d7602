"""robots.txt: what a site wishes programs not to fetch (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from podcast.errors import ArticleError
from podcast.source.connection import Network
from podcast.source.fetch import Page, Refused, fetch

NAME = "briefcast"
LONGEST_KEPT = 24 * 60 * 60
"""Seconds for which rules may be kept (RFC 9309, 2.4)."""
LARGEST = 500 * 2**10
"""Bytes that are heeded (2.5)."""
_NO_RULES = range(400, 500)
"""Statuses that mean that there are none (RFC 9309, 2.3.1.3)."""
_PLAIN_ESCAPE = re.compile(r"%(2D|2E|5F|7E|3[0-9]|[46][1-9A-F]|[57][0-9A])", re.IGNORECASE)
"""An escaped letter, digit or mark that needn't be."""


@dataclass(frozen=True)
class Rule:
    """A line of the file."""

    allows: bool
    pattern: str
    """The start of paths; * is anything, and a $ at the end the path's end."""

    def matches(self, path: str) -> bool:
        """Whether it speaks of `path`."""
        first, *others = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        place = len(first)
        for part in others[:-1]:
            place = path.find(part, place) + len(part)
            if place < len(part):
                return False
        last = others[-1] if others else ""
        if not self.pattern.endswith("$"):
            return last in path[place:]
        return path[place:].endswith(last) if others else place == len(path)


def check(address: str, network: Network, pages: dict[str, Page]) -> None:
    """Raise ArticleError when the site of `address` doesn't want programs to fetch it.

    `pages` keeps a site's rules, so that they are fetched once a day.
    """
    parts = urlsplit(address)
    where = f"{parts.scheme}://{parts.netloc}/robots.txt"
    pages[where] = _fresh(where, network, pages.get(where))
    text = pages[where].data[:LARGEST].decode("utf-8", "replace")
    path = parts.path or "/"
    if not allowed(rules_of(text), f"{path}?{parts.query}" if parts.query else path):
        raise ArticleError(
            f"{address}: robots.txt asks programs to stay away",
            hint="open it in a browser, save the page, and give the file",
        )


def _fresh(where: str, network: Network, known: Page | None) -> Page:
    """The rules at `where`: `known` ones unless they're old, or can't be had again."""
    now = network.clock()
    if known is not None and now - known.fetched < LONGEST_KEPT:
        return known
    try:
        return replace(fetch(where, network, known=known), fetched=now)
    except Refused as refusal:
        if refusal.status in _NO_RULES:
            return Page(where, b"", fetched=now)
        if known is None:
            raise
    except ArticleError:
        if known is None:
            raise
    return known


def rules_of(text: str, name: str = NAME) -> tuple[Rule, ...]:
    """The rules for `name` in the file `text`: its own, or else those for everybody.

    >>> rules_of("User-agent: *\\nDisallow: /a # not yet\\n")
    (Rule(allows=False, pattern='/a'),)
    """
    groups: dict[str, list[Rule]] = {}
    named: list[str] = []
    is_open = False
    for line in text.removeprefix("\ufeff").splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if key.lower() == "user-agent":
            named = [*named, _token(value)] if is_open else [_token(value)]
            groups.setdefault(named[-1], [])
            is_open = True
        elif key.lower() in ("allow", "disallow"):
            is_open = False
            for one in named if value else ():
                groups[one].append(Rule(key.lower() == "allow", _normal(value)))
    return tuple(groups.get(name, groups.get("*", ())))


def _token(agent: str) -> str:
    """A program's name in lower case, without its version."""
    return "*" if agent.startswith("*") else re.split(r"[^a-z_-]", agent.lower())[0]


def allowed(rules: Sequence[Rule], path: str) -> bool:
    """What the longest rule says that speaks of `path`; of two as long, the friendlier."""
    path = _normal(path)
    said = [(len(rule.pattern), rule.allows) for rule in rules if rule.matches(path)]
    return max(said, default=(0, True))[1]


def _normal(path: str) -> str:
    """A path with everything escaped that must be, and nothing that needn't (2.2.2)."""
    plain = _PLAIN_ESCAPE.sub(lambda found: chr(int(found[1], 16)), path)
    escapes = re.sub(r"%[0-9a-fA-F]{2}", lambda found: found[0].upper(), plain)
    return quote(escapes, safe="/%:=&?~#+!$,;'@()*[]|")
