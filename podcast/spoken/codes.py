"""Numbers that are names: telephone numbers, accounts, versions. Said part by part."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from podcast.spoken.rules import DIGITS, Found, Rule

PHONE = r"(?:\+\d{1,3}|\(\+?\d{1,5}\)|00?\d{0,5})(?:[ /.–-]{0,3}(?:\(\d{1,5}\)|\d{1,12})){1,7}"
_IBAN = r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"
_VERSION = r"(?<![\w.,])(?!\d{1,3}(?:\.\d{3})+(?!\d|\.\d))\d{1,4}(?:\.\d{1,4}){2,4}(?!\w|[.,]\d)"
_ADDRESS = r"(?<![\w.,])\d{1,3}(?:\.\d{1,3}){3}(?!\w|[.,]\d)"


@dataclass(frozen=True)
class Codes:
    """How a language says them."""

    labels: str
    """Words before a number that make it a name, as a pattern: "Tel\\.|Rufnummer"."""
    short: str
    """Those of them that make it one even when it's short: "Notruf"."""
    group: Callable[[str], str]
    """One group of a telephone number: digits one by one, or in pairs."""
    digit: Callable[[int], str]
    spelled: str
    """Words of `labels` whose number is said digit by digit."""
    number: Callable[[int], str]
    plus: str
    point: str
    minus: str
    version: str
    """How the v of v2.0 is said."""
    joins: str = "bis|und"
    """Words after a number that show it's a count after all."""
    expand: Callable[[str], str] = str
    """What is said of the label: "Tel." → Telefon."""


def rules(codes: Codes) -> tuple[Rule, ...]:
    """Return the rules for account numbers, telephone numbers and versions."""

    def spell(text: str) -> str:
        return " ".join(codes.digit(int(sign)) if sign.isdigit() else sign for sign in text)

    def iban(found: Found) -> str:
        signs = found.text.replace(" ", "")
        return ", ".join(spell(signs[at : at + 4]) for at in range(0, len(signs), 4))

    def numbered(found: Found) -> str:
        # +33 (0)1: the bracket is for those who dial without the country.
        groups = re.findall(r"\d+", re.sub(r"(?<=\d) ?\(0\)", " ", found["number"]))
        plus = f"{codes.plus} " if "+" in found["number"] else ""
        label = codes.expand(found["label"]) if found["label"] else ""
        say = spell if found["label"] and re.match(codes.spelled, found["label"]) else codes.group
        return label + plus + ", ".join(say(group) for group in groups)

    def labelled(found: Found) -> str | None:
        # "Nr. 12" is said as a number: only what's long is spelled.
        long = sum(sign.isdigit() for sign in found["number"]) >= 4
        return numbered(found) if long or re.match(codes.short, found["label"]) else None

    def zone(found: Found) -> str:
        minutes = f" {codes.number(int(found[4]))}" if int(found[4] or 0) else ""
        sign = codes.plus if found[2] == "+" else codes.minus
        return f"{' '.join(found[1].upper())} {sign} {codes.number(int(found[3]))}{minutes}"

    def numbered_version(found: Found) -> str:
        return f"{codes.version} {version(found)}"

    def telephone(found: Found) -> str | None:
        count = sum(sign.isdigit() for sign in found["number"])
        return numbered(found) if 7 <= count <= 15 else None

    def version(found: Found) -> str:
        parts = found.text.lstrip("v").split(".")
        said = [spell(p) if p[0] == "0" and p[1:] else codes.number(int(p)) for p in parts]
        return f" {codes.point} ".join(said)

    label = rf"(?P<label>\b(?:{codes.labels})(?: ?:)? ?)"

    def account(found: Found) -> str:
        return found[1] + ", ".join(spell(part) for part in found[2].split())

    return (
        Rule("account", _IBAN, iban, DIGITS),
        Rule(
            "account",
            rf"(\b(?:{codes.spelled})(?: ?:)? )((?=[A-Z0-9 ]{{0,12}}\d)[A-Z0-9]{{3,}}(?: [A-Z0-9]{{2,}}){{0,8}})(?!\w)",
            account,
            DIGITS,
        ),
        Rule(
            "telephone",
            rf"{label}(?P<number>[+(]?\d[\d /().–-]{{1,28}}\d)(?!\w|[.,]\d| (?:{codes.joins}))",
            labelled,
            DIGITS,
        ),
        Rule("address", _ADDRESS, version, "."),
        Rule(
            "zone", r"(?<!\w)(GMT|UTC|gmt|utc) ?([+-−]) ?(\d{1,2})(?::(\d\d))?(?!\w)", zone, "GUgu"
        ),
        Rule("version", r"(?<![\w.])v\d{1,4}(?:\.\d{1,4}){1,4}(?![\w.]\d)", numbered_version, "v"),
        Rule(
            "telephone",
            rf"(?<![\w.,:/-])(?<!\d )(?P<label>)(?P<number>{PHONE})(?!\w|[.,/:-]\d)",
            telephone,
            DIGITS,
        ),
    )


def version_rule(codes: Codes) -> Rule:
    """Return the rule for 2.0.1, which comes after dates."""

    def version(found: Found) -> str:
        parts = [codes.number(int(part)) for part in found.text.split(".")]
        return f" {codes.point} ".join(parts)

    return Rule("version", _VERSION, version, ".")
