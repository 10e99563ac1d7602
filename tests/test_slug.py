"""Names are ASCII, whole words, and never a path."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.slug import slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who’s said “yes” in Köln?", "whos-said-yes-in-koln"),
        ("Straße, Øre & Łódź", "strasse-ore-lodz"),
        ("../../etc/passwd", "etc-passwd"),
        ("A" * 100, "a" * 60),
        ("one two " * 20, "one-two-one-two-one-two-one-two-one-two-one-two-one-two-one"),
        ("日本語", "x"),
        ("", "x"),
    ],
)
def test_a_slug(text: str, name: str) -> None:
    assert slug(text, otherwise="x") == name


@given(st.text())
def test_a_slug_is_always_a_safe_name(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text, otherwise="x"))
    assert len(slug(text, otherwise="x")) <= 60
