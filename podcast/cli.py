"""The command line: one function for each verb; alone prints and exits."""

from __future__ import annotations

import argparse
import dataclasses
import inspect
import json
import os
import sys
import textwrap
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcast import freshness, terminal
from podcast import show as shows
from podcast.errors import ArticleError, PodcastError, PublishError, ShowError
from podcast.show import Show
from podcast.terminal import say, tell

if TYPE_CHECKING:
    from podcast.pipeline import Result
    from podcast.source import Options

# What only one verb needs is imported in its function: `podcast say` starts in a fifth of a
# second because it doesn't load what records, mixes and serves.

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


EVERYWHERE = "0.0.0.0"  # noqa: S104 - phones on this network are to reach the server
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
    argument("--watch", type=float, metavar="MINUTES", help="look again and again, until stopped"),
    SHOW,
    JSON,
)
def add(args: argparse.Namespace) -> int:
    """Bring articles into the show's articles/ folder, as Markdown that can be edited.

    podcast add briefing.txt
    """
    show, options = _show(args), _options(args)
    _bring_in(args, show, options)
    while args.watch:
        time.sleep(60 * args.watch)
        try:
            _bring_in(args, show, options)
        except PodcastError as error:
            # What is out of reach now may be there again the next time.
            tell(f"error: {error.message}")
    return 0


def _bring_in(args: argparse.Namespace, show: Show, options: Options) -> None:
    from podcast import library

    added = [
        entry
        for name in args.sources
        for entry in library.add(name, show.articles, _now(), options)
    ]
    if args.watch:
        added = [entry for entry in added if entry.status != "unchanged"]
    if args.json:
        _json([{"path": str(entry.path), "status": entry.status} for entry in added])
    else:
        for entry in added:
            say(f"{entry.status:9} {entry.path}")


@verb(
    argument("source", metavar="SOURCE", help="file, address or - (stdin)"),
    LANGUAGE,
    *READING,
    argument("--html", action="store_true", help="as a page, to proof-read in a browser"),
    JSON,
    SHOW,
)
def script(args: argparse.Namespace) -> int:
    """Show what would be said of an article, and what not; no sound.

    podcast script briefing.txt
    """
    from podcast import preview
    from podcast.article import read
    from podcast.script import narrate

    made = narrate(read(args.source, _options(args)))
    if args.json:
        _json(preview.script_json(made))
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
    argument("sources", nargs="*", metavar="SOURCE", help="file, address or - (stdin)"),
    argument("--title", default="", help="of a briefing made of several articles"),
    argument("--minutes", type=float, default=0.0, help="shorten to the most telling sentences"),
    argument("--digest", type=int, metavar="N", help="a briefing of the show's N newest articles"),
    *READING,
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
    show, now = _show(args), _now()
    pipeline.check_voices(show, args.voice)  # before anything is brought in
    slugs = _digested(show, args) if args.digest else _brought_in(show, args, now)
    if args.digest or len(args.sources) > 1:
        title = args.title or templates.spoken("briefing", show.language, show.folder / "templates")
        slugs = (
            library.compile_briefing(
                show.articles, slugs, now, title=title, minutes=args.minutes
            ).slug,
        )
    return _build(show, args, now, only=slugs)


def _brought_in(show: Show, args: argparse.Namespace, now: datetime) -> tuple[str, ...]:
    """The slugs of the sources' articles; what a briefing is made of is no episode of its own."""
    from podcast import library

    several, options = len(args.sources) > 1, _options(args)
    minutes = 0.0 if several else args.minutes
    return tuple(
        entry.slug
        for name in args.sources
        for entry in library.add(name, show.articles, now, options, draft=several, minutes=minutes)
    )


def _digested(show: Show, args: argparse.Namespace) -> tuple[str, ...]:
    """The slugs of the show's newest articles."""
    from podcast import library
    from podcast.briefing import newest

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
    return _build(_show(args), args, _now())


def _build(show: Show, args: argparse.Namespace, now: datetime, only: Sequence[str] = ()) -> int:
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
        _json([_facts(result) for result in told])
    for result in told:
        if result.error:
            terminal.fail(result.error)
        elif not args.json:
            say(_summary(result))
    feed = show.public / "feed.xml"
    if not args.json and feed.is_file():
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
def check(args: argparse.Namespace) -> int:
    """Verify what is in public/: feed, files, sound.

    podcast check
    """
    from podcast.check import check as verify

    findings = verify(_show(args).folder)
    if args.json:
        _json([dataclasses.asdict(finding) for finding in findings])
    elif findings:
        rows = [(f.severity, f.where, f.what) for f in findings]
        say(terminal.table(("", "where", "what"), rows))
    else:
        say("Nothing to find fault with.")
    return 1 if any(finding.severity == "required" for finding in findings) else 0


@verb(
    argument("--port", type=int, default=8000),
    argument("--host", metavar="ADDRESS", default=EVERYWHERE, help="127.0.0.1: this machine only"),
    argument("--log", action="store_true", help="print each request"),
    argument("--watch", action="store_true", help="build when an article changes"),
    VOICE,
    SHOW,
)
def serve(args: argparse.Namespace) -> int:
    """Serve feed and pages to the apps on this network, until Ctrl-C.

    A private show asks for the password in PODCAST_PASSWORD; any user name will do.

    podcast serve --port 8080
    """
    from podcast import server

    show = _show(args)
    password = os.environ.get("PODCAST_PASSWORD", "")
    if show.private and not password:
        raise ShowError(
            f"{show.folder}: a private show needs a password",
            hint="PODCAST_PASSWORD=… podcast serve",
        )

    if not (show.public / "feed.xml").is_file():
        tell("nothing is published yet: podcast build")

    def ready(address: str) -> None:
        say(server.draw_code(address))
        say(f"Subscribe on this network: {address}\nStop with Ctrl-C.")

    def build() -> None:
        try:
            _build(_show(args), argparse.Namespace(voice=args.voice, json=False), _now())
        except PodcastError as error:  # the next change may mend it
            terminal.fail(error)

    server.serve(
        show.public,
        args.host,
        args.port,
        password=password,
        log=args.log,
        watched=(show.articles, show.folder / "templates", *show.folder.glob("*.toml")),
        build=build if args.watch else None,
        ready=ready,
    )
    return 0


@verb(
    argument("destination", nargs="?", metavar="DESTINATION", help="a folder or an address"),
    argument("--print-config", metavar="HOST", help="nginx, caddy, netlify or s3: what it needs"),
    SHOW,
)
def publish(args: argparse.Namespace) -> int:
    """Take what is in public/ to its host, or print that host's configuration.

    podcast publish /srv/www/podcast
    """
    if args.print_config:
        from podcast.hostconfig import print_config

        say(print_config(_show(args), args.print_config).rstrip("\n"))
        return 0
    if not args.destination:
        raise PublishError("publish: to where?", hint="podcast publish /srv/www/podcast")
    from podcast import address, publisher

    show = _show(args)
    say(publisher.publish(show.public, args.destination))
    if show.hub and show.url:
        publisher.ping(show.hub, address.base_address(show) + address.FEED)
        say(f"{show.hub}: told")
    return 0


@verb(SHOW, JSON)
def status(args: argparse.Namespace) -> int:
    """Show each article's state: new, changed, published, scheduled, withdrawn, draft.

    podcast status
    """
    from podcast.status import status as look

    found = list(look(_show(args), _now()))
    if args.json:
        _json([dataclasses.asdict(each) for each in found])
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

    show = _show(args)
    path = library.withdraw(show.articles, args.slug)
    if not args.json:
        say(f"{path}: draft: true")
    return _build(show, args, _now())


@verb(
    argument("names", nargs="*", metavar="NAME", help="piper, kokoro:af_heart; all unless given"),
    argument("--sample", metavar="FOLDER", help="write a sentence in each voice that works here"),
    LANGUAGE,
    SHOW,
    JSON,
)
def voices(args: argparse.Namespace) -> int:
    """List the voices and whether each works here; tell all about those that are named.

    podcast voices --language de
    """
    from podcast.voice import survey

    language, engines = _voice_settings(args)
    rows = survey(language, engines, args.names)
    facts = [{**dataclasses.asdict(fact), "lacks": lacks} for fact, lacks in rows]
    if args.json:
        _json(facts)
    elif args.names:
        say("\n\n".join(terminal.table((), [(k, str(v)) for k, v in f.items()]) for f in facts))
    else:
        head = ("voice", "works", "")
        say(
            terminal.table(head, [(f.name, "no" if no else "yes", no or f.title) for f, no in rows])
        )
    if args.sample:
        names = [fact.name for fact, lacks in rows if not lacks]
        _write_samples(names, language, engines, Path(args.sample))
    return 0 if not args.names or not any(lacks for _, lacks in rows) else 1


def _voice_settings(args: argparse.Namespace) -> tuple[str, Mapping[str, Any]]:
    """The language and the engines' settings: the show's, where there is a show."""
    if not (Path(getattr(args, "show", "feed")) / shows.SETTINGS).exists():
        return args.language or "en", {}
    show = _show(args)
    return args.language or show.language, show.engines


def _write_samples(
    names: Sequence[str], language: str, engines: Mapping[str, Any], folder: Path
) -> None:
    from podcast import sample

    for name in names:
        tell(f"{sample.write(name, language, engines, folder)}")


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

    count, size = pipeline.prune(_show(args), megabytes=args.megabytes)
    say(f"{count} clips removed, {size / 1e6:.1f} MB.")
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
    from podcast import names
    from podcast.article import read
    from podcast.script import narrate
    from podcast.source import Options

    script = narrate(read(args.source, Options(language=args.language)))
    path = Path(getattr(args, "show", "feed")) / lexicons.FILE
    found = names.suggest(
        script, lexicons.load(path.parent, language=script.language), every=args.all
    )
    if args.json:
        _json([dataclasses.asdict(name) for name in found])
    elif args.write:
        names.write(path, found)
        say(f"{path}: {len(found)} names to edit.")
    else:
        rows = [(name.text, name.sounds_like, f"[{name.ipa}]", name.reason) for name in found]
        say(terminal.table(("name", "would be said", "", "because"), rows))
    return 0


@verb(SHOW, JSON)
def doctor(args: argparse.Namespace) -> int:
    """Tell what this machine has and lacks.

    podcast doctor
    """
    from podcast.machine import examine

    symptoms = examine(Path(args.show))
    if args.json:
        _json([dataclasses.asdict(symptom) for symptom in symptoms])
    else:
        rows = [("ok" if s.well else "MISSING", s.what, s.about) for s in symptoms]
        say(terminal.table((), rows))
    return 0 if all(symptom.well for symptom in symptoms) else 1


def main(argv: Sequence[str] | None = None) -> int:
    """Do what `argv` says; 0 done, 1 the user can mend it, 2 wrong usage."""
    try:
        args = _parser().parse_args(argv)
    except SystemExit as error:  # argparse has said why
        return int(error.code or 0)
    try:
        return int(args.verb(args))
    except PodcastError as error:
        terminal.fail(error)
        return 1
    except KeyboardInterrupt:
        tell("stopped; what is done is kept")
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        return 0


STOPPED = 130
"""The exit code after Ctrl-C: 128 and the signal's number."""


def run() -> None:
    """Run the command."""
    code = main()
    if code == STOPPED:
        # Python would wait for the threads that are in the midst of a sentence.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _parser() -> argparse.ArgumentParser:
    from podcast import __doc__ as purpose

    parser = argparse.ArgumentParser(prog="podcast", description=purpose)
    parser.add_argument("--show", metavar="FOLDER", default="feed", help="the show's folder (feed)")
    parser.add_argument("--version", action="version", version=f"podcast {freshness.version()}")
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


def _show(args: argparse.Namespace) -> Show:
    return shows.load(Path(args.show))


def _options(args: argparse.Namespace) -> Options:
    """How to read: what the command line says, and the show's rules for sites if there is one."""
    from podcast.source import Options

    folder = Path(getattr(args, "show", "feed"))
    return Options(
        keep=tuple(args.keep or ()),
        drop=tuple(args.drop or ()),
        sites=_show(args).sites if (folder / shows.SETTINGS).exists() else {},
        split=args.split,
        full_text=args.full_text,
        allow_private=args.allow_private,
        robots=bool(getattr(args, "watch", None)),
        language=getattr(args, "language", ""),
    )


def _now() -> datetime:
    return datetime.now(timezone.utc).replace(microsecond=0)


def _json(value: Any) -> None:
    say(json.dumps(value, ensure_ascii=False, indent=2, default=str))
