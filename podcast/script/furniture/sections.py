"""Sections that aren't the article's: related articles, sign-ups, what is under "Share"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from podcast.article import Block, Break, Figure, Heading, ItemList, Note, Paragraph
from podcast.script.furniture.blocks import LONGEST_LABEL, bare, is_label, is_short, written
from podcast.script.furniture.phrases import Phrases

LONGEST_TEASER = 90
"""Words of the paragraph under the title of another article."""
LONGEST_PITCH = 45
"""Words of the paragraph that asks for a subscription."""
FEWEST_TEASERS = 2
NOTHING: Mapping[int, str] = MappingProxyType({})
RELATED = "related articles"
ADVERTISEMENT = "advertisement"
ABOUT = "about the author"
PUBLICATION = "about the publication"
REFERENCES = "references"
SMALL_PRINT = "the small print of an agency"
UNSURE = {
    RELATED,
    REFERENCES,
    SMALL_PRINT,
    "sharing",
    "topics",
    "contact details",
    "support for the publication",
}
"""What a heading may say of an article's own section, too: "Share the load"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
REFERENCE = re.compile(r"[\[(*^]?\d|.*\b(?:19|20)\d\d\b|.*https?://")
"""How a work that is referred to begins, or what is in it."""


def sections(
    blocks: Sequence[Block], found: Phrases, known: Mapping[int, str] = NOTHING
) -> dict[int, str]:
    """Return which blocks belong to a section that isn't the article's, each with the reason.

    What is `known` to go needs no label; nor is it text that a section leads to.
    """
    reasons = teasers(blocks, found)
    end = next((i for i in reversed(range(len(blocks))) if i not in known), -1) + 1
    for i, block in enumerate(blocks):
        if i in reasons:
            continue
        if reason := _label_reason(block, found):
            stop = _stop(blocks, i, reason, found)
            if reason == RELATED and i not in known:
                stop = max(stop, _after_title(blocks, i))
            sure = isinstance(block, Heading) and reason not in UNSURE
            if stop > i + 1 or sure or stop >= end:
                reasons |= dict.fromkeys(range(i, stop), reason)
    return reasons


def teasers(blocks: Sequence[Block], found: Phrases) -> dict[int, str]:
    """Return the teasers that an article ends with: title, first words, date, time and again.

    No label needs to say so: one is taken along where it stands right above the first. The dates
    have a year, as those of events to come have not.
    """
    start = _without_rest(blocks, len(blocks), found)
    count = 0
    while (before := _before_teaser(blocks, start, found)) < start:
        start, count = before, count + 1
    if count < FEWEST_TEASERS:
        return {}
    if start and is_label(blocks[start - 1]):
        start -= 1
    return dict.fromkeys(range(start, len(blocks)), RELATED) if start else {}


def _before_teaser(blocks: Sequence[Block], end: int, found: Phrases) -> int:
    """Return where the teaser begins that ends there with its date; `end` when none does."""
    i = end - 1
    if i < 1 or not _is_dated(blocks[i], found):
        return end
    i -= 1
    if i and _is_text(blocks[i], found) and is_short(written(blocks[i]), LONGEST_TEASER):
        i -= 1
    titled = is_label(blocks[i]) and not _is_date(blocks[i], found)
    return _without_rest(blocks, i, found) if titled else end


def _is_dated(block: Block, found: Phrases) -> bool:
    return _is_date(block, found) and bool(_YEAR.search(written(block)))


def _without_rest(blocks: Sequence[Block], end: int, found: Phrases) -> int:
    while end and not _is_dated(blocks[end - 1], found):
        if not (isinstance(blocks[end - 1], Figure) or _is_rest(blocks, end - 1)):
            break
        end -= 1
    return end


def _label_reason(block: Block, found: Phrases) -> str:
    """Return why the section goes that this block heads; empty when it stays or heads none."""
    if not (is_label(block) and is_short(written(block), LONGEST_LABEL)):
        return ""
    return found.reason("section", bare(written(block)).rstrip(" :.…!"))


def _stop(blocks: Sequence[Block], start: int, reason: str, found: Phrases) -> int:
    """Return where the section that begins at `start` ends."""
    if reason == RELATED:
        return _after_teasers(blocks, start + 1, found)
    if reason in (ABOUT, PUBLICATION, SMALL_PRINT):
        return _after_text(blocks, start + 1, found)
    if reason == REFERENCES:
        return _after_references(blocks, start + 1)
    return _after_pitch(blocks, start + 1, reason, found)


def _after_title(blocks: Sequence[Block], start: int) -> int:
    """Return where a box ends that is a label and one title, both set alike amid the text."""
    match blocks[start : start + 3]:
        case [Heading(level=label), Heading(level=title), Paragraph()] if label == title:
            return start + 2
    return start + 1


def _after_teasers(blocks: Sequence[Block], i: int, found: Phrases) -> int:
    """Return where the teasers end: lists of links, or title, first words and date in turn.

    A title with more than a paragraph below it begins a section of the article itself, and so
    does a heading after a list of links.
    """
    linked = False
    while i < len(blocks):
        block = blocks[i]
        if isinstance(block, ItemList | Figure) or _is_date(block, found):
            linked = linked or isinstance(block, ItemList)
            i += 1
        elif _is_rest(blocks, i):
            i += 1
        elif is_label(block) and not linked:
            after = _after_teaser(blocks, i, found)
            if after == i:
                return i
            i = after
        else:
            return i
    return i


def _after_teaser(blocks: Sequence[Block], i: int, found: Phrases) -> int:
    """Return where one teaser ends that begins with a title; `i` itself when it's a section."""
    below = i + 1
    while below < len(blocks) and isinstance(blocks[below], Figure):
        below += 1
    if below == len(blocks) or not _is_text(blocks[below], found):
        return below
    if not is_short(written(blocks[below]), LONGEST_TEASER):
        return i
    after = below + 1
    return i if after < len(blocks) and _is_text(blocks[after], found) else after


def _after_pitch(blocks: Sequence[Block], i: int, reason: str, found: Phrases) -> int:
    """Return where a sign-up or the like ends: lists, labels, lines, and what asks for money."""
    heading = isinstance(blocks[i - 1], Heading)
    while i < len(blocks):
        block = blocks[i]
        text = bare(written(block))
        advert = heading and reason == ADVERTISEMENT and not isinstance(block, Heading)
        other = _label_reason(block, found) not in ("", reason)
        if other or not (advert or _belongs(block, text, found)):
            return i
        heading = False
        i += 1
    return i


def _belongs(block: Block, text: str, found: Phrases) -> bool:
    if isinstance(block, Heading):
        return bool(found.reason("line", text))
    if isinstance(block, ItemList | Figure) or found.reason("line", text):
        return True
    label = is_label(block) and not text.endswith(("?", ":"))
    return label or (is_short(text, LONGEST_PITCH) and found.is_pitch(text))


def _after_text(blocks: Sequence[Block], i: int, found: Phrases) -> int:
    """Return where the next heading, divider or section of another kind is."""
    heading = isinstance(blocks[i - 1], Heading)
    while i < len(blocks) and not isinstance(blocks[i], Heading | Break):
        if _label_reason(blocks[i], found) or (not heading and is_label(blocks[i])):
            return i
        i += 1
    return i


def _after_references(blocks: Sequence[Block], i: int) -> int:
    """Return where a list of works ends; at once when it isn't one."""
    while i < len(blocks):
        block = blocks[i]
        listed = isinstance(block, ItemList | Note)
        if not (listed or (isinstance(block, Paragraph) and REFERENCE.match(block.text))):
            return i
        i += 1
    return i


def _is_text(block: Block, found: Phrases) -> bool:
    return (
        isinstance(block, Paragraph) and not is_label(block) and not found.is_date(bare(block.text))
    )


def _is_date(block: Block, found: Phrases) -> bool:
    return isinstance(block, Paragraph | Heading) and found.is_date(bare(block.text))


def _is_rest(blocks: Sequence[Block], i: int) -> bool:
    """Whether there is nothing to say: a divider, a number left over from a counter."""
    return isinstance(blocks[i], Break) or not any(c.isalpha() for c in written(blocks[i]))
