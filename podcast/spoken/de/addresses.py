"""German addresses of the net, handles and hashtags."""

from __future__ import annotations

from podcast.spoken import electronic
from podcast.spoken.de.numbers import cardinal, year
from podcast.spoken.rules import Found, Rule


def say_titled_address(found: Found) -> str:
    """Spiegel.de → Spiegel Punkt D E."""
    top = found[2] if len(found[2]) == 3 else " ".join(found[2].upper())
    return f"{found[1]} Punkt {top}"


def _in_tag(number: int) -> str:
    return year(number) if number >= 1100 else cardinal(number)


RULES: tuple[Rule, ...] = (
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
