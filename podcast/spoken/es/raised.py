"""Spanish marks that are raised: 40° 25′ of latitude, 5'10" of height, the 45' of a match."""

from __future__ import annotations

import re

from podcast.spoken import figures
from podcast.spoken.es.numbers import cardinal, figure
from podcast.spoken.rules import Found, Rule

SIDES = {"N": "norte", "S": "sur", "E": "este", "O": "oeste", "W": "oeste"}


def say_place(found: Found) -> str:
    """40°25′13″ N → cuarenta grados veinticinco minutos trece segundos norte."""
    units = (("grado", found[1]), ("minuto", found[2]), ("segundo", found[3]))
    said = [
        f"{figure(figures.read(count), 'un')} {unit}{'' if count.lstrip('0') == '1' else 's'}"
        for unit, count in (
            (unit, count.replace(".", ",").lstrip("0") or "0") for unit, count in units if count
        )
    ]
    return " ".join((*said, SIDES[found[4]])) if found[4] else " ".join(said)


def say_minute_of_play(found: Found) -> str:
    """en el 45' → en el minuto cuarenta y cinco; a los 45' → a los cuarenta y cinco minutos."""
    count = cardinal(int(found[1]))
    more = f" más {cardinal(int(found[2] or found[3]))}" if found[2] or found[3] else ""
    if re.search(r"[mM]in(?:uto|\.) $", found.before):
        return count + more
    if more or re.search(r"(?:\b(?:[eE]l|[dD]el|al) |\()$", found.before):
        return f"minuto {count}{more}"
    return f"{cardinal(int(found[1]), 'un')} minuto{'' if found[1] == '1' else 's'}"


def say_inches(found: Found) -> str | None:
    """5'10" → cinco pies diez pulgadas, 24" → veinticuatro pulgadas; not the end of a quotation."""
    # A lead of 1' 23" is a time; nobody is one foot tall.
    if found[1] and not (4 <= int(found[1]) <= 7 and int(found[2].partition(",")[0]) < 12):
        minutes = f"{cardinal(int(found[1]), 'un')} minuto{'' if found[1] == '1' else 's'}"
        return f"{minutes} {figure(figures.read(found[2]), 'un')} segundos"
    feet = (
        f"{cardinal(int(found[1]), 'un')} {'pie' if found[1] == '1' else 'pies'} "
        if found[1]
        else ""
    )
    if not feet and len(re.findall(r'(?<!\d)"', found.before)) % 2:
        return None
    number = figures.read(found[2])
    return f"{feet}{figure(number, 'una')} {'pulgada' if number.is_one else 'pulgadas'}"


RULES: tuple[Rule, ...] = (
    Rule(
        "coordinate",
        r"(?<![\w.,])(\d{1,3}) ?[°º] ?(\d{1,2}(?:[.,]\d{1,4})?) ?['’′](?: ?(\d{1,2}(?:[.,]\d{1,4})?) ?(?:[\"”″]|''|’’|′′))?"
        r"(?: ?([NSEOW])(?!\w))?",
        say_place,
        "°º",
    ),
    Rule(
        "inches",
        r"(?<![\w.,'’])(?:(\d)['’′] ?)?(\d{1,3}(?:,\d)?)(?:\"|″|'')(?!\w)",
        say_inches,
        "\"″'",
    ),
    Rule(
        "minute",
        r"(?<![\w.,'’])(\d{1,3})(?:['’′](?: ?\+ ?(\d{1,2})['’′]?)?|\+(\d{1,2})['’′])(?![\w'’′\"])",
        say_minute_of_play,
        "'’′",
    ),
)
