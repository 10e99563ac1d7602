"""Lines → pieces: paragraphs, items, quoted lines and rules, each in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from podcast.glue import is_cut

NARROWEST_WRAP, WIDEST_WRAP = 50, 120
"""Characters a line, where lines end because the next word didn't fit."""
FULL = 0.75
"""Of the width: a line longer than this may have been broken for want of room."""
LONGEST_HALF = 40
"""Letters of a word before the hyphen that parts it."""
DASHES = ("–", "—")
"""Alone, they open speech or an attribution."""
ITEMS = ("bullet", "number", "letter")
SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")

_BULLET = re.compile(r"( *)([•◦▪▫‣●○·∙*+–—-]) +(?=\S)")
_PICTURE = re.compile(r"( *)([✓✔✅☑❌✗✘➤➜→►▶👉🔹🔸🔵🔴⭐])\ufe0f? +(?=\S)")
"""What stands for a bullet; one sign may follow another in a list."""
_NUMBER = re.compile(r"( *)(?:(\d{1,3})[.)]|([a-z])\)) +(?=\S)")
_QUOTED = re.compile(r" {0,3}(?:> ?)+")
_RULE = re.compile(r" *(?:([*_~#•·—–-]) *(?:\1 *){2,}|[⁂❦§])")
_UNDERLINE = re.compile(r" *(={3,}|-{3,})")


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


def pieces_of(text: str) -> list[Piece]:
    """What `text` is made of, in order."""
    return _underlined(_pieces(text.replace("\f", "\n\n").splitlines()))


def _pieces(lines: Sequence[str]) -> list[Piece]:
    width = _width(lines)
    pieces: list[Piece] = []
    parts: list[list[str]] = []
    gap, last = 0, ""
    for line in lines:
        if not line.strip():
            gap += 1
            continue
        piece = replace(_piece(line), gap=gap)
        if gap == 0 and pieces and _continues(pieces[-1], last, piece, line, width):
            parts[-1].append(piece.text)
        elif piece.kind != "quote" or piece.text:
            pieces.append(piece)
            parts.append([piece.text])
        gap, last = 0, line.rstrip()
    return [replace(piece, text=_joined(part)) for piece, part in zip(pieces, parts, strict=True)]


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
    return first_word[0].islower() and not SENTENCE_END.search(last)


def _joined(lines: Sequence[str]) -> str:
    """Wrapped lines as one; a hyphen stays ("well-\nknown") but in a word that has none."""
    whole = [lines[0]]
    for before, after in pairwise(lines):
        if not re.search(r"\w-$", before[-2:]) or not after[:1].islower():
            whole.append(" ")
        elif _is_cut(before, after):
            whole[-1] = whole[-1][:-1]
        whole.append(after)
    return "".join(whole).strip()


def _is_cut(before: str, after: str) -> bool:
    """Whether two lines are the halves of a word where they meet."""
    first = re.search(r"[^\W\d_]+(?=-$)", before[-LONGEST_HALF:])
    second = re.match(r"[^\W\d_]+", after)
    return bool(first and second and is_cut(first[0].lower(), second[0]))


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


@dataclass(frozen=True)
class Marked:
    """A line that is an item of a list."""

    text: str
    ordered: bool
    mark: str


def bulleted(line: str) -> Marked | None:
    """The item that `line` is by the mark at its start; None when it is none.

    >>> bulleted("• bread")
    Marked(text='bread', ordered=False, mark='•')
    """
    piece = _piece(line)
    if piece.kind not in ITEMS:
        return None
    return Marked(piece.text, piece.kind != "bullet", piece.mark)
