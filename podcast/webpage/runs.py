"""A page's tree → its runs of text, each a paragraph, heading, item or cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lxml.html import HtmlElement

from podcast.source.encoding import mend
from podcast.webpage import formulas
from podcast.webpage.tree import BLOCKS, is_unseen

_SPACES = re.compile(r"\s+")
_NOTE_LINK = re.compile(r"^#.*(?:note|ref|fn|cite|foot)|^#\d+$|^#f\d+$", re.IGNORECASE)
_NOTE_MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z*†‡§¶])\s*[\])]?|\[(?:citation needed|edit)\]")
_LONGEST_MARK = 24
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HUNG = r"(?:(?<=[.,;:!?”’\"'»)\]])|(?<=[^\W\d]{2})(?<!\b[kcdm]m))"
"""After what a note's mark may stand: a whole word or what follows one, no unit."""
_NAMED_HEADING = re.compile(
    r"(?:^|[\s_-])(?:cross-?head(?:er|ing)?|sub-?head(?:er|ing)?|zwischen(?:titel|ueberschrift)|"
    r"intertitre|ladillo|tussenkop|mellomtittel|mellanrubrik|h[2-4])(?:$|\s)",
    re.IGNORECASE,
)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_INITIALS = ("initial", "dropcap", "drop-cap", "drop_cap", "first-letter", "firstletter")
_QUOTES = ('"', "'", "“", "‘", "«", "„", "”")
_SIGNS = ("¶", "#", "§", "🔗", "\uf0c1")
LONGEST_HEADING = 120
"""Letters of a bold line that may be a heading."""
BOLD = frozenset(("b", "strong"))


@dataclass(eq=False)
class Run:
    """Text with no block boundary in it."""

    text: str
    element: HtmlElement
    """The block that it stands in."""
    linked: int = 0
    """How many of its letters are links."""
    bold: int = 0
    """How many of its letters are bold."""
    mark: str = ""
    """The mark that it begins with, when it's the note to one above."""

    @cached_property
    def above(self) -> list[HtmlElement]:
        """The block and those that it stands in, inner first."""
        return [self.element, *self.element.iterancestors()]

    def within(self, *tags: str) -> HtmlElement | None:
        """The innermost of `tags` that it stands in."""
        if self.element.tag in tags:
            return self.element
        return next(self.element.iterancestors(*tags), None)

    @property
    def letters(self) -> int:
        """How many letters and signs it has, spaces not counted."""
        return len(self.text) - self.text.count(" ")

    @property
    def link_density(self) -> float:
        """The share of its letters that are links."""
        return self.linked / max(1, self.letters)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, but for a sign or two."""
        return self.bold >= self.letters - 2


def runs(root: HtmlElement) -> list[Run]:
    """All that a reader of the page sees, in order."""
    collector = _Collector()
    collector.walk(root, root, linked=False, bold=False)
    collector.flush(root)
    return _without_marks(collector.runs)


def _without_marks(every: list[Run]) -> list[Run]:
    """The runs without the raised numbers that lead to a note below: words.² but not 30 m²."""
    notes = {run.mark.translate(_RAISED) for run in every if run.mark}
    if notes:
        hung = re.compile(rf"{_HUNG}(?:{'|'.join(map(re.escape, notes))})(?![⁰¹²³⁴⁵⁶⁷⁸⁹])")
        for run in every:
            run.text = run.text if run.mark else hung.sub("", run.text)
    return every


def mended(every: Sequence[Run]) -> list[Run]:
    """The runs without faults of encoding, and without those that only held such."""
    for run in every:
        run.text = mend(run.text).strip()
    for initial, run in pairwise(every):
        if _is_initial(initial) and run.text[:1].islower():
            initial.text, run.text = "", initial.text + run.text
    return [run for run in every if run.text]


def _is_initial(run: Run) -> bool:
    """Whether a run is the first letter of a text, set large in a box of its own."""
    named = f"{run.element.get('class')} {run.element.get('id')}".lower()
    return len(run.text.strip("“„«\"'")) == 1 and any(word in named for word in _INITIALS)


class _Collector:
    """Goes through the tree once, and ends a run wherever a block begins or ends."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.bold = 0
        self.breaks = 0
        self.mark = ""
        self.marks: set[str] = set()
        """What notes hang on in the text so far."""
        self.headed = False
        """Whether a bold line has just ended with a line break: text below it is another run."""

    def flush(self, block: HtmlElement) -> None:
        text = _SPACES.sub(" ", "".join(self.pieces)).strip()
        if text:
            self.runs.append(Run(text, block, self.linked, self.bold, self.mark))
        self.mark = ""
        self.pieces, self.linked, self.bold, self.breaks = [], 0, 0, 0
        self.headed = False

    def is_bold(self) -> bool:
        """Whether all of the run so far is bold, and no more than a line."""
        letters = sum(map(len, "".join(self.pieces).split()))
        return 2 < letters == self.bold and letters <= LONGEST_HEADING

    def add(self, text: str | None, block: HtmlElement, *, linked: bool, bold: bool) -> None:
        if not text:
            return
        letters = sum(map(len, text.split()))
        if letters:
            if self.headed and not bold:
                self.flush(block)
            self.breaks, self.headed = 0, False
        self.pieces.append(text)
        self.linked += letters * linked
        self.bold += letters * bold

    def walk(self, element: HtmlElement, block: HtmlElement, *, linked: bool, bold: bool) -> None:
        self.add(element.text, block, linked=linked, bold=bold)
        for child in element:
            if is_note_mark(child):
                self.note(child)
            elif not is_unseen(child) and not _is_anchor(child):
                if _touches(child):
                    self.pieces.append(" ")
                self.enter(child, block, linked=linked, bold=bold)
            self.add(child.tail, block, linked=linked, bold=bold)

    def note(self, element: HtmlElement) -> None:
        """Leave out the mark of a note, and see whether it's the note itself that begins so."""
        mark = _mark_of(element)
        if "".join(self.pieces).strip():
            self.marks.add(mark)
        elif mark in self.marks:
            self.mark = mark

    def formula(self, element: HtmlElement, block: HtmlElement) -> None:
        """A formula in a sentence is a part of it; one on its own line is for reading."""
        line = formulas.linear(element)
        if not formulas.is_alone(element):
            self.add(line, block, linked=False, bold=False)
        elif line:
            self.flush(block)
            self.add(f"$${line}$$", element, linked=False, bold=False)
            self.flush(element)

    def enter(self, child: HtmlElement, block: HtmlElement, *, linked: bool, bold: bool) -> None:
        tag = child.tag
        # Under a quotation, a name is a line of its own, whatever the element says of itself.
        heads = is_named_heading(child)
        if tag in BLOCKS or heads or (tag == "cite" and block.tag == "blockquote"):
            self.flush(block)
            self.walk(child, child, linked=linked, bold=bold or heads)
            self.flush(child)
        elif tag == "br":
            self.breaks += 1
            self.headed = self.is_bold()
            if self.breaks > 1:
                self.flush(block)
            self.pieces.append(" ")
        elif tag == "math":
            self.formula(child, block)
        elif tag in ("hr", "img"):
            self.pieces.append(" ")
        elif tag == "sup" and (child.text or "").isdecimal() and len(child) == 0:
            self.note(child)
            # 10⁶ is no hundred and six.
            self.add(child.text.translate(_RAISED), block, linked=linked, bold=bold)
        elif tag == "q" and (child.text or "").lstrip()[:1] not in _QUOTES:
            # A browser sets the quotation marks.
            self.pieces.append("“")
            self.walk(child, block, linked=linked, bold=bold)
            self.pieces.append("”")
        else:
            a_link = linked or (tag == "a" and bool(child.get("href")))
            self.walk(child, block, linked=a_link, bold=bold or _is_set_bold(child))


def is_named_heading(element: HtmlElement) -> bool:
    """Whether a line in no heading's element is called a heading: it counts as bold."""
    names = element.get("class")
    return (
        names is not None
        and element.tag in ("span", "strong", "b", "em", "p", "div")
        and _NAMED_HEADING.search(names) is not None
    )


def _is_set_bold(element: HtmlElement) -> bool:
    """Whether `element` makes its letters bold, by its tag or its style."""
    style = element.get("style")
    return element.tag in BOLD or (style is not None and _BOLD_STYLE.search(style) is not None)


def is_note_mark(element: HtmlElement) -> bool:
    """Whether `element` is the little number that a footnote hangs on."""
    tag = element.tag
    if tag == "sup":
        return bool(mark := _mark(element)) and (
            element.find(".//a") is not None or mark[0] in "[(*†‡§¶"
        )
    if tag == "a":
        return bool(_NOTE_LINK.search(element.get("href", ""))) and bool(_mark(element))
    named = tag in ("span", "small") and "reference" in element.get("class", "").split()
    return named and bool(_mark(element))


def _mark(element: HtmlElement) -> str:
    """The text of `element` where it's a number or a sign; empty where it's anything else."""
    text = str(element.text_content()).strip()
    return text if len(text) <= _LONGEST_MARK and _NOTE_MARK.fullmatch(text) else ""


def _mark_of(element: HtmlElement) -> str:
    return str(element.text_content()).strip(" \n[]()")


def _is_anchor(element: HtmlElement) -> bool:
    """Whether `element` is the little sign beside a heading that links to the heading."""
    return element.tag == "a" and (element.text or "").strip() in _SIGNS and len(element) == 0


def _touches(element: HtmlElement) -> bool:
    """Whether a word of its own begins with `element`, though no space is before it.

    Two links are two words, and so are <span>Source</span><a>Agency</a>: a designer's margins
    hold them apart. A letter in a span may be part of a word.
    """
    if element.tag in BLOCKS:
        return False
    before = element.getprevious()
    if before is None or before.tail or not isinstance(before.tag, str):
        return False
    if before.tag == "a" and element.tag == "a":
        return True
    left, right = (before.text or "")[-1:], (element.text or "")[:2]
    return left.islower() and right[:1].isupper() and right[1:].islower()


def text_of(element: HtmlElement) -> str:
    """All that a reader sees in `element`, in one line."""
    return " ".join(run.text for run in runs(element))


def letters(text: str) -> str:
    """`text` without spaces, capitals and typographers' choices, to find it elsewhere.

    >>> letters("Don’t  ask – “why”")
    "don'task-\\"why\\""
    """
    return _SPACES.sub("", text.translate(_PLAIN)).casefold()


_PLAIN = str.maketrans(
    "‘’‚‛“”„‟–—―‐‑\u00a0⁰¹²³⁴⁵⁶⁷⁸⁹",
    "''''\"\"\"\"----- 0123456789",
    "\u00ad\u200b\u200c\u200d\u2060\ufeff",
)


def word_shingles(text: str, size: int = 4) -> Iterator[str]:
    """Each `size` words in a row; all of a text that has fewer."""
    words = text.casefold().split()
    for start in range(max(1, len(words) - size + 1)):
        yield " ".join(words[start : start + size])
