"""German addresses of the net, handles and hashtags."""

from __future__ import annotations

from podcast.spoken import electronic
from podcast.spoken.de.numbers import cardinal, year
from podcast.spoken.rules import Found, Rule


def say_titled_address(found: Found) -> str:
    """Spiegel.de → Spiegel Punkt D E."""
    top = found[2] if len(found[2]) == 3 else " ".join(found[2].upper())
    return f"{found[1]} Punkt {top}"


def say_hyphened_handle(found: Found) -> str:
    """@zdf-heute → at zdf heute: the hyphen only parts the words, no handle is found by it."""
    return f"at {found[1].replace('-', ' ')}"


def _in_tag(number: int) -> str:
    return year(number) if number >= 1100 else cardinal(number)


RULES: tuple[Rule, ...] = (
    Rule("handle", r"(?<![\w.])@([A-Za-z_]{2,20}(?:-[A-Za-z_]{2,20}){1,3})(?![\w@.-])", say_hyphened_handle, "@"),
    *electronic.rules(electronic.Signs(
        at="at", dot="Punkt", hyphen="Minus", underscore="Unterstrich", slash="Schrägstrich",
        hashtag="Hashtag", digit=cardinal, number=_in_tag,
    )),
    Rule(
        "address",
        r"(?<![\w.@/-])([A-ZÄÖÜ][\w-]{1,30})\.(de|com|at|ch|net|org)(?![\w.-]\w)",
        say_titled_address,
        ".",
    ),
)  # fmt: skip
