"""Counts as the Romance languages say them: ranges, scores, fractions, powers, plain numbers.

French, Spanish and their sisters differ in words and gender, which a `Manner` gives, not in how
such an expression is built.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from podcast.spoken import figures
from podcast.spoken.context import word_after, word_before
from podcast.spoken.figures import BEGIN, NUMBER, PARTS, SIGN, Figure
from podcast.spoken.rules import DIGITS, Found, Rule


@dataclass(frozen=True)
class Manner:
    """How a language counts."""

    figure: Callable[[Figure, str], str]
    """A number in words; the second argument is the article of what is counted, or empty."""
    article: Callable[[str], str]
    """The article of a noun: "mesa" → una; empty when it's no noun."""
    fraction: Callable[[int, int, str], str]
    """(over, under, the noun after) → tres cuartos."""
    half: Callable[[str], str]
    """What follows a whole number in 2½: "y medio", "et demi"."""
    signs: dict[str, str]
    decimal: dict[str, str]
    """How a decimal comma and a decimal point are said."""
    to: str
    score: str
    bracketed: str
    """What parts the years of a life in brackets (1890-1970); empty: as in any other range."""
    times: str
    power: str
    point: str
    """What parts version numbers."""
    coded: str
    """Words after which a hyphen parts a number's own parts: "n°|artículo"."""
    listed: str
    """What joins such numbers: "et|ou|à"."""
    names: str
    """Words after which a number has no noun: "página|capítulo"."""
    noun: Callable[[Found], str] = word_after
    """The noun that a number counts."""


def coordinates(manner: Manner, degrees: str, directions: dict[str, str]) -> Rule:
    """Return the rule for 48,8566° N: digit by digit, for these are read to be written down."""

    def say(found: Found) -> str:
        said = manner.figure(Figure(int(found["whole"])), "")
        if found["rest"]:
            digits = (manner.figure(Figure(int(digit)), "") for digit in found["rest"])
            said += f" {manner.decimal[found['sign']]} {' '.join(digits)}"
        return f"{said} {degrees} {directions[found['to']]}"

    to = "|".join(sorted(directions))
    return Rule(
        "coordinate",
        rf"(?<![\w.,])(?P<whole>\d{{1,3}})(?:(?P<sign>[.,])(?P<rest>\d{{1,8}}))? ?° ?(?P<to>{to})(?!\w)",
        say,
        "°",
    )


def pressure(manner: Manner, words: str) -> Rule:
    """Return the rule for a blood pressure of 14/9, after one of `words`: two numbers, no part."""
    told = re.compile(rf"\b(?:{words})\b[^.,;]{{0,20}}$", re.IGNORECASE)

    def say(found: Found) -> str | None:
        if not told.search(found.before):
            return None
        return " ".join(manner.figure(Figure(int(found[group])), "") for group in (1, 2))

    return Rule("pressure", r"(?<![\w.,/])(\d{1,2})/(\d{1,2})(?![\w/]|[.,]\d)", say, "/")


def rules(manner: Manner, number: str = NUMBER) -> tuple[Rule, ...]:
    """Return the rules, most telling first."""

    def cardinal(digits: str, article: str = "") -> str:
        return manner.figure(Figure(int(digits), digits=digits), article)

    def halves(found: Found) -> str:
        noun = found[2]
        number = manner.figure(Figure(int(found[1])), manner.article(noun))
        return f"{number} {noun} {manner.half(noun)}"

    def mixed(found: Found) -> str:
        over, under = int(found[3]), int(found[4])
        whole = (manner.signs[found[1]] + " " if found[1] else "") + cardinal(found[2])
        if (over, under) == (1, 2):
            return f"{whole} {manner.half(word_after(found))}"
        return f"{whole} {manner.signs['&']} {manner.fraction(over, under, '')}"

    def fraction(found: Found) -> str:
        over, under = int(found["over"]), int(found["under"].replace(".", ""))
        sign = manner.signs[found["sign"]] + " " if found["sign"] else ""
        if not under or over == under:
            return f"{cardinal(found['over'])} {cardinal(found['under'])}"
        return sign + manner.fraction(over, under, word_after(found))

    def part(found: Found) -> str:
        over, under = PARTS[found[2]]
        if not found[1]:
            return manner.fraction(over, under, word_after(found))
        if (over, under) == (1, 2):
            return f"{cardinal(found[1])} {manner.half(word_after(found))}"
        return f"{cardinal(found[1])} {manner.signs['&']} {manner.fraction(over, under, '')}"

    def ratio(found: Found) -> str:
        parts = re.split(r" ?: ?", found.text)
        return f" {manner.score} ".join(manner.figure(figures.read(p), "") for p in parts)

    def several(found: Found) -> str | None:
        if len(re.split("[-–]", found.text)[0]) > 3:
            coded = re.search(rf"(?<!\w)(?:{manner.coded})(?: [A-Z]\.)? $", found.before)
            return coded and ", ".join(cardinal(part) for part in found.text.split("-"))
        return " ".join(cardinal(part) for part in re.split("[-–]", found.text))

    def span(found: Found) -> str | None:
        low, high = figures.read(found[1]), figures.read(found[2])
        if low.is_code or high.is_code:
            return None
        if re.search(
            rf"(?<!\w)(?:{manner.coded}) (?:\d[\d-]{{0,9}}(?:, | (?:{manner.listed}) ))*$",
            found.before,
        ):
            return f"{manner.figure(low, '')}, {manner.figure(high, '')}"
        if re.search(r"[+=×÷] ?\S{0,12} ?$", found.before) or re.match(r" ?[=+×÷]", found.after):
            return f"{manner.figure(low, '')} {manner.signs['-']} {manner.figure(high, '')}"
        years = len(low.digits) == len(high.digits) == 4
        if manner.bracketed and years and re.search(r"\([^()]*$", found.before):
            return f"{manner.figure(low, '')}{manner.bracketed}{manner.figure(high, '')}"
        down = low.whole >= high.whole and not (low.fraction or high.fraction)
        to = manner.score if down and high.whole < 100 else manner.to
        article = manner.article(manner.noun(found))
        # "uno a dos días": only right before its noun is it shortened.
        lower = manner.figure(low, "" if article == "un" else article)
        return f"{lower} {to} {manner.figure(high, article)}"

    def power(found: Found) -> str:
        plain = found[2].translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
        sign = manner.signs["-"] + " " if plain.startswith("-") else ""
        base = manner.figure(figures.read(found[1]), "")
        return f"{base} {manner.power} {sign}{cardinal(plain.lstrip('-'))}"

    def times(found: Found) -> str:
        return f"{cardinal(found[1])} {manner.times} "

    def decimal(found: Found) -> str:
        sign = manner.signs[found["sign"].strip()] + " " if found["sign"] else ""
        digits = found["whole"]
        return sign + manner.figure(Figure(int(digits), found["rest"], digits, point=True), "")

    def plain(found: Found) -> str:
        sign = manner.signs[found["sign"].strip()] + " " if found["sign"] else ""
        written = figures.read(found["number"])
        if written.is_code and not written.fraction:
            return sign + digit_by_digit(written.digits)
        word = word_before(found).lower()
        named = word and re.fullmatch(manner.names, word)
        article = "" if named else manner.article(manner.noun(found))
        return sign + manner.figure(written, article)

    def digit_by_digit(digits: str) -> str:
        return " ".join(cardinal(digit) for digit in digits)

    def name(found: Found) -> str:
        digits = found["number"]
        return digit_by_digit(digits) if digits[0] == "0" else cardinal(digits)

    def lettered(found: Found) -> str:
        return f"{cardinal(found[1])} {found[2]}"

    def last(found: Found) -> str:
        written = found.text
        long = len(written) > 6 or (written[0] == "0" and len(written) > 1)
        said = digit_by_digit(written) if long else cardinal(written)
        left = " " if found.before[-1:].isalpha() else ""
        return left + said + (" " if found.after[:1].isalpha() else "")

    end = r"(?!\w|[.,]\d)"
    under = rf"(?P<over>\d{{1,3}})/(?P<under>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}})(?!/){end}"
    return (
        Rule("half", r"(?<![\w.,/])(\d{1,3}) ?(?:½| 1/2) ([^\W\d_]{3,})", halves, "½2"),
        Rule(
            "fraction",
            rf"(?<![\w.,/])([-−]?)(\d{{1,3}}) (\d{{1,2}})/(\d{{1,4}})(?!/){end}",
            mixed,
            "/",
        ),
        Rule("fraction", rf"(?<![\w.,/])(?P<sign>(?<!\d)[-−]|){under}", fraction, "/"),
        Rule("fraction", rf"(?<![\w.,/])(\d{{0,4}}) ?([{''.join(PARTS)}])", part),
        Rule("ratio", rf"(?<![\w.,:])\d{{1,3}}(?: ?: ?\d{{1,3}}){{1,2}}(?!:){end}", ratio, ":"),
        Rule("power", rf"(?<![\w.,])({number})(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)", power, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
        Rule("times", r"(?<![\w.,])(\d{1,4}) ?[x×] ?(?=\d)", times, "x×"),
        Rule(
            "several", r"(?<![\w.,–-])\d{1,4}(?:[-–]\d{1,3}){2,4}(?![\w–-]|[.,]\d)", several, "-–"
        ),
        Rule("range", rf"{BEGIN}({number}) ?[–—-] ?({number})(?![\w–-]|[.,:]\d)", span, "–—-"),
        Rule(
            "decimal",
            rf"{BEGIN}(?P<sign>{SIGN})?(?P<whole>\d{{1,6}})\.(?P<rest>\d{{1,2}}|\d{{4,8}}){end}",
            decimal,
            ".",
        ),
        Rule(
            "number",
            rf"{BEGIN}(?P<sign>{SIGN})?(?P<number>{number})(?!\w|[.,:'’]\d)",
            plain,
            DIGITS,
        ),
        Rule(
            "number",
            r"(?<=[^\W\d_]-)(?P<number>\d{1,6})(?!\w|[.,:]\d)",
            name,
            DIGITS,
        ),
        Rule("number and letter", r"(?<![\w.,:/])(\d{1,4})([a-h])(?!\w)", lettered, DIGITS),
        Rule("digits", r"\d+", last, DIGITS),
    )
