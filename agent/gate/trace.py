"""Which of the person's facts does a payload carry? Labels, warns and lets the gate drop; it never releases anything.

Bias: misses are possible (a salted hash, a cipher, a value cut over two requests), so finding nothing proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agent.gate.fields import Decoded
from agent.gate.fold import fold, squash
from agent.gate.needles import BASE64_CORE, STRONG, Needles, needles
from agent.gate.unwrap import layers

_RUN = re.compile(r"[A-Za-z0-9+/_-]{22,64}")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{7,}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Trace:
    """The kinds found; ``complete`` is False when the payload was too large or too deep to look at all of it."""

    kinds: frozenset[str]
    complete: bool


class Tracer:
    """Recognises the values of facts in a payload.

    Args:
        facts: kind to value. Values are kept in memory only and stand in no representation of this object.
    """

    def __init__(self, facts: Mapping[str, str]) -> None:
        self._needles: dict[str, Needles] = {kind: needles(value) for kind, value in facts.items() if squash(value)}
        known = self._needles.items()
        self._inside = _index(((form, kind) for kind, one in known for form in one.inside), STRONG)
        self._base64 = _index(((core, kind) for kind, one in known for core in one.base64), BASE64_CORE)
        self._hashes = {mark: kind for kind, one in known for mark in one.hashes}

    def __repr__(self) -> str:
        return f"Tracer({len(self._needles)} facts)"

    def find(self, data: bytes | str) -> frozenset[str]:
        """Returns the kinds whose values stand in the data, under any of the common encodings."""
        return self.search(data).kinds

    def search(self, data: bytes | str) -> Trace:
        """Like `find`, and says whether all of it was looked at."""
        raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
        left = dict(self._needles)
        found: set[str] = set()
        complete = True
        for layer in layers(raw):
            complete = complete and layer.complete
            now = self._in_text(layer.text, left)
            found |= now
            for kind in now:
                left.pop(kind, None)
            if not left:
                break
        return Trace(frozenset(found), complete)

    def _in_text(self, text: str, left: Mapping[str, Needles]) -> set[str]:
        runs = _RUN.findall(text)
        found = {self._hashes[run] for run in runs if run in self._hashes}
        found |= {self._hashes[run.lower()] for run in runs if run.lower() in self._hashes}
        folded, squashed = fold(text), squash(text)
        found |= self._by_start(self._inside, squashed, STRONG)
        found |= self._by_start(self._base64, " ".join(_BASE64.findall(text)), BASE64_CORE)
        words = frozenset(_WORD.findall(folded))
        for kind, known in left.items():
            if (
                squashed == known.whole
                or (known.words and _as_words(known.words, words, folded))
                or (known.date is not None and known.date.search(folded))
            ):
                found.add(kind)
        return found

    @staticmethod
    def _by_start(index: Mapping[str, list[tuple[str, str]]], text: str, length: int) -> set[str]:
        """Looks up every stretch of the text in an index of first letters: the cost does not grow with the facts."""
        starts = index.keys() & {text[at : at + length] for at in range(len(text) - length + 1)}
        return {kind for start in starts for form, kind in index[start] if form in text}


def _index(pairs: Iterable[tuple[str, str]], length: int) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for form, kind in pairs:
        found.setdefault(form[:length], []).append((form, kind))
    return found


def _as_words(wanted: tuple[str, ...], present: frozenset[str], folded: str) -> bool:
    if not all(word in present for word in wanted):
        return False
    return len(wanted) == 1 or re.search(r"(?<!\w)" + r"\W{1,3}".join(wanted) + r"(?!\w)", folded) is not None


def carried(tracer: Tracer, decoded: Decoded) -> dict[str, frozenset[str]]:
    """Returns the kinds found in each field's name or value, by the field's unique name; fields without any left out.

    The contents of files are not looked at: trace those while they stream by.
    """
    found = {field.name: tracer.find(field.value) | tracer.find(field.key) for field in decoded.fields}
    return {name: kinds for name, kinds in found.items() if kinds}
