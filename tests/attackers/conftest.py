"""One browser for the attacks of a file."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.attackers.stage import Stage, stage


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def ground() -> AsyncIterator[Stage]:
    async with stage() as made:
        yield made
