"""German, as news is read in it.

Where usage parts, these follow the news: years before 2000 by hundreds (neunzehnhundert…), 2020
zweitausendzwanzig; 29,90 Euro as neunundzwanzig Euro neunzig; numeric dates with the month's name;
km/h as Kilometer pro Stunde; the gender star as a short break.
"""

from __future__ import annotations

from podcast.spoken import codes
from podcast.spoken.de import (
    addresses,
    amounts,
    calendar,
    compounds,
    counts,
    dates,
    fractions,
    labels,
    names,
    ordinals,
    rulers,
    science,
    times,
)
from podcast.spoken.rules import Rule

ABBREVIATIONS: frozenset[str] = names.STOPS

RULES: tuple[Rule, ...] = (
    *addresses.RULES,
    *science.RULES,
    *dates.RULES,
    *times.RULES,
    *calendar.RULES,
    *counts.FIRST,
    *codes.rules(labels.CODES),
    *ordinals.RULES,
    codes.version_rule(labels.CODES),
    *names.PAGES,
    *labels.RULES,
    *compounds.RULES,
    *amounts.RULES,
    *fractions.RULES,
    *counts.RULES,
    *names.ABBREVIATED,
    *rulers.RULES,
    *names.RULES,
    *counts.LAST,
)
