"""The whole line, with a tone for a voice: what is made, what is kept, what is left alone."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import feedparser
import podcastparser
import pytest

from podcast import library, pipeline
from podcast import show as shows
from podcast.errors import ArticleError, PublishError
from podcast.events import Notice, Step
from podcast.show import Show

NOW = datetime(2024, 6, 1, 12, 0, tzinfo=timezone.utc)
TONE = "tests.tone:ToneVoice"

ARTICLE = """\
---
title: {title}
date: {date}
---

Some words to begin with. {sentence}

## What comes next?

- The first item is short.
- The second item is a little longer than that.

> Nobody has said this before.
"""


@pytest.fixture
def show(tmp_path: Path) -> Show:
    return shows.create(tmp_path / "show", "Tones")


def write(
    show: Show,
    slug: str,
    title: str = "A tone",
    date: str = "2024-05-29",
    sentence: str = "So it is.",
) -> Path:
    path = show.articles / f"{slug}.md"
    path.write_text(ARTICLE.format(title=title, date=date, sentence=sentence), encoding="utf-8")
    return path


def build(show: Show, **options: object) -> tuple[pipeline.Result, ...]:
    settings = {"now": NOW, "voice": TONE, "report": lambda event: None, **options}
    return pipeline.build(show, **settings)  # type: ignore[arg-type]  # a test's shorthand


def titles(show: Show) -> list[str]:
    feed = feedparser.parse((show.public / "feed.xml").read_bytes())
    assert not feed.bozo, feed
    return [entry.title for entry in feed.entries]


def files(show: Show) -> dict[str, bytes]:
    return {
        path.relative_to(show.public).as_posix(): path.read_bytes()
        for path in sorted(show.public.rglob("*"))
        if path.is_file()
    }


def test_an_article_becomes_an_episode_with_all_that_belongs_to_it(show: Show) -> None:
    write(show, "one")
    (result,) = build(show)
    made = files(show)
    folder = {name.removeprefix("episodes/one/") for name in made if name.startswith("episodes/")}
    assert result.made and result.error is None and result.spoken == result.sentences
    assert {
        "episode.json",
        "chapters.json",
        "index.html",
        "transcript.vtt",
        "transcript.srt",
        "transcript.json",
        "transcript.txt",
    } <= folder
    assert len([name for name in folder if name.startswith("segments/")]) >= 6
    assert {"feed.xml", "index.html"} <= set(made)
    assert titles(show) == ["A tone"]


def test_the_feed_names_only_files_that_are_there(show: Show) -> None:
    write(show, "one")
    build(show)
    with (show.public / "feed.xml").open("rb") as file:
        parsed = podcastparser.parse("http://localhost:8000/feed.xml", file)
    (episode,) = parsed["episodes"]
    (enclosure,) = episode["enclosures"]
    path = show.public / enclosure["url"].split("/", 3)[3]
    assert path.stat().st_size == enclosure["file_size"]


def test_the_second_build_speaks_nothing_and_changes_nothing(show: Show) -> None:
    write(show, "one")
    (first,) = build(show)
    before = files(show)
    (second,) = build(show)
    assert (second.made, second.spoken, second.cached) == (False, 0, first.sentences)
    assert files(show) == before


def test_two_builds_from_nothing_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        show = shows.create(tmp_path / name, "Tones")
        settings = (
            (show.folder / "show.toml")
            .read_text(encoding="utf-8")
            .replace(show.guid, "4749e6d1-03f1-5a0e-b1d0-a1c63be088a2")
        )
        (show.folder / "show.toml").write_text(settings, encoding="utf-8")
        show = shows.load(show.folder)
        write(show, "one")
        build(show)
        made.append(files(show))
    assert made[0] == made[1]


def test_one_changed_word_speaks_one_sentence(show: Show) -> None:
    write(show, "one")
    (first,) = build(show)
    write(show, "one", sentence="So it was.")
    (second,) = build(show)
    assert (second.spoken, second.cached) == (1, first.sentences - 1)
    assert "So it was." in files(show)["episodes/one/transcript.txt"].decode()


def test_the_old_sound_goes_when_the_feed_has_the_new(show: Show) -> None:
    write(show, "one")
    build(show)
    write(show, "one", sentence="So it was.")
    build(show)
    media = [name for name in files(show) if name.startswith("episodes/one/episode-")]
    assert len(media) == 1


def test_drafts_and_articles_of_tomorrow_stay_out(show: Show) -> None:
    write(show, "one", title="Today")
    write(show, "two", title="Tomorrow", date="2024-06-02")
    write(show, "three", title="Draft\ndraft: true")
    build(show)
    assert titles(show) == ["Today"]
    build(show, now=datetime(2024, 6, 3, tzinfo=timezone.utc))
    assert titles(show) == ["Tomorrow", "Today"]


def test_an_article_that_is_gone_leaves_the_feed(show: Show) -> None:
    write(show, "one", title="One")
    path = write(show, "two", title="Two")
    build(show)
    path.unlink()
    build(show)
    assert titles(show) == ["One"]
    assert not (show.public / "episodes" / "two").exists()


def test_a_mistake_in_one_article_stops_no_other_and_keeps_what_is_published(show: Show) -> None:
    write(show, "one", title="One")
    write(show, "two", title="Two", date="2024-05-28")
    build(show)
    (show.articles / "two.md").write_text("---\ndate: never\n---\n\nText.\n", encoding="utf-8")
    write(show, "three", title="Three", date="2024-05-27")
    results = {result.slug: result for result in build(show)}
    assert isinstance(results["two"].error, ArticleError)
    assert results["three"].made
    assert titles(show) == ["One", "Two", "Three"]


def test_a_missing_date_is_written_to_the_article_and_stays(show: Show) -> None:
    path = show.articles / "one.md"
    path.write_text("# One\n\nSome words.\n", encoding="utf-8")
    build(show)
    assert "date: 2024-06-01T12:00:00+00:00\n" in path.read_text(encoding="utf-8")
    (again,) = build(show, now=datetime(2024, 7, 1, tzinfo=timezone.utc))
    assert not again.made


def test_what_a_killed_build_left_is_no_matter(show: Show) -> None:
    write(show, "one")
    (show.cache / "staging" / "one").mkdir(parents=True)
    (show.cache / "staging" / "one" / "half.mp3").write_bytes(b"half")
    (show.public / "episodes" / "one").mkdir(parents=True)
    (show.public / "episodes" / "one" / "episode.json").write_bytes(b'{"version": 1, "slu')
    (result,) = build(show)
    assert result.made and not (show.cache / "staging" / "one").exists()


def test_two_builds_at_once_are_one_too_many(show: Show) -> None:
    write(show, "one")

    def second(event: Step | Notice) -> None:
        with pytest.raises(PublishError, match="another build"):
            build(show)
        seen.append(event)

    seen: list[Step | Notice] = []
    build(show, report=second)
    assert seen


def test_a_show_without_articles_has_a_feed_without_episodes(show: Show) -> None:
    assert build(show) == ()
    assert titles(show) == []


def test_a_briefing_says_what_its_articles_say(show: Show) -> None:
    write(show, "one", title="First\ndraft: true")
    write(show, "two", title="Second\ndraft: true")
    library.compile_briefing(show.articles, ["one", "two"], NOW, title="Morning")
    (result,) = build(show)
    assert result.error is None
    assert titles(show) == ["Morning"]
    text = files(show)[f"episodes/{result.slug}/transcript.txt"].decode()
    assert text.index("First") < text.index("Second")
    write(show, "two", title="Second\ndraft: true", sentence="So it was.")
    (again,) = build(show)
    assert (again.made, again.spoken) == (True, 1)


def test_when_nothing_can_be_made_nothing_is_published(show: Show) -> None:
    (show.articles / "one.md").write_text("---\ndate: never\n---\n\nText.\n", encoding="utf-8")
    (result,) = build(show)
    assert isinstance(result.error, ArticleError)
    assert files(show) == {}


def test_pruning_keeps_what_an_episode_was_recorded_with(show: Show) -> None:
    write(show, "a")
    build(show)
    assert pipeline.prune(show)[0] == 0
    assert build(show, voice="", again=True)[0].spoken == 0


def test_making_again_mends_what_was_spoilt(show: Show) -> None:
    write(show, "a")
    build(show)
    spoilt = (show.public / "feed.xml", show.public / "episodes/a/index.html")
    before = [path.read_bytes() for path in spoilt]
    for path in spoilt:
        path.write_text("<rss", encoding="utf-8")
    build(show, again=True)
    assert [path.read_bytes() for path in spoilt] == before
