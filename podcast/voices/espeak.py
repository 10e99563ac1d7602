"""eSpeak NG, where it is installed: a robot, but in more than a hundred languages."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from podcast.errors import VoiceError
from podcast.voice import Audio, Facts, settings

PROGRAMS = ("espeak-ng", "espeak")
TIMEOUT = 60
"""Seconds for one sentence; it takes some hundredths of one."""
INSTALL = "install espeak-ng with the system's packages"


@dataclass(frozen=True)
class Settings:
    """[engines.espeak]"""

    words: int = 160
    """How fast: words a minute, 80 to 450."""
    pitch: int = 50
    """0 to 99."""


def voice(detail: str, language: str, values: Mapping[str, Any]) -> Espeak:
    """eSpeak NG in the show's language; `detail` is one of its own voices: en-us, de+f2."""
    return Espeak(detail or language.lower(), detail, settings(Settings, values, "engines.espeak"))


@dataclass(frozen=True)
class Espeak:
    """eSpeak NG with one of its voices."""

    voice: str
    detail: str = ""
    settings: Settings = Settings()

    @property
    def id(self) -> str:
        """Engine, version, voice, speed and pitch."""
        return f"espeak:{_version()}:{self.voice}:{self.settings.words}:{self.settings.pitch}"

    @property
    def facts(self) -> Facts:
        """What it is."""
        return Facts(
            name=f"espeak:{self.detail}" if self.detail else "espeak",
            title=f"eSpeak, {self.voice}",
            language=self.voice.split("+")[0],
            licence="GPL-3",
            price="free",
        )

    def check(self) -> None:
        """Raise VoiceError when it isn't installed, or hasn't this voice."""
        if not _program():
            raise VoiceError("eSpeak NG isn't installed", hint=INSTALL)
        self.say("a")

    def say(self, text: str) -> Audio:
        """Say it; raise VoiceError if that fails."""
        program = _program()
        if not program:
            raise VoiceError("eSpeak NG isn't installed", hint=INSTALL)
        # The text goes in by the standard input, so that none of it is taken for an option.
        arguments = [program, "-v", self.voice, "-s", str(self.settings.words)]
        arguments += ["-p", str(self.settings.pitch), "-b", "1", "--stdin", "--stdout"]
        try:
            done = subprocess.run(
                arguments, input=text.encode(), capture_output=True, timeout=TIMEOUT, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise VoiceError(f"{program}: {error}", hint=INSTALL) from error
        # It says what it doesn't like, and may then exit with 0 and no sound.
        if done.returncode or len(done.stdout) <= 44:
            reason = done.stderr.decode(errors="replace").strip().splitlines()
            raise VoiceError(
                f"eSpeak, {self.voice}: {reason[0] if reason else 'no sound'}",
                hint="espeak-ng --voices lists what it has",
            )
        return Audio(done.stdout, "wav")


def _program() -> str:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), "")


@lru_cache(maxsize=1)
def _version() -> str:
    """As the program tells it: another version may sound otherwise."""
    program = _program()
    if not program:
        return ""
    arguments = [program, "--version"]
    done = subprocess.run(arguments, capture_output=True, timeout=TIMEOUT, check=False)
    words = done.stdout.decode(errors="replace").split("text-to-speech:")[-1].split()
    return words[0] if words else ""
