"""Verbs for episodes: make them, see how they stand, take them back."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from podcast.cli import terminal
from podcast.cli.terminal import say, tell
from podcast.cli.verb import (
    JSON,
    PICTURE,
    READING,
    SHOW,
    VOICE,
    argument,
    count,
    load_show,
    now,
    number,
    print_json,
    reading_options,
    tell_what_is_missing,
    verb,
)
from podcast.errors import ArticleError
from podcast.show import Show

if TYPE_CHECKING:
    from podcast.article import Article
    from podcast.pipeline import Result


@verb(
    argument("sources", nargs="*", metavar="SOURCE", help="file, address or - (stdin)"),
    argument("--title", default="", help="of a briefing made of several articles"),
    argument("--minutes", type=number, default=0.0, help="shorten to the most telling sentences"),
    argument(
        "--digest", type=count, metavar="N", help="a briefing of the show's N newest articles"
    ),
    *READING,
    PICTURE,
    VOICE,
    SHOW,
    JSON,
)
def episode(args: argparse.Namespace) -> int:
    """Make an episode of one article, or of several as one briefing, and publish it.

    podcast episode briefing.txt --voice piper
    """
    from podcast import library, pipeline, templates

    if not args.sources and not args.digest:
        tell("podcast episode: give a SOURCE, or --digest N")
        return 2
    show, moment = load_show(args), now()
    pipeline.check_voices(show, args.voice)  # before anything is brought in
    slugs = _digested(show, args) if args.digest else _brought_in(show, args, moment)
    if args.digest or len(args.sources) > 1:
        title = args.title or templates.spoken("briefing", show.language, show.folder / "templates")
        slugs = (
            library.compile_briefing(
                show.articles, slugs, moment, title=title, minutes=args.minutes
            ).slug,
        )
    return make(show, args, moment, only=slugs)


def _brought_in(show: Show, args: argparse.Namespace, now: datetime) -> tuple[str, ...]:
    """The slugs of the sources' articles; what a briefing is made of is no episode of its own."""
    from podcast import library, pipeline

    def check(article: Article) -> None:
        """Refuse what no voice can say, before anything is brought in."""
        pipeline.check_voices(show, args.voice, article.language)

    several, options = len(args.sources) > 1, reading_options(args)
    minutes = 0.0 if several else args.minutes
    slugs = tuple(
        entry.slug
        for name in args.sources
        for entry in library.add(
            name, show.articles, now, options, draft=several, minutes=minutes, check=check
        )
    )
    tell_what_is_missing(options)
    return slugs


def _digested(show: Show, args: argparse.Namespace) -> tuple[str, ...]:
    """The slugs of the show's newest articles."""
    from podcast import library
    from podcast.script.briefing import newest

    articles = [library.load(path, show.language) for path in library.paths(show.articles)]
    proper = [article for article in articles if not (article.draft or article.briefing)]
    if not proper:
        raise ArticleError(f"{show.articles}: no article for a digest", hint="podcast add SOURCE")
    return tuple(article.slug for article in newest(proper, args.digest))


@verb(
    VOICE,
    argument("--again", action="store_true", help="make even what is up to date"),
    SHOW,
    JSON,
)
def build(args: argparse.Namespace) -> int:
    """Make everything in articles/ that isn't up to date, then feed and pages.

    podcast build
    """
    return make(load_show(args), args, now())


def make(show: Show, args: argparse.Namespace, now: datetime, only: Sequence[str] = ()) -> int:
    """Build the show, or only some of its articles, and tell what was done."""
    from podcast import pipeline

    with terminal.progress() as report:
        built = pipeline.build(
            show,
            now=now,
            voice=args.voice,
            only=only,
            again=getattr(args, "again", False),
            report=report,
        )
    told = [result for result in built if not only or result.slug in only]
    if args.json:
        print_json([_facts(result) for result in told])
    for result in told:
        if not (result.error or args.json):
            say(_summary(result))
    # A network that is down is told once, however many articles wait for it.
    errors = {str(result.error): result.error for result in told if result.error}
    for error in errors.values():
        terminal.fail(error)
    feed = show.public / "feed.xml"
    if not args.json and feed.is_file() and not errors:
        say(f"The feed: {feed}")
    if only and not told:
        tell("nothing made: it's a draft, or its date is in the future")
    return 1 if any(result.error for result in built) else 0


def _facts(result: Result) -> dict[str, Any]:
    facts = dataclasses.asdict(dataclasses.replace(result, error=None))
    del facts["error"]
    error = result.error
    return {**facts, "failed": {"message": error.message, "hint": error.hint} if error else None}


def _summary(result: Result) -> str:
    done = f"{result.spoken} spoken, {result.cached} cached" if result.made else "up to date"
    return f"{result.slug}: {terminal.clock(result.seconds)}, {result.sentences} sentences, {done}"


@verb(SHOW, JSON)
def status(args: argparse.Namespace) -> int:
    """Show each article's state: new, changed, published, scheduled, withdrawn, draft.

    podcast status
    """
    from podcast.library.status import status as look

    found = list(look(load_show(args), now()))
    if args.json:
        print_json([dataclasses.asdict(each) for each in found])
    elif found:
        rows = [(each.state, each.slug, each.title, each.detail) for each in found]
        say(terminal.table(("", "article", "title", ""), rows))
    return 0


@verb(argument("slug", metavar="SLUG", help="as `podcast status` names it"), VOICE, SHOW, JSON)
def withdraw(args: argparse.Namespace) -> int:
    """Take an episode out of the feed: its article becomes a draft.

    podcast withdraw 2024-05-29-long-range
    """
    from podcast import library

    show = load_show(args)
    path = library.withdraw(show.articles, args.slug)
    if not args.json:
        say(f"{path}: draft: true")
    return make(show, args, now())


@verb(
    argument("what", choices=("prune",), help="prune: remove the clips that no article needs"),
    argument("--megabytes", type=float, help="remove only the oldest, until this much is left"),
    SHOW,
)
def cache(args: argparse.Namespace) -> int:
    """Make the cache of spoken sentences smaller.

    podcast cache prune
    """
    from podcast import pipeline

    removed, size = pipeline.prune(load_show(args), megabytes=args.megabytes)
    say(f"{removed} clip{'s' * (removed != 1)} removed, {size / 1e6:.1f} MB.")
    return 0
