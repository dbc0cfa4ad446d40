"""What can be wrong with a task that comes in.

The tree::

    IntakeError
    ├── BadText       nothing to do, or far too much of it
    ├── BadAddress    an address that no task may start from
    └── BadFile       a file that cannot be taken along, or read
        └── picture_reading.Stopped   the person stopped its reading

The texts are for the person. They name a file by its last part only and never quote what a file holds.
"""

from __future__ import annotations


class IntakeError(Exception):
    """Something about the task as it was dropped in; the message says what to change."""


class BadText(IntakeError):
    """The task's text is empty or too long."""


class BadAddress(IntakeError):
    """The address is not a plain http or https one."""


class BadFile(IntakeError):
    """One or more files are missing, unreadable, too large or no ordinary files; each has a line of its own."""
