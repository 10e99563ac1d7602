"""The words on the pages, by language."""

from __future__ import annotations

import re
import string
from dataclasses import fields
from datetime import datetime, timezone
from pathlib import Path

import pytest

from podcast.labels import LABELS, labels_for

MAY = datetime(2024, 5, 29, 6, 0, tzinfo=timezone.utc)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LABELS)
def test_no_label_is_empty_and_each_has_the_blanks_of_the_english_one(language: str) -> None:
    for field in fields(LABELS[language]):
        label = getattr(LABELS[language], field.name)
        assert label.strip() == label != ""
        assert blanks(label) == blanks(getattr(LABELS["en"], field.name))


def test_every_label_is_used() -> None:
    package = Path(__file__).parents[1] / "podcast"
    files = [f for f in package.rglob("*") if f.suffix in (".py", ".html") and f.stem != "labels"]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    named = set(re.findall(r"\.([a-z_]+)|\"([a-z_]+)\"", text))
    used = {name for pair in named for name in pair}
    assert {field.name for field in fields(LABELS["en"])} <= used


@pytest.mark.parametrize(
    ("language", "date", "length", "speed"),
    [
        ("en-GB", "29 May 2024", "5 minutes", "1.25"),
        ("en-US", "May 29, 2024", "5 minutes", "1.25"),
        ("de", "29. Mai 2024", "5 Minuten", "1,25"),
        ("fr-CA", "29 mai 2024", "5 minutes", "1,25"),
        ("es", "29 de mayo de 2024", "5 minutos", "1,25"),
    ],
)
def test_dates_and_lengths_are_written_as_the_language_has_them(
    language: str, date: str, length: str, speed: str
) -> None:
    labels = labels_for(language)
    assert (labels.date(MAY), labels.minutes(296), labels.number(1.25)) == (date, length, speed)


def test_less_than_a_minute_is_told_in_seconds() -> None:
    assert labels_for("de").minutes(59.4) == "59 Sekunden"


@pytest.mark.parametrize("language", ["tlh", "x-y", "sv-SE"])
def test_a_language_without_labels_gets_english_ones(language: str) -> None:
    assert labels_for(language) == LABELS["en"]


def test_a_region_nobody_knows_is_no_hindrance() -> None:
    assert labels_for("de-XX").date(MAY) == "29. Mai 2024"


def test_languages_are_called_by_their_names() -> None:
    assert labels_for("de").language_name("en-GB") == "Englisch"
    assert labels_for("de").language_name("?") == ""
