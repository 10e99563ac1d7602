from html.parser import HTMLParser

from podcast.article import Article, Heading, Item, ItemList, Paragraph
from podcast.script import Script, narrate
from podcast.script.preview import (
    Part,
    clock,
    minutes,
    parts,
    script_html,
    script_json,
    script_text,
)

ARTICLE = Article(
    "Rain <b>again</b>",
    (
        Paragraph("It is only 30km off."),
        Heading("What now?"),
        ItemList((Item("Wait"), Item("See"))),
        Paragraph("Share this article"),
    ),
    language="en-GB",
)


def script() -> Script:
    return narrate(ARTICLE)


def test_what_sounds_different_is_shown_with_the_rule_behind_it():
    sentence = script().segments[1].sentences[0]
    first, changed, last = parts(sentence)
    assert (first, last) == (Part("It is only "), Part(" off."))
    assert (changed.written, changed.said) == ("30km", "thirty kilometres")
    assert changed.rule


def test_a_full_stop_that_only_steers_the_voice_is_not_shown():
    item = next(s for s in script().sentences if s.text == "Wait")
    assert list(parts(item)) == [Part("Wait")]


def test_the_text_shows_chapters_times_and_what_is_not_said():
    text = script_text(script())
    assert "0:00  Rain" in text
    assert "It is only 30km [thirty kilometres] off." in text
    assert "What now?" in text
    assert "sharing: Share this article" in text
    assert "\033" not in text


def test_colours_come_only_when_asked_for():
    assert "\033[36m" in script_text(script(), colour=True)


def test_an_article_cannot_steer_the_terminal():
    made = narrate(Article("Rain", (Paragraph("Red \033[31malert\007 here."),)))
    assert "\033" not in script_text(made)
    assert "\007" not in script_text(made)


def test_the_page_escapes_what_the_article_brings():
    page = script_html(script())
    assert "<b>again" not in page
    assert "Rain &lt;b&gt;again" in page
    assert "thirty kilometres" in page
    HTMLParser().feed(page)


def test_the_json_is_as_programs_expect_it():
    made = script_json(script())
    assert list(made) == ["title", "language", "segments", "dropped"]
    assert list(made["segments"][0]) == ["id", "kind", "chapter", "text", "spoken", "sentences"]
    assert made["dropped"] == [{"text": "Share this article", "reason": "sharing"}]


def test_the_time_is_told_from_the_words():
    made = script()
    words = sum(len(segment.spoken.split()) for segment in made.segments)
    assert minutes(made, pace=words) == 1
    assert clock(4.5) == "4:30"
