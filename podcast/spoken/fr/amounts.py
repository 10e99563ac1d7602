"""French amounts: money, measures, telephone numbers, counts."""

from __future__ import annotations

import re

from podcast.spoken import codes, metric, romance
from podcast.spoken.context import ends_sentence
from podcast.spoken.figures import read as read_figure
from podcast.spoken.fr.dialled import foreign_group
from podcast.spoken.fr.numbers import (
    DATA,
    article,
    cardinal,
    counted,
    digits,
    figure,
    fraction,
    half,
    takes_plural,
)
from podcast.spoken.quantities import Forms, Wording, bare
from podcast.spoken.quantities import rules as quantities
from podcast.spoken.rules import Found, Rule
from podcast.spoken.tables import read_pairs, words

SIGNS = {
    "-": "moins", "−": "moins", "–": "moins", "+": "plus", "±": "plus ou moins", "&": "et",
}  # fmt: skip


def with_cents(whole: str, cents: int, names: Forms) -> str:
    """12,50 € → douze euros cinquante; 2,05 € → deux euros cinq centimes: few ones are named."""
    if cents >= 10:
        return f"{whole} {cardinal(cents)}"
    return f"{whole} {names[0] if cents == 1 else f'{cardinal(cents)} {names[1]}'}"


def joined(noun: str) -> str:
    """millions → d'euros, de dollars."""
    return f" d'{noun}" if noun[0].lower() in "aeéèêiouyhœ" else f" de {noun}"


WORDING = Wording(
    figure=figure,
    takes_plural=takes_plural,
    units=metric.units(DATA, metric.ONLY_PREFIXED | {"pc"}),
    currencies=read_pairs(DATA, "currencies"),
    cents=read_pairs(DATA, "cents"),
    magnitudes=read_pairs(DATA, "magnitudes"),
    with_cents=with_cents,
    joined=joined,
    signs=SIGNS,
    to="à",
    to_words="à|et|ou",
    per="par",
    tenths_are_cents=True,
    capital_begins=True,
    only_after=words("F FS DA DH fr. c cts cents euro euros dollar dollars francs FF"),
    in_full=words("EUR USD GBP CHF"),
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
    coded=r"n[°ºo]|N[°º]|[Nn]uméro|[Aa]rticles?|[Aa]rt\.|[LRD]\.?|[Ll]oi|[Dd]écret|[Dd]ossier|Boeing|Airbus|Mirage|ATR|Embraer|Cessna|Antonov",
    listed="et|ou|à",
    names=r"page|chapitre|numéro|article|chambre|ligne|titre|tome|acte|section|annexe|figure|"
    r"tableau|étape|niveau|groupe|classe|phase|type|formule|version|euro|an|année|en|années|"
    r"vol|place|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
)

_SPELLED = (
    r"RIB|SIRET|SIREN|Siret|Siren|[Cc]ode|[Mm]atricule|[Cc]ompte (?:n°|no|numéro)|(?:[Nn]uméro|N°|n°) de (?:compte|dossier|client|contrat|"
    r"commande|série|suivi|sécurité sociale)"
)
CODES = codes.Codes(
    labels=r"Tél\.|Tel\.|Tél|Tel|tél\.|Téléphone|téléphone|Fax|fax|Numéro vert|numéro vert|Mobile|"
    rf"Portable|{_SPELLED}",
    short="$^",
    group=foreign_group,
    spelled=_SPELLED,
    digit=lambda digit: cardinal(digit),
    number=lambda number: cardinal(number),
    plus="plus",
    point="point",
    minus="moins",
    version="version",
    joins="à|et|euros",
    expand=lambda label: re.sub(r"([Tt])[ée]l\b\.?", r"\1éléphone", label),
)


def say_metres(found: Found) -> str:
    """1,75 m and 1m75 → un mètre soixante-quinze."""
    whole, parts = int(found[1]), int(found[2] or found[3])
    said = f"{cardinal(whole)} mètre{'s' if whole > 1 else ''}"
    if not parts:
        return said
    return f"{said} {cardinal(parts)}" if parts >= 10 else f"{said} zéro {cardinal(parts)}"


def say_thousands(found: Found) -> str:
    """3k → trois mille, 1,5 k€ → mille cinq cents euros."""
    whole, _, rest = found[1].partition(",")
    forms = WORDING.currencies[found[2]] if found[2] else ("", "")
    number = int(whole) * 1000 + int(rest.ljust(3, "0") or 0)
    return f"{cardinal(number, forms[0].partition(' ')[0])} {forms[1]}".strip()


def say_thousands_of(found: Found) -> str:
    """$50k → cinquante mille dollars."""
    whole, _, tenth = found[2].replace(".", ",").partition(",")
    forms = WORDING.currencies[found["sign"]]
    return f"{cardinal(int(whole) * 1000 + int(tenth or 0) * 100, forms[0].split()[0])} {forms[1]}"


def say_millions(found: Found) -> str:
    """5 M d'habitants → cinq millions d'habitants; not the M. of Monsieur."""
    number = read_figure(found[1])
    return f"{figure(number)} million{'s' if takes_plural(number) else ''}"


def say_round(found: Found) -> str | None:
    """2 000 000 € → deux millions d'euros; 1 000 000 habitants → un million d'habitants."""
    unit = found["unit"].strip()
    forms = WORDING.currencies.get(unit) or WORDING.units.get(unit)
    noun = forms[1] if forms else found["noun"]
    if not noun or noun.lower() in _NO_NOUNS or (forms and forms[1].endswith("pour cent")):
        return None
    return cardinal(read_figure(found["number"]).whole) + joined(noun)


def say_per(found: Found) -> str:
    """barils/jour → barils par jour."""
    forms = WORDING.units.get(found[1]) or ("", "")
    noun = {"sem.": "semaine"}.get(found[1], bare(forms) or found[1])
    return f" par {noun}" + ("." if found[1].endswith(".") and ends_sentence(found) else "")


def say_unit(found: Found) -> str:
    """1,5 million de km → de kilomètres; 2 euros le kg → le kilogramme."""
    forms = WORDING.units[found[2]]
    several = found[1].lower() in {"de", "en", "des", "les"}
    return f"{found[1]} {forms[1] if several else bare(forms)}"


def say_by(found: Found) -> str:
    """10 m x 5 m → dix mètres sur cinq mètres."""
    return " sur "


_SCREENS = (
    r"(?:[ée]crans?|t[ée]l[ée](?:viseurs?)?|TV|moniteurs?|dalle|tablettes?|ordinateurs?|jantes?|roues?|"
    r"pneus?|v[ée]los?|iPad|MacBook)\b[^.]{0,30}$"
)


def say_inches(found: Found) -> str | None:
    """un écran de 27" → vingt-sept pouces, where screens and wheels are spoken of."""
    if not re.search(_SCREENS, found.before, re.I):
        return None
    number = read_figure(found[1])
    return f"{figure(number)} pouce{'s' if takes_plural(number) else ''}"


def say_area(found: Found) -> str:
    """12 a 50 ca → douze ares cinquante centiares, as deeds have it."""
    return f"{counted(int(found[1]), 'are')} {counted(int(found[2]), 'centiare')}"


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

_NO_NOUNS = words(
    "et ou à de du des en sur par pour dans au aux contre avec selon soit dont qui que est sont ont a "
    "fois plus moins environ fin en depuis après avant puis mais cette ce ces la le les pour chaque "
    "million millions milliard milliards mille"
)
_ROUND = r"[1-9]\d{0,2}(?:[ .]\d{3}){0,3}(?:[ .]000){2}|[1-9]\d{0,8}000000"
RULES: tuple[Rule, ...] = (
    Rule(
        "millions",
        rf"(?<![\w.,])(?<!\d )(?P<number>{_ROUND})(?:(?P<unit> ?(?:€|\$|£|EUR|USD|km²|km|kg|m²|ha|t))(?![\w/])"
        r"| (?P<noun>[^\W\d_]{2,}))",
        say_round,
        "0",
    ),
    Rule(
        "metres",
        r"(?<![\w.,/])([1-9]\d{0,2})(?:,(\d\d) ?m| ?m ?([0-9]\d))(?![\w/²³])",
        say_metres,
        "m",
    ),
    Rule(
        "thousands",
        r"(?<![\w.,€$£])(?<!\d )(\d{1,3}(?:,\d{1,3})?) ?(?:k|K(?=[€$£]))([€$£]?)(?![\w/])",
        say_thousands,
        "kK",
    ),
    Rule(
        "thousands",
        r"(?<!\w)(?P<sign>[€$£]) ?(\d{1,3}(?:[.,]\d)?) ?[kK](?!\w)",
        say_thousands_of,
        "€$£",
    ),
    Rule("thousands", r"(?<![\w.,])(?<!\d )([1-9]\d{1,2}) ?K()(?= [a-zà-ÿ])", say_thousands, "K"),
    Rule(
        "magnitude",
        r"(?<![\w.,])(\d{1,3}(?:,\d{1,2})?) M(?=$|[,;)]| d['’e]| [a-zà-ÿ]{3})",
        say_millions,
        "M",
    ),
    Rule("to", r"(?:(?<=\d[€$£%])|(?<=\d [€$£%])) ?[-–] ?(?=\d)", lambda found: " à ", "€$£%"),
    Rule("by", r"(?:(?<=\d m)|(?<=\dm)|(?<=[ckm]m)) ?[x×] ?(?=\d)", say_by, "x×"),
    Rule(
        "inclusive",
        r"\b([^\W\d_]{2,20})([·•](?:e|ne|le|te|se|ve|ère|rice|trice|euse))([·•]?s?)(?!\w)",
        say_inclusive,
        "·•",
    ),
    Rule(
        "inches",
        r"(?<![\w.,])(\d{1,3}(?:,\d)?) ?(?:\"|”|″|'')(?=[ -]|$)",
        say_inches,
        "\"”″'",
    ),
    Rule("area", r"(?<![\w.,])(\d{1,3}) a (\d{1,2}) ca(?!\w)", say_area, "a"),
    Rule("inhabitable", r"(?<=m[²2] )hab\.", lambda found: "habitables", "m"),
    Rule("charges", r"(?<=€ )(?:cc|CC|c\.c\.)(?!\w)", lambda found: "charges comprises", "€"),
    romance.coordinates(
        MANNER, "degrés", {"N": "nord", "S": "sud", "E": "est", "O": "ouest", "W": "ouest"}
    ),
    Rule(
        "unit",
        r"\b([Dd]e|[Pp]ar|[Ll]e|[Dd]u|[Aa]u|[Ee]n|[Dd]es|[Ll]es|[Ll]a) (km²|km2|km|kg|m²|m2|m³|m3|cm|mm|kWh|MWh|GWh|MW|GW|ha|Go|Mo)(?![\w/²³-])",
        say_unit,
    ),
    *quantities(WORDING),
    Rule(
        "per",
        r"(?<=[\w²³€$£]) ?/ ?(an|mois|jour|semaine|heure|h|j|kg|m²|km²|km|ha|litre|personne|habitant|"
        r"MWh|kWh|tonne|minute|seconde|hab\.|nuit|séance|match|passager|élève|foyer|sem\.|pers\.)(?![\w/])",
        say_per,
        "/",
    ),
    *romance.rules(MANNER),
)

__all__ = ["CODES", "RULES", "digits"]
