"""What a turn costs, to the cent, for every kind of token and price."""

from __future__ import annotations

import pytest

from agent.planner.claude.models import CHEAP, DEFAULT, MODELS, model_of, words
from agent.planner.claude.usage import Usage, cost
from agent.protocol.settings import BY_KEY, OTHER

M = 1_000_000


@pytest.mark.parametrize(("model", "usage", "dollars"), [
    (DEFAULT, Usage(M, 0), 2.0), (DEFAULT, Usage(0, M), 10.0), (DEFAULT, Usage(0, 0, M), 0.20),
    (DEFAULT, Usage(0, 0, 0, M), 2.5), (DEFAULT, Usage(500, 200, 8000, 1000), 0.0071),
    (CHEAP, Usage(100_000, 0), 0.01), (CHEAP, Usage(100_001, 0), 0.0500005),
    (CHEAP, Usage(1, 0, 100_000), 0.0050005),   # the step counts the whole prompt, cached or not
    (CHEAP, Usage(50_000, 10_000), 0.01),
    ("anthropic/claude-sonnet-5-5", Usage(M, 0), 2.0),
    ("claude-of-next-year", Usage(M, 0), 10.0),  # counted as the dearest
    ("qwen3:14b", Usage(M, M), 0.0), (DEFAULT, Usage(-5, 0), 0.0)])
def test_cost(model: str, usage: Usage, dollars: float) -> None:
    assert cost(model, usage) == pytest.approx(dollars)


def test_the_settings_offer_the_models_of_the_table_at_its_prices() -> None:
    choices = dict(BY_KEY["model"].choices)
    assert set(choices) == {*MODELS, OTHER}
    assert BY_KEY["model"].default == DEFAULT
    for model in MODELS.values():
        assert choices[model.id].endswith(words(model).split(" a million")[0].replace(" in,", " in,"))
        assert choices[model.id].startswith(model.name.removeprefix("Claude "))


def test_a_model_of_a_server_of_ones_own_is_not_in_the_table() -> None:
    assert model_of("gemma3:270m") is None
