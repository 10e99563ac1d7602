"""Spanish abbreviations, ordinals, initialisms, Roman numerals and signs."""

from __future__ import annotations

import dataclasses
import re

from podcast.spoken import abbreviated, electronic, initialisms, roman, signs
from podcast.spoken.context import sentence_begins, word_after, word_before
from podcast.spoken.es.numbers import DATA, article, cardinal, digits, ordinal
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import read, words

ABBREVIATIONS = read(DATA, "abbreviations")
ACRONYMS = frozenset(name.upper() for name in read(DATA, "acronyms"))
_FOLLOWS = dict.fromkeys(
    words(
        "lun. mar. mié. jue. vie. sáb. dom. No. cap. caps. vol. vols. fig. figs. art. arts. t. min. km. sig. sigs. col. cols. fol. fols. "
        "Op. op. lib. libs. inc. incs. lám. láms. pta. esc. ca. ms. tít. párr. párrs. num. pag. pags. cód. ptos. pto."
    ),
    abbreviated.BEFORE_NUMBER,
) | dict.fromkeys(
    words(
        "Fr. Cap. Sto. Sta. Dir. Adm. Col. Po. Pte. Sr Sra Dr Dra Gral Soc. Inst. Brig. esp. Fund. Fac. Prov. Inc."
    ),
    abbreviated.BEFORE_NAME,
)
STOPS = abbreviated.stops(ABBREVIATIONS, _FOLLOWS)
_CLOSING = frozenset({"etc.", "a. C.", "d. C.", "S. A.", "EE. UU.", "EE.UU.", "Ud.", "Uds."})
_STARTERS = words(
    "El La Los Las Un Una Unos Unas Es Son Fue Ha Han En De Del Al Por Para Con Sin Y Pero No Se Su "
    "Ud Uds Sus Este Esta Estos Estas Ese Esa Según Desde Hasta Hoy Ayer Cuando Como Aunque También Además"
)
_KINGS = words(
    "Felipe Carlos Juan Alfonso Fernando Isabel Luis Enrique Jaime Pedro Sancho Ramiro Ordoño García "
    "Pablo Benedicto Pío León Gregorio Clemente Inocencio Alejandro Urbano Sixto Julio Bonifacio "
    "Nicolás Iván Catalina Guillermo Federico Francisco Maximiliano Rodolfo José Napoleón Jorge "
    "Eduardo Jacobo Ricardo Leopoldo Balduino Alberto Harald Gustavo Cristián Margarita Beatriz "
    "Mohamed Hasán Hussein Abdalá Ramsés Darío Jerjes Ptolomeo Cleopatra Constantino Justiniano "
    "Rainiero Manuel Martín Berenguela Urraca Amadeo Humberto Víctor Adriano Celestino Eugenio "
    "María Ana Juana Pablo Paulo Juan Teodosio Trajano Tiberio Otón Alarico Teodorico Recaredo Abderramán "
    "Alhakén Muley Mehmed Mahmud Murad Selim Solimán Bayaceto Amenofis Amenhotep Tutmosis Seti Sesostris "
    "Nectanebo Artajerjes Cambises Ciro Antíoco Seleuco Mitrídates Filipo Demetrio Olaf Haakon Magnus "
    "Erico Canuto Waldemar Segismundo Casimiro Boleslao Ladislao Wenceslao Matías Esteban Andrés Miguel "
    "Basilio Boris Simeón Fuad Moctezuma Rama Norodom Carol Zog Ahmed Vermudo Bermudo Fruela Teobaldo "
    "Ramón Berenguer Borrell Jaume Lucio Marcelo Silvestre Dámaso Anastasio Gelasio Agapito Pelagio "
    "Honorio Sergio Zacarías Pascual Calixto Lotario Clodoveo Dagoberto Clotario Pipino Roberto Hugo "
    "Conrado Óscar Malcolm Bartolomé Teodoro Tutankamón Shapur Cosroes Yazdgard Hasan Hasán Abdulá "
    "Isaac Alejo Romano Heraclio Honorato Luisa Cristina Guillermina"
)
_QUEENS = words(
    "Isabel Catalina Margarita Beatriz Cleopatra Berenguela Urraca María Ana Juana Luisa Cristina Guillermina"
)
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
_SUFFIX = r"(?:\.?(?:ª|º|°|ᵉʳ|os|as|ero|era|er|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na|o|a)s?)"
_LETTERED = {"er": "er", "ᵉʳ": "er", "ª": "a", "º": "o", "°": "o"}


def say_ordinal(found: Found) -> str | None:
    """2.º → segundo, 14.ª → decimocuarta, 1er → primer, 3ra → tercera."""
    number = int(re.sub(r"\D", "", found["number"]))
    written = found["suffix"].lstrip(".")
    plural = len(written) > 1 and written.endswith("s") and written not in _LETTERED
    letter = written.removesuffix("s")
    gender = _LETTERED.get(letter) or letter[-1]
    if letter not in _LETTERED and letter not in ("o", "a"):
        last = {"1": "er ro ra ero era", "3": "er ro ra ero era", "2": "do da", "4": "to ta", "5": "to ta", "6": "to ta",
                "7": "mo ma", "8": "vo va", "9": "no na", "0": "mo ma"}  # fmt: skip
        if letter not in last[str(number)[-1]].split():
            return None
    if not number or (letter in "°º" and _is_degrees(found, number)):
        return None
    if gender == "o" and not plural and found.after[:1] == " " and str(number)[-1] in "13":
        # 1.º año is said primer año; 1.º alone primero.
        noun = word_after(found)
        gender = "er" if article(noun) == "un" and not noun[:1].isupper() else "o"
    return ordinal(number, gender) + ("s" if plural else "")


def _is_degrees(found: Found, number: int) -> bool:
    """Whether 40° or 45º are degrees: no noun comes after, and for º a word that measures before."""
    noun = word_after(found)
    if len(noun) > 2 and noun not in (
        "para",
        "con",
        "sin",
        "hasta",
        "entre",
        "sobre",
        "según",
        "por",
    ):
        return False
    if re.search(
        r"\b(?:[eE]l|[lL]os|[dD]el|al|un|su|artículos?|art\.|piso|puesto|lugar) $", found.before
    ):
        return "°" in found.text and number > 40
    if "°" in found.text:
        return (
            number > 3 or found.after[:1] in ("'", "’", "′") or bool(re.match(r" ?\d", found.after))
        )
    measured = re.search(r"\b(?:de|a|unos|entre|hasta|y|los|ángulo|menos|gir\w+) $", found.before)
    return (measured is not None and number > 3) or re.match(r" ?\d+['’′]", found.after) is not None


def say_ruler(found: Found) -> str | None:
    """Felipe VI → Felipe sexto, Alfonso XIII → Alfonso trece, Isabel II → Isabel segunda."""
    name, numeral = found["name"], found["numeral"]
    titled = re.search(rf"{_TITLED}$", found.before) is not None
    if name not in _KINGS and not titled:
        return None
    number = roman.value(numeral)
    if number > 10:
        return f"{name} {cardinal(number)}"
    queen = name in _QUEENS or re.search(r"[Rr]eina |[Ee]mperatriz ", found.before[-12:])
    return f"{name} {ordinal(number, 'a' if queen else 'o')}"


def say_century(found: Found) -> str | None:
    """siglo XXI → siglo veintiuno, siglo V → siglo quinto; siglos XV-XVI → quince a dieciséis."""
    numerals = re.findall(r"[ivxlIVXL]+\b", found["numerals"])
    if not all(roman.is_numeral(numeral.upper()) for numeral in numerals):
        return None
    said = re.sub(r"[ivxlIVXL]+\b", lambda match: _century(match[0].upper()), found["numerals"])
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
    return ordinal(number, "a" if feminine else "er")


def say_first_of_two(found: Found) -> str:
    """la I y la II Guerra Mundial → la primera y la …"""
    return ordinal(roman.value(found.text), "a" if found.before[-2:-1] == "a" else "o")


def say_lone_roman(found: Found) -> str | None:
    """V, the number of a part: quinto."""
    numeral = found.text.upper()
    return ordinal(roman.value(numeral)) if roman.is_numeral(numeral) else None


def say_between_letters(found: Found) -> str:
    """A400M → A cuatrocientos M."""
    return f"{' '.join(found[1])} {_figures(found[2])} {' '.join(found[3])}"


def say_camel(found: Found) -> str:
    """OpenGL → Open G L, MySQL → My S Q L."""
    return f"{found[1]} {' '.join(found[2])}"


def say_long_roman(found: Found) -> str:
    """MCMXC → mil novecientos noventa."""
    return cardinal(roman.value(found.text))


def say_page(found: Found) -> str:
    """p. 12 → página doce."""
    return "páginas " if found.text.startswith("pp") else "página "


def say_kilometre(found: Found) -> str:
    """en el km 17 → en el kilómetro diecisiete."""
    return "kilómetro "


def say_don(found: Found) -> str:
    """D. Juan → don Juan."""
    return "don "


ORDINALS: tuple[Rule, ...] = (
    Rule(
        "ordinal",
        rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:[. ]\d{{3}})*|\d{{1,4}})(?P<suffix>{_SUFFIX})(?![\w°ºª])(?! ?[CFcfNSEOW]\b)"
        r"(?:\.(?= [^\W\d_]))?",
        say_ordinal,
        DIGITS,
    ),
    Rule("about", r"(?<![\w.])(?:c|ca|h)\. ?(?=[1-9]\d{2,3}(?!\d))", lambda found: "hacia ", "ch"),
    Rule("don", r"(?<![\w.])D\. (?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ])", say_don, "D"),
    Rule("page", r"(?<![\w.])pp?\. ?(?=\d)", say_page, "p"),
    Rule("page", r"(?<![\w.])(?<!\d )[kK]m\.? (?=\d)", say_kilometre, "m"),
    abbreviated.rule(ABBREVIATIONS, _CLOSING, _STARTERS, _FOLLOWS),
)

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
    Rule(
        "roman",
        rf"(?<=[a-z.] )(?:(?=[IVX])|(?=[LCDM]{{2}})){roman.NUMERAL}",
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
    Rule("roman", r"^(?:[IVX]{1,5}|[IVXLC]{3,5}|(?!vi$)[ivx]{2,5}|[mdclxvi]{4,})$", say_lone_roman, "IVXixc"),
    Rule("roman", rf"(?<![\w.])(?=[IVXLCDM]{{4,}}){roman.NUMERAL}", say_long_roman, "IVXLCDM"),
    Rule(
        "letters and number",
        r"(?<![\w.])([A-Z]{1,3})-?(\d{1,4})([A-Z]{1,2})(?![\w])",
        say_between_letters,
        DIGITS,
    ),
    *initialisms.rules(
        initialisms.Letters(
            words=ACRONYMS,
            said=read(DATA, "initialisms"),
            shouted=frozenset(read(DATA, "capitals")),
            number=lambda number: cardinal(number),
            sayable_from=4,
        )
    ),
    Rule("power", r"(?<=[\w)])\^\(?(?=[-−]?\w)", lambda found: " elevado a ", "^"),
    Rule("equals", r"(?<=\d) ?= ?", lambda found: " es igual a ", "="),
    Rule(
        "initialism",
        r"(?<![\w.@])([A-ZÁÉÍÓÚ]?[a-záéíóúñ]{2,12})([A-Z]{2,4})(?![\w])",
        say_camel,
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ),
    *signs.rules(read(DATA, "signs"), read(DATA, "greek"), "por"),
)


def _with_numbers(rule: Rule) -> Rule:
    """The rule for hashtags, with #Elecciones2024 as a year."""

    def say(found: Found) -> str | None:
        said = rule.say(found)
        parted = said and re.sub(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)", " ", said)
        return parted and re.sub(r"\d+", lambda number: _figures(number[0]), parted)

    return dataclasses.replace(rule, say=say) if rule.name == "hashtag" else rule


def _figures(written: str) -> str:
    if written[0] == "0" or len(written) > 4:
        return digits(written)
    return cardinal(int(written))


def say_file(found: Found) -> str:
    """informe_2024.pdf → informe 2024 punto P D F."""
    kind = found[2] if found[2] in ("zip", "exe") else " ".join(found[2].upper())
    words_of_it = re.sub(
        r"\d+", lambda number: f" {_figures(number[0])} ", found[1].replace("_", " ")
    )
    return " ".join(f"{words_of_it} punto {kind}".split())


def say_site(found: Found) -> str:
    """Booking.com → Booking punto com."""
    return f"{found[1]} punto {found[2]}"


_FILES = (
    Rule(
        "file",
        r"(?<![\w.@/-])([\w-]{1,40})\.(pdf|jpe?g|png|gif|docx?|xlsx?|pptx?|mp[34]|zip|exe|txt|csv|html?)(?![\w/]|\.\w)",
        say_file,
        ".",
    ),
    Rule(
        "address",
        r"(?<![\w.@/-])([A-Z][\w-]{1,30})\.(com|org|net|io|tv)(?![\w/]|\.\w)",
        say_site,
        ".",
    ),
    Rule("scheme", r"(?<!\w)(?:https?|ftp)://(?=\w)", lambda found: "", "/"),
)
ELECTRONIC = (*(_with_numbers(rule) for rule in electronic.rules(electronic.Signs(
    at="arroba", dot="punto", hyphen="guion", underscore="guion bajo", slash="barra",
    hashtag="hashtag", digit=lambda digit: cardinal(digit), tops=frozenset({"es"}), www="W W W",
))), *_FILES)  # fmt: skip
