"""The pages as text: what is in them, and what an article can't put there."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from podcast import page
from podcast.episode import Enclosure
from podcast.errors import ShowError
from podcast.show import Show
from tests import site


@pytest.fixture
def show(tmp_path: Path) -> Show:
    return Show(
        folder=tmp_path,
        title="The Harbour Post",
        description="What the tide brought in.",
        author="Ada Example",
        url="https://podcast.example.com/harbour/",
        language="en-GB",
    )


def pages(show: Show, *episodes: site.Episode) -> dict[str, str]:
    made = page.render_pages(show, episodes, cover="cover-1a2b3c4d.jpg")
    return {path: content.decode("utf-8") for path, content in made}


EPISODE = "episodes/2024-05-29-wall/"


def test_a_show_has_its_page_its_episodes_pages_and_what_they_need(show: Show) -> None:
    made = pages(show, site.episode())
    style, player = sorted(path for path in made if path.startswith("assets/"))[::-1]
    assert re.fullmatch(r"assets/style-[0-9a-f]{8}\.css", style)
    assert re.fullmatch(r"assets/player-[0-9a-f]{8}\.js", player)
    assert set(made) - {style, player} == {
        "index.html",
        EPISODE + "index.html",
        EPISODE + "embed.html",
        EPISODE + "oembed.json",
    }


def test_the_same_episodes_give_the_same_bytes(show: Show) -> None:
    assert pages(show, site.episode()) == pages(show, site.episode())


def test_every_sentence_is_in_the_transcript_as_written(show: Show) -> None:
    text = pages(show, site.episode())[EPISODE + "index.html"]
    lines = [line for _, _, sentences in site.STORY for line in sentences]
    shown = re.findall(r'<span class="s">(.*?)</span>', text)
    assert [s.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">") for s in shown] == (
        lines
    )


def test_what_an_article_says_is_never_markup(show: Show) -> None:
    nasty = '</script><script>alert("1")</script><img src=x onerror=alert(1)>'
    story = (("title", nasty, (nasty,)), ("paragraph", nasty, (nasty, nasty)))
    told = site.episode(
        story, title=nasty, summary=nasty, authors=(nasty,), site=nasty, voice="{" + nasty
    )
    for path, text in pages(replace(show, title=nasty, description=nasty), told).items():
        if path.endswith(".html"):
            assert "<img src=x" not in text
            assert "<script>" not in text
            assert text.count("<script") == len(re.findall(r'<script (src|type)="', text))


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//x", "ftp://x/y", ""]
)
def test_only_web_addresses_become_links(show: Show, link: str) -> None:
    text = pages(show, site.episode(link=link))[EPISODE + "index.html"]
    assert "Read the article" not in text
    assert link == "" or f'"{link}"' not in text


def test_a_page_asks_no_other_host(show: Show) -> None:
    for path, text in pages(show, site.episode()).items():
        assert not re.search(r'(?:\bsrc|srcset|poster)="(?:[a-z]+:)?//', text), path
        assert not re.search(r"@import|url\(", text), path


def test_machines_read_what_people_read(show: Show) -> None:
    text = pages(show, site.episode())[EPISODE + "index.html"]
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert found
    facts = json.loads(found[1])
    assert facts["@type"] == "PodcastEpisode"
    assert facts["associatedMedia"]["contentUrl"] == (
        "https://podcast.example.com/harbour/episodes/2024-05-29-wall/episode-1a2b3c4d.mp3"
    )
    assert facts["partOfSeries"]["webFeed"] == "https://podcast.example.com/harbour/feed.xml"


def test_oembed_leads_to_the_page_that_can_be_embedded(show: Show) -> None:
    answer = json.loads(pages(show, site.episode())[EPISODE + "oembed.json"])
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert f'src="{show.url}{EPISODE}embed.html"' in answer["html"]


def test_a_show_without_an_address_gives_none_away(show: Show) -> None:
    made = pages(replace(show, url=""), site.episode())
    assert EPISODE + "oembed.json" not in made
    for path, text in made.items():
        if path.endswith(".html"):
            assert not re.search(r'og:url|og:image|canonical|class="qr"', text), path


def test_an_archive_page_once_full_stays_as_it_is(show: Show) -> None:
    first = site.episode()

    def many(count: int) -> list[site.Episode]:
        return [
            replace(first, slug=f"part-{n}", date=first.date + timedelta(days=n))
            for n in range(count)
        ]

    before, after = pages(show, *many(60)), pages(show, *many(61))
    assert [path for path in before if path.startswith("archive/")] == ["archive/1.html"]
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {"index.html", *(f"episodes/part-60/{name}" for name in EPISODE_FILES)}
    shown = [len(re.findall("<h3>", after[path])) for path in ("index.html", "archive/1.html")]
    assert shown == [36, 25]


EPISODE_FILES = ("index.html", "embed.html", "oembed.json")


def test_a_template_and_a_theme_of_the_show_win(show: Show) -> None:
    theirs = show.folder / "templates"
    theirs.mkdir()
    (theirs / "theme.css").write_text("h1{color:red}@media print{#a{color:blue}}")
    (theirs / "embed.html").write_text("{{ episode.title }} & more")
    made = pages(show, site.episode())
    assert made[EPISODE + "embed.html"] == "Who pays for the wall? & more"
    (style,) = (text for path, text in made.items() if path.endswith(".css"))
    assert style.endswith("h1{color:red}@media print{#a{color:blue}}")


def test_what_the_show_asks_for_is_on_its_pages(show: Show) -> None:
    asking = replace(show, funding="https://example.com/give", license="CC-BY-4.0")
    for path in ("index.html", EPISODE + "index.html"):
        text = pages(asking, site.episode())[path]
        assert '<a class="button first" href="https://example.com/give">' in text
        assert "· CC-BY-4.0" in text


def test_every_format_can_be_downloaded(show: Show) -> None:
    opus = Enclosure("episode-5e6f7a8b.opus", 98_765_432, type="audio/ogg")
    text = pages(show, site.episode(alternates=(opus,)))[EPISODE + "index.html"]
    assert 'href="episode-1a2b3c4d.mp3" download>Episode <span class="note">MP3 · 0.1 MB' in text
    assert 'href="episode-5e6f7a8b.opus" download>Episode <span class="note">OPUS · 98.8 MB' in text


@pytest.mark.parametrize("private", [True, False])
def test_a_private_show_asks_not_to_be_found(show: Show, private: bool) -> None:
    made = pages(replace(show, private=private), site.episode())
    for path in ("index.html", EPISODE + "index.html"):
        assert ("noindex, noarchive" in made[path]) is private


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de-AT", ("Kapitel", "Mitlesen", "29. Mai 2024", "Abonnieren", "Zum Artikel", "Englisch")),
        ("fr", ("Chapitres", "Transcription", "29 mai 2024", "S’abonner", "Lire l’article")),
        ("es", ("Capítulos", "Transcripción", "29 de mayo de 2024", "Suscribirse", "Inglés")),
    ],
)
def test_a_page_speaks_the_shows_language(show: Show, language: str, words: Sequence[str]) -> None:
    text = pages(replace(show, language=language), site.episode())[EPISODE + "index.html"]
    assert f'<html lang="{language}">' in text
    assert '<article class="episode" lang="en-GB">' in text
    for word in words:
        assert word in text
    for word in ("Chapters", "Transcript<", "Subscribe", "Read the article", "Speed", "minutes"):
        assert word not in text


def test_a_colour_that_is_none_is_refused(show: Show) -> None:
    with pytest.raises(ShowError, match="colour = 'blue'"):
        pages(replace(show, colour="blue"))


def test_the_player_is_small(show: Show) -> None:
    sizes = {path.rsplit(".")[-1]: len(text.encode()) for path, text in pages(show).items()}
    assert sizes["js"] <= 12_000
    assert sizes["js"] + sizes["css"] + sizes["html"] <= 40_000
