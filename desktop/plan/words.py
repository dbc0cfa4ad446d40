"""What the window says of a plan besides the agent's own sentences: marks, parts of its bar, what comes next. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.protocol.plans import PlanAsks, PlanCounts, PlanPlace
from desktop.widgets.marks import Mark

_MARKS: Mapping[str, Mark] = {
    "done": Mark("Done", "success", "circle-check"),
    "unclear": Mark("Not confirmed", "warning", "circle-help"),
    "review": Mark("Ready for your review", "warning", "signature"),
    "answer": Mark("Needs an answer", "warning", "message-circle-question"),
    "going": Mark("Under way", "info", "activity"),
    "queued": Mark("To come", "neutral", "clock"),
    "paused": Mark("Paused", "neutral", "pause"),
    "failed": Mark("Failed", "danger", "circle-x"),
    "cancelled": Mark("Cancelled", "neutral", "ban"),
}
_NEW = Mark("In a state this version does not know", "neutral", "circle-help")
NAME = 100
"""Characters shown of a place's name."""


def mark_of(group: str) -> Mark:
    """How a place's group (of `PlanCounts`) is shown."""
    return _MARKS.get(group, _NEW)


def parts_of(counts: PlanCounts) -> tuple[tuple[str, int], ...]:
    """The parts of the bar, as colours of the theme and how many places each stands for; the last is what is open."""
    waits = counts["review"] + counts["answer"] + counts["unclear"]
    rest = counts["going"] + counts["queued"] + counts["paused"] + counts["cancelled"]
    return (("accent", counts["done"]), ("border_strong", waits), ("danger", counts["failed"]), ("neutral_soft", rest))


@dataclass(frozen=True, slots=True)
class Next:
    """The next task of a plan that waits for the person; ``left`` counts it and those after it."""

    task: str
    place: str
    left: int


def next_of(places: Sequence[PlanPlace], task: str) -> Next | None:
    """What comes after a task among those that wait, round and round; None if no other waits."""
    at = next((number for number, each in enumerate(places) if each["task"] == task), -1)
    waiting = [each for each in [*places[at + 1:], *places[:max(at, 0)]] if each["waits"] and each["task"] != task]
    return Next(waiting[0]["task"], waiting[0]["place"], len(waiting)) if waiting else None


def deed_of(place: PlanPlace) -> str:
    """What its row offers before all else: review, answer, receipt, or empty."""
    if place["group"] == "review" and any(each.startswith("s") for each in place["waits"]):
        return "review"
    if place["group"] == "answer" and place["waits"]:
        return "answer"
    return "receipt" if place["receipt"] else ""


DEEDS = {"review": "Review", "answer": "Answer", "receipt": "Receipt"}


def asked_for(ask: PlanAsks) -> str:
    """Who asks: the places' names, the most of them counted."""
    names, more = ask["places"][:4], len(ask["places"]) - 4
    return ", ".join(names) + (f" and {more} more" if more > 0 else "")


def shared(asks: Sequence[PlanAsks]) -> dict[str, int]:
    """Questions that more than one place asks in the same words, by id: how many places ask."""
    return {id: len(each["places"]) for each in asks if len(each["questions"]) > 1 for id in each["questions"]}
