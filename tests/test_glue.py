"""Glued words are taken apart where there's no doubt, and left where there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast.article import Item, ItemList, Paragraph, Quote, read
from podcast.glue import has_hyphen, is_cut, unglued


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


@pytest.mark.parametrize(
    ("first", "second", "own"),
    [
        ("well", "known", True),
        ("long", "term", True),
        ("self", "aware", True),
        ("decision", "making", True),
        ("inter", "national", False),
        ("under", "stands", False),
        ("day", "time", False),
        ("ent", "wicklung", False),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_kept_where_it_is_the_words_own(
    first: str, second: str, own: bool
) -> None:
    assert has_hyphen(first, second) == own


@pytest.mark.parametrize(
    ("first", "second", "cut"),
    [
        ("fisher", "men", True),
        ("infor", "mation", True),
        ("policy", "makers", False),
        ("harbour", "pilot", False),
    ],
)
def test_a_word_is_put_together_only_where_it_is_one_beyond_doubt(
    first: str, second: str, cut: bool
) -> None:
    assert is_cut(first, second) == cut
