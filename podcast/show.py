"""The show: its settings (show.toml) and its folder."""

from __future__ import annotations

import re
import sys
import uuid
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints

from podcast.address import ascii_address
from podcast.errors import ShowError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SETTINGS = "show.toml"

PODCAST_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Of podcast:guid, as the podcast namespace sets it."""


@dataclass(frozen=True)
class Show:
    """A podcast's settings: one field for each name in show.toml, and its folder."""

    folder: Path
    title: str
    description: str = ""
    """What the show is about, in a sentence or two; at most 4,000 bytes in UTF-8."""
    author: str = ""
    """Who stands behind it: a person or a publication."""
    email: str = ""
    """Where directories reach the owner."""
    url: str = ""
    """Where public/ will be found: https://example.com/podcast/; empty for this network only."""
    language: str = "en"
    """A BCP 47 tag: en, en-GB, de."""
    category: tuple[str, ...] = ("News",)
    """From Apple's list: "News", or with its subcategory "News > Politics"."""
    explicit: bool = False
    guid: str = ""
    """The show's own, written once by `podcast new` and kept when the address moves."""
    copyright: str = ""
    type: str = "episodic"
    """episodic (newest first) or serial (in order)."""
    license: str = ""
    """How others may use it: an SPDX identifier (CC-BY-4.0) or the address of the terms."""
    funding: str = ""
    """Where listeners can give money: an address."""
    schedule: str = ""
    """How often an episode comes: daily, weekdays, weekly, fortnightly or monthly."""
    complete: bool = False
    """True when no further episode will come."""
    private: bool = False
    """Keeps the show out of directories, for articles one may hear but not republish."""
    moved: str = ""
    """The feed's new address when it moves: apps follow it."""
    hub: str = ""
    """A WebSub hub, which tells subscribers of new episodes at once."""
    feed_size: int = 100
    """Episodes in one page of the feed; older ones go to archive pages, which stay as they are."""
    colour: str = "#1f3a5f"
    """The colour of cover and pages, #rrggbb."""
    voice: str = "auto"
    """auto, gtts, piper, …; NAME:DETAIL for a model or accent; module:attribute for any other."""
    cast: Mapping[str, str] = field(default_factory=dict)
    """Which voice says what: narrator, headings, quotes, or a speaker's name."""
    engines: Mapping[str, Any] = field(default_factory=dict)
    """Settings of each engine, a table each: [engines.gtts]."""
    lexicon: tuple[str, ...] = ("lexicon.toml",)
    """Files of the show's folder that say how names are said: TOML, or W3C PLS."""
    cache_limit: int = 0
    """Megabytes of spoken sentences that are kept after a build; 0 keeps all."""
    loudness: float = -16.0
    """Integrated loudness of an episode, in LUFS."""
    bitrate: int = 64
    """Of the MP3, constant, in kbit/s."""
    speed: float = 1.0
    """How fast it is spoken; the pitch stays."""
    pauses: Mapping[str, float] = field(default_factory=dict)
    """Seconds of silence, by what comes before; the rest as the default table has it."""
    intro: str = "sting"
    """What opens an episode: a sound file in the show's folder; sting for ours, empty for none."""
    outro: str = "sting"
    """What closes it."""
    chapter_sound: str = ""
    """What is heard before a chapter; sting for two notes of ours."""
    bed: str = ""
    """Music under the words: a sound file, which is kept at least 18 LU below them."""
    ad_before: str = ""
    """A message of one's own, a sound file: before everything else."""
    ad_middle: str = ""
    """One between two chapters, as near to the middle as can be."""
    ad_after: str = ""
    """And one after everything else."""
    formats: tuple[str, ...] = ()
    """What an episode is also published as, beside MP3: aac, opus."""

    fetch_pictures: bool = False
    """Whether the lead picture of an article's page is fetched with it, for its episode."""
    sites: Mapping[str, Any] = field(default_factory=dict)
    """What of a site's pages to read or not: [sites."example.com"] keep and drop, CSS selectors."""

    @property
    def articles(self) -> Path:
        """Where the articles are."""
        return self.folder / "articles"

    @property
    def public(self) -> Path:
        """What is published."""
        return self.folder / "public"

    @property
    def cache(self) -> Path:
        """Where clips are kept; safe to delete."""
        return self.folder / ".cache"


def load(folder: Path) -> Show:
    """Read the show in `folder`; raise ShowError when a setting isn't as it must be."""
    path = folder / SETTINGS
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ShowError(
            f"{path}: no show here", hint=f"podcast new {folder}, or --show with its folder"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ShowError(f"{path}: {error}", hint="mend that line; it must be TOML") from error
    except OSError as error:
        raise ShowError(f"{path}: {error.strerror}", hint="is it a file you may read?") from error
    return _show(folder, settings, where=str(path))


def _show(folder: Path, settings: Mapping[str, Any], where: str) -> Show:
    known = {f.name: f for f in fields(Show) if f.name != "folder"}
    types = get_type_hints(Show)
    for name in settings:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            raise ShowError(
                f"{where}: unknown setting {name!r}",
                hint=f"did you mean {close[0]!r}?" if close else "see README's list of settings",
            )
    for name, setting in known.items():
        if name not in settings and _is_required(setting):
            raise ShowError(f"{where}: {name!r} is missing", hint=f'{name} = "…"')
    values = {
        name: _value(value, types[name], where=f"{where}: {name}")
        for name, value in settings.items()
    }
    for name, value in values.items():
        if name in LIMITS and not LIMITS[name][0](value):
            raise ShowError(f"{where}: {name} = {value!r} won't do", hint=LIMITS[name][1])
    return Show(folder=folder, **values)


def _is_required(setting: Field[Any]) -> bool:
    return setting.default is MISSING and setting.default_factory is MISSING


def _value(value: Any, kind: Any, where: str) -> Any:
    """`value` as a field of type `kind` holds it; a lone text stands for a list of one."""
    if kind is float and type(value) is int:
        return float(value)
    if kind == tuple[str, ...]:
        texts = [value] if isinstance(value, str) else value
        if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
            return tuple(texts)
    elif kind in EXAMPLES:
        if type(value) is kind:
            return value
    elif isinstance(value, dict):
        if kind != Mapping[str, float]:
            return value
        if all(type(number) in (int, float) for number in value.values()):
            return {name: float(number) for name, number in value.items()}
    raise ShowError(
        f"{where} = {value!r} is not {NAMES.get(kind, 'a table')}",
        hint=f"for instance {EXAMPLES.get(kind, 'a [table] of its own')}",
    )


NAMES = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
EXAMPLES = {str: '"in quotes"', bool: "true", int: "64", float: "1.0"}


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _is_linkable(address: str) -> bool:
    return not address or bool(ascii_address(address))


def _are_texts(table: Mapping[str, Any]) -> bool:
    return all(isinstance(text, str) for text in table.values())


def _are_rules(sites: Mapping[str, Any]) -> bool:
    """Whether each site has a table of selectors: one, or a list of them, to keep and to drop."""
    own = [table if isinstance(table, dict) else {"": None} for table in sites.values()]
    given = [
        [texts] if isinstance(texts, str) else texts for each in own for texts in each.values()
    ]
    return all(set(each) <= {"keep", "drop"} for each in own) and all(
        isinstance(texts, list) and all(isinstance(text, str) for text in texts) for texts in given
    )


_ADDRESS = "an address with https://"
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
TYPES = ("episodic", "serial")

LIMITS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "title": (lambda title: bool(title.strip()), "the show's name"),
    "language": (lambda tag: bool(_TAG.fullmatch(tag)), "for instance en, en-GB or de"),
    "guid": (_is_uuid, "as `podcast new` wrote it: 8-4-4-4-12 hexadecimal digits"),
    "type": (lambda kind: kind in TYPES, f"one of {', '.join(TYPES)}"),
    "email": (lambda mail: not mail or bool(_MAIL.fullmatch(mail)), "for instance me@example.com"),
    "funding": (_is_linkable, _ADDRESS),
    "moved": (_is_linkable, f"{_ADDRESS}: where the feed is now"),
    "hub": (_is_linkable, _ADDRESS),
    "colour": (lambda colour: bool(_COLOUR.fullmatch(colour)), '"#14425c"'),
    "cast": (_are_texts, 'a voice for each: quotes = "piper"'),
    "sites": (_are_rules, '[sites."example.com"] and under it drop = [".quiz"]'),
    "feed_size": (lambda episodes: episodes >= 1, "how many episodes: 1 or more"),
    "cache_limit": (lambda megabytes: megabytes >= 0, "megabytes; 0 keeps all"),
    "loudness": (lambda lufs: -31 <= lufs <= -9, "in LUFS, from -31 to -9; apps expect -16"),
}
"""What a setting's value must be beyond its type, and the hint for one that isn't."""


TEMPLATE = """\
# A podcast made of articles. Every setting is explained in the README.

title = {title}
description = "Articles, read aloud."
author = ""
email = ""             # where podcast directories reach you
url = ""               # where public/ will be found: https://example.com/podcast/
language = "en"
category = ["News"]
explicit = false
voice = "auto"         # Google's where it answers, else the local Piper voice; or "piper", "gtts"

# The show's own identity: never change it, not even when the address moves.
guid = "{guid}"
"""


def create(folder: Path, title: str = "") -> Show:
    """Start a show in `folder`; raise ShowError when there is one, or it can't be written."""
    path = folder / SETTINGS
    if path.exists():
        raise ShowError(f"{path}: there is a show here already", hint="choose another folder")
    title = title or folder.resolve().name.replace("-", " ").replace("_", " ").title() or "A show"
    # Made from an address, says the namespace; a new show has none yet, so from a random name.
    guid = uuid.uuid5(PODCAST_NAMESPACE, uuid.uuid4().hex)
    text = TEMPLATE.format(title=_quoted(title), guid=guid)
    try:
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("public/\n.cache/\n", encoding="utf-8")
    except OSError as error:
        raise ShowError(
            f"{folder}: {error.strerror}", hint="choose a folder you may write to"
        ) from error
    return load(folder)


def _quoted(text: str) -> str:
    """`text` as a TOML basic string."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
