"""Days and months."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.clock import full_clock
from podcast.spoken.en.figures import DASH, LEFT
from podcast.spoken.en.lists import kept_stop
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


YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)"


def _month(text: str) -> str:
    start = text[:3].lower()
    return next(month for month in _MONTHS if month.lower().startswith(start))


def _nth(day: str, found: Found) -> str:
    return figures.ordinal(int(day), found)


def _day_month(day: str, month: str, found: Found, *, day_first: bool) -> str:
    """The fifth of May, or May fifth in the American manner and where it is written so."""
    if day_first and (" of " in found.text or not figures.american(found)):
        the = "" if re.search(r"\b[Tt]he $", found.before) else "the "
        return f"{the}{_nth(day, found)} of {month}"
    the = "the " if figures.british(found) else ""
    return f"{month} {the}{_nth(day, found)}"


def _stop(found: Found, month: str) -> str:
    """The full stop after "5 May." ends the sentence, the one after "5 Dec." may not."""
    return "." if found.text.endswith(".") and month.rstrip(".").capitalize() in _MONTHS else ""


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
    """5 May 2024 → the fifth of May, twenty twenty-four; 5–6 December → the fifth to sixth."""
    if found["month"][:3] in {"mar", "may"} and not found["year"] and not found["nth"]:
        return None  # small letters: it may march
    month = _month(found["month"])
    if found["until"]:
        first, last = _nth(found["day"], found), _nth(found["until"], found)
        the = "" if re.search(r"\b[Tt]he $", found.before) else "the "
        said = f"{the}{first} to {last} of {month}"
        if figures.american(found):
            said = f"{month} {first} to {last}"
    else:
        said = _day_month(found["day"], month, found, day_first=True)
    return _with_year(said, found["year"], found) + _stop(found, found["month"])


def say_month_day(found: Found) -> str | None:
    """May 5, 2024 → May fifth, twenty twenty-four; but "In May 2 people died"."""
    small = not found["month"][0].isupper() and found["month"][:3] in {"mar", "may"}
    if small and not found["year"]:
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
    return f"{found[1]} {days} of {_month(found[5])}{_stop(found, found[5])}"


def say_several_days(found: Found) -> str | None:
    """4 and 11 November, 3, 5 and 7 May → the fourth and eleventh of November."""
    days = [int(day) for day in re.findall(r"[0-9]+", found[1])]
    if days != sorted(set(days)) or found[2] in {"may", "mar"}:
        return None
    month = _month(found[2])
    said = re.sub(rf"([0-9]+){_NTH}?", lambda day: _nth(day[1], found), found[1])
    if figures.american(found):
        said = f"{month} {said}"
    else:
        the = "" if re.search(r"\b[Tt]he $", found.before) else "the "
        said = f"{the}{said} of {month}"
    return _with_year(said, found[3], found) + _stop(found, found[2])


def say_short_year(found: Found) -> str:
    """The class of ’99 → ninety-nine."""
    return figures.short_year(found[1], found)


def say_month_short_year(found: Found) -> str | None:
    """Dec '21 → December twenty-one."""
    if not found[1][0].isupper():
        return None
    return f"{_month(found[1])} {figures.short_year(found[2], found)}"


def say_month_range(found: Found) -> str:
    """May 30–June 2 → May thirtieth to June second."""
    first = _day_month(found[2], _month(found[1]), found, day_first=False)
    return f"{first} to {_day_month(found[4], _month(found[3]), found, day_first=False)}"


def say_months(found: Found) -> str | None:
    """Apr–Jun → April to June."""
    first, last = found[1], found[2]
    if not (first[0].isupper() and last[0].isupper()):
        return None
    return f"{_month(first)} to {_month(last)}{_stop(found, last)}"


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
    return f"{day}, {full_clock(found['hour'], found['minute'])}" if day else None


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


def say_day_before(found: Found) -> str:
    """Tues 5 March, Sat 7pm, Sun, Oct 6 → the day's whole name."""
    return f"{_DAYS[found[1][:3].lower()]}{',' if found.text.endswith(',') else ''}"


def say_days_of_months(found: Found) -> str:
    """30 May–2 June → the thirtieth of May to the second of June; with years too."""
    first = _day_month(found["d1"], _month(found["m1"]), found, day_first=True)
    last = _day_month(found["d2"], _month(found["m2"]), found, day_first=True)
    first = _with_year(first, found["y1"], found)
    return f"{first} to {_with_year(last, found['y2'], found)}{_stop(found, found['m2'])}"


def say_months_of_days(found: Found) -> str:
    """March 31, 1685 – July 28, 1750 → March thirty-first … to July twenty-eighth …"""
    first = _day_month(found["d1"], _month(found["m1"]), found, day_first=False)
    last = _day_month(found["d2"], _month(found["m2"]), found, day_first=False)
    first = _with_year(first, found["y1"], found)
    return f"{first} to {_with_year(last, found['y2'], found)}"


_UPON = re.compile(
    r"\b(?:on|by|from|since|until|till|due|beginning|starting|dated|before|after) $", re.I
)


def say_month_and_day(found: Found) -> str | None:
    """Beginning 3/20 → March twentieth: what can be no day of a month is no date.

    In a table's cell it stands alone, unless it is one of the usual fractions.
    """
    alone = not (found.before or found.after) and found[2] not in _DENOMINATORS
    if figures.british(found) or not (alone or _UPON.search(found.before)):
        return None
    if found[2] == "1" and not re.search(
        r"\b(?:by|due|until|dated|beginning|starting) $", found.before
    ):
        return None  # on 5/1: the odds
    return _day_month(found[2], _MONTHS[int(found[1]) - 1], found, day_first=False)


_DENOMINATORS = frozenset(["1", "16", "20", "30"])


def say_day_of_month(found: Found) -> str | None:
    """Sold on 3/9 → the third of September, in the British manner."""
    day, month = int(found[1]), int(found[2])
    if not figures.british(found) or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return _day_month(found[1], _MONTHS[month - 1], found, day_first=True)


def whole_name(short: str) -> str:
    """Mon → Monday, Jan → January; empty for what is neither, and for the whole name."""
    if not re.fullmatch(r"[A-Z][a-z]{2,3}\.?", short):
        return ""
    day = _DAYS.get(short[:3].lower(), "")
    return day or next((month for month in _MONTHS if month.startswith(short.rstrip("."))), "")


def say_weekday(found: Found) -> str | None:
    """Mon–Fri → Monday to Friday; Wed. → Wednesday (Sat and Sun only in a range)."""
    first = _DAYS[found[1][:3].lower()]
    return f"{first} to {_DAYS[found[2][:3].lower()]}"


RULES: tuple[Rule, ...] = (
    Rule("date", rf"{LEFT}(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9])T(?P<hour>[0-2][0-9]):(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]{{1,6}})?)?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?\b", say_stamp, "T"),
    Rule("date", rf"{LEFT}(?P<year>{YEAR})([-/.‑])(?P<month>0?[1-9]|1[0-2])\2(?P<day>{_DAY})(?![\w]|[-.]\d)", say_year_first, DIGITS),
    Rule("date", rf"{LEFT}(0?[1-9]|[12][0-9]|3[01])([-/.])(0?[1-9]|[12][0-9]|3[01])\2({YEAR}|[0-9]{{2}}(?<=/[0-9]{{2}}))(?!\w|[-/.]\d)", say_year_last, DIGITS),
    Rule("date", r"(?<![\w/.,$£€])(1[0-2]|0?[1-9])/(1[3-9]|2[0-9]|3[01]|1(?=[.,;)]|$| [a-z]))(?!\w|[/%.,-]\w|\s?(?:of|cup|inch|mile|lb)|\w)", say_month_and_day, "/"),
    Rule("date", r"(?:(?<=\b[Oo]n )|(?<=\b[Uu]ntil )|(?<=\b[Ss]ince )|(?<=\b[Bb]y ))([0-9]{1,2})/([0-9]{1,2})(?=[.,;)](?!\d)|$| [a-z])(?! ?(?:of|odds|an?|the)\b)", say_day_of_month, "/"),
    Rule("weekday", rf"\b(Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.?,?(?=\s(?:{_DAY}{_NTH}?(?: of)? {_MONTH}|{_DAY}{_NTH}\b|{_MONTH} {_DAY}\b|[0-9]{{1,2}}(?:[:.][0-9]{{2}})?\s?[ap]\.?m\b|[0-9]{{1,2}}:[0-9]{{2}}\b))", say_day_before, "MTWFS"),
    Rule("date", rf"(?<![\w.,:/–-])(?P<d1>{_DAY}){_NTH}?\s(?P<m1>{_MONTH})(?:,?\s(?P<y1>{YEAR}))?{DASH}(?P<d2>{_DAY}){_NTH}?\s(?P<m2>{_MONTH})(?:,?\s(?P<y2>{YEAR})\b)?", say_days_of_months, "-–—"),
    Rule("date", rf"\b(?P<m1>{_MONTH})\s(?P<d1>{_DAY}){_NTH}?,?\s(?P<y1>{YEAR}){DASH}(?P<m2>{_MONTH})\s(?P<d2>{_DAY}){_NTH}?,?\s(?P<y2>{YEAR})\b", say_months_of_days, "-–—"),
    Rule("date", rf"\b([Ff]rom|[Bb]etween) ({_DAY}){_NTH}? (to|and) ({_DAY}){_NTH}?(?: of)? ({_MONTH})", say_two_days, DIGITS),
    Rule("date", rf"(?<![\w.,:/$£€–-])({_DAY}{_NTH}?(?:, {_DAY}{_NTH}?){{0,4}},? (?:and|or) {_DAY}{_NTH}?)(?: of)? ({_MONTH})(?:,? ({YEAR})\b(?!\.\d))?", say_several_days, DIGITS),
    Rule("date", rf"(?<![\w.,:/–-])(?P<day>{_DAY})(?P<nth>{_NTH})?(?:{DASH}(?P<until>{_DAY}){_NTH}?)?(?:(?: of|-)?\s|-)(?P<month>{_MONTH})(?:(?:,?\s|-)(?P<year>{YEAR})\b(?!\.\d))?", say_day_month, DIGITS),
    Rule("date", rf"\b({_MONTH})\s({_DAY}){_NTH}?{DASH}({_MONTH})\s({_DAY}){_NTH}?\b", say_month_range, DIGITS),
    Rule("date", rf"\b(?P<month>{_MONTH})[\s-](?:the )?(?P<day>{_DAY})(?P<nth>{_NTH})?(?:{DASH}(?P<until>{_DAY}){_NTH}?)?(?![\w%:]|[.,]\d)(?:(?:\s?,\s?|\s|-)(?P<year>{YEAR})\b)?", say_month_day, DIGITS),
    Rule("date", rf"\b({_MONTH})\s?[-–—]\s?({_MONTH})(?!\s[0-9])", say_months, "-–—"),
    Rule("date", rf"\b({_MONTH})(\s?,)?[\s-]({YEAR})\b(?!,\d)", say_month_year, DIGITS),
    Rule("date", rf"\b({_MONTH})\s[’‘']([0-9]{{2}})(?![\w’'])", say_month_short_year, "’‘'"),
    Rule("year", r"(?<!\w)[’‘']([0-9]{2})(?![\w’']|[.,]\d)", say_short_year, "’‘'"),
    Rule("weekday", r"(?:(?<=[0-9][ap]m )|(?<=[ap]\.m )|(?<=[ap]\.m\. ))(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?", lambda found: _DAYS[found.text[:3].lower()] + kept_stop(found), DIGITS),
    Rule("weekday", r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?\s?[–—-]\s?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday|s|rs?)?\b", say_weekday, "-–—"),
)  # fmt: skip
"""Dates."""
