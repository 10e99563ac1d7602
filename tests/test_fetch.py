"""Fetching: what a stranger's server may make us do has limits."""

from __future__ import annotations

import gzip
import socket
import time
from dataclasses import replace

import pytest

from podcast.errors import ArticleError
from podcast.source.addresses import check_name, is_private
from podcast.source.connection import MIB, Network
from podcast.source.fetch import PICTURES, Page, fetch
from tests.hostile import Hostile, dripping, endless, redirect, reply

HTML = "Content-Type: text/html; charset=utf-8"


pytestmark = pytest.mark.usefixtures("direct")


@pytest.fixture
def network(server: Hostile) -> Network:
    return Network(
        seconds=20,
        received=2 * MIB,
        unpacked=4 * MIB,
        resolve=server.resolve,
        connect=server.connect,
    )


def test_a_page_is_fetched_with_what_is_said_of_it(server: Hostile, network: Network) -> None:
    server.answers["/a?b=c%20d"] = reply(b"<p>A", HTML, 'ETag: "1"', "Last-Modified: Monday")
    assert fetch("http://a.example/a?b=c d#e", network) == Page(
        "http://a.example/a?b=c d#e", b"<p>A", "text/html", "utf-8", '"1"', "Monday"
    )
    assert "User-Agent: briefcast" in server.asked[0]
    assert "Host: a.example" in server.asked[0]


def test_redirects_are_followed(server: Hostile, network: Network) -> None:
    server.answers |= {"/a": redirect("b/c"), "/b/c": redirect("//b.example/d"), "/d": reply(b"D")}
    assert fetch("http://a.example/a", network).address == "http://b.example/d"


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/secret",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fd00:ec2::254]/",
        "http://100.100.100.200/",
        "http://224.0.0.1/",
        "http://0.0.0.0/",
        "file:///etc/passwd",
        "ftp://b.example/",
        "gopher://b.example/",
        "http://:80/",
        "http://b.example:0/",
        "http://b.example:99999/",
    ],
)
def test_a_redirect_to_where_it_must_not_lead_is_refused(
    server: Hostile, network: Network, target: str
) -> None:
    server.answers["/a"] = redirect(target)
    with pytest.raises(ArticleError, match=r"not on the public internet|not a web address"):
        fetch("http://a.example/a", network)
    assert len(server.asked) == 1


def test_a_name_that_resolves_to_a_private_address_is_refused() -> None:
    network = Network(resolve=lambda host, port: ("93.184.216.34", "127.0.0.1"))
    with pytest.raises(ArticleError, match=r"leads to 127\.0\.0\.1"):
        fetch("http://a.example/", network)
    with pytest.raises(ArticleError, match="not on the public internet"):
        fetch("http://localhost/")
    with pytest.raises(ArticleError, match="not on the public internet"):
        fetch("http://2130706433/")


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind(
    server: Hostile, network: Network
) -> None:
    answers = iter([("93.184.216.34",), ("127.0.0.1",)])
    server.answers["/"] = reply(b"public")
    rebinding = replace(network, resolve=lambda host, port: next(answers))
    assert fetch("http://a.example/", rebinding).data == b"public"
    assert next(answers) == ("127.0.0.1",)


def test_private_addresses_are_fetched_when_allowed(server: Hostile) -> None:
    server.answers["/"] = reply(b"mine")
    address = f"http://127.0.0.1:{server.port}/"
    assert fetch(address, Network(allow_private=True)).data == b"mine"


BOMB = gzip.compress(bytes(64 * MIB))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (endless, "larger than 2 MiB"),
        (reply(BOMB, "Content-Encoding: gzip"), "larger than 4 MiB"),
        (reply(b"not gzip", "Content-Encoding: gzip"), "broken compression"),
        (reply(BOMB[:500], "Content-Encoding: gzip"), "ended in the middle|larger than"),
        (reply(b"x", "Content-Encoding: br"), "packed as 'br', unasked"),
        (reply(b"short", length=5000), "ended after 5 of 5000 bytes"),
        (reply(b"", "Content-Type: video/mp4"), "is video/mp4, not an article"),
        (reply(b"", status="401 Unauthorized"), "asks for a login"),
        (reply(b"", status="403 Forbidden"), "refuses programs"),
        (reply(b"", status="404 Not Found"), "no such page"),
        (reply(b"", status="503 Busy"), "the server says 503 Busy"),
        (lambda client: client.sendall(b"I am no web server\r\n\r\n"), "does it open|web server"),
        (lambda client: client.sendall(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000), "headers"),
        (lambda client: client.sendall(b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70000), "line"),
        (lambda client: None, "http://a.example/"),
    ],
)  # fmt: skip
def test_a_hostile_answer_is_refused(
    server: Hostile, network: Network, answer: object, message: str
) -> None:
    server.answers["/"] = answer  # type: ignore[assignment]  # each is one
    with pytest.raises(ArticleError, match=message) as caught:
        fetch("http://a.example/", network)
    assert caught.value.hint


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: ", b""])
def test_a_slow_drip_ends_at_the_limit_wherever_it_is(
    server: Hostile, network: Network, start: bytes
) -> None:
    server.answers["/"] = dripping(start)
    begun = time.monotonic()
    with pytest.raises(ArticleError, match="took longer than 1 s"):
        fetch("http://a.example/", replace(network, seconds=1))
    # A busy machine may be late, but not by the minute that the drip lasts.
    assert time.monotonic() - begun < 10


def test_thirty_redirects_are_too_many(server: Hostile, network: Network) -> None:
    server.answers |= {f"/{n}": redirect(f"/{n + 1}") for n in range(31)}
    with pytest.raises(ArticleError, match="more than 10 redirects"):
        fetch("http://a.example/0", network)
    assert len(server.asked) == 11


def test_a_body_longer_than_it_says_ends_where_it_says(server: Hostile, network: Network) -> None:
    server.answers["/"] = reply(b"whole, and more", length=5)
    assert fetch("http://a.example/", network).data == b"whole"


def test_compressed_pages_are_unpacked(server: Hostile, network: Network) -> None:
    server.answers["/"] = reply(gzip.compress(b"<p>words" * 1000), "Content-Encoding: gzip")
    assert fetch("http://a.example/", network).data == b"<p>words" * 1000


def test_what_has_not_changed_is_not_fetched_again(server: Hostile, network: Network) -> None:
    server.answers["/"] = reply(b"", status="304 Not Modified")
    known = Page("http://a.example/", b"as before", etag='"1"', modified="Monday")
    assert fetch("http://a.example/", network, known=known) is known
    assert 'If-None-Match: "1"' in server.asked[0]
    assert "If-Modified-Since: Monday" in server.asked[0]


def test_a_picture_is_fetched_when_one_is_wanted(server: Hostile, network: Network) -> None:
    server.answers["/"] = reply(b"JFIF", "Content-Type: image/jpeg")
    assert fetch("http://a.example/", network, kinds=PICTURES).type == "image/jpeg"


def test_a_proxy_is_honoured_and_private_names_are_refused_all_the_same(
    server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://me:secret@127.0.0.1:{server.port}")
    server.answers["http://a.example:80/b"] = reply(b"by proxy")
    assert fetch("http://a.example/b").data == b"by proxy"
    assert "Proxy-Authorization: Basic bWU6c2VjcmV0" in server.asked[0]
    for host in ("localhost:8080", "10.1.2.3", "127.1", "printer.local", "metadata"):
        with pytest.raises(ArticleError, match="not on the public internet"):
            fetch(f"http://{host}/")


def test_a_host_that_does_not_exist_is_said_not_to(network: Network) -> None:
    def nobody(host: str, port: int) -> tuple[str, ...]:
        from podcast.source.addresses import resolve

        return resolve("no-such-host.invalid", port)

    with pytest.raises(ArticleError, match="no such host, or no network"):
        fetch("http://a.example/", replace(network, resolve=nobody))


def test_a_refused_connection_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ArticleError, match=r": Connection refused$|actively refused"):
        fetch(f"http://127.0.0.1:{port}/", Network(allow_private=True))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111"])
def test_public_addresses_are_public(address: str) -> None:
    assert not is_private(address)


@pytest.mark.parametrize("name", ["example.com", "8.8.8.8", "xn--bcher-kva.example"])
def test_public_names_are_let_through(name: str) -> None:
    check_name(name)
