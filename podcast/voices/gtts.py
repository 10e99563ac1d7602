"""gTTS: Google Translate's voice. The only module that knows gtts.

The text goes to Google, and gTTS doesn't check the certificate of whom it talks to.
"""

from __future__ import annotations

import binascii
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import TYPE_CHECKING, Any

from podcast import sound
from podcast.errors import AudioError, VoiceError
from podcast.voice import Audio, Facts, settings
from podcast.voices.pieces import join, pack

if TYPE_CHECKING:
    from requests import Response
    from tenacity import RetryCallState

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
    if not DOMAIN.fullmatch(tld):  # it becomes part of an address
        raise VoiceError(f"gtts: {tld!r} is not a domain of Google's", hint="gtts:co.uk")
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
            raise VoiceError("Google Translate can't be reached", hint=OFFLINE) from error
        if answer.status_code >= 400:
            raise VoiceError(
                f"Google Translate answers {answer.status_code} {answer.reason}", hint=OFFLINE
            )

    def say(self, text: str) -> Audio:
        """Say it, asking for as few pieces as Google's limit allows."""
        pieces = pack(text, MOST)
        if not pieces:
            raise VoiceError(f"nothing to say in {text[:60]!r}", hint="give it some words")
        return Audio(join(pieces, [self._piece(piece) for piece in pieces]), "wav")

    def _piece(self, text: str) -> bytes:
        """One piece as a WAV: asked for again until it's right or patience ends."""
        from tenacity import RetryError, Retrying, retry_if_exception_type, stop_before_delay

        again = Retrying(
            retry=retry_if_exception_type(_RefusedError),
            wait=self._wait,
            stop=stop_before_delay(self.settings.patience),
        )
        try:
            wav: bytes = again(self._ask, text)
        except RetryError as error:
            reason = error.last_attempt.exception()
            raise VoiceError(f"Google Translate: {reason}", hint=LATER) from reason
        return wav

    def _wait(self, state: RetryCallState) -> float:
        """Seconds to the next try: what Google asks for, else longer each time; never in step."""
        from tenacity import wait_exponential, wait_random

        reason = state.outcome.exception() if state.outcome else None
        first = self.settings.wait
        backoff = wait_exponential(multiplier=first, max=30)(state)
        return max(backoff, getattr(reason, "after", 0.0)) + wait_random(0, first)(state)

    def _ask(self, text: str) -> bytes:
        """One request; raise _RefusedError when it's worth trying again."""
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
            raise _reason(error.rsp) from error
        except (requests.RequestException, binascii.Error, UnicodeError) as error:
            raise _RefusedError(f"the answer broke off ({type(error).__name__})") from error
        return _checked(mp3, text)


OFFLINE = "--voice piper speaks on this machine, without a network"
LATER = "try again later: what is spoken is kept; or --voice piper"


class _RefusedError(Exception):
    """No sound this time; `after` are the seconds that Google asks to wait."""

    def __init__(self, reason: str, after: float = 0.0) -> None:
        super().__init__(reason)
        self.after = after


def _reason(answer: Response | None) -> Exception:
    """Why there's no sound: to be tried again, or not."""
    if answer is None:
        return _RefusedError("can't be reached")
    status = f"answers {answer.status_code} {answer.reason}"
    if answer.status_code == 200:
        return _RefusedError("answers without sound")
    if answer.status_code == 429 or answer.status_code >= 500:
        after = answer.headers.get("Retry-After", "")
        return _RefusedError(status, _seconds(after))
    return VoiceError(f"Google Translate {status}", hint=OFFLINE)


def _seconds(after: str) -> float:
    """What Retry-After asks for: "120", or the date at which to come again."""
    if after.isdecimal():
        return float(after)
    try:
        return max(0.0, parsedate_to_datetime(after).timestamp() - time.time())
    except ValueError:
        return 0.0


def _checked(mp3: bytes, text: str) -> bytes:
    """The sound as a WAV, when it is one and as long as the text may last."""
    try:
        wav = sound.to_wav(mp3, "mp3")
    except AudioError as error:
        raise _RefusedError(f"sends no sound ({error.message})") from error
    seconds = (len(wav) - 44) / 2 / int.from_bytes(wav[24:28], "little")
    if not SHORTEST * len(text) <= seconds <= LONGEST * len(text) + PADDING:
        raise _RefusedError(f"sends {seconds:.1f} s of sound for {len(text)} letters")
    return wav


SHORTEST, LONGEST, PADDING = 0.03, 0.6, 3.0
"""Seconds a letter that speech may last, and silence around it: numbers as digits last longest."""


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
