"""English, in the British manner (en-GB, en-AU …), the American (en-US, en-CA), or between (en).

The word lists in `data/` are for everybody to extend; the rules are in the modules, by class:

glue        words that lost the space between them
web         addresses of pages and mail, handles, hashtags, file names
dates       days, months, times of day, quarters, decades, years
quantities  money, measures, per cent, ranges, scores, ratios, fractions
names       titles, abbreviations, streets, states, Roman numerals
letters     initialisms, capitals, names with figures: F-16, H5N1
signs       telephones, versions, sums, strokes, and whatever figure or sign is left

Plain "en" says "and" in numbers, spells kilometer (American voices stumble over the other, British
ones over neither), and reads 5/2/2017 as May, which is how most
texts that don't tell their region are meant.
"""

from __future__ import annotations

from podcast.spoken.en import dates, glue, letters, names, quantities, signs, web
from podcast.spoken.rules import Rule

ABBREVIATIONS: frozenset[str] = names.abbreviations()

RULES: tuple[Rule, ...] = (
    *glue.RULES,
    *web.RULES,
    *signs.NUMBERS,
    *dates.RULES,
    *names.PLACES,
    *signs.MATHS,
    *quantities.RULES,
    *signs.POWERS,
    *names.RULES,
    *dates.YEARS,
    *letters.RULES,
    *signs.RULES,
)
"""All of English, most telling first."""
