"""How many examples a fuzz test tries: a few by default, ``COUNTERSIGN_FUZZ=20000`` for a long night."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("COUNTERSIGN_FUZZ", "80"))

fuzzed = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For tests of properties that hold for every input; no deadline, because test machines are shared."""
