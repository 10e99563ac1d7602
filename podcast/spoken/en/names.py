"""Titles, abbreviations, streets and states, Roman numerals, numbers that name something."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.en import figures
from podcast.spoken.rules import DIGITS, Found, Rule

_DATA = Path(__file__).parent / "data"
_ENDS = re.compile(r"[\"'”’)\]]*\s*(?:$|[A-Z“\"‘])")


def table(name: str) -> dict[str, str]:
    """A word list of this folder."""
    return tables.read(_DATA, name)


def _stop(found: Found, *, always: bool = False) -> str:
    """The full stop of an abbreviation that also ends the sentence is kept."""
    if not found.text.endswith("."):
        return ""
    return "." if not found.after.strip("\"'”’) ") or (always and _ENDS.match(found.after)) else ""


def _like(written: str, said: str) -> str:
    """Said with a capital where the written form has one: E.g. → For example."""
    if written[:1].isupper() and not written.isupper():
        return said[:1].upper() + said[1:]
    return said


# Titles and abbreviations

_NOT_NAMES = frozenset(
    ["The", "A", "An", "In", "On", "At", "It", "He", "She", "We", "They", "This"]
)


def say_title(found: Found) -> str | None:
    """Dr. Müller → Doctor Müller; Lt. Col. Ramos; Sen. Warren; St. Petersburg → Saint."""
    written = found[1]
    if written in {"St", "st"} and _is_street(found):
        return None
    said = table("titles").get(written[:1].upper() + written[1:])
    if said is None:
        return None
    if written == "Hon" and figures.american(found):
        said = "Honorable"
    return said if found.after.startswith(" ") else f"{said} "


def say_bare_title(found: Found) -> str | None:
    """Mr and Mrs Lee; dr Fauver, without a name or a stop but nothing else that it could be."""
    said = table("titles").get(found[1][:1].upper() + found[1][1:])
    return f"{said}{_stop(found)}" if said else None


def _is_street(found: Found) -> bool:
    """Whether "St." stands after a street's name: Main St. is closed; 1428 Elm St. It was."""
    before = re.search(
        r"(?:([\w.’']+)\s+)?([A-Z][\w’'.]*|[0-9]{1,3}(?:st|nd|rd|th))\s$", found.before
    )
    if not before or before[2] in _NOT_NAMES or before[2].endswith("."):
        return False
    number = (before[1] or "").rstrip(".").isdecimal() or before[2][0].isdecimal()
    follows_name = re.match(r"\.?\s[A-Z]", found.after)
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
    if written.lower() == "dr" and not number and not re.match(r"\.?\s?(?:$|[,;)])", found.after):
        return None
    if name[0].isdecimal():
        return None
    return f"{name}{said}{_stop(found, always=True)}"


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
    return f"{number} {side + ' ' if side else ''}{street}{kind}{_stop(found, always=True)}"


_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast",
          "NW": "Northwest", "SE": "Southeast", "SW": "Southwest"}  # fmt: skip


def say_abbreviation(found: Found) -> str | None:
    """Approx. 5, etc., w/o, govt: what the table of abbreviations holds."""
    known = table("abbreviations")
    written = found.text
    said = known.get(written) or known.get(written.lower())
    if said is None and written.endswith("."):
        said = known.get(written[:-1])
        if said is not None:
            return (
                f"{_like(written, said)}{_stop(found) or ('.' if _ENDS.match(found.after) else '')}"
            )
    if said is None:
        return None
    if written in _ONLY_BEFORE and not re.match(r"\s?[\w&(]", found.after):
        return None
    if written.lower() in {
        "co.",
        "inc.",
        "corp.",
        "ltd.",
        "bros.",
        "jr.",
        "ltd",
        "inc",
    } and not re.search(r"[\w&),]\s$", found.before):
        return None
    always = written.lower().strip(".") not in _BEFORE_NAMES
    return f"{_like(written, said)}{_stop(found, always=always)}"


_ONLY_BEFORE = {"Mar.", "Va."}
_BEFORE_NAMES = {"e.g", "eg", "i.e", "vs", "cf", "viz", "approx", "dept", "univ", "aka", "a.k.a",
                 "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
                 "dec", "bros", "asst", "assoc", "dist", "inst", "est", "esp", "incl", "max", "min",
                 "et al", "corp", "co", "inc", "ltd", "jr", "govt", "n.y", "n.j", "n.c"}  # fmt: skip


def say_versus(found: Found) -> str:
    """Roe v. Wade → Roe versus Wade."""
    return " versus "


def say_before_number(found: Found) -> str | None:
    """No. 10, Fig. 3, vol 59, p. 26, c. 1850: words that stand before a number."""
    written = found[1]
    said = table("before_numbers").get(written)
    if said is None:
        return None
    if written in {"No", "no"} and not re.match(
        r"\s?[0-9]+\s?(?:$|[.,;:)]|and\b|to\b)", found.after
    ):
        return None
    return _like(written, said) + (found[2] or " ")


_MIDDLES = r"(?:\s[A-Z]\.)?"


def say_state(found: Found) -> str | None:
    """Stroudsburg, PA → Stroudsburg, Pennsylvania."""
    said = table("states").get(found[1])
    if said is None:
        return None
    return f", {said}" + (f", {figures.digits(found[2])}" if found[2] else "")


def say_state_abbreviation(found: Found) -> str:
    """St. Louis, Mo. → St. Louis, Missouri."""
    return f", {table('state_abbreviations')[found[1]]}{_stop(found)}"


def say_zip(found: Found) -> str:
    """FL 95051 → … nine five zero five one."""
    return f"{found[1]}{figures.digits(found[2])}"


# Roman numerals

_NUMBERED = (
    r"Chapter|CHAPTER|chapter|Article|ARTICLE|article|Part|PART|part|Book|BOOK|book|Volume|volume"
    r"|Vol\.|vol\.|Act|ACT|Scene|SCENE"
    r"|Section|SECTION|Title|Phase|phase|Type|type|Class|class|Category|Stage|stage|Level|Grade"
    r"|World War|WORLD WAR|WW|Super Bowl|Schedule|Appendix|APPENDIX|Annex|Figure|Table|Plate|Book"
    r"|Canto|Psalm|Sonnet|Symphony No\.|Mark|Mk\.?|Division|Tier|Pillar|Protocol|Group|Unit|Area"
    r"|Episode|EPISODE|Season|Rocky|Rambo|Final Fantasy|Apollo|Vatican|Session|Round|Step|Lesson"
    r"|Division|Cohort|Region|Zone|Saturn|Soyuz|Factor|Corps|Olympiad"
)
_REGNAL = (
    r"Henry|Elizabeth|Charles|Louis|George|Edward|William|James|Richard|Napoleon|Pius|Paul|Leo"
    r"|Benedict|Francis|Gregory|Innocent|Clement|Urban|Boniface|Sixtus|Philip|Felipe|Carl|Gustav"
    r"|Gustaf|Harald|Haakon|Olav|Carlos|Alfonso|Nicholas|Alexander|Catherine|Peter|Ivan|Frederick"
    r"|Friedrich|Wilhelm|Joseph|Leopold|Albert|Baudouin|Christian|Margrethe|Ramses|Ramesses|Rama"
    r"|Mohammed|Abdullah|Mary|Anne|Victoria|Robert|David|Malcolm|Constantine|Justinian|Theodosius"
    r"|Selim|Mehmed|Murad|Suleiman|Abdul Hamid|Ferdinand|Maximilian|Otto|Rudolf|Sigismund|Stephen"
    r"|Casimir|Ladislaus|Matthias|John|Juan|Umberto|Victor Emmanuel|Emmanuel|Pedro|Manuel|Rainier"
    r"|Darius|Xerxes|Cyrus|Artaxerxes|Ptolemy|Cleopatra|Tiberius|Thutmose|Amenhotep|Seti|Hussein"
    r"|Faisal|Farouk|Fuad|Hassan|Tupou|Kamehameha|Pomare|Mindaugas|Willem|Juliana|Celestine|Adrian"
    r"|Hadrian|Eugene|Nicholas|Julius|Alexius|Michael|Basil|Romanos|Theodore|Edmund|Canute"
)


def say_numbered(found: Found) -> str | None:
    """Chapter IV → Chapter four; World War II; Super Bowl LIX; Phase III."""
    number = figures.roman(found[2])
    if not number or (found[2] in "CDLM" and not found[1].isupper()):
        return None
    if len(found[2]) == 1 and re.match(r"[ .-][A-Z]\b|\.\w|['’](?:m|ve|d|ll)\b", found.after):
        return None
    if found[2] == "I" and re.match(r"\s(?:am|was|have|had|think|know|will|would|can|do|did|don|saw"
                                    r"|went|said|say|feel|want|need|like|love)\b", found.after):  # fmt: skip
        return None
    return f"{found[1]} {figures.cardinal(number, found)}"


def say_regnal(found: Found) -> str | None:
    """Elizabeth II's → Elizabeth the second's; King Charles III; not "Charles I think"."""
    number = figures.roman(found[2])
    if not number or number > 40:
        return None
    if found[2] in {"C", "D", "L", "M", "X"} and not re.search(
        r"\b(?:King|Queen|Pope|Emperor)\b", found.before + found[1]
    ):
        return None
    if found[2] == "I" and re.match(r"\s(?:am|have|had|think|know|will|would|can|do|did|saw|went"
                                    r"|said|say|feel|want|need|like|love|could|should|hope)\b|['’](?:m|ve|d|ll)\b", found.after):  # fmt: skip
        return None
    if len(found[2]) == 1 and re.match(r"[ .-][A-Z]\b|\.\w", found.after):
        return None
    return f"{found[1]} the {figures.ordinal(number, found)}"


def say_heir(found: Found) -> str | None:
    """Thurston Howell III → the third; Vatican II, Rocky IV → two, four."""
    number = figures.roman(found[2])
    if not number or number > 40:
        return None
    person = re.search(r"\b[A-Z][a-z]+\s(?:[A-Z]\.?\s)?$", found.before)
    if person and number in {2, 3, 4, 5}:
        return f"{found[1]} the {figures.ordinal(number, found)}"
    return f"{found[1]} {figures.cardinal(number, found)}"


def say_name(found: Found) -> str:
    """SARS-CoV-2 → SARS cove two: what the table of names holds."""
    return table("names")[found.text]


def say_bare_numeral(found: Found) -> str | None:
    """A heading that is only XIV. → fourteen."""
    number = figures.roman(found[1])
    return figures.cardinal(number, found) if number else None


_LANDS = (
    r"Korean?s?|Africans?|Africa|America|Carolina|Dakota|Sudan|Yorkshire|Ireland|Wales|London|Texas"
    r"|California|Virginia|Germany|Bank|Side|Sussex|Midlands|Coast|Asia|Europe|Sea|Pole|Ossetia|Macedonia"
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


def say_century(found: Found) -> str:
    """The XIX century → the nineteenth century."""
    return figures.ordinal(figures.roman(found[1]) or 1, found)


# Numbers that are names

_NAMED = re.compile(
    r"(?<!\w)(?:Boeing|Airbus|[Ff]light|[Rr]oom|[Rr]oute|[Hh]ighway|Interstate|Area|[Bb]us|[Cc]hannel"
    r"|BMW|Porsche|Peugeot|Ferrari|Nokia|Windows|Formula|[Ss]uite|[Aa]partment|[Uu]nit|[Gg]ate"
    r"|[Dd]ial|[Cc]all(?:ing|ed)?|[Cc]ode|[Ee]xtension|PIN|[Rr]esolution|Form|[Bb]ill|Title|H\.?\s?R\.?)[: ]\s?$"
)


def say_aircraft(found: Found) -> str:
    """777s, 737 MAX, 737-800 → seven thirty-seven eight hundred."""
    said = figures.code(found[1], found) + (f" {figures.code(found[2], found)}" if found[2] else "")
    return figures.plural(said) if found[3] else said


def say_named(found: Found) -> str | None:
    """A Boeing 737 → seven thirty-seven; Flight 447; call 211."""
    if not _NAMED.search(found.before):
        return None
    first, _, last = found.text.partition("-")
    if re.search(r"(?:[Cc]all(?:ing|ed)?|[Dd]ial|[Cc]ode|PIN)[: ]\s?$", found.before):
        return f"{figures.digits(first)} {figures.digits(last)}".rstrip()
    said = figures.pairs(first, found)
    return f"{said} {figures.code(last, found)}" if last else said


def _bare() -> str:
    """The abbreviations that are written without a full stop, as a pattern."""
    words = (word for word in table("abbreviations") if not word.endswith((".", "/")))
    return "|".join(sorted((re.escape(word) for word in words if word[0].isalpha()), reverse=True))


_NAME = r"(?=[A-Z][\w’'.-]|[A-Z]\b|(?:[dv]an|von|de|al|el)\b)"

PLACES: tuple[Rule, ...] = (
    Rule("name", rf"(?<![\w.])(?:{'|'.join(sorted(map(re.escape, table('names')), reverse=True))})(?![\w+#-])", say_name),
    Rule("aircraft", r"(?<![\w.,-])(7[0-8]7)(?:-([0-9]{3}))?(s\b|(?= MAX\b))", say_aircraft, "7"),
    Rule("aircraft", r"(?<![\w.,-])(7[0-8]7)-([0-9]{3})()(?!\w|-)", say_aircraft, "7"),
    Rule("number in a name", r"(?<=[: ])[0-9]{2,4}(?:-[0-9]{1,4})?(?![\w%]|[–.,:/]\d|\s?[°%])", say_named, DIGITS),
    Rule("street", r"(?<![\w.,$])([0-9]{1,5})\s((?:[NSEW]|NE|NW|SE|SW)\.?\s)?((?:[A-Z][a-z]+\s){1,3}|[0-9]{1,3}(?:st|nd|rd|th)\s)(St|Str|Ave|Av|Blvd|Rd|Dr|Ln|Ct|Pl|Sq|Hwy|Pkwy|st|hwy|ave|rd|dr|Street|Avenue|Road|Drive|Lane)\b\.?", say_numbered_street, DIGITS),
    Rule("street", r"\b((?:[A-Z][a-z’'-]+|[0-9]{1,3}(?:st|nd|rd|th))\s)(St|Str|Ave|Av|Blvd|Rd|Dr|Ln|Ct|Pl|Sq|Hwy|Pkwy|Gdns|st|hwy|ave|rd|dr)\b\.?", say_street),
    Rule("state", r"(?<=[a-z]), ([A-Z]{2})(,? [0-9]{5}(?:-[0-9]{4})?)?(?=$|[.,;:)\"”]|\s[a-z])", say_state, ","),
    Rule("state", rf"(?<=[a-z]), ({'|'.join(table('state_abbreviations'))})\.(?!\w)", say_state_abbreviation, ","),
    Rule("post code", r"((?:\b[A-Z]{2}|\b[A-Z][a-z]+),?\s)([0-9]{5})(?:-[0-9]{4})?(?![\w,]|\.\d)(?!\s[a-z])", say_zip, DIGITS),
)  # fmt: skip
"""Addresses: before quantities, since 512 W is no power and 1st St no weight."""

RULES: tuple[Rule, ...] = (
    Rule("Roman numeral", r"^([IVXLC]{2,9})(?=\.?$)", say_bare_numeral, "IVXLC"),
    Rule("compass", r"(?<=[a-z)] )(N|S|E|W|NE|NW|SE|SW|NNE|NNW|SSE|SSW|ENE|ESE|WNW|WSW)(?= of\b)", say_compass, "NESW"),
    Rule("compass", r"\b(NE|NW|SE|SW)(?= (?:[A-Z][a-z]+))", say_compass, "NESW"),
    Rule("compass", rf"\b([NSEW])\.?(?= (?:{_LANDS})\b)", say_compass, "NESW"),
    Rule("century", r"\b([XVI]{1,5})(?:th)?(?= [Cc]entur)", say_century, "XVI"),
    Rule("Roman numeral", rf"\b({_NUMBERED})\s([IVXLCDM]{{1,9}})\b", say_numbered, "IVXLCDM"),
    Rule("Roman numeral", rf"\b((?:{_REGNAL})(?:\s(?:Paul|Gustaf|Carlos|Adolf|Emmanuel|William|Joseph|Ferdinand|Simeon))?)\s([IVXL]{{1,6}})\b", say_regnal, "IVXL"),
    Rule("Roman numeral", r"\b((?:King|Queen|Pope|Emperor|Tsar|Czar|Prince|Sultan|Shah|Patriarch)\s[A-Z][a-z]+)\s([IVXL]{1,6})\b", say_regnal, "IVXL"),
    Rule("Roman numeral", r"\b([A-Z][a-z]{2,})\s([IVX]{2,6})\b", say_heir, "IVX"),
    Rule("title", rf"(?<![\w.])([A-Z][a-z]{{1,5}}|dr|prof|st|mt|gen|sen|rep|gov|lt|capt|col|rev)\b(?:\.?(?=\s{_NAME})|\.(?=[A-Z][a-z]))", say_title),
    Rule("title", r"(?<![\w.])(Mr|Mrs|Ms|Messrs|Mr|Prof|Lt|Capt|Sgt|Maj|Gov|Sen)\b\.(?!\w)", say_bare_title, "MPLCSG"),
    Rule("title", r"(?<![\w.])(Mr|Mrs|Ms|Messrs|mr|mrs)\b(?!\.\w)", say_bare_title, "Mm"),
    Rule("versus", r"(?<=[\w’”)])\sv\.?\s(?=[A-Z“])", say_versus, "v"),
    Rule("abbreviation", r"(?<![\w.])(?:Ph\.D|e\.g|i\.e|E\.g|I\.e|a\.k\.a|A\.K\.A|p\.a)\.?(?![\w])|(?<![\w.])(?:N\.[CHJMY]|S\.C)\.(?!\w)|&c\.|(?<!\w)w/(?:o\b)?(?=\s)|\bb/c\b|\bet al\b\.?", say_abbreviation, "./&aA"),
    Rule("abbreviation", r"(?<![\w.’'/])[A-Za-z][a-z]{1,6}(?:['’][tl])?\.(?![\w])", say_abbreviation, "."),
    Rule("abbreviation", rf"(?<![\w.’'/-])(?:{_bare()})(?![\w’'-]|\.\w)", say_abbreviation),
    Rule("before a number", r"(?<![\w.])([A-Za-z]{1,5}\.?|№)(\s?)(?=[#$£€~]?[0-9]|[IVXLC]+\b)", say_before_number),
)  # fmt: skip
"""Names, titles and abbreviations."""


def abbreviations() -> frozenset[str]:
    """Words whose full stop ends no sentence, with the stop; small and capital."""
    words = set()
    for name in ("titles", "streets", "abbreviations", "before_numbers"):
        words |= {word if word.endswith(".") else f"{word}." for word in table(name)}
    words |= {word[:1].upper() + word[1:] for word in words}
    not_these = {"No.", "no.", "NO.", "MB.", "d.", "b.", "r.", "No..", "asap.", "w/.", "w/o.", "№."}
    return frozenset(word for word in words if word[0].isalpha()) - not_these | {"No."}
