"""Roads and the way along them: A1(M), J47, I-95 N, turn L."""

from __future__ import annotations

import re

from podcast.spoken.context import sentence_around
from podcast.spoken.en import figures
from podcast.spoken.rules import DIGITS, Found, Rule

_ROAD = re.compile(r"\b(?:[MA][0-9]{1,4}|motorway|[Jj]unctions?|J[0-9]{1,2})\b|\b[MA]-[a-z]")
_SIDES = {"N": "north", "S": "south", "E": "east", "W": "west"}


def say_motorway(found: Found) -> str:
    """A1(M) → A-one M."""
    return f"{found[1]}-{figures.code(found[2], found)} M"


def say_junction(found: Found) -> str | None:
    """M6 to J32 → junction thirty-two, where a road is spoken of."""
    if not _ROAD.search(sentence_around(found)):
        return None
    letter = f" {found[2]}" if found[2] else ""
    return f"junction {figures.count(found[1], found)}{letter}"


def say_bound(found: Found) -> str:
    """I-95 N → I-ninety-five north; US 101 S."""
    road = "I-" if found[1] == "I-" else "U.S "
    return f"{road}{figures.code(found[2], found)} {_SIDES[found[3]]}"


def say_turn(found: Found) -> str:
    """Turn L at the mill → left."""
    return "left" if found.text == "L" else "right"


def say_grid(found: Found) -> str:
    """Grid ref SU 123 422 → grid reference S.U one two three, four two two."""
    letters = figures.spell_letters(found[2])
    return f"{found[1]}rid reference {letters} {', '.join(map(figures.digits, found[3].split()))}"


RULES: tuple[Rule, ...] = (
    Rule("road", r"\b([AM])([0-9]{1,4})\(M\)", say_motorway, "("),
    Rule("junction", r"(?<![\w-])J([0-9]{1,2})([A-C]?)(?![\w-]|[.,]\d)", say_junction, "J"),
    Rule("bound", r"\b(I-)([0-9]{1,3}) ([NSEW])(?=$|[.,;)]| (?:to|at|near|from|and|between|toward|exit|in|for|was|is|off)\b)", say_bound, "I"),
    Rule("bound", r"\b(US )([0-9]{2,3}) ([NSEW])(?=$|[.,;)]| (?:to|at|near|from|and|between|toward|exit|in|for|was|is|off)\b)", say_bound, "U"),
    Rule("turn", r"(?<=\b[Tt]urn )[LR]\b(?!['’]|\.\w)|(?<=\b[Bb]ear )[LR]\b(?!['’]|\.\w)", say_turn, "LR"),
    Rule("grid", r"\b([Gg])rid ref(?:erence)?\.?:? ([A-Z]{2}) ?([0-9]{3} [0-9]{3}|[0-9]{4} [0-9]{4})\b", say_grid, DIGITS),
)  # fmt: skip
"""Before names with figures."""
