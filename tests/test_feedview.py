"""The feed as a browser shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from podcast.feed import render_feeds
from podcast.feed.feedview import css_string, render_style
from podcast.server import app
from podcast.show import Show
from tests.episodes import HARBOUR
from tests.serving import publish, served
from tests.test_player import browser

__all__ = ["browser"]  # a fixture, found by its name


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    show = Show(folder=tmp_path, title='The "Harbour"', description="News.")
    publish(show, [HARBOUR])
    for path, data in render_feeds(show, [HARBOUR]):
        (show.public / path).parent.mkdir(exist_ok=True)
        (show.public / path).write_bytes(data)
    with served(app(show.public)) as port:
        yield f"http://127.0.0.1:{port}/feed.xml"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_shows_titles_and_how_to_subscribe(
    browser: Any, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    look = "getComputedStyle(document.querySelector(%r)).display"
    assert page.evaluate(look % "channel > title") == "block"
    assert page.evaluate(look % "item > title") == "block"
    assert page.evaluate(look % "item > link") == "none"
    assert page.evaluate(look % "item > guid") == "none"
    hint = page.evaluate("getComputedStyle(document.querySelector('channel'), '::before').content")
    assert "copy the address of this page" in hint
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.parametrize(
    ("text", "styled"), [('a "b"', '"a \\"b\\""'), ("a\\b", '"a\\\\b"'), ("a\nb", '"a\\a b"')]
)
def test_words_stand_safely_in_a_style_sheet(text: str, styled: str) -> None:
    assert css_string(text) == styled


def test_a_shows_own_style_wins(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "feed.css").write_text("rss { color: red }")
    assert render_style(Show(folder=tmp_path, title="A")).startswith(b"rss { color: red }")
