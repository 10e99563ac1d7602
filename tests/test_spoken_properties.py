"""What must hold for any text at all."""

import gc
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.spoken import languages, say
from podcast.spoken.rules import apply

CASES = Path(__file__).parent / "cases" / "spoken"
PIECES = st.sampled_from((CASES / "pieces").read_text(encoding="utf-8").split())
REPEATED = (CASES / "repeated").read_text(encoding="utf-8").splitlines()
TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="0123456789.,:/-–+x$€£%°'’\"() aApPmMkKIVX", max_size=40),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)
EVERY_LANGUAGE = pytest.mark.parametrize("language", [*languages(), "en-US", "en-GB"])
FEW = settings(max_examples=50, deadline=None)


@EVERY_LANGUAGE
@FEW
@given(text=TEXTS)
def test_changes_always_make_the_spoken_form(language: str, text: str) -> None:
    said = say(text, language)
    assert apply(text, said.changes) == said.spoken
    ends = [0, *(change.end for change in said.changes)]
    starts = [*(change.start for change in said.changes), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))


@EVERY_LANGUAGE
@FEW
@given(text=TEXTS)
def test_no_figure_is_left(language: str, text: str) -> None:
    assert not any(letter.isdecimal() for letter in say(text, language).spoken)


@EVERY_LANGUAGE
@FEW
@given(text=TEXTS, word=st.sampled_from(["Brussels", "Kharkiv", "Lyon"]))
def test_a_text_with_words_is_never_silent(language: str, text: str, word: str) -> None:
    assert word in say(f"{word} {text}", language).spoken


@EVERY_LANGUAGE
@FEW
@given(pieces=st.lists(PIECES, max_size=8))
def test_any_text_settles(language: str, pieces: list[str]) -> None:
    twice = say(say(" ".join(pieces), language).spoken, language).spoken
    assert say(twice, language).spoken == twice


@pytest.mark.parametrize("sign", REPEATED)
def test_repeated_signs_take_linear_time(sign: str) -> None:
    text = sign.encode().decode("unicode_escape") if sign.startswith("\\") else sign
    gc.freeze()  # what other tests left isn't to be looked through again and again meanwhile
    started = time.process_time()
    say(text * (100_000 // len(text)))
    spent = time.process_time() - started
    gc.unfreeze()
    assert spent < 2


def test_grouped_noughts_take_linear_time() -> None:
    """100,000 signs, since 10,000 would hide what is quadratic."""
    for language in ("de", "es", "fr"):
        gc.freeze()
        started = time.process_time()
        say(" 000 000 000" * 8_333, language)
        spent = time.process_time() - started
        gc.unfreeze()
        assert spent < 2


OTHERS = ("der 1. und ", "z. B. ", "1er ", "1 Mrd. ", "1.º ", "12.12.", "1.000.", "I. ", "1½ ", "0")


@pytest.mark.parametrize("language", ["de", "es", "fr"])
@pytest.mark.parametrize("sign", OTHERS)
def test_what_other_languages_look_for_takes_linear_time(language: str, sign: str) -> None:
    started = time.process_time()
    say(sign * (10_000 // len(sign)), language)
    assert time.process_time() - started < 1
