"""What closing the window and quitting do: go to the tray, ask while a form is being sent, or end. Pure decision."""

from __future__ import annotations

from enum import StrEnum


class Leave(StrEnum):
    """What to do when the person wants to leave."""

    HIDE = "hide"                # work goes on in the tray
    ASK = "ask"                  # a form is on its way out right now
    END = "end"


def leave(*, quitting: bool, keep_running: bool, tray: bool, sending: int) -> Leave:
    """Decides it.

    Args:
        quitting: Quit was chosen; otherwise the window was closed.
        keep_running: the setting.
        tray: whether there is a tray to come back from.
        sending: how many tasks are sending now.
    """
    if not quitting and keep_running and tray:
        return Leave.HIDE
    return Leave.ASK if sending else Leave.END
