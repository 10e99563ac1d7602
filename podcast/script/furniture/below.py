"""What stands below an article's text: about its author or its publication, the small print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.article import Article, Block, Break, Figure, Heading, Note, Paragraph, Quote
from podcast.script.furniture.blocks import (
    Reasons,
    bare,
    is_label,
    is_short,
    letters,
    written,
)
from podcast.script.furniture.lines import DATE
from podcast.script.furniture.phrases import Phrases
from podcast.script.furniture.sections import ABOUT, PUBLICATION
from podcast.script.furniture.top import bylines

CONTACT = "contact details"
LEFT_OVER = "left over from what isn't said"
LONGEST_LEFT_OVER = 4
"""Words of a button or label among what goes."""
LONGEST_ANNOUNCEMENT = 2
"""Words: "Previously:". What has more may be a sentence, though nothing follows it."""
LONGEST_BIOGRAPHY = 90
"""Words."""
SHORTEST_NAME = 4
"""Letters of a publication's name that doesn't stand in a text by chance."""
ELSEWHERE = re.compile(
    r"\b(?:whatsapp|telegram|instagram|facebook|tiktok|youtube|twitter|bluesky|mastodon|substack|"
    r"patreon|newsletter|bolet[ií]n|podcast)s?\b",
    re.IGNORECASE,
)
"""Where a publication is found besides."""
ADDRESS = re.compile(r"\S@\w[\w.-]*\.\w")
QUOTED = re.compile('["“”„«»]')


def below(article: Article, known: Reasons, found: Phrases) -> Reasons:
    """Return what stands below the text, with the reasons.

    From the end upwards as far as a line is left that tells something: what is small and stands
    among what goes, a button or a label, goes along.
    """
    blocks = article.blocks
    reasons: Reasons = {}
    between: list[int] = []
    for i in reversed(range(len(blocks))):
        text = bare(written(blocks[i]))
        if i in known:
            reasons |= dict.fromkeys(between, LEFT_OVER)
            between = []
        if i in known or isinstance(blocks[i], Break | Figure | Note) or not text:
            continue
        reason = _reason(article, i, found)
        if isinstance(blocks[i], Heading) and i + 1 < len(blocks) and reason != ABOUT:
            # All below it went.
            continue
        if reason:
            reasons |= dict.fromkeys((i, *between), reason)
            between = []
        elif _is_left_over(blocks[i], article) and len(between) < 2:
            between.append(i)
        else:
            break
    return reasons if len(reasons) < len(blocks) - len(known) else {}


def _reason(article: Article, i: int, found: Phrases) -> str:
    """Return why a block isn't said, below which nothing is; empty when it is."""
    block = article.blocks[i]
    text = bare(written(block))
    if not isinstance(block, Paragraph | Quote | Heading):
        return ""
    if reason := found.reason("end", text) or (DATE if found.is_date(text) else ""):
        return reason
    if not isinstance(block, Paragraph) or QUOTED.search(text):
        return ""
    if text.endswith(":") and is_short(text, LONGEST_ANNOUNCEMENT):
        return LEFT_OVER
    if _begins_with_author(article, i, text):
        return ABOUT
    if ADDRESS.search(text) and found.asks(text):
        return CONTACT
    if _is_about_site(article, i, text, found) or _leads_elsewhere(article, i, text, found):
        return PUBLICATION
    return ""


def _begins_with_author(article: Article, i: int, text: str) -> bool:
    """Whether a paragraph tells of the author, whose whole name the text above it doesn't."""
    if not is_short(text, LONGEST_BIOGRAPHY):
        return False
    names = (name for name in (*article.authors, *bylines(article)) if " " in name)
    own = [n for n in names if re.match(rf"{re.escape(n)}(?:['’]s)?[ ,]", text, re.IGNORECASE)]
    told = [written(block) for block in article.blocks[:i] if own and not is_label(block)]
    return any(not any(name in other for other in told) for name in own)


def _is_about_site(article: Article, i: int, text: str, found: Phrases) -> bool:
    """Whether a paragraph tells of the publication, which the text doesn't name.

    "The Echo is free to read", "You can hear more of this on the Echo's podcast", but not "She
    told the Echo so".
    """
    name = _without_article(article.site)
    if len(name) < SHORTEST_NAME or not is_short(text):
        return False
    naming = re.compile(rf"\b{re.escape(name)}(?!\w)", re.IGNORECASE)
    own, before = naming.search(text), article.blocks[:i]
    if not own or any(naming.search(written(b)) for b in before if not is_label(b)):
        return False
    begins = not _without_article(text[: own.start()]).strip()
    headed = bool(before) and is_label(before[-1]) and naming.search(written(before[-1]))
    return begins or bool(headed) or found.addresses(text)


def _leads_elsewhere(article: Article, i: int, text: str, found: Phrases) -> bool:
    """Whether a paragraph asks its reader to go where the text never was: our channel."""
    if not (is_short(text) and found.asks(text)):
        return False
    named = {where.casefold() for where in ELSEWHERE.findall(text)}
    told = " ".join(written(b) for b in article.blocks[:i]) if named else ""
    return bool(named) and named.isdisjoint(map(str.casefold, ELSEWHERE.findall(told)))


def _without_article(name: str) -> str:
    return re.sub(r"^(?:the|der|die|das|el|la|le|les|los)\b ?", "", name.strip(), flags=re.I)


def _is_left_over(block: Block, article: Article) -> bool:
    """Whether a line is but a word or two: a button, what heads something, who wrote it."""
    text = written(block)
    label = isinstance(block, Paragraph) and is_label(block) and not block.speaker
    if not (label and is_short(text, LONGEST_LEFT_OVER)) or text.rstrip()[-1:] in "!?,;…)”\"'’":
        return False
    if any(c.isdigit() for c in text):
        return False
    return not _signs(text, article.authors)


def _signs(text: str, authors: Sequence[str]) -> bool:
    """Whether a line is an author's name, or a part of it: a letter ends so."""
    words = {letters(word) for word in text.split()}
    return any(words & {letters(part) for part in name.split()} for name in authors)
