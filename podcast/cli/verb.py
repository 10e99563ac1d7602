"""Verbs: a function each, its arguments a table, its docstring the help."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import datetime, timezone
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcast import show as shows
from podcast.cli.terminal import say, tell
from podcast.show import Show

if TYPE_CHECKING:
    from podcast.source import Options

Verb = Callable[[argparse.Namespace], int]
VERBS: dict[str, tuple[Verb, tuple[tuple[tuple[str, ...], dict[str, Any]], ...]]] = {}


def argument(*names: str, **settings: Any) -> tuple[tuple[str, ...], dict[str, Any]]:
    """An argument of a verb, as argparse takes it."""
    return names, settings


def verb(*arguments: tuple[tuple[str, ...], dict[str, Any]]) -> Callable[[Verb], Verb]:
    """Make a function a verb: its name is the verb's, its docstring the help."""

    def register(function: Verb) -> Verb:
        VERBS[function.__name__.rstrip("_").replace("_", " ")] = function, arguments
        return function

    return register


def number(text: str) -> float:
    """A number above 0, as an option takes it."""
    value = float(text)
    if not 0 < value < inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return value


def count(text: str) -> int:
    """How many, from 1."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is less than 1")
    return value


SHOW = argument("--show", metavar="FOLDER", default=argparse.SUPPRESS, help="the show (feed)")
JSON = argument("--json", action="store_true", help="for programs")
VOICE = argument("--voice", metavar="NAME", default="", help="see `podcast voices`")
LANGUAGE = argument("--language", metavar="TAG", default="", help="en, en-GB, de, …")
SOURCES = argument("sources", nargs="+", metavar="SOURCE", help="file, address or - (stdin)")


READING = (
    argument("--keep", action="append", metavar="CSS", help="read what a page has there"),
    argument("--drop", action="append", metavar="CSS", help="leave out what it has there"),
    argument("--split", action="store_true", help="an article for each chapter of a book"),
    argument("--full-text", action="store_true", help="the pages that a feed links to"),
    argument("--allow-private", action="store_true", help="fetch from your own network too"),
)


PICTURE = argument(
    "--picture", action="store_true", help="fetch the page's lead picture for the episode"
)


def load_show(args: argparse.Namespace) -> Show:
    """The show that the command line names; raise ShowError when there is none."""
    return shows.load(Path(args.show))


def reading_options(args: argparse.Namespace) -> Options:
    """How to read: what the command line says, and the show's rules for sites if there is one."""
    from podcast.source import Options

    folder = Path(getattr(args, "show", "feed"))
    show = load_show(args) if (folder / shows.SETTINGS).exists() else None
    return Options(
        keep=tuple(args.keep or ()),
        drop=tuple(args.drop or ()),
        sites=show.sites if show else {},
        pictures=getattr(args, "picture", False) or bool(show and show.fetch_pictures),
        split=args.split,
        full_text=args.full_text,
        allow_private=args.allow_private,
        robots=bool(getattr(args, "watch", None)),
        language=getattr(args, "language", ""),
    )


def tell_what_is_missing(options: Options) -> None:
    """Tell what of the sources couldn't be had, once."""
    for line, told in options.missing.items():
        if not told:
            tell(line)
            options.missing[line] = True


def now() -> datetime:
    """This second: the only place where the clock is read."""
    return datetime.now(timezone.utc).replace(microsecond=0)


def print_json(value: Any) -> None:
    """Print `value` for programs."""
    say(json.dumps(value, ensure_ascii=False, indent=2, default=str))
