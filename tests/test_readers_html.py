"""Web pages: the article, all of it, and nothing of what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast.article import read
from tests.blocks import facts_of, lines_of

CASES = Path(__file__).parent / "cases" / "reading"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.html")), ids=lambda path: path.stem)
def test_a_page_is_read_as_its_case_says(path: Path) -> None:
    article = read(path)
    title, *blocks = lines_of(article)
    expected = path.with_suffix(".blocks").read_text(encoding="utf-8").splitlines()
    facts = [line for line in expected if line.split(":")[0] in FACTS]
    assert [
        line
        for line in facts_of(article)
        if line in facts or line.split(":")[0] in {fact.split(":")[0] for fact in facts}
    ] == facts
    assert [title, *blocks] == [line for line in expected if line not in facts]


FACTS = ("Authors", "Date", "Language", "Link", "Site", "Image")
