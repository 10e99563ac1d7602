"""A web page → the article on it, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from copy import deepcopy

from lxml.html import HtmlElement

from podcast.article import Article, Block, Heading, Paragraph
from podcast.language import language_of
from podcast.source import Source
from podcast.source.encoding import mend
from podcast.webpage.blocks import blocks_of
from podcast.webpage.body import (
    clear,
    compare,
    container_of,
    explain,
    fill,
    matched,
    paragraphs_of,
)
from podcast.webpage.choice import Choice, is_prose, size
from podcast.webpage.data import from_data
from podcast.webpage.ends import clear_comments, clear_labels, clear_top, trim
from podcast.webpage.entries import keep_hours, keep_terms
from podcast.webpage.facts import Facts, canonical, facts_of
from podcast.webpage.home import (
    boxes_of,
    clear_boxes,
    cut_end,
    find_lead,
    go_on,
    settle_twins,
    with_deck,
)
from podcast.webpage.refusal import check_whole
from podcast.webpage.related import drop_related
from podcast.webpage.repeats import drop_again, drop_pulled
from podcast.webpage.rules import kept, rules_for, take_out
from podcast.webpage.runs import Run, mended, runs
from podcast.webpage.tree import parse

SHORT = 400
"""Letters of an extract that calls for a second opinion."""


COVERED = 0.6
"""Of the letters in a page's paragraphs: less, and the extractor looks again, and longer."""
ENOUGH = 2000
"""Letters of an extract that needs no second look, whatever else is on the page."""
MOST = 4000
"""Runs of a page beyond which the extractors take minutes: 8 s for 12,000 cells of a table."""
MOST_ELEMENTS = 20_000
LEAST = 0.2
"""Of the letters that were chosen, after the furniture is gone."""


def read(source: Source) -> Article:
    """The article on the page; raise ArticleError when there is none to read."""
    tree = parse(source)
    rules = rules_for(source.options, source.address or canonical(tree))
    gone = take_out(tree, rules)
    wanted = kept(tree, rules)
    body = tree.find("body")
    every = mended(runs(tree if body is None else body))
    facts = facts_of(tree, every, source.address)
    choice = _chosen(tree, every, facts)
    for place, run in enumerate(every):
        if wanted and not wanted.isdisjoint(run.above):
            choice.chosen[place] = True
            choice.dropped.pop(place, None)
    blocks: tuple[Block, ...] = ()
    if (container := container_of(choice)) is not None:
        explain(choice, container)
        blocks = blocks_of([every[n] for n in choice.places], container)
        blocks = with_deck(blocks, every[choice.places[0]])
    blocks = from_data(blocks, tree, facts)
    check_whole(source, tree, every, blocks, free=facts.free)
    language = _language(blocks, facts)
    return Article(
        title=mend(facts.title),
        blocks=blocks,
        authors=facts.authors,
        date=facts.date,
        language=language,
        link=facts.link,
        site=facts.site,
        image=facts.image,
        summary=mend(facts.summary),
        dropped=(*choice.left_out(), *gone),
        kept=tuple(run.text for run in every if wanted and not wanted.isdisjoint(run.above)),
    )


def _chosen(tree: HtmlElement, every: list[Run], facts: Facts) -> Choice:
    choice = _first_choice(tree, every)
    if choice.weight < SHORT and not _is_huge(tree, every):
        opinions = (choice, *_second_opinions(tree, every, facts))
        choice = max(opinions, key=lambda opinion: opinion.weight)
    boxes = boxes_of(every)
    settle_twins(choice, boxes)
    container = container_of(choice)
    if container is None:
        return choice
    fill(choice, container)
    go_on(choice, boxes, container)
    find_lead(choice, facts.title, facts.authors)
    if facts.body and len(every) <= MOST:
        compare(choice, facts.body)
    drop_again(choice, facts.title)
    before, weight = list(choice.chosen), choice.weight
    clear_top(choice, facts.title, facts.authors)
    clear_comments(choice)
    clear(choice, container)
    clear_labels(choice, facts.authors)
    clear_boxes(choice, boxes)
    cut_end(choice, boxes)
    drop_pulled(choice)
    trim(choice)
    drop_related(choice)
    keep_hours(choice, container)
    keep_terms(choice)
    if choice.weight < LEAST * weight:
        # Where nearly all looks like furniture, the page is of a kind that we don't know.
        return Choice(every, before)
    return choice


def _first_choice(tree: HtmlElement, every: list[Run]) -> Choice:
    """What the extractor chooses; every paragraph, where there are too many for it."""
    if _is_huge(tree, every):
        return paragraphs_of(every)
    choice = Choice(every, matched(every, _extracted(tree, fast=True)))
    told = sum(size(run.text) for run in every if is_prose(run))
    if choice.weight < min(ENOUGH, COVERED * told):
        choice = Choice(every, matched(every, _extracted(tree, fast=False)))
    return choice


def _is_huge(tree: HtmlElement, every: list[Run]) -> bool:
    return len(every) > MOST or any(n > MOST_ELEMENTS for n, _ in enumerate(tree.iter()))


def _second_opinions(tree: HtmlElement, every: list[Run], facts: Facts) -> list[Choice]:
    texts = [facts.body, _readable(tree)]
    return [Choice(every, matched(every, text)) for text in texts if text]


def _extracted(tree: HtmlElement, *, fast: bool) -> str:
    """The article's text as trafilatura sees it, from its tree: its own text form glues words.

    Where it isn't `fast`, it compares its own result with those of two others.
    """
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(tree, with_metadata=False, include_comments=False, fast=fast)
    body = getattr(found, "body", None)
    return "" if body is None else " ".join(body.itertext())


def _readable(tree: HtmlElement) -> str:
    """The article's text as readability sees it, which looks at boxes rather than paragraphs."""
    from trafilatura.external import try_readability

    return " ".join(try_readability(deepcopy(tree)).itertext())  # it takes its tree apart


def _language(blocks: Sequence[Block], facts: Facts) -> str:
    said = " ".join(block.text for block in blocks if isinstance(block, Paragraph | Heading))
    return language_of(f"{facts.title}\n{said}", facts.language)
