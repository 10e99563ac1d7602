"""So much of something: money, measures, magnitudes and their ranges, by a language's words."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from podcast.spoken import figures
from podcast.spoken.context import ends_sentence
from podcast.spoken.figures import BEGIN, END, NUMBER, SIGN, Figure
from podcast.spoken.rules import DIGITS, Found, Rule

Forms = tuple[str, str]
"""One of it, with its article; several of it: ("eine Stunde", "Stunden")."""


@dataclass(frozen=True)
class Wording:
    """How a language speaks of quantities."""

    figure: Callable[[Figure, str], str]
    """A number in words before a noun; the second argument is one of the noun, with its article:
    where gender comes from."""
    takes_plural: Callable[[Figure], bool]
    units: Mapping[str, Forms]
    """km = ein Kilometer | Kilometer."""
    currencies: Mapping[str, Forms]
    """€ = ein Euro | Euro."""
    cents: Mapping[str, Forms]
    """A hundredth of a currency, by the currency's plural."""
    magnitudes: Mapping[str, Forms]
    """Mrd. = eine Milliarde | Milliarden."""
    with_cents: Callable[[str, int, Forms], str]
    """(the whole part in words, how many cents, their name) → zwei Euro fünfzig."""
    joined: Callable[[str], str]
    """What follows a magnitude: " Euro", " d'euros", " de euros"."""
    signs: Mapping[str, str]
    """-, −, +, ± in words."""
    to: str
    """What the dash in 10–15 is."""
    to_words: str
    """Words that join two numbers, as a pattern: "bis|und|oder"."""
    per: str
    """What the stroke in €/kWh is."""
    starters: frozenset[str] = frozenset()
    """Words that begin a sentence: the full stop of "3 Mio. Die Firma …" is the sentence's too."""
    capital_begins: bool = False
    """So does any word in a capital: where nouns have none."""
    tenths_are_cents: bool = False
    """1,5 € is one euro fifty."""
    only_after: frozenset[str] = frozenset()
    """Currencies that never stand before the number: F, in F16."""
    in_full: frozenset[str] = frozenset()
    """Currencies whose cents are named: EUR, as in a contract."""
    one: Callable[[str, Found], str] = lambda one, found: one
    """One of it, by what stands before: "eine Stunde" → nach einer Stunde."""
    lower: Callable[[Figure, str], str] | None = None
    """The lower of two, where it isn't said as `figure` says it: ein bis zwei Stunden."""
    number: str = NUMBER + r"|[0-9]{1,6}\.[0-9]{1,2}(?![0-9])"
    """A pattern of the numbers that `read` takes."""
    read: Callable[[str], Figure] = figures.read


def rules(wording: Wording) -> tuple[Rule, ...]:
    """Return the rules for money, measures and bare magnitudes."""
    money = _any(wording.currencies)
    ahead = _any(wording.currencies.keys() - wording.only_after)
    unit = _any(wording.units)
    great = rf"(?: ?(?P<great>{_any(wording.magnitudes)})(?![^\W\d_]))"
    low = rf"(?P<sign>{SIGN})?(?P<low>(?:{wording.number}))(?:[.,][-–—]{{1,2}})?"
    to = rf"(?P<to>(?: ?[-–—−]{{1,2}} ?| (?:{wording.to_words}) ))"
    high = rf"(?P<high>[-−+]?(?:{wording.number}))"
    per = rf"(?: ?/ ?(?P<per>{unit}|[^\W\d_]{{3,15}})(?![\w²³]))?"
    # "2 Mio. bis 3 Mio. Euro" and "5 € bis 10 €" name it twice.
    early = rf"(?: ?(?:{_any(wording.magnitudes)})(?=[ –-]))?"
    after = rf"{BEGIN}{low}(?:{early}{to}{high})?{END}"
    before = rf"(?<![\w/])(?P<unit>{ahead}) ?{low}(?:{to}(?:{ahead})? ?{high})?{END}"
    said = functools.partial(_say, wording=wording)

    def alone(found: Found) -> str:
        return wording.units[found.text][1]

    return (
        Rule("money", rf"{after}{great}? ?(?P<unit>{money})(?![^\W_]){per}", said, DIGITS),
        Rule("money", rf"{before}{great}?(?![^\W_]){per}", said, DIGITS),
        Rule("measure", rf"{after}{great}? ?(?P<unit>{unit})(?![\w²³'’]){per}", said, DIGITS),
        Rule("unit", rf"(?<![\w/])(?:{_any(_telling(wording))})(?![\w²³/])", alone),
        Rule("magnitude", rf"{after}{great}(?P<unit>)(?P<per>)", said, DIGITS),
    )


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _telling(wording: Wording) -> list[str]:
    """Units that can be nothing else, without a number too: km/h, m², kWh, °C."""
    signs = re.compile(r"[a-z]/[a-z]|[²³]|°.|[kMGT]Wh")
    return [written for written in wording.units if signs.search(written)]


GLUED = frozenset("ACDGKBEFTSMPxab")
"""Units of one letter that nobody glues to a number: 5A is a class, 5G a network."""


def _say(found: Found, wording: Wording) -> str | None:
    unit, great = found["unit"], found["great"]
    glued = found.text[-2:-1].isdigit() and found.text.endswith(unit)
    if unit in GLUED and glued:
        return None
    low = wording.read(found["low"])
    high = wording.read(found["high"].lstrip("-−+")) if found["high"] else None
    if low.is_code or (high and high.is_code):
        return None
    forms = wording.units.get(unit) or wording.currencies.get(unit)
    parts = [wording.signs[found["sign"].strip()]] if found["sign"] else []
    if great:
        magnitude = wording.magnitudes[great]
        parts.append(_amount(low, high, magnitude, found, wording))
        spoken = " ".join(parts) + (wording.joined(forms[1]) if forms else "")
    elif forms is None:
        return None
    elif _has_cents(low, high, forms, wording):
        spoken = " ".join((*parts, _money(low, unit, forms, found, wording)))
    else:
        spoken = " ".join((*parts, _amount(low, high, forms, found, wording)))
    if found["per"]:
        spoken += f" {wording.per} {_one(found['per'], wording)}"
    opening = re.match(r" +[¿¡«“\"]?([^\W\d_]+)", found.after)
    following = opening[1] if opening else ""
    begins = following in wording.starters or (wording.capital_begins and following[:1].isupper())
    dot = found.text.endswith(".") and (ends_sentence(found) or begins)
    return spoken + "." if dot else spoken


def _amount(low: Figure, high: Figure | None, forms: Forms, found: Found, wording: Wording) -> str:
    """So many of it, or from so many to so many."""
    if high is None:
        if low.is_one:
            return wording.one(forms[0], found)
        many = wording.takes_plural(low)
        return f"{wording.figure(low, forms[0])} {forms[1] if many else bare(forms)}"
    said = found["to"].strip()
    to = said if said.isalpha() else wording.to
    sign = wording.signs.get(found["high"][0], "")
    upper = f"{sign} {wording.figure(high, forms[0])}".strip()
    lower = wording.lower or wording.figure
    return f"{lower(low, forms[0])} {to} {upper} {forms[1]}"


def _has_cents(low: Figure, high: Figure | None, forms: Forms, wording: Wording) -> bool:
    places = len(low.fraction)
    known = high is None and forms[1] in wording.cents
    return known and (places == 2 or (places == 1 and wording.tenths_are_cents))


def _money(figure: Figure, unit: str, forms: Forms, found: Found, wording: Wording) -> str:
    """2,50 € → zwei Euro fünfzig; 0,50 € → fünfzig Cent; 2,00 € → zwei Euro."""
    cents, names = int(figure.fraction.ljust(2, "0")), wording.cents[forms[1]]
    whole = Figure(figure.whole)
    said = f"{wording.figure(whole, forms[0])} {forms[1]}"
    if whole.is_one:
        said = wording.one(forms[0], found)
    if not cents:
        return said
    named = names[0] if cents == 1 else f"{wording.figure(Figure(cents), names[0])} {names[1]}"
    if not figure.whole:
        return named
    if unit in wording.in_full:
        return f"{said} {named}"
    return wording.with_cents(said, cents, names)


def bare(forms: Forms) -> str:
    """("eine Stunde", "Stunden") → Stunde."""
    return forms[0].partition(" ")[2]


def _one(written: str, wording: Wording) -> str:
    forms = wording.units.get(written)
    return bare(forms) if forms else written
