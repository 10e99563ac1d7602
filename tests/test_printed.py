"""Printed lines: what was set apart comes together, and notes, rows and captions are told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from podcast.article import Figure, Heading, ItemList, Note, Paragraph, Quote, Table
from podcast.printed import Cell, Letter, Line, _line, lines_of
from podcast.printed.blocks import blocks_of
from podcast.printed.footnotes import without_endnotes, without_notes
from podcast.printed.initials import with_initials
from podcast.readers.pdf import _without_furniture

SIZE = 10.0


def line(text: str, bottom: float = 700, left: float = 50, right: float = 300) -> Line:
    """A line of a text; "|" parts the cells of a row."""
    texts = text.split("|")
    width = (right - left) / len(texts)
    cells = [Cell(t, left + width * n, left + width * n + 20) for n, t in enumerate(texts)]
    return Line(" ".join(texts), 0, left, right, bottom, SIZE, height=800, cells=tuple(cells))


def small(text: str, bottom: float, mark: str = "") -> Line:
    return replace(line(text, bottom), size=8.0, mark=mark)


@pytest.mark.parametrize(
    ("letter", "text", "whole"),
    [
        ("N", "obody knows", "Nobody knows"),
        ("A", "utumn came", "Autumn came"),
        ("A", "mill stood there", "A mill stood there"),
        ("“I", "n the end", "“In the end"),
    ],
)
def test_a_large_initial_belongs_to_its_word(letter: str, text: str, whole: str) -> None:
    initial = replace(line(letter, 676, 50, 72), size=38.0)
    title = replace(line("A title", 740), size=20.0)
    beside, below = line(text, 700, 74), line("and goes on", 688, 74)
    after = line("below it", 660)
    found = with_initials([initial, title, beside, below, after], SIZE)
    assert [one.text for one in found] == ["A title", whole, "and goes on", "below it"]


def test_an_items_mark_that_was_set_apart_is_put_before_it() -> None:
    first, second = line("bread", 700, 60), line("milk", 688, 60)
    marks = [line("1.", 700, 50, 56), line("2.", 688, 50, 56)]
    found = with_initials([first, second, *marks], SIZE)
    assert [one.text for one in found] == ["1. bread", "2. milk"]


@pytest.mark.parametrize(
    "note",
    [
        [small("1 See the town’s own", 60), small("records.", 50)],
        [small("See the town’s own", 60, mark="1"), small("records.", 50)],
        [replace(line("See the town’s own", 60), mark="1"), line("records.", 48)],
        [replace(line("1", 63, 44, 47), size=6.0), line("See the town’s own", 60),
         line("records.", 48)],
    ],
)  # fmt: skip
def test_a_note_at_the_foot_is_told_by_its_size_or_its_raised_mark(note: list[Line]) -> None:
    text = [line("It is so.", 700), line("It was so.", 80)]
    body, notes = without_notes([*text, *note], SIZE)
    assert body == text
    assert [(mark, " ".join(one.text for one in lines)) for mark, lines in notes] == [
        ("1", "See the town’s own records.")
    ]


def test_a_mark_in_the_midst_of_the_text_begins_no_note() -> None:
    text = [line("So it is.", 80, 50, 90), line("They say so.", 80, 96, 200)]
    mark = replace(line("1", 83, 91, 94), size=6.0)
    assert without_notes([text[0], mark, text[1]], SIZE) == (text, [])


def test_notes_that_lead_back_are_none_of_the_text() -> None:
    from podcast.article import Item

    items = ItemList((Item("See there. ↩︎"), Item("And there. ↩︎")), ordered=True)
    assert list(without_endnotes([items])) == [Note("1", "See there."), Note("2", "And there.")]


def test_rows_below_one_another_are_a_table() -> None:
    rows = [line("Year|Visitors", 700), line("2021|3,112", 688), line("2022|5,876", 676)]
    assert blocks_of([line("A paragraph.", 720), *rows], SIZE) == (
        Paragraph("A paragraph."),
        Table((("Year", "Visitors"), ("2021", "3,112"), ("2022", "5,876")), header=True),
    )
    apart = replace(rows[1], cells=(rows[1].cells[0], Cell("3,112", 230, 250)))
    found = blocks_of([rows[0], apart, rows[2]], SIZE)
    assert not any(isinstance(block, Table) for block in found)


def test_a_caption_is_a_pictures_and_who_said_it_a_quotations() -> None:
    lines = [
        line("A mill that stops is no mill.", 700),
        line("— Ines Vogelsang, mathematician", 680),
        small("The mill at noon. Photo: Town archive", 640),
    ]
    assert blocks_of(lines, SIZE) == (
        Quote(("A mill that stops is no mill.",), "Ines Vogelsang, mathematician"),
        Figure("The mill at noon. Photo: Town archive"),
    )


def test_figures_in_bold_are_no_heading() -> None:
    bold = [
        replace(line(text, bottom), bold=True)
        for text, bottom in (("The offer", 700), ("3,112 – 9,951", 640))
    ]
    first, second = blocks_of(
        [bold[0], line("It was made.", 680), bold[1], line("So it is.", 620)], SIZE
    )[::2]
    assert (first, second) == (Heading("The offer", 1), Paragraph("3,112 – 9,951"))


WIDE, HIGH = 420, 595
TURNS = {
    # How a line is set that is to stand at (x, y) on a page that is shown turned.
    0: lambda x, y: (1, 0, 0, 1, x, y),
    90: lambda x, y: (0, 1, -1, 0, WIDE - y, x),
    180: lambda x, y: (-1, 0, 0, -1, WIDE - x, HIGH - y),
    270: lambda x, y: (0, -1, 1, 0, y, HIGH - x),
}


def printed(turn: int, *lines: str) -> bytes:
    """A page with so many lines from its top."""
    top = (WIDE if turn in (90, 270) else HIGH) - 60
    text = "".join(
        "BT /F 11 Tf " + " ".join(map(str, TURNS[turn](50, top - 14 * n))) + f" Tm ({line}) Tj ET\n"
        for n, line in enumerate(lines)
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDE} {HIGH}]/Rotate {turn}/Contents 4 0 R"
        "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>",
        f"<</Length {len(text)}>>\nstream\n{text}endstream",
    ]
    body = "".join(f"{n} 0 obj\n{o}\nendobj\n" for n, o in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R/Size 5>>\n%%EOF".encode()


@pytest.mark.parametrize("turn", sorted(TURNS))
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn: int) -> None:
    data = printed(
        turn, "The harbour froze over on Sunday night, and by", "Monday it was a street."
    )
    found = [(one.text, round(one.left), one.size) for one in lines_of(PdfDocument(data), 0)]
    assert found == [
        ("The harbour froze over on Sunday night, and by", 50, 11.0),
        ("Monday it was a street.", 50, 11.0),
    ]


def test_headers_of_a_single_page_are_known_by_their_room_and_their_size() -> None:
    top, foot = small("The Lowland Review", 760), small("lowland.example", 20)
    text = [line(f"It was cold, {n} degrees.", 700 - 12 * n) for n in range(9)]
    note = small("1 See there.", 40)
    kept, dropped = _without_furniture([top, *text, note, foot])
    assert kept == [*text, note]
    assert [one.text for one in dropped] == [top.text, foot.text]


def test_a_line_that_ends_long_before_the_next_ones_do_ends_on_purpose() -> None:
    lines = [
        line("Ida Lund and others", 700, 50, 130),
        line("It was cold and nobody knew why it was, so", 688),
        line("they asked.", 676, 50, 110),
        line("2 March 2025", 664, 150, 200),
        line("Then it was over", 652),
    ]
    assert [block.text for block in blocks_of(lines, SIZE) if isinstance(block, Paragraph)] == [
        "Ida Lund and others",
        "It was cold and nobody knew why it was, so they asked.",
        "2 March 2025",
        "Then it was over",
    ]


def test_authors_side_by_side_are_told_apart() -> None:
    names = replace(line("Ida Lund|Per Aas", 700))
    assert blocks_of([names, line("It was cold.", 660)], SIZE)[0] == Paragraph("Ida Lund, Per Aas")


def test_a_broken_files_letters_below_nothing_in_size_make_no_line() -> None:
    figures = [Letter(str(n), 50 + 6 * n, 55 + 6 * n, 100, 107, -10, bold=False) for n in range(5)]
    assert list(_line(figures, 0, 800)) == []
