"""Spanish dates, years and times of day."""

from __future__ import annotations

import re

from podcast.spoken.context import word_after, word_before
from podcast.spoken.es.numbers import article, cardinal, figure
from podcast.spoken.figures import Figure
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import words

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
SHORT = {
    "ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sep": 9,
    "sept": 9, "set": 9, "oct": 10, "nov": 11, "dic": 12, "setiembre": 9,
}  # fmt: skip
_MONTH = "|".join((*MONTHS, "setiembre"))
_SHORT = "|".join(sorted(SHORT, key=len, reverse=True))


def day(number: int, language: str) -> str:
    """1 → uno in Spain, primero in America."""
    american = len(language) > 3 and not language.upper().endswith("ES")
    return "primero" if number == 1 and american else cardinal(number)


def say_numeric(found: Found) -> str | None:
    """03/04/2025 → tres de abril de dos mil veinticinco."""
    number, month = int(found["day"]), int(found["month"])
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return None
    # 30/9 may be a fraction; no fraction has a zero in front.
    sure = found.text[0] == "0" or "/0" in found.text or (number > 12 and month >= 10)
    if not (found["year"] or sure) and not re.search(
        r"\b(?:[eE]l|[dD]el|al|[dD]ía|[lL]unes|[mM]artes|[mM]iércoles|[jJ]ueves|[vV]iernes|[sS]ábado|[dD]omingo|"
        r"lun\.|mar\.|mié\.|jue\.|vie\.|sáb\.|dom\.) $",
        found.before,
    ):
        return None
    return _date(number, MONTHS[month - 1], found["year"], "de", found.language)


def _date(number: int, month: str, written: str, joined: str, language: str) -> str:
    number_of_year = int(written or 0) + (2000 if re.fullmatch(r"0\d", written) else 0)
    year = f" {joined} {cardinal(number_of_year)}" if written else ""
    return f"{day(number, language)} de {month}{year}"


def say_iso(found: Found) -> str | None:
    """2024-03-15 → quince de marzo de dos mil veinticuatro."""
    month, number = int(found[2]), int(found[3])
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return None
    return _date(number, MONTHS[month - 1], found[1], "de", found.language)


def _month(written: str) -> str:
    name = written.lower().rstrip(".")
    return MONTHS[SHORT[name] - 1] if name in SHORT else name


def say_written(found: Found) -> str:
    """1 de mayo de 2024, 30 julio 2020, 15-ago-2023 → … de … de …"""
    joined = "del" if re.search(r"\bdel\b", found["joined"]) else "de"
    return _date(int(found["day"]), _month(found["month"]), found["year"], joined, found.language)


def say_month_first(found: Found) -> str | None:
    """abril 30, 2020 → treinta de abril de dos mil veinte; "en abril 30 casas" counts houses."""
    if not 1 <= int(found["day"]) <= 31 or (not found["year"] and word_after(found)):
        return None
    return _date(int(found["day"]), _month(found["month"]), found["year"], "de", found.language)


def say_first(found: Found) -> str:
    """1.º de mayo, 1ro de mayo → primero de mayo."""
    return f"primero de {_month(found['month'])}"


def say_zone(found: Found) -> str | None:
    """5:02 est → E S T, after a time only."""
    timed = re.search(r"(?:\d|\d ?h|[ap]\.? ?m\.?) $", found.before, re.I)
    return " ".join(found.text.upper()) if timed else None


def say_twelve(found: Found) -> str | None:
    """5:02 p.m. → cinco y dos de la tarde; 12.30 p.m. → doce y media del mediodía."""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if not 1 <= hour <= 12:
        return None
    morning = found["half"].lstrip()[0] in "aA"
    if morning:
        part = "de la noche" if hour == 12 else "de la mañana"
    elif hour == 12:
        part = "del mediodía"
    else:
        part = "de la tarde" if hour < 8 else "de la noche"
    dot = "." if found.text.endswith(".") and not found.after.strip() else ""
    return f"{_clock(hour, minute, twelve=True)} {part}{dot}"


def _clock(hour: int, minute: int, twelve: bool) -> str:
    said = cardinal(hour, "una") if hour in (1, 21) else cardinal(hour)
    if not minute:
        return said
    parts = {15: "cuarto", 30: "media"} if twelve else {}
    return f"{said} y {parts.get(minute, cardinal(minute))}"


def say_time(found: Found) -> str | None:
    """14:30 → catorce y treinta; 1.00 h → una; after a name it's a verse: Juan tres dieciséis."""
    hour, minute = int(found["hour"]), int(found["minute"])
    if hour > 24 or minute > 59:
        return None
    verse = word_before(found)
    if verse[:1].isupper() and len(verse) > 2 and not found["unit"] and not found["second"]:
        return f"{cardinal(hour)} {cardinal(minute)}"
    if (
        found["second"]
        and len(found["hour"]) == 1
        and not found["unit"]
        and not re.search(r"\blas? $", found.before)
    ):
        return _lasting(hour, minute, int(found["second"]))
    spoken_of = re.search(r"\blas? $", found.before) is not None and not found["unit"]
    said = _clock(hour, minute, twelve=spoken_of and 1 <= hour <= 12)
    if found["second"]:
        said += f" y {cardinal(int(found['second']))} segundos"
    unit = found["unit"].strip()
    return f"{said} horas" if unit.startswith("hora") and minute else said


def say_hour(found: Found) -> str | None:
    """a las 20 h → a las veinte horas; 01 h → una: the zero makes it a time of day."""
    hour = int(found[1])
    return _clock(hour, 0, twelve=False) if hour <= 24 else None


def say_duration(found: Found) -> str | None:
    """2h30, 1 h 15 min → una hora quince minutos."""
    hours, minutes = int(found[1]), int(found[2])
    said = f"{cardinal(hours, 'una')} hora{'s' if hours != 1 else ''}"
    dot = "." if found.text.endswith(".") and not found.after.strip() else ""
    return f"{said} {cardinal(minutes, 'un')} minuto{'s' if minutes != 1 else ''}{dot}"


def say_decade(found: Found) -> str:
    """los años 80 → los años ochenta; los 90s → los noventa."""
    digits = found[2] or found[3]
    return found[1] + cardinal(int(digits))


def say_clock(found: Found) -> str | None:
    """a las 12h30, 12h02m00s → doce y media, doce y dos; 2h30 is how long something takes."""
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    asked = re.search(r"\blas? $", found.before) is not None
    if hour > 24 or not (asked or found[2][0] == "0" or len(found[1]) == 2):
        return None
    said = _clock(hour, minute, twelve=asked and 1 <= hour <= 12)
    return f"{said} y {cardinal(second)} segundos" if second else said


def say_long_duration(found: Found) -> str:
    """2h35m10s → dos horas treinta y cinco minutos diez segundos."""
    return _lasting(int(found[1]), int(found[2]), int(found[3]))


def _lasting(*counts: int) -> str:
    """Hours, minutes and seconds, without those that are none."""
    nouns = (("una", "hora"), ("un", "minuto"), ("un", "segundo"))
    parts = [
        f"{cardinal(count, one)} {noun}{'' if count == 1 else 's'}"
        for count, (one, noun) in zip(counts, nouns, strict=True)
        if count
    ]
    return " ".join(parts) or "cero segundos"


def say_lap(found: Found) -> str | None:
    """1:58,32 → un minuto cincuenta y ocho coma treinta y dos segundos."""
    if found[4] == "000" or re.search(r"scala $", found.before):
        return None
    minutes = int(found[1])
    rest = Figure(int(found[2]), found[4], found[2].lstrip("0"), point=found[3] == ".")
    return f"{cardinal(minutes, 'un')} minuto{'' if minutes == 1 else 's'} {figure(rest, 'un segundo')} segundos"


def say_noon(found: Found) -> str:
    """12:00 m. → doce del mediodía, as in America."""
    return "doce del mediodía"


_LAWS = (
    r"[Ll]ey|[Oo]rgánica|[Dd]ecreto|[Ll]egislativo|RDL?|R\. D\.|LO|[Oo]rden|[Ss]entencia|ST[CS]|ATC|[Aa]uto|"
    r"[Ee]xpediente|[Rr]esolución|[Aa]cuerdo|[Cc]ircular|[Dd]irectiva|[Rr]eglamento|[Nn]úmero|n\.º|nº|"
    r"[Rr]ecurso|[Aa]sunto|[Oo]rdenanza|[Ii]nstrucción|[Pp]roposición|[Pp]royecto"
)
"""Words before 3/2018 that make it a number of a year, not a month."""


def say_law(found: Found) -> str | None:
    """Ley 39/2015 → treinta y nueve barra dos mil quince."""
    if int(found[1]) <= 12 and not re.search(rf"\b(?:{_LAWS}) $", found.before):
        return None
    return f"{cardinal(int(found[1]))} barra {cardinal(int(found[2]))}"


def say_feminine_hour(found: Found) -> str:
    """a la 1, desde las 21 → una, veintiuna."""
    return cardinal(int(found.text), "una")


def say_month_and_year(found: Found) -> str | None:
    """12/2023 → diciembre de dos mil veintitrés; dic. 2023 and junio/2023 likewise."""
    month = int(found["number"]) if found["number"] else 0
    if month > 12 or (month and re.search(rf"\b(?:{_LAWS}) $", found.before)):
        return None
    name = MONTHS[month - 1] if month else _month(found["month"])
    return f"{name} de {cardinal(int(found['year']))}"


def say_season(found: Found) -> str | None:
    """2023/24 → dos mil veintitrés veinticuatro."""
    first, second = found[1], found[2] or found[3]
    if int(second[-2:]) != (int(first[-2:]) + 1) % 100:
        return None
    return f"{cardinal(int(first))} {cardinal(int(second))}"


_YEAR_WORDS = words(
    "en el del de desde hasta año años hacia entre a y para sobre tras antes " + " ".join(MONTHS)
)


def say_year(found: Found) -> str | None:
    """en 1936 hubo, desde 1201: no gender in a year; de 1200 casas counts."""
    before, noun = word_before(found).lower(), word_after(found)
    counts = before != "en" and noun.endswith("s") and article(noun)
    if before not in _YEAR_WORDS or counts:
        return None
    return cardinal(int(found.text))


_Y = r"(?:1[0-9]|20)\d\d"
_HALF = r"(?P<half> ?(?:[aApP]\. ?[mM]\.|[aApP][mM]\b))"
RULES: tuple[Rule, ...] = (
    Rule(
        "date",
        rf"(?<![\w.,:/-])(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<month>\d{{1,2}})(?P=sep)(?P<year>{_Y}|\d\d)"
        r"(?![\w/-])(?!,\d)",
        say_numeric,
        DIGITS,
    ),
    Rule(
        "date",
        r"(?<![\w.,:/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>)(?![\w/])(?!,\d)",
        say_numeric,
        "/",
    ),
    Rule(
        "date",
        r"(?<![\w.,:-])((?:1[5-9]|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?![\w/-])",
        say_iso,
        DIGITS,
    ),
    Rule(
        "date",
        rf"(?<![\w.,:])(?P<day>\d{{1,2}})(?: de | del? |[ /-])(?P<month>{_MONTH}|(?:{_SHORT})\b\.?)(?!\w)"
        rf"(?:(?P<joined>,? del? (?:año )?|[ /-]|, )(?P<year>{_Y})(?![\w-]|[.,]\d))?",
        lambda found: say_written(found),
        DIGITS,
        re.I,
    ),
    Rule(
        "date",
        rf"(?<!\w)(?<!\d )(?<!de )(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:,? (?:del? )?(?P<year>{_Y}))?"
        r"(?!\w|[.,]\d)",
        say_month_first,
        DIGITS,
        re.I,
    ),
    Rule(
        "date",
        rf"(?<![\w.,])1(?:\.?[ºo°]|e?ro) (?:de )?(?P<month>{_MONTH}|(?:{_SHORT})\b\.?)(?!\w)",
        say_first,
        "1",
        re.I,
    ),
    Rule(
        "zone",
        r"(?<!\w)(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|brt|clt|pyt)(?!\w)(?! ?[-+−]\d)",
        say_zone,
        "t",
    ),
    Rule("law", r"(?<![\w.,:/])(\d{1,4})/((?:19|20)\d\d)(?![\w/-])(?![.,]\d)", say_law, "/"),
    Rule(
        "time",
        r"(?<=\ba las )21(?![.,:]\d)(?= ?[,.;)]|$| (?:y|a|de|del)\b)|(?<=\ba la )1(?![.,:]\d)(?= ?[,.;)]|$| (?:y|a|de|del)\b)"
        r"|(?<=(?:desde|hasta) las )21(?![\w:]|[.,]\d| h\b)|(?<=(?:desde|hasta) la )1(?![\w:]|[.,]\d| h\b)",
        say_feminine_hour,
        DIGITS,
    ),
    Rule(
        "month",
        rf"(?<![\w.,:/])(?:(?P<number>0?[1-9]|1[0-2])/|(?P<month>{_MONTH}|(?:{_SHORT})\b\.?) ?[ /-] ?)(?P<year>(?:19|20)\d\d)"
        r"(?![\w/-])(?![.,]\d)",
        say_month_and_year,
        DIGITS,
        re.I,
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?" + _HALF,
        say_twelve,
        "mM",
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(\d{1,2})h([0-5]\d)(?:m(?:in)?([0-5]\d)s)?(?![\w:]|[.,]\d| ?min)",
        say_clock,
        "h",
    ),
    Rule(
        "duration",
        r"(?<![\w.,:])(\d{1,3}) ?h ?(\d{1,2}) ?(?:min\b\.?|m) ?(\d{1,2}) ?(?:s|seg)\b",
        say_long_duration,
        "h",
    ),
    Rule(
        "duration",
        r"(?<![\w.,:])(\d{1,3}) ?h ?([0-5]?\d)(?: ?(?:min\b\.?|m\b))?(?!\w|[:.,]\d)",
        say_duration,
        "h",
    ),
    Rule("time", r"(?<![\w.,:])12(?::00)? m\.(?= ?[,;)]|$| [a-z])(?<!12 m\.)", say_noon, "m"),
    Rule("time", r"(?<![\w.,:])(\d{1,2}):([0-5]\d)([.,])(\d{1,3})(?![\w:])", say_lap, ":"),
    Rule(
        "time",
        r"(?<![\w.,:])(?<![A-Za-z][-+−])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
        r"(?P<unit> ?(?:horas|hrs?\.?|h\.?|hs\.?)(?!\w))?(?![\w:]|[.,]\d)",
        say_time,
        ":",
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?P<second>)"
        r"(?P<unit> ?(?:horas|hrs?\.?|h\.?|hs\.?)(?!\w))",
        say_time,
        "h",
    ),
    Rule(
        "time",
        r"(?<=\blas )(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?P<second>)(?P<unit>)(?!\w|[.,]\d|[:%])",
        say_time,
        ".",
    ),
    Rule("time", r"(?<![\w.,:])(0\d) ?h(?!\w)", say_hour, "h"),
    Rule(
        "decade",
        r"\b([aA]ños |[dD]écadas? de los |[dD]écadas? de )['’]?(\d0|\d{4})()s?(?!\w|[.,]\d|[-–]\d)",
        say_decade,
        DIGITS,
    ),
    Rule("decade", r"\b([lL]os )['’]?(\d0|\d{3}0)()s(?!\w)", say_decade, DIGITS),
    Rule("decade", r"(?<![\w.,])()(?:['’](\d0)s?|(?<!['’])([12]\d\d0)s)(?!\w)", say_decade, DIGITS),
    Rule(
        "season", rf"(?<![\w.,/–-])({_Y})(?:/({_Y}|\d\d)|[-–](\d\d))(?![\w/–-])", say_season, "/-–"
    ),
    Rule(
        "year",
        r"(?<![\w.,:/–-])(?<!\d )(?:1[0-9]|20)\d\d(?! mill)(?![\w:/–-]|[.,]\d|\s?[%€$])",
        say_year,
        DIGITS,
    ),
)
