"""Titles, abbreviations, names said in a way of their own."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.lists import ENDS, kept_stop, like, table
from podcast.spoken.en.places import is_street
from podcast.spoken.rules import DIGITS, Found, Rule


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
    written = found[1] or found.text.rstrip(".")
    said = table("titles").get(written[:1].upper() + written[1:])
    return f"{said}{kept_stop(found)}" if said else None


def say_abbreviation(found: Found) -> str | None:
    """Approx. 5, etc., w/o, govt: what the table of abbreviations holds."""
    known = table("abbreviations")
    written = found.text
    said = known.get(written) or known.get(written.lower())
    if said is None and written.endswith("."):
        said = known.get(written[:-1])
        if said is not None:
            return f"{like(written, said)}{kept_stop(found) or ('.' if ENDS.match(found.after) else '')}"
    if said is None or (written == "Co." and not found.after.strip()):
        return None
    if written == "Bldg." and re.match(r"\s[A-Z](?![\w.'’])", found.after):
        return None  # Bldg. C
    if written in _ONLY_BEFORE and not re.match(r"\s?[\w&(]", found.after):
        return None
    if (
        written.lower()
        in {
            "co.",
            "inc.",
            "corp.",
            "ltd.",
            "bros.",
            "jr.",
            "ltd",
            "inc",
        }
        and found.before
        and not re.search(r"[\w&),]\s$", found.before)
    ):
        return None
    always = written.lower().strip(".") not in _BEFORE_NAMES
    return f"{like(written, said)}{kept_stop(found, always=always)}"


def say_signed(found: Found) -> str | None:
    """e.g., w/o, et al.: abbreviations with a sign inside."""
    return None if figures.glued(found) else say_abbreviation(found)


_ONLY_BEFORE = {"Mar.", "Va."}


_BEFORE_NAMES = {"ret", "e.g", "eg", "i.e", "vs", "cf", "viz", "approx", "dept", "univ", "aka", "a.k.a",
                 "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
                 "dec", "bros", "asst", "assoc", "dist", "inst", "est", "esp", "incl", "max", "min",
                 "et al", "corp", "co", "inc", "ltd", "jr", "govt", "n.y", "n.j", "n.c"}  # fmt: skip


def say_by_neighbours(found: Found) -> str | None:
    """The 2nd est. → estimate; est. 40 staff → estimated; Nas ft. Lee → featuring."""
    if found.before[-1:].isalnum():
        return None
    if found.text[0] == "f":
        artist = re.search(r"(?:^|[A-Z][\w’'&]*|[)”’\"(])\s?$", found.before)
        return "featuring" if artist and re.match(r"\s[A-Z]", found.after) else None
    if re.search(r"[0-9](?:st|nd|rd)\s$", found.before):
        return "estimate" + kept_stop(found)
    if re.search(r"[0-9][0-9.,]*\s?(?:%|[a-z]{1,3})?\s\(?$", found.before):
        return "estimated" + kept_stop(found)
    counted = re.match(
        r"\s[$£€]?[0-9](?!(?<=1)[0-9]{3}(?!\w|,[0-9])|(?<=2)0[0-9]{2}(?!\w|,[0-9]))", found.after
    )
    return f"{found.text[0]}stimated" if counted else None


def say_weekend(found: Found) -> str:
    """Fri., Sat. and Sun. → … Saturday and Sunday; not what sat."""
    day = "Saturday" if found.text.startswith("Sat") else "Sunday"
    return day + kept_stop(found)


def say_versus(found: Found) -> str:
    """Roe v. Wade → Roe versus Wade."""
    return " versus "


def say_name(found: Found) -> str | None:
    """SARS-CoV-2 → SARS cove two: what the table of names holds."""
    return None if re.match(r"[\w.]", found.before[-1:]) else table("names")[found.text]


def say_bare_abbreviation(found: Found) -> str | None:
    """Ltd, mins: abbreviations without a full stop."""
    return None if re.match(r"[\w.’'/-]", found.before[-1:]) else say_abbreviation(found)


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


_SIGNED = "|".join((
    *(rf"{word}\.?(?!\w)" for word in (r"Ph\.D", r"e\.g", r"i\.e", r"E\.g", r"I\.e", r"a\.k\.a", r"A\.K\.A", r"p\.a")),
    r"N\.[CHJMY]\.(?!\w)", r"S\.C\.(?!\w)", r"&c\.", r"w/(?:o\b)?(?=\s)", r"c/o(?=\s)", "Attn:", "attn:", r"b/c\b", r"et al\b\.?",
))  # fmt: skip
"""Each begins with a letter of its own: so most places needn't be tried."""


_NAME = r"(?=[A-Z][\w’'.-]|[A-Z]\b|(?:[dv]an|von|de|al|el)\b|(?:and|&)\s(?:Mrs|Mr|Ms|Dr|Prof)\b)"


NAMED: tuple[Rule, ...] = (
    Rule("name", rf"(?:{'|'.join(sorted(map(re.escape, table('names')), reverse=True))})(?![\w+#-])", say_name),
)  # fmt: skip
"""Names that hold figures or signs: before quantities."""


RULES: tuple[Rule, ...] = (
    Rule("title", r"\b(Gen|Lt|Col|Maj|Capt|Adm|Brig|Cmdr|Cdr|Sgt)\b\.?(?=\s\([Rr]et)|\b(Rep|Sen|Gov|Pres)\.(?=-elect\b)", say_bare_title, "(-"),
    Rule("abbreviation", r"(?:[Ee]st|ft|feat)\.(?=\s|$|[,;)])", say_by_neighbours, "."),
    Rule("title", rf"(?<![\w.])([A-Z][a-z]{{1,5}}|dr|prof|st|mt|gen|sen|rep|gov|lt|capt|col|rev)\b(?:\.?(?=\s{_NAME})|\.(?=[A-Z][a-z]))", say_title),
    Rule("abbreviation", r"\bJr\.?(?= (?:[Hh]igh|[Cc]ollege|[Vv]arsity|[Mm]inister)\b)", lambda found: "Junior", "J"),
    Rule("title", r"\b(MR|MRS|MS|DR|PROF|SEN|REP|GOV|GEN|SGT|LT|CAPT|COL|ST|MT)\.\s(?=[A-Z]{2})", say_shouted_title, "."),
    Rule("heir", r"(,?\s)(Jr|Sr|Jnr|Snr)\b\.?", say_heir, "JS"),
    Rule("county", rf"\bCo\.? (?=(?:{_COUNTIES})\b)", lambda found: "County ", "C"),
    Rule("title", r"(?<![\w.])(Mr|Mrs|Ms|Messrs|Mr|Prof|Lt|Capt|Cpt|Sgt|Cpl|Pvt|Maj|Gov|Sen)\b\.(?!\w)", say_bare_title, "MPLCSG"),
    Rule("title", r"(?<![\w.&])(Mr|Mrs|Ms|Messrs|mr|mrs)\b(?!\.\w)", say_bare_title, "Mm"),
    Rule("week", r"(?:(?<=\ba )|(?<=\bper )|(?<=\beach )|(?<=\b[Tt]his )|(?<=\b[Nn]ext )|(?<=\b[Ll]ast ))wk\b\.?", lambda found: "week" + kept_stop(found), "k"),
    Rule("box score", r"(?<=[0-9] )(?:reb|ast)\b", lambda found: {"reb": "rebounds", "ast": "assists"}[found.text], DIGITS),
    Rule("versus", r"(?<=[\w’”)])\sv\.?\s(?=[A-Z“]|[0-9]{2})", say_versus, "v"),
    Rule("abbreviation", _SIGNED, say_signed, "./&aA"),
    Rule("abbreviation", r"(?<![\w.’'/])[A-Za-z][a-z]{1,6}(?:['’][tl])?\.(?![\w])", say_abbreviation, "."),
    Rule("abbreviation", rf"(?:{_bare()})(?![\w’'-]|\.\w)", say_bare_abbreviation),
    Rule("abbreviation", r"\b(Sat|Sun)\.(?=,|\s(?:and|&|at|[0-9]))|(?<=\b[Oo]n )(Sat|Sun)\.(?!\w)|\b(Sat|Sun)\.(?=\s[a-z])", say_weekend, "S"),
    Rule("abbreviation", r"(?<=\b[IiBb][ny] )Mar\.(?!\w)", lambda found: "March" + kept_stop(found), "M"),
)  # fmt: skip
"""Titles and abbreviations."""


def abbreviations() -> frozenset[str]:
    """Words whose full stop ends no sentence, with the stop; small and capital."""
    words = set()
    for name in ("titles", "streets", "abbreviations", "before_numbers"):
        words |= {word if word.endswith(".") else f"{word}." for word in table(name)}
    words |= {word[:1].upper() + word[1:] for word in words}
    not_these = {"No.", "no.", "NO.", "MB.", "d.", "b.", "r.", "No..", "asap.", "w/.", "w/o.", "№."}
    not_these |= {"ref.", "refs.", "Ref.", "tsp.", "tsps.", "tbsp.", "tbsps.", "eq."}
    return frozenset(word for word in words if word[0].isalpha()) - not_these | {"No."}
