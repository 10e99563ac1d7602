"""Numbers as words, by CLDR's own rules: the only module that knows unicode-rbnf."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

LARGEST = 10**15 - 1
"""Beyond it, CLDR's rules give digits again."""


def known(language: str) -> bool:
    """Whether numbers can be spelled in the language."""
    return _engine(language.replace("_", "-").split("-")[0].lower()) is not None


def cardinal(number: int, language: str, ruleset: str = "spellout-cardinal") -> str:
    """12 → twelve. `ruleset` is one of CLDR's: "spellout-cardinal-feminine" and the like.

    A ruleset that the language lacks falls back to its plain numbering.
    """
    return _spell(number, language.replace("_", "-").split("-")[0].lower(), ruleset)


def decimal(number: str, language: str) -> str:
    """ "1.5" → one point five, as CLDR says it; not every language has it right."""
    engine = _engine(language.replace("_", "-").split("-")[0].lower())
    return str(engine.format_number(number).text) if engine else ""


def ordinal(number: int, language: str, ruleset: str = "spellout-ordinal") -> str:
    """12 → twelfth."""
    return cardinal(number, language, ruleset)


def year(number: int, language: str) -> str:
    """1984 → nineteen eighty-four."""
    return cardinal(number, language, "spellout-numbering-year")


def rulesets(language: str) -> tuple[str, ...]:
    """The names that `cardinal` takes for this language."""
    engine = _engine(language.replace("_", "-").split("-")[0].lower())
    return tuple(sorted(engine.rulesets)) if engine else ()


@functools.lru_cache(maxsize=20_000)
def _spell(number: int, primary: str, ruleset: str) -> str:
    engine = _engine(primary)
    if engine is None:
        raise ValueError(f"no number words for {primary!r}")
    if abs(number) > LARGEST:
        return " ".join(_spell(int(digit), primary, ruleset) for digit in str(abs(number)))
    if ruleset not in engine.rulesets:
        return str(engine.format_number(number).text)
    return str(engine.format_number(number, ruleset_names=[ruleset]).text)


@functools.cache
def _engine(primary: str) -> RbnfEngine | None:
    # 50 ms, and only for texts with numbers.
    from unicode_rbnf import RbnfEngine

    supported = primary in RbnfEngine.get_supported_languages()
    return RbnfEngine.for_language(primary) if supported else None
