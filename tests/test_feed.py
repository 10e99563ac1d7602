"""The feed, read back by parsers that aren't ours."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import feedparser
import podcastparser
import pytest
from lxml import etree

from podcast.errors import ShowError
from podcast.feed import render_feed, render_feeds
from podcast.feed.namespace import NAMESPACES, Links
from podcast.feed.paging import paginate
from podcast.show import Show
from tests.episodes import HARBOUR, episode

SHOW = Show(
    folder=Path("harbour"),
    title="The Harbour",
    description="News of the harbour & its “wall”.",
    author="Ada Example",
    email="ada@example.com",
    url="https://pod.example.com/harbour",
    category=("News > Politics", "Arts"),
    guid="9f7d4c4c-1d0b-5a51-9d5e-6bd3c8a5b001",
    copyright="© 2024 The Example",
)
BASE = "https://pod.example.com/harbour/"


def parsed(feed: bytes) -> etree._Element:
    return etree.fromstring(feed)


def texts(feed: bytes, path: str) -> list[str]:
    return [str(found.text) for found in parsed(feed).iterfind(path, NAMESPACES)]


def test_feedparser_reads_back_what_the_episode_holds() -> None:
    found = feedparser.parse(render_feed(SHOW, [HARBOUR], cover="cover-1a2b3c4d.jpg"))
    assert not found.bozo
    assert found.feed.title == "The Harbour"
    assert found.feed.subtitle == "News of the harbour & its “wall”."
    assert found.feed.link == BASE
    assert found.feed.image.href == BASE + "cover-1a2b3c4d.jpg"
    (item,) = found.entries
    assert item.title == "Who pays for the harbour?"
    assert item.id == HARBOUR.guid
    assert item.link == BASE + "episodes/2024-05-29-harbour/"
    assert item.published_parsed[:5] == (2024, 5, 29, 6, 0)
    assert item.enclosures[0] == {
        "href": BASE + "episodes/2024-05-29-harbour/episode-1a2b3c4d.mp3",
        "length": "491200",
        "type": "audio/mpeg",
    }
    assert "synthetic voice" in item.summary


def test_podcastparser_reads_back_what_the_episode_holds() -> None:
    feed = io.BytesIO(render_feed(SHOW, [HARBOUR], cover="cover-1a2b3c4d.jpg"))
    found = podcastparser.parse(BASE + "feed.xml", feed)
    assert found["type"] == "episodic"
    assert found["itunes_categories"] == [["News", "Politics"], ["Arts"]]
    assert found["itunes_owner"] == {"name": "Ada Example", "email": "ada@example.com"}
    (item,) = found["episodes"]
    assert item["total_time"] == 61
    assert item["guid"] == HARBOUR.guid
    assert item["enclosures"][0]["file_size"] == 491_200
    assert "<li>00:09 What’s at stake?</li>" in item["description_html"]


def test_two_equal_builds_give_equal_bytes() -> None:
    assert render_feed(SHOW, [HARBOUR]) == render_feed(SHOW, [HARBOUR])


def test_a_show_without_episodes_has_a_feed_without_a_date() -> None:
    assert texts(render_feed(SHOW, []), "channel/lastBuildDate") == []
    assert texts(render_feed(SHOW, []), "channel/title") == ["The Harbour"]


def test_the_build_date_is_the_newest_episodes() -> None:
    feed = render_feed(SHOW, [episode(9), episode(3)])
    assert texts(feed, "channel/lastBuildDate") == ["Fri, 07 Jun 2024 06:00:00 +0000"]
    assert texts(feed, "channel/item/title") == ["Part 9 of the harbour", "Part 3 of the harbour"]


def test_a_voice_that_is_synthetic_is_said_to_be() -> None:
    feed = render_feed(SHOW, [HARBOUR])
    assert texts(feed, "channel/podcast:txt[@purpose='ai-content']") == ["true"]
    assert texts(feed, "channel/item/podcast:txt[@purpose='ai-content']") == ["true"]
    long_summary = replace(HARBOUR, summary="“Curly” words. " * 1000)
    (description,) = texts(render_feed(SHOW, [long_summary]), "channel/item/description")
    assert description.endswith("Read aloud by a synthetic voice: Piper, joe.")
    assert len(description.encode()) <= 4000


def test_notes_are_in_the_language_of_the_article() -> None:
    german = replace(HARBOUR, language="de-AT")
    (notes,) = texts(render_feed(SHOW, [german]), "channel/item/content:encoded")
    assert "<p>Kapitel</p>" in notes
    assert "künstlichen Stimme" in notes


def test_text_of_an_article_is_never_markup() -> None:
    hostile = replace(
        HARBOUR,
        title="<script>\x00alert(1)</script>]]>",
        summary="a ]]> <b>b</b> \x1b[0m \ud800",
        link="javascript:alert(1)",
    )
    feed = render_feed(SHOW, [hostile])
    (notes,) = texts(feed, "channel/item/content:encoded")
    assert "<b>" not in notes
    assert "javascript" not in feed.decode()
    assert texts(feed, "channel/item/title") == ["<script>alert(1)</script>]] >"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The Harbour: Who pays?", "Who pays?"),
        ("Who pays? | The Harbour", "Who pays?"),
        ("Episode 12: Who pays?", "Who pays?"),
        ("Folge 3 – Wer zahlt?", "Wer zahlt?"),
        ("#7: Who pays?", "Who pays?"),
        ("The Harbour", "The Harbour"),
        ("Episode 12", "Episode 12"),
        ("12 angry men", "12 angry men"),
    ],
)
def test_an_episodes_title_has_neither_number_nor_show(title: str, shown: str) -> None:
    feed = render_feed(SHOW, [replace(HARBOUR, title=title)])
    assert texts(feed, "channel/item/title") == [shown]
    assert texts(feed, "channel/item/itunes:title") == [shown]


def test_a_show_without_an_address_is_for_this_machine() -> None:
    feed = render_feed(replace(SHOW, url=""), [HARBOUR])
    assert texts(feed, "channel/link") == ["http://localhost:8000/"]


def test_the_shows_guid_is_made_of_its_address_unless_it_has_one() -> None:
    assert texts(render_feed(SHOW, []), "channel/podcast:guid") == [SHOW.guid]
    # UUIDv5 of pod.example.com/harbour/feed.xml in the namespace's own namespace.
    (found,) = texts(render_feed(replace(SHOW, guid=""), []), "channel/podcast:guid")
    assert found == "d62f5718-a02e-5c1f-a55c-b521eb8f6d0b"


@pytest.mark.parametrize(
    ("change", "complaint", "hint"),
    [
        ({"category": ("News > Politcs",)}, "'News > Politcs'", "News > Politics"),
        ({"category": ("politics",)}, "'politics'", "News > Politics"),
        ({"category": ("Arts > Politics",)}, "'Arts > Politics'", "did you mean"),
        ({"schedule": "often"}, "'often'", "weekly"),
        ({"url": "pod.example.com"}, "'pod.example.com'", "https://"),
        ({"url": "https://pod.example.com/feed.xml?a=1"}, "?a=1", "folder"),
    ],
)
def test_a_setting_that_cannot_stand_in_a_feed_is_refused(
    change: dict[str, object], complaint: str, hint: str
) -> None:
    with pytest.raises(ShowError) as refused:
        render_feed(replace(SHOW, **change), [])  # type: ignore[arg-type]
    assert complaint in refused.value.message
    assert hint in refused.value.hint


def test_optional_settings_become_tags() -> None:
    show = replace(
        SHOW,
        license="CC-BY-4.0",
        funding="https://pay.example.com/",
        schedule="weekly",
        hub="https://hub.example.com/",
        moved="https://new.example.com/feed.xml",
        private=True,
        complete=True,
    )
    feed = render_feed(show, [HARBOUR])
    assert texts(feed, "channel/podcast:license") == ["cc-by-4.0"]
    assert texts(feed, "channel/podcast:updateFrequency[@rrule='FREQ=WEEKLY']") == ["Weekly"]
    assert texts(feed, "channel/itunes:new-feed-url") == ["https://new.example.com/feed.xml"]
    assert texts(feed, "channel/itunes:block") == ["Yes"]
    assert texts(feed, "channel/podcast:block") == ["yes"]
    assert texts(feed, "channel/itunes:complete") == ["Yes"]
    assert len(texts(feed, "channel/atom:link[@rel='hub']")) == 1
    assert len(texts(feed, "channel/podcast:funding[@url='https://pay.example.com/']")) == 1


@pytest.mark.parametrize(("language", "word"), [("de-AT", "Wöchentlich"), ("xx", "Weekly")])
def test_a_schedule_is_told_in_the_shows_language(language: str, word: str) -> None:
    feed = render_feed(replace(SHOW, language=language, schedule="weekly"), [])
    assert texts(feed, "channel/podcast:updateFrequency") == [word]


def test_an_episode_of_a_season_has_its_number() -> None:
    feed = render_feed(replace(SHOW, type="serial"), [replace(HARBOUR, season=2, number=7)])
    assert texts(feed, "channel/item/itunes:season") == ["2"]
    assert texts(feed, "channel/item/podcast:episode") == ["7"]
    assert texts(render_feed(SHOW, [HARBOUR]), "channel/item/itunes:episode") == []


def test_a_page_of_a_long_feed_names_its_neighbours() -> None:
    links = Links("feed-2.xml", "feed.xml", "feed.xml", "feed-1.xml", "feed-1.xml")
    feed = parsed(render_feed(SHOW, [HARBOUR], links=links))
    found = {
        link.get("rel"): link.get("href") for link in feed.iterfind("channel/atom:link", NAMESPACES)
    }
    assert found == {
        "self": BASE + "feed-2.xml",
        "first": BASE + "feed.xml",
        "previous": BASE + "feed.xml",
        "next": BASE + "feed-1.xml",
        "last": BASE + "feed-1.xml",
    }


def test_the_soundbite_is_the_quote() -> None:
    (bite,) = parsed(render_feed(SHOW, [HARBOUR])).iterfind(
        "channel/item/podcast:soundbite", NAMESPACES
    )
    assert dict(bite.attrib) == {"startTime": "16.000", "duration": "16.500"}


def test_no_cover_is_named_when_there_is_none() -> None:
    assert b"<image>" not in render_feed(SHOW, [HARBOUR])
    assert b"itunes:image" not in render_feed(SHOW, [HARBOUR])


def test_a_long_feed_is_cut_into_pages_that_stay(tmp_path: Path) -> None:
    show = replace(SHOW, folder=tmp_path, feed_size=3)
    newest_first = [episode(number) for number in range(10, 0, -1)]
    pages = dict(render_feeds(show, newest_first))
    assert list(pages) == [
        "assets/feed.css",
        "archive/feed-1.xml",
        "archive/feed-2.xml",
        "feed.xml",
    ]
    numbers = {
        path: [int(title.split()[1]) for title in texts(page, "channel/item/title")]
        for path, page in pages.items()
        if path.endswith(".xml")
    }
    assert numbers == {
        "feed.xml": [10, 9, 8, 7],
        "archive/feed-2.xml": [6, 5, 4],
        "archive/feed-1.xml": [3, 2, 1],
    }
    more = dict(render_feeds(show, [episode(11), *newest_first]))
    assert more["archive/feed-1.xml"] == pages["archive/feed-1.xml"]
    assert more["archive/feed-2.xml"] == pages["archive/feed-2.xml"]
    assert more["feed.xml"] != pages["feed.xml"]


def test_each_page_of_a_long_feed_leads_to_the_next(tmp_path: Path) -> None:
    show = replace(SHOW, folder=tmp_path, feed_size=2)
    pages = dict(render_feeds(show, [episode(number) for number in range(9, 0, -1)]))
    seen, path = [], "feed.xml"
    while path:
        seen.append(path)
        link = parsed(pages[path]).find("channel/atom:link[@rel='next']", NAMESPACES)
        path = "" if link is None else link.get("href").removeprefix(BASE)
    assert seen == ["feed.xml", "archive/feed-3.xml", "archive/feed-2.xml", "archive/feed-1.xml"]


@pytest.mark.parametrize("count", range(8))
def test_every_episode_is_on_one_page(count: int) -> None:
    found = [entry for _, members in paginate(range(count), 2) for entry in members]
    assert sorted(found) == list(range(count))


def test_a_browser_shows_how_to_subscribe(tmp_path: Path) -> None:
    show = replace(SHOW, folder=tmp_path, language="de")
    pages = dict(render_feeds(show, [HARBOUR]))
    assert b'<?xml-stylesheet type="text/css" href="assets/feed.css"?>' in pages["feed.xml"]
    assert "Zum Abonnieren" in pages["assets/feed.css"].decode()
