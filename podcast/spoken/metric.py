"""Units with their prefixes: of W and k comes kW, of Watt and Kilo ein Kilowatt."""

from __future__ import annotations

import functools
from pathlib import Path

from podcast.spoken.tables import read, read_pairs

ONLY_PREFIXED = frozenset("BCFHST")
"""5 B is a name, 5 C a class: only their multiples are measures, where a language says so."""


@functools.cache
def units(folder: Path, dropped: frozenset[str] = ONLY_PREFIXED) -> dict[str, tuple[str, str]]:
    """Return the units of a language's `units`, and those that `metric` and `prefixes` make.

    A unit that stands in `units` itself is said as it stands there; `dropped` ones only make others.
    """
    listed, names = read_pairs(folder, "units"), read(folder, "prefixes")
    made = {
        prefix + unit: _prefixed(listed[unit], names[prefix])
        for unit, prefixes in read(folder, "metric").items()
        for prefix in prefixes.split()
    }
    return {unit: forms for unit, forms in (made | listed).items() if unit not in dropped}


def _prefixed(forms: tuple[str, str], prefix: str) -> tuple[str, str]:
    article, _, one = forms[0].partition(" ")
    several = forms[1]
    return (
        f"{article} {prefix}{one[0].lower()}{one[1:]}",
        f"{prefix}{several[0].lower()}{several[1:]}",
    )
