"""How names are said, and which sentences change when an entry does."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast import lexicon, voice
from podcast.errors import ShowError
from podcast.lexicon import Entry, Lexicon, pls
from podcast.recording import record
from podcast.recording.cache import Cache
from podcast.voice import Cast, Choice, Facts, Word
from podcast.voices import piper
from tests.test_recording import script
from tests.tone import ToneVoice

RULES = Lexicon(
    tuple(
        lexicon.parse(
            """
"Kyiv" = "Keev"
"kyiv post" = { say = "Keev Post", case = "any" }
"Scholz" = { ipa = "ʃˈoʊlts", say = "Sholts" }
"Macron" = { ipa = "məkɹˈoʊn" }
"Xi" = { ipa = "ʃˈiː", say = "Shee", beside = ["President", "Jinping"] }
"polish" = { say = "Pole-ish", case = "exact" }
"Paris" = { say = "Pah-ree", language = "fr" }
"O'Neill" = { ipa = "oʊnˈiːl" }
"data" = "dayta"
"""
        )
    )
)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("In Kyiv, all is well.", "In Keev, all is well."),
        ("Kyiv's mayor", "Keev's mayor"),
        ("Kyivan monks", "Kyivan monks"),
        ("KYIV WINS", "Keev WINS"),
        ("the KYIV POST", "the Keev Post"),
        ("Data and data", "dayta and dayta"),
        ("President Xi, of China", "President Shee, of China"),
        ("the letter Xi", "the letter Xi"),
        ("to polish a Polish car", "to Pole-ish a Polish car"),
        ("Paris", "Paris"),
        ("Mr Scholz and Macron", "Mr Sholts and Macron"),
        ("[[x]] Kyiv", "[x] Keev"),
    ],
)
def test_a_respelling_stands_for_the_whole_word(text: str, sent: str) -> None:
    assert lexicon.apply(RULES, text, "en", phonetic=False).text == sent


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Macron, said Scholz.", "[[məkɹˈoʊn,]] said [[ʃˈoʊlts.]]"),
        ("Scholz's aide, Macron’s aide", "[[ʃˈoʊltsɪz]] aide, [[məkɹˈoʊnz]] aide"),
        ("“Macron”, he said", "[[məkɹˈoʊn,]] he said"),
        ("the Macron-led (Scholz) group", "the [[məkɹˈoʊn]] led [[ʃˈoʊlts]] group"),
        ("O’Neill and O'Neill", "[[oʊnˈiːl]] and [[oʊnˈiːl]]"),
        ("Kyiv", "Keev"),
        ("an [[article]]'s own", "an [article]'s own"),
    ],
)
def test_a_phonetic_voice_gets_phonemes(text: str, sent: str) -> None:
    assert lexicon.apply(RULES, text, "en", phonetic=True).text == sent


def test_the_sentences_own_words_get_the_times_of_what_is_sent() -> None:
    line = lexicon.apply(
        Lexicon((Entry("Xi Jinping", ipa="ʃˈiː"), Entry("Macron", ipa="m"))),
        "Mr Xi Jinping met Macron-led friends",
        phonetic=True,
    )
    assert line.text == "Mr [[ʃˈiː]] met [[m]] led friends"
    times = ["Mr", "x", "met", "m", "led", "friends"]
    words = lexicon.retime([Word(text, i, i + 1) for i, text in enumerate(times)], line.groups)
    assert " ".join(word.text for word in words) == "Mr Xi Jinping met Macron-led friends"
    assert (words[0].start, words[0].end) == (0, 1)
    assert (words[1].start, words[1].end, words[2].end) == (1, pytest.approx(1.22, abs=0.01), 2)
    assert (words[4].start, words[4].end) == (3, 5)


class Phonetic(ToneVoice):
    facts = Facts("phonetic", "Phonetic", phonetic=True)


def test_a_changed_entry_speaks_the_sentences_that_hold_the_word(tmp_path: Path) -> None:
    texts = ("Kyiv is here.", "Nothing of it.", "All of Kyiv’s streets.")
    cast, cache = Cast(Choice((Phonetic(),))), Cache(tmp_path)
    record(script(*texts), cast, cache, lexicon=Lexicon((Entry("Kyiv", "Keev"),)))
    again = record(script(*texts), cast, cache, lexicon=Lexicon((Entry("Kyiv", ipa="kˈiːɪv"),)))
    assert again.spoken == 2
    assert [word.text for word in again.clips[2][0].words] == texts[2].split()


def test_the_shows_entries_win_over_the_built_in_ones(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text('"Macron" = "Mackeron"\n', encoding="utf-8")
    entries = lexicon.load(tmp_path, language="en")
    assert lexicon.apply(entries, "Macron", phonetic=True).text == "Mackeron"
    assert "ʃ" in lexicon.apply(entries, "Scholz", phonetic=True).text
    assert lexicon.load(tmp_path / "empty", language="xx") == Lexicon()


def test_several_files_are_read_and_the_first_entry_counts(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('"Kyiv" = "A"', encoding="utf-8")
    (tmp_path / "b.toml").write_text('"Kyiv" = "B"\n"Lviv" = "C"', encoding="utf-8")
    entries = lexicon.load(tmp_path, ["a.toml", "b.toml"], "xx")
    assert lexicon.apply(entries, "Kyiv, Lviv", phonetic=False).text == "A, C"
    with pytest.raises(ShowError, match=r"gone\.toml"):
        lexicon.load(tmp_path, ["gone.toml"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Kyiv = [", "lexicon.toml"),
        ('"Kyiv" = 3', "'Kyiv' = 3"),
        ('"Kyiv" = {}', "isn't told how"),
        ('"Kyiv" = { says = "Keev" }', "unknown setting 'says'"),
        ('"Kyiv" = { say = "Keev", case = "upper" }', "case = 'upper'"),
        ('"Kyiv" = { say = "Keev", beside = "Post" }', "beside = 'Post'"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ShowError) as caught:
        lexicon.load(tmp_path)
    assert says in caught.value.message
    assert "lexicon.toml" in caught.value.message
    assert caught.value.hint


PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" alphabet="ipa" xml:lang="en-US"
    xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">
  <lexeme><grapheme>judgment</grapheme><grapheme>judgement</grapheme>
    <phoneme>ˈdʒʌdʒmənt</phoneme><!-- the second is not ours --><phoneme>x</phoneme></lexeme>
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
</lexicon>
"""


def test_a_w3c_lexicon_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "names.pls"
    path.write_text(PLS, encoding="utf-8")
    entries = lexicon.load(tmp_path, ["names.pls"], "xx").entries
    assert entries == (
        Entry("judgment", ipa="ˈdʒʌdʒmənt", language="en-US"),
        Entry("judgement", ipa="ˈdʒʌdʒmənt", language="en-US"),
        Entry("W3C", say="World Wide Web Consortium", language="en-US"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "<lexicon>",
        "<html/>",
        PLS.replace('alphabet="ipa"', 'alphabet="x-sampa"'),
        PLS.replace("<lexicon", '<!DOCTYPE x [<!ENTITY a "b">]><lexicon', 1),
    ],
    ids=["broken", "another", "alphabet", "entities"],
)
def test_what_is_no_w3c_lexicon_is_told(text: str) -> None:
    with pytest.raises(ShowError, match=r"names\.pls"):
        list(pls.parse(text, where="names.pls"))


NAMES = {
    "Zelenskyy": "zəlɛnski",
    "Kharkiv": "hɑɹkiv",
    "Kyiv": "kiiv",
    "Stoltenberg": "stoʊltənbɛɹɡ",
    "Scholz": "ʃoʊlts",
    "Macron": "məkɹoʊn",
    "Pyongyang": "pjʌŋjæŋ",
    "Xi Jinping": "ʃidʒinpiŋ",
    "Lok Sabha": "loʊksʌbə",
    "Lviv": "ləviv",
    "Putin": "putin",
    "Benghazi": "bɛŋɡɑzi",
    "Łódź": "wutʃ",
    "Tbilisi": "təbilisi",
    "Rutte": "ɹʌtə",
    "Guangzhou": "ɡwɑŋdʒoʊ",
    "Oaxaca": "wəhɑkə",
    "Houthi": "huθi",
    "Buttigieg": "butidʒədʒ",
    "Nguyen": "win",
    "Khamenei": "hɑmeinei",
    "Sheinbaum": "ʃainbaʊm",
    "Tusk": "tʊsk",
    "Versailles": "vɛɹsai",
    "Recep": "ɹɛdʒɛp",
    "Mugabe": "muɡɑbei",
    "Keir": "kiɹ",
    "Niamh": "niv",
    "Kirkcudbright": "kɚkubɹi",
    "François": "fɹɑnswɑ",
    "Plenković": "plɛŋkəvitʃ",
    "Mnangagwa": "mənɑnɡɑɡwə",
    "Côte d'Ivoire": "koʊtdivwɑɹ",
    "Phuket": "pukɛt",
    "Juárez": "wɑɹɛz",
    "Xi'an": "ʃiɑn",
}
"""As newsreaders say them, without stress and length; ɪ as i."""


@pytest.mark.parametrize("name", NAMES)
def test_piper_says_the_name_as_newsreaders_do(name: str) -> None:
    """Through Piper's own phonemes, in the midst of a sentence and at its end."""
    engine = piper._engine(piper.voice("", "en", {}).path).piper
    text = f"Today {name}’s people spoke of {name}."
    sent = lexicon.apply(lexicon.builtin("en"), text, phonetic=True).text
    (phonemes,) = engine.phonemize(sent)
    said = "".join(phonemes).translate(str.maketrans("ɪ", "i", "ˈˌː ʲ"))
    assert said.count(NAMES[name]) == 2
    (alone,) = engine.phonemize(name)
    assert "".join(alone).translate(str.maketrans("ɪ", "i", "ˈˌː ʲ")) != NAMES[name]


def test_every_built_in_name_changes_what_is_said_and_can_be_said() -> None:
    engine = piper._engine(piper.voice("", "en", {}).path).piper
    known = set(engine.config.phoneme_id_map)
    for entry in lexicon.builtin("en").entries:
        assert set(entry.ipa) <= known, entry.text
        alone = "".join("".join(part) for part in engine.phonemize(entry.text))
        assert alone.replace(" ", "") != entry.ipa.replace(" ", ""), entry.text


def test_voices_without_phonemes_say_the_built_in_names_their_own_way() -> None:
    assert lexicon.apply(lexicon.builtin("en"), "Macron", phonetic=False).text == "Macron"


def test_the_phonetic_voices_are_known() -> None:
    assert voice.facts(voice.choose("piper").voices[0]).phonetic
    assert not voice.facts(voice.choose("gtts").voices[0]).phonetic
