"""Measures, per cent, and numbers with a magnitude."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.context import sentence_around
from podcast.spoken.en import figures
from podcast.spoken.en.figures import DASH, LEFT, MAGNITUDE, NUMBER
from podcast.spoken.en.fractions import VULGARS, part_of, small_part, with_article
from podcast.spoken.rules import DIGITS, Found, Rule

_DATA = Path(__file__).parent / "data"


SIGN = r"(?P<sign>[-−–+±~≈<>≤≥](?=[^\s\-−–+]))?"


_SIGNS = {
    "-": "minus ", "−": "minus ", "–": "minus ", "+": "plus ", "±": "plus or minus ",
    "~": "about ", "≈": "about ", "<": "less than ", ">": "more than ", "≤": "at most ",
    "≥": "at least ",
}  # fmt: skip


def units() -> dict[str, tuple[str, ...]]:
    """Return the table of units: {"km": ("kilometre", "kilometres")}."""
    return tables.read_forms(_DATA, "units")


def is_one(number: str, magnitude: str) -> bool:
    """Whether the unit is in the singular: 1 and 1.0, not 1 million."""
    return not magnitude and re.fullmatch(r"0?1(?:\.0+)?", number) is not None


def sign_of(found: Found) -> str:
    """Say what stands before the number: -5 → minus, ~5 → about."""
    sign = found["sign"]
    # "Jan-5", "word -5": a dash after a letter joins, it doesn't count below zero.
    if sign in {"-", "–", "−"} and found.before[-1:].isalnum():
        return " "
    return _SIGNS.get(sign, "")


def per_unit(unit: str, found: Found) -> str:
    """Say the unit after a stroke: $25/year → per year; €5/kg → per kilogram; MW/h → per hour."""
    forms = units().get(unit)
    return f"per {manner(forms[0], found) if forms else unit}"


def manner(words: str, found: Found) -> str:
    """Metre → meter, but in the British manner: American voices stumble over the other."""
    if figures.british(found):
        return words
    return re.sub(r"(met|lit)re", r"\1er", words)


def say_metres(found: Found) -> str | None:
    """10m tall, a 100m sprint → metres, not million."""
    if counts_heads(found) and found.after.startswith(" in"):
        return None
    one = figures.describes(found) or found["n"] == "1"
    legs = f"{figures.count(found['legs'], found)} by " if found["legs"] else ""
    return f"{legs}{figures.count(found['n'], found)} {manner('metre' if one else 'metres', found)}"


_SPACED = frozenset(["m", "g", "t", "W", "V", "l", "L", "J", "h", "°", "K"])
"""Units of one letter that are told from a word even after a space."""


_METRE_WORDS = (
    r"[ -](?:high|tall|long|wide|deep|away|from|below|above|apart|sprint|dash|race|hurdles|relay"
    r"|freestyle|butterfly|backstroke|breaststroke|medley|final|record|runner|swim|champion|title"
    r"|world|dive|tower|wall|fence|radius|stretch|walk|drop|tunnel|pool|gold|silver|bronze|heats?"
    r"|free|air|rifle|steeplechase|in)\b"
)


_METRES = re.compile(rf"{_METRE_WORDS}|\s?[.,;:)]|\s?$", re.IGNORECASE)


_ALSO_WORDS = {"in", "pt", "b", "d", "s", "ac", "st", "mi", "AU", "ha", "mo", "min", "bar", "cal",
               "sec", "MP", "N", "B", "kn", "mb", "mm", "K", "pc", "kilo", "ly", "um", "MM",
               "Pa", "ct", "h", "hl", "t", "MA"}  # fmt: skip


def say_measure(found: Found) -> str | None:
    """30km → thirty kilometres; 10–15 km; 80 µg/m³; -5°C; 3.5 million tonnes, 2.2m b/d."""
    symbol = found["unit"].removesuffix(".")
    if ".p." in symbol:
        symbol = symbol.replace(".", "")
    space = found["space"]
    if len(symbol) == 1 and not space and _PLACE.search(found.before):
        return None
    if symbol in _ALSO_WORDS and space and not _surely_unit(symbol, found):
        return None
    if len(symbol) == 1 and symbol.isalpha() and space and symbol not in _SPACED | {"s"}:
        return None
    if symbol == "m" and not found["mag"] and not space and _means_million(found):
        return None
    magnitudes = {"K", "k", "B", "b", "T", "M"} | ({"s"} if "." not in found["n"] else set())
    if symbol in magnitudes and not space:
        # 50K, 5B and 2T are magnitudes, 10s a decade; 4s a name
        return None
    unit = _say_unit(symbol, found)
    if unit is None:
        return None
    one, many = unit
    single = (
        not found["n"]
        or (not found["n2"] and is_one(found["n"], found["mag"]))
        or (figures.describes(found) and (many == "degrees" or not many.startswith("degrees")))
        or _describes_many(found)
        or (
            space == "-" and re.match(r"\s[a-zA-Z]", found.after) and not many.startswith("degrees")
        )
    )
    return f"{_numbers(found)} {one if single else many}{_kept_stop(found)}"


_NO_NOUNS = tables.words(
    "across towards downwards upwards inwards outwards backwards afterwards less perhaps plus was"
    " has always besides versus overseas outdoors indoors thus unless series this his its whereas"
)
_SIZES = tables.words(
    "RAM ram memory storage north south east west inland offshore thick wide deep long high tall apart across away above below thinner thicker rain"
)
_OF_THINGS = tables.words("mm cm GB TB MB MP MW GW kW MWh kWh GHz MHz W V mAh")
"""What is glued to these is nearly always a model's or a part's measure: 20cm pan, 12MP camera."""
_VESSELS = tables.words(
    "tin can bottle bag pack packet jar tub bar block carton box sachet steak baby bomb weight tank"
    " engine bucket dose capsule pill tablet race run walk route road stretch radius zone drive"
    " ride journey trip tunnel bridge trek course wall fence track pipeline hike swim"
)
_BEFORE_NOUNS = frozenset(["mm", "cm", "km", "kg", "mg", "ml", "cl", "ft", "in", "lb", "g", "l"])


def _describes_many(found: Found) -> bool:
    """Whether a plural follows, which the measure describes: 155mm shells, 5kg weights."""
    after = re.match(r"\s([A-Za-z]{3,})\b", found.after)
    if not after or after[1] in _NO_NOUNS or figures.is_function(after[1]):
        return False
    if found["unit"] in _OF_THINGS and not found["space"] and after[1] not in _SIZES:
        return True
    many = after[1].islower() and after[1].endswith("s")
    return found["unit"] in _BEFORE_NOUNS and (many or after[1] in _VESSELS)


def _surely_unit(symbol: str, found: Found) -> bool:
    """Whether "5 in" means inches: before a stop or the end, or a number and another unit."""
    if symbol == "in":
        return bool(
            re.match(
                r"\.?\s*(?:$|[,;:)x×]|by\b|tall|wide|long|high|deep|of rain|of snow)", found.after
            )
        )
    if symbol in {"s", "d", "N", "B", "MM", "b", "K", "AU"}:
        return symbol == "K" and found["n"].startswith(("0.", "."))
    return True


_COUNTED = re.compile(
    r"\b(?:populations?|people|audiences?|viewers|listeners|sold|copies|users|customers|subscribers|jobs"
    r"|workers|views|votes|downloads|watched|followers|refugees|displaced|passengers|visitors|members"
    r"|tickets|doses|homes|households|adults|children|unemploy\w+|readers|streams|patients|migrants)\b"
)


def _means_million(found: Found) -> bool:
    if counts_heads(found):
        return True
    if figures.describes(found) or _METRES.match(found.after):
        return False
    return bool(
        re.match(r"\s(?:[a-z]+[ -]){0,2}(?:[a-z]{2,}s|people|children|men|women)\b", found.after)
    )


def counts_heads(found: Found) -> bool:
    """Whether the sentence speaks of people or sales: the population grew to 67m."""
    return _COUNTED.search(re.split(r"[.!?] ", found.before)[-1]) is not None


def _kept_stop(found: Found) -> str:
    """The full stop of "10 min." ends the sentence too, where the text ends."""
    return "." if found["unit"].endswith(".") and not found.after.strip("\"'”’) ") else ""


def _is_weighed(found: Found) -> bool:
    """2 x 500mg is two times so much, 2 x 4cm are two sides."""
    return found.match.groupdict().get("unit") in {"mg", "g", "kg", "ml", "l", "L", "cl"}


def _numbers(found: Found) -> str:
    first = figures.amount(found["n"], "" if found["n2"] else found["mag"], found)
    said = sign_of(found) + (f"{first} " if found["n"] else "")
    part = small_part(found["half"]) if found["half"] else ""
    if found["top"]:
        part = with_article(part_of(int(found["top"]), int(found["bottom"]), found))
    if part:
        said += f"and {part} " if found["n"] else f"{part} "
    if found["n2"]:
        several = "times" if _is_weighed(found) else "by"
        join = several if found["dash"].strip() in {"x", "×", "X"} else "to"
        minus = "minus " if found["minus"] else ""
        said += f"{join} {minus}{figures.amount(found['n2'], found['mag'], found)} "
    return said.rstrip()


def _say_unit(symbol: str, found: Found) -> tuple[str, str] | None:
    """km/h → kilometres per hour; m² → square metres; None for what is no unit."""
    old_style = re.fullmatch(r"(sq|cu)\.?\s([a-z]+)", symbol)
    if old_style and symbol not in units():
        words = units().get(old_style[2], (old_style[2].rstrip("s"), old_style[2]))
        power = "square" if old_style[1] == "sq" else "cubic"
        return f"{power} {manner(words[0], found)}", f"{power} {manner(words[1], found)}"
    above, stroke, below = symbol.partition("/")
    forms = _power(above, found)
    if forms is None:
        return None
    if not stroke:
        return forms
    under = _power(below, found)
    if under is None:
        return None
    per = "second squared" if under[0] == "square second" else under[0]
    return f"{forms[0]} per {per}", f"{forms[1]} per {per}"


def say_bare_unit(found: Found) -> str | None:
    """km/h, without a number → kilometres per hour."""
    forms = _say_unit(found.text, found)
    return forms[1] if forms else None


_POWERS = {"²": "square", "2": "square", "³": "cubic", "3": "cubic", "^2": "square", "^3": "cubic"}


def _power(symbol: str, found: Found) -> tuple[str, str] | None:
    forms = units().get(symbol)
    prefix = ""
    if forms is None:
        power = re.fullmatch(r"([^\d²³^]+)(\^?[23²³])", symbol)
        forms = units().get(power[1]) if power else None
        if not power or forms is None:
            return None
        prefix = _POWERS[power[2]] + " "
    return prefix + manner(forms[0], found), prefix + manner(forms[1], found)


def say_percent(found: Found) -> str:
    """3-4% → three to four percent; -2.5% → minus two point five percent."""
    points = " points" if found["points"] else ""
    return f"{_numbers(found)} percent{points}"


def say_degrees_range(found: Found) -> str:
    """20°-25° → twenty to twenty-five degrees; 5°–7°C."""
    said = f"{figures.count(found['n'], found)} to {figures.count(found['n2'], found)} degrees"
    return f"{sign_of(found)}{said}{_SCALES[found['unit']]}"


_SCALES = {"C": " Celsius", "F": " Fahrenheit", "": ""}
_WARM = re.compile(
    r"\b(?:temperatures?|heat|heatwave|hot(?:ter|test)?|warm(?:er|est|ing)?|cold(?:er|est)?|cool(?:er|ing)?"
    r"|degrees?|weather|thermometers?|mercury|highs?|lows?|oven|bake|roast|preheat|fever|freez\w+"
    r"|boil\w*|forecast\w*|climate|pre-industrial|sunshine|Paris agreement)\b", re.IGNORECASE)  # fmt: skip


def say_unsigned_degrees(found: Found) -> str | None:
    """1.5C of warming, 30C heat, 180C/350F → degrees Celsius; seat 30C, 4C and the 6F stay."""
    other = "F" if found["unit"] == "C" else "C"
    paired = re.match(
        rf"\s?[(/]\s?[-−]?[0-9.]+(?:[-–][0-9.]+)?\s?{other}\b", found.after
    ) or re.search(
        rf"[0-9]\s?{other}\s?[(/]\s?[-−]?$|{'Celsius' if other == 'C' else 'Fahrenheit'}(?: slash|,)? ?[(/]?$",
        found.before,
    )
    glued = found.text[-2].isdecimal()
    decimal = "." in found["n"] and glued and found["unit"] == "C"
    if not (paired or decimal or (glued and _WARM.search(sentence_around(found)))):
        return None
    one = found["n"] == "1" and not found["n2"]
    to = f" to {figures.count(found['n2'], found)}" if found["n2"] else ""
    said = f"{figures.count(found['n'], found)}{to} {'degree' if one else 'degrees'}"
    return f"{sign_of(found)}{said}{_SCALES[found['unit']]}"


def say_degrees(found: Found) -> str:
    """40°N → forty degrees north; 51°30′N → fifty-one degrees, thirty minutes north."""
    said = f"{figures.count(found[1], found)} degree{'' if found[1] == '1' else 's'}"
    for number, unit in ((found[2], "minute"), (found[3], "second")):
        if number:
            said += f" {figures.count(number.lstrip('0') or '0', found)} {unit}{'' if number == '1' else 's'}"
    sides = {"N": "north", "S": "south", "E": "east", "W": "west"}
    return f"{said} {sides[found[4]]}" if found[4] else said


def say_height(found: Found) -> str:
    """6'2" → six foot two; 5ft 11in → five foot eleven."""
    feet, inches = figures.count(found[1], found), found[2]
    return f"{feet} foot {figures.count(inches, found)}" if inches else f"{feet} feet"


def say_feet(found: Found) -> str:
    """6' tall → six feet."""
    return f"{figures.count(found[1], found)} {'foot' if found[1] == '1' else 'feet'}"


def say_inches(found: Found) -> str:
    """16" → sixteen inches; a 65-inch screen is written out already."""
    one = figures.describes(found) or found[1] == "1"
    return f"{figures.count(found[1], found)} {'inch' if one else 'inches'}"


def say_pounds_ounces(found: Found) -> str:
    """7lb 4oz → seven pounds four ounces; 12st 6lb."""
    said = []
    for number, symbol in ((found[1], found[2]), (found[3], found[4])):
        forms = units()[symbol]
        said.append(f"{figures.count(number, found)} {forms[0] if number == '1' else forms[1]}")
    return " ".join(said)


def say_minutes_seconds(found: Found) -> str:
    """1h30, 2h 15m, 5m 30s → one hour thirty …"""
    said = []
    for number, unit in ((found[1], "hour"), (found[2], "minute"), (found[3], "second")):
        if number:
            value = int(number)
            said.append(f"{figures.cardinal(value, found)} {unit}{'' if value == 1 else 's'}")
    return " ".join(said)


def say_match_minute(found: Found) -> str:
    """90+7′ → ninety plus seven; (31′) → thirty-one minutes."""
    if re.match(r"\s(?:end|UTR|cap)\b", found.after):
        return f"{figures.count(found[1], found)} prime"
    if found[2]:
        return f"{figures.count(found[1], found)} plus {figures.count(found[2], found)}"
    return f"{figures.count(found[1], found)} minutes"


_NAMED_K = re.compile(r"\s(?:runs?|race|walk|fun|marathon|course|time|TVs?|screen|resolution|video|display"
                      r"|monitor|camera|streaming|gold)\b")  # fmt: skip


_PLACE = re.compile(
    r"\b(?:[Ee]xit|[Gg]ate|[Ff]lat|[Aa]partment|Apt\.?|[Ss]eat|[Rr]oom|[Rr]oute|[Pp]latform|[Uu]nit|[Bb]lock|[Ss]uite"
    r"|[Ss]ection|[Tt]able|[Ff]igure|Fig\.|[Tt]itle|[Bb]us|[Ll]evel|[Hh]all|[Tt]erminal|[Ff]orm|[Cc]lass|[Rr]ow|[Pp]age"
    r"|Rte\.?|[Pp]hase|[Ss]tage|[Pp]art|[Ss]tep|[Gg]rade)\s$"
)


def names_place(found: Found) -> bool:
    """Whether what stands before takes a number with a letter: Exit 12B, Phase 2b."""
    return _PLACE.search(found.before) is not None


def say_so_many_per(found: Found) -> str:
    """20,000/km² → twenty thousand per square kilometre; 12/day."""
    forms = _say_unit(found["unit"], found)
    unit = forms[0] if forms else found["unit"]
    return f"{figures.amount(found['n'], found['mag'], found)} per {unit}"


def say_scaled(found: Found) -> str | None:
    """10 million, 2.3M followers, 1.5k jobs; but a 5K race, 4K TV, the 6T are names."""
    letter = found["mag"] in {"K", "T", "B", "M", "b"}
    if found["mag"] in {"k", "K"} and _NAMED_K.match(found.after):
        return f"{figures.count(found['n'], found)} K"
    if letter and (_PLACE.search(found.before) or (found["sign"] and found.before[-1:].isalpha())):
        return None
    if letter and len(found["n"]) == 1 and not re.match(r"\s[a-z]+(?:s|people)\b", found.after):
        return None
    if letter and found["mag"] in "KT" and figures.describes(found) and len(found["n"]) < 3:
        return None
    return sign_of(found) + figures.amount(found["n"], found["mag"], found)


def say_box(found: Found) -> str | None:
    """2x3x4 cm → two by three by four centimetres."""
    unit = _say_unit(found["unit"].rstrip("."), found)
    if unit is None:
        return None
    return " by ".join(figures.count(n, found) for n in re.split(r"\s?[xX×]\s?", found[1])) + (
        f" {unit[1]}{_kept_stop(found)}"
    )


_UNIT = (
    r"(?P<unit>fl oz\b|(?:sq|cu)\.?\s(?:ft|feet|m|km|mi|miles?|yds?|in|inches|metres?|meters?)\b\.?|[°º℃℉]\s?[CF]?(?![A-Za-z])"
    r"|(?!(?:by|at|on|of|to|and|as|is|or|if|for|the|was|are|has|had|but|who|its|off|out|up|so|he|we|it|a|when|after)\b)[A-Za-zµμΩ]{1,5}(?:\^?[23²³](?![0-9]))?(?:/[A-Za-zµμ]{1,5}(?:\^?[23²³](?![0-9]))?)?(?![\w]|\.[a-z])\.?|[mk]\.p\.[hg]\b\.?)"
)


_LEFT = r"(?<![\w.,])(?<![0-9/ ]/)"
"""What LEFT says, but 5kg/11lb has two measures."""


_HALF = rf"(?P<half>[{VULGARS}])?"


RULES: tuple[Rule, ...] = (
    Rule("per cent", rf"{LEFT}{SIGN}(?P<n>(?:{NUMBER}|(?=[{VULGARS}]))){_HALF}(?P<top>)(?P<bottom>)(?P<mag>)(?:(?P<dash>\s?%?{DASH}|\s?%\s?/\s?)(?P<minus>)(?P<n2>{NUMBER}))?\s?(?:%|percent\b|per cent\b|pct\b)(?P<points>-?\s?(?:pts?|points)\b\.?)?", say_percent, DIGITS + VULGARS),
    Rule("degrees", rf"{LEFT}(?P<sign>[-−–])?(?P<n>[0-9]{{1,3}}(?:\.[0-9])?)\s?[°º]{DASH}(?P<n2>[0-9]{{1,3}}(?:\.[0-9])?)\s?[°º](?P<unit>[CF]?)(?![\w])", say_degrees_range, "°º"),
    Rule("degrees", rf"(?<![\w.,])(?P<sign>[-−–+~])?(?P<n>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)(?:(?P<dash>{DASH})(?P<n2>[0-9]{{1,3}}(?:\.[0-9])?))?\s?(?P<unit>[CF])(?![\w+#'’-]|[.]\w)", say_unsigned_degrees, "CF"),
    Rule("coordinates", r"(?<![\w.,])([0-9]{1,3}(?:\.[0-9]{1,8})?)\s?[°º](?:\s?([0-9]{1,2}(?:\.[0-9]{1,5})?)\s?[′'’](?:\s?([0-9]{1,2}(?:\.[0-9]{1,5})?)\s?[″\"”])?)?\s?([NSEW])\b", say_degrees, "°º"),
    Rule("height", r"(?<![\w.,])([3-8])\s?(?:[′'’]|ft\.?)\s?(1[01]|[0-9])\s?(?:[″\"”]|''|’’|in\b\.?|ins\b)", say_height, DIGITS),
    Rule("height", r"(?<![\w.,])([3-8])[′'’](1[01]|[0-9])(?![\w′'’″\"”]|[.,]\d)", say_height, "′'’"),
    Rule("feet", r"(?<![\w.,])([0-9]{1,3})\s?[′'’](?=\s(?:tall|high|long|wide|deep|by)\b)", say_feet, "′'’"),
    Rule("height", r"(?<![\w.,])([3-8])\s?ft\.?\s(1[01]|[0-9])(?!\w|[.,]\d)", say_height, DIGITS),
    Rule("weight", r"(?<![\w.,])([0-9]{1,3})\s?(st|lbs?)\.?\s?([0-9]{1,2})\s?(lbs?|oz)\b\.?", say_pounds_ounces, DIGITS),
    Rule("match minute", r"(?<![\w.,])([0-9]{1,3})(?:\s?\+\s?([0-9]{1,2}))?\s?[′](?!\w)", say_match_minute, "′"),
    Rule("match minute", r"(?<![\w.,+])([0-9]{2,3})\s?\+\s?([0-9]{1,2})(?:\s?['’](?!\w))", say_match_minute, "+"),
    Rule("inches", r"(?<![\w.,'’])([0-9]{1,3}(?:\.[0-9])?)\s?(?:[″]|\"(?=\s(?:[a-z]|TV|LED|LCD|OLED|HD))|”(?=\s(?:TV|screen|display|alloy|wheels?|tablet|monitor)))", say_inches, "″\"”"),
    Rule("duration", r"(?<![\w.,])([0-9]{1,3})\s?h\s?([0-9]{2}|[0-9]{1,2}(?=\s?m))\s?(?:m|min|mins)?(?:\s?([0-9]{1,2})\s?s)?\b", say_minutes_seconds, DIGITS),
    Rule("duration", r"(?<![\w.,])()([0-9]{1,3})\s?(?:m|min)\s?([0-9]{1,2})\s?s(?:ec|ecs)?\b", say_minutes_seconds, DIGITS),
    Rule("dimensions", rf"(?<![\w.,])([0-9]{{1,5}}(?:\.[0-9]{{1,3}})?(?:\s?[xX×]\s?[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?){{2,3}})\s?{_UNIT}", say_box, "xX×"),
    Rule("measure", rf"{LEFT}(?:(?P<legs>[0-9]{{1,2}})\s?[x×]\s?)?(?P<n>{NUMBER})m(?={_METRE_WORDS})", say_metres, "m"),
    Rule("measure", rf"{_LEFT}{SIGN}(?P<n>{NUMBER})(?:{_HALF}|[ -](?P<top>[1-9])[/⁄](?P<bottom>[2-9]|1[026]))(?:(?P<dash>{DASH}|\sto\s|\s?[x×]\s?)(?P<minus>[-−]?)(?P<n2>{NUMBER}))?(?P<mag>{MAGNITUDE})?(?P<space>[\s-]?){_UNIT}", say_measure, DIGITS),
    Rule("measure", rf"{LEFT}(?P<sign>)(?P<n>)(?P<half>[{VULGARS}])(?P<top>)(?P<bottom>)(?P<n2>)(?P<mag>)(?P<space>\s?){_UNIT}", say_measure, VULGARS),
    Rule("number", rf"(?<![\w.,])(?<![A-Za-z][-‐‑])(?<![A-Za-z][0-9]-)(?P<sign>[-−–+]?)(?P<n>{NUMBER})(?P<mag>{MAGNITUDE})(?![\w-])", say_scaled, DIGITS),
    Rule("measure", rf"{LEFT}(?P<n>{NUMBER})(?P<mag>{MAGNITUDE})?\s?/\s?(?P<unit>sq\.?\s(?:km|mi)|(?:km|mi|m)[²³23]|ha|day|week|month|year|yr|mo|hr|kg|ml|L)(?!\w)", say_so_many_per, "/"),
    Rule("by", r"(?<=[a-z.])\s?[x×]\s?(?=[0-9]{1,5}(?:\.[0-9]{1,3})?\s?(?:in|ft|cm|mm|m|km|yds?)\b)", lambda found: " by ", "x×"),
    Rule("unit", r"(?<![\w/.@])[A-Za-zµμ]{1,4}[²³]?/[A-Za-z]{1,3}[²³]?(?![\w/])", say_bare_unit, "/"),
)  # fmt: skip
"""Measures; the more telling the surroundings, the earlier."""
