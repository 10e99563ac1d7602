"""The command line: one function for each verb; alone prints and exits."""

from __future__ import annotations

import argparse
import gc
import inspect
import os
import sys
import textwrap
from collections.abc import Sequence

from podcast.cli import articles, episodes, machine, publishing, terminal
from podcast.cli.terminal import tell
from podcast.cli.verb import VERBS
from podcast.errors import PodcastError

# What only one verb needs is imported in its function: `podcast say` starts in a fifth of a
# second because it doesn't load what records, mixes and serves.

__all__ = ["VERBS", "articles", "episodes", "machine", "main", "publishing", "run"]

STOPPED = 130
"""The exit code after Ctrl-C: 128 and the signal's number."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what `argv` says; 0 done, 1 the user can mend it, 2 wrong usage."""
    try:
        args = _parsed(argv)
    except SystemExit as error:  # argparse has said why
        return int(error.code or 0)
    try:
        code = int(args.verb(args))
        terminal.finish()
        return code
    except PodcastError as error:
        terminal.fail(error)
        return 1
    except KeyboardInterrupt:
        tell("stopped; what is done is kept")
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        terminal.hang_up()
        return 0


def run() -> None:
    """Run the command."""
    # Python looks for garbage after 700 things made; a command makes ten thousands that last, and
    # a twentieth of a short one's time went there.
    gc.set_threshold(50_000)
    code = main()
    if code == STOPPED:
        # Python would wait for the threads that are in the midst of a sentence.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


class Version(argparse.Action):
    """Print the version: looking it up takes a twentieth of a second, so not at each start."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print it and exit."""
        from podcast import freshness

        terminal.say(f"podcast {freshness.version()}")
        parser.exit()


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """The command line's arguments; SystemExit when they are none.

    argparse takes a verb's sources in one run, and its way around that knows no verbs: the
    sources that come after an option are put to the others here.
    """
    parser = _parser()
    args, rest = parser.parse_known_args(argv)
    sources = getattr(args, "sources", None)
    if sources and all(word == "-" or not word.startswith("-") for word in rest):
        args.sources = [*sources, *rest]
    elif rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return args


def _parser() -> argparse.ArgumentParser:
    from podcast import __doc__ as purpose

    parser = argparse.ArgumentParser(prog="podcast", description=purpose)
    parser.add_argument("--show", metavar="FOLDER", default="feed", help="the show's folder (feed)")
    parser.add_argument("--version", action=Version, nargs=0, help="show the version and exit")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for name, (function, arguments) in VERBS.items():
        *about, example = inspect.cleandoc(function.__doc__ or "").split("\n\n")
        command = verbs.add_parser(
            name,
            help=about[0],
            description="\n\n".join(about),
            epilog=f"example:\n{textwrap.indent(example, '  ')}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.set_defaults(verb=function)
        for names, settings in arguments:
            command.add_argument(*names, **settings)
    return parser
