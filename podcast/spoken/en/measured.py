"""What a measure stands before: does 5m count heads, does a noun follow it?"""

from __future__ import annotations

import re

from podcast.spoken import tables
from podcast.spoken.en import figures
from podcast.spoken.rules import Found

METRE_WORDS = (
    r"[ -](?:high|tall|long|wide|deep|away|from|below|above|apart|sprint|dash|race|hurdles|relay"
    r"|freestyle|fly|butterfly|backstroke|breaststroke|medley|final|record|runner|swim|champion|title"
    r"|world|dive|tower|wall|fence|radius|stretch|walk|drop|tunnel|pool|gold|silver|bronze|heats?"
    r"|free|air|rifle|steeplechase|swells?|waves?|surf|seas?|tides?|poles?|boats?|yacht|cables?"
    r"|ropes?|ladders?|gaps?|holes?|trees?|statues?|snakes?|python|crocodile|shark|whale|depths?"
    r"|wingspan|span|platform|springboard|ditch|trench|shaft|bridge|buffer|distance|beams?|mast"
    r"|sculpture|telescope|mirror|crater|cliffs?|ledge|plunge|fall|putt|penalty|kick|header|in)\b"
)


METRES = re.compile(rf"{METRE_WORDS}|\s?[.,;:)]|\s?$", re.IGNORECASE)


_NO_NOUNS = tables.words(
    "across towards downwards upwards inwards outwards backwards afterwards less perhaps plus was"
    " has always besides versus overseas outdoors indoors thus unless longer earlier sooner left series this his its whereas"
)
_SIZES = tables.words(
    "RAM ram memory storage north south east west inland offshore thick wide deep long high tall"
    " apart across away above below thinner thicker rain"
)
_OF_THINGS = tables.words("mm cm GB TB MB MP MW GW kW MWh kWh GHz MHz W V A mAh")
"""What is glued to these is nearly always a model's or a part's measure: 20cm pan, 12MP camera."""
_VESSELS = tables.words(
    "tin can bottle bag pack packet jar tub bar block carton box sachet steak baby bomb weight tank"
    " engine bucket dose capsule pill tablet race run walk route road stretch radius zone drive"
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
    after = re.match(r"\s([a-z]{3,})", found.after)
    return bool(found["n2"] and after and (after[1] in _VESSELS or after[1].endswith("s")))


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
    r"|[Ss]ection|[Tt]able|[Ff]igure|Fig\.|[Tt]itle|[Bb]us|[Ll]evel|[Hh]all|[Tt]erminal|[Ff]orm|[Cc]lass|[Rr]ow|[Pp]age"
    r"|Rte\.?|[Pp]hase|[Ss]tage|[Pp]art|[Ss]tep|[Gg]rade)\s$"
)


def names_place(found: Found) -> bool:
    """Whether what stands before takes a number with a letter: Exit 12B, Phase 2b."""
    return _PLACE.search(found.before) is not None
