"""Does the audio say what the article says? Somebody else listens: a recogniser of speech.

It hears the finished MP3 and knows nothing of the text. What it writes down between a sentence's
start and its end is compared with that sentence, letter by letter, both in their spoken form: so
a sentence that is missing, cut short, in another's place or at another time is found. A
recogniser spells names as it pleases: on a narrated article nine tenths of a sentence's letters
and more agree, with another sentence's a third at most.
"""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from podcast import spoken
from podcast.episode import Episode, TimedSentence
from podcast.events import Report, Step

AGREES = 0.6
"""Share of letters from which a sentence was said; see above how far right and wrong lie apart."""
MARGIN = 0.3
"""Seconds by which a recogniser's times may be off."""
PIECE = 120.0
"""Seconds heard in one go, cut where nobody speaks: hours need no more memory than minutes."""
STRAY = 4
"""Words in a row outside all sentences that are something said; fewer are misheard pauses."""


@dataclass(frozen=True)
class Heard:
    """A word as heard, in seconds from the episode's start."""

    text: str
    start: float
    end: float


class Recogniser(Protocol):
    """Writes down what it hears."""

    def hear(self, audio: Path, start: float, seconds: float) -> Sequence[Heard]:
        """Return the words in a stretch of an audio file; raise AudioError when it can't."""


Listener = Callable[[str], Recogniser]
"""Gives a recogniser for a language (a BCP 47 tag); raises AudioError when there is none."""


@dataclass(frozen=True)
class Listened:
    """A sentence, and what was heard in its place."""

    sentence: TimedSentence
    heard: str
    agreement: float
    """Share of the letters that are the same, 0 to 1."""
    off: tuple[float, ...] = ()
    """Seconds by which each word that was recognised began after its time."""

    @property
    def said(self) -> bool:
        """Whether the sentence was said."""
        return self.agreement >= AGREES


@dataclass(frozen=True)
class Listening:
    """What came of listening to an episode."""

    sentences: tuple[Listened, ...]
    strays: tuple[Heard, ...] = ()
    """What was said outside of all sentences, a run of words as one."""

    @property
    def agreement(self) -> float:
        """Share of all letters that are the same; 1 where there's nothing to say."""
        weights = [len(listened.sentence.text) for listened in self.sentences]
        shares = [listened.agreement for listened in self.sentences]
        whole = sum(weights)
        return sum(w * s for w, s in zip(weights, shares, strict=True)) / whole if whole else 1.0

    @property
    def off(self) -> float:
        """Seconds by which half of the recognised words are off their times, at most."""
        off = [abs(each) for listened in self.sentences for each in listened.off]
        return statistics.median(off) if off else 0.0


def listen(
    episode: Episode, audio: Path, recogniser: Recogniser, report: Report = lambda _: None
) -> Listening:
    """Return what is heard in an episode's audio, sentence by sentence.

    A sentence that doesn't agree is listened to once more, alone: a recogniser that lost the
    thread finds it again. Raise AudioError when there is nothing to hear.
    """
    sentences = [s for segment in episode.segments for s in segment.sentences]
    words: list[Heard] = []
    for start, end in pieces(sentences, episode.seconds):
        words += recogniser.hear(audio, start, end - start)
        report(Step("listening to", episode.title, end, episode.seconds))
    found = tuple(
        listened if listened.said else _again(listened, audio, recogniser, episode.language)
        for listened in compare(sentences, words, episode.language)
    )
    return Listening(found, strays(sentences, words))


def pieces(sentences: Sequence[TimedSentence], seconds: float) -> Iterator[tuple[float, float]]:
    """Yield start and end of stretches of about PIECE seconds, cut between two sentences."""
    start = 0.0
    for one, other in pairwise(sentences):
        if other.end - start > PIECE and other.start > one.end > start:
            cut = (one.end + other.start) / 2
            yield start, cut
            start = cut
    yield start, seconds


def compare(
    sentences: Sequence[TimedSentence], words: Sequence[Heard], language: str
) -> tuple[Listened, ...]:
    """Return each sentence with what was heard between its start and its end."""
    return tuple(
        _compared(sentence, [w for w in words if _within(w, sentence)], language)
        for sentence, words in _nearby(sentences, words)
    )


def strays(sentences: Sequence[TimedSentence], words: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return what was said where no sentence is: runs of STRAY words and more."""
    inside = {w for s, near in _nearby(sentences, words) for w in near if _touches(w, s)}
    runs: list[list[Heard]] = [[]]
    for word in words:
        if word in inside:
            runs.append([])
        else:
            runs[-1].append(word)
    return tuple(
        Heard(" ".join(word.text for word in run), run[0].start, run[-1].end)
        for run in runs
        if len(run) >= STRAY
    )


def agreement(written: str, heard: str, language: str) -> float:
    """Return the share of letters that are the same in the spoken forms of two texts, 0 to 1.

    >>> agreement("It's 30km away.", "It's thirty kilometers away", "en")
    1.0
    """
    one, other = (_letters(spoken.say(text, language).spoken) for text in (written, heard))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _again(listened: Listened, audio: Path, recogniser: Recogniser, language: str) -> Listened:
    """The better of two hearings: with its neighbours, and alone."""
    sentence = listened.sentence
    start = max(0.0, sentence.start - MARGIN)
    heard = recogniser.hear(audio, start, sentence.end + MARGIN - start)
    alone = _compared(sentence, heard, language)
    return max((listened, alone), key=lambda each: each.agreement)


def _compared(sentence: TimedSentence, heard: Sequence[Heard], language: str) -> Listened:
    text = " ".join(word.text for word in heard)
    off = tuple(_off(sentence, heard))
    return Listened(sentence, text, agreement(sentence.text, text, language), off)


def _off(sentence: TimedSentence, heard: Sequence[Heard]) -> Iterator[float]:
    """How much later than its time each word began that was recognised to the letter."""
    ours = [_letters(word.text) for word in sentence.words]
    theirs = [_letters(word.text) for word in heard]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    for block in blocks:
        for n in range(block.size):
            yield heard[block.b + n].start - sentence.words[block.a + n].start


def _nearby(
    sentences: Sequence[TimedSentence], words: Sequence[Heard]
) -> Iterator[tuple[TimedSentence, Sequence[Heard]]]:
    """Each sentence with the words that may be its own; both are in order, so once through."""
    first = 0
    for sentence in sentences:
        while first < len(words) and words[first].end < sentence.start - MARGIN:
            first += 1
        last = first
        while last < len(words) and words[last].start <= sentence.end + MARGIN:
            last += 1
        yield sentence, words[first:last]


def _within(word: Heard, sentence: TimedSentence) -> bool:
    """Whether the middle of a word lies in the sentence, or as near as times are known."""
    return sentence.start - MARGIN <= (word.start + word.end) / 2 <= sentence.end + MARGIN


def _touches(word: Heard, sentence: TimedSentence) -> bool:
    return word.start < sentence.end + MARGIN and word.end > sentence.start - MARGIN


def _letters(text: str) -> str:
    """Letters and figures alone, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalnum())
