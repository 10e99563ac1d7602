"""Names for files and addresses: ASCII letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

# What Unicode doesn't take apart into a letter and its mark.
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "Oe", "ł": "l"}
    | {"Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ı": "i", "’": "", "'": ""}
)


def slug(text: str, *, longest: int = 60, otherwise: str = "") -> str:
    """`text` as a name, cut between words; `otherwise` when it has no letter that ASCII has.

    >>> slug("Who’s said “yes” in Köln?")
    'whos-said-yes-in-koln'
    """
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    name = ""
    for word in words:
        if len(name) + len(word) >= longest:
            break
        name = f"{name}-{word}" if name else word
    return name or (words[0][:longest] if words else otherwise)
