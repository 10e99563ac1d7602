"""Addresses as a feed may hold them."""

from __future__ import annotations

import pytest

from podcast.address import ascii_address, episode_address, is_web_address


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://a.example/b?c=d&e=%20f#g", "https://a.example/b?c=d&e=%20f#g"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("http://a.example:8080/ü?ü=ü", "http://a.example:8080/%C3%BC?%C3%BC=%C3%BC"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("https://a.example/'\"<>", "https://a.example/'%22%3C%3E"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("/srv/a", ""),
        ("https:///a", ""),
        ("https://a b/", ""),
        ("https://[", ""),
        (f"https://{'ü' * 80}.example/", ""),
        ("https://a.example/\nb", ""),
        ("", ""),
    ],
)
def test_an_address_is_sent_in_ascii_or_not_at_all(written: str, sent: str) -> None:
    assert ascii_address(written) == sent
    assert sent == "" or is_web_address(sent)


def test_a_file_name_of_any_letters_has_an_address() -> None:
    found = episode_address("https://a.example/", "straße 7", "x.mp3")
    assert found == "https://a.example/episodes/stra%C3%9Fe%207/x.mp3"
