"""German amounts: money, measures, compounds with a number, telephone numbers."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from podcast.spoken import codes, figures
from podcast.spoken.de import articles
from podcast.spoken.de.counts import SIGNS
from podcast.spoken.de.numbers import cardinal, compound, digits, figure
from podcast.spoken.de.ordinals import STARTERS
from podcast.spoken.de.units import metric
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
    units=metric(),
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


def say_joined(found: Found) -> str | None:
    """10-mal → zehnmal, 20-jährige → zwanzigjährige, 50%ige → fünfzigprozentige."""
    number = figures.read(found[1])
    if number.fraction:
        return f"{figure(number)}{'prozent' if found['percent'] else ''}{found['rest']}"
    rest = "prozent" + found["rest"] if found["percent"] else found["rest"]
    if rest[0].isupper():
        spoken = compound(number.whole) + rest.lower()
        return spoken.capitalize()
    return compound(number.whole) + rest


def say_joined_range(found: Found) -> str:
    """2-3-mal, 3–5-jährige → zwei- bis dreimal, drei- bis fünfjährige."""
    rest = "mal" if found[3] in ("x", "×") else found[3] or found[4]
    high = compound(int(found[2])) + rest.lower()
    high = high.capitalize() if rest[0].isupper() else high
    return f"{compound(int(found[1]))}- bis {high}"


def say_unit_compound(found: Found) -> str:
    """100m-Lauf, 5%-Hürde, 10 km-Lauf → Einhundert-Meter-Lauf, Fünf-Prozent-Hürde …"""
    number = figures.read(found[1])
    spoken = figure(number).replace(" ", "-") if number.fraction else compound(number.whole)
    forms = WORDING.units.get(found[2]) or WORDING.currencies[found[2]]
    noun = (bare(forms) if number.is_one else forms[1]).replace(" ", "-")
    return f"{spoken[0].upper()}{spoken[1:]}-{noun}-"


def say_inches(found: Found) -> str:
    """65"-Fernseher → Fünfundsechzig-Zoll-Fernseher."""
    return f"{compound(int(found[1])).capitalize()}-Zoll-"


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


def say_plus_compound(found: Found) -> str:
    """50+1-Regel → Fünfzig-plus-eins-Regel."""
    return f"{cardinal(int(found[1])).capitalize()}-plus-{cardinal(int(found[2]))}-"


def say_hyphened(found: Found) -> str:
    """15-Min.-Takt → Fünfzehn-Minuten-Takt, 500-Mrd.-Euro-Paket → Fünfhundert-Milliarden-…"""
    number = figures.read(found[1])
    spoken = compound(number.whole)
    if number.fraction:
        spoken = figure(number).replace(" ", "-")
    parts = [spoken[0].upper() + spoken[1:]]
    for written in found[2].strip("-").split("-"):
        forms = WORDING.magnitudes.get(written) or WORDING.units.get(written)
        forms = forms or WORDING.currencies.get(written)
        one = forms[0].rpartition(" ")[2] if forms else ""
        several = number.whole != 1 or bool(number.fraction)
        if written:
            # "Jahr" in 75-Jahr-Feier is as the writer wants it.
            full = forms and forms[0].endswith(written)
            parts.append((forms[1] if several else one) if forms and not full else written)
    return "-".join(parts) + "-"


_SHORT = {
    "Tel": "Telefon", "Kto": "Konto", "Kd": "Kunden", "Best": "Bestell", "Art": "Artikel",
    "Rg": "Rechnungs", "Mobiltel": "Mobiltelefon",
}  # fmt: skip


def expand(label: str) -> str:
    """Tel. → Telefon, Kd.-Nr. → Kundennummer."""
    match = re.match(r"([A-ZÄÖÜ]\w*)\.?((?:-?[Nn]r\.)?)", label)
    if not match:
        return label
    name = _SHORT.get(match[1].removesuffix("nr"), match[1].removesuffix("nr"))
    number = "nummer" if match[2] or match[1].endswith("nr") else ""
    return name + number + label[match.end() :]


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


def say_pressure(found: Found) -> str:
    """120/80 mmHg → einhundertzwanzig zu achtzig Millimeter Quecksilbersäule."""
    return f"{cardinal(int(found[1]))} zu {cardinal(int(found[2]))} {WORDING.units['mmHg'][1]}"


def say_lettered_place(found: Found) -> str | None:
    """Gleis 12 A → Gleis zwölf A, and no amperes."""
    # Coulomb, henry and siemens are measured alone or after a sign of equality, not in a sentence.
    rare = found[2] in "CHS" and found.before and not found.before.endswith("= ")
    if not rare and not re.search(_PLACE, found.before):
        return None
    return f"{cardinal(int(found[1]))} {found[2]}"


_PLACE = (
    r"(?:\b(?:Gleis|Klasse|Haus|Zimmer|Raum|Block|Gruppe|Halle|Tor|Typ|Modell|Nr\.|Nummer|iPhone|Galaxy|"
    r"Linie|Bus|Gate|Art\.|Artikel|Saal|Reihe|Sitz|Platz|Wagen|Stufe)|§|[Ss]tr\.|[Ss]traße|[Ww]eg|"
    r"[Pp]latz|[Aa]llee|[Gg]asse) $"
)

CODES = codes.Codes(
    labels=r"Tel\.|Telefon|Tel|Fax|Hotline|Handy|Mobil|Durchwahl|Notruf|PIN|TAN|PLZ|Konto|BLZ|"
    r"Postleitzahl|ISBN|ISSN|Vorwahl|Ruf|Code|(?:\w{1,20}-)?ID|Kto\.|(?:[A-ZÄÖÜ]\w{1,20}\.?-Nr\.)|"
    r"\w{1,30}(?:nummer|code|zeichen|nr\.)|Rufnummer",
    short="Notruf|PIN|Vorwahl",
    group=digits,
    spelled="$^",
    digit=cardinal,
    number=cardinal,
    plus="plus",
    point="Punkt",
    minus="minus",
    version="Version",
    joins="bis|und|Euro",
    expand=expand,
)


def say_postcode(found: Found) -> str | None:
    """Hauptstraße 5, 10115 Berlin → … eins null eins eins fünf Berlin."""
    after_street = re.search(r"\d ?[a-z]?, $|\b(?:D|A|CH)-$", found.before)
    return digits(found.text) if after_street else None


def spell(found: Found) -> str:
    """BIC MARKDEF1 → M A R K D E F eins."""
    return " ".join(cardinal(int(sign)) if sign.isdigit() else sign for sign in found.text)


def say_first_postcode(found: Found) -> str | None:
    """10115 Berlin → eins null eins eins fünf Berlin; 20000 Menschen is a count."""
    return None if found.text.endswith("000") else digits(found.text)


_EMERGENCY = (
    r"(?:(?<=\bdie )|(?<=\bder )|(?<=\bunter )|(?<=\bNummer )|(?<=\bRufnummer )|(?<=\bFeuerwehr )|(?<=\bPolizei )|(?<=\bRufen Sie )|(?<=\bwählen Sie ))"
    r"(?:110|112|116 ?117)(?=$|[.,;:!?)]| (?:an|wählen|gewählt|rufen|anrufen|erreichbar|verständigen|"
    r"alarmieren|alarmiert|zu erreichen|oder|und (?:die )?11)\b)"
)
_MANY = (
    r"(?:mal|malig|[fF]ach|köpfig|[jJ]ährig|stündig|tägig|minütig|sekündig|wöchig|monatig|stellig|teilig|prozentig|"
    r"seitig|stöckig|sitzig|türig|gleisig|spurig|bändig|sprachig|gradig|stufig|zeilig|klassig|"
    r"zehntel|stel)"
)
_JOINING = "%|€|°C|km/h|km|kg|cm|mm|m|g|t|l|h|kWh|kW|MW|GW|kV|V|W|PS|GB|MB|Euro|Dollar|Min\\."
_TELLING = "km²|m²|ha|kWh|m³|km|kg"
RULES: tuple[Rule, ...] = (
    Rule("compound", r"(?<![\w.,])(\d{1,3})[\"″”]-(?=[A-ZÄÖÜ])", say_inches, "-"),
    Rule("compound", r"(?<![\w.,])(\d{1,3})\+(\d{1,2})-(?=[A-ZÄÖÜ])", say_plus_compound, "+"),
    Rule("extension", r"(?<=Durchwahl )[-–] ?(?=\d)", lambda found: "", "-–"),
    Rule("account", r"(?<=\bBIC )[A-Z]{6}[A-Z0-9]{2,5}\b", spell, "B"),
    Rule("account", r"(?<=\bBIC: )[A-Z]{6}[A-Z0-9]{2,5}\b", spell, "B"),
    Rule("emergency", _EMERGENCY, lambda found: digits(found.text), "1"),
    Rule("postcode", r"^\d{5}(?= [A-ZÄÖÜ][a-zäöüß]+(?:,|$))", say_first_postcode, DIGITS),
    Rule(
        "postcode",
        r"(?:(?<=, )\d{5}|(?:(?<=\b[DA]-)|(?<=\bCH-))\d{4,5})(?= [A-ZÄÖÜ])",
        say_postcode,
        DIGITS,
    ),
    Rule("height", r"(?<![\w.,-])(\d{1,2}),(\d\d) ?(?:m|Meter)\b(?![²³/])", say_height, DIGITS),
    Rule(
        "compound",
        rf"(?<![\w.,-])(\d{{1,3}}) ?[-–] ?(\d{{1,3}})(?:[- ]?(mal\b|[x×](?!\w))|-?({_MANY}\w{{0,4}})\b)",
        say_joined_range,
        "-–",
    ),
    Rule("compound", rf"(?<![\w.,-])({NUMBER}) ?({_JOINING})-(?=[A-ZÄÖÜ])", say_unit_compound, "-"),
    Rule(
        "compound",
        rf"(?<![\w.,-])({NUMBER}) ?(?P<percent>%)-?(?P<rest>ige?[mnrs]?)(?!\w)",
        say_joined,
        "%",
    ),
    Rule(
        "compound",
        rf"(?<![\w.,-])({NUMBER})-(?P<percent>)(?P<rest>{_MANY}\w{{0,4}})\b",
        say_joined,
        "-",
    ),
    Rule(
        "compound",
        r"(?<![\w.,-])(\d{1,3}(?:,\d|(?:\.\d{3}){1,2})?)(?P<percent>)(?P<rest>(?:mal|fach|jährig)\w{0,4})\b",
        say_joined,
        DIGITS,
    ),
    Rule(
        "compound",
        rf"(?<![\w.,:/-])({NUMBER})((?:-km/h|-[^\W\d_]{{1,24}}\.?|-[%€$])*-)(?=[^\W\d_])",
        say_hyphened,
        "-",
    ),
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
    Rule("measure", rf"(?<=[a-zäöüß₂])/({_TELLING})(?![\w²³/])", say_rate, "/"),
)
