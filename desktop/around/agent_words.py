"""What the window says about the agent behind it: starting, stopped, gone, or another one at work. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.protocol.display import display
from desktop.link import Connection

NAMED = 3
"""Tasks named in a banner; the rest are counted."""
LONGEST = 60
"""Characters shown of a task's title."""


@dataclass(frozen=True, slots=True)
class Banner:
    """A sentence with its tone. ``restart``: offer to start the agent again; ``dismiss``: it can be put away."""

    text: str
    tone: str
    restart: bool = False
    dismiss: bool = False


@dataclass(frozen=True, slots=True)
class Agent:
    """What is known of the agent. ``lost`` are titles of what was running when it stopped, from outside."""

    connection: Connection = Connection.STARTING
    slow: bool = False           # it has been starting for longer than one waits without a word
    stopped: bool = False        # it stopped by itself, and the person has not put that away
    lost: tuple[str, ...] = ()
    working: bool = True
    problem: str = ""            # why no tasks are worked on, from the agent


def banner(agent: Agent) -> Banner | None:
    """The one banner that matters most now; None: nothing to say."""
    if agent.connection is Connection.GONE:
        return Banner("The agent has stopped and could not be kept running. Nothing is being worked on or sent. "
                      f"{_lost(agent.lost)}", "danger", restart=True)
    starting = agent.connection is Connection.STARTING
    if agent.connection is Connection.CRASHED or (starting and agent.stopped):
        return Banner(f"The agent stopped by itself and is being started again. {_lost(agent.lost)}",
                      "warning")
    if starting:
        return Banner("Still starting. You can look around; tasks appear in a moment.", "info") if agent.slow else None
    if agent.stopped:
        return Banner(f"The agent had stopped by itself and was started again. {_lost(agent.lost)} "
                      "Nothing is sent a second time by itself.", "warning", dismiss=True)
    if not agent.working and agent.problem:
        return Banner(display(agent.problem, 400), "info")
    return None


def status(agent: Agent) -> str:
    """A word or two for the foot of the sidebar; empty when all is well."""
    if agent.connection is Connection.READY:
        return "" if agent.working else "Not working on tasks"
    return {Connection.STARTING: "Starting", Connection.CRASHED: "Starting again",
            Connection.GONE: "Stopped"}[agent.connection]


def _lost(titles: Sequence[str]) -> str:
    if not titles:
        return "No task was running then."
    named = ", ".join(f"“{display(each, LONGEST)}”" for each in titles[:NAMED])
    more = f" and {len(titles) - NAMED} more" if len(titles) > NAMED else ""
    return f"Running then: {named}{more}. The Inbox shows where each stands."
