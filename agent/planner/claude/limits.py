"""Decides whether a model may be asked once more: what a task and a day have used up against their limits. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from agent.planner.base import Ask, AskKind
from agent.protocol.settings import Value
from agent.store.spending import Used

SPEND_PREFIX = "spend "
"""How the keys of these questions begin; no planner may use it."""

YES = "yes"


class Scope(StrEnum):
    """What a limit is for."""

    TASK = "task"
    DAY = "day"


class What(StrEnum):
    """What is counted."""

    MONEY = "money"
    STEPS = "steps"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that may be used up, each by a task and by a day."""

    task: Used
    day: Used


@dataclass(frozen=True, slots=True)
class Over:
    """A limit that is reached. ``limit`` counts in what the person has added; ``number`` is the question's."""

    scope: Scope
    what: What
    used: float
    limit: float
    number: int


def limits_of(values: Mapping[str, Value]) -> Limits:
    """The limits that the settings give."""
    def of(scope: str) -> Used:
        return Used(int(values[f"model-{scope}-steps"]), 60.0 * int(values[f"model-{scope}-minutes"]),
                    float(values[f"model-{scope}-dollars"]))
    return Limits(of(Scope.TASK), of(Scope.DAY))


def over(limits: Limits, task: Used, day: Used, answers: Mapping[str, str], today: date) -> Over | None:
    """The first limit that is reached, money first; None if a model may be asked.

    Each yes of the person to the question about a limit adds it once more, a day's for that day and this task.

    Args:
        limits: by the settings.
        task: what the task has used up.
        day: what all tasks have used up today.
        answers: the task's, by key.
        today: the person's own day.
    """
    for scope, most, used in ((Scope.TASK, limits.task, task), (Scope.DAY, limits.day, day)):
        for what in What:
            limit, count = _amount(most, what), _amount(used, what)
            given = sum(answer == YES for key, answer in answers.items()
                        if re.fullmatch(re.escape(_key(scope, what, today)) + r"\d+", key))
            if count >= limit * (1 + given):
                return Over(scope, what, count, limit * (1 + given), given + 1)
    return None


def _amount(used: Used, what: What) -> float:
    return {What.MONEY: used.dollars, What.STEPS: float(used.steps), What.TIME: used.seconds}[what]


def _key(scope: Scope, what: What, today: date) -> str:
    return f"{SPEND_PREFIX}{scope}{f' {today.isoformat()}' if scope is Scope.DAY else ''} {what} "


def ask_of(found: Over, today: date) -> Ask:
    """The question whether it may go on."""
    more = _words(found.what, found.limit / found.number)
    added = f"another {more}" if found.scope is Scope.TASK else f"another {more} today"
    return Ask(f"{_key(found.scope, found.what, today)}{found.number}", AskKind.SPEND, (
        f"{reason(found)} Shall it go on?\nYes lets it use {added} before it asks again. The limits are in Settings."),
        ("yes", "no"))


def reason(found: Over) -> str:
    """Why no model is asked, in a sentence."""
    if not found.limit:
        return (f"Your settings let a model spend nothing on a {found.scope}. “Money for a {found.scope}” in Settings "
                "changes that.")
    used, limit = _words(found.what, found.used), _words(found.what, found.limit)
    of_task = found.scope is Scope.TASK
    if found.what is What.TIME:
        done = f"A model has worked for {used} {'on this task' if of_task else 'today'}"
    else:
        done = f"This task has used {used} of a model" if of_task else f"Your tasks have used {used} of a model today"
    return f"{done}; the limit is {limit}."


def _words(what: What, amount: float) -> str:
    if what is What.MONEY:
        return f"${amount:.2f}"
    if what is What.STEPS:
        return f"{amount:.0f} answer{'' if amount == 1 else 's'}"
    minutes = round(amount / 60)
    return f"{minutes} minute{'' if minutes == 1 else 's'}"
