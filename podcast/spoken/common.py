"""Rules for every language: markup and signs for the eye become plain text, signs become pauses."""

from __future__ import annotations

import html
import re

from podcast.spoken import numbers
from podcast.spoken.rules import DIGITS, Found, Rule


def drop(found: Found) -> str:
    """Say nothing."""
    return ""


def keep_first(found: Found) -> str:
    """**very** → very: what the first group holds."""
    return found[1]


def drop_tag(found: Found) -> str:
    """line<br>break → line break; <b>bold</b> → bold."""
    return " " if re.match(r"<(?:br|p|li|td|div|h\d)\b", found.text, re.IGNORECASE) else ""


def space(found: Found) -> str:
    """A no-break or thin space → a space."""
    return " "


def drop_line_mark(found: Found) -> str | None:
    """A bullet goes; but * 4. März 1950 in Ulm is a birth in German."""
    born = found.language.startswith("de") and found.text.strip() == "*"
    return None if born and _BIRTH.match(found.after) else ""


_BIRTH = re.compile(
    r"\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8}) ?\d{4}(?:\Z| in [A-ZÄÖÜ]|[;,] ?†| †)"
)


def part(found: Found) -> str | None:
    """==== → a space; but b***** is a word that English bleeps."""
    censored = found.text[0] == "*" and found.before[-1:].isalpha()
    return None if censored and found.language.startswith("en") else " "


def drop_mark_of_note(found: Found) -> str | None:
    """The end.12 → The end. But no.1 and fig.2 are numbers in English."""
    numbered = found.language.startswith("en") and _NUMBERED.search(found.before)
    return None if numbered else ""


_NUMBERED = re.compile(r"\b(?:[Nn]os?|[Vv]ol|[Ff]igs?|[Cc]h|pp|[Aa]rt|[Ss]ec|[Oo]p)\.$")


def say_entity(found: Found) -> str | None:
    """&amp; → &."""
    sign = html.unescape(found.text)
    if sign == found.text:
        return None
    return " " if sign.isspace() else sign


def drop_emoji(found: Found) -> str | None:
    """Great news 🎉 today → Great news today, and without the brackets it stood in."""
    if found.text in "♭♮♯" and found.language.startswith("en"):
        return None  # B♭: English says them
    before, after = found.before[-1:], found.after[:1]
    if found.text in "★⭐" and before.isdecimal() and found.language.startswith("en"):
        return " star"  # a 4★ hotel
    glued = before and after and not before.isspace() and not after.isspace()
    return " " if glued and after.isalnum() else ""


def drop_note_mark(found: Found) -> str | None:
    """rose.[2] → rose. Only after a word or a full stop: [2] alone may be an interval."""
    before = found.before[-1:]
    if before == " " and found.after[:1] in {"", " ", ".", ",", ";", ":"}:
        before = found.before[-2:-1]
    return "" if before and (before.isalpha() or before in ".,;:!?)]”’\"'") else None


def drop_superscript(found: Found) -> str | None:
    """works.¹ → works. After letters of a word, not after m² or 10³."""
    word = re.search(r"(\w+)[.,;:!?)”’\"]*$", found.before)
    if not word or word[1][-1].isdigit():
        return None
    punctuated = not found.before[-1].isalnum()
    return "" if punctuated or (len(word[1]) > 3 and word[1].isalpha()) else None


_EMOJI = (
    "\U0001f000-\U0001f1e5\U0001f200-\U0001faff\U0001fb00-\U0001fbff\u2600-\u26ff\u2700-\u27bf"
    "\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u25aa-\u25ab"
    "\u25b6\u25c0\u25fb-\u25fe\u2934\u2935\u3030\u303d\u3297\u3299\U0001f1e6-\U0001f1ff"
)
_INVISIBLE = r"\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f\u200e\u200f\u202a-\u202e\u2066-\u2069"
_EDITORIAL = r"citation needed|clarification needed|dubious|who\?|when\?|by whom\?"
_JOINED = "\ufe0f\ufe0e\u200d\u20e3\U000e0020-\U000e007f"

MARKUP: tuple[Rule, ...] = (
    Rule("divider", r"^\s*([-_*=~#•])(?:\s?\1){2,}\s*$", drop),
    Rule("divider", r"([-_*=~#+|/\\^<>])\1{3,}", part),
    Rule(
        "line mark",
        r"^\s*(?:#{1,6}|>{1,3}(?!\s+\d)|[-*•–—]|\+(?!\s+\d))\s+(?=\S)",
        drop_line_mark,
    ),
    Rule("tag", r"<(https?://[^\s<>]{1,500})>", keep_first, "<"),
    Rule("tag", r"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>\n]{0,300})?/?>", drop_tag, "<"),
    Rule("escape", r"\\([*_`#~\[\]()>+.!|-])", keep_first, "\\"),
    Rule("image", r"!\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}\)", drop, "!"),
    Rule("link", r"(?<!\w)\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}\)", keep_first, "["),
    Rule("bold", r"(?<![\w*])\*{1,3}(?=[^\s*])([^*\n]+)(?<=\S)\*{1,3}(?!\w)", keep_first, "*"),
    Rule("bold", r"(?<!\w)__(?=\S)([^_\n]+)(?<=\S)__(?!\w)", keep_first, "_"),
    Rule("italic", r"(?<![\w/@.])_(?=\S)([^_\n]+)(?<=\S)_(?!\w)", keep_first, "_"),
    Rule("struck", r"~~([^~\n]*)~~", drop, "~"),
    Rule("code", r"`{1,3}([^`\n]+)`{1,3}", keep_first, "`"),
)
"""Markup that an article brought along → plain text."""

SIGNS: tuple[Rule, ...] = (
    Rule("emoji", rf"[(\[]\s?[{_EMOJI}][{_EMOJI}{_JOINED} ]*[)\]]", drop_emoji),
    Rule("emoji", rf"[{_EMOJI}][{_EMOJI}{_JOINED}]*", drop_emoji),
    Rule("emoji", r"[0-9#*]\ufe0f?\u20e3", lambda found: f" {found.text[0]} ", "\u20e3"),
    Rule("emoticon", r"(?<![\w:;])[:;=]['^-]?[)(DPp|](?![\w)])", drop, ":;="),
    Rule("invisible", f"[{_INVISIBLE}]+", drop),
    Rule("footnote", r"\[\^[^\]\s]{1,20}\]", drop, "^"),
    Rule("footnote", r"\[\d{1,3}(?:[,–-] ?\d{1,3}){0,5}\]", drop_note_mark, "["),
    Rule("footnote", rf"\[(?:{_EDITORIAL}|note \d+|nb \d+|[a-z])\]", drop_note_mark, "[", re.I),
    Rule("footnote", r"(?<=[a-z]{2}[.!?])\d{1,2}(?=\s+[A-Z]|\s*$)", drop_mark_of_note, DIGITS),
    Rule("footnote", r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", drop_superscript, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    Rule("entity", r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});", say_entity, "&"),
    Rule("space", r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\r\n\f\v\u2028\u2029]+", space),
    Rule(
        "footnote",
        r"(?<=[\w.,;:!?”’\"])(?:[†‡]+|(?<=\w\w)(?<!Grade.II)\*(?! (?:off|from) \d))(?=\s|$|[.,;:!?])",
        drop,
        "†‡*",
    ),
)
"""Signs for the eye → nothing, or a plain sign."""


def pause(found: Found) -> str:
    """A dash between words → a comma."""
    before, after = found.before[-1:], found.after[:1]
    if not before or not after or before in ",.;:!?—–-…" or after in ",.;:!?":
        return " " if before and after else ""
    return ", "


_MARKS = frozenset(",.;:!?…")


def open_bracket(found: Found) -> str:
    """He said (yes) → He said, yes: some voices read over a bracket without a pause."""
    before = found.before.rstrip()[-1:]
    if not before:
        return ""
    return " " if before in _MARKS or before in "—–-“‘\"'(" else ", "


def close_bracket(found: Found) -> str:
    """(yes) and → yes, and."""
    after = found.after.lstrip()[:1]
    return "" if not after or after in _MARKS or after in "—–)]}”’\"'" else ","


def wait(found: Found) -> str:
    """Wait… what? → Wait, what?; He left... Then → He left. Then."""
    before, after = found.before.rstrip()[-1:], found.after.lstrip()[:1]
    if not before or before in ".…":
        return " "
    if not after:
        return "."
    if after in _MARKS or after in "”’\"')":
        return "" if after in "?!" else "."
    return ", " if after.islower() else ". "


def say_figures(found: Found) -> str:
    """Figures that no rule of the language knew, one by one."""
    primary = found.language.replace("_", "-").split("-")[0].lower()
    if not numbers.known(primary):
        return " "
    said = " ".join(numbers.cardinal(int(figure), primary) for figure in found.text)
    before, after = found.before[-1:], found.after[:1]
    return f"{' ' if before.isalnum() else ''}{said}{' ' if after.isalnum() else ''}"


PAUSES: tuple[Rule, ...] = (
    Rule("figures", r"\d+", say_figures),
    Rule("dash", r"(?<!\s)\s*(?:[—―]|(?:^|(?<=\s))[–‒−-](?=\s)|--+)[\s—―–‒−-]*", pause, "—―–‒−-"),
    Rule("dash", r"(?<=\w)[–‒−](?=\w)", lambda found: "-", "–‒−"),
    Rule("bracket", r"[\[\]{}]+", drop, "[]{}"),
    Rule("bracket", r"\(", open_bracket, "("),
    Rule("bracket", r"\)", close_bracket, ")"),
    Rule("ellipsis", r"(?<!\s)\s*(?:…|\.{3,})[.…]*", wait, "…."),
)
"""Signs that are left → pauses."""

SPACES: tuple[Rule, ...] = (
    Rule("white space", r"^[\s,;….]+|(?<!\s)[\s,]+$", drop),
    Rule("pause", r",(?=\s{0,3}[,.;:!?])|(?<=[.;:!?])\s?,", drop, ","),
    Rule("white space", r"(?<!\s)\s+(?=[,.;:!?])(?![.]\w)", drop, " "),
    Rule("white space", r"\s{2,}", space, " "),
)
"""What the other steps leave behind: the last."""
