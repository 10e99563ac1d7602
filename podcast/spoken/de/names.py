"""German abbreviations, initialisms, Roman numerals and signs."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import abbreviated, electronic, initialisms, roman, signs
from podcast.spoken.context import ends_sentence, word_after
from podcast.spoken.de.numbers import cardinal, ordinal, year
from podcast.spoken.de.ordinals import NOUNS, STARTERS, ending
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import read, words

HERE = Path(__file__).parent / "data"
ABBREVIATIONS = read(HERE, "abbreviations")
ACRONYMS = frozenset(name.upper() for name in read(HERE, "acronyms"))
SHOUTED = frozenset(read(HERE, "capitals"))
GREEK = read(HERE, "greek")
# A table of `sign = words` has no place for = itself.
SIGNS = read(HERE, "signs") | {"=": "gleich"}

_QUEENS = words(
    "Elisabeth Elizabeth Katharina Maria Anna Viktoria Victoria Margrethe Margarethe Beatrix "
    "Christina Isabella Johanna Kleopatra Juliana Wilhelmina Mary Friederike Berenike"
)
_RULERS = words(
    "Wilhelm Friedrich Karl Ludwig Heinrich Otto Franz Joseph Josef Leopold Ferdinand Maximilian "
    "Rudolf Konrad Philipp Georg Eduard Jakob Richard Johann Johannes Paul Pius Benedikt Gregor "
    "Urban Leo Clemens Klemens Innozenz Alexander Nikolaus Peter Iwan Napoleon Louis Henri Henry "
    "Charles George Edward James William Harald Olav Gustav Adolf Christian Erik Carl Juan Carlos "
    "Felipe Philippe Albert Baudouin Viktor Emanuel Umberto Ramses Darius Xerxes Ptolemaios August "
    "Sigismund Lothar Ernst Michael Boris Abdullah Hussein Mohammed Hassan Franziskus Stephan "
    "Kasimir Alfons Pedro Alexios Konstantin Justinian Theodosius Mehmed Selim Süleyman Rama "
    "Umberto Manuel Haakon Waldemar Knut Frederik Rainier Wenzel Bela Matthias"
)
_TITLES = (
    r"(?:König|Königs|Königin|Kaiser|Kaisers|Kaiserin|Zar|Zaren|Zarin|Papst|Papstes|Prinz|Fürst|"
    r"Herzog|Sultan|Pharao|Queen|King)"
)


def say_ruler(found: Found) -> str | None:
    """Wilhelm II. → Wilhelm der Zweite; unter Wilhelm II. → dem Zweiten."""
    name = found["name"]
    if re.fullmatch(_WITH_NUMBER, name):
        return None
    base = name[:-1] if name.endswith("s") and name[:-1] in _RULERS | _QUEENS else name
    titled = re.search(rf"\b{_TITLES} (?:[A-Z]\w+ )?$", found.before) is not None
    known = base in _RULERS or base in _QUEENS or titled
    if not known and not (found["dot"] and word_after(found)[:1].islower()):
        return None
    if found["numeral"] in ("C", "D", "M", "L") and not found["dot"]:
        return None
    dot = "." if found["dot"] and ends_sentence(found) else ""
    case = _case(found, base != name)
    queen = base in _QUEENS or re.search(r"\b(?:Königin|Kaiserin|Zarin|Queen) \w*$", found.before)
    article, suffix = (_HERS if queen else _HIS)[case]
    return f"{name} {article} {ordinal(roman.value(found['numeral']), suffix).capitalize()}{dot}"


_HIS = {"nominative": ("der", "te"), "genitive": ("des", "ten"), "dative": ("dem", "ten"),
        "accusative": ("den", "ten")}  # fmt: skip
_HERS = {"nominative": ("die", "te"), "genitive": ("der", "ten"), "dative": ("der", "ten"),
         "accusative": ("die", "te")}  # fmt: skip


def _case(found: Found, genitive: bool) -> str:
    if genitive:
        return "genitive"
    before = re.sub(
        rf"(?:(?:{_TITLES}|{'|'.join(sorted(_RULERS | _QUEENS))}) ){{1,3}}$", "", found.before
    )
    word = word_before_text(before)
    if word in {
        "von",
        "mit",
        "bei",
        "nach",
        "unter",
        "zu",
        "seit",
        "vom",
        "zum",
        "dem",
        "vor",
        "aus",
    }:
        return "dative"
    if word in {"durch", "für", "gegen", "ohne", "den", "um"}:
        return "accusative"
    return "genitive" if word in {"des", "wegen"} else "nominative"


def word_before_text(text: str) -> str:
    """The last word of a text, in lower case."""
    match = re.search(r"([^\W\d_]+) ?$", text)
    return match[1].lower() if match else ""


def say_numbered(found: Found) -> str | None:
    """Kapitel IV → Kapitel vier."""
    if not re.search(rf"\b(?:{_WITH_NUMBER}) $", found.before):
        return None
    dot = "." if found["dot"] and (ends_sentence(found) or word_after(found) in STARTERS) else ""
    if found["dot"] and not dot and word_after(found)[:1].islower() is False:
        dot = "."
    return cardinal(roman.value(found["numeral"])) + dot


def say_roman_ordinal(found: Found) -> str | None:
    """im XIX. Jahrhundert → im neunzehnten Jahrhundert."""
    noun = word_after(found)
    if noun not in NOUNS and noun not in ("Jh", "Internationale", "Olympischen", "Olympische"):
        return None
    return ordinal(roman.value(found[1]), ending(found, noun))


def say_roman_year(found: Found) -> str | None:
    """MCMXC → neunzehnhundertneunzig: so long a one is no initialism."""
    number = roman.value(found[1])
    return year(number) if number > 1000 else cardinal(number)


_FOLLOWS = dict.fromkeys(
    words("Art. Kap. Bio. Tab. Abb. Lit. Ziff. Bd. Zi. Abs. min. max. Pkt."),
    abbreviated.BEFORE_NUMBER,
) | dict.fromkeys(words("Fr. Hr. Fa. Mag. Hl. St. Ges. Bez."), abbreviated.BEFORE_NAME)
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


def say_page(found: Found) -> str:
    """S. 12 → Seite zwölf; § 1 Abs. 2 S. 3 → Satz drei."""
    return "Satz " if re.search(r"(?:Abs\.|Absatz|§) ?\d+[a-z]? $", found.before) else "Seite "


def say_gender_star(found: Found) -> str:
    """Bürger*innen → Bürger innen: heard as the short break that speakers make."""
    return f"{found[1]} {found[2].lower()}"


_WITH_NUMBER = (
    r"Kapitel|Kap\.|Artikel|Art\.|Teil|Band|Bd\.|Akt|Phase|Stufe|Abschnitt|Hartz|Klasse|Gruppe|Typ|"
    r"Buch|Szene|Block|Zone|Weltkrieg|Apollo|Rocky|Anhang|Kategorie|Super Bowl|Nr\.|Nummer|Tabelle|"
    r"Figur|Satz|Basel|Schengen|Paragraf|Division|Level|Liga|Solvency|Vatikanum|Abteilung|Staffel|"
    r"Episode|Diabetes"
)

ABBREVIATED: tuple[Rule, ...] = (
    Rule("abbreviation", r"\b(halbe|dreiviertel|pro|je) (Mio|Mrd)\.", say_one_million, "M"),
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
    Rule("roman", rf"(?<![\w.])({roman.NUMERAL})\.(?= (?:[A-ZÄÖÜ]))", say_roman_ordinal, "IVXLCDM"),
    Rule(
        "ruler",
        rf"\b(?P<name>[A-ZÄÖÜ][a-zäöüß]+) (?P<numeral>{roman.NUMERAL})(?P<dot>\.?)(?!\w)",
        say_ruler,
        "IVX",
    ),
    Rule(
        "roman",
        rf"(?<=[a-z.] )(?P<numeral>(?:(?=[IVX])|(?=[LCDM]{{2}})){roman.NUMERAL})(?P<dot>\.?)",
        say_numbered,
        "IVXLCDM",
    ),
    Rule(
        "roman", rf"(?<![\w.])((?=[IVXLCDM]{{4,}}){roman.NUMERAL})(?!\w)", say_roman_year, "IVXLCDM"
    ),
    *initialisms.rules(
        initialisms.Letters(
            words=ACRONYMS, said=read(HERE, "initialisms"), shouted=SHOUTED, number=cardinal
        )
    ),
    Rule(
        "gender",
        r"\b([A-ZÄÖÜ][\wäöüß-]+?)(?:[*:_/]-?|/-)([Ii]n(?:nen)?)\b",
        say_gender_star,
        "*:_/",
    ),
    Rule("gender", r"\b([A-ZÄÖÜ][a-zäöüß]+)(Innen)\b", say_gender_star, "I"),
    Rule("page", r"\bS\. ?(?=\d)", say_page, "S"),
    *signs.rules(SIGNS, GREEK, "mal"),
)

ELECTRONIC = electronic.rules(electronic.Signs(
    at="at", dot="Punkt", hyphen="Minus", underscore="Unterstrich", slash="Schrägstrich",
    hashtag="Hashtag", digit=cardinal,
))  # fmt: skip

DIGITS_NEEDED = DIGITS
