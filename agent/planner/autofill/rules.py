"""Keyword rules: which words name which kind of fact. The tables stand in the ``rules_*`` files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.planner.autofill.rules_address import ADDRESS
from agent.planner.autofill.rules_papers import PAPERS
from agent.planner.autofill.rules_person import PERSON
from agent.planner.autofill.rules_things import THINGS
from agent.protocol import FactKind

Table = Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind, the words that name it (searched in folded text) and the words that rule it out."""

    kind: FactKind
    words: re.Pattern[str]
    unless: re.Pattern[str] | None


def _compile(table: Table) -> list[Rule]:
    return [
        Rule(FactKind(kind), re.compile(words), re.compile(unless) if unless else None) for kind, words, unless in table
    ]


# The order is the order of decision: what is special stands before what is general ("e-mail address" before "address").
RULES: tuple[Rule, ...] = tuple(_compile([*PAPERS, *THINGS, *PERSON, *ADDRESS]))


@lru_cache(maxsize=16384)
def kind_of(text: str) -> FactKind | None:
    """The kind that a folded text names, or None. The first rule that matches decides."""
    if not text:
        return None
    for rule in RULES:
        if rule.words.search(text) and not (rule.unless and rule.unless.search(text)):
            return rule.kind
    return None
