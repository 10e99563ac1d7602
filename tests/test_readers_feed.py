"""Feeds: an article for each entry, in full."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from html import escape
from xml.sax.saxutils import quoteattr

import pytest

from podcast.article import Article, Heading, Item, ItemList, Paragraph
from podcast.errors import ArticleError
from podcast.readers.feed import read
from podcast.source import Options, Source
from tests.hostile import Hostile, reply, running

LONG = "The harbour is frozen, and nobody in the town remembers when it last was. " * 9
HTML = (
    f"<p>{LONG}</p><h2>What now?</h2><ul><li>Wait</li><li>Skate</li></ul>"
    '<p>The post <a href="https://x.example/a">Ice</a> appeared first on <a href="/">X</a>.</p>'
)
DATE = datetime(2026, 1, 12, 6, 0, tzinfo=timezone.utc)


def rss(content: str, link: str = "https://x.example/a") -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><link>https://x.example</link><language>en-GB</language>
<item><title>Ice &amp; fish</title><link>{link}</link><guid>1</guid>
<dc:creator>Åsa Berg</dc:creator>
<pubDate>Mon, 12 Jan 2026 07:00:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[{content}]]></content:encoded></item></channel></rss>""".encode()


ATOM = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>The Courier</title><id>urn:x</id>
<entry><title>Ice &amp; fish</title><link href={quoteattr("https://x.example/a")}/><id>urn:a</id>
<published>2026-01-12T06:00:00Z</published><updated>2026-01-13T06:00:00Z</updated>
<author><name>Åsa Berg</name></author>
<content type="html">{escape(HTML)}</content></entry></feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "language": "en-GB",
        "items": [
            {
                "id": "1",
                "url": "https://x.example/a",
                "title": "Ice & fish",
                "content_html": HTML,
                "date_published": "2026-01-12T06:00:00Z",
                "authors": [{"name": "Åsa Berg"}],
            }
        ],
    }
)


@pytest.mark.parametrize("data", [rss(HTML), ATOM.encode(), JSON_FEED.encode()])
def test_an_entry_is_an_article(data: bytes) -> None:
    (article,) = read(Source("feed", data))
    assert article == Article(
        title="Ice & fish",
        blocks=(
            Paragraph(LONG.strip()),
            Heading("What now?"),
            ItemList((Item("Wait"), Item("Skate"))),
        ),
        authors=("Åsa Berg",),
        date=DATE,
        language=article.language,
        link="https://x.example/a",
        site="The Courier",
    )
    assert article.language in ("en-GB", "")


def test_a_feed_of_summaries_is_refused_with_what_to_try() -> None:
    with pytest.raises(ArticleError, match="summaries only") as caught:
        read(Source("feed", rss("<p>The harbour is frozen […]</p>")))
    assert "--full-text" in caught.value.hint


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with running() as server:
        yield server


PAGE = f"<html><title>Ice</title><body><article><h1>Ice</h1>{HTML}</article></body></html>"


def test_the_linked_page_is_read_when_it_is_wanted(server: Hostile) -> None:
    here = f"http://127.0.0.1:{server.port}"
    server.answers |= {
        "/robots.txt": reply(b"", status="404 Not Found"),
        "/a": reply(PAGE.encode(), "Content-Type: text/html"),
    }
    options = Options(full_text=True, allow_private=True)
    (article,) = read(Source("feed", rss("<p>Short …</p>", f"{here}/a"), options=options))
    assert (article.title, article.blocks[0]) == ("Ice", Paragraph(LONG.strip()))
    assert (article.date, article.link) == (DATE, f"{here}/a")


def test_an_entrys_own_picture_and_its_authors_are_known() -> None:
    item = (
        "<item><title>Ice</title><link>https://c.example/a</link>"
        "<dc:creator>Ida Lund, Per Aas</dc:creator>"
        "<media:content url='https://c.example/film.mp4' medium='video'/>"
        "<media:content url='https://c.example/ice.jpg' medium='image'/>"
        f"<description><![CDATA[{HTML}]]></description></item>"
    )
    spaces = (
        "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/'"
    )
    feed = f"<rss version='2.0' {spaces}><channel><title>News</title>{item}</channel></rss>"
    (article,) = read(Source("feed", feed.encode()))
    assert (article.authors, article.image) == (
        ("Ida Lund", "Per Aas"),
        "https://c.example/ice.jpg",
    )


def test_an_entry_with_only_its_beginning_is_told() -> None:
    teaser = "<item><title>Snow</title><description>It snows …</description></item></channel>"
    options = Options()
    data = rss(HTML, "https://c.example/a").replace(b"</channel>", teaser.encode("utf-8"))
    assert [a.title for a in read(Source("feed", data, options=options))] != ["Snow"]
    assert list(options.missing) == [
        "left out: 'Snow': the feed has only its beginning; --full-text reads its page"
    ]


def two(links: tuple[str, str]) -> bytes:
    items = "".join(
        f"<item><title>Ice {n}</title><link>{link}</link><description>Short …</description></item>"
        for n, link in enumerate(links)
    )
    return f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>".encode()


def test_one_page_that_cant_be_read_costs_no_other(server: Hostile) -> None:
    here = f"http://127.0.0.1:{server.port}"
    server.answers |= {
        "/robots.txt": reply(b"", status="404 Not Found"),
        "/a": reply(b"", status="403 Forbidden"),
        "/b": reply(PAGE.encode(), "Content-Type: text/html"),
    }
    options = Options(full_text=True, allow_private=True)
    found = read(Source("feed", two((f"{here}/a", f"{here}/b")), options=options))
    assert [article.link for article in found] == [f"{here}/b"]
    assert list(options.missing) == [f"left out: {here}/a: refuses programs, or asks for a login"]
    with pytest.raises(ArticleError, match="none of its pages can be read: left out"):
        read(Source("feed", two((f"{here}/a", f"{here}/a")), options=options))


def test_a_feed_that_links_to_a_feed_is_followed_no_further(server: Hostile) -> None:
    here = f"http://127.0.0.1:{server.port}"
    itself = two((f"{here}/a", f"{here}/a"))
    server.answers |= {
        "/robots.txt": reply(b"", status="404 Not Found"),
        "/a": reply(itself, "Content-Type: application/rss+xml"),
    }
    options = Options(full_text=True, allow_private=True)
    with pytest.raises(ArticleError, match="none of its pages"):
        read(Source("feed", itself, options=options))
    assert [request.split()[1] for request in server.asked] == ["/robots.txt", "/a", "/a"]


def test_a_plain_texts_list_in_a_json_feed_is_one() -> None:
    text = "\\n\\n".join([LONG.strip(), "- soup;\\n- bread.", LONG.strip()])
    item = f'{{"id": "1", "title": "Ice", "content_text": "{text}"}}'
    feed = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{item}]}}'
    (article,) = read(Source("feed.json", feed.encode()))
    assert article.blocks[1] == ItemList((Item("soup;"), Item("bread.")))
