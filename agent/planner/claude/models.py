"""Which models there are, what they cost and what they take: the one table of ids and prices.

Prices are US dollars per million tokens. Source: platform.claude.com, models and pricing pages, as read on
2026-11-23; a write to the cache for five minutes is 1.25 times the input price, as its prompt-caching page says. The
cache-read prices of Opus 5.5 and Haiku 5.5 and Fable's were not on the pages that were read: Haiku's is from a third
party, Fable's is taken as a tenth of the input price.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WRITE = 1.25
"""A cache write of five minutes, in input prices."""


@dataclass(frozen=True, slots=True)
class Model:
    """One model. Prices are US dollars per million tokens, up to ``step`` prompt tokens and above it.

    ``step`` 0: one price for any length. ``above``: input, output, cache read, cache write for longer prompts.
    """

    id: str
    name: str
    input: float
    output: float
    cache_read: float
    cache_write: float
    context: int                 # tokens
    adaptive: bool               # thinks by itself: `thinking` is ``adaptive`` and has no budget
    step: int = 0
    above: tuple[float, float, float, float] | None = None

    def prices(self, prompt: int) -> tuple[float, float, float, float]:
        """Input, output, cache read and cache write for a prompt of so many tokens."""
        if self.above is not None and prompt > self.step:
            return self.above
        return (self.input, self.output, self.cache_read, self.cache_write)


DEFAULT = "claude-sonnet-5-5"
CHEAP = "claude-haiku-5-5"

MODELS: Mapping[str, Model] = {each.id: each for each in (
    Model(DEFAULT, "Claude Sonnet 5.5", 2.0, 10.0, 0.20, 2.0 * WRITE, 1_000_000, True),
    Model(CHEAP, "Claude Haiku 5.5", 0.10, 0.50, 0.01, 0.10 * WRITE, 1_000_000, True,
          step=100_000, above=(0.50, 2.50, 0.05, 0.50 * WRITE)),
    Model("claude-opus-5-5", "Claude Opus 5.5", 4.0, 20.0, 0.20, 4.0 * WRITE, 1_000_000, True),
    Model("claude-fable-5-1", "Claude Fable 5.1", 10.0, 50.0, 1.0, 10.0 * WRITE, 1_000_000, True),
)}

DEAREST = max(MODELS.values(), key=lambda each: each.output)


def model_of(id: str) -> Model | None:
    """The model of that id, also as proxies write it (``anthropic/…``); None for one that is not in the table."""
    return MODELS.get(id) or MODELS.get(id.rpartition("/")[2])


def words(model: Model) -> str:
    """Its price in words: ``$2 in, $10 out a million tokens``."""
    plain = f"{dollars(model.input)} in, {dollars(model.output)} out a million tokens"
    if model.above is None:
        return plain
    return (f"{plain}; {dollars(model.above[0])} and {dollars(model.above[1])} for prompts above "
            f"{model.step // 1000},000 tokens")


def dollars(amount: float) -> str:
    """``$2``, ``$0.10``."""
    return f"${amount:.0f}" if amount == int(amount) else f"${amount:.2f}"
