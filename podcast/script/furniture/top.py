"""What stands above an article's text: its title again, by whom, when, a summary."""

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
    Paragraph,
    Quote,
)
from podcast.hours import is_hour
from podcast.script.furniture.blocks import (
    LONGEST_LABEL,
    Reasons,
    bare,
    is_label,
    is_sentence,
    is_short,
    letters,
    written,
)
from podcast.script.furniture.lines import DATE, SEPARATED, line_reason
from podcast.script.furniture.phrases import BYLINE, Phrases, phrases
from podcast.script.furniture.sections import ABOUT

KICKER = "the name of a section"
DATELINE = "dateline"
REPEATED_TITLE = "the title, said once"
_DAY = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HOUR = re.compile(r"\b\d{1,2} ?[:h] ?\d\d\b")
_SERIES = re.compile(
    r"^(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|FOCUS|LEAD|ANALYSIS|INTERVIEW)(?: \d+)?-"
    r"(?=\w)"
)
"""UPDATE 2-: which of several versions it is, as agencies tell."""
TOP = 9
"""How many blocks above the text are looked at."""
LONGEST_PLACE = 3
"""Words."""
LONGEST_SUMMARY = 45
"""Words."""
SUMMARIES = 2
"""How many lines of its own an article may have among those: what it is about, and where."""


def headline(article: Article) -> Article:
    """Return the article under its own title, when "Opinion" or a link stands in its place."""
    found = phrases(article.language)
    article = replace(article, title=_SERIES.sub("", article.title))
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


def standfirst(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with the summary as a paragraph: a page may set it as a heading.

    It's a sentence, or a long line that is set like no heading of a section.
    """
    first = blocks[0] if blocks else None
    if not isinstance(first, Heading) or is_short(first.text, 5):
        return blocks
    levels = {block.level for block in blocks[1:] if isinstance(block, Heading)}
    alone = levels and first.level not in levels
    text = first.text.rstrip()
    if text.endswith(".") or (alone and text[0].isalpha() and text[-1] not in "?:"):
        return (Paragraph(first.text), *blocks[1:])
    return blocks


def dated(article: Article) -> tuple[Block, ...]:
    """Return the blocks, "29. Oktober 2026" as a line: Markdown takes it for a list."""
    found = phrases(article.language)

    def as_line(block: Block) -> Block:
        if not (isinstance(block, ItemList) and block.ordered and len(block.items) == 1):
            return block
        line = f"{block.start}. {block.items[0].text}"
        return Paragraph(line) if found.is_date(line) else block

    return tuple(map(as_line, article.blocks))


def signed(blocks: Sequence[Block], article: Article) -> tuple[Block, ...]:
    """Return the blocks, a letter's last line as a paragraph: its author's first name."""
    names = {name.split()[0] for name in article.authors or bylines(article) if name.split()}
    return tuple(
        Paragraph(block.text) if isinstance(block, Heading) and bare(block.text) in names else block
        for block in blocks
    )


def cased(name: str) -> str:
    """RAY DUNN -> Ray Dunn; AFP stays."""
    return name.title() if name.isupper() and " " in name else name


def bylines(article: Article) -> tuple[str, ...]:
    """Return the names in lines like "By Ann Lee and Bob Ray" above the text."""
    found = phrases(article.language)
    top = (b for b in article.blocks[:TOP] if isinstance(b, Paragraph | Heading))
    short = [block.text for block in top if is_short(block.text)]
    # The author in a picture may be another's.
    lines = [text for text in short if not found.reason("line", bare(text)).startswith("picture")]
    parts = [bare(part) for line in lines for part in (line, *SEPARATED.split(line))]
    names = [name for part in parts if not is_sentence(part) for name in found.names(part)]
    alone = (n for n in range(min(TOP, len(article.blocks))) if _is_name_alone(article, n, found))
    names = names or [bare(written(article.blocks[n])) for n in alone]
    return tuple(dict.fromkeys(names))


def above(article: Article, known: Reasons, found: Phrases) -> Reasons:
    """Find what stands above the text: the title again, by whom, when. A summary may come first."""
    reasons: Reasons = {}
    authors = (*article.authors, *bylines(article))
    summaries = 0
    for i, block in enumerate(article.blocks[:TOP]):
        reason = _top_block(article, i, found)
        if not reason and i not in known and _is_told_in_parts(block, found):
            reason = BYLINE
        if not reason and i not in known and _is_dated_line(block, found):
            reason = DATE
        if not reason and _is_about(block, authors, found):
            reason = ABOUT
        by, below = BYLINE in reasons.values(), i - 1 in reasons
        if summaries and not _may_follow(block, reason, summaries, below, by=by):
            break
        if reason:
            reasons[i] = reason
        elif not (i in known or isinstance(block, Break | Figure)):
            summaries += 1
            if summaries > SUMMARIES or not _may_sum_up(block):
                break
    return reasons | _between(article.blocks, reasons, known)


def _between(blocks: Sequence[Block], reasons: Reasons, known: Reasons) -> Reasons:
    """Find the place or the like that stands between by whom an article is, and when."""
    told = [i for i, reason in reasons.items() if reason in (BYLINE, DATE)]
    between = range(min(told), max(told)) if told else ()
    labels = (i for i in between if i not in reasons and i not in known and is_label(blocks[i]))
    return {i: KICKER for i in labels if is_short(written(blocks[i]), LONGEST_PLACE)}


def _may_follow(block: Block, reason: str, summaries: int, below: bool, *, by: bool) -> bool:
    """Whether a block after a summary may go: a byline; a date, but not that of an event.

    A date goes `below` what goes as well, when a byline is among that, even set as a heading.
    """
    if reason == DATE:
        alone = summaries > 1 and not by
        return (below and by) or not (alone or isinstance(block, Heading))
    return reason in ("", BYLINE, ABOUT)


def _may_sum_up(block: Block) -> bool:
    """Whether a block may stand above the byline: a sentence or two, a label, some points."""
    told = isinstance(block, Heading | Paragraph | ItemList)
    return told and is_short(written(block), LONGEST_SUMMARY)


def _top_block(article: Article, i: int, found: Phrases) -> str:
    """Return why a block above the text isn't said; empty when it is."""
    block = article.blocks[i]
    text = bare(written(block))
    if not isinstance(block, Heading | Paragraph | Quote):
        return ""
    if isinstance(block, Heading) and is_hour(text):
        return ""
    if letters(text) == letters(article.title) and not isinstance(block, Quote):
        return REPEATED_TITLE
    if not isinstance(block, Quote) and found.prefix(block.text) == block.text:
        return DATELINE
    if (reason := _top_reason(text, found)) and _may_top(article, block, reason, found):
        return reason
    if isinstance(block, Heading) and is_short(text, 2) and (reason := line_reason(text, found)):
        return reason
    return BYLINE if _is_name_alone(article, i, found) else ""


def _is_name_alone(article: Article, i: int, found: Phrases) -> bool:
    """Whether a line above the text is but a name, with a date below or already left out."""
    block, below = article.blocks[i], article.blocks[i + 1 : i + 2]
    named = isinstance(block, Heading | Paragraph) and found.is_name(bare(block.text))
    if not named or line_reason(bare(written(block)), found):
        return False
    if below and _top_reason(bare(written(below[0])), found) == BYLINE:
        below = article.blocks[i + 2 : i + 3]  # What the job is, stands between.
    beside = [*below, *article.blocks[max(0, i - 1) : i]]
    dated = any(_top_reason(bare(written(near)), found) == DATE for near in beside)
    known = article.date is not None and not i and isinstance(block, Paragraph)
    return dated or known


def _top_reason(text: str, found: Phrases) -> str:
    if not is_short(text, LONGEST_LABEL * 2):
        return ""
    if found.is_date(found.without_names(text)) or _is_place_and_date(text, found):
        return DATE
    if is_sentence(text):
        return ""
    return found.reason("top", text)


def _is_dated_line(block: Block, found: Phrases) -> bool:
    """Whether a line tells a day of a year, and in other parts something else: the hour, who."""
    text = bare(written(block))
    line = isinstance(block, Heading | Paragraph) and is_short(text, LONGEST_LABEL * 2)
    if not line or is_sentence(text):
        return False
    words = {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", text)}
    day = _DAY.search(text) or (_YEAR.search(text) and words & found.dates)
    return bool(day) and bool(SEPARATED.search(text) or _HOUR.search(text))


def _may_top(article: Article, block: Block, reason: str, found: Phrases) -> bool:
    """Whether a block above the text may go: one of several like "Politics" heads a section."""
    if isinstance(block, Heading) and reason == KICKER:
        headings = (bare(b.text) for b in article.blocks if isinstance(b, Heading))
        return sum(found.reason("top", text) == KICKER for text in headings) == 1
    if isinstance(block, Heading) and reason == BYLINE and article.authors:
        # "A New Design for Lamps" has capitals as names have.
        return any(name.lower() in block.text.lower() for name in article.authors)
    return isinstance(block, Paragraph) or (isinstance(block, Heading) and reason in (BYLINE, DATE))


def _is_about(block: Block, authors: Sequence[str], found: Phrases) -> bool:
    """Whether a paragraph tells who the author is; another writer may be what the text is about."""
    named = any(name.split()[-1] in written(block).split() for name in authors if name.split())
    return named and isinstance(block, Paragraph) and found.reason("end", bare(block.text)) == ABOUT


def _is_told_in_parts(block: Block, found: Phrases) -> bool:
    """Whether a line tells when and by whom: "May 3 | Some Corp. (SOME) | By Ann Lee | 4 likes"."""
    text = bare(written(block))
    line = isinstance(block, Heading | Paragraph) and is_short(text, LONGEST_LABEL * 2)
    if not line or is_sentence(text):
        return False
    parts = [part for part in map(bare, SEPARATED.split(text)) if part]
    dates = sum(found.is_date(part) for part in parts)
    return 0 < dates < len(parts) and any(found.names(part) for part in parts)


def _is_place_and_date(text: str, found: Phrases) -> bool:
    """Whether a line is like "Valencia - 4 June 2024"; not like "14:32 - Trains halted"."""
    parts = [part for part in map(bare, SEPARATED.split(text)) if part]
    if parts and is_hour(parts[0]):
        return False
    dates = [found.is_date(part) for part in parts]
    places = [part[0].isupper() and is_short(part, 3) for part in parts]
    return any(dates) and all(d or p for d, p in zip(dates, places, strict=True))
