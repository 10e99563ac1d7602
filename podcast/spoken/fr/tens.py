"""Seventy and ninety as they are said in Belgium and Switzerland."""

from __future__ import annotations

import re

from podcast.spoken.rules import Found, Rule

_UNITS = {
    "et-onze": "et-un", "onze": "et-un", "douze": "deux", "treize": "trois", "quatorze": "quatre",
    "quinze": "cinq", "seize": "six", "dix-sept": "sept", "dix-huit": "huit", "dix-neuf": "neuf",
}  # fmt: skip
_REGIONS = re.compile(r"fr[-_](?:BE|CH)\b", re.IGNORECASE)


def say_tens(found: Found) -> str | None:
    """quatre-vingt-douze → nonante-deux, for fr-BE and fr-CH."""
    if not _REGIONS.match(found.language):
        return None
    tens = "septante" if found[1].startswith("soixante") else "nonante"
    unit, rank = found[2], found[3]
    if unit == "dix":
        return f"{tens.removesuffix('e')}ième" if rank else tens
    if not rank:
        return f"{tens}-{_UNITS[unit]}"
    last = _UNITS[_whole(unit)]
    return f"{tens}-{_RANKS.get(last, last.removesuffix('e') + 'ième')}"


def _whole(stem: str) -> str:
    """onz, of onzième → onze."""
    return stem if stem in _UNITS else _STEMS[stem]


_RANKS = {"et-un": "et-unième", "cinq": "cinquième", "neuf": "neuvième", "quatre": "quatrième"}
_STEMS = {unit.removesuffix("e"): unit for unit in _UNITS} | {"dix-neuv": "dix-neuf"}
_NAMES = "|".join(sorted({*_UNITS, *_STEMS, "dix"}, key=len, reverse=True))
RULES: tuple[Rule, ...] = (
    Rule(
        "tens",
        rf"\b(soixante|quatre-vingt)-({_NAMES})(ième)?(?![\w-])",
        say_tens,
    ),
)
