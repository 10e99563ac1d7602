"""Bytes to text: whatever the encoding, and without the faults of the way."""

from __future__ import annotations

import pytest

from podcast.source.encoding import decode, mend

TEXT = "The café’s “naïve” 5 € plan – Zürich"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_any_common_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_a_declared_charset_is_used_where_utf8_does_not_fit() -> None:
    assert decode("Привет, мир".encode("koi8-r"), "a.txt", "koi8-r") == "Привет, мир"
    assert decode("é".encode(), "a.txt", "latin-1") == "é"
    assert decode(b"caf\xe9", "a.txt", "no-such-charset") == "café"


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
    ],
)
def test_faults_are_mended_and_nothing_else(broken: str, whole: str) -> None:
    assert mend(broken) == whole
