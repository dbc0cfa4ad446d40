"""One browser for a file, as the attackers have it."""

from __future__ import annotations

from tests.attackers.conftest import ground

__all__ = ["ground"]
