"""The words on the pages, in the show's language; dates and lengths as that language has them.

A new language is one more entry in LABELS.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

FALLBACK = "en"


@dataclass(frozen=True)
class Labels:
    """Every label of a page. `language` is a BCP 47 tag, with a region where the show has one."""

    language: str
    skip: str
    episodes: str
    all_episodes: str
    none_yet: str
    newer: str
    older: str
    page: str
    by: str
    read_article: str
    synthetic: str
    """Says that no person is heard; {voice} is the voice's name."""
    back: str
    forward: str
    speed: str
    copy: str
    copy_moment: str
    copied: str
    chapters: str
    link: str
    transcript: str
    play_from: str
    search: str
    next_match: str
    found: str
    """{count} is the number of sentences found."""
    downloads: str
    embed: str
    """Names the HTML that places the player in another page."""
    episode: str
    text: str
    subtitles: str
    segments: str
    segments_hint: str
    """{count} is the number of segments."""
    subscribe: str
    subscribe_hint: str
    feed_address: str
    scan: str
    listen: str
    """Leads from show notes to the episode's page."""
    support: str
    """Leads to where listeners can give money."""
    feed_hint: str
    """For somebody who meets the feed in a browser."""

    def date(self, moment: datetime) -> str:
        """29 May 2024, as the language writes it."""
        from babel.dates import format_date  # here: 60 ms that only a page needs

        return format_date(moment, "long", locale=_locale(self.language))

    def minutes(self, seconds: float) -> str:
        """5 minutes, rounded; below a minute in seconds."""
        from babel.units import format_unit

        count, unit = (round(seconds / 60), "minute") if seconds >= 60 else (int(seconds), "second")
        return format_unit(count, f"duration-{unit}", "long", locale=_locale(self.language))

    def number(self, value: float) -> str:
        """1.25 with the language's own decimal sign."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=_locale(self.language))

    def megabytes(self, size: int) -> str:
        """1234567 -> 1.2 MB"""
        return f"{self.number(round(size / 1e6, 1))} MB"

    def language_name(self, language: str) -> str:
        """What `language` (a tag) is called in this one; empty when it's not known."""
        from babel import Locale, UnknownLocaleError

        try:
            name = Locale.parse(language.split("-")[0]).get_language_name(_locale(self.language))
        except (UnknownLocaleError, ValueError):
            return ""
        return (name or "").capitalize()


def labels_for(language: str) -> Labels:
    """Return the labels in `language`, or in English where there are none."""
    base = language.split("-")[0].lower()
    if base not in LABELS:
        return LABELS[FALLBACK]
    return replace(LABELS[base], language=language)


def _locale(language: str) -> str:
    """The locale that babel has for a tag: en-GB → en_GB, and en for a region unknown to it."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return language.split("-")[0].lower()


LABELS = {
    "en": Labels(
        language="en",
        skip="Skip to the content",
        episodes="Episodes",
        all_episodes="All episodes",
        none_yet="No episode yet: subscribe, and the first one comes by itself.",
        newer="Newer",
        older="Older",
        page="Page",
        by="By",
        read_article="Read the article",
        synthetic="Read aloud by a synthetic voice: {voice}.",
        back="Back 15 seconds",
        forward="Forward 30 seconds",
        speed="Speed",
        copy="Copy",
        copy_moment="Copy link to this moment",
        copied="Copied",
        chapters="Chapters",
        link="more",
        transcript="Transcript",
        play_from="Play from",
        search="Search the transcript",
        next_match="Next place found",
        found="Found: {count}",
        downloads="Downloads",
        embed="The player for your own page, as HTML",
        episode="Episode",
        text="Text",
        subtitles="Subtitles",
        segments="Segment by segment",
        segments_hint="All {count} segments, one by one",
        subscribe="Subscribe",
        subscribe_hint="Every new episode in your podcast app. Choose yours, or paste the address "
        "of the feed where it says “add a podcast by its address”.",
        feed_address="Address of the feed",
        scan="Scan with your phone",
        listen="Listen and read along",
        support="Support the show",
        feed_hint="This is a podcast feed: it’s for podcast apps. To subscribe, copy the address "
        "of this page and paste it into your app where it says “add a podcast by its address”.",
    ),
    "de": Labels(
        language="de",
        skip="Zum Inhalt springen",
        episodes="Folgen",
        all_episodes="Alle Folgen",
        none_yet="Noch keine Folge: Im Abo kommt die erste von selbst.",
        newer="Neuere",
        older="Ältere",
        page="Seite",
        by="Von",
        read_article="Zum Artikel",
        synthetic="Vorgelesen von einer künstlichen Stimme: {voice}.",
        back="15 Sekunden zurück",
        forward="30 Sekunden vor",
        speed="Tempo",
        copy="Kopieren",
        copy_moment="Link zu dieser Stelle kopieren",
        copied="Kopiert",
        chapters="Kapitel",
        link="mehr",
        transcript="Mitlesen",
        play_from="Abspielen ab",
        search="Im Text suchen",
        next_match="Nächste Fundstelle",
        found="Gefunden: {count}",
        downloads="Herunterladen",
        embed="Der Player für die eigene Seite, als HTML",
        episode="Folge",
        text="Text",
        subtitles="Untertitel",
        segments="Abschnitt für Abschnitt",
        segments_hint="Alle {count} Abschnitte einzeln",
        subscribe="Abonnieren",
        subscribe_hint="Jede neue Folge in der eigenen Podcast-App: hier auswählen, oder dort die "
        "Adresse des Feeds einfügen, wo ein Podcast über seine Adresse hinzugefügt wird.",
        feed_address="Adresse des Feeds",
        scan="Mit dem Telefon scannen",
        listen="Anhören und mitlesen",
        support="Den Podcast unterstützen",
        feed_hint="Das ist ein Podcast-Feed, gemacht für Podcast-Apps. Zum Abonnieren die Adresse "
        "dieser Seite kopieren und in der App dort einfügen, wo ein Podcast über seine "
        "Adresse hinzugefügt wird.",
    ),
    "fr": Labels(
        language="fr",
        skip="Aller au contenu",
        episodes="Épisodes",
        all_episodes="Tous les épisodes",
        none_yet="Pas encore d’épisode : abonnez-vous, le premier arrivera tout seul.",
        newer="Plus récents",
        older="Plus anciens",
        page="Page",
        by="Par",
        read_article="Lire l’article",
        synthetic="Lu par une voix de synthèse : {voice}.",
        back="Reculer de 15 secondes",
        forward="Avancer de 30 secondes",
        speed="Vitesse",
        copy="Copier",
        copy_moment="Copier le lien vers cet instant",
        copied="Copié",
        chapters="Chapitres",
        link="en savoir plus",
        transcript="Transcription",
        play_from="Écouter à partir de",
        search="Chercher dans le texte",
        next_match="Résultat suivant",
        found="Résultats : {count}",
        downloads="Téléchargements",
        embed="Le lecteur pour votre propre page, en HTML",
        episode="Épisode",
        text="Texte",
        subtitles="Sous-titres",
        segments="Passage par passage",
        segments_hint="Les {count} passages, un par un",
        subscribe="S’abonner",
        subscribe_hint="Chaque nouvel épisode dans votre application de podcasts : choisissez la "
        "vôtre, ou collez-y l’adresse du flux à l’endroit prévu pour ajouter un podcast.",
        feed_address="Adresse du flux",
        scan="À scanner avec le téléphone",
        listen="Écouter en suivant le texte",
        support="Soutenir le podcast",
        feed_hint="Ceci est un flux de podcast, destiné aux applications de podcasts. Pour vous "
        "abonner, copiez l’adresse de cette page et collez-la dans votre application, à "
        "l’endroit prévu pour ajouter un podcast.",
    ),
    "es": Labels(
        language="es",
        skip="Ir al contenido",
        episodes="Episodios",
        all_episodes="Todos los episodios",
        none_yet="Aún no hay episodios: con la suscripción, el primero llegará solo.",
        newer="Más recientes",
        older="Más antiguos",
        page="Página",
        by="Por",
        read_article="Leer el artículo",
        synthetic="Leído por una voz sintética: {voice}.",
        back="Retroceder 15 segundos",
        forward="Avanzar 30 segundos",
        speed="Velocidad",
        copy="Copiar",
        copy_moment="Copiar el enlace a este momento",
        copied="Copiado",
        chapters="Capítulos",
        link="más",
        transcript="Transcripción",
        play_from="Escuchar desde",
        search="Buscar en el texto",
        next_match="Resultado siguiente",
        found="Resultados: {count}",
        downloads="Descargas",
        embed="El reproductor para su propia página, en HTML",
        episode="Episodio",
        text="Texto",
        subtitles="Subtítulos",
        segments="Fragmento a fragmento",
        segments_hint="Los {count} fragmentos, uno por uno",
        subscribe="Suscribirse",
        subscribe_hint="Cada episodio nuevo en su aplicación de pódcast: elija la suya, o pegue "
        "en ella la dirección del canal, donde permita añadir un pódcast por su dirección.",
        feed_address="Dirección del canal",
        scan="Escanear con el teléfono",
        listen="Escuchar y seguir el texto",
        support="Apoyar el pódcast",
        feed_hint="Esto es un canal de pódcast, hecho para las aplicaciones de pódcast. Para "
        "suscribirse, copie la dirección de esta página y péguela en su aplicación, donde "
        "permita añadir un pódcast por su dirección.",
    ),
}
