"""The one door to ffmpeg: the program that the package imageio-ffmpeg brings, never another."""

from __future__ import annotations

import functools
import subprocess
from collections.abc import Sequence
from pathlib import Path

from podcast.errors import AudioError

QUIET = ("-hide_banner", "-nostdin", "-loglevel", "error")


@functools.cache
def program() -> str:
    """The path of ffmpeg; raise AudioError when the package has none for this machine."""
    # Here, not above: 40 ms that a build with nothing to do needn't spend.
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise AudioError(
            "ffmpeg: the package imageio-ffmpeg has none for this machine",
            hint="pip install --force-reinstall imageio-ffmpeg",
        ) from error


def run(
    arguments: Sequence[str],
    *,
    what: str,
    data: bytes | None = None,
    folder: Path | None = None,
    log: str = "error",
) -> tuple[bytes, str]:
    """Run ffmpeg; return what it wrote to its output and to its log.

    `data` goes to its input, `folder` is where it looks for relative paths, `what` names the
    sound in the AudioError that is raised when ffmpeg fails.
    """
    quiet = QUIET if log == "error" else ("-hide_banner", "-nostdin", "-nostats", "-loglevel", log)
    done = subprocess.run(
        [program(), *quiet, *arguments],
        input=b"" if data is None else data,
        capture_output=True,
        cwd=folder,
        check=False,
    )
    said = done.stderr.decode("utf-8", "replace").replace("\r", "\n")
    if done.returncode:
        raise AudioError(f"{what}: {reason(said)}", hint="is it sound, and is it complete?")
    return done.stdout, said


def reason(log: str) -> str:
    """The last line of ffmpeg's log that says something, without its address in memory."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    return lines[-1].rpartition("] ")[2] if lines else "ffmpeg stopped without a word"
