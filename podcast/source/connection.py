"""Connections to strangers' servers: to the very address that was checked, or through a proxy."""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from podcast.errors import ArticleError
from podcast.source.addresses import check_addresses, check_name, resolve

MIB = 2**20


Connect = Callable[[str, int, float], socket.socket]
"""A socket that is connected to an IP address and port, in so many seconds."""


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True)
class Network:
    """How far we go for a page."""

    seconds: float = 30.0
    """For the whole of it, redirects included."""
    redirects: int = 10
    received: int = 50 * MIB
    """Bytes, as they come."""
    unpacked: int = 100 * MIB
    """Bytes, when decompressed."""
    allow_private: bool = False
    """Addresses of this network may be fetched."""
    resolve: Callable[[str, int], tuple[str, ...]] = field(default=resolve, repr=False)
    """A host's IP addresses."""
    connect: Connect = field(default=_connect, repr=False)
    clock: Callable[[], float] = field(default=monotonic, repr=False)
    """Seconds, to tell how old something is."""


def open_connection(
    parts: SplitResult, network: Network, seconds: float
) -> http.client.HTTPConnection:
    """A connection to the host of an address, not opened yet, for so many seconds.

    Raises ArticleError for a host that isn't anyone's to fetch from, unless `network` allows it.
    """
    host = _ascii(parts.hostname or "")
    proxy = getproxies().get(parts.scheme, "")
    if proxy and not proxy_bypass(host):
        if not network.allow_private:
            check_name(host)
        return _through(proxy, parts, host, seconds)
    found = network.resolve(host, port_of(parts))
    if not network.allow_private:
        check_addresses(host, found)
    pinned = _PinnedTLS if parts.scheme == "https" else _Pinned
    return pinned(host, port_of(parts), found, network.connect, seconds)


def _ascii(host: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ArticleError(f"{host}: not a host's name", hint="copy the address again") from error


class _Pinned(http.client.HTTPConnection):
    """A connection to the very addresses that were checked: the name isn't resolved again."""

    def __init__(
        self, host: str, port: int, found: tuple[str, ...], connect: Connect, seconds: float
    ) -> None:
        super().__init__(host, port, timeout=seconds)
        self.found, self.dial, self.seconds = found, connect, seconds

    def connect(self) -> None:
        """Connect to the first address that answers."""
        problem: OSError | None = None
        for address in self.found:
            try:
                self.sock = self.dial(address, self.port, self.seconds)
                return
            except OSError as error:
                problem = error
        raise problem or OSError("no address")


class _PinnedTLS(_Pinned):
    """The same, with the certificate checked for the name."""

    default_port = http.client.HTTPS_PORT

    def connect(self) -> None:
        """Connect to the first address that answers, and shake hands."""
        super().connect()
        self.sock = _certificates().wrap_socket(self.sock, server_hostname=self.host)


class Proxied(http.client.HTTPConnection):
    """A connection to a proxy that fetches plain http for us."""

    credentials: dict[str, str] = {}  # noqa: RUF012 - replaced, never changed


def _certificates() -> ssl.SSLContext:
    import certifi  # some Pythons come without any certificates of their own

    return ssl.create_default_context(cafile=certifi.where())


def _through(
    proxy: str, parts: SplitResult, host: str, seconds: float
) -> http.client.HTTPConnection:
    there = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    if there.scheme not in ("http", "https") or not there.hostname:
        raise ArticleError(f"{proxy}: not a proxy that we know", hint="give http://host:port")
    credentials = {}
    if there.username:
        pair = f"{unquote(there.username)}:{unquote(there.password or '')}".encode()
        credentials["Proxy-Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
    if parts.scheme == "https":
        secure = http.client.HTTPSConnection(
            there.hostname, there.port or 80, timeout=seconds, context=_certificates()
        )
        secure.set_tunnel(host, port_of(parts), headers=credentials)
        return secure
    plain = Proxied(there.hostname, there.port or 80, timeout=seconds)
    plain.credentials = credentials
    return plain


def port_of(parts: SplitResult) -> int:
    """The port that is named, or the scheme's own."""
    return parts.port or (443 if parts.scheme == "https" else 80)
