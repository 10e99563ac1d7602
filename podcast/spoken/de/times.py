"""German times of day and durations."""

from __future__ import annotations

import re

from podcast.spoken.context import has_word, sentence_around, word_before
from podcast.spoken.de.articles import article
from podcast.spoken.de.counts import SCORE
from podcast.spoken.de.numbers import cardinal, digits, ordinal
from podcast.spoken.de.ordinals import WEEKDAYS
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import words


def say_time(found: Found) -> str | None:
    """17:45 Uhr → siebzehn Uhr fünfundvierzig."""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    said_to_be = found["uhr"] or word_before(found).lower() in _AT
    if not said_to_be and has_word(sentence_around(found), SCORE):
        return None
    spoken = f"{_hour(hour)} Uhr" + (f" {cardinal(minute)}" if minute else "")
    if found["second"] and not found["uhr"] and word_before(found) in _LASTING:
        parts = [
            _so_many(number, noun, "")
            for number, noun in (
                (hour, "Stunde"),
                (minute, "Minute"),
                (int(found["second"]), "Sekunde"),
            )
            if number
        ]
        return ", ".join(parts[:-1]) + (" und " if parts[1:] else "") + "".join(parts[-1:])
    if int(found["second"] or 0):
        spoken += f" und {_so_many(int(found['second']), 'Sekunde', '')}"
    return spoken


_LASTING = words(
    "Dauer Laufzeit Spielzeit Fahrzeit Zeit Länge Rekord Bestzeit Siegerzeit Laufzeit nach in"
)
_AT = frozenset({"um", "gegen", "ab", "bis", "seit", "kurz"})


def _hour(hour: int) -> str:
    return "ein" if hour == 1 else cardinal(hour)


def say_short_time(found: Found) -> str | None:
    """8h30 → acht Uhr dreißig."""
    hour, minute = int(found[1]), int(found[2] or 0)
    return _clock(hour, minute) if hour <= 24 else None


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


def say_prime(found: Found) -> str | None:
    """15' → fünfzehn Minuten, (15') → fünfzehnte Minute; not the end of a quotation."""
    if re.search(r"(?<!\w)['‘’]\w[^'’]*$", found.before):
        return None
    if found.before.endswith("("):
        return f"{ordinal(int(found[1]), 'te')} Minute"
    return _so_many(int(found[1]), "Minute", found.before)


def say_added_time(found: Found) -> str:
    """in der 90.+3 Minute → in der neunzig plus dritten Minute."""
    return f"{cardinal(int(found[1]))} plus {ordinal(int(found[2]), 'ten')}"


def say_minute(found: Found) -> str | None:
    """1:0 Müller (12.) → zwölfte Minute; (90.+2) → neunzig plus zweite Minute."""
    if not re.search(r"\d:\d|[tT]or|[kK]arte|zu (?:null|eins|zwei|drei)", sentence_around(found)):
        return None
    if found[2]:
        return f"{cardinal(int(found[1]))} plus {ordinal(int(found[2]), 'te')} Minute"
    return f"{ordinal(int(found[1]), 'te')} Minute"


def say_duration(found: Found) -> str:
    """2:05 Stunden → zwei Stunden und fünf Minuten; 1:59,4 Minuten → … Komma vier Sekunden."""
    first = int(found[1].partition(":")[0])
    clock = found[1].count(":") == 1 and (found[1][0] == "0" or 7 <= first <= 24)
    if found[4] == "h" and (word_before(found).lower() in _AT or (clock and not _lasts(found))):
        return _clock(first, int(found[1][-2:]))
    nouns = ("Stunde", "Minute", "Sekunde") if found[4][0] in "Sh" else ("Minute", "Sekunde")
    numbers = [int(part) for part in found[1].split(":")]
    pairs = list(zip(numbers, nouns, strict=False))
    parts = [_so_many(number, noun, found.before) for number, noun in pairs[:-1] if number]
    last, noun = pairs[-1]
    if found[3]:
        parts.append(f"{cardinal(last)} Komma {digits(found[3])} {noun}n")
    elif last or not parts:
        parts.append(_so_many(last, noun, found.before))
    return ", ".join(parts[:-1]) + (" und " if parts[1:] else "") + parts[-1]


def _so_many(number: int, noun: str, before: str) -> str:
    return f"{article('f', before)} {noun}" if number == 1 else f"{cardinal(number)} {noun}n"


def _lasts(found: Found) -> bool:
    return word_before(found) in _LASTING


def say_dotted(found: Found) -> str | None:
    """um 14.30, 15.30 h → vierzehn Uhr dreißig."""
    hour = int(found[1])
    before = word_before(found)
    told = before.lower() in ("um", "gegen", "ab") or bool(re.fullmatch(WEEKDAYS, before))
    told = told or (bool(found[3]) and (hour >= 7 or found[1][0] == "0") and not _lasts(found))
    counts = re.match(r" [A-ZÄÖÜ€$£%]|[€$£%]", found.after)
    return _clock(hour, int(found[2])) if told and not counts and hour <= 24 else None


def _clock(hour: int, minute: int) -> str:
    return f"{_hour(hour)} Uhr" + (f" {cardinal(minute)}" if minute else "")


def say_clock_compound(found: Found) -> str:
    """9:30-Uhr-Termin → Neun-Uhr-dreißig-Termin."""
    return _clock(int(found[1]), int(found[2])).capitalize().replace("uhr", "Uhr").replace(" ", "-")


def say_half_to(found: Found) -> str | None:
    """Um 1/2 8 kam er → halb acht."""
    hour = int(found[1])
    return f"halb {_hour(hour) if hour > 1 else 'eins'}" if 0 < hour <= 12 else None


RULES: tuple[Rule, ...] = (
    Rule(
        "time",
        r"(?:(?<=\b[uU]m )|(?<=\bgegen )|(?<=\b[aA]b )|(?<=\bbis ))(?:1/2|½) ?(\d{1,2})(?!\w|[.,:/]\d| ?(?:kg|km|[glmth%€])\b)",
        say_half_to,
        "½/",
    ),
    Rule("minute", r"(?<=\()(\d{1,3})\.(?: ?\+ ?(\d{1,2}))?(?=[)/,])", say_minute, "("),
    Rule("time", r"(?<![\w.,:])(\d{1,2})[:.]([0-5]\d)-Uhr(?=-)", say_clock_compound, "-"),
    Rule("minute", r"(?<![\w.,'’])(\d{1,3})['′’](?=[ ,.;:)]|$)", say_prime, "'′’"),
    Rule(
        "added time", r"(?<![\w.,])(\d{2,3})\.? ?\+ ?(\d{1,2})\.?(?= Minute)", say_added_time, "+"
    ),
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
    Rule("time", r"(?<![\w.,:])(\d{1,2})\.([0-5]\d)( ?h)?(?!\w|[.,:-]\d)", say_dotted, "."),
    Rule(
        "time",
        r"(?<![\w.,:])(\d{1,2}) ?h ?([0-5]\d)(?!\w|[.,:]\d| ?(?:[Mm]in|m\b|s\b))",
        say_short_time,
        "h",
    ),
    Rule("time", r"(?<=\bum )(\d{1,2}) ?(h)\b(?! ?\d)", say_hour, "h"),
)
