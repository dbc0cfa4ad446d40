"""Whether a form whose session has expired may be begun anew: once, and never after it was sent. Pure.

| sent so far                                  | begun anew before | what happens                              |
|-----------------------------------------------|-------------------|------------------------------------------|
| nothing, or steps of the form alone           | no                | BEGIN: each step is reviewed anew |
| the form itself, by the last press            | any               | LEAVE: the planner ends with it |
| the form itself, earlier                      | any               | STOP                                     |
| nothing, or steps                             | yes               | STOP                                     |
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from agent.protocol import SubmissionState
from agent.store.tables import Submission

GONE_OUT = frozenset({SubmissionState.ANSWERED, SubmissionState.SENDING, SubmissionState.UNKNOWN})


class Again(StrEnum):
    """What an expired session leads to."""

    BEGIN = "begin"
    LEAVE = "leave"
    STOP = "stop"


def begin_again(earlier: Sequence[Submission], *, just_sent: bool, begun_before: bool) -> Again:
    """Decides by the table above.

    Args:
        earlier: all submissions of the task.
        just_sent: the last press sent something.
        begun_before: this attempt has begun anew already.
    """
    if any(each.state in GONE_OUT and not each.step for each in earlier):
        return Again.LEAVE if just_sent else Again.STOP
    return Again.STOP if begun_before else Again.BEGIN
