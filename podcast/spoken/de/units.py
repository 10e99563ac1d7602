"""German units with their prefixes: W → W, kW, MW …"""

from __future__ import annotations

import functools
from pathlib import Path

from podcast.spoken.quantities import Forms
from podcast.spoken.tables import read, read_pairs

HERE = Path(__file__).parent / "data"


@functools.cache
def metric() -> dict[str, Forms]:
    """Units with and without a prefix: the W and its k make the kW, ein Kilowatt."""
    units, names = read_pairs(HERE, "units"), read(HERE, "prefixes")
    made = {
        prefix + unit: _prefixed(units[unit], names[prefix])
        for unit, prefixes in read(HERE, "metric").items()
        for prefix in prefixes.split()
    }
    # 5 B is a name; only its multiples are measures.
    return {unit: forms for unit, forms in (made | units).items() if unit != "B"}


def _prefixed(forms: Forms, prefix: str) -> Forms:
    article, _, one = forms[0].partition(" ")
    several = forms[1]
    return (
        f"{article} {prefix}{one[0].lower()}{one[1:]}",
        f"{prefix}{several[0].lower()}{several[1:]}",
    )
