"""What recipes write in a way of their own: 2 c. flour, 1 (14-oz.) can, 2 doz. eggs."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.figures import NUMBER
from podcast.spoken.en.fractions import VULGARS
from podcast.spoken.en.measures import units
from podcast.spoken.rules import DIGITS, Found, Rule


def say_cups(found: Found) -> str:
    """2 c. flour, ⅓ c. oil → cups, cup."""
    one = re.search(rf"(?<![0-9])(?<![0-9] )(?:1|[1-9]/[1-9]|[{VULGARS}]) $", found.before)
    return f"cup{'' if one else 's'}"


def say_pack(found: Found) -> str:
    """1 (14.5-oz.) can → one fourteen point five ounce can."""
    size = figures.count(found[2], found)
    return f"{figures.count(found[1], found)} {size} {units()[found[3]][0]} "


RULES: tuple[Rule, ...] = (
    Rule("cups", rf"(?<=[0-9{VULGARS}] )c\.(?= (?!per\b|each\b|apiece\b|a\b|to\b|and\b|or\b)[a-z])", say_cups, f"{DIGITS}{VULGARS}"),
    Rule("pack", rf"(?<![\w.,$])([0-9]{{1,2}}) \(({NUMBER})[- ]?(oz|lb|g|kg|ml|fl oz)\.?\) (?=(?:can|pkg|package|pack|packet|jar|bottle|box|bag|container|tin|carton|tub|block|bar|steak|fillet)s?\b)", say_pack, "("),
    Rule("dozen", r"(?<=[0-9½] )doz\.?(?= [a-z])", lambda found: "dozen", "z"),
)  # fmt: skip
"""Before measures."""
