"""Which machines may be asked: public ones, and never what lies inside the network this runs in.

And what of an address may be shown and kept: all but the name and password that somebody logs in with.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Sequence
from typing import Protocol

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_WEB_PORTS = frozenset({80, 443})
_LOGIN = re.compile(r"^(\s*[A-Za-z][A-Za-z0-9+.-]*:[/\\]{2})[^/?#\\]*@")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class AddressPolicy(Protocol):
    """Says whether a connection to this very address and port may be opened."""

    def __call__(self, address: IPAddress, port: int) -> bool: ...


class Resolver(Protocol):
    """Host name → addresses. Raises OSError where the name is not known."""

    def __call__(self, host: str, port: int) -> Sequence[IPAddress]: ...


def is_public_web(address: IPAddress, port: int) -> bool:
    """The policy in use: web ports of addresses that are reachable from anywhere.

    An IPv6 address that wraps an IPv4 one (mapped, 6to4, Teredo, NAT64) is judged by the address inside as well.
    """
    if port not in _WEB_PORTS:
        return False
    inside = _wrapped(address)
    if inside is not None:
        return _is_public(inside)
    return _is_public(address)


def resolve(host: str, port: int) -> Sequence[IPAddress]:
    """Every address the system's resolver knows for a name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    # An address of this link may carry its interface ("fe80::1%eth0").
    return tuple(dict.fromkeys(ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))


def without_login(address: str) -> str:
    """The address without "name:password@": what is kept may be passed on."""
    return _LOGIN.sub(r"\1", address)


def _is_public(address: IPAddress) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _wrapped(address: IPAddress) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
