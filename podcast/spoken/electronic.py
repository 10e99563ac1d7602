"""Addresses of the net: what a reader says of them, by the words of a language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from podcast.spoken.rules import Found, Rule

_HOST = r"(?:[a-zA-Z0-9À-ÿ-]{1,63}\.){1,6}[a-zA-Z]{2,10}"
_TOPS = (
    "com|org|net|edu|gov|info|eu|de|at|ch|fr|es|it|nl|be|uk|mx|ar|pe|cl|co|us|ca|br|pt|pl|io|ai|tv|"
    "app|dev|news|blog|shop|online|gouv|cat|ru|jp|cn|in|me|int|museum|bzh|berlin|bayern|wien|hamburg"
)
_WORDS = frozenset({"com", "org", "net", "info", "app", "news", "blog", "shop", "online", "museum"})


@dataclass(frozen=True)
class Signs:
    """How the signs of an address are said."""

    at: str
    dot: str
    hyphen: str
    underscore: str
    slash: str
    hashtag: str
    digit: Callable[[int], str]
    number: Callable[[int], str] | None = None
    """How a short number in a hashtag is said, if not digit by digit: #wm2022."""
    tops: frozenset[str] = frozenset()
    """Top-level names that are said as words here, beyond com, org and the like."""
    www: str = ""
    """How www is said where the address begins with it; empty: not at all."""


def rules(signs: Signs) -> tuple[Rule, ...]:
    """Return the rules for e-mail addresses, web addresses, handles and hashtags."""

    def email(found: Found) -> str:
        return f"{_part(found[1], signs)} {signs.at} {_host(found[2], signs)}"

    def address(found: Found) -> str:
        path = found["path"].strip("/")
        www = f"{signs.www} {signs.dot} " if signs.www and found.text[:4].lower() == "www." else ""
        said = www + _host(re.sub(r"^www\.", "", found["host"]), signs)
        # One plain word is worth saying; what is longer nobody can type from hearing.
        if re.fullmatch(r"[A-Za-z-]{2,20}", path):
            said += f" {signs.slash} {_part(path, signs)}"
        return said

    def handle(found: Found) -> str:
        # A hyphen only joins there: networks don't take it in a name.
        return f"{signs.at} {_part(found[1].replace('-', ' '), signs)}"

    def hashtag(found: Found) -> str:
        parted = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[^\W\d])(?=\d)", " ", found[1])
        if number := signs.number:
            parted = re.sub(r"(?<!\d)\d{1,4}(?!\d)", lambda m: number(int(m[0])), parted)
        return f"{signs.hashtag} {parted.replace('_', ' ')}"

    path = r"(?P<path>(?:[/?#][^\s<>\"“”«»]{0,300}?)?)(?=[.,;:!?)\]’'*]*(?:\s|$))"
    return (
        Rule("e-mail", rf"(?<![\w.])([\w.+-]{{1,64}})@({_HOST})", email, "@"),
        Rule("address", rf"https?://(?P<host>{_HOST})(?::\d+)?{path}", address, "/", re.I),
        Rule("address", rf"(?<![\w.@/])(?P<host>www\.{_HOST}){path}", address, ".", re.I),
        Rule(
            "address",
            rf"(?<![\w.@/-])(?P<host>(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{_TOPS})){path}",
            address,
            ".",
        ),
        Rule("handle", r"(?<![\w.])@([A-Za-z0-9_][\w.-]{0,40}\w)", handle, "@"),
        Rule("hashtag", r"(?<![\w&])#(\d{0,4}[^\W\d]\w{0,60})", hashtag, "#"),
    )


def _host(host: str, signs: Signs) -> str:
    *names, top = host.split(".")
    said = [_part(name, signs) for name in names]
    plain = top.lower() in _WORDS or top.lower() in signs.tops or len(top) > 2
    said.append(top.lower() if plain else " ".join(top.upper()))
    return f" {signs.dot} ".join(said)


def _part(text: str, signs: Signs) -> str:
    said = {".": signs.dot, "-": signs.hyphen, "_": signs.underscore, "+": "plus"}
    pieces = re.findall(r"[^\W\d_]+|\d|[._+-]", text)
    return " ".join(signs.digit(int(p)) if p.isdecimal() else said.get(p, p) for p in pieces)
