"""Which machines a web address may lead to: never ones of this network, unless it's allowed."""

from __future__ import annotations

import ipaddress
import re
import socket

from podcast.errors import ArticleError

PRIVATE_HINT = "--allow-private fetches from your own network"

_HIDDEN = tuple(
    # IPv6 networks that carry an IPv4 address which a gateway may send anywhere.
    ipaddress.IPv6Network(network)
    for network in (
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
        "::/96",
        "fec0::/10",
    )
)
_OWN_NAMES = re.compile(
    # RFC 6761, 6762, 8375, ICANN's internal, and the names of cloud machines for themselves.
    r"(?:.*\.)?(?:localhost|local|internal|localdomain|intranet|lan|home|corp|home\.arpa)|metadata",
    re.IGNORECASE,
)


def is_private(address: str) -> bool:
    """Whether an IP address isn't one of the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_private(str(ip.ipv4_mapped))
        if any(ip in network for network in _HIDDEN):
            return True
    return not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_unspecified


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of `host`; raise ArticleError when it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ArticleError(
            f"{host}: no such host, or no network", hint="check the address and the connection"
        ) from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def check_name(host: str) -> None:
    """Raise ArticleError when `host` is by its very name not of the public internet.

    For what goes through a proxy, which resolves names itself.
    """
    try:
        literal = is_private(host.strip("[]"))
    except ValueError:
        try:
            # 127.1, 0x7f000001 and 2130706433 are addresses too.
            literal = is_private(socket.inet_ntoa(socket.inet_aton(host)))
        except OSError:
            literal = False
    if literal or _OWN_NAMES.fullmatch(host.rstrip(".")) or "." not in host.strip("[]."):
        if ":" in host and not literal:
            return
        raise ArticleError(f"{host}: is not on the public internet", hint=PRIVATE_HINT)


def check_addresses(host: str, addresses: tuple[str, ...]) -> None:
    """Raise ArticleError when any of a host's addresses isn't on the public internet."""
    for address in addresses:
        if is_private(address):
            raise ArticleError(
                f"{host}: leads to {address}, which is not on the public internet",
                hint=PRIVATE_HINT,
            )
