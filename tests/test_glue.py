"""Glued words are taken apart where there's no doubt, and left where there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast.article import Item, ItemList, Paragraph, Quote, read
from podcast.glue import unglued


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("He may haverelaxed his stance.", "He may have relaxed his stance."),
        ("It has alreadyspent the money.", "It has already spent the money."),
        ("They asked whatchanged.", "They asked what changed."),
        ("He saidthat it was the end ofthe road.", "He said that it was the end of the road."),
        ("They agreedto meet.", "They agreed to meet."),
    ],
)
def test_a_small_word_and_a_common_one_are_taken_apart(glued: str, apart: str) -> None:
    assert unglued(glued) == apart


@pytest.mark.parametrize(
    "text",
    [
        "nonetheless, forthcoming, withdrawal, everything, therapist, butterfly",
        "a livestream on a smartwatch with an airfryer",
        "the startfrom setting; startfrom is a number",
        "write to @haverelaxed or havemoved.example/haverelaxed",
        "a tosay and a goto, redis and endfor",
        "builtin and afterschool",
        "HaveRelaxed and haveRelaxed",
        "the withdrawl that was mistyped",
    ],
)
def test_what_may_be_a_word_is_left(text: str) -> None:
    assert unglued(text) == text


def test_another_way_to_part_it_that_is_likelier_leaves_it_alone() -> None:
    assert unglued("So thathe went intotal.") == "So thathe went intotal."


def test_a_word_that_the_article_uses_again_is_a_name() -> None:
    assert unglued("Run justfile now.", "Run justfile now.\nA justfile is short.") == (
        "Run justfile now."
    )


def test_every_kind_of_text_is_mended_but_not_what_a_person_wrote(tmp_path: Path) -> None:
    text = "The harbour\n\nThe board may haverelaxed its rules.\n\n- It alreadyspent it\n- And so\n"
    path = tmp_path / "a.txt"
    path.write_text(f"{text}\n> They haveforgotten us.\n", encoding="utf-8")
    assert read(path).blocks == (
        Paragraph("The board may have relaxed its rules."),
        ItemList((Item("It already spent it"), Item("And so"))),
        Quote(("They have forgotten us.",)),
    )
    written = tmp_path / "a.md"
    written.write_text("# A\n\nThe board may haverelaxed its rules.\n", encoding="utf-8")
    assert read(written).blocks == (Paragraph("The board may haverelaxed its rules."),)
