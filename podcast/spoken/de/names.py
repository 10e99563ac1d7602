"""German abbreviations, initialisms, Roman numerals and signs."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import abbreviated, initialisms, roman, signs
from podcast.spoken.context import (
    ends_sentence,
    has_word,
    sentence_around,
    word_after,
    word_before,
)
from podcast.spoken.de.numbers import cardinal, ordinal, year
from podcast.spoken.de.ordinals import DETERMINERS, MONTHS, NOUNS, STARTERS, ending
from podcast.spoken.de.rulers import NUMBERED
from podcast.spoken.rules import Found, Rule
from podcast.spoken.tables import read, words

HERE = Path(__file__).parent / "data"
ABBREVIATIONS = read(HERE, "abbreviations")
_LETTERS = initialisms.letters(HERE, cardinal)
GREEK = read(HERE, "greek")
# A table of `sign = words` has no place for = itself.
SIGNS = read(HERE, "signs") | {"=": "gleich"}


def say_numbered(found: Found) -> str | None:
    """Kapitel IV → Kapitel vier."""
    if not re.search(rf"\b(?:{NUMBERED}) $", found.before):
        return None
    dot = "." if found["dot"] and (ends_sentence(found) or word_after(found) in STARTERS) else ""
    if found["dot"] and not dot and word_after(found)[:1].islower() is False:
        dot = "."
    return cardinal(roman.value(found["numeral"])) + dot


_DETERMINED = words("der die das des dem den im am zum zur vom beim")


def say_roman_ordinal(found: Found) -> str | None:
    """im XIX. Jahrhundert → im neunzehnten Jahrhundert."""
    noun = word_after(found)
    # das II. Vatikanische Konzil: the noun comes after its adjective.
    described = re.match(r" [A-ZÄÖÜ]\w+(?:e|en|er|es) ([A-ZÄÖÜ]\w+)", found.after)
    if described and word_before(found).lower() in _DETERMINED:
        return ordinal(roman.value(found[1]), ending(found, described[1]))
    if noun not in NOUNS and noun not in ("Jh", "Internationale", "Olympischen", "Olympische"):
        return None
    return ordinal(roman.value(found[1]), ending(found, noun))


def _roman_year(number: int) -> str:
    """MCMXC → neunzehnhundertneunzig."""
    return year(number) if number > 1000 else cardinal(number)


_FOLLOWS = dict.fromkeys(
    words(
        "op. Gl. Bj. Pos. Z. Kl. Rs. No. Art. Kap. Bio. Tab. Abb. Lit. Ziff. Bd. Zi. Abs. min. max. Pkt."
    ),
    abbreviated.BEFORE_NUMBER,
) | dict.fromkeys(words("Fr. Hr. Fa. Mag. Hl. St. Ges. Bez."), abbreviated.BEFORE_NAME)
_FOLLOWS["Gr."] = re.compile(r" ?(?:X{0,3}[SML]\b|\d\d\b)")
STOPS = abbreviated.stops(ABBREVIATIONS, _FOLLOWS)
_CLOSING = frozenset({"usw.", "etc.", "e. V.", "u. a.", "o. Ä.", "a. D.", "v. Chr.", "n. Chr."})


def say_one_million(found: Found) -> str:
    """eine halbe Mrd. → eine halbe Milliarde."""
    return f"{found[1]} {'Million' if found[2] == 'Mio' else 'Milliarde'}"


def say_of_century(found: Found) -> str | None:
    """des 18. Jh. → des achtzehnten Jahrhunderts."""
    genitive = re.search(r"\bdes (?:\d{1,2}\.|\w{4,40}ten) $", found.before)
    return "Jahrhunderts" if genitive else None


def _item(written: str) -> str:
    return cardinal(int(written)) if written.isdigit() else written


def say_street(found: Found) -> str:
    """Hauptstr. 5 → Hauptstraße fünf."""
    return found[1] + ("aße" if found[1][-1] == "r" else "")


_TRAINS = r"ICE|IC|EC|RE|RB|S-Bahn|Zug|Züge|Bahnhof|Hbf|Abfahrt|Ankunft|fährt"


def say_platform(found: Found) -> str | None:
    """ICE 553, Gl. 4 → Gleis vier, where trains are spoken of; else it's an equation."""
    return "Gleis" if has_word(sentence_around(found), _TRAINS) else None


def say_page(found: Found) -> str:
    """S. 12 → Seite zwölf; § 1 Abs. 2 S. 3 → Satz drei."""
    return "Satz " if re.search(r"(?:Abs\.|Absatz|§) ?\d+[a-z]? $", found.before) else "Seite "


def say_minute(found: Found) -> str:
    """Min. 12: Tor → Minute zwölf; 30 Min. are several."""
    return "Minute"


_WHOLE = {"Min": "Minute", "Sek": "Sekunde", "Std": "Stunde"}


def say_pages(found: Found) -> str:
    """320 S. → … Seiten."""
    return "Seiten." if ends_sentence(found) else "Seiten"


def say_plural(found: Found) -> str:
    """acht GPUs → acht G P Us."""
    return found[1].capitalize() + "s" if found[1] in _LETTERS.words else " ".join(found[1]) + "s"


def say_gender_star(found: Found) -> str:
    """Bürger*innen → Bürger innen: heard as the short break that speakers make."""
    return f"{found[1]} {found[2].lower()}"


def say_elder(found: Found) -> str:
    """Lucas Cranach d. Ä. → der Ältere; d. J. → der Jüngere."""
    dot = "." if ends_sentence(found) else ""
    return f"der {'Ältere' if found[1] == 'Ä' else 'Jüngere'}{dot}"


_STOREYS = {
    "OG": "Obergeschoss", "UG": "Untergeschoss", "DG": "Dachgeschoss", "EG": "Erdgeschoss",
}  # fmt: skip


def say_maiden_name(found: Found) -> str | None:
    """Frau Weber, geb. Klein → geborene Klein; geb. März 1950 is a month."""
    if word_after(found) in MONTHS:
        return None
    return "geborener" if re.search(r"\bHerrn? [^,(]{0,40}[,(] ?$", found.before) else "geborene"


_ADJECTIVES = {
    written.removesuffix("."): said
    for written, said in ABBREVIATIONS.items()
    if re.fullmatch(r"\w+\.", written) and re.search(r"(?:lich|isch|ig|deutsch)$", said)
}


def say_adjective(found: Found) -> str | None:
    """der ehem. Minister → ehemalige, der Dt. Bank → Deutschen, where an article tells the case."""
    if word_before(found).lower() not in DETERMINERS:
        return None
    said = _ADJECTIVES[found[1].lower()] + ending(found, word_after(found)).removeprefix("t")
    return said.capitalize() if found[1][0].isupper() else said


def say_following(found: Found) -> str:
    """S. 5 f. → Seite fünf folgende."""
    return "folgende" if found.text.startswith(" ") is False else " folgende"


def say_born(found: Found) -> str:
    """* 4. März 1950 → geboren am vierten März, * 1950 → geboren."""
    return "geboren am " if found[1] else "geboren "


def say_joined_number(found: Found) -> str:
    """Hausnr. 7, Bestell-Nr. → Hausnummer, Bestellnummer."""
    return "nummer"


PAGES: tuple[Rule, ...] = (
    Rule("key", r"(?<= )[a-hA-H](?:is|es)?-(?=Moll|Dur)", lambda found: found.text, "-"),
    Rule("minute", r"(?<=\d\. )(Min|Sek|Std)\.", lambda found: _WHOLE[found[1]], "."),
    Rule(
        "minute", r"(?<!\d )(?<!\w)Min\.(?= \d{1,3}(?:\+\d)?(?:[:,)]| [a-zäöü]|$))", say_minute, "."
    ),
    Rule("least", r"(?<!\d )(?<!\w)Min\.(?= \d)", lambda found: "Mindestens", "."),
    Rule("pages", r"(?<=\d )S\.(?= [A-Za-zäöü]|,|$)", say_pages, "S"),
    Rule("page", r"\bS\. ?(?=\d)", say_page, "S"),
    Rule("issue", r"(?<=\d, )H\.(?= \d{1,3}(?!\d))", lambda found: "Heft", "H"),
    Rule("platform", r"(?<![\w.])Gl\.(?= \d{1,2}(?!\d))", say_platform, "G"),
    Rule("line", r"(?<![\w.])Z\.(?= \d)", lambda found: "Zeile", "Z"),
)
"""Before measures: 2 S. are no siemens."""

ABBREVIATED: tuple[Rule, ...] = (
    Rule("abbreviation", r"(?<=[a-zäöüß] )d\. ?([ÄJ])\.", say_elder, "d"),
    Rule(
        "abbreviation",
        r"(?:(?<=, )|(?<=\())geb\.(?= [A-ZÄÖÜ][a-zäöüß])",
        say_maiden_name,
        "g",
    ),
    Rule("and", r"(?<=\w )u\.(?= (?:\d|[A-ZÄÖÜ](?![.\w]?\.)))", lambda found: "und", "u"),
    Rule("of a date", r"(?<=\w )v\.(?= \d{1,2}\. ?(?:\d|[A-ZÄ]))", lambda found: "vom", "v"),
    Rule("number", r"(?<![\w&])# ?(?=\d{1,3}(?!\w))", lambda found: "Nummer ", "#"),
    Rule(
        "abbreviation",
        rf"(?<![\w.])({'|'.join(_ADJECTIVES)})\.(?= [A-ZÄÖÜ][a-zäöüß])",
        say_adjective,
        ".",
        re.IGNORECASE,
    ),
    Rule("storey", r"(?<=\d\. )(OG|UG|DG|EG)\b", lambda found: _STOREYS[found[1]], "G"),
    Rule("abbreviation", r"(?<=\d)( ?)f\.", say_following, "f"),
    Rule("abbreviation", r"(?<=[a-zäöüß])(?:nr|-Nr)\.", say_joined_number, "r"),
    Rule(
        "abbreviation",
        r"\b(halbe|dreiviertel|pro|je|eine|einer|jede|keine) (Mio|Mrd)\.",
        say_one_million,
        "M",
    ),
    Rule(
        "abbreviation",
        r"\b(?:Jh|Jhd|Jhdt|Jahrh)\.",
        say_of_century,
        "J",
    ),
    abbreviated.rule(ABBREVIATIONS, _CLOSING, STARTERS, _FOLLOWS),
    Rule("item", r"(?<![\w(])([a-h]|\d{1,2})\)(?= )", lambda found: f"{_item(found[1])},", ")"),
    Rule("street", r"\b([A-ZÄÖÜ][\w-]*[Ss]tr)\.(?= \d| ?,|$| in| und)", say_street, "."),
)

RULES: tuple[Rule, ...] = (
    Rule(
        "roman",
        rf"(?<=\bSGB )({roman.NUMERAL})(?!\w)",
        lambda found: cardinal(roman.value(found[1])),
        "IVX",
    ),
    Rule("roman", rf"(?<![\w.])({roman.NUMERAL})\.(?= (?:[A-ZÄÖÜ]))", say_roman_ordinal, "IVXLCDM"),
    Rule(
        "roman",
        rf"(?<=[a-z.] )(?P<numeral>{roman.AFTER_NOUN})(?P<dot>\.?)",
        say_numbered,
        "IVXLCDM",
    ),
    roman.long(_roman_year),
    *initialisms.rules(_LETTERS),
    Rule(
        "gender",
        r"\b([A-ZÄÖÜ][\wäöüß-]+?)(?:[*:_/]-?|/-)([Ii]n(?:nen)?)\b",
        say_gender_star,
        "*:_/",
    ),
    Rule("gender", r"\b([A-ZÄÖÜ][a-zäöüß]+)(Innen)\b", say_gender_star, "I"),
    Rule("gender", r"\b([A-ZÄÖÜ][a-zäöüß]+)\((in(?:nen)?)\)", say_gender_star, "("),
    Rule("gender", r"\b([a-zäöüß]+e)[:*_]([mnrs])\b", lambda found: found[1] + found[2], ":*_"),
    Rule("per", r"(?<=\d[x×])/(?=[A-Z])", lambda found: " pro ", "/"),
    Rule("ticker", r"(?:(?<=^)|(?<= ))\+{3}(?= |$)", lambda found: "", "+"),
    Rule("born", r"(?:^|(?<=[(,;] )|(?<=\())\* ?(?=(\d{1,2}\. ?[A-ZÄ\d])|\d{4})", say_born, "*"),
    Rule("died", r"† ?(?=\d{1,2}\. ?[A-ZÄ\d])", lambda found: "gestorben am ", "†"),
    Rule("slash", r"(?<=[a-zäöüß]-)/(?=[A-ZÄÖÜ])", lambda found: " und ", "/"),
    Rule("kilometre", r"(?<!\d )(?<!\d)\bkm(?= \d)", lambda found: "Kilometer", "k"),
    Rule("initialism", r"(?<!\w)([A-Z]{2,4})s(?!\w)", say_plural, "s"),
    *signs.rules(SIGNS, GREEK, "mal"),
)
