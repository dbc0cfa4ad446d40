"""Where the practice stands and what is shown then, decided without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agent.protocol import TaskState
from agent.protocol.messages import CheckResult, TaskDoc


class Phase(StrEnum):
    """What the practice screen shows."""

    INTRO = "intro"
    STARTING = "starting"
    WORKING = "working"
    ASKING = "asking"
    REVIEWING = "reviewing"
    SENDING = "sending"
    FILED = "filed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Standing:
    """A phase with the submission or receipt it is about, or why it stopped."""

    phase: Phase
    id: str = ""
    reason: str = ""


_ENDED = {
    TaskState.FAILED: "The practice task could not be finished.",
    TaskState.CANCELLED: "The practice task was cancelled, or you rejected it. Nothing was sent.",
    TaskState.UNKNOWN: "It is not known whether the practice site received the form.",
}


def standing(task: TaskDoc) -> Standing:
    """What to show for a task as it is."""
    state = task["state"]
    if state == TaskState.DONE:
        return Standing(Phase.FILED, task["receipt"]) if task["receipt"] else Standing(
            Phase.STOPPED, reason=task["message"] or "The task ended without anything being sent.")
    if state in _ENDED:
        return Standing(Phase.STOPPED, reason=" ".join(
            part for part in (_ENDED[TaskState(state)], task["message"]) if part))
    held = next((id for id in task["waits"] if id.startswith("s")), "")
    if state == TaskState.NEEDS_REVIEW and held:
        return Standing(Phase.REVIEWING, held)
    if state == TaskState.NEEDS_ANSWER:
        return Standing(Phase.ASKING)
    return Standing(Phase.SENDING if state == TaskState.SENDING else Phase.WORKING)


OPEN = frozenset({TaskState.QUEUED, TaskState.RUNNING, TaskState.NEEDS_REVIEW, TaskState.NEEDS_ANSWER,
                  TaskState.SENDING})
"""States of a task left over from an earlier practice that is put away before a new one."""

_CHECKS = {
    "Python 3.11 or newer": "The program's own parts are new enough",
    "data folder": "Your data has a folder of its own",
    "database": "Your data can be read and written",
    "journal of submissions is whole": "The record of what was sent is complete",
    "browser": "There is a browser to work with",
    "the gate holds": "Nothing gets out of that browser without your approval",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the check: what it is about, whether it passed, what to do if not (from outside)."""

    words: str
    ok: bool
    fix: str
    ours: bool                   # the words are our own


def checks(results: list[CheckResult]) -> tuple[Check, ...]:
    """The results in plain words, in order."""
    return tuple(Check(_CHECKS.get(each["check"], each["check"]), each["ok"], "" if each["ok"] else each["fix"],
                       each["check"] in _CHECKS) for each in results)


def verdict(results: list[CheckResult]) -> tuple[str, str]:
    """A sentence about all checks, and its tone."""
    failed = sum(not each["ok"] for each in results)
    gate = next((each for each in results if each["check"] == "the gate holds"), None)
    if gate is not None and not gate["ok"]:
        return ("Something could get out of the browser without your approval. Countersign will not work with it until "
                "that is mended."), "danger"
    if failed:
        return f"{failed} of {len(results)} checks did not pass. What to do is said beside each.", "warning"
    if gate is None:
        return "What was looked at is in order, but it was not tried whether anything gets out.", "warning"
    return "Everything is in order.", "success"
