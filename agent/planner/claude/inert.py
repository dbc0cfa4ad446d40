"""Makes a model's own words fit to stand on a sheet: one short line, nothing hidden in it, nothing to follow. Pure."""

from __future__ import annotations

import re
import unicodedata

from agent.profile.labels import label_of_kind
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

LONGEST = 160
"""Characters."""

_NAME = Pattern(r"\{\{\s*(\w+):([^{}]*)\}\}")
_LINK = Pattern(
    r"[a-z][a-z0-9+.-]*://\S*|\b(?:mailto|tel|javascript|data|file):\S*|\bwww\.\S*|"
    r"\b(?:[\w-]+\.)+[^\W\d_]{2,24}\b(?:[:/?#]\S*)?|\b\d{1,3}(?:\.\d{1,3}){3}\b(?:[:/?#]\S*)?", re.IGNORECASE)
_LEFT_OUT = "(link left out)"


def inert(text: str) -> str:
    """The words, cut at `LONGEST`: names of facts as the person calls them, no addresses, no quotation marks or tags.

    Empty where nothing is left to read.
    """
    plain = "".join(" " if unicodedata.category(char)[0] in "CZ" else char
                    for char in unicodedata.normalize("NFKC", text[:4 * LONGEST]))
    plain = _LINK.sub(_LEFT_OUT, _NAME.sub(_called, plain))
    plain = " ".join(re.sub(r"[<>“”„«»\"⟨⟩⏎…{}\[\]`|\\]", " ", plain).split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST - 3].rstrip()}..."


def _called(name: re.Match[str]) -> str:
    what, detail = name[1], name[2].strip()
    if what == "fact":
        return f"your {label_of_kind(FactKind(detail)) or detail}"
    return "your answer" if what == "answer" else "a word of the task" if what == "task" else "your document"
