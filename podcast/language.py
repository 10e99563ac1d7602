"""The language that a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

FALLBACK = "en"
SURE = 0.9
"""A guess below is none: a headline of three words fits several languages."""
_ENOUGH = 3000
"""Characters that tell a text's language; more only take time."""


_MARKERS = {
    "en": frozenset(
        {
            *("the", "and", "of", "to", "that", "is", "was", "with"),
            *("for", "it", "as", "on", "his", "are", "they", "from"),
        }
    ),
    "de": frozenset(
        {
            *("der", "die", "das", "und", "ist", "nicht", "ein", "eine"),
            *("mit", "den", "von", "zu", "auf", "für", "im", "dem", "sich"),
        }
    ),
    "fr": frozenset(
        {
            *("le", "les", "des", "une", "est", "dans", "qui", "pour", "sur"),
            *("avec", "du", "au", "et", "il", "ne", "pas", "sont", "plus"),
        }
    ),
    "es": frozenset(
        {
            *("el", "los", "las", "una", "por", "con", "del", "y", "en", "al"),
            *("se", "más", "su", "como", "para", "pero", "fue", "han"),
        }
    ),
}
"""Words so frequent, and so much a language's own, that no other's text is full of them."""
_MARKED = 0.18
"""Their share of a text's words that leaves no doubt; running text has 0.25 to 0.35."""
_WORDS = 40
"""Fewer words may be of any language."""


def language_of(text: str, declared: str = "") -> str:
    """The BCP 47 tag of `text`: what the words say where they disagree with `declared`."""
    start = text[:_ENOUGH]
    language, sureness = _marked(start), 1.0
    if not language:
        language, sureness = _identifier().classify(start)
    if declared and declared.lower().split("-")[0] == language:
        return declared
    if sureness >= SURE:
        return str(language)
    return declared or FALLBACK


def _marked(text: str) -> str:
    """The language whose commonest words the text is full of; empty when there's any doubt.

    Half a second is saved: the identifier's model needs that long to load.
    """
    words = text.lower().split()
    if len(words) < _WORDS:
        return ""
    shares = {name: sum(word in own for word in words) for name, own in _MARKERS.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _MARKED * len(words) else ""


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
