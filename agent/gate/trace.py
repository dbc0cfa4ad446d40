"""Which of the person's facts does a payload carry? Labels, warns and lets the gate drop; it never releases anything.

Bias: misses are possible (a salted hash, a cipher, a value cut over two requests), so finding nothing proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from agent.gate.fields import Decoded
from agent.gate.fold import folded, squash, squashed
from agent.gate.matcher import Matcher
from agent.gate.needles import Needles, needles
from agent.gate.unwrap import layers
from agent.gate.written_dates import REACH

MAX_DATES = 64 * 1024
"""Bytes around the years of the person's dates that are read closely, in one layer."""
_LETTERS = frozenset(b"0123456789abcdefghijklmnopqrstuvwxyz_")
_DIGITS = frozenset(b"0123456789")


@dataclass(frozen=True, slots=True)
class Trace:
    """The kinds found; ``complete`` is False when the payload was too large or too deep to look at all of it."""

    kinds: frozenset[str]
    complete: bool


class _Check(Enum):
    """What must hold where a text was found."""

    EXACT = auto()      # also its capitals
    APART = auto()      # no digit stands beside it
    WORD = auto()       # no letter stands beside it
    YEAR = auto()       # the rest of the date stands near


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    check: _Check
    exact: bytes


@dataclass(frozen=True, slots=True)
class _Tables:
    """What is looked for: ``kinds`` and ``marks`` belong to the texts of ``inside`` and ``lowered`` by number."""

    needles: dict[str, Needles]
    inside: Matcher
    kinds: tuple[frozenset[str], ...]
    lowered: Matcher
    marks: tuple[tuple[_Mark, ...], ...]
    wholes: dict[bytes, frozenset[str]]


class Tracer:
    """Recognises the values of facts in a payload.

    100 kB take about 5 ms (`tests/bench/trace_cost.py`); a hostile payload is read up to `unwrap.MAX_BYTES`.

    Args:
        facts: kind to value. Values are kept in memory only and stand in no representation of this object.
    """

    def __init__(self, facts: Mapping[str, str]) -> None:
        self._known = _tables(tuple(sorted((kind, value) for kind, value in facts.items() if squash(value))))

    def __repr__(self) -> str:
        return f"Tracer({len(self._known.needles)} facts)"

    def find(self, data: bytes | str) -> frozenset[str]:
        """Returns the kinds whose values stand in the data, under any of the common encodings."""
        return self.search(data).kinds

    def search(self, data: bytes | str) -> Trace:
        """Like `find`, and says whether all of it was looked at."""
        raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
        left = frozenset(self._known.needles)
        complete = True
        for layer in layers(raw):
            found, whole = self._in_layer(layer.data, left)
            complete = complete and layer.complete and whole
            left -= found
            if not left:
                break
        return Trace(frozenset(self._known.needles) - left, complete)

    def _in_layer(self, raw: bytes, left: frozenset[str]) -> tuple[set[str], bool]:
        bare, known = squashed(raw), self._known
        found = set(left & known.wholes.get(bare, frozenset()))
        for present in known.inside.present(bare):
            for number in present:
                found |= left & known.kinds[number]
        complete = True
        lowered = raw.lower()
        dates: set[str] = set()
        for places in known.lowered.places(lowered):
            for number, starts in places.items():
                for mark in known.marks[number]:
                    if mark.kind not in left or mark.kind in found:
                        continue
                    if mark.check is _Check.YEAR:
                        dates.add(mark.kind)
                    elif any(_holds(mark, raw, lowered, at) for at in starts):
                        found.add(mark.kind)
        for kind in dates - found:
            one = known.needles[kind]
            near, all_of_it = _around(lowered, one.year)
            complete = complete and all_of_it
            if one.date is not None and any(one.date.search(folded(text)) for text in near):
                found.add(kind)
        return found, complete


@lru_cache(maxsize=2)
def _tables(facts: tuple[tuple[str, str], ...]) -> _Tables:
    """Prepared once for a profile: 50 facts take 50 ms."""
    known = {kind: needles(value) for kind, value in facts}
    inside: defaultdict[bytes, set[str]] = defaultdict(set)
    wholes: defaultdict[bytes, set[str]] = defaultdict(set)
    marks: defaultdict[bytes, list[_Mark]] = defaultdict(list)
    for kind, one in known.items():
        for form in one.inside:
            inside[form].add(kind)
        for whole in one.whole:
            wholes[whole].add(kind)
        for mark in _marks(kind, one):
            marks[mark.exact.lower()].append(mark)
    return _Tables(known, Matcher(list(inside)), tuple(map(frozenset, inside.values())), Matcher(list(marks)),
                   tuple(map(tuple, marks.values())), {whole: frozenset(kinds) for whole, kinds in wholes.items()})


def _marks(kind: str, one: Needles) -> Iterator[_Mark]:
    yield from (_Mark(kind, _Check.EXACT, form) for form in one.raw)
    yield from (_Mark(kind, _Check.APART, form) for form in one.apart)
    yield from (_Mark(kind, _Check.WORD, form) for form in one.words)
    if one.date is not None:
        yield _Mark(kind, _Check.YEAR, one.year)


def _holds(mark: _Mark, raw: bytes, lowered: bytes, start: int) -> bool:
    end = start + len(mark.exact)
    if mark.check is _Check.EXACT:
        return raw[start:end] == mark.exact
    beside = _LETTERS if mark.check is _Check.WORD else _DIGITS
    return beside.isdisjoint(lowered[max(start - 1, 0) : start] + lowered[end : end + 1])


def _around(text: bytes, year: bytes) -> tuple[list[bytes], bool]:
    """The text near each mention of a year, up to a bound, and whether that was all of it."""
    near: list[bytes] = []
    room = MAX_DATES
    at = text.find(year)
    while at >= 0:
        start, end = max(0, at - REACH), at + len(year) + REACH
        while 0 <= (then := text.find(year, at + 1)) <= end and end - start < MAX_DATES:
            at, end = then, then + len(year) + REACH
        near.append(text[start:end])
        room -= end - start
        if room <= 0:
            return near, text.find(year, at + 1) < 0
        at = text.find(year, at + 1)
    return near, True


def carried(tracer: Tracer, decoded: Decoded) -> dict[str, frozenset[str]]:
    """Returns the kinds found in each field's name or value, by the field's unique name; fields without any left out.

    The contents of files are not looked at: trace those while they stream by.
    """
    found = {field.name: tracer.find(field.value) | tracer.find(field.key) for field in decoded.fields}
    return {name: kinds for name, kinds in found.items() if kinds}
