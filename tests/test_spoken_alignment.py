import pytest

from podcast.spoken import say
from podcast.spoken.alignment import align
from podcast.voice import Word


def one_second_each(spoken: str) -> list[Word]:
    return [Word(word, float(at), at + 1.0) for at, word in enumerate(spoken.split())]


def heard(written: str) -> list[tuple[str, float, float]]:
    spoken = say(written)
    return [(w.text, w.start, w.end) for w in align(spoken, one_second_each(spoken.spoken))]


def test_a_text_said_as_written_keeps_its_words() -> None:
    assert heard("He left early.") == [("He", 0, 1), ("left", 1, 2), ("early.", 2, 3)]


def test_a_word_said_as_two_lasts_as_long_as_both() -> None:
    assert heard("It is 30km away.") == [
        ("It", 0, 1),
        ("is", 1, 2),
        ("30km", 2, 4),
        ("away.", 4, 5),
    ]


def test_a_word_with_two_changes_is_one_word() -> None:
    """“EU-funded”: a quotation mark, an initialism, a rest."""
    words = heard("the “EU-funded” plan")
    assert [word for word, *_ in words] == ["the", "“EU-funded”", "plan"]
    assert words[1][1:] == (1, 2)


def test_words_said_together_share_the_time() -> None:
    words = heard("on 5 May he left")
    assert [word for word, *_ in words] == ["on", "5", "May", "he", "left"]
    assert words[1][1] == 1
    assert words[2][2] == words[3][1] == 5
    assert words[1][2] == words[2][1]


def test_what_is_not_said_has_no_time() -> None:
    assert heard("He said (🇫🇷) yes.") == [("He", 0, 1), ("said", 1, 2), ("yes.", 2, 3)]


def test_the_voice_may_part_the_words_its_own_way() -> None:
    spoken = say("The EU met.")
    words = [Word("The", 0, 1), Word("E", 1, 2), Word("U", 2, 3), Word("met", 3, 4)]
    assert align(spoken, words) == (Word("The", 0, 1), Word("EU", 1, 3), Word("met.", 3, 4))


def test_a_voice_without_times_gives_none() -> None:
    assert align(say("Plain words."), ()) == ()


@pytest.mark.parametrize(
    "written",
    ["€1.2bn, or 5%, by 2030 (see p. 3) – not “now”.", "A. B. … 1½ — 🎉 haverelaxed 3-1!", "½"],
)
def test_times_run_forward_and_stay_within_the_sound(written: str) -> None:
    words = heard(written)
    last = float(len(say(written).spoken.split()))
    times = [time for _, start, end in words for time in (start, end)]
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] <= last
