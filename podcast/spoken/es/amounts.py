"""Spanish amounts: money, measures, counts."""

from __future__ import annotations

import dataclasses
import re

from podcast.spoken import figures, romance
from podcast.spoken.context import has_word, sentence_around
from podcast.spoken.es.numbers import (
    article,
    cardinal,
    figure,
    fraction,
    half,
    noun_after,
    read_number,
)
from podcast.spoken.es.raised import SIDES
from podcast.spoken.es.wording import IN_PESOS, MANNER, PESOS, SIGNS, WORDING, with_cents
from podcast.spoken.quantities import bare
from podcast.spoken.quantities import rules as quantities
from podcast.spoken.rules import DIGITS, Found, Rule

_PULSE = r"pulso|pulsaciones|latidos?|frecuencia|cardíac[ao]s?|cardiac[ao]s?|ritmo"


def say_pulse(found: Found) -> str | None:
    """un pulso de 81 ppm → pulsaciones por minuto, of a heart."""
    if not has_word(sentence_around(found), _PULSE):
        return None
    return f"{cardinal(int(found[1]), 'una')} pulsaciones por minuto"


def say_part_of(found: Found) -> str | None:
    """3/5 mph → tres quintos de milla por hora."""
    forms = WORDING.units[found["unit"]]
    over, under = (
        figures.PARTS[found["part"]] if found["part"] else (int(found["over"]), int(found["under"]))
    )
    if not under:
        return None
    if found["whole"]:
        whole = figures.Figure(int(found["whole"]))
        said = forms[0] if whole.is_one else f"{figure(whole, forms[0])} {forms[1]}"
        more = half(bare(forms)) if (over, under) == (1, 2) else f"y {fraction(over, under)}"
        return f"{said} {more}"
    joined = "" if (over, under) == (1, 2) else "de "
    return f"{fraction(over, under, bare(forms))} {joined}{bare(forms)}"


def say_american(found: Found) -> str | None:
    """1,250 → mil doscientos cincuenta, in the regions that group by commas."""
    # 1,250.50 can be nothing else anywhere.
    if not (is_american(found.language) or found["money"] or "." in found["number"]):
        return None
    number = figures.read_grouped_by_commas(found["number"])
    if not found["money"]:
        return figure(number)
    wording = IN_PESOS if found.language[3:5].upper() in PESOS else WORDING
    forms = wording.currencies[found["money"]]
    cents = wording.cents.get(forms[1])
    whole = f"{figure(figures.Figure(number.whole), forms[0])} {forms[1]}"
    if cents and len(number.fraction) == 2 and int(number.fraction):
        return with_cents(whole, int(number.fraction), cents)
    return whole


_THOSE = re.compile(r"\b(?:[oO]tr|[lL]|[uU]n|[eE]s|[eE]st|[tT]od|[aA]quell|[dD]ich)as $")


def say_other_count(found: Found) -> str | None:
    """otras 21 fueron, 21 de ellas, especies (3600) → veintiuna, seiscientas, with no noun after."""
    number = int(found.text)
    listed = re.search(r"([^\W\d_]+s) \($", found.before) if found.after[:1] == ")" else None
    named = listed is not None and article(listed[1]) == "una" and not 1000 <= number <= 2100
    told = found.before.endswith("as ") and _THOSE.search(found.before)
    among = re.match(r" de (?:las|ellas|estas|esas|aquellas|sus víctimas)\b", found.after)
    if not (named or among or (told and not article(noun_after(found)))):
        return None
    return cardinal(number, "una")


def say_small_decimal(found: Found) -> str:
    """0.001 → cero punto cero cero uno: no thousands begin with a nought."""
    sign = SIGNS[found["sign"].strip()] + " " if found["sign"] else ""
    return sign + figure(read_number(found["number"]))


def say_millions_of(found: Found) -> str:
    """2,5 millones de ha → … de hectáreas."""
    return WORDING.units[found.text][1]


def say_unit_of_power(found: Found) -> str:
    """3 × 10⁻⁶ g → … gramos."""
    return f" {WORDING.units[found[1]][1]}"


def say_millions(found: Found) -> str:
    """2,7 M → dos coma siete millones."""
    return f"{figure(figures.read(found[1]))} millones"


def say_each(found: Found) -> str | None:
    """2 millones de barriles/día → al día, 3 litros/persona → por persona; fecha/hora are two."""
    if not re.search(r"\d[\d.,]*(?: [^\W\d_]+ de)? [^\W\d_]+$", found.before):
        return None
    return f" {'al' if found[1] in ('día', 'mes', 'año') else 'por'} {found[1]}"


def say_price_per(found: Found) -> str:
    """€/m² → euros por metro cuadrado."""
    return f"{WORDING.currencies[found['money']][1]} por {bare(WORDING.units[found['unit']])}"


def say_great(found: Found) -> str:
    """100 000 000 000 000 000 000 002 → cien mil trillones dos: what is grouped is no code."""
    return cardinal(int(re.sub(r"\D", "", found.text)))


def is_american(language: str) -> bool:
    """Whether a region's numbers are written 1,250.5: Mexico, Central America, the Caribbean."""
    return language[3:].upper() in ("MX", "US", "PR", "GT", "HN", "NI", "PA", "SV", "DO", "PE")


def _sure(rule: Rule) -> Rule:
    """The rule for money, but COP 28 is a conference, and Q3 a quarter."""

    def say(found: Found) -> str | None:
        conference = found["unit"] == "COP" and len(found["low"]) < 3 and not found["great"]
        quarter = found["unit"] in ("Q", "q") and found["low"] in ("1", "2", "3", "4")
        said = None if conference or quarter else rule.say(found)
        # uno a dos kilómetros: only right before its noun is it shortened.
        return _whole_one(said) if said and found["high"] else said

    return (
        dataclasses.replace(rule, say=say)
        if rule.name in ("money", "measure", "magnitude")
        else rule
    )


def _whole_one(said: str) -> str:
    """un a dos → uno a dos, veintiún y → veintiuno y."""
    said = re.sub(r"\bun(?= (?:a|y|o) )", "uno", said, count=1)
    return re.sub(r"veintiún(?= (?:a|y|o) )", "veintiuno", said, count=1)


def _pesos(rule: Rule) -> Rule:
    """The rule for money where $ is the peso."""

    def say(found: Found) -> str | None:
        return rule.say(found) if found.language[3:5].upper() in PESOS else None

    return dataclasses.replace(rule, say=say)


_UNITS = "|".join(
    sorted((u for u in WORDING.units if u.isalpha() or "/" in u), key=len, reverse=True)
)

RULES: tuple[Rule, ...] = (
    Rule(
        "american",
        r"(?:(?<![\w])(?P<money>(?:US|U|MX|AR)?\$|USD|MXN) ?)?(?<![\w.,])"
        r"(?P<number>[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?)(?!\w|[.,]\d)(?! ?(?:mil|bill)(?:ón|lones|ones)?)",
        say_american,
        ",",
    ),
    Rule(
        "part",
        rf"(?<![\w.,/])(?:(?P<whole>\d{{1,3}}) ?(?=\d/|[½¼¾])(?<!\d))?(?:(?P<over>\d{{1,2}})/(?P<under>\d{{1,3}})|(?P<part>[{''.join(figures.PARTS)}]))"
        rf" (?P<unit>{_UNITS})(?![\w/])(?:(?:(?<=cdta)|(?<=cda))\.)?",
        say_part_of,
        "/½¼¾",
    ),
    Rule("pulse", r"(?<![\w.,])(\d{2,3}) ?ppm(?!\w)", say_pulse, "p"),
    romance.pressure(MANNER, "tensión|presión|ta"),
    romance.coordinates(MANNER, "grados", SIDES),
    *(_pesos(rule) for rule in quantities(IN_PESOS) if rule.name == "money"),
    Rule(
        "rooms",
        r"(?<![\w.,])([1-9]) hab\.",
        lambda found: (
            f"{cardinal(int(found[1]), 'una')} habitaci{'ón' if found[1] == '1' else 'ones'}"
        ),
        "h",
    ),
    *(_sure(rule) for rule in quantities(WORDING)),
    Rule(
        "number", r"(?<![\w.,:/-])(?<!\d )[1-9]\d{0,3}(?![\w:/–-]|[.,]\d)", say_other_count, DIGITS
    ),
    Rule(
        "decimal",
        rf"{figures.BEGIN}(?P<sign>{figures.SIGN})?(?P<number>(?:0|\d{{4,6}})\.\d{{3}})(?!\w|[.,]\d)",
        say_small_decimal,
        ".",
    ),
    Rule(
        "measure",
        rf"(?:(?<=illones de )|(?<=illón de )|(?<=miles de ))(?:{_UNITS}|m²|km²|m³|hm³)(?![\w²³/])",
        say_millions_of,
        "i",
    ),
    Rule(
        "per",
        rf"(?<!\w)(?P<money>[€$£])/(?P<unit>{_UNITS}|m²|km²|m³)(?![\w²³])",
        say_price_per,
        "/",
    ),
    Rule("unit", rf"(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹]) ?({_UNITS})(?![\w²³/])", say_unit_of_power, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    Rule("magnitude", r"(?<![\w.,])(\d{1,3},\d{1,2}) M(?=[,;.)]|$)", say_millions, "M"),
    Rule(
        "per",
        r"(?<=[a-záéíóú]{3})/(día|mes|año|hora|minuto|semana|persona|habitante)(?![\w/])",
        say_each,
        "/",
    ),
    Rule(
        "great number",
        r"(?<![\w.,])\d{1,3}(?:([. ])\d{3})(?:\1\d{3}){4,11}(?![\w]|[.,]\d)",
        say_great,
        DIGITS,
    ),
    *romance.rules(MANNER),
)
