"""Arranges receipts under their months: the rows of the list, decided without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from agent.protocol.display import display
from agent.protocol.messages import ReceiptDoc
from desktop.receipts.words import site_of, state_words
from desktop.widgets import when
from desktop.widgets.row import Row


def rows(docs: Sequence[ReceiptDoc], zone: tzinfo | None = None) -> tuple[Row, ...]:
    """Rows in the order the receipts come (newest first), each month under its heading."""
    made: list[Row] = []
    last = ""
    for doc in docs:
        month = when.month(doc["sent_at"], zone)
        if month != last:
            made.append(Row(heading=month))
            last = month
        made.append(_row(doc))
    return tuple(made)


def _row(doc: ReceiptDoc) -> Row:
    words, title, site = state_words(doc["state"]), display(doc["title"]), display(site_of(doc["origin"]))
    said = [title, words.word, site, when.full(doc["sent_at"])]
    said += [f"reference {display(doc['reference'])}"] if doc["reference"] else []
    return Row(id=doc["id"], title=title, under=f"{words.word} · {site}", below=when.short(doc["sent_at"]),
               icon=words.icon, tone=words.tone, said=", ".join(said))


def joined(old: Sequence[ReceiptDoc], more: Sequence[ReceiptDoc]) -> tuple[ReceiptDoc, ...]:
    """A further page behind the former ones; a receipt that came twice stays where it was."""
    known = {doc["id"] for doc in old}
    return (*old, *(doc for doc in more if doc["id"] not in known))
