"""German counts: fractions, scores, ranges, powers, plain numbers."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import figures
from podcast.spoken.context import has_word, sentence_around, word_after, word_before
from podcast.spoken.de.articles import ACCUSATIVE, DATIVE, article
from podcast.spoken.de.numbers import cardinal, compound, digits, figure
from podcast.spoken.de.ordinals import gender
from podcast.spoken.figures import BEGIN, NUMBER, SIGN, Figure
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import read

ABBREVIATIONS = read(Path(__file__).parent / "data", "abbreviations")
SCORE = (
    r"\w*(?:sieg|gewann|gewonnen|gewinnt|siegte|verlor|verloren|niederlage|unterlag|besiegte|führte|führt"
    r"|spielstand|ergebnis|endstand|halbzeit|satz|sätze|sätzen|schlug|remis|endete|endet|spiel|partie|unentschieden|erfolg|tor|tore)"
)
"""Words of a sentence that tells a score."""
SIGNS = {"-": "minus", "−": "minus", "–": "minus", "+": "plus", "±": "plus minus"}


def say_score(found: Found) -> str:
    """2:1 → zwei zu eins; 1:25.000 → eins zu fünfundzwanzigtausend."""
    parts = [figure(figures.read(part)) for part in re.split(r" ?: ?", found.text)]
    return (" geteilt durch " if re.match(r" ?=", found.after) else " zu ").join(parts)


def say_score_compound(found: Found) -> str:
    """3:2-Sieg → Drei-zu-zwei-Sieg."""
    return f"{cardinal(int(found[1])).capitalize()}-zu-{cardinal(int(found[2]))}-"


def say_range(found: Found) -> str | None:
    """10–15 → zehn bis fünfzehn; 2-1 → zwei zu eins, for no range goes down."""
    low, high = figures.read(found[1]), figures.read(found[2])
    if low.is_code or high.is_code:
        return None
    if re.search(r"[+=×÷] ?\S{0,12} ?$", found.before[-15:]) or re.match(r" ?[=+×÷]", found.after):
        return f"{figure(low)} minus {figure(high)}"
    down = low.whole >= high.whole and not low.fraction and not high.fraction
    if down and low.whole >= 200 and "-" in found.text:  # DIN EN 1090-2
        return f"{figure(low)} {figure(high)}"
    score = down and high.whole < 100 and "-" in found.text
    if score and " - " in found.text and not has_word(sentence_around(found), SCORE):
        return f"{figure(low)} minus {figure(high)}"
    # "ein bis zwei Stunden", but "auf einer Skala von eins bis zehn".
    first = "ein" if low.is_one and re.match(r" [A-ZÄÖÜ]", found.after) else figure(low)
    return f"{first} {'zu' if score else 'bis'} {figure(high)}"


def say_times(found: Found) -> str | None:
    """3x täglich → dreimal täglich; but 2x + 1."""
    if re.match(r" ?[=+−<>²³]", found.after):
        return f"{cardinal(int(found[1]))} x"
    return compound(int(found[1])) + "mal"


def say_by(found: Found) -> str:
    """4x100 → vier mal einhundert."""
    return f"{cardinal(int(found[1]))} mal "


def say_power(found: Found) -> str:
    """10³ → zehn hoch drei; 10⁻⁶ → zehn hoch minus sechs."""
    plain = found[2].translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
    minus = "minus " if plain.startswith("-") else ""
    return f"{figure(figures.read(found[1]))} hoch {minus}{cardinal(int(plain.lstrip('-')))}"


def say_number(found: Found) -> str | None:
    """9.500 → neuntausendfünfhundert; −5 → minus fünf; 1 Apfel → ein Apfel."""
    number = figures.read(found["number"])
    sign = SIGNS[found["sign"].strip()] + " " if found["sign"] else ""
    if len(number.digits) > figures.LONGEST:
        return sign + digits(number.digits)
    if number.is_one and not sign and found.after[:1] == " ":
        return _one(found)
    return sign + figure(number)


def _one(found: Found) -> str:
    """1 before a noun; which article is left to those nouns that say it themselves."""
    noun, before = word_after(found), word_before(found)
    if re.match(r" (?:bis|oder) \d+ [A-ZÄÖÜ]", found.after):
        return "ein"
    if f"{noun}." in ABBREVIATIONS or found.before.endswith("§ "):
        return "eins"
    if (
        not re.fullmatch("[A-ZÄÖÜ][a-zäöüß]+", noun)
        or _labels(before)
        or before in ("der", "die", "das", "den")
    ):
        return "eins"
    return article(gender(noun), found.before)


def _labels(before: str) -> bool:
    """Whether it's a noun that numbers: Platz 1, but not "Mit 1 Album"."""
    return before[:1].isupper() and before.lower() not in DATIVE | ACCUSATIVE


def say_decimal_point(found: Found) -> str:
    """3.5 → drei Punkt fünf."""
    return figure(Figure(int(found[1]), found[2], found[1], point=True))


def say_great(found: Found) -> str | None:
    """3.000.000.000 → drei Milliarden: no address of the net has such parts."""
    parts = found.text.lstrip("+").replace(" ", ".").split(".")
    if not any(len(part) == 3 and (part[0] == "0" or int(part) > 255) for part in parts[1:]):
        return None
    sign = "plus " if found.text[0] == "+" else ""
    return sign + cardinal(int("".join(parts)))


def say_version(found: Found) -> str:
    """Version v1.2 → Version eins Punkt zwei: the v is said already."""
    return " Punkt ".join(cardinal(int(part)) for part in found[1].split("."))


def say_grouped(found: Found) -> str:
    """1,234.56 → eintausendzweihundertvierunddreißig Komma fünf sechs: the manner of English."""
    number = figures.read_grouped_by_commas(found[1])
    return figure(Figure(number.whole, number.fraction, number.digits))


def say_last(found: Found) -> str:
    """What no rule knew: said as a number, or as digits when it's long or begins with 0."""
    written = found.text
    long = len(written) > 6 or (written[0] == "0" and len(written) > 1)
    said = digits(written) if long else cardinal(int(written))
    left = " " if found.before[-1:].isalpha() else ""
    return left + said + (" " if found.after[:1].isalpha() else "")


def say_lettered(found: Found) -> str:
    """12a → zwölf a."""
    return f"{cardinal(int(found[1]))} {found[2]}"


_END = r"(?!\w|[.,]\d)"
RULES: tuple[Rule, ...] = (
    Rule("score", r"(?<![\w.,:-])(\d{1,3}):(\d{1,3})-(?=[A-ZÄÖÜ])", say_score_compound, ":"),
    Rule(
        "score",
        rf"(?<![\w.,:])\d{{1,3}}(?: ?: ?\d{{1,3}}(?:\.\d{{3}})*){{1,2}}(?! ?:){_END}",
        say_score,
        ":",
    ),
    Rule(
        "ratio",
        r"(?<![\w.,:])(\d{1,3}(?:,\d{1,2})?) ?: ?(\d{1,3},\d{1,2})(?![\w:]|[.,]\d)",
        say_score,
        ":",
    ),
    Rule(
        "formation",
        r"(?<![\w.,-])\d-\d-\d(?:-\d)?(?=[ ,.;!?)]|-[A-Z]|$)",
        lambda found: digits(found.text),
        "-",
    ),
    Rule("power", rf"(?<![\w.,])({NUMBER})(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)", say_power, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    Rule("times", r"(?<![\w.,])(\d{1,4}) ?[x×] ?(?=\d)", say_by, "x×"),
    Rule(
        "times", r"(?<![\w.,])(\d{1,4})(?:x\b|×(?!\w)| [x×](?= [A-ZÄÖÜ][a-zäöü]))", say_times, "x×"
    ),
    Rule("range", rf"{BEGIN}({NUMBER}) ?[–—-] ?({NUMBER})(?![\w–-]|[.,:]\d)", say_range, "–—-"),
    Rule("price", r"(?<=\d)[,.][-–—]{1,2}(?![\w-])", lambda found: "", "-–—"),
    Rule("number", r"(?<![\w.,])([1-9]\d{0,2},\d{3}\.\d{1,4})(?![\w]|[.,]\d)", say_grouped, "."),
    Rule(
        "decimal", rf"(?<![\w.,])(\d{{1,6}})\.(\d{{1,2}}|\d{{4,8}}){_END}", say_decimal_point, "."
    ),
    Rule(
        "number",
        rf"{BEGIN}(?P<sign>{SIGN})?(?P<number>{NUMBER})(?!\w|[.,:'’]\d)",
        say_number,
        DIGITS,
    ),
    Rule(
        "number", r"(?<=[^\W\d_]-)(?P<sign>)(?P<number>\d{1,6})(?!\w|[.,:]\d)", say_number, DIGITS
    ),
    Rule(
        "number and letter", r"(?<![\w.,:/])(\d{1,4})([a-h])(?!\w|(?<=f)\.)", say_lettered, DIGITS
    ),
)
"""In order of how much they tell."""

FIRST: tuple[Rule, ...] = (
    Rule("version", r"(?<=\bVersion )v(\d{1,4}(?:\.\d{1,4}){1,4})(?![\w.]\w)", say_version, "v"),
    Rule("number", r"(?<![\w.,])[1-9]\d{0,2}(?:\.\d{3}){3,4}(?![\w]|[.,]\d)", say_great, "."),
    Rule("number", r"(?<![\w.,])\+[1-9]\d{0,2}(?: 000){2,4}(?![\w]|[ .,]\d)", say_great, "+"),
)
"""Before what would take them for codes."""

LAST: tuple[Rule, ...] = (Rule("digits", r"\d+", say_last, DIGITS),)
"""When all else has had its turn."""
