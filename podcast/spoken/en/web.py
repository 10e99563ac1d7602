"""What is typed rather than read: addresses of pages and mail, handles, hashtags, file names."""

from __future__ import annotations

import re

from podcast import glue
from podcast.spoken.en import figures
from podcast.spoken.rules import Found, Rule

_SIGNS = {
    ".": "dot", "/": "slash", "-": "dash", "_": "underscore", "@": "at", ":": "colon",
    "?": "question mark", "=": "equals", "&": "and", "#": "hash", "%": "percent", "+": "plus",
    "~": "tilde", ",": "comma", "\\": "backslash",
}  # fmt: skip
_SUFFIXES = (
    "com|org|net|gov|edu|mil|int|info|biz|io|ai|app|dev|co|tv|fm|news|blog|shop|online|site|xyz"
    "|tech|cloud|eu|uk|us|de|fr|es|it|nl|ch|at|be|ie|pt|pl|se|no|dk|fi|cz|ru|ua|cn|jp|in|au|nz|ca"
    "|br|mx|za|kr|tr|me|ly|gg|so|sh|to|cc|ws|museum|abc|sm"
)
_SAID_AS_WORDS = frozenset(["co", "ac", "com", "org", "net", "gov", "info", "biz", "app", "dev", "news", "blog", "shop", "online", "site", "tech", "cloud", "museum", "edu", "mil", "aero", "coop", "name", "pro"])  # fmt: skip
_FILES = (
    "pdf|docx?|xlsx?|pptx?|txt|csv|json|xml|html?|css|js|ts|py|rb|rs|go|java|cpp|md|toml|ya?ml"
    "|zip|tar|gz|rar|exe|dmg|apk|iso|mp3|mp4|wav|mov|avi|mkv|jpe?g|png|gif|svg|webp|epub|mobi|srt"
    "|vtt|log|ini|cfg|sh|bat|sql|db|tmp|bak"
)
_LETTERED = re.compile(r"[0-9]+|[A-Za-z]+|[^\W\d_]+|.", re.DOTALL)
_VOWELS = frozenset("aeiouyAEIOUY")


def _say_word(word: str, found: Found) -> str:
    """A run of letters: example → example, www → W.W.W, NASAnews → NASAnews."""
    if word.lower() == "www":
        return "W.W.W"
    short = len(word) < 4 and not word.isdecimal()
    if len(word) == 1:
        return word
    if short and word.lower() not in _SAID_AS_WORDS and not (_VOWELS & set(word) and len(word) > 2):
        return figures.spell_letters(word.upper())
    if len(word) < 7 and not _VOWELS & set(word):
        return figures.spell_letters(word.upper())
    return glue.split(word) or word if word.islower() and len(word) > 5 else word


def _say_typed(text: str, found: Found) -> str:
    said = []
    for part in _LETTERED.findall(text):
        if part[0].isdecimal():
            single = len(part) > 2 or part.startswith("0")
            said.append(figures.digits(part) if single else figures.count(part, found))
        elif part in _SIGNS:
            said.append(_SIGNS[part])
        elif part[0].isalpha():
            said.append(_say_word(part, found))
    return " ".join(said)


def say_url(found: Found) -> str:
    """https://www.example.com/a-b → example dot com slash a dash b."""
    text, stop = _without_stop(found.text)
    address = re.sub(r"^(?:https?|ftp)://(?:www\.)?", "", text)
    # What a listener could type: the tail after ? is left out, and a slash at the end.
    address = re.split(r"[?#]", address)[0].rstrip("/")
    return _say_typed(address, found) + stop


def say_mail(found: Found) -> str:
    """jane.doe@example.com → jane dot doe at example dot com."""
    text, stop = _without_stop(found.text)
    return _say_typed(text.removeprefix("mailto:"), found) + stop


def _without_stop(text: str) -> tuple[str, str]:
    bare = text.rstrip(".,;:!?)")
    return bare, text[len(bare) :]


def say_doi(found: Found) -> str:
    """doi:10.1000/xyz1 → D.O.I: ten dot one zero zero zero slash X.Y.Z one."""
    text, stop = _without_stop(found[1])
    return f"D.O.I: {_say_typed(text, found)}{stop}"


def say_path(found: Found) -> str | None:
    """C:\\Users\\ann, /etc/hosts, ~/notes → C colon backslash Users backslash ann."""
    if re.match(r"[\w/.<~]", found.before[-1:]):
        return None
    text, stop = _without_stop(found.text)
    return _say_typed(text, found) + stop


def say_domain(found: Found) -> str | None:
    """Booking.com → Booking dot com; not "again.In", which is two sentences glued."""
    return _say_typed(found.text, found)


def say_suffix(found: Found) -> str:
    """The .com boom → dot com."""
    return f"dot {_say_word(found[1], found)}"


def say_handle(found: Found) -> str:
    """@PizzaHut → at Pizza Hut."""
    return f"at {_say_tag(found[1], found)}"


def say_hashtag(found: Found) -> str:
    """#ClimateChange → hashtag Climate Change."""
    told = re.search(r"\bhashtag $", found.before, re.IGNORECASE)
    return f"{'' if told else 'hashtag '}{_say_tag(found[1], found)}"


_HUMPS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z']+|[A-Z](?![a-z])|[0-9]+|[^\W\d_A-Za-z]+")


def _say_tag(tag: str, found: Found) -> str:
    parts = _HUMPS.findall(tag)
    said = []
    for part in parts:
        if part[0].isdecimal():
            said.append(figures.code(part, found))
        elif part.isupper() and 1 < len(part) < 5:
            said.append(figures.spell_letters(part))
        else:
            said.append(part)
    return " ".join(said)


def say_file(found: Found) -> str:
    """report.pdf → report dot P.D.F; a .pdf file → a dot P.D.F file."""
    name = f"{_say_typed(found[1], found)} " if found[1] else ""
    ending = found[2]
    said = figures.spell_letters(ending.upper()) if len(ending) < 5 else ending
    if any(letter.isdecimal() for letter in ending):
        said = _say_typed(ending.upper(), found)
    return f"{name}dot {said}"


_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,61}){0,5}"

RULES: tuple[Rule, ...] = (
    Rule("DOI", r"(?:doi|DOI)(?::\s?|\s)(10\.[0-9]{4,9}/[^\s<>\"“”]{1,100})", say_doi, "/"),
    Rule("path", r"[A-Z]:\\[\w.\\-]{1,200}", say_path, "\\"),
    Rule("path", r"(?:~|\.{1,2}|/(?:etc|usr|var|home|opt|tmp|bin|dev|mnt|proc|srv|root|Users))(?:/[\w.-]{1,80}){1,12}/?(?![\w/])", say_path, "/"),
    Rule("mail", r"(?<![\w.+-])(?:mailto:)?[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}(?:/[\w/.-]*)?", say_mail, "@"),
    Rule("address", r"(?<!\w)(?:(?:https?|ftp)://|www\.)[^\s<>\"“”|]+", say_url, "/w"),
    Rule("address", r"(?<![\w.])\.(com|org|net|gov|edu|eu|uk|io|ai)\b(?!\.)", say_suffix, "."),
    Rule("number", r"(?<![\w#&])#([0-9]{1,3})s\b", lambda found: f"number {figures.plural(figures.count(found[1], found))}", "#"),
    Rule("file", rf"(?<![\w.])((?:[A-Za-z0-9_][\w-]{{0,60}}(?:\.(?:tar|min|test|config))?)?)\.({_FILES})\b(?![.]\w|/)", say_file, "."),
    Rule("address", rf"(?<![\w.@/-])[A-Za-z0-9][A-Za-z0-9-]{{0,62}}(?:\.[A-Za-z0-9-]{{1,62}}){{0,4}}\.(?:{_SUFFIXES})(?![\w@]|\.\w|-\w)(?::[0-9]{{2,5}}\b)?(?:/[\w/.%~-]*[\w/])?", say_domain, "."),
    Rule("handle", r"(?<![\w@.])@([A-Za-z]\w{1,30})", say_handle, "@"),
    Rule("hashtag", r"(?<![\w#&])#([0-9]{0,6}[A-Za-z]\w{0,60})(?![\w#])", say_hashtag, "#"),
)  # fmt: skip
"""Addresses, mail, handles, hashtags, file names."""
