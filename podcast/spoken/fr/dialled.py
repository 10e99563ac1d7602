"""French telephone numbers: in pairs, as they are dictated, however they are written."""

from __future__ import annotations

import re

from podcast.spoken.fr.numbers import cardinal, digits, group
from podcast.spoken.rules import DIGITS, Found, Rule


def foreign_group(written: str) -> str:
    """A group of a number that isn't dictated in pairs: 20 → vingt, 212 → deux un deux."""
    return group(written) if len(written) < 3 else digits(written)


def in_pairs(written: str) -> str:
    """0612345678 → zéro six, douze, …; what is left over stands first: 6, 12, 34, …."""
    odd = len(written) % 2
    pairs = re.findall(r"\d\d", written[odd:])
    return ", ".join(group(pair) for pair in ([written[0]] if odd else []) + pairs)


def say_domestic(found: Found) -> str:
    """06.12.34.56.78 → zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit."""
    return in_pairs(re.sub(r"\D", "", found.text))


def say_service(found: Found) -> str:
    """0800 123 456 → zéro, huit cents, cent vingt-trois, quatre cent cinquante-six."""
    rest = re.findall(r"\d+", found["rest"])
    return ", ".join(["zéro", group(found["prefix"]), *map(group, rest)])


def say_abroad(found: Found) -> str:
    """+33 (0)6 12 34 56 78 → plus trente-trois, six, douze, …; Belgians dictate threes as well."""
    rest = re.findall(r"\d+", found["rest"].replace("(0)", ""))
    number = "".join(rest)
    said = in_pairs(number) if found["country"] == "33" or len(rest) == 1 else None
    sign = "plus" if "+" in found["plus"] else "zéro zéro"
    return f"{sign} {group(found['country'])}, {said or ', '.join(map(group, rest))}"


def say_american(found: Found) -> str:
    """1-800-555-0199 → un, huit cents, …; 212-555-1234 → deux un deux, ….."""
    groups = found.text.split("-")
    return ", ".join(group(part) if part == "800" else foreign_group(part) for part in groups)


def say_card(found: Found) -> str:
    """4970 1234 5678 9012 → four figures at a time, as they stand on the card."""
    return ", ".join(map(digits, found.text.split()))


def say_plus(found: Found) -> str:
    """+1 000 000 000 → plus un milliard: nobody has that number."""
    return f"plus {cardinal(int(re.sub('[^0-9]', '', found.text)))}"


def say_book(found: Found) -> str:
    """ISBN 978-2-07-036822-8 → neuf sept huit, deux, …."""
    return f"I S {found[1]} N {', '.join(map(digits, re.findall('[0-9]+', found[2])))}"


def say_prerelease(found: Found) -> str:
    """v2.0.0-beta.4 → version deux point zéro point zéro tiret beta point quatre."""
    number = " point ".join(cardinal(int(part)) for part in found[1].split("."))
    rest = found[2].replace(".", " point ")
    return f"version {number} tiret " + re.sub(r"\d+", lambda d: cardinal(int(d[0])), rest)


_START = r"(?<![\w.,/+-])(?<!\d )"
_END = r"(?![\w/-]|[.,]\d| \d)"


def say_short_number(found: Found) -> str:
    """Appelez le 3919 → trente-neuf dix-neuf."""
    return f"{cardinal(int(found[1]))} {cardinal(int(found[2]))}"


RULES: tuple[Rule, ...] = (
    Rule(
        "telephone",
        r"(?:(?<=ppelez le )|(?<=ppeler le )|(?<=omposez le )|(?<=omposer le )|(?<=oignez le )|(?<=numéro ))"
        r"([13]\d)([1-9]\d)(?=$|[,;.)]| (?:ou|et|pour|est|\())",
        say_short_number,
        "13",
    ),
    Rule(
        "telephone",
        rf"{_START}0[ .]?(?P<prefix>8\d\d)[ .]?(?P<rest>\d{{3}}[ .]?\d{{3}}|\d\d(?:[ .]?\d\d){{2}}){_END}",
        say_service,
        "0",
    ),
    Rule("telephone", rf"{_START}0[1-9](?:[ ./-]?\d\d){{4}}{_END}", say_domestic, "0"),
    Rule(
        "telephone",
        rf"{_START}(?P<plus>\(?\+|00 ?)(?P<country>33|32|41|352|377)\)?"
        rf"(?P<rest>(?: ?\(0\))?(?:[ ./-]?\d{{1,3}}){{2,6}}){_END}",
        say_abroad,
        DIGITS,
    ),
    Rule(
        "version",
        r"(?<![\w.])v(\d{1,4}(?:\.\d{1,4}){1,3})-((?:alpha|beta|rc|dev)(?:\.\d{1,4})?)(?!\w)",
        say_prerelease,
        "v",
    ),
    Rule(
        "code",
        r"(?:(?<=\b[nN][°º] )|(?<=\b[nN]uméro ))\d{7,}(?![\w,.]\w)",
        lambda found: digits(found.text),
        "°ºo",
    ),
    Rule("card", r"(?<![\w.,])(?<!\d )\d{4}(?: \d{4}){3}(?!\w| \d)", say_card, DIGITS),
    Rule("round", r"(?<![\w.,])\+\d{1,3}(?: 000){2,4}(?!\w| \d)", say_plus, "+"),
    Rule("book", r"\bIS([BS])N(?: ?:)? (\d[\d-]{6,16})(?!\w)", say_book, "I"),
    Rule("telephone", rf"{_START}(?:1-)?\d{{3}}-\d{{3}}-\d{{4}}{_END}", say_american, "-"),
)
