"""Whose address is this: origins, sites by the Public Suffix List, and hosts as the person should read them."""

from __future__ import annotations

import ipaddress
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
    host = parts.hostname or ""
    shown = f"[{host}]" if ":" in host else host
    port = parts.port
    tail = "" if port is None or port == DEFAULT_PORTS.get(parts.scheme) else f":{port}"
    return Origin(f"{parts.scheme}://{shown}{tail}")


def authority_of(url: str) -> tuple[str, int]:
    """Host and port, the default port filled in."""
    parts = urlsplit(url)
    return (parts.hostname or "").rstrip("."), parts.port or DEFAULT_PORTS.get(parts.scheme, 0)


def is_private_name(host: str) -> bool:
    """Whether a host names this machine or a private network by its very form (no look-up)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
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
