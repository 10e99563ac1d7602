"""What is said: does somebody else hear in the sound what the transcript says, and when?"""

from __future__ import annotations

from pathlib import Path

from podcast import episode as episodes
from podcast.check.finding import Finding, Findings, recommend
from podcast.errors import AudioError
from podcast.events import Notice, Report
from podcast.listen import Listener, listen

OFF = 0.15
"""Seconds: a transcript is to be within that of the voice."""
SHOWN = 60
"""Letters of a sentence that a finding shows."""


def check_speech(
    folder: Path, audio: Path, where: str, listener: Listener, report: Report
) -> Findings:
    """Check that an episode's audio says what its transcript says, when it says so.

    Raise AudioError when nobody can be had who hears its language.
    """
    try:
        episode = episodes.load(folder / "episode.json")
    except AudioError as error:
        yield Finding(error.message, where, hint=error.hint)
        return
    recogniser = listener(episode.language)
    try:
        listening = listen(episode, audio, recogniser, report)
    except AudioError as error:
        yield Finding(error.message, where, hint=error.hint)
        return
    for listened in listening.sentences:
        if not listened.said:
            written, heard = _shown(listened.sentence.text), _shown(listened.heard)
            at = f"{where} at {listened.sentence.start:.1f} s"
            what = (
                f"“{written}” is written, “{heard}” is heard" if heard else f"“{written}”: unheard"
            )
            yield Finding(what, at, hint="podcast build --again")
    for stray in listening.strays:
        yield recommend(
            f"“{_shown(stray.text)}” is heard, and isn't written", f"{where} at {stray.start:.1f} s"
        )
    if listening.off > OFF:
        what = f"half of the words are {listening.off:.2f} s and more off their times"
        yield Finding(what, where, hint="podcast build --again")
    share, milliseconds = 100 * listening.agreement, 1000 * listening.off
    report(
        Notice(f"{where}: {share:.1f} % heard as written, words {milliseconds:.0f} ms off (median)")
    )


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
