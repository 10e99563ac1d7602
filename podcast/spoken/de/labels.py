"""German numbers that are names: telephones, accounts, postcodes."""

from __future__ import annotations

import re

from podcast.spoken import codes, roman
from podcast.spoken.de.numbers import cardinal, digits
from podcast.spoken.rules import DIGITS, Found, Rule

_SHORT = {
    "Tel": "Telefon", "Kto": "Konto", "Kd": "Kunden", "Best": "Bestell", "Art": "Artikel",
    "Rg": "Rechnungs", "Mobiltel": "Mobiltelefon",
}  # fmt: skip


def expand(label: str) -> str:
    """Tel. → Telefon, Kd.-Nr. → Kundennummer."""
    match = re.match(r"([A-ZÄÖÜ]\w*)\.?((?:-?[Nn]r\.)?)", label)
    if not match:
        return label
    name = _SHORT.get(match[1].removesuffix("nr"), match[1].removesuffix("nr"))
    number = "nummer" if match[2] or match[1].endswith("nr") else ""
    return name + number + label[match.end() :]


CODES = codes.Codes(
    labels=r"Tel\.|Telefon|Tel|Fax|Hotline|Handy|Mobil|Durchwahl|Notruf|PIN|TAN|PLZ|Konto|BLZ|"
    r"Postleitzahl|Postfach|ISBN|ISSN|Vorwahl|Ruf|Code|(?:\w{1,20}-)?ID|Kto\.|(?:[A-ZÄÖÜ]\w{1,20}\.?-Nr\.)|"
    r"\w{1,30}(?:nummer|code|zeichen|nr\.)|Rufnummer",
    short="Notruf|PIN|Vorwahl",
    group=digits,
    spelled="$^",
    digit=cardinal,
    number=cardinal,
    plus="plus",
    point="Punkt",
    minus="minus",
    version="Version",
    joins="bis|und|Euro",
    expand=expand,
)


def say_postcode(found: Found) -> str | None:
    """Hauptstraße 5, 10115 Berlin → … eins null eins eins fünf Berlin."""
    after_street = re.search(
        r"\d ?[a-z]?, $|\b(?:D|A|CH)-$|(?:[sS]tr\.|[sS]traße|[wW]eg|[pP]latz|[aA]llee|[gG]asse) .{0,40}, $",
        found.before,
    )
    return digits(found.text) if after_street else None


def spell(found: Found) -> str:
    """BIC MARKDEF1 → M A R K D E F eins."""
    return " ".join(cardinal(int(sign)) if sign.isdigit() else sign for sign in found.text)


def say_first_postcode(found: Found) -> str | None:
    """10115 Berlin → eins null eins eins fünf Berlin; 20000 Menschen is a count."""
    return None if found.text.endswith("000") else digits(found.text)


_EMERGENCY = (
    r"(?:(?<=\bdie )|(?<=\bder )|(?<=\bunter )|(?<=\bNummer )|(?<=\bRufnummer )|(?<=\bFeuerwehr )|(?<=\bPolizei )|(?<=\bRufen Sie )|(?<=\bwählen Sie ))"
    r"(?:110|112|116 ?117)(?=$|[.,;:!?)]| (?:an|wählen|gewählt|rufen|anrufen|erreichbar|verständigen|"
    r"alarmieren|alarmiert|zu erreichen|oder|und (?:die )?11)\b)"
)


def say_flaw(found: Found) -> str:
    """CVE-2024-3094 → C V E zweitausendvierundzwanzig, drei null neun vier."""
    return f"C V E {cardinal(int(found[1]))}, {digits(found[2])}"


def say_lettered_roman(found: Found) -> str:
    """Stadium IIIb → drei b."""
    return f"{cardinal(roman.value(found[1]))} {found[2]}"


def say_called(found: Found) -> str | None:
    """Die 112 gilt europaweit → eins eins zwei, where help is called."""
    told = re.search(
        r"\b(?:Notruf\w*|europaweit|wähl\w+|anruf\w*|ruft|rufen)\b", found.before + found.after
    )
    return digits(found.text) if told else None


RULES: tuple[Rule, ...] = (
    Rule("flaw", r"\bCVE-(\d{4})-(\d{4,7})(?![\w-])", say_flaw, "C"),
    Rule(
        "roman",
        r"(?:(?<=Stadium )|(?<=Stadien )|(?<=Klasse )|(?<=Grad )|(?<=Typ )|(?<=Phase )|(?<=Stufe ))([IVX]{1,4})([a-d])(?!\w)",
        say_lettered_roman,
        "IVX",
    ),
    Rule(
        "emergency",
        r"(?:(?<=\bDie )|(?<=\bdie )|(?<=\bder ))(?:110|112)(?! ?[\d%€A-Z]|[.,]\d)",
        say_called,
        "1",
    ),
    Rule("extension", r"(?<=Durchwahl )[-–] ?(?=\d)", lambda found: "", "-–"),
    Rule("account", r"(?<=\bBIC )[A-Z]{6}[A-Z0-9]{2,5}\b", spell, "B"),
    Rule("account", r"(?<=\bBIC: )[A-Z]{6}[A-Z0-9]{2,5}\b", spell, "B"),
    Rule("emergency", _EMERGENCY, lambda found: digits(found.text), "1"),
    Rule("postcode", r"^\d{5}(?= [A-ZÄÖÜ][a-zäöüß]+(?:,|$))", say_first_postcode, DIGITS),
    Rule(
        "postcode",
        r"(?:(?<=, )\d{5}|(?:(?<=\b[DA]-)|(?<=\bCH-))\d{4,5})(?= [A-ZÄÖÜ])",
        say_postcode,
        DIGITS,
    ),
)
