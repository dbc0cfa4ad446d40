"""Addresses that a delivered script puts together from delivered pieces: the parts of an app that load when needed.

A bundler's code names a part as ``"static/js/" + {12: "a1b2c3d4"}[id] + ".chunk.js"``: no such address stands in what
the server sent, but every piece of it does. Which pieces are put together is a choice, like which known address is
asked for, and it is counted like one: each piece as a read of its own (allowance.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

MOST_PIECES = 8
"""Pieces of an address beyond the folder of a delivered page or script; a bundler's names have about four."""

_PIECES = re.compile(r"[A-Za-z0-9_]+")
_PLAIN = re.compile(r"(?:[A-Za-z0-9_]+[/.~-])*[A-Za-z0-9_]+")
"""One mark between two pieces and nothing else: marks in a row could spell something out."""


def pieces(url: str, folders: Sequence[str]) -> tuple[str, ...] | None:
    """The words of an address's path below the longest known folder; None for an address with anything else in it.

    Args:
        url: absolute, without a fragment.
        folders: absolute addresses of folders of delivered pages and scripts, ending in ``/``.
    """
    parts = urlsplit(url)
    if "?" in url:
        return None
    base = max((folder for folder in folders if url.startswith(folder)), key=len, default="")
    rest = url[len(base):] if base else parts.path.removeprefix("/")
    if not _PLAIN.fullmatch(rest):
        return None
    found = tuple(_PIECES.findall(rest))
    return found if 0 < len(found) <= MOST_PIECES else None


def is_written(piece: str, texts: Sequence[str]) -> bool:
    """Whether a piece stands as a whole word in a delivered text: nothing of a longer word, so nothing spelled out."""
    word = re.compile(rf"(?<![A-Za-z0-9_]){re.escape(piece)}(?![A-Za-z0-9_])")
    return any(piece in text and word.search(text) for text in texts)
