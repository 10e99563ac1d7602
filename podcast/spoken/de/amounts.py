"""German amounts: money, measures, compounds with a number, telephone numbers."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from podcast.spoken import figures, metric
from podcast.spoken.de import articles
from podcast.spoken.de.counts import SIGNS
from podcast.spoken.de.numbers import cardinal, compound, figure
from podcast.spoken.de.ordinals import STARTERS
from podcast.spoken.figures import NUMBER, Figure
from podcast.spoken.quantities import Forms, Wording, bare
from podcast.spoken.quantities import rules as quantities
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import read_pairs

HERE = Path(__file__).parent / "data"


def with_cents(whole: str, cents: int, names: Forms) -> str:
    """zwei Euro fünfzig, but zwei Euro zwei Cent: as it's said at the till."""
    if cents >= 10:
        return f"{whole} {cardinal(cents)}"
    return f"{whole} {names[0] if cents == 1 else f'{cardinal(cents)} {names[1]}'}"


def in_words(number: Figure, one: str = "") -> str:
    """1.5 → eins Komma fünf: who measures with a full stop means the comma."""
    return figure(dataclasses.replace(number, point=False), one)


def lower(number: Figure, one: str) -> str:
    """1–2 Stunden → ein bis zwei Stunden, whatever its gender."""
    return "ein" if number.is_one else in_words(number, one)


WORDING = Wording(
    figure=in_words,
    one=lambda one, found: articles.one(one, found.before, found.after),
    lower=lower,
    starters=STARTERS,
    takes_plural=lambda number: True,
    units=metric.units(HERE, frozenset("B")),
    currencies=read_pairs(HERE, "currencies"),
    cents=read_pairs(HERE, "cents"),
    magnitudes=read_pairs(HERE, "magnitudes"),
    with_cents=with_cents,
    joined=lambda noun: f" {noun}",
    signs=SIGNS,
    to="bis",
    to_words="bis|bis zu|und|oder",
    per="pro",
)


def say_height(found: Found) -> str | None:
    """1,80 m → ein Meter achtzig; but 0,75 m as a decimal."""
    metres, rest = int(found[1]), int(found[2])
    if not metres:
        return None
    whole = "ein" if metres == 1 else cardinal(metres)
    return f"{whole} Meter" + (f" {cardinal(rest)}" if rest else "")


def say_small_minutes(found: Found) -> str:
    """10 min. später → zehn Minuten später; "30 min." before a capital ends a sentence."""
    number, forms = figures.read(found[1]), WORDING.units[found[2]]
    return forms[0] if number.is_one else f"{in_words(number)} {forms[1]}"


def say_until(found: Found) -> str:
    """20%-30% → zwanzig bis dreißig Prozent."""
    return f"{in_words(figures.read(found[1]))} bis "


def say_thousands(found: Found) -> str:
    """50k Follower → fünfzigtausend."""
    number = figures.read(found[1])
    return f"{figure(number)} tausend" if number.fraction else f"{compound(number.whole)}tausend"


_UNIT = "|".join(sorted(map(re.escape, WORDING.units), key=len, reverse=True))


def say_product(found: Found) -> str | None:
    """3 W/(m²·K) → drei Watt pro Quadratmeter und Kelvin."""
    number, units = figures.read(found[1]), WORDING.units
    below = [bare(units[found[3]]), bare(units[found[4]])]
    said = units[found[2]][0] if number.is_one else f"{in_words(number)} {units[found[2]][1]}"
    return f"{said} pro {' und '.join(below)}"


def say_rate(found: Found) -> str:
    """240 Einwohner/km² → zweihundertvierzig Einwohner pro Quadratkilometer."""
    return f" pro {bare(WORDING.units[found[1]])}"


def say_each(found: Found) -> str | None:
    """10.000 Schritte/Tag → pro Tag; Tag/Nacht are two."""
    counted = re.search(
        r"\d[\d.,]*(?: ?[^\W\d_]+|-mal|(?: ?€| Euro) (?:netto|brutto|warm|kalt))$", found.before
    )
    return f" pro {found[1]}" if counted else None


def say_two_prices(found: Found) -> str | None:
    """15/10 € → fünfzehn beziehungsweise zehn Euro: for grown-ups and for children, no part."""
    first, second = figures.read(found[1]), figures.read(found[2])
    down = (first.whole, first.fraction) > (second.whole, second.fraction)
    if not down:
        return None
    cents = f" Euro {cardinal(int(first.fraction))}" if int(first.fraction or 0) else ""
    return f"{cardinal(first.whole)}{cents} beziehungsweise "


def say_price_from(found: Found) -> str:
    """von 1,89 auf 1,79 € → einem Euro neunundachtzig."""
    whole, cents = int(found[1]), int(found[2])
    said = f"{'einem' if whole == 1 else cardinal(whole)} Euro"
    return f"{said} {cardinal(cents)}" if cents else said


def say_pressure(found: Found) -> str:
    """120/80 mmHg → einhundertzwanzig zu achtzig Millimeter Quecksilbersäule."""
    return f"{cardinal(int(found[1]))} zu {cardinal(int(found[2]))} {WORDING.units['mmHg'][1]}"


def say_lettered_place(found: Found) -> str | None:
    """Gleis 12 A → Gleis zwölf A, and no amperes."""
    # Coulomb, henry and siemens are measured alone or after a sign of equality, not in a sentence.
    # 5 K 123/21 is a file of a court.
    file = re.match(r" \d{1,5}/\d\d(?!\d)", found.after) is not None
    rare = found[2] in "CHS" and found.before and not found.before.endswith("= ")
    if not (rare or file) and not re.search(_PLACE, found.before):
        return None
    return f"{cardinal(int(found[1]))} {found[2]}"


_PLACE = (
    r"(?:\b(?:Gleis|Klasse|Haus|Zimmer|Raum|Block|Gruppe|Halle|Tor|Typ|Modell|Nr\.|Nummer|iPhone|Galaxy|"
    r"Linie|Bus|Gate|Art\.|Artikel|Saal|Reihe|Sitz|Platz|Wagen|Stufe)|§|[Ss]tr\.|[Ss]traße|[Ww]eg|"
    r"[Pp]latz|[Aa]llee|[Gg]asse) $"
)

_TELLING = "km²|m²|ha|kWh|m³|km|kg"
RULES: tuple[Rule, ...] = (
    Rule("height", r"(?<![\w.,-])(\d{1,2}),(\d\d) ?(?:m|Meter)\b(?![²³/])", say_height, DIGITS),
    Rule(
        "number and letter",
        r"(?<![\w.,])(\d{1,4}) ([A-Z])(?!\w|\.\w)",
        say_lettered_place,
        DIGITS,
    ),
    Rule("range", rf"(?<![\w.,])({NUMBER}) ?[%€] ?[-–] ?(?={NUMBER} ?[%€])", say_until, "%€"),
    Rule("thousands", rf"(?<![\w.,])({NUMBER})k(?![\w€])", say_thousands, "k"),
    Rule(
        "measure", rf"(?<![\w.,])({NUMBER}) ?(min|sec|h)\.(?= [a-zäöü])", say_small_minutes, "mse"
    ),
    Rule(
        "prices",
        r"(?<=\b[vV]on )(\d{1,3}),(\d\d)(?= auf \d{1,3},\d\d ?(?:€|Euro\b))",
        say_price_from,
        ",",
    ),
    Rule(
        "prices",
        r"(?<![\w.,/])(\d{1,3}(?:,\d\d)?) ?/ ?(?=(\d{1,3}(?:,\d\d)?) ?(?:€|Euro\b))",
        say_two_prices,
        "/",
    ),
    Rule("pressure", r"(?<![\w.,/])(\d{2,3})/(\d{2,3}) ?mmHg\b", say_pressure, "/"),
    Rule(
        "times",
        r"(?<=\d) (?:x|×) (?=\d)|(?<=\d [cdkm]m) (?:x|×) (?=\d)|(?<=\d m) [x×] (?=\d)",
        lambda found: " mal ",
        "x×",
    ),
    Rule(
        "measure",
        rf"(?<![\w.,])({NUMBER}) ?({_UNIT})/\(({_UNIT})[ ·*⋅]?({_UNIT})\)",
        say_product,
        "(",
    ),
    *quantities(WORDING),
    Rule(
        "per",
        r"(?<=[a-zäöüß])/(Tag|Woche|Monat|Jahr|Nacht|Stunde|Minute|Person|Einwohner|Kopf|Tonne|Stück)\b",
        say_each,
        "/",
    ),
    Rule(
        "unit",
        rf"(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹]) ?({_UNIT})(?![\w²³/])",
        lambda found: f" {WORDING.units[found[1]][1]}",
        "⁰¹²³⁴⁵⁶⁷⁸⁹",
    ),
    Rule("measure", rf"(?<=[a-zäöüß₂])/({_TELLING})(?![\w²³/])", say_rate, "/"),
)
