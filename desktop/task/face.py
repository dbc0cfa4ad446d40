"""Decides which face of a task the detail shows, and whether it may change under the person's hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from agent.protocol import SubmissionState, TaskState
from desktop.task.words import FINISHED


class Face(StrEnum):
    """What the detail can show of a task."""

    REVIEW = "review"
    QUESTIONS = "questions"
    LIVE = "live"
    UNKNOWN = "unknown"
    DONE = "done"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Shown:
    """A face and what it is about: ``subject`` is the submission of a review, else empty."""

    face: Face
    subject: str = ""


class Turn(StrEnum):
    """What to do when a task changed."""

    STAY = "stay"                # same face: bring it up to date in place
    SHOW = "show"                # another face, now
    TELL = "tell"                # another face, but the person is typing: say so and let them choose


_OF_STATE = {
    TaskState.UNKNOWN: Face.UNKNOWN, TaskState.DONE: Face.DONE, TaskState.RUNNING: Face.LIVE,
    TaskState.SENDING: Face.LIVE,
}


def face_of(state: str, waits: Sequence[str]) -> Shown:
    """The face for a task in this state with these things waiting (``s1``, ``q2``).

    A submission goes before questions, because it may have only minutes before its page closes.
    """
    known = TaskState(state) if state in set(TaskState) else TaskState.QUEUED
    if known not in FINISHED:
        held = [each for each in waits if each.startswith("s")]
        if held:
            return Shown(Face.REVIEW, held[-1])
        if any(each.startswith("q") for each in waits):
            return Shown(Face.QUESTIONS)
    return Shown(_OF_STATE.get(known, Face.TASK))


def turn(showing: Shown | None, wanted: Shown, half_done: bool) -> Turn:
    """Whether to show another face. ``half_done``: something is typed or ticked there that would be lost."""
    if showing == wanted:
        return Turn.STAY
    return Turn.TELL if showing is not None and half_done else Turn.SHOW


def refilling(showing: Shown | None, wanted: Shown, state: str) -> bool:
    """Whether the sheet in view may be only on its way back after an edit: worth asking before it is taken away."""
    return (showing is not None and showing.face is Face.REVIEW and wanted.face in (Face.LIVE, Face.TASK)
            and state not in FINISHED)


def stays_in_review(submission_state: str) -> bool:
    """After an edit the page is filled again and the same submission comes back: its sheet stays in view."""
    return submission_state == SubmissionState.EDITING
