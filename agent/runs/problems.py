"""What ends a run early.

RunProblem
├── CantStart     the page the task names can't be used; the task fails with the text
├── Stuck         the run can't go on; the task fails with the text
└── Ended         the person ended the task while it ran; it stays as they left it
"""

from __future__ import annotations


class RunProblem(Exception):
    """Base of all; the text is for the person."""


class CantStart(RunProblem):
    """The start page can't be reached or is no web page."""


class Stuck(RunProblem):
    """The run can't go on."""


class Ended(RunProblem):
    """The person cancelled the task."""
