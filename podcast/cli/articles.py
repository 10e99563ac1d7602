"""Verbs for articles: bring them in, see what would be said of them, and how."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from podcast import show as shows
from podcast.cli import terminal
from podcast.cli.terminal import say, tell
from podcast.cli.verb import (
    JSON,
    LANGUAGE,
    PICTURE,
    READING,
    SHOW,
    SOURCES,
    argument,
    load_show,
    now,
    number,
    print_json,
    reading_options,
    tell_what_is_missing,
    verb,
)
from podcast.errors import PodcastError
from podcast.show import Show

if TYPE_CHECKING:
    from podcast.library import Added
    from podcast.source import Options


@verb(
    argument("folder", nargs="?", default="feed", metavar="FOLDER"),
    argument("--title", default="", help="the show's name; the folder's unless given"),
)
def new(args: argparse.Namespace) -> int:
    """Start a show in FOLDER (feed).

    podcast new my-show --title "My show"
    """
    show = shows.create(Path(args.folder), args.title)
    say(f"{show.folder / shows.SETTINGS}: a show called {show.title!r}.")
    option = "" if args.folder == "feed" else f" --show {args.folder}"
    say(f"Next: podcast episode ARTICLE{option}")
    return 0


@verb(
    SOURCES,
    *READING,
    PICTURE,
    argument("--watch", type=number, metavar="MINUTES", help="look again and again, until stopped"),
    SHOW,
    JSON,
)
def add(args: argparse.Namespace) -> int:
    """Bring articles into the show's articles/ folder, as Markdown that can be edited.

    podcast add briefing.txt
    """
    show, options = load_show(args), reading_options(args)
    well = _bring_in(args, show, options)
    while well and args.watch:
        time.sleep(60 * args.watch)
        # What is out of reach now may be there again the next time.
        _bring_in(args, show, options)
    return 0 if well else 1


_WHY = {"kept": ": edited since it was brought in; remove the file to take it anew"}
"""What a status leaves open."""


def _bring_in(args: argparse.Namespace, show: Show, options: Options) -> bool:
    """Add each source, and tell what became of it; whether all could be read."""
    from podcast import library

    found: list[Added] = []
    well = True
    for name in args.sources:
        try:
            added = library.add(name, show.articles, now(), options)
        except PodcastError as error:
            terminal.fail(error)
            well = False
            continue
        found += added if not args.watch else (e for e in added if e.status != "unchanged")
    tell_what_is_missing(options)
    if args.json:
        print_json([{"path": str(entry.path), "status": entry.status} for entry in found])
    else:
        for entry in found:
            say(f"{entry.status:9} {entry.path}{_WHY.get(entry.status, '')}")
    terminal.finish()  # whoever watches waits for it
    return well


@verb(
    argument("sources", nargs="+", metavar="SOURCE", help="file, address or - (stdin)"),
    argument("--title", default="", help="of a briefing made of several articles"),
    argument("--minutes", type=number, default=0.0, help="shorten to the most telling sentences"),
    LANGUAGE,
    *READING,
    argument("--html", action="store_true", help="as a page, to proof-read in a browser"),
    JSON,
    SHOW,
)
def script(args: argparse.Namespace) -> int:
    """Show what would be said of an article, or of several as one briefing, and what not; no sound.

    podcast script briefing.txt
    """
    from podcast.article import read
    from podcast.script import preview
    from podcast.script.briefing import brief

    options = reading_options(args)
    articles = [read(source, options) for source in args.sources]
    made = brief(articles, title=args.title, minutes=args.minutes)
    tell_what_is_missing(options)
    if args.json:
        print_json(preview.script_json(made))
    elif args.html:
        say(preview.script_html(made))
    else:
        say(preview.script_text(made, colour=terminal.has_colours()))
    return 0


@verb(
    argument("text", nargs="*", metavar="TEXT", help="standard input's lines unless given"),
    argument("--language", metavar="TAG", default="en", help="en, en-GB, de, …"),
    argument("--explain", action="store_true", help="name the rule behind each change"),
    JSON,
)
def say_(args: argparse.Namespace) -> int:
    """Print the spoken form of TEXT, or of each line on standard input.

    podcast say "It's 30km to Kharkiv."
    """
    from podcast.spoken import say as speak

    lines = [" ".join(args.text)] if args.text else (line.rstrip("\r\n") for line in sys.stdin)
    for line in lines:
        result = speak(line, args.language)
        if args.json:
            say(json.dumps({"text": line, "spoken": result.spoken}, ensure_ascii=False))
            continue
        say(result.spoken)
        if args.explain:
            for change in result.changes:
                tell(f"  {line[change.start : change.end]!r} -> {change.spoken!r}: {change.rule}")
    return 0


@verb(
    argument("source", metavar="ARTICLE", help="file, address or - (stdin)"),
    argument("--write", action="store_true", help="add lines to edit to the show's lexicon.toml"),
    argument("--all", action="store_true", help="names too that are merely unknown"),
    LANGUAGE,
    JSON,
    SHOW,
)
def lexicon(args: argparse.Namespace) -> int:
    """List an article's names that are likely to be said wrong, and how they'd be said.

    podcast lexicon briefing.txt --write
    """
    from podcast import lexicon as lexicons
    from podcast.article import read
    from podcast.lexicon import names
    from podcast.script import narrate
    from podcast.source import Options

    script = narrate(read(args.source, Options(language=args.language)))
    path = Path(getattr(args, "show", "feed")) / lexicons.FILE
    found = names.suggest(
        script, lexicons.load(path.parent, language=script.language), every=args.all
    )
    if args.json:
        print_json([dataclasses.asdict(name) for name in found])
    elif args.write:
        names.write(path, found)
        say(f"{path}: {len(found)} names to edit.")
    elif not found:
        more = "" if args.all else "; --all lists the unknown ones"
        say(f"No name here is likely to be said wrong{more}.")
    else:
        rows = [(name.text, name.sounds_like, f"[{name.ipa}]", name.reason) for name in found]
        say(terminal.table(("name", "would be said", "", "because"), rows))
    return 0
