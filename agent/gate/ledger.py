"""The ledger as the gate uses it: each call returns when the entry is on disk; none blocks the event loop."""

from __future__ import annotations

from typing import Protocol

from agent.protocol import Digest


class Ledger(Protocol):
    """What the gate needs of a ledger; its rules stand in `agent.store.ledger`."""

    async def begin_sending(self, submission_id: int, digest: Digest) -> None:
        """Spends the approval; raises unless exactly these bytes are approved and unspent."""

    async def answered(self, submission_id: int, status: int) -> None:
        """The site answered."""

    async def unknown(self, submission_id: int) -> None:
        """It may have arrived or not."""

    async def not_sent(self, submission_id: int, why: str) -> None:
        """It stopped before the first byte."""
