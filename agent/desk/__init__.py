"""The front desk: every capability, registered once, for the command line, the app and the tests alike."""

from agent.desk import (  # noqa: F401 - importing them registers what they offer
    adding,
    answers,
    chore_files,
    chore_giving,
    chore_times,
    chore_words,
    chores,
    doubt,
    elsewhere,
    facts,
    figures,
    grants,
    learned,
    model,
    plans,
    preferences,
    profile,
    proposing,
    queue,
    receipts,
    recipes,
    review,
    starts,
    tasks,
    tools,
    working,
)
from agent.desk.capability import Argument, Capability, registered
from agent.desk.front import Desk

__all__ = ["Argument", "Capability", "Desk", "registered"]
