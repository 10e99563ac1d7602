"""EU, NATO, CO2: said letter by letter, or as a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from podcast.spoken import roman
from podcast.spoken.context import sentence_around, word_after, word_before
from podcast.spoken.rules import Found, Rule
from podcast.spoken.tables import read

CAPITALS = "A-ZÀ-ÖØ-Þ"


@dataclass(frozen=True)
class Letters:
    """What a language knows of its initialisms."""

    words: frozenset[str]
    """Those said as a word: NATO. In capitals."""
    said: Mapping[str, str]
    """Those said in a way of their own: AfD = A f D."""
    shouted: frozenset[str]
    """Ordinary words that may stand in capitals: NICHT. In capitals."""
    number: Callable[[int], str]
    sayable_from: int = 7
    """From so many letters on, what can be said as a word is: UNED."""
    vowels: str = "AEIOUYÄÖÜÀÂÉÈÊËÎÏÔÙÛÁÍÓÚ"


def letters(folder: Path, number: Callable[[int], str], sayable_from: int = 7) -> Letters:
    """Return what a language's word lists tell: `acronyms`, `initialisms` and `capitals`."""
    return Letters(
        words=frozenset(name.upper() for name in read(folder, "acronyms")),
        said=read(folder, "initialisms"),
        shouted=frozenset(read(folder, "capitals")),
        number=number,
        sayable_from=sayable_from,
    )


def rules(letters: Letters) -> tuple[Rule, ...]:
    """Return the rules for initialisms, with or without a number at their end."""

    def named(found: Found) -> str | None:
        return letters.said.get(found.text)

    def initialism(found: Found) -> str | None:
        written = found[1]
        if written in letters.words:
            return written.capitalize()
        if re.fullmatch("[IVX]+", written) and roman.is_numeral(written):
            return letters.number(roman.value(written))
        if _shouted(found, letters):
            return None
        if len(written) >= letters.sayable_from and _sayable(written, letters):
            return written.capitalize()
        return " ".join(written)

    def dotted(found: Found) -> str:
        return " ".join(found.text.replace(".", "").replace(" ", ""))

    def lettered_number(found: Found) -> str | None:
        name, digits = found[1], found[2]
        if name.upper() in letters.words or (len(name) > 3 and not name.isupper()):
            said = name.capitalize() if name.isupper() else name
        else:
            said = " ".join(name)
        right = " " if found.after[:1].isalpha() else ""
        return f"{said}{'' if said.endswith('-') else ' '}{number(digits)}{right}"

    def numbered_letter(found: Found) -> str:
        return f"{number(found[1])} {' '.join(found[2])}"

    def number(digits: str) -> str:
        if (digits.startswith("0") and len(digits) > 1) or len(digits) > 4:
            return " ".join(letters.number(int(digit)) for digit in digits)
        return letters.number(int(digits))

    names = "|".join(sorted(map(re.escape, letters.said), key=len, reverse=True))
    return (
        Rule("name", rf"(?<![\w])(?:{names})(?![\w])", named),
        Rule("initials", rf"(?<![\w.])(?:[{CAPITALS}]\.){{2,6}}(?=$|[\s,;:!?)’”»-])", dotted, "."),
        Rule("initialism", rf"(?<![\w.])([{CAPITALS}]{{2,6}})(?![\w’']|\.\d)", initialism),
        Rule(
            "letters and number",
            rf"(?<![\w.])([{CAPITALS}]{{1,4}}|[{CAPITALS}][a-z]{{3,12}}-)[-.]?([0-9]{{1,6}})"
            r"(?![\w.,:/-]*[0-9])(?![a-z])",
            lambda found: lettered_number(found),
            "0123456789",
        ),
        Rule(
            "number and letter",
            rf"(?<![\w.,:/])(?<![0-9]-)([0-9]{{1,4}})([{CAPITALS}]{{1,2}})(?![\w])",
            numbered_letter,
            "0123456789",
        ),
    )


def _shouted(found: Found, letters: Letters) -> bool:
    """Whether it's an ordinary word in capitals, as in a headline."""
    written = found[1]
    if written in letters.shouted or (len(written) == 6 and not _unsayable(written, letters)):
        return True
    # In a line that is all capitals, only what can't be said is spelled.
    around = [word_before(found), word_after(found)]
    line = re.findall(r"[^\W\d_]{2,}", sentence_around(found))
    if len(line) > 1 and all(word.isupper() for word in line):
        around = line
    loud = [word for word in around if len(word) > 3 and word.isupper()]
    loud = [word for word in loud if word not in letters.words and not _unsayable(word, letters)]
    return bool(loud) and not _unsayable(written, letters)


def _sayable(written: str, letters: Letters) -> bool:
    """Whether it sounds like a word: vowels, and consonants between them one by one, nearly."""
    shape = "".join("v" if letter in letters.vowels else "c" for letter in written)
    return re.fullmatch(r"c?v{1,2}(?:c{1,2}v)+c?|c?vcc?vc?", shape) is not None


def _unsayable(written: str, letters: Letters) -> bool:
    """Whether it has no vowel, or four consonants in a row."""
    shape = "".join("v" if letter in letters.vowels else "c" for letter in written)
    return "v" not in shape or "cccc" in shape
