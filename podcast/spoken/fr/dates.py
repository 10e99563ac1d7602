"""French dates, years and times of day."""

from __future__ import annotations

import re

from podcast.spoken.fr.numbers import cardinal
from podcast.spoken.rules import DIGITS, Found, Rule

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT = {
    "janv": 1, "jan": 1, "févr": 2, "fév": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10,
    "nov": 11, "déc": 12, "dec": 12,
}  # fmt: skip
_MONTH = "|".join((*MONTHS, "fevrier", "aout", "decembre"))
_SHORT = "|".join(sorted(SHORT, key=len, reverse=True))


def day(number: int) -> str:
    """1 → premier, 2 → deux."""
    return "premier" if number == 1 else cardinal(number)


def _year(written: str) -> str:
    if not written:
        return ""
    if len(written) == 2 and written[0] == "0":
        return f" zéro {cardinal(int(written))}"
    return f" {cardinal(int(written))}"


def say_numeric(found: Found) -> str | None:
    """le 03/10/2012 → le trois octobre deux mille douze."""
    number, month = int(found["day"]), int(found["month"])
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return None
    if not found["year"] and not re.search(r"\b(?:[lL]e|du|au|dès le|[Aa]u) $", found.before):
        return None
    return f"{day(number)} {MONTHS[month - 1]}{_year(found['year'])}"


def say_iso(found: Found) -> str | None:
    """2024-03-15 → quinze mars deux mille vingt-quatre."""
    month, number = int(found[2]), int(found[3])
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return None
    return f"{day(number)} {MONTHS[month - 1]} {cardinal(int(found[1]))}"


def say_written(found: Found) -> str:
    """le 1er janvier 2016 → le premier janvier deux mille seize."""
    name = found["month"].rstrip(".")
    month = MONTHS[SHORT[name.lower()] - 1] if name.lower() in SHORT else name
    days = re.split(r"( ?[-–/] ?|, | et )", re.sub(r"(?<=\d)er?\b", "", found["days"]))
    said = " ".join(day(int(part)) for part in days if part.strip().isdigit())
    if len(days) == 3:
        words = {"-": "au", "–": "au", "/": "et", ",": ","}
        said = f"{day(int(days[0]))} {words.get(days[1].strip(), 'et')} {day(int(days[2]))}"
    return f"{said} {month}{_year(found['year'])}"


def say_time(found: Found) -> str | None:
    """14h30 → quatorze heures trente; 1 h 15 min → une heure quinze minutes."""
    hour, minute = int(found["hour"]), found["minute"]
    if hour > 24 and not minute:
        return None
    said = f"{cardinal(hour, 'une')} heure{'s' if hour > 1 else ''}"
    if minute and int(minute):
        said += f" {cardinal(int(minute), 'une')}"
        if found["named"]:
            said += " minute" + ("s" if int(minute) > 1 else "")
    return said


def say_clock(found: Found) -> str | None:
    """14:30 → quatorze heures trente."""
    hour, minute, second = int(found[1]), int(found[2]), found[3]
    if hour > 24 or minute > 59:
        return None
    said = f"{cardinal(hour, 'une')} heure{'s' if hour > 1 else ''}"
    if minute or second:
        said += f" {cardinal(minute, 'une')}"
    said += f" et {cardinal(int(second), 'une')} secondes" if second else ""
    return said + _half_of_day(found[4], hour)


def _half_of_day(written: str, hour: int) -> str:
    """PM after 7:15 → du soir."""
    if not written:
        return ""
    if written.strip()[0] in "aA":
        return " du matin"
    return " de l'après-midi" if hour < 6 or hour == 12 else " du soir"


def say_to(found: Found) -> str:
    """14h-18h → quatorze heures à dix-huit heures."""
    return " à "


def say_minutes(found: Found) -> str:
    """2 min 30 s, 3'25'' → trois minutes vingt-cinq."""
    minutes = int(found[1])
    return (
        f"{cardinal(minutes, 'une')} minute{'s' if minutes > 1 else ''} {cardinal(int(found[2]))}"
    )


def say_decades(found: Found) -> str:
    """les années 80 → les années quatre-vingt: as a rank it doesn't take its s."""
    said = [cardinal(int(part)) for part in re.findall(r"\d+", found.text)]
    return found[1] + " ".join(re.sub(r"(vingt|cent)s$", r"\1", part) for part in said)


def say_season(found: Found) -> str | None:
    """2023/24 → deux mille vingt-trois vingt-quatre."""
    first, second = found[1], found[2] or found[3]
    if int(second[-2:]) != (int(first[-2:]) + 1) % 100:
        return None
    return f"{cardinal(int(first))}{_year(second)}"


_Y = r"(?:1[0-9]|20)\d\d"
RULES: tuple[Rule, ...] = (
    Rule(
        "date",
        r"(?<![\w.,:/])(?P<day>\d{1,2})(?:er)?(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>"
        + _Y
        + r"|\d\d)"
        r"(?![\w/])(?!,\d)",
        say_numeric,
        DIGITS,
    ),
    Rule(
        "date",
        r"(?<![\w.,:/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>)(?![\w/])(?!,\d)",
        say_numeric,
        "/",
    ),
    Rule("date", r"(?<![\w.,:-])((?:1[5-9]|20)\d\d)-(\d\d)-(\d\d)(?![\w-])", say_iso, DIGITS),
    Rule(
        "date",
        rf"(?<![\w.,:])(?P<days>\d{{1,2}}(?:er)?(?:(?: ?[-–/] ?|, | et )\d{{1,2}}(?:er)?){{0,4}})"
        rf" (?P<month>{_MONTH}|(?:{_SHORT})\b\.?)(?!\w)(?: (?P<year>{_Y})(?!\w|[.,]\d))?",
        say_written,
        DIGITS,
        re.I,
    ),
    Rule(
        "decades",
        r"\b([Aa]nnées )['’]?(?:\d{4}|\d{2})(?:[-–/]\d{2})?(?!\w|[.,]\d)",
        say_decades,
        DIGITS,
    ),
    Rule(
        "season", rf"(?<![\w.,/–-])({_Y})(?:/({_Y}|\d\d)|[-–](\d\d))(?![\w/–-])", say_season, "/-–"
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(?P<hour>\d{1,2}) ?[hH](?: ?(?P<minute>[0-5]\d))?(?P<named> ?(?:min|mn)\b\.?)?"
        r"(?!\w)",
        say_time,
        "hH",
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(\d{1,2}):([0-5]\d)(?::([0-5]\d))?( ?[aApP]\.?[mM]\b\.?)?(?![\w:]|[.,]\d)",
        say_clock,
        ":",
    ),
    Rule("to", r"(?:(?<=[hH])|(?<=[hH]\d\d)|(?<= h)) ?[-–] ?(?=\d{1,2} ?[hH])", say_to, "hH"),
    Rule(
        "minutes", r"(?<![\w.,])(\d{1,3})['’′] ?(\d\d)(?:''|”|″|\"|’’)?(?!\w)", say_minutes, "'’′"
    ),
)
