"""French amounts: money, measures, telephone numbers, counts."""

from __future__ import annotations

import re

from podcast.spoken import codes, romance
from podcast.spoken.fr.numbers import (
    DATA,
    article,
    cardinal,
    digits,
    figure,
    fraction,
    group,
    half,
    takes_plural,
)
from podcast.spoken.quantities import Forms, Wording, bare
from podcast.spoken.quantities import rules as quantities
from podcast.spoken.rules import Found, Rule
from podcast.spoken.tables import read_pairs

SIGNS = {
    "-": "moins", "−": "moins", "–": "moins", "+": "plus", "±": "plus ou moins", "&": "et",
}  # fmt: skip


def with_cents(whole: str, cents: int, names: Forms) -> str:
    """12,50 € → douze euros cinquante centimes."""
    return f"{whole} {names[0] if cents == 1 else f'{cardinal(cents)} {names[1]}'}"


def joined(noun: str) -> str:
    """millions → d'euros, de dollars."""
    return f" d'{noun}" if noun[0].lower() in "aeéèêiouyhœ" else f" de {noun}"


WORDING = Wording(
    figure=figure,
    takes_plural=takes_plural,
    units=read_pairs(DATA, "units"),
    currencies=read_pairs(DATA, "currencies"),
    cents=read_pairs(DATA, "cents"),
    magnitudes=read_pairs(DATA, "magnitudes"),
    with_cents=with_cents,
    joined=joined,
    signs=SIGNS,
    to="à",
    to_words="à|et|ou",
    per="par",
)

MANNER = romance.Manner(
    figure=figure,
    article=article,
    fraction=fraction,
    half=half,
    signs=SIGNS,
    decimal={",": "virgule", ".": "point"},
    to="à",
    score="à",
    bracketed="",
    times="fois",
    power="puissance",
    point="point",
    coded="n[°ºo]|N[°º]|[Nn]uméro|[Aa]rticle|[Ll]oi|[Dd]écret|[Dd]ossier|Boeing",
    names=r"page|chapitre|numéro|article|chambre|ligne|titre|tome|acte|section|annexe|figure|"
    r"tableau|étape|niveau|groupe|classe|phase|type|formule|version|euro|an|année|en|années|"
    r"vol|place|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
)

CODES = codes.Codes(
    labels=r"Tél\.|Tel\.|Tél|Tel|tél\.|Téléphone|téléphone|Fax|fax|RIB|SIRET|SIREN|Siret|Siren|ISBN|"
    r"Numéro vert|numéro vert|code|Code|Mobile|Portable",
    short="$^",
    group=group,
    spelled="RIB|SIRET|SIREN|Siret|Siren|ISBN|[Cc]ode",
    digit=lambda digit: cardinal(digit),
    number=lambda number: cardinal(number),
    plus="plus",
    point="point",
    minus="moins",
    version="version",
    joins="à|et|euros",
    expand=lambda label: re.sub(r"([Tt])[ée]l\b\.?", r"\1éléphone", label),
)


def say_half(found: Found) -> str:
    """1/2 heure → une demi-heure; ½ litre → un demi-litre."""
    return f"{article(found[1])} demi-{found[1]}"


def say_part_of(found: Found) -> str:
    """3/4 km → trois quarts de kilomètre, 1/2 kg → un demi-kilogramme."""
    over, under, forms = int(found[1]), int(found[2]), WORDING.units[found[3]]
    if (over, under) == (1, 2):
        return f"{forms[0].partition(' ')[0]} demi-{bare(forms)}"
    return f"{fraction(over, under)}{joined(bare(forms))}"


def say_inclusive(found: Found) -> str:
    """étudiant·e·s → étudiants et étudiantes."""
    base, suffix, plural = found[1], found[2].strip("·.•-"), found[3].strip("·.•-")
    for ends, feminine in _FEMININES.items():
        if suffix in feminine and base.endswith(ends):
            stem = base[: len(base) - len(ends)]
            return f"{base}{plural} et {stem}{feminine[suffix]}{plural}"
    return f"{base}{plural} et {base}{suffix}{plural}"


_FEMININES = {
    "teur": {"rice": "trice", "trice": "trice", "euse": "teuse"},
    "eur": {"euse": "euse", "rice": "rice", "e": "eure", "se": "euse"},
    "er": {"ère": "ère", "e": "ère"},
    "f": {"ve": "ve"},
    "x": {"se": "se"},
}

RULES: tuple[Rule, ...] = (
    Rule(
        "half",
        r"(?<![\w.,/])(?:1/2|½) (heure|litre|journée|livre|siècle|tour|finale|kilo|douzaine)\b",
        say_half,
        "2½",
    ),
    Rule(
        "inclusive",
        r"\b([^\W\d_]{2,20})([·•](?:e|ne|le|te|se|ve|ère|rice|trice|euse))([·•]?s?)(?!\w)",
        say_inclusive,
        "·•",
    ),
    Rule(
        "part",
        r"(?<![\w.,/])(\d{1,2})/([2-9]|10) ?(km|cm|kg|g|l|L|m|h|t)(?![\w/²³])",
        say_part_of,
        "/",
    ),
    romance.coordinates(
        MANNER, "degrés", {"N": "nord", "S": "sud", "E": "est", "O": "ouest", "W": "ouest"}
    ),
    *quantities(WORDING),
    *romance.rules(MANNER),
)

__all__ = ["CODES", "RULES", "digits"]
