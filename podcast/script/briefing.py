"""A briefing: several articles in one script, each shortened where time is short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

from podcast import spoken
from podcast import templates as words
from podcast.article import Article
from podcast.script import WORDS_A_MINUTE, Say, Script, compose, narrate
from podcast.script.furniture import tidy
from podcast.script.passages import Passage, Piece, chaptered, facts, narrated

EARLIEST = datetime.min.replace(tzinfo=timezone.utc)


def brief(
    articles: Sequence[Article],
    *,
    title: str = "",
    minutes: float = 0.0,
    say: Say = spoken.say,
    templates: Path | None = None,
) -> Script:
    """Return one script of several articles: what is in it, each of them, where they come from.

    With `minutes`, all of it in about so many: each article gets an equal share, shortened to its
    most telling sentences, and the script says so. Language is the first article's; the script's
    article carries the facts of all. One article alone is narrated as ever.
    """
    if len(articles) == 1:
        return narrate(articles[0], minutes=minutes, say=say, templates=templates)
    whole = [tidy(article) for article in articles]
    language = whole[0].language
    title = title or words.spoken("briefing", language, templates)
    told = _shortened(whole, title, minutes * WORDS_A_MINUTE, templates) if minutes else whole
    bodies = [narrated(article.blocks) for article in told]
    said = [body for body, _ in bodies]
    passages = _passages(title, told, said, templates, abridged=told != whole)
    dropped = [left for article in told for left in article.dropped]
    dropped += [left for _, silent in bodies for left in silent]
    segments = compose(chaptered(passages), language, say)
    return Script(title, language, segments, tuple(dropped), _combined(title, told))


def newest(articles: Sequence[Article], count: int) -> tuple[Article, ...]:
    """Return the `count` newest articles, the newest first: what a digest is made of."""
    dated = sorted(articles, key=lambda article: article.date or EARLIEST, reverse=True)
    return tuple(dated[:count])


def _shortened(
    articles: Sequence[Article], title: str, limit: float, folder: Path | None
) -> list[Article]:
    """Return the articles in about `limit` words together; what one doesn't need, others get."""
    from podcast.script.abridgement import abridge

    around = _passages(title, articles, [()] * len(articles), folder, abridged=True)
    limit -= sum(passage.length for passage in around)
    lengths = {n: _length(article) for n, article in enumerate(articles)}
    shares: dict[int, float] = {}
    for done, n in enumerate(sorted(lengths, key=lambda n: lengths[n])):
        share = (limit - sum(shares.values())) / (len(lengths) - done)
        shares[n] = min(share, lengths[n])
    return [abridge(article, shares[n]) for n, article in enumerate(articles)]


def _length(article: Article) -> int:
    return sum(passage.length for passage in narrated(article.blocks)[0])


def _passages(
    title: str,
    articles: Sequence[Article],
    bodies: Sequence[Sequence[Passage]],
    folder: Path | None,
    *,
    abridged: bool,
) -> Iterator[Passage]:
    yield from _contents(title, articles, folder, abridged=abridged)
    yield from _articles(articles, bodies, folder)
    yield from _closing(articles, folder)


def _contents(
    title: str, articles: Sequence[Article], folder: Path | None, *, abridged: bool
) -> Iterator[Passage]:
    """Yield the title, and the titles of what follows, one by one."""
    language, count = articles[0].language, len(articles)
    yield Passage("title", (Piece(title),), "headings", title)
    head = Piece(words.spoken("contents", language, folder, title=title, count=count))
    titles = (Piece(article.title, n) for n, article in enumerate(articles, 1))
    yield Passage("intro", (head, *titles))
    if abridged:
        yield Passage("intro", (Piece(words.spoken("abridged", language, folder, count=count)),))


def _articles(
    articles: Sequence[Article], bodies: Sequence[Sequence[Passage]], folder: Path | None
) -> Iterator[Passage]:
    """Yield each article: what comes next and from where, its title, its text."""
    language, count = articles[0].language, len(articles)
    for number, (article, body) in enumerate(zip(articles, bodies, strict=True), 1):
        known = {**facts(article), "number": number, "count": count}
        transition = words.spoken("transition", language, folder, **known)
        yield Passage("intro", (Piece(transition),), chapter=article.title)
        yield Passage("heading", (Piece(article.title),), "headings")
        yield from body


def _closing(articles: Sequence[Article], folder: Path | None) -> Iterator[Passage]:
    language = articles[0].language
    known = [facts(article) for article in articles]
    origins = list(dict.fromkeys(one["site"] or one["host"] for one in known))
    named = [origin for origin in origins if origin]
    text = words.spoken("briefing-closing", language, folder, origins=named, count=len(articles))
    yield Passage(
        "outro", (Piece(text),), chapter=words.spoken("closing-chapter", language, folder)
    )


def _combined(title: str, articles: Sequence[Article]) -> Article:
    """Return the facts of all articles as those of one."""
    dates = [article.date for article in articles if article.date]
    return replace(
        articles[0],
        title=title,
        blocks=(),
        authors=tuple(dict.fromkeys(name for article in articles for name in article.authors)),
        date=max(dates, default=None),
        link="",
        site="",
        image="",
        summary="; ".join(article.title for article in articles),
        slug="",
        guid="",
        dropped=(),
    )
