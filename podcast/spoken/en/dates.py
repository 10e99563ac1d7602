"""Dates, years, decades, quarters, times of day and durations on a clock."""

from __future__ import annotations

import re

from podcast.spoken import numbers
from podcast.spoken.en import figures
from podcast.spoken.en.figures import DASH, LEFT
from podcast.spoken.rules import DIGITS, Found, Rule

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = (
    r"(?:[Jj]an(?:uary)?|JAN(?:UARY)?|[Ff]eb(?:ruary)?|FEB(?:RUARY)?|[Mm]ar(?:ch)?|MAR(?:CH)?"
    r"|[Aa]pr(?:il)?|APR(?:IL)?|[Mm]ay|MAY|[Jj]une?|JUNE?|[Jj]uly?|JULY?|[Aa]ug(?:ust)?|AUG(?:UST)?"
    r"|[Ss]ept?(?:ember)?|SEPT?(?:EMBER)?|[Oo]ct(?:ober)?|OCT(?:OBER)?|[Nn]ov(?:ember)?"
    r"|NOV(?:EMBER)?|[Dd]ec(?:ember)?|DEC(?:EMBER)?)\b\.?"
)
_DAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday",
    "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_NTH = r"(?:st|nd|rd|th|ST|ND|RD|TH)"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)"


def _month(text: str) -> str:
    start = text[:3].lower()
    return next(month for month in _MONTHS if month.lower().startswith(start))


def _nth(day: str, found: Found) -> str:
    return figures.ordinal(int(day), found)


def _day_month(day: str, month: str, found: Found, *, day_first: bool) -> str:
    """The fifth of May, or May fifth in the American manner and where it is written so."""
    if day_first and not figures.american(found):
        the = "" if re.search(r"\b[Tt]he $", found.before) else "the "
        return f"{the}{_nth(day, found)} of {month}"
    the = "the " if figures.british(found) else ""
    return f"{month} {the}{_nth(day, found)}"


def _with_year(said: str, year: str, found: Found) -> str:
    if not year:
        return said
    spoken = figures.short_year(year, found)
    return f"{said}, {spoken}"


_COUNTED = re.compile(
    r"\s(?:people|men|women|children|persons|million|billion|thousand|percent|per cent|points?"
    r"|[a-z]{3,}(?:ies|[^s]es|[^suai]s))\b"
)


def say_day_month(found: Found) -> str | None:
    """5 May 2024 → the fifth of May, twenty twenty-four; 5–6 December → the fifth to the sixth."""
    if found["month"][:3] in {"mar", "may"} and not found["year"] and not found["nth"]:
        return None  # small letters: it may march
    month = _month(found["month"])
    if found["until"]:
        first, last = _nth(found["day"], found), _nth(found["until"], found)
        said = f"{first} to {last} of {month}"
        if figures.american(found):
            said = f"{month} {first} to {last}"
        return _with_year(said, found["year"], found)
    return _with_year(_day_month(found["day"], month, found, day_first=True), found["year"], found)


def say_month_day(found: Found) -> str | None:
    """May 5, 2024 → May fifth, twenty twenty-four; but "In May 2 people died"."""
    if not found["month"][0].isupper() and found["month"][:3] in {"mar", "may"}:
        return None
    plain = not found["nth"] and not found["year"]
    if plain and _COUNTED.match(found.after) and re.search(r"\b[Ii]n $", found.before):
        return None
    month = _month(found["month"])
    said = _day_month(found["day"], month, found, day_first=False)
    if found["until"]:
        said = f"{month} {_nth(found['day'], found)} to {_nth(found['until'], found)}"
    return _with_year(said, found["year"], found)


def say_two_days(found: Found) -> str:
    """From 1 to 5 May → from the first to the fifth of May."""
    days = f"the {_nth(found[2], found)} {found[3]} the {_nth(found[4], found)}"
    return f"{found[1]} {days} of {_month(found[5])}"


def say_short_year(found: Found) -> str:
    """The class of ’99 → ninety-nine."""
    return figures.short_year(found[1], found)


def say_month_range(found: Found) -> str:
    """May 30–June 2 → May thirtieth to June second."""
    first = _day_month(found[2], _month(found[1]), found, day_first=False)
    return f"{first} to {_day_month(found[4], _month(found[3]), found, day_first=False)}"


def say_month_year(found: Found) -> str | None:
    """Oct. 2023 → October twenty twenty-three."""
    if found[1][:3] in {"mar", "may"}:
        return None
    comma = "," if found[2] else ""
    return f"{_month(found[1])}{comma} {figures.year(int(found[3]), found)}"


def say_year_first(found: Found) -> str | None:
    """2024-03-15 → the fifteenth of March, twenty twenty-four."""
    year, month, day = (int(found[group]) for group in ("year", "month", "day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said = _day_month(str(day), _MONTHS[month - 1], found, day_first=True)
    return f"{said}, {figures.year(year, found)}"


def say_stamp(found: Found) -> str | None:
    """2026-08-17T10:00 → the seventeenth of August, twenty twenty-six, ten o'clock."""
    day = say_year_first(found)
    return f"{day}, {_full_clock(found['hour'], found['minute'])}" if day else None


def say_year_last(found: Found) -> str | None:
    """04/24/2020 → April twenty-fourth …: month first but in the British manner or after a dot."""
    first, second = int(found[1]), int(found[3])
    day_first = found[2] == "." or figures.british(found)
    if (first if not day_first else second) > 12:
        day_first = not day_first
    day, month = (first, second) if day_first else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said = _day_month(str(day), _MONTHS[month - 1], found, day_first=day_first)
    return _with_year(said, found[4], found)


def say_weekday(found: Found) -> str | None:
    """Mon–Fri → Monday to Friday; Wed. → Wednesday (Sat and Sun only in a range)."""
    first = _DAYS[found[1][:3].lower()]
    return f"{first} to {_DAYS[found[2][:3].lower()]}"


def say_quarter(found: Found) -> str:
    """Q3 → quarter three; Q3 2025, Q3 FY26, 3Q22 → the third quarter of …"""
    number = int(found["n"] or found["n2"])
    if not found["year"]:
        return f"quarter {figures.cardinal(number, found)}"
    return _of_year(f"{_the(found)}{figures.ordinal(number, found)} quarter of", found)


def say_quarters(found: Found) -> str:
    """Q2–Q3 → quarter two to quarter three."""
    first, last = (figures.cardinal(int(found[group]), found) for group in (1, 2))
    return f"quarter {first} to quarter {last}"


def say_military(found: Found) -> str:
    """0900 GMT → oh nine hundred; at 0630 → oh six thirty."""
    hour, minute = found["h"] or found["h2"], found["m"] or found["m2"]
    said = numbers.cardinal(int(hour), "en") if int(hour) else "zero"
    said = f"oh {said}" if hour.startswith("0") and int(hour) else said
    if minute == "00":
        return f"{said} hundred"
    low = numbers.cardinal(int(minute), "en")
    return f"{said} {f'oh {low}' if minute.startswith('0') else low}"


def say_half(found: Found) -> str | None:
    """H1 2027, 1H27 → the first half of twenty twenty-seven."""
    nth = "first" if (found["n"] or found["n2"]) == "1" else "second"
    if not found["year"]:
        return None
    return _of_year(f"{_the(found)}{nth} half of", found)


def _the(found: Found) -> str:
    return (
        ""
        if re.search(r"\b(?:the|its|their|his|our|a|this|last) $", found.before, re.I)
        else "the "
    )


def _of_year(said: str, found: Found) -> str:
    fiscal = " fiscal" if found["fy"] else ""
    return f"{said}{fiscal} {figures.short_year(found['year'], found)}"


def say_fiscal(found: Found) -> str:
    """FY2026 → fiscal twenty twenty-six."""
    last = f" {figures.short_year(found[2], found)}" if found[2] else ""
    return f"fiscal {figures.short_year(found[1], found)}{last}"


def say_decade(found: Found) -> str:
    """1990s → nineteen nineties; the '90s → nineties; 2000s → two thousands."""
    return _decade(found[1], found[2], found)


def say_decades(found: Found) -> str:
    """1960s-80s → nineteen sixties to eighties."""
    return f"{_decade(found[1], found[2], found)} to {_decade(found[3], found[4], found)}"


def _decade(century: str, tens: str, found: Found) -> str:
    number = int(century + tens)
    if not number:
        return "noughties"
    said = figures.year(number, found) if century else figures.cardinal(number, found)
    return figures.plural(said)


def say_years(found: Found) -> str | None:
    """2015–2019 → twenty fifteen to twenty nineteen; 2023-24, 1998/99 → … twenty-four."""
    start, end = int(found[1]), found[3]
    if len(end) == 2 and int(found[1][2:]) >= int(end):
        return None
    if len(end) == 4 and (int(end) <= start or _THINGS.match(found.after)):
        return None
    slash = found[2].strip() == "/"
    join = " " if slash else " to "
    return f"{figures.year(start, found)}{join}{figures.short_year(end, found)}"


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|from|by|until|till|of|before|after|during|around|circa|about|year|years|the"
    r"|to|and|through|between|for|this|last|next|on|late|early|mid|spring|summer|autumn|fall|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|published|born|died|founded|established|back)[\s-]|[(,;:–—-]\s?|^)$",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\s(?!(?:was|is|has|this|us|his|its|as|series|census|species|news|yes|thus|across|unless|gas"
    r"|previous|famous|various|business|access|process|congress|express|press|class|less|glass"
    r"|is|plus|perhaps|always|sometimes|does|says|elections?|games|olympics|finals|awards|honours"
    r"|honors|championships|playoffs|standards|results|seasons|riots|protests|talks|polls|levels"
    r"|accords|figures|prices|estimates|primaries|midterms|budgets|guidelines|regulations)\b)"
    r"(?:(?![a-z]+ed\b)[a-z]+\s)?(?:[a-z]{3,}s|people|men|women|children|dead|cattle|sheep|fish|pieces)\b"
)


def say_year(found: Found) -> str | None:
    """In 1989 → nineteen eighty-nine; but 1300 products → one thousand three hundred."""
    number = int(found[1])
    told = _YEAR_BEFORE.search(found.before)
    in_a_sentence = re.search(
        r"\b(?:in|since|until|during|year|late|early|by|from) $", found.before, re.I
    )
    if number < 1100 and not in_a_sentence:
        return None
    if _THINGS.match(found.after) and not in_a_sentence:
        return None
    if number > 2099 and not told:
        return None
    return figures.year(number, found)


def say_early_year(found: Found) -> str:
    """In 905, → nine oh-five."""
    return figures.year(int(found[1]), found)


def say_era(found: Found) -> str:
    """340 A.D → three forty A.D; 44 BC → forty-four B.C."""
    number = int(found[1].replace(",", ""))
    said = figures.year(number, found) if number < 3000 else figures.cardinal(number, found)
    return f"{said} {figures.spell_letters(found[2].replace('.', '').upper())}"


_ZONES = (
    r"(?:GMT|UTC|BST|CES?T|EES?T|E[SD]?T|P[SD]?T|C[SD]T|M[SD]T|CT|IST|JST|AE[SD]T|HKT|MSK|AST"
    r"|gmt|utc|bst|cet|est|edt|pst|pdt|e\.s\.t|p\.s\.t|e\.d\.t)\b"
)
_MERIDIEM = r"(?:[ap]\.?\s?m\b|[AP]\.?\s?M\b)"


def _clock(hour: str, minute: str) -> str:
    number = int(hour)
    said = numbers.cardinal(number, "en") if number else "zero"
    if not minute:
        return said
    if minute == "00":
        return said
    low = numbers.cardinal(int(minute), "en")
    return f"{said} oh {low}" if minute.startswith("0") else f"{said} {low}"


def _zone(zone: str) -> str:
    letters = zone.strip().replace(".", "").upper()
    return f" {figures.spell_letters(letters)}" if letters else ""


def _meridiem(text: str) -> str:
    return f" {text[0].lower()}.m" if text else ""


def _stop(found: Found) -> str:
    """The full stop of p.m. ends the sentence too, where the text ends."""
    return "." if found.text.endswith(".") and not found.after.strip("\"'”’) ") else ""


def say_time(found: Found) -> str | None:
    """5:30 p.m. ET → five thirty p.m E.T; 9–11am → nine to eleven a.m."""
    hour = "12" if int(found["hour"]) == 0 else found["hour"]
    if int(hour) > 24:
        return None
    said = _clock(hour, found["minute"])
    if found["hour2"]:
        said += f"{_meridiem(found['half'])} to {_clock(found['hour2'], found['minute2'])}"
    return f"{said}{_meridiem(found['half2'])}{_zone(found['zone'])}{_stop(found)}"


def say_clock(found: Found) -> str | None:
    """14:30 → fourteen thirty; 3:00 → three o'clock; 9:01 → nine oh one."""
    hour, minute = found[1], found[2]
    if int(hour) > 24 or int(minute) > 59:
        return None
    zone = _zone(found[3])
    return _full_clock(hour, minute) + zone


_OCLOCK = "o'clock"


def _full_clock(hour: str, minute: str) -> str:
    number = int(hour)
    if minute != "00":
        return _clock(hour, minute)
    if number % 24 == 0:
        return "midnight"
    return f"{_clock(hour, '')} {'hundred' if number > 12 else _OCLOCK}"


def say_clock_range(found: Found) -> str | None:
    """10:00–12:30 → ten o'clock to twelve thirty."""
    if max(int(found[1]), int(found[3])) > 24 or max(int(found[2]), int(found[4])) > 59:
        return None
    return f"{_clock(found[1], found[2])} to {_clock(found[3], found[4])}"


def say_dotted_time(found: Found) -> str | None:
    """At 20.30 → at twenty thirty, the British way to write a time."""
    if re.match(
        r"\s?(?:%|per|m|bn|million|billion|trillion|[€£$]|points?|times|x)\b|\s?%", found.after
    ):
        return None
    return f"{found[1]} {_clock(found[2], found[3])}"


def say_duration(found: Found) -> str:
    """2:14:58 → two hours, fourteen minutes and fifty-eight seconds."""
    parts = []
    for number, unit in zip(
        (found[1], found[2], found[3]), ("hour", "minute", "second"), strict=True
    ):
        value = int(number)
        parts.append(f"{figures.cardinal(value, found)} {unit}{'' if value == 1 else 's'}")
    if found[4]:
        parts[2] = f"{figures.count(found[3] + found[4], found)} seconds"
    return f"{parts[0]}, {parts[1]} and {parts[2]}{_meridiem(found[5])}"


def say_race_time(found: Found) -> str:
    """1:23.45 → one minute, twenty-three point four five seconds."""
    minutes = int(found[1])
    unit = "minute" if minutes == 1 else "minutes"
    return f"{figures.cardinal(minutes, found)} {unit}, {figures.count(found[2], found)} seconds"


RULES: tuple[Rule, ...] = (
    Rule("duration", r"(?<![\w.,:])([0-9]{1,2}):([0-5][0-9]\.[0-9]{1,3})(?![\w:]|\.\d)", say_race_time, ":"),
    Rule("date", rf"{LEFT}(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9])T(?P<hour>[0-2][0-9]):(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]{{1,6}})?)?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?\b", say_stamp, "T"),
    Rule("date", rf"{LEFT}(?P<year>{_YEAR})([-/.‑])(?P<month>0?[1-9]|1[0-2])\2(?P<day>{_DAY})(?![\w]|[-.]\d)", say_year_first, DIGITS),
    Rule("date", rf"{LEFT}(0?[1-9]|[12][0-9]|3[01])([-/.])(0?[1-9]|[12][0-9]|3[01])\2({_YEAR}|[0-9]{{2}}(?<=/[0-9]{{2}}))(?!\w|[-/.]\d)", say_year_last, DIGITS),
    Rule("date", rf"\b([Ff]rom|[Bb]etween) ({_DAY}){_NTH}? (to|and) ({_DAY}){_NTH}?(?: of)? ({_MONTH})", say_two_days, DIGITS),
    Rule("date", rf"(?<![\w.,:/–-])(?P<day>{_DAY})(?P<nth>{_NTH})?(?:{DASH}(?P<until>{_DAY}){_NTH}?)?(?: of|-)?\s(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR})\b(?!\.\d))?", say_day_month, DIGITS),
    Rule("date", rf"\b({_MONTH})\s({_DAY}){_NTH}?{DASH}({_MONTH})\s({_DAY}){_NTH}?\b", say_month_range, DIGITS),
    Rule("date", rf"\b(?P<month>{_MONTH})[\s-](?:the )?(?P<day>{_DAY})(?P<nth>{_NTH})?(?:{DASH}(?P<until>{_DAY}){_NTH}?)?(?![\w%:]|[.,]\d)(?:(?:\s?,\s?|\s|-)(?P<year>{_YEAR})\b)?", say_month_day, DIGITS),
    Rule("date", rf"\b({_MONTH})(\s?,)?[\s-]({_YEAR})\b(?!,\d)", say_month_year, DIGITS),
    Rule("year", r"(?<!\w)[’‘']([0-9]{2})(?![\w’']|[.,]\d)", say_short_year, "’‘'"),
    Rule("weekday", r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?\s?[–—-]\s?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday|s|rs?)?\b", say_weekday, "-–—"),
    Rule("quarter", r"\bQ([1-4])\s?[-–]\s?Q([1-4])\b", say_quarters, "Q"),
    Rule("time", rf"(?:(?<![\w.,:-])(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?=\s?(?:{_ZONES}|hours\b|hrs\b|local time))|(?<=\bat )(?P<h2>0[0-9])(?P<m2>[0-5][0-9])\b)", say_military, DIGITS),
    Rule("quarter", rf"\b(?:Q(?P<n>[1-4])|(?P<n2>[1-4])Q)(?:[\s’']?(?P<fy>FY)?[’']?(?P<year>{_YEAR}|[0-9]{{2}}))?\b(?![.,]\d)", say_quarter, "Q"),
    Rule("half", rf"\b(?:H(?P<n>[12])|(?P<n2>[12])H)[\s’']?(?P<fy>FY)?[’']?(?P<year>{_YEAR}|[0-9]{{2}})\b(?![.,]\d)", say_half, "H"),
    Rule("fiscal", rf"\bFY[\s’']?({_YEAR}|[0-9]{{2}})(?:[/-]([0-9]{{2}}))?\b", say_fiscal, "F"),
    Rule("duration", rf"{LEFT}([0-9]{{1,2}}):([0-5][0-9]):([0-5][0-9])(\.[0-9]{{1,3}})?\b(?:\s?({_MERIDIEM})\.?)?", say_duration, ":"),
    Rule("time", rf"{LEFT}(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?\s?(?P<half>{_MERIDIEM})?\.?(?:(?:{DASH}|\sto\s)(?P<hour2>[0-2]?[0-9])(?:[:.](?P<minute2>[0-5][0-9]))?\s?)?(?P<half2>{_MERIDIEM})\.?(?:\s?\(?(?P<zone>{_ZONES})\)?)?", say_time, DIGITS),
    Rule("time", rf"{LEFT}([0-2]?[0-9]):([0-5][0-9])\s?[-–—]\s?([0-2]?[0-9]):([0-5][0-9])(?![\w:])", say_clock_range, ":"),
    Rule("time", rf"{LEFT}([0-2]?[0-9]):([0-5][0-9])(?![\d:]|\.\d)(?:\s?(?:h|hrs|hours)\b)?(\s{_ZONES})?", say_clock, ":"),
    Rule("time", r"\b([Aa]t|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter) ([01]?[0-9]|2[0-3])\.([0-5][05])(?![\w%]|[.,]\d)", say_dotted_time, DIGITS),
    Rule("years", rf"(?<![\w.,/$€£])({_YEAR})(\s?[-–—/]\s?)({_YEAR}|[0-9]{{2}})(?![\w]|[-/.,]\d)", say_years, DIGITS),
    Rule("decades", r"(?<![\w.,])[’‘']?((?:1[0-9]|20)?)([0-9]0)[’']?s\s?[-–—]\s?[’‘']?((?:1[0-9]|20)?)([0-9]0)[’']?s\b", say_decades, DIGITS),
)  # fmt: skip
"""Days, months, times of day."""

YEARS: tuple[Rule, ...] = (
    Rule("decade", r"(?<![\w.,])[’‘']?((?:1[0-9]|20)?)([0-9]0)(?:(?<=[0-9]{4})\s)?[’']?s\b", say_decade, DIGITS),
    Rule("era", r"(?<![\w.,])([0-9]{1,3}(?:,[0-9]{3})?|[0-9]{4})\s?((?:AD|A\.D|BCE|B\.C\.E|BC|B\.C|CE|C\.E)\b)\.?", say_era, DIGITS),
    Rule("year", r"(?<=\b[Ii]n )([1-9][0-9]{2})(?=$|[,.;)](?!\d))", say_early_year, DIGITS),
    Rule("year", rf"(?<![\w.,:/$€£#-])({_YEAR})(?![\w%]|[.,:/]\d|-\d)", say_year, DIGITS),
)  # fmt: skip
"""Years: they come after all figures that have a unit or a name before them."""
