"""Streets, states, points of the compass."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.lists import kept_stop, table
from podcast.spoken.rules import DIGITS, Found, Rule

_NOT_NAMES = frozenset(
    ["The", "A", "An", "In", "On", "At", "It", "He", "She", "We", "They", "This"]
)


def is_street(found: Found) -> bool:
    """Whether "St." stands after a street's name: Main St. is closed; 1428 Elm St. It was."""
    before = re.search(
        r"(?:([\w.’']+)\s+)?([A-Z][\w’'.]*|[0-9]{1,3}(?:st|nd|rd|th))\s$", found.before
    )
    if not before or before[2] in _NOT_NAMES or before[2].endswith("."):
        return False
    number = (before[1] or "").rstrip(".").isdecimal() or before[2][0].isdecimal()
    follows_name = re.match(r"\.?\s(?![NS][EW]\b)[A-Z]", found.after)
    return bool(number or not follows_name)


def say_street(found: Found) -> str | None:
    """Main St. is closed → Main Street; 121 Seahawk Dr., → Drive; 12 S 1st st → First Street."""
    name, written = found[1], found[2]
    said = table("streets").get(written[:1].upper() + written[1:].lower())
    if said is None or name.strip() in _NOT_NAMES:
        return None
    if (
        written[:1].islower()
        and not name[:1].isdecimal()
        and written not in {"st", "dr", "ave", "hwy"}
    ):
        return None
    number = re.search(r"[0-9]\w*\s(?:[NSEW]\.?\s)?(?:[A-Z]\w+\s){0,2}$", found.before + name)
    ends = re.match(r"\s?(?:$|[,;:)\"”]|[#0-9a-z]|[A-Z]\w*['’])", found.after)
    if not (number or ends) or (written.isupper() and len(written) > 1):
        return None
    stands_last = r"\.?\s?(?:$|[,;)])" if written == "Dr" else r"\.?\s?(?:$|[,;)]|[a-z])"
    if written.lower() == "dr" and not number and not re.match(stands_last, found.after):
        return None
    if name[0].isdecimal():
        return None
    if _QUARTER.match(found.after):
        return f"{name}{said}"
    return f"{name}{said}{kept_stop(found, always=True)}"


_QUARTER = re.compile(r" (?:NE|NW|SE|SW)\b")
"""A quarter of a town after a street: Fifth Ave. NW."""


_STREET = re.compile(
    r"\b(?:St|Ave?|Rd|Dr|Blvd|Pl|Ct|Street|Avenue|Road|Drive|Boulevard|Place|Court|Lane|Way)\.? $"
)


def say_small(found: Found) -> str | None:
    """5th st and main st → street; st mary's → saint; dr lee of hill dr → doctor, drive."""
    if re.search(r"[\w.'’&-]$|[0-9] $", found.before):
        return None
    saint, street = _SMALL[found[1]]
    name = re.match(r"\.? ([a-z]{2,})", found.after)
    if name and not figures.is_function(name[1]):
        return None if re.search("[A-Z]", found.before + found.after) else saint
    number = re.search(r"[0-9]\w* (?:[a-z]+ )?$", found.before)
    word = re.search(r"([a-z]+) $", found.before)
    named = word and not figures.is_function(word[1]) and not _COUNTED.search(found.before)
    return street if number or (found[1] == "st" and named) else None


_COUNTED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|\w+teen|\w+ty) $"
)
_SMALL = {"st": ("saint", "street"), "dr": ("doctor", "drive")}


def say_kind_of_street(found: Found) -> str:
    """42nd St. → Street, after an ordinal."""
    return table("streets")[found[1]] + kept_stop(found, always=True)


def say_house(found: Found) -> str:
    """221B Baker Street → two twenty-one B."""
    return f"{figures.code(found[1], found)} {found[2].upper()}"


def say_numbered_street(found: Found) -> str:
    """317 S. 3rd st → … South Third Street; 512 W 3rd St."""
    number = figures.code(found[1], found) if len(found[1]) < 5 else figures.digits(found[1])
    if len(found[1]) == 4:
        number = figures.year(int(found[1]), found)
    if len(found[1]) == 3 and not figures.american(found):
        number = figures.code(found[1], found)
    side = _SIDES.get(found[2].strip(" ."), "")
    street = found[3]
    if street[0].isdecimal():
        street = figures.ordinal(int(re.sub(r"\D", "", street)), found).capitalize() + " "
    kind = table("streets").get(found[4][:1].upper() + found[4][1:].lower(), found[4])
    return f"{number} {side + ' ' if side else ''}{street}{kind}{'' if _QUARTER.match(found.after) else kept_stop(found, always=True)}"


_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast",
          "NW": "Northwest", "SE": "Southeast", "SW": "Southwest"}  # fmt: skip


_DOCTOR = re.compile(r"\b(?:Dr|Doctor|Prof|Professor|Mr|Mister|Ms|Mrs)\b[^,]{0,40}$")


def say_state(found: Found) -> str | None:
    """Stroudsburg, PA → Stroudsburg, Pennsylvania."""
    said = table("states").get(found[1])
    if said is None or (found[1] in {"MD", "MA"} and _DOCTOR.search(found.before)):
        return None
    return f", {said}" + (f", {figures.digits(found[2])}" if found[2] else "")


def say_state_abbreviation(found: Found) -> str:
    """St. Louis, Mo. → St. Louis, Missouri."""
    return f", {table('state_abbreviations')[found[1]]}{kept_stop(found)}"


_PARTIES = {"D": "Democrat", "R": "Republican", "I": "independent"}


def say_party(found: Found) -> str:
    """Rep. Ocasio-Cortez (D-NY) → Democrat, New York."""
    place = found[2].rstrip(".")
    bare = place.replace(".", "")
    place = bare if len(bare) == 2 else place
    place = table("states").get(place) or table("state_abbreviations").get(place) or place
    return f"{_PARTIES[found[1]]}, {place}"


def say_zip(found: Found) -> str:
    """FL 95051 → … nine five zero five one."""
    return f"{found[1]}{figures.digits(found[2])}"


_LANDS = (
    r"Korean?s?|Africans?|Africa|America|Carolina|Dakota|Sudan|Yorkshire|Ireland|Wales|London|Texas"
    r"|California|Virginia|Germany|Bank|Side|Sussex|Midlands|Coast|Asia|Europe|Sea|Pole|Ossetia|Macedonia|Somerset|Devon|Lincolnshire|Ayrshire|Lanarkshire|Glamorgan|Berkshire|Humberside|Tyneside"
)


_COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def say_compass(found: Found) -> str:
    """5km SW of → southwest; N. Korea → North Korea; NW England."""
    said = "".join(_COMPASS[letter] for letter in found[1])
    if len(found[1]) == 3:
        said = f"{_COMPASS[found[1][0]]}-{said[len(_COMPASS[found[1][0]]) :]}"
    if len(found[1]) == 1 and not found.after.startswith(" of"):
        said = "northern" if said == "north" and "Ireland" in found.after[:9] else said
        return said.capitalize()
    return said


def say_point(found: Found) -> str | None:
    """Winds NW, in the SE, a SW breeze → northwest …; K Street NW → Northwest."""
    if len(found.text) == 2 and _STREET.search(found.before):
        return _SIDES[found.text]
    told = _BLOWS.search(found.before) if len(found.text) == 1 else _LIES.search(found.before)
    faces = len(found.text) == 2 and _FACES.match(found.after) and not found.before[-1:].isalnum()
    return "".join(_COMPASS[letter] for letter in found.text) if told or faces else None


_BLOWS = re.compile(r"\b[Ww]inds? $")
_LIES = re.compile(
    r"\b(?:[Ww]inds?(?: \w{1,9} (?:or|to|and|then))?|[Ii]n the|[Mm]oving|[Tt]racking|[Hh]eading) $"
)
_FACES = re.compile(r" (?:winds?|breezes?|coast|corner|outskirts|suburbs|edge|side)\b")


RULES: tuple[Rule, ...] = (
    Rule("street", r"(?<![\w.,$])(?<![0-9][-–])([0-9]{1,5})\s((?:[NSEW]|NE|NW|SE|SW)\.?\s)?((?:(?:Mt|St|Ft)\.\s)?(?:[A-Z][a-z]+\s){1,3}|[A-Z]\s(?=St|Ave)|[0-9]{1,3}(?:st|nd|rd|th)\s)(St|Str|Ave|Av|Blvd|Rd|Dr|Ln|Ct|Pl|Sq|Hwy|Pkwy|Terr?|Cres|st|hwy|ave|rd|dr|Street|Avenue|Road|Drive|Lane)\b\.?", say_numbered_street, DIGITS),
    Rule("estate", r"\b(Ind|Trad)\.? Est\b\.?", lambda found: f"{'Industrial' if found[1] == 'Ind' else 'Trading'} Estate{kept_stop(found)}", "E"),
    Rule("near", r"(?<=[,(] )nr\.?(?= [A-Z])|\bnr(?= [A-Z][a-z])", lambda found: "near", "r"),
    Rule("garden", r"(?<=[a-z]{3} )Gdns?\b\.?", lambda found: ("Gardens" if "s" in found.text else "Garden") + kept_stop(found), "G"),
    Rule("floor", r"(?<=[0-9](?:st|nd|rd|th) )Fl\b\.?", lambda found: "Floor" + kept_stop(found), "F"),
    Rule("street", r"(st|dr)\b\.?(?= [a-z]|[,;]|$)", say_small, "sd"),
    Rule("street", r"(?<=[0-9](?:st|nd|rd|th)\s)(St|Ave|Av|Rd|Blvd|Pl|Ct|Ln)\b\.?(?!\s[A-Z][a-z]+\s(?!St|and))", say_kind_of_street, "SARBPCL"),
    Rule("street", r"(?<![\w.,$£€-])([0-9]{1,4})([A-Ha-h])(?= (?:[A-Z][a-z]+ ){1,3}(?:St\b|Rd\b|Ave\b|Street|Road|Avenue|Lane|Drive|Square|Terrace|Gardens|Close|Way|Place|Court)\b)", say_house, DIGITS),
    Rule("compass", r"(?<![\w.])([NSEW])\.?(?= [0-9]{1,3}(?:st|nd|rd|th)\b| [A-Z][a-z]+ (?:St|Ave|Blvd|Rd|Street|Avenue|Road)\b)", say_compass, "NSEW"),
    Rule("street", r"\b((?:[A-Z][a-z’'-]+|[A-HJ-Z](?= St\b)|[0-9]{1,3}(?:st|nd|rd|th))\s)(St|Str|Ave|Av|Blvd|Rd|Dr|Ln|Ct|Pl|Sq|Hwy|Pkwy|Gdns|Terr?|Cres|st|hwy|ave|rd|dr)\b\.?", say_street),
    Rule("state", r"(?<=[a-z]), ([A-Z]{2})(,? [0-9]{5}(?:-[0-9]{4})?)?(?=$|[.,;:)\"”]|\s[a-z])", say_state, ","),
    Rule("province", rf"(?<=[a-zé]),? ({'|'.join(table('provinces'))})(?=,?\s[A-Z][0-9][A-Z]\s?[0-9][A-Z][0-9]\b)", lambda found: f", {table('provinces')[found[1]]},", DIGITS),
    Rule("state", rf"(?<=[a-z]), ({'|'.join(table('state_abbreviations'))})\.(?!\w)", say_state_abbreviation, ","),
    Rule("state", r"(?<=\b[Ii]n )(Pa|Ga|Md|Ky|Ark|Ala|Del|Ind|Ill|Kan|La|Mo|Mont|Neb|Nev|Ore|Vt|Wash|Wyo)\.(?!\w)", lambda found: table("state_abbreviations")[found[1]] + kept_stop(found), "."),
    Rule("party", r"(?<=\()([DRI])[-–]([A-Z]{2}(?=\))|[A-Z]\.\s?[A-Z]\.(?=\))|[A-Z][a-z]{1,14}\.?(?=\)))", say_party, "("),
    Rule("party", rf"(?<=, )([DRI])[-–]([A-Z]{{2}}|[A-Z]\.[A-Z]\.|(?:{'|'.join(table('state_abbreviations'))})\.?|Texas|Ohio|Iowa|Utah|Maine|Idaho|Alaska|Hawaii)(?=[,.;:)]|$|\s[a-z])", say_party, ","),
    Rule("post code", r"((?:\b[A-Z]{2}|\b[A-Z][a-z]+|\bD\.C\.|(?<=, )[A-Z]\.[A-Z]\.),?\s)([0-9]{5})(?:-[0-9]{4})?(?![\w,]|\.\d)(?!\s[a-z])", say_zip, DIGITS),
)  # fmt: skip
"""Addresses: before quantities, since 512 W is no power and 1st St no weight."""


COMPASS: tuple[Rule, ...] = (
    Rule("compass", r"(?<=[a-z)] )(N|S|E|W|NE|NW|SE|SW|NNE|NNW|SSE|SSW|ENE|ESE|WNW|WSW)(?= of\b)", say_compass, "NESW"),
    Rule("compass", r"(?:[NS][EW]|[NSEW])\b(?!\.\w)", say_point, "NESW"),
    Rule("compass", r"(?:(?<=[Ww]ind )|(?<=[Ww]inds )|(?<=[Mm]oving )|(?<=[Hh]eading )|(?<=[Tt]racking ))(NNE|NNW|SSE|SSW|ENE|ESE|WNW|WSW)\b", say_compass, "NESW"),
    Rule("compass", r"\b(NE|NW|SE|SW)(?= (?:[A-Z][a-z]+))", say_compass, "NESW"),
    Rule("compass", rf"\b([NSEW])\.?(?= (?:{_LANDS})\b)", say_compass, "NESW"),
)  # fmt: skip
"""Points of the compass."""
