"""An abridgement: an article's most telling sentences, in their order and never rewritten.

A sentence tells much when its words come often in the article (SumBasic: Nenkova and Vanderwende,
2005), when it stands early, as news has it, and when it speaks of the title; it tells less when
what it says was said, or when it leans on the sentence before ("But she …").
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from podcast.article import Article, Block, Dropped, Heading, Item, ItemList, Paragraph, Quote
from podcast.script.endings import STARTERS
from podcast.script.passages import is_silent
from podcast.script.sentences import split

REASON = "left out of the abridged version"
SHORTEST_WORD = 4
"""Letters: shorter words hold sentences together and say little themselves."""
SHORTEST_SENTENCE = 5
"""Words: what is shorter, like a question, says nothing alone."""
LEAD = 0.5
"""How much more the first sentence tells than the last, for its place alone."""
TITLE = 2.0
"""How much a word of the title weighs, against the most frequent word of the text."""
LEANING = 0.6
"""What is left of the weight of a sentence that begins as if it went on."""

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_LEANS = re.compile(
    r"(?i)(?:but|and|so|or|he|she|it|they|this|that|these|those|however|meanwhile|instead|then|"
    r"aber|und|er|sie|es|dies\w*|doch|dann|dabei|mais|et|il|elle|ils|elles|cela|ce|puis|pero|y|"
    r"él|ella|ellos|esto|eso|luego)\b"
)


@dataclass(frozen=True)
class Candidate:
    """A sentence and where it stands: which block, and which part of that block."""

    block: int
    part: int
    text: str
    words: tuple[str, ...]
    """Its telling words, in small letters."""
    length: int
    """All its words."""


def abridge(article: Article, limit: float) -> Article:
    """Return the article in at most about `limit` words; itself where it has no more.

    What is left out is in its `dropped`. The first sentence stays, however low the limit.
    """
    found = tuple(_candidates(article))
    if sum(one.length for one in found) <= limit:
        return article
    headings = sum(len(b.text.split()) for b in article.blocks if isinstance(b, Heading))
    kept = _most_telling(article, found, max(limit - headings, limit / 2))
    blocks = tuple(_rest(article.blocks, found, kept))
    dropped = tuple(Dropped(one.text, REASON) for one in found if one not in kept)
    return replace(article, blocks=_without_bare(blocks), dropped=(*article.dropped, *dropped))


def _candidates(article: Article) -> Iterator[Candidate]:
    """Yield the sentences that may go or stay: a list's item and a quotation's paragraph whole."""
    for number, block in enumerate(article.blocks):
        for part, text in enumerate(_parts(block, article.language)):
            words = tuple(_telling(text, article.language))
            yield Candidate(number, part, text, words, len(text.split()))


def _parts(block: Block, language: str) -> Sequence[str]:
    if isinstance(block, Paragraph):
        return split(block.text, language)
    if isinstance(block, ItemList):
        return tuple(_whole(item) for item in block.items)
    return ("\n".join(block.paragraphs),) if isinstance(block, Quote) else ()


def _whole(item: Item) -> str:
    below = "\n".join(_whole(lower) for lower in item.below.items) if item.below else ""
    return f"{item.text}\n{below}".rstrip()


def _telling(text: str, language: str) -> Iterator[str]:
    small = STARTERS.get(language.split("-")[0].lower(), "").split()
    for word in _WORD.findall(text.casefold()):
        if (len(word) >= SHORTEST_WORD or word[0].isdigit()) and word not in small:
            yield word


def _most_telling(
    article: Article, found: Sequence[Candidate], limit: float
) -> frozenset[Candidate]:
    """Return the sentences that tell most together, the first one among them."""
    weights = _weights(article, found)
    chosen = [found[0]]
    left = limit - found[0].length
    _spend(weights, found[0])
    rest = [one for one in found[1:] if one.length >= SHORTEST_SENTENCE and one.text[-1] != "?"]
    leads = {one: 1 + LEAD * (1 - place / len(found)) for place, one in enumerate(found)}
    while rest:
        best = max(rest, key=lambda one: leads[one] * _value(one, weights))
        rest.remove(best)
        if best.length <= left:
            chosen.append(best)
            left -= best.length
            _spend(weights, best)
    return frozenset([*chosen, *_leads(article.blocks, found, chosen)])


def _leads(
    blocks: Sequence[Block], found: Sequence[Candidate], chosen: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the sentences that lead to a list of which something stays: "They want:"."""
    lists = {one.block for one in chosen if isinstance(blocks[one.block], ItemList)}
    for one, after in pairwise(found):
        if after.block in lists and after.part == 0 and one.text[-1] in ":?":
            yield one


def _weights(article: Article, found: Sequence[Candidate]) -> dict[str, float]:
    counts = Counter(word for one in found for word in one.words)
    most = max(counts.values(), default=1)
    weights = {word: count / most for word, count in counts.items()}
    title = set(_telling(article.title, article.language)) & weights.keys()
    return weights | dict.fromkeys(title, TITLE)


def _spend(weights: dict[str, float], chosen: Candidate) -> None:
    """Let words that were said weigh less from now on."""
    for word in set(chosen.words):
        weights[word] /= 2


def _value(one: Candidate, weights: dict[str, float]) -> float:
    """Return how much a sentence tells, by the root of its length: neither scraps nor giants."""
    told = sum(weights[word] for word in set(one.words)) / math.sqrt(max(one.length, 1))
    return told * (LEANING if one.part and _LEANS.match(one.text) else 1)


def _rest(
    blocks: Sequence[Block], found: Sequence[Candidate], kept: frozenset[Candidate]
) -> Iterator[Block]:
    """Yield the blocks with what is kept of each; what has no sentences stays for its reason."""
    by_block: dict[int, list[Candidate]] = {}
    for one in found:
        by_block.setdefault(one.block, []).append(one)
    for number, block in enumerate(blocks):
        stays = [one for one in by_block.get(number, []) if one in kept]
        if number not in by_block or len(stays) == len(by_block[number]):
            yield block
        elif isinstance(block, Paragraph) and stays:
            yield replace(block, text=" ".join(one.text for one in stays))
        elif isinstance(block, ItemList) and stays:
            yield replace(block, items=tuple(block.items[one.part] for one in stays))


def _without_bare(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks without headings that nothing is said below any more."""
    kept: list[Block] = []
    below: Block | None = None
    for block in reversed(blocks):
        bare = below is None or (isinstance(below, Heading) and isinstance(block, Heading))
        if isinstance(block, Heading) and bare:
            continue
        kept.append(block)
        below = below if is_silent(block) else block
    return tuple(reversed(kept))
