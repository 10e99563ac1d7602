"""The catalogue, and which parts of a publication are made anew."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from podcast import publication
from podcast.episode import Episode, to_json
from podcast.feed import render_feed
from podcast.feed.soundbite import choose_soundbites
from podcast.publication import catalogue
from podcast.publication.catalogue import Catalogue
from podcast.show import Show
from tests.episodes import HARBOUR, episode


@pytest.fixture
def show(tmp_path: Path) -> Show:
    show = Show(folder=tmp_path, title="The Harbour", guid=HARBOUR.guid, feed_size=3)
    Image.new("RGB", (3000, 3000), "#1f3a5f").save(tmp_path / "cover.jpg", dpi=(72, 72))
    return show


def place(show: Show, *episodes: Episode) -> None:
    for each in episodes:
        folder = show.public / "episodes" / each.slug
        (folder / "segments").mkdir(parents=True, exist_ok=True)
        (folder / each.enclosure.path).write_bytes(bytes(each.enclosure.bytes))
        for segment in each.segments:
            (folder / segment.audio).write_bytes(b"sound")
        for name, render in publication.TEXTS.items():
            (folder / name).write_text(render(each), encoding="utf-8")
        (folder / "episode.json").write_text(to_json(each), encoding="utf-8")


def publish(show: Show, *episodes: Episode) -> Catalogue:
    known = catalogue.read(show)
    publication.publish(show, [each.slug for each in episodes], known)
    return known


def state(show: Show) -> dict[str, tuple[int, int]]:
    """Each published file, and which writing of it this is."""
    return {
        path.relative_to(show.public).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in show.public.rglob("*")
        if path.is_file()
    }


def test_an_episode_without_its_segments_makes_the_same_feed(show: Show) -> None:
    place(show, HARBOUR)
    row = catalogue.read(show).row(HARBOUR.slug)
    assert row
    assert row.episode() == replace(HARBOUR, segments=(), soundbites=choose_soundbites(HARBOUR))
    assert render_feed(show, [row.episode()]) == render_feed(show, [HARBOUR])


def test_a_second_publication_writes_nothing(show: Show) -> None:
    episodes = [episode(number) for number in range(8)]
    place(show, *episodes)
    publish(show, *episodes)
    before = state(show)
    publish(show, *episodes)
    assert state(show) == before
    assert "archive/feed-1.xml" in before


def test_a_new_episode_touches_its_own_files_and_the_first_pages(show: Show) -> None:
    episodes = [episode(number) for number in range(7)]
    place(show, *episodes)
    publish(show, *episodes)
    before = state(show)
    new = episode(7)
    place(show, new)
    publish(show, *episodes, new)
    after = state(show)
    changed = {path for path in after if before.get(path) != after[path]}
    own = {path for path in after if path.startswith(f"episodes/{new.slug}/")}
    assert changed == own | {"index.html", "feed.xml"}


def test_the_catalogue_can_be_made_again(show: Show) -> None:
    episodes = [episode(number) for number in range(3)]
    place(show, *episodes)
    first = publish(show, *episodes)
    written = state(show)
    (show.cache / catalogue.FILE).unlink()
    assert publish(show, *episodes).rows == first.rows
    assert state(show) == written


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"version": 0}', '{"version": 1}'])
def test_a_spoilt_catalogue_is_made_again(show: Show, spoilt: str) -> None:
    place(show, HARBOUR)
    publish(show, HARBOUR)
    (show.cache / catalogue.FILE).write_text(spoilt)
    assert list(publish(show, HARBOUR).rows) == [HARBOUR.slug]


def test_an_episode_that_lost_a_file_is_not_whole(show: Show) -> None:
    place(show, HARBOUR)
    publish(show, HARBOUR)
    folder = show.public / "episodes" / HARBOUR.slug
    (folder / HARBOUR.segments[0].audio).unlink()
    assert catalogue.read(show).row(HARBOUR.slug) is None


def test_a_page_that_is_gone_comes_back(show: Show) -> None:
    place(show, HARBOUR)
    publish(show, HARBOUR)
    before = {path: (show.public / path).read_bytes() for path in state(show)}
    for path in ("feed.xml", "index.html", f"episodes/{HARBOUR.slug}/index.html"):
        (show.public / path).unlink()
    publish(show, HARBOUR)
    assert {path: (show.public / path).read_bytes() for path in state(show)} == before


def test_a_withdrawn_episode_goes_with_all_its_files(show: Show) -> None:
    place(show, HARBOUR, episode(1))
    publish(show, HARBOUR, episode(1))
    publish(show, episode(1))
    assert not (show.public / "episodes" / HARBOUR.slug).exists()
    assert HARBOUR.slug not in (show.public / "feed.xml").read_text(encoding="utf-8")


def test_what_nothing_names_is_swept_away(show: Show) -> None:
    place(show, HARBOUR)
    publish(show, HARBOUR)
    old = [
        show.public / "cover-00000000.jpg",
        show.public / "archive" / "feed-9.xml",
        show.public / "assets" / "style-00000000.css",
    ]
    for path in old:
        path.parent.mkdir(exist_ok=True)
        path.write_text("old")
    changed = replace(HARBOUR, enclosure=replace(HARBOUR.enclosure, path="episode-2.mp3"))
    place(show, changed)
    publish(show, changed)
    assert not any(path.exists() for path in old)
    sounds = (show.public / "episodes" / HARBOUR.slug).glob("episode-*.mp3")
    assert [path.name for path in sounds] == ["episode-2.mp3"]


def test_a_changed_setting_makes_the_feed_anew_and_nothing_else_of_an_episode(show: Show) -> None:
    place(show, HARBOUR)
    publish(show, HARBOUR)
    facts = show.public / "episodes" / HARBOUR.slug / "episode.json"
    before = facts.stat().st_mtime_ns
    publish(replace(show, title="The Quay"), HARBOUR)
    assert "<title>The Quay</title>" in (show.public / "feed.xml").read_text(encoding="utf-8")
    assert facts.stat().st_mtime_ns == before


def test_the_catalogue_holds_a_line_for_people_to_read(show: Show) -> None:
    place(show, HARBOUR)
    publish(show, HARBOUR)
    facts = json.loads((show.cache / catalogue.FILE).read_bytes())
    assert facts["names"][:2] == ["slug", "title"]
    assert facts["rows"][0][:2] == [HARBOUR.slug, HARBOUR.title]


def test_an_episode_whose_sound_was_cut_short_is_not_whole(show: Show) -> None:
    place(show, HARBOUR)
    (show.public / "episodes" / HARBOUR.slug / HARBOUR.enclosure.path).write_bytes(b"half")
    assert catalogue.read(show).row(HARBOUR.slug) is None
