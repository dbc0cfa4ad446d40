"""What one answer of a model used, and what that costs. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from agent.planner.claude.models import DEAREST, Model, model_of

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one turn. ``input`` counts what was neither read from the cache nor written to it."""

    input: int = 0
    output: int = 0
    cache_read: int = 0
    cache_written: int = 0

    @property
    def prompt(self) -> int:
        """All tokens of the prompt, whatever they cost."""
        return self.input + self.cache_read + self.cache_written


def cost(model: str | Model, usage: Usage) -> float:
    """US dollars. The price of a prompt steps by its whole length, cached parts included.

    A Claude model that the table does not know is counted as the dearest one: a limit must never be passed because a
    price was missing. Other names are a server of one's own, which costs nothing by the token.
    """
    if isinstance(model, str):
        found = model_of(model) or (DEAREST if "claude" in model.lower() else None)
        if found is None:
            return 0.0
        model = found
    prices = model.prices(usage.prompt)
    amounts = (usage.input, usage.output, usage.cache_read, usage.cache_written)
    return sum(price * max(0, count) for price, count in zip(prices, amounts, strict=True)) / MILLION
