"""Keyword rules: which words name which kind of fact. The tables stand in the ``rules_*`` files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from agent.planner.autofill.rows import Row
from agent.planner.autofill.rule_index import RuleIndex
from agent.planner.autofill.rules_address import ADDRESS
from agent.planner.autofill.rules_bank import BANK_AND_VEHICLE
from agent.planner.autofill.rules_contact import CONTACT
from agent.planner.autofill.rules_documents import DOCUMENTS
from agent.planner.autofill.rules_early import EARLY
from agent.planner.autofill.rules_elsewhere import ELSEWHERE
from agent.planner.autofill.rules_names import NAMES
from agent.planner.autofill.rules_official import OFFICIAL
from agent.planner.autofill.rules_sections import kind_in_section
from agent.planner.autofill.rules_things import THINGS
from agent.planner.autofill.rules_work import WORK
from agent.planner.autofill.words import Words
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind, the words that name it (searched in folded text) and the words that rule it out."""

    kind: FactKind
    words: Pattern
    unless: Pattern | None


def _compile(table: Sequence[Row]) -> list[Rule]:
    return [
        Rule(FactKind(row.kind), Pattern(row.words), Pattern(row.unless) if row.unless else None) for row in table
    ]


# The order is the order of decision: what is special stands before what is general ("e-mail address" before "address").
RULES: tuple[Rule, ...] = tuple(
    _compile([*EARLY, *DOCUMENTS, *BANK_AND_VEHICLE, *THINGS, *CONTACT, *NAMES, *WORK, *ADDRESS, *OFFICIAL,
              *ELSEWHERE])
)


@cache
def _index() -> RuleIndex:
    return RuleIndex([rule.words.pattern for rule in RULES])


@lru_cache(maxsize=16384)
def kind_of(text: str) -> FactKind | None:
    """The kind that a folded text names, or None. The first rule that matches decides."""
    if not text:
        return None
    for place in _index().candidates(text):
        rule = RULES[place]
        if rule.words.search(text) and not (rule.unless and rule.unless.search(text)):
            return rule.kind
    return None


def kind_said(words: Words) -> FactKind | None:
    """The kind that a control's own label names, with what the words above it add to a bare one."""
    return kind_in_section(words) or kind_of(words.core) or kind_of(words.said)


@lru_cache(maxsize=4096)
def kinds_in(text: str) -> frozenset[FactKind]:
    """All kinds that a folded text names: a label can hold the words of two."""
    rules = (RULES[place] for place in _index().candidates(text))
    return frozenset(
        rule.kind for rule in rules if rule.words.search(text) and not (rule.unless and rule.unless.search(text))
    )
