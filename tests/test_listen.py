"""What a listener makes of an episode; what it hears is given here, and heard in test_line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from podcast.check.speech import check_speech
from podcast.episode import TimedSentence, TimedWord, to_json
from podcast.listen import Heard, agreement, compare, listen, pieces, strays
from tests import episodes

MP3 = Path("episode.mp3")


@dataclass
class Parrot:
    """Hears what it's told, and remembers when it listened."""

    words: Sequence[Heard]
    listened: list[tuple[float, float]] = field(default_factory=list)

    def hear(self, audio: Path, start: float, seconds: float) -> Sequence[Heard]:
        self.listened.append((start, start + seconds))
        return [w for w in self.words if start <= w.start < start + seconds]


def sentence(text: str, start: float, end: float) -> TimedSentence:
    """A sentence whose words share its time evenly."""
    words = text.split()
    each = (end - start) / len(words)
    timed = [
        TimedWord(w, start + n * each, start + n * each + each * 0.9) for n, w in enumerate(words)
    ]
    return TimedSentence(text, start, end, timed)


def heard(text: str, start: float, end: float, late: float = 0.0) -> list[Heard]:
    return [Heard(w.text, w.start + late, w.end + late) for w in sentence(text, start, end).words]


FERRY = sentence("The ferry costs €1.2m a year.", 1.0, 4.0)
VOTE = sentence("A vote on 3 June will tell.", 5.0, 7.0)


@pytest.mark.parametrize(
    ("written", "said", "language"),
    [
        ("It's 30km to Kharkiv.", "It's 30 kilometers to Kharkiv", "en"),
        ("It's 30km to Kharkiv.", "its thirty kilometers to Kharkiv", "en"),
        ("The EU lends €1.2bn", "The E.U. lends 1.2 billion euros.", "en"),
        ("Das kostet 5 €.", "Das kostet fünf Euro", "de"),
    ],
)
def test_figures_agree_however_they_are_written(written: str, said: str, language: str) -> None:
    assert agreement(written, said, language) == pytest.approx(1.0, abs=0.03)


def test_what_is_said_agrees_and_another_sentence_does_not() -> None:
    found = compare([FERRY, VOTE], heard("A vote on 3 June will tell.", 1.0, 4.0), "en")
    assert [listened.said for listened in found] == [False, False]
    words = heard("The fairy costs 1.2 million euros a year", 1.0, 4.0)
    (ferry, _) = compare([FERRY, VOTE], words, "en")
    assert ferry.said
    assert ferry.agreement > 0.9


def test_words_are_timed_where_they_are_recognised() -> None:
    (vote,) = compare([VOTE], heard("A vote on 3rd June will tell", 5.0, 7.0, late=0.2), "en")
    assert len(vote.off) == 6
    assert vote.off == pytest.approx([0.2] * 6)


def test_a_sentence_that_does_not_agree_is_heard_again_alone() -> None:
    class Dreamer(Parrot):
        def hear(self, audio: Path, start: float, seconds: float) -> Sequence[Heard]:
            found = super().hear(audio, start, seconds)
            return found if seconds < 10 else [Heard("Thank", 1.0, 1.5)]

    told = episodes.episode(1, segments=(episodes.segment("paragraph", "", FERRY, VOTE),))
    dreamer = Dreamer([*heard(FERRY.text, 1, 4), *heard(VOTE.text, 5, 7)])
    found = listen(told, MP3, dreamer)
    assert [listened.said for listened in found.sentences] == [True, True]
    assert len(dreamer.listened) == 3
    assert found.agreement > 0.95


def test_long_sound_is_heard_in_pieces_cut_between_sentences() -> None:
    row = [sentence("One two three.", n * 50.0, n * 50.0 + 48) for n in range(6)]
    assert list(pieces(row, 300.0)) == [(0.0, 99.0), (99.0, 199.0), (199.0, 300.0)]
    assert list(pieces([], 3.0)) == [(0.0, 3.0)]


def test_what_nobody_wrote_is_a_stray_and_a_word_or_two_are_not() -> None:
    words = [
        *heard(FERRY.text, 1, 4),
        *heard("um", 4.4, 4.6),
        *heard(VOTE.text, 5, 7),
        *heard("Buy more of this now", 9, 12),
    ]
    (stray,) = strays([FERRY, VOTE], words)
    assert (stray.text, stray.start) == ("Buy more of this now", 9.0)


def test_each_thing_that_is_wrong_is_named_with_its_place(tmp_path: Path) -> None:
    told = episodes.episode(1, segments=(episodes.segment("paragraph", "", FERRY, VOTE),))
    (tmp_path / "episode.json").write_text(to_json(told), encoding="utf-8")
    words = [*heard(FERRY.text, 1, 4, late=0.25), *heard("Nobody here can hear a thing", 20, 24)]
    notices: list[object] = []
    found = list(check_speech(tmp_path, MP3, "episodes/x", lambda _: Parrot(words), notices.append))
    assert [(f.severity, f.where, f.what) for f in found] == [
        ("required", "episodes/x at 5.0 s", "“A vote on 3 June will tell.”: unheard"),
        (
            "recommended",
            "episodes/x at 20.0 s",
            "“Nobody here can hear a thing” is heard, and isn't written",
        ),
        ("required", "episodes/x", "half of the words are 0.25 s and more off their times"),
    ]
    assert any("% heard as written" in str(notice) for notice in notices)


def test_an_episode_that_is_none_is_told(tmp_path: Path) -> None:
    (finding,) = check_speech(tmp_path, MP3, "episodes/x", lambda _: Parrot([]), lambda _: None)
    assert "not an episode of ours" in finding.what
