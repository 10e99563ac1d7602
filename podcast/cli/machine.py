"""Verbs for this machine: its voices, what it has and what it lacks."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcast import show as shows
from podcast.cli import terminal
from podcast.cli.terminal import say, tell
from podcast.cli.verb import (
    JSON,
    LANGUAGE,
    SHOW,
    argument,
    load_show,
    print_json,
    verb,
)

if TYPE_CHECKING:
    from podcast.machine import Symptom


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
        print_json(facts)
    elif args.names:
        say("\n\n".join(terminal.table((), _told(fact)) for fact in facts))
    else:
        head = ("voice", "works", "")
        say(
            terminal.table(head, [(f.name, "no" if no else "yes", no or f.title) for f, no in rows])
        )
    if args.sample:
        names = [fact.name for fact, lacks in rows if not lacks]
        _write_samples(names, language, engines, Path(args.sample))
    return 0 if not args.names or not any(lacks for _, lacks in rows) else 1


def _told(fact: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is known of a voice, in words; without what it hasn't."""
    words = {True: "yes", False: "no"}
    return [
        (name.replace("_", " "), words[value] if isinstance(value, bool) else str(value))
        for name, value in fact.items()
        if isinstance(value, bool) or value
    ]


def _voice_settings(args: argparse.Namespace) -> tuple[str, Mapping[str, Any]]:
    """The language and the engines' settings: the show's, where there is a show."""
    if not (Path(getattr(args, "show", "feed")) / shows.SETTINGS).exists():
        return args.language or "en", {}
    show = load_show(args)
    return args.language or show.language, show.engines


def _write_samples(
    names: Sequence[str], language: str, engines: Mapping[str, Any], folder: Path
) -> None:
    from podcast import sample

    for name in names:
        tell(f"{sample.write(name, language, engines, folder)}")


@verb(SHOW, JSON)
def doctor(args: argparse.Namespace) -> int:
    """Tell what this machine has and lacks.

    podcast doctor
    """
    from podcast.machine import examine

    symptoms = examine(Path(args.show))
    if args.json:
        print_json([dataclasses.asdict(symptom) for symptom in symptoms])
    else:
        rows = [(_state(symptom), symptom.what, symptom.about) for symptom in symptoms]
        say(terminal.table((), rows))
    return 0 if all(symptom.well or not symptom.needed for symptom in symptoms) else 1


def _state(symptom: Symptom) -> str:
    if symptom.well:
        return "ok"
    return "MISSING" if symptom.needed else "-"
