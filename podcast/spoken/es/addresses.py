"""Spanish addresses of the net, hashtags and the names of files."""

from __future__ import annotations

import dataclasses
import re

from podcast.spoken import electronic
from podcast.spoken.es.numbers import cardinal, figures_of
from podcast.spoken.rules import Found, Rule


def _with_numbers(rule: Rule) -> Rule:
    """The rule for hashtags, with #Elecciones2024 as a year."""

    def say(found: Found) -> str | None:
        said = rule.say(found)
        parted = said and re.sub(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)", " ", said)
        return parted and re.sub(r"\d+", lambda number: figures_of(number[0]), parted)

    return dataclasses.replace(rule, say=say) if rule.name == "hashtag" else rule


def say_file(found: Found) -> str:
    """informe_2024.pdf → informe 2024 punto P D F."""
    kind = found[2] if found[2] in ("zip", "exe") else " ".join(found[2].upper())
    words_of_it = re.sub(
        r"\d+", lambda number: f" {figures_of(number[0])} ", found[1].replace("_", " ")
    )
    return " ".join(f"{words_of_it} punto {kind}".split())


def say_site(found: Found) -> str:
    """Booking.com → Booking punto com."""
    return f"{found[1]} punto {found[2]}"


_FILES = (
    Rule(
        "file",
        r"(?<![\w.@/-])([\w-]{1,40})\.(pdf|jpe?g|png|gif|docx?|xlsx?|pptx?|mp[34]|zip|exe|txt|csv|html?|php|py|js|json|xml|css)(?![\w/]|\.\w)",
        say_file,
        ".",
    ),
    Rule(
        "address",
        r"(?<![\w.@/-])([A-Z][\w-]{1,30})\.(com|org|net|io|tv)(?![\w/]|\.\w)",
        say_site,
        ".",
    ),
    Rule("scheme", r"(?<!\w)(?:https?|ftp)://(?=\w)", lambda found: "", "/"),
)
RULES: tuple[Rule, ...] = (*(_with_numbers(rule) for rule in electronic.rules(electronic.Signs(
    at="arroba", dot="punto", hyphen="guion", underscore="guion bajo", slash="barra",
    hashtag="hashtag", digit=lambda digit: cardinal(digit), tops=frozenset({"es"}), www="W W W",
))), *_FILES)  # fmt: skip
