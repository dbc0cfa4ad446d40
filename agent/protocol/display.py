"""Makes text from a page or a payload safe to show: what can't be seen is written out, what is too long is cut."""

from __future__ import annotations

import unicodedata

SHOWN = 200
"""Characters shown of one value; the rest is counted, and kept in full elsewhere."""
MAX_MARKS = 3
"""Accents on one letter that are shown as such; more pile up over neighbouring lines."""

_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
"""Letters and symbols that show as nothing."""
_OUR_MARKS = frozenset("⟨⟩⏎…")
"""The signs this module writes itself: escaped where a text holds them, so that nobody can imitate them."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def display(text: str, limit: int = SHOWN, *, shown_before: bool = False) -> str:
    """Returns the text for showing: ``⟨U+202E⟩`` for anything invisible or reordering, ``⏎`` for a line break.

    Args:
        text: any text at all.
        limit: characters of the text shown; how many more there are is said at the end. 0 for all.
        shown_before: the agent made this text of parts that went through here already; its signs are left as they are.
    """
    plain = text.replace("\r\n", "\n")
    cut = plain if not limit or len(plain) <= limit else plain[:limit]
    out: list[str] = []
    marks, ours = 0, frozenset[str]() if shown_before else _OUR_MARKS
    for char in cut:
        marks = marks + 1 if unicodedata.combining(char) else 0
        must = _must_escape(char) or char in ours or marks > MAX_MARKS
        out.append("⏎" if char == "\n" else _escaped(char) if must else char)
    if len(cut) < len(plain):
        out.append(f"… ({len(plain) - len(cut)} more characters)")
    return "".join(out)


def _must_escape(char: str) -> bool:
    if char in _BLANK_LETTERS or unicodedata.category(char) in _HIDDEN:
        return True
    variation = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return variation or (char != " " and unicodedata.category(char) == "Zs")


def _escaped(char: str) -> str:
    return f"⟨U+{ord(char):04X}⟩"
