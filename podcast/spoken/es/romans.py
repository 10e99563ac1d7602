"""Spanish Roman numerals: centuries, rulers, congresses, chapters."""

from __future__ import annotations

import re

from podcast.spoken import roman
from podcast.spoken.context import sentence_begins, word_after, word_before
from podcast.spoken.es.numbers import DATA, article, cardinal, ordinal
from podcast.spoken.rules import Found, Rule
from podcast.spoken.tables import read, words

_RULERS = read(DATA, "rulers")
_TITLED = (
    r"(?:[Rr]ey|[Rr]eina|[Ee]mperador|[Ee]mperatriz|[Pp]apa|[Zz]ar|[Pp]ríncipe|[Dd]uque|[Cc]onde) "
)
_WITH_NUMBER = (
    r"[Cc]apítulo|[Cc]ap\.|[Tt]omo|[Aa]rtículo|[Aa]rt\.|[Tt]ítulo|[Aa]cto|[Ee]scena|[Ll]ibro|[Aa]nexo|"
    r"[Pp]arte|[Vv]olumen|[Vv]ol\.|[Ff]ase|[Tt]ipo|[Gg]rupo|[Ss]ección|[Zz]ona|[Nn]ivel|Rocky|Apolo|"
    r"Basilea|Super Bowl|[Cc]ategoría|[Ff]igura|[Tt]abla|[Ll]ámina|[Cc]lase"
)
_DETERMINED = words("el la los las del al un una su sus este esta nuestro nuestra primer")
_COUNTED = words(
    "edición aniversario congreso cumbre jornada jornadas legislatura milenio premio "
    "centenario encuentro festival feria torneo copa campeonato certamen concurso guerra república "
    "imperio plan semana foro simposio asamblea conferencia liga maratón carrera trofeo open "
    "concilio dinastía internacional bienal muestra ciclo gala salón reunión curso"
)


def say_ruler(found: Found) -> str | None:
    """Felipe VI → Felipe sexto, Alfonso XIII → Alfonso trece, Isabel II → Isabel segunda."""
    name, numeral = found["name"], found["numeral"]
    titled = re.search(rf"{_TITLED}$", found.before) is not None
    if (name not in _RULERS and not titled) or not set(numeral) <= set("IVXL"):
        return None
    number = roman.value(numeral)
    if number > 10:
        return f"{name} {cardinal(number)}"
    queen = _RULERS.get(name) == "f" or re.search(r"[Rr]eina |[Ee]mperatriz ", found.before[-12:])
    return f"{name} {ordinal(number, 'a' if queen else 'o')}"


def say_second_ruler(found: Found) -> str | None:
    """Enrique II y III → segundo y tercero."""
    name = re.search(r"(\w+) [IVX]+ (?:y|e|o) $", found.before)
    if not name or name[1] not in _RULERS:
        return None
    number = roman.value(found.text)
    queen = _RULERS[name[1]] == "f"
    return ordinal(number, "a" if queen else "o") if number <= 10 else cardinal(number)


def say_item(found: Found) -> str:
    """IV.- Resultados → cuatro. Resultados."""
    return f"{cardinal(roman.value(found[1]))}."


def say_span(found: Found) -> str | None:
    """tomos I-II → uno a dos."""
    if not (roman.is_numeral(found[1]) and roman.is_numeral(found[2])) or len(found.text) < 4:
        return None
    return f"{cardinal(roman.value(found[1]))} a {cardinal(roman.value(found[2]))}"


def say_century(found: Found) -> str | None:
    """siglo XXI → siglo veintiuno, siglo V → siglo quinto; siglos XV-XVI → quince a dieciséis."""
    numerals = re.findall(r"\b[ivxlIVXL]+\b", found["numerals"])
    if not all(roman.is_numeral(numeral.upper()) for numeral in numerals):
        return None
    said = re.sub(r"\b[ivxlIVXL]+\b", lambda match: _century(match[0].upper()), found["numerals"])
    word = {"s.": "siglo", "ss.": "siglos", "S.": "Siglo", "SS.": "Siglos"}.get(found["word"])
    return f"{word or found['word']} {re.sub(' ?[-–] ?', ' a ', said)}"


def _century(numeral: str) -> str:
    number = roman.value(numeral)
    return ordinal(number) if number < 10 else cardinal(number)


def say_era(found: Found) -> str:
    """300 aec → … antes de la era común."""
    return "antes de la era común" if found.text == "aec" else "era común"


def say_christ(found: Found) -> str:
    """1000 AC → mil antes de Cristo."""
    return f"{'antes' if found.text[0] in 'aA' else 'después'} de Cristo"


def say_small_year(found: Found) -> str | None:
    """año mcmlxxxix → año mil novecientos ochenta y nueve; "año mi" isn't one."""
    numeral = found.text.upper()
    return cardinal(roman.value(numeral)) if roman.is_numeral(numeral) else None


def say_numbered(found: Found) -> str | None:
    """capítulo IV → capítulo cuatro."""
    if not re.search(rf"\b(?:{_WITH_NUMBER}) $", found.before):
        return None
    return cardinal(roman.value(found.text))


def say_roman_ordinal(found: Found) -> str | None:
    """la II Guerra Mundial → la segunda Guerra Mundial, el XI apóstol → el undécimo apóstol."""
    before, noun = word_before(found).lower(), word_after(found)
    number = roman.value(found.text)
    if not article(noun) or roman.is_numeral(noun):
        return None
    # XV Congreso Nacional at the head of a line; "V de vendetta" and "I am" aren't.
    counted = noun.lower() in _COUNTED or (noun[:1].isupper() and len(found.text) > 1)
    if sentence_begins(found) and counted and number < 200:
        return ordinal(number, "a" if article(noun) == "una" else "er").capitalize()
    if before not in _DETERMINED:
        return None
    feminine = before in ("la", "las", "una", "esta", "nuestra") or (
        before in ("su", "sus") and article(noun) == "una"
    )
    several = before in ("los", "las")
    return ordinal(number, "a" if feminine else "o" if several else "er") + ("s" if several else "")


def say_first_of_two(found: Found) -> str:
    """la I y la II Guerra Mundial → la primera y la …"""
    return ordinal(roman.value(found.text), "a" if found.before[-2:-1] == "a" else "o")


def say_lone_roman(found: Found) -> str | None:
    """V, the number of a part: quinto."""
    numeral = found.text.upper()
    return ordinal(roman.value(numeral)) if roman.is_numeral(numeral) else None


RULES: tuple[Rule, ...] = (
    Rule(
        "century",
        r"\b(?:(?P<word>[Ss]iglos?|ss?\.|SS?\.) ?)(?P<numerals>[IVXL]+\b(?:(?:, | y | e | a | al |/| ?[-–] ?)[IVXL]+\b){0,4})",
        say_century,
        "IVX",
    ),
    Rule(
        "century",
        r"\b(?P<word>[Ss]iglos?|ss?\.) (?P<numerals>[ivx]+\b(?:(?:, | y | al? |[-–])[ivx]+\b){0,2})",
        say_century,
        "ivx",
    ),
    Rule("era", r"(?<=\d )(?:[Aa][Cc]|[Dd][Cc])(?!\w)", say_christ, "Cc"),
    Rule("era", r"(?<=[a-z\d] )a?ec(?!\w)", say_era, "e"),
    Rule("year", r"(?<=\b[aA]ño )[mdclxvi]{2,}\b", say_small_year, "mdclxvi"),
    Rule(
        "ruler",
        rf"\b(?P<name>[A-ZÁÉÍÓÚ][a-záéíóúñ]+) (?P<numeral>{roman.NUMERAL})",
        say_ruler,
        "IVX",
    ),
    Rule("roman", r"(?<![\w.])([IVX]{1,5})[-–]([IVX]{1,5})(?![\w])", say_span, "IVX"),
    Rule("ruler", rf"(?<=[IVX] [yeo] )(?=[IVX]){roman.NUMERAL}", say_second_ruler, "IVX"),
    Rule("item", rf"^(?=[IVX])({roman.NUMERAL})\.[-–](?=\s|$)", say_item, "IVX"),
    Rule(
        "roman",
        rf"(?<=[a-z.] ){roman.AFTER_NOUN}",
        say_numbered,
        "IVXLCDM",
    ),
    Rule(
        "roman", rf"(?<![\w.])(?=[IVXL]){roman.NUMERAL}(?= [^\W\d_])", say_roman_ordinal, "IVXLCDM"
    ),
    Rule(
        "roman",
        rf"(?<=[lL]a |[eE]l )(?=[IVX]){roman.NUMERAL}(?= (?:y|o|e) (?:la |el )?[IVX]+ [^\W\d_]{{3}})",
        say_first_of_two,
        "IVX",
    ),
    Rule(
        "roman",
        r"^(?:[IVX]{1,5}|[IVXLC]{3,5}|(?!vi$)[ivx]{2,5}|[mdclxvi]{4,})$",
        say_lone_roman,
        "IVXixc",
    ),
    roman.long(cardinal),
)
