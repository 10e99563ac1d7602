"""Spanish dates, years and times of day."""

from __future__ import annotations

import re

from podcast.spoken import almanac
from podcast.spoken.almanac import YEAR, is_date
from podcast.spoken.context import has_word, sentence_around, word_after, word_before
from podcast.spoken.es.numbers import article, cardinal
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
    if not is_date(number, month):
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


def say_hyphened(found: Found) -> str | None:
    """el 31-12 → treinta y uno de diciembre; el 25-12 of a set is a score."""
    if has_word(sentence_around(found), r"sets?|parcial(?:es)?|marcador|gan\w+|perd\w+|venc\w+"):
        return None
    return _date(int(found["day"]), MONTHS[int(found["month"]) - 1], "", "de", found.language)


def _date(number: int, month: str, written: str, joined: str, language: str) -> str:
    number_of_year = int(written or 0) + (2000 if re.fullmatch(r"0\d", written) else 0)
    year = f" {joined} {cardinal(number_of_year)}" if written else ""
    return f"{day(number, language)} de {month}{year}"


def say_iso(found: Found) -> str | None:
    """2024-03-15 → quince de marzo de dos mil veinticuatro."""
    month, number = int(found[2]), int(found[3])
    if not is_date(number, month):
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


def say_decade(found: Found) -> str:
    """los años 80 → los años ochenta; los 90s → los noventa."""
    digits = found[2] or found[3]
    return found[1] + cardinal(int(digits))


_LAWS = (
    r"[Ll]ey|[Oo]rgánica|[Dd]ecreto|[Ll]egislativo|RDL?|R\. D\.|LO|[Oo]rden|[Ss]entencia|ST[CS]|ATC|[Aa]uto|"
    r"[Ee]xpediente|[Rr]esolución|[Aa]cuerdo|[Cc]ircular|[Dd]irectiva|[Rr]eglamento|[Nn]úmero|n\.º|nº|"
    r"[Rr]ecurso|[Aa]sunto|[Oo]rdenanza|[Ii]nstrucción|[Pp]roposición|[Pp]royecto"
)
"""Words before 3/2018 that make it a number of a year, not a month."""


def say_law(found: Found) -> str | None:
    """Ley 39/2015 → treinta y nueve barra dos mil quince."""
    if len(found[1]) == 4 and int(found[2]) == int(found[1]) + 1:
        return None
    if int(found[1]) <= 12 and not re.search(rf"\b(?:{_LAWS}) $", found.before):
        return None
    return f"{cardinal(int(found[1]))} barra {cardinal(int(found[2]))}"


def say_month_and_year(found: Found) -> str | None:
    """12/2023 → diciembre de dos mil veintitrés; dic. 2023 and junio/2023 likewise."""
    month = int(found["number"]) if found["number"] else 0
    if month > 12 or (month and re.search(rf"\b(?:{_LAWS}) $", found.before)):
        return None
    name = MONTHS[month - 1] if month else _month(found["month"])
    return f"{name} de {cardinal(int(found['year']))}"


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


WEEKDAYS = {
    "lun": "lunes", "mar": "martes", "mié": "miércoles", "mie": "miércoles", "jue": "jueves",
    "vie": "viernes", "sáb": "sábado", "sab": "sábado", "dom": "domingo",
}  # fmt: skip
_LETTERS = {
    "L": "lunes", "M": "martes", "X": "miércoles", "J": "jueves", "V": "viernes", "S": "sábado",
    "D": "domingo",
}  # fmt: skip


def say_lettered_days(found: Found) -> str:
    """L-V de 9 a 14 → lunes a viernes, S y D → sábado y domingo."""
    joined = "y" if found[2].strip() in ("y", "/") else "a"
    return f"{_LETTERS[found[1]]} {joined} {_LETTERS[found[3]]}"


RULES: tuple[Rule, ...] = (
    Rule(
        "date",
        rf"(?<![\w.,:/-])(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<month>\d{{1,2}})(?P=sep)(?P<year>{YEAR}|\d\d)"
        r"(?![\w/-])(?![.,]\d)",
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
        r"(?:(?<=\b[eE]l )|(?<=\b[dD]el )|(?<=\b[aA]l ))(?P<day>1[3-9]|2\d|3[01])-(?P<month>1[0-2]|0?[1-9])(?P<year>)(?![\w/-]|[.,]\d)",
        say_hyphened,
        "-",
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
        rf"(?:(?P<joined>,? del? (?:año )?|[ /-]|, )(?P<year>{YEAR})(?![\w-]|[.,]\d))?",
        lambda found: say_written(found),
        DIGITS,
        re.I,
    ),
    Rule(
        "date",
        rf"(?<!\w)(?<!\d )(?<!de )(?P<month>{_MONTH}|(?:{_SHORT})\.) (?P<day>\d{{1,2}})(?:,? (?:del? )?(?P<year>{YEAR}))?"
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
    Rule("law", r"(?<![\w.,:/])(\d{1,4})/((?:19|20)\d\d)(?![\w/-])(?![.,]\d)", say_law, "/"),
    Rule(
        "month",
        rf"(?<![\w.,:/])(?:(?P<number>0?[1-9]|1[0-2])/|(?P<month>{_MONTH}|(?:{_SHORT})\b\.?)(?: ?[ /-] ?| de ))(?P<year>(?:19|20)\d\d)"
        r"(?![\w/-])(?![.,]\d)",
        say_month_and_year,
        DIGITS,
        re.I,
    ),
    almanac.weekdays(WEEKDAYS, "(?:, | y | a | al |-|–|/)", "el|los|al|del|cada"),
    Rule(
        "weekday",
        r"(?<![\w.-])([LMXJVSD])( ?[-–/] ?| a | y )([LMXJVSD])(?=:? (?:de |desde )?\d|:|,? cerrado)",
        say_lettered_days,
        "LMXJVSD",
    ),
    Rule(
        "decade",
        r"\b([aA]ños |[dD]écadas? de los |[dD]écadas? de )['’]?(\d0|\d{4})()(?:['’]?s)?(?!\w|[.,]\d|[-–]\d)",
        say_decade,
        DIGITS,
    ),
    Rule("decade", r"\b([lL]os )['’]?(\d0|\d{3}0)()['’]?s(?!\w)", say_decade, DIGITS),
    Rule(
        "decade",
        r"(?<![\w.,])()(?:['’](\d0)s?|(?<!['’])([12]\d\d0|\d0(?=['’]))['’]?s)(?!\w)",
        say_decade,
        DIGITS,
    ),
    almanac.season(
        lambda first, second: f"{cardinal(int(first))} {cardinal(int(second))}", rf"{YEAR}|\d\d"
    ),
    Rule(
        "year",
        r"(?<![\w.,:/–-])(?<!\d )(?:1[0-9]|20)\d\d(?! mill)(?![\w:/–-]|[.,]\d|\s?[%€$])",
        say_year,
        DIGITS,
    ),
)
