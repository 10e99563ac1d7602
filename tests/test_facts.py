"""A page's facts: what it says of itself, where that can be believed."""

from __future__ import annotations

from time import process_time

import pytest

from podcast.article import Article
from podcast.readers.html import read
from podcast.source import Source
from podcast.webpage.facts import facts_of
from podcast.webpage.runs import mended, runs
from podcast.webpage.tree import parse

TEXT = "The harbour is frozen, and nobody in the town remembers when it last was like this. " * 4


def page(head: str, body: str = "<h1>Ice in the harbour</h1>", address: str = "") -> Article:
    html = f"<html><head>{head}</head><body><article>{body}<p>{TEXT}</p></article></body></html>"
    return read(Source(address or "a.html", html.encode(), "text/html", "utf-8", address))


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Ice in the harbour | The Courier</title>", "", "Ice in the harbour"),
        ("<title>The Courier: Ice in the harbour</title>"
         "<meta property='og:site_name' content='The Courier'>", "", "Ice in the harbour"),
        ("<title>Ice | Courier</title>", "<h1>Ice in the harbour</h1>", "Ice in the harbour"),
        ("<title>Ice in the harbour - Courier</title>", "<h1>Courier</h1>", "Ice in the harbour"),
        ("<title>Courier</title><meta property='og:title' content='Ice – a history'>", "",
         "Ice – a history"),
        ("<title>Ice – Courier</title><script type='application/ld+json'>"
         "{\"@type\": \"NewsArticle\", \"headline\": \"Ice\"}</script>", "<h1>Courier</h1>", "Ice"),
        ("<title>Notes » Archive » Ice in the harbour</title>",
         "<h1><a href='/notes/'>Notes</a></h1><h2>Ice in the harbour</h2>", "Ice in the harbour"),
        ("<title>Ice in the harbour » Local » The Courier</title>",
         "<h1><span>Ice in the harbour</span><a href='/local'>The Courier</a></h1>",
         "Ice in the harbour"),
        ("<title>Ice in the harbour - courier.example - Orsk</title>",
         "<div>Ice in the harbour</div>", "Ice in the harbour"),
        ("<title>x</title>", "<h1>Ice <span>in the harbour</span></h1>", "Ice in the harbour"),
    ],
)  # fmt: skip
def test_the_title_is_what_most_voices_say(head: str, body: str, title: str) -> None:
    assert page(head, body, "https://c.example/notes/ice.html").title == title


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        ("<meta name='author' content='Ida Lund'>", "", ("Ida Lund",)),
        ("<meta name='author' content='By Ida Lund and Per Aas'>", "", ("Ida Lund", "Per Aas")),
        ("<meta name='author' content='Ida Lund, Per Aas & Nils Vik'>", "",
         ("Ida Lund", "Per Aas", "Nils Vik")),
        ("<meta property='article:author' content='https://social.example/ida'>", "", ()),
        ("<meta name='author' content='admin'>", "<p class='byline'>By Ida Lund, Orsk</p>",
         ("Ida Lund",)),
        ("", "<p>Von Ida Lund</p>", ("Ida Lund",)),
        ("", "<a rel='author' href='/x'>Ida Lund</a>", ("Ida Lund",)),
        ("", "<p class='author'>By Ida Lund in Hamn | 3 May 2026</p>", ("Ida Lund",)),
        ("<script type='application/ld+json'><!--\n[{\"@type\": \"BlogPosting\", \"author\": "
         "[{\"name\": \"Ida Lund\"}, \"Per Aas\"]}];--></script>", "", ("Ida Lund", "Per Aas")),
        ("<meta property='og:site_name' content='The Courier'>"
         "<meta name='author' content='The Courier'>", "", ()),
        ("<meta name='search.byline' content='Ida Lund'>", "", ("Ida Lund",)),
        ("<meta name='author' content='idalund'>", "", ("idalund",)),
        ("<meta name='author' content='Ida Lund Jr.'>", "", ("Ida Lund Jr.",)),
        ("<meta name='author' content='Ida “Frost” Lund'>", "", ("Ida “Frost” Lund",)),
        ("<meta name='author' content='Max von Aas'>", "", ("Max von Aas",)),
        ("<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"Article\", \"author\": "
         "{\"@id\": \"#ida\"}}, {\"@id\": \"#ida\", \"name\": \"Ida Lund\"}]}</script>", "",
         ("Ida Lund",)),
        ("", "<p>Analysis by Ida Lund, Senior Harbour Analyst</p>", ("Ida Lund",)),
        ("", "<p>Par IDA LUND, PER AAS Envoyés spéciaux à Orsk</p>", ("IDA LUND", "PER AAS")),
        ("", "<p>By Ida Lund, Reuters</p>", ("Ida Lund",)),
        ("", "<p>By Reuters Staff</p>", ()),
        ("", "<p class='author'>DE SÃO PAULO</p>", ()),
        ("", "<p class='signature'>LE COURRIER | 06.05.2026 à 08h50 | Par Ida Lund</p>",
         ("Ida Lund",)),
        ("<meta property='og:site_name' content='The Harbour Post'>",
         "<p>By Ida Lund, Harbour Post staff reporter</p>", ("Ida Lund",)),
        ("", "<p>By Ida Lund, Associated Press writer</p>", ("Ida Lund",)),
        ("", "<p>By Ida Lund Medical Correspondent For The Harbour Post</p>", ("Ida Lund",)),
        ("", "<p><a href='https://c.example/@ida?source=x'>Ida Lund</a></p>", ("Ida Lund",)),
        ("", "<p>By The Associated Press</p>", ("The Associated Press",)),
        ("", "<p>Di Ida Lund</p>", ("Ida Lund",)),
        ("<meta name='author' content='AP'>", "<p>By Ida Lund</p>", ("Ida Lund",)),
        ("<meta name='author' content='AP'>", "", ("AP",)),
        ("<meta property='og:site_name' content='The Courier'>"
         "<meta name='author' content='Editions The Courier'>", "<p>By Ida Lund</p>",
         ("Ida Lund",)),
        ("", "<p>Ida Lund The Courier Thu, 14 May 2026 17:55 UTC</p>", ("Ida Lund",)),
        ("", "<p class='firma'>Ida Lund | Orsk</p>", ("Ida Lund",)),
        ("", "<p>By</p><p>Ida Lund</p>", ("Ida Lund",)),
        ("", "<p>Ida Lund, THE COURIER 8:42 a.m. EDT October 3, 2026</p>", ("Ida Lund",)),
        ("", "<p>Ida Lund Updated: Jul 21, 2026</p>", ("Ida Lund",)),
        ("", "<p><a href='/author/ida-lund'>Ida Lund</a></p>", ("Ida Lund",)),
        ("", "<span class='author'>作者：温素霞</span>", ("温素霞",)),
        ("", "<p>류영상 기자</p>", ("류영상",)),
        ("", "<p>Photo by Per Aas</p><p>By Ida Lund</p>", ("Ida Lund",)),
        ("", "<p>Ice by the harbour, and nobody sees it</p>", ()),
        ("", "<table><tr><th>Written by</th><td>Per Aas</td></tr></table>", ()),
        ("", f"<p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p><div class='author'>Per Aas</div>", ()),
        ("", "<p class='author'>Ida Lund<span class='job'>, Our Correspondent in Orsk</span></p>",
         ("Ida Lund",)),
    ],
)  # fmt: skip
def test_authors_are_names(head: str, body: str, authors: tuple[str, ...]) -> None:
    assert page(head, f"<h1>Ice in the harbour</h1>{body}").authors == authors


@pytest.mark.parametrize(
    ("head", "body", "address", "date"),
    [
        ("<meta property='article:published_time' content='2026-05-03T08:00:00Z'>", "", "",
         "2026-05-03T08:00:00+00:00"),
        ("<meta property='article:modified_time' content='2026-05-03T08:00:00Z'>", "", "", None),
        ("<meta name='date' content='20260503'>", "", "", "2026-05-03T00:00:00+00:00"),
        ("", "<time datetime='2026-05-03'>yesterday</time>", "", "2026-05-03T00:00:00+00:00"),
        ("", "<p class='date'>Published May 3rd, 2026. Updated May 9, 2026</p>", "",
         "2026-05-03T00:00:00+00:00"),
        ("", "<p>3. Mai 2026, 17.45 Uhr</p>", "", "2026-05-03T00:00:00+00:00"),
        ("", "<p>le 23/05/2026</p>", "", "2026-05-23T00:00:00+00:00"),
        ("", "<p>05/06/2026</p>", "", None),
        ("", "<p>05/06/2026 3:15 PM EST</p>", "", "2026-05-06T00:00:00+00:00"),
        ("", "<p>12 jan 26 | 5h27 Por Ida Lund</p>", "", "2026-01-12T00:00:00+00:00"),
        ("", "<p>Ida Lund 8/17/26 11:04am</p>", "", "2026-08-17T00:00:00+00:00"),
        ("", "<p>20 декабря 2026 в 19:15</p>", "", "2026-12-20T00:00:00+00:00"),
        ("", "<p>입력 : 2026.07.07 10:42</p>", "", "2026-07-07T00:00:00+00:00"),
        ("", "<p>2026年7月7日 10:42</p>", "", "2026-07-07T00:00:00+00:00"),
        ("", "<p>31 de marzo de 202619:44</p>", "", "2026-03-31T00:00:00+00:00"),
        ("", "<p>Aug. 23, 20262 min read</p>", "", "2026-08-23T00:00:00+00:00"),
        ("", "<figure>A boat on 11 October 2026</figure>", "", None),
        ("", "<table><tr><th>Built</th><td>11 October 2006</td></tr></table>", "", None),
        ("", f"<p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p><p>Ann, 3 May 2026: I saw it!</p>", "", None),
        ("<meta name='dcsext.articleFirstPublished' content='2026-05-03'>", "", "",
         "2026-05-03T00:00:00+00:00"),
        ("", "", "https://c.example/2026/05/03/ice", "2026-05-03T00:00:00+00:00"),
        ("", "", "https://c.example/2026/winter/5/3/ice", "2026-05-03T00:00:00+00:00"),
        ("", "<p>It was in 1626.</p>", "", None),
        ("<meta name='date' content='soon'>", "", "", None),
    ],
)  # fmt: skip
def test_the_date_is_known_or_unknown(head: str, body: str, address: str, date: str | None) -> None:
    found = page(head, f"<h1>Ice in the harbour</h1>{body}", address).date
    assert (found.isoformat() if found else None) == date


def test_a_clock_above_the_headline_is_no_date_of_the_article() -> None:
    html = f"<p>Monday, 24 August 2026</p><h1>Ice</h1><p>30 April 2021</p><p>{TEXT}</p>"
    found = read(Source("a.html", html.encode(), "text/html", "utf-8")).date
    assert found is not None
    assert found.date().isoformat() == "2021-04-30"


def test_a_long_line_with_the_date_comes_before_a_related_posts_short_one() -> None:
    by = "<div>by Local Democracy Reporter Ann Lee in Wendle, Roads 14th October 2026</div>"
    html = f"<h1>Ice</h1>{by}<p>{TEXT}</p><h3>Related</h3><p>A drain</p><p>3rd September 2026</p>"
    found = read(Source("a.html", html.encode(), "text/html", "utf-8")).date
    assert found is not None
    assert found.date().isoformat() == "2026-10-14"


@pytest.mark.parametrize(
    ("language", "date"), [("de", "2026-06-05"), ("en-US", "2026-05-06"), ("en-GB", "2026-06-05")]
)
def test_a_date_in_numbers_is_read_as_the_pages_language_writes_it(
    language: str, date: str
) -> None:
    html = f"<html lang={language}><h1>Ice</h1><p>05/06/2026</p><p>{TEXT}</p></html>"
    found = read(Source("a.html", html.encode(), "text/html", "utf-8")).date
    assert found is not None
    assert found.date().isoformat() == date


def test_the_language_is_the_texts_where_the_page_says_otherwise() -> None:
    assert read(Source("a.html", f"<html lang='de'><p>{TEXT}".encode())).language == "en"
    assert read(Source("a.html", f"<html lang='en-gb'><p>{TEXT}".encode())).language == "en-GB"


@pytest.mark.parametrize(
    ("link", "address", "found"),
    [
        ("/ice", "https://www.c.example/ice?from=mail", "https://www.c.example/ice"),
        ("https://c.example/ice", "https://amp.c.example/ice", "https://c.example/ice"),
        ("https://c.example/", "https://c.example/ice", "https://c.example/ice"),
        ("https://another.org/ice", "https://c.example/ice", "https://c.example/ice"),
        ("javascript:alert(1)", "https://c.example/ice", "https://c.example/ice"),
    ],
)
def test_the_link_is_the_canonical_one_of_the_same_site(
    link: str, address: str, found: str
) -> None:
    assert page(f"<link rel='canonical' href='{link}'>", address=address).link == found


@pytest.mark.parametrize(
    "html",
    [
        f"<title>{'a | ' * 50_000}</title><h1>{'a | ' * 50_000}</h1><p>{TEXT}</p>",
        f"<h1>Ice</h1>{'<h1>a b</h1>' * 5_000}<p>{TEXT}</p>",
        f"<meta name='author' content='{'A b, ' * 50_000}'><h1>Ice</h1><p>{TEXT}</p>",
        f"<h1>Ice</h1><p>By {'Ida Lund, ' * 50_000}</p><p>{TEXT}</p>",
        f"<h1>Ice</h1><p>By {'1 ' * 70}</p><p>{TEXT}</p>",
        f"<h1>Ice</h1>{'<b class=author>' * 200}Ida Lund{'</b>' * 200}<p>{TEXT}</p>",
    ],
    ids=["title", "headlines", "meta", "byline", "figures", "nested"],
)
def test_facts_take_no_long_time_to_find(html: str) -> None:
    tree = parse(Source("a.html", html.encode(), "text/html", "utf-8"))
    begun = process_time()
    facts_of(tree, mended(runs(tree)), "")
    assert process_time() - begun < 3
