"""Spanish, as news is read in it: of Spain (es, es-ES) or of America (es-MX, es-AR, es-419 …).

Where usage parts, these follow the news: kings up to ten and centuries up to nine by ordinals
(Felipe sexto, siglo quinto), beyond by cardinals (siglo veintiuno); decimals as one number (dos coma
setenta y cinco), long ones in pairs, after a nought digit by digit; a comma is "coma" and a point
"punto"; a range takes "a", what is a name (seasons, lives, pages) nothing; the first of a month is
"uno" in Spain and "primero" in America; "$" is the peso where the region says so, and the dollar
elsewhere.
"""

from __future__ import annotations

from podcast.spoken import codes
from podcast.spoken.es import (
    addresses,
    amounts,
    dates,
    names,
    raised,
    references,
    rewritten,
    romans,
    telephones,
    times,
    wording,
)
from podcast.spoken.rules import Rule

ABBREVIATIONS: frozenset[str] = names.STOPS

_PLAIN: tuple[Rule, ...] = (
    *dates.RULES,
    *times.RULES,
    *references.RULES,
    *telephones.POST_CODES,
    *codes.rules(wording.CODES),
    *telephones.RULES,
    *raised.RULES,
    *names.ORDINALS,
    codes.version_rule(wording.CODES),
    *amounts.RULES[:-1],
    *romans.RULES,
    *names.RULES,
    *amounts.RULES[-1:],
)

RULES: tuple[Rule, ...] = (*addresses.RULES, *rewritten.rules(_PLAIN), *_PLAIN)
