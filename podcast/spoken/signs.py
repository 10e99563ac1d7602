"""Signs and Greek letters by a table: & → und, Δt → Delta t, 3 × 4 → drei mal vier."""

from __future__ import annotations

import re
from collections.abc import Mapping

from podcast.spoken.rules import Found, Rule


def rules(signs: Mapping[str, str], greek: Mapping[str, str], times: str) -> tuple[Rule, ...]:
    """Return the rules for what is left over. A sign whose words are "-" isn't said."""

    def sign(found: Found) -> str:
        said = signs[found.text]
        if said == "-":
            return ""
        before, after = found.before[-1:], found.after[:1]
        left = "" if not before or before.isspace() or before in '(„“«"’' + "'" else " "
        right = "" if not after or after.isspace() or after in ".,;:!?)”»" else " "
        return f"{left}{said}{right}"

    def letter(found: Found) -> str:
        left = " " if found.before[-1:].isalnum() else ""
        return left + greek[found.text] + (" " if found.after[:1].isalnum() else "")

    def by(found: Found) -> str:
        return f" {times} "

    def stroke(found: Found) -> str:
        return " "

    names = "|".join(sorted(map(re.escape, signs), key=len, reverse=True))
    letters = "".join(greek)
    return (
        Rule("times", r"(?<=\d) ?[*·×] ?(?=\d)", by, "*·×"),
        Rule("greek", rf"(?<![\u0370-\u03ff])[{letters}](?![\u0370-\u03ff])", letter),
        Rule("slash", r"(?<=[^\W\d_]) ?/ ?(?=[^\W\d_])", stroke, "/"),
        Rule("sign", names, sign),
    )
