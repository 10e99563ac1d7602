"""A long text in pieces that an engine takes, and their sounds joined again."""

from __future__ import annotations

import re

from podcast.recording.cache import samples, wav

CUTS = (
    (re.compile(r"[.!?…。！？]['\"”’)\]]*$"), 0.0),
    (re.compile(r"[;:–—；：]$"), 1.0),
    (re.compile(r"[,،、，)\]”’]$"), 2.0),
)
"""How little it hurts to cut behind a word that ends so."""
BEFORE = re.compile(r"(?i)(and|or|but|that|which|who|because|while|und|oder|dass|et|ou|que|y|o)$")
"""Words before which a cut hurts less than elsewhere."""
ELSEWHERE = 8.0
WITHIN = 40.0
"""Within a name or a number: only where a piece would be too long otherwise."""

PARTICLES = frozenset({"of", "de", "del", "della", "van", "von", "der", "den", "zu", "la", "du"})
"""What may stand between the words of a name."""
_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve hundred thousand million
    billion trillion point percent dollars euros pounds komma prozent millionen milliarden cent
    mille millions milliards virgule cien mil millones coma por ciento
"""
NUMBERS = frozenset(_NUMBERS.split())
"""What a number, spelled, is made of: enough of it to know the inside of one."""
_NAME = re.compile(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][\w.'’-]*$")


def pack(text: str, most: int) -> list[str]:
    """The text in as few pieces of `most` letters as there can be, cut where it hurts least.

    "one, two" -> ["one, two"]
    """
    words = [part for word in text.split() for part in _parts(word, most)]
    # For each number of words: the fewest pieces, the least pain, and where the last one begins.
    # A cut within a name or a number counts as two pieces more, so another is found if there is.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(words) + 1):
        length, options = -1, []
        for begin in range(end - 1, -1, -1):
            length += len(words[begin]) + 1
            if length > most:
                break
            pieces, pain, _ = best[begin]
            last = _pain(words, end)
            more = 3 if last >= WITHIN else 1
            options.append((pieces + more, pain + last, begin))
        best.append(min(options))
    found = []
    end = len(words)
    while end:
        begin = best[end][2]
        found.append(" ".join(words[begin:end]))
        end = begin
    return [piece for piece in reversed(found) if re.search(r"\w", piece)]


def _parts(word: str, most: int) -> list[str]:
    """A word in parts that fit; most are whole."""
    return [word[i : i + most] for i in range(0, len(word), most)]


def _pain(words: list[str], end: int) -> float:
    """How much it hurts to cut before words[end]."""
    if end == len(words):
        return 0.0
    for pattern, pain in CUTS:
        if pattern.search(words[end - 1]):
            return pain
    if BEFORE.match(words[end]):
        return ELSEWHERE / 2
    return WITHIN if _belongs(words[end - 1]) and _belongs(words[end]) else ELSEWHERE


def _belongs(word: str) -> bool:
    """Whether a word may be part of a name or a number: two such in a row are likely one."""
    small = word.rstrip(".,;:!?…)").partition("-")[0].lower()
    number = small in NUMBERS or small.endswith(("teen", "ty")) or word[0].isdigit()
    return number or small in PARTICLES or bool(_NAME.match(word.rstrip(".,;:!?…)")))


QUIET = 200
"""Samples below this are silence: −44 dBFS."""
CLAUSE, WORD = 0.18, 0.03
"""Seconds between two pieces: where a clause ends, and where none does."""


def join(pieces: list[str], wavs: list[bytes]) -> bytes:
    """One WAV of all, with a natural pause at each cut in place of the engine's silence."""
    import numpy as np

    if len(wavs) == 1:
        return wavs[0]
    rate = 0
    parts = []
    for number, (piece, data) in enumerate(zip(pieces, wavs, strict=True)):
        found = samples(data)
        assert found is not None  # noqa: S101 - it was checked when it came
        start, size, rate = found
        sound_ = np.frombuffer(data, np.int16, size // 2, start)
        loud = np.flatnonzero(np.abs(sound_.astype(np.int32)) > QUIET)
        if len(loud):
            first = loud[0] if number else 0
            last = loud[-1] + 1 if number < len(wavs) - 1 else len(sound_)
            sound_ = sound_[first:last]
        parts.append(sound_)
        if number < len(wavs) - 1:
            pause = CLAUSE if any(p.search(piece) for p, _ in CUTS) else WORD
            parts.append(np.zeros(round(pause * rate), np.int16))
    return wav(np.concatenate(parts).tobytes(), rate)
