"""Sound: decode, join, master, encode, measure. Only this package knows pydub and ffmpeg."""

from podcast.sound.decode import samples, to_wav
from podcast.sound.loudness import Loudness, Silence, measure, seconds, silences

__all__ = ["Loudness", "Silence", "measure", "samples", "seconds", "silences", "to_wav"]
