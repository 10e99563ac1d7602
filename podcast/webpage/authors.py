"""Who wrote what is on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from podcast.titles import same_title, title_key
from podcast.webpage.runs import Run, text_of
from podcast.webpage.told import called, name

_BY = re.compile(
    r"^\W*(?:(?:(?:written |posted |reported |reporting |words |text |story |article |"
    r"interview |analysis |review |essay |comment |recipe )?by|"
    r"von|par|por|di|door|af|av)\b:?|text(?:e|es|o|os)?(?: (?:und|et|y|&) [^\W\d_]+)? ?:)\s+",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|;|/|\||&|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*(?!(?:jr|sr|ph\.?d|m\.?d)\b)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’`-]*(?:\s+[^\W\d_][\w.'’`-]*){0,4}")
_AFTER = re.compile(
    r"\s+(?:in|at|for|of|from|aus|à|en|on|with|via|mit|avec|con)\s.*|\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:staff|editors?|editorial|team|desk|admin|administrator|guest|contributors?|reporter|"
    r"correspondent|news|published|updated|posted|comments?|min|read|https?|www|follow|redaktion|"
    r"more|about|share|email|contact|archive|(?:edit|writ|report)ing|subscribe|view|profile|posts?|"
    r"reviewer|writers?|columnist|critic|the author|anonymous|unknown|null|undefined|none)\b",
    re.IGNORECASE,
)
_AUTHOR_NAMES = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl",
    "sailthru.author", "dc:creator", "article:author_name", "citation_author",
)  # fmt: skip
_BYLINES = frozenset(
    ("byline", "by-line", "author", "authors", "author-name", "p-author", "entry-author", "autor",
     "post-author", "article-author", "meta-author", "writer", "post-byline", "article-byline")
)  # fmt: skip


def authors(
    tree: HtmlElement,
    meta: Mapping[str, str],
    data: Mapping[str, Any],
    runs: Sequence[Run],
    site: str,
) -> tuple[str, ...]:
    """Their names, from the most trustworthy place that has any; none rather than a guess."""
    for given in _given_authors(tree, meta, data, runs):
        names = tuple(dict.fromkeys(name for text in given for name in _names(text, site)))
        # "Jane Doe, Berlin": one word beside a full name is a place, a paper or a job.
        names = tuple(name for name in names if " " in name) or names[:1]
        if names:
            return names
    return ()


def _given_authors(
    tree: HtmlElement, meta: Mapping[str, str], data: Mapping[str, Any], runs: Sequence[Run]
) -> Iterator[list[str]]:
    """Where a page names its authors, the most trustworthy first."""
    given = data.get("author")
    yield [name(person) for person in (given if isinstance(given, list) else [given])]
    yield from ([meta.get(key, "")] for key in _AUTHOR_NAMES)
    yield [text_of(e) for e in tree.xpath("//*[@rel='author'][not(self::link)]")[:4]]
    yield [
        text_of(named[0] if (named := e.xpath(".//*[@itemprop='name']")) else e)
        for e in tree.xpath("//*[contains(@itemprop, 'author')][not(self::meta)]")[:4]
    ]
    yield [text_of(element) for element in islice(called(tree, _BYLINES), 1)]
    yield [run.text for run in runs[:80] if len(run.text) < 100 and _BY.match(run.text)][:1]


def _names(text: str, site: str) -> Iterator[str]:
    """The names in a byline.

    >>> list(_names("By Jane Doe and Max Roe | May 3, 2024", ""))
    ['Jane Doe', 'Max Roe']
    """
    if not text or "://" in text or len(text) > 200:
        return
    text = _BY.sub("", re.sub(r"\([^)]*\)|\S+@\S+|@\w+|\b\w+\.(?:com|org|net)\b.*", " ", text))
    for part in _AND.split(text):
        name = _AFTER.sub("", _BY.sub("", part)).strip(" .,:-–—·•")
        if not _NAME.fullmatch(name) or same_title(name, site):
            # What follows a name in its line is no name: a place, a job, a date.
            if not name or _NO_NAME.search(name) or any(c.isdigit() for c in name):
                continue
            break
        if site and title_key(site) in title_key(name):
            continue
        if not _NO_NAME.search(name) and not name.islower() and len(name) > 2:
            yield name
