"""Keeps the person's values out of a recipe: what carries one is left out, whatever its words are for. Pure.

Bias: favours leaving out. A label that holds the name of the person's street is found by its other ways; where none is
left, the recipe hands over there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from agent.gate.fold import squash
from agent.gate.trace import Tracer

SHORTEST = 4
"""Letters and digits from which a value of the task or an answer is looked for inside a text; a shorter one is
looked for as a word."""
NAMES = frozenset({"name", "given-name", "additional-name", "family-name", "nickname"})
"""Kinds whose every word is looked for, however short: Ann, Li."""
ENDING = 4
"""Last figures of a long number, by which pages name an account or a card; of `LONG` figures and more."""
LONG = 8
_WORD = re.compile(r"[^\W_]+")
_LONG_NUMBER = re.compile(r"\d[\d ./-]{3,}\d")
"""Five figures and more: numbers of accounts, contracts and people."""


class Clean:
    """Says which texts may stand in a recipe.

    Args:
        facts: all of the person's, by kind.
        values: whatever else they gave: answers, edits, values in the task's words.
    """

    def __init__(self, facts: Mapping[str, str], values: Iterable[str]) -> None:
        self._tracer = Tracer(facts)
        squashed = {squash(value) for value in values} - {""}
        self._long = [value for value in squashed if len(value) >= SHORTEST]
        self._short = {value for value in squashed if len(value) < SHORTEST and not value.isalpha()}
        for kind, fact in facts.items():
            if kind.rpartition(" ")[2] in NAMES:
                self._short |= {word for each in _WORD.findall(fact) if len(word := squash(each)) > 1}
            figures = "".join(filter(str.isdigit, fact))
            if len(figures) >= LONG:
                self._short.add(figures[-ENDING:])

    def __call__(self, text: str) -> bool:
        """Whether a text carries nothing of the person's, as far as can be told."""
        if not text:
            return True
        if not text.isprintable() or "@" in text or _LONG_NUMBER.search(text) or self._tracer.find(text):
            return False
        bare = squash(text)
        words = {squash(word) for word in [*text.split(), *_WORD.findall(text)]}
        return not any(value in bare for value in self._long) and not words & self._short

    def kept(self, text: str, longest: int = 500) -> str:
        """The text, or '' where it may not be kept."""
        text = " ".join(text.split())
        return text if len(text) <= longest and self(text) else ""
