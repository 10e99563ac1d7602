"""Spanish references and formulas: where figures are names, not counts."""

from __future__ import annotations

import re

from podcast.spoken import roman
from podcast.spoken.context import sentence_begins, word_before
from podcast.spoken.es.numbers import cardinal, digits, figure, figures_of
from podcast.spoken.figures import Figure
from podcast.spoken.rules import DIGITS, Found, Rule


def _listed(*written: str) -> str:
    """Figures one after the other: 96, 421 → noventa y seis, cuatrocientos veintiuno."""
    return ", ".join(
        digits(part) if len(part) > 1 and part[0] == "0" else cardinal(int(part))
        for part in written
        if part
    )


def say_rare_counts(found: Found) -> str | None:
    """Floras write (2-)3(-4), seldom two or four: dos, tres, cuatro."""
    if not (found[1] or found[4]):
        return None
    return _listed(found[1], found[2], found[3], found[4])


def say_citation(found: Found) -> str | None:
    """96:421-452, 128(3):45 → volume and pages; 3:1 and 10:45 are left to others."""
    pages = found[4] or found[2] or int(found[3]) >= 100 or int(found[1]) >= 60
    if not pages or (found[1] == "1" and not found[4]):
        return None
    return _listed(found[1], found[2], found[3], found[4])


def say_pages(found: Found) -> str | None:
    """(8): 38-48 and 247-261 alone: pages, said without "a"; 10-15 personas isn't."""
    mark = re.search(r"[\d)] ?([:;,]) ?$", found.before)
    ends = re.match(r"[.,;)]|$", found.after) is not None
    cited = mark is not None and ends and (mark[1] != "," or int(found[2]) >= 100)
    alone = not found.before.strip() and found.after.strip() == "." and len(found[1]) == 3
    heads = sentence_begins(found) and re.match(r" [A-ZÁÉÍÓÚÑ][a-záéíóúñ]", found.after) is not None
    years = len(found[1]) == len(found[2]) == 4
    if years or int(found[1]) >= int(found[2]) or not (cited or alone or heads):
        return None
    return _listed(found[1], found[2])


def say_span_of_years(found: Found) -> str:
    """los satélites, 1877-1982. → …, mil ochocientos setenta y siete, mil novecientos …"""
    return _listed(found[1], found[2])


def say_place_in_book(found: Found) -> str | None:
    """Geografía, V.3.2 → cinco, tres, dos: book, chapter, paragraph."""
    if not roman.is_numeral(found[1]):
        return None
    return ", ".join((cardinal(roman.value(found[1])), _listed(*found[2].strip(".").split("."))))


def say_early_version(found: Found) -> str:
    """v2.0.0-beta.4 → versión dos punto cero punto cero guion beta punto cuatro."""
    numbers = " punto ".join(cardinal(int(part)) for part in found["numbers"].split("."))
    last = f" punto {cardinal(int(found['last']))}" if found["last"] else ""
    return f"{'versión ' if found['v'] else ''}{numbers} guion {found['stage']}{last}"


def say_formula(found: Found) -> str:
    """2s+1, 3x − y → dos s, tres x: a letter in a formula is no unit."""
    return f"{cardinal(int(found[1]))} {found[2]}"


def say_square(found: Found) -> str:
    """x^2 → x al cuadrado."""
    return " al cuadrado" if found[1] == "2" else " al cubo"


def say_scale(found: Found) -> str:
    """1:50.000 → uno a cincuenta mil."""
    return f"{cardinal(int(found[1]))} a {cardinal(int(re.sub('[. ]', '', found[2])))}"


def say_division(found: Found) -> str:
    """10 / 2 = 5, 6 : 2 = 3 → diez entre dos, seis entre dos."""
    return f"{cardinal(int(found[1]))} entre {cardinal(int(found[2]))}"


def say_verse(found: Found) -> str | None:
    """Génesis 1:1 → uno, uno; España 3:1 Italia is a score."""
    book = word_before(found)
    if not book[:1].isupper() or re.match(r" [A-ZÁÉÍÓÚ]", found.after):
        return None
    return _listed(found[1], found[2])


_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def say_compound(found: Found) -> str:
    """H₂SO₄ → H dos S O cuatro."""
    parts = re.findall(r"[A-Z][a-z]?|[₀-₉]+", found.text)
    return " ".join(
        cardinal(int(part.translate(_SUBSCRIPTS))) if part[0] in "₀₁₂₃₄₅₆₇₈₉" else part
        for part in parts
    )


def say_book_number(found: Found) -> str:
    """ISBN 978-84-376-0494-7 → nueve siete ocho, ocho cuatro, …"""
    groups = re.split(r"[ -]", found[2].rstrip("X"))
    return (
        found[1]
        + ", ".join(digits(group) for group in groups if group)
        + (" X" if found[2].endswith("X") else "")
    )


def say_round_the_clock(found: Found) -> str:
    """24/7 → veinticuatro siete."""
    return "veinticuatro siete"


def say_item(found: Found) -> str | None:
    """iv) → cuatro."""
    numeral = found[1].upper()
    return cardinal(roman.value(numeral)) if roman.is_numeral(numeral) else None


def say_locants(found: Found) -> str:
    """1,2-dicloroetano → uno, dos-dicloroetano."""
    return _listed(*found.text.split(","))


_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")


def say_isotope(found: Found) -> str:
    """¹⁴C → C catorce."""
    return f"{found[2]} {cardinal(int(found[1].translate(_POWERS)))}"


def say_ion(found: Found) -> str:
    """Fe²⁺ → Fe dos más."""
    count = f" {cardinal(int(found[2].translate(_POWERS)))}" if found[2] else ""
    return f"{found[1]}{count} {'más' if found[3] == '⁺' else 'menos'}"


def say_scientific(found: Found) -> str:
    """4,5x10^9 → cuatro coma cinco por diez elevado a nueve."""
    number = figure(Figure(int(found[1]), found[3], found[1], point=found[2] == "."))
    power = (found[4] or found[5]).translate(_POWERS)
    sign = "menos " if power[0] == "-" else ""
    return f"{number} por diez elevado a {sign}{cardinal(int(power.lstrip('-')))}"


def say_open_span(found: Found) -> str:
    """(1928-) → mil novecientos veintiocho."""
    return cardinal(int(found[1]))


def say_life(found: Found) -> str:
    """(n. 1950) → nació en; (f. 3 de mayo de 1999) → murió el."""
    return f"{'nació' if found[1] == 'n' else 'murió'} {'el' if found[2] else 'en'} "


def say_numbered_item(found: Found) -> str:
    """1.- Introducción → uno. Introducción."""
    return " punto ".join(cardinal(int(part)) for part in found[1].split(".")) + "."


def say_variant(found: Found) -> str:
    """BA.2.86 → B A punto dos punto ochenta y seis."""
    parts = found[2].strip(".").split(".")
    return " punto ".join((" ".join(found[1]), *map(figures_of, parts)))


def say_mark(found: Found) -> str:
    """8,5/10 → ocho coma cinco sobre diez."""
    number = figure(Figure(int(found[1]), found[2]))
    return f"{number} sobre {cardinal(int(found[3]))}"


def say_stars(found: Found) -> str:
    """4/5 estrellas → cuatro de cinco estrellas."""
    return f"{cardinal(int(found[1]))} de {cardinal(int(found[2]))}"


def say_name(found: Found) -> str | None:
    """helio-3, En-1, sub-21: no noun is counted; GMT-3 is a zone."""
    if found.before[-4:].upper() in ("GMT-", "UTC-"):
        return None
    written = found.text
    spelled = written[0] == "0" or len(written) > 4
    return digits(written) if spelled else cardinal(int(written))


_LEAD = r"(?<![\w.,:/–-])"
_TAIL = r"(?![\w/–-]|[.,:]\d)"

_QUARTERS = ("primer", "segundo", "tercer", "cuarto")
_SIDES = {"NO": "noroeste", "NE": "noreste", "SO": "suroeste", "SE": "sureste"}


def say_wind(found: Found) -> str | None:
    """Rachas del NO → noroeste, where the wind is spoken of."""
    blows = re.search(
        r"\b(?:[vV]ientos?|[rR]achas?|brisas?|borrasca|km/h|kilómetros por hora)\b", found.before
    )
    return _SIDES[found.text] if blows else None


RULES: tuple[Rule, ...] = (
    Rule(
        "wind",
        r"(?:(?<=\bdel )|(?<=[vV]iento )|(?<=[vV]ientos ))(?:NO|NE|SO|SE)(?=$|[ .,;)])",
        say_wind,
        "NS",
    ),
    Rule(
        "quarter",
        r"(?:(?<=\b[eE]l )|(?<=\bdel )|(?<=\bal ))([1-4])T(?=$|[.,;)]| (?:de )?20\d\d)",
        lambda found: f"{_QUARTERS[int(found[1]) - 1]} trimestre",
        "T",
    ),
    Rule(
        "version",
        r"(?<![\w.])(?P<v>v?)(?P<numbers>\d{1,4}(?:\.\d{1,4}){1,3})-(?P<stage>alpha|beta|rc|pre|dev)"
        r"\.?(?P<last>\d{0,3})(?!\w)",
        say_early_version,
        "-",
    ),
    Rule(
        "rare counts",
        r"(?<![\w.,])(?:\((\d{1,3})[-–]\) ?)?(\d{1,3})(?:[-–](\d{1,3}))?(?: ?\([-–](\d{1,3})\))?"
        r"(?!\w|[.,]\d)",
        say_rare_counts,
        "(",
    ),
    Rule(
        "citation",
        rf"{_LEAD}(\d{{1,4}})(?: ?\((\d{{1,4}})\))?: ?(\d{{1,4}})(?:[-–](\d{{1,4}}))?{_TAIL}",
        say_citation,
        ":",
    ),
    Rule("locants", r"(?<![\w.,-])\d{1,2}(?:,\d{1,2}){1,5}(?=-[a-záéíóú]{3})", say_locants, ","),
    Rule("ion", r"(?<![\w])([A-Z][a-z]?)([²³⁴]?)([⁺⁻])(?![\w⁺⁻])", say_ion, "⁺⁻"),
    Rule("isotope", r"(?<!\w)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})([A-Z][a-z]?)(?!\w)", say_isotope, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    Rule(
        "scientific",
        r"(?<![\w.,])(\d{1,3})(?:([.,])(\d{1,8}))? ?[x×·] ?10(?:\^\(?([-−]?\d{1,3})\)?|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?!\w)",
        say_scientific,
        "x×·",
    ),
    Rule("open span", r"(?<![\w.,/–-])((?:1\d|20)\d\d)[-–] ?(?=[)\]]|$)", say_open_span, "-–"),
    Rule(
        "life", r"(?<=\()([nfm])\. ?(?=(\d{1,2} de )?(?:[a-z]+ (?:de )?)?\d{4}\))", say_life, "nfm"
    ),
    Rule("item", r"^(\d{1,3}(?:\.\d{1,2})?)\.[-–](?=\s|$)", say_numbered_item, "-–"),
    Rule("item", r"(?<=\d)\.(?=[a-z]\))", lambda found: " punto ", "."),
    Rule("mark", r"(?<![\w.,/])(\d{1,2}),(\d)/(10|5|100)(?![\w/]|[.,]\d)", say_mark, "/"),
    Rule("stars", r"(?<![\w.,/])(\d)/(5|10)(?= estrellas)", say_stars, "/"),
    Rule("minus", r"(?<=[²³)])[-−](?=\d)", lambda found: " menos ", "-−"),
    Rule("division", rf"{_LEAD}(\d{{1,4}}) ?[/:÷] ?(\d{{1,4}})(?= ?=)", say_division, "/:÷"),
    Rule("verse", rf"(?<=[a-záéíóú] )(\d{{1,3}}):(\d){_TAIL}", say_verse, ":"),
    Rule(
        "compound",
        r"(?<![\w])(?:[A-Z][a-z]?[₀-₉]*){1,8}(?<=[₀-₉])(?:(?:[A-Z][a-z]?)(?!\w))?(?!\w)",
        say_compound,
        "₀₁₂₃₄₅₆₇₈₉",
    ),
    Rule("book", r"(\bIS[BS]N(?:-1[03])?:? ?)(\d[\d -]{7,16}[\dX])(?!\w)", say_book_number, "I"),
    Rule("round the clock", r"(?<![\w.,/])24/7(?![\w/]|[.,]\d)", say_round_the_clock, "7"),
    Rule("item", r"^([ivx]{1,4})(?=\) )", say_item, ")"),
    Rule(
        "scale",
        rf"{_LEAD}(\d{{1,3}}) ?: ?(\d{{1,3}}(?:[. ]\d{{3}})+|(?<=1:)\d{{4,7}}){_TAIL}",
        say_scale,
        ":",
    ),
    Rule("power", r"(?<=[^\W\d]|\))\^([23])(?!\w)|(?<=\d)\^([23])(?!\w)", say_square, "^"),
    Rule("pages", rf"(?<![\w.,–-])(\d{{1,4}})[-–](\d{{1,4}}){_TAIL}", say_pages, "-–"),
    Rule(
        "years",
        r"(?<=[^\W\d_], )([12]\d{3})[-–]([12]\d{3})(?=[.)](?:\s|$)|$)",
        say_span_of_years,
        "-–",
    ),
    Rule(
        "place",
        r"(?<![\w.])([IVXL]{1,6})((?:\.\d{1,3}){1,3})(?![\w])(?!\.\d)",
        say_place_in_book,
        "IVXL",
    ),
    Rule("variant", r"(?<![\w.])([A-Z]{1,3})((?:\.\d{1,3}){1,3})(?![\w])", say_variant, "."),
    Rule("formula", r"(?<![\w.,])(\d{1,3})([a-z])(?= ?[+=*^−] ?\w)(?!e\+)", say_formula, "+=*^−"),
    Rule("formula", r"(?<=[\w)][+*−])(\d{1,3})([a-z])(?!\w)", say_formula, "+*−"),
    Rule("name", r"(?<=[^\W\d_]-)(?:\d{1,4}|\d{7,12})(?!\w|[.,:]\d|[–-]\d)", say_name, DIGITS),
)
