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
    Break,
    Dropped,
    Figure,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Quote,
    Table,
    with_texts,
)
from podcast.hours import is_hour
from podcast.script.entries import timed
from podcast.script.formulas import readable
from podcast.script.furniture.blocks import (
    LONGEST_LABEL,
    bare,
    is_label,
    is_sentence,
    is_short,
    letters,
    written,
)
from podcast.script.furniture.contents import contents
from podcast.script.furniture.phrases import BYLINE, Phrases, phrases
from podcast.script.furniture.sections import ADVERTISEMENT, sections
from podcast.script.passages import is_silent
from podcast.script.sentences import split

SHORTEST_REPEAT = 25
"""Letters: less may well be said twice."""
DATE = "date line"
KICKER = "the name of a section"
ALWAYS = (ADVERTISEMENT, KICKER)
"""Why a line isn't said even where it is set as a heading with text below."""
COUNTER = "a counter"
BUTTONS = ("sharing", "comments", "newsletter sign-up")
NOTHING_BELOW = "nothing below it is said"
BELOW_TEXT = {"about the author", "contact details", "copyright", "unsubscribe line", DATE}
"""What follows an article's last line, which may look like a heading."""
DATELINE = "dateline"
DATELINES = 3
"""How many of the first paragraphs may begin with a dateline: a summary may come before."""
TOP = 6
"""How many blocks above the text are looked at."""

BRACKETED = re.compile(r"\[[^\[\]]{2,80}\]")
SEPARATED = re.compile(r"\s*[|·•]\s*|\s+[›»>/–—-]\s+")

Reasons = dict[int, str]
"""Why blocks aren't said, by their place in the article."""


def tidy(article: Article) -> Article:
    """Return the article alone, under its own title and its authors' names."""
    article = headline(article)
    blocks = with_texts(timed(_dates(article)), readable)
    article = replace(article, blocks=blocks)
    blocks, swept = sweep(article)
    authors = article.authors or bylines(article)
    dropped = (*article.dropped, *swept)
    return replace(article, authors=authors, blocks=standfirst(blocks), dropped=dropped)


def _dates(article: Article) -> tuple[Block, ...]:
    """Return the blocks, "29. Oktober 2026" as a line: Markdown takes it for a list."""
    found = phrases(article.language)

    def as_line(block: Block) -> Block:
        if not (isinstance(block, ItemList) and block.ordered and len(block.items) == 1):
            return block
        line = f"{block.start}. {block.items[0].text}"
        return Paragraph(line) if found.is_date(line) else block

    return tuple(map(as_line, article.blocks))


def standfirst(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with the summary as a paragraph: a page may set it as a heading."""
    first = blocks[0] if blocks else None
    if isinstance(first, Heading) and first.text.endswith(".") and not is_short(first.text, 5):
        return (Paragraph(first.text), *blocks[1:])
    return blocks


def sweep(article: Article) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks to be said, and what was swept out, with the reason for each."""
    blocks = article.blocks
    found = phrases(article.language).knowing((*article.authors, *bylines(article)))
    reasons = _lines(blocks, found)
    reasons |= _top(article, reasons, found)
    reasons |= _counters(blocks, reasons)
    reasons |= contents(blocks)
    reasons |= sections(blocks, found)
    reasons |= _repeats(blocks)
    reasons |= _end(blocks, reasons, found)
    reasons |= _bare_headings(blocks, reasons)
    reasons = {i: why for i, why in reasons.items() if written(blocks[i]) not in article.kept}
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for i, block in enumerate(blocks):
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
        if not _is_line(block):
            continue
        reason = line_reason(written(block), found) or _link_reason(blocks, i, found)
        if reason and (reason in ALWAYS or not _heads_text(blocks, i)):
            reasons[i] = reason
    return reasons


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


def line_reason(text: str, found: Phrases) -> str:
    """Return why a line isn't said: all of it, or each part of "this | that"."""
    line = bare(text)
    if not line:
        return ""
    if BRACKETED.fullmatch(text.strip()):
        return "a note for the page"
    if reason := found.reason("line", line):
        return reason
    parts = [part for part in map(bare, SEPARATED.split(line)) if part]
    if len(parts) < 2:
        return ""
    reasons = [
        found.reason("line", part) or found.reason("top", part) or (found.is_date(part) and DATE)
        for part in parts
    ]
    return str(reasons[0]) if all(reasons) else ""


def _top(article: Article, known: Reasons, found: Phrases) -> Reasons:
    """Find what stands above the text: the title again, by whom, when. A summary may come first."""
    reasons: Reasons = {}
    summary = False
    for i, block in enumerate(article.blocks[:TOP]):
        reason = _top_block(article, i, found)
        if summary and reason not in ("", BYLINE, DATE):
            break
        if reason:
            reasons[i] = reason
        elif not (i in known or isinstance(block, Break | Figure)):
            if summary or not isinstance(block, Heading | Paragraph):
                break
            summary = True
    return reasons


def _top_block(article: Article, i: int, found: Phrases) -> str:
    """Return why a block above the text isn't said; empty when it is."""
    block = article.blocks[i]
    text = bare(written(block))
    if not isinstance(block, Heading | Paragraph | Quote):
        return ""
    if isinstance(block, Heading) and is_hour(text):
        return ""
    if letters(text) == letters(article.title) and not isinstance(block, Quote):
        return "the title, said once"
    if not isinstance(block, Quote) and found.prefix(block.text) == block.text:
        return DATELINE
    if (reason := _top_reason(text, found)) and _may_top(block, reason):
        return reason
    return BYLINE if _is_name_alone(article, i, found) else ""


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


def _is_name_alone(article: Article, i: int, found: Phrases) -> bool:
    """Whether a line above the text is but a name, with a date below or already left out."""
    block, below = article.blocks[i], article.blocks[i + 1 : i + 2]
    if not (isinstance(block, Heading | Paragraph) and found.is_name(bare(block.text))):
        return False
    dated = bool(below) and bool(_top_reason(bare(written(below[0])), found))
    known = article.date is not None and not i and isinstance(block, Paragraph)
    return dated or known


def _top_reason(text: str, found: Phrases) -> str:
    if not is_short(text, LONGEST_LABEL * 2):
        return ""
    if found.is_date(text) or _is_place_and_date(text, found):
        return DATE
    return "" if is_sentence(text) else found.reason("top", text)


def _repeats(blocks: Sequence[Block]) -> Reasons:
    """Find quotations set large that the text says as well, and paragraphs that come twice."""
    reasons: Reasons = {}
    said = [letters(block.text) if isinstance(block, Paragraph) else "" for block in blocks]
    for i, block in enumerate(blocks):
        text = letters(written(block))
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
    return isinstance(block, Paragraph) and block.text[:1] in '“„«»"' and block.text[-1:] in '”“»«"'


def _may_top(block: Block, reason: str) -> bool:
    """Whether a block above the text may go: "Politics" may also head a section."""
    return isinstance(block, Paragraph) or (isinstance(block, Heading) and reason in (BYLINE, DATE))


def _is_place_and_date(text: str, found: Phrases) -> bool:
    """Whether a line is like "Valencia - 4 June 2024"; not like "14:32 - Trains halted"."""
    parts = [part for part in map(bare, SEPARATED.split(text)) if part]
    if parts and is_hour(parts[0]):
        return False
    dates = [found.is_date(part) for part in parts]
    places = [part[0].isupper() and is_short(part, 3) for part in parts]
    return any(dates) and all(d or p for d, p in zip(dates, places, strict=True))


def _end(blocks: Sequence[Block], known: Reasons, found: Phrases) -> Reasons:
    """Find what stands below the text: about the author, the small print."""
    reasons: Reasons = {}
    for i in reversed(range(len(blocks))):
        text = bare(written(blocks[i]))
        if i in known or isinstance(blocks[i], Break | Figure | Note) or not text:
            continue
        reason = isinstance(blocks[i], Paragraph | Quote) and (
            found.reason("end", text) or (found.is_date(text) and DATE)
        )
        if not reason:
            break
        reasons[i] = reason
    return reasons if len(reasons) < len(blocks) - len(known) else {}


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


def bylines(article: Article) -> tuple[str, ...]:
    """Return the names in lines like "By Ann Lee and Bob Ray" above the text."""
    found = phrases(article.language)
    top = (b for b in article.blocks[:TOP] if isinstance(b, Paragraph | Heading))
    lines = [block.text for block in top if is_short(block.text)]
    parts = [bare(part) for line in lines for part in (line, *SEPARATED.split(line))]
    names = [name for part in parts if not is_sentence(part) for name in found.names(part)]
    alone = (n for n in range(min(TOP, len(article.blocks))) if _is_name_alone(article, n, found))
    names = names or [bare(written(article.blocks[n])) for n in alone]
    return tuple(dict.fromkeys(names))


def headline(article: Article) -> Article:
    """Return the article under its own title, when "Opinion" or a link stands in its place."""
    found = phrases(article.language)
    while reason := _title_reason(article, found):
        rest, dropped = article.blocks[1:], (*article.dropped, Dropped(article.title, reason))
        title = bare(written(article.blocks[0]))
        article = replace(article, title=title, blocks=rest, dropped=dropped)
    return article


def _title_reason(article: Article, found: Phrases) -> str:
    """Return why a title isn't the article's, where what stands below may well be."""
    first = article.blocks[0] if article.blocks else None
    if first is None or not is_label(first):
        return ""
    title = bare(article.title)
    return KICKER if found.reason("top", title) == KICKER else line_reason(title, found)


def _trim_list(block: ItemList, found: Phrases) -> tuple[Block | None, list[Dropped]]:
    taken = []
    items = []
    for item in block.items:
        reason = line_reason(item.text, found) if is_short(item.text) and not item.below else ""
        if reason:
            taken.append(Dropped(item.text, reason))
        else:
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
