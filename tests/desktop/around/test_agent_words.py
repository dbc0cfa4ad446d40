"""Which banner stands over the views, and what it says."""

from __future__ import annotations

import pytest

from desktop.around.agent_words import Agent, banner, status
from desktop.link import Connection

READY, STARTING = Connection.READY, Connection.STARTING
CRASHED, GONE = Connection.CRASHED, Connection.GONE


@pytest.mark.parametrize(("agent", "says", "restart", "foot"), [
    (Agent(), None, False, "Starting"), (Agent(slow=True), "Still starting", False, "Starting"),
    (Agent(READY), None, False, ""),
    (Agent(CRASHED, lost=("A",)), "started again. Running then: “A”.", False, "Starting again"),
    (Agent(STARTING, stopped=True, lost=("A",)), "being started again", False, "Starting"),
    (Agent(READY, stopped=True), "No task was running then.", False, ""),
    (Agent(GONE, stopped=True), "Nothing is being worked on or sent.", True, "Stopped"),
    (Agent(READY, working=False, problem="Another one works."), "Another one works.", False, "Not working on tasks"),
    (Agent(READY, working=False), None, False, "Not working on tasks"),
])
def test_the_banner_says_what_matters_most(agent: Agent, says: str | None, restart: bool, foot: str) -> None:
    found = banner(agent)
    assert (found is None) is (says is None)
    assert found is None or (says in found.text and found.restart is restart)
    assert status(agent) == foot


def test_many_tasks_are_counted_and_titles_are_inert() -> None:
    found = banner(Agent(CRASHED, lost=("\u202egnp.exe", "<b>x</b>", "x" * 300, "D", "E")))
    assert found is not None
    assert "⟨U+202E⟩" in found.text
    assert "and 2 more" in found.text
    assert len(found.text) < 450
