"""Cleans a text value: one spelling of each letter, no hidden characters, tidy spaces and lines."""

from __future__ import annotations

import unicodedata

from agent.profile.errors import BadValue
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

LONGEST = 2_000
"""Characters of any value; longer texts belong into a document that comes with the task."""

_LINE_ENDS = Pattern("\r\n|\r|\u2028|\u2029|\x85")
_INVISIBLE = Pattern("[\u200b\u2060\ufeff\u00ad]")
_DIRECTION = Pattern("[\u202a-\u202e\u2066-\u2069]")
_EMAIL = Pattern(r"[^\s@<>()\[\],;:\"\\]{1,64}@(?=.{4,253}$)"
                 r"([^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W_][\w-]{0,61}[^\W_]")


def tidy(kind: FactKind, text: str, *, lines: bool = False) -> str:
    """Normalises (NFC) and trims a value; runs of spaces become one.

    Args:
        kind: for the error.
        text: what was typed.
        lines: whether the value may have several lines; empty ones are dropped.

    Raises:
        BadValue: empty, longer than 2,000 characters, several lines where one is meant, or control characters.
    """
    if len(text) > 4 * LONGEST:
        raise BadValue(kind, f"it is longer than {LONGEST:,} characters; put long texts into a document")
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))
    if _DIRECTION.search(plain) or any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t"
                                       for letter in plain):
        raise BadValue(kind, "it holds characters that can't be seen; type it anew")
    rows = [" ".join(row.split()) for row in plain.split("\n")]
    rows = [row for row in rows if row]
    if not rows:
        raise BadValue(kind, "it is empty; leave the fact out instead")
    if len(rows) > 1 and not lines:
        raise BadValue(kind, "it has several lines, and only one is possible here")
    tidied = unicodedata.normalize("NFC", "\n".join(rows))
    if len(tidied) > LONGEST:
        raise BadValue(kind, f"it is longer than {LONGEST:,} characters; put long texts into a document")
    return tidied


def one_line(kind: FactKind, text: str, region: str) -> str:
    """A value kept as typed, on one line."""
    return tidy(kind, text)


def many_lines(kind: FactKind, text: str, region: str) -> str:
    """A value kept as typed, on one line or several."""
    return tidy(kind, text, lines=True)


def email(kind: FactKind, text: str, region: str) -> str:
    """An e-mail address; the part after the @ in lower case, the part before it as typed."""
    plain = tidy(kind, text)
    plain = plain[len("mailto:"):] if plain.casefold().startswith("mailto:") else plain
    local, _, host = plain.rpartition("@")
    whole = unicodedata.normalize("NFC", f"{local}@{host.casefold()}")
    if not _EMAIL.fullmatch(whole) or ".." in local or local.startswith(".") or local.endswith("."):
        raise BadValue(kind, "it is not an e-mail address; write it like e.whitcombe@example.org")
    return whole
