"""French signs that mean more than a word: powers, degrees, equations, formulas."""

from __future__ import annotations

import re

from podcast.spoken.fr.numbers import cardinal, counted, fraction, ordinal
from podcast.spoken.rules import Found, Rule

_LOW = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_DIRECTIONS = {"N": "nord", "S": "sud", "E": "est", "O": "ouest", "W": "ouest"}


def say_power(found: Found) -> str:
    """10^6 → dix puissance six; x^2 → x au carré."""
    base = cardinal(int(found[1])) if found[1].isdecimal() else found[1]
    if base == found[1] and found[3] in {"2", "3"} and not found[2]:
        return f"{base} au {'carré' if found[3] == '2' else 'cube'}"
    return f"{base} puissance {'moins ' if found[2] else ''}{cardinal(int(found[3]))}"


def say_square(found: Found) -> str:
    """5² → cinq au carré; 10³ stays a power."""
    return f"{cardinal(int(found[1]))} au {'carré' if found[2] == '²' else 'cube'}"


def say_divided(found: Found) -> str:
    """12/4 = 3 → douze divisé par quatre, of an equation."""
    return f"{cardinal(int(found[1]))} divisé par {cardinal(int(found[2]))}"


def say_position(found: Found) -> str:
    """48°51′24″ N → quarante-huit degrés cinquante-et-une minutes vingt-quatre secondes nord."""
    parts = [counted(int(found[1]), "degré"), counted(int(found[2]), "minute")]
    if found[3]:
        parts.append(counted(int(found[3]), "seconde"))
    if found[4]:
        parts.append(_DIRECTIONS[found[4]])
    return " ".join(parts)


def say_rank(found: Found) -> str | None:
    """le 6° arrondissement → sixième: a degree sign for the raised letter.

    So is 6° with nothing around; 45° would be an angle.
    """
    if re.match(_NO_RANK, found.after):
        return None
    number = int(found[1])
    angle = number >= 30 and number % 15 == 0
    if angle and not found.before and not found.after:
        return None
    feminine = re.search(r"\b[Ll]a $", found.before) is not None
    return ordinal(number, "feminine" if feminine else "masculine")


def say_item(found: Found) -> str | None:
    """1° Les maires ; 2° les préfets → premièrement, les maires; deuxièmement …."""
    if re.match(_NO_RANK, found.after):
        return None
    return f"{ordinal(int(found[1]), 'feminine')}ment, "


def say_formula(found: Found) -> str:
    """H₂SO₄ → H2SO4, which other rules know."""
    return found.text.translate(_LOW)


def say_hyphen(found: Found) -> str:
    """COVID—19 → COVID-19: a dash between a name and its number parts nothing."""
    return "-"


def say_drawn(found: Found) -> str:
    """5 - 12 - 23 - 34 → one after the other, as lots are drawn; 10 - 4 - 2 = 4 is a sum."""
    between = " moins " if re.match(" ?=", found.after) else ", "
    return between.join(cardinal(int(number)) for number in re.findall(r"\d+", found.text))


def say_fraction(found: Found) -> str:
    """3⁄4, with the stroke that fractions have of their own → trois quarts."""
    return fraction(int(found[1]), int(found[2]))


def say_countdown(found: Found) -> str:
    """J-7 → J moins sept."""
    return f"{found[1]} moins {cardinal(int(found[2]))}"


def say_case(found: Found) -> str:
    """affaire C-311/18 → C trois cent onze, dix-huit."""
    return f"{found[1]} {cardinal(int(found[2]))}, {cardinal(int(found[3]))}"


def say_tiebreak(found: Found) -> str:
    """7-6 (7/5) → sept à cinq."""
    return f"{cardinal(int(found[1]))} à {cardinal(int(found[2]))}"


_NO_RANK = (
    r" (?:de|du|des|d['’]|à|au|aux|dans|en|sur|sous|vers|par|ce|cet|cette|le|la|les|demain|hier|"
    r"et|ou|mais|contre|pour|avec|dehors|[NSEOWCF]\b|nord|sud|est|ouest|Celsius|Fahrenheit)"
)
_COUNTED_OFF = ("primo", "secundo", "tertio", "quarto", "quinto", "sexto", "septimo", "octavo", "nono", "decimo")  # fmt: skip


def say_clause(found: Found) -> str | None:
    """L'article 3, 2° ; le 1° de l'article 5 → secundo, primo: a statute's clause, no degree."""
    number = int(found[1])
    told = _STATUTE.search(found.before) or _OF_STATUTE.match(found.after)
    return _COUNTED_OFF[number - 1] if told and 0 < number <= len(_COUNTED_OFF) else None


_STATUTE = re.compile(r"\b(?:[aA]rticles?|[aA]rt\.|[aA]linéa|[LRD]\.) ?[\w.-]{1,12},? $")
_OF_STATUTE = re.compile(
    r" (?:de l['’](?:article|art\.|alinéa)|du (?:[IVX]+\b|présent article|paragraphe|même article))"
)
POSITIONS: tuple[Rule, ...] = (
    Rule(
        "position",
        r"(?<![\w.,])(\d{1,3})° ?(\d{1,2})['’′](?: ?(\d{1,2})(?:''|\"|″|”|’’))? ?(?:([NSEOW])(?!\w))?",
        say_position,
        "°",
    ),
)
"""What would else be taken for minutes of a race."""

RULES: tuple[Rule, ...] = (
    Rule("clause", r"(?<![\w.,])(\d{1,2})°(?![\w°])(?! ?[CFNSEO]\b)", say_clause, "°"),
    Rule("power", r"(?<![\w.,^])(\d{1,6}|[a-z])\^([-−]?)(\d{1,3})(?![\w^])", say_power, "^"),
    Rule(
        "power",
        r"(?<![\w.,])(?!10³)(\d{1,6})([²³])(?![⁰¹²³⁴⁵⁶⁷⁸⁹])",
        say_square,
        "²³",
    ),
    Rule(
        "divided",
        r"(?<![\w.,/:])(\d{1,6}) ?[/:] ?(\d{1,6})(?= ?=)",
        say_divided,
        "=",
    ),
    Rule(
        "ordinal",
        r"(?:(?:(?<=\b[Ll][ea] )|(?<=\b[Ll]es )|(?<=\b[DdAa]u ))(?=\d{1,3}° [^\W\d_]{2})"
        r"|^(?=\d{1,3}°(?:$| [a-zà-ÿ]{2})))(\d{1,3})°",
        say_rank,
        "°",
    ),
    Rule(
        "item",
        r"(?:(?:^|(?<=\. ))(?=\d+° [A-ZÀ-Þ])|(?<=; )|(?<=: ))(\d{1,2})° (?=[^\W\d_]{2})",
        say_item,
        "°",
    ),
    Rule(
        "formula",
        r"(?<![^\W_])[A-Za-z]{1,4}[₀-₉](?:[A-Za-z]{0,4}[₀-₉]?){0,6}",
        say_formula,
        "₀₁₂₃₄₅₆₇₈₉",
    ),
    Rule("fraction", r"(?<!\d)(\d{1,3})⁄(\d{1,3})(?!\d)", say_fraction, "⁄"),
    Rule("minus", r"(?<= )[-–] (?=\d[\d,.]{0,6} ?°)", lambda found: "moins ", "°"),
    Rule(
        "minus",
        r"(?:(?<=\()|(?<=: )|(?<=, )|(?<=à ))[-–] (?=\d[\d .,]{0,12} ?(?:%|°|€|\$|pts?\b|points?\b))",
        lambda found: "moins ",
        "-–",
    ),
    Rule("hyphen", r"(?<=[^\W\d_])[—–](?=\d)", say_hyphen, "—–"),
    Rule("score", r"(?<=\d[-–]\d \()(\d{1,2})[-/](\d{1,2})(?=\))", say_tiebreak, "("),
    Rule(
        "drawn",
        r"(?<![\w.,] )(?<![\w.,])\d{1,3}(?: [-–] \d{1,3}){2,9}(?!\w|[.,]\d| ?[-–+]| [\d%])",
        say_drawn,
        "-–",
    ),
    Rule("case", r"(?<![\w-])([CT])-(\d{1,4})/(\d\d)(?![\w/])", say_case, "/"),
    Rule("countdown", r"(?<![\w-])([JH])-(\d{1,3})(?![\w-]|[.,]\d)", say_countdown, "-"),
)
