"""Verbs for what is published: check it, serve it, take it to its host."""

from __future__ import annotations

import argparse
import dataclasses
import functools
import os
from typing import TYPE_CHECKING

from podcast.cli import terminal
from podcast.cli.episodes import make
from podcast.cli.terminal import say, tell
from podcast.cli.verb import (
    JSON,
    SHOW,
    VOICE,
    argument,
    load_show,
    now,
    print_json,
    verb,
)
from podcast.errors import PodcastError, PublishError, ShowError

if TYPE_CHECKING:
    from podcast.listen import Listener


EVERYWHERE = "0.0.0.0"  # noqa: S104 - phones on this network are to reach the server


@verb(
    argument("--listen", action="store_true", help="hear whether the sound says what is written"),
    argument("--model", default="", metavar="NAME", help="who listens: a Whisper model or folder"),
    SHOW,
    JSON,
)
def check(args: argparse.Namespace) -> int:
    """Verify what is in public/: feed, files, sound.

    With --listen, a speech recogniser on this machine hears each episode, and what it writes down
    is compared with the transcript, sentence by sentence; it takes a minute for half an hour.

    podcast check --listen
    """
    from podcast.check import check as verify

    folder = load_show(args).folder
    with terminal.progress() as report:
        findings = verify(folder, listener=_listener(args), report=report)
    if args.json:
        print_json([dataclasses.asdict(finding) for finding in findings])
    elif findings:
        rows = [(f.severity, f.where, f.what) for f in findings]
        say(terminal.table(("", "where", "what"), rows))
    else:
        say("Nothing to find fault with.")
    return 1 if any(finding.severity == "required" for finding in findings) else 0


def _listener(args: argparse.Namespace) -> Listener | None:
    """Who listens; None when nobody is to."""
    if not (args.listen or args.model):
        return None
    from podcast.listen import whisper

    whisper.require()
    return functools.partial(whisper.listener, model=args.model)


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

    show = load_show(args)
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
        terminal.finish()  # a log would hold it only at the end

    def build() -> None:
        try:
            make(load_show(args), argparse.Namespace(voice=args.voice, json=False), now())
            terminal.finish()
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
        from podcast.publisher.hostconfig import print_config

        say(print_config(load_show(args), args.print_config).rstrip("\n"))
        return 0
    if not args.destination:
        raise PublishError("publish: to where?", hint="podcast publish /srv/www/podcast")
    from podcast import address, publisher

    show = load_show(args)
    say(publisher.publish(show.public, args.destination))
    if show.hub and show.url:
        publisher.ping(show.hub, address.base_address(show) + address.FEED)
        say(f"{show.hub}: told")
    return 0
