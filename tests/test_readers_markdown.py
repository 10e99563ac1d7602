"""Markdown: its structure is kept, its markup isn't, and what we write reads the same."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

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
from podcast.errors import ArticleError
from podcast.library.front_matter import with_date, with_setting
from podcast.library.manuscript import write_markdown
from podcast.readers.markdown import read
from podcast.source import Source
from podcast.source.encoding import mend


def article(text: str, name: str = "a.md") -> Article:
    return read(Source(name, text.encode()))


def blocks(text: str) -> tuple[Block, ...]:
    return article("# A title\n\n" + text).blocks


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("a **bold**ness of *it*self", "a boldness of itself"),
        ("see [the page](https://example.com/a_b)'s end", "see the page's end"),
        ("one\ntwo  \nthree\\\nfour", "one two three four"),
        ("one<br>two <b>three</b>s<!-- no -->", "one two threes"),
        ("`code_name` & AT&amp;T", "code_name & AT&T"),
        ("a claim[^1] with a note", "a claim with a note"),
        ("<https://example.com/x>", "https://example.com/x"),
        ("snake_case stays, so does 2 * 3 * 4", "snake_case stays, so does 2 * 3 * 4"),
        ("before ![a picture](p.png) after", "before after"),
        ("one <script>alert(1)</script>two <style>a{}</style>three", "one two three"),
        ("one <script> that has no end", "one that has no end"),
        ("See [the notes](javascript:alert('x')).", "See the notes."),
    ],
)
def test_inline_markup_goes_and_words_stay_apart(markup: str, plain: str) -> None:
    text = markup + "\n\n[^1]: Note.\n" if "[^1]" in markup else markup
    assert blocks(text)[0] == Paragraph(plain)


BELOW = ItemList((Item("c"), Item("d")), ordered=True)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("## Who?", Heading("Who?", 2)),
        ("- a\n- b\n  1. c\n  2. d", ItemList((Item("a"), Item("b", BELOW)))),
        ("3. a\n4. b", ItemList((Item("a"), Item("b")), True, 3)),
        ("- [x] done\n- [ ] not", ItemList((Item("done"), Item("not")))),
        ("- one\n\n  more\n- two", ItemList((Item("one more"), Item("two")))),
        ("> Said.\n>\n> And more.\n>\n> — Jane Doe", Quote(("Said.", "And more."), "Jane Doe")),
        ("| a | b |\n|---|---|\n| 1 | 2 |", Table((("a", "b"), ("1", "2")))),
        ("| | |\n|---|---|\n| 1 | 2 |\n\nTable: Scores", Table((("1", "2"),), False, "Scores")),
        ("```python\nx = 1\n```", Code("x = 1", "python")),
        ('![A map](map.png "Where it is")', Figure("Where it is", "A map", "map.png")),
        ("***", Break()),
        ("[^n]: Nobody refers to me.", Note("n", "Nobody refers to me.")),
        ("<div>Some <b>HTML</b></div>", Paragraph("Some HTML")),
        ("## Who? {#who .big}", Heading("Who?", 2)),
        ("## The set \\{#who}", Heading("The set {#who}", 2)),
        ("> [!NOTE]\n> Mind the gap.", Quote(("Mind the gap.",))),
        ("::: warning\nMind the gap.\n:::", Paragraph("Mind the gap.")),
        ('It is {{< badge "new" >}}new{% endif %}.', Paragraph("It is new.")),
    ],
)  # fmt: skip
def test_each_kind_of_block_is_kept(text: str, block: Block) -> None:
    assert blocks(text) == (block,)


def test_struck_out_words_are_dropped_with_the_reason() -> None:
    found = article("# A\n\nIt costs ~~30~~ 20 euros.\n")
    assert found.blocks == (Paragraph("It costs 20 euros."),)
    assert found.dropped == (Dropped("30", "struck out"),)


def test_front_matter_gives_the_facts() -> None:
    found = article(
        "---\ntitle: 'One: two'\nauthors: [Jane Doe, Max Roe]\ndate: 2024-05-29T06:00:00+02:00\n"
        "lang: en_GB\nurl: https://example.com/a\nimage: a.jpg\nsummary: >-\n  Short\n  form.\n"
        "guid: g1\ndraft: yes\ntags: [x]\nlayout: post\n---\n\n# One: two\n\nText.\n"
    )
    assert found == Article(
        title="One: two",
        blocks=(Paragraph("Text."),),
        authors=("Jane Doe", "Max Roe"),
        date=datetime(2024, 5, 29, 6, tzinfo=timezone(timedelta(hours=2))),
        language="en-GB",
        link="https://example.com/a",
        image="a.jpg",
        summary="Short form.",
        guid="g1",
        draft=True,
    )


TOML = (
    '+++\ntitle = "Soup"\nauthors = ["Jane Doe"]\ndate = 2024-05-29\ndraft = true\nweight = 3\n'
    '[params]\ntitle = "None"\n+++\n\nText.\n'
)


def test_front_matter_in_toml_gives_the_facts_and_keeps_a_date() -> None:
    found = article(TOML)
    day = datetime(2024, 5, 29, tzinfo=timezone.utc)
    assert found == Article("Soup", (Paragraph("Text."),), ("Jane Doe",), day, "", draft=True)
    without = TOML.replace("date = 2024-05-29\n", "")
    assert article(with_date(without, day)) == found
    assert article(with_date(TOML, day + timedelta(days=1))).date == day + timedelta(days=1)
    assert with_setting(TOML, "draft", "false") == TOML.replace("draft = true", "draft = false")
    with pytest.raises(ArticleError, match="not TOML"):
        article("+++\ntitle = Soup\n+++\n\nText.\n")
    with pytest.raises(ArticleError, match="no end"):
        article("+++\ntitle = 'Soup'\n\nText.\n")


def test_dates_in_words_and_names_in_tables_are_understood() -> None:
    text = (
        "---\ndate: March 14, 2025\nauthor:\n  - name: Jane Doe\n    age: 3\n  - Max Roe\n---\nText"
    )
    found = article(text)
    assert found.date == datetime(2025, 3, 14, tzinfo=timezone.utc)
    assert found.authors == ("Jane Doe", "Max Roe")


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("# The title\n\nText", "The title", Paragraph("Text")),
        ("---\ntitle: The title\n---\n# The title\n\nText", "The title", Paragraph("Text")),
        ("---\ntitle: The title\n---\n# The title, and more\n\nText", "The title, and more",
         Paragraph("Text")),
        ("---\ntitle: The title\n---\n# Another\n\nText", "The title", Heading("Another", 2)),
        ("Text\n\n# The title\n\nMore", "The title", Paragraph("Text")),
        ("# One\n\nText\n\n# Two\n\nText", "One", Paragraph("Text")),
        ("Just text", "My file", Paragraph("Just text")),
    ],
)  # fmt: skip
def test_the_title_is_found_and_said_once(text: str, title: str, first: Block) -> None:
    found = article(text, "2024-05-29-my-file.md")
    assert (found.title, found.blocks[0]) == (title, first)


def test_bold_names_are_speakers_when_they_take_turns() -> None:
    talk = "**Ann:** Why?\n\n**Bob:** Because.\n\n**Ann**: I see.\n"
    assert blocks(talk) == (
        Paragraph("Why?", "Ann"),
        Paragraph("Because.", "Bob"),
        Paragraph("I see.", "Ann"),
    )
    assert blocks("**Note:** mind the gap.") == (Paragraph("Note: mind the gap."),)


def test_a_date_is_written_into_the_file_and_nothing_else_changes() -> None:
    day = datetime(2024, 5, 29, tzinfo=timezone.utc)
    text = "---\ntitle:   A  # mine\n---\nText  \n"
    dated = with_date(text, day)
    assert dated == "---\ntitle:   A  # mine\ndate: 2024-05-29T00:00:00+00:00\n---\nText  \n"
    assert article(dated).date == day
    assert article(with_date("# A\n\nText\n", day)) == replace(article("# A\n\nText\n"), date=day)
    assert with_date("---\ndate:\ntitle: A\n---\n", day).count("date:") == 1


WORD = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Z")), min_size=1
)
TEXT = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
DIALECTS = r"{#b} {.c} {{< $$ {% %} >}} ::: [!d] +++ "
MARKS = DIALECTS + r"a b1 * _ # + - 1. 1) > | ` ~~ [x] <b> &amp; \ ! [ ^1 ]: : --- === ~ (u) — ’"
MARKUP = st.lists(st.sampled_from(re.findall(r"\S+", MARKS)), min_size=1).map(" ".join)


def is_whole(line: str) -> bool:
    """Whether our repairs of encoding leave it as it is; they have tests of their own."""
    return mend(line) == line


PLAIN = (TEXT | MARKUP).filter(is_whole)
NAMES = st.sampled_from(["Jane Doe", "Hand and Sons", "Roe, Max", "Å. O'Hara"])
ITEMS = st.recursive(
    st.builds(Item, PLAIN),
    lambda items: st.builds(
        Item,
        PLAIN,
        st.builds(ItemList, st.lists(items, min_size=1, max_size=3).map(tuple), st.booleans()),
    ),
    max_leaves=4,
)
LISTS = st.builds(ItemList, st.lists(ITEMS, min_size=1, max_size=4).map(tuple), st.booleans())
ROWS = st.lists(st.tuples(PLAIN, PLAIN), min_size=2, max_size=3).map(tuple)
SAID = PLAIN.filter(lambda text: text[0] not in "-–—―")  # else it's who said it
BLOCKS = (
    st.builds(Heading, PLAIN, st.integers(2, 6))
    | st.builds(Paragraph, PLAIN)
    | LISTS
    | st.builds(Quote, st.lists(SAID, min_size=1, max_size=3).map(tuple))
    | st.just(Break())
    | st.builds(Note, st.sampled_from(["1", "a", "n2"]), PLAIN)
    | st.builds(Table, ROWS, st.booleans())
    | st.builds(Figure, PLAIN, PLAIN, st.just("https://example.com/a.png"))
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@example(Article("Ĳ", (Heading("¡¡"),)))
@given(
    st.builds(
        Article,
        PLAIN,
        st.lists(BLOCKS, max_size=5).map(tuple),
        st.lists(NAMES, max_size=2).map(tuple),
    )
)
def test_what_is_written_reads_the_same(whole: Article) -> None:
    text = write_markdown(whole)
    # Two cells of a row may look misread side by side.
    assume(all(map(is_whole, text.split("\n"))))
    back = article(text)
    assert (back.title, back.authors, back.blocks) == (whole.title, whole.authors, whole.blocks)
