"""Spanish abbreviations, ordinals, initialisms, Roman numerals and signs."""

from __future__ import annotations

import re

from podcast.spoken import abbreviated, initialisms, signs
from podcast.spoken.context import ends_sentence, word_after
from podcast.spoken.es.numbers import DATA, article, cardinal, figures_of, ordinal
from podcast.spoken.rules import DIGITS, Found, Rule
from podcast.spoken.tables import read, words

ABBREVIATIONS = read(DATA, "abbreviations")
_FOLLOWS = {
    **dict.fromkeys(
        words(
            "lun. mar. mié. jue. vie. sáb. dom. No. cap. caps. vol. vols. fig. figs. art. arts. t. min. km. "
            "fol. fols. Op. op. lib. libs. incs. inc. lám. láms. pta. esc. ca. ms. tít. párr. párrs. num. pag. "
            "pags. cód. ap. ptos. pto. exp. disp. Of. ene. feb. abr. jun. jul. ago. sep. sept. oct. nov. dic. cent. R.D. R.D.L."
        ),
        abbreviated.BEFORE_NUMBER,
    ),
    **dict.fromkeys(
        words(
            "adm. Rep. Lica. Fr. Cap. Sto. Sta. Dir. Adm. Col. Pte. Sr Sra Dr Dra Gral Soc. Inst. Brig. Fund. Fac. Dist. Pl. Prov."
        ),
        abbreviated.BEFORE_NAME,
    ),
    "esc.": re.compile(r" ?(?:\d|[IVXLA-H]\b)"),
    "C/": re.compile(r" ?[^\W\d_]"),
    "vid.": re.compile(r" ?(?:\d|pp?\.|págs?\.|caps?\.|arts?\.|n\.|nota|infra|supra)"),
}
STOPS = abbreviated.stops(ABBREVIATIONS, _FOLLOWS) - {"vid."}
_CLOSING = frozenset({"etc.", "a. C.", "d. C.", "S. A.", "EE. UU.", "EE.UU.", "Ud.", "Uds."})
_STARTERS = words(
    "El La Los Las Un Una Unos Unas Es Son Fue Ha Han En De Del Al Por Para Con Sin Y Pero No Se Su "
    "Ud Uds Sus Este Esta Estos Estas Ese Esa Según Desde Hasta Hoy Ayer Cuando Como Aunque También Además "
    "Después Luego Entonces Ahora Mientras Finalmente Así Tras Durante Antes Sobre Entre Todo Todos Toda "
    "Todas Muchos Muchas Algunos Algunas Otros Otras Otro Otra Esto Eso Ella Él Ellos Ellas Hay Había "
    "Fueron Eran Está Están Solo Sólo Si Qué Quién A Pues Porque Quizá Cada Mi Nuestro Nuestra Desde"
)
_SUFFIX = r"(?:\.?(?:ª|º|°|ᵉʳ|os|as|avo|ava|ero|era|er|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na|o|a)s?)"
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
        latin_american = number > 10 and letter in ("vo", "va", "avo", "ava")
        if letter not in last[str(number)[-1]].split() and not latin_american:
            return None
    bare = letter in ("a", "o") and "." not in found["suffix"]
    if not number or (bare and number > 100) or (letter in "°º" and _is_degrees(found, number)):
        return None
    if gender == "o" and not plural and found.after[:1] == " " and str(number)[-1] in "13":
        # 1.º año is said primer año; 1.º alone primero.
        noun = word_after(found)
        gender = "er" if article(noun) == "un" and not noun[:1].isupper() else "o"
    return ordinal(number, gender) + ("s" if plural else "")


_WARM = r" (?:a la sombra|al sol|en el (?:agua|interior|exterior)|de (?:máxima|mínima|temperatura|fiebre)|bajo cero|sobre cero)\b"


def _is_degrees(found: Found, number: int) -> bool:
    """Whether 40° or 45º are degrees: no noun comes after, and for º a word that measures before."""
    noun = word_after(found)
    if re.match(_WARM, found.after):
        return True
    if re.search(r"(?:\b[mM](?:áx|ín)\.?|[mM](?:áxim|ínim)[ao]s?)(?: de)?:? $", found.before):
        return True
    if re.search(
        r"(?:ángulo|giro|inclinación|pendiente|rotación|arco|latitud|temperatura|girar?)s? (?:es )?(?:de|del) $",
        found.before,
    ):
        return True
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


_SIDES = {"N": "norte", "S": "sur"}
_BETWEEN = {"E": "este", "O": "oeste", "W": "oeste"}


def say_side(found: Found) -> str | None:
    """vientos del NO → del noroeste, al SE de Lugo → al sureste de Lugo."""
    letters = re.findall("[NSEOW]", found[2])
    placed = found[1] == "al " and re.match(r" del? ", found.after)
    if not placed and not re.search(
        r"(?:[vV]ientos?|[fF]lujo|[rR]achas|[bB]risas?|[cC]omponente|[sS]ector|[oO]leaje|[mM]ar de fondo) (?:\w+ )?$",
        found.before,
    ):
        return None
    first = {"N": "nor", "S": "sur"}[letters[0]] if len(letters) > 1 else ""
    last = (_SIDES | _BETWEEN)[letters[-1]]
    return f"{found[1]}{first}{last}"


def say_between_letters(found: Found) -> str:
    """A400M → A cuatrocientos M."""
    return f"{' '.join(found[1])} {figures_of(found[2])} {' '.join(found[3])}"


def say_camel(found: Found) -> str:
    """OpenGL → Open G L, MySQL → My S Q L."""
    return f"{found[1]} {' '.join(found[2])}"


def say_page(found: Found) -> str:
    """p. 12 → página doce."""
    return "páginas " if found.text.startswith("pp") else "página "


def say_articles(found: Found) -> str:
    """44 arts. → artículos."""
    return "artículos" + ("." if ends_sentence(found) else "")


def say_kilometre(found: Found) -> str:
    """en el km 17 → en el kilómetro diecisiete."""
    return "kilómetro "


def say_don(found: Found) -> str:
    """D. Juan → don Juan."""
    return "don "


ORDINALS: tuple[Rule, ...] = (
    Rule(
        "ordinal",
        rf"(?<![\w.,])(?<![A-Z]-)(?<![-−])(?P<number>\d{{1,3}}(?:[. ]\d{{3}}){{0,4}}|\d{{1,4}})(?P<suffix>{_SUFFIX})(?![\w°ºª])(?! ?[CFcfNSEOW]\b)"
        r"(?:(?<=[a-z])\.(?= [^\W\d_]))?",
        say_ordinal,
        DIGITS,
    ),
    Rule("about", r"(?<![\w.])(?:c|ca|h)\. ?(?=[1-9]\d{2,3}(?!\d))", lambda found: "hacia ", "ch"),
    Rule(
        "sea level",
        r"(?<=m )s\. ?n\. ?m\.(?! ?[A-ZÁÉÍÓÚ])|(?<=m )s\. ?n\. ?m(?=\.)",
        lambda found: "sobre el nivel del mar",
        "m",
    ),
    Rule("each", r"(?<![\w/])c/(?=\d)", lambda found: "cada ", "/"),
    Rule(
        "times a day",
        r"(?<=[\wé]) x (?=(?:semana|día|mes|año|persona|hora)\b)",
        lambda found: " por ",
        "x",
    ),
    Rule("chapter", r"(?<![\w.])Cap\.(?= ?(?:\d|[IVXL]+\b))", lambda found: "Capítulo", "C"),
    Rule("number sign", r"(?<!\w)# ?(?=\d{1,4}(?!\w))", lambda found: "número ", "#"),
    Rule(
        "compass",
        r"\b(del? |al |)((?:[NS]\.?-?[EOW]|[NSEOW])\.?)(?=$|[ ,;)])",
        say_side,
        "NSEOW",
    ),
    Rule("don", r"(?<![\w.])(?<![A-Z] )D\. (?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ])", say_don, "D"),
    Rule("page", r"(?<![\w.])pp?\. ?(?=\d)", say_page, "p"),
    Rule("articles", r"(?<=\d )arts\.(?! ?\d)", say_articles, "a"),
    Rule("page", r"(?<![\w.])(?<!\d )[kK]m\.? (?=\d)", say_kilometre, "m"),
    abbreviated.rule(ABBREVIATIONS, _CLOSING, _STARTERS, _FOLLOWS),
)

RULES: tuple[Rule, ...] = (
    Rule(
        "letters and number",
        r"(?<![\w.])([A-Z]{1,3})-?(\d{1,4})([A-Z]{1,2})(?![\w])",
        say_between_letters,
        DIGITS,
    ),
    *initialisms.rules(initialisms.letters(DATA, lambda number: cardinal(number), sayable_from=4)),
    Rule("power", r"(?<=[\w)])\^\(?(?=[-−]?\w)", lambda found: " elevado a ", "^"),
    Rule("equals", r"(?<=[\d€$£%]) ?= ?", lambda found: " es igual a ", "="),
    Rule(
        "initialism",
        r"(?<![\w.@])([A-ZÁÉÍÓÚ][a-záéíóúñ]{1,12}|[a-záéíóúñ]{2,12})([A-Z]{2,4})(?![\w])",
        say_camel,
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ),
    *signs.rules(read(DATA, "signs"), read(DATA, "greek"), "por"),
)
