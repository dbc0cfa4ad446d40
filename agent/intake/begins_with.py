"""Reads a wish for something by how it is written: ``an item that starts with "Ro" and ends with "on"``. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.protocol.pattern import Pattern

_QUOTED = r"[\"“„«']([^\"”“»'\n]{1,60})[\"”“»']"
_BEGINS = Pattern(
    rf"\b(?:(?:starts?|begins?|starting|beginning) with|(?:mit )?{_QUOTED} (?:beginnt|anf[äa]ngt)|commen[çc]ant par|"
    rf"commence par|(?:empieza|comienza|que empiece) (?:por|con)|(?:inizia|che inizia) (?:con|per)|begint met|"
    rf"zaczyna si[ęe] od|come[çc]a (?:por|com)) ?(?:{_QUOTED})?", re.IGNORECASE)
_ENDS = Pattern(
    rf"\b(?:(?:ends?|ending) with|(?:auf )?{_QUOTED} endet|(?:se termine|finit) par|(?:termina|acaba) (?:en|con|por|"
    rf"em)|"
    rf"(?:finisce|termina) (?:con|per)|eindigt op|ko[ńn]czy si[ęe] na) ?(?:{_QUOTED})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spelt:
    """How the wanted thing begins and ends; either may be empty."""

    begins: str
    ends: str

    def fits(self, words: str) -> bool:
        """Whether something is written so; capitals don't matter."""
        said = " ".join(words.split()).casefold()
        return bool(said) and said.startswith(self.begins.casefold()) and said.endswith(self.ends.casefold())


def spelt_in(text: str) -> Spelt | None:
    """The wish that a text tells of, if it tells of one beginning and at most one end."""
    begins, ends = _said(_BEGINS, text), _said(_ENDS, text)
    if len(begins) != 1 or len(ends) > 1:
        return None
    return Spelt(begins[0], ends[0] if ends else "")


def _said(pattern: Pattern, text: str) -> list[str]:
    return [said for match in pattern.finditer(text) if (said := match[1] or match[2])]
