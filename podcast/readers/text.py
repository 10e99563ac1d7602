"""Plain text → an article: its structure told from how the lines lie."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from podcast.article import (
    Article,
    Block,
    Break,
    Dropped,
    Heading,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Table,
)
from podcast.dates import parse_date
from podcast.glue import is_cut
from podcast.source import Source
from podcast.source.encoding import decode, mend
from podcast.titles import LONGEST, from_name, shortened

LONGEST_HEADING = 80
"""Characters."""
MOST_HEADING_WORDS = 12
MOST_LEAD_WORDS = 5
"""Words of a heading that ends in a colon ("Also worth noting:")."""
NARROWEST_WRAP, WIDEST_WRAP = 50, 120
"""Characters a line, where lines end because the next word didn't fit."""

LONGEST_SIGNATURE = 12
"""Lines."""
FULL = 0.75
"""Of the width: a line longer than this may have been broken for want of room."""

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_BULLET = re.compile(r"( *)([•◦▪▫‣●○·∙*+–—-]) +(?=\S)")
_PICTURE = re.compile(r"( *)([✓✔✅☑❌✗✘➤➜→►▶👉🔹🔸🔵🔴⭐])\ufe0f? +(?=\S)")
"""What stands for a bullet; one sign may follow another in a list."""
_NUMBER = re.compile(r"( *)(?:(\d{1,3})[.)]|([a-z])\)) +(?=\S)")
_QUOTED = re.compile(r" {0,3}> ?")
_RULE = re.compile(r" *(?:([*_~#•·—–-]) *(?:\1 *){2,}|[⁂❦§])")
_UNDERLINE = re.compile(r" *(={3,}|-{3,})")
_ATTRIBUTION = re.compile(r"(?:[—–―]|--) ?(\w.{0,80}[^.!?])")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_SPEAKER = re.compile(r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) ?:\s+\S")
"""A name and what it says: "Lind: Because …"."""
_SAYING = re.compile(r"[\"“„«‘'] ?\w+(?:['’-]\w+)*(?: \w+(?:['’-]\w+)*){1,4} ?[\"”“»’']")
"""Some words of somebody's over a section: 'A sad smell'."""
_ANSWERS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|says?|said|"
    r"include[sd]?|shows?)\b",
    re.IGNORECASE,
)
"""Verbs that make a line with a colon the start of a sentence, not a heading."""


def read(source: Source) -> Article:
    """The article in a plain text: title first, then headings, lists, quotes, paragraphs."""
    text = _INDENT.sub(
        lambda tabs: tabs[0].expandtabs(4), mend(decode(source.data, source.name, source.charset))
    )
    text, signature = _signed(text)
    title, blocks = structure(text, fallback=from_name(source.stem))
    dropped = (Dropped(signature, "signature"),) if signature else ()
    return Article(title=title, blocks=blocks, language="", dropped=dropped)


def _signed(text: str) -> tuple[str, str]:
    """Text and signature, apart at the "-- " that mail programs put there (RFC 3676, 4.3)."""
    parts = re.split(r"^-- ?\n", text + "\n", maxsplit=1, flags=re.MULTILINE)
    if len(parts) == 1 or parts[1].count("\n") > LONGEST_SIGNATURE:
        return text, ""
    return parts[0], parts[1].strip()


def structure(text: str, fallback: str = "") -> tuple[str, tuple[Block, ...]]:
    """The title of `text`, and its blocks; a first line too long for a title stays a block."""
    pieces = _underlined(_pieces(text.replace("\f", "\n\n").splitlines()))
    first = next((n for n, piece in enumerate(pieces) if piece.kind != "rule"), None)
    if first is None:
        return fallback, ()
    title = pieces[first].marked
    if len(title) <= LONGEST:
        return title, tuple(_blocks(pieces[first + 1 :]))
    return fallback or shortened(title), tuple(_blocks(pieces))


ITEMS = ("bullet", "number", "letter")


@dataclass(frozen=True)
class Piece:
    """A paragraph, an item, a quoted line or a rule, in one line."""

    kind: str
    """plain, bullet, number, letter, quote, rule, heading."""
    text: str
    mark: str = ""
    """What stood before the text: "•", "3.", "b)"."""
    indent: int = 0
    gap: int = 0
    """Empty lines before it."""

    @property
    def marked(self) -> str:
        """The text with its mark, as written."""
        return f"{self.mark} {self.text}" if self.mark else self.text

    @property
    def number(self) -> int:
        """Which item it is, by its mark."""
        label = self.mark.rstrip(".)")
        return int(label) if label.isdigit() else ord(label) - ord("a") + 1


def _pieces(lines: Sequence[str]) -> list[Piece]:
    width = _width(lines)
    pieces: list[Piece] = []
    gap, last = 0, ""
    for line in lines:
        if not line.strip():
            gap += 1
            continue
        piece = replace(_piece(line), gap=gap)
        if gap == 0 and pieces and _continues(pieces[-1], last, piece, line, width):
            pieces[-1] = replace(pieces[-1], text=_joined(pieces[-1].text, piece.text))
        elif piece.kind != "quote" or piece.text:
            pieces.append(piece)
        gap, last = 0, line.rstrip()
    return pieces


def _piece(line: str) -> Piece:
    if _RULE.fullmatch(line.rstrip()):
        return Piece("rule", line.strip())
    indent = len(line) - len(line.lstrip())
    if match := _QUOTED.match(line):
        return Piece("quote", " ".join(line[match.end() :].split()))
    if match := _BULLET.match(line):
        return Piece("bullet", " ".join(line[match.end() :].split()), match[2], indent)
    if match := _PICTURE.match(line):
        return Piece("bullet", " ".join(line[match.end() :].split()), "•", indent)
    if "\t" in line.strip():
        return Piece("row", "\t".join(cell.strip() for cell in line.strip().split("\t")))
    if match := _NUMBER.match(line):
        kind = "number" if match[2] else "letter"
        return Piece(kind, " ".join(line[match.end() :].split()), match[0].strip(), indent)
    return Piece("plain", " ".join(line.split()), indent=indent)


def _width(lines: Sequence[str]) -> int:
    """Where lines were wrapped; 0 when they weren't. A long address may stick out."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    full = [
        len(line.rstrip()) > FULL * width
        for line, following in pairwise(lines)
        if line.strip() and following.strip()
    ]
    wrapped = NARROWEST_WRAP <= width <= WIDEST_WRAP and sum(full) > len(full) / 2
    return width if wrapped else 0


def _continues(before: Piece, last: str, piece: Piece, line: str, width: int) -> bool:
    """Whether `line` goes on with the piece before it, whose last line is `last`."""
    if "rule" in (before.kind, piece.kind) or "row" in (before.kind, piece.kind):
        return False
    if piece.kind in ITEMS:
        return False
    if before.kind == "quote" or piece.kind == "quote":
        return before.kind == piece.kind and bool(piece.text) and bool(last.strip("> "))
    if before.kind in ITEMS and piece.indent > before.indent:
        return True
    first_word = line.split(maxsplit=1)[0]
    if width and len(last) + 1 + len(first_word) > width:
        return True
    return first_word[0].islower() and not _SENTENCE_END.search(last)


def _joined(before: str, after: str) -> str:
    """Two wrapped lines as one; a hyphen stays ("well-\\nknown") but in a word that has none."""
    first, second = re.search(r"([^\W\d_]+)-$", before), re.match(r"[^\W\d_]+", after)
    if first and second and after[0].islower():
        cut = is_cut(first[1].lower(), second[0])
        return f"{before[:-1] if cut else before}{after}"
    glue = "" if re.search(r"\w-$", before) and after[:1].islower() else " "
    return f"{before}{glue}{after}".strip()


def _underlined(pieces: Sequence[Piece]) -> list[Piece]:
    """A line with ==== or ---- right under it is a heading."""
    result: list[Piece] = []
    for piece in pieces:
        under = piece.gap == 0 and _UNDERLINE.fullmatch(piece.text)
        if under and result and result[-1].kind == "plain":
            result[-1] = replace(result[-1], kind="heading")
        else:
            result.append(piece)
    return result


def _blocks(pieces: Sequence[Piece]) -> Iterator[Block]:
    usual_gap = _usual_gap(pieces)
    previous = "heading"
    for kind, run in groupby(_told(pieces), key=lambda p: "item" if p.kind in ITEMS else p.kind):
        yield from _BUILDERS[kind](list(run), usual_gap, previous)
        previous = kind


def _usual_gap(pieces: Sequence[Piece]) -> int:
    gaps = sorted(piece.gap for piece in pieces)
    return gaps[len(gaps) // 2] if gaps else 0


def _told(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the headings among them told from paragraphs, and items from numbers."""
    pieces = _without_false_items(_without_false_rows(pieces))
    speakers = _speakers(pieces)
    result: list[Piece] = []
    for position, piece in enumerate(pieces):
        after = pieces[position + 1 : position + 3]
        may_be = piece.kind == "plain" or (
            piece.kind == "number" and not _has_neighbour(pieces, position)
        )
        is_heading = may_be and _speaker(piece) not in speakers and _is_heading(piece, after)
        result.append(replace(piece, kind="heading") if is_heading else piece)
    return [
        replace(piece, kind="plain", text=piece.marked, mark="")
        if piece.kind == "number" and not _has_neighbour(result, position)
        else piece
        for position, piece in enumerate(result)
    ]


def _speakers(pieces: Sequence[Piece]) -> frozenset[str]:
    """Who takes turns in an interview: names that paragraphs begin with, at least two."""
    names = Counter(filter(None, map(_speaker, pieces)))
    turns = [name for name, count in names.items() if count > 1]
    return frozenset(names) if len(turns) > 1 else frozenset()


def _speaker(piece: Piece) -> str:
    found = _SPEAKER.match(piece.text) if piece.kind == "plain" else None
    return found[1] if found else ""


def _without_false_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """A line with a tab in it is a row of a table only beside another with as many."""
    tabs = [piece.text.count("\t") if piece.kind == "row" else 0 for piece in pieces]
    beside = [0, *tabs, 0]
    return [
        replace(piece, kind="plain", text=" ".join(piece.text.split()))
        if piece.kind == "row" and tabs[n] not in (beside[n], beside[n + 2])
        else piece
        for n, piece in enumerate(pieces)
    ]


def _without_false_items(pieces: Sequence[Piece]) -> list[Piece]:
    """A lone dash opens speech or an attribution; "a)" needs a "b)" to be a list."""
    return [
        replace(piece, kind="plain", text=piece.marked, mark="")
        if (piece.mark in ("–", "—") or piece.kind == "letter") and not _has_neighbour(pieces, n)
        else piece
        for n, piece in enumerate(pieces)
    ]


def _has_neighbour(pieces: Sequence[Piece], position: int) -> bool:
    """Whether the piece beside it is an item of the same list."""
    piece = pieces[position]
    beside = [pieces[n] for n in (position - 1, position + 1) if 0 <= n < len(pieces)]
    if piece.kind == "bullet":
        return any(other.kind == "bullet" for other in beside)
    return any(other.kind == "bullet" and other.indent != piece.indent for other in beside) or any(
        other.kind == piece.kind
        and (abs(other.number - piece.number) <= 1 or other.indent != piece.indent)
        for other in beside
    )


def _is_heading(piece: Piece, after: Sequence[Piece]) -> bool:
    if not after or not _looks_like_heading(piece):
        return False
    following = after[0]
    if piece.kind == "number":
        return following.kind == "plain" and not _SENTENCE_END.search(piece.text.rstrip("?!"))
    if piece.text.endswith("?"):
        # Before a list, a question only leads into it.
        return following.kind == "plain"
    if (
        following.kind == "plain"
        and _looks_like_heading(following)
        and not following.text.endswith("?")
    ):
        # A section and the first section within it; three short lines are an address or a poem.
        return len(after) > 1 and not (after[1].kind == "plain" and _looks_like_heading(after[1]))
    return following.kind != "rule"


def _looks_like_heading(piece: Piece) -> bool:
    text = piece.text
    if not 2 <= len(text) <= LONGEST_HEADING or len(text.split()) > MOST_HEADING_WORDS:
        return False
    if not any(character.isalpha() for character in text) or text[0].islower():
        return False
    if parse_date(text):
        return False
    if (
        (text[0] in "\"“„«‘'(" and not _SAYING.fullmatch(text))
        or text[-1] in "★☆⭐"
        or _ATTRIBUTION.fullmatch(text)
    ):
        return False
    if text.endswith("?"):
        return not re.search(r"[.!?…] ", text)
    if text.endswith(":"):
        return len(text.split()) <= MOST_LEAD_WORDS and not _ANSWERS.search(text)
    return text.isupper() or not _SENTENCE_END.search(text)


def _headings(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    for piece in run:
        yield Heading(piece.marked)


def _paragraphs(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    blocks: list[Block] = []
    for position, piece in enumerate(run):
        said = _ATTRIBUTION.fullmatch(piece.text)
        before = blocks[-1] if blocks else None
        if said and isinstance(before, Paragraph) and before.text[0] in '"“„«':
            blocks[-1] = Quote((before.text,), said[1])
            continue
        # More room than usual between two paragraphs is a divider.
        if (
            usual_gap
            and piece.gap > usual_gap
            and (position or previous not in ("heading", "rule"))
        ):
            blocks.append(Break())
        blocks.append(Paragraph(piece.text))
    return iter(blocks)


def _quotes(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    texts = [piece.text for piece in run]
    said = _ATTRIBUTION.fullmatch(texts[-1]) if len(texts) > 1 else None
    yield Quote(tuple(texts[:-1]), said[1]) if said else Quote(tuple(texts))


def _rules(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    yield Break()


def _tables(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    """A table for rows with as many cells; a first row without a figure names the columns."""
    for _, rows in groupby(run, key=lambda piece: piece.text.count("\t")):
        cells = tuple(tuple(piece.text.split("\t")) for piece in rows)
        yield Table(cells, header=not any(c.isdigit() for cell in cells[0][1:] for c in cell))


def _lists(run: Sequence[Piece], usual_gap: int, previous: str) -> Iterator[Block]:
    """One list for each run of items at the first item's indent; deeper ones lie below."""
    start = 0
    for position in range(1, len(run) + 1):
        if position == len(run) or _begins_list(run[start], run[position - 1], run[position]):
            yield _list(run[start:position])
            start = position


def _begins_list(first: Piece, before: Piece, piece: Piece) -> bool:
    if piece.indent > first.indent:
        return False
    return piece.mark != first.mark if piece.kind == "bullet" else piece.number == 1


def _list(run: Sequence[Piece]) -> ItemList:
    items: list[Item] = []
    position = 0
    while position < len(run):
        end = position + 1
        while end < len(run) and run[end].indent > run[position].indent:
            end += 1
        below = _list(run[position + 1 : end]) if end > position + 1 else None
        items.append(Item(run[position].text, below))
        position = end
    ordered = run[0].kind != "bullet"
    return ItemList(tuple(items), ordered, run[0].number if ordered else 1)


_BUILDERS = {
    "heading": _headings,
    "plain": _paragraphs,
    "quote": _quotes,
    "row": _tables,
    "rule": _rules,
    "item": _lists,
}


@dataclass(frozen=True)
class Marked:
    """A line that is an item of a list."""

    text: str
    ordered: bool


def bulleted(line: str) -> Marked | None:
    """The item that `line` is by the mark at its start; None when it is none.

    >>> bulleted("• bread")
    Marked(text='bread', ordered=False)
    """
    piece = _piece(line)
    return Marked(piece.text, piece.kind != "bullet") if piece.kind in ITEMS else None
