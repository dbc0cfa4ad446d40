"""One browser for the attacks of a file."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from unittest import mock

import pytest_asyncio

from agent.runs import pressing
from tests.attackers.stage import Stage, stage

PATIENT = 4.0
"""Seconds; only presses that cause nothing cost them."""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def ground() -> AsyncIterator[Stage]:
    # A press counts as caused nothing after this long; on a busy machine a real submission takes a second.
    async with stage() as made, patient():
        yield made


@contextlib.asynccontextmanager
async def patient() -> AsyncIterator[None]:
    with mock.patch.object(pressing, "AFTER_PRESS", PATIENT):
        yield
