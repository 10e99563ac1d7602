"""Figures as English words: what the rules of every class share."""

from __future__ import annotations

import re

from podcast.spoken import numbers
from podcast.spoken.rules import Found

INTEGER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[1-9][0-9]{0,2}(?:[ ’'][0-9]{3}){1,4}(?![0-9]| [0-9])"
    r"|[0-9]{1,30})"
)
NUMBER = rf"(?:{INTEGER}(?:\.[0-9]{{1,30}})?|\.[0-9]{{1,30}})"
LEFT = r"(?<![\w.,/])"
"""Nothing that belongs to the same figure stands before."""
RIGHT = r"(?![\w]|[.,][0-9])"
DASH = r"\s?[-‐‑‒–—−]\s?"
MAGNITUDES = {
    "k": "thousand",
    "thousand": "thousand",
    "hundred": "hundred",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "mil": "million",
    "mio": "million",
    "mm": "million",
    "million": "million",
    "millions": "million",
    "b": "billion",
    "bn": "billion",
    "bln": "billion",
    "billion": "billion",
    "t": "trillion",
    "tn": "trillion",
    "trn": "trillion",
    "tln": "trillion",
    "trillion": "trillion",
    "quadrillion": "quadrillion",
    "crore": "crore",
    "lakh": "lakh",
    "lakh crore": "lakh crore",
}
MAGNITUDE = (
    r"(?:(?:[ -]?(?:lakh crore|thousand|hundred|million|billion|trillion|quadrillion|crore|lakh)"
    r"|\s?(?:mn|mln|mil|mio|bn|bln|tn|trn|tln)|(?:[kKmMbBtT]|MM|MN|BN|TN))\b)"
)
ENDINGS = {"s": "", "x": "es", "h": "s"}


def american(found: Found) -> bool:
    """Whether the American manner is asked for: en-US, en-CA."""
    return found.language.lower().replace("_", "-").startswith(("en-us", "en-ca"))


def british(found: Found) -> bool:
    """Whether the British manner is asked for; plain "en" reads dates as most texts write them."""
    region = found.language.lower().replace("_", "-").partition("-")[2][:2]
    return region in {"gb", "au", "nz", "ie", "za", "in"}


def cardinal(number: int, found: Found) -> str:
    """2001 → two thousand and one; in the American manner without "and"."""
    ruleset = "spellout-cardinal" if american(found) else "spellout-cardinal-verbose"
    return numbers.cardinal(number, "en", ruleset)


def ordinal(number: int, found: Found) -> str:
    """21 → twenty-first."""
    ruleset = "spellout-ordinal" if american(found) else "spellout-ordinal-verbose"
    return numbers.ordinal(number, "en", ruleset)


def digits(text: str, zero: str = "zero") -> str:
    """0187 → zero one eight seven; anything but a digit is passed over."""
    said = (int(digit) for digit in text if digit.isdecimal())
    return " ".join(numbers.cardinal(digit, "en") if digit else zero for digit in said)


def count(text: str, found: Found) -> str:
    """1,234.5 → one thousand two hundred and thirty-four point five; 007 → zero zero seven."""
    whole, _, rest = re.sub(r"[, ’']", "", text).partition(".")
    if len(whole) > 1 and whole.startswith("0") and not rest:
        return digits(whole)
    said = cardinal(int(whole), found) if len(whole) < 16 and whole else digits(whole) or "zero"
    if not whole:
        said = ""
    return f"{said} point {digits(rest)}".strip() if rest else said


def amount(text: str, magnitude: str, found: Found) -> str:
    """("1.2", "bn") → one point two billion."""
    word = MAGNITUDES.get(magnitude.strip(" -\u00a0").lower(), "")
    return f"{count(text, found)} {word}".strip()


def year(number: int, found: Found) -> str:
    """1905 → nineteen oh-five; 2008 → two thousand and eight; 2024 → twenty twenty-four."""
    if 2000 <= number < 2010 or 1000 <= number < 1010:
        return cardinal(number, found)
    if number < 1000 and number % 100 and number > 100:
        low = number % 100
        said = f"oh-{numbers.cardinal(low, 'en')}" if low < 10 else numbers.cardinal(low, "en")
        return f"{numbers.cardinal(number // 100, 'en')} {said}"
    return numbers.year(number, "en")


def short_year(text: str, found: Found) -> str:
    """24 → twenty-four; 05 → oh five."""
    if len(text) == 4:
        return year(int(text), found)
    number = numbers.cardinal(int(text), "en")
    return f"oh {number}" if text.startswith("0") else number


def code(text: str, found: Found) -> str:
    """The number in a name: 16 → sixteen; 320 → three twenty; 747 → seven forty-seven."""
    if text.startswith("0") or len(text) > 4:
        return digits(text)
    number = int(text)
    if len(text) < 3 or number % 1000 == 0:
        return cardinal(number, found)
    if number % 100 == 0:
        return f"{cardinal(number // 100, found)} hundred"
    if len(text) == 3:
        low = numbers.cardinal(number % 100, "en")
        low = f"oh {low}" if number % 100 < 10 else low
        return f"{numbers.cardinal(number // 100, 'en')} {low}"
    return year(number, found) if 1900 <= number < 2100 else digits(text)


def pairs(text: str, found: Found) -> str:
    """Resolution 2728 → twenty-seven twenty-eight; Form 1040 → ten forty."""
    if len(text) != 4 or text.startswith("0") or text[2:] == "00" or text[1] == "0" == text[2]:
        return code(text, found)
    low = int(text[2:])
    said = numbers.cardinal(low, "en")
    return f"{numbers.cardinal(int(text[:2]), 'en')} {f'oh {said}' if low < 10 else said}"


def glued(found: Found) -> bool:
    """Whether a letter, a figure or a point stands right before.

    A pattern that begins with what it looks for is found many times faster than one that begins
    with a look behind, so the look behind is left to this.
    """
    return re.match(r"[\w.,/]", found.before[-1:]) is not None


def plural(words: str) -> str:
    """Nineteen eighty → nineteen eighties; seventy-two → seventy-twos; sixty-six → sixty-sixes."""
    if words.endswith("y"):
        return words[:-1] + "ies"
    return words + ("es" if words.endswith(("x", "s")) else "s")


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WELL_FORMED = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman(text: str) -> int:
    """XIV → 14; 0 for what is no Roman numeral."""
    if not text or not _WELL_FORMED.fullmatch(text):
        return 0
    values = [_ROMAN[letter] for letter in text]
    ahead = [*values[1:], 0]
    return sum(-v if v < a else v for v, a in zip(values, ahead, strict=True))


def spell_letters(letters: str) -> str:
    """EU → E.U: with stops between, which voices read as an initialism.

    By the ear on espeak-ng: "E U" gets two full stresses and "A I" an article ("uh eye");
    "E.U." ends the sentence; "E.U" is right everywhere, except before 's, where the stop is
    read as "dot" in two letters: the last letter takes a hyphen there, "the U-N's".
    """
    return ".".join(letters)


def spell_plural(letters: str, ending: str) -> str:
    """("PC", "s") → P-C's; ("DVD", "s") → D.V-D's."""
    return f"{spell_letters(letters[:-1])}-{letters[-1]}{ending}"


_STOPS = frozenset(
    ["a", "about", "above", "across", "after", "again", "against", "all", "along", "also", "although", "am", "amid", "among", "an", "and", "another", "any", "are", "as", "at", "away", "back", "be", "because", "been", "before", "behind", "below", "between", "both", "but", "by", "can", "could", "did", "do", "does", "down", "due", "during", "each", "either", "even", "ever", "every", "few", "for", "from", "had", "has", "have", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "into", "is", "it", "its", "just", "last", "later", "less", "like", "made", "may", "me", "might", "more", "most", "much", "must", "my", "near", "nearly", "next", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "our", "out", "over", "overnight", "owed", "own", "past", "per", "plus", "rather", "she", "should", "since", "so", "some", "soon", "still", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "though", "through", "throughout", "to", "today", "together", "tomorrow", "too", "toward", "towards", "under", "until", "up", "upon", "versus", "via", "was", "we", "were", "what", "when", "where", "whereas", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "worth", "would", "yesterday", "yet", "you", "your", "annually", "apiece", "daily", "weekly", "monthly", "yearly", "ago", "each", "alone", "altogether"]
)  # fmt: skip


_TOLD = frozenset(
    ["allocated", "borrowed", "came", "collected", "comes", "donated", "earmarked", "earned", "given", "goes", "invested", "lent", "lost", "needed", "offered", "paid", "pledged", "promised", "raised", "received", "requested", "saved", "sought", "spent", "stolen", "taken", "went", "won"]
)  # fmt: skip
"""What is done with an amount: the £38m came from the council, the £12m spent was wasted."""


def is_function(word: str) -> bool:
    """Whether a word is no noun: and, of, after."""
    return word.lower() in _STOPS


def describes(found: Found) -> bool:
    """Whether the quantity describes a noun that follows: a £1.3tn economy, not £5 in cash."""
    if re.match(r"-an?-[a-z]+ [a-z]", found.after):
        return True
    before = re.search(r"(?:^|[\s(“\"‘—–-])(an?|the|this|that|his|her|its|their|our|every|each"
                       r"|another|one|new|first|second|further|extra|full|own|(?!(?:it|he|she|that|there|what|who|here|where|how|one|let)[’'])[a-z]+[’']s)\s$",
                       found.before, re.IGNORECASE)  # fmt: skip
    after = re.match(r"(?: \([£$€][^()]{1,14}\))?[ -]([A-Za-z][A-Za-z]+)", found.after)
    return bool(before and after and after[1].lower() not in _STOPS | _TOLD)
