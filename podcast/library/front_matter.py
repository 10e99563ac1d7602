"""Front matter: the facts about an article, in YAML or TOML at the top of its file."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import yaml

from podcast.article import Article
from podcast.dates import parse_date, parse_iso
from podcast.errors import ArticleError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FENCE = "---"
_OPENED = re.compile(r"\A---[ \t]*\n(?=[ \t]*[\w\"'][^\n]*:|[ \t]*#|---)")
"""A line of three dashes, and a setting under it: not the divider that it also is in Markdown."""
_CLOSED = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_TOML_OPENED = re.compile(r"\A\+\+\+[ \t]*\n(?=[ \t]*[\w\"'][^\n]*=|[ \t]*#|\+\+\+)")
_TOML_CLOSED = re.compile(r"^\+\+\+[ \t]*$\n?", re.MULTILINE)


@dataclass(frozen=True)
class Parts:
    """A file in its two parts."""

    facts: str
    """What is between the fences; empty when there are none."""
    body: str
    line: int = 0
    """How many lines come before the body."""
    is_toml: bool = False


def split(text: str, name: str) -> Parts:
    """Front matter and body of `text`; raise ArticleError when the fence isn't closed."""
    toml = _TOML_OPENED.match(text)
    opened = toml or _OPENED.match(text)
    if opened is None:
        return Parts("", text)
    closed = (_TOML_CLOSED if toml else _CLOSED).search(text, opened.end())
    if closed is None:
        fence = text[: len(FENCE)]
        raise ArticleError(
            f"{name}: line 1: the front matter has no end", hint=f"end it with a line of {fence}"
        )
    before = text[: closed.end()].count("\n")
    facts = text[opened.end() : closed.start()]
    return Parts(facts, text[closed.end() :], before, toml is not None)


def parse(parts: Parts, name: str) -> Article:
    """The facts in `parts` as an article without title or blocks where they name none.

    Raises ArticleError with the line of what is not as it must be.
    """
    facts: dict[str, Any] = {}
    settings = _toml_settings if parts.is_toml else _settings
    for key, (value, line) in settings(parts.facts, name).items():
        setting = SETTINGS.get(key)
        if setting is None or value in _NOTHING:
            continue
        try:
            facts.setdefault(setting.field, setting.read(value))
        except (TypeError, ValueError) as error:
            shown = repr(value) if isinstance(value, str) else "a list or table"
            raise ArticleError(
                f"{name}: line {line}: {key} = {shown} is not {setting.kind}", hint=setting.example
            ) from error
    return replace(Article(title="", blocks=(), language=""), **facts)


def _settings(text: str, name: str) -> dict[str, tuple[Any, int]]:
    """Each setting's value and line. Values are texts: what they mean is for the field to say."""
    if not text.strip():
        return {}
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 2
        raise ArticleError(
            f"{name}: line {line}: the front matter is not YAML: {error.problem}",
            hint='put a value with a colon or a quotation mark "in quotes"',
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleError(
            f"{name}: the front matter is not YAML", hint="write a line for each: title: …"
        ) from error
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise ArticleError(
            f"{name}: line 2: the front matter has no settings", hint="write lines like title: …"
        )
    return {
        str(key.value).lower(): (_value(value), key.start_mark.line + 2)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode)
    }


def _toml_settings(text: str, name: str) -> dict[str, tuple[Any, int]]:
    """The same of TOML; a table's own settings are none of ours."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ArticleError(
            f"{name}: the front matter is not TOML: {error}",
            hint='write a line for each: title = "…"',
        ) from error
    lines = [line.partition("=")[0].strip(" \t\"'").lower() for line in text.splitlines()]
    return {
        key.lower(): (_toml_value(value), lines.index(key.lower()) + 2)
        for key, value in found.items()
        if key.lower() in lines
    }


def _toml_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_toml_value(one) for one in value if not isinstance(one, list | dict)]
    if isinstance(value, dict):
        return {key: _toml_value(one) for key, one in value.items() if not isinstance(one, dict)}
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(node: yaml.Node) -> Any:
    """A text, or a list or mapping of texts; what is nested deeper is no setting of ours."""
    if isinstance(node, yaml.SequenceNode):
        return [one for child in node.value if isinstance(one := _name(_value(child)), str)]
    if isinstance(node, yaml.MappingNode):
        return {key.value: value.value for key, value in node.value}
    return node.value


def _name(value: Any) -> Any:
    """What a mapping is about: [{name: Jane Doe, email: …}] is a list of names."""
    return value.get("name") if isinstance(value, dict) else value


_NOTHING: tuple[Any, ...] = ("", "~", "null", [], {})


@dataclass(frozen=True)
class Setting:
    """How one name in front matter becomes a field of the article."""

    field: str
    read: Callable[[Any], Any]
    kind: str
    example: str


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return " ".join(value.split())


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, dict):
        value = [value["name"]] if isinstance(value.get("name"), str) else None
    if isinstance(value, str):
        value = re.split(r"\s*;\s*|\s+(?:and|&)\s+|\s*,\s*(?!(?:[JS]r|Ph\.?D|M\.?D)\b)", value)
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(text) for text in value if text)


def _lines(value: Any) -> tuple[str, ...]:
    if not isinstance(value, (str, list)):
        raise TypeError
    return tuple(_text(text) for text in ([value] if isinstance(value, str) else value))


def _date(value: Any) -> datetime:
    date = parse_iso(_text(value)) or parse_date(_text(value))
    if date is None:
        raise ValueError
    return date


_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def _truth(value: Any) -> bool:
    text = _text(value).lower()
    if text not in _TRUTHS:
        raise ValueError
    return _TRUTHS[text]


def _minutes(value: Any) -> float:
    minutes = float(_text(value))
    if not 0 < minutes < float("inf"):
        raise ValueError
    return minutes


def _number(value: Any) -> int:
    number = int(_text(value))
    if number < 1:
        raise ValueError
    return number


def _tag(value: Any) -> str:
    tag = _text(value).replace("_", "-")
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag):
        raise ValueError
    return tag


def _address(value: Any) -> str:
    address = _text(value)
    if not re.match(r"https?://[^\s/]", address):
        raise ValueError
    return address


def _address_or_name(value: Any) -> str:
    """An address; a name of the publication says nothing that we could link to."""
    return _text(value) if re.match(r"https?://[^\s/]", _text(value)) else ""


_TITLE = Setting("title", _text, "a text", 'title: "In quotes"')
_AUTHORS = Setting("authors", _texts, "a name or a list of names", "author: Jane Doe")
_DATE = Setting("date", _date, "a date", "date: 2024-05-29, or 2024-05-29T06:00:00+02:00")
_LINK = Setting("link", _address, "a web address", "link: https://example.com/article")
_SUMMARY = Setting("summary", _text, "a text", 'summary: "In quotes"')

SETTINGS: Mapping[str, Setting] = {
    "title": _TITLE,
    "author": _AUTHORS,
    "authors": _AUTHORS,
    "date": _DATE,
    "language": Setting("language", _tag, "a language tag", "language: en-GB"),
    "lang": Setting("language", _tag, "a language tag", "language: en-GB"),
    "link": _LINK,
    "url": _LINK,
    "source": Setting("link", _address_or_name, "a text", "source: https://example.com/article"),
    "site": Setting("site", _text, "a text", "site: The Example"),
    "image": Setting("image", _text, "a path or address", "image: picture.jpg"),
    "summary": _SUMMARY,
    "description": _SUMMARY,
    "guid": Setting("guid", _text, "a text", "guid: 4749e6d1-03f1-5a0e-b1d0-a1c63be088a2"),
    "season": Setting("season", _number, "a number from 1", "season: 2"),
    "episode": Setting("number", _number, "a number from 1", "episode: 7"),
    "keep": Setting("kept", _lines, "a list of paragraphs", 'keep: ["This one is no furniture."]'),
    "draft": Setting("draft", _truth, "true or false", "draft: true"),
    "briefing": Setting("briefing", _texts, "a list of slugs", "briefing: [2024-05-29-ferries]"),
    "minutes": Setting("minutes", _minutes, "a number above 0", "minutes: 5"),
}
"""What is read. Tags, layouts and the like, which other programs put there, are let be."""


def with_date(text: str, date: datetime) -> str:
    """`text` with `date` in its front matter, which is made when there is none.

    >>> with_date("# Hello\\n", datetime(2024, 5, 29)).splitlines()[1]
    'date: 2024-05-29T00:00:00'
    """
    return with_setting(text, "date", date.isoformat())


def with_setting(text: str, key: str, value: str) -> str:
    """`text` with `key` set in its front matter; every other byte stays as it is."""
    if opened := _TOML_OPENED.match(text):
        # Before the first table, of which it would be.
        closed, line, end = _TOML_CLOSED.search(text, opened.end()), f"{key} = {value}\n", 0
    elif opened := _OPENED.match(text):
        closed, line = _CLOSED.search(text, opened.end()), f"{key}: {value}\n"
        end = closed.start() if closed else opened.end()
    else:
        return f"{FENCE}\n{key}: {value}\n{FENCE}\n\n{text}"
    pattern = re.compile(rf"^{re.escape(key)}[ \t]*[:=].*\n", re.MULTILINE)
    before = pattern.search(text, opened.end(), closed.start() if closed else opened.end())
    start, end = before.span() if before else (end or opened.end(), end or opened.end())
    return text[:start] + line + text[end:]


def render(facts: Mapping[str, str | bool | list[str]]) -> str:
    """Front matter that holds `facts`, in their order, between its fences."""
    body = yaml.safe_dump(
        dict(facts), sort_keys=False, allow_unicode=True, width=1_000_000, default_flow_style=False
    )
    return f"{FENCE}\n{body}{FENCE}\n"
