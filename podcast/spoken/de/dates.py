"""German dates, years and times of day."""

from __future__ import annotations

import re

from podcast.spoken.context import ends_sentence, has_word, sentence_around, word_after, word_before
from podcast.spoken.de.counts import SCORE
from podcast.spoken.de.numbers import cardinal, digits, ordinal, year
from podcast.spoken.de.ordinals import MONTHS, STARTERS, WEEKDAYS, ending
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import words

SHORT = {
    "Jan": 1, "Jän": 1, "Feb": 2, "Febr": 2, "Mrz": 3, "Mär": 3, "Apr": 4, "Jun": 6, "Jul": 7,
    "Aug": 8, "Sep": 9, "Sept": 9, "Okt": 10, "Nov": 11, "Dez": 12,
}  # fmt: skip
_MONTH = "|".join(MONTHS) + "|Jänner|Feber"
_SHORT = "|".join(sorted(SHORT, key=len, reverse=True))
_WEEKDAY = rf"(?:{WEEKDAYS}|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?)"


def _day(found: Found, number: int) -> str:
    """The day of a date, with what a reader puts before it: am Freitag, dem dritten."""
    if re.search(rf"\b(?:[aA]m|[vV]om|[zZ]um) {_WEEKDAY},? (?:de[nm] )?$", found.before):
        article = "" if re.search(r"\b(?:dem|den) $", found.before) else "dem "
        return article + ordinal(number, "ten")
    return ordinal(number, ending(found, "Mai"))


def say_numeric(found: Found) -> str | None:
    """am 15.03.2024 → am fünfzehnten März zweitausendvierundzwanzig."""
    day, month = int(found["day"]), int(found["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if not found["year"] and not _clearly_date(found):
        return None
    last = ends_sentence(found) or (found.after[:1] == " " and word_after(found) in STARTERS)
    dot = "." if not found["year"] and last else ""
    return f"{_day(found, day)} {MONTHS[month - 1]}{_year(found['year'])}{dot}"


def _clearly_date(found: Found) -> bool:
    padded = found["day"][0] == "0" or found["month"][0] == "0"
    words = ("am", "vom", "bis", "ab", "seit", "zum", "der", "den", "dem", "bis zum", "und")
    return padded or word_before(found).lower().rstrip(".") in words


def _year(written: str) -> str:
    if not written:
        return ""
    return " " + (year(int(written)) if len(written) == 4 else two_digits(written))


def two_digits(written: str) -> str:
    """24 → vierundzwanzig; 05 → null fünf."""
    return digits(written) if written[0] == "0" else cardinal(int(written))


def say_iso(found: Found) -> str | None:
    """2024-03-15 → fünfzehnter März zweitausendvierundzwanzig."""
    month, day = int(found[2]), int(found[3])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{_day(found, day)} {MONTHS[month - 1]} {year(int(found[1]))}"


def say_written(found: Found) -> str:
    """am 5. Mai 1984 → am fünften Mai neunzehnhundertvierundachtzig."""
    name = found["month"].rstrip(".")
    month = MONTHS[SHORT[name] - 1] if name in SHORT else name
    return f"{_day(found, int(found['day']))} {month}{_year(found['year'])}"


def say_short_month(found: Found) -> str:
    """Sept. 2024 → September zweitausendvierundzwanzig."""
    return f"{MONTHS[SHORT[found[1]] - 1]} {year(int(found[2]))}"


def say_year(found: Found) -> str | None:
    """1989 → neunzehnhundertneunundachtzig, unless it counts something."""
    before, following = word_before(found), word_after(found)
    dated = before in MONTHS or before.lower() in _BEFORE_YEARS
    if before in _NUMBERED:
        return None
    if not dated and (following[:1].isupper() or following in _COUNTED) and found.after[:1] == " ":
        return None
    return year(int(found.text))


_BEFORE_YEARS = words(
    "jahr jahre jahres jahren seit bis ab um anno ende anfang mitte sommer winter herbst frühjahr "
    "frühling januar saison von in vor nach erst bereits schon geboren geb jahrgang baujahr"
)
_COUNTED = words("von der mal neue weitere verletzte tote euro")


_NUMBERED = words(
    "Zimmer Raum Nummer Flug Zug Gleis Paragraf Artikel Hausnummer Boeing Seite Linie Bus Kanal Haus "
    "PIN TAN Tel Telefon Code Konto Postfach Durchwahl Modell Typ Peugeot Sektion Halle Tor Platz Saal Apartment Container Bahnsteig Startnummer"
)


def say_years(found: Found) -> str:
    """1939–1945 → neunzehnhundertneununddreißig bis neunzehnhundertfünfundvierzig."""
    return f"{year(int(found[1]))} bis {year(int(found[2]))}"


def say_season(found: Found) -> str | None:
    """2023/24 → zweitausenddreiundzwanzig vierundzwanzig."""
    first, second = found[1], found[2] or found[3]
    if int(second[-2:]) != (int(first[-2:]) + 1) % 100:
        return None
    return f"{year(int(first))} {year(int(second)) if len(second) == 4 else two_digits(second)}"


def say_decade(found: Found) -> str:
    """90er-Jahre → neunziger Jahre; 1990ern → neunzehnhundertneunzigern."""
    number = int(found[1])
    spoken = year(number) if number >= 1000 else cardinal(number)
    jahre = " Jahre" if found[3].strip(" -–") else ""
    return f"{spoken}er{found[2]}{jahre}"


def say_time(found: Found) -> str | None:
    """17:45 Uhr → siebzehn Uhr fünfundvierzig."""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    said_to_be = found["uhr"] or word_before(found).lower() in _AT
    if not said_to_be and has_word(sentence_around(found), SCORE):
        return None
    spoken = f"{_hour(hour)} Uhr" + (f" {cardinal(minute)}" if minute else "")
    if found["second"]:
        spoken += f" und {cardinal(int(found['second']), 'eine')} Sekunden"
    return spoken


_AT = frozenset({"um", "gegen", "ab", "bis", "seit", "kurz"})


def _hour(hour: int) -> str:
    return "ein" if hour == 1 else cardinal(hour)


def say_short_time(found: Found) -> str | None:
    """8h30 → acht Uhr dreißig."""
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 24:
        return None
    return f"{_hour(hour)} Uhr" + (f" {cardinal(minute)}" if minute else "")


def say_hour(found: Found) -> str | None:
    """um 8 h → um acht Uhr."""
    return f"{_hour(int(found[1]))} Uhr" if int(found[1]) <= 24 else None


def say_hours(found: Found) -> str | None:
    """9–12 Uhr, 9:30 bis 12 Uhr → neun bis zwölf Uhr, neun Uhr dreißig bis zwölf Uhr."""
    first, second = int(found[1]), int(found[3])
    if first > 24 or second > 24:
        return None
    begin = (
        _hour(first) if not int(found[2] or 0) else f"{_hour(first)} Uhr {cardinal(int(found[2]))}"
    )
    end = f"{_hour(second)} Uhr" + (f" {cardinal(int(found[4]))}" if int(found[4] or 0) else "")
    return f"{begin} {'und' if ' und ' in found.text else 'bis'} {end}"


def say_added_time(found: Found) -> str:
    """in der 90.+3 Minute → in der neunzig plus dritten Minute."""
    return f"{cardinal(int(found[1]))} plus {ordinal(int(found[2]), 'ten')}"


def say_duration(found: Found) -> str:
    """2:05 Stunden → zwei Stunden und fünf Minuten; 1:59,4 Minuten → … Komma vier Sekunden."""
    nouns = ("Stunde", "Minute", "Sekunde") if found[4][0] in "Sh" else ("Minute", "Sekunde")
    numbers = [int(part) for part in found[1].split(":")]
    pairs = list(zip(numbers, nouns, strict=False))
    parts = [_so_many(number, noun) for number, noun in pairs[:-1] if number]
    last, noun = pairs[-1]
    if found[3]:
        parts.append(f"{cardinal(last)} Komma {digits(found[3])} {noun}n")
    elif last or not parts:
        parts.append(_so_many(last, noun))
    return ", ".join(parts[:-1]) + (" und " if parts[1:] else "") + parts[-1]


def _so_many(number: int, noun: str) -> str:
    return f"eine {noun}" if number == 1 else f"{cardinal(number)} {noun}n"


_D = r"(?:0?[1-9]|[12]\d|3[01])"
_Y = r"(?:1[0-9]|20)\d\d"
RULES: tuple[Rule, ...] = (
    Rule(
        "added time", r"(?<![\w.,])(\d{2,3})\.? ?\+ ?(\d{1,2})\.?(?= Minute)", say_added_time, "+"
    ),
    Rule(
        "date",
        rf"(?<![\w.,:])(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?(?P<year>{_Y}|\d\d(?!\d))?"
        r"(?![\w:])(?!,\d)",
        say_numeric,
        DIGITS,
    ),
    Rule(
        "date",
        rf"(?<![\w.,:/-])(?P<day>\d{{1,2}})[-/](?P<month>\d{{1,2}})[-/](?P<year>{_Y})(?![\w/-])",
        say_numeric,
        "-/",
    ),
    Rule("date", r"(?<![\w.,:-])((?:1[5-9]|20)\d\d)-(\d\d)-(\d\d)(?![\w-])", say_iso, DIGITS),
    Rule(
        "date",
        rf"(?<![\w.,:])(?P<day>{_D})\. ?(?P<month>{_MONTH}|(?:{_SHORT})\.?)(?![\w-])"
        rf"(?: (?P<year>{_Y})(?!\w|[.,]\d))?",
        say_written,
        DIGITS,
    ),
    Rule("month", rf"\b({_SHORT})\. ({_Y})(?!\w)", say_short_month, DIGITS),
    Rule(
        "duration",
        r"(?<![\w.,:])(\d{1,3}(:\d\d){1,2})(?:,(\d{1,3}))? ?(Stunden|Std\.|Minuten|[Mm]in\b\.?|h(?!\w))",
        say_duration,
        ":",
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(\d{1,2})(?:[:.](\d\d))?(?: Uhr)? ?(?:[-–]|bis|und) ?"
        r"(\d{1,2})(?:[:.](\d\d))? Uhr\b",
        say_hours,
        DIGITS,
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(\d{1,2}):([0-5]\d) ?[-–] ?(\d{1,2}):([0-5]\d)(?: Uhr\b)?(?![\w:]|[.,]\d)",
        say_hours,
        ":",
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::(?P<second>[0-5]\d))?"
        r"(?P<uhr> ?Uhr\b)",
        say_time,
        DIGITS,
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
        r"(?P<uhr>)(?![\w:]|[.,]\d)",
        say_time,
        ":",
    ),
    Rule("time", r"(?<![\w.,:])(\d{1,2}) ?h ?([0-5]\d)(?!\w|[.,:]\d)", say_short_time, "h"),
    Rule("time", r"(?<=\bum )(\d{1,2}) ?(h)\b(?! ?\d)", say_hour, "h"),
    Rule(
        "season", rf"(?<![\w.,/–-])({_Y})(?:/({_Y}|\d\d)|[-–](\d\d))(?![\w/–-])", say_season, "/-–"
    ),
    Rule("years", rf"(?<![\w.,–-])({_Y}) ?[–-] ?({_Y})(?![\w–-]|[.,]\d)", say_years, DIGITS),
    Rule(
        "decade",
        r"(?<![\w.,])['’]?(\d{1,2}|(?:1[0-9]|20)\d\d)er(n?)\b((?:[- ]Jahre)?)",
        say_decade,
        DIGITS,
    ),
    Rule(
        "year", r"(?<![\w.,/+–-])1[1-9]\d\d(?!\w|[.,:]\d|[/–-]\d| ?[%€$°]| \d{3})", say_year, DIGITS
    ),
)
