"""German fractions: 3/4, 1 1/2, ½, 2/3-Mehrheit."""

from __future__ import annotations

import re

from podcast.spoken.context import ends_sentence, word_after
from podcast.spoken.de.numbers import cardinal, compound, digits, fraction, part
from podcast.spoken.de.ordinals import gender
from podcast.spoken.figures import PARTS
from podcast.spoken.rules import Found, Rule


def say_mixed(found: Found) -> str:
    """1 1/2 → eineinhalb, 3 3/4 → drei drei Viertel."""
    return _mixed(int(found[1]), int(found[2]), int(found[3]))


def _mixed(whole: int, over: int, under: int) -> str:
    if (over, under) == (1, 2):
        return compound(whole) + "einhalb"
    return f"{compound(whole)} {fraction(over, under)}"


def say_fraction(found: Found) -> str:
    """3/4 → drei Viertel; not 9/11 nor 24/7."""
    over, under = int(found[1]), int(found[2])
    if found[1][0] == "0" and over:
        return f"{digits(found[1])} {cardinal(under)}"
    if re.search(_NAMED, found.before):
        return f"{cardinal(over)} Schrägstrich {cardinal(under)}"
    if (
        re.search(r"\b(?:Seite|Teil|Folge|Bild|Etappe|Runde|Schritt) $", found.before)
        and over <= under
    ):
        return f"{cardinal(over)} von {cardinal(under)}"
    if re.search(r"(?:[kK]lassen?|[sS]tufen?|[gG]rößen?|\bRR) $", found.before):
        return f"{cardinal(over)} {cardinal(under)}"
    if over + under == 100 and over % 5 == 0 and over != under:
        return f"{cardinal(over)} zu {cardinal(under)}"
    if (over, under) in {(24, 7), (9, 11)} or over == under:
        return f"{cardinal(over)} {cardinal(under)}"
    if (over, under) == (1, 4) and word_after(found) == "Stunde" and found.after[0] == " ":
        return "eine Viertel"
    small = under <= 10 and over < 100
    if not (2 <= under <= 1000 and (over < 2 * under or small) and (under <= 100 or over == 1)):
        return f"{cardinal(over)} Schrägstrich {cardinal(under)}"
    if (over, under) == (1, 2) and (following := word_after(found)):
        return _half(following, found.before)
    said = fraction(over, under)
    return said.removeprefix("ein ") if re.search(r"\b[eE]in $", found.before) else said


_NAMED = r"(?:[sS]tr\.|[sS]traße|[wW]eg|[pP]latz|[aA]llee|[gG]asse|\b[A-Z][a-z]?[a-zA-Z]?[A-Z]|\d [A-Z]|Drucksache|Nr\.) $"
"""Where two numbers with a stroke between them are no fraction: house numbers, files of a court."""


def say_part_compound(found: Found) -> str:
    """2/3-Mehrheit → Zwei-Drittel-Mehrheit, 1/4-Finale → Viertelfinale."""
    over, under = int(found[1]), int(found[2])
    if found[3] == "Finale" and over == 1:
        return "Halbfinale" if under == 2 else f"{part(under)}finale"
    if found[1][0] == "0" or (over, under) in {(24, 7), (9, 11)} or over == under > 12:
        whole = (
            f"{digits(found[1])} {cardinal(under)}"
            if found[1][0] == "0"
            else f"{cardinal(over)} {cardinal(under)}"
        )
        return f"{whole[0].upper()}{whole[1:].replace(' ', '-')}-{found[3]}"
    name = "Halbe" if under == 2 else part(under)
    return f"{compound(over).capitalize()}-{name}-{found[3]}"


def say_half_million(found: Found) -> str:
    """1/2 Mio., ½ Mrd. → eine halbe Million, eine halbe Milliarde."""
    noun = {"Mio": "Million", "Mrd": "Milliarde", "Bio": "Billion"}.get(found[1][:3], found[1])
    dot = "." if found.text.endswith(".") and ends_sentence(found) else ""
    return f"eine halbe {noun}{dot}"


def say_file(found: Found) -> str | None:
    """1 BvR 2649/21 → … Schrägstrich einundzwanzig."""
    if not re.search(_NAMED, found.before):
        return None
    return f"{cardinal(int(found[1]))} Schrägstrich {cardinal(int(found[2]))}"


_DETERMINED = r"\b(?:(?P<ein>[kmds]?ein)|(?P<weak>(?:[kmds]?eine|jede|diese|de)[rnm])|(?P<strong>(?:[kmds]?eine|die|jede|diese)|das)) $"


def _half(noun: str, before: str = "") -> str:
    """½ Stunde → eine halbe, einer ½ Stunde → halben, where the article is written."""
    said = _whole_half(noun)
    given = re.search(_DETERMINED, before, re.IGNORECASE)
    if not given:
        return said
    if given["ein"]:
        return said.partition(" ")[2]
    subject = given["weak"] in ("der", "Der") and gender(noun) == "m"
    return "halbe" if given["strong"] or subject else "halben"


def _whole_half(noun: str) -> str:
    ending = {"m": "er", "f": "e", "n": "es"}
    neuter = noun in {"Kilo", "Pfund", "Gramm", "Jahr", "Dutzend", "Kilogramm", "Glas", "Prozent"}
    feminine = noun in {"Stunde", "Million", "Milliarde", "Minute", "Tasse", "Tonne", "Seite"}
    kind = "n" if neuter else "f" if feminine else gender(noun)
    return ("eine" if kind == "f" else "ein") + f" halb{ending[kind]}"


def say_fraction_of_unit(found: Found) -> str:
    """1/2 kg → ein halbes Kilogramm, 3/4 l → drei Viertel Liter."""
    over, under, noun = int(found[1]), int(found[2]), UNITS[found[3]]
    if (over, under) != (1, 2):
        return f"{fraction(over, under)} {noun}"
    neuter = "gramm" in noun.lower()
    feminine = noun in ("Stunde", "Tonne", "Minute")
    return f"{'eine halbe' if feminine else 'ein halbes' if neuter else 'ein halber'} {noun}"


UNITS = {"kg": "Kilogramm", "g": "Gramm", "l": "Liter", "km": "Kilometer", "m": "Meter",
         "cm": "Zentimeter", "h": "Stunde", "t": "Tonne", "ml": "Milliliter"}  # fmt: skip


def say_sign_fraction_of_unit(found: Found) -> str:
    """2½ h → zweieinhalb Stunden, ½ l → ein halber Liter."""
    over, under = PARTS[found[2]]
    noun = UNITS[found[3]]
    if not found[1]:
        return (
            _half(noun, found.before) + f" {noun}"
            if under == 2
            else f"{fraction(over, under)} {noun}"
        )
    plural = noun + "n" if noun in ("Stunde", "Tonne") else noun
    return f"{_mixed(int(found[1]), over, under)} {plural}"


def say_sign_fraction(found: Found) -> str:
    """2½ → zweieinhalb, ¾ → drei Viertel."""
    over, under = PARTS[found[2]]
    if not found[1]:
        following = word_after(found)
        halved = (over, under) == (1, 2) and following
        return _half(following, found.before) if halved else fraction(over, under)
    return _mixed(int(found[1]), over, under)


END = r"(?!\w|[.,]\d)"
_JOINED = {"½": "halb", "1/2": "halb", "¼": "viertel", "1/4": "viertel", "¾": "dreiviertel",
           "3/4": "dreiviertel"}  # fmt: skip
RULES: tuple[Rule, ...] = (
    Rule(
        "fraction", r"(?<![\w.,/-])([½¼¾]|1/[24]|3/4)-(?=[a-zäöü])", lambda found: _JOINED[found[1]]
    ),
    Rule("file", r"(?<![\w.,/-])(\d{1,6})/(\d{2,4})(?![\w/]|[.,]\d)", say_file, "/"),
    Rule(
        "fraction", r"(?<![\w.,/-])(\d{1,2})/(\d{1,2})-([A-ZÄÖÜ][\wäöüß]*)", say_part_compound, "/"
    ),
    Rule(
        "fraction",
        r"(?<![\w.,/-])(?:1/2|½) ?(Million|Milliarde|Billion|Mio\.?|Mrd\.?|Bio\.)(?!\w)",
        say_half_million,
        "/½",
    ),
    Rule(
        "fraction",
        r"(?<![\w.,/-])(\d{1,2})/([2-9]|10) (kg|km|cm|ml|g|l|m|h|t)(?![\w/²³])",
        say_fraction_of_unit,
        "/",
    ),
    Rule(
        "fraction",
        r"(?<![\w.,/])(\d{0,3}) ?([½¼¾⅓⅔⅛]) ?(kg|km|cm|ml|g|l|m|h|t)(?![\w/²³])",
        say_sign_fraction_of_unit,
        "½¼¾⅓⅔⅛",
    ),
    Rule("fraction", rf"(?<![\w.,/])(\d{{1,3}}) (\d{{1,2}})/(\d{{1,3}})(?!/){END}", say_mixed, "/"),
    Rule("fraction", rf"(?<![\w.,/-])(\d{{1,3}})/(\d{{1,4}})(?!/){END}", say_fraction, "/"),
    Rule("fraction", rf"(?<![\w.,/])(\d{{0,4}}) ?([{''.join(PARTS)}])", say_sign_fraction),
)
