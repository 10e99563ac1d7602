"""Addresses changed to the ones that a client asked by."""

from __future__ import annotations

import pytest

from podcast.server.readdress import published_base, readdress

OLD, NEW = "https://pod.example.com/show/", "http://192.168.1.20:8000/"
FILES = {"", "feed.xml", "episodes/a b/x.mp3"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (OLD, NEW),
        (f'"{OLD}feed.xml"', f'"{NEW}feed.xml"'),
        (f'"{OLD}episodes/a%20b/x.mp3"', f'"{NEW}episodes/a%20b/x.mp3"'),
        (f'"{OLD}feed.xml?t=3"', f'"{NEW}feed.xml?t=3"'),
        (f'"{OLD}another-article"', f'"{OLD}another-article"'),
        ('"https://pod.example.com/"', '"https://pod.example.com/"'),
        ('"https://xpod.example.com/show/feed.xml"', '"https://xpod.example.com/show/feed.xml"'),
        ("podcast://pod.example.com/show/feed.xml", "podcast://192.168.1.20:8000/feed.xml"),
        (
            "add?url=https%3A%2F%2Fpod.example.com%2Fshow%2Ffeed.xml",
            "add?url=http%3A%2F%2F192.168.1.20%3A8000%2Ffeed.xml",
        ),
    ],
)
def test_only_what_we_serve_changes(before: str, after: str) -> None:
    assert readdress(before, OLD, NEW, FILES.__contains__) == after


def test_nothing_changes_where_the_show_is_at_home() -> None:
    assert readdress(OLD, OLD, OLD, bool) == OLD
    assert readdress(OLD, "", NEW, bool) == OLD


def test_a_feed_tells_where_it_is_to_be_published() -> None:
    link = f'<atom:link href="{OLD}feed.xml" rel="self"/>'
    assert published_base(link) == OLD
    assert published_base("<rss/>") == ""
    assert published_base(link.replace("feed.xml", "podcast")) == ""
