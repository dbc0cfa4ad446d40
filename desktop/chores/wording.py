"""Chores in words: their times (each in its chore's own zone), results, missed times. Pure; no outside text in it."""

from __future__ import annotations

import re
from datetime import date, datetime

from agent.protocol import TaskState
from agent.protocol.chores import ChoreDoc, OccurrenceDoc, SuccessDoc
from desktop.task.words import state_words
from desktop.widgets.marks import Mark
from desktop.widgets.when import MONTHS

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

CATCH_UP = {
    "once": "If times pass while the computer is off, they become one task.",
    "each": "If times pass while the computer is off, each becomes a task of its own.",
    "skip": "If times pass while the computer is off, they are left out.",
}
"""What becomes of missed times, by the agent's word for it."""
CATCH_UP_SHORT = {"once": "Become one task", "each": "Become a task each", "skip": "Are left out"}

_OF_TIME = {
    "coming": Mark("To come", "neutral", "clock"),
    "planned": Mark("To come, with what you gave", "neutral", "clock"),
    "merged": Mark("Went into a later one", "neutral", "history"),
    "missed": Mark("Passed", "neutral", "history"),
    "skipped": Mark("Skipped by you", "neutral", "ban"),
}
_BRACED = re.compile(r"\{([^{}]{1,40})\}")
_MADE = Mark("Made", "neutral", "repeat")


def moment(iso: str) -> datetime | None:
    """A time as it is written, in its own zone; None if it can't be read."""
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None


def plain(text: str) -> str:
    """A chore's words for reading: what varies stands in them by its name, ``(meter reading)``."""
    return _BRACED.sub(lambda match: f"({match[1].replace('_', ' ')})", text)


def day_words(at: date, today: date | None = None) -> str:
    """``Monday 7 December 2026``; ``today`` and ``tomorrow`` by name where ``today`` is given."""
    words = f"{DAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]} {at.year}"
    apart = (at - today).days if today is not None else None
    return f"Today, {words}" if apart == 0 else f"Tomorrow, {words}" if apart == 1 else words


def time_words(iso: str) -> str:
    """``Monday 7 December 2026, 09:00``, in the zone that it is written in."""
    at = moment(iso)
    return f"{day_words(at.date())}, {at:%H:%M}" if at else ""


def short_time(iso: str, today: date) -> str:
    """``Today 09:00``, ``Mon 7 Dec``, with the year where it is another."""
    at = moment(iso)
    if at is None:
        return ""
    if at.date() == today:
        return f"Today {at:%H:%M}"
    words = f"{DAYS[at.weekday()][:3]} {at.day} {MONTHS[at.month - 1][:3]}"
    return words if at.year == today.year else f"{words} {at.year}"


def short_day(iso: str) -> str:
    """``7 December``: what a button names; with the year where there is no telling which."""
    at = moment(iso)
    return f"{at.day} {MONTHS[at.month - 1]}" if at else ""


def elsewhere(times: list[str]) -> bool:
    """Whether times are written in a zone whose clock stands otherwise than this computer's at any of them."""
    found = [at for at in map(moment, times) if at is not None and at.tzinfo is not None]
    return any(at.utcoffset() != at.astimezone().utcoffset() for at in found)


def here(iso: str) -> str:
    """The same moment on this computer's clock: ``14:00 here``, with the day where it is another."""
    at = moment(iso)
    if at is None or at.tzinfo is None:
        return ""
    local = at.astimezone()
    day = "" if local.date() == at.date() else f"{DAYS[local.weekday()][:3]} "
    return f"{day}{local:%H:%M} here"


def city(zone: str) -> str:
    """``New York`` for ``America/New_York``."""
    return zone.rpartition("/")[2].replace("_", " ")


def state_of(doc: ChoreDoc) -> Mark:
    """How a chore stands, in a word with an icon."""
    if doc["paused"]:
        return Mark("Paused", "neutral", "pause")
    if not doc["next"]:
        return Mark("Nothing to come", "warning", "circle-alert")
    last = doc["last"]
    if last is not None and last["state"] in (TaskState.FAILED, TaskState.UNKNOWN, TaskState.NEEDS_REVIEW,
                                              TaskState.NEEDS_ANSWER):
        found = state_words(last["state"])
        return Mark(found.words, found.tone, found.icon)
    return Mark("Comes again", "neutral", "repeat")


def last_words(doc: ChoreDoc) -> str:
    """How the last one went: ``Last: done``; empty where there was none."""
    return f"Last: {_lower(state_words(doc['last']['state']).words)}" if doc["last"] is not None else ""


def success_words(found: SuccessDoc) -> str:
    """``Done 5 of 6 times``; empty before the first is finished."""
    every = found["done"] + found["failed"]
    return f"Done {found['done']} of {every} time{'' if every == 1 else 's'}" if every else ""


def time_mark(state: str, task_state: str = "", paused: bool = False) -> Mark:
    """One time of a chore, in a word: what became of its task, or that it comes, passed or was skipped."""
    if task_state and state == "made":
        found = state_words(task_state)
        return Mark(found.words, found.tone, found.icon)
    if paused and state in ("coming", "planned"):
        return Mark("Paused", "neutral", "pause")
    return _OF_TIME.get(state, _MADE)


def occurrence_mark(doc: OccurrenceDoc) -> Mark:
    """One past time, in a word."""
    return time_mark(doc["state"], doc["task_state"])


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
