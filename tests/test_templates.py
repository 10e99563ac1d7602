from itertools import product
from pathlib import Path

import pytest

from podcast.errors import ShowError
from podcast.fill import fill
from podcast.templates import OURS, render, spelled, spoken

FACTS = {"title": "Rain", "authors": (), "site": "", "host": "", "date": None}
LANGUAGES = sorted(path.name for path in (OURS / "spoken").iterdir())


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_templates(language):
    names = sorted(path.name for path in (OURS / "spoken" / language).iterdir())
    assert names == sorted(path.name for path in (OURS / "spoken" / "en").iterdir())


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "a synthetic voice"),
        ("de", "eine synthetische Stimme"),
        ("fr", "une voix de synthèse"),
        ("es", "una voz sintética"),
    ],
)
@pytest.mark.parametrize("site", ["", "The Gazette"])
def test_every_close_says_that_the_voice_is_synthetic_and_what_the_source_is(language, voice, site):
    said = spoken("closing", language, **{**FACTS, "site": site})
    assert voice in said
    assert site in said


def test_a_template_of_the_show_wins_over_ours(tmp_path):
    folder = write(tmp_path, "spoken/en/closing.txt", "That was {{ title }}.\n")
    assert spoken("closing", "en-GB", folder, **FACTS) == "That was Rain."
    assert "synthetische" in spoken("closing", "de", folder, **FACTS)


def test_a_region_is_nearer_than_its_language(tmp_path):
    folder = write(tmp_path, "spoken/en-GB/closing.txt", "Cheerio.")
    assert spoken("closing", "en-GB", folder, **FACTS) == "Cheerio."
    assert spoken("closing", "en-US", folder, **FACTS) != "Cheerio."


@pytest.mark.parametrize("language", ["it", "", "../../../etc", "x/../en"])
def test_an_unknown_language_hears_english(language):
    assert "synthetic voice" in spoken("closing", language, **FACTS)


def test_names_are_put_in_a_row():
    assert spelled(["Ann"], "and") == "Ann"
    assert spelled(["Ann", "Bob", "Cy"], "and") == "Ann, Bob and Cy"


def test_pages_escape_what_they_are_given_and_spoken_words_do_not(tmp_path):
    write(tmp_path, "page.html", "{{ title }}")
    write(tmp_path, "words.txt", "{{ title }}")
    assert render("page.html", tmp_path, title="R & B") == "R &amp; B"
    assert render("words.txt", tmp_path, title="R & B") == "R & B"


@pytest.mark.parametrize("text", ["{% if %}", "{{ nobody }}"])
def test_a_mistake_in_a_template_names_the_file(tmp_path, text):
    folder = write(tmp_path, "spoken/en/closing.txt", text)
    with pytest.raises(ShowError, match=r"closing\.txt"):
        spoken("closing", "en", folder, **FACTS)


def test_a_template_that_is_no_text_names_the_file(tmp_path):
    write(tmp_path, "spoken/en/closing.txt", "").joinpath("spoken/en/closing.txt").write_bytes(
        b"\xff\xfe\x00"
    )
    with pytest.raises(ShowError, match=r"closing\.txt"):
        spoken("closing", "en", tmp_path, **FACTS)


VALUES = {
    "title": ["Rain"],
    "authors": [(), ("Ann",), ("Ann", "Bob", "Cy")],
    "site": ["", "The Gazette"],
    "host": ["", "example.org"],
    "number": [1, 2, 3],
    "count": [1, 3],
    "origins": [[], ["The Gazette", "The Echo"]],
}


@pytest.mark.parametrize("path", sorted((OURS / "spoken").glob("*/*.txt")), ids=str)
def test_our_spoken_words_are_filled_in_as_jinja2_would(path):
    for values in product(*VALUES.values()):
        facts = dict(zip(VALUES, values, strict=True))
        filled = fill(path.read_text("utf-8"), facts)
        assert filled is not None
        assert filled.split() == render(path.relative_to(OURS).as_posix(), **facts).split()


@pytest.mark.parametrize(
    "template",
    [
        "{{ title | upper }}",
        "{% for name in authors %}{{ name }}{% endfor %}",
        "{# a remark #}",
        "{{ nobody }}",
        "{% if not site %}Hello{% endif %}",
        "{% if site %}Hello",
        "Hello{% endif %}",
        "{% else %}Hello",
    ],
)
def test_what_is_more_than_simple_is_left_to_jinja2(template):
    assert fill(template, {"title": "Rain", "authors": (), "site": "The Gazette"}) is None
