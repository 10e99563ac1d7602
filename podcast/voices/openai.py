"""Any server that speaks as OpenAI's does: POST /v1/audio/speech, hosted or on this machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from podcast.errors import VoiceError
from podcast.voice import Audio, Facts, settings
from podcast.voices.patience import LOCAL, RefusedError, ask, heard, refusal
from podcast.voices.pieces import join, pack

MOST = 4000
"""Letters at a time: OpenAI takes 4096."""
FORMATS = ("wav", "mp3", "flac")
OPENAI = "https://api.openai.com/v1"
KEY, URL = "OPENAI_API_KEY", "OPENAI_BASE_URL"
"""A secret comes from the environment, never from show.toml; the address may come from either."""


@dataclass(frozen=True)
class Settings:
    """[engines.openai]"""

    url: str = ""
    """Up to /v1: http://127.0.0.1:8000/v1; else from the environment, else OpenAI's own."""
    model: str = "gpt-4o-mini-tts"
    voice: str = "alloy"
    instructions: str = ""
    """How it is to be said, for models that take that."""
    format: str = "wav"
    """What is asked for: wav, mp3 or flac."""
    speed: float = 1.0
    workers: int = 2
    """Sentences at a time."""
    patience: float = 90.0
    """Seconds to go on trying when the server refuses."""
    wait: float = 1.0
    """Seconds to the second try; later ones wait longer."""
    timeout: float = 120.0
    """Seconds to wait for an answer: a server may speak before it answers."""


def voice(detail: str, language: str, values: Mapping[str, Any]) -> Server:
    """A voice of the server: `detail` is its name, or the settings' own."""
    chosen = settings(Settings, values, where="engines.openai")
    if chosen.format not in FORMATS:
        raise VoiceError(
            f"engines.openai: format = {chosen.format!r}", hint=f"one of {', '.join(FORMATS)}"
        )
    url = (chosen.url or os.environ.get(URL) or OPENAI).rstrip("/")
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise VoiceError(f"engines.openai: url = {url!r}", hint="http://127.0.0.1:8000/v1")
    return Server(url, detail or chosen.voice, f"openai:{detail}" if detail else "openai", chosen)


@dataclass(frozen=True)
class Server:
    """A voice of a speech server."""

    url: str
    who: str
    name: str
    settings: Settings = Settings()

    @property
    def id(self) -> str:
        """Server, model, voice, and how it's asked to say it."""
        chosen = self.settings
        parts = (self.url, chosen.model, self.who, f"{chosen.speed:g}", chosen.instructions)
        return ":".join(("openai", *parts, chosen.format))

    @property
    def facts(self) -> Facts:
        """What it is."""
        host = urlsplit(self.url).hostname or ""
        near = _is_here(host)
        return Facts(
            name=self.name,
            title=f"{self.settings.model}, {self.who}",
            licence="the server's terms",
            network=not near,
            price="free" if near else "by the letter",
            notice="" if near else f"the text goes to {host}; --voice piper keeps it here",
            workers=self.settings.workers,
        )

    def check(self) -> None:
        """Raise VoiceError when there's no such server, or it wants a key."""
        import requests

        if self.url == OPENAI and not os.environ.get(KEY):
            raise VoiceError("OpenAI wants a key", hint=f"set {KEY}, or url in [engines.openai]")
        try:
            answer = requests.get(f"{self.url}/models", headers=_key(), timeout=5)
        except requests.RequestException as error:
            raise VoiceError(f"{self.url} can't be reached", hint=LOCAL) from error
        # Small servers have no list of models: what matters is that somebody lets us in.
        if answer.status_code in (401, 403):
            raise VoiceError(
                f"{self.url} answers {answer.status_code} {answer.reason}", hint=f"set {KEY}"
            )

    def say(self, text: str) -> Audio:
        """Say it; raise VoiceError if that fails."""
        pieces = pack(text, MOST)
        if not pieces:
            raise VoiceError(f"nothing to say in {text[:60]!r}", hint="give it some words")
        return Audio(join(pieces, [self._piece(piece) for piece in pieces]), "wav")

    def _piece(self, text: str) -> bytes:
        chosen = self.settings
        return ask(lambda: self._ask(text), self.url, patience=chosen.patience, wait=chosen.wait)

    def _ask(self, text: str) -> bytes:
        """One request; raise RefusedError when it's worth trying again."""
        import requests

        chosen = self.settings
        question: dict[str, str | float] = {
            "model": chosen.model,
            "voice": self.who,
            "input": text,
            "response_format": chosen.format,
            "speed": chosen.speed,
            **({"instructions": chosen.instructions} if chosen.instructions else {}),
        }
        try:
            answer = requests.post(
                f"{self.url}/audio/speech", json=question, headers=_key(), timeout=chosen.timeout
            )
        except requests.RequestException as error:
            raise RefusedError(f"breaks off ({type(error).__name__})") from error
        if answer.status_code != 200:
            raise refusal(answer, self.url)
        return heard(answer.content, chosen.format, text)


def _key() -> dict[str, str]:
    key = os.environ.get(KEY, "")
    return {"Authorization": f"Bearer {key}"} if key else {}


def _is_here(host: str) -> bool:
    """The server is on this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
