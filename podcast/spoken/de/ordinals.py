"""German ordinals: which ending, by what stands before and what is counted.

am 5. Mai → am fünften Mai, der 3. Platz → der dritte Platz, in der 3. Minute → in der dritten
Minute, jeder 4. ICE → jeder vierte ICE, ein 2. Kind → ein zweites Kind.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from podcast.spoken.context import ends_sentence, sentence_begins, word_after, word_before
from podcast.spoken.de.numbers import ordinal
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import read, words

_FULL = read(Path(__file__).parent / "data", "abbreviations")
NOUNS = read(Path(__file__).parent / "data", "nouns")
_NOUN_ENDS = {noun.lower(): gender for noun, gender in NOUNS.items()}
# Not the short ones: "Siehe" is no "Ehe".
_COMPOUNDED = tuple(noun.lower() for noun in NOUNS if len(noun) > 3 or noun == "Tag")
GENDERS = read(Path(__file__).parent / "data", "genders")
# "jeder fünfte Erwachsene": an adjective in a capital.
_ADJECTIVE = re.compile(
    r"\w+(?:iche|ierende)|(?:Be|Ver|Ge|Er|Ange|Abge|Zuge|Ausge)\w{4,}(?:te|ene)|"
    r"(?:Deutsch|Krank|Arm|Reich|Blind|Alt|Grün|Link|Fremd|Tot|Beamt|Reisend|Studierend|Vorsitzend)e"
)
_WOMAN = re.compile(
    r"(?:er|ist|[ea]nt|or|eur|log|[äöü][^aeiouäöü]{1,3}|und|ef|ig|bar|eg|mt|at|ot)in$", re.I
)

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
WEEKDAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"

_WEAK = (
    "am im zum zur vom beim dem den des jedem jeden diesem diesen einem einen einer keinem keinen "
    "keiner meinem meinen meiner deinem deinen deiner seinem seinen seiner ihrem ihren ihrer "
    "unserem unseren unserer eurem euren eurer welchem welchen hinterm überm unterm vorm "
    "eines keines meines deines seines ihres unseres eures allen aller beiden diesen"
)
_STRONG_E = (
    "die das ins ans aufs fürs durchs ums jede jedes diese dieses eine keine meine deine seine "
    "ihre unsere eure welche welches jene jenes"
)
_BY_WORD = dict.fromkeys(_WEAK.split(), "ten") | dict.fromkeys(_STRONG_E.split(), "te")
_DER = frozenset({"der", "jeder", "dieser", "welcher", "jener"})
_EIN = frozenset({"ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer"})
DETERMINERS = frozenset(_BY_WORD) | _DER | _EIN
"""What tells the case of what comes after."""
_DATIVE = words("trotz dank ab seit vor nach mit bei zu aus von in auf an zwischen unter laut")
_ACCUSATIVE = words("bis für gegen ohne durch um")
_GENITIVE = frozenset({"dieses", "jedes", "jenes", "welches"})
# "jedes 3. Haus" is no genitive as "jedes 3. Kindes" is.
_ENDS_IN_S = re.compile(r"(?:haus|glas|gas|nis|ss|eis|los|ies|moos|maus)$", re.I)
_ALONE = words("am vom zum dem den der das im beim einen seinen ihren jeden jeder")
_GOVERNS_DER = words(
    "in an auf bei mit nach von zu aus seit während ab unter vor hinter neben zwischen gegenüber "
    "trotz wegen innerhalb außerhalb laut ende anfang mitte statt dank"
)
_BECOMES = words("wurde wird werde als")
_NO_NOUN = words("der die das ein eine einen ist sind war wir ich er sie es und oder mit in auf zu")
_FEMININE = ("ung", "heit", "keit", "schaft", "tion", "sion", "tät", "ik", "enz", "anz", "erei")
_NEUTER = ("chen", "lein", "ment", "tum", "um", "jahr", "haus", "spiel", "tor", "buch", "kind")
STARTERS = words(
    "Der Die Das Den Dem Des Es Er Sie Wir Ich Ihr Man Ein Eine Einen Einem Dann Doch Und Aber In "
    "Im Am An Auf Auch Nach Mit Bei Für Zum Zur Von Vor Seit Als Wenn Dort Danach Dabei Damit "
    "Daher Denn Dies Diese Dieser Dieses So Wer Was Wie Wo Warum Hier Heute Gestern Morgen Noch "
    "Nun Nur Zu Zudem Außerdem Allerdings Jetzt Alle Alles Viele Ob Weil Kein Keine Insgesamt "
    "Darauf Dazu Deshalb Trotzdem Während Zuvor Später Seine Ihre Unter Über Bis Durch Ohne"
)


_PLURAL = re.compile(
    r" (?:\w+en (?:[A-ZÄÖÜ]\w*(?:e|en|er|s)\b)|(?:\w*[sS]piele|Wochen|Tage|Plätze|Jahre|Klassen)\b)"
)


def ending(found: Found, noun: str) -> str:
    """Return the ending that an ordinal has there: "ten", "ter" …"""
    before = re.sub(
        r"(?:(?:\d{1,2}\. ?)?\d{1,4}\.(?:,? ?(?:und|oder|bis|sowie|–|-|/) ?|, ))+$",
        "",
        found.before,
    )
    match = re.search(r"(?:([^\W\d_]+) )?([^\W\d_]+) $", before)
    if not match:
        return _bare(noun, "ter", "te", "tes")
    earlier, word = (match[1] or "").lower(), match[2].lower()
    if word in _DER:
        governed = (word == "der" and earlier in _GOVERNS_DER) or (
            word != "der" and earlier == "in"
        )
        many = _PLURAL.match(found.after) is not None
        return "ten" if governed or many or gender(noun) == "f" else "te"
    if word in _BY_WORD:
        of_many = word in ("die", "diese", "seine", "ihre")
        many = of_many and _PLURAL.match(found.after) is not None
        genitive = word in _GENITIVE and _ENDS_IN_S.search(noun) is None and noun[-1:] == "s"
        return "ten" if many or genitive else _BY_WORD[word]
    if word in _EIN:
        return _bare(noun, "ter", "te", "tes")
    if word in _DATIVE:
        return _bare(noun, "tem", "ter", "tem")
    if word in _ACCUSATIVE:
        return _bare(noun, "ten", "te", "tes")
    if word in ("wurde", "wird", "werde") and not noun and re.search(r"\b[sS]ie\b", before):
        return "te"
    # "am kommenden 3. Mai": the article is before the adjective.
    if match[2].islower() and word.endswith(("e", "en")) and earlier in _BY_WORD:
        return _BY_WORD[earlier]
    return _bare(noun, "ter", "te", "tes")


@functools.cache
def gender(noun: str) -> str:
    """m, f or n: by the lists, and else by what a noun ends in."""
    folded = noun.lower()
    for start in range(len(noun)):
        known = NOUNS.get(noun) if start == 0 else _NOUN_ENDS.get(folded[start:])
        known = (
            known or GENDERS.get(noun if start == 0 else "") or GENDERS.get(f"-{folded[start:]}")
        )
        if known:
            return known
    if _ADJECTIVE.fullmatch(noun):
        return "m"
    if noun.endswith(_FEMININE) or _WOMAN.search(noun):
        return "f"
    if noun.endswith(_NEUTER):
        return "n"
    return "f" if noun.endswith(("e", "a")) else "m"


def _bare(noun: str, masculine: str, feminine: str, neuter: str) -> str:
    return {"m": masculine, "f": feminine, "n": neuter}[gender(noun)]


def counted(found: Found) -> str:
    """The noun that is counted: the next word in capitals."""
    match = re.match(r"(?: [a-zäöüß]+){0,2} ?([A-ZÄÖÜ][\wäöüß]*)", found.after)
    return match[1] if match else ""


def is_ordinal(found: Found) -> bool:
    """Whether the full stop after the number makes it an ordinal, and doesn't end a sentence."""
    following, before = word_after(found), word_before(found).lower()
    determined = before in _BY_WORD or before in _DER or before in _EIN or before == "als"
    if re.search(_LABEL, found.before):
        return False
    if found.after[:1] in (",", ";"):  # no sentence ends before a comma
        return True
    if not following:
        ranked = (
            before in _ALONE
            or found.before in ("die ", "Die ")
            or (before in _BECOMES and found.before.count(" ") > 1)
        )
        return ranked and ends_sentence(found) and number(found) <= 31
    if found.after.startswith(f" {following}."):
        following = _FULL.get(f"{following}.", following)
    if following[0].islower():
        return determined or following not in _NO_NOUN or not sentence_begins(found)
    if following in MONTHS or following == "Jh":
        return True
    if following in STARTERS:
        return before in _ALONE and number(found) <= 31
    listed = following in NOUNS or following.endswith(_COMPOUNDED)
    if determined or re.search(r"\d\.,? (?:und|oder|bis|sowie) $", found.before):
        return True
    # "Beethovens 9. Sinfonie", "in 2. Auflage", but "Platz 3. Runde", "stieg auf 12. Experten warnen".
    named = re.search(r"[A-ZÄÖÜ][a-zäöüß]+s $", found.before)
    if named and not re.search(_NO_NAME, found.before):
        return True
    governed = before in _DATIVE | _ACCUSATIVE
    return listed and (governed or not re.search(r"[A-ZÄÖÜ][a-zäöüß]+ $", found.before))


_LABEL = r"(?:\b(?:op|Nr|Nrn|Bd|S|Abb|Kap|Art|Abs|Tab|Ziff|Anm|Az)\.|§) $"
_NO_NAME = (
    r"(?:Kreis|Preis|Haus|Bus|Gleis|Los|Index|Dax|Kurs|Bonus|Virus|Basis|Ergebnis|Jahres|Tages|Minus|"
    r"Plus|Status|Zins|Haushalts|Fokus|Erlös|Anlass|Zyklus|Campus|Modus|Typus) $"
)


def number(found: Found) -> int:
    """1.000 in "der 1.000. Besucher"."""
    return int(found[1].replace(".", ""))


def say_ordinal(found: Found) -> str | None:
    """der 3. Platz → der dritte Platz."""
    if not is_ordinal(found):
        return None
    last = ends_sentence(found) or (word_after(found) in STARTERS and found.after[:1] == " ")
    dot = "." if last else " " if found.after[:1].isalpha() else ""
    return ordinal(number(found), ending(found, counted(found))) + dot


def say_each(found: Found) -> str | None:
    """3./4. → dritter und vierter, where the next number is an ordinal."""
    if not re.match(r" ?\d{1,4}\. ", found.after):
        return None
    joined = {"/": " und ", "-": " bis ", "–": " bis "}.get(found[2].strip(), found[2])
    noun = re.match(r" ?\d{1,4}\.(?: [a-zäöüß]+){0,2} ([A-ZÄÖÜ]\w*)", found.after)
    return ordinal(int(found[1]), ending(found, noun[1] if noun else "")) + joined


def say_superlative(found: Found) -> str:
    """die 2.-größte, die 2. größte Stadt → die zweitgrößte Stadt."""
    return ordinal(int(found[1]), "t") + found[2]


def say_ordinal_of_club(found: Found) -> str:
    """der 1.FC Köln → der erste …"""
    return ordinal(int(found[1]), ending(found, "FC"))


def say_ranked(found: Found) -> str:
    """2.-Klässler, 3.-Platzierte → Zweitklässler, Drittplatzierte."""
    return ordinal(int(found[1]), "t").capitalize() + found[2].lower()


def say_part(found: Found) -> str:
    """2.-Liga-Spiel → Zweite-Liga-Spiel."""
    return ordinal(int(found[1]), "te").capitalize()


_SUPERLATIVE = (
    r"(?:größ|be|höch|älte|jüng|läng|kürze|klein|schnell|mei|wichtig|stärk|schwer|teuer|reich|schön|"
    r"häufig|tief|niedrig|schlechte|erfolgreich|beliebte|bekannte|bevölkerungsreich|stärk|mächtig|letz)"
    r"s?te[mnrs]?"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "ordinal",
        rf"(?<![\w.,:])(\d{{1,3}})\.(?: |-| -)?({_SUPERLATIVE})\b",
        say_superlative,
        DIGITS,
    ),
    Rule(
        "ordinal",
        r"(?<![\w.,:])(\d{1,3})\.(, | und | oder | bis | sowie | ?[-–/] ?)(?=\d{1,3}\. )",
        say_each,
        DIGITS,
    ),
    Rule(
        "ordinal",
        r"(?<![\w.,:/–-])(\d)\.(?=FC\b)",
        lambda found: f"{say_ordinal_of_club(found)} ",
        "F",
    ),
    Rule(
        "ordinal",
        r"(?<![\w.,:/–-])(\d{1,2})\.-((?:Kläss|Platziert|Semest|Ligist)\w*)",
        say_ranked,
        DIGITS,
    ),
    Rule("ordinal", r"(?<![\w.,:/–-])(\d{1,3})\.(?=-[A-ZÄÖÜ])", say_part, DIGITS),
    Rule(
        "ordinal",
        r"(?<![\w.,:])(?<!\d[-–])(\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})\.(?= [^\W\d_]|[A-ZÄÖÜ][a-zäöüß]{2}| ?$|[.!?,;”“\"')])",
        say_ordinal,
        DIGITS,
    ),
)
