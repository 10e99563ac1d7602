"""Names that are likely to be said wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast import lexicon
from podcast.errors import ShowError
from podcast.lexicon import Entry, Lexicon, names
from podcast.script import Script
from podcast.voices import phonemes
from tests.test_recording import script

NEWS: Script = script(
    "Yesterday Kjell Rasmussen of Göteborg met Wojciech Szczęsny in London.",
    "However, the mayor stayed; Wojciech left, and Nguema’s aides with him.",
    "Zhu spoke of NATO and of the markets.",
)


def test_foreign_names_are_listed_and_common_words_are_not() -> None:
    found = {name.text: name for name in names.suggest(NEWS, Lexicon())}
    assert set(found) == {"Kjell", "Göteborg", "Wojciech", "Szczęsny", "Nguema", "Zhu"}
    assert found["Wojciech"].times == 2
    assert all(name.ipa and name.sounds_like and name.reason for name in found.values())


ENGLISH: Script = script(
    "At the Zoo, Jack Cook of Facebook met Matthew Kew, Erik Musk and Zoë Frank about Brexit.",
    "In Fiji, Ohio and Mississippi the Czech team from Bellingham took a Taxi to Hawk Street.",
    "Later, Wuxi and Guangxi were named, and Novosad of Szolnok, and Mr Zadik.",
)


def test_english_names_and_those_that_are_said_right_are_no_news() -> None:
    found = {name.text for name in names.suggest(ENGLISH, Lexicon())}
    assert found == {"Wuxi", "Guangxi", "Szolnok", "Zadik"}


def test_with_every_those_that_are_merely_unknown_are_listed_too() -> None:
    found = {name.text for name in names.suggest(NEWS, Lexicon(), every=True)}
    assert "Rasmussen" in found
    assert not found & {"Yesterday", "However", "NATO"}


def test_a_name_that_has_an_entry_is_no_news() -> None:
    known = Lexicon((Entry("Kjell", ipa="ʃˈɛl"), Entry("Szczęsny", say="Shchensny")))
    assert not {name.text for name in names.suggest(NEWS, known)} & {"Kjell", "Szczęsny"}


@pytest.mark.parametrize(
    ("ipa", "people"),
    [
        ("kˈɑːɹkɪv", "KAHR-kiv"),
        ("zəlˈɛnski", "zuh-LENS-kee"),
        ("tʃˈaɪnə", "CHY-nuh"),
        ("ʃˈiː dʒˌɪnpˈɪŋ", "SHEE jin-PING"),
    ],
)
def test_phonemes_are_respelt_for_people(ipa: str, people: str) -> None:
    assert names.respell(ipa) == people


def test_the_voices_dictionary_holds_what_is_not_said_by_rule() -> None:
    words = phonemes.dictionary("en")
    assert {"nato", "however", "edinburgh"} <= words
    assert phonemes.dictionary("tlh") == frozenset()


def test_entries_to_edit_are_added_and_change_nothing_until_edited(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text('"Kjell" = "Shell"', encoding="utf-8")
    found = names.suggest(NEWS, lexicon.load(tmp_path, language="xx"))
    names.write(path, found)
    names.write(path, found)
    text = path.read_text(encoding="utf-8")
    assert text.count("Wojciech") == 1
    assert lexicon.load(tmp_path, language="xx").entries == (Entry("Kjell", "Shell"),)
    path.write_text(text.replace("# ", ""), encoding="utf-8")
    assert len(lexicon.load(tmp_path, language="xx").entries) == 1 + len(found)


def test_a_lexicon_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "lexicon.toml").mkdir()
    with pytest.raises(ShowError, match="lexicon"):
        names.write(tmp_path / "lexicon.toml", names.suggest(NEWS, Lexicon()))
