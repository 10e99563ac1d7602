"""Fractions: 1/2, 2 1/2, ¾."""

from __future__ import annotations

import re

from podcast.spoken.en import figures
from podcast.spoken.en.lists import table
from podcast.spoken.rules import Found, Rule

_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


VULGARS = "".join(_VULGAR)


_PARTS = {2: ("half", "halves"), 4: ("quarter", "quarters")}


def part_of(top: int, bottom: int, found: Found) -> str:
    """3/4 → three quarters."""
    forms = _PARTS.get(bottom)
    if forms is None:
        nth = figures.ordinal(bottom, found)
        forms = nth, f"{nth}s"
    return f"{figures.cardinal(top, found)} {forms[0] if top == 1 else forms[1]}"


def small_part(sign: str) -> str:
    """½ after a whole number → a half; ¾ → three quarters."""
    top, bottom = _VULGAR[sign]
    said = {2: "half", 4: "quarter", 3: "third"}.get(bottom, "")
    return f"a {said}" if top == 1 and said else part_of(top, bottom, _ANY)


class _Anywhere(Found):
    """A place without surroundings, for words that are the same everywhere."""

    def __init__(self) -> None:
        self.language = "en"


_ANY = _Anywhere()


def say_fraction(found: Found) -> str | None:
    """1/2 → one half; 2 1/2 → two and a half; 3/4 → three quarters; ½, 1½."""
    whole = found["whole"].strip().removesuffix("-")
    if not whole and not found["sign"]:
        shares = _say_shares(int(found["top"]), int(found["bottom"]), found)
        if shares:
            return shares
    if found["sign"]:
        top, bottom = _VULGAR[found["sign"]]
    else:
        top, bottom = int(found["top"]), int(found["bottom"])
        if bottom < 2 or (whole and top >= bottom and top > 20):
            return None
    if not whole:
        if (top, bottom) == (1, 2) and re.search(r"\b[Aa]n? $", found.before):
            return "half"
        if (top, bottom) == (1, 2) and found.after.startswith((" a ", " an ")):
            return "half"
        if (top, bottom) == (1, 2) and re.match(
            r"\s(?:price|time|term|way|pint|board)\b", found.after
        ):
            return "half"
        if re.search(r"\b[Aa]n? $", found.before) and top == 1:
            return part_of(top, bottom, found).removeprefix("one ")
        return part_of(top, bottom, found)
    said = with_article(part_of(top, bottom, found))
    # "five and an eighth".
    said = said.replace("a eighth", "an eighth").replace("a eleventh", "an eleventh")
    return f"{figures.count(whole, found)} and {said}"


_ODDS = re.compile(
    r"\b(?:odds|favou?rites?|fav|each-way|evens|bookmakers?|bookies|outsiders?|shot|priced|betting|tipped|punters?)\b",
    re.I,
)
_CRICKET = re.compile(
    r"\b(?:overs?|ov|wickets?|stumps|declared|innings|Test|ODI|T20|bowled|batted|India|England"
    r"|Australia|Pakistan|Lanka|Bangladesh|Indies|Zealand|Afghanistan|Africa|Zimbabwe|Ireland)\b"
)
_BAR = re.compile(r"\s?(?:$|[.,;:)]|(?:and|with|at|or|time)\b)")
"""A piece in 6/8, which is a time; but in 3/4 of cases."""
_MARKS = re.compile(
    r"\b(?:scor(?:e[sd]?|ing)|rat(?:ed|ing|es?)|marks?|verdict|review(?:ed)?|pain|index|out of|graded?|gave|gives?)\b",
    re.I,
)
_LINES = re.compile(r"\b(?:[Bb]us(?:es)?|[Tt]rams?|[Rr]outes?|[Rr]ooms?|[Ff]lights?|[Gg]ates?) $")
"""What has a number, and here two of them: bus 73/390."""
_SPLITS = re.compile(
    r"\s(?:split|rule|mix|ratio|portfolio|share|chance|divide|principle|blend|partnership)\b"
)


def _say_shares(top: int, bottom: int, found: Found) -> str | None:
    """5/1, 11/4 favourite → to; 10/10, rated 7/10 → out of; an 80/20 split; 120/80 → over."""
    if found.text[-1].isalpha():
        return None
    one, two = figures.cardinal(top, found), figures.cardinal(bottom, found)
    if _LINES.search(found.before):
        return f"{figures.code(str(top), found)}, {figures.code(str(bottom), found)}"
    if bottom in {4, 8, 16} and found.before.endswith((" in ", "In ")) and _BAR.match(found.after):
        return f"{one} {two}"
    around = f"{found.before[-60:]}|{found.after[:40]}"
    if (bottom == 1 and top > 1) or ((bottom < 20 or bottom == 30) and _ODDS.search(around)):
        return f"{one} to {two}"
    if re.search(r"[0-9][-–][0-9] \($", found.before):
        return f"{one}-{two}"  # 6-7 (5/7)
    if top > 29 and bottom < 11 and _CRICKET.search(around):
        return f"{one} for {two}"
    if found.after.startswith((" vision", " time", " beat", " rhythm")):
        return f"{one} {two}"
    if found.after.startswith(" stars") or (bottom == 100 and top > 10):
        return f"{one} out of {two}"
    if top == bottom or (bottom in {5, 10, 20, 100} and _MARKS.search(around)):
        return f"{one} out of {two}"
    if top + bottom == 100 and (top > bottom or _SPLITS.match(found.after)):
        return f"{one} {two}"
    if 80 <= top <= 260 and 40 <= bottom <= 150 and top > bottom:
        return f"{one} over {two}"
    return None


def with_article(part: str) -> str:
    """One half → a half: after a whole number."""
    return part.replace("one ", "a ", 1) if part.startswith("one ") else part


def say_part_of_unit(found: Found) -> str:
    """1/4 tsp → one quarter teaspoon: as a recipe is read."""
    unit = table("units")[found["unit"]].split(" | ")[0]
    return f"{part_of(int(found['top']), int(found['bottom']), found)} {unit}"


RULES: tuple[Rule, ...] = (
    Rule("fraction", r"(?<![\w.,/$-])(?<![0-9][ -])(?P<top>[1-9])[/⁄](?P<bottom>[2-9]|1[026])\s?(?P<unit>tsp|tbsp|oz|lb|mi|pt|qt|gal|in(?=\.?\s*(?:$|[,;:)x×]|thick|wide|long|deep)))\b\.?", say_part_of_unit, "/⁄"),
    Rule("fraction", r"(?<![\w.,/$-])(?P<whole>(?:[0-9]{1,4}[\s-])?)(?P<top>[0-9]{1,3})(?P<sign>)[/⁄](?P<bottom>[0-9]{1,3})(?:st|nd|rd|th|ths|RD|TH|ND|ST)?(?![\w/]|[.,-]\d)", say_fraction, "/⁄"),
    Rule("marks", r"(?<![\w.,/$])([0-9]{1,2}\.[0-9])/(5|10|20|100)(?![\w/]|[.,]\d)", lambda found: f"{figures.count(found[1], found)} out of {figures.count(found[2], found)}", "/"),
    Rule("fraction", rf"(?<![.,/$0-9])(?P<whole>(?:[0-9]{{1,4}}[\s-]?)?)(?P<top>)(?P<bottom>)(?P<sign>[{VULGARS}])", say_fraction, VULGARS),
)  # fmt: skip
"""Fractions: after measures, which have theirs."""
