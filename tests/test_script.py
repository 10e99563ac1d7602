import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from podcast.article import (
    Article,
    Break,
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
from podcast.script import Script, narrate
from podcast.spoken import Spoken


def plain(text: str, language: str) -> Spoken:
    return Spoken(text, text)


def script(*blocks, title="Will it rain?", **facts) -> Script:
    return narrate(Article(title, blocks, **facts), say=plain)


def test_the_title_is_said_once_and_first():
    segments = script(Paragraph("It may."), link="https://www.example.com/rain").segments
    assert segments[0].spoken == "Will it rain?"
    assert not any("Will it rain" in segment.spoken for segment in segments[1:])


def test_the_close_says_where_it_comes_from_and_that_the_voice_is_synthetic():
    last = script(Paragraph("It may."), link="https://www.example.com/rain").segments[-1]
    assert last.kind == "outro"
    assert "example.com" in last.spoken
    assert "synthetic voice" in last.spoken


def test_a_heading_begins_a_chapter():
    segments = script(Paragraph("It may."), Heading("What now?"), Paragraph("Wait.")).segments
    assert [s.chapter for s in segments if s.kind != "outro"] == [
        "Will it rain?",
        "Will it rain?",
        "What now?",
        "What now?",
    ]


def test_a_chapter_has_no_colon_but_its_heading_keeps_it():
    heading = script(Heading("In short:"), Paragraph("Wait.")).segments[-3]
    assert (heading.kind, heading.text, heading.chapter) == ("heading", "In short:", "In short")
    assert script(Heading("Odds of 3:1"), Paragraph("Wait.")).segments[-2].chapter == "Odds of 3:1"


@pytest.mark.parametrize(
    ("blocks", "pictures"),
    [
        (
            (Paragraph("A."), Figure(image="a.png"), Heading("B"), Paragraph("C.")),
            ["a.png", "", ""],
        ),
        (
            (Paragraph("A."), Heading("B"), Figure(image="b.png"), Paragraph("C.")),
            ["", "b.png", ""],
        ),
        (
            (Figure(image="a.png"), Paragraph("A."), Heading("B"), Paragraph("C.")),
            ["a.png", "", ""],
        ),
        ((Figure(image="a.png"), Heading("B"), Paragraph("C.")), ["", ""]),
        ((Paragraph("A."), Figure(image="https://example.com/a.png")), [""]),
        ((Paragraph("A."), Figure(image="//[x/a.png"), Figure(image="a.png")), ["a.png"]),
    ],
)
def test_a_figure_s_image_stays_in_its_section(blocks, pictures):
    body = [s for s in script(*blocks).segments if s.kind in ("heading", "paragraph")]
    assert [segment.picture for segment in body] == pictures


def test_each_sentence_of_a_list_knows_its_item():
    block = ItemList((Item("One. Still one."), Item("Two")))
    listed = next(s for s in script(block).segments if s.kind == "list")
    assert [(s.text, s.item) for s in listed.sentences] == [
        ("One.", 1),
        ("Still one.", 1),
        ("Two", 2),
    ]


def test_an_id_does_not_change_with_the_text_before_it():
    one = script(Paragraph("It may."))
    two = script(Paragraph("Look up."), Paragraph("It may."))
    assert one.segments[1].id == two.segments[2].id


def test_the_same_text_twice_has_two_ids():
    segments = script(Paragraph("It may."), Paragraph("It may.")).segments
    assert segments[2].id == f"{segments[1].id}-2"


def said(*blocks) -> list[str]:
    segments = script(*blocks).segments[1:-1]
    return [sentence.spoken for segment in segments for sentence in segment.sentences]


def test_a_small_table_is_said_as_a_sentence_for_each_row():
    rows = (("Index", "Close", "EPS"), ("FTSE 100", "8,340.10", "−0.4%"), ("DAX", "–", "+1%"))
    assert said(Table(rows)) == ["FTSE 100: close 8,340.10, EPS −0.4%.", "DAX: EPS +1%."]


def test_a_large_table_is_left_out_and_the_script_says_so():
    made = script(Paragraph("It may."), Table((("a", "b"),) * 20))
    assert [d.reason for d in made.dropped] == ["a table too large to listen to"]


def test_code_footnotes_and_captions_are_left_out_with_a_reason():
    made = script(Code("x = 1"), Note("1", "Ibid."), Figure(caption="A cloud"), Paragraph("Rain."))
    assert [(d.text, d.reason) for d in made.dropped] == [
        ("x = 1", "code is for reading"),
        ("Ibid.", "footnote"),
        ("A cloud", "picture caption"),
    ]


def test_the_numbers_of_an_ordered_list_are_said():
    below = ItemList((Item("Sift."),))
    block = ItemList((Item("Grind.", below), Item("Bake.")), ordered=True, start=3)
    assert said(block) == ["3. Grind.", "Sift.", "4. Bake."]


def test_who_speaks_is_said_when_the_speaker_changes():
    turns = (Paragraph("Why?", "Ann"), Paragraph("Rain.", "Bob"), Paragraph("Hail.", "Bob"))
    assert said(*turns) == ["Ann: Why?", "Bob: Rain.", "Hail."]
    assert [s.role for s in script(*turns).segments[1:-1]] == ["Ann", "Bob", "Bob"]


def test_who_said_a_quotation_is_said_after_it():
    assert said(Quote(("It rains. It pours.",), "Ann Lee")) == [
        "It rains.",
        "It pours.",
        "Ann Lee.",
    ]


def test_a_quotation_set_large_is_not_said_twice():
    text = Paragraph("Ann said it rains and it pours and it won't stop, and left.")
    made = script(text, Quote(("It rains and it pours and it won't stop",)))
    assert [d.reason for d in made.dropped] == ["a quotation that the text says as well"]


def test_an_item_that_goes_on_does_not_sound_like_an_end():
    assert said(ItemList((Item("rain, and"), Item("hail")))) == ["rain, and,", "hail."]


def test_changes_turn_what_is_written_into_what_is_said():
    for sentence in narrate(Article("Rain", (Paragraph("It's 30 km off"),))).sentences:
        text = sentence.text
        for change in reversed(sentence.changes):
            text = text[: change.start] + change.spoken + text[change.end :]
        assert text == sentence.spoken


words = st.text(alphabet="aB1 .,;:!?…“”\"'()[]|•–\n", max_size=60)
lists = st.lists(words, max_size=4).map(lambda ts: ItemList(tuple(map(Item, ts)), ordered=True))
rows = st.lists(st.lists(words, max_size=4).map(tuple), max_size=4).map(tuple)
blocks = st.one_of(
    words.map(Heading),
    st.builds(Paragraph, words, words),
    lists,
    st.builds(Quote, st.lists(words, max_size=3).map(tuple), words),
    st.builds(Table, rows, st.booleans(), words),
    st.builds(Figure, words, words),
    words.map(Code),
    st.just(Break()),
    st.builds(Note, words, words),
)


@given(words, st.lists(blocks, max_size=8), st.sampled_from(["en", "de", "fr", "es", "it", ""]))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_article_has_a_script(title, several, language):
    made = narrate(Article(title, tuple(several), language=language))
    assert made.segments[-1].kind == "outro"
    assert len({segment.id for segment in made.segments}) == len(made.segments)
    assert all(sentence.spoken.strip() for sentence in made.sentences)
