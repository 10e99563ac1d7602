"""Pages: rules of the user's own, and pages that have no article on them."""

from __future__ import annotations

import time

import pytest

from podcast.article import Article, Dropped, Note, Paragraph, texts
from podcast.errors import ArticleError
from podcast.readers.html import read
from podcast.source import Options, Source
from podcast.webpage import furniture

TEXT = "The harbour is frozen, and nobody in the town remembers when it last was like this."
PAGE = f"""<html><head><title>Ice in the harbour</title>
<link rel="canonical" href="https://www.courier.example/ice"></head><body><article>
<h1>Ice in the harbour</h1><p>{TEXT}</p><div class="quiz"><p>How thick must ice be, do you think?
Write it on a card and send it to us before Friday.</p></div><p>{TEXT} It was a winter of its
own kind, said the captain.</p><div class="author-bio">Åsa Berg keeps a boat.</div><p>{TEXT} The
ferry is a restaurant now.</p></article></body></html>"""


def page(html: str, options: Options | None = None) -> Article:
    return read(Source("a.html", html.encode(), options=options or Options()))


def test_what_the_user_drops_is_dropped_with_the_reason() -> None:
    article = page(PAGE, Options(drop=(".quiz",)))
    assert "How thick" not in "".join(texts(article.blocks))
    assert [d.text[:9] for d in article.dropped if d.reason == "your own rule"] == ["How thick"]


def test_what_the_user_keeps_is_kept_where_it_stands() -> None:
    assert Dropped("Åsa Berg keeps a boat.", "byline") in page(PAGE).dropped
    article = page(PAGE, Options(keep=("div.author-bio",)))
    assert article.blocks[-2] == Paragraph("Åsa Berg keeps a boat.")


def test_a_sites_rules_are_for_that_site_alone() -> None:
    rules = {"courier.example": {"drop": ".quiz"}}
    assert "How thick" not in "".join(texts(page(PAGE, Options(sites=rules)).blocks))
    other = {"another.example": {"drop": [".quiz"]}}
    assert "How thick" in "".join(texts(page(PAGE, Options(sites=other)).blocks))


@pytest.mark.parametrize("rules", [{"dorp": ".quiz"}, {"drop": 3}, "quiz", {"drop": [1]}])
def test_a_rule_that_is_none_is_refused(rules: object) -> None:
    with pytest.raises(ArticleError, match=r"show\.toml"):
        page(PAGE, Options(sites={"courier.example": rules}))


def test_a_selector_that_is_none_is_refused() -> None:
    with pytest.raises(ArticleError, match="is not a CSS selector"):
        page(PAGE, Options(drop=("p[",)))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<h1>Ice</h1><form><input name=u><input type='password'></form>", "asks for a login"),
        ("<h1>Ice</h1><p>The harbour froze.</p><p>Subscribe to continue reading.</p>",
         "the rest is for subscribers"),
        ("<div id=app></div><noscript>Please enable JavaScript.</noscript>",
         "made by scripts"),
        ("<div id=app></div><script>go()</script>", "made by scripts"),
        ("<img src=a.png>", "no article on the page"),
    ],
)  # fmt: skip
def test_a_page_without_its_article_says_why(body: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        page(f"<html><head><title>Ice</title></head><body>{body}</body></html>")
    assert caught.value.hint


def test_a_short_notice_is_read_though_the_site_has_a_login() -> None:
    form = "<form><input name=u><input type='password'></form>"
    notice = f"<article><h1>Ice</h1><p>{TEXT}</p><p>{TEXT.replace('town', 'port')}</p></article>"
    assert len(page(f"<html><body>{form}{notice}</body></html>").blocks) == 2


def test_a_paywall_told_to_search_engines_is_believed() -> None:
    data = '{"@type": "NewsArticle", "isAccessibleForFree": "False"}'
    with pytest.raises(ArticleError, match="the page has only 16 words; the rest is for subscr"):
        page(f"<script type='application/ld+json'>{data}</script><p>{TEXT}</p>")


def test_a_teaser_that_asks_to_subscribe_is_no_article() -> None:
    data = '{"@type": "NewsArticle", "isAccessibleForFree": false}'
    closed = f"<script type='application/ld+json'>{data}</script>"
    ask = "<p>Subscribe to read the full article.</p>"
    with pytest.raises(ArticleError, match="the rest is for subscribers"):
        page(f"{closed}<h1>Ice</h1><p>{TEXT * 6}</p>{ask}")
    # A subscriber's own copy, and a page that only sells subscriptions beside its article.
    assert page(f"{closed}<h1>Ice</h1><p>{TEXT * 6}</p>").blocks
    assert page(f"<h1>Ice</h1><p>{TEXT * 6}</p>{ask}").blocks


HUGE = {
    "paragraphs": ("", f"<p>{TEXT} That was in {{}}.</p>", ""),
    "short lines": ("", "<p>The ice of {} is thin.</p>", ""),
    "items": ("<ul>", "<li>The ice of {} is thin.</li>", "</ul>"),
    "cells": ("<table>", "<tr><td>Ice.</td><td>It is thin in {}.</td></tr>", "</table>"),
    "headings": ("", "<h2>May 2019</h2><p>The ice of {} was thin.</p>", ""),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_book_on_one_page_is_read_whole_in_a_moment(name: str) -> None:
    before, part, after = HUGE[name]
    book = "".join(part.format(number) for number in range(9000))
    start = time.process_time()
    article = page(f"<body><article><h1>Ice</h1>{before}{book}{after}</article>")
    assert sum(len(text) for text in texts(article.blocks)) > 9000 * 10
    assert time.process_time() - start < 20  # twice as much as on a busy machine


def test_a_headline_without_an_end_is_not_looked_through_for_every_link_in_it() -> None:
    start = time.process_time()
    page(f"<body>{'<h1>' * 40}{'<div><a href=x>ice <b>melts</b> <p>' * 200}{TEXT * 10}")
    assert time.process_time() - start < 3  # it was 4 s, and is a half


def test_a_page_that_leaves_out_its_body_has_one() -> None:
    parts = ("article", "main", "section", "header")
    for part in parts:
        article = page(f"<!doctype html><title>Ice</title><{part}><p>{TEXT}</p></{part}>")
        assert [*texts(article.blocks)] == [TEXT]


def test_a_short_article_is_an_article() -> None:
    assert page(f"<html><body><article><h1>Ice</h1><p>{TEXT}</p></article></body></html>").blocks


@pytest.mark.parametrize(
    ("charset", "head"),
    [
        ("windows-1251", "<meta charset='windows-1251'>"),
        ("shift_jis", "<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>"),
        ("iso-8859-1", ""),
        ("utf-16", ""),
        ("utf-8", "<meta charset='iso-8859-1'>"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_says(charset: str, head: str) -> None:
    words = {"windows-1251": "Гавань", "shift_jis": "港は凍っている"}.get(charset, "Zürich à ½")
    html = f"<html><head>{head}</head><body><p>{words} {TEXT}</p><p>{TEXT}</p></body></html>"
    article = read(Source("a.html", html.encode(charset)))
    assert next(texts(article.blocks)).startswith(words)


@pytest.mark.parametrize(
    "line",
    [
        "Share this article on Facebook",
        "Advertisement",
        "Follow us on Instagram",
        "Sign up for our newsletter",
        "Read more: The ferry that never came back",
        "12 comments",
        "© 2026 The Courier",
        "Photo: Ole Vik / Norland Press",
        "By Ida Lund and Per Aas",
        "4 min read",
        "We use cookies to make this better",
        "Mehr zum Thema",
        "Lire aussi : La glace",
        "https://x.example/a",
        "This content is imported from a network. You may find it there in another format.",
        "To display this content you must enable advertising cookies.",
        "For more news of the coast, visit The Courier.",
        "Watch this video of the ferry:",
        "READ ON THE SOUND: The ferry that never came back",
        "The quay at noon — Foto: Ole Vik/TV Nord",
        "Children on the ice. (Video by Lorena).",
        "The last crossing (one of the passengers sent us this photo)",
        "Acompanhe o Correio no Facebook, no Instagram e no Twitter",
        "Ann Lee 555-212-4673 Harbour Office, Orsk ann.lee@harbour.example",
        "무단전재 및 재배포 금지",
        "Baca juga: Es di pelabuhan",
        "* * *",
    ],
)
def test_furniture_is_told_by_its_words(line: str) -> None:
    assert furniture.reason(line)


@pytest.mark.parametrize(
    "line",
    [
        TEXT,
        "Discussion",
        "By the same token, nobody skates.",
        "More than forty people came.",
        "Why wait?",
        "The print run was small.",
        "“Play,” he said.",
        "Share prices fell again.",
        "Wait until the ice is thick, and then wait a day.",
        "Related work has been done on lakes.",
        "For more than a week, nobody could visit the island.",
        "He read on until the ice broke.",
        "He follows Facebook and Twitter closely, and believes neither.",
        "The quay was empty (see the photo above).",
        "The last crossing (in a boat that nobody had inspected) took two hours.",
        "Call 555-212-4673 when the ice breaks.",
        "Write to ice@harbour.example, or call 555-212-4673 when it breaks.",
    ],
)
def test_words_of_the_articles_are_not_furniture(line: str) -> None:
    assert furniture.reason(line) == ""


def test_no_pattern_takes_long_on_a_line_made_to_hurt_it() -> None:
    for part in ("share on ", "by Aa Aa ", "read more ", "(c) a. ", "photo: a/", "A-", "1 ", "- "):
        assert furniture.reason(part * 500) == ""
        furniture.reason((part * 300)[:219] + "!")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("may have<a href=x> relaxed</a>", "may have relaxed"),
        ("<span>E</span>xercise", "Exercise"),
        ("<b>bold</b>ness", "boldness"),
        ("<a href=x>one</a><a href=y>two</a>", "one two"),
        ("<span>Source</span><a href=x>Agency</a>", "Source Agency"),
        ("a<br>b", "a b"),
        ("super<wbr>califragilistic", "supercalifragilistic"),
        ("a claim<sup><a href='#fn1'>1</a></sup>, and", "a claim, and"),
        ("10<sup>6</sup> of them", "10⁶ of them"),
        ("the 1<sup>st</sup> of May", "the 1st of May"),
        ("one<!-- a comment -->two", "onetwo"),
    ],
)
def test_words_are_glued_only_where_the_page_glues_them(markup: str, text: str) -> None:
    from lxml.html import fromstring

    from podcast.webpage.runs import text_of

    assert text_of(fromstring(f"<p>{markup}</p>")) == text


def told(*paragraphs: str) -> Article:
    """The article of a page with these between two paragraphs of text."""
    body = "".join(paragraphs)
    return page(f"<article><h1>Ice</h1><p>{TEXT}</p>{body}<p>{TEXT[::-1]}.</p></article>")


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup>1</sup>", "<sup>1</sup> Town records, 1947, and the captain's own diary."),
        (
            '<sup><a href="#n1">1</a></sup>',
            '<sup><a href="#r1">1</a></sup> Town records, 1947, and the captain\'s own diary.',
        ),
        ("<sup>*</sup>", "<sup>*</sup> Town records, 1947, and the captain's own diary."),
    ],
)
def test_a_paragraph_that_begins_with_a_mark_set_above_is_its_note(mark: str, note: str) -> None:
    blocks = told(f"<p>It froze in 1947,{mark} and the ferry slept.</p><p>{note}</p>").blocks
    assert Paragraph("It froze in 1947, and the ferry slept.") in blocks
    notes = [block.text for block in blocks if isinstance(block, Note)]
    assert notes == ["Town records, 1947, and the captain's own diary."]


def test_a_raised_number_without_a_note_stays() -> None:
    written = "<p>The ice is 30 m<sup>2</sup> and 10<sup>2</sup> grams heavy.</p>"
    assert Paragraph("The ice is 30 m² and 10² grams heavy.") in told(written).blocks
    verse = "<p><sup>2</sup> And the waters were frozen, and no man knew the way across.</p>"
    assert any("And the waters" in text for text in texts(told(verse).blocks))


ROOT = "<msqrt><mfrac><mi>L</mi><mi>g</mi></mfrac></msqrt>"


def test_a_formula_in_a_sentence_is_a_part_of_it_and_one_alone_is_left_out() -> None:
    inline = f"<math><mi>T</mi><mo>=</mo><mn>2</mn><mi>π</mi>{ROOT}</math>"
    alone = "<math display='block'><msup><mi>c</mi><mn>2</mn></msup></math>"
    article = told(f"<p>The ice swings in {inline} seconds.</p><p>Or so they say:</p>{alone}")
    assert Paragraph("The ice swings in T = 2π√(L/g) seconds.") in article.blocks
    assert Dropped("$$c²$$", "a formula is for reading") in article.dropped


def test_a_box_of_background_is_read_unless_it_is_a_table() -> None:
    box = f"<h3>Background</h3><p>{TEXT} The last time was in 1947.</p><p>Boats slept.</p>"
    assert "Boats slept." in "".join(texts(told(f"<div class='infobox'>{box}</div>").blocks))
