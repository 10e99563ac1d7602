"""Scores, ranges, ratios, dimensions, and sayings made of figures."""

from __future__ import annotations

import re

from podcast.spoken.context import sentence_around
from podcast.spoken.en import figures
from podcast.spoken.en.figures import DASH, LEFT, MAGNITUDE, NUMBER
from podcast.spoken.en.lists import table
from podcast.spoken.rules import DIGITS, Found, Rule

_SCORE = re.compile(
    r"\b(?:won|wins?|winning|beat|beats|beaten|beating|lost|loses?|losing|loss|defeat(?:s|ed|ing)?"
    r"|draw|drew|drawn|score[sd]?|scoring|votes?|voted|voting|leads?|leading|led|trail(?:s|ed|ing)?"
    r"|victory|win|down|up|made it|makes it|was|is|it’s|it's|final|result|aggregate|game|match|set"
    r"|thrash(?:ed|ing)?|edged?|stun(?:s|ned)?|ahead|behind|held|tie[ds]?|rout(?:ed)?|hammer(?:ed)?"
    r"|split|passed|ruled|ruling|decision|verdict|majority|record|series|half-time|full-time|ends?"
    r"|ended|finish(?:ed)?|penalties|shootout|odds)\b|(?:[0-9] ?[–-] ?[0-9],? )$",
    re.IGNORECASE,
)
_RECORD = re.compile(r"(?:^|[^.] )[A-Z]\w+ (?:are|were) $")
"""The Jets are 5-11, but children are 5-11 years old."""


_SCORE_AFTER = re.compile(
    r"\s(?:[a-z-]+\s){0,3}(?:draw|wins?|victor(?:y|ies)|defeats?|loss(?:es)?|decision|leads?|vote|scoreline"
    r"|thriller|rout|record|margin|ruling|majority|thrashing|upset|triumph|stalemate|tie|finish|start|sweep|deficit|down|up|ahead|behind)\b"
)


_RANGE_BEFORE = re.compile(
    r"\b(?:pages?|pp\.?|aged?|ages|between|from|chapters?|verses?|lines?|nos?\.?|numbers?|vol\.?"
    r"|for|about|around|some|every|next|last|take|takes|within|levels?|years?|sections?|grades?"
    r"|weeks?|days?|figs?\.?|figures?|items?|rows?|questions?|steps?)\s$",
    re.IGNORECASE,
)


_GAELIC = re.compile(
    r"\b(?:GAA|Gaelic football|hurl(?:ing|ers?)|camogie|All-Ireland|Croke Park|Munster final|Leinster final)\b"
    r"|\b[0-9]-[0-3][0-9]\b"
)
_COUNTIES = re.compile(
    r"\b(?:Antrim|Armagh|Carlow|Cavan|Clare|Cork|Derry|Donegal|Down|Dublin|Fermanagh|Galway|Kerry|Kildare|Kilkenny"
    r"|Laois|Leitrim|Limerick|Longford|Louth|Mayo|Meath|Monaghan|Offaly|Roscommon|Sligo|Tipperary|Tyrone|Waterford"
    r"|Westmeath|Wexford|Wicklow)\b"
)


def say_gaelic(found: Found) -> str | None:
    """Kerry 2-14 Dublin 0-18 → two-fourteen, nought-eighteen: goals and points."""
    around = sentence_around(found)
    if not (_GAELIC.search(around) and _COUNTIES.search(around)):
        return None
    goals = figures.count(found[1], found) if found[1] != "0" else "nought"
    return f"{goals}-{figures.count(found[2], found)}"


def say_pair(found: Found) -> str | None:
    """Won 3-1 → won three-one; 52-48 → fifty-two to forty-eight; pages 10-15 → ten to fifteen."""
    first, last = found[1], found[2]
    one, two = figures.count(first, found), figures.count(last, found)
    numbers = int(first.replace(",", "")), int(last.replace(",", ""))
    if re.search(r"\bNo\.? $", found.before):
        return f"{one} {figures.code(last.replace(',', ''), found)}"
    if numbers[0] == numbers[1] or (max(numbers) < 20 and _SCORE_AFTER.match(found.after)):
        return f"{_nil(one, found)}-{_nil(two, found)}"
    if re.search(r"\b(?:[Ff]rom|[Bb]etween|open) $", found.before):
        return f"{one} to {two}"
    after_counts = re.match(r"\s[a-z]{3,}", found.after)
    if max(numbers) < 20 and (numbers[0] > numbers[1] or not _RANGE_BEFORE.search(found.before)):
        capital = re.search(r"[A-Z][\w’']+\s$", found.before) and re.match(r"\s[A-Z]", found.after)
        if (
            _SCORE.search(found.before)
            or _RECORD.search(found.before)
            or capital
            or (numbers[0] > numbers[1] and not after_counts)
        ):
            if (
                re.search(r"\b(?:was|is|are|were) $", found.before)
                and after_counts
                and numbers[0] < numbers[1]
            ):
                return f"{one} to {two}"
            return f"{_nil(one, found)}-{_nil(two, found)}"
    return f"{one} to {two}"


_WICKETS = re.compile(
    r"\s(?:[a-z]+\s){0,3}(?:stumps|wickets?|declared|overs?|tea|lunch|innings|all out|off \d+ (?:balls|overs))\b|\sdec\b"
)
_TOOK = re.compile(r"\b(?:took|takes?|taking|figures of|claimed|finished with) $")


def say_wickets(found: Found) -> str | None:
    """England were 325-7 at stumps → for seven; took 4-45 → four for forty-five."""
    runs, wickets = int(found[1]), int(found[2])
    took = runs < 11 and wickets > runs and _TOOK.search(found.before)
    batted = runs > 19 and wickets < 11 and _WICKETS.match(found.after)
    if not (took or batted):
        return None
    return f"{figures.count(found[1], found)} for {figures.count(found[2], found)}"


def say_declared(found: Found) -> str:
    """310-6d → three hundred and ten for six declared."""
    return f"{figures.count(found[1], found)} for {figures.count(found[2], found)} declared"


def say_one_in(found: Found) -> str:
    """A 1-in-43 chance → one-in-forty-three; 3-for-4, a 2-on-1."""
    return f"{figures.count(found[1], found)}-{found[2]}-{figures.count(found[3], found)}"


def say_span(found: Found) -> str:
    """20-30-year-olds → twenty to thirty."""
    return f"{figures.count(found[1], found)} to {figures.count(found[2], found)}"


def _nil(word: str, found: Found) -> str:
    if word != "zero" or figures.american(found) or _VOTES.search(found.before):
        return word
    return "nil"


_VOTES = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|adopted|ruled|passed|senate|council|committee|jury|court|decided|justices|unanimous(?:ly)?|panel|board|bill)\b",
    re.I,
)


def say_formation(found: Found) -> str:
    """4-4-2 → four four two; a 3-2-1 countdown."""
    return " ".join(figures.count(part, found) for part in re.split(r"[-–]", found.text))


def say_ratio(found: Found) -> str | None:
    """3:1 → three to one; 60:40 → sixty to forty; 16:9; but 0008:011 are figures."""
    if re.match(r"0[0-9]", found[1]):
        return f"{figures.digits(found[1])}, {figures.count(found[2], found)}"
    return f"{figures.count(found[1], found)} to {figures.count(found[2], found)}"


def say_range(found: Found) -> str | None:
    """10–15 → ten to fifteen; 1.5-2.5m; $ and units have rules of their own."""
    first = figures.amount(found[1], found[2], found)
    if re.search(r"\bNo\.? $", found.before) and found[3].isdecimal():
        return f"{first} {figures.code(found[3], found)}"  # a docket's number
    return f"{first} to {figures.amount(found[3], found[4], found)}"


def say_dimensions(found: Found) -> str:
    """A 4x4 → four by four; 1,920 × 1,080; 3x4x5."""
    parts = re.split(r"\s?[xX×]\s?", found.text)
    return " by ".join(figures.count(part, found) for part in parts)


def say_several_shapes(found: Found) -> str:
    """4x4s → four by fours."""
    return f"{figures.count(found[1], found)} by {figures.plural(figures.count(found[2], found))}"


def say_span_of_ages(found: Found) -> str:
    """The 18-34s → eighteen to thirty-fours."""
    return f"{figures.count(found[1], found)} to {figures.plural(figures.count(found[2], found))}"


_ROUND = {
    "100": "hundreds",
    "1000": "thousands",
    "10000": "tens of thousands",
    "100000": "hundreds of thousands",
}


def say_round_many(found: Found) -> str:
    """100s were hurt, 1000s of people → hundreds, thousands."""
    return _ROUND[found[1].replace(",", "")]


def say_times_as(found: Found) -> str:
    """2x faster → two times faster; 10x, 3-4x."""
    first = f"{figures.count(found[1], found)} to " if found[1] else ""
    number = figures.count(found[2], found)
    if not first and re.match(
        r"\s(?:USB|HDMI|XLR|SSDs?|DVI|AA|LEDs?|LAN|GPUs?|CPUs?|RJ45|SATA|M\.2)", found.after
    ):
        return number  # 2x USB-A
    return f"{first}{number} time{'' if found[2] == '1' else 's'}"


_FIXED = {"9/11": "nine eleven", "24/7": "twenty-four seven", "50/50": "fifty-fifty",
          "7/7": "seven seven", "50-50": "fifty-fifty", "20/20": "twenty twenty",
          "9–5": "nine to five", "10-4": "ten four", "24/7/365": "twenty-four seven, three sixty-five", "9-5": "nine to five",
          "360°": "three hundred and sixty degrees"}  # fmt: skip


def say_fixed(found: Found) -> str | None:
    """9/11, 24/7, 50-50: what everybody says the same way."""
    if found.text == "10-4" and re.search(r"\b(?:from|between|open) $", found.before):
        return None
    return _FIXED.get(found.text)


_BOOKS = (
    "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|Nehemiah|Esther|Job"
    "|Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Jonah|Micah|Malachi"
    "|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Thessalonians"
    "|Timothy|Titus|Hebrews|James|Peter|Jude|Revelation|Sura|Surah|Qur[’']an,?|Quran,?|Koran,?"
)
_NTH_BOOK = {"1": "First", "2": "Second", "3": "Third", "I": "First", "II": "Second"}


def say_verse(found: Found) -> str:
    """John 3:16 → three sixteen; Psalm 119:105; 1 John 4:8–10 → First John four, eight to ten."""
    nth = f"{_NTH_BOOK[found['nth']]} " if found["nth"] else ""
    book = table("books").get(found["book"].rstrip("."), found["book"])
    chapter, verse = figures.count(found["chapter"], found), figures.count(found["verse"], found)
    last = f" to {figures.count(found['last'], found)}" if found["last"] else ""
    return f"{nth}{book} {chapter}, {verse}{last}"


def say_nth_book(found: Found) -> str:
    """1 Corinthians 13 → First Corinthians."""
    return f"{_NTH_BOOK[found[1]]} "


SAYINGS: tuple[Rule, ...] = (
    Rule("wickets", r"(?<![\w.,$£€-])([1-9][0-9]{2})[-–/]([1-9])d(?:ec)?\b", say_declared, DIGITS),
    Rule("many", r"(?<![\w.,$£€-])(10{2,5}|1,000|10,000|100,000)s(?=\s(?:of|and|more|were|are|have|had)\b)", say_round_many, DIGITS),
    Rule("ages", r"(?<![\w.,$£€-])([0-9]{2})[-–]([0-9]{2})s(?!\w)", say_span_of_ages, DIGITS),
    Rule("dimensions", r"(?<![\w.,])([0-9]{1,2})[xX×]([0-9]{1,2})s(?!\w)", say_several_shapes, "xX×"),
    Rule("fixed", r"(?<![\w/.])(?:9/11|24/7/365|24/7|9[-–]5|50/50|50-50|7/7|20/20|10-4)(?![\w/-]|\.\d)", say_fixed, "/-–"),
)  # fmt: skip
"""What everybody says the same way: first of all."""


VERSES: tuple[Rule, ...] = (
    Rule("verse", rf"(?<!\w)(?:(?P<nth>[123]|II?)\s)?\b(?P<book>{_BOOKS}|(?:{'|'.join(table('books'))})\.?)\s(?P<chapter>[0-9]{{1,3}}):(?P<verse>[0-9]{{1,3}})(?:[-–](?P<last>[0-9]{{1,3}}))?(?![\w:])", say_verse, ":"),
    Rule("verse", r"(?<![\w.,])([123])\s(?=(?:Corinthians|Thessalonians|Chronicles|Maccabees)\b)", say_nth_book, "123"),
)  # fmt: skip
"""The Bible and the Koran: before times."""


SHAPES: tuple[Rule, ...] = (
    Rule("dimensions", r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})?(?:\.[0-9]{1,3})?(?:\s?[xX×]\s?[0-9]{1,3}(?:,[0-9]{3})?(?:\.[0-9]{1,3})?){1,3}(?![\w⁻^])", say_dimensions, "xX×"),
    Rule("dimensions", r"(?<![\w.,])[0-9]{3,5}\s?[xX×]\s?[0-9]{3,5}(?![\w])", say_dimensions, "xX×"),
    Rule("times", rf"{LEFT}(?:({NUMBER})[-–])?({NUMBER})\s?[x×X](?=\s(?!\d)|\s20[0-9]{2}E?\b|[-.,;:!?)/]|$)", say_times_as, "x×X"),
)  # fmt: skip
"""Two by four, three times."""


RULES: tuple[Rule, ...] = (
    Rule("formation", r"(?<![\w.,$£€-])[0-9][-–][0-9][-–][0-9](?:[-–][0-9])?(?![\w-]|[.,]\d)", say_formation, "-–"),
    Rule("pair", r"(?<![\w.,$£€:/-])([0-9]{1,3})[-–]([0-9]{1,3})(?=-(?:year|day|week|month|hour|minute|mile|point|man|person|member|foot|inch|acre|page|seat|game|metre|meter)s?\b)", say_span, DIGITS),
    Rule("number and word", r"(?<![\w.,-])([0-9]{1,3})-(in|for|on|of|to|by)-([0-9]{1,3}(?:,[0-9]{3})*)(?![\w,])", say_one_in, "-"),
    Rule("gaelic", r"(?<![\w.,$£€:/-])([0-9])[-–]([0-3][0-9])(?![\w%/]|[.,:-]\d|-[A-Za-z])", say_gaelic, "-–"),
    Rule("wickets", r"(?<![\w.,$£€:/-])([0-9]{1,3})[-–]([0-9]{1,3})(?![\w%/]|[.,:-]\d|-[A-Za-z])", say_wickets, "-–"),
    Rule("pair", r"(?:(?<=[a-z]\.)|(?<![\w.,$£€:/-]))([0-9]{1,3}(?:,[0-9]{3})*)\s?[-–—‑−]\s?([0-9]{1,3}(?:,[0-9]{3})*)(?![\w%/]|[.,:-]\d|-[A-Za-z])", say_pair, DIGITS),
    Rule("range", rf"{LEFT}({NUMBER})({MAGNITUDE})?{DASH}({NUMBER})({MAGNITUDE})?(?![\w%/]|-)", say_range, DIGITS),
    Rule("ratio", r"(?<![\w.,:])([0-9]{1,4}(?:\.[0-9]{1,3})?)\s?:\s?([0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,4}(?:\.[0-9]{1,3})?|[1-9][0-9]{4,5})(?![\w:]|[.,]\d)", say_ratio, ":"),
)  # fmt: skip
"""Two numbers and a dash or a colon."""
