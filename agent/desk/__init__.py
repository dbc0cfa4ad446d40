"""The front desk: every capability, registered once, for the command line, the app and the tests alike."""

from agent.desk import profile, receipts, review, tasks, tools  # noqa: F401 - importing them registers what they offer
from agent.desk.capability import Argument, Capability, registered
from agent.desk.front import Desk

__all__ = ["Argument", "Capability", "Desk", "registered"]
