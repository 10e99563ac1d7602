"""Times of day and durations on a clock."""

from __future__ import annotations

import re

from podcast.spoken import numbers
from podcast.spoken.en import figures
from podcast.spoken.en.figures import DASH, LEFT
from podcast.spoken.en.lists import NEXT_SENTENCE
from podcast.spoken.rules import DIGITS, Found, Rule

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
    ends = not found.after.strip("\"'”’) ") or NEXT_SENTENCE.match(found.after)
    return "." if found.text.endswith(".") and ends else ""


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
    if (
        int(hour) > 24
        and int(minute) < 60
        and re.search(r"\b(?:in|of|time|clocked|ran|after) $", found.before)
    ):
        return f"{figures.cardinal(int(hour), found)} {_clock('1', minute).removeprefix('one').strip() or 'flat'}"
    if int(hour) > 24 or int(minute) > 59 or _is_ratio(found):
        return None
    zone = _zone(found[3])
    return full_clock(hour, minute) + zone


def _is_ratio(found: Found) -> bool:
    """Whether 1:10 is a scale, a gradient, odds."""
    after = re.match(
        r"\s(?:scale|ratio|odds|slope|gradient|dilution|model|replica|mixture)", found.after
    )
    return bool(
        after
        or re.search(
            r"\b(?:ratio|scale|odds|gradient)s? (?:of |is |was )?(?:about )?$", found.before
        )
    )


_OCLOCK = "o'clock"


def full_clock(hour: str, minute: str) -> str:
    """14:30 → fourteen thirty; 3:00 → three o'clock; 0:00 → midnight."""
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


def say_military(found: Found) -> str:
    """0900 GMT → oh nine hundred; at 0630, the 0640 to Hull → oh six thirty …"""
    hour = found["h"] or found["h2"] or found["h3"]
    return _military(hour, found["m"] or found["m2"] or found["m3"])


def say_open(found: Found) -> str:
    """Open 0900-1730 → oh nine hundred to seventeen thirty."""
    return f"{_military(found[1], found[2])} to {_military(found[3], found[4])}"


def _military(hour: str, minute: str) -> str:
    said = numbers.cardinal(int(hour), "en") if int(hour) else "zero"
    said = f"oh {said}" if hour.startswith("0") and int(hour) else said
    if minute == "00":
        return f"{said} hundred"
    low = numbers.cardinal(int(minute), "en")
    return f"{said} {f'oh {low}' if minute.startswith('0') else low}"


def say_offset(found: Found) -> str:
    """GMT-5, UTC−03:30 → U.T.C minus three thirty."""
    minutes = f" {numbers.cardinal(int(found[3]), 'en')}" if int(found[3] or 0) else ""
    return (
        f"{figures.spell_letters(found[1])} minus {numbers.cardinal(int(found[2]), 'en')}{minutes}"
    )


RULES: tuple[Rule, ...] = (
    Rule("time", r"\b(GMT|UTC)\s?[-−–]\s?([0-9]{1,2})(?::?([0-9]{2}))?\b", say_offset, "GU"),
    Rule("time", r"\b([Nn]oon|[Mm]idnight)\s?[-–]\s?(?=[0-9])", lambda found: f"{found[1]} to ", "-–"),
    Rule("time", r"(?<![\w.,-])(0[0-9])([0-5][0-9])\s?[-–]\s?([01][0-9]|2[0-4])([0-5][0-9])(?![\w-])", say_open, "0"),
    Rule("duration", r"(?<![\w.,:])([0-9]{1,2}):([0-5][0-9]\.[0-9]{1,3})(?![\w:]|\.\d)", say_race_time, ":"),
    Rule("time", rf"(?:(?<![\w.,:-])(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?=\s?(?:{_ZONES}|hours\b|hrs\b|local time))|(?<=\bat )(?P<h2>0[0-9])(?P<m2>[0-5][0-9])\b|(?<=[Tt]he )(?P<h3>0[0-9])(?P<m3>[0-5][0-9])(?= (?:from|to|at|train|service|flight|ferry|bus)\b))", say_military, DIGITS),
    Rule("duration", rf"{LEFT}([0-9]{{1,2}}):([0-5][0-9]):([0-5][0-9])(\.[0-9]{{1,3}})?\b(?:\s?({_MERIDIEM})\.?)?", say_duration, ":"),
    Rule("time", rf"(?<![\w.,])(?<![0-9]/)(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?\s?(?P<half>{_MERIDIEM})?\.?(?:(?:{DASH}|\sto\s)(?P<hour2>[0-2]?[0-9])(?:[:.](?P<minute2>[0-5][0-9]))?\s?)?(?P<half2>{_MERIDIEM})\.?(?:\s?\(?(?P<zone>{_ZONES})\)?)?", say_time, DIGITS),
    Rule("time", rf"{LEFT}([0-2]?[0-9]):([0-5][0-9])\s?[-–—]\s?([0-2]?[0-9]):([0-5][0-9])(?![\w:])", say_clock_range, ":"),
    Rule("time", rf"{LEFT}([0-9]{{1,2}}):([0-5][0-9])(?!\d|[.:]\d|,\d{{3}}\b)(?:\s?(?:h|hrs|hours)\b)?(\s{_ZONES})?", say_clock, ":"),
    Rule("time", r"\b([Tt]he) ([01]?[0-9]|2[0-3])\.([0-5][0-9])(?= (?:at|from|to|train|bus|flight|kick-off|race|service)\b)", say_dotted_time, DIGITS),
    Rule("time", r"(?<=[Ww]on )(the) ([01]?[0-9]|2[0-3])\.([0-5][0-9])(?= (?:by|at|from|in)\b)", say_dotted_time, DIGITS),
    Rule("time", r"\b([Tt]ide|(?<=[Hh]igh )water|(?<=[Ll]ow )water) ([01]?[0-9]|2[0-3])\.([0-5][0-9])(?=[,;)]| \(|$)", say_dotted_time, DIGITS),
    Rule("time", r"\b([Tt]ide|[Ss]unrise|[Ss]unset|[Aa]t|[Dd]epart(?:s|ing)?|[Ll]eav(?:es|ing)) (0[0-9])\.([0-5][0-9])(?![\w%]|[.,]\d)", say_dotted_time, "0"),
    Rule("time", r"\b([Aa]t|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter) ([01]?[0-9]|2[0-3])\.([0-5][05])(?![\w%]|[.,]\d)", say_dotted_time, DIGITS),
)  # fmt: skip
"""Times."""
