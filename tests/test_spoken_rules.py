import itertools
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from podcast.spoken import numbers, tables
from podcast.spoken.rules import CONTEXT, Change, Found, Rule, apply, compose, find

LETTERS = st.text(alphabet="ab ", max_size=12)


@st.composite
def edits(draw: st.DrawFn, text: str) -> tuple[Change, ...]:
    """Changes to `text`, in order, that don't overlap."""
    ends = draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True).map(sorted))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return tuple(Change(start, end, draw(LETTERS), "x") for start, end in pairs)


@given(st.data())
def test_composed_changes_do_what_both_do(data: st.DataObject) -> None:
    written = data.draw(LETTERS)
    first = data.draw(edits(written))
    middle = apply(written, first)
    second = data.draw(edits(middle))
    both = compose(middle, first, second)
    assert apply(written, both) == apply(middle, second)
    assert all(a.end <= b.start for a, b in itertools.pairwise(both))


def test_the_first_rule_keeps_the_place() -> None:
    rules = (
        Rule("five km", r"5 km", lambda found: "five kilometers"),
        Rule("digit", r"\d", lambda found: "some"),
    )
    assert find(rules, "5 km or 5", "en") == (
        Change(0, 4, "five kilometers", "five km"),
        Change(8, 9, "some", "digit"),
    )


def test_a_rule_that_is_not_sure_leaves_the_place_to_the_next() -> None:
    rules = (Rule("shy", r"\d", lambda found: None), Rule("bold", r"\d", lambda found: "one"))
    assert find(rules, "1", "en") == (Change(0, 1, "one", "bold"),)


def test_a_rule_is_not_tried_on_a_text_without_its_signs() -> None:
    def never(found: Found) -> str:
        raise AssertionError(found.text)

    assert find((Rule("money", r".", never, "€"),), "no money", "en") == ()


def test_a_full_stop_that_ends_the_text_is_kept() -> None:
    rules = (Rule("month", r"Dec\.", lambda found: "December"),)
    assert [c.spoken for c in find(rules, "in Dec. or “Dec.”", "en")] == ["December", "December."]


def test_a_change_made_twice_names_both_rules() -> None:
    first = (Change(0, 4, "b", "emoji"),)
    assert compose("b c", first, (Change(0, 2, "d", "word"),)) == (
        Change(0, 5, "d", "emoji + word"),
    )
    assert compose("b c", first, (Change(0, 2, "", "white space"),))[0].rule == "emoji"


def test_a_rule_sees_what_stands_around() -> None:
    match = re.search("b", "x" * 200 + "b" + "y" * 200)
    assert match
    found = Found(match, "en-GB")
    assert (found.text, found.before, found.after) == ("b", "x" * CONTEXT, "y" * CONTEXT)


def test_a_word_list_has_remarks_and_forms(tmp_path: Path) -> None:
    (tmp_path / "units.txt").write_text(
        "# a remark\n\nkm = kilometer | kilometers\n# = hash\n= = equals\nNATO\n® =\n", "utf-8"
    )
    assert tables.read(tmp_path, "units") == {
        "km": "kilometer | kilometers",
        "#": "hash",
        "=": "equals",
        "NATO": "NATO",
        "®": "",
    }
    assert tables.read_forms(tmp_path, "units")["km"] == ("kilometer", "kilometers")


def test_numbers_are_spelled_in_many_languages() -> None:
    assert numbers.cardinal(21, "de", "spellout-cardinal-masculine") == "einundzwanzig"
    assert numbers.cardinal(21, "nl-BE") == "eenentwintig"
    assert numbers.ordinal(2, "en") == "second"
    assert numbers.year(1984, "en") == "nineteen eighty-four"
    assert not numbers.known("tlh")


def test_a_number_too_long_for_words_is_said_figure_by_figure() -> None:
    assert numbers.cardinal(10**16, "en").split()[:2] == ["one", "zero"]
