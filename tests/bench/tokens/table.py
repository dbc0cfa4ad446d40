"""Prints what was measured: a table per measure, ratios of the sums, and the median of the tasks' ratios. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median

from tests.bench.tokens.counting import Weight

Weights = Mapping[tuple[str, str], Weight]
"""By task and side."""

OURS = "ours"

MEASURES: Mapping[str, Callable[[Weight], float]] = {
    "tokens sent, pictures included": lambda weight: weight.sent,
    "tokens sent, text alone": lambda weight: weight.text,
    "in input tokens' prices, with the caching that was asked for": lambda weight: weight.paid,
    "requests": lambda weight: weight.requests,
    "largest request, tokens": lambda weight: weight.largest,
}
COMPARED = tuple(MEASURES)[:3]


def tables(weights: Weights, sides: Sequence[str]) -> str:
    """All measures, then how we stand against each other side in those that cost money."""
    tasks = list(dict.fromkeys(task for task, _ in weights))
    parts = [_table(name, measure, weights, tasks, sides) for name, measure in MEASURES.items()]
    lines = [ratios(weights, side, MEASURES[name], name) for name in COMPARED for side in sides if side != OURS]
    return "\n\n".join([*parts, "\n".join(each for each in lines if each)])


def ratios(weights: Weights, side: str, measure: Callable[[Weight], float], name: str) -> str:
    """Ours to a side's, over the tasks that both did; empty where there is none."""
    both = [(measure(weights[task, OURS]), measure(weights[task, side])) for task, each in weights
            if each == OURS and (task, side) in weights]
    if not both:
        return ""
    sums = sum(ours for ours, _ in both) / sum(theirs for _, theirs in both)
    return (f"ours to {side}, {name}: {sums:.3f} of sums, {median(ours / theirs for ours, theirs in both):.3f} "
            f"median of ratios, n = {len(both)}")


def _table(name: str, measure: Callable[[Weight], float], weights: Weights, tasks: Sequence[str],
           sides: Sequence[str]) -> str:
    head = [f"| {name} | {' | '.join(sides)} |", f"|---|{'---:|' * len(sides)}"]
    rows = [f"| {task} | " + " | ".join(
        f"{measure(weights[task, side]):,.0f}" if (task, side) in weights else "not done" for side in sides) + " |"
        for task in tasks]
    return "\n".join([*head, *rows])
