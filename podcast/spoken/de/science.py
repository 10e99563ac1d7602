"""German formulas, variants and coordinates: H₂SO₄, BA.5, 52° 31′ N, F = m · a."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import figures
from podcast.spoken.de.numbers import cardinal, figure
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import read, words

_ELEMENTS = words(
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr "
    "Rb Sr Y Zr Nb Mo Ag Cd In Sn Sb I Xe Cs Ba La Ce W Pt Au Hg Pb Bi Ra Th U Pu"
)
_NAMES = read(Path(__file__).parent / "data", "initialisms")
_SUBSCRIPT = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_WINDS = {"N": "Nord", "S": "Süd", "O": "Ost", "E": "Ost", "W": "West"}


def say_formula(found: Found) -> str | None:
    """H₂SO₄ → H zwei S O vier, if all its parts are elements."""
    if re.fullmatch("[A-Z]+[0-9]+", found.text):  # COP26: an initialism says it as well
        return None
    parts = re.findall(r"([A-Z][a-z]?)(\d*)", found.text.translate(_SUBSCRIPT))
    if any(name not in _ELEMENTS for name, _ in parts) or not any(n for _, n in parts):
        return None
    said = []
    for name, number in parts:
        said += list(name.upper())
        said += [cardinal(int(number))] if number else []
    return " ".join(said)


def say_place(found: Found) -> str:
    """52° 31′ N → zweiundfünfzig Grad einunddreißig Minuten Nord."""
    said = f"{cardinal(int(found[1]))} Grad {cardinal(int(found[2]))} Minuten"
    if found[3]:
        said += f" {figure(figures.read(found[3]))} Sekunden"
    return f"{said} {_WINDS[found[4]]}" if found[4] else said


_SIDES = {"N": "Nord", "O": "Ost", "S": "Süd", "W": "West"}
_COMPASS = r"NNO|NNW|ONO|OSO|SSO|SSW|WNW|WSW|NO|NW|SO|SW"


def _side(letters: str) -> str:
    """NW → Nordwest."""
    return "".join(_SIDES[letter] for letter in letters).capitalize()


def say_wind(found: Found) -> str:
    """NW-Wind, W-Ufer → Nordwestwind, Westufer."""
    return _side(found[1]) + found[2].lower()


def say_side(found: Found) -> str:
    """im NW → im Nordwesten, aus SW → aus Südwest."""
    return f"{found[1]} {_side(found[2])}{'en' if found[1].lower() == 'im' else ''}"


def say_variant(found: Found) -> str:
    """B.1.1.7, BA.5 → B Punkt eins Punkt eins Punkt sieben."""
    if known := _NAMES.get(found.text):
        return known
    numbers = [cardinal(int(part)) for part in found[2].split(".")]
    return " Punkt ".join([" ".join(found[1]), *numbers])


def say_letters_and_decimal(found: Found) -> str:
    """PM2,5 → P M zwei Komma fünf."""
    point = "Komma" if found[3] == "," else "Punkt"
    after = " ".join(cardinal(int(digit)) for digit in found[4])
    return f"{' '.join(found[1])} {cardinal(int(found[2]))} {point} {after}"


def say_divided(found: Found) -> str:
    """10 / 2 → zehn geteilt durch zwei; but Hauptstr. 12 / 14."""
    house = re.search(r"(?:[sS]tr\.|straße|[wW]eg|platz|allee|Seite|Teil) \d{1,3}$", found.before)
    return " Schrägstrich " if house else " geteilt durch "


RULES: tuple[Rule, ...] = (
    Rule(
        "compass",
        rf"(?<![\w.-])({_COMPASS}|[NOSW])-((?:Wind|Sturm|Strömung|Hang|Ufer|Seite|Küste|Richtung|Flanke|Wand|Lage)\w{{0,3}})\b",
        say_wind,
        "NOSW",
    ),
    Rule("compass", rf"\b([Ii]m|[Aa]us|[Nn]ach) ({_COMPASS})(?![\w-])", say_side, "NOSW"),
    Rule(
        "variant",
        r"(?<![\w.])([A-Z]{1,3})\.(\d{1,3}(?:\.\d{1,3}){0,4})(?![\w.]\w)",
        say_variant,
        ".",
    ),
    Rule(
        "letters and number",
        r"(?<![\w.])([A-Z]{1,3})(\d{1,3})([.,])(\d{1,2})(?!\w)",
        say_letters_and_decimal,
        DIGITS,
    ),
    Rule(
        "formula",
        r"(?<![\w-])(?:[A-Z][a-z]?[0-9₀-₉]{0,3}){2,8}(?!\w)",
        say_formula,
        "0123456789₀₁₂₃₄₅₆₇₈₉",
    ),
    Rule(
        "place",
        r"(?<![\w.,])(\d{1,3})° ?(\d{1,2}) ?[′'’](?: ?(\d{1,2}(?:,\d{1,3})?) ?[″\"”])?(?: ?([NSOEW])\b)?",
        say_place,
        DIGITS,
    ),
    Rule(
        "times",
        r"(?<=\b[A-Za-zα-ω])(?<!/\([A-Za-z]) ?[·⋅] ?(?=[A-Za-zα-ω]\b)",
        lambda found: " mal ",
        "·⋅",
    ),
    Rule("times", r"(?<=\b[a-z]) \* (?=[a-z]\b)", lambda found: " mal ", "*"),
    Rule("minus", r"(?<=\b[a-z]) [-−–] (?=[a-z0-9]\b)", lambda found: " minus ", "-−–"),
    Rule(
        "divided",
        r"(?:(?<= \d)|(?<=^\d)|(?<=\b\d\d)|(?<=\b\d{3})|(?<=\b[a-z])) [/÷] (?=\d{1,3}(?!\d))|(?<=\d)/(?=\d{1,4} ?=)",
        say_divided,
        "/÷",
    ),
)
