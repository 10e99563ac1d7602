"""Heights, weights, degrees and durations: two figures that belong together."""

from __future__ import annotations

import re

from podcast.spoken.context import sentence_around
from podcast.spoken.en import figures
from podcast.spoken.en.figures import DASH, LEFT
from podcast.spoken.en.fractions import part_of
from podcast.spoken.en.measures import sign_of, units
from podcast.spoken.rules import DIGITS, Found, Rule


def say_degrees_range(found: Found) -> str:
    """20°-25° → twenty to twenty-five degrees; 5°–7°C."""
    said = f"{figures.count(found['n'], found)} to {figures.count(found['n2'], found)} degrees"
    return f"{sign_of(found)}{said}{_SCALES[found['unit']]}"


_SCALES = {"C": " Celsius", "F": " Fahrenheit", "": ""}
_WARM = re.compile(
    r"\b(?:temperatures?|heat|heatwave|hot(?:ter|test)?|warm(?:er|est|ing)?|cold(?:er|est)?|cool(?:er|ing)?"
    r"|degrees?|weather|thermometers?|mercury|highs?|lows?|oven|bake|roast|preheat|fever|freez\w+"
    r"|boil\w*|chill|scorch\w+|swelter\w+|forecast\w*|climate|pre-industrial|sunshine|Paris agreement|rain|showers?|frosts?|snow|breez\w+|cloudy?|wind chill|feels like)\b", re.IGNORECASE)  # fmt: skip


def say_unsigned_degrees(found: Found) -> str | None:
    """1.5C of warming, 30C heat, 180C/350F → degrees Celsius; seat 30C, 4C and the 6F stay."""
    other = "F" if found["unit"] == "C" else "C"
    paired = re.match(
        rf"\s?[(/]\s?(?:[-−]?[0-9.]+(?:[-–][0-9.]+)?\s?(?:{other}\b|C fan\b)|[Gg]as\b)| fan\b| days?\b",
        found.after,
    ) or re.search(
        rf"[0-9]\s?{other}\s?[(/]\s?[-−]?$|{'Celsius' if other == 'C' else 'Fahrenheit'}(?: slash|,)? ?[(/]?$",
        found.before,
    )
    glued = found.text[-2].isdecimal()
    decimal = "." in found["n"] and glued and found["unit"] == "C"
    frozen = found["sign"] in {"-", "−"} and not found.before[-1:].strip(" (")
    decimal = decimal or bool(found["sign"] and glued and frozen)
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


def say_feet(found: Found) -> str | None:
    """6' tall → six feet."""
    if not found.after and re.search(r"(?<!\w)['’‘]", found.before):
        return None  # 'I am 42'
    return f"{figures.count(found[1], found)} {'foot' if found[1] == '1' else 'feet'}"


def say_inches(found: Found) -> str | None:
    """16" → sixteen inches; a 65-inch screen is written out already."""
    if found.text.endswith('"') and len(re.findall(r'(?<![0-9])"', found.before)) % 2:
        return None  # "I am 42" and left
    one = figures.describes(found) or found[1] == "1"
    return f"{figures.count(found[1], found)} {'inch' if one else 'inches'}"


def say_inches_range(found: Found) -> str | None:
    """8"-12" of snow → eight to twelve inches."""
    if found.text.count('"') == 1 and found.before.count('"') % 2:
        return None  # "from 8-12"
    return f"{figures.count(found[1], found)} to {figures.count(found[2], found)} inches"


def say_part_of_inch(found: Found) -> str:
    """1/8" thick → one eighth inch."""
    part = part_of(int(found[1]), int(found[2]), found)
    return f"{part} {'inch' if found[1] == '1' else 'of an inch'}"


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


def say_course(found: Found) -> str:
    """2m 4f → two miles four furlongs: a racecourse."""
    parts = ((found[1], "mile"), (found[2], "furlong"))
    return " ".join(
        f"{figures.count(n, found)} {unit}{'' if n == '1' else 's'}" for n, unit in parts
    )


def say_match_minute(found: Found) -> str:
    """90+7′ → ninety plus seven; (31′) → thirty-one minutes."""
    if re.match(r"[\s-](?:end|UTR|cap)\b", found.after):
        return f"{figures.count(found[1], found)} prime"
    if found[2]:
        return f"{figures.count(found[1], found)} plus {figures.count(found[2], found)}"
    return f"{figures.count(found[1], found)} minutes"


RULES: tuple[Rule, ...] = (
    Rule("degrees", rf"{LEFT}(?P<sign>[-−–])?(?P<n>[0-9]{{1,3}}(?:\.[0-9])?)\s?[°º]{DASH}(?P<n2>[0-9]{{1,3}}(?:\.[0-9])?)\s?[°º](?P<unit>[CF]?)(?![\w])", say_degrees_range, "°º"),
    Rule("degrees", rf"(?<![\w.,])(?P<sign>[-−–+~])?(?P<n>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)(?:(?P<dash>{DASH})(?P<n2>[0-9]{{1,3}}(?:\.[0-9])?))?\s?(?P<unit>[CF])(?![\w+#'’-]|[.]\w)", say_unsigned_degrees, "CF"),
    Rule("coordinates", r"(?<![\w.,])([0-9]{1,3}(?:\.[0-9]{1,8})?)\s?[°º](?:\s?([0-9]{1,2}(?:\.[0-9]{1,5})?)\s?[′'’](?:\s?([0-9]{1,2}(?:\.[0-9]{1,5})?)\s?[″\"”])?)?\s?([NSEW])\b", say_degrees, "°º"),
    Rule("height", r"(?<![\w.,])([0-9]{1,3})[′'](1[01]|[0-9])[″\"](?!\w)", say_height, "′'"),
    Rule("duration", r"(?<![\w.,])([0-9]{1,2})h\s?([0-5]?[0-9])[′'’]\s?([0-5]?[0-9])[″\"”]", say_minutes_seconds, DIGITS),
    Rule("duration", r"(?<![\w.,])()([0-9]{1,3})[′'’](1[2-9]|[2-5][0-9])[″\"”]", say_minutes_seconds, "′'’"),
    Rule("height", r"(?<![\w.,])([3-8])\s?(?:[′'’]|ft\.?)\s?(1[01]|[0-9])\s?(?:[″\"”]|''|’’|in\b\.?|ins\b)", say_height, DIGITS),
    Rule("height", r"(?<![\w.,])([3-8])[′'’](1[01]|[0-9])(?![\w′'’″\"”]|[.,]\d)", say_height, "′'’"),
    Rule("feet", r"(?<![\w.,])([0-9]{1,3})\s?[′'’](?=\s(?:tall|high|long|wide|deep|by)\b|\s?$)", say_feet, "′'’"),
    Rule("height", r"(?<![\w.,])([3-8])\s?ft\.?\s(1[01]|[0-9])(?!\w|[.,]\d)", say_height, DIGITS),
    Rule("weight", r"(?<![\w.,])([0-9]{1,3})\s?(st|lbs?)\.?\s?([0-9]{1,2})\s?(lbs?|oz)\b\.?", say_pounds_ounces, DIGITS),
    Rule("course", r"(?<![\w.,])([1-4])m\s?([1-7])f\b", say_course, DIGITS),
    Rule("match minute", r"(?<=\()([0-9]{1,3})()['’](?=[,)])", say_match_minute, "'’"),
    Rule("match minute", r"(?<![\w.,])([0-9]{1,3})(?:\s?\+\s?([0-9]{1,2}))?\s?[′](?!\w)", say_match_minute, "′"),
    Rule("match minute", r"(?<![\w.,+])([0-9]{2,3})\s?\+\s?([0-9]{1,2})(?:\s?['’](?!\w))", say_match_minute, "+"),
    Rule("inches", r"(?<![\w.,'’/])([0-9]{1,3}(?:\.[0-9]{1,2})?)[\"″”]?[-–]([0-9]{1,3}(?:\.[0-9]{1,2})?)[\"″](?=\s[a-z]|[.,;)]|$)", say_inches_range, "″\""),
    Rule("inches", r"(?<![\w.,'’/])(?<![0-9] )([1-9])/(2|4|8|16)[\"″](?=\s[a-z]|[.,;)]|$)", say_part_of_inch, "″\""),
    Rule("inches", r"(?<![\w.,'’])([0-9]{1,3}(?:\.[0-9]{1,3})?)\s?(?:[″]|\"(?=\s(?:[a-z]|TV|LED|LCD|OLED|HD|[48]K|EP|LP|Mac|iPad)|(?=\s?(?:$|[,;)x×])))|”(?=\s(?:TV|screen|display|alloy|wheels?|tablet|monitor)))", say_inches, "″\"”"),
    Rule("duration", r"(?<![\w.,])([0-9]{1,3})\s?h\s?([0-9]{2}|[0-9]{1,2}(?=\s?m))\s?(?:m|min|mins)?(?:\s?([0-9]{1,2})\s?s)?\b", say_minutes_seconds, DIGITS),
    Rule("duration", r"(?<![\w.,])()([0-9]{1,3})\s?(?:m|min)\s?([0-9]{1,2})\s?s(?:ec|ecs)?\b", say_minutes_seconds, DIGITS),
)  # fmt: skip
"""Before measures of one figure."""
