"""French numbers in words, and the gender of what they count."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import numbers
from podcast.spoken.figures import Figure
from podcast.spoken.tables import read

DATA = Path(__file__).parent / "data"
_FEMININE = frozenset(read(DATA, "feminine"))
_MASCULINE = frozenset(read(DATA, "masculine"))
_ENDS = (
    "tion", "sion", "xion", "nion", "gion", "aison", "ité", "lté", "rté", "auté", "ie", "ance", "ence",
    "ée", "se", "tte", "nte", "nde", "ive", "ude", "uche", "ale", "ole", "trice", "ure", "ade", "elle",
    "enne", "onne", "aine", "ine", "ère", "ille",
)  # fmt: skip
_HUNDREDS = "deux|trois|quatre|cinq|six|sept|huit|neuf"


def cardinal(number: int, article: str = "") -> str:
    """80 → quatre-vingts; 21 with the article "une" → vingt-et-une."""
    ruleset = "spellout-cardinal-feminine" if article == "une" else "spellout-cardinal-masculine"
    said = numbers.cardinal(number, "fr", ruleset)
    # CLDR leaves out the s before million and milliard, which are nouns.
    said = re.sub(r"\b(quatre-vingt)(?= (?:million|milliard|billion))", r"\1s", said)
    return re.sub(rf"\b((?:{_HUNDREDS}) cent)(?= (?:million|milliard|billion))", r"\1s", said)


def digits(written: str) -> str:
    """06 → zéro six."""
    return " ".join(cardinal(int(digit)) for digit in written if digit.isdigit())


def group(written: str) -> str:
    """A group of a telephone number: 45 → quarante-cinq, 06 → zéro six, 800 → huit cents."""
    if len(written) > 3:
        return digits(written)
    rest = written.lstrip("0")
    zeros = len(written) - len(rest)
    return " ".join(["zéro"] * zeros + ([cardinal(int(rest))] if rest else []))


def figure(number: Figure, one: str = "") -> str:
    """3,14 → trois virgule quatorze; 21 before "une tonne" → vingt-et-une."""
    if number.is_code and not number.fraction:
        return digits(number.digits)
    if not number.fraction:
        return cardinal(number.whole, one.partition(" ")[0])
    point = "point" if number.point else "virgule"
    return f"{cardinal(number.whole)} {point} {decimals(number.fraction)}"


def decimals(written: str) -> str:
    """14 → quatorze; 05 → zéro cinq; 1416 → quatorze seize; longer ones digit by digit."""
    if len(written) in {4, 6}:
        return " ".join(group(pair) for pair in re.findall("..", written))
    return group(written) if len(written) <= 3 else digits(written)


def takes_plural(number: Figure) -> bool:
    """From two on: un virgule cinq kilomètre."""
    return number.whole >= 2


def article(noun: str) -> str:
    """Return une before a noun that is feminine, or whose plural is; un before another one.

    Empty for what is no noun, and for a name: 13001 Marseille.
    """
    if not noun.isalpha() or (noun[0].isupper() and not noun.endswith(_PEOPLE)):
        return ""
    word = noun.lower()
    singular = word.removesuffix("s")
    if {word, singular} & _MASCULINE:
        return "un"
    return "une" if {word, singular} & _FEMININE or singular.endswith(_ENDS) else "un"


def counted(number: int, noun: str) -> str:
    """1, heure → une heure; 21 → vingt-et-une heures; 0 → zéro heure."""
    return f"{cardinal(number, article(noun))} {noun}{'s' if number > 1 else ''}"


_PEOPLE = ("aise", "aises", "enne", "ennes", "oise", "oises")
_RANKS = {"un": "un", "quatre": "quatr", "cinq": "cinqu", "neuf": "neuv", "vingts": "vingt",
          "cents": "cent", "millions": "million", "milliards": "milliard"}  # fmt: skip


def ordinal(number: int, gender: str = "masculine") -> str:
    """1 → premier, première; 21 → vingt-et-unième; 200 → deux centième."""
    if number == 1:
        return "premier" if gender == "masculine" else "première"
    said = re.sub(r"s (?=millions?$|milliards?$)", " ", cardinal(number))
    last = re.split("[ -]", said)[-1]
    return f"{said.removesuffix(last)}{_RANKS.get(last, last.removesuffix('e'))}ième"


_PARTS = {2: ("demi", "demis"), 3: ("tiers", "tiers"), 4: ("quart", "quarts")}


def fraction(over: int, under: int, noun: str = "") -> str:
    """3/4 → trois quarts; 1/2 heure → une demi-heure."""
    tens = re.fullmatch("10+", str(under))
    if under == 1 or (under > 100 and not tens) or (over, under) == (24, 7):
        return f"{cardinal(over)} sur {cardinal(under)}"
    one, several = _PARTS.get(under) or (ordinal(under), ordinal(under) + "s")
    return f"{'un' if over == 1 else cardinal(over)} {one if over == 1 else several}"


def half(noun: str) -> str:
    """2½ heures → deux … et demie."""
    return "et demie" if article(noun) == "une" else "et demi"
