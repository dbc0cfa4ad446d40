"""What can go wrong with the store.

StoreProblem
├── HomeUnusable     the data folder can't be made or written
├── NewerDatabase    the database was written by a newer version; left untouched
├── Busy             another process runs tasks in this home
├── NotFound         no such task, submission, question or receipt
├── NotNow           the thing exists, but what was asked does not fit its state
└── CannotRecord     the disk refused a write: nothing may be sent
"""

from __future__ import annotations


class StoreProblem(Exception):
    """Base of all; the text is for the person."""


class HomeUnusable(StoreProblem):
    """The data folder can't be made or written."""


class NewerDatabase(StoreProblem):
    """The database belongs to a newer version of Countersign."""


class Busy(StoreProblem):
    """Another process holds the run lock."""


class NotFound(StoreProblem):
    """There is no such thing."""


class NotNow(StoreProblem):
    """It can't be done in this state."""


class CannotRecord(StoreProblem):
    """A write to the database failed; what depended on it must not happen."""
