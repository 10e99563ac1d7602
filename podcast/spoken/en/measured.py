"""What stands around a measure: does 5m count heads, is "5 in" inches, does a noun follow?"""

from __future__ import annotations

import re

from podcast.spoken import tables
from podcast.spoken.context import sentence_around
from podcast.spoken.en import figures
from podcast.spoken.rules import Found

METRE_WORDS = (
    r"[ -](?:high|tall|long|wide|deep|away|from|below|above|apart|sprint|dash|race|hurdles|relay"
    r"|freestyle|fly|butterfly|backstroke|breaststroke|medley|final|record|runner|swim|champion|title"
    r"|world|dive|tower|wall|fence|radius|stretch|walk|drop|tunnel|pool|gold|silver|bronze|heats?"
    r"|free|air|rifle|steeplechase|swells?|waves?|surf|seas?|tides?|poles?|boats?|yacht|cables?"
    r"|ropes?|ladders?|gaps?|holes?|trees?|statues?|snakes?|python|crocodile|shark|whale|depths?"
    r"|wingspan|span|platform|springboard|ditch|trench|shaft|bridge|buffer|distance|beams?|mast"
    r"|sculpture|telescope|mirror|crater|cliffs?|ledge|plunge|fall|putt|penalty|kick|header|IM|in)\b"
)


METRES = re.compile(rf"{METRE_WORDS}|\s?[.,;:)]|\s?$", re.IGNORECASE)


_NO_NOUNS = tables.words(
    "across towards downwards upwards inwards outwards backwards afterwards less perhaps plus was"
    " has always besides versus overseas outdoors indoors thus unless longer earlier sooner left series saturates carbs sugars fats proteins calories carbohydrates fibre fiber this his its whereas"
)
_SIZES = tables.words(
    "RAM ram memory storage north south east west inland offshore thick wide deep long high tall"
    " apart across away above below thinner thicker rain"
)
_OF_THINGS = tables.words("mm cm nm GB TB MB MP MW GW kW MWh kWh GHz MHz W V A mAh")
"""What is glued to these is nearly always a model's or a part's measure: 20cm pan, 12MP camera."""
_VESSELS = tables.words(
    "tin can bottle bag pack packet jar tub bar block carton box sachet steak baby bomb weight tank"
    " engine bucket dose capsule pouch sachet pill tablet race run walk route road stretch radius zone drive"
    " ride journey trip tunnel bridge trek course wall fence track pipeline hike swim single record"
    " disc vinyl screen blade pipe heel"
)
_LASTING = tables.words(
    "read walk drive ride video film listen wait delay warm-up workout clip journey"
)
_BEFORE_NOUNS = frozenset(["mm", "cm", "km", "kg", "mg", "ml", "cl", "ft", "in", "lb", "g", "l"])


def describes_thing(found: Found) -> bool:
    """Whether a thing follows, which the measure describes: 155mm shells, a 12MP camera."""
    after = re.match(r"\s([A-Za-z]{3,})\b", found.after)
    if not after or after[1] in _NO_NOUNS or figures.is_function(after[1]):
        return False
    if found["unit"] in _OF_THINGS and not found["space"] and after[1] not in _SIZES:
        return True
    if found["unit"] == "A":
        return True
    if found["unit"] in {"min", "mins", "hr", "sec"} and after[1] in _LASTING:
        return True
    if found["unit"] in {"min", "hr", "yr", "wk"} and not found["space"] and after[1].islower():
        return not re.search(r"[0-9]\s?hrs?\s?$", found.before)  # a 24hr shop
    many = after[1].endswith("s") and (after[1].islower() or after[1][:-1].isupper())
    return found["unit"] in _BEFORE_NOUNS and (many or after[1] in _VESSELS)


def counts_vessels(found: Found) -> bool:
    """Whether so many things of a weight are meant: 2 × 400g tins, 1 x 75cl bottle."""
    after = re.match(r"\s([a-z]{3,})(?: ([a-z]{3,}s)\b)?", found.after)
    if not (found["n2"] and after):
        return False
    other = after[2] and not figures.is_function(after[1])
    return after[1] in _VESSELS or after[1].endswith("s") or bool(other)


_COUNTED = re.compile(
    r"\b(?:populations?|pop|inhabitants|people|audiences?|viewers|listeners|sold|copies|users|customers|subscribers|jobs"
    r"|workers|views|votes|downloads|watched|followers|refugees|displaced|passengers|visitors|members"
    r"|tickets|doses|homes|households|adults|children|unemploy\w+|readers|streams|patients|migrants)\b"
)


def means_million(found: Found) -> bool:
    """Whether a glued m is a million: 5m children; not 5m high."""
    if counts_heads(found) or re.match(r"-(?:strong|plus|odd|dose|member)\b", found.after):
        return True
    if figures.describes(found) or METRES.match(found.after):
        return False
    other = re.match(r" (?:and|to|or) [0-9.]+m\b", found.after)  # 1.2m to 1.5m people
    if other and not METRES.match(found.after[other.end() :]):
        return True
    return bool(
        re.match(r"\s[A-Z][a-z]{2,}", found.after)
        or re.match(r"\s(?:[a-z]+[ -]){0,2}(?:[a-z]{2,}s|people|children|men|women)\b", found.after)
    )


def counts_heads(found: Found) -> bool:
    """Whether the sentence speaks of people or sales: the population grew to 67m."""
    before = re.split(r"(?<!\b[Pp]op)[.!?] ", found.before)[-1]
    return _COUNTED.search(before) is not None


_PLACE = re.compile(
    r"\b(?:[Ee]xit|[Gg]ate|[Ff]lat|[Aa]partment|Apt\.?|[Ss]eat|[Rr]oom|[Rr]oute|[Pp]latform|[Uu]nit|[Bb]lock|[Ss]uite"
    r"|[Ss]ection|[Tt]able|[Ff]igure|[Ff]igs?\.|[Ee]q\.|[Aa]pp\.|[Tt]itle|[Bb]us|[Ll]evel|[Hh]all|[Tt]erminal|[Ff]orm|[Cc]lass|[Rr]ow|[Pp]age"
    r"|Rte\.?|[Pp]hase|[Ss]tage|[Pp]art|[Ss]tep|[Gg]rade)\s$"
)


def names_place(found: Found) -> bool:
    """Whether what stands before takes a number with a letter: Exit 12B, Phase 2b."""
    return _PLACE.search(found.before) is not None


_ELECTRIC = re.compile(
    r"\b(?:fuses?|currents?|circuits?|breakers?|chargers?|plugs?|sockets?|wires?|cables?|amps?"
    r"|batter(?:y|ies)|volts?|electr\w+|[0-9.]+\s?k?[VW])\b"
)
_TOOLS = (
    "pipe|screw|nail|gun|screen|dis[ck]|drive|heels?|knife|blade|display|TV|monitor|tablet|laptop|plate"
    "|pizza|tape|bolt|lens|wheel|tyre|tire|waist|gap|hole|cut|scar|layer|strip|board|pot|pan|tin|cube"
)


def is_current(found: Found) -> bool:
    """Whether A is amps: a 13A fuse, 5 V, 2 A; not 3 A grades in electronics."""
    if found["space"] and not re.match(r"\s?(?:$|[.,;:)])|\s(?:fuse|charger|circuit)", found.after):
        return False
    return _ELECTRIC.search(sentence_around(found)) is not None


AT_SEA = re.compile(
    r"\b(?:winds?|gust\w*|knots|moving|speeds?|storms?|hurricane|sail\w*|ships?|yachts?|vessels?|cruis\w+|boats?"
    r"|airspeed|aircraft|runway|swell)\b", re.I)  # fmt: skip
"""Where kt is a knot, and no kilotonne."""
_PHYSICS = {
    "K": re.compile(r"\b(?:temperatures?|cool(?:s|ed|ing)?|heat(?:s|ed|ing)?|kelvin|superconduct\w+|cryo\w+|boil\w*"
                    r"|melt\w*|freez\w*|froze\w*|absolute zero|plasma|thermal|hot\w*|surface|liquid|helium|nitrogen|annealed)\b", re.I),
    "MK": re.compile(r"\b(?:corona|plasma|hot\w*|temperatures?|fusion|heat\w*|Sun|star)\b"),
    "N": re.compile(r"\b(?:forces?|newtons?|thrust|friction|tension|torque|loads?|weighs?|weight|pull(?:s|ed)?|push(?:es|ed)?"
                    r"|grip|spring|tensile)\b", re.I),
}  # fmt: skip
"""What a sentence speaks of that measures in kelvin, in newtons."""


def _lasts(found: Found) -> bool:
    """Whether "60 s" is a time: in under 60 s."""
    after = re.match(
        r"\s?(?:$|[.,;)])|\s(?:later|long|faster|slower|behind|ahead|off|of|per|at|and|before)\b",
        found.after,
    )
    told = re.search(
        r"\b(?:in|under|for|within|after|by|every|about|some|over|just|to|than|lasts|lasted) $",
        found.before,
    )
    return bool(after and told)


def surely_unit(symbol: str, found: Found) -> bool:
    """Whether "5 in" means inches: before a stop or the end, or a number and another unit."""
    if symbol == "in":
        return bool(
            (figures.describes(found) and re.match(rf"\s(?:{_TOOLS})\b", found.after))
            or (found["unit"] == "in." and "." in found["n"] and found.after.startswith(" and "))
            or re.match(
                r"\.?\s*(?:$|[,;:)x×]|by\b|tall|wide|long|high|deep|of rain|of snow)", found.after
            )
        )
    if symbol == "s" and ("." in found["n"] or _lasts(found)):
        return True
    if symbol in _PHYSICS and _PHYSICS[symbol].search(sentence_around(found)):
        return True
    if symbol in {"MK", "s", "d", "N", "B", "MM", "b", "K", "AU"}:
        return symbol == "K" and found["n"].startswith(("0.", "."))
    return True
