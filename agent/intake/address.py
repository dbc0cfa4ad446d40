"""Finds and checks the address a task starts from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit, urlunsplit

import idna

from agent.intake.errors import BadAddress
from agent.protocol.pattern import Pattern

if TYPE_CHECKING:
    from tldextract import TLDExtract

LONGEST = 2_000
"""Characters. Longer addresses are no longer opened reliably by servers (RFC 9110 asks for at least 8,000)."""

RESERVED = frozenset({"example", "test", "localhost", "invalid"})
"""Top-level names set aside for examples and tests. Source: RFC 2606."""

_EXAMPLE = "write it like https://council.example/permits"
_WRITTEN = Pattern(r"\bhttps?://[^\s<>\"“”«»]+", re.IGNORECASE)
_OTHER_SCHEME = Pattern(r"\b(?!https?:)(?:[a-z][a-z0-9+.-]{0,30}://|(?:javascript|vbscript):\S|data:\w+/|file:/)",
                        re.IGNORECASE)
_BARE = Pattern(r"(?<![\w@./:-])((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24})(:\d{2,5})?"
                r"(/[^\s<>\"“”«»]*)?(?![\w@-])")
_SPOKEN = Pattern(r"\b(?:at|on|via|from|site|website|page|see|visit|use|under|bei|auf|sur|en)\s*:?\s*$",
                  re.IGNORECASE)
_HAS_SCHEME = Pattern(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_TAIL = ".,;:!?'’)]}"


def address(text: str) -> str:
    """Checks one address and writes it the way the browser will show it.

    A missing scheme becomes ``https``; a host with letters beyond ASCII is written as punycode, so that a look-alike
    cannot pass for the site it copies.

    Raises:
        BadAddress: another scheme than http and https, a user name before an @, or no address at all.
    """
    raw = text.strip()
    if not raw or len(raw) > LONGEST:
        raise BadAddress(f"The address is empty or longer than {LONGEST:,} characters; {_EXAMPLE}.")
    if any(letter.isspace() or ord(letter) < 32 or letter in "\\\x7f" for letter in raw):
        raise BadAddress(f"The address holds a space, a backslash or a control character; {_EXAMPLE}.")
    if _HAS_SCHEME.match(raw) is None:
        raw = f"https://{raw}"
    try:
        parts = urlsplit(raw)
        port = parts.port
    except ValueError as problem:
        raise BadAddress(f"The address can't be read; {_EXAMPLE}.") from problem
    _check_parts(parts)
    host = _host(parts.hostname or "")
    netloc = host if port is None else f"{host}:{port}"
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", parts.query, parts.fragment))


def _check_parts(parts: SplitResult) -> None:
    if parts.scheme.lower() not in ("http", "https"):
        raise BadAddress(f"Only web addresses that begin with http:// or https:// can be opened; {_EXAMPLE}.")
    if "@" in parts.netloc:
        raise BadAddress("The address has a name before an @ sign. What stands before the @ is not the site, and such "
                         "addresses are used to deceive; write the address without it.")
    if not parts.hostname:
        raise BadAddress(f"The address names no site; {_EXAMPLE}.")


def _host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    if host.isascii():
        if not re.fullmatch(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?", host) or ".." in host:
            raise BadAddress(f"The address names no valid site; {_EXAMPLE}.")
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as problem:
        raise BadAddress(f"The address names no valid site; {_EXAMPLE}.") from problem


def spans_in(text: str) -> list[tuple[int, int, str]]:
    """Every address written in a text: start, end (positions in characters) and the address as written."""
    found = []
    for match in _WRITTEN.finditer(text):
        written = match.group().rstrip(_TAIL)
        found.append((match.start(), match.start() + len(written), written))
    for match in _BARE.finditer(text):
        inside = any(start <= match.start() < end for start, end, _ in found)
        if not inside and _is_site(match.group(1), bool(match.group(3)), text[:match.start()]):
            written = match.group().rstrip(_TAIL)
            found.append((match.start(), match.start() + len(written), written))
    return sorted(found)


def address_in(text: str) -> str:
    """The first address that a task's text gives, checked; empty when it gives none.

    Raises:
        BadAddress: the text gives an address that must not be opened, be it the only one or not.
    """
    spans = spans_in(text)
    blanked = _blank(text, spans)
    if _OTHER_SCHEME.search(blanked):
        raise BadAddress(f"Only web addresses that begin with http:// or https:// can be opened; {_EXAMPLE}.")
    checked = [address(written) for _, _, written in spans]
    return checked[0] if checked else ""


def _blank(text: str, spans: list[tuple[int, int, str]]) -> str:
    for start, end, _ in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_site(host: str, has_path: bool, before: str) -> bool:
    """A bare ``host`` in prose is a site only when little else is possible: not a file name, nor a missing space."""
    top = host.rsplit(".", 1)[-1]
    known = top in RESERVED or bool(suffixes()(host).suffix)
    if not known:
        return False
    return has_path or host.startswith("www.") or bool(_SPOKEN.search(before))


@lru_cache(maxsize=1)
def suffixes() -> TLDExtract:
    """The Public Suffix List, from the copy in the package."""
    import tldextract  # 0.2 s, and only an address without a scheme needs it

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
