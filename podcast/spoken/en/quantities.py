"""Money, measures, per cent, ranges, scores, ratios and fractions."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.en import figures
from podcast.spoken.en.figures import DASH, LEFT, MAGNITUDE, NUMBER
from podcast.spoken.rules import DIGITS, Found, Rule

_DATA = Path(__file__).parent / "data"
_SIGN = r"(?P<sign>[-−–+±~≈<>≤≥](?=[^\s\-−–+]))?"
_SIGNS = {
    "-": "minus ", "−": "minus ", "–": "minus ", "+": "plus ", "±": "plus or minus ",
    "~": "about ", "≈": "about ", "<": "less than ", ">": "more than ", "≤": "at most ",
    "≥": "at least ",
}  # fmt: skip


def _currencies() -> dict[str, tuple[str, ...]]:
    return tables.read_forms(_DATA, "currencies")


def _units() -> dict[str, tuple[str, ...]]:
    return tables.read_forms(_DATA, "units")


def _is_one(number: str, magnitude: str) -> bool:
    return not magnitude and re.fullmatch(r"0?1(?:\.0+)?", number) is not None


def _sign(found: Found) -> str:
    sign = found["sign"]
    # "Jan-5", "word -5": a dash after a letter joins, it doesn't count below zero.
    if sign in {"-", "–", "−"} and found.before[-1:].isalnum():
        return " "
    return _SIGNS.get(sign, "")


def _per(unit: str, found: Found) -> str:
    """The unit after a stroke: $25/year → per year; €5/kg → per kilogram; MW/h → per hour."""
    forms = _units().get(unit)
    return f"per {_manner(forms[0], found) if forms else unit}"


def _manner(words: str, found: Found) -> str:
    """Metre → meter, but in the British manner: American voices stumble over the other."""
    if figures.british(found):
        return words
    return re.sub(r"(met|lit)re", r"\1er", words)


# Money


def say_money(found: Found) -> str | None:
    """€1.2bn → one point two billion euros; $5–10 million; a €2.3bn package; $12.52; $25/year."""
    forms = _currencies()[re.sub(r"\s", "", found["cur"])]
    number, last = found["n"], found["n2"]
    if last:
        return _money_range(forms, found)
    said = _sum(forms, number, found["mag"], found, adjective=figures.describes(found))
    said = f"{_sign(found)}{said}"
    if found["plus"]:
        said = f"more than {said}"
    if found["per"]:
        said += f" {_per(found['per'], found)}"
    return said


def _sum(
    forms: tuple[str, ...], number: str, magnitude: str, found: Found, *, adjective: bool
) -> str:
    whole, _, rest = number.replace(",", "").partition(".")
    if not magnitude.strip() and rest and len(forms) > 2:
        rest = rest.rstrip("0") if len(rest) > 2 else rest
        if len(rest) <= 2:
            return _coins(forms, whole, rest.ljust(2, "0"), found)
        number = f"{whole}.{rest}"
    one = _is_one(number, magnitude) or adjective
    return f"{figures.amount(number, magnitude, found)} {forms[0] if one else forms[1]}"


def _coins(forms: tuple[str, ...], whole: str, rest: str, found: Found) -> str:
    """12.52 → twelve dollars fifty-two cents; 0.05 → five cents; 5.00 → five dollars."""
    large, small = int(whole or 0), int(rest)
    notes = f"{figures.count(str(large), found)} {forms[0] if large == 1 else forms[1]}"
    if not small:
        return notes
    coins = f"{figures.cardinal(small, found)} {forms[2] if small == 1 else forms[3]}"
    return f"{notes} {coins}" if large else coins


def _money_range(forms: tuple[str, ...], found: Found) -> str:
    first_magnitude, last_magnitude = found["mag"], found["mag2"]
    last = _sum(forms, found["n2"], last_magnitude, found, adjective=figures.describes(found))
    if found["cur2"] or (first_magnitude and first_magnitude != last_magnitude):
        first = _sum(forms, found["n"], first_magnitude or "", found, adjective=False)
        if last_magnitude and not first_magnitude and "." not in found["n"]:
            first = _sum(forms, found["n"], last_magnitude, found, adjective=False)
    else:
        same = first_magnitude == last_magnitude or not first_magnitude
        first = figures.amount(found["n"], "" if same else first_magnitude, found)
    said = f"{_sign(found)}{first} to {last}"
    return f"{said} {_per(found['per'], found)}" if found["per"] else said


def say_money_after(found: Found) -> str | None:
    """5€, 5 EUR, 500 million USD → … euros."""
    forms = _currencies()[found["cur"]]
    if found["n2"]:
        first = figures.amount(found["n"], "", found)
        last = figures.amount(found["n2"], found["mag"], found)
        return f"{first} to {last} {forms[1]}"
    return _sign(found) + _sum(
        forms, found["n"], found["mag"], found, adjective=figures.describes(found)
    )


def say_metres(found: Found) -> str:
    """10m tall, a 100m sprint → metres, not million."""
    one = figures.describes(found) or found["n"] == "1"
    legs = f"{figures.count(found['legs'], found)} by " if found["legs"] else ""
    return (
        f"{legs}{figures.count(found['n'], found)} {_manner('metre' if one else 'metres', found)}"
    )


_RESOLUTIONS = {"240", "360", "480", "720", "1080", "1440", "2160"}


def say_coins(found: Found) -> str | None:
    """50p → fifty pence; 7c, 99¢ → ninety-nine cents; 1080p → ten eighty p."""
    number = found["n"]
    if number in _RESOLUTIONS and found["sign"] == "p" and not found["from"]:
        return f"{figures.year(int(number), found)} p"
    one = _is_one(number, "")
    penny = found["sign"] == "p"
    unit = ("penny" if one else "pence") if penny else ("cent" if one else "cents")
    first = f"{figures.count(found['from'], found)} to " if found["from"] else ""
    return f"{first}{figures.count(number, found)} {unit}"


# Measures


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
    symbol = found["unit"]
    if symbol.endswith("."):
        symbol = symbol[:-1]
    space = found["space"]
    if symbol in _ALSO_WORDS and space and not _surely_unit(symbol, found):
        return None
    if len(symbol) == 1 and symbol.isalpha() and space and symbol not in _SPACED | {"s"}:
        return None
    if symbol == "m" and not found["mag"] and not space and _means_million(found):
        return None
    if symbol in {"K", "k", "B", "b", "T", "M", "s"} and not space:
        # 50K, 5B and 2T are magnitudes, 10s a decade; 4s a name
        return None
    unit = _say_unit(symbol, found)
    if unit is None:
        return None
    one, many = unit
    single = (not found["n2"] and _is_one(found["n"], found["mag"])) or (
        figures.describes(found) and not many.startswith("degrees")
    )
    return f"{_numbers(found)} {one if single else many}{_kept_stop(found)}"


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


def _means_million(found: Found) -> bool:
    if figures.describes(found) or _METRES.match(found.after):
        return False
    return bool(
        re.match(r"\s(?:[a-z]+[ -]){0,2}(?:[a-z]{2,}s|people|children|men|women)\b", found.after)
    )


def _kept_stop(found: Found) -> str:
    """The full stop of "10 min." ends the sentence too, where the text ends."""
    return "." if found["unit"].endswith(".") and not found.after.strip("\"'”’) ") else ""


def _numbers(found: Found) -> str:
    first = figures.amount(found["n"], "" if found["n2"] else found["mag"], found)
    said = _sign(found) + (f"{first} " if found["n"] else "")
    part = _small(found["half"]) if found["half"] else ""
    if found["top"]:
        part = _with_article(_part(int(found["top"]), int(found["bottom"]), found))
    if part:
        said += f"and {part} " if found["n"] else f"{part} "
    if found["n2"]:
        join = "by" if found["dash"].strip() in {"x", "×", "X"} else "to"
        minus = "minus " if found["minus"] else ""
        said += f"{join} {minus}{figures.amount(found['n2'], found['mag'], found)} "
    return said.rstrip()


def _say_unit(symbol: str, found: Found) -> tuple[str, str] | None:
    """km/h → kilometres per hour; m² → square metres; None for what is no unit."""
    old_style = re.fullmatch(r"(sq|cu)\.?\s([a-z]+)", symbol)
    if old_style and symbol not in _units():
        words = _units().get(old_style[2], (old_style[2].rstrip("s"), old_style[2]))
        power = "square" if old_style[1] == "sq" else "cubic"
        return f"{power} {_manner(words[0], found)}", f"{power} {_manner(words[1], found)}"
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
    units = _units()
    forms = units.get(symbol)
    prefix = ""
    if forms is None:
        power = re.fullmatch(r"([^\d²³^]+)(\^?[23²³])", symbol)
        forms = units.get(power[1]) if power else None
        if not power or forms is None:
            return None
        prefix = _POWERS[power[2]] + " "
    return prefix + _manner(forms[0], found), prefix + _manner(forms[1], found)


def say_percent(found: Found) -> str:
    """3-4% → three to four percent; -2.5% → minus two point five percent."""
    points = " points" if found["points"] else ""
    return f"{_numbers(found)} percent{points}"


def say_degrees(found: Found) -> str:
    """40°N → forty degrees north; 51°30′N → fifty-one degrees, thirty minutes north."""
    said = f"{figures.count(found[1], found)} degree{'' if found[1] == '1' else 's'}"
    for number, unit in ((found[2], "minute"), (found[3], "second")):
        if number:
            said += f" {figures.count(number, found)} {unit}{'' if number == '1' else 's'}"
    sides = {"N": "north", "S": "south", "E": "east", "W": "west"}
    return f"{said} {sides[found[4]]}" if found[4] else said


def say_height(found: Found) -> str:
    """6'2" → six foot two; 5ft 11in → five foot eleven."""
    feet, inches = figures.count(found[1], found), found[2]
    return f"{feet} foot {figures.count(inches, found)}" if inches else f"{feet} feet"


def say_inches(found: Found) -> str:
    """16" → sixteen inches; a 65-inch screen is written out already."""
    one = figures.describes(found) or found[1] == "1"
    return f"{figures.count(found[1], found)} {'inch' if one else 'inches'}"


def say_pounds_ounces(found: Found) -> str:
    """7lb 4oz → seven pounds four ounces; 12st 6lb."""
    said = []
    for number, symbol in ((found[1], found[2]), (found[3], found[4])):
        forms = _units()[symbol]
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
    if found[2]:
        return f"{figures.count(found[1], found)} plus {figures.count(found[2], found)}"
    return f"{figures.count(found[1], found)} minutes"


# Scores, ranges, ratios


_SCORE = re.compile(
    r"\b(?:won|wins?|winning|beat|beats|beaten|beating|lost|loses?|losing|loss|defeat(?:s|ed|ing)?"
    r"|draw|drew|drawn|score[sd]?|scoring|votes?|voted|voting|leads?|leading|led|trail(?:s|ed|ing)?"
    r"|victory|win|down|up|made it|makes it|was|is|it’s|it's|final|result|aggregate|game|match|set"
    r"|thrash(?:ed|ing)?|edged?|stun(?:s|ned)?|ahead|behind|held|tie[ds]?|rout(?:ed)?|hammer(?:ed)?"
    r"|split|passed|ruled|ruling|decision|verdict|majority|record|series|half-time|full-time|ends?"
    r"|ended|finish(?:ed)?|penalties|shootout|odds)\b|(?:[0-9] ?[–-] ?[0-9],? )$",
    re.IGNORECASE,
)
_SCORE_AFTER = re.compile(
    r"\s(?:[a-z-]+\s)?(?:draw|wins?|victor(?:y|ies)|defeats?|loss(?:es)?|decision|leads?|vote|scoreline"
    r"|thriller|rout|record|margin|ruling|majority|thrashing|upset|triumph|stalemate|tie|deficit)\b"
)
_RANGE_BEFORE = re.compile(
    r"\b(?:pages?|pp\.?|aged?|ages|between|from|chapters?|verses?|lines?|nos?\.?|numbers?|vol\.?"
    r"|for|about|around|some|every|next|last|take|takes|within|levels?|years?|sections?|grades?"
    r"|weeks?|days?|figs?\.?|figures?|items?|rows?|questions?|steps?)\s$",
    re.IGNORECASE,
)


def say_pair(found: Found) -> str | None:
    """Won 3-1 → won three-one; 52-48 → fifty-two to forty-eight; pages 10-15 → ten to fifteen."""
    first, last = found[1], found[2]
    one, two = figures.count(first, found), figures.count(last, found)
    numbers = int(first.replace(",", "")), int(last.replace(",", ""))
    if re.search(r"\bNo\.? $", found.before):
        return f"{one} {figures.code(last.replace(',', ''), found)}"
    if numbers[0] == numbers[1] or (max(numbers) < 20 and _SCORE_AFTER.match(found.after)):
        return f"{_nil(one, found)}-{_nil(two, found)}"
    after_counts = re.match(r"\s[a-z]{3,}", found.after)
    if max(numbers) < 20 and not _RANGE_BEFORE.search(found.before):
        capital = re.search(r"[A-Z][\w’']+\s$", found.before) and re.match(r"\s[A-Z]", found.after)
        if _SCORE.search(found.before) or capital or (numbers[0] > numbers[1] and not after_counts):
            if (
                re.search(r"\b(?:was|is) $", found.before)
                and after_counts
                and numbers[0] < numbers[1]
            ):
                return f"{one} to {two}"
            return f"{_nil(one, found)}-{_nil(two, found)}"
    return f"{one} to {two}"


def say_span(found: Found) -> str:
    """20-30-year-olds → twenty to thirty."""
    return f"{figures.count(found[1], found)} to {figures.count(found[2], found)}"


def _nil(word: str, found: Found) -> str:
    return "nil" if word == "zero" and not figures.american(found) else word


def say_formation(found: Found) -> str:
    """4-4-2 → four four two; a 3-2-1 countdown."""
    return " ".join(figures.count(part, found) for part in re.split(r"[-–]", found.text))


def say_ratio(found: Found) -> str | None:
    """3:1 → three to one; 60:40 → sixty to forty; 16:9."""
    return f"{figures.count(found[1], found)} to {figures.count(found[2], found)}"


def say_range(found: Found) -> str | None:
    """10–15 → ten to fifteen; 1.5-2.5m; $ and units have rules of their own."""
    first = figures.amount(found[1], found[2], found)
    return f"{first} to {figures.amount(found[3], found[4], found)}"


def say_dimensions(found: Found) -> str:
    """A 4x4 → four by four; 1,920 × 1,080; 3x4x5."""
    parts = re.split(r"\s?[xX×]\s?", found.text)
    return " by ".join(figures.count(part, found) for part in parts)


_NAMED_K = re.compile(r"\s(?:runs?|race|walk|fun|marathon|course|time|TVs?|screen|resolution|video|display"
                      r"|monitor|camera|streaming|gold)\b")  # fmt: skip


def say_scaled(found: Found) -> str | None:
    """10 million, 2.3M followers, 1.5k jobs; but a 5K race, 4K TV, the 6T are names."""
    letter = found["mag"] in {"K", "T", "B", "M", "b"}
    if found["mag"] in {"k", "K"} and _NAMED_K.match(found.after):
        return f"{figures.count(found['n'], found)} K"
    if letter and len(found["n"]) == 1 and not re.match(r"\s[a-z]+(?:s|people)\b", found.after):
        return None
    if letter and found["mag"] in "KT" and figures.describes(found) and len(found["n"]) < 3:
        return None
    return _sign(found) + figures.amount(found["n"], found["mag"], found)


def say_box(found: Found) -> str | None:
    """2x3x4 cm → two by three by four centimetres."""
    unit = _say_unit(found["unit"].rstrip("."), found)
    if unit is None:
        return None
    return " by ".join(figures.count(n, found) for n in re.split(r"\s?[xX×]\s?", found[1])) + (
        f" {unit[1]}{_kept_stop(found)}"
    )


def say_times_as(found: Found) -> str:
    """2x faster → two times faster; 10x, 3-4x."""
    first = f"{figures.count(found[1], found)} to " if found[1] else ""
    number = figures.count(found[2], found)
    return f"{first}{number} time{'' if found[2] == '1' else 's'}"


# Fractions


_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_VULGARS = "".join(_VULGAR)
_PARTS = {2: ("half", "halves"), 4: ("quarter", "quarters")}


def _part(top: int, bottom: int, found: Found) -> str:
    forms = _PARTS.get(bottom)
    if forms is None:
        nth = figures.ordinal(bottom, found)
        forms = nth, f"{nth}s"
    return f"{figures.cardinal(top, found)} {forms[0] if top == 1 else forms[1]}"


def _small(sign: str) -> str:
    """½ after a whole number → a half; ¾ → three quarters."""
    top, bottom = _VULGAR[sign]
    said = {2: "half", 4: "quarter", 3: "third"}.get(bottom, "")
    return f"a {said}" if top == 1 and said else _part(top, bottom, _ANY)


class _Anywhere(Found):
    """A place without surroundings, for words that are the same everywhere."""

    def __init__(self) -> None:
        self.language = "en"


_ANY = _Anywhere()


def say_fraction(found: Found) -> str | None:
    """1/2 → one half; 2 1/2 → two and a half; 3/4 → three quarters; ½, 1½."""
    whole = found["whole"].strip()
    if found["sign"]:
        top, bottom = _VULGAR[found["sign"]]
    else:
        top, bottom = int(found["top"]), int(found["bottom"])
        if bottom < 2 or (whole and top >= bottom and top > 20):
            return None
    if not whole:
        if (top, bottom) == (1, 2) and re.search(r"\b[Aa]n? $", found.before):
            return "half"
        if (top, bottom) == (1, 2) and re.match(
            r"\s(?:price|time|term|way|pint|board)\b", found.after
        ):
            return "half"
        if re.search(r"\b[Aa]n? $", found.before) and top == 1:
            return _part(top, bottom, found).removeprefix("one ")
        return _part(top, bottom, found)
    said = _with_article(_part(top, bottom, found))
    return f"{figures.count(whole, found)} and {said}"


def _with_article(part: str) -> str:
    """One half → a half: after a whole number."""
    return part.replace("one ", "a ", 1) if part.startswith("one ") else part


_FIXED = {"9/11": "nine eleven", "24/7": "twenty-four seven", "50/50": "fifty-fifty",
          "7/7": "seven seven", "50-50": "fifty-fifty", "20/20": "twenty twenty",
          "10-4": "ten four", "24/7/365": "twenty-four seven, three sixty-five", "9-5": "nine to five",
          "360°": "three hundred and sixty degrees"}  # fmt: skip


def say_fixed(found: Found) -> str | None:
    """9/11, 24/7, 50-50: what everybody says the same way."""
    return _FIXED.get(found.text)


_CODES = (
    r"USD|EUR|GBP|JPY|CNY|CHF|SEK|NOK|DKK|INR|AUD|CAD|NZD|HKD|SGD|RUB|UAH|PLN|CZK|HUF|TRY|KRW|BRL"
    r"|MXN|ZAR|ILS|SAR|AED|BTC|ETH"
)
_BEFORE_SIGN = r"(?:U\.S\.|US|AU|A|CA|C|NZ|HK|SG|S|NT|J|R|MX|Mex)?\$|CN¥|[£€¥￥₹₽₩₺₴₪₦₫₱฿₵₡₸₿₲₼₾]"
_CURRENCY = rf"(?:(?:{_BEFORE_SIGN})\s?|(?:RMB|Rs\.?|Fr\.?|{_CODES})\s?(?=[0-9]))"
_PER = r"(?:\s?/\s?(?P<per>[a-z]{1,6}|[kmKM]Wh|MWh)\b)?"
_UNIT = (
    r"(?P<unit>fl oz\b|(?:sq|cu)\.?\s(?:ft|feet|m|km|mi|miles?|yds?|in|inches|metres?|meters?)\b\.?|[°º℃℉]\s?[CF]?(?![A-Za-z])"
    r"|[A-Za-zµμΩ]{1,5}(?:\^?[23²³](?![0-9]))?(?:/[A-Za-zµμ]{1,5}(?:\^?[23²³](?![0-9]))?)?(?![\w])\.?)"
)
_HALF = rf"(?P<half>[{_VULGARS}])?"
_SIGNS_CHARS = "$£€¥￥₹₽₩₺₴₪₦₫₱฿₵₡₸₿₲₼₾"

RULES: tuple[Rule, ...] = (
    Rule("fixed", r"(?<![\w/.])(?:9/11|24/7/365|24/7|9-5|50/50|50-50|7/7|20/20|10-4)(?![\w/.-])", say_fixed, "/-"),
    Rule("money", rf"(?<![\w$€£¥.,])(?P<sign>[-−–+±~≈<>≤≥])?(?P<cur>{_CURRENCY})(?P<n>{NUMBER})(?P<mag>{MAGNITUDE})?(?P<plus>\+(?!\w))?(?:{DASH}(?P<cur2>{_BEFORE_SIGN})?(?P<n2>{NUMBER})(?P<mag2>{MAGNITUDE})?)?{_PER}(?![0-9])", say_money, DIGITS),
    Rule("money", rf"{LEFT}(?P<sign>[-−+~])?(?P<n>{NUMBER})(?:{DASH}(?P<n2>{NUMBER}))?(?P<mag>{MAGNITUDE})?\s?(?P<cur>[€£₽₴₪₺₫$¥](?!\d)|(?:{_CODES}|zł|Kč|kr)\b)", say_money_after, DIGITS),
    Rule("money", rf"{LEFT}(?:(?P<from>{NUMBER}){DASH})?(?P<n>{NUMBER})\s?(?P<sign>p|c|¢)(?![\w/])", say_coins, DIGITS),
    Rule("per cent", rf"{LEFT}{_SIGN}(?P<n>(?:{NUMBER}|(?=[{_VULGARS}]))){_HALF}(?P<top>)(?P<bottom>)(?P<mag>)(?:(?P<dash>\s?%?{DASH}|\s?%\s?/\s?)(?P<minus>)(?P<n2>{NUMBER}))?\s?(?:%|percent\b|per cent\b|pct\b)(?P<points>-?\s?(?:pts?|points)\b\.?)?", say_percent, DIGITS + _VULGARS),
    Rule("coordinates", r"(?<![\w.,])([0-9]{1,3}(?:\.[0-9]{1,8})?)\s?[°º](?:\s?([0-9]{1,2}(?:\.[0-9]{1,5})?)\s?[′'’](?:\s?([0-9]{1,2}(?:\.[0-9]{1,5})?)\s?[″\"”])?)?\s?([NSEW])\b", say_degrees, "°º"),
    Rule("height", r"(?<![\w.,])([3-8])\s?(?:[′'’]|ft\.?)\s?(1[01]|[0-9])\s?(?:[″\"”]|''|’’|in\b\.?|ins\b)", say_height, DIGITS),
    Rule("height", r"(?<![\w.,])([3-8])\s?ft\.?\s(1[01]|[0-9])(?!\w|[.,]\d)", say_height, DIGITS),
    Rule("weight", r"(?<![\w.,])([0-9]{1,3})\s?(st|lbs?)\.?\s?([0-9]{1,2})\s?(lbs?|oz)\b\.?", say_pounds_ounces, DIGITS),
    Rule("match minute", r"(?<![\w.,])([0-9]{1,3})(?:\s?\+\s?([0-9]{1,2}))?\s?[′](?!\w)", say_match_minute, "′"),
    Rule("match minute", r"(?<![\w.,+])([0-9]{2,3})\s?\+\s?([0-9]{1,2})(?:\s?['’](?!\w))", say_match_minute, "+"),
    Rule("inches", r"(?<=[\s(–-])([0-9]{1,3}(?:\.[0-9])?)\s?(?:[″]|\"(?=\s[a-z])|”(?=\s(?:screen|display|alloy|wheels?|tablet|monitor)))", say_inches, "″\"”"),
    Rule("duration", r"(?<![\w.,])([0-9]{1,3})\s?h\s?([0-9]{2}|[0-9]{1,2}(?=\s?m))\s?(?:m|min|mins)?(?:\s?([0-9]{1,2})\s?s)?\b", say_minutes_seconds, DIGITS),
    Rule("duration", r"(?<![\w.,])()([0-9]{1,3})\s?(?:m|min)\s?([0-9]{1,2})\s?s(?:ec|ecs)?\b", say_minutes_seconds, DIGITS),
    Rule("dimensions", rf"(?<![\w.,])([0-9]{{1,5}}(?:\.[0-9]{{1,3}})?(?:\s?[xX×]\s?[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?){{2,3}})\s?{_UNIT}", say_box, "xX×"),
    Rule("measure", rf"{LEFT}(?:(?P<legs>[0-9]{{1,2}})\s?[x×]\s?)?(?P<n>{NUMBER})m(?={_METRE_WORDS})", say_metres, "m"),
    Rule("measure", rf"{LEFT}{_SIGN}(?P<n>{NUMBER})(?:{_HALF}|[ -](?P<top>[1-9])[/⁄](?P<bottom>[2-9]|1[026]))(?:(?P<dash>{DASH}|\sto\s|\s?[x×]\s?)(?P<minus>[-−]?)(?P<n2>{NUMBER}))?(?P<mag>{MAGNITUDE})?(?P<space>[\s-]?){_UNIT}", say_measure, DIGITS),
    Rule("measure", rf"{LEFT}(?P<sign>)(?P<n>)(?P<half>[{_VULGARS}])(?P<top>)(?P<bottom>)(?P<n2>)(?P<mag>)(?P<space>\s?){_UNIT}", say_measure, _VULGARS),
    Rule("number", rf"(?<![\w.,])(?P<sign>[-−–+]?)(?P<n>{NUMBER})(?P<mag>{MAGNITUDE})(?![\w-])", say_scaled, DIGITS),
    Rule("dimensions", r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})?(?:\.[0-9]{1,3})?(?:\s?[xX×]\s?[0-9]{1,3}(?:,[0-9]{3})?(?:\.[0-9]{1,3})?){1,3}(?![\w])", say_dimensions, "xX×"),
    Rule("dimensions", r"(?<![\w.,])[0-9]{3,5}\s?[xX×]\s?[0-9]{3,5}(?![\w])", say_dimensions, "xX×"),
    Rule("unit", r"(?<![\w/.@])[A-Za-zµμ]{1,4}[²³]?/[A-Za-z]{1,3}[²³]?(?![\w/])", say_bare_unit, "/"),
    Rule("times", rf"{LEFT}(?:({NUMBER})[-–])?({NUMBER})\s?[x×X](?=\s(?!\d)|[-.,;:!?)]|$)", say_times_as, "x×X"),
    Rule("fraction", r"(?<![\w.,/$-])(?P<whole>(?:[0-9]{1,4}[\s-])?)(?P<top>[0-9]{1,3})(?P<sign>)[/⁄](?P<bottom>[0-9]{1,3})(?:st|nd|rd|th|ths|RD|TH|ND|ST)?(?![\w/]|[.,-]\d)", say_fraction, "/⁄"),
    Rule("fraction", rf"(?<![.,/$0-9])(?P<whole>(?:[0-9]{{1,4}}[\s-]?)?)(?P<top>)(?P<bottom>)(?P<sign>[{_VULGARS}])", say_fraction, _VULGARS),
    Rule("formation", r"(?<![\w.,$£€-])[0-9][-–][0-9][-–][0-9](?:[-–][0-9])?(?![\w-]|[.,]\d)", say_formation, "-–"),
    Rule("pair", r"(?<![\w.,$£€:/-])([0-9]{1,3})[-–]([0-9]{1,3})(?=-(?:year|day|week|month|hour|minute|mile|point|man|person|member|foot|inch|acre|page|seat|game|metre|meter)s?\b)", say_span, DIGITS),
    Rule("pair", r"(?:(?<=[a-z]\.)|(?<![\w.,$£€:/-]))([0-9]{1,3}(?:,[0-9]{3})*)\s?[-–—‑−]\s?([0-9]{1,3}(?:,[0-9]{3})*)(?![\w%/]|[.,:-]\d|-[A-Za-z])", say_pair, DIGITS),
    Rule("range", rf"{LEFT}({NUMBER})({MAGNITUDE})?{DASH}({NUMBER})({MAGNITUDE})?(?![\w%/]|-)", say_range, DIGITS),
    Rule("ratio", r"(?<![\w.,:])([0-9]{1,4})\s?:\s?([0-9]{1,4})(?![\w:]|[.,]\d)", say_ratio, ":"),
)  # fmt: skip
"""Quantities; the more telling the surroundings, the earlier."""
