"""Keeps the documents that a site answers with: what came by itself, and what its confirming page links to.

A link is followed only once everything is sent, only to an address that the site's own server gave, and as an ordinary
read: nothing that it causes could be held, so nothing can be sent by it.
"""

from __future__ import annotations

from pathlib import Path

from agent.browser import hands
from agent.browser.downloads import Downloads
from agent.browser.page_map import MappedPage
from agent.gate.proxy import Gate
from agent.planner.autofill.receipt_links import receipt_links
from agent.receipts.documents import LARGEST, Document, add, as_document
from agent.store.engine import Store

PATIENCE = 6.0
"""Seconds that a followed link gets to become a download."""


async def keep_documents(store: Store, task_id: int, downloads: Downloads, folder: Path, prefix: str) -> list[Document]:
    """Puts what has come in on the task's receipt; what is no document of a known kind is thrown away."""
    kept = []
    for name, path in await downloads.keep(folder, prefix, LARGEST):
        document = as_document(name, path)
        if document is None:
            path.unlink(missing_ok=True)
        else:
            kept.append(document)
    return add(store, task_id, kept)


async def fetch_documents(mapped: MappedPage, gate: Gate, downloads: Downloads) -> None:
    """Follows what the confirming page links to as documents."""
    for link in receipt_links(mapped.map):
        if gate.is_first_party(link.href) and gate.memory.is_known(link.href):
            await hands.click(mapped, link.ref)
            await downloads.wait(PATIENCE)
