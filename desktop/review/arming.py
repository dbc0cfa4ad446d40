"""When a submission may be approved, and what is left to do until then. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from agent.protocol import SubmissionState
from agent.protocol.messages import SubmissionDoc
from desktop.review.grouping import Item, items_of, sections
from desktop.review.wording import count

MOMENT = 700
"""Milliseconds after opening or a change before approval is possible, so that a key meant for what was there before
does nothing."""


class Wait(StrEnum):
    """Why it can't be approved now."""

    NO = "nothing is left"
    STATE = "it is not waiting for a decision"
    CALL = "a decision is on its way"
    EDITOR = "a value is being typed"
    PANEL = "a note or a question is open"
    PENDING = "changes are not applied"
    LEFT = "something is to be looked at or ticked"
    MOMENT = "it has only just appeared"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the review stands. ``settled``: it is complete on the screen and a moment has passed."""

    state: str
    to_see: int = 0
    to_tick: int = 0
    pending: int = 0
    settled: bool = False
    calling: bool = False
    typing: bool = False
    asking: bool = False


def waits(now: Standing) -> Wait:
    """Decides whether approval is possible: only if `Wait.NO`."""
    for stops, reason in (
        (now.state != SubmissionState.HELD, Wait.STATE),
        (now.calling, Wait.CALL),
        (now.typing, Wait.EDITOR),
        (now.asking, Wait.PANEL),
        (now.pending > 0, Wait.PENDING),
        (now.to_see > 0 or now.to_tick > 0, Wait.LEFT),
        (not now.settled, Wait.MOMENT),
    ):
        if stops:
            return reason
    return Wait.NO


def left(now: Standing) -> str:
    """What is left, in words: "3 rows to look at, 1 to tick"; empty when nothing is."""
    reason = waits(now)
    if reason is Wait.PENDING:
        return f"{count(now.pending, 'change')} to apply or discard"
    if reason is Wait.LEFT:
        look = f"{count(now.to_see, 'row')} to look at" if now.to_see else ""
        return ", ".join(part for part in (look, f"{now.to_tick} to tick" if now.to_tick else "") if part)
    return {Wait.CALL: "Your decision is on its way", Wait.EDITOR: "Finish the value you are typing",
            Wait.PANEL: "Finish or close what is open above", Wait.MOMENT: "One moment"}.get(reason, "")


def ready(*, steps: bool, grant_seen: bool) -> str:
    """What is said when nothing is left."""
    if steps and not grant_seen:
        return "Ctrl+Enter approves this step. To allow the next steps too, look at “For the rest of the task” first."
    return "Ctrl+Enter approves this step" if steps else "Ctrl+Enter approves"


def to_see(items: Collection[Item], seen: Collection[str]) -> list[Item]:
    """What must still be looked at, in order."""
    return [item for item in items if item.must_see and item.id not in seen]


def to_tick(items: Collection[Item], ticked: Collection[str]) -> list[Item]:
    """What still needs its own yes, in order."""
    return [item for item in items if item.own_yes and item.id not in ticked]


def still_true(before: SubmissionDoc, now: SubmissionDoc, ids: Collection[str]) -> set[str]:
    """Which of these ids mean the very same row on both sheets: what was looked at or ticked there stays so.

    Nothing does when the request goes elsewhere.
    """
    if (before["id"], before["origin"], before["url"], before["method"]) != (
            now["id"], now["origin"], now["url"], now["method"]):
        return set()
    old = {item.id: item for item in items_of(sections(before))}
    new = {item.id: item for item in items_of(sections(now))}
    return {each for each in ids if each in old and each in new and old[each] == new[each]}
