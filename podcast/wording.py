"""The few words that feed, show notes and reports add, in the show's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """What we say in one language."""

    chapters: str
    transcript: str
    source: str
    page: str
    support: str
    disclosure: str
    """That the voice is synthetic. `{voice}` is the narrator's name."""


WORDINGS = {
    "en": Wording(
        chapters="Chapters",
        transcript="Transcript",
        source="The original article",
        page="Listen, and read along",
        support="Support the show",
        disclosure="This article is read by a synthetic voice ({voice}).",
    ),
    "de": Wording(
        chapters="Kapitel",
        transcript="Transkript",
        source="Der Artikel im Original",
        page="Anhören und mitlesen",
        support="Den Podcast unterstützen",
        disclosure="Diesen Artikel liest eine synthetische Stimme ({voice}).",
    ),
    "fr": Wording(
        chapters="Chapitres",
        transcript="Transcription",
        source="L’article original",
        page="Écouter en suivant le texte",
        support="Soutenir le podcast",
        disclosure="Cet article est lu par une voix de synthèse ({voice}).",
    ),
    "es": Wording(
        chapters="Capítulos",
        transcript="Transcripción",
        source="El artículo original",
        page="Escuchar y seguir el texto",
        support="Apoyar el podcast",
        disclosure="Este artículo lo lee una voz sintética ({voice}).",
    ),
}


def wording(language: str) -> Wording:
    """Return the words for a BCP 47 tag; English where we have none of it.

    >>> wording("de-AT").chapters
    'Kapitel'
    """
    return WORDINGS.get(language.split("-")[0].lower(), WORDINGS["en"])
