"""Numbers that are dialled or typed: telephones, accounts, versions."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.rules import DIGITS, Found, Rule


def _dial(group: str) -> str:
    return figures.digits(group, zero="oh")


def say_telephone(found: Found) -> str | None:
    """(212) 555-0187 → two one two, five five five, oh one eight seven; 1-800- → eight hundred."""
    plus = "plus " if found.text.startswith("+") else ""
    groups = re.findall(r"[0-9]+", re.split("ext|x|#", found.text)[0])
    if plus and len(groups) == 1 and len(groups[0]) > 8:
        groups = [groups[0][:2], groups[0][2:]]
    said = [plus + _dial(groups[0]), *map(_dial, groups[1:])]
    if len(groups) > 2 and groups[1] == "800" and groups[0] in {"1", "0"}:
        said[1] = "eight hundred"
    extension = re.search(r"(?:#|ext\.?|x)\s?([0-9]{1,6})$", found.text)
    if extension:
        said.append(f"extension {_dial(extension[1])}")
    return ", ".join(said)


def say_spaced(found: Found) -> str | None:
    """0800 1111, 08457 90 90 90: a zero ahead and eight figures or more are no numbers in a row."""
    if re.fullmatch("0[0-9][0-5][0-9]-[0-2][0-9][0-5][0-9]", found.text):
        return None  # open 0900-1730
    most = 15 if found.text.startswith("00") else 12
    return say_telephone(found) if 8 <= sum(map(str.isdecimal, found.text)) <= most else None


def say_helpline(found: Found) -> str | None:
    """Samaritans can be contacted on 116 123: a number in two halves."""
    return say_telephone(found) if _LINE.search(found.before) else None


_LINE = re.compile(
    r"\b(?:call|contact|phone|ring|dial|text|helpline|hotline|free|samaritans|childline)\w*\b[^.]{0,40}$",
    re.I,
)


def say_vanity(found: Found) -> str:
    """1-800-GO-U-HAUL → one, eight hundred, GO U HAUL."""
    parts = found.text.split("-")
    said = [_dial(part) if part.isdecimal() else _word(part) for part in parts]
    if len(parts) > 1 and parts[1] == "800":
        said[1] = "eight hundred"
    head = sum(1 for part in parts[:2] if part.isdecimal())
    return ", ".join([*said[:head], " ".join(said[head:])])


def _word(part: str) -> str:
    return part.lower() if len(part) > 1 else part


def say_groups(found: Found) -> str:
    """Account no. 1234-5678 → one two three four, five six seven eight."""
    say = _dial if re.match("[Pp]hone|[Ff]ax", found[1]) else figures.digits
    return found[1] + ", ".join(map(say, re.findall(r"[0-9]+", found[2])))


def say_numbered(found: Found) -> str | None:
    """Passport no. 123 4567 890 → in groups."""
    return say_groups(found) if found.before.lower().endswith(("no. ", "number ")) else None


def say_apart(found: Found) -> str:
    """60614-3215, #112-4583920 → figure by figure, in its groups."""
    number = "number " if found.text.startswith("#") else ""
    return number + ", ".join(map(figures.digits, re.findall(r"[0-9]+", found.text)))


def say_keyword(found: Found) -> str:
    """Text TALK to 741741 → the word, in small letters: it's no initialism."""
    return found.text.lower()


def say_means(found: Found) -> str:
    """Tel: 01632 …, Mob. 07700 … → telephone, mobile."""
    said = {"T": "Telephone", "M": "Mobile"}[found[1]]
    return f"{said}{':' if found.text.endswith(':') else ''}"


def say_extension(found: Found) -> str:
    """Ext. 4410 → extension four four one oh."""
    number = _dial(found[2]) if len(found[2]) > 2 else figures.count(found[2], found)
    return f"{found[1]}xtension {number}"


def say_iban(found: Found) -> str:
    """IBAN GB33 BUKB 2020 … → G B three three, B U K B, two zero two zero …"""
    text = re.sub(r"\s", "", found.text)
    groups = [text[i : i + 4] for i in range(0, len(text), 4)]
    return ", ".join(" ".join(_one(sign) for sign in group) for group in groups)


def _one(sign: str) -> str:
    return figures.digits(sign) if sign.isdecimal() else sign


def say_isbn(found: Found) -> str:
    """978-3-16-148410-0 → figure by figure."""
    said = ", ".join(figures.digits(part) for part in found.text.strip(" X-").split("-"))
    return f" {said}{', X' if found.text.endswith('X') else ''}"


def say_version(found: Found) -> str | None:
    """Version 3.2.1 → three point two point one; 192.168.1.1 → … dot …"""
    parts = found[2].split(".")
    if not found[1] and len(parts) == 3 and len(parts[2]) == 4 and max(map(int, parts[:2])) < 32:
        return None  # a date
    word = "dot" if len(parts) == 4 else "point"
    port = f", port {figures.pairs(found[3], found)}" if found[3] else ""
    name = "version " if found[1].strip().lower() == "v" else found[1]
    return name + f" {word} ".join(figures.count(part, found) for part in parts) + port


def say_coded(found: Found) -> str:
    """CVE-2024-3094 → C.V.E twenty twenty-four three zero nine four."""
    first, *rest = found[2].strip("-").split("-")
    last = (
        figures.digits(group) if found[1] == "CVE" else figures.code(group, found) for group in rest
    )
    groups = [figures.code(first, found), *last]
    return " ".join((figures.spell_letters(found[1]), *groups))


def say_rule(found: Found) -> str:
    """Rule 10b-5 → ten b five."""
    return f"{figures.count(found[1], found)} {found[2]} {figures.count(found[3], found)}"


def say_release(found: Found) -> str:
    """Web 2.0, v2.1 → two point zero."""
    name = "version " if found[1].strip().lower() == "v" else found[1]
    return f"{name}{figures.count(found[2], found)}"


RULES: tuple[Rule, ...] = (
    Rule("account", r"\b[A-Z]{2}[0-9]{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b", say_iban, DIGITS),
    Rule("account", r"\b((?:[Aa]ccount|[Ss]ort code|[Cc]ard|[Pp]hone|[Ff]ax|[Rr]ef(?:erence)?|[Oo]rder|a/c)(?:\s(?:no\.?|number|ending in|ending)|:)?\s)([0-9]{2,12}(?:[-/ ][0-9]{2,8}){0,5})(?![\w]|[-.,:]\d)", say_groups, DIGITS),
    Rule("account", r"()([0-9]{2,4}(?:[ -][0-9]{2,5}){2,4})(?![\w]|[-.,:]\d)", say_numbered, DIGITS),
    Rule("telephone", r"(?<![\w.,])1-[0-9]{3}(?:-[A-Z0-9]{1,7}){1,4}(?<=[A-Z])(?!\w)", say_vanity, "-"),
    Rule("telephone", r"(?<![\w.,])\+[0-9]{1,3}[\s.-]?(?:\([0-9]{1,4}\)[\s.-]?)?[0-9]{1,5}(?:[\s.-][0-9]{2,6}){1,5}(?!\w|[.,]\d)", say_telephone, "+"),
    Rule("telephone", r"(?<![\w.,])\+[0-9]{1,3}(?:[\s.-][0-9]{2,6}){2,5}(?!\w|[.,]\d)", say_telephone, "+"),
    Rule("telephone", r"(?<![\w.,-])1[-. ][0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}(?!\w|[.,-]\d)", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,-])0[0-9]{2,4}[-\s][0-9]{6,8}(?!\w|[.,-]\d)", say_telephone, DIGITS),
    Rule("account", r"(?<=\bGB )[0-9]{3} [0-9]{4} [0-9]{2}(?!\w|[ .,-]\d)", say_apart, "G"),
    Rule("account", r"(?:(?<=[a-z] number )|(?<=[a-z] no\. ))[0-9]{6,14}(?![\w-]|[.,]\d)", say_apart, DIGITS),
    Rule("account", r"(?<![\w.,$£€-])[0-9]{5}-[0-9]{4}(?![\w-]|[.,]\d)", say_apart, "-"),
    Rule("account", r"#[0-9]{3}-[0-9]{5,8}(?:-[0-9]{5,8})?(?![\w-])", say_apart, "#"),
    Rule("number", r"\bno\.(?= [A-Z]{2} ?[0-9])", lambda found: "number", DIGITS),
    Rule("keyword", r"(?<=\b[Tt]ext )[A-Z]{3,12}(?= to [0-9])", say_keyword, DIGITS),
    Rule("telephone", r"\b([TM])(?:el|ob)(?:\.:?|:)(?= ?[+(]?[0-9])", say_means, "TM"),
    Rule("extension", r"\b([Ee])xt\. ([0-9]{1,6})(?!\w|[.,]\d)", say_extension, DIGITS),
    Rule("telephone", r"(?<=: )[0-9]{3} [0-9]{3}(?=[.,;)]|$|\s(?:or|for|and|free|at|\())", say_helpline, ":"),
    Rule("ISBN", r"(?<=ISBN[: ])\s?[0-9][0-9-]{8,16}[0-9X]\b", say_isbn, "I"),
    Rule("telephone", r"(?<!\w)\+[0-9]{9,14}(?!\w)", say_telephone, "+"),
    Rule("telephone", r"(?<![\w.,])(?:1[-. ])?\(0?[0-9]{2,4}\)[\s.-]?[0-9]{3,4}[\s.-]?[0-9]{3,4}(?:\s?(?:#|ext\.?|x)\s?[0-9]{1,6})?(?!\w)", say_telephone, "("),
    Rule("telephone", r"(?<![\w.,-])(?:1[-.])?[0-9]{3}([-.])[0-9]{3}\1[0-9]{4}(?:[-.][0-9]{1,4})?(?:\s?(?:#|ext\.?|x)\s?[0-9]{1,6})?(?![\w]|[-.]\d)", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,-])0[0-9]{1,4}[-\s][0-9]{3,4}[-\s][0-9]{3,6}(?:\s?(?:#|ext\.?|x)\s?[0-9]{1,6})?(?![\w]|[-.]\d)", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w-])", say_telephone, DIGITS),
    Rule("telephone", r"(?<![\w.,$£€-])(?:555[- ][0-9]{4}|[0-9]{3}-0[0-9]{3})(?![\w-]|[.,]\d)", say_telephone, DIGITS),
    Rule("telephone", r"(?<=[Cc]all )(?:[0-9]{3} )?[0-9]{3}[- ][0-9]{3,4}(?![\w-])", say_telephone, DIGITS),
    Rule("telephone", r"(?<=[onrtd] )[0-9]{3} [0-9]{3}(?=[.,;)]|$|\s(?:or|for|and|free|at)\b)", say_helpline, DIGITS),
    Rule("telephone", r"(?<![\w.,$£€-])0(?:0[1-9]|[1-9])[0-9]{1,3}(?:[- ][0-9]{2,4}){1,4}(?!\w|[.,-]\d)", say_spaced, DIGITS),
    Rule("telephone", r"(?<![\w.,$£€-])0[0-9]{9,10}(?![\w,.-])", say_telephone, DIGITS),
    Rule("name with figures", r"(?<![\w-])([A-Z]{2,5})((?:-[0-9]{2,7}){2,3})(?![\w-])", say_coded, "-"),
    Rule("rule", r"(?<=[Rr]ule )([0-9]{1,3})([a-z])-([0-9]{1,2})\b", say_rule, "-"),
    Rule("version", r"(?<![\w.,])((?:[Vv]ersion |[Vv])?)([0-9]{1,4}(?:\.[0-9]{1,4}){2,4})(?::([0-9]{2,5}))?(?![\w]|\.\d)", say_version, DIGITS),
    Rule("version", r"\b(v\.?|V|[Vv]ersion |Web |Industry )\s?([0-9]{1,3}\.[0-9]{1,3})(?![\w]|\.\d)", say_release, DIGITS),
)  # fmt: skip
"""Before dates and quantities."""
