"""What other sites, apps and machines read of a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from podcast.page import sharing
from podcast.show import Show

SHOW = Show(folder=Path("show"), title="The Harbour Post", url="https://example.com/show/")


def test_apps_are_given_the_feeds_address_in_their_own_way() -> None:
    links = {name: link for name, link, _ in sharing.subscriptions(SHOW, "").apps}
    assert links == {
        "Apple Podcasts": "podcasts://example.com/show/feed.xml",
        "Overcast": "overcast://x-callback-url/add?url=https%3A%2F%2Fexample.com%2Fshow%2Ffeed.xml",
        "Pocket Casts": "pktc://subscribe/example.com/show/feed.xml",
        "AntennaPod": "https://antennapod.org/deeplink/subscribe"
        "?url=https%3A%2F%2Fexample.com%2Fshow%2Ffeed.xml",
        "podcast://": "podcast://example.com/show/feed.xml",
    }


def test_without_an_address_the_feed_is_beside_the_page() -> None:
    found = sharing.subscriptions(Show(folder=Path("show"), title="A show"), "../../")
    assert found.feed == "../../feed.xml"
    assert found.qr == ""


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://example.com/a?b=1&c=2#d", "https://example.com/a?b=1&c=2#d"),
        (" http://example.com ", "http://example.com"),
        ("https://example.com/Käse", "https://example.com/K%C3%A4se"),
        ("https://example.com/K%C3%A4se", "https://example.com/K%C3%A4se"),
        ('https://example.com/"onload=', "https://example.com/%22onload="),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("//example.com", ""),
        ("https://", ""),
        ("https://[", ""),
        ("data:text/html,x", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(text: str, link: str) -> None:
    assert sharing.web_address(text) == link


def test_json_in_a_page_cannot_end_its_element() -> None:
    facts = {"name": "</script><!-- & <script>"}
    text = sharing.script_json(facts)
    assert not set(text) & set("<>&")
    assert json.loads(text) == facts


@pytest.mark.parametrize(
    ("seconds", "text"), [(302.4, "PT5M2S"), (59.6, "PT1M0S"), (3723, "PT62M3S")]
)
def test_durations_as_iso_8601_writes_them(seconds: float, text: str) -> None:
    assert sharing.iso_duration(seconds) == text
