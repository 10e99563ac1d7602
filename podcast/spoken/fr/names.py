"""French abbreviations, ordinals, initialisms, Roman numerals and signs."""

from __future__ import annotations

import re

from podcast.spoken import abbreviated, electronic, initialisms, roman, signs
from podcast.spoken.context import ends_sentence, word_before
from podcast.spoken.fr.numbers import DATA, cardinal, ordinal
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import read, words

ABBREVIATIONS = read(DATA, "abbreviations")
_NAME = re.compile(r"[ -]?(?:de |du |des |d')?(?:la |l')?[A-ZÀ-Þ]")
_FOLLOWS = (
    dict.fromkeys(
        words("vol. fig. chap. ch. t. tabl. n. no no. num. P. v. tab. §§ min. ép. esc. sem. th."),
        abbreviated.BEFORE_NUMBER,
    )
    | dict.fromkeys(
        words(
            "Me Me. Mᵉ Mr Mr. Mrs Mrs. Pr Mgr St Ste Sts Pr. St. Ste. av. bd pl. rte Prof. Gal gal Gén. "
            "gén. Col. Cdt cdt Cne Lt lt Lt-col. Sgt sgt Adj. fg fbg imp. all. sq. rés. R.P. boul. col. lt-col."
        ),
        _NAME,
    )
    | dict.fromkeys(words("Tél tél Tel"), re.compile(r" ?:? ?(?:[+(]?\d|zéro|plus)"))
    | {
        "art.": re.compile(r" ?(?:\d|[IVXLC]+\b|[LRDA]\.? ?\d|premier|unique)"),
        "ex.": re.compile(r" ?:"),
        "NB": re.compile(r" ?:"),
        "P.S.": re.compile(r" ?:"),
        "nb": re.compile(r" d"),
        "bât.": re.compile(r" [A-Z\d]"),
        "S.M.": re.compile(r" (?:l[ea] |l'|[A-ZÀ-Þ])"),
        "S.A.R.": re.compile(r" (?:l[ea] |l'|[A-ZÀ-Þ])"),
        "S.A.S.": re.compile(r" (?:l[ea] |[A-ZÀ-Þ])"),
        "S.E.": re.compile(r" (?:M|l[ea] |l')"),
        "S.S.": re.compile(r" (?:l[ea] |[A-ZÀ-Þ])"),
        "Mes": re.compile(r" [A-ZÀ-Þ][\w-]+(?:,| et) ?[A-ZÀ-Þ]"),
        "M°": re.compile(r" [A-ZÀ-Þ]"),
        "vs": re.compile(r" [\w«]"),
    }
)
STOPS = abbreviated.stops(ABBREVIATIONS, _FOLLOWS)
_CLOSING = frozenset({"etc.", "av. J.-C.", "ap. J.-C.", "apr. J.-C."})
_STARTERS = words(
    "Le La Les L Un Une Des Il Elle Ils Elles On Nous Vous Je Ce Cette Ces Et Mais Or Donc Dans En "
    "Au Aux Pour Par Avec Sans Sur Sous Selon Depuis Après Avant Pendant Puis Ainsi Alors"
)
_RULERS = words(
    "Louis Charles Henri George François Philippe Napoléon Jean Paul Pie Benoît Grégoire Léon Clément "
    "Innocent Alexandre Nicolas Pierre Ivan Édouard Edouard Élisabeth Elisabeth Elizabeth Catherine "
    "Frédéric Guillaume Joseph Ferdinand Alphonse Jacques Georges Richard Albert Léopold Baudouin "
    "Carlos Felipe Harald Carl Gustave Christian Margrethe Béatrix Mohammed Hassan Hussein Abdallah "
    "Ramsès Darius Xerxès Ptolémée Cléopâtre Constantin Justinien Isabelle Marie Rainier Urbain "
    "Boniface Célestin Sixte Jules Adrien Othon Maximilien Rodolphe Robert Clovis Childéric Dagobert "
    "Amédée Humbert Victor-Emmanuel Michel Alexis Selim Mehmed Soliman Jean-Paul Lothaire"
)
_KINGS = r"(?:[Rr]oi|[Rr]eine|[Ee]mpereur|[Ii]mpératrice|[Pp]ape|[Tt]sar|[Pp]rince|[Dd]uc|[Cc]omte|[Ss]ultan) "
_WITH_NUMBER = (
    r"[Cc]hapitre|[Cc]hap\.|[Tt]ome|[Aa]rticle|[Aa]rt\.|[Tt]itre|[Aa]cte|[Ss]cène|[Ll]ivre|[Aa]nnexe|"
    r"[Pp]artie|[Vv]olume|[Vv]ol\.|[Pp]hase|[Tt]ype|[Gg]roupe|[Ss]ection|[Zz]one|[Nn]iveau|Rocky|Apollo|"
    r"[Aa]n|Vatican|Bâle|Paris|Lyon|Super Bowl|[Cc]atégorie|[Aa]lbum|[Ff]igure|[Tt]ableau|[Pp]lanche|"
    r"[Cc]lasse|[Dd]ivision|[Ss]tade|[Gg]rade|[Dd]egré|[Pp]aragraphe|[Éé]pisode|[Ss]aison|[Cc]hant"
)
_FIRST_OF = r"(?i)(?:chapitre|chap\.|tome|article|art\.|titre|acte|livre|volume|vol\.|chant)"
"""What begins with a first one: acte premier, but phase un."""
_SUFFIX = r"(?:er|ER|re|ère|ere|ière|e|è|ème|ième|eme|ieme|nd|nde|d|de|[ᵉʳᵈⁿᵐ]{1,3})"
_RAISED = str.maketrans("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛ", "abcdefghijklmnoprstuv")


def _suffix(written: str) -> tuple[str, bool]:
    """(what the letters after a number mean, whether it's a plural): "ères" → première, plural."""
    plain = written.translate(_RAISED).lower()
    return plain.removesuffix("s"), plain.endswith("s")


_FIRST = ("re", "ère", "ere", "ière")


def say_ordinal(found: Found) -> str | None:
    """1re → première, 2nde → seconde, 5es → cinquièmes, XIXe → dix-neuvième."""
    digits = re.sub(r"\D", "", found["number"])
    number = int(digits) if digits else roman.value(found["number"])
    suffix, plural = _suffix(found["suffix"])
    if suffix in ("nd", "nde", "d", "de"):
        if number != 2:
            return None
        said = "seconde" if suffix.endswith("e") else "second"
    elif number == 1 and suffix in ("er", *_FIRST):
        said = ordinal(1, "masculine" if suffix == "er" else "feminine")
    elif suffix in ("er", *_FIRST):
        return None
    else:
        said = ordinal(number)
        if re.search(r"\b(?:l[ea]|du|au|ce|cette|son|sa|leur) $", found.before, re.IGNORECASE):
            said = re.sub(r"^un (?=milli)", "", said)
    return said + ("s" if plural else "")


def say_ruler(found: Found) -> str | None:
    """Louis XIV → Louis quatorze; Napoléon Ier is an ordinal of its own."""
    name, numeral = found["name"], found["numeral"]
    titled = re.search(rf"{_KINGS}$", found.before) is not None
    known = name in _RULERS or titled
    if (len(numeral) == 1 and not known) or not set(numeral) <= set("IVXL"):
        return None
    number = roman.value(numeral)
    return f"{name} {'premier' if number == 1 else cardinal(number)}"


def say_numbered(found: Found) -> str | None:
    """chapitre IV → chapitre quatre."""
    before = re.search(rf"\b(?:{_WITH_NUMBER}) $", found.before)
    if not before:
        return None
    number = roman.value(found.text)
    first = number == 1 and re.match(_FIRST_OF, before[0])
    return "premier" if first else cardinal(number)


def say_articles(found: Found) -> str:
    """une loi de 3 art. → articles."""
    return "articles" + ("." if ends_sentence(found) else "")


def say_page(found: Found) -> str:
    """p. 12 → page douze."""
    return "pages " if found.text.startswith("pp") else "page "


def say_centuries(found: Found) -> str:
    """XVIIe-XVIIIe siècles → dix-septième et dix-huitième, XVe-XVIIIe → quinzième à dix-huitième."""
    first, last = roman.value(found[1]), roman.value(found[2])
    joined = " et " if last == first + 1 else " à "
    return f"{ordinal(first)}{joined}{ordinal(last)}"


def say_mister(found: Found) -> str | None:
    """M. Macron → Monsieur Macron, not the initial of a first name."""
    before = word_before(found)
    return None if before[:1].isupper() and before.lower() not in _NO_NAMES else "Monsieur "


_NO_NAMES = words("le la les de et que mais pour selon avec par si quand comme à")


_SIDES = {"N": "nord", "S": "sud", "E": "est", "O": "ouest"}


def say_side(found: Found) -> str | None:
    """vent de NO → de nord-ouest, au SE de Lyon → au sud-est; au SO alone is no side."""
    placed = re.match(r" d(?:e|u|es)? | d['’]", found.after) and len(found[2]) > 1
    lettered = len(found[2]) == 1 and found.before.lower().endswith("secteur ")
    if lettered or (found.before.endswith("au ") and not placed):
        return None
    return found[1] + "-".join(_SIDES[letter] for letter in re.findall("[NSEO]", found[2]))


def say_era(found: Found) -> str:
    """s. after a century."""
    return " siècle" + ("." if found.text.endswith(".") and ends_sentence(found) else "")


ORDINALS: tuple[Rule, ...] = (
    Rule(
        "centuries",
        r"(?<![\w.])(X?(?:IX|IV|V?I{0,3}))[eᵉ] ?[-–] ?(X{0,2}(?:IX|IV|V?I{0,3}))[eᵉ](?= s)",
        say_centuries,
        "-–",
    ),
    Rule(
        "century", r"(?:(?<=[IVX\d][eᵉ])|(?<=Ier)|(?<=Iᵉʳ)) s(?:\.|\b)(?=[ ,;:)]|$)", say_era, "s"
    ),
    Rule(
        "ordinal",
        rf"(?<![\w.,])(?<!\d/)(?P<number>\d{{1,3}}(?:[ .]\d{{3}}){{1,4}}|\d{{1,9}})(?: (?=er\b))?"
        rf"(?P<suffix>{_SUFFIX}[sˢ]?)(?!\w)",
        say_ordinal,
        DIGITS,
    ),
    Rule(
        "ordinal",
        r"(?<![\w.])(?P<number>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))"
        r"(?P<suffix>(?:er|ᵉʳ|re|ère|ʳᵉ|e|ᵉ|è|ème|ième)s?)(?!\w)",
        say_ordinal,
        "IVXLCDM",
    ),
    Rule(
        "mister",
        r"(?<![\w.])M\.(?: (?=[A-ZÀ-Þ]|l[ea] |l['’]|et M|d['’][A-ZÀ-Þ]|d(?:e|u|es) (?:la |l['’])?[A-ZÀ-Þ])|(?=[A-ZÀ-Þ][a-zà-ÿ]))",
        say_mister,
        "M",
    ),
    Rule("percent", r"(?<=\d )p\. ?100\b", lambda found: "pour cent", "p"),
    Rule("articles", r"(?<=\d )art\.(?! ?\d)", say_articles, "a"),
    Rule("page", r"(?<=\d )p\.(?! ?\d)", lambda found: "pages", "p"),
    Rule("page", r"(?<![\w.])pp?\. ?(?=\d)", say_page, "p"),
    Rule("minute", r"(?<=\d[eᵉ] )min\b\.?", lambda found: "minute", "m"),
    Rule(
        "compass",
        r"(?:(?<=\bau )|(?<=\bdu ))([NSEO])\.(?= d[e'’])",
        lambda found: {"N": "nord", "S": "sud", "E": "est", "O": "ouest"}[found[1]],
        "NSEO",
    ),
    Rule(
        "of one",
        r"(?<=\b[dD])e (?=1 ?(?:[kcm]?m|[kmc]?g|[kcm]?[lL]|[MGT]o|[GM]bit/s|€|h|min|t)(?![\w/²³]))",
        lambda found: "'",
        "1",
    ),
    Rule(
        "numbers",
        r"(?<=\b[LldDcC]es )n[°ºᵒ](?= ?\d)|(?<=\baux )n[°ºᵒ](?= ?\d)",
        lambda found: "numéros",
        "°ºᵒ",
    ),
    Rule(
        "articles",
        r"(?:(?<=\b[LldDcC]es )|(?<=\baux ))art\.(?= ?[\dLRD])",
        lambda found: "articles",
        ".",
    ),
    Rule("per", r"(?<=[A-Z])/hab\.", lambda found: " par habitant", "/"),
    Rule("street", r"(?<=\d )r\.(?= (?:d[eu] |des |d['’]|[A-ZÀ-Þ]))", lambda found: "rue", "r"),
    Rule(
        "times",
        r"(?:(?<=, )|(?<=: )|(?<=\())[x×] ?(?=\d{1,3}(?![\w.,]))(?!\d+ ?[=+])",
        lambda found: "fois ",
        "x×",
    ),
    Rule("storey", r"(?:(?<=[eᵉ] )|(?<=er ))ét\.", lambda found: "étage", "t"),
    Rule("and next", r"(?<=\d )sq\.(?! ?[A-ZÀ-Þ])", lambda found: "et suivante", "q"),
    Rule(
        "compass",
        r"(?:(?<=\b[Vv]ent )|(?<=\b[Vv]ents )|(?<=\b[Ss]ecteur )|(?<=\b[Ff]lux )|(?<=\bau ))"
        r"((?:de |d['’])?)([NS]\.?-?[EO]\.?|[NSEO])(?=$|[ ,;)])",
        say_side,
        "NSEO",
    ),
    Rule(
        "on",
        r"(?<=[a-zé])([ -])s/([ -]?)(?=[A-ZÀ-Þ])",
        lambda found: f"{found[1]}sur{found[2] or ' '}",
        "/",
    ),
    Rule("against", r"(?<= )c/ ?(?=[A-ZÀ-Þ])", lambda found: "contre ", "/"),
    abbreviated.rule(ABBREVIATIONS, _CLOSING, _STARTERS, _FOLLOWS),
)

RULES: tuple[Rule, ...] = (
    Rule(
        "roman",
        r"(?:(?<=\bParis-)|(?<=\bLyon-))[IVX]{1,5}(?!\w)",
        lambda found: cardinal(roman.value(found.text)),
        "IVX",
    ),
    Rule(
        "ruler",
        rf"\b(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?) (?P<numeral>{roman.NUMERAL})",
        say_ruler,
        "IVX",
    ),
    Rule(
        "roman",
        rf"(?<=[a-zé.] ){roman.AFTER_NOUN}",
        say_numbered,
        "IVXLCDM",
    ),
    roman.long(cardinal),
    *initialisms.rules(initialisms.letters(DATA, lambda number: cardinal(number), sayable_from=4)),
    *signs.rules(read(DATA, "signs"), read(DATA, "greek"), "fois"),
)


def say_site(found: Found) -> str:
    """Booking.com → Booking point com: a firm that bears its address for a name; .fr → point fr."""
    return f"{found[1]} point {found[2]}".strip()


ELECTRONIC = (
    Rule("hashtag", r"#?\bMeToo\b", lambda found: found.text.replace("#", "hashtag "), "#"),
    *electronic.rules(electronic.Signs(
        at="arobase", dot="point", hyphen="tiret", underscore="tiret bas", slash="slash",
        hashtag="hashtag", digit=lambda digit: cardinal(digit), tops=frozenset({"fr"}),
        number=lambda number: cardinal(number), www="W W W",
    )),
    Rule(
        "address",
        r"(?<![\w.@/])((?:[A-ZÀ-Þ][A-Za-zà-ÿ0-9-]{1,30})?)\.(com|fr|org|net|eu|tv|gouv)(?!\w|[.@/]\w)",
        say_site,
        ".",
    ),
)  # fmt: skip
