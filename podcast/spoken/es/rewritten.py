"""Spanish forms that are another form in a different dress: $ 250 MXN is 250 MXN.

A row gives what is written and how it would be written plainly; the other rules say that.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from podcast.spoken.es.amounts import is_american
from podcast.spoken.figures import BEGIN, NUMBER
from podcast.spoken.rules import Found, Rule, apply, find

_N = rf"(?:{NUMBER}|\d{{1,6}}\.\d{{1,2}}(?!\d))"
_TIME = r"\d{1,2}[:.][0-5]\d"
_CLOCK = r"\d{1,2}:[0-5]\d"
_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTH = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"

PLAIN: tuple[tuple[str, str, str], ...] = (
    # 50%-60% → 50-60 %, 5 €-10 € → 5-10 €
    (rf"{BEGIN}({_N}) ?(%|€|[°º]C|km|kg|m) ?[-–] ?({_N}) ?\2(?!\w)", r"\1-\3 \2", "-–"),
    # $ 250 MXN → 250 MXN
    (rf"(?<![\w$])(?:[A-Z]{{1,2}})?[$€£] ?({_N}(?: mill(?:ón|ones))?) ?((?:US|MX|AR|CO|CL|CA|AU|UY)[DNSPU]|COP|EUR|GBP|DOP)(?!\w)",
     r"\1 \2", "$€£"),
    # 500 mil personas → 500.000 personas: it agrees, and has no "de" before euros
    (r"(?<![\w.,])(?<!\d )([1-9]\d{0,2}) mil(?![^\W_]| ?mill)( ?(?:€|\$|%|[^\W\d_]+[²³]?))?(?!\w)",
     r"\1.000\2", "m"),
    # $10,000.00 MXN → MXN 10,000.00
    (r"(?<![\w$])\$ ?(\d{1,3}(?:,\d{3})+(?:\.\d\d)?) ?(MXN|USD)(?!\w)", r"\2 \1", "$"),
    # 120/80 mmHg
    (r"(?<![\w.,/])(\d{2,3})/(\d{2,3}) ?mmHg(?!\w)", r"\1, \2 mmHg", "H"),
    # 9:00-17:00 → 9:00 a 17:00
    (rf"(?<![\w.,:])({_CLOCK})(?: ?h)? ?[-–] ?({_CLOCK}(?: ?(?:hs|hrs?|h)\b\.?| horas)?)(?![\w:])",
     r"\1 a \2", ":"),
    (rf"(?<![\w.,:])({_TIME})(?: ?h)? ?[-–] ?({_TIME} ?(?:hs|hrs?|h)\b)", r"\1 h a \2", "h"),
    # 3-4 de julio → 3 a 4 de julio
    (rf"(?<![\w.,:/-])(\d{{1,2}}) ?[-–] ?(\d{{1,2}} de (?:{_MONTH})(?: del? \d{{4}})?)(?!\w)",
     r"\1 a \2", "-–"),
    # entre 10-15 años → entre 10 y 15 años
    (rf"(?<=\b[eE]ntre )({_N}) ?[-–] ?({_N})(?![\w–-]|[.,]\d)", r"\1 y \2", "-–"),
    # hojas de 5-10 × 2-3 cm → 5 a 10 por 2-3 cm
    (r"(?<![\w.,–-])(\d{1,3}(?:,\d)?)[-–](\d{1,3}(?:,\d)?) ?[x×] ?(\d{1,3}(?:,\d)?[-–]\d{1,3}(?:,\d)?(?: ?(?:[mcdknµ]?m|px|in|ft))?)(?![\w²³])",
     r"\1 a \2 por \3", "x×"),
    # 10x15 cm → 10 por 15 cm
    (rf"{BEGIN}({_N}) ?[x×] ?({_N}) ?[x×] ?({_N})((?: ?(?:[mcdknµ]?m|px|in|ft)(?![\w²³]))?)(?!\w)", r"\1 por \2 por \3\4", "x×"),
    (rf"{BEGIN}({_N}) ?[x×] ?({_N}(?: ?(?:[mcdknµ]?m|px|in|ft)(?![\w²³])))", r"\1 por \2", "x×"),
    # 5ºA → 5.º A
    (r"(?<![\w.,])(\d{1,2})[ºª°]([ABD-HJ])(?![\w'’])(?<![EF])", r"\1.º \2", "ºª°"),
    # 2.000 €/mes → 2.000 € al mes, 2 veces/día → 2 veces al día
    (rf"{BEGIN}({_N} ?[^\d\s/]{{1,12}})/(mes|año|día)(?!\w)", r"\1 al \2", "/"),
    (rf"{BEGIN}({_N} ?[^\d\s/]{{1,12}})/semana(?!\w)", r"\1 a la semana", "/"),
    # -$5 → -5 $
    (rf"(?<![\w)])[-−]([$€£]) ?({_N})(?!\w|[.,]\d)", r"-\2 \1", "$€£"),
    # 5/10 °C → 5 a 10 °C
    (r"(?<![\w.,/])([-−]?\d{1,2}(?:,\d)?)/([-−]?\d{1,2}(?:,\d)?) ?([°º] ?C)(?!\w)", r"\1 a \2 \3", "/"),
    # 13.400 M de años → 13.400 millones de años
    (rf"{BEGIN}({_N}) ?M de (?=[^\W\d_]{{3}})", r"\1 millones de ", "M"),
    # 1 ½ tazas → 1½ taza
    (r"(?<![\w.,/])1(?: ?½| 1/2) ([^\W\d_]{2,}[aeo])s(?!\w)", r"1½ \1", "½2"),
    # 1 ½ horas → 1½ horas; the sign parts it anyway
    (r"(?<![\w.,/])(\d{1,3}) (½ [^\W\d_]{3,})", r"\1\2", "½"),
)  # fmt: skip


def rules(others: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules that rewrite, and have `others` say what comes out."""

    @functools.lru_cache(maxsize=512)
    def said(written: str, language: str) -> str:
        return apply(written, find(others, written, language))

    def plainly(found: Found, plain: str) -> str:
        return said(found.match.expand(plain), found.language)

    def roman_date(found: Found) -> str:
        month = _ROMAN_MONTHS.index(found[2].upper()) + 1
        return said(f"{found[1]}/{month}/{found[3]}", found.language)

    def grouped_by_commas(found: Found) -> str | None:
        if not is_american(found.language):
            return None
        return said(found[1].replace(",", ".") + found[2], found.language)

    months = "|".join(sorted(_ROMAN_MONTHS, key=len, reverse=True))
    return (
        *(
            Rule("plainly", pattern, functools.partial(plainly, plain=plain), needs)
            for pattern, plain, needs in PLAIN
        ),
        # In Mexico: 1,500 km → 1.500 km, 1,250 personas → 1.250 personas
        Rule(
            "plainly",
            r"(?<![\w.,$])(?<![$€£] )([1-9]\d{0,2}(?:,\d{3})+)( ?[^\W\d_]+(?:/[a-z])?[²³]?)(?![\w/])",
            grouped_by_commas,
            ",",
        ),
        Rule(
            "date",
            rf"(?<![\w.,/-])(\d{{1,2}})[-/.]({months})[-/.](\d{{4}}|\d\d)(?![\w/-])",
            roman_date,
            "IVX",
        ),
    )
