"""A long text in pieces that an engine takes, and their sounds joined again."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from podcast.recording.cache import samples, wav
from podcast.words import PHONEMES, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]

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

KEPT = "\ue000"
"""A space that isn't one, for a while."""
UNEVEN = 1.2
"""How much longer than the average a piece may be, for the sake of a better cut: a short piece
beside a long one is said at another pace."""

PARTICLES = frozenset({"of", "de", "del", "della", "van", "von", "der", "den", "zu", "la", "du"})
"""What may stand between the words of a name."""
_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve hundred thousand million
    billion trillion point percent dollars euros pounds
    null ein eins eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf komma prozent
    million millionen milliarde milliarden
    zéro un une deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize
    vingt trente quarante cinquante soixante cent cents mille millions milliard milliards virgule
    cero uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
    veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil millón millones coma
    por ciento
"""
NUMBERS = frozenset(_NUMBERS.split())
"""What a number, spelled, is made of: enough of it to know the inside of one."""
SPELLED = ("teen", "ty", "zig", "zehn", "hundert", "tausend", "ciento", "cientos", "cientas")
"""How longer ones end."""
LINK = re.compile(r"(?i)(and|et|y)$")
"""What may stand between the words of a number."""
_NAME = re.compile(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][\w.'’-]*$")


def cut(text: str, most: int) -> list[str]:
    """The text whole where it has no more than `most` letters, else in pieces of like length.

    Phonemes in [[…]] stay together.
    """
    if len(text) <= most:
        return [text]
    whole = PHONEMES.sub(lambda found: found[0].replace(" ", KEPT), text)
    share = ceil(len(whole) / ceil(len(whole) / most))
    pieces = pack(whole, min(most, round(share * UNEVEN)))
    return [piece.replace(KEPT, " ") for piece in pieces] or [text]


def pack(text: str, most: int) -> list[str]:
    """The text in as few pieces of `most` letters as there can be, cut where it hurts least.

    "one, two" -> ["one, two"]
    """
    words = [part for word in text.split() for part in _parts(word, most)]
    # For each number of words: the fewest pieces, the least pain, and where the last one begins.
    # The squares of the lengths make pieces alike, where nothing else tells.
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
            options.append((pieces + more, pain + last + (length / most) ** 2, begin))
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
    if _is_counting(words[max(0, end - 2) : end + 2], min(2, end)):
        return WITHIN
    if BEFORE.match(words[end]):
        return ELSEWHERE / 2
    return WITHIN if _belongs(words[end - 1]) and _belongs(words[end]) else ELSEWHERE


def _is_counting(words: list[str], middle: int) -> bool:
    """Whether a number goes on beyond the middle: "hundred | and five", "vingt et | un"."""
    after = words[middle:]
    if LINK.match(after[0]):
        return len(after) > 1 and _is_number(words[middle - 1]) and _is_number(after[1])
    linked = middle > 1 and LINK.match(words[middle - 1]) and _is_number(words[middle - 2])
    return bool(linked) and _is_number(after[0])


def _belongs(word: str) -> bool:
    """Whether a word may be part of a name or a number: two such in a row are likely one."""
    bare = word.rstrip(".,;:!?…)")
    return _is_number(word) or bare.lower() in PARTICLES or bool(_NAME.match(bare))


def _is_number(word: str) -> bool:
    small = word.rstrip(".,;:!?…)").partition("-")[0].lower()
    return small in NUMBERS or small.endswith(SPELLED) or word[0].isdigit()


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
    sounds = []
    for data in wavs:
        found = samples(data)
        assert found is not None  # noqa: S101 - it was checked when it came
        start, size, rate = found
        sounds.append(np.frombuffer(data, np.int16, size // 2, start))
    return wav(stitch(pieces, sounds, rate)[0].tobytes(), rate)


def stitch(pieces: list[str], sounds: list[Samples], rate: int) -> tuple[Samples, list[float]]:
    """The sounds as one, with such pauses, and by how many seconds each one's own times move."""
    import numpy as np

    parts: list[Samples] = []
    moves = []
    length = 0
    for number, (piece, sound_) in enumerate(zip(pieces, sounds, strict=True)):
        ends = number == len(sounds) - 1
        loud = np.flatnonzero(np.abs(sound_.astype(np.int32)) > QUIET)
        first = int(loud[0]) if number and len(loud) else 0
        last = len(sound_) if ends or not len(loud) else int(loud[-1]) + 1
        pause = CLAUSE if any(p.search(piece) for p, _ in CUTS) else WORD
        moves.append((length - first) / rate)
        parts.append(sound_[first:last])
        if not ends:
            parts.append(np.zeros(round(pause * rate), np.int16))
        length += sum(map(len, parts[-1:] if ends else parts[-2:]))
    return np.concatenate(parts), moves


def line_up(spans: list[list[Span]], moves: list[float]) -> list[Span]:
    """The spans of all pieces in the whole; a word that rang on ends where the next one begins."""
    found: list[Span] = []
    for own, by in zip(spans, moves, strict=True):
        for span in own:
            later = Span(span.sounds, span.start + by, span.end + by)
            if found and found[-1].end > later.start:
                found[-1] = Span(found[-1].sounds, found[-1].start, later.start)
            found.append(later)
    return found
