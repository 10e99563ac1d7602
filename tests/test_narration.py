"""Whole articles: what is said of each, as written, and what narrating leaves out, and why.

A case is two files: an article, and `.expected` beside it, a line a segment (kind: sentences with
a stroke between them), then a line for what is not said (not said, reason: text).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from podcast.article import Dropped, read
from podcast.script import Script, narrate
from podcast.spoken import Spoken

CASES = Path(__file__).parent / "cases" / "script"
ARTICLES = sorted(path for path in CASES.iterdir() if path.suffix != ".expected")


def lines(script: Script, unread: tuple[Dropped, ...] = ()) -> Iterator[str]:
    """Each segment, and what isn't said; not what the reader has `unread` already."""
    for segment in script.segments:
        yield f"{segment.kind}: {' / '.join(s.text for s in segment.sentences)}"
    for left in script.dropped[len(unread) :]:
        yield f"not said, {left.reason}: {' / '.join(left.text.splitlines())}"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_narrated_as_its_case_says(path):
    article = read(path)
    script = narrate(article, say=lambda text, language: Spoken(text, text))
    expected = path.with_suffix(".expected").read_text("utf-8").splitlines()
    assert list(lines(script, article.dropped)) == expected
