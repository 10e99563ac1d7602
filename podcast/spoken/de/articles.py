"""The German one: ein Mann, eine Frau, mit einem Euro, nach einer Stunde, für einen Tag."""

from __future__ import annotations

import re

from podcast.spoken.de.ordinals import gender
from podcast.spoken.tables import words

DATIVE = words("mit nach von bei seit zu aus in vor unter binnen ab außer gegenüber an zwischen")
ACCUSATIVE = words(
    "für um gegen ohne durch auf kostet kostete kosten zahlt zahlte zahlen gewann verlor holte hat hatte"
)
_ABOUT = (
    r"(?:(?:rund|etwa|fast|knapp|gut|nur|circa|ca\.|ungefähr|mehr als|weniger als|mindestens|höchstens|"
    r"genau|exakt|je|jeweils|bis zu) )?"
)
_WORD = re.compile(rf"([^\W\d_]+) {_ABOUT}$")
_ARTICLES = {
    "m": ("ein", "einem", "einen"), "f": ("eine", "einer", "eine"), "n": ("ein", "einem", "ein"),
}  # fmt: skip


_EXTENT = re.compile(
    r" (?:lang|hoch|breit|weit|tief|entfernt|alt|groß|schwer|dick|stark)e?[mnrs]?\b"
)


def article(kind: str, before: str, after: str = "") -> str:
    """Return the article of a gender, by what stands around: ("f", "nach ") → einer."""
    if _EXTENT.match(after):
        return _ARTICLES[kind][2]
    match = _WORD.search(before)
    word = match[1].lower() if match else ""
    return _ARTICLES[kind][1 if word in DATIVE else 2 if word in ACCUSATIVE else 0]


def one(forms: str, before: str, after: str = "") -> str:
    """Return one of it in its case: ("ein Euro", "mit ") → einem Euro."""
    written, _, noun = forms.partition(" ")
    name = noun.partition(" ")[0]
    # "ein australischer Dollar" would need its adjective inflected as well.
    if written not in ("ein", "eine") or not name[:1].isupper():
        return forms
    kind = "f" if written == "eine" else gender(name)
    kind = "m" if kind == "f" and written == "ein" else kind
    return f"{article(kind, before, after)} {noun}"
