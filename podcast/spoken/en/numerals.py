"""Roman numerals: of chapters, wars and kings."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.lists import table
from podcast.spoken.rules import Found, Rule
from podcast.spoken.tables import words

_NUMBERED = (
    r"Chapter|CHAPTER|chapter|Article|ARTICLE|article|Part|PART|part|Book|BOOK|book|Volume|volume"
    r"|Vol\.|vol\.|Act|ACT|Scene|SCENE"
    r"|Section|SECTION|Title|Phase|phase|Type|type|Class|class|Category|Stage|stage|Level|Grade"
    r"|World War|WORLD WAR|WW|Super Bowl|Schedule|Appendix|APPENDIX|Annex|Figure|Table|Plate|Book"
    r"|Canto|Psalm|Sonnet|Symphony No\.|Mark|Mk\.?|Division|Tier|Pillar|Protocol|Group|Unit|Area"
    r"|Episode|EPISODE|Season|Rocky|Rambo|Final Fantasy|Apollo|Vatican|Session|Round|Step|Lesson"
    r"|Accord|Vol|Pt\.|Ch\.|Chap\.|Art\.|Arts\.|Sec\.|Sect\.|Fig\.|Bk\.|No\.|Op\.|[A-Z]{3,5}|Fighter"
    r"|Division|Cohort|Region|Zone|Saturn|Soyuz|Factor|Corps|Olympiad"
)

_NAME = "[A-Z][a-zà-ÿ]+"
"""Maybe a ruler's: the hundreds of them would take longer to compile than to look up."""


_I_THINK = re.compile(
    r"\s(?:am|think|thought|know|knew|saw|say|feel|felt|want|need|like|love|hope|guess|mean|believe)\b"
    r"|['’](?:m|ve|d|ll)\b"
)
_I_WAS = re.compile(r"\s(?:was|have|had|will|would|can|do|did|don|went|said)\b")
_I_HAD = re.compile(r"\s(?:have|had|will|would|can|do|did|went|said|could|should)\b")
_SURELY = frozenset(
    [
        "World War",
        "Chapter",
        "Act",
        "Article",
        "Volume",
        "Book",
        "Super Bowl",
        "Apollo",
        "Appendix",
        "Phase",
    ]
)
"""World War I was: after these it's no pronoun."""
_CROWNS = ("King ", "Queen ", "Pope ", "Emperor ", "Tsar ")


def say_numbered(found: Found) -> str | None:
    """Chapter IV → Chapter four; World War II; Super Bowl LIX; Phase III."""
    number = figures.roman(found[2])
    if not number or (found[2] in "CDLM" and not found[1].isupper()):
        return None
    if found[1].isupper() and found.text[len(found[1])] == "-":
        return None  # USB-C
    if len(found[2]) == 1 and re.match(r"[ .-][A-Z]\b|\.\w|['’](?:m|ve|d|ll)\b", found.after):
        return None
    if found[2] == "I" and (
        _I_THINK.match(found.after) or (found[1] not in _SURELY and _I_WAS.match(found.after))
    ):
        return None
    if found[2] in "VXLCDM" and re.match(r"-[a-z]", found.after):
        return None  # class X9.3
    if found[1] == "No." and found[2] == "I" and re.match(r"\s[a-z]", found.after):
        return None  # No. I won't.
    name = found[1]
    if name.isupper() and name.title() in table("regnal"):
        return f"{name} the {figures.ordinal(number, found)}"
    # A shouted name may be followed by a shouted I; the games and treaties are of few letters.
    if (
        name.isupper()
        and found[2] in {"I", "V", "X", "IV"}
        and name not in _SHOUTED
        and name not in _LETTERED
    ):
        return None
    said = table("before_numbers").get(name)
    return f"{said.capitalize() if said else name} {figures.cardinal(number, found)}"


_SHOUTED = frozenset(
    [
        "CHAPTER",
        "ARTICLE",
        "PART",
        "BOOK",
        "ACT",
        "SCENE",
        "SECTION",
        "WORLD WAR",
        "APPENDIX",
        "EPISODE",
        "WW",
    ]
)
_LETTERED = frozenset(["GTA", "SALT", "START", "UFC"])


def say_small_numeral(found: Found) -> str | None:
    """act iii, scene ii → act three, scene two: as a play's reader writes it."""
    number = figures.roman(found[2].upper())
    if not number or found.before[-1:].isalnum():
        return None
    if len(found[2]) == 1 and found[1].lower() in {"part", "page"}:
        return None  # for my part i agree
    return f"{found[1]} {figures.cardinal(number, found)}"


def say_part_of(found: Found) -> str | None:
    """Part I of III → one of three."""
    part, whole = figures.roman(found[2]), figures.roman(found[3])
    if not part or not whole:
        return None
    return f"{found[1]} {figures.cardinal(part, found)} of {figures.cardinal(whole, found)}"


def say_either(found: Found) -> str:
    """Phase I/II → one two."""
    first, second = (figures.cardinal(figures.roman(found[group]) or 1, found) for group in (2, 3))
    return f"{found[1]} {first} {second}"


def say_regnal(found: Found) -> str | None:
    """Elizabeth II's → Elizabeth the second's; King Charles III; not "Charles I think"."""
    number = figures.roman(found[2])
    if not number or number > 40 or found.text == "Malcolm X":
        return None
    if found[2] in {"C", "D", "L", "M"} and not re.search(
        r"\b(?:King|Queen|Pope|Emperor)\b", found.before + found[1]
    ):
        return None
    crowned = found[1].startswith(_CROWNS) or found.before.endswith(_CROWNS)
    if found[2] == "I" and (
        _I_THINK.match(found.after) or (not crowned and _I_HAD.match(found.after))
    ):
        return None
    if len(found[2]) == 1 and re.match(r"[ .-][A-Z]\b|\.\w", found.after):
        return None
    return f"{found[1]} the {figures.ordinal(number, found)}"


def say_ruler(found: Found) -> str | None:
    """Elizabeth II, John Paul II: of the names that rulers have."""
    return say_regnal(found) if found[1].split()[0] in table("regnal") else None


def say_twice_regnal(found: Found) -> str | None:
    """James VI and I → the sixth and first."""
    if found[1] not in table("regnal"):
        return None
    first, second = (figures.ordinal(figures.roman(found[group]) or 1, found) for group in (2, 3))
    return f"{found[1]} the {first} and {second}"


_NOT_NAMES = frozenset(
    ["The", "This", "His", "Her", "With", "After", "Through", "Via", "Her", "Their"]
)
_NO_SURNAMES = words(
    "War Series Fighter Kombat Games Plan Accord Agreement Directive Framework Project Operation"
    " Treaty Conference Expo Model Souls Battlefront Redemption Fantasy Quest Wars Trek Park Union"
    " Generation Scrolls Duty Creed Evil Cup Tier Lot Report Survey Census Programme Program Ages"
    " Dynasty Empires Initiative Committee Commission Corps Army Fleet Bridge Tunnel Station"
)


def say_heir(found: Found) -> str | None:
    """Thurston Howell III → the third; Vatican II, Rocky IV → two, four."""
    number = figures.roman(found[2])
    if not number or number > 40:
        return None
    if found[1] in _NOT_NAMES:
        return None
    if found[1] in _NO_SURNAMES:
        return f"{found[1]} {figures.cardinal(number, found)}"
    person = re.search(r"\b[A-Z][a-z]+\s(?:[A-Z]\.?\s)?$", found.before)
    if person and number in {2, 3, 4, 5}:
        return f"{found[1]} the {figures.ordinal(number, found)}"
    return f"{found[1]} {figures.cardinal(number, found)}"


def say_bare_numeral(found: Found) -> str | None:
    """A heading that is only XIV. → fourteen."""
    number = figures.roman(found[1])
    if not number:
        return None
    return figures.year(number, found) if number > 1000 else figures.cardinal(number, found)


def say_century(found: Found) -> str:
    """The XIX century → the nineteenth century."""
    return figures.ordinal(figures.roman(found[1]) or 1, found)


RULES: tuple[Rule, ...] = (
    Rule("Roman numeral", r"^([IVXLC]{2,9}|MC?[MDCLXVI]{3,12})(?=\.?$)", say_bare_numeral, "IVXLCM"),
    Rule("Roman numeral", r"(?<=[Tt]he )([XVI]{2,7})(?= (?:Olympi|Summer|Winter|Paralympi|[Cc]ongress\b|[Cc]onference|[Aa]ssembly|Legislature|[Aa]rrondissement|Dynasty|Corps\b|Army\b|Legion\b))", say_century, "XVI"),
    Rule("Roman numeral", r"(?<=[a-z] )(XI|XV)\b(?! [A-Z]{2})", lambda found: "eleven" if found[1] == "XI" else "fifteen", "X"),
    Rule("century", r"\b([XVI]{1,5})(?:th)?(?= [Cc]entur)", say_century, "XVI"),
    Rule("Roman numeral", r"\b(Phase|Type|Class|Stage|Grade)\s([IV]{1,3})/([IV]{1,3})\b", say_either, "IV"),
    Rule("Roman numeral", r"\b(Part|Volume|Book|Vol\.|Act|Phase)\s([IVX]{1,5}) of ([IVX]{1,5})\b", say_part_of, "IVX"),
    Rule("Roman numeral", r"((?:act|Act|scene|Scene|chapter|Chapter|canto|Canto|book|Book|part|Part|volume|Volume|page))\s([ivxl]{2,7}|[ivx](?=[,;:)]|\.?$))(?!\w)", say_small_numeral, "ivxl"),
    Rule("Roman numeral", rf"\b({_NUMBERED})[\s-]([IVXLCDM]{{1,9}})\b", say_numbered, "IVXLCDM"),
    Rule("Roman numeral", rf"\b({_NAME})\s([IVX]{{2,5}}) and ([IVX]{{1,4}})(?=\s?[A-Z(]|[,.;)’']|$| of\b)", say_twice_regnal, "IVX"),
    Rule("Roman numeral", rf"\b({_NAME}(?:\s(?:Paul|Gustaf|Carlos|Adolf|Emmanuel|William|Joseph|Ferdinand|Simeon))?)\s([IVXL]{{1,6}})\b(?:\.(?=[,;]|\s[a-z]))?", say_ruler, "IVXL"),
    Rule("Roman numeral", r"\b((?:King|Queen|Pope|Emperor|Tsar|Czar|Prince|Sultan|Shah|Patriarch)\s[A-Z][a-z]+)\s([IVXL]{1,6})\b(?:\.(?=[,;]|\s[a-z]))?", say_regnal, "IVXL"),
    Rule("Roman numeral", r"\b([A-Z][a-z]{2,})\s([IVX]{2,6})\b", say_heir, "IVX"),
)  # fmt: skip
"""Roman numerals."""
