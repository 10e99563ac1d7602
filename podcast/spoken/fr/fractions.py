"""French fractions: of a unit, of a noun, of a final; marks out of twenty."""

from __future__ import annotations

import re

from podcast.spoken import romance
from podcast.spoken.context import word_before
from podcast.spoken.figures import read
from podcast.spoken.fr.amounts import MANNER, WORDING, joined
from podcast.spoken.fr.dates import BEFORE_DAY
from podcast.spoken.fr.numbers import article, cardinal, figure, fraction, half
from podcast.spoken.quantities import bare
from podcast.spoken.rules import Found, Rule
from podcast.spoken.tables import words

_NO_NOUNS = words(
    "des aux que qui dont sur par pour avec dans est sont soit puis mais environ contre selon entre "
    "chaque fois plus moins seulement après avant"
)


def say_half(found: Found) -> str | None:
    """1/2 heure → une demi-heure; ½ litre → un demi-litre."""
    if found[1] in _NO_NOUNS:
        return None
    return _without_one(found, f"{article(found[1])} demi-{found[1]}")


def say_half_of_noun(found: Found) -> str | None:
    """1 1/2 heure → une heure et demie, 2½ litres → deux litres et demi."""
    number, noun = int(found[1]), found[2]
    if noun in _NO_NOUNS:
        return None
    noun = noun.removesuffix("s") if number == 1 else noun
    return f"{cardinal(number, article(noun))} {noun} {half(noun)}"


def say_mixed(found: Found) -> str:
    """3 1/4 kg → trois kilogrammes et un quart."""
    number, forms = int(found[1]), WORDING.units[found[4]]
    part = fraction(int(found[2]), int(found[3]))
    whole = forms[0] if number == 1 else f"{cardinal(number, forms[0].split()[0])} {forms[1]}"
    return f"{whole} et {part}"


def say_part_of(found: Found) -> str:
    """3/4 km → trois quarts de kilomètre, 1/2 kg → un demi-kilogramme."""
    over, under, forms = int(found[1]), int(found[2]), WORDING.units[found[3]]
    if (over, under) == (1, 2):
        return _without_one(found, f"{forms[0].partition(' ')[0]} demi-{bare(forms)}")
    return f"{fraction(over, under)}{joined(bare(forms))}"


def say_part_of_noun(found: Found) -> str:
    """3/4 litre → trois quarts de litre."""
    return f"{fraction(int(found[1]), int(found[2]))}{joined(found[3])}"


def say_part(found: Found) -> str | None:
    """un 1/4 d'heure → un quart d'heure, le 1/3 des voix → le tiers des voix."""
    said = fraction(1, int(found[1]))
    left = _without_one(found, said)
    return left if left != said else None


_DETERMINED = re.compile(r"\b(?:une?|l[ea]|du|au|ce|cette|chaque) $", re.IGNORECASE)
_LONGEST_DETERMINER = len("chaque ")


def _without_one(found: Found, said: str) -> str:
    """Leave out the article of a part that has one: une 1/2 heure."""
    determined = _DETERMINED.search(found.before, max(0, len(found.before) - _LONGEST_DETERMINER))
    return said.partition(" ")[2] if determined and said.partition(" ")[2] else said


def say_half_of_unit(found: Found) -> str:
    """1½ h → une heure et demie, 2 1/2 kg → deux kilogrammes et demi."""
    number, forms = int(found[1]), WORDING.units[found[2]]
    said = forms[0] if number == 1 else f"{cardinal(number, forms[0].split()[0])} {forms[1]}"
    return f"{said} {half(bare(forms))}"


_MARKED = re.compile(r"\b(?:not|moyenne|obt|score|mention|avis|étoile|indice)\w* [^.]{0,20}$")


def say_out_of(found: Found) -> str | None:
    """noté 15/20 → quinze sur vingt, 4,5/5, 7j/7 → sept jours sur sept."""
    over, unit, under = found["over"], found["unit"], found["under"]
    whole = over == under and over != "50"
    round_the_clock = unit and over + unit.strip()[0] in {"24h", "7j"}
    pressure = found.after.lstrip().startswith("mmHg")
    if not (
        pressure
        or whole
        or round_the_clock
        or "," in over
        or (under in {"5", "6", "10", "20", "100"} and _MARKED.search(found.before))
    ):
        return None
    if int(under) <= 12 and not unit and BEFORE_DAY.search(found.before):
        return None
    said = figure(read(over), "une" if unit.startswith("h") else "")
    noun = {"h": " heures", "j": " jours"}.get(unit.strip()[:1], "")
    return f"{said}{noun} sur {cardinal(int(under))}"


def say_final(found: Found) -> str:
    """1/4 de finale, 1/8es de finale → quart de finale, huitièmes de finale; 1/8e → un huitième."""
    over, under = int(found[1]), int(found[2].replace(" ", ""))
    suffix, final = found[3], found[4]
    if not final:
        return _without_one(found, fraction(over, under)) if over == 1 else fraction(over, under)
    said = fraction(1, under).removeprefix("un ")
    if under == 2:
        return f"demi-{final.split()[-1]}"
    return f"{said}{'s' if suffix.endswith('s') else ''}{final}"


def say_either(found: Found) -> str | None:
    """10/12 °C, 2/3 jours → dix à douze, deux à trois: two estimates, not a part."""
    over, under = int(found[1]), int(found[2])
    estimates = 1 < over < under and (over, under) != (3, 4)
    return f"{cardinal(over)} à {cardinal(under)}" if estimates else None


def say_and_half(found: Found) -> str:
    """deux ans ½ → deux ans et demi."""
    noun = word_before(found)
    forms = WORDING.units.get(noun)
    return f" {half(bare(forms) if forms else noun)}"


def say_part_of_spoon(found: Found) -> str:
    """1/2 c. à c. → une demi-cuillère à café; 3/4 c. à s. → trois quarts de cuillère à soupe."""
    noun = f"cuillère à {'soupe' if found[3] == 's' else 'café'}"
    over, under = int(found[1]), int(found[2])
    if (over, under) == (1, 2):
        return _without_one(found, f"une demi-{noun}")
    return f"{fraction(over, under)} de {noun}"


_PARTED = r"km|cm|kg|g|l|L|m|h|t"
PARTS: tuple[Rule, ...] = (
    Rule("part", r"(?<![\w.,/])(\d)/([2-9]) c\. ?à ?([sc])\b\.?", say_part_of_spoon, "/"),
    romance.pressure(MANNER, "tension|ta"),
    Rule(
        "either",
        r"(?<![\w.,/])(\d{1,3})/(\d{1,3})(?= ?[°€]| (?:jours|semaines|mois|ans|fois|personnes|minutes)\b)",
        say_either,
        "/",
    ),
    Rule(
        "part",
        r"(?<![\w.,/])(1)/([2-9]|16|32|64)(es?|)((?: de)? finales?)\b",
        say_final,
        "/",
    ),
    Rule("part", r"(?<![\w.,/])(\d{1,3})/(1 000|\d{1,4})(es?|èmes?)(?!\w)()", say_final, "/"),
    Rule(
        "half",
        rf"(?<![\w.,/])(\d{{1,3}}) ?(?:½| 1/2) ?({_PARTED})(?![\w/²³])",
        say_half_of_unit,
        "½2",
    ),
    Rule(
        "out of",
        r"(?<![\w.,/])(?P<over>\d{1,3}(?:,\d{1,2})?)(?P<unit> ?(?:heures|jours|[hj]))?/"
        r"(?P<under>\d{1,3})(?:h|j)?(?![\w/]|[.,]\d)",
        say_out_of,
        "/",
    ),
    Rule(
        "part",
        rf"(?<![\w.,/])(\d{{1,3}}) (\d{{1,2}})/([3-9]|10) ?({_PARTED})(?![\w/²³])",
        say_mixed,
        "/",
    ),
    Rule(
        "part",
        rf"(?<![\w.,/])(?<!\d )(\d{{1,2}})/([2-9]|10) ?({_PARTED})(?![\w/²³])",
        say_part_of,
        "/",
    ),
)
"""What would else be taken for an hour: 3/4 h, 24h/24."""

RULES: tuple[Rule, ...] = (
    Rule("half", r"(?<=[a-zà-ÿ]) (?:½|et 1/2)(?!\w)", say_and_half, "½/"),
    Rule(
        "half",
        r"(?<![\w.,/])(\d{1,3})(?: ?½| 1/2) ([a-zà-ÿœ]{3,})",
        say_half_of_noun,
        "½2",
    ),
    Rule("half", r"(?<![\w.,/])(?<!\d )(?:1/2|½) ([a-zà-ÿœ]{3,})", say_half, "2½"),
    Rule(
        "part",
        r"(?<![\w.,/])([23])/([34]) (litre|kilo|kilogramme|mètre|kilomètre|tasse|verre|pinte|livre|page|heure|siècle)\b",
        say_part_of_noun,
        "/",
    ),
    Rule("part", r"(?<![\w.,/])1/([2-9]|1\d)(?![\w/]|[.,]\d)", say_part, "/"),
)
