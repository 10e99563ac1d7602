import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.article import read, texts
from podcast.script.furniture import tidy
from podcast.script.sentences import LONGEST_QUOTATION, split

CASES = Path(__file__).parent / "cases" / "sentences"
ARTICLES = sorted(
    path for path in (CASES.parent / "script").iterdir() if path.suffix in (".txt", ".md", ".html")
)
IN_A_NUMBER = re.compile(r"\d[.,:/–-]?\|[.,:/–-]?[\d%€$£°]")
IN_A_NAME = re.compile(
    r"(?:(?<!°)\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|Sr|Sra|M|Mme|Hr|Fr|Nr|Gen|Lt|Sen|Rep|Gov)\.|"
    r"[^.!?…:;\"'”’»«“)\]])\|[^\W\d_a-zà-ÿ]"
)
QUOTATION = re.compile(r"“[^“”]*”|„[^„“]*“|«[^«»]*»")


def cases():
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield pytest.param(path.stem, line, id=f"{path.stem}: {line[:40]}")


@pytest.mark.parametrize(("language", "line"), list(cases()))
def test_a_paragraph_is_cut_where_the_case_says(language, line):
    assert split(line.replace(" | ", " "), language) == tuple(line.split(" | "))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_number_name_or_quotation_of_an_article_is_cut(path):
    article = tidy(read(path))
    for text in texts(article.blocks):
        parts = split(text, article.language)
        for before, after in pairwise(parts):
            cut = f"{before}|{after}"
            assert not IN_A_NUMBER.search(cut), cut
            # An initial alone is a speaker's, in an interview.
            assert not IN_A_NAME.search(cut) or len(before) == len("P."), cut
        for found in QUOTATION.finditer(text):
            whole = len(found[0].split()) > LONGEST_QUOTATION
            assert whole or any(found[0] in part for part in parts), parts


def test_a_quotation_too_long_for_one_breath_is_cut():
    sentence = "The mill stood still and nobody in the whole long valley could say why it did."
    assert len(split(f"“{' '.join([sentence] * 6)}”", "en")) == 6


def test_sentences_without_a_space_between_them_are_cut():
    assert split("Isn't it late?Yes, it is.He said no.Not really…But he left.", "en") == (
        "Isn't it late?",
        "Yes, it is.",
        "He said no.",
        "Not really…",
        "But he left.",
    )


def test_an_unknown_language_is_cut_all_the_same():
    assert split("Il mulino è fermo. Nessuno sa perché.", "it") == (
        "Il mulino è fermo.",
        "Nessuno sa perché.",
    )


@given(st.text(max_size=300), st.sampled_from(["en", "de", "fr", "es", "xx", ""]))
def test_no_text_is_lost_and_none_added(text, language):
    assert "".join("".join(split(text, language)).split()) == "".join(text.split())


def test_fifty_thousand_signs_are_cut_in_no_time():
    for sign in (".", "“", "(", "a. ", "1. ", "?! ", "a; ", "🎉 ", ".¹", "a.A", "x://a"):
        assert split(sign * (50_000 // len(sign)), "en")
