"""Addresses of what is published, below the address where public/ will be found."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from podcast.errors import ShowError

if TYPE_CHECKING:
    from podcast.show import Show

LOCAL = "http://localhost:8000/"
"""The address of a show that hasn't got one: good on this machine; `serve` puts its own there."""

FEED = "feed.xml"


def base_address(show: Show) -> str:
    """Return where public/ will be found, with a slash at its end; LOCAL when the show has no url.

    Raise ShowError when show.toml's url can't be such an address.
    """
    if not show.url:
        return LOCAL
    if not is_web_address(show.url) or urlsplit(show.url).query or urlsplit(show.url).fragment:
        raise ShowError(
            f"show.toml: url {show.url!r} is not an address of the web",
            hint='for instance "https://example.com/podcast/": the folder, not the feed in it',
        )
    return show.url.rstrip("/") + "/"


def is_web_address(address: str) -> bool:
    """Tell whether `address` may stand in a link: absolute, http or https, without odd characters.

    >>> is_web_address("https://example.com/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    if not address.isascii() or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # an unclosed bracket of an IPv6 address
        return False


def ascii_address(address: str) -> str:
    """Return an address of the web in ASCII, as a feed wants it; empty when it's anything else.

    >>> ascii_address("https://bücher.example/straße?a=%20"), ascii_address("javascript:alert(1)")
    ('https://xn--bcher-kva.example/stra%C3%9Fe?a=%20', '')
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):  # an unclosed bracket, a label that is too long
        return ""
    bare = parts._replace(netloc=parts.netloc.lower().replace(parts.hostname or "", host, 1))
    plain = quote(bare.geturl(), safe="%/:=&?~#+!$,;'@()*[]")
    return plain if address.isprintable() and " " not in address and is_web_address(plain) else ""


def file_address(base: str, path: str) -> str:
    """Return the address of a file in public/.

    >>> file_address("https://example.com/", "episodes/a b/index.html")
    'https://example.com/episodes/a%20b/index.html'
    """
    return base + quote(path)


def episode_address(base: str, slug: str, path: str = "") -> str:
    """Return the address of an episode's page, or of a file in its folder."""
    return file_address(base, f"episodes/{slug}/{path}")
