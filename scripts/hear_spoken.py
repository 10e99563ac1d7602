"""Is what Piper would pronounce right? Phonemes of our spoken form against those of accepted ones.

    python scripts/hear_spoken.py TABLE.tsv [--language en] [--source own] [--misses]

TABLE has the columns written, accepted (forms joined by " || "), lang and source. Two readings
agree when espeak-ng, the phonemiser inside Piper, gives the same phonemes; stress, length, pauses
and the parting into words are passed over. An accepted "A I" is
also heard as "A.I", since espeak takes a lone A for the article.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterator

from podcast.spoken import say

_LETTERS = re.compile(r"\b[A-Za-z](?: [A-Za-z])+(?![\w'’])")
_ALIKE = str.maketrans({"ɾ": "t", "ᵻ": "ɪ", "ɐ": "ə", "ɚ": "ə", "ʲ": "", "ɡ": "g"})
_SILENT = re.compile(r"[ˈˌː\s.,;:!?\"'()|‖-]")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("table")
    parser.add_argument("--language", default="en")
    parser.add_argument("--source", default="")
    parser.add_argument("--voice", default="en-us", help="espeak-ng's voice: en-us is Piper's joe")
    parser.add_argument("--misses", action="store_true", help="show them")
    args = parser.parse_args()
    rows = [
        row
        for row in _rows(args.table)
        if row["lang"] == args.language and args.source in row["source"]
    ]
    if not rows:
        print(f"error: {args.table}: no rows of {args.language!r} and {args.source!r}")
        return 1
    hear = _ear(args.voice)
    raw = right = 0
    for row in rows:
        accepted = {
            hear(form) for said in row["accepted"].split(" || ") for form in (said, _dotted(said))
        }
        spoken = say(row["written"], args.language).spoken
        raw += hear(row["written"]) in accepted
        right += hear(spoken) in accepted
        if args.misses and hear(spoken) not in accepted:
            print(f"{row['written']}\n  {spoken}\n  {hear(spoken)}\n  {sorted(accepted)[:2]}")
    total = len(rows)
    print(
        f"{total} texts: {100 * right / total:.1f} % heard right ({100 * raw / total:.1f} % unread)"
    )
    return 0


def _rows(path: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123  # csv wants newline=""
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _dotted(said: str) -> str:
    """A I models → A.I models."""
    return _LETTERS.sub(lambda run: run[0].replace(" ", "."), said)


def _ear(voice: str):  # type: ignore[no-untyped-def]  # piper comes without types
    from piper.phonemize_espeak import EspeakPhonemizer

    phonemizer = EspeakPhonemizer()

    def hear(text: str) -> str:
        sounds = "".join(sound for clause in phonemizer.phonemize(voice, text) for sound in clause)
        return _SILENT.sub("", sounds.translate(_ALIKE))

    return hear


if __name__ == "__main__":
    sys.exit(main())
