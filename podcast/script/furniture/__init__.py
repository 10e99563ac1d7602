"""Furniture: what stands around an article and isn't part of it, found with the reason.

When unsure, a text is kept: a lost sentence is worse than a read one. What to look for is in the
text files beside this module, one a language; here is where to look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from podcast.article import (
    Article,
    Block,
    Dropped,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Table,
    with_texts,
)
from podcast.script.bullets import listed
from podcast.script.entries import timed
from podcast.script.formulas import readable
from podcast.script.furniture.below import below
from podcast.script.furniture.blocks import (
    Reasons,
    bare,
    is_short,
    letters,
    written,
)
from podcast.script.furniture.captions import captions
from podcast.script.furniture.contents import contents
from podcast.script.furniture.lines import DATE, line_reason
from podcast.script.furniture.phrases import BYLINE, Phrases, phrases
from podcast.script.furniture.sections import ADVERTISEMENT, sections
from podcast.script.furniture.top import (
    DATELINE,
    KICKER,
    REPEATED_TITLE,
    above,
    bylines,
    cased,
    dated,
    headline,
    signed,
    standfirst,
)
from podcast.script.passages import is_silent
from podcast.script.sentences import split

SHORTEST_REPEAT = 25
"""Letters: less may well be said twice."""
ALWAYS = (ADVERTISEMENT, KICKER)
"""Why a line isn't said even where it is set as a heading with text below."""
COUNTER = "a counter"
SIGN_UP = "newsletter sign-up"
BUTTONS = ("sharing", "comments", SIGN_UP)
NOTHING_BELOW = "nothing below it is said"
BELOW_TEXT = {"about the author", "contact details", "copyright", "unsubscribe line", DATE}
"""What follows an article's last line, which may look like a heading."""
ASIDE = re.compile(r" (\([^()]{2,200}\))$")
"""What an item may end with: "(Adds a quotation)"."""
DATELINES = 3
"""How many of the first paragraphs may begin with a dateline: a summary may come before."""


def tidy(article: Article) -> Article:
    """Return the article alone, under its own title and its authors' names."""
    article = headline(article)
    blocks = signed(with_texts(timed(dated(article)), readable), article)
    article = replace(article, blocks=blocks)
    blocks, swept = sweep(article)
    authors = tuple(map(cased, article.authors or bylines(article)))
    dropped = (*article.dropped, *swept)
    return replace(article, authors=authors, blocks=listed(standfirst(blocks)), dropped=dropped)


def sweep(article: Article) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks to be said, and what was swept out, with the reason for each."""
    blocks = article.blocks
    names = (*article.authors, *bylines(article))
    found = phrases(article.language).knowing(names, article.site)
    reasons = captions(blocks, found) | _lines(blocks, found)
    top = above(article, reasons, found)
    reasons |= top
    reasons |= _counters(blocks, reasons)
    reasons |= contents(blocks)
    reasons |= sections(blocks, found, reasons)
    reasons |= _repeats(article)
    reasons |= below(article, reasons, found)
    reasons |= _bare_headings(blocks, reasons)
    reasons = {i: why for i, why in reasons.items() if written(blocks[i]) not in article.kept}
    text = max((i for i, why in top.items() if why in (BYLINE, DATE)), default=0)
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for i, block in enumerate(blocks):
        if i < text and isinstance(block, Heading):
            # Above the byline no section begins: it's the place, the occasion, a summary.
            block = Paragraph(block.text)
        if i in reasons:
            dropped.append(Dropped(written(block), reasons[i]))
            continue
        early = sum(isinstance(b, Paragraph) for b in kept) < DATELINES
        rest, taken = trim(block, found, early=early)
        kept += [rest] if rest else []
        dropped += taken
    return tuple(kept), tuple(d for d in dropped if d.text)


def trim(
    block: Block, found: Phrases, *, early: bool = False
) -> tuple[Block | None, list[Dropped]]:
    """Return what is left of a block without furniture in it, and what was taken."""
    if isinstance(block, ItemList):
        return _trim_list(block, found)
    if isinstance(block, Paragraph):
        return _trim_paragraph(block, found, early=early)
    return block, []


def _lines(blocks: Sequence[Block], found: Phrases) -> Reasons:
    """Find lines that are furniture wherever they stand."""
    reasons: Reasons = {}
    for i, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (reason := found.reason("long", bare(block.text))):
            reasons[i] = reason
        elif isinstance(block, Paragraph) and found.is_sign_up(block.text):
            reasons[i] = SIGN_UP
        if isinstance(block, ItemList) and (reason := _list_reason(block, found)):
            reasons[i] = reason
        if not _is_line(block):
            continue
        reason = line_reason(written(block), found) or _link_reason(blocks, i, found)
        if reason and (reason in ALWAYS or not _heads_text(blocks, i)):
            reasons[i] = reason
    return reasons


def _list_reason(block: ItemList, found: Phrases) -> str:
    """Return why a list isn't said of which no item is; what heads it goes along."""
    _, taken = _trim_list(block, found)
    return taken[0].reason if 0 < len(taken) == len(block.items) else ""


def _heads_text(blocks: Sequence[Block], i: int) -> bool:
    """Whether a block is a heading of a word or two with text below: "Save" is no button then."""
    block, after = blocks[i], blocks[i + 1 : i + 2]
    short = isinstance(block, Heading) and is_short(block.text, 2)
    return short and any(isinstance(below, Paragraph | ItemList | Table) for below in after)


def _link_reason(blocks: Sequence[Block], i: int, found: Phrases) -> str:
    """Return why a line like "Analysis: what it means" isn't said; it may also head a section."""
    block, after = blocks[i], blocks[i + 1 : i + 2]
    text = bare(written(block))
    if text.endswith("."):
        return ""
    if isinstance(block, Heading) and after and not isinstance(after[0], Heading):
        return ""
    return found.reason("link", text)


def _counters(blocks: Sequence[Block], known: Reasons) -> Reasons:
    """Find numbers alone among buttons: how many liked it, how many shared it."""
    reasons: Reasons = {}
    for way in (range(len(blocks)), reversed(range(len(blocks)))):
        beside = False
        for i in way:
            text = written(blocks[i])
            number = isinstance(blocks[i], Paragraph) and text.replace(",", "").isdigit()
            if beside and number:
                reasons[i] = COUNTER
            beside = known.get(i) in BUTTONS or (beside and number)
    return reasons


def _repeats(article: Article) -> Reasons:
    """Find quotations set large that the text says as well, paragraphs and titles said before."""
    blocks = article.blocks
    reasons: Reasons = {}
    said = [letters(block.text) if isinstance(block, Paragraph) else "" for block in blocks]
    for i, block in enumerate(blocks):
        text = letters(written(block))
        if isinstance(block, Heading) and text and text == letters(article.title):
            reasons[i] = REPEATED_TITLE
        if len(text) < SHORTEST_REPEAT:
            continue
        if _is_quotation(block) and any(
            text in other for n, other in enumerate(said) if n != i and len(other) > len(text)
        ):
            reasons[i] = "a quotation that the text says as well"
        elif isinstance(block, Paragraph) and i and text == said[i - 1]:
            reasons[i] = "said already"
    return reasons


def _is_quotation(block: Block) -> bool:
    """Whether a block is all in quotation marks, as one set large is, or a block quotation."""
    if isinstance(block, Quote):
        return True
    return (
        isinstance(block, Paragraph | Heading)
        and block.text[:1] in '“„«»"'
        and block.text[-1:] in '”“»«"'
    )


def _bare_headings(blocks: Sequence[Block], reasons: Reasons) -> Reasons:
    """Find headings below which everything was swept out."""
    empty: Reasons = {}
    for i, block in enumerate(blocks):
        if i in reasons or not isinstance(block, Heading):
            continue
        below = i + 1
        while below < len(blocks) and (below in reasons or is_silent(blocks[below])):
            below += 1
        after = blocks[below] if below < len(blocks) else None
        ends = after is None or (isinstance(after, Heading) and after.level <= block.level)
        swept = [reasons.get(j, NOTHING_BELOW) for j in range(i + 1, below)]
        if ends and swept and swept[0] not in BELOW_TEXT:
            empty[i] = swept[0]
    return empty


def _trim_list(block: ItemList, found: Phrases) -> tuple[Block | None, list[Dropped]]:
    taken = []
    items = []
    for item in block.items:
        reason = line_reason(item.text, found) if is_short(item.text) and not item.below else ""
        if reason:
            taken.append(Dropped(item.text, reason))
            continue
        aside = ASIDE.search(item.text)
        if aside and (reason := found.reason("line", aside[1])):
            taken.append(Dropped(aside[1], reason))
            item = replace(item, text=item.text[: aside.start()])
        items.append(item)
    return (replace(block, items=tuple(items)) if items else None), taken


def _trim_paragraph(
    block: Paragraph, found: Phrases, *, early: bool
) -> tuple[Block | None, list[Dropped]]:
    text, taken = block.text, []
    if early and (prefix := found.prefix(text)):
        taken.append(Dropped(prefix.strip(), DATELINE))
        text = text[len(prefix) :].lstrip()
    while text and (last := split(text, found.language)[-1:]):
        reason = found.reason("sentence", last[0].strip())
        if not reason:
            break
        taken.append(Dropped(last[0], reason))
        text = text[: text.rindex(last[0])].rstrip()
    return (replace(block, text=text) if text else None), taken


def _is_line(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph | Quote) and is_short(written(block))
