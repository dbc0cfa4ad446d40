"""Puts a turn's calls into an order that can be done: changes first, then one press, and none after a mistake. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.planner.base import Ask
from agent.planner.claude.calls import Outcome


def in_order(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The same calls, those that can't be done in this turn as errors."""
    out: list[Outcome] = []
    last: Outcome | None = None
    failed = False
    for each in outcomes:
        if last is not None and (each.made or each.final is not None) and not _both_ask(last, each):
            each = _refused(each, f"not done: it comes after {last.name}; look at what that brought first")
        elif each.final is not None and failed:
            each = _refused(each, "not done: something before it in this turn failed")
        failed = failed or bool(each.error or each.wrong)
        last = each if each.final is not None else last
        out.append(each)
    return tuple(out)


def _both_ask(one: Outcome, other: Outcome) -> bool:
    return isinstance(one.final, Ask) and isinstance(other.final, Ask)


def _refused(outcome: Outcome, why: str) -> Outcome:
    return replace(outcome, error=why, made=(), wrong={}, final=None)
