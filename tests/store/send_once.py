"""A process that spends one approval and sends one request, to be watched from outside by the calls it makes.

``python -m tests.store.send_once HOME PORT [off]``; ``off`` makes SQLite not wait for the disk: the test must see.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from sqlalchemy import event

from agent.gate.store_ledger import StoreLedger
from agent.gate.upstream import Upstream
from agent.gate.wire import EMPTY, WireRequest
from agent.protocol import Digest
from agent.store.migrate import open_store


async def send(home: Path, port: int, *, careless: bool) -> None:
    store = open_store(home)
    if careless:
        @event.listens_for(store.engine, "connect")
        def _off(connection: object, _record: object) -> None:
            connection.execute("PRAGMA synchronous=OFF")  # type: ignore[attr-defined]  # a plain DBAPI connection

    entries = StoreLedger(store)
    upstream = Upstream({("127.0.0.1", port)})

    async def first_byte() -> None:
        await entries.begin_sending(1, Digest("d1"))

    answer = await upstream.send_once(WireRequest("POST", f"http://127.0.0.1:{port}/send", (
        ("Host", f"127.0.0.1:{port}"), ("Content-Length", "0")), EMPTY), first_byte)
    await answer.close()
    await upstream.close()
    store.close()


if __name__ == "__main__":
    asyncio.run(send(Path(sys.argv[1]), int(sys.argv[2]), careless=sys.argv[3:] == ["off"]))
