"""The article's runs → blocks, by the elements that they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from podcast.article import (
    Block,
    Code,
    Figure,
    Heading,
    Item,
    ItemList,
    Note,
    Paragraph,
    Quote,
    Table,
)
from podcast.webpage.runs import LONGEST_HEADING, Run

_LISTS = ("ul", "ol")
_LONGEST_ITEM = 1200
"""Letters. A list with longer items, or headings in them, only lays out the page."""
_LONGEST_CELL = 300
_NEAR = 2
"""Runs after a bold line, one of which is a paragraph when it's a heading."""
_ATTRIBUTION = re.compile(r"[—–―-]{1,2}\s*(\S.{1,100})")
_NOTES = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|endnotes?|references?|notes?|fn)(?:$|[\s_\d-])", re.I
)
_MARK = re.compile(r"^[\[(]?(\d{1,3}|[*†‡§¶])[\])]?[.:]?\s+(?=\S)")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_BACK = re.compile(r"\s*[↩↑⤴^]\ufe0e?\s*$")


Texts = dict[HtmlElement | None, list[str]]


def blocks_of(runs: Sequence[Run], container: HtmlElement) -> tuple[Block, ...]:
    """The blocks that `runs`, all within `container`, make up."""
    made: list[Block] = []
    position = 0
    while position < len(runs):
        group = _group(runs[position], container)
        end = position + 1
        if group is not None:
            while end < len(runs) and _is_within(runs[end], group):
                end += 1
        members = runs[position:end]
        if group is None:
            made.extend(_plain(runs[position], runs[end : end + _NEAR]))
        else:
            made.extend(_GROUPS[group.tag](group, members))
        position = end
    return _merged(made)


def _group(run: Run, container: HtmlElement) -> HtmlElement | None:
    """The outermost list, quote, table, figure or listing that a run stands in."""
    found = None
    for element in run.above:
        if element is container:
            break
        if element.tag in _GROUPS and not _only_lays_out(element):
            found = element
    return found


def _is_within(run: Run, element: HtmlElement) -> bool:
    return run.element is element or any(above is element for above in run.element.iterancestors())


def _only_lays_out(element: HtmlElement) -> bool:
    """Whether a list or table is there for the page's looks."""
    if element.tag in _LISTS:
        if next(element.iter("h1", "h2", "h3", "h4"), None) is not None:
            return True
        items = element.findall("li")
        return not items or max(len(item.text_content()) for item in items) > _LONGEST_ITEM
    if element.tag == "dl":
        return element.find("dt") is None or next(element.iter("h2", "h3", "p"), None) is not None
    if element.tag == "table":
        return data_rows(element) is None
    if element.tag == "blockquote":
        return next(element.iter("h1", "h2"), None) is not None
    return False


def data_rows(table: HtmlElement) -> list[HtmlElement] | None:
    """The rows of a table of data; None when the table lays out text."""
    if next(table.iterdescendants("table", "h1", "h2", "ul", "form"), None) is not None:
        return None
    rows = [row for row in table.iter("tr") if _cells(row)]
    if sum(len(_cells(row)) > 1 for row in rows) < 2:
        return None
    cells = (cell for row in rows for cell in _cells(row))
    return None if max(len(cell.text_content()) for cell in cells) > _LONGEST_CELL else rows


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return list(row.iterchildren("td", "th"))


def _plain(run: Run, following: Sequence[Run]) -> Iterator[Block]:
    heading = next(
        (t for t in (e.tag for e in run.above) if t in ("h1", "h2", "h3", "h4", "h5", "h6")), None
    )
    if heading:
        yield Heading(run.text, max(2, int(heading[1])))
    elif run.mark:
        yield Note(run.mark, run.text.lstrip(_RAISED + " "))
    elif run.within("footer") is None and _is_bold_heading(run, following):
        yield Heading(run.text, 3)
    else:
        yield Paragraph(run.text)


def _is_bold_heading(run: Run, following: Sequence[Run]) -> bool:
    """Whether a line all in bold stands for a heading."""
    return (
        run.is_bold
        and 2 < len(run.text) <= LONGEST_HEADING
        and run.text[-1] not in ".,;!"
        and any(character.isalpha() for character in run.text)
        and any(
            after.bold < after.letters / 2
            and (len(after.text) > len(run.text) or run.text[-1] in "?？")
            for after in following
        )
    )


def _list(element: HtmlElement, runs: Sequence[Run]) -> Iterator[Block]:
    if _NOTES.search(f"{element.get('class', '')} {element.get('id', '')}") or _holds_notes(
        element
    ):
        yield from _notes(element, runs)
        return
    made = _item_list(element, runs)
    if made is not None:
        yield made


def _definitions(element: HtmlElement, runs: Sequence[Run]) -> Iterator[Block]:
    """A list of terms and what is said of each: 1998: She learns to dive."""
    items: list[str] = []
    for before, run in zip((None, *runs), runs, strict=False):
        if before is None or run.within("dt") is not None:
            items.append(run.text)
        elif before.within("dt") is not None:
            items[-1] = f"{items[-1].rstrip(':')}: {run.text}"
        else:
            items[-1] = f"{items[-1]} {run.text}"
    yield ItemList(tuple(map(Item, items)))


def _holds_notes(element: HtmlElement) -> bool:
    first = element.find("li")
    return first is not None and bool(
        re.match(r"(?:cite_note|fn|footnote|note)[-:_]?\w*\d", first.get("id", ""))
    )


def _by(tags: str, runs: Sequence[Run]) -> Texts:
    """The texts of `runs`, by the innermost of `tags` that each stands in."""
    texts: Texts = {}
    for run in runs:
        texts.setdefault(run.within(*tags.split()), []).append(run.text)
    return texts


def _item_list(
    element: HtmlElement, runs: Sequence[Run], texts: Texts | None = None
) -> ItemList | None:
    texts = _by("li", runs) if texts is None else texts
    items = []
    for li in element.iter("li"):
        if next(li.iterancestors(*_LISTS), None) is not element:
            continue
        below = None
        for inner in li.iterdescendants(*_LISTS):
            if next(inner.iterancestors("li"), None) is li:
                found = _item_list(inner, (), texts)
                if found:
                    below = replace(below, items=below.items + found.items) if below else found
        text = " ".join(texts.get(li, ()))
        if text or below:
            items.append(Item(text, below))
    # Text between the items belongs to none of them; browsers show it all the same.
    items = items or [Item(run.text) for run in runs]
    start = element.get("start", "1")
    ordered = element.tag == "ol"
    first = int(start) if ordered and start.isascii() and start.isdigit() and len(start) < 7 else 1
    return ItemList(tuple(items), ordered, first) if items else None


def _notes(element: HtmlElement, runs: Sequence[Run]) -> Iterator[Block]:
    number = 0
    texts = _by("li", runs)
    for li in element.iter("li"):
        text = " ".join(text for inner in li.iter("li") for text in texts.get(inner, ()))
        if text:
            number += 1
            yield Note(str(number), _BACK.sub("", text).lstrip("↩↑^ "))


def _quote(element: HtmlElement, runs: Sequence[Run]) -> Iterator[Block]:
    said = [run for run in runs if run.within("footer", "cite", "figcaption") is None]
    by = " ".join(run.text for run in runs if run not in said)
    paragraphs = [run.text for run in said]
    cite = element.find(".//cite")
    if len(paragraphs) > 1 and (match := _ATTRIBUTION.fullmatch(paragraphs[-1])):
        by = by or match[1]
        paragraphs.pop()
    elif len(paragraphs) > 1 and cite is not None and cite.text_content().strip() == paragraphs[-1]:
        by = by or paragraphs.pop()
    if paragraphs:
        yield Quote(tuple(paragraphs), by.lstrip("—–―- "))
    elif by:
        yield Paragraph(by)


def _table(element: HtmlElement, runs: Sequence[Run]) -> Iterator[Block]:
    caption = " ".join(run.text for run in runs if run.within("caption") is not None)
    rows = []
    trs = data_rows(element) or []
    texts = _by("td th", runs)
    for tr in trs:
        cells = tuple(" ".join(texts.get(cell, ())) for cell in _cells(tr))
        if any(cells):
            rows.append(cells)
    if rows:
        header = (
            all(cell.tag == "th" for cell in _cells(trs[0])) or trs[0].getparent().tag == "thead"
        )
        yield Table(tuple(rows), header, caption)


def _code(element: HtmlElement, runs: Sequence[Run]) -> Iterator[Block]:
    yield Code(element.text_content().strip("\n"))


def _figure(element: HtmlElement, runs: Sequence[Run]) -> Iterator[Block]:
    picture = next(element.iter("img"), None)
    caption = " ".join(run.text for run in runs)
    inner = next(element.iter("blockquote", "table", "pre", *_LISTS), None)
    if picture is None and inner is not None and not _only_lays_out(inner):
        # Some sites wrap tables and quotes in a figure.
        yield from _GROUPS[inner.tag](inner, runs)
    elif picture is None:
        yield from (Paragraph(run.text) for run in runs)
    else:
        yield Figure(caption, picture.get("alt", ""), picture.get("src", ""))


_GROUPS: dict[str, Callable[[HtmlElement, Sequence[Run]], Iterator[Block]]] = {
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "blockquote": _quote,
    "table": _table,
    "pre": _code,
    "figure": _figure,
}


def _merged(made: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks, with what the page broke in two put together again."""
    result: list[Block] = []
    for block in made:
        before = result[-1] if result else None
        if (
            isinstance(block, Paragraph)
            and isinstance(before, Paragraph)
            and _goes_on(before, block)
        ):
            result[-1] = Paragraph(f"{before.text} {block.text}")
        else:
            result.append(block)
    return tuple(result)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """A paragraph that stops in mid-sentence goes on in one that starts with a small letter."""
    return before.text[-1:].isalpha() and after.text[:1].islower() and len(before.text) > 40
