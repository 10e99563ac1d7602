"""Sentences: a paragraph as written, cut where a reader would take a breath.

The only module that knows sentencex. It is right nearly everywhere; what it misses in news is put
right here: abbreviations, initials, ordinals and quotations, by the table of abbreviations that
the spoken forms use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import sentencex

from podcast import spoken

LONGEST_QUOTATION = 60
"""Words: a longer quotation isn't one sentence for a listener, whatever the quotation marks say."""

BEFORE, AFTER = 400, 100
"""Characters on both sides of an end that are looked at."""

STRETCH = 10_000
"""Characters given to sentencex at a time: far longer than a paragraph is."""

_NUMBERED = """
    No. Nos. N°. Art. art. Nr. núm. n. no. párr. párrf. Ext. ext. Cra. Lun. Mar. Mié. Jue. Vie. Sáb.
    Dom.
"""
NUMBERED = frozenset(_NUMBERED.split())
"""Abbreviations only before a number: "No." and "no." are words, too."""

LOUD = frozenset(["Yahoo!", "Yum!", "Joomla!", "Jeopardy!", "Oklahoma!", "Wham!", "Ahoy!"])
"""Names that end as a sentence does; "Yahoo! Inc." goes on."""

LONGEST_OPENING = 4
"""Words of "At 5 a.m. Mr. Smith …", where the title doesn't begin a sentence."""

STARTERS = {
    "en": """the a an he she it they we you i this that these those there here but and so or yet
        for in on at by with from to of as if when while where what why who how which after
        before since until although though however meanwhile then now not no yes some many most
        all both each every another such my your his her its our their is are was were do does
        did can could will would should may might have has had let last also still even just
        only once during under over about it's he's she's that's there's they're we're i'm
        don't""",
    "de": """der die das den dem des ein eine einer einem einen er sie es wir ihr ich du man dies
        diese dieser dieses diesem diesen jene jener dort hier aber und so oder doch denn in im
        an am auf bei mit von vom zu zum zur aus nach vor seit bis für durch gegen ohne um über
        unter wenn als während wo was warum wer wie welche obwohl jedoch dann nun jetzt nicht
        kein keine ja nein einige viele alle beide jeder jede sein seine ihre unser unsere ist
        sind war waren hat haben wird werden kann können soll sollen muss müssen auch noch schon
        nur damit dabei dazu danach dafür darum deshalb allerdings laut""",
    "fr": """le la les l un une des il elle ils elles on nous vous je tu ce cet cette ces ça cela
        c'est c mais et ou donc or ni car dans en sur à au aux par avec sans pour de du d depuis
        après avant pendant si quand lorsque où que qui quoi pourquoi comment quel quelle bien
        cependant toutefois puis alors ensuite enfin ne non oui certains tous toutes chaque son
        sa ses leur leurs notre votre mon ma mes est sont était a ont selon malgré il n'y""",
    "es": """el la los las un una unos unas él ella ellos ellas nosotros usted ustedes yo tú esto
        este esta estos estas eso ese esa pero y o u sino pues en con sin por para de del desde
        hasta tras según si cuando mientras donde qué que quién cómo cuál aunque sin embargo
        entonces luego ahora no sí algunos muchos todos todas cada su sus nuestro mi es son era
        fue ha han hay se lo le ya también además así al a""",
}
"""Words that begin a sentence after an abbreviation more often than they follow it within one."""

FOLLOWED = {
    "en": """Dr. Mr. Mrs. Ms. Mx. Prof. St. Mt. Gen. Lt. Col. Sgt. Capt. Cmdr. Adm. Maj. Rev. Hon.
        Gov. Sen. Rep. Pres. Fr. Sr. Messrs. vs. v. No. Nos. N°. Fig. Figs. Vol. vol. Ch. Sec. Art.
        p. pp. approx. c. ca. e.g. i.e. cf. esp. incl. viz. aka a.k.a. Ft. Msgr. Insp. Supt.
        Det. Cpl. Pvt. Pte.""",
    "de": """Dr. Prof. Hr. Fr. St. Nr. Abb. Bd. Kap. Art. Abs. S. Ziff. ca. bzw. z.B. z. d.h. d.
        u.a. u. v. bzgl. evtl. ggf. inkl. exkl. max. min. sog. vgl. Mag. Ing. Dipl. Hl. geb.
        gest. Frhr. i. o. a. e. Tel. Str.""",
    "fr": """M. MM. Dr. Pr. N°. St. Ste. Mgr. Me. n. no. fig. vol. chap. art. p. pp. env. cf. av.
        apr. éd. ex. tél. Mr. Mrs.""",
    "es": """Sr. Sra. Srta. Dr. Dra. D. Dña. Prof. Profa. Lic. Ing. Gral. Cnel. Tte. Sto. Sta. S.
        núm. n. N°. Fig. vol. cap. art. pág. págs. p. pp. aprox. p.ej. p. Ud. Uds. Av. Avda. Excmo.
        Ilmo. Mr. Mrs.""",
}
"""Abbreviations that another word always follows: no sentence ends with them."""

_CANDIDATE = re.compile(r"[.!?…][\"'”’»“)\]]*\s+(?=[\"'“‘„«¿¡(\[]*[^\W_])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIALS = re.compile(r"[\"'“‘„«(\[]*(?:[^\W\d_]\.-?)*(?<![^\W\d_]{2})[^\W\d_]\.")
_ROMAN = re.compile(r"[IVXLC]+\b")
_ORDINAL = re.compile(r"\(?(?:\d{1,3}\.?[/–-]|[–-])?(?:\d{1,3}|[IVXL]+)\.")
_ASIDE = re.compile(r"[(\[][.!?…]+[)\]]\s*$")
_ADDRESS = re.compile(r"://|@|^www\.")
_GLUED = re.compile(r"[^\W\d_]{3,}[.!?…][\"”’»)]*$")
_MARKER = re.compile(r"(?:(?<=\s)|^)[•⁃▪◦]?\s*([0-9]{1,2}|[a-z])(\.\)|\.|\))(?=\s)")
_ITEM = re.compile(rf"\s*{_MARKER.pattern}\s+")
_SPACED = re.compile(r"(?<!\S)(?<!\. )\. \. \.\s*$")
_FOUR_DOTS = re.compile(r"(?<=\w)\. (?=\. \. \.)")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)")
_MEASURE = re.compile(r"(?<!\w)\d[\d.,]*\s?[mglsht]\.\s*$")
_CITATION = re.compile(r"\([^()]{1,60}\)[.,;]")
_TIME = re.compile(r"[ap]\.m\.", re.IGNORECASE)
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
    ends = [0, *sorted(_boundaries(text, base)), len(text)]
    parts = (text[start:end].strip() for start, end in pairwise(ends))
    return tuple(part for part in parts if part)


def _boundaries(text: str, base: str) -> Iterator[int]:
    """Yield where a sentence ends and the next one begins."""
    items = _items(text)
    whole = _quoted(text)
    start = 0
    for end in sorted((_found(text, base) | _missed(text, base)) - whole | items):
        # Windows, since a text without an end would take the square of its length.
        before, after = text[max(start, end - BEFORE) : end], text[end : end + AFTER]
        if end in items or not _joins(before, after, base):
            yield end
            start = end


def _quoted(text: str) -> set[int]:
    """Return the places inside quotations that are short enough to be said in one go."""
    spans = (found.span() for found in _QUOTATION.finditer(text))
    whole = (span for span in spans if len(text[slice(*span)].split()) <= LONGEST_QUOTATION)
    return {place for start, end in whole for place in range(start + 1, end)}


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
    missed = {found.end() for found in _FOUR_DOTS.finditer(text)}
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
    if first.islower() or _is_open(before, after):
        return True
    if _ITEM.fullmatch(before) or _SPACED.search(before):
        return True
    if _CITATION.match(after) and before.rstrip(' "”’»“')[-1] not in ".!?…":
        return True
    if not (before[-1].isspace() or after[0].isspace()):
        return not _are_glued(before, after)
    last = _last(before)
    if last in LOUD:
        return not _starts(after, base)
    if not last.endswith("."):
        return bool(_ASIDE.search(before))
    if last in NUMBERED:
        return first.isdigit() or bool(_ROMAN.match(after))
    if last in _followed(base):
        return True
    if _TIME.fullmatch(last) and _begins_with_title(after, base):
        return len(before.split()) <= LONGEST_OPENING
    if _ends(before, base):
        return not first.isupper()
    if _is_abbreviation(last, base):
        return first.isdigit() or not _starts(after, base)
    if base != "de":
        return False
    street = last.endswith("str.") and first.isdigit()
    return street or (bool(_ORDINAL.fullmatch(last)) and not _starts(after, base))


def _are_glued(before: str, after: str) -> bool:
    """Whether two sentences have lost the space between them: "the end.The start"; not ASP.NET."""
    last, first = _GLUED.search(before), _WORD.match(after)
    if not last or not first or _ADDRESS.search(before.split()[-1] + after.split()[0]):
        return False
    named = last[0][0].isupper() and len(first[0]) > 1 and first[0].isupper()
    return first[0][0].isupper() and not named


def _is_open(before: str, after: str) -> bool:
    """Whether a bracket is open that is closed in what follows."""
    opened = len(_OPENED.findall(before)) - len(_CLOSED.findall(before))
    return opened > 0 and bool(_CLOSED.search(after))


def _is_abbreviation(token: str, base: str) -> bool:
    last = _last(token)
    return (
        last in _followed(base) or last in _abbreviations(base) or bool(_INITIALS.fullmatch(last))
    )


def _ends(before: str, base: str) -> bool:
    """Whether a capital after the word begins a sentence: after "300 m.", after "etc."

    In German, it may be any noun's after "etc."
    """
    return bool(_MEASURE.search(before)) or (base != "de" and _last(before) == "etc.")


def _last(text: str) -> str:
    """Return the last word with its full stop, without quotation marks and brackets around it."""
    words = text.split()
    return _ELIDED.sub("", words[-1].rstrip("\"'”’»“)]").lstrip("\"'“‘„«([")) if words else ""


def _starts(after: str, base: str) -> bool:
    """Whether a text begins with a word that begins sentences; an initial is none."""
    word = _WORD.search(after)
    if word is None or (len(word[0]) == 1 and after[word.end() : word.end() + 1] == "."):
        return False
    return word[0].lower().replace("’", "'") in _starters(base)


def _begins_with_title(after: str, base: str) -> bool:
    return after.split(maxsplit=1)[0] in _followed(base)


@lru_cache(maxsize=16)
def _starters(base: str) -> frozenset[str]:
    return frozenset(STARTERS.get(base, "").split())


@lru_cache(maxsize=16)
def _followed(base: str) -> frozenset[str]:
    return frozenset(FOLLOWED.get(base, "").split())


@lru_cache(maxsize=16)
def _abbreviations(base: str) -> frozenset[str]:
    return spoken.abbreviations(base)
