"""What listeners have been given stays as it is."""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from pathlib import Path

import feedparser
import pytest
from PIL import Image

from podcast import library
from podcast import show as shows
from podcast.errors import ArticleError, PublishError, ShowError
from podcast.events import Notice, Step
from podcast.library.status import status
from podcast.publication import register
from podcast.show import Show
from tests.test_pipeline import NOW, build, write


@pytest.fixture
def show(tmp_path: Path) -> Show:
    show = shows.create(tmp_path / "show", "Tones")
    # Drawing one takes longer than all the rest.
    Image.new("RGB", (1400, 1400)).save(show.folder / "cover.jpg")
    return show


def guids(show: Show) -> list[str]:
    feed = feedparser.parse((show.public / "feed.xml").read_bytes())
    return [entry.id for entry in feed.entries]


def states(show: Show) -> dict[str, str]:
    return {each.slug: each.state for each in status(show, NOW)}


def test_a_date_that_drifts_is_refused_and_what_is_published_stays(show: Show) -> None:
    write(show, "one")
    build(show)
    before = (show.public / "feed.xml").read_bytes()
    write(show, "one", date="2024-05-30")
    (result,) = build(show)
    assert isinstance(result.error, PublishError)
    assert "2024-05-29" in result.error.message
    assert "published.txt" in result.error.hint
    assert (show.public / "feed.xml").read_bytes() == before


def test_a_guid_that_drifts_is_refused_even_when_public_was_lost(show: Show) -> None:
    write(show, "one")
    build(show)
    shutil.rmtree(show.public)
    shutil.rmtree(show.cache)
    settings = show.folder / "show.toml"
    text = re.sub(
        r'^guid = ".*"',
        f'guid = "{"0" * 8}-0000-5000-8000-{"0" * 12}"',
        settings.read_text(),
        flags=re.M,
    )
    settings.write_text(text)
    (result,) = build(shows.load(show.folder))
    assert isinstance(result.error, PublishError)
    assert "guid" in result.error.message


def test_who_takes_the_line_out_may_give_another_date(show: Show) -> None:
    write(show, "one")
    build(show)
    known = guids(show)
    write(show, "one", date="2024-05-30")
    (show.folder / register.FILE).unlink()
    (result,) = build(show)
    assert result.error is None
    assert guids(show) == known


def test_an_edited_episode_keeps_its_guid_and_gets_a_new_enclosure(show: Show) -> None:
    write(show, "one")
    build(show)
    before = feedparser.parse((show.public / "feed.xml").read_bytes()).entries[0]
    write(show, "one", sentence="So it has become, rather longer than it was.")
    build(show)
    after = feedparser.parse((show.public / "feed.xml").read_bytes()).entries[0]
    assert after.id == before.id
    assert after.published == before.published
    assert after.enclosures[0].href != before.enclosures[0].href
    assert after.enclosures[0].length != before.enclosures[0].length


def test_a_withdrawn_episode_leaves_and_comes_back_as_itself(show: Show) -> None:
    write(show, "one")
    write(show, "two")
    build(show)
    known = guids(show)
    path = library.withdraw(show.articles, "one")
    assert states(show) == {"one": "withdrawn", "two": "published"}
    build(show)
    assert len(guids(show)) == 1
    path.write_text(path.read_text(encoding="utf-8").replace("draft: true", "draft: false"))
    build(show)
    assert sorted(guids(show)) == sorted(known)


def test_withdrawing_what_is_not_there_names_the_nearest(show: Show) -> None:
    write(show, "one")
    with pytest.raises(ArticleError) as refused:
        library.withdraw(show.articles, "ones")
    assert refused.value.hint == "did you mean 'one'?"


def test_each_article_has_its_state(show: Show) -> None:
    for slug in ("gone", "changed", "published"):
        write(show, slug)
    build(show)
    write(show, "changed", sentence="It isn't so any more.")
    write(show, "new")
    write(show, "scheduled", date="2024-06-05")
    draft = write(show, "draft")
    draft.write_text(draft.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1))
    (show.articles / "unreadable.md").write_bytes(b"")
    (show.articles / "gone.md").unlink()
    assert states(show) == {
        "changed": "changed",
        "draft": "draft",
        "gone": "removed",
        "new": "new",
        "published": "published",
        "scheduled": "scheduled",
        "unreadable": "unreadable",
    }


def test_a_spoilt_register_is_told_with_its_line(show: Show) -> None:
    (show.folder / register.FILE).write_text("# head\none\tguid\n")
    with pytest.raises(PublishError, match=r"published\.txt:2"):
        register.read(show.folder)


def test_a_renamed_article_is_told_with_what_keeps_it_the_same_episode(show: Show) -> None:
    path = write(show, "one", title="The old name")
    build(show)
    (guid,) = guids(show)
    path.rename(path.with_stem("two"))
    told: list[Step | Notice] = []
    build(show, report=told.append)
    (notice,) = (event for event in told if isinstance(event, Notice))
    assert notice.text.startswith("two: new to listeners, although it looks like one")
    assert f"guid: {guid}" in notice.text


def test_a_register_that_is_no_text_is_told_with_its_name(show: Show) -> None:
    (show.folder / register.FILE).write_bytes(b"\xff\xfe junk")
    with pytest.raises(PublishError, match=re.escape(str(show.folder / register.FILE))):
        register.read(show.folder)


def test_a_cover_that_is_no_picture_is_told_with_its_name(show: Show) -> None:
    cover = show.folder / "cover.jpg"
    cover.write_bytes(b"a draft of one")
    write(show, "one")
    with pytest.raises(ShowError, match=re.escape(str(cover))) as caught:
        build(show)
    assert "remove it" in caught.value.hint
    assert not any(path.is_file() for path in show.public.rglob("*"))


def test_a_clock_that_is_set_back_takes_no_episode_out_of_the_feed(show: Show) -> None:
    path = write(show, "one")
    build(show)
    known, early = guids(show), NOW - timedelta(days=5000)
    path.write_text(path.read_text("utf-8").replace("So it is.", "So it was."), "utf-8")
    assert {each.state for each in status(show, early)} == {"changed"}
    (result,) = build(show, now=early)
    assert result.error is None
    assert guids(show) == known
    assert {each.state for each in status(show, early)} == {"published"}
