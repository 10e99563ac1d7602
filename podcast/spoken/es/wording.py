"""How Spanish speaks of amounts: its words for money, measures, counts and telephone numbers."""

from __future__ import annotations

import dataclasses

from podcast.spoken import codes, figures, metric, romance
from podcast.spoken.es.numbers import (
    DATA,
    article,
    cardinal,
    figure,
    fraction,
    group,
    half,
    noun_after,
    read_number,
)
from podcast.spoken.quantities import Forms, Wording
from podcast.spoken.tables import read_pairs

SIGNS = {"-": "menos", "−": "menos", "–": "menos", "+": "más", "±": "más menos", "&": "y"}
PESOS = ("MX", "AR", "CL", "CO", "UY", "DO", "CU")
"""Regions whose $ is the peso."""


def with_cents(whole: str, cents: int, names: Forms) -> str:
    """cinco euros cincuenta céntimos."""
    return f"{whole} {names[0] if cents == 1 else f'{cardinal(cents, _kind(names))} {names[1]}'}"


def _kind(names: Forms) -> str:
    return names[0].partition(" ")[0]


_NUMBER = rf"{figures.NUMBER}|(?:0|[0-9]{{4,6}})\.[0-9]{{3}}(?![0-9])|[0-9]{{1,6}}\.(?:[0-9]{{1,2}}|[0-9]{{4,8}})(?![0-9])"
WORDING = Wording(
    figure=figure,
    takes_plural=lambda number: True,
    units=metric.units(DATA),
    currencies=read_pairs(DATA, "currencies"),
    cents=read_pairs(DATA, "cents"),
    magnitudes=read_pairs(DATA, "magnitudes"),
    with_cents=with_cents,
    joined=lambda noun: f" de {noun}",
    signs=SIGNS,
    to="a",
    to_words="a|y|o",
    per="por",
    tenths_are_cents=True,
    capital_begins=True,
    number=_NUMBER,
    read=read_number,
)
IN_PESOS = dataclasses.replace(
    WORDING, currencies={**WORDING.currencies, "$": ("un peso", "pesos")}
)

MANNER = romance.Manner(
    figure=figure,
    article=article,
    fraction=fraction,
    half=half,
    noun=noun_after,
    signs=SIGNS,
    decimal={",": "coma", ".": "punto"},
    to="a",
    score="a",
    bracketed=", ",
    times="por",
    power="elevado a",
    point="punto",
    coded=r"[Pp]er[ií]odo|[Bb]ienio|[Tt]rienio|[Qq]uinquenio|[Dd]ecenio|[Cc]ursos?|[Tt]emporadas?|"
    r"[Ll]egislatura|[Cc]ampaña|[Ee]jercicio|[Cc]iclo|[Mm]arco|[Pp]lan|[Mm]andato|#|n\.?[ºo°]|[Nn]úm\.|[Nn]úmero|[Aa]rtículo|[Ll]ey|[Dd]ecreto|[Ee]xpediente|Boeing",
    listed="y|o|a",
    names=r"º|núm\.|nro\.|página|capítulo|número|artículo|habitación|línea|tomo|sección|anexo|figura|tabla|nivel|"
    r"grupo|fase|tipo|fórmula|versión|euro|año|vuelo|puerto|calle|ruta|autopista|siglo|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
    r"diciembre",
)

CODES = codes.Codes(
    labels=r"[Cc]ódigo postal|Tel\.|Tels\.|Tel|Tfno\.|tel\.|Teléfono|teléfono|Fax|fax|DNI|NIF|CIF|ISBN|código|Código|"
    r"móvil|Móvil|celular|Celular|WhatsApp|[Ll]lame al|[Ll]lámame al|C\.P\.|CP|"
    r"[Nn]úmero de cuenta|[Cc]uenta|[Tt]arjeta",
    short="$^",
    group=group,
    digit=lambda digit: cardinal(digit),
    spelled="[Cc]ódigo postal|[Nn]úmero de cuenta|[Cc]uenta|[Tt]arjeta|DNI|NIF|CIF|ISBN|CLABE|CUIT|CURP",
    number=lambda number: cardinal(number),
    plus="más",
    point="punto",
    minus="menos",
    version="versión",
    joins="a|y|euros|pesos",
    expand=lambda label: label.replace("Tel.", "Teléfono").replace("tel.", "teléfono"),
)
