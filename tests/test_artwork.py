"""Covers and pictures, drawn for real and looked at by Pillow."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from podcast import artwork
from podcast.colour import contrast
from podcast.errors import ArticleError, ShowError

LONG = "A title that goes on and on, far longer than a cover has room for, " * 6


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def photo(size: tuple[int, int], kind: str = "PNG", mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.radial_gradient("L").resize(size).convert(mode).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("title", "author", "colour"),
    [
        ("Long Range", "Somebody", "#1f3a5f"),
        ("Öl & Țară", "Кто-то", "#f2c500"),
        (LONG, LONG, "#b3261e"),
        ("日本語", "", "#000000"),
        ("", "", "#ffffff"),
    ],
)
def test_a_cover_is_what_directories_take(title: str, author: str, colour: str) -> None:
    data = artwork.draw_cover(title, author, colour)
    cover = opened(data)
    assert (cover.format, cover.mode, cover.size) == ("JPEG", "RGB", (3000, 3000))
    assert cover.info["dpi"] == (72, 72)
    assert len(data) < 500_000


def test_the_words_stay_inside_the_edges() -> None:
    title = LONG + "x" * 99
    white = (
        opened(artwork.draw_picture(title, "Show", "#1f3a5f"))
        .resize((3000, 3000))
        .convert("L")
        .point(lambda light: 255 if light > 230 else 0)
    )
    left, top, right, _ = white.getbbox() or (0, 0, 0, 0)
    assert left >= 200 and top >= 100 and right <= 2800


def test_the_same_words_give_the_same_picture_and_others_another() -> None:
    assert artwork.draw_cover("A", "B", "#14425c") == artwork.draw_cover("A", "B", "#14425c")
    assert artwork.draw_cover("A", "B", "#14425c") != artwork.draw_cover("B", "B", "#14425c")


@pytest.mark.parametrize("colour", ["#1f3a5f", "#f2c500", "#ffffff", "#000000", "#7f7f7f"])
def test_words_can_be_read_on_any_colour(colour: str) -> None:
    paint = artwork.paint(colour)
    for ground in (paint.above, paint.below):
        assert contrast(ground, paint.ink) >= 4.5


def test_a_colour_that_is_none_is_an_error() -> None:
    with pytest.raises(ShowError, match="blue"):
        artwork.draw_cover("A", "B", "blue")


@pytest.mark.parametrize(("size", "mode"), [((800, 200), "RGBA"), ((200, 900), "L")])
def test_an_episode_wears_its_articles_picture_as_a_square(
    size: tuple[int, int], mode: str
) -> None:
    picture = opened(artwork.draw_picture("A", "Show", "#1f3a5f", photo(size, mode=mode)))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1400, 1400))


def test_an_episode_without_a_picture_gets_one_of_its_title() -> None:
    assert opened(artwork.draw_picture("A", "Show", "#1f3a5f")).size == (1400, 1400)


@pytest.mark.parametrize("data", [b"", b"not a picture", photo((300, 300))[:200]])
def test_what_is_not_a_picture_is_an_error_of_ours(data: bytes) -> None:
    with pytest.raises(ArticleError):
        artwork.scaled(data, 100)


def test_a_picture_that_unfolds_without_end_is_refused() -> None:
    file = io.BytesIO()
    Image.new("1", (9000, 9000)).save(file, "PNG")
    with pytest.raises(ArticleError, match="too many"):
        artwork.scaled(file.getvalue(), 100)


def test_a_show_that_is_its_own_author_is_named_once() -> None:
    assert artwork.draw_cover("A", "A", "#14425c") == artwork.draw_cover("A", "", "#14425c")
