"""A sentence in a voice, to choose one by ear."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from podcast import files
from podcast.errors import VoiceError
from podcast.recording.speaking import speak
from podcast.voice import choose

SENTENCES = {
    "de": "Guten Morgen. So klingt ein Artikel, wenn ihn diese Stimme vorliest.",
    "en": "Good morning. This is how an article sounds when this voice reads it to you.",
    "es": "Buenos días. Así suena un artículo cuando lo lee esta voz.",
    "fr": "Bonjour. Voici comment cette voix vous lit un article.",
    "it": "Buongiorno. Ecco come suona un articolo letto da questa voce.",
    "nl": "Goedemorgen. Zo klinkt een artikel als deze stem het voorleest.",
    "pl": "Dzień dobry. Tak brzmi artykuł, kiedy czyta go ten głos.",
    "pt": "Bom dia. É assim que soa um artigo lido por esta voz.",
    "ru": "Доброе утро. Так звучит статья, когда её читает этот голос.",
    "tr": "Günaydın. Bir makale bu sesle okunduğunda böyle duyulur.",
    "uk": "Доброго ранку. Так звучить стаття, коли її читає цей голос.",
}


def write(name: str, language: str, engines: Mapping[str, Any], folder: Path) -> Path:
    """Say a sentence in the voice called `name` into a WAV file of the folder; return its path.

    Raise VoiceError when the voice can't speak, or the folder can't be written.
    """
    voice = choose(name, language, engines).voices[0]
    sentence = SENTENCES.get(language.split("-")[0], SENTENCES["en"])
    path = folder / f"{re.sub(r'[^A-Za-z0-9]+', '-', name).strip('-')}.wav"
    wav = speak(voice, sentence).wav
    try:
        files.write(path, wav)
    except OSError as error:
        raise VoiceError(f"{folder}: {error.strerror}", hint="choose another folder") from error
    return path
