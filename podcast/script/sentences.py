"""Sentences: a paragraph as written, cut where a reader would take a breath.

The only module that knows sentencex. It is right nearly everywhere; what it misses in news is put
right here: abbreviations, initials, ordinals, quotations, notes and emoji, by the words of
`endings` and the table of abbreviations that the spoken forms use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

import sentencex

from podcast.script.endings import (
    LABELS,
    LOUD,
    NUMBERED,
    abbreviations,
    followed,
    is_starter,
    is_subject,
)

LONGEST_QUOTATION = 60
"""Words: a longer quotation isn't one sentence for a listener, whatever the quotation marks say."""

BEFORE, AFTER = 400, 100
"""Characters on both sides of an end that are looked at."""

STRETCH = 10_000
"""Characters given to sentencex at a time: far longer than a paragraph is."""

LONGEST_OPENING = 4
"""Words of "At 5 a.m. Mr. Smith …", where the title doesn't begin a sentence."""

PLAIN = 7
"""Letters of a word in small letters that is long enough to be no abbreviation."""

_NOTE = r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]+|[*†‡]+)"
_NOTES = re.compile(rf"(?<=[.!?…\"'”’»“)]){_NOTE}+$")
_CANDIDATE = re.compile(rf"[.!?…][\"'”’»“)\]]*{_NOTE}*\s+(?=[\"'“‘„«¿¡(\[]*[^\W_])")
_UNSPACED = re.compile(r"[^\W_][.!?…]+[\"”’»)]*(?=[^\W\d_])")
_ANSWERED = re.compile(r"”\s+(?=“[^\W_])|»\s+(?=«\s*[^\W_])|“\s+(?=„[^\W_])")
_SMILE = r"(?:[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50][\u200D\uFE0F\u20E3]*|[:;]-?[)(]|\^_\^)"
_SMILES = re.compile(rf"\s*{_SMILE}(?:\s?{_SMILE})*(?:\s+|$)")
_LINKED = re.compile(r"(?<!\S)[a-z]{2,9}://\S*[^\s.,;:!?)]\s+(?=[^\W\d_])")
_LISTED = re.compile(r";\s+(?=[^\W\d_]{2,}[ '’][a-zß-ÿ])")
_SMILING = re.compile(rf"\s{_SMILE}+\s+(?=[\"'“‘„«¿¡(\[]*[^\W_])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIALS = re.compile(r"[\"'“‘„«(\[]*(?:[^\W\d_]\.-?)*(?<![^\W\d_]{2})[^\W\d_]\.")
_ROMAN = re.compile(r"[IVXLC]+\b")
_ORDINAL = re.compile(r"\(?(?:\d{1,3}\.?[/–-]|[–-])?(?:\d{1,3}|[IVXL]+)\.")
_ASIDE = re.compile(r"[(\[][.!?…]+[)\]]\s*$")
_FIRM = re.compile(r"(?:Inc|Ltd|Corp|Co|LLC|Plc|PLC|GmbH|AG)\b")
_STOPPED = re.compile(rf"(?<!\.)\.{_NOTE}*\s$")
_SMALL_NAME = re.compile(r"[a-z]{1,3}[A-Z][a-z]")
_LETTER = re.compile(r"(\w+)\s+[A-Z]\.\s*$")
_STREET = re.compile(r"(?:[A-Z][a-z]+|\d(?:st|nd|rd|th))\s+St\.\s*$")
_ERA = re.compile(
    r"(?:\d|\b(?:av|apr)\.)\s(?:B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|J\.-C\.|[ad]\.\s?C\.)\s*$"
)
_ADDRESS = re.compile(r"://|@|^www\.")
_GLUED = re.compile(r"([^\W_]+)[.!?…]+[\"”’»)]*$")
_MARKER = re.compile(r"(?:(?<=\s)|^)[•⁃▪◦]?\s*([0-9]{1,2}|[a-z])(\.\)|\.|\))(?=\s)")
_ITEM = re.compile(rf"\s*{_MARKER.pattern}\s+")
_SPACED = re.compile(r"(?<!\S)(?<!\. )\. \. \.\s*$")
_FOUR_DOTS = re.compile(r"(?<=\w)\. (?=\. \. \.)")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)")
_MEASURE = re.compile(r"(?<!\w)\d[\d.,]*\s?[mglsht]\.\s*$")
_CITATION = re.compile(r"\([^()]{1,60}\)[.,;]")
_TIME = re.compile(r"[ap]\.m\.", re.IGNORECASE)
UNSTOPPED = _UNSPACED, _SMILING, _LINKED, _LISTED
"""Ends only before a word that begins sentences: without a space, at emoji, links, semicolons."""
_OPENED, _CLOSED = re.compile(r"[(\[]"), re.compile(r"[)\]]")
_QUOTATION = re.compile(
    r"“[^“”]*”|„[^„“]*“|«[^«»]*»|(?<![^\s(])»(?=\S)[^»«]*(?<=\S)«|(?<![\w\"])\"[^\"]*\"(?!\w)"
)


def split(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of one paragraph, without the spaces between them.

    A quotation is not cut, unless it is too long to be one sentence for a listener. A mark that
    has no partner holds no sentences together, and stays as it's written: where the quotation
    ended, only its author knows, and one that goes on in the next paragraph is rightly left open.
    """
    base = language.split("-")[0].lower()
    ends = [0, *sorted(_boundaries(_calmed(text, base), base)), len(text)]
    parts = (text[start:end].strip() for start, end in pairwise(ends))
    return tuple(part for part in parts if part)


def _calmed(text: str, base: str) -> str:
    """A text that is all in capitals as it would be without: "MR. RYE LEFT D.C. ON MAY 1".

    Names can't be told, so each word keeps one; but after an abbreviation, only a subject does.
    """
    if not text.isupper():
        return text

    def calm(found: re.Match[str]) -> str:
        word = found[0].capitalize()
        if text[found.end() : found.end() + 1] == ".":
            forms = (word, word.lower(), found[0])
            return next((form for form in forms if _is_abbreviation(form + ".", base)), word)
        before = text[max(0, found.start() - BEFORE) : found.start()]
        short = _is_abbreviation(before, base) or _is_abbreviation(before.title(), base)
        goes_on = short and is_starter(word, base) and not is_subject(word, base)
        return word.lower() if goes_on else word

    calmed = _WORD.sub(calm, text)
    return calmed if len(calmed) == len(text) else text


def _boundaries(text: str, base: str) -> Iterator[int]:
    """Yield where a sentence ends and the next one begins."""
    items = _items(text)
    whole = quoted(text)
    start = 0
    for end in sorted(
        _behind_smiles(text, _found(text, base) | _missed(text, base)) - whole | items
    ):
        # Windows, since a text without an end would take the square of its length.
        before, after = text[max(start, end - BEFORE) : end], text[end : end + AFTER]
        if end in items or not _joins(before, after, base):
            yield end
            start = end


def quoted(text: str) -> set[int]:
    """Return the places inside quotations that are short enough to be said in one go."""
    spans = (found.span() for found in _QUOTATION.finditer(text))
    whole = (span for span in spans if len(text[slice(*span)].split()) <= LONGEST_QUOTATION)
    return {place for start, end in whole for place in range(start + 1, end)}


def _behind_smiles(text: str, ends: set[int]) -> set[int]:
    """The ends, each behind the emoji that close its sentence, unless emoji open each line."""
    if _SMILES.match(text):
        return ends
    return {found.end() if (found := _SMILES.match(text, end)) else end for end in ends}


def _found(text: str, base: str) -> set[int]:
    ends: set[int] = set()
    # By the stretch: sentencex takes the square of the length when quotation marks stay open.
    for start in range(0, len(text), STRETCH):
        stretch, at = text[start : start + STRETCH], 0
        for part in sentencex.segment(base, stretch):
            at = stretch.index(part, at) + len(part)
            ends.add(start + at)
        if not stretch[-1].isspace():
            ends.discard(start + len(stretch))
    return ends - {len(text)}


def _missed(text: str, base: str) -> set[int]:
    """Return the ends that need our own look: at an abbreviation, or within quotation marks."""
    missed = {found.end() for found in (*_FOUR_DOTS.finditer(text), *_ANSWERED.finditer(text))}
    for found in chain.from_iterable(pattern.finditer(text) for pattern in UNSTOPPED):
        if _starts(text[found.end() : found.end() + AFTER], base):
            missed.add(found.end())
    for found in _CANDIDATE.finditer(text):
        end = found.end()
        before = text[max(0, end - BEFORE) : end]
        starts = _starts(text[end : end + AFTER], base) or _ends(before, base)
        if starts or not _is_abbreviation(before, base):
            missed.add(end)
    return missed


def _items(text: str) -> set[int]:
    """Return where the items begin in a paragraph that is a list: "1. One 2. Two"."""
    ends: set[int] = set()
    if not (first := _MARKER.match(text)):
        return ends
    label, mark = first[1], first[2]
    for found in _MARKER.finditer(text, first.end()):
        if found[1] == _next(label) and found[2] == mark:
            ends.add(found.start())
            label = found[1]
    return ends


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


def _joins(before: str, after: str, base: str) -> bool:
    """Whether what follows belongs to the same sentence."""
    if not any(c.isalnum() for c in before) or not any(c.isalnum() for c in after):
        return True
    first = next(c for c in after if c.isalnum())
    if _is_open(before, after) or (first.islower() and not _begins_small(before, after, base)):
        return True
    if _ITEM.fullmatch(before) or _SPACED.search(before) or _ASIDE.search(before):
        return True
    if _CITATION.match(after) and before.rstrip(' "”’»“')[-1] not in ".!?…":
        return True
    if not (before[-1].isspace() or after[0].isspace()):
        return not _are_glued(before, after, base)
    last = _last(before)
    if last in LOUD:
        return not _starts(after, base)
    if not last.endswith("."):
        return bool(_FIRM.match(after))
    if last in NUMBERED:
        return first.isdigit() or bool(_ROMAN.match(after))
    if last in followed(base):
        return not (_STREET.search(before) and _starts(after, base))
    if _TIME.fullmatch(last) and _begins_with_title(after, base):
        return len(before.split()) <= LONGEST_OPENING
    if _ends(before, base):
        return not first.isupper()
    if last.isupper() and first.isdigit() and last.title() in abbreviations(base):
        return True
    if _is_abbreviation(last, base):
        return first.isdigit() or not _starts(after, base)
    if base != "de":
        return False
    street = last.endswith("str.") and first.isdigit()
    return street or (bool(_ORDINAL.fullmatch(last)) and not _starts(after, base))


def _begins_small(before: str, after: str, base: str) -> bool:
    """Whether a sentence begins with a small letter: "iPhone", or what was written in a hurry."""
    last = _last(before)
    if not _STOPPED.search(before) or _is_abbreviation(last, base):
        return False
    plain = last[:-1].isalpha() and last.islower() and len(last) > PLAIN
    return plain or bool(_SMALL_NAME.match(after))


def _are_glued(before: str, after: str, base: str) -> bool:
    """Whether two sentences have lost the space between them: "the end.The start"; not ASP.NET."""
    last, first = _GLUED.search(before), _WORD.match(after)
    if not last or not first or _ADDRESS.search(before.split()[-1] + after.split()[0]):
        return False
    named = last[0][0].isupper() and len(first[0]) > 1 and first[0].isupper()
    short = len(last[1]) < len("end") or not last[1].isalpha()
    if short and (last[1].isupper() or not _starts(after, base)):
        return False
    return first[0][0].isupper() and not named


def _is_open(before: str, after: str) -> bool:
    """Whether a bracket is open that is closed in what follows."""
    opened = len(_OPENED.findall(before)) - len(_CLOSED.findall(before))
    return opened > 0 and bool(_CLOSED.search(after))


def _is_abbreviation(token: str, base: str) -> bool:
    last = _last(token)
    return last in followed(base) or last in abbreviations(base) or bool(_INITIALS.fullmatch(last))


def _ends(before: str, base: str) -> bool:
    """Whether a capital after the word begins a sentence: after "300 m.", "vitamin C.", "etc."

    In German, it may be any noun's after "etc." and "300 v. Chr."
    """
    letter = _LETTER.search(before)
    if _MEASURE.search(before) or (letter and letter[1].lower() in LABELS):
        return True
    return base != "de" and (_last(before) == "etc." or bool(_ERA.search(before)))


def _last(text: str) -> str:
    """Return the last word with its full stop, without notes, quotation marks and brackets."""
    words = text.split()
    if not words:
        return ""
    word = _NOTES.sub("", words[-1])
    return _ELIDED.sub("", word.rstrip("\"'”’»“)]").lstrip("\"'“‘„«(["))


def _starts(after: str, base: str) -> bool:
    """Whether a text begins with a word that begins sentences; an initial is none."""
    word = _WORD.search(after)
    if word is None or (len(word[0]) == 1 and after[word.end() : word.end() + 1] == "."):
        return False
    return is_starter(word[0], base)


def _begins_with_title(after: str, base: str) -> bool:
    return after.split(maxsplit=1)[0] in followed(base)
