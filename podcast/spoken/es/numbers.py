"""Spanish numbers in words, and the gender of what they count."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import figures, numbers
from podcast.spoken.context import word_after, word_before
from podcast.spoken.figures import Figure
from podcast.spoken.rules import Found
from podcast.spoken.tables import read, words

DATA = Path(__file__).parent / "data"
_GENDERS = read(DATA, "genders")
_FEMININE = ("ión", "dad", "tad", "tud", "umbre", "itis", "sis", "triz", "icie")
_PERSONS = ("ista", "nauta", "crata", "cida", "ícola", "grama", "atleta", "íaco")
_ADJECTIVES = words(
    "grandes mayores menores mejores peores diferentes posibles principales importantes graves leves "
    "breves simples dobles triples jóvenes fuertes recientes siguientes anteriores gran "
    "célebres ilustres valientes enormes iguales tales"
)
_NO_NOUNS = words(
    "a ante bajo con contra desde durante en entre hacia hasta para por según sin sobre tras y o u "
    "e ni que la las una era esta esa fue ha había nueva otra cada más menos mientras cuando ahora "
    "ella como pero sea está del los las uno unos unas son han tras aunque porque que quien donde "
    "tiene había hay dice dijo puede debe será sería sido mundial también tampoco nunca siempre "
    "sólo solo ya muy tan bien mal así aquí allí hoy ayer mañana ante bis ter aproximadamente"
)
_VERB = re.compile(r"(?:eron|aron|aban|ían|[aei]rán|[aei]ría|ando|iendo|arse|erse|irse)$")
_RULESETS = {"un": "masculine", "una": "feminine"}


def cardinal(number: int, article: str = "") -> str:
    """21 → veintiuno; before a noun veintiún or, with the article "una", veintiuna."""
    if number > numbers.LARGEST:
        return _great(number, article)
    if article not in _RULESETS:
        return numbers.cardinal(number, "es", "spellout-numbering")
    said = numbers.cardinal(number, "es", f"spellout-cardinal-{_RULESETS[article]}")
    if article == "un" or number < 200_000:
        return said
    # CLDR leaves the thousands masculine: doscientas mil casas, but doscientos mil millones.
    great, rest = re.fullmatch(r"((?:.*mill(?:ón|ones))?)(.*)", said).groups()  # type: ignore[union-attr]  # it matches all
    return great + re.sub(r"(ient|quinient)os(?=(?: \w+)* mil\b)", r"\1as", rest)


_GREAT = ("", "millón", "billón", "trillón", "cuatrillón", "quintillón")


def _great(number: int, article: str) -> str:
    """Beyond CLDR's words: 10²³ → cien mil trillones, by sixes of digits."""
    power, parts = 0, [cardinal(number % 10**6, article)] if number % 10**6 else []
    number //= 10**6
    while number:
        power += 1
        count = number % 10**6
        if power >= len(_GREAT):
            return digits(str(number))
        if count:
            name = _GREAT[power] if count == 1 else _GREAT[power].replace("ón", "ones")
            parts.insert(0, f"{cardinal(count, 'un')} {name}")
        number //= 10**6
    return " ".join(parts)


def digits(written: str) -> str:
    """0198 → cero uno nueve ocho."""
    return " ".join(cardinal(int(digit)) for digit in written if digit.isdigit())


def figures_of(written: str) -> str:
    """2024 in a name → dos mil veinticuatro; 007 and what is long, digit by digit."""
    return digits(written) if written[0] == "0" or len(written) > 4 else cardinal(int(written))


def group(written: str) -> str:
    """A group of a telephone number: 34 → treinta y cuatro, others digit by digit."""
    if len(written) == 2 and written[0] != "0":
        return cardinal(int(written))
    return digits(written)


def figure(number: Figure, one: str = "") -> str:
    """2,75 → dos coma setenta y cinco; 21 before "una hora" → veintiuna."""
    if number.is_code and not number.fraction:
        return digits(number.digits)
    article = one.partition(" ")[0]
    if not number.fraction:
        # un millón de dólares, dos millones de personas
        joined = " de" if article and number.whole and number.whole % 10**6 == 0 else ""
        return cardinal(number.whole, article) + joined
    point = "punto" if number.point else "coma"
    whole = digits(number.digits) if number.is_code else cardinal(number.whole)
    said = f"{whole} {point} {decimals(number.fraction)}"
    if article == "una":
        return re.sub(r"uno\b", "una", said)
    # "cero coma cero uno segundos" loses its last o before the noun it counts.
    if article == "un":
        return re.sub(r"veintiuno$", "veintiún", re.sub(r"\buno$", "un", said))
    return said


def decimals(written: str) -> str:
    """132 → ciento treinta y dos; 05 → cero cinco; 1416 → catorce dieciséis, in pairs."""
    if written[0] == "0" or len(written) > 6:
        return digits(written)
    if len(written) <= 3:
        return cardinal(int(written))
    pairs = (written[at : at + 2] for at in range(0, len(written), 2))
    return " ".join(digits(pair) if pair[0] == "0" else cardinal(int(pair)) for pair in pairs)


def read_number(written: str) -> Figure:
    """A number as written; 0.125 and 1234.567 have a decimal point, for nobody groups like that."""
    point = re.fullmatch(r"(0|\d{4,6})\.(\d{3})", written)
    if point:
        return Figure(int(point[1]), point[2], point[1], point=True)
    return figures.read(written)


def article(noun: str) -> str:
    """Return una before a feminine noun, un before a masculine one; empty when it's no noun."""
    word = noun.lower()
    if len(word) < 3 or word in _NO_NOUNS or not word.isalpha() or _VERB.search(word):
        return ""
    singular = re.sub(r"(?<=[aeiouáéó])s$", "", word)
    known = _GENDERS.get(word) or _GENDERS.get(singular) or _GENDERS.get(re.sub(r"es$", "", word))
    if known:
        return {"f": "una", "m": "un"}[known]
    base = re.sub(r"iones$", "ión", re.sub(r"des$", "d", word))
    known = _GENDERS.get(base)
    if known == "m" or singular.endswith(_PERSONS):
        return "un"
    return "una" if singular.endswith("a") or base.endswith(_FEMININE) else "un"


def noun_after(found: Found) -> str:
    """Return the noun that comes after, past an adjective of no gender: 200 grandes empresas."""
    after = found.after
    if not (after and (after[0] == " " or after[0].isalpha())):
        return ""
    # La 1 emite, el 1: no noun is one of that.
    named = found.text == "1" and word_before(found).lower() in {"el", "la", "del", "al"}
    if named:
        return ""
    other = re.match(r" (?:o|u|a) \d[\d.]* ([^\W\d_]+)", after)
    if other and article(other[1]) == "una":  # 1 o 2 veces
        return other[1]
    word = word_after(found)
    if word not in _ADJECTIVES:
        return word
    second = re.match(r" [^\W\d_]+ ([^\W\d_]+)", found.after)
    return second[1] if second else word


_UNDER_THIRTY = {11: "undécim", 12: "duodécim"}


def ordinal(number: int, gender: str = "o") -> str:
    """14 and "o" → decimocuarto; "a" → decimocuarta; "er" → decimocuarto, primer, tercer.

    Beyond two thousand they are made of the thousands and the rest: dosmilésimo primero.
    """
    if number >= 10**6:
        return (
            f"{_millions(number)}{'a' if gender == 'a' else 'o'}"
            if not number % 10**6
            else (cardinal(number))
        )
    if number > 2000 and number % 1000:
        thousands = ordinal(number // 1000 * 1000, "a" if gender == "a" else "o")
        return f"{thousands} {ordinal(number % 1000, gender)}"
    end = "a" if gender == "a" else "o"
    if 100 < number < 1000 and number % 100 in _UNDER_THIRTY:
        return f"{ordinal(number // 100 * 100, gender)} {ordinal(number % 100, gender)}"
    if number in _UNDER_THIRTY:
        return _UNDER_THIRTY[number] + end
    if 21 <= number <= 29:
        unit = ordinal(number - 20, gender)
        return f"vigesim{unit}" if unit.startswith("o") else f"vigesimo{unit}"
    if gender == "er":
        said = numbers.ordinal(number, "es", "spellout-ordinal-masculine-adjective")
        return said.replace("octingésim", "octingentésim").replace(" milésim", "milésim")
    ruleset = "feminine" if end == "a" else "masculine"
    said = numbers.ordinal(number, "es", f"spellout-ordinal-{ruleset}")
    # CLDR has octingésimo, and parts dosmilésimo.
    return said.replace("octingésim", "octingentésim").replace(" milésim", "milésim")


def _millions(number: int) -> str:
    """10.000.000 → diezmillonésim, the stem."""
    count = number // 10**6
    return f"{'' if count == 1 else cardinal(count, 'un').replace(' ', '')}millonésim"


_PARTS = {2: "medio", 3: "tercio", 4: "cuarto", 5: "quinto", 6: "sexto", 7: "séptimo",
          8: "octavo", 9: "noveno", 10: "décimo", 100: "centésimo", 1000: "milésimo"}  # fmt: skip


def fraction(over: int, under: int, noun: str = "") -> str:
    """3/4 → tres cuartos; 1/11 → un onceavo; 1/2 litro → medio; 5/123 → cinco sobre …"""
    if (over, under) == (1, 2):
        return "media" if noun and article(noun) == "una" else "medio"
    if noun.startswith("parte") and 3 <= under <= 10:
        said = "tercera" if under == 3 else ordinal(under, "a")
        return f"{cardinal(over, 'una')} {said}{'' if over == 1 else 's'}"
    part = _part(under)
    if over > under > 10 and under % 100:
        return f"{cardinal(over)}, {cardinal(under)}"  # 38/21: a maximum and a minimum
    if not part:
        return f"{cardinal(over)} sobre {cardinal(under)}"
    return f"{cardinal(over, 'un')} {part}{'' if over == 1 else 's'}"


def _part(under: int) -> str:
    if under in _PARTS:
        return _PARTS[under]
    if 11 <= under <= 99:
        stem = cardinal(under).replace(" ", "").replace("treintay", "treintai")
        stem = re.sub(r"(?<=a)y(?=[a-zé])", "i", stem)
        stem = stem.translate(str.maketrans("áéíóú", "aeiou"))
        return re.sub(r"(?:a|(?<=un)o)$", "", stem) + "avo"
    powers = under % 1000 == 0 and (under <= 10_000 or str(under).strip("0") == "1")
    return ordinal(under) if powers or (under % 100 == 0 and under <= 1000) else ""


def half(noun: str) -> str:
    """2½ horas → dos … y media."""
    return "y media" if article(noun) == "una" else "y medio"
