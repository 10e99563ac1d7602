"""Years, decades, quarters and business years."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.dates import YEAR
from podcast.spoken.rules import DIGITS, Found, Rule


def say_quarter(found: Found) -> str:
    """Q3 → quarter three; Q3 2025, Q3 FY26, 3Q22 → the third quarter of …"""
    number = int(found["n"] or found["n2"])
    if not found["year"]:
        return f"quarter {figures.cardinal(number, found)}"
    return _of_year(f"{_the(found)}{figures.ordinal(number, found)} quarter of", found)


def say_quarters(found: Found) -> str:
    """Q2–Q3 → quarter two to quarter three."""
    first, last = (figures.cardinal(int(found[group]), found) for group in (1, 2))
    return f"quarter {first} to quarter {last}"


def say_half(found: Found) -> str | None:
    """H1 2027, 1H27 → the first half of twenty twenty-seven."""
    nth = "first" if (found["n"] or found["n2"]) == "1" else "second"
    if not found["year"]:
        told = re.search(r"\b(?:[Ii]n|[Ff]or|[Dd]uring) $", found.before)
        earned = _EARNED.search(found.before + found.after)
        return f"the {nth} half" if told and earned else None
    return _of_year(f"{_the(found)}{nth} half of", found)


_EARNED = re.compile(
    r"\b(?:profits?|sales|revenues?|costs?|booked|growth|results|earnings|quarters?|demand|margins?|losses|guidance|orders)\b",
    re.IGNORECASE,
)


def _the(found: Found) -> str:
    return (
        ""
        if re.search(r"\b(?:the|its|their|his|our|a|this|last) $", found.before, re.I)
        else "the "
    )


def _of_year(said: str, found: Found) -> str:
    fiscal = " fiscal" if found["fy"] else ""
    last = f" {figures.short_year(found['last'], found)}" if found["last"] else ""
    return f"{said}{fiscal} {figures.short_year(found['year'], found)}{last}"


def say_fiscal(found: Found) -> str:
    """FY2026 → fiscal twenty twenty-six."""
    last = f" {figures.short_year(found[2], found)}" if found[2] else ""
    return f"fiscal {figures.short_year(found[1], found)}{last}"


def say_decade(found: Found) -> str | None:
    """1990s → nineteen nineties; the '90s → nineties; 2000s → two thousands."""
    if re.search(r"\bNo\.? $", found.before):
        return None  # No. 10's door
    return _decade(found[1], found[2], found)


def say_decades(found: Found) -> str:
    """1960s-80s → nineteen sixties to eighties."""
    return f"{_decade(found[1], found[2], found)} to {_decade(found[3], found[4], found)}"


def _decade(century: str, tens: str, found: Found) -> str:
    number = int(century + tens)
    if not number:
        return "noughties"
    said = figures.year(number, found) if century else figures.cardinal(number, found)
    return figures.plural(said)


_THINGS = re.compile(
    r"\s(?!(?:was|is|has|this|us|his|its|as|series|census|species|news|yes|thus|across|unless|gas"
    r"|previous|famous|various|business|access|process|congress|express|press|class|less|glass"
    r"|is|plus|perhaps|always|sometimes|does|says|elections?|games|olympics|finals|awards|honours"
    r"|honors|championships|playoffs|standards|results|seasons|riots|protests|talks|polls|levels"
    r"|accords|figures|prices|estimates|primaries|midterms|budgets|guidelines|regulations)\b)"
    r"(?:(?![a-z]+ed\b)[a-z]+\s)?(?:[a-z]{3,}s|people|men|women|children|dead|cattle|sheep|fish|pieces)\b"
)


def say_years(found: Found) -> str | None:
    """2015–2019 → twenty fifteen to twenty nineteen; 2023-24, 1998/99 → … twenty-four."""
    start, end = int(found[1]), found[3]
    if len(end) == 2 and int(found[1][2:]) >= int(end):
        return None
    if len(end) == 4 and (int(end) <= start or _THINGS.match(found.after)):
        return None
    slash = found[2].strip() == "/"
    join = " " if slash else " to "
    return f"{figures.year(start, found)}{join}{figures.short_year(end, found)}"


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|from|by|until|till|of|before|after|during|around|circa|about|year|years|the"
    r"|to|and|through|between|for|this|last|next|on|late|early|mid|spring|summer|autumn|fall|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|published|born|died|founded|established|back)[\s-]|[(,;:–—-]\s?|^)$",
    re.IGNORECASE,
)


def say_year(found: Found) -> str | None:
    """In 1989 → nineteen eighty-nine; but 1300 products → one thousand three hundred."""
    number = int(found[1])
    told = _YEAR_BEFORE.search(found.before)
    in_a_sentence = re.search(
        r"\b(?:in|since|until|during|year|late|early|by|from|AD|CE|circa) $", found.before, re.I
    )
    if number < 1100 and not in_a_sentence:
        return None
    if _THINGS.match(found.after) and not in_a_sentence:
        return None
    if number > 2099 and not told:
        return None
    return figures.year(number, found)


def say_early_year(found: Found) -> str:
    """In 905, → nine oh-five."""
    return figures.year(int(found[1]), found)


def say_far_year(found: Found) -> str:
    """The year 2525 → twenty-five twenty-five."""
    return figures.pairs(found.text, found)


def say_era(found: Found) -> str:
    """340 A.D → three forty A.D; 44 BC → forty-four B.C."""
    number = int(found[1].replace(",", ""))
    said = figures.year(number, found) if number < 3000 else figures.cardinal(number, found)
    return f"{said} {figures.spell_letters(found[2].replace('.', '').upper())}"


RULES: tuple[Rule, ...] = (
    Rule("quarter", r"\bQ([1-4])\s?[-–]\s?Q([1-4])\b", say_quarters, "Q"),
    Rule("quarter", rf"\b(?:Q(?P<n>[1-4])|(?P<n2>[1-4])Q)(?:[\s’'/]?(?P<fy>FY)?[’']?(?P<year>{YEAR}|[0-9]{{2}})(?:[/–-](?P<last>[0-9]{{2}})(?!\d))?)?\b(?![.,]\d)", say_quarter, "Q"),
    Rule("half", rf"\b(?:H(?P<n>[12])|(?P<n2>[12])H)(?:[\s’']?(?P<fy>FY)?[’']?(?P<year>{YEAR}|[0-9]{{2}})(?:[/–-](?P<last>[0-9]{{2}})(?!\d))?)?\b(?![.,]\d)", say_half, "H"),
    Rule("fiscal", rf"\bFY[\s’']?({YEAR}|[0-9]{{2}})(?:[/-]([0-9]{{2}}))?\b", say_fiscal, "F"),
    Rule("years", rf"(?<![\w.,/$€£])({YEAR})(\s?[-–—/]\s?)({YEAR}|[0-9]{{2}})(?![\w]|[-/.,]\d)", say_years, DIGITS),
    Rule("decades", r"(?<![\w.,])[’‘']?((?:1[0-9]|20)?)([0-9]0)[’']?s\s?[-–—]\s?[’‘']?((?:1[0-9]|20)?)([0-9]0)[’']?s\b", say_decades, DIGITS),
)  # fmt: skip
"""Quarters, halves, spans of years."""


ALONE: tuple[Rule, ...] = (
    Rule("decade", r"(?<![\w.,])(?<![A-Z]-)[’‘']?((?:1[0-9]|20)?)([0-9]0)(?:(?<=[0-9]{4})\s)?[’']?s\b", say_decade, DIGITS),
    Rule("era", r"(?<![\w.,])([0-9]{1,3}(?:,[0-9]{3})?|[0-9]{4})\s?((?:AD|A\.D|BCE|B\.C\.E|BC|B\.C|CE|C\.E)\b)\.?", say_era, DIGITS),
    Rule("year", r"(?<=\b[Ii]n )([1-9][0-9]{2})(?=$|[,.;)](?!\d)|\s(?:the|a|he|she|it|they|his|her|King|Emperor|Pope)\b)", say_early_year, DIGITS),
    Rule("year", r"(?<=[Yy]ear )(?:2[1-9]|[3-9][0-9])[0-9]{2}(?![\w,])", say_far_year, DIGITS),
    Rule("year", rf"(?<![\w.,:/$€£#-])({YEAR})(?![\w%]|[.,:/]\d|-\d)", say_year, DIGITS),
)  # fmt: skip
"""Years by themselves: after all figures that have a unit or a name before them."""
