"""What an episode is made from decides whether it's made again, and nothing else does."""

from dataclasses import replace
from pathlib import Path

import pytest

from podcast.freshness import ingredients
from podcast.show import Show


@pytest.fixture
def show(tmp_path: Path) -> Show:
    return Show(folder=tmp_path, title="T", intro="hello.wav")


def digest(show: Show, article: bytes = b"text") -> str:
    return ingredients(show).digest(article)


def test_the_same_is_the_same(show: Show) -> None:
    assert digest(show) == digest(show)


def test_another_text_is_another_episode(show: Show) -> None:
    assert digest(show) != digest(show, b"other")


@pytest.mark.parametrize(
    "name", ["lexicon.toml", "cover.jpg", "hello.wav", "templates/spoken/x.txt"]
)
def test_a_changed_file_that_is_heard_or_carried_makes_episodes_anew(show: Show, name: str) -> None:
    before = digest(show)
    (show.folder / name).parent.mkdir(parents=True, exist_ok=True)
    (show.folder / name).write_bytes(b"new")
    assert digest(show) != before


@pytest.mark.parametrize(
    ("setting", "value", "anew"),
    [
        ("loudness", -18.0, True),
        ("pauses", {"chapter": 2.0}, True),
        ("author", "Somebody", True),
        ("description", "Other words.", False),
        ("url", "https://example.com/", False),
        ("category", ("Arts",), False),
        ("fetch_pictures", True, False),
    ],
)
def test_a_setting_makes_episodes_anew_when_it_is_heard(
    show: Show, setting: str, value: object, anew: bool
) -> None:
    changed = replace(show, **{setting: value})  # type: ignore[arg-type]  # any of its fields
    assert (digest(changed) != digest(show)) is anew
