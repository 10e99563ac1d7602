"""Strokes and signs, ordinals, and whatever figure is left."""

from __future__ import annotations

import re

from podcast.spoken.en import dates, figures
from podcast.spoken.en.figures import LEFT, NUMBER
from podcast.spoken.en.lists import table
from podcast.spoken.en.measured import names_place
from podcast.spoken.rules import DIGITS, Found, Rule

_EITHER = {"he/she": "he or she", "she/he": "she or he", "his/her": "his or her",
           "her/his": "her or his", "him/her": "him or her", "her/him": "her or him",
           "s/he": "she or he", "and/or": "and or", "his/hers": "his or hers",
           "himself/herself": "himself or herself", "he/she/they": "he, she or they",
           "she/her": "she her", "he/him": "he him", "they/them": "they them",
           "y/y": "year on year", "m/m": "month on month", "q/q": "quarter on quarter",
           "y/o": "year old", "a/c": "account", "p/a": "a year", "w/e": "week ending", "n/a": "not applicable", "yes/no": "yes or no", "either/or": "either or"}  # fmt: skip


def say_stroke(found: Found) -> str | None:
    """he/she → he or she; Mon/Wed/Fri → the days; others → what stands on both sides."""
    if found.text == "A/C":
        return "A.C"  # cool air; a/c is an account
    parts = found.text.split("/")
    days = [dates.whole_name(part) for part in parts]
    return ", ".join(days) if all(days) else _EITHER.get(found.text.lower())


def say_starred(found: Found) -> str:
    """A*, A*s, Sgr A* → A star."""
    return f"{found[1]} star{found[2]}"


def say_stars(found: Found) -> str:
    """A 5* hotel → five star."""
    return f"{figures.count(found[1], found)} star"


def say_grades(found: Found) -> str:
    """A*AA → A star A.A."""
    parts = re.findall(r"[A-E]\*|[A-E]+(?!\*)|[A-E]", found.text)
    return " ".join(p[0] + " star" if "*" in p else figures.spell_letters(p) for p in parts)


def say_slash(found: Found) -> str:
    """upgrade / update → upgrade slash update; London/Paris too."""
    before, after = found.before[-1:], found.after[:1]
    if before.isupper() and after.isupper() and found.text == "/":
        return " "
    if after.isdecimal() and re.search(
        r"[0-9]\s?[A-Za-z°]{1,3}$|[ap]\.?m\.? [A-Z]{2,3}$", found.before
    ):
        return ", "  # 190C/375F, 5kg/11lb: the same twice
    if _OVEN.match(found.after) and re.search(r"[CF](?: fan)?$|Celsius|Fahrenheit", found.before):
        return ", "  # 230°C/gas 8
    return " slash " if before and after else " "


_OVEN = re.compile(r"[Gg]as\b|[Ff]an\b|[0-9]")


def say_plus(found: Found) -> str:
    """OPEC+ → OPEC plus; f++ → f plus plus."""
    return " plus" * len(found.text)


def say_more_than(found: Found) -> str | None:
    """30+ years → more than thirty; SPF 30+, aged 65+ → plus; 90+7 is a sum."""
    if re.search(
        r"\b(?:[A-Z]{2,}|[Aa]ged?|[Aa]ges|iOS|I\.O\.S|Android|Windows|macOS|Python|Java|Chrome|Safari) $",
        found.before,
    ):
        return f"{figures.amount(found[1], found[2], found)} plus"
    return f"more than {figures.amount(found[1], found[2], found)}"


def say_about(found: Found) -> str:
    """~5 → about five; π ≈ 3.14 → pi is about."""
    return "is about " if re.search(r"(?:^|\s)\w\s$", found.before) else "about "


_COMPARED = {
    "<=": "at most ",
    ">=": "at least ",
    "<": "less than ",
    ">": "more than ",
    "≤": "at most ",
    "≥": "at least ",
}


def say_compared(found: Found) -> str:
    """>10 → more than ten."""
    return _COMPARED[found.text.strip()]


def say_number_sign(found: Found) -> str:
    """# 40, #1 → number forty, number one; # 10 - 15 → number ten to fifteen."""
    last = f" to {_digits_or_count(found[2], found)}" if found[2] else ""
    return f"number {_digits_or_count(found[1], found)}{last}"


def _digits_or_count(text: str, found: Found) -> str:
    return figures.digits(text) if len(text) > 5 else figures.count(text, found)


def say_section(found: Found) -> str:
    """§ 5, §§ 3–5 → section five, sections three to five."""
    return "sections " if len(found.text.strip()) > 1 else "section "


def say_item(found: Found) -> str | None:
    """a) insisted → a, insisted; (b) go → b, go; 1) water → one, water; not (see 5) or."""
    mark = found[1]
    if found.text[0] != "(" and found.before.rfind("(") > found.before.rfind(")"):
        return None
    listed = f"{found.before[-40:]}|{found.after}"
    if re.fullmatch("[ivx]+", mark) and re.search(r"\(?(?:ii|iv)\)", mark + ")" + listed):
        mark = str(figures.roman(mark.upper()) or mark)
    said = figures.count(mark, found) if mark.isdecimal() else mark
    return f"{said},"


def say_censored(found: Found) -> str:
    """F***ing → bleep: a word that its writer wouldn't print."""
    return "bleep"


def say_ordinal(found: Found) -> str | None:
    """21st → twenty-first; 12nd, which is no ordinal, → twelve nd."""
    number, ending = int(found[1].replace(",", "")), found[2].lower()
    if ending == "d":  # the 22d of June, as it was once written
        told = found.before.endswith(("the ", "The ")) and found[1][-1] in "23"
        return figures.ordinal(number, found) if told else None
    teens = number % 100 in {11, 12, 13}
    right = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    weighed = " " not in found.text or re.search(r"\b(?:weigh\w*|lost|gained) $", found.before)
    if ending == "st" and right == "th" and 4 < number < 40 and weighed:
        return None  # fifteen stone
    if ending == "st" and re.match(r"\s?[0-9]{1,2}\s?lbs?\b", found.after):
        return None  # eleven stone four
    if ending != right:
        return f"{figures.count(found[1], found)} {found[2]}"
    return figures.ordinal(number, found)


def say_nth_to(found: Found) -> str | None:
    """4th–6th → fourth to sixth."""
    return " to " if re.search(r"[0-9](?:st|nd|rd|th)\s?$", found.before) else None


def say_scaled(found: Found) -> str | None:
    """10 million, 2.3M, 1.5k, 71bn → … million; Phase 2b is a name."""
    if len(found[3]) == 1 and names_place(found):
        return None
    return _minus(found) + figures.amount(found[2], found[3], found)


def _minus(found: Found) -> str:
    return {"+": "plus ", "": ""}.get(found[1], "minus ")


def say_count(found: Found) -> str:
    """2,001 → two thousand and one; -3 → minus three; 0.5 → zero point five; 007 → zero zero seven."""
    return _minus(found) + figures.count(found[2], found)


def say_to(found: Found) -> str | None:
    """2°C-3°C → … to …: between a measure and a number; "3GW – 7% of it" is a pause."""
    if found.text.startswith(" "):
        unit = re.search(r"(%|°?[A-Za-z]{1,3})$", found.before)
        other = re.match(r"[0-9.,]+\s?(%|°?[A-Za-z]{1,3})?(?![A-Za-z])", found.after)
        if unit and other and other[1] and other[1] != unit[1]:
            return None
    return " to " if re.search(r"[0-9]\s?(?:°?[A-Za-z]{1,3}|%|°)$", found.before) else None


def say_before_letter(found: Found) -> str | None:
    """2.5σ → two point five sigma; 6.02e23 → … times ten to the power of twenty-three."""
    if figures.glued(found):
        return None
    if not found[1]:
        return f"{figures.count(found.text, found)} "
    base = figures.count(re.split("[eE]", found.text)[0], found)
    minus = "minus " if "-" in found[1] else ""
    return f"{base} times ten to the power of {minus}{figures.count(found[1].strip('+-'), found)}"


def say_leftover(found: Found) -> str:
    """Any figures that no rule knew: one by one, or as a number when short."""
    text = found.text
    said = figures.count(text, found) if len(text) < 4 and text.isascii() else figures.digits(text)
    before, after = found.before[-1:], found.after[:1]
    return f"{' ' if before.isalnum() else ''}{said}{' ' if after.isalnum() else ''}"


def _parts_words(found: Found) -> bool:
    """Whether a middle dot stands between words: By A. Smith · 6 min read."""
    words = re.search(r"[A-Za-z]{2,}[.,)]?\s?$", found.before)
    return bool(words or re.match(r"\s?(?:[A-Za-z]{2,}|[0-9]+\s[a-z]{2})", found.after))


def _stands_between(found: Found) -> bool:
    """Whether a sign joins two things: a * b, not *whispers."""
    before, after = found.before, found.after
    return bool(re.search(r"[\w)\]]$", before) and re.match(r"[\w(\[]", after)) or bool(
        re.search(r"[\w)\]]\s$", before) and re.match(r"\s[\w(\[]", after)
    )


def say_sign(found: Found) -> str | None:
    """Any sign that is left: & → and; α → alpha; ® → nothing."""
    said = table("signs").get(found.text)
    if said is None:
        return None
    if found.text in "·⋅∙" and _parts_words(found):
        said = ","
    if found.text == "*" and not _stands_between(found):
        said = ""
    if not said:
        return ""
    before, after = found.before[-1:], found.after[:1]
    left = " " if before and not before.isspace() and before not in '([“‘"' and said != "," else ""
    right = " " if after and not after.isspace() and after not in '.,;:!?)]”’"' else ""
    if after == "-" and found.text.isalpha():
        right = ""  # μ-law
    return f"{left}{said}{right}"


def say_quoted_feet(found: Found) -> str:
    """A prime that no rule knew is left out."""
    return ""


_SIGNS = (
    "["
    + re.escape("&+=≠≈≃≅≡<>≤≥±×÷·⋅∙√∛∞→⟶⇒←↔↑↓∑∏∫∂∆∇∈∉∩∪⊂∀∃¬∧∨♯♭♮%‰°$£€¥¢₹₿#@*/\\|~^§¶№©®™†‡_•◦‣▪º")
    + "]|[α-ωςϕΓΔΘΛΞΠΣΦΨΩµ½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞ª¹²³⁰⁴-⁹₀-₉⁺⁻]"
)


_KEYS = {"Ctrl": "Control", "Cmd": "Command"}
_PARTIES = {
    "Con": "Conservative", "Lab": "Labour", "Lib": "Liberal Democrat", "LD": "Liberal Democrat",
}  # fmt: skip


ORDINALS: tuple[Rule, ...] = (
    Rule("star", r"(?<![\w*])(?=[A-E]{0,3}\*)(?:[A-E]\*?){2,4}(?![\w*])", say_grades, "*"),
    Rule("ordinals", r"[-–]\s?(?=[0-9]{1,4}(?:st|nd|rd|th)\b)", say_nth_to, "-–"),
    Rule("ordinal", r"(?<![\w.,])(?<![0-9]/)([0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,12})\s?(st|nd|rd|th|ST|ND|RD|TH|d(?= of\b| [A-Z]|[.,;:)]|$))\b", say_ordinal, DIGITS),
    Rule("number", r"#\s?([0-9]{1,9})(?:\s?[-–]\s?#?\s?([0-9]{1,9}))?(?!\w)", say_number_sign, "#"),
)  # fmt: skip
"""Ordinals, and numbers after #."""


RULES: tuple[Rule, ...] = (
    Rule("list item", r"(?:(?<![\w(])\(|(?<![^\s“‘\"]))([a-zA-Z]|[0-9]{1,2}|[ivx]{1,4})\)(?=\s\S)", say_item, ")"),
    Rule("star", r"(?<![\w.,*])([1-5])\*(?=\s[a-z])", say_stars, "*"),
    Rule("not out", r"(?<=[0-9])\*(?= (?:off|from) [0-9]| \([0-9])", lambda found: " not out", "*"),
    Rule("star", r"(?<=Grade.II)\*", lambda found: " star", "*"),
    Rule("star", r"\b([A-D])\*(s?)(?![\w*])", say_starred, "*"),
    Rule("censored", r"\b[A-Za-z]\*{2,}[a-z]*|\b[A-Za-z]{1,2}\*+[a-z]+\b|(?<!\w)[@#$%&!*]{4,}(?!\w)", say_censored, "*#@$%"),
    Rule("stroke", r"(?<![\w/])[A-Za-z]+(?:/[A-Za-z]+){1,2}(?![\w/])", say_stroke, "/"),
    Rule("per", r"(?:(?<=[a-z]s)|(?<=[0-9]x))/(?=(?:wk|week|day|month|mo|yr|year|hr|hour|person|head)\b)", lambda found: " per ", "/"),
    Rule("per", r"(?<=[a-z])/(?:hr|yr|wk)\b", lambda found: f" per {table('units')[found.text[1:]].split(' | ')[0]}", "/"),
    Rule("minute", r"(?<=[0-9](?:st|nd|rd|th))-min\b", lambda found: "-minute", "-"),
    Rule("stroke", r"(?<=\b[A-Z]{4})/(?=[0-9])", lambda found: " ", "/"),
    Rule("key", r"\b(Ctrl|Cmd)(?=\s?[+-]\s?\w)", lambda found: _KEYS[found.text], "C"),
    Rule("party", r"(?<=\()(?:Con|Lab|Lib ?Dem|LD)(?=[,)])", lambda found: _PARTIES[found.text[:3]], "("),
    Rule("aperture", r"\bf/(?=[0-9])", lambda found: "f ", "/"),
    Rule("stroke", r"(?<=\w)\s?/\s?(?=\w)", say_slash, "/"),
    Rule("page of a note", r"(?<=[.,;”\"]):\s?[0-9]{1,4}(?:[–-][0-9]{1,4})?(?=\s[A-Z]|$)", lambda found: "", ":"),
    Rule("section", r"§{1,2}\s?", say_section, "§"),
    Rule("more than", rf"{LEFT}({NUMBER})({figures.MAGNITUDE})?\+(?![\w+])", say_more_than, "+"),
    Rule("minus", r"(?<=[A-F])(?<![A-Za-z.][A-F])[-−](?=$|[\s.,;)])", lambda found: " minus", "-−"),
    Rule("plus", r"(?<=[A-Za-z])\+{1,2}(?![\w+])", say_plus, "+"),
    Rule("more than", r"(?<![\w)] )(?<![\w)])(?:[<>]=?|[≤≥])\s?(?=[0-9$£€])", say_compared, "<>≤≥"),
    Rule("more than", r"(?<=\w )(?:[<>]=?|[≤≥])(?=[0-9$£€])", say_compared, "<>≤≥"),
    Rule("about", r"[~≈]\s?(?=[0-9$£€])", say_about, "~≈"),
    Rule("number", r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,30}\.[0-9]{1,30})(?:[eE]([-+]?[0-9]{1,3})(?!\w)|(?=[^\W\d_]))", say_before_letter, DIGITS),
    Rule("number", rf"(?<![\w.,])(?<![A-Za-z][-‐‑])(?<![A-Za-z][0-9]-)([-−–+]?)({NUMBER})({figures.MAGNITUDE})(?!\w)", say_scaled, DIGITS),
    Rule("number", rf"(?<![\w.,])((?<![)\]%])[-−+–](?=[0-9.]))?({NUMBER})(?!\w|[.,]\d)", say_count, DIGITS),
    Rule("to", r"\s?[-–]\s?(?=[-−]?[0-9])", say_to, "-–"),
    Rule("to", r"(?<=\b[A-Z])–(?=[A-Z]\b)|(?<=[ap]\.m\.)\s?[–-]\s?(?=noon|midnight)", lambda found: " to ", "–-"),
    Rule("figures", r"\d+", say_leftover),
    Rule("figures", r"\d", say_leftover),
    Rule("sign", _SIGNS, say_sign),
    Rule("prime", r"(?<=\w)[′″]+", say_quoted_feet, "′″"),
)  # fmt: skip
"""What is left: last of all."""
