"""gTTS: Google Translate's voice. The only module that knows gtts.

The text goes to Google, and gTTS doesn't check the certificate of whom it talks to.
"""

from __future__ import annotations

import binascii
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from podcast.errors import ShowError, VoiceError
from podcast.voice import Audio, Facts, settings
from podcast.voices.patience import LOCAL, RefusedError, ask, heard, refusal
from podcast.voices.pieces import join, pack

WHO = "Google Translate"

MOST = 100
"""Letters that Google Translate takes at a time."""

ACCENTS = {
    "en-AU": "com.au",
    "en-CA": "ca",
    "en-GB": "co.uk",
    "en-IE": "ie",
    "en-IN": "co.in",
    "en-NZ": "co.nz",
    "en-US": "us",
    "en-ZA": "co.za",
    "es-ES": "es",
    "es-MX": "com.mx",
    "fr-CA": "ca",
    "fr-FR": "fr",
    "pt-BR": "com.br",
    "pt-PT": "pt",
}
"""Google's domain by language and country: it decides the accent."""
WHOLE = {"fr-CA", "pt-PT", "zh-CN", "zh-TW", "zh-HK"}
"""Tags that Google Translate knows as they are; of others it knows the language only."""

DOMAIN = re.compile(r"[a-z]{2,3}(\.[a-z]{2,3})?")


@dataclass(frozen=True)
class Settings:
    """[engines.gtts]"""

    lang: str = ""
    """As Google Translate calls it; the show's language unless given."""
    tld: str = ""
    """Google's domain, which decides the accent: com, co.uk, com.au."""
    slow: bool = False
    pace: float = 0.5
    """Seconds from the beginning of one request to the next, at least."""
    patience: float = 90.0
    """Seconds to go on trying when Google refuses or the network is gone."""
    wait: float = 1.0
    """Seconds to the second try; later ones wait longer."""
    timeout: float = 15.0
    """Seconds to wait for an answer."""


def voice(detail: str, language: str, values: Mapping[str, Any]) -> GoogleTranslate:
    """Google Translate's voice; `detail` is its domain, for the accent: co.uk."""
    chosen = settings(Settings, values, where="engines.gtts")
    tld = detail or chosen.tld or ACCENTS.get(language, "com")
    if chosen.timeout == 0:
        raise ShowError("engines.gtts: timeout = 0", hint="seconds to wait for an answer: 15")
    if not DOMAIN.fullmatch(tld):  # it becomes part of an address
        raise ShowError(f"gtts: {tld!r} is not a domain of Google's", hint="gtts:co.uk")
    lang = chosen.lang or (language if language in WHOLE else language.split("-")[0])
    return GoogleTranslate(lang, tld, f"gtts:{detail}" if detail else "gtts", chosen)


@dataclass(frozen=True)
class GoogleTranslate:
    """Google Translate's voice in one language and accent."""

    lang: str
    tld: str
    name: str
    settings: Settings = Settings()

    @property
    def id(self) -> str:
        """Language, accent and speed: nothing else changes the sound."""
        return f"gtts:{self.lang}:{self.tld}" + ":slow" * self.settings.slow

    @property
    def facts(self) -> Facts:
        """What it is."""
        return Facts(
            name=self.name,
            title=f"Google Translate, {self.lang} ({self.tld})",
            language=self.lang,
            licence="Google's terms; gTTS MIT",
            network=True,
            price="free",
            notice="the text goes to Google; --voice piper keeps it on this machine",
            workers=1,
        )

    def check(self) -> None:
        """Raise VoiceError when Google Translate doesn't answer, or hasn't the language."""
        import requests
        import urllib3
        from gtts.lang import tts_langs

        if self.lang not in tts_langs():
            raise VoiceError(
                f"Google Translate doesn't speak {self.lang!r}", hint="set lang in [engines.gtts]"
            )
        # As gTTS does: through proxies that replace certificates, and firewalls.
        urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        address = f"https://translate.google.{self.tld}/"
        try:
            answer = requests.head(address, timeout=min(5, self.settings.timeout), verify=False)  # noqa: S501
        except requests.RequestException as error:
            raise VoiceError("Google Translate can't be reached", hint=LOCAL) from error
        if answer.status_code >= 400:
            raise VoiceError(
                f"Google Translate answers {answer.status_code} {answer.reason}", hint=LOCAL
            )

    def say(self, text: str) -> Audio:
        """Say it, asking for as few pieces as Google's limit allows."""
        pieces = pack(text, MOST)
        if not pieces:
            raise VoiceError(f"nothing to say in {text[:60]!r}", hint="give it some words")
        return Audio(join(pieces, [self._piece(piece) for piece in pieces]), "wav")

    def _piece(self, text: str) -> bytes:
        """One piece as a WAV: asked for again until it's right or patience ends."""
        chosen = self.settings
        return ask(lambda: self._ask(text), WHO, patience=chosen.patience, wait=chosen.wait)

    def _ask(self, text: str) -> bytes:
        """One request; raise RefusedError when it's worth trying again."""
        import requests
        from gtts import gTTS, gTTSError

        engine = gTTS(
            text,
            lang=self.lang,
            tld=self.tld,
            slow=self.settings.slow,
            lang_check=False,
            pre_processor_funcs=[],
            tokenizer_func=lambda whole: [whole],
            timeout=self.settings.timeout,
        )
        _TURN.wait(self.settings.pace)
        try:
            mp3 = b"".join(engine.stream())
        except gTTSError as error:
            if error.rsp is None:
                raise RefusedError("can't be reached") from error
            if error.rsp.status_code == 200:
                raise RefusedError("answers without sound") from error
            raise refusal(error.rsp, WHO) from error
        except (requests.RequestException, binascii.Error, UnicodeError) as error:
            raise RefusedError(f"breaks off ({type(error).__name__})") from error
        return heard(mp3, "mp3", text)


class _Turn:
    """One request after another, for the whole program: Google counts them by machine."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last = float("-inf")

    def wait(self, pace: float) -> None:
        """Return when `pace` seconds have passed since the last request began."""
        with self._lock:
            time.sleep(max(0.0, self._last + pace - time.monotonic()))
            self._last = time.monotonic()


_TURN = _Turn()
