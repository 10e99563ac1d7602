from datetime import datetime, timezone

from podcast.article import Article, Heading, Paragraph
from podcast.script import WORDS_A_MINUTE, Script
from podcast.script.briefing import brief, newest

RAIN = Article(
    "Will it rain?",
    (Paragraph("It may."), Heading("What now?"), Paragraph("Wait.")),
    authors=("Ann Lee",),
    date=datetime(2024, 5, 1, tzinfo=timezone.utc),
    link="https://www.example.com/rain",
)
HAIL = Article(
    "Hail breaks a window",
    (Paragraph("It was big. " * 20), Paragraph("Share this article")),
    date=datetime(2024, 5, 3, tzinfo=timezone.utc),
    site="The Gazette",
)
SUN = Article("Sun at last", (Paragraph("Nobody was ready for it."),))


def spoken(script: Script, kind: str) -> list[str]:
    return [segment.spoken for segment in script.segments if segment.kind == kind]


def test_a_briefing_begins_with_what_is_in_it():
    script = brief([RAIN, HAIL], title="Morning briefing")
    assert script.segments[0].spoken == "Morning briefing."
    assert script.segments[1].spoken == "In this briefing: Will it rain? Hail breaks a window."


def test_each_article_is_led_to_and_has_chapters_of_its_own():
    script = brief([RAIN, HAIL, SUN])
    chapters = list(dict.fromkeys(segment.chapter for segment in script.segments))
    assert chapters == [
        "Briefing",
        "Will it rain?",
        "What now?",
        "Hail breaks a window",
        "Sun at last",
        "About this episode",
    ]
    assert spoken(script, "intro")[1:] == [
        "First, from example dot com, by Ann Lee:",
        "Next, from The Gazette:",
        "And finally:",
    ]


def test_there_is_one_close_for_all():
    assert spoken(brief([RAIN, HAIL]), "outro") == [
        "These articles come from example dot com and The Gazette."
        " They were read to you by a synthetic voice."
    ]


def test_what_is_not_said_of_any_article_is_told():
    assert [d.reason for d in brief([RAIN, HAIL]).dropped] == ["sharing"]


def test_a_briefing_keeps_to_its_minutes_and_says_that_it_is_abridged():
    script = brief([RAIN, HAIL], minutes=0.4)
    assert "The articles are abridged." in spoken(script, "intro")
    said = sum(len(s.spoken.split()) for s in script.segments if s.kind != "intro")
    assert said < 0.5 * WORDS_A_MINUTE


def test_one_article_alone_is_narrated_and_may_be_abridged():
    script = brief([HAIL], minutes=0.1)
    assert script.title == HAIL.title
    assert spoken(script, "intro") == ["This is an abridged version."]


def test_the_script_carries_the_facts_of_all_articles():
    article = brief([RAIN, HAIL], title="Morning briefing").article
    assert article is not None
    assert (article.title, article.authors, article.date) == (
        "Morning briefing",
        ("Ann Lee",),
        HAIL.date,
    )
    assert article.summary == "Will it rain?; Hail breaks a window"


def test_the_newest_articles_make_a_digest():
    assert newest([RAIN, HAIL, SUN], 2) == (HAIL, RAIN)
