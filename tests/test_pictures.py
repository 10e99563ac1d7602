"""Which picture an episode wears."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from podcast import publication
from podcast.article import Article
from podcast.script import Script, Segment
from podcast.show import Show, create
from tests import studio


def picture(show: Show, image: str) -> Image.Image:
    article = Article("A title", (), date=studio.FACTS.date, slug="a", image=image)
    publication.see_to_cover(show)
    facts = publication.facts(show, Script("A title", "en", (), article=article), "")
    found = Image.open(io.BytesIO(facts.picture))
    found.load()
    return found


def test_an_image_in_the_show_is_worn_and_any_other_left_alone(tmp_path: Path) -> None:
    show = replace(create(tmp_path / "show"), colour="#1f3a5f")
    for place in (show.articles / "red.png", tmp_path / "outside.png"):
        Image.new("RGB", (300, 200), "#ff0000").save(place)
    drawn = picture(show, "")
    worn = picture(show, "red.png")
    assert worn.size == drawn.size == (1400, 1400)
    assert worn != drawn
    for image in ("https://example.com/red.png", "../../outside.png", "missing.png"):
        assert picture(show, image) == drawn


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    show = create(tmp_path / "show")
    picture(show, "")
    kept = next((show.cache / "pictures").iterdir())
    before = kept.stat().st_mtime_ns
    picture(show, "")
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize("half", [0, 300, 5000])
def test_a_picture_that_is_not_whole_is_drawn_again(tmp_path: Path, half: int) -> None:
    show = create(tmp_path / "show")
    drawn = picture(show, "")
    (kept,) = (show.cache / "pictures").iterdir()
    data = kept.read_bytes()
    for spoilt in (data[:half], data[:half] + bytes(len(data) - half)):
        kept.write_bytes(spoilt)
        assert picture(show, "") == drawn
        assert kept.read_bytes() == data


def test_chapters_get_what_can_be_drawn_of_the_show_s_own_images(tmp_path: Path) -> None:
    show = create(tmp_path / "show")
    Image.new("RGBA", (1600, 400), "#ff0000").save(show.articles / "wide.png")
    (show.articles / "line.svg").write_text("<svg/>", encoding="utf-8")
    publication.see_to_cover(show)
    article = Article("A title", (), date=studio.FACTS.date, slug="a")
    names = ("", "wide.png", "line.svg", "missing.png", "https://example.com/a.png")
    segments = tuple(Segment(f"p-{n}", "paragraph", "", (), "", picture=n) for n in names)
    found = publication.facts(show, Script("A title", "en", segments, article=article), "").pictures
    assert list(found) == ["wide.png"]
    assert Image.open(io.BytesIO(found["wide.png"])).size == (800, 200)
