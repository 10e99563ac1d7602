"""English, in the British manner (en-GB, en-AU …), the American (en-US, en-CA), or between (en).

The word lists in `data/` are for everybody to extend; the rules are in the modules, by class:

glue        words that lost the space between them
web         addresses of pages and mail, handles, hashtags, file names
dialled     telephones, accounts, versions
dates, years, clock
places      streets, states, points of the compass
roads       roads, junctions, left and right
names       titles, abbreviations, names said in a way of their own
numbered    numbers that name something: Boeing 737, p. 26
maths       sums and powers
kitchen     what recipes write
money, sizes, measures, fractions
scores      scores, ranges, ratios, dimensions
numerals    Roman numerals
letters     initialisms, capitals, names with figures: F-16, H5N1
signs       strokes, signs, ordinals, and whatever figure is left

What they share is in `figures` (numbers as words), `lists` (the word lists) and `measured` (what a
measure stands before).

Plain "en" says "and" in numbers, spells kilometer (American voices stumble over the other, British
ones over neither), and reads 5/2/2017 as May, which is how most
texts that don't tell their region are meant.
"""

from __future__ import annotations

from podcast.spoken.en import (
    clock,
    dates,
    dialled,
    fractions,
    glue,
    kitchen,
    letters,
    maths,
    measures,
    money,
    names,
    numbered,
    numerals,
    places,
    roads,
    scores,
    signs,
    sizes,
    web,
    years,
)
from podcast.spoken.rules import Rule

ABBREVIATIONS: frozenset[str] = names.abbreviations()

RULES: tuple[Rule, ...] = (
    *glue.RULES,
    *web.RULES,
    *dialled.RULES,
    *dates.RULES,
    *years.RULES,
    *scores.VERSES,
    *clock.RULES,
    *names.NAMED,
    *numbered.NUMBERED,
    *places.RULES,
    *roads.RULES,
    *signs.ORDINALS,
    *maths.RULES,
    *scores.SAYINGS,
    *money.RULES,
    *kitchen.RULES,
    *sizes.RULES,
    *measures.RULES,
    *scores.SHAPES,
    *fractions.RULES,
    *scores.RULES,
    *maths.POWERS,
    *places.COMPASS,
    *numerals.RULES,
    *names.RULES,
    *numbered.WORDS,
    *years.ALONE,
    *letters.RULES,
    *signs.RULES,
)
"""All of English, most telling first."""
