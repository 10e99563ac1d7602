"""Numbers that name something: a Boeing 737, Room 101, No. 10, p. 26, s. 5 of the act."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.lists import kept_stop, like, table
from podcast.spoken.rules import DIGITS, Found, Rule

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


_RANKED = r"(?:seed|pick|ranked|ranking|spot|jersey|shirt|single|album|hit|song|slot|court)\b"


def _is_number_word(written: str, found: Found) -> bool:
    """Whether No is number: the world No 1, No 10 said; not "No 10 people came"."""
    if re.search(r"(?<![\w.,])[0-9]{1,3} $", found.before):
        return True  # 10 No 3 buses
    if written == "no":
        return _THING.search(found.before) is not None
    if re.match(rf"\s?[0-9]+\s?(?:$|[.,;:)&]|and\b|to\b|{_RANKED})", found.after):
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


_MEASURED = re.compile(r"[0-9]+(?:[.:][0-9]|[a-z]{2}|-[a-z]{3}|[%°])")
_YEAR = re.compile(r"[0-9]{3,4}(?!\w|[.,]\d)|[XVI]")


def say_before_number(found: Found) -> str | None:
    """No. 10, Fig. 3, vol 59, p. 26, c. 1850: words that stand before a number."""
    written = found[1]
    said = table("before_numbers").get(written)
    if said is None:
        return None
    if written in {"b.", "d.", "r.", "fl."} and not re.match(
        r"(?:c\. ?)?[0-9]{3,4}(?![\w.,])|[0-9]{1,2} [A-Z][a-z]{2,8}\b", found.after
    ):
        return None  # r. 3.1 is a rule
    if written in {"No.", "no."} and re.match(r"I\s[a-z]", found.after):
        return None  # No. I won't.
    if written in {"No", "no", "NO"} and not found.after[:1].isdecimal():
        return None  # NO I DO NOT
    if written in {"No", "no", "NO"} and _MEASURED.match(found.after):
        return None  # No 3.5mm jack
    if written in {"c.", "ca.", "Ca."} and not _YEAR.match(found.after):
        said = "about"
    if written in {"No", "no"} and not _is_number_word(written, found):
        return None
    return like(written, said) + (found[2] or " ")


def say_lettered(found: Found) -> str:
    """Fig. A → Figure A; Apt. B, App. C: the same words before a letter."""
    return like(found[1], table("before_numbers")[found[1]]) + " "


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
    if found[1] in {"c", "ca"} and (not dated or "," in found[2]):
        said = "about"
    return f"{like(found[1], said)} {say(found[2], found)}{last}"


def say_page(found: Found) -> str:
    """See p14, pp20–21 → page fourteen, pages twenty to twenty-one; the gene p53 stays."""
    last = f" to {figures.count(found[2], found)}" if found[2] else ""
    name = "pages" if found.text.startswith("pp") else "page"
    return f"{name} {figures.count(found[1], found)}{last}"


def say_section_of(found: Found) -> str:
    """s. 5 of the Act → section five; ss. 3 and 4 of."""
    return "sections " if found[1] == "ss" else "section "


_NAMED = re.compile(
    r"(?<!\w)(?:Boeing|Airbus|[Ff]light(?: [A-Z][A-Z0-9])?|[Rr]oom|[Rr]oute|[Hh]ighway|Interstate|Area|[Bb]us|[Cc]hannel"
    r"|Fahrenheit|Xbox|Office|Microsoft|Cessna|Air [A-Z][a-z]+|Airlines|Airways|Learjet|Gulfstream|BMW|Porsche|Peugeot|Ferrari|Nokia|Windows|Formula|[Ss]uite|[Aa]partment|[Uu]nit|[Gg]ate"
    r"|[Cc]ode|[Ee]xtension|PIN|RTX|GTX|[Ee]rror|[Pp]ort|HTTP|P\.?O\.? Box|Rm\.?|[Rr]esolution|[Rr]es\.|(?:[Dd]ial|[Cc]all|[Rr]ing|[Tt]ext|[Pp]hone)(?:l?ing|l?ed)?(?: or (?:text|call)| [A-Z]{2,12}(?: to)?| (?:[A-Z]{2,5} )?[0-9]{2,6} or)?|Form|[Bb]ill|Title|H\.?\s?R\.?)[: ]\s?$"
)


def say_aircraft(found: Found) -> str:
    """777s, 737 MAX, 737-800 → seven thirty-seven eight hundred."""
    said = figures.code(found[1], found) + (f" {figures.code(found[2], found)}" if found[2] else "")
    return figures.plural(said) if found[3] else said


def say_circa(found: Found) -> str:
    """c85% of them, c£2m → about; c1650 → circa."""
    return f"circa {figures.year(int(found[1]), found)}" if found[1] else "about "


def say_emergency(found: Found) -> str:
    """The 911 call → nine one one."""
    return figures.digits(found.text)


_CALLED = re.compile(
    r"(?:[Dd]ial|[Cc]all|[Rr]ing|[Tt]ext|[Pp]hone)(?:l?ing|l?ed)?"
    r"(?: or \w+| [A-Z]{2,12}(?: to)?| (?:[A-Z]{2,5} )?[0-9]{2,6} or)? $"
)


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
    if len(first) > 4 and not _CALLED.search(found.before):
        return None
    if _CALLED.search(found.before):
        # She called 120 witnesses.
        counted = re.match(
            r"\s(?:(?!(?:about|for|or|if|to|when|with|at|on|and|in|from)\b)[a-z]+\s)?(?:[a-z]{3,}s|people|men|women)\b",
            found.after,
        )
        return (
            None
            if counted or len(first) < 3
            else f"{figures.digits(first)} {figures.digits(last)}".rstrip()
        )
    if re.search(r"(?:[Cc]ode|PIN)[: ]\s?$", found.before):
        return f"{figures.digits(first)} {figures.digits(last)}".rstrip()
    said = figures.pairs(first, found)
    return f"{said} {figures.code(last, found)}" if last else said


NUMBERED: tuple[Rule, ...] = (
    Rule("number in a name", r"(?<![\w.,$£€-])[45][0-9]{2}(?= (?:error|page|Not Found|response))", lambda found: figures.code(found.text, found), DIGITS),
    Rule("number in a name", r"(?<=\bUS )[1-9][0-9]{2}(?=$|[.,;)]| (?:north|south|east|west|to|near|at|in|and)\b)", lambda found: figures.code(found.text, found), DIGITS),
    Rule("number in a name", r"(?<=NHS )111\b", lambda found: figures.digits(found.text), "N"),
    Rule("aircraft", r"(?<![\w.,-])(7[0-8]7)(?:-([0-9]{3}))?(s\b|(?= (?:MAX|jumbo|jet|plane|freighter|airliner|aircraft|crash)))", say_aircraft, "7"),
    Rule("aircraft", r"(?<![\w.,-])(7[0-8]7)-([0-9]{3}|10|[789])()(?!\w|-)", say_aircraft, "7"),
    Rule("number in a name", r"(?<![\w.,$£€-])(?:911|999|988|112)(?=[ -](?:call|caller|operator|dispatcher|handler|hotline|lifeline)s?\b)", say_emergency, DIGITS),
    Rule("number in a name", r"(?<=[a-z] )101(?=$|[.,;:!?”\"’)])", say_primer, DIGITS),
    Rule("aircraft", r"(?<![\w.,-])(7[0-8]7)(?:-([0-9]{1,2}))?(X|F|ER|LR)\b", say_variant, "7"),
    Rule("number in a name", r"(?<=[: ])[0-9]{2,6}(?:-[0-9]{1,4})?(?![\w%]|[–.,:/]\d|\s?[°%])", say_named, DIGITS),
)  # fmt: skip
"""Names with a number: before quantities."""


WORDS: tuple[Rule, ...] = (
    Rule("before a number", r"(?<![\w.])([Nn])o\.(?= of\b)", lambda found: f"{found[1]}umber", "."),
    Rule("century", r"(?<=[0-9](?:st|nd|rd|th)\s)c(?:ent)?\.(?=\s|$|,)", lambda found: "century", DIGITS),
    Rule("before a number", r"(?<![\w.])(pp?|s|[Nn]os?|[Ff]igs?|[Cc]h|[Vv]ol|ca?|[bd]|[Aa]rt|[Ss]ec|[Oo]p|cl|para)\.([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4})(?:[-–]([0-9]{1,4}))?(?![\w]|[.,][0-9])", say_glued_number, DIGITS),
    Rule("edition", r"(?<=[0-9](?:st|nd|rd|th)\s)edn?\s?\.(?!\w)", lambda found: "edition" + kept_stop(found), DIGITS),
    Rule("page", r"\b(?:(?<=[Ss]ee )p|(?<=to )p|(?<=on )p|pp)([0-9]{1,4})(?:[-–]([0-9]{1,4}))?(?!\w)", say_page, DIGITS),
    Rule("before a letter", r"\b([Rr])ef\.(?= [A-Z]{1,4}[-/]?[0-9])", lambda found: f"{found[1]}eference", DIGITS),
    Rule("before a letter", r"(?<![\w.])((?:Exh|App|Fig|Apt|Bldg|Ste|Rm|Sec|Vol|Ch|Eq|Sch)\.)\s(?=[A-Z]\b(?!\.))", say_lettered, "."),
    Rule("before a number", r"(?<![\w.])c(?=[£$€][0-9]|[0-9]{1,3}(?:,[0-9]{3})*(?:%|m\b|bn\b| million))|(?<![\w.])c(1[0-9]{3})\b", say_circa, DIGITS),
    Rule("before a number", r"(?<![\w.])(ss?)\.?\s?(?=[0-9]{1,4}[A-Z]?(?:\([0-9a-z]{1,3}\)){0,3}(?:(?: and |[-–])[0-9]{1,4}[A-Z]?)? of\b|[0-9]{1,4}[A-Z]?\([0-9a-z]{1,3}\))", say_section_of, DIGITS),
    Rule("before a number", r"(?<![\w.])([A-Za-z]{1,5}\.?|№)(\s?)(?=[#$£€~]?[0-9]|[IVXLC]+\b)", say_before_number, f"{DIGITS}IVXLC"),
)  # fmt: skip
"""Words before a number: after titles and abbreviations."""
