"""How the command line looks: progress, tables, errors. Only this module knows rich."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from podcast.errors import PodcastError
from podcast.events import Notice, Report, Step


def say(text: str = "") -> None:
    """Print a line of the result, on standard output; raise PodcastError when it's full."""
    with _room():
        print(text)


def finish() -> None:
    """Print what waits to be printed; raise as `say` does."""
    with _room():
        sys.stdout.flush()


def hang_up() -> None:
    """Print no more to a pipe whose reader is gone: Python would try once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hang_up()
        raise PodcastError(
            f"standard output: {error.strerror}", hint="make room where it goes to"
        ) from error


def tell(text: str) -> None:
    """Print a line about the work, on standard error."""
    print(text, file=sys.stderr)


def has_colours() -> bool:
    """Whether standard output is a terminal that is to show colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def fail(error: PodcastError) -> None:
    """Print what is wrong and where, and what to try."""
    tell(f"error: {error.message}")
    if error.hint:
        tell(f"  try: {error.hint}")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns as wide as their widest cell."""
    lines = [head, *rows] if head else list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def clock(seconds: float) -> str:
    """4 min 5 s, for people."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


@contextmanager
def progress(quiet: bool = False) -> Iterator[Report]:
    """Show how the work goes: a bar with the time that remains on a terminal, else only notices."""
    if quiet or not sys.stderr.isatty():
        yield _notices
        return
    # Imported here: a tenth of a second that a quiet run needn't pay.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    bars = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total:.0f}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bars:
        tasks = {}

        def report(event: Step | Notice) -> None:
            if isinstance(event, Notice):
                bars.console.print(event.text, markup=False, highlight=False)
                return
            label = f"{event.doing} {event.title[:40]}"
            if label not in tasks:
                tasks[label] = bars.add_task(label, total=event.total)
            bars.update(tasks[label], completed=event.done)
            if event.done >= event.total:
                bars.remove_task(tasks.pop(label))

        yield report


def _notices(event: Step | Notice) -> None:
    if isinstance(event, Notice):
        tell(event.text)
