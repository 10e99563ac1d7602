"""Show notes: what a listener reads about an episode in the app."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from podcast.address import ascii_address, episode_address
from podcast.episode import Episode
from podcast.labels import labels_for

NOTES_BYTES = 4000
"""Of a description, in UTF-8: Apple's limit; a curly quote counts three."""


def describe(episode: Episode) -> str:
    """Return an episode's description as plain text: its summary, then who or what reads it.

    The disclosure is whole however long the summary: Apple wants it in the metadata.
    """
    disclosure = _disclosure(episode)
    room = NOTES_BYTES - len(disclosure.encode()) - 1
    summary = shorten_bytes(printable(episode.summary or episode.title), room)
    return f"{summary}\n{disclosure}"


def render_notes(episode: Episode, base: str) -> str:
    """Return an episode's show notes as HTML of paragraphs, lists and links."""
    return "\n".join(_parts(episode, base))


def _parts(episode: Episode, base: str) -> Iterator[str]:
    labels = labels_for(episode.language)
    for paragraph in (episode.summary or episode.title).splitlines():
        if paragraph.strip():
            yield f"<p>{escape(paragraph.strip())}</p>"
    if byline := ", ".join(part for part in (*episode.authors, episode.site) if part):
        yield f"<p>{escape(byline)}</p>"
    if episode.chapters:
        yield f"<p>{labels.chapters}</p>"
        yield "<ul>"
        # 00:00 first, as apps that read chapters from the notes want it.
        for place, chapter in enumerate(episode.chapters):
            start = 0 if place == 0 else chapter.start
            yield f"<li>{timestamp(start)} {escape(chapter.title)}</li>"
        yield "</ul>"
    links = [
        (labels.listen, episode_address(base, episode.slug)),
        (labels.transcript, episode_address(base, episode.slug, "transcript.txt")),
    ]
    # An article's link is somebody else's text: never script, never a path of this machine.
    if link := ascii_address(episode.link):
        links.insert(0, (labels.read_article, link))
    yield "<ul>"
    for label, address in links:
        yield f'<li><a href="{escape(address)}">{label}</a></li>'
    yield "</ul>"
    yield f"<p><em>{escape(_disclosure(episode))}</em></p>"


def _disclosure(episode: Episode) -> str:
    return labels_for(episode.language).synthetic.format(voice=episode.voice)


NUMBER = re.compile(r"^(?:episode|ep\.?|folge|épisode|episodio|#)\s*\d+\s*[:.|–—-]\s+", re.I)


def episode_title(title: str, show: str) -> str:
    """Return a title without the show's name and the episode's number: apps show those beside it.

    >>> episode_title("The Brief | Episode 12: On grain", "The Brief")
    'On grain'
    """
    bare = re.sub(rf"^{re.escape(show)}\s*[:|–—-]\s+|\s+[|–—-]\s*{re.escape(show)}$", "", title)
    return NUMBER.sub("", bare) or title


NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for (its production 2); lxml raises on them."""


def printable(text: str) -> str:
    """Return `text` without characters that no feed can hold, nor UTF-8 encode.

    >>> printable("a\\x00b")
    'ab'
    """
    return NOT_XML.sub("", text).strip()


def timestamp(seconds: float) -> str:
    """Return a moment as apps read it: minutes and seconds, hours in front when there are any.

    >>> timestamp(0), timestamp(3725)
    ('00:00', '1:02:05')
    """
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


def shorten(text: str, characters: int) -> str:
    """Cut `text` at a space and end it with an ellipsis, when it's longer than it may be.

    >>> shorten("one two three", 9)
    'one two…'
    """
    return text if len(text) <= characters else _cut(text, characters - 1)


def shorten_bytes(text: str, count: int) -> str:
    """Do as `shorten`, with the length counted in bytes of UTF-8.

    >>> shorten_bytes("“a” bcd", 10)
    '“a”…'
    """
    if len(text.encode()) <= count:
        return text
    return _cut(text, len(text.encode()[: count - len("…".encode())].decode(errors="ignore")))


def _cut(text: str, length: int) -> str:
    """At most `length` letters of whole words, and an ellipsis."""
    cut = text[:length]
    if not text[length].isspace() and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–—-") + "…"
