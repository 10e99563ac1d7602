"""German compounds with a number: 20-jährig, 5%-Hürde, 100-Meter-Lauf, 2-3-mal."""

from __future__ import annotations

from podcast.spoken import figures
from podcast.spoken.de.amounts import WORDING
from podcast.spoken.de.numbers import cardinal, compound, figure
from podcast.spoken.figures import NUMBER
from podcast.spoken.quantities import bare
from podcast.spoken.rules import DIGITS, Found, Rule


def say_joined(found: Found) -> str | None:
    """10-mal → zehnmal, 20-jährige → zwanzigjährige, 50%ige → fünfzigprozentige."""
    number = figures.read(found[1])
    if number.fraction:
        return f"{figure(number)}{'prozent' if found['percent'] else ''}{found['rest'].lower()}"
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


_MANY = (
    r"(?:mal|malig|[fF]ach|köpfig|[jJ]ährig|stündig|tägig|minütig|sekündig|wöchig|monatig|stellig|teilig|prozentig|"
    r"seitig|stöckig|sitzig|türig|gleisig|spurig|bändig|sprachig|gradig|stufig|zeilig|klassig|"
    r"zehntel|stel)"
)
_JOINING = "%|€|°C|km/h|km|kg|cm|mm|m|g|t|l|h|kWh|kW|MW|GW|kV|V|W|PS|GB|MB|Euro|Dollar|Min\\."


def say_percent_points(found: Found) -> str:
    """0,25 %-Punkte → null Komma zwei fünf Prozentpunkte."""
    return f"{figure(figures.read(found[1]))} Prozent{found[2].lower()}"


def say_and_half_times(found: Found) -> str:
    """1,5-mal → eineinhalbmal."""
    return f"{compound(int(found[1]))}einhalbmal"


def say_relay(found: Found) -> str:
    """4x100-m-Staffel → Vier-mal-einhundert-Meter-Staffel."""
    return f"{cardinal(int(found[1])).capitalize()}-mal-{compound(int(found[2]))}-Meter-"


RULES: tuple[Rule, ...] = (
    Rule("per cent", rf"(?<![\w.,-])({NUMBER}) ?%-(Punkten?|punkten?)\b", say_percent_points, "%"),
    Rule("compound", r"(?<![\w.,-])(\d{1,2}),5-?mal\b", say_and_half_times, "m"),
    Rule(
        "compound",
        r"(?<![\w.,-])(\d{1,2}) ?[x×] ?(\d{2,4})-(?:m|Meter)-(?=[A-ZÄÖÜa-z])",
        say_relay,
        "x×",
    ),
    Rule("compound", r"(?<![\w.,])(\d{1,3})[\"″”]-(?=[A-ZÄÖÜ])", say_inches, "-"),
    Rule("compound", r"(?<![\w.,])(\d{1,3})\+(\d{1,2})-(?=[A-ZÄÖÜ])", say_plus_compound, "+"),
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
)
