"""Numbers, money and measures in any language that CLDR knows: all that's done without a table.

12 boeken → twaalf boeken, 3,5 km → tre virgola cinque chilometri. The words are CLDR's, by
unicode-rbnf and Babel: the only module for speech that knows Babel.
"""

from __future__ import annotations

import functools
import re

from podcast.spoken import numbers
from podcast.spoken.rules import DIGITS, Found, Rule

UNITS = {
    "%": "concentr-percent", "km": "length-kilometer", "m": "length-meter",
    "cm": "length-centimeter", "mm": "length-millimeter", "kg": "mass-kilogram", "g": "mass-gram",
    "t": "mass-tonne", "l": "volume-liter", "km/h": "speed-kilometer-per-hour",
    "m²": "area-square-meter", "km²": "area-square-kilometer", "ha": "area-hectare",
    "m³": "volume-cubic-meter", "°C": "temperature-celsius", "°": "angle-degree",
    "kW": "power-kilowatt", "MW": "power-megawatt", "GW": "power-gigawatt",
    "kWh": "energy-kilowatt-hour", "min": "duration-minute", "h": "duration-hour",
    "MB": "digital-megabyte", "GB": "digital-gigabyte", "Hz": "frequency-hertz",
}  # fmt: skip
"""What is written after a number → CLDR's name of the unit."""

CURRENCIES = {
    "€": "EUR", "EUR": "EUR", "$": "USD", "US$": "USD", "USD": "USD", "£": "GBP", "GBP": "GBP",
    "¥": "JPY", "CHF": "CHF", "R$": "BRL", "₺": "TRY", "zł": "PLN", "Kč": "CZK", "₽": "RUB",
    "₴": "UAH", "₹": "INR", "₩": "KRW",
}  # fmt: skip


def say_amount(found: Found) -> str | None:
    """3,5 km, 20 %, 5 €, $5, 1.250 and 12, in words."""
    words = _words(found["number"], found.language)
    if words is None:
        return None
    said, value = words
    unit, money = found["unit"], found["before"] or found["money"]
    if unit:
        named = _measure(value, UNITS[unit], found.language)
        return named.format(said) if named else f"{said} {unit}"
    if money:
        return f"{said} {_currency(CURRENCIES[money], value, found.language)}"
    return said


def _words(written: str, language: str) -> tuple[str, float] | None:
    """A number in words, and its value; None when it isn't one in that language."""
    signs = _signs(language)
    if signs is None:
        return None
    point, spoken_point = signs
    # Many who group by spaces, by CLDR, write full stops all the same.
    group = "." if point == "," else ","
    whole, _, fraction = re.sub(r"[ '’]", "", written).partition(point)
    digits = whole.replace(group, "")
    if not (digits + fraction).isdecimal() or len(digits) > 15 or len(fraction) > 9:
        return None
    # A full stop or comma that doesn't stand before three digits is no group.
    if group in whole and not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+", whole):
        return None
    primary = language.split("-")[0].lower()
    said = numbers.cardinal(int(digits), primary)
    if fraction:
        if not spoken_point:
            return None
        parts = [numbers.cardinal(int(digit), primary) for digit in fraction]
        said = " ".join((said, spoken_point, *parts))
    return said, float(f"{digits}.{fraction or 0}")


@functools.cache
def _signs(language: str) -> tuple[str, str] | None:
    """(the decimal sign, how it's said) in a language; None when it's unknown."""
    # Here, as is all of Babel: only texts with numbers in such a language pay for it.
    from babel.numbers import get_decimal_symbol

    locale = _locale(language)
    primary = language.split("-")[0].lower()
    if locale is None or not numbers.known(primary):
        return None
    return get_decimal_symbol(locale), _point(primary)


def _point(primary: str) -> str:
    """How the decimal sign is said: the second word of 1.5; empty where CLDR glues it to others."""
    said = numbers.decimal("1.5", primary).split()
    whole = len(said) > 2 and said[1].isalpha() and numbers.cardinal(0, primary) not in said[1]
    return said[1] if whole else ""


@functools.cache
def _locale(language: str) -> str | None:
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.split("-")[0].lower()):
        try:
            return str(Locale.parse(tag, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _measure(value: float, unit: str, language: str) -> str:
    """("{} chilometri") for several kilometres; empty when CLDR has no name for it."""
    from babel.numbers import format_decimal
    from babel.units import format_unit

    locale = _locale(language)
    shown = value if value % 1 else int(value)
    text = str(format_unit(shown, unit, "long", locale=locale))
    number = str(format_decimal(shown, locale=locale))
    known = number in text and "{" not in text and unit not in text
    return text.replace(number, "{}", 1) if known else ""


def _currency(code: str, value: float, language: str) -> str:
    from babel.numbers import get_currency_name

    shown = value if value % 1 else int(value)
    return str(get_currency_name(code, shown, locale=_locale(language)))


def _any(names: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


RULES: tuple[Rule, ...] = (
    Rule(
        "amount",
        rf"(?<![\w.,])(?:(?P<before>{_any(CURRENCIES)}) ?)?"
        r"(?<![\w.,])(?P<number>[1-9][0-9]{0,2}(?:[ .,'’][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?)"
        rf"(?:(?: ?(?P<unit>{_any(UNITS)})| ?(?P<money>{_any(CURRENCIES)}))(?![\w²³/])|(?!\w|[.,]\d))",
        say_amount,
        DIGITS,
    ),
)
