"""Names and values that a person and a site would read differently: each is said as a problem."""

from __future__ import annotations

import re
import unicodedata

from agent.gate.fields import Collector, Where, WireField

_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})
"""Alphabets with letters that look like Latin ones."""


def suspect(field: WireField, out: Collector) -> None:
    """Says what is wrong with a field's name, or with what a field tells the site about all others."""
    if field.where is Where.COOKIE:
        return
    if any(unicodedata.category(char) in {"Cf", "Cc"} and char not in "\r\n\t" for char in field.key):
        out.problem("A field's name holds signs that can't be seen.")
    if not field.key.isascii() and any(map(_is_mixed, _WORD.findall(field.key))):
        out.problem("A field's name mixes letters of different alphabets that look alike.")
    if field.key.lower() == "_charset_" and field.value.lower() not in {"", "utf-8", "utf8"}:
        out.problem("A field tells the site to read the others in another character set.")


def _is_mixed(word: str) -> bool:
    scripts = {unicodedata.name(char, "?").split()[0] for char in word}
    return "LATIN" in scripts and bool(scripts & _ALIKE)
