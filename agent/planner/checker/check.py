"""All checks over one filled form, each thing said once."""

from __future__ import annotations

from agent.planner.checker.dates import unlikely_days
from agent.planner.checker.entry import Doubt, Filled
from agent.planner.checker.formats import malformed
from agent.planner.checker.needed import empty_ones
from agent.planner.checker.pairs import unlike_pairs
from agent.planner.checker.sums import wrong_totals
from agent.planner.checker.told import unlike_the_task

CHECKS = (empty_ones, malformed, unlikely_days, wrong_totals, unlike_pairs, unlike_the_task)


def doubts(form: Filled) -> tuple[Doubt, ...]:
    """What seems wrong, in the order of the checks; nothing where nothing does.

    Bias: favours silence. A doubt that is none teaches the person to click doubts away.
    """
    return tuple(dict.fromkeys(doubt for check in CHECKS for doubt in check(form)))
