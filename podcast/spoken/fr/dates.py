"""French dates and years."""

from __future__ import annotations

import re

from podcast.spoken import almanac
from podcast.spoken.almanac import YEAR, is_date
from podcast.spoken.context import ends_sentence
from podcast.spoken.fr.numbers import cardinal, ordinal
from podcast.spoken.rules import DIGITS, Found, Rule

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT = {
    "janv": 1, "jan": 1, "févr": 2, "fév": 2, "fevr": 2, "avr": 4, "juil": 7, "juill": 7,
    "sept": 9, "oct": 10, "nov": 11, "déc": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "lun": "lundi", "mar": "mardi", "mer": "mercredi", "merc": "mercredi", "jeu": "jeudi",
    "ven": "vendredi", "vend": "vendredi", "sam": "samedi", "dim": "dimanche",
}  # fmt: skip
_WEEK = "|".join(WEEKDAYS)
BEFORE_DAY = re.compile(
    rf"(?=[a-z])\b(?:le|du|au|{'|'.join(WEEKDAYS.values())}|(?:{_WEEK})\.) $", re.IGNORECASE
)
_MONTH = "|".join((*MONTHS, "fevrier", "aout", "decembre"))
_SHORT = "|".join(sorted(SHORT, key=len, reverse=True))


def day(number: int) -> str:
    """1 → premier, 2 → deux."""
    return "premier" if number == 1 else cardinal(number)


def _year(written: str) -> str:
    written = written.lstrip("'’")
    if not written:
        return ""
    if len(written) == 2 and written[0] == "0":
        return f" zéro {cardinal(int(written))}"
    return f" {cardinal(int(written))}"


def say_numeric(found: Found) -> str | None:
    """le 03/10/2012 → le trois octobre deux mille douze."""
    number, month = int(found["day"]), int(found["month"] or found["dotted"])
    if not is_date(number, month):
        return None
    if not found["year"] and not BEFORE_DAY.search(found.before):
        return None
    return f"{day(number)} {MONTHS[month - 1]}{_year(found['year'])}"


def say_iso(found: Found) -> str | None:
    """2024-03-15 → quinze mars deux mille vingt-quatre."""
    month, number = int(found[3]), int(found[4])
    if not is_date(number, month):
        return None
    return f"{day(number)} {MONTHS[month - 1]} {cardinal(int(found[1]))}"


def say_written(found: Found) -> str:
    """le 1er janvier 2016 → le premier janvier deux mille seize."""
    name = found["month"].rstrip(".")
    month = MONTHS[SHORT[name.lower()] - 1] if name.lower() in SHORT else name
    month = month.lower() if month.isupper() else month
    parts = re.split(r"( ?[-–/] ?|, | et )", re.sub(r"(?<=\d)er?\b", "", found["days"]))
    days = [int(part) for part in parts[::2]]
    said = day(days[0])
    for number, sign in zip(days[1:], parts[1::2], strict=True):
        said += f"{_between(days, sign, found)}{day(number)}"
    return f"{said} {month}{_year(found['year'])}"


def _between(days: list[int], sign: str, found: Found) -> str:
    """What parts the days of a month: les 17/18 juin are two days, du 5-9 juin is a span."""
    if sign.strip() not in {"-", "–", "/"}:
        return sign
    if len(days) > 2 or (re.search(r"\b[Ll]es $", found.before) and days[1] == days[0] + 1):
        return " "
    if "/" in sign:
        return " au " if re.search(r"\b[Dd]u $", found.before) else " "
    return " au "


def say_american(found: Found) -> str | None:
    """avril 30, 2020 → trente avril deux mille vingt: a date that wasn't translated."""
    name, number = found[1].rstrip(".").lower(), int(found[2])
    month = MONTHS[SHORT[name] - 1] if name in SHORT else name
    return f"{day(number)} {month} {cardinal(int(found[3]))}" if 1 <= number <= 31 else None


def say_month(found: Found) -> str:
    """03/2023 → mars deux mille vingt-trois."""
    return f"{MONTHS[int(found[1]) - 1]} {cardinal(int(found[2]))}"


def say_short_month(found: Found) -> str:
    """en sept. → en septembre, oct. 2023 → octobre 2023."""
    name = MONTHS[SHORT[found[1].lower()] - 1]
    name = name.capitalize() if found[1][0].isupper() else name
    return name + ("." if ends_sentence(found) else "")


def say_quarter(found: Found) -> str:
    """au T1, T3 2023 → au premier trimestre, troisième trimestre 2023; S1: semestre."""
    noun = "trimestre" if found[1] == "T" else "semestre"
    return f"{ordinal(int(found[2]))} {noun}"


def say_span(found: Found) -> str:
    """30 juin-2 juillet → trente juin au deux juillet, mai 2020-juin 2021 → … à juin …."""
    return " au " if found.after[:1].isdigit() else " à "


def say_war(found: Found) -> str:
    """la guerre de 14-18 → de quatorze dix-huit."""
    return f"{cardinal(int(found[1]))} {cardinal(int(found[2]))}"


def say_decades(found: Found) -> str:
    """les années 80 → les années quatre-vingt: as a rank it doesn't take its s."""
    said = [cardinal(int(part)) for part in re.findall(r"\d+", found.text)]
    return found[1] + " ".join(re.sub(r"(vingt|cent)s$", r"\1", part) for part in said)


RULES: tuple[Rule, ...] = (
    Rule(
        "date",
        r"(?<![\w.,:/])(?P<day>\d{1,2})(?:er)?(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>"
        + YEAR
        + r"|\d\d)"
        r"(?![\w/])(?!,\d)",
        say_numeric,
        DIGITS,
    ),
    Rule(
        "date",
        r"(?<![\w.,:/])(?P<day>\d{1,2})(?:er)?(?:/(?P<month>\d{1,2})|\.(?P<dotted>\d{1,2})\.)(?P<year>)"
        rf"(?![\w/])(?!,\d| (?:{_MONTH}|de|des|du)\b| d['’])",
        say_numeric,
        DIGITS,
    ),
    Rule(
        "date",
        r"(?:(?<=\b[Ll]e )|(?<=\b[Dd]u )|(?<=\b[Aa]u ))(?P<day>\d\d)-(?P<month>\d\d)(?P<year>)(?![\w/-]|[.,]\d)",
        say_numeric,
        "-",
    ),
    Rule(
        "date",
        r"(?<![\w.,:/-])((?:1[5-9]|20)\d\d)([-/])(\d\d)\2(\d\d)(?![\w/-])",
        say_iso,
        DIGITS,
    ),
    Rule(
        "date",
        rf"\b({_MONTH}|(?:{_SHORT})\b\.?)[ -](\d{{1,2}})(?:, | |-)((?:1[5-9]|20)\d\d)(?!\w)",
        say_american,
        DIGITS,
        re.I,
    ),
    Rule(
        "month",
        rf"(?:(?<=\ben )|(?<=\b[Ff]in )|(?<=\bmi-)|(?<!\w)(?=\w{{3,5}}\. \d{{4}}\b))({_SHORT})\.(?!\w)",
        say_short_month,
        ".",
        re.I,
    ),
    Rule("month", r"(?<![\w.,:/-])(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/])", say_month, "/"),
    almanac.weekdays(WEEKDAYS, "(?:, | et | au |/|-|–)", "les?|du|au|chaque", frozenset({"jeu"})),
    Rule(
        "date",
        rf"(?<![\w.,:])(?P<days>\d{{1,2}}(?:er)?(?:(?: ?[-–/] ?|, | et )\d{{1,2}}(?:er)?){{0,4}})"
        rf"[ -](?P<month>{_MONTH}|(?:{_SHORT})\b\.?)(?!\w)"
        rf"(?:[ -](?P<year>{YEAR}|(?<= )['’]\d\d)(?!\w|[.,]\d|[ -]?h))?",
        say_written,
        DIGITS,
        re.I,
    ),
    Rule(
        "decades",
        r"\b([Aa]nnées )['’]?(?:\d{4}|\d{2})(?:[-–/](?:\d{4}|\d{2}))?(?!\w|[.,]\d)",
        say_decades,
        DIGITS,
    ),
    Rule(
        "decades",
        r"(?<=\b[Ll]es )()['’]?(\d0)['’]?s(?!\w)",
        lambda found: cardinal(int(found[2])),
        "s",
    ),
    almanac.season(lambda first, second: f"{cardinal(int(first))}{_year(second)}"),
    Rule(
        "to",
        rf"(?:{'|'.join(f'(?<={m})' for m in MONTHS)}) ?[-–] ?(?=\d{{1,2}}(?:er)? (?:{_MONTH}))",
        say_span,
        "-–",
    ),
    Rule("to", rf"(?<= \d{{4}}) ?[-–] ?(?=(?:{_MONTH})\b)", say_span, "-–"),
    Rule("quarter", r"(?<![\w-])([TS])([1-4])(?= (?:de )?20\d\d\b)", say_quarter, "TS"),
    Rule("quarter", r"(?<=\b[Aa]u )([TS])([1-4])(?![\w-])", say_quarter, "TS"),
    Rule(
        "war", r"(?:(?<=[Gg]uerre )|(?<=[Gg]uerre de ))(14|39)[-–](18|40|45)(?!\w)", say_war, "-–"
    ),
)
