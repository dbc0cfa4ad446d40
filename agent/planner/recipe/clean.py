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
        self._short = {value for value in squashed if len(value) < SHORTEST}

    def __call__(self, text: str) -> bool:
        """Whether a text carries nothing of the person's, as far as can be told."""
        if not text:
            return True
        if not text.isprintable() or "@" in text or _LONG_NUMBER.search(text) or self._tracer.find(text):
            return False
        bare = squash(text)
        words = {squash(word) for word in text.split()}
        return not any(value in bare for value in self._long) and not words & {
            value for value in self._short if not value.isalpha()}

    def kept(self, text: str, longest: int = 500) -> str:
        """The text, or '' where it may not be kept."""
        text = " ".join(text.split())
        return text if len(text) <= longest and self(text) else ""
