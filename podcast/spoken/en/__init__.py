"""English, in the British manner (en, en-GB, en-AU …) or the American (en-US)."""

from __future__ import annotations

from podcast.spoken import numbers
from podcast.spoken.rules import DIGITS, Found, Rule

ABBREVIATIONS: frozenset[str] = frozenset({"Dr.", "Mr.", "Mrs.", "Prof.", "St.", "approx."})


def say_year(found: Found) -> str:
    """In 1905 → in nineteen oh-five."""
    return f"{found[1]} {numbers.year(int(found[2]), 'en')}"


def say_count(found: Found) -> str:
    """2,001 → two thousand and one."""
    return numbers.cardinal(int(found.text.replace(",", "")), "en", "spellout-cardinal-verbose")


RULES: tuple[Rule, ...] = (
    Rule("year", r"\b([Ii]n|[Ss]ince) (1[0-9]{3}|20[0-9]{2})\b", say_year, DIGITS),
    Rule("count", r"(?<![\w.,])[0-9][0-9,]{0,18}(?<!,)(?!\w|[.,]\d)", say_count, DIGITS),
)  # fmt: skip
