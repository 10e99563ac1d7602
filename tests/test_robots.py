"""robots.txt: what a site asks of programs is heeded, and asked for again after a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from podcast.errors import ArticleError
from podcast.source.connection import Network
from podcast.source.fetch import Page
from podcast.source.robots import LONGEST_KEPT, allowed, check, rules_of
from tests.hostile import Hostile, reply

pytestmark = pytest.mark.usefixtures("direct")


@pytest.fixture
def network(server: Hostile) -> Network:
    return Network(resolve=server.resolve, connect=server.connect)


STAY_AWAY = reply(b"User-agent: *\nDisallow: /a\n", 'ETag: "1"')


def is_free(network: Network, pages: dict[str, Page], path: str = "/a") -> bool:
    try:
        check(f"http://a.example{path}", network, pages)
    except ArticleError as refusal:
        assert "robots.txt asks" in refusal.message
        return False
    return True


@pytest.mark.parametrize(
    ("text", "free", "closed"),
    [
        ("", "/a", ""),
        ("User-agent: *\nDisallow:", "/a", ""),
        ("User-agent: *\nDisallow: /", "", "/a"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Briefcast/1.0\nDisallow: /x", "/a", "/x/y"),
        ("User-agent: other\nUser-agent: briefcast\nDisallow: /x", "/a", "/x"),
        ("User-agent: other\nDisallow: /", "/a", ""),
        ("User-agent: briefcast\n\nUser-agent: *\nDisallow: /x", "/a", "/x"),
        ("User-agent: briefcast\nDisallow: /x\n\nUser-agent: briefcast\nDisallow: /y", "", "/x /y"),
        # The longest rule counts, wherever it stands; the friendlier of two as long.
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/a", "/a"),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", ""),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x /a.pdfs", "/a.pdf /b/c.pdf"),
        ("User-agent: *\nDisallow: /*?print", "/a", "/a?print=1"),
        ("User-agent: *\nDisallow: /a$", "/ab", "/a"),
        ("User-agent: *\nDisallow: /b*c*d", "/bdc", "/bxcxd/e"),
        ("User-agent: *\nDisallow: /%7Ejoe/caf%c3%a9", "/joe", "/~joe/café /%7ejoe/caf%C3%A9"),
        ("\ufeffuser-AGENT : *\r\ndisallow : /a # not yet\r\n", "/b", "/a"),
        ("Disallow: /a\nSitemap: /b", "/a /b", ""),
        ("User-agent: *\nCrawl-delay: 5\nDisallow: /a", "/b", "/a"),
    ],
)
def test_a_sites_rules_are_read_as_the_standard_says(text: str, free: str, closed: str) -> None:
    rules = rules_of(text)
    assert [path for path in free.split() if not allowed(rules, path)] == []
    assert [path for path in closed.split() if allowed(rules, path)] == []


def test_rules_are_fetched_once_and_again_after_a_day(server: Hostile, network: Network) -> None:
    server.answers["/robots.txt"] = STAY_AWAY
    pages: dict[str, Page] = {}
    assert [is_free(network, pages), is_free(network, pages, "/b")] == [False, True]
    assert len(server.asked) == 1
    tomorrow = replace(network, clock=lambda: network.clock() + LONGEST_KEPT)
    server.answers["/robots.txt"] = reply(status="304 Not Modified")
    assert not is_free(tomorrow, pages)
    assert 'If-None-Match: "1"' in server.asked[1]
    server.answers["/robots.txt"] = reply(b"User-agent: *\nDisallow: /b\n")
    assert not is_free(tomorrow, pages)
    assert len(server.asked) == 2
    later = replace(network, clock=lambda: network.clock() + 2 * LONGEST_KEPT)
    assert [is_free(later, pages), is_free(later, pages, "/b")] == [True, False]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden"])
def test_a_site_without_rules_has_none(server: Hostile, network: Network, status: str) -> None:
    server.answers["/robots.txt"] = reply(status=status)
    assert is_free(network, {})


def test_rules_out_of_reach_are_no_permission(server: Hostile, network: Network) -> None:
    server.answers["/robots.txt"] = reply(status="503 Busy")
    with pytest.raises(ArticleError, match="503 Busy"):
        check("http://a.example/a", network, {})
    server.answers["/robots.txt"] = STAY_AWAY
    pages: dict[str, Page] = {}
    assert not is_free(network, pages)
    server.answers["/robots.txt"] = reply(status="503 Busy")
    tomorrow = replace(network, clock=lambda: network.clock() + LONGEST_KEPT)
    assert [is_free(tomorrow, pages), is_free(tomorrow, pages, "/b")] == [False, True]


def test_a_pattern_of_many_stars_takes_no_long_time() -> None:
    rules = rules_of("User-agent: *\nDisallow: /" + "*a" * 500 + "b$")
    assert allowed(rules, "/" + "a" * 5000)
