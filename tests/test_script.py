from podcast.article import Article, Heading, Item, ItemList, Paragraph
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
