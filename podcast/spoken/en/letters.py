"""Initialisms against acronyms and shouting, and names that mix letters with figures."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.en import figures
from podcast.spoken.en.lists import NEXT_SENTENCE
from podcast.spoken.rules import DIGITS, Found, Rule

_DATA = Path(__file__).parent / "data"
_VOWELS = frozenset("AEIOUY")


def _table(name: str) -> dict[str, str]:
    return tables.read(_DATA, name)


_CAPITALS = re.compile(r"\b[A-Z][A-Z’']+\b")
_SMALL = re.compile(r"\b[A-Za-z]?[a-z][a-z’']+")


def is_shouting(found: Found) -> bool:
    """Whether the words around are in capitals too, and not single names in a row."""
    around = f"{found.before[-60:]} {found.text} {found.after[:60]}"
    capitals = _CAPITALS.findall(around)
    if len(capitals) >= 2 and len(capitals) * 3 >= len(_SMALL.findall(around)) * 7:
        return any(word in _table("emphasis") or _reads_as_word(word) for word in capitals)
    before = re.search(r"([A-Z’']+)\s$", found.before[-30:])
    after = re.match(r"\s([A-Z’']+)(?![a-z])", found.after)
    return any(near and len(near[1]) > 4 and is_word(near[1]) for near in (before, after))


def is_word(letters: str) -> bool:
    """Whether unknown capitals are likely said as a word: UNESCO-like, not BBC-like.

    By length and shape: two or three letters are spelled; four are, unless they read like a
    word; from five on, only what can't be pronounced is spelled.
    """
    if len(letters) < 4:
        return False
    if not _VOWELS & set(letters[:4]):
        return False
    if re.search(r"[BCDFGHJKLMNPQRSTVWXZ]{4}|[AEIOU]{4}|Q[^UA]", letters):
        return False
    if len(letters) > 4 and not (_BEGINS.match(letters) and _ENDS.search(letters)):
        return False
    if len(letters) > 5:
        return True
    core = _CLUSTERS.sub("T", letters)
    if re.search(
        r"[BCDFGHJKLMNPQRSTVWXZ]{3}|[AEIOU]{3}|[QXZ][^AEIOU]|^(?!EA|OU|AU)[AEIOU]{2}", core
    ):
        return False
    if len(letters) == 4:
        return bool(re.fullmatch(r"[^AEIOU][AEIOUY][^AEIOUY][AEIOUY]|[^AEIOU][AEIOU]"
                                 r"(?:CK|LD|LE|LL|LP|LT|MP|ND|NG|NK|NT|RD|RE|RK|RM|RN|RT|SH|SK|SS|ST)", letters))  # fmt: skip
    return not re.match(r"(?:[BCDFGHJKLMNPQRSTVWXZ]{3})|(?:[BDGKPT][BCDFGKMNPQSTVXZ])", letters)


_CLUSTERS = re.compile(r"^(?:S[CPT]R|[ST]HR|SPL|SCH|CHR|PHR)|(?:TCH|RST|GHT|[NR]CH|[NRL]TH|RLD|[CNR]KS|[LNR]DS|NGS"
                       r"|[LRSN]TS|MPS|LLS|RMS|RNS|LPS|SKS|FTS|PTS)$")  # fmt: skip
"""Three consonants that a word may begin or end with: STRIP, WATCH."""
_BEGINS = re.compile(
    r"[AEIOUY]|.[AEIOUYH]|[BCFGKPS]L|[BCDFGKPTW]R|S[CKMNPQTVW]|[DTKZ]W|[GK]N|LL|M[BC]|ND|NG|TS|[BDF]J|CZ|KV|ZV|PS"
)
"""What a word may begin with: ZVEREV and MBAPPE do, CSIRO doesn't."""
_ENDS = re.compile(
    r"(?:[AEIOUYW].?|[CLNRS]K|[LNR]D|[LRN][EF]|L[BCLMPT]|[MRS]P|N[GTX]|R[BCLMNT]|S[HMST]"
    r"|[CGPT]H|GN|HM|M[BN]|[BCFHNPRSX]T|[A-Z]S|TZ|BB|DD|FF|GG|ZZ|NN|RR|TT|CZ)$"
)


def say_capitals(found: Found) -> str | None:
    """EU → E.U; NATO → NATO; DVDs → D.V.D's; NOT → not; the US's → the U-S's."""
    letters, ending = found[1], found[2]
    known = _table("acronyms").get(letters)
    if known is not None:
        said = known if known != letters else letters
        return f"{said}{ending}" if known != letters or ending else said
    shouted = letters in _table("emphasis")
    if shouted:
        return found.text.lower()
    ordinary = _reads_as_word(letters) or _is_pronoun(letters, found)
    if ordinary and is_shouting(found):
        return found.text.lower()
    if letters not in _table("initialisms") and is_word(letters):
        return found.text
    if ending:
        return figures.spell_plural(letters, ending if ending[0] in "'’" else f"'{ending}")
    return figures.spell_letters(letters)


def _reads_as_word(letters: str) -> bool:
    """Whether capitals among capitals are an ordinary word: SIGN, DEAL, CUP, not FBI or GOP."""
    if (
        letters in {"US", "WHO"}
        or letters in _table("initialisms")
        or letters in _table("acronyms")
    ):
        return False
    if len(letters) > 3:
        said = _BEGINS.match(letters) and _ENDS.search(letters)
        return bool(said and _VOWELS & set(letters))
    return bool(re.fullmatch(r"[^AEIOU][AEIOUY][^AEIOU]", letters))


_TELL = re.compile(r"\b(?:TELL|FOR|TO|OF|LET|WITH|JOIN|GIVE|GIVES|ABOUT|CONTACT|FOLLOW|AMONG|BETWEEN|BEHIND|SHOW"
                   r"|SHOWS|ASK|HELP|MAKE|MAKES|LIKE|FROM|ON|AGAINST|SUPPORT|BEFORE|CALL|EMAIL|ALL|SEND)\s$")  # fmt: skip


def _is_pronoun(letters: str, found: Found) -> bool:
    """TELL US, WHO WE ARE, IT IS: not the country, the organisation, the trade."""
    if letters == "US":
        return bool(_TELL.search(found.before))
    if letters == "WHO":
        return not found.before.endswith("THE ")
    return letters in {"IT", "AM"} and not found.before.endswith("THE ")


def say_joined(found: Found) -> str:
    """AT&T, AC/DC, S&P: always letters."""
    known = _table("acronyms").get(found[1])
    if found[2]:
        return figures.spell_plural(found[1], found[2] if found[2][0] in "'’" else f"'{found[2]}")
    return known if known else figures.spell_letters(found[1])


def say_contraction(found: Found) -> str:
    """WHAT'S NEXT? → what's; DON'T; UK'S → U-K's."""
    letters = found[1]
    if letters in {"IT", "DON", "ISN", "WON"} or letters in _table("emphasis"):
        return found.text.lower()
    if _reads_as_word(letters) or found[2] != "S":
        return found.text.lower()
    return figures.spell_plural(letters, "'s")


def say_ticker(found: Found) -> str:
    """NYSE: IBM, $AAPL → letters."""
    market = figures.spell_letters(found[1]) if len(found[1]) < 5 else found[1]
    return f"{market}{found[2]}{figures.spell_letters(found[3].replace('.', ''))}"


def say_camel(found: Found) -> str:
    """PhD → P.H.D; MoD, IoT, xG, mRNA, iOS."""
    letters = found[1].upper()
    return figures.spell_plural(letters, "'s") if found[2] else figures.spell_letters(letters)


def say_stopped(found: Found) -> str | None:
    """U.S. → U.S; D.C.; J.J. Okoro → J.J Okoro; the stop stays where the sentence ends."""
    letters = found[1].replace(".", "").replace(" ", "")
    ending = found[2]
    if ending:
        return figures.spell_plural(letters, ending if ending[0] in "'’" else f"'{ending}")
    ends = not found.after.strip("\"'”’) ") or (
        len(letters) > 1 and NEXT_SENTENCE.match(found.after)
    )
    stop = "." if found.text.endswith(".") and ends else ""
    return figures.spell_letters(letters) + stop


_RUNS = re.compile(r"[a-z][A-Z][a-z]+|Mi[GC]|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[₀-₉]+")


def say_mixed(found: Found) -> str | None:
    """F-16 → F-sixteen; H5N1, Covid-19, T-72s, COP28, iPhone15, G20, CO2, 3D, MP3."""
    said: list[str] = []
    text = found.text
    ending = ""
    tail = re.search(r"(?<=[0-9])(['’]?)s$", text)
    if tail:
        text, ending = text[: tail.start()], tail[0]
    if re.fullmatch(r"[0-9]+[a-z]{2,}", text) or re.fullmatch(r"[0-9]{1,4}(?:st|nd|rd|th)", text):
        return None
    pieces = re.split(r"[-‐‑–]", text)
    for piece in pieces:
        runs = _RUNS.findall(piece)
        single = len("".join(run for run in runs if run[0].isdecimal())) > 5
        for run in runs:
            said.append(_say_run(run, found, single=single and len(run) > 2))
    if ending == "s":
        said[-1], ending = figures.plural(said[-1]), ""
    return _join(said) + ending


_ELEMENTS = frozenset(["Cs", "Sr", "Pu", "Am", "Po", "Ra", "Xe", "Kr", "Tc", "Th", "Cf", "Np"])
_LOW = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def _say_run(run: str, found: Found, *, single: bool) -> str:
    run = run.translate(_LOW)
    if run[0].isdecimal():
        return figures.digits(run) if single else figures.code(run, found)
    if run in _ELEMENTS:
        return figures.spell_letters(run.upper())
    if run.isupper() and len(run) > 1:
        known = _table("acronyms").get(run)
        if known is not None:
            return known
        return run if len(run) > 3 and is_word(run) else figures.spell_letters(run)
    return run


def _join(said: list[str]) -> str:
    """A letter and its number go together: F-sixteen, so that "A-three twenty" isn't "uh three"."""
    joined = ""
    for part in said:
        close = (
            joined[-1:].isupper()
            and (len(joined) == 1 or joined[-2] in ". -")
            and part[0].islower()
        )
        joined += ("-" if close else " " if joined else "") + part
    return joined


def say_rating(found: Found) -> str:
    """BBB- → triple B minus; AA+ → double A plus."""
    times = "double" if len(found[2]) == 1 else "triple"
    return f"{times} {found[1]} {'plus' if found[3] == '+' else 'minus'}"


def say_subsection(found: Found) -> str:
    """501(c)(3) → five oh one c three; 5(1)(a) → five one a."""
    number = figures.code(found[1], found) if found[1].isdecimal() else found[1]
    marks = re.findall(r"\w+", found[2])
    said = (figures.count(mark, found) if mark.isdecimal() else mark for mark in marks)
    # A lone a would be the article.
    return number + "".join(", a" if mark == "a" else f" {mark}" for mark in said)


def say_several(found: Found) -> str | None:
    """14 Challenger 2s → twos, after a name; 4s alone is a name."""
    named = re.search(r"[A-Z][a-z]+ $", found.before)
    return figures.plural(figures.count(found[1], found)) if named else None


def say_ion(found: Found) -> str:
    """Ca²⁺ → Ca two plus; Cl⁻ → Cl minus."""
    charge = found[2].translate(_RAISED)
    number = f"{figures.count(charge, found)} " if charge else ""
    return f"{found[1]} {number}{'plus' if found[3] == '⁺' else 'minus'}"


_RAISED = str.maketrans("²³⁴", "234")


def say_lineage(found: Found) -> str:
    """B.1.1.7 → B one one seven; BA.5."""
    numbers = " ".join(figures.count(part, found) for part in found[2].strip(".").split("."))
    return f"{figures.spell_letters(found[1])} {numbers}"


def say_lettered_decimal(found: Found) -> str:
    """PM2.5 → P.M two point five."""
    letters = found[1]
    said = figures.spell_letters(letters) if letters.isupper() and len(letters) > 1 else letters
    joint = "-" if len(letters) == 1 and letters.isupper() else " "
    return f"{said}{joint}{figures.count(found[2], found)}"


def say_account(found: Found) -> str:
    """401(k) → four oh one k; 401(k)s → four oh one k's."""
    return f"{figures.code(found[1], found)} {found[2]}{chr(39) + 's' if found[3] else ''}"


def say_hyphened(found: Found) -> str:
    """A 27-member bloc → a twenty-seven-member bloc; 18-year-old; 55-millimetre."""
    return f"{figures.count(found[1], found)}-"


RULES: tuple[Rule, ...] = (
    Rule("rating", r"(?<![\w.])([ABC])(\1{1,2})([-+−])(?=$|[\s.,;:)/])", say_rating, "-+−"),
    Rule("subsection", r"(?<![\w.,])([0-9]{1,4}[A-Z]?)((?:\([0-9a-z]{1,4}\)){1,4})(?!\w)", say_subsection, "("),
    Rule("several", r"(?<![\w.,])([0-9]{1,2})s(?!\w)", say_several, DIGITS),
    Rule("account", r"\b(401|403)\s?\(?([kb])\)?(['’]?s)?(?!\w)", say_account, DIGITS),
    Rule("name with figures", r"(?<![\w.])(?:[A-Za-z]{1,12}[-‐‑–]?[0-9]{1,12}|[0-9]{1,4}[-‐‑]?[A-Z](?![a-z])|[0-9]{1,6}[A-Za-z]{1,4}[0-9])[A-Za-z0-9₀-₉]{0,24}(?:[-‐‑][A-Z0-9][A-Za-z0-9]{0,12})?(?:['’]s)?(?![\w%]|[.,]\d)", say_mixed, DIGITS),
    Rule("name with figures", r"(?<![\w.])([A-Z]{1,3})((?:\.[0-9]{1,3}){1,4})(?![\w.])", say_lineage, DIGITS),
    Rule("name with figures", r"(?<![\w.])([A-Za-z]{1,8})[-]?([0-9]{1,4}\.[0-9]{1,3})(?![\w%]|\.\d)", say_lettered_decimal, DIGITS),
    Rule("name with figures", r"(?<![\w.,])([0-9]{1,6}\.[0-9]{1,4})([A-Za-z]{1,3})(?!\w|(?<=[eE])[-+][0-9])", lambda found: f"{figures.count(found[1], found)} {found[2]}", DIGITS),
    Rule("formula", r"\b[A-Z][a-z]?[₀-₉]+(?:[A-Z][a-z]?[₀-₉]*){0,8}", say_mixed, "₀₁₂₃₄₅₆₇₈₉"),
    Rule("formula", r"\b([A-Z][a-z]?)([²³⁴]?)([⁺⁻])(?!\w)", say_ion, "⁺⁻"),
    Rule("formula", r"\b[A-Z]{1,3}[₀-₉]+(?:e\b)?", say_mixed, "₀₁₂₃₄₅₆₇₈₉"),
    Rule("number and word", r"(?<![\w.,$£€])([0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?)[-‐‑](?=[A-Za-z]{2})", say_hyphened, DIGITS),
    Rule("capitals", r"\b([A-Z]{2,})['’](S|T|RE|LL|VE|D|M)\b", say_contraction, "'’"),
    Rule("ticker", r"\b(NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX)(:\s?)([A-Z]{1,5})\b", say_ticker, ":"),
    Rule("ticker", r"(?<![\w$])()()\$([A-Z]{1,5})\b(?!\.)", say_ticker, "$"),
    Rule("initialism", r"(?<![\w.])([A-Z][a-z][A-Z]|[a-z][A-Z]{1,4})(['’]?s)?(?!\w|\.\w)", say_camel),
    Rule("initialism", r"(?<![\w.])((?:[A-Z]\.){1,6}[A-Z]|(?:[A-Z]\.\s){1,5}[A-Z](?!\w|\.\w))\.?(['’]s|s)?(?![\w])", say_stopped, "."),
    Rule("initialism", r"(?<![\w.&/])([A-Z]{2,})(s|['’]s|['’])?(?!\w|['’]\w|&|\.\w)", say_capitals),
    Rule("initialism", r"\b([A-Z])&([A-Z])s\b", lambda found: f"{found[1]} and {found[2]}'s", "&"),
    Rule("initialism", r"(?<=[/&])([A-Z]{2,})(s|['’]s)?(?!\w|['’]\w)", say_joined),
    Rule("initialism", r"(?<![\w.&])([A-Z]{2,})(s|['’]s)?(?=[/&])", say_joined),
)  # fmt: skip
"""Capitals, and names with figures."""
