from pathlib import Path

import pytest

from podcast.spoken import abbreviations, languages, say
from podcast.spoken.rules import apply

CASES = Path(__file__).parent / "cases" / "spoken"


def cases() -> list[tuple[str, str, str]]:
    """(language, written, spoken) of every line in tests/cases/spoken/LANGUAGE*.txt."""
    found = []
    for path in sorted(CASES.glob("*.txt")):
        language = path.stem.split("_")[0]
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                written, _, spoken = line.partition(" → ")
                found.append((language, written, spoken or written))
    return found


@pytest.mark.parametrize(("language", "written", "spoken"), cases())
def test_a_case_is_said_as_its_file_tells(language: str, written: str, spoken: str) -> None:
    assert say(written, language).spoken == spoken


@pytest.mark.parametrize(("language", "written", "spoken"), cases())
def test_changes_make_the_spoken_form(language: str, written: str, spoken: str) -> None:
    said = say(written, language)
    assert said.text == written
    assert apply(written, said.changes) == said.spoken


@pytest.mark.parametrize(("language", "written", "spoken"), cases())
def test_what_is_said_is_said_again_the_same(language: str, written: str, spoken: str) -> None:
    assert say(spoken, language).spoken == spoken


def test_a_text_that_needs_nothing_has_no_changes() -> None:
    assert say("It is what it is.").changes == ()


def test_a_language_without_a_table_has_its_numbers_said() -> None:
    assert say("Ik heb 12 boeken.", "nl").spoken == "Ik heb twaalf boeken."


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("it", "Sono 1.250 euro, 20 % e 3,5 km.",
         "Sono milleduecentocinquanta euro, venti percento e tre virgola cinque chilometri."),
        ("pt-BR", "Custa 5 €, **não** 12.", "Custa cinco Euros, não doze."),
        ("nl", "Het is 3 km/h [1].", "Het is drie kilometer per uur."),
        ("pl", "To 20 % i 5 kg.", "To dwadzieścia procent i pięć kilogramów."),
        ("sv", "Det kostar 1 250 euro.", "Det kostar ettusen tvåhundrafemtio euro."),
    ],
)  # fmt: skip
def test_amounts_are_said_in_any_language_of_cldr(language: str, written: str, spoken: str) -> None:
    assert say(written, language).spoken == spoken


def test_an_unknown_language_is_left_alone() -> None:
    assert say("wa’ 12 **x**", "tlh").spoken == "wa’ 12 **x**"


def test_a_tag_that_is_no_language_is_left_alone() -> None:
    assert say("12", "../rules").spoken == "12"


def test_every_language_has_abbreviations() -> None:
    for language in languages():
        assert all(word.endswith(".") for word in abbreviations(language))
