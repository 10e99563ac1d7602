"""German rulers: Wilhelm II. → Wilhelm der Zweite, unter Elisabeth II. → Elisabeth der Zweiten."""

from __future__ import annotations

import re

from podcast.spoken import roman
from podcast.spoken.context import ends_sentence, word_after
from podcast.spoken.de.numbers import ordinal
from podcast.spoken.rules import Found, Rule
from podcast.spoken.tables import words

NUMBERED = (
    r"Kapitel|Kap\.|Artikel|Art\.|Teil|Band|Bd\.|Akt|Phase|Stufe|Abschnitt|Hartz|Klasse|Gruppe|Typ|"
    r"Buch|Szene|Block|Zone|Weltkrieg|Apollo|Rocky|Anhang|Kategorie|Super Bowl|Nr\.|Nummer|Tabelle|"
    r"Figur|Satz|Basel|Schengen|Paragraf|Division|Level|Liga|Solvency|Vatikanum|Abteilung|Staffel|"
    r"Episode|Diabetes|Anlage|Punkt|Ziffer|Lektion|Modul|Tafel|Absatz|Abs\.|Version|Grad|Reihe|Sinfonie|"
    r"Symphonie|Elternteil|Mark|Abbildung|Abb\.|Kolumne|Spalte|Titel|Übung|Vatikan|Land|Kabinett [A-ZÄÖÜ]\w{1,20}"
)
"""What a Roman numeral stands behind that is read as a plain number."""

_QUEENS = words(
    "Elisabeth Elizabeth Katharina Maria Anna Viktoria Victoria Margrethe Margarethe Beatrix "
    "Christina Isabella Johanna Kleopatra Juliana Wilhelmina Mary Friederike Berenike"
)
_RULERS = words(
    "Wilhelm Friedrich Karl Ludwig Heinrich Otto Franz Joseph Josef Leopold Ferdinand Maximilian "
    "Rudolf Konrad Philipp Georg Eduard Jakob Richard Johann Johannes Paul Pius Benedikt Gregor "
    "Urban Leo Clemens Klemens Innozenz Alexander Nikolaus Peter Iwan Napoleon Louis Henri Henry "
    "Charles George Edward James William Harald Olav Gustav Adolf Christian Erik Carl Juan Carlos "
    "Felipe Philippe Albert Baudouin Viktor Emanuel Umberto Ramses Ptolemäus Darius Xerxes Ptolemaios August "
    "Sigismund Lothar Ernst Michael Boris Abdullah Hussein Mohammed Hassan Franziskus Stephan "
    "Kasimir Alfons Pedro Alexios Konstantin Justinian Theodosius Mehmed Selim Süleyman Rama "
    "Umberto Manuel Haakon Waldemar Knut Frederik Rainier Wenzel Bela Matthias"
)
_TITLES = (
    r"(?:König|Königs|Königin|Kaiser|Kaisers|Kaiserin|Zar|Zaren|Zarin|Papst|Papstes|Prinz|Fürst|"
    r"Herzog|Sultan|Pharao|Queen|King)"
)


_NAMED = rf"(?:(?:{_TITLES}|{'|'.join(sorted(_RULERS | _QUEENS))}) ){{0,3}}"


def say_ruler(found: Found) -> str | None:
    """Wilhelm II. → Wilhelm der Zweite; unter Wilhelm II. → dem Zweiten."""
    name = found["name"]
    if re.fullmatch(NUMBERED, name):
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
    before = re.sub(rf"{_NAMED}$", "", found.before)
    # unter Karl V. und Papst Pius IX.: the first one's case is the second's.
    before = re.sub(rf"{_NAMED}(?:\w+ )?[IVXL]+\.? (?:und|oder|sowie) $", "", before)
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
    if _MET.search(before):
        return "accusative"
    return "genitive" if word in {"des", "wegen"} else "nominative"


_MET = re.compile(
    r"(?:^|[.!?:;,] |\b(?:und|dass|weil|als) )(?:(?:Der|Die|Das|der|die|das) (?:[^\W\d_]+ ){1,3}"
    r"|(?:Er|Sie|Wir|Ich|Man|er|sie|wir|ich|man) |[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß]+ )"
    r"(?:traf|trifft|besuchte|besucht|empfing|empfängt|stürzte|krönte|ermordete|beerbte|tötete|heiratete|besiegte"
    r"|schlug|begrüßte|lobte|kritisierte|überlebte|verriet|verehrte|hasste|bewunderte|verklagte|vertrat|ersetzte) $"
)
"""Somebody, and what was done to the ruler: Der Kanzler traf König Charles III.; not Gestern traf."""


def word_before_text(text: str) -> str:
    """The last word of a text, in lower case."""
    match = re.search(r"([^\W\d_]+) ?$", text)
    return match[1].lower() if match else ""


RULES: tuple[Rule, ...] = (
    Rule(
        "ruler",
        rf"\b(?P<name>[A-ZÄÖÜ][a-zäöüß]+) (?P<numeral>{roman.NUMERAL})(?P<dot>\.?)(?!\w)",
        say_ruler,
        "IVX",
    ),
)
