"""Arranges receipts under their months: the lines of the list, decided without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from agent.protocol.messages import ReceiptDoc
from desktop.widgets import when


@dataclass(frozen=True, slots=True)
class Line:
    """A month's heading, or a receipt."""

    heading: str = ""
    receipt: ReceiptDoc | None = None

    @property
    def id(self) -> str:
        """The receipt's; a heading has none."""
        return self.receipt["id"] if self.receipt else ""


def lines(docs: Sequence[ReceiptDoc], zone: tzinfo | None = None) -> tuple[Line, ...]:
    """Lines in the order the receipts come (newest first), each month under its heading."""
    made: list[Line] = []
    last = ""
    for doc in docs:
        month = when.month(doc["sent_at"], zone)
        if month != last:
            made.append(Line(heading=month))
            last = month
        made.append(Line(receipt=doc))
    return tuple(made)


def joined(old: Sequence[ReceiptDoc], more: Sequence[ReceiptDoc]) -> tuple[ReceiptDoc, ...]:
    """A further page behind the former ones; a receipt that came twice stays where it was."""
    known = {doc["id"] for doc in old}
    return (*old, *(doc for doc in more if doc["id"] not in known))
