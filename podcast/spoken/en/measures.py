"""Measures, per cent, and numbers with a magnitude."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.context import sentence_around
from podcast.spoken.en import figures
from podcast.spoken.en.figures import DASH, LEFT, MAGNITUDE, NUMBER
from podcast.spoken.en.fractions import VULGARS, part_of, small_part, with_article
from podcast.spoken.en.measured import (
    AT_SEA,
    METRE_WORDS,
    counts_heads,
    counts_vessels,
    describes_thing,
    is_current,
    means_million,
    names_place,
    surely_unit,
)
from podcast.spoken.rules import DIGITS, Found, Rule

_DATA = Path(__file__).parent / "data"


SIGN = r"(?P<sign>[-−–+±~≈<>≤≥](?=[^\s\-−–+]))?"


_SIGNS = {
    "-": "minus ", "−": "minus ", "–": "minus ", "+": "plus ", "±": "plus or minus ",
    "~": "about ", "≈": "about ", "<": "less than ", ">": "more than ", "≤": "at most ",
    "≥": "at least ", "c": "about ", "c.": "about ",
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
    """Say the unit after a stroke: $25/year → per year; €5/m² → per square metre; 45p/100g → per hundred grams."""
    many = unit.startswith("100")
    forms = _say_unit(unit.removeprefix("100").strip(), found)
    if many:
        return f"per hundred {forms[1] if forms else unit[3:].strip()}"
    return f"per {forms[0] if forms else unit}"


def manner(words: str, found: Found) -> str:
    """Metre → meter, but in the British manner: American voices stumble over the other."""
    if figures.british(found):
        return words
    return re.sub(r"(met|lit)re", r"\1er", words)


_EXTENT = re.compile(
    r"[ -](?:high|tall|long|wide|deep|away|from|below|above|apart|in|hurdles|heats|world|free|final|gold|silver|bronze)\b"
)


def say_metres(found: Found) -> str | None:
    """10m tall, 3–4m high, a 100m sprint → metres, not million."""
    if counts_heads(found) and found.after.startswith(" in"):
        return None
    one = figures.describes(found) or found["n"] == "1" or not _EXTENT.match(found.after)
    legs = f"{figures.count(found['legs'], found)} by " if found["legs"] else ""
    legs = f"{figures.count(found['from'], found)} to " if found["from"] else legs
    return f"{legs}{figures.count(found['n'], found)} {manner('metre' if one else 'metres', found)}"


_SPACED = frozenset(["Ω", "Ω", "m", "g", "A", "t", "W", "V", "l", "L", "J", "h", "°", "K", "N"])
"""Units of one letter that are told from a word even after a space."""


_ALSO_WORDS = {"in", "pt", "b", "d", "s", "ac", "st", "mi", "AU", "ha", "mo", "min", "bar", "cal",
               "sec", "MP", "N", "B", "kn", "mb", "mm", "K", "pc", "kilo", "ly", "um", "MM",
               "Pa", "MK", "ct", "h", "hl", "t", "MA"}  # fmt: skip


def say_measure(found: Found) -> str | None:
    """30km → thirty kilometres; 10–15 km; 80 µg/m³; -5°C; 3.5 million tonnes, 2.2m b/d."""
    symbol = re.sub(r"(?<=[°º]) ", "", found["unit"].removesuffix("."))
    if ".p." in symbol:
        symbol = symbol.replace(".", "")
    space = found["space"]
    if len(symbol) == 1 and not space and names_place(found):
        return None
    if len(symbol) == 1 and re.search(r"\b[A-Z]{1,2}[-‐‑]$", found.before):
        return None  # I-70 W
    if symbol in _ALSO_WORDS and space and not surely_unit(symbol, found):
        return None
    if len(symbol) == 1 and symbol.isalpha() and space and symbol not in _SPACED | {"s"}:
        return None
    if symbol.partition("/")[0] == "A" and not is_current(found):
        return None  # a 12A film
    if symbol == "m" and not found["mag"] and not space and means_million(found):
        return None
    magnitudes = {"K", "k", "B", "b", "T", "M"} | ({"s"} if "." not in found["n"] else set())
    if symbol in magnitudes and not space:
        # 50K, 5B and 2T are magnitudes, 10s a decade; 4s a name
        return None
    if symbol == "Mt" and re.match(r"\s[A-Z][a-z]", found.after):
        return None  # 4059 Mt. Lee Drive
    if symbol == "kt" and AT_SEA.search(sentence_around(found)):
        symbol = "kts"
    if found["mag"] in {"k", "K"} and symbol.isupper():
        return None  # a 10k PB
    unit = _say_unit(symbol, found)
    if symbol == "pp" and found["n"].isdecimal() and int(found["n"]) > 47 and not found["sign"]:
        unit = "page", "pages"
    if symbol == "cal" and found["n"].startswith("."):
        unit = ("calibre",) * 2 if figures.british(found) else ("caliber",) * 2
    if unit is None:
        return None
    one, many = unit
    if found["half"] == "½" and not found["n"] and not re.search(r"\b[Aa]n? $", found.before):
        return f"half {'an' if one[0] in 'aeiou' else 'a'} {one}{_kept_stop(found)}"
    parted = bool(found["n"] and (found["half"] or found["top"]))
    single = (
        not found["n"]
        or (not found["n2"] and not parted and is_one(found["n"], found["mag"]))
        or (figures.describes(found) and (many == "degrees" or not many.startswith("degrees")))
        or (not parted and describes_thing(found))
        or (_is_weighed(found) and counts_vessels(found))
        or (
            space == "-"
            and re.match(r"\)?\s[a-zA-Z]", found.after)
            and not many.startswith("degrees")
        )
    )
    return f"{_numbers(found)} {one if single else many}{_kept_stop(found)}"


def _kept_stop(found: Found) -> str:
    """The full stop of "10 min." ends the sentence too, where the text ends."""
    if not found["unit"].endswith("."):
        return ""
    ends = not found.after.strip("\"'”’) ")
    # Prep: 15 min. Cook: 1 hr.; but 8 oz. Cheddar
    timed = found["unit"] in {"min.", "hr.", "sec.", "hrs.", "mins."}
    return "." if ends or (timed and re.match(r"\s[A-Z][a-z]", found.after)) else ""


def _is_weighed(found: Found) -> bool:
    """2 x 500mg is two times so much, but two 500mg tablets; 2 x 4cm are two sides, no 2 x 4m²."""
    unit = found.match.groupdict().get("unit") or ""
    return unit in {"mg", "g", "kg", "ml", "l", "L", "cl"} or unit.endswith(("²", "³"))


def _numbers(found: Found) -> str:
    first = figures.amount(found["n"], "" if found["n2"] else found["mag"], found)
    said = sign_of(found) + (f"{first} " if found["n"] else "")
    part = small_part(found["half"]) if found["half"] else ""
    if found["top"]:
        part = with_article(part_of(int(found["top"]), int(found["bottom"]), found))
    if not found["n"] and re.search(r"\b[Aa]n? $", found.before):
        part = part.removeprefix("a ")
    if part:
        said += f"and {part} " if found["n"] else f"{part} "
    if found["n2"]:
        several = "times" if _is_weighed(found) else "by"
        if several == "times" and counts_vessels(found):
            several = ""
        join = several if found["dash"].strip() in {"x", "×", "X"} else "to"
        minus = "minus " if found["minus"] else ""
        said += f"{join} ".lstrip() + f"{minus}{figures.amount(found['n2'], found['mag'], found)} "
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
    under = _power(below, found) or ((below, below) if below in _TIMES else None)
    if under is None:
        return None
    per = "second squared" if under[0] == "square second" else under[0]
    return f"{forms[0]} per {per}", f"{forms[1]} per {per}"


_ROOT = re.compile(r"(?:√\s?\(?|\broot (?:of )?\(?)$")


def say_bare_unit(found: Found) -> str | None:
    """km/h, without a number → kilometres per hour; N/A and A/B are none, nor is √(L/g)."""
    if re.fullmatch("[A-Z]/[A-Z]", found.text):
        return None
    if _ROOT.search(found.before):
        return found.text.replace("/", " over ")
    forms = _say_unit(found.text, found)
    return forms[1] if forms else None


_TIMES = frozenset(
    ["day", "week", "month", "year", "hour", "minute", "second", "person", "litre", "liter"]
)
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


_NAMED_K = re.compile(r"\s(?:PBs?|runners?|runs?|race|walk|fun|marathon|course|time|TVs?|screen|resolution|video|display"
                      r"|monitor|camera|streaming|gold)\b")  # fmt: skip


def say_consumption(found: Found) -> str:
    """5.5L/100km → five point five litres per hundred kilometres."""
    unit = manner(units()[found["unit"]][1], found)
    last = f" to {figures.count(found['n2'], found)}" if found["n2"] else ""
    kilometres = manner("kilometres", found)
    return f"{figures.count(found['n'], found)}{last} {unit} per hundred {kilometres}"


def say_per(found: Found) -> str | None:
    """Cells/mL, 2°C/decade → per millilitre, per decade, after what is counted or measured."""
    if not re.search(r"[a-z]s$|[°º][CF]$", found.before):
        return None
    return f" {per_unit(found[1], found)}"


def say_more_units(found: Found) -> str | None:
    """74+ mph → more than seventy-four miles per hour."""
    forms = _say_unit(found["unit"], found)
    return f"more than {figures.amount(found['n'], '', found)} {forms[1]}" if forms else None


def say_so_many_per(found: Found) -> str:
    """20,000/km² → twenty thousand per square kilometre; 12/day."""
    forms = _say_unit(found["unit"], found)
    unit = forms[0] if forms else found["unit"]
    return f"{figures.amount(found['n'], found['mag'], found)} per {unit}"


def say_scaled(found: Found) -> str | None:
    """10 million, 2.3M followers, 1.5k jobs; but a 5K race, 4K TV, the 6T are names."""
    if re.search(r"(?:^|[\s(])[0-9][0-9.,]*[-–]$", found.before):
        return None  # 3.5-4m people: a range
    letter = found["mag"] in {"K", "T", "B", "M", "b"}
    raced = found["n"] in {"5", "10"} and re.search(r"\b(?:an?|the|parkrun) $", found.before)
    if found["mag"] in {"k", "K"} and (
        _NAMED_K.match(found.after) or (raced and not figures.describes(found))
    ):
        return f"{figures.count(found['n'], found)} K"
    if letter and (names_place(found) or (found["sign"] and found.before[-1:].isalpha())):
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
    r"|(?!(?:by|at|on|of|to|and|as|is|or|if|for|the|was|are|has|had|but|who|its|off|out|up|so|he|we|it|a|when|after)\b)[A-Za-zµμΩΩ]{1,5}(?:\^?[23²³](?![0-9]))?(?:/[A-Za-zµμ]{1,5}(?:\^?[23²³](?![0-9]))?)?(?![\w]|\.[a-z])\.?|[mk]\.p\.[hg]\b\.?)"
)


_LEFT = r"(?<![\w.,])(?<![0-9/ ]/)"
"""What LEFT says, but 5kg/11lb has two measures."""


_HALF = rf"(?P<half>[{VULGARS}])?"


RULES: tuple[Rule, ...] = (
    Rule("per cent", rf"{LEFT}{SIGN}(?P<n>(?:{NUMBER}|(?=[{VULGARS}]))){_HALF}(?P<top>)(?P<bottom>)(?P<mag>)(?:(?P<dash>\s?%?{DASH}|\s?%\s?/\s?)(?P<minus>)(?P<n2>{NUMBER}))?\s?(?:%|percent\b|per cent\b|pct\b)(?P<points>-?\s?(?:pts?|points)\b\.?)?", say_percent, DIGITS + VULGARS),
    Rule("measure", r"/([mµμ]?[lL]|kg|mg|GB|MB|ha|[kc]?m[²³2])(?!\w)", say_per, "/"),
    Rule("measure", r"/(?!gas\b|fan\b)([a-z]{1,7})\b", say_per, "°º"),
    Rule("dimensions", rf"(?<![\w.,])([0-9]{{1,5}}(?:\.[0-9]{{1,3}})?(?:\s?[xX×]\s?[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?){{2,3}})\s?{_UNIT}", say_box, "xX×"),
    Rule("measure", rf"{LEFT}(?:(?P<legs>[0-9]{{1,2}})\s?[x×]\s?|(?P<from>{NUMBER})m?{DASH})?(?P<n>{NUMBER})m(?={METRE_WORDS})", say_metres, "m"),
    Rule("measure", rf"{LEFT}(?P<n>{NUMBER})(?:{DASH}(?P<n2>{NUMBER}))?\s?(?P<unit>[lL]|kWh)/100\s?km\b", say_consumption, "/"),
    Rule("measure", rf"{_LEFT}{SIGN}(?P<n>{NUMBER})(?:{_HALF}|[ -](?P<top>[1-9])[/⁄](?P<bottom>[2-9]|1[026]))(?:(?P<dash>{DASH}|\sto\s|\s?[x×]\s?)(?P<minus>[-−]?)(?P<n2>{NUMBER}))?(?P<mag>{MAGNITUDE})?(?P<space>[\s-]?){_UNIT}", say_measure, DIGITS),
    Rule("measure", rf"{LEFT}(?P<sign>)(?P<n>)(?P<half>[{VULGARS}])(?P<top>)(?P<bottom>)(?P<n2>)(?P<mag>)(?P<space>\s?){_UNIT}", say_measure, VULGARS),
    Rule("number", rf"(?<![\w.,])(?<![A-Za-z][-‐‑])(?<![A-Za-z][0-9]-)(?P<sign>[-−–+]?)(?P<n>{NUMBER})(?P<mag>{MAGNITUDE})(?![\w-])", say_scaled, DIGITS),
    Rule("measure", rf"{LEFT}(?P<n>{NUMBER})(?P<mag>{MAGNITUDE})?\s?/\s?(?P<unit>sq\.?\s(?:km|mi)|(?:km|mi|m)[²³23]|ha|day|week|month|year|yr|mo|hr|kg|lb|ml|L)(?!\w)", say_so_many_per, "/"),
    Rule("measure", rf"{LEFT}(?P<n>{NUMBER})\+\s?(?P<unit>mph|km/h|kph|km|kg|lbs?|ft|cm|mm|mi|hrs?|mins?|yrs?|GB|TB|MB|MW|GW|kW|kWh|oz|knots?|kts?)\b", say_more_units, "+"),
    Rule("unit", r"(?<=\b[Ii]n )(?:cm|mm|km|kg|mg|ml|lbs?|oz|ft|mph|kph|°[CF])(?=[?.!,;]|$)", say_bare_unit),
    Rule("unit", r"-sq-(ft|km|mi|m)\b", lambda found: f"-square-{units()[found[1]][0]}", "-"),
    Rule("by", r"(?<=[a-z.])\s?[x×]\s?(?=[0-9]{1,5}(?:\.[0-9]{1,3})?\s?(?:in|ft|cm|mm|m|km|yds?)\b)", lambda found: " by ", "x×"),
    Rule("unit", r"(?<![\w/.@])[A-Za-zµμ]{1,4}[²³]?/[A-Za-z]{1,3}[²³]?(?![\w/])", say_bare_unit, "/"),
)  # fmt: skip
"""Measures; the more telling the surroundings, the earlier."""
