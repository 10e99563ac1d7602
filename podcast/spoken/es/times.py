"""Spanish times of day, and how long something takes."""

from __future__ import annotations

import re

from podcast.spoken.context import has_word, sentence_around, word_before
from podcast.spoken.es.numbers import cardinal, figure
from podcast.spoken.figures import Figure
from podcast.spoken.rules import DIGITS, Found, Rule


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


def say_feminine_hour(found: Found) -> str:
    """a la 1, desde las 21 → una, veintiuna."""
    return cardinal(int(found.text), "una")


_OPEN = (
    r"abiert\w+|abr\w+|cierr\w+|cerrad\w+|horari\w+|horas?|turnos?|clases?|citas?|consultas?|misas?|"
    r"lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|laborables|festivos|diario|mañanas?|"
    r"tardes?|noches?|madrugada|visitas?|atiend\w+|atención|emite|emisión|sesión|sesiones"
)


def say_opening(found: Found) -> str | None:
    """de 9.00 a 14.30 → de nueve a catorce y treinta; a scale goes de 1.00 a 5.00."""
    first, last = int(found[1]), int(found[3])
    late = first > 10 or last > 10
    if first > 24 or last > 24 or not (late or has_word(sentence_around(found), _OPEN)):
        return None
    return f"{_clock(first, int(found[2]), twelve=False)} a {_clock(last, int(found[4]), twelve=False)}"


_HALF = r"(?P<half> ?(?:[aApP]\. ?[mM]\.|[aApP][mM]\b))"
RULES: tuple[Rule, ...] = (
    Rule(
        "zone",
        r"(?<!\w)(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|brt|clt|pyt)(?!\w)(?! ?[-+−]\d)",
        say_zone,
        "t",
    ),
    Rule(
        "time",
        r"(?<=\ba las )21(?![.,:]\d)(?= ?[,.;)]|$| (?:y|a|de|del|en punto)\b)|(?<=\ba la )1(?![.,:]\d)(?= ?[,.;)]|$| (?:y|a|de|del|en punto)\b)"
        r"|(?<=(?:desde|hasta) las )21(?![\w:]|[.,]\d| h\b)|(?<=(?:desde|hasta) la )1(?![\w:]|[.,]\d| h\b)",
        say_feminine_hour,
        DIGITS,
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
        r"(?<![\w.,:])(\d{1,3}) ?h\.? ?([0-5]?\d)(?: ?(?:min\b\.?|m\b|['’′]))?(?!\w|[:.,]\d)",
        say_duration,
        "h",
    ),
    Rule("time", r"(?<![\w.,:])12(?::00)? m\.(?= ?[,;)]|$| [a-z])(?<!12 m\.)", say_noon, "m"),
    Rule("time", r"(?<![\w.,:])(\d{1,2}):([0-5]\d)([.,])(\d{1,3})(?![\w:])", say_lap, ":"),
    Rule(
        "time",
        r"(?<![\w.,:])(?<![A-Za-z][-+−])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
        r"(?P<unit> ?(?:horas|hrs?\.?|h\.?|hs\.?)(?!\w))?(?![\w:]|[.,]\d|[-–]\d+(?![\d:])| 000)",
        say_time,
        ":",
    ),
    Rule(
        "opening",
        r"(?<=\b[dD]e )(\d{1,2})\.([0-5][05]) a (\d{1,2})\.([0-5][05])(?: ?(?:horas|hrs?|h|hs)\b)?(?= ?[,;)]|\.?$|\. | y |\.\n| (?:los|las|todos|todas|cada|de lunes|el|salvo|excepto)\b)",
        say_opening,
        ".",
    ),
    Rule(
        "time",
        r"(?<![\w.,:])(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?P<second>)"
        r"(?P<unit> ?(?:horas|hrs?\.?|h\.?|hs\.?)(?!\w)|(?= (?:GMT|UTC|CET|CEST|hora)\b))",
        say_time,
        "hTC",
    ),
    Rule(
        "time",
        r"(?<=\blas )(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?P<second>)(?P<unit>)(?!\w|[.,]\d|[:%])",
        say_time,
        ".",
    ),
    Rule("time", r"(?<![\w.,:])(0\d) ?h(?!\w)", say_hour, "h"),
)
