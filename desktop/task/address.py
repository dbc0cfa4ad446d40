"""The part of an address that may be opened in the person's own browser, or shown as where something went."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

MOST_OF_HOST = 48
"""Characters."""


def site_of(url: str) -> str:
    """``https://host:port/`` of a web address: nothing of its path, its query or a name in it; else empty."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}{f':{port}' if port else ''}/"


def host_of(url: str) -> str:
    """Host, and port where it is a special one, of a web address; the text itself if it is none."""
    site = site_of(url)
    return site.split("://", 1)[1].rstrip("/") if site else url


def short_host(url: str) -> str:
    """A host that fits on a line: of a long one its end, which tells whose site it is."""
    host = host_of(url)
    return host if len(host) <= MOST_OF_HOST else f"…{host[1 - MOST_OF_HOST:]}"


def open_site(url: str) -> bool:
    """Opens the site's first page in the person's own browser; False if it is no web address or nothing opened it."""
    site = site_of(url)
    return bool(site) and QDesktopServices.openUrl(QUrl(site))
