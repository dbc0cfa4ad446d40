"""Takes the person's values out of texts of a page before a model reads them, and puts their names there instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from agent.gate.trace import Tracer
from agent.planner.claude.facts import Known, answer_name, is_private
from agent.profile.formats import forms_of
from agent.profile.labels import label_of_kind
from agent.protocol import FactKind

_SHORTEST = 4
"""Letters from which a value is looked for; shorter ones are everyday words and figures."""

_PLAIN_WORDS = frozenset({
    "country", "country-name", "language", "honorific-prefix", "honorific-suffix", "sex", "marital-status",
    "nationality", "country-of-birth", "tel-country-code", "tel-area-code", "contact-preference", "vehicle-colour",
    "vehicle-fuel", "vehicle-make", "bday-day", "bday-month", "bday-year", "age", "initials", "employment-status",
    "tenancy-type", "property-type", "relationship", "address-level1", "address-level2", "address-level3",
    "address-level4", "previous-city", "document-issuer", "industry", "university", "bank-name", "health-insurer"})
"""Kinds whose values are everyday words or places: pages say them of nobody in particular. Taking them out would tell
more than it hides, to whoever knows the page."""

_GAP = r"[\s\u00a0]+"


@dataclass(frozen=True, slots=True)
class Mask:
    """Takes out the values of one profile; ``private`` recognises those that must not be told in any writing."""

    pattern: re.Pattern[str] | None
    names: Mapping[str, str]
    private: Tracer

    def text(self, words: str) -> str:
        """A text with names for values; the whole text is withheld where a private value is still in it."""
        if self.pattern is not None:
            words = self.pattern.sub(lambda found: self.names[_key(found[0])], words)
        if held := self.private.find(words):
            return f"[not shown: holds {', '.join(sorted(label_of_kind(each) or each for each in held))}]"
        return words

    def tells(self, words: str) -> bool:
        """Whether a text holds anything that is not told."""
        return self.text(words) != words


@dataclass(slots=True)
class Masks:
    """Makes masks, and keeps the last one: a view's facts seldom change."""

    guarded: Mapping[str, str] = field(default_factory=dict)
    _last: tuple[object, Mask] | None = None

    def of(self, known: Known) -> Mask:
        """The mask for what is known; ``guarded`` are further facts that the task may not use."""
        unsaid, unread = known.unsaid, known.unread()
        key = (tuple(unsaid.items()), tuple(unread.items()), known.sayable)
        if self._last is None or self._last[0] != key:
            names = _names(unsaid, unread, known.region)
            written = sorted(names, key=len, reverse=True)
            pattern = re.compile("|".join(rf"(?<!\w){_loose(each)}(?!\w)" for each in written), re.IGNORECASE)
            self._last = key, Mask(pattern if names else None, {_key(each): name for each, name in names.items()},
                                   Tracer(private_in(known, self.guarded)))
        return self._last[1]


def private_in(known: Known, guarded: Mapping[str, str]) -> dict[str, str]:
    """The facts that may not go out under any encoding; ``guarded`` also has those that the task may not use."""
    found: dict[str, str] = {name: value for name, value in guarded.items() if name not in known.facts}
    found.update((str(name), value) for name, value in known.unsaid.items())
    return {name: value for name, value in found.items() if is_private(name)}


def _names(unsaid: Mapping[FactKind, str], unread: Mapping[str, str], region: str) -> dict[str, str]:
    """Every spelling of every value that is looked for, with the name that stands for it."""
    found: dict[str, str] = {}
    for name, value in unsaid.items():
        if name.split()[-1] in _PLAIN_WORDS and not is_private(name):
            continue
        for text in (*forms_of(name, value, region), *value.splitlines(), ", ".join(value.splitlines())):
            if _is_telling(text):
                found.setdefault(text, f"{{{{fact:{name}}}}}")
    for key, value in unread.items():
        for text in (value, *value.splitlines()):
            if _is_telling(text):
                found.setdefault(text, f"{{{{answer:{answer_name(key)}}}}}")
    return found


def _is_telling(text: str) -> bool:
    return len(re.sub(r"\W", "", text)) >= _SHORTEST


def _loose(text: str) -> str:
    return _GAP.join(map(re.escape, text.split()))


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
