"""German dates and years."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import almanac, metric
from podcast.spoken.almanac import YEAR, is_date
from podcast.spoken.context import ends_sentence, word_after, word_before
from podcast.spoken.de.numbers import cardinal, compound, digits, ordinal, year
from podcast.spoken.de.ordinals import MONTHS, STARTERS, WEEKDAYS, ending
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import words

SHORT = {
    "Jan": 1, "Jän": 1, "Feb": 2, "Febr": 2, "Mrz": 3, "Mär": 3, "Apr": 4, "Jun": 6, "Jul": 7,
    "Aug": 8, "Sep": 9, "Sept": 9, "Okt": 10, "Nov": 11, "Dez": 12,
}  # fmt: skip
_ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FOREIGN = "|".join(_ENGLISH)
_MONTH = "|".join(MONTHS) + "|Jänner|Feber"
_SHORT = "|".join(sorted(SHORT, key=len, reverse=True))
_WEEKDAY = rf"(?:{WEEKDAYS}|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?)"


def _day(found: Found, number: int) -> str:
    """The day of a date, with what a reader puts before it: am Freitag, dem dritten."""
    if re.search(rf"\b(?:[aA]m|[vV]om|[zZ]um) {_WEEKDAY},? (?:de[nm] )?$", found.before):
        article = "" if re.search(r"\b(?:dem|den) $", found.before) else "dem "
        return article + ordinal(number, "ten")
    if re.search(rf"\b[bB]is (?:spätestens )?{_WEEKDAY},? $", found.before):
        return ordinal(number, "ten")
    dative = found.before.endswith((" v. ", "*", "* ", "†", "† "))  # Urt. v. 5.5.2022
    return ordinal(number, "ten" if dative else ending(found, "Mai"))


def say_numeric(found: Found) -> str | None:
    """am 15.03.2024 → am fünfzehnten März zweitausendvierundzwanzig."""
    day, month = int(found["day"]), int(found["month"])
    if not is_date(day, month):
        return None
    if not found["year"] and not _clearly_date(found):
        return None
    last = ends_sentence(found) or (found.after[:1] == " " and word_after(found) in STARTERS)
    dot = "." if not found["year"] and last else ""
    return f"{_day(found, day)} {MONTHS[month - 1]}{_year(found['year'])}{dot}"


def _clearly_date(found: Found) -> bool:
    padded = found["day"][0] == "0" or found["month"][0] == "0"
    before = word_before(found).rstrip(".")
    if padded or before.lower() in _BEFORE_DAYS or re.fullmatch(_WEEKDAY, before):
        return True
    # "3.2. Methoden" is a heading, "Python 3.10." a version.
    return not before and not re.match(r" [A-ZÄÖÜ]", found.after)


def say_unfinished(found: Found) -> str | None:
    """am 24.12 → am vierundzwanzigsten Dezember: the last full stop is often forgotten."""
    if word_before(found).lower() not in ("am", "vom", "zum", "dem"):
        return None
    return f"{_day(found, int(found[1]))} {MONTHS[int(found[2]) - 1]}"


_BEFORE_DAYS = words("am vom bis ab seit zum der den dem und heute stand stichtag termin datum")


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
    if not is_date(day, month):
        return None
    time = ""
    if found[4]:
        minute = f" {cardinal(int(found[5]))}" if int(found[5]) else ""
        time = f", {compound(int(found[4]))} Uhr{minute}"
    return f"{_day(found, day)} {MONTHS[month - 1]} {year(int(found[1]))}{time}"


def say_written(found: Found) -> str:
    """am 5. Mai 1984 → am fünften Mai neunzehnhundertvierundachtzig."""
    name = found["month"].rstrip(".")
    month = MONTHS[SHORT[name] - 1] if name in SHORT else name
    return f"{_day(found, int(found['day']))} {month}{_year(found['year'])}"


def say_short_month(found: Found) -> str:
    """Sept. 2024 → September zweitausendvierundzwanzig."""
    return f"{MONTHS[SHORT[found[1]] - 1]} {year(int(found[2]))}"


def say_month(found: Found) -> str:
    """06/2024 → Juni zweitausendvierundzwanzig; Heft 6/2024 → Heft sechs …"""
    if word_before(found) in _ISSUES:
        return f"{cardinal(int(found[1]))} {year(int(found[2]))}"
    return f"{MONTHS[int(found[1]) - 1]} {year(int(found[2]))}"


_ISSUES = words(
    "Heft Ausgabe Az. Aktenzeichen Nr. Nummer Drucksache Band Folge Urteil Beschluss Az"
)


def say_until(found: Found) -> str | None:
    """1.3.–31.3. → erster März bis einunddreißigster März."""
    return " bis " if re.search(r"\d\. ?\d{1,2}\. ?(?:\d{4}|\d\d)?$", found.before) else None


def say_first_day(found: Found) -> str:
    """1.-3.5.2024 → erster bis dritter Mai …"""
    joined = "bis" if found[2] in ("-", "–", "bis") else "und"
    return f"{_day(found, int(found[1]))} {joined} "


def say_english(found: Found) -> str | None:
    """20th May, May 20th, 2024 → zwanzigster Mai …: read in German all the same."""
    name = found["month"]
    month = MONTHS[_ENGLISH.index(name)] if name in _ENGLISH else name
    day = int(found["day"])
    return f"{_day(found, day)} {month}{_year(found['year'])}" if 1 <= day <= 31 else None


def say_apostrophe(found: Found) -> str:
    """'68 → achtundsechzig."""
    return two_digits(found[1])


def say_year(found: Found) -> str | None:
    """1989 → neunzehnhundertneunundachtzig, unless it counts something."""
    before, following = word_before(found), word_after(found)
    # Alone, a number is a year only where years are spoken of a lot.
    if not (found.before or found.after) and int(found.text) < 1400:
        return None
    dated = before in MONTHS or before.lower() in _BEFORE_YEARS
    unit = len(following) > 1 or following in ("m", "g", "t", "l", "W", "V")
    flight = re.search(r"\bFl[uü]ge?[sn]? [A-Z0-9]{2} $", found.before) is not None
    if flight or before in _NUMBERED or (following in _UNITS and unit):
        return None
    dated = dated or following in _CLUBS
    if not dated and (following[:1].isupper() or following in _COUNTED) and found.after[:1] == " ":
        return None
    return year(int(found.text))


_UNITS = metric.units(Path(__file__).parent / "data")
_CLUBS = words("München Rosenheim Verl")
"""1860 München."""
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


def say_short_years(found: Found) -> str | None:
    """1914–18 → neunzehnhundertvierzehn bis achtzehn."""
    first, second = int(found[1]), int(found[2])
    if re.search(r"[\d)/] ?$", found.before):  # 030 1234-56
        return None
    return f"{year(first)} bis {two_digits(found[2])}" if second > first % 100 else None


def _season(first: str, second: str) -> str:
    """("2023", "24") → zweitausenddreiundzwanzig vierundzwanzig."""
    return f"{year(int(first))} {year(int(second)) if len(second) == 4 else two_digits(second)}"


def say_term(found: Found) -> str | None:
    """WS 23/24, Saison 23/24 → Wintersemester dreiundzwanzig vierundzwanzig; 1/2 is no term."""
    if int(found[3]) != (int(found[2]) + 1) % 100:
        return None
    name = {"WS": "Wintersemester", "WiSe": "Wintersemester"}.get(found[1], found[1])
    return f"{name} {two_digits(found[2])} {two_digits(found[3])}"


def say_decade(found: Found) -> str:
    """90er-Jahre → neunziger Jahre; 1990ern → neunzehnhundertneunzigern."""
    number = int(found[1])
    spoken = year(number) if number >= 1000 else cardinal(number)
    jahre = " Jahre" if found[3].strip(" -–") else ""
    return f"{spoken}er{found[2]}{jahre}"


_D = r"(?:0?[1-9]|[12]\d|3[01])"
RULES: tuple[Rule, ...] = (
    Rule(
        "date",
        rf"(?<![\w.,:])({_D})\. ?([-–/]|und|bis) ?(?={_D}\. ?(?:0?[1-9]|1[0-2])\.)",
        say_first_day,
        ".",
    ),
    Rule("date", r"(?<=[\d.]) ?[-–] ?(?=\d{1,2}\. ?\d{1,2}\.)", say_until, "-–"),
    Rule(
        "date",
        rf"(?<![\w.,:])(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?(?P<year>{YEAR}|\d\d(?!\d))?"
        r"(?![\w:])(?!,\d)",
        say_numeric,
        DIGITS,
    ),
    Rule(
        "date",
        rf"(?<![\w.,:])({_D})\.(0?[1-9]|1[0-2])(?![\w%€$]|[.,:]\d|\.| ?(?:Uhr|[%€$]|Euro|Prozent))",
        say_unfinished,
        ".",
    ),
    Rule(
        "date",
        rf"(?<![\w.,:/-])(?P<day>\d{{1,2}})[-/](?P<month>\d{{1,2}})[-/](?P<year>{YEAR})(?![\w/-])",
        say_numeric,
        "-/",
    ),
    Rule(
        "date",
        r"(?<![\w.,:/-])((?:1[5-9]|20)\d\d)[-/](\d\d)[-/](\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?Z?|(?![\w/-]))",
        say_iso,
        DIGITS,
    ),
    Rule(
        "date",
        rf"(?<![\w.,:])(?P<day>{_D})\. ?(?P<month>{_MONTH}|(?:{_SHORT})\.?)(?![\w-])"
        rf"(?: (?P<year>{YEAR})(?!\w|[.,]\d))?",
        say_written,
        DIGITS,
    ),
    Rule(
        "date",
        rf"(?<![\w.,:])(?P<day>{_D})(?:(?:st|nd|rd|th)(?: of)?|(?: of)?(?= (?:{_FOREIGN})|.{{4,12}}{YEAR})) "
        rf"(?P<month>{_MONTH}|{_FOREIGN})(?![\w-])(?:,? (?P<year>{YEAR})(?!\w|[.,]\d))?",
        say_english,
        DIGITS,
    ),
    Rule(
        "date",
        rf"\b(?P<month>{_MONTH}|{_FOREIGN}) (?P<day>{_D})(?:st|nd|rd|th|(?=, {YEAR}))\b(?:,? (?P<year>{YEAR})(?!\w|[.,]\d))?",
        say_english,
        DIGITS,
    ),
    Rule(
        "month",
        r"(?<![\w.,:/-])(0?[1-9]|1[0-2])/((?:1[5-9]|20)\d\d)(?![\w/-]|[.,]\d)",
        say_month,
        "/",
    ),
    Rule("month", rf"(?<![\w.,:/-])(0[1-9]|1[0-2])\.({YEAR})(?![\w/-]|[.,]\d)", say_month, "."),
    Rule("month", rf"\b({_SHORT})\. ({YEAR})(?!\w)", say_short_month, DIGITS),
    almanac.season(_season),
    Rule(
        "season",
        r"\b(WS|WiSe|Wintersemester|Saison|Spielzeit|Schuljahr|Winter|Haushaltsjahr|Geschäftsjahr) (\d\d)/(\d\d)(?![\w/])",
        say_term,
        "/",
    ),
    Rule("term", r"\bWS(?= (?:19|20)\d\d)", lambda found: "Wintersemester", "W"),
    Rule("term", r"\bSS(?= (?:19[6-9]|20)\d)", lambda found: "Sommersemester", "S"),
    Rule("years", rf"(?<![\w.,/–-])({YEAR})[–-](\d\d)(?![\w/–-]|[.,]\d)", say_short_years, "–-"),
    Rule("year", r"(?<![\w'’])['’](\d\d)(?![\w'’]|[.,]\d)", say_apostrophe, "'’"),
    Rule("years", rf"(?<![\w.,–-])({YEAR}) ?[–-] ?({YEAR})(?![\w–-]|[.,]\d)", say_years, DIGITS),
    Rule(
        "decade",
        r"(?<![\w.,])['’]?(\d{1,4})-?er(n?)\b((?:[- ]Jahre)?)",
        say_decade,
        DIGITS,
    ),
    Rule(
        "year", r"(?<![\w.,/+–-])1[1-9]\d\d(?!\w|[.,:]\d|[/–-]\d| ?[%€$°]| \d{3})", say_year, DIGITS
    ),
)
