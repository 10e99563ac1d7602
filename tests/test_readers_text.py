"""Plain text: structure is told from how the lines lie."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from podcast.article import Break, Heading, Item, ItemList, Paragraph, Quote
from podcast.errors import ArticleError
from podcast.readers.text import structure
from podcast.source import Source
from tests.blocks import lines_of

CASES = Path(__file__).parent / "cases" / "reading"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_blocks_of_a_text_are_as_its_case_says(path: Path) -> None:
    from podcast.readers.text import read

    expected = path.with_suffix(".blocks").read_text(encoding="utf-8").splitlines()
    assert lines_of(read(Source(str(path), path.read_bytes()))) == expected


LONG = "This is a paragraph that is long enough to be nothing else, and it ends in a full stop."


@pytest.mark.parametrize(
    "line",
    [
        "What’s the debate?",
        "THE NUMBERS",
        "Also worth noting:",
        "2. Kill the vampires",
        "A heading in eight short words or so",
    ],
)
def test_a_short_line_before_a_paragraph_is_a_heading(line: str) -> None:
    assert structure(f"Title\n\n{LONG}\n\n{line}\n\n{LONG}")[1][1] == Heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "A short sentence.",
        "The main points are:",
        "19 June, 2024",
        "“What’s the debate?”",
        "and so it goes",
        "Dear reader,",
        "Why? Nobody knows. And who?",
    ],
)
def test_other_short_lines_are_paragraphs(line: str) -> None:
    assert structure(f"Title\n\n{LONG}\n\n{line}\n\n{LONG}")[1][1] == Paragraph(line)


def test_a_question_that_leads_into_a_list_is_a_paragraph() -> None:
    assert structure(f"Title\n\n{LONG}\n\nWho’s in?\n\n- A\n- B")[1][1:] == (
        Paragraph("Who’s in?"),
        ItemList((Item("A"), Item("B"))),
    )


def test_the_last_short_line_is_no_heading() -> None:
    assert structure(f"Title\n\n{LONG}\n\nJane Doe")[1][-1] == Paragraph("Jane Doe")


def test_three_short_lines_are_an_address_and_no_headings() -> None:
    blocks = structure(f"Title\n\n{LONG}\n\nThe Example\n\nHigh Street 1\n\nOrsk\n\nNorland\n\n")[1]
    assert Heading("The Example") not in blocks


def test_nested_items_lie_below_their_item() -> None:
    text = f"Title\n\n{LONG}\n\n1. A\n   - B\n   - C\n2. D\n\n{LONG}"
    assert structure(text)[1][1] == ItemList(
        (Item("A", ItemList((Item("B"), Item("C")))), Item("D")), ordered=True
    )


def test_a_lone_dash_or_number_is_no_list() -> None:
    lines = ["Title", LONG, "— So it is, he said.", LONG, "7. That’s how many.", LONG]
    text = "\n\n".join(lines)
    assert structure(text)[1][1] == Paragraph("— So it is, he said.")
    assert structure(text)[1][3] == Paragraph("7. That’s how many.")


@pytest.mark.parametrize("rule", ["***", "* * *", "-----", "⁂", "___"])
def test_a_rule_is_a_break(rule: str) -> None:
    text = f"Title\n\n{LONG}\n\n{rule}\n\n{LONG}"
    assert structure(text)[1] == (Paragraph(LONG), Break(), Paragraph(LONG))


def test_a_first_line_too_long_for_a_title_stays_a_paragraph() -> None:
    first = f"It began in March. {LONG} {LONG} {LONG}"
    title, blocks = structure(f"{first}\n\n{LONG}")
    assert title == "It began in March"
    assert blocks == (Paragraph(first), Paragraph(LONG))
    assert structure(first, fallback="My file")[0] == "My file"


def test_an_underlined_line_is_a_heading() -> None:
    text = f"Title\n=====\n\n{LONG}\n\nPart two.\n---------\n\n{LONG}"
    assert structure(text) == ("Title", (Paragraph(LONG), Heading("Part two."), Paragraph(LONG)))


def test_a_list_that_never_ends_to_deepen_is_read_all_the_same() -> None:
    items = "".join(f"{' ' * n}- item {n}\n" for n in range(2000))
    (below,) = structure(f"Title\n\n{items}")[1]
    depth = 0
    while isinstance(below, ItemList):
        texts = [item.text for item in below.items]
        depth, below = depth + 1, below.items[0].below  # type: ignore[assignment]
    assert (depth, texts[-1]) == (20, "item 1999")


@pytest.mark.parametrize("line", ["a" * 100_000, "a-", "word " * 20_000])
def test_a_paragraph_of_many_long_lines_takes_no_long_time(line: str) -> None:
    begun = time.process_time()
    structure("Title\n\n" + f"{line}\n" * (1_000_000 // len(line)))
    assert time.process_time() - begun < 10


def test_a_numbered_heading_after_a_list_is_no_item_of_it() -> None:
    text = f"Title\n\n1. THE MENU\n\n{LONG}\n\n  * soup\n  * bread\n\n2. THE RULES\n\n{LONG}"
    blocks = structure(text)[1]
    assert [b.text for b in blocks if isinstance(b, Heading)] == ["1. THE MENU", "2. THE RULES"]
    below = ItemList((Item("soup"), Item("bread")))
    (found,) = structure(f"Title\n\n{LONG}\n\n1. Menu\n  * soup\n  * bread\n2. Rules")[1][1:]
    assert found == ItemList((Item("Menu", below), Item("Rules")), ordered=True)


def test_quotations_within_quotations_lose_all_their_marks() -> None:
    text = f"Title\n\n{LONG}\n\n>> And the soup?\n> > It froze."
    assert structure(text)[1][1] == Quote(("And the soup? It froze.",))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"a": ["one", "two"]}\n', "JSON"),
        (b'[{"a": 1}]', "JSON"),
        (b"<?xml version='1.0'?><urlset><url/></urlset>", "XML"),
    ],
)
def test_data_is_no_article(data: bytes, what: str) -> None:
    from podcast.readers.text import read

    with pytest.raises(ArticleError, match=f"is {what}, not an article"):
        read(Source("a", data))


def test_a_text_in_brackets_is_one() -> None:
    from podcast.readers.text import read

    assert read(Source("a", b"[Applause]")).title == "[Applause]"
