"""Whose address is this: origins, sites by the Public Suffix List, and hosts as the person should read them."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from agent.protocol import Origin

if TYPE_CHECKING:
    from tldextract import TLDExtract

DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


def origin_of(url: str) -> Origin:
    """Scheme, host and port as a browser writes them (default ports left out)."""
    parts = urlsplit(url)
    return origin_at(parts.scheme, parts.hostname or "", parts.port or DEFAULT_PORTS.get(parts.scheme, 0))


def origin_at(scheme: str, host: str, port: int) -> Origin:
    """The origin of a scheme, a bare host (an IPv6 address without brackets) and a port."""
    shown = f"[{host}]" if ":" in host else host
    tail = "" if port == DEFAULT_PORTS.get(scheme, 0) else f":{port}"
    return Origin(f"{scheme}://{shown}{tail}")


_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_AUTHORITY = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+?)\.?(?::([1-9][0-9]{0,4}))?")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""RFC 6052: the last four bytes are an IPv4 address."""


def read_authority(text: str, default_port: int | None) -> tuple[str, int] | None:
    """Host and port of ``host:port`` as browsers write it; None for every other spelling.

    Lower case, punycode, addresses in their one canonical form, no user name, no zeros before the port, no dot at
    the end: whoever writes it in another way is no browser, and two readings of one address are one too many.

    Args:
        text: what stands between ``//`` and the path, or behind CONNECT.
        default_port: what no port means; None where there must be one.
    """
    match = _AUTHORITY.fullmatch(text.lower()) if text.isascii() else None
    port = (int(match[2]) if match[2] else default_port) if match else None
    if match is None or port is None or port > 65535:
        return None
    host = match[1]
    if host.startswith("["):
        try:
            return str(ipaddress.IPv6Address(host[1:-1])), port
        except ValueError:
            return None
    if not _NAME.fullmatch(host):
        return None
    ends_in_number = re.fullmatch(r"[0-9]+|0x[0-9a-f]*", host.rsplit(".", 1)[-1])
    return None if ends_in_number and not _is_address(host) else (host, port)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, also where an IPv4 address hides in an IPv6 one."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast and not found.is_reserved


def authority_of(url: str) -> tuple[str, int]:
    """Host and port, the default port filled in."""
    parts = urlsplit(url)
    return (parts.hostname or "").rstrip("."), parts.port or DEFAULT_PORTS.get(parts.scheme, 0)


def is_private_name(host: str) -> bool:
    """Whether a host names this machine or a private network by its very form (no look-up)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not is_public(host)
    except ValueError:
        return False


def is_this_computer(host: str) -> bool:
    """Whether a host names this very machine: what goes there stays here."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def site_of(host: str, port: int) -> str:
    """The site a host belongs to: its registrable domain.

    An IP address, a single-label name and anything on loopback is a site of its own *with its port*: there different
    ports are different people's programs.
    """
    host = host.rstrip(".").lower()
    if is_private_name(host) or _is_address(host) or "." not in host:
        return f"{host}:{port}"
    return _registrable(host) or host


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _registrable(host: str) -> str:
    return str(_extractor()(host).top_domain_under_public_suffix)


@lru_cache(maxsize=1)
def _extractor() -> TLDExtract:
    import tldextract  # 0.2 s; on loopback it is never needed

    # No look-up on the network, no cache on disk: the list that came with the package.
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
