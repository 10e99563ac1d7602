"""Markdown → an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from podcast.article import (
    Article,
    Block,
    Break,
    Code,
    Dropped,
    Figure,
    Heading,
    Item,
    ItemList,
    Note,
    Paragraph,
    Quote,
    Table,
)
from podcast.dialects import ATTRIBUTES, CALLOUT, parse, seen, source_of
from podcast.errors import ArticleError
from podcast.library import front_matter
from podcast.markup import is_space, paragraphs
from podcast.source import Source
from podcast.source.encoding import decode, mend
from podcast.titles import from_name, is_longer, same_title


def read(source: Source) -> Article:
    """The article in a Markdown file, its facts from the front matter where it has one."""
    text = mend(decode(source.data, source.name, source.charset))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = front_matter.split(text, source.name)
    facts = front_matter.parse(parts, source.name)
    blocks, dropped = _blocks(parts.body, source.name)
    title, blocks = _title(facts.title, blocks, source.stem)
    return replace(facts, title=title, blocks=_with_speakers(blocks), dropped=dropped)


def _title(given: str, blocks: tuple[Block, ...], stem: str) -> tuple[str, tuple[Block, ...]]:
    """The title, and the blocks without the heading that it comes from or that repeats it."""
    first = next((block for block in blocks if not isinstance(block, Figure)), None)
    top = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    chosen = first if isinstance(first, Heading) else top[0] if len(top) == 1 else None
    if chosen is not None and (not given or is_longer(chosen.text, given)):
        given = chosen.text
    rest = (
        replace(block, level=2) if isinstance(block, Heading) and block.level == 1 else block
        for block in blocks
        if block is not chosen or not same_title(chosen.text, given)
    )
    return given or from_name(stem), tuple(rest)


def _blocks(body: str, name: str) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    try:
        root = parse(body)
        walk = _Walk()
        blocks = tuple(walk.blocks(root.children))
    except RecursionError as error:
        raise ArticleError(
            f"{name}: nested too deep to read", hint="is it Markdown that somebody wrote?"
        ) from error
    return _with_captions(blocks), tuple(walk.dropped)


class _Walk:
    """Goes through the parsed text once; `dropped` fills on the way."""

    def __init__(self) -> None:
        self.dropped: list[Dropped] = []

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        for node in nodes:
            reader = _BLOCKS.get(node.type)
            if reader is not None:
                yield from reader(self, node)
            else:
                yield from self.blocks(node.children)

    def heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        text = self.inline(node)
        if ATTRIBUTES.search(source_of(node)):
            text = ATTRIBUTES.sub("", text)
        if text:
            yield Heading(text, int(node.tag[1]))

    def paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        figures = [self.figure(child) for child in node.walk() if child.type == "image"]
        text = self.inline(node)
        label = self.label(node)
        if label and text.startswith(label) and text != label:
            yield Paragraph(text[len(label) :].lstrip(": "), speaker=label.rstrip(": "))
        elif text:
            yield Paragraph(text)
        yield from figures

    def list(self, node: SyntaxTreeNode) -> Iterator[Block]:
        items = tuple(item for child in node.children if (item := self.item(child)))
        if items:
            ordered = node.type == "ordered_list"
            yield ItemList(items, ordered, int(node.attrs.get("start", 1)) if ordered else 1)

    def item(self, node: SyntaxTreeNode) -> Item | None:
        texts: list[str] = []
        below: ItemList | None = None
        for block in self.blocks(node.children):
            if isinstance(block, ItemList):
                below = replace(below, items=below.items + block.items) if below else block
            else:
                texts.extend(_lines_of(block))
        if not texts and below is None:
            return None
        text = " ".join(texts)
        # As written, for a bracket with a backslash before it is no box to tick.
        written = next((child.content for child in node.walk() if child.type == "inline"), "")
        return Item(_BOX.sub("", text) if _BOX.match(written) else text, below)

    def quote(self, node: SyntaxTreeNode) -> Iterator[Block]:
        texts = [text for block in self.blocks(node.children) for text in _lines_of(block)]
        if node.children and CALLOUT.match(source_of(node.children[0])):
            texts = [text for text in (CALLOUT.sub("", texts[0]), *texts[1:]) if text]
        attribution = ""
        if len(texts) > 1 and (match := _ATTRIBUTION.fullmatch(texts[-1])):
            attribution = match[1]
            texts.pop()
        if texts:
            yield Quote(tuple(texts), attribution)

    def table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        rows = [
            tuple(self.inline(cell) for cell in row.children)
            for row in node.walk()
            if row.type == "tr"
        ]
        header = bool(rows) and any(rows[0])
        if rows and not header:
            rows = rows[1:]
        if rows:
            yield Table(tuple(rows), header)

    def code(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield Code(node.content.rstrip("\n"), node.info.split()[0] if node.info.split() else "")

    def rule(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield Break()

    def note(self, node: SyntaxTreeNode) -> Iterator[Block]:
        texts = [text for block in self.blocks(node.children) for text in _lines_of(block)]
        yield Note(str(node.meta.get("label", "")), " ".join(texts))

    def html(self, node: SyntaxTreeNode) -> Iterator[Block]:
        for text in paragraphs(node.content):
            yield Paragraph(text)

    def figure(self, image: SyntaxTreeNode) -> Figure:
        return Figure(
            caption=_spaced(str(image.attrs.get("title", ""))),
            alternative=_spaced("".join(self._pieces(image))),
            image=str(image.attrs.get("src", "")),
        )

    def label(self, node: SyntaxTreeNode) -> str:
        """Who speaks: what a paragraph has in bold at its start, up to a colon."""
        inline = node.children[0].children if node.children else []
        # Emphasis at the very start has an empty text before it.
        first = next((child for child in inline if child.type != "text" or child.content), None)
        if first is None or first.type != "strong":
            return ""
        name = _spaced("".join(self._pieces(first)))
        after = inline[inline.index(first) + 1].content if first is not inline[-1] else ""
        if not name.endswith(":") and not after.startswith(":"):
            return ""
        return name if len(name.split()) <= _LONGEST_NAME else ""

    def inline(self, node: SyntaxTreeNode) -> str:
        """The plain text of what is inside `node`: markup goes, no two words are glued."""
        return _spaced("".join(self._pieces(node)))

    def _pieces(self, node: SyntaxTreeNode) -> Iterator[str]:
        for child in seen(node.children):
            if child.type in ("text", "code_inline"):
                yield child.content
            elif child.type in ("softbreak", "hardbreak"):
                yield " "
            elif child.type == "html_inline":
                yield " " if is_space(child.content) else ""
            elif child.type == "s":
                self.dropped.append(Dropped(_spaced("".join(self._pieces(child))), "struck out"))
            elif child.type not in ("image", "footnote_ref"):
                yield from self._pieces(child)


_Reader = Callable[[_Walk, SyntaxTreeNode], Iterator[Block]]

_BLOCKS: dict[str, _Reader] = {
    "heading": _Walk.heading,
    "paragraph": _Walk.paragraph,
    "dt": _Walk.paragraph,
    "bullet_list": _Walk.list,
    "ordered_list": _Walk.list,
    "blockquote": _Walk.quote,
    "table": _Walk.table,
    "fence": _Walk.code,
    "code_block": _Walk.code,
    "hr": _Walk.rule,
    "footnote_reference": _Walk.note,
    "html_block": _Walk.html,
}


_BOX = re.compile(r"\[[ xX]\]\s+")
_LONGEST_NAME = 4
"""Words in a speaker's name."""
_ATTRIBUTION = re.compile(r"[—–―-]{1,2}\s*(\S.{0,100}?)")
_CAPTION = re.compile(r"(?:Table|Tabelle|Tableau|Tabla|Tabella)?:\s+(\S.*)")


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _lines_of(block: Block) -> tuple[str, ...]:
    """What a block says, for one that can't hold blocks itself."""
    if isinstance(block, Paragraph):
        return (f"{block.speaker}: {block.text}" if block.speaker else block.text,)
    if isinstance(block, Heading):
        return (block.text,)
    if isinstance(block, Quote):
        return block.paragraphs
    if isinstance(block, ItemList):
        return tuple(item.text for item in _flat(block))
    if isinstance(block, Table):
        return tuple(", ".join(cell for cell in row if cell) for row in block.rows)
    return ()


def _flat(list_: ItemList) -> Iterator[Item]:
    for item in list_.items:
        yield item
        if item.below:
            yield from _flat(item.below)


def _with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A paragraph "Table: …" under a table is its caption."""
    result: list[Block] = []
    for block in blocks:
        table = result[-1] if result else None
        caption = _CAPTION.fullmatch(block.text) if isinstance(block, Paragraph) else None
        if isinstance(table, Table) and not table.caption and caption:
            result[-1] = replace(table, caption=caption[1])
        else:
            result.append(block)
    return tuple(result)


def _with_speakers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Names in bold are speakers when at least two of them take turns; "Note:" is none."""
    turns = Counter(b.speaker for b in blocks if isinstance(b, Paragraph) and b.speaker)
    if len(turns) > 1 and max(turns.values()) > 1:
        return tuple(blocks)
    return tuple(
        Paragraph(_lines_of(block)[0]) if isinstance(block, Paragraph) else block
        for block in blocks
    )
