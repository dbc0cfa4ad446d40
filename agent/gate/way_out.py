"""Through which web proxy a host is reached, if any: the person's setting, or what their system says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from agent.gate.site import is_this_computer


@dataclass(frozen=True, slots=True)
class WebProxy:
    """An HTTP proxy of the person's network. A password comes from the environment alone and is shown nowhere."""

    host: str
    port: int
    login: tuple[str, str] | None = field(default=None, repr=False)


Direct = Callable[[str], bool]
"""Whether a host is reached past the proxy (``NO_PROXY`` and the like)."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """Which proxy for which scheme. This computer is always reached directly."""

    proxies: Mapping[str, WebProxy] = field(default_factory=dict)
    direct: Direct = lambda _host: False

    def proxy_for(self, scheme: str, host: str) -> WebProxy | None:
        """The proxy for an address; None is the direct way."""
        found = self.proxies.get(scheme)
        return None if found is None or is_this_computer(host) or self.direct(host) else found


def way_out(setting: str) -> WayOut:
    """The way out that the person set.

    Args:
        setting: ``system``, ``none`` or ``http://host:port`` (checked by the settings table).
    """
    if setting == "none":
        return WayOut()
    if setting != "system":
        found = read_proxy(setting)
        return WayOut({} if found is None else {"http": found, "https": found})
    from urllib.request import getproxies, proxy_bypass  # 20 ms, and only where the system is asked

    told = {scheme: read_proxy(url) for scheme, url in getproxies().items() if scheme in ("http", "https")}
    proxies = {scheme: proxy for scheme, proxy in told.items() if proxy is not None}
    return WayOut(proxies, lambda host: bool(proxy_bypass(host))) if proxies else WayOut()


def read_proxy(url: str) -> WebProxy | None:
    """Reads ``http://[name:password@]host[:port]``; None for what is no HTTP proxy (SOCKS, nonsense)."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host, port = parts.hostname, parts.port or 80
    except ValueError:
        return None
    if parts.scheme != "http" or not host:
        return None
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return WebProxy(host, port, login)
