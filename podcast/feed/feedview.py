"""The feed as a browser shows it: a style sheet with a word on how to subscribe."""

from __future__ import annotations

from podcast import templates
from podcast.labels import labels_for
from podcast.page import palette
from podcast.show import Show


def render_style(show: Show) -> bytes:
    """Return the style sheet, in the show's colour and language; a template of its own wins."""
    rules = templates.source("feed.css", show.folder / "templates")
    # No script runs in a feed and no link can be added: the browser's own address bar has to do.
    text = css_string(labels_for(show.language).feed_hint)
    return f"{rules}\n{palette(show.colour)}\nchannel::before{{content:{text}}}\n".encode()


def css_string(text: str) -> str:
    r"""Return `text` as a CSS string (CSS Syntax 4.3.5).

    >>> css_string('a "b"')
    '"a \\"b\\""'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'"{escaped}"'
