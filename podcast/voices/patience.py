"""Asking a server again when it refuses, and looking at what it sends."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from podcast import sound
from podcast.errors import AudioError, VoiceError
from podcast.recording.cache import samples

if TYPE_CHECKING:
    from requests import Response
    from tenacity import RetryCallState

SHORTEST, LONGEST, PADDING = 0.03, 0.6, 3.0
"""Seconds a letter that speech may last, and silence around it: numbers as digits last longest."""

LOCAL = "--voice piper speaks on this machine, without a network"
LATER = "try again later: what is spoken is kept; or --voice piper"


class RefusedError(Exception):
    """No sound this time; `after` are the seconds that the server asks to wait."""

    def __init__(self, reason: str, after: float = 0.0) -> None:
        super().__init__(reason)
        self.after = after


def ask(question: Callable[[], bytes], who: str, *, patience: float, wait: float) -> bytes:
    """The answer to `question`, asked again while it raises RefusedError.

    As long as `patience` lasts; `wait` seconds to the second time, then ever longer, or as long
    as the server asks for; never in step with others. Raise VoiceError when patience ends.
    """
    from tenacity import (
        RetryError,
        Retrying,
        retry_if_exception_type,
        stop_before_delay,
        wait_exponential,
        wait_random,
    )

    def seconds(state: RetryCallState) -> float:
        reason = state.outcome.exception() if state.outcome else None
        backoff = wait_exponential(multiplier=wait, max=30)(state)
        return max(backoff, getattr(reason, "after", 0.0)) + wait_random(0, wait)(state)

    again = Retrying(
        retry=retry_if_exception_type(RefusedError), wait=seconds, stop=stop_before_delay(patience)
    )
    try:
        return again(question)
    except RetryError as error:
        reason = error.last_attempt.exception()
        raise VoiceError(f"{who} {reason}", hint=LATER) from reason


def refusal(answer: Response, who: str) -> Exception:
    """Why this answer is none: RefusedError when it's worth asking again, else VoiceError."""
    status = f"answers {answer.status_code} {answer.reason}"
    if answer.status_code == 429 or answer.status_code >= 500:
        return RefusedError(status, _seconds(answer.headers.get("Retry-After", "")))
    return VoiceError(f"{who} {status}", hint=LOCAL)


def _seconds(after: str) -> float:
    """What Retry-After asks for: "120", or the date at which to come again."""
    if after.isdecimal():
        return float(after)
    try:
        return max(0.0, parsedate_to_datetime(after).timestamp() - time.time())
    except ValueError:
        return 0.0


def heard(data: bytes, format: str, text: str) -> bytes:
    """The sound as a WAV, if it is one and as long as the text may last; else RefusedError."""
    try:
        wav = sound.to_wav(data, format)
    except AudioError as error:
        raise RefusedError(f"sends no sound ({error.message})") from error
    found = samples(wav)
    seconds = found[1] / 2 / found[2] if found else 0.0
    if not SHORTEST * len(text) <= seconds <= LONGEST * len(text) + PADDING:
        raise RefusedError(f"sends {seconds:.1f} s of sound for {len(text)} letters")
    return wav
