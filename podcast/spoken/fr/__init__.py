"""French, as news is read in it.

Where usage parts, these follow the news: the first of a month is premier, kings are counted by
cardinals (Louis quatorze), 14h30 is quatorze heures trente, a range takes "à", decimals are
read as one number (trois virgule quatorze), four of them in pairs, zeros and long ones singly.
"""

from __future__ import annotations

from podcast.spoken import codes
from podcast.spoken.fr import amounts, clock, dates, dialled, fractions, names, signs, tens
from podcast.spoken.rules import Rule

ABBREVIATIONS: frozenset[str] = names.STOPS

RULES: tuple[Rule, ...] = (
    *names.ELECTRONIC,
    *dialled.RULES,
    *fractions.PARTS,
    *signs.POSITIONS,
    *dates.RULES,
    *clock.RULES,
    *codes.rules(amounts.CODES),
    codes.version_rule(amounts.CODES),
    *names.ORDINALS,
    *signs.RULES,
    *fractions.RULES,
    *amounts.RULES[:-1],
    *names.RULES,
    *amounts.RULES[-1:],
    *tens.RULES,
)
