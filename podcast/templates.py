"""Templates: the words around an article, and the pages. The only module that knows Jinja2."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from podcast.errors import ShowError
from podcast.fill import fill, spelled

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

OURS = Path(__file__).parent / "templates"
FALLBACK = "en"
_TAG = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
"""A language's name: it comes from an article, and must not lead out of the folder."""


def render(name: str, folder: Path | None = None, **facts: object) -> str:
    """Return the template `name` filled in with `facts`.

    A file of the same name in `folder` (the show's `templates/`) wins over ours.
    Values are escaped in `.html` and `.xml`, and left as they are in anything else.
    """
    from jinja2 import TemplateError

    try:
        return environment(folder).get_template(name).render(facts)
    except (TemplateError, UnicodeDecodeError) as error:
        where = (folder or OURS) / name
        raise ShowError(f"{where}: {error}", hint="mend the template, or remove it") from error


def spoken(name: str, language: str, folder: Path | None = None, **facts: object) -> str:
    """Return the words of `spoken/<language>/<name>.txt` on one line, in the nearest language."""
    tag = language.replace("_", "-")
    nearest = [t for t in (tag, tag.split("-")[0].lower()) if _TAG.fullmatch(t)]
    paths = (f"spoken/{tag}/{name}.txt" for tag in dict.fromkeys([*nearest, FALLBACK]))
    folders = [folder, OURS] if folder else [OURS]
    found = (path for path in paths if any((each / path).is_file() for each in folders))
    path = next(found, f"spoken/{FALLBACK}/{name}.txt")
    said = fill(source(path, folder), facts)
    return " ".join((render(path, folder, **facts) if said is None else said).split())


@lru_cache(maxsize=8)
def environment(folder: Path | None = None) -> Environment:
    """Return the loader of our templates, with those of `folder` before them."""
    # Here, since only what is narrated or shown needs Jinja2's 40 ms.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    folders = [folder, OURS] if folder else [OURS]
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=select_autoescape(("html", "xml")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["spelled"] = spelled
    return made


def source(name: str, folder: Path | None = None) -> str:
    """Return the file `name` as it is: a style or a script, whose braces are no template's."""
    theirs = folder / name if folder else None
    path = theirs if theirs and theirs.is_file() else OURS / name
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ShowError(f"{path}: {error}", hint="mend the file, or remove it") from error


def safe(text: str) -> Markup:
    """Mark `text` as HTML already: only for what our own code has made and encoded."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 -- that is what it is for
