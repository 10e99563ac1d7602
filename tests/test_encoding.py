"""Bytes to text: whatever the encoding, and without the faults of the way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.source.encoding import decode, mend

TEXT = "The café’s “naïve” 5 € plan – Zürich"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_any_common_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_a_declared_charset_is_used_where_utf8_does_not_fit() -> None:
    assert decode("Привет, мир".encode("koi8-r"), "a.txt", "koi8-r") == "Привет, мир"
    assert decode("é".encode(), "a.txt", "latin-1") == "é"
    assert decode(b"caf\xe9", "a.txt", "no-such-charset") == "café"


@pytest.mark.parametrize("charset", ["iso-2022-jp", "utf-16-le", "UTF-32-BE"])
def test_a_charset_that_looks_like_ascii_is_believed(charset: str) -> None:
    assert decode("日本の news".encode(charset), "a.txt", charset) == "日本の news"
    assert decode("Zürich".encode(), "a.txt", charset) == "Zürich"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The coalitionâ€™s plan", "The coalition’s plan"),
        ("ZÃ¼rich", "Zürich"),
        ("co\u00adali\u200btion", "coalition"),
        ("30\u00a0km and 1\u202f250\u00a0people", "30 km and 1\u202f250 people"),
        ("ﬁnd", "find"),
        ("e\u0301", "é"),
        ("“Quotes” stay … as they are", "“Quotes” stay … as they are"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("ｆｕｌｌ width", "ｆｕｌｌ width"),
        ("Ĳ ŉ ǅ", "Ĳ ŉ ǅ"),
        ("ﬃx, ﬅreet", "ffix, street"),
        ("\x93Yes,\x94 she said\x85", "“Yes,” she said…"),
        ("Ã\u200b©", "é"),
        ("\ud83d\ude00 \udc00", "😀 \ufffd"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\x1b[1;31mred\x1b[0m", "red"),
    ],
)
def test_faults_are_mended_and_nothing_else(broken: str, whole: str) -> None:
    assert mend(broken) == whole
    # Whether the lines around it are misread, or have no accents at all, is no matter.
    assert mend(f"ZÃ¼rich\n{broken}\nyes") == f"Zürich\n{whole}\nyes"


HALVES = ["Ĳ", "ﬁ", "¡¡", "Ã", "©", "â", "€", "™", "¨", "\x9d", "\x1b", "\u200b", "\u0301"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text() | st.sampled_from(HALVES)))
def test_what_is_mended_once_is_whole(pieces: list[str]) -> None:
    text = mend("".join(pieces))
    assert mend(text) == text
    assert mend("\n".join(map(mend, pieces))) == "\n".join(map(mend, pieces))
