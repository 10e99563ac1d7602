"""French times of day and durations."""

from __future__ import annotations

from podcast.spoken.fr.numbers import cardinal, counted, group, ordinal
from podcast.spoken.rules import Found, Rule


def say_time(found: Found) -> str | None:
    """14h30 → quatorze heures trente; 1 h 15 min → une heure quinze minutes."""
    hour, minute, second = int(found["hour"]), found["minute"], found["second"]
    if hour > 24 and not minute:
        return None
    said = counted(hour, "heure")
    if minute and int(minute):
        named = found["named"] or second
        said += f" {counted(int(minute), 'minute') if named else cardinal(int(minute), 'une')}"
    return f"{said} {counted(int(second), 'seconde')}" if second else said


def say_zulu(found: Found) -> str:
    """06h45Z → six heures quarante-cinq zoulou: world time, as pilots say it."""
    minute = f" {cardinal(int(found[2]), 'une')}" if int(found[2]) else ""
    return f"{counted(int(found[1]), 'heure')}{minute} zoulou"


def say_clock(found: Found) -> str | None:
    """14:30 → quatorze heures trente; 1:02:03 → une heure deux minutes et trois secondes."""
    hour, minute, second, half = int(found[1]), int(found[2]), found[3], found[4]
    if hour > 24 or minute > 59:
        return None
    said = _hour(hour, half)
    if second:
        said += f" {counted(minute, 'minute')} et {counted(int(second), 'seconde')}"
    elif minute:
        said += f" {cardinal(minute, 'une')}"
    return said + _half_of_day(half, hour)


def say_half_day(found: Found) -> str | None:
    """7 pm → sept heures du soir."""
    hour = int(found[1])
    return _hour(hour, found[2]) + _half_of_day(found[2], hour) if hour <= 12 else None


def _hour(hour: int, half: str) -> str:
    """12 AM → minuit, 12 PM → midi: "douze heures du matin" would be neither."""
    if half and hour == 12:
        return "minuit" if half.strip()[0] in "aA" else "midi"
    return counted(hour, "heure")


def _half_of_day(written: str, hour: int) -> str:
    """PM after 7:15 → du soir."""
    if not written or hour == 12:
        return ""
    if written.strip()[0] in "aA":
        return " du matin"
    return " de l'après-midi" if hour < 6 else " du soir"


def say_hours(found: Found) -> str:
    """14-16 h → quatorze à seize heures."""
    return f"{cardinal(int(found[1]), 'une')} à {counted(int(found[2]), 'heure')}"


def say_to(found: Found) -> str:
    """14h-18h → quatorze heures à dix-huit heures."""
    return " à "


def say_race(found: Found) -> str:
    """2h34'12'' → deux heures trente-quatre minutes douze, 3'25 → trois minutes vingt-cinq."""
    hours = counted(int(found["hours"]), "heure") + " " if found["hours"] else ""
    minutes, seconds = counted(int(found["minutes"]), "minute"), int(found["seconds"])
    if found["rest"]:
        return f"{hours}{minutes} {counted(seconds, 'seconde')} {group(found['rest'])}"
    return f"{hours}{minutes} {cardinal(seconds)}"


def say_seconds(found: Found) -> str:
    """9''58 → neuf secondes cinquante-huit."""
    rest = f" {group(found[2])}" if found[2] else ""
    return counted(int(found[1]), "seconde") + rest


def say_minute_of_game(found: Found) -> str | None:
    """À la 45' → à la quarante-cinquième minute, à la 90+3 → … quatre-vingt-dixième plus trois."""
    if not found["more"] and not found["prime"]:
        return None
    more = f" plus {cardinal(int(found['more']))}" if found["more"] else " minute"
    return ordinal(int(found["minute"]), "feminine") + more


def say_dotted(found: Found) -> str:
    """à 20.30 → à vingt heures trente, where no unit follows."""
    minute = int(found[2])
    return counted(int(found[1]), "heure") + (f" {cardinal(minute, 'une')}" if minute else "")


_HALF = r" ?[aApP]\.?[mM]\b\.?"
RULES: tuple[Rule, ...] = (
    Rule(
        "minute",
        r"(?:(?<=[àÀ] la )|(?<=[Dd]ès la )|(?<=\()|(?<=['’′], ))(?P<minute>\d{1,3})(?P<prime>['’′]?)"
        r"(?:\+(?P<more>\d{1,2})['’′]?)?(?=[ ,.;)]|$)",
        say_minute_of_game,
        "'’′+",
    ),
    Rule(
        "race",
        r"(?<![\w.,])(?:(?P<hours>\d{1,2}) ?h ?)?(?P<minutes>\d{1,3})['’′] ?(?P<seconds>\d\d)"
        r"(?:(?:''|”|″|\"|’’)(?P<rest>\d{1,3})?)?(?!\w)",
        say_race,
        "'’′",
    ),
    Rule(
        "seconds",
        r"(?<![\w.,])(\d{1,2})(?:''|″|\"(?=\d)|’’)(\d{1,3})?(?!\w)",
        say_seconds,
        "'″\"’",
    ),
    Rule("hours", r"(?<![\w.,:])(\d{1,2}) ?[-–] ?(\d{1,2}) ?[hH](?!\w| ?\d)", say_hours, "hH"),
    Rule("time", r"(?<![\w.,:])([01]?\d|2[0-3])[hH:]([0-5]\d) ?Z\b", say_zulu, "Z"),
    Rule(
        "time",
        r"(?<![\w.,:])(?P<hour>\d{1,2}) ?[hH](?: ?(?P<minute>[0-5]\d)"
        r"(?P<named> ?(?:min|mn|m)(?![a-z])\.?)?(?: ?(?P<second>[0-5]?\d) ?s(?:ec)?)?['’′]?)?(?!\w)",
        say_time,
        "hH",
    ),
    Rule(
        "time",
        rf"(?<![\w.,:])(\d{{1,2}}):([0-5]\d)(?::([0-5]\d))?({_HALF})?(?: heures?| h\b)?"
        r"(?![\w:]|[.,]\d)",
        say_clock,
        ":",
    ),
    Rule("time", rf"(?<![\w.,:])(\d{{1,2}})({_HALF})(?!\w)", say_half_day, "mM"),
    Rule(
        "time",
        r"(?:(?<=[àÀ] )|(?<=\b[Dd]e )(?=[\d.]{4,5} à \d\d?\.\d\d))([01]?\d|2[0-3])\.([0-5]\d)(?: ?h(?:eures)?\b)?(?=[,;)]|\.?$| (?:à|nous|on|il|elle|les?|la|et|pour|précises)\b)",
        say_dotted,
        ".",
    ),
    Rule(
        "to",
        r"(?:(?<=[hH])|(?<=[hH]\d\d)|(?<= h)|(?<=[hH] \d\d)) ?[-–] ?(?=\d{1,2} ?[hH])",
        say_to,
        "hH",
    ),
    Rule("to", r"(?<=\d:[0-5]\d) ?[-–] ?(?=\d{1,2}:[0-5]\d)", say_to, ":"),
)
