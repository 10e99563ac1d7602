"""Colours that can be read."""

from __future__ import annotations

import pytest

from podcast.colour import contrast, mixed, readable
from podcast.errors import ShowError
from podcast.page import palette


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("background", ["#ffffff", "#101114"])
@pytest.mark.parametrize("colour", ["#ffff00", "#14425c", "#808080", "#ffffff", "#000000"])
def test_any_colour_becomes_readable(colour: str, background: str) -> None:
    assert contrast(readable(colour, background), background) >= 4.5


def test_a_colour_that_can_be_read_stays() -> None:
    assert readable("#14425c", "#ffffff") == "#14425c"


def test_mixing() -> None:
    assert mixed("#ff0000", "#ffffff", 0.5) == "#ff8080"


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "", "#1234567"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ShowError, match="is not a colour"):
        readable(colour, "#ffffff")


@pytest.mark.parametrize(
    "colour", ["#ffee00", "#14425c", "#ff0055", "#000000", "#ffffff", "#7f7f7f"]
)
def test_every_text_of_a_page_can_be_read_whatever_the_shows_colour(colour: str) -> None:
    for block in palette(colour).split("\n"):
        values = dict(
            part.split(":") for part in block.partition(":root{")[2].strip("{};").split(";")
        )
        named = {name.removeprefix("--"): value for name, value in values.items()}
        for text in ("ink", "quiet", "accent"):
            for ground in ("paper", "panel"):
                assert contrast(named[text], named[ground]) >= 4.5, (block[:40], text, ground)
        assert contrast(named["on-accent"], named["accent"]) >= 4.5
        assert contrast(named["edge"], named["paper"]) >= 3
