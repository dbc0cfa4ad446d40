"""Look-ups: what a page would ask an address while a form is being filled, and what the person's yes to it covers.

A page that finds the street for a postcode asks an address for it, with the postcode. That is sending, so it is refused
once something was typed, and offered to the person: this address, these values, for this task. A yes covers exactly
that, byte for byte; only in the place of a fact its beginning may stand too (pages ask anew with every letter). Pure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, replace
from typing import Any
from urllib.parse import quote, quote_plus, unquote, urlsplit

from agent.gate.decode import decode
from agent.gate.fields import Where
from agent.gate.fold import squash
from agent.gate.site import origin_of
from agent.gate.wire import WireRequest
from agent.protocol import FactKind, Origin

LARGEST = 16 * 1024
"""Bytes of a body that can be a look-up."""

MOST_PARTS = 40
"""Values shown on one question; a request with more of them is no look-up."""

SHORTEST = 3
"""Letters and digits from which what was typed is taken for the beginning of a fact."""

_METHODS = frozenset({"GET", "POST"})
_BODIES = frozenset({"", "application/json", "application/x-www-form-urlencoded"})
_URI = "!'()*-._~"
"""What ``encodeURIComponent`` leaves as it is (ECMA-262); the other ways are the URL standard's and JSON's."""



def _as_component(value: str) -> str:
    return quote(value, safe=_URI)


def _as_form(value: str) -> str:
    return quote_plus(value, safe="*-._")


def _as_json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


_WAYS = (_as_component, _as_form, _as_json)


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a look-up. ``kind`` is the fact that it is, or begins; '' for a value of the page's own.

    ``ways`` are the ways of writing it (indices into `_WAYS`) that give what stands there.
    """

    name: str
    value: str = field(repr=False)
    kind: str = ""
    ways: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A request as it may be asked again.

    ``skeleton`` is its path, query and body, with a mark in the place of each fact; ``parts`` are its values in order.
    """

    method: str
    origin: Origin
    skeleton: str = field(repr=False)
    media_type: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def kinds(self) -> frozenset[FactKind]:
        """The person's facts in it."""
        return frozenset(FactKind(part.kind) for part in self.parts if part.kind)

    @property
    def where(self) -> str:
        """The address without its query, a mark in the place of a fact: for showing."""
        return self.origin + self.skeleton.partition("\n")[0].partition("?")[0].replace(_MARK, "…")

    def as_json(self) -> dict[str, Any]:
        """Plain JSON, for the store."""
        return {"method": self.method, "origin": self.origin, "skeleton": self.skeleton,
                "media_type": self.media_type, "parts": [list(astuple(part)) for part in self.parts]}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Lookup:
        """The reverse of `as_json`."""
        return cls(str(kept["method"]), Origin(kept["origin"]), str(kept["skeleton"]), str(kept["media_type"]),
                   tuple(Part(*part) for part in kept["parts"]))


_MARK = "\x01"
"""No address and no JSON text holds this letter bare."""


def read_lookup(request: WireRequest, facts: Mapping[str, str]) -> Lookup | None:
    """Reads a request as a look-up; None where a person could not see all of it in a few plain lines.

    Args:
        request: as it stands on the wire; of its headers nothing goes out that was not known before.
        facts: the person's, by kind.
    """
    if request.method not in _METHODS or request.body.size > LARGEST:
        return None
    found = decode(request, ())
    fields = [each for each in found.fields if not each.inside]  # what was read out of a value stands in it already
    odd = any(each.unreadable or each.file or each.where is Where.HEADER for each in fields)
    if found.problems or odd or found.media_type not in _BODIES or len(fields) > MOST_PARTS:
        return None
    parts = urlsplit(request.url)
    path = [Part("", value, kind) for value in map(unquote, parts.path.split("/"))
            if len(squash(value)) >= SHORTEST and (kind := _kind(value, facts))]
    query = [Part(each.name, each.value, _kind(each.value, facts))
             for each in fields if each.where is Where.QUERY]
    body = [Part(each.name, each.value, _kind(each.value, facts))
            for each in fields if each.where is not Where.QUERY]
    address = parts.path + ("?" + parts.query if "?" in request.url else "")
    text = request.body.read().decode("utf-8", "replace")
    above, below = _marked(address, [*path, *query]), _marked(text, body)
    if above is None or below is None:
        return None
    return Lookup(request.method, origin_of(request.url), f"{above[0]}\n{below[0]}", found.media_type,
                  (*above[1], *below[1]))


def covers(granted: Lookup, asked: Lookup) -> bool:
    """Whether a yes to one look-up is a yes to another."""
    same = (granted.method, granted.origin, granted.skeleton, granted.media_type, len(granted.parts)) == (
        asked.method, asked.origin, asked.skeleton, asked.media_type, len(asked.parts))
    return same and all(map(_covered, granted.parts, asked.parts))


def _covered(granted: Part, asked: Part) -> bool:
    if (granted.name, granted.kind) != (asked.name, asked.kind):
        return False
    if not granted.kind:
        return granted.value == asked.value
    # A beginning is written as the fact is: another spelling of it could say something besides.
    return bool(set(granted.ways) & set(asked.ways)) and granted.value.startswith(asked.value)


def written_out(lookup: Lookup, facts: Mapping[str, str]) -> Lookup:
    """The look-up with every fact that was only begun in full, as its page will ask once all is typed."""
    return replace(lookup, parts=tuple(
        replace(part, value=facts[part.kind]) if facts.get(part.kind, "").startswith(part.value) else part
        for part in lookup.parts))


def _marked(text: str, parts: Iterable[Part]) -> tuple[str, list[Part]] | None:
    """The text with a mark in each fact's place, and the parts with how they are written; None if one is not found."""
    if _MARK in text:
        return None
    built, rest, found = "", text, []
    for part in parts:
        if not part.kind:
            found.append(part)
            continue
        forms = [way(part.value) for way in _WAYS]
        at, form = min(((place, form) for form in forms if (place := rest.find(form)) >= 0), default=(-1, ""))
        if at < 0:
            return None
        built += rest[:at] + _MARK
        rest = rest[at + len(form):]
        found.append(replace(part, ways="".join(str(n) for n, each in enumerate(forms) if each == form)))
    return built + rest, found


def _kind(value: str, facts: Mapping[str, str]) -> str:
    """The fact that a value is, or else begins; of several the shortest, which it is most of."""
    said = squash(value)
    if not said:
        return ""
    equal = [kind for kind, fact in facts.items() if squash(fact) == said]
    if equal or len(said) < SHORTEST:
        return equal[0] if equal else ""
    begun = sorted((len(fact), kind) for kind, fact in facts.items() if squash(fact).startswith(said))
    return begun[0][1] if begun else ""
