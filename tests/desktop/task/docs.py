"""Sample documents for the tests of a task's screens: those of the gallery."""

from desktop.gallery.task import RECEIPT as RECEIPT
from desktop.gallery.task import run_doc as run
from desktop.gallery.task import sheet_row as row
from desktop.gallery.task import submission_doc as submission
from desktop.gallery.task import task_doc as task

__all__ = ["RECEIPT", "row", "run", "submission", "task"]


def changed(*ids: str) -> dict[str, object]:
    """The event that these tasks changed."""
    return {"tasks": list(ids), "receipts": False, "profile": False, "settings": False}
