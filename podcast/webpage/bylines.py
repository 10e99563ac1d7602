"""The names in a byline, without what else stands in its line: jobs, agencies, places, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from podcast.dates import date_span, is_month
from podcast.titles import same_title, title_key

LONGEST = 200
"""Letters. A longer text is no byline."""
_MOST_WORDS = 6
_SHORT = 25
_PICTURES = re.compile(
    r"\b(?:imagery|images?|photo\w*|pictures?|illustrations?|graphics?|videos?|foto\w*|bild\w*)\W+"
    r"(?:by|von|par|por|di|door)\b",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s+[—–-]+\s*|\s+[Bb]y:?\s+|\s*(?:,|;|—|/|\||•|·|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|、)\s*"
    r"(?!(?:jr|sr|ph\.?d|m\.?d)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’`\u00b7-])*|[\"“«][^\W\d_][\w .'’-]*[\"”»]")
_AFTER = re.compile(
    r"\s+(?:in|at|for|of|from|aus|à|en|em|on|with|via|para)\s.*|"
    r"\s+(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b.*",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?<=\w)\W+(?:(?:medically )?reviewed|edited|translated|fact[- ]?checked|approved) by\b",
    re.IGNORECASE,
)
"""Before somebody who looked it over."""
_HANDLE = re.compile(r"[a-z][a-z0-9_-]{2,}")
_NOT_SAID = re.compile(r"\([^)]*\)|\[[^\]]*\]|\S+@\S+|@\w+|\b\w+\.(?:com|org|net|de|fr|es)\b.*")
_EAST_ASIAN = re.compile(
    r"(?:作者|記者|记者|撰文)\s*[:：/／丨|]?\s*([\u4e00-\u9fff·]{2,6})(?=[\s，,。|）)]|$)|"
    r"(?:^|[\s=\[(])([가-힣]{2,4})\s*(?:선임)?(?:기자|특파원)(?=\W|$)"
)


@cache
def words(kind: str) -> frozenset[str]:
    """What bylines.txt has under `kind`."""
    found: dict[str, set[str]] = {}
    own: set[str] = set()
    for line in Path(__file__).with_name("bylines.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            own = found.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            own.update(line.split(" | ") if "|" in line else line.split())
    return frozenset(found[kind])


@cache
def _by() -> re.Pattern[str]:
    """By, and what may stand before it: "Analysis by", "Text: Posted by", "Text und Fotos:"."""
    before, known = (
        "|".join(sorted(map(re.escape, words(kind)), key=len, reverse=True))
        for kind in ("lead", "by")
    )
    return re.compile(
        rf"^\W*(?:(?:(?:{before})\s*(?:[:&]\s*)?){{0,3}}(?:{known})(?:\s*[:：]\s*|\s+)|"
        rf"(?:{before})(?:\s+(?:&|and|und|et|y|e|en)\s+[^\W\d_]+)?\s*[:：]\s*)(?=\S)",
        re.IGNORECASE,
    )


def authors_in(text: str, site: str = "") -> tuple[str, ...]:
    """The authors that somebody gave as such: names, or else a pen name of one word.

    >>> authors_in("Jane Doe, Max Roe"), authors_in("janedoe"), authors_in("admin")
    (('Jane Doe', 'Max Roe'), ('janedoe',), ())
    """
    handle = (text,) if _HANDLE.fullmatch(text) and text not in words("nobody") else ()
    return names_in(text, site) or handle


def is_agency(name: str) -> bool:
    """Whether `name` is a news agency's: told where the person is shown."""
    return name.lower() in words("agency")


def has_by(text: str) -> bool:
    """Whether `text` begins as bylines do; "Photo by" and "By signing up, you …" do not."""
    found = _by().match(text)
    if not found or _PICTURES.search(text):
        return False
    first, *others = text[found.end() :].split()
    return not (first[0].islower() and first.endswith("ing") and len(others) > 1)


def parts_of(text: str) -> list[str]:
    """The parts of a line: "3 May 2024 by Jane Doe | 2 min"."""
    return re.split(r"\s[|•·]\s|(?<=\d{4})\s(?=(?:by|von|par|por)\s)", text)


def is_by(text: str) -> bool:
    """Whether `text` is nothing but "By" or "Author:"; a name comes next."""
    last = re.split(r"[\s:：]+", text.lower().strip(" :：,–—-"))[-1]
    return len(text) < _SHORT and last in words("by")


def names_in(text: str, site: str = "") -> tuple[str, ...]:
    """The names in a byline; those of persons only, where there are any.

    >>> names_in("By Jane Doe and Max Roe, Example Wire reporters | May 3, 2024")
    ('Jane Doe', 'Max Roe')
    """
    text = " ".join(text.split())
    if not text or "://" in text or len(text) > LONGEST or _PICTURES.search(text):
        return ()
    if same_title(text, site):
        return ()
    # "The Courier | 3 May | By Jane Doe"
    if not has_by(text):
        text = next((part for part in parts_of(text) if has_by(part)), text)
    if east := [next(filter(None, match)) for match in _EAST_ASIAN.findall(text)]:
        return tuple(dict.fromkeys(east))
    found = tuple(dict.fromkeys(_names(_without_by(_NOT_SAID.sub(" ", text)), site)))
    people = tuple(name for name in found if not is_agency(name))
    people = people or found[:1]
    # "Jane Doe, Berlin": one word beside a full name is a place, a paper or a job.
    people = tuple(name for name in people if " " in name) or people[:1]
    # "Jane Doe, THE COURIER": what alone is in capitals is a paper.
    mixed = tuple(name for name in people if not _is_capitals(name))
    return mixed if mixed and mixed[0] == people[0] else people


def _without_by(text: str) -> str:
    """What follows "By"; but Di Maio is a name."""
    rest = _by().sub("", text)
    return rest if " " in rest or text[:3].lower() != "di " else text


def _is_capitals(name: str) -> bool:
    """Whether a name is in capitals, but for a letter or two: McDONALD."""
    return sum(map(str.isupper, name)) > 0.7 * sum(map(str.isalpha, name))


def _names(text: str, site: str) -> Iterator[str]:
    span = date_span(text)
    text = _until_figures(text[: span[0]] if span else text)
    text = _OTHERS.split(text)[0] or text
    # "Jane Doe | Berlin | 3 May", "Jane Doe / Harbour reporter": the name comes first.
    first, *others = re.split(r"\s[|/]\s", text)
    if others and (span or words("job").intersection(others[0].lower().split())):
        text = first
    for part in _AND.split(text):
        part = _AFTER.sub("", part).strip(" .,:-–—·•'’|")
        if not part or part.lower() in words("by"):
            continue
        name = _name(part, site)
        if name is None:
            # What follows a name in its line is no name: a place, a job, a date.
            break
        if name:
            yield name


def _is_of(name: str, site: str) -> bool:
    """Whether `name` is the site's own: a Harbour Post reporter, of The Harbour Post."""
    return bool(site) and title_key(name) in title_key(site)


def _until_figures(text: str) -> str:
    """ "Jane Doe May 15": no name has figures, but after two words."""
    cut = re.match(r"(\S+\s+\S*?[^\W\d].*?)(?:\s([^\W\d_]{3,9})\.?)?\s?\d", text)
    if cut is None:
        return text
    return cut[1] if cut[2] and is_month(cut[2]) else text[: cut.end() - 1]


def _name(part: str, site: str) -> str | None:
    """The name in `part`; empty where somebody else is meant, None where it's no name at all."""
    if is_agency(part):
        return part
    part = _without_job(part)
    own = _WORD.findall(part)
    lower = [word.lower().strip(".,") for word in own]
    if words("nobody").intersection(lower) or same_title(part, site):
        return ""
    for end in range(1, len(own)):
        rest = " ".join(lower[end:])
        house = rest in words("agency") or same_title(rest, site)
        if house and end == 1:
            return ""
        if house or lower[end] in words("job") or (end > 1 and own[end] == "The"):
            own = own[:end]
            break
    if is_agency(" ".join(own)) or (len(own) < len(lower) and _is_of(" ".join(own), site)):
        return ""
    if (
        not own
        or lower[0] in words("job")
        or lower[0] in words("article")
        or not 0 < len(own) <= _MOST_WORDS
    ):
        return None
    whole = part[: part.rfind(own[-1]) + len(own[-1])]
    rest = part[len(whole) :].strip(" .")
    if whole != " ".join(own) or not all(map(_may_be_named, own)) or own[0][0].islower():
        return None
    if rest and not rest[0].isalpha():
        return None
    name = whole if whole.endswith(("Jr.", "Sr.")) else whole.rstrip(".")
    if f"{name}." in ("Jr.", "Sr."):
        return ""
    if site and title_key(site) in title_key(name):
        return ""
    name = f"{name}." if name.endswith((" Jr", " Sr")) and f"{name}." in f"{part}." else name
    return name if len(name) > 1 else None


def _without_job(part: str) -> str:
    """Local Democracy Reporter Jane Doe -> Jane Doe; a job alone stays."""
    tokens = part.split()
    jobs = [word.lower().strip(".,") in words("job") for word in tokens]
    end = jobs.index(False) if False in jobs else 0
    after = jobs.index(True, end) if True in jobs[end:] else len(tokens)
    name = tokens[end:after]
    named = end and 1 < len(name) < 5 and all(word[0].isupper() for word in name)
    return " ".join(name) if named else part


def _may_be_named(word: str) -> bool:
    return not word[0].islower() or word in words("part") or word[1:2] in ("'", "’")
