"""The language that a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

FALLBACK = "en"
SURE = 0.9
"""A guess below is none: a headline of three words fits several languages."""
_ENOUGH = 3000
"""Characters that tell a text's language; more only take time."""


def language_of(text: str, declared: str = "") -> str:
    """The BCP 47 tag of `text`: what the words say where they disagree with `declared`."""
    language, sureness = _identifier().classify(text[:_ENOUGH])
    if declared and declared.lower().split("-")[0] == language:
        return declared
    if sureness >= SURE:
        return str(language)
    return declared or FALLBACK


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
