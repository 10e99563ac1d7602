"""Titles, abbreviations, names said in a way of their own, numbers that name something."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.lists import ENDS, kept_stop, table
from podcast.spoken.en.places import is_street
from podcast.spoken.rules import DIGITS, Found, Rule


def _like(written: str, said: str) -> str:
    """Said with a capital where the written form has one: E.g. → For example."""
    if written[:1].isupper() and not written.isupper():
        return said[:1].upper() + said[1:]
    return said


def say_title(found: Found) -> str | None:
    """Dr. Müller → Doctor Müller; Lt. Col. Ramos; Sen. Warren; St. Petersburg → Saint."""
    written = found[1]
    if written in {"St", "st"} and is_street(found):
        return None
    if _IS_NO_TITLE.search(f"{found.before[-8:]}|{found.text}{found.after[:6]}"):
        return None
    said = table("titles").get(written[:1].upper() + written[1:])
    if said is None:
        return None
    if written == "Hon" and figures.american(found):
        said = "Honorable"
    return said if found.after.startswith(" ") else f"{said} "


_IS_NO_TITLE = re.compile(r"\|Gen [XYZ]\b|\|Gen (?:Alpha|Zers)|(?<!Rt )(?<!the )\|Hon ")
"""Gen Z; Hon Hai, unless it's the Rt Hon Ann Lee."""


def say_shouted_title(found: Found) -> str:
    """MR. SMITH → Mister; ST. LOUIS → Saint."""
    return f"{table('titles')[found[1].capitalize()]} "


def say_heir(found: Found) -> str | None:
    """Robert Downey Jr → Junior; John Smith Sr. died → Senior; not Sr. Maria."""
    if not re.search(r"[A-Z][\w’'-]+$", found.before):
        return None
    if found[2].startswith("S") and re.match(r"\s[A-Z][a-z]", found.after):
        return None
    said = "Senior" if found[2].startswith("S") else "Junior"
    return f"{found[1]}{said}{kept_stop(found)}"


def say_bare_title(found: Found) -> str | None:
    """Mr and Mrs Lee; dr Fauver, without a name or a stop but nothing else that it could be."""
    said = table("titles").get(found[1][:1].upper() + found[1][1:])
    return f"{said}{kept_stop(found)}" if said else None


def say_abbreviation(found: Found) -> str | None:
    """Approx. 5, etc., w/o, govt: what the table of abbreviations holds."""
    known = table("abbreviations")
    written = found.text
    said = known.get(written) or known.get(written.lower())
    if said is None and written.endswith("."):
        said = known.get(written[:-1])
        if said is not None:
            return f"{_like(written, said)}{kept_stop(found) or ('.' if ENDS.match(found.after) else '')}"
    if said is None or (written == "Co." and not found.after.strip()):
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
    return f"{_like(written, said)}{kept_stop(found, always=always)}"


_ONLY_BEFORE = {"Mar.", "Va."}


_BEFORE_NAMES = {"e.g", "eg", "i.e", "vs", "cf", "viz", "approx", "dept", "univ", "aka", "a.k.a",
                 "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
                 "dec", "bros", "asst", "assoc", "dist", "inst", "est", "esp", "incl", "max", "min",
                 "et al", "corp", "co", "inc", "ltd", "jr", "govt", "n.y", "n.j", "n.c"}  # fmt: skip


def say_weekend(found: Found) -> str:
    """Fri., Sat. and Sun. → … Saturday and Sunday; not what sat."""
    day = "Saturday" if found.text.startswith("Sat") else "Sunday"
    return day + kept_stop(found)


def say_versus(found: Found) -> str:
    """Roe v. Wade → Roe versus Wade."""
    return " versus "


_NUMBER_ONE = re.compile(
    r"\b(?:the|a|world|at|as|was|is|his|her|their|my|our|from|of|to|in|new|its|current|former|top)\s$"
    r"|[’']s\s$|[A-Za-z][a-z,’']+\s$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:song|symphony|concerto|sonata|quartet|opus|issue|item|lot|house|flat|bus|route|track|world"
    r"|seed|exhibit|engine|pit|platform|shop|unit|room|table|chapter|volume|law|decree|order|act)\s$",
    re.IGNORECASE,
)


def _is_number_word(written: str, found: Found) -> bool:
    """Whether No is number: the world No 1, No 10 said; not "No 10 people came"."""
    if written == "no":
        return _THING.search(found.before) is not None
    if re.match(r"\s?[0-9]+\s?(?:$|[.,;:)]|and\b|to\b)", found.after):
        return True
    if re.search(
        r"\b(?:sa(?:id|ys?)|answer(?:s|ed)?|vot(?:es?|ed)|shout(?:s|ed)?) $", found.before
    ):
        return False
    if written == "No" and _NUMBER_ONE.search(found.before):
        return True
    if _THING.search(found.before):
        return True
    return (
        re.match(
            r"10\s(?:is|was|will|would|insists|declined|confirmed|announced|source|said|says|has|had|staff|official|source|spokes|insist)",
            found.after,
        )
        is not None
    )


def say_before_number(found: Found) -> str | None:
    """No. 10, Fig. 3, vol 59, p. 26, c. 1850: words that stand before a number."""
    written = found[1]
    said = table("before_numbers").get(written)
    if said is None:
        return None
    if written in {"b.", "d.", "r.", "fl."} and not re.match(
        r"(?:c\. ?)?[0-9]{3,4}(?![\w.,])", found.after
    ):
        return None  # r. 3.1 is a rule
    if written in {"No.", "no."} and re.match(r"I\s[a-z]", found.after):
        return None  # No. I won't.
    if written in {"No", "no", "NO"} and not found.after[:1].isdecimal():
        return None  # NO I DO NOT
    if written in {"No", "no"} and not _is_number_word(written, found):
        return None
    return _like(written, said) + (found[2] or " ")


def say_lettered(found: Found) -> str:
    """Fig. A → Figure A; Apt. B, App. C: the same words before a letter."""
    return _like(found[1], table("before_numbers")[found[1]]) + " "


def say_glued_number(found: Found) -> str:
    """p.26, No.5, c.1300, b.1946, pp.10–12 → page twenty-six …"""
    words = table("before_numbers")
    said = (
        "section"
        if found[1] == "s"
        else words.get(f"{found[1]}.") or words.get(f"{found[1].lower()}.", found[1])
    )
    dated = found[1] in {"c", "ca", "b", "d"} and len(found[2]) > 2
    say = figures.short_year if dated and len(found[2]) == 4 else figures.count
    last = f" to {say(found[3], found)}" if found[3] else ""
    return f"{_like(found[1], said)} {say(found[2], found)}{last}"


def say_page(found: Found) -> str:
    """See p14, pp20–21 → page fourteen, pages twenty to twenty-one; the gene p53 stays."""
    last = f" to {figures.count(found[2], found)}" if found[2] else ""
    name = "pages" if found.text.startswith("pp") else "page"
    return f"{name} {figures.count(found[1], found)}{last}"


def say_section_of(found: Found) -> str:
    """s. 5 of the Act → section five; ss. 3 and 4 of."""
    return "sections " if found[1] == "ss" else "section "


def say_name(found: Found) -> str:
    """SARS-CoV-2 → SARS cove two: what the table of names holds."""
    return table("names")[found.text]


_NAMED = re.compile(
    r"(?<!\w)(?:Boeing|Airbus|[Ff]light|[Rr]oom|[Rr]oute|[Hh]ighway|Interstate|Area|[Bb]us|[Cc]hannel"
    r"|Fahrenheit|Xbox|Office|Microsoft|Cessna|Air [A-Z][a-z]+|Airlines|Airways|Learjet|Gulfstream|BMW|Porsche|Peugeot|Ferrari|Nokia|Windows|Formula|[Ss]uite|[Aa]partment|[Uu]nit|[Gg]ate"
    r"|[Cc]ode|[Ee]xtension|PIN|[Rr]esolution|[Rr]es\.|(?:[Dd]ial|[Cc]all|[Rr]ing|[Tt]ext|[Pp]hone)(?:l?ing|l?ed)?(?: or (?:text|call))?|Form|[Bb]ill|Title|H\.?\s?R\.?)[: ]\s?$"
)


def say_aircraft(found: Found) -> str:
    """777s, 737 MAX, 737-800 → seven thirty-seven eight hundred."""
    said = figures.code(found[1], found) + (f" {figures.code(found[2], found)}" if found[2] else "")
    return figures.plural(said) if found[3] else said


def say_circa(found: Found) -> str:
    """c85% of them, c£2m, c1650 → about."""
    return "about "


def say_emergency(found: Found) -> str:
    """The 911 call → nine one one."""
    return figures.digits(found.text)


_CALLED = re.compile(r"(?:[Dd]ial|[Cc]all|[Rr]ing|[Tt]ext|[Pp]hone)(?:l?ing|l?ed)?(?: or \w+)? $")


def say_primer(found: Found) -> str | None:
    """Politics 101 → one oh one, after a capital; not "scored 101"."""
    return (
        figures.code("101", found)
        if re.search(r"(?<=[^.!?] )[A-Z][a-z]+ $|^[A-Z][a-z]+ $", found.before)
        else None
    )


def say_variant(found: Found) -> str:
    """777X, 787-10ER → seven seventy-seven X."""
    series = f" {figures.count(found[2], found)}" if found[2] else ""
    return f"{figures.code(found[1], found)}{series} {figures.spell_letters(found[3])}"


def say_named(found: Found) -> str | None:
    """A Boeing 737 → seven thirty-seven; Flight 447; call 211."""
    if not _NAMED.search(found.before):
        return None
    first, _, last = found.text.partition("-")
    if _CALLED.search(found.before):
        # She called 120 witnesses.
        counted = re.match(r"\s(?:[a-z]+\s)?(?:[a-z]{3,}s|people|men|women)\b", found.after)
        return (
            None
            if counted or len(first) < 3
            else f"{figures.digits(first)} {figures.digits(last)}".rstrip()
        )
    if re.search(r"(?:[Cc]ode|PIN)[: ]\s?$", found.before):
        return f"{figures.digits(first)} {figures.digits(last)}".rstrip()
    said = figures.pairs(first, found)
    return f"{said} {figures.code(last, found)}" if last else said


def _bare() -> str:
    """The abbreviations that are written without a full stop, as a pattern."""
    words = (word for word in table("abbreviations") if not word.endswith((".", "/")))
    return "|".join(sorted((re.escape(word) for word in words if word[0].isalpha()), reverse=True))


_COUNTIES = (
    "Antrim|Armagh|Carlow|Cavan|Clare|Cork|Derry|Donegal|Down|Dublin|Durham|Fermanagh|Galway|Kerry"
    "|Kildare|Kilkenny|Laois|Leitrim|Limerick|Londonderry|Longford|Louth|Mayo|Meath|Monaghan|Offaly"
    "|Roscommon|Sligo|Tipperary|Tyrone|Waterford|Westmeath|Wexford|Wicklow"
)
"""The counties that are written Co. Durham."""


_NAME = r"(?=[A-Z][\w’'.-]|[A-Z]\b|(?:[dv]an|von|de|al|el)\b)"


NUMBERED: tuple[Rule, ...] = (
    Rule("name", rf"(?<![\w.])(?:{'|'.join(sorted(map(re.escape, table('names')), reverse=True))})(?![\w+#-])", say_name),
    Rule("aircraft", r"(?<![\w.,-])(7[0-8]7)(?:-([0-9]{3}))?(s\b|(?= (?:MAX|jumbo|jet|plane|freighter|airliner|aircraft|crash)))", say_aircraft, "7"),
    Rule("aircraft", r"(?<![\w.,-])(7[0-8]7)-([0-9]{3}|10|[789])()(?!\w|-)", say_aircraft, "7"),
    Rule("number in a name", r"(?<![\w.,$£€-])(?:911|999|988|112)(?=[ -](?:call|caller|operator|dispatcher|handler|hotline|lifeline)s?\b)", say_emergency, DIGITS),
    Rule("number in a name", r"(?<=[a-z] )101(?=$|[.,;:!?”\"’)])", say_primer, DIGITS),
    Rule("aircraft", r"(?<![\w.,-])(7[0-8]7)(?:-([0-9]{1,2}))?(X|F|ER|LR)\b", say_variant, "7"),
    Rule("number in a name", r"(?<=[: ])[0-9]{2,4}(?:-[0-9]{1,4})?(?![\w%]|[–.,:/]\d|\s?[°%])", say_named, DIGITS),
)  # fmt: skip
"""Names with a number: before quantities."""


RULES: tuple[Rule, ...] = (
    Rule("title", rf"(?<![\w.])([A-Z][a-z]{{1,5}}|dr|prof|st|mt|gen|sen|rep|gov|lt|capt|col|rev)\b(?:\.?(?=\s{_NAME})|\.(?=[A-Z][a-z]))", say_title),
    Rule("abbreviation", r"\bJr\.?(?= (?:[Hh]igh|[Cc]ollege|[Vv]arsity|[Mm]inister)\b)", lambda found: "Junior", "J"),
    Rule("title", r"\b(MR|MRS|MS|DR|PROF|SEN|REP|GOV|GEN|SGT|LT|CAPT|COL|ST|MT)\.\s(?=[A-Z]{2})", say_shouted_title, "."),
    Rule("heir", r"(,?\s)(Jr|Sr|Jnr|Snr)\b\.?", say_heir, "JS"),
    Rule("county", rf"\bCo\.? (?=(?:{_COUNTIES})\b)", lambda found: "County ", "C"),
    Rule("title", r"(?<![\w.])(Mr|Mrs|Ms|Messrs|Mr|Prof|Lt|Capt|Cpt|Sgt|Cpl|Pvt|Maj|Gov|Sen)\b\.(?!\w)", say_bare_title, "MPLCSG"),
    Rule("title", r"(?<![\w.&])(Mr|Mrs|Ms|Messrs|mr|mrs)\b(?!\.\w)", say_bare_title, "Mm"),
    Rule("versus", r"(?<=[\w’”)])\sv\.?\s(?=[A-Z“])", say_versus, "v"),
    Rule("abbreviation", r"(?<![\w.])(?:Ph\.D|e\.g|i\.e|E\.g|I\.e|a\.k\.a|A\.K\.A|p\.a)\.?(?![\w])|(?<![\w.])(?:N\.[CHJMY]|S\.C)\.(?!\w)|&c\.|(?<!\w)(?:w/(?:o\b)?|c/o)(?=\s)|\b[Aa]ttn:|\bb/c\b|\bet al\b\.?", say_abbreviation, "./&aA"),
    Rule("abbreviation", r"(?<![\w.’'/])[A-Za-z][a-z]{1,6}(?:['’][tl])?\.(?![\w])", say_abbreviation, "."),
    Rule("abbreviation", rf"(?<![\w.’'/-])(?:{_bare()})(?![\w’'-]|\.\w)", say_abbreviation),
    Rule("abbreviation", r"\b(Sat|Sun)\.(?=,|\s(?:and|&|at|[0-9]))|(?<=\b[Oo]n )(Sat|Sun)\.(?!\w)|\b(Sat|Sun)\.(?=\s[a-z])", say_weekend, "S"),
    Rule("abbreviation", r"(?<=\b[IiBb][ny] )Mar\.(?!\w)", lambda found: "March" + kept_stop(found), "M"),
    Rule("before a number", r"(?<![\w.])([Nn])o\.(?= of\b)", lambda found: f"{found[1]}umber", "."),
    Rule("century", r"(?<=[0-9](?:st|nd|rd|th)\s)c(?:ent)?\.(?=\s|$|,)", lambda found: "century", "c"),
    Rule("before a number", r"(?<![\w.])(pp?|s|[Nn]os?|[Ff]igs?|[Cc]h|[Vv]ol|ca?|[bd]|[Aa]rt|[Ss]ec|[Oo]p|cl|para)\.([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4})(?:[-–]([0-9]{1,4}))?(?![\w]|[.,][0-9])", say_glued_number, "."),
    Rule("edition", r"(?<=[0-9](?:st|nd|rd|th)\s)edn?\s?\.(?!\w)", lambda found: "edition" + kept_stop(found), "."),
    Rule("page", r"\b(?:(?<=[Ss]ee )p|(?<=to )p|(?<=on )p|pp)([0-9]{1,4})(?:[-–]([0-9]{1,4}))?(?!\w)", say_page, "p"),
    Rule("before a letter", r"(?<![\w.])((?:Exh|App|Fig|Apt|Bldg|Ste|Rm|Sec|Vol|Ch|Eq|Sch)\.)\s(?=[A-Z]\b(?!\.))", say_lettered, "."),
    Rule("before a number", r"(?<![\w.])c(?=[£$€][0-9]|[0-9]{1,3}(?:,[0-9]{3})*(?:%|m\b|bn\b| million)|1[0-9]{3}\b)", say_circa, "c"),
    Rule("before a number", r"(?<![\w.])(ss?)\.?\s?(?=[0-9]{1,4}[A-Z]?(?:\([0-9a-z]{1,3}\)){0,3}(?: and [0-9]{1,4})? of\b|[0-9]{1,4}[A-Z]?\([0-9a-z]{1,3}\))", say_section_of, "s"),
    Rule("before a number", r"(?<![\w.])([A-Za-z]{1,5}\.?|№)(\s?)(?=[#$£€~]?[0-9]|[IVXLC]+\b)", say_before_number),
)  # fmt: skip
"""Titles and abbreviations."""


def abbreviations() -> frozenset[str]:
    """Words whose full stop ends no sentence, with the stop; small and capital."""
    words = set()
    for name in ("titles", "streets", "abbreviations", "before_numbers"):
        words |= {word if word.endswith(".") else f"{word}." for word in table(name)}
    words |= {word[:1].upper() + word[1:] for word in words}
    not_these = {"No.", "no.", "NO.", "MB.", "d.", "b.", "r.", "No..", "asap.", "w/.", "w/o.", "№."}
    return frozenset(word for word in words if word[0].isalpha()) - not_these | {"No."}
