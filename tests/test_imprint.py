"""What a printed article says of itself, and what its file says of it."""

from __future__ import annotations

import pytest

from podcast.article import Block, Heading, Paragraph
from podcast.imprint import signed, titled

TEXT = Paragraph("The harbour is frozen, and nobody in the town remembers when it last was so.")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ida Lund", ("Ida Lund",)),
        ("Ida Lund, Per Aas and Nils Vik", ("Ida Lund", "Per Aas", "Nils Vik")),
        ("By Ida Lund, Senior Harbour Correspondent", ("Ida Lund",)),
        ("Ice", ()),
        ("Ida Lund went to the harbour", ()),
        ("A town and its harbour, in the winter of a year", ()),
    ],
)
def test_names_under_the_title_are_the_authors(line: str, names: tuple[str, ...]) -> None:
    blocks: tuple[Block, ...] = (Paragraph(line), TEXT)
    assert signed(blocks) == (names, blocks[1:] if names else blocks)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Ice in the harbour", "Ice in the harbour"),
        ("Microsoft Word - ice final 2.docx", "Ice"),
        ("ice final 2.indd", "Ice"),
    ],
)
def test_the_name_of_another_file_is_no_title(given: str, title: str) -> None:
    headings = (TEXT, Heading("What it costs", 3), TEXT)
    long = Paragraph(TEXT.text * 3)
    assert titled((long, *headings), given, "ice")[0] == title
