"""The ledger in the store, for the gate: no call blocks the event loop."""

from __future__ import annotations

import asyncio

from agent.protocol import Digest
from agent.store import ledger
from agent.store.engine import Store


class StoreLedger:
    """The ledger in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def begin_sending(self, submission_id: int, digest: Digest) -> None:
        """See `Ledger`."""
        await asyncio.to_thread(ledger.begin_sending, self._store, submission_id, digest)

    async def answered(self, submission_id: int, status: int) -> None:
        """See `Ledger`."""
        await asyncio.to_thread(ledger.answered, self._store, submission_id, status)

    async def unknown(self, submission_id: int) -> None:
        """See `Ledger`."""
        await asyncio.to_thread(ledger.unknown, self._store, submission_id)

    async def not_sent(self, submission_id: int, why: str) -> None:
        """See `Ledger`."""
        await asyncio.to_thread(ledger.not_sent, self._store, submission_id, why)
