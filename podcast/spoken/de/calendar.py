"""German weekdays and months that are written short: Mo.–Fr., Sa/So, Jan. bis März."""

from __future__ import annotations

import re

from podcast.spoken.context import ends_sentence, word_before
from podcast.spoken.de.dates import SHORT
from podcast.spoken.de.ordinals import MONTHS
from podcast.spoken.rules import Found, Rule

WEEK = {
    "Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag",
    "Sa": "Samstag", "So": "Sonntag",
}  # fmt: skip
_BEFORE = frozenset({"am", "bis", "vom", "zum", "ab", "jeden", "und", "seit", "von", "nächsten"})
_BEFORE_MONTH = _BEFORE | {"im", "ende", "anfang", "mitte", "seit", "zwischen", "spätestens"}


def say_weekdays(found: Found) -> str:
    """Mo.–Fr. → Montag bis Freitag, Sa/So → Samstag und Sonntag."""
    joined = "bis" if found[2] in ("-", "–", "bis") else "und"
    dot = "." if found.text.endswith(".") and ends_sentence(found) else ""
    return f"{WEEK[found[1]]} {joined} {WEEK[found[3]]}{dot}"


def say_weekday(found: Found) -> str | None:
    """Mo., 3. Mai → Montag, dritter Mai; but not "So." for itself, which is a word."""
    if re.match(
        r" [A-ZÄÖÜ]| \d{1,4}\.(?:\d\d(?! ?(?:Uhr|h\b))|[–-])", found.after
    ):  # Fr. Berg, Fr. 5.50
        return None
    last = ends_sentence(found)
    if _LISTED_BEFORE.search(found.before) or _LISTED_AFTER.match(found.after):
        return WEEK[found[1]] + ("." if last else "")
    known = found[1] in ("Mo", "Di", "Sa") or word_before(found).lower() in _BEFORE
    if not known and not re.match(r",? ?\d|,? (?:bis|ab|um|von) \d", found.after):
        return None
    return WEEK[found[1]] + ("." if last else "")


_LISTED_BEFORE = re.compile(rf"\b(?:{'|'.join(WEEK)})\.(?:, | und | oder |, und )$")
_LISTED_AFTER = re.compile(rf"(?:, | und | oder )(?:{'|'.join(WEEK)})\.")


def say_bare_weekday(found: Found) -> str:
    """So 20.15 Uhr → Sonntag zwanzig Uhr fünfzehn."""
    return WEEK[found[1]]


def say_month(found: Found) -> str | None:
    """Jan. bis März → Januar bis März; a man may be called Jan."""
    last = ends_sentence(found)
    told = (
        found.before.endswith(("-", "–"))
        or word_before(found).lower().rstrip(".") in _BEFORE_MONTH
        or not found.before.strip(" (")
    )
    if found[1] == "Jan" and not told and re.match(r" (?!bis|und)[a-zäöü]", found.after):
        return None
    if last and not told:
        return None
    name = MONTHS[SHORT[found[1]] - 1]
    return name + ("." if last else "")


_MONTH = "Jan|Febr?|Apr|Aug|Sept?|Okt|Nov|Dez"
_DAY = "|".join(WEEK)
_TIME = (
    r"\d{1,2}(?:\. ?\d|\. [A-ZÄÖÜ]|[:.]\d\d|[-–]\d{1,2}(?:[:.]\d\d)? ?(?:Uhr|h\b)| ?(?:Uhr|h\b))"
)
RULES: tuple[Rule, ...] = (
    Rule("weekday", rf"\b({_DAY})\.? ?([-–/+&]|u\.) ?({_DAY})(?:\.|\b)", say_weekdays, "-–/+&u"),
    Rule("weekday", rf"\b({_DAY})\. (bis|und) ({_DAY})\.", say_weekdays, "."),
    Rule("weekday", rf"\b({_DAY})\.(?![\w-])", say_weekday, "."),
    Rule("weekday", rf"(?<=\b[aA]m )({_DAY})(?=[, ])", say_bare_weekday, "am"),
    Rule("weekday", rf"\b({_DAY})(?=[,:]? {_TIME})", say_bare_weekday, "MDFS"),
    Rule("weekday", rf"(?<=, )({_DAY})(?= (?:bis|ab|von|um) {_TIME})", say_bare_weekday, "MDFS"),
    Rule(
        "month",
        rf"\b({_MONTH})\. ?[-–] ?(?=[A-Z])",
        lambda found: f"{MONTHS[SHORT[found[1]] - 1]} bis ",
        ".",
    ),
    Rule("month", rf"\b({_MONTH})\.(?![\w-])(?! \d{{1,2}}\.)", say_month, "."),
)
