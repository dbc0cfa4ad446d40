"""What looking for the person's facts in a payload costs: ``python -m tests.bench.trace_cost``.

Processor time, medians; beside it the ratio to parsing 100 kB of JSON in the same run, which says how the machine was.
"""

from __future__ import annotations

import base64
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from urllib.parse import urlencode

from agent.gate.trace import Tracer
from tests.gate.known_values import EVERY

SIZES = (1_000, 10_000, 100_000)
RNG = random.Random(7)
WORDS = ("reading", "of", "your", "meter", "was", "taken", "on", "a", "cold", "morning", "session", "event", "customer",
         "street")


def _json(size: int) -> bytes:
    rows: list[dict[str, object]] = []
    while len(json.dumps(rows)) < size:
        rows += [{"id": RNG.randrange(10**9), "event": RNG.choice(WORDS), "text": " ".join(RNG.choices(WORDS, k=12)),
                  "t": RNG.random(), "path": f"/a/{RNG.choice(WORDS)}"} for _ in range(max(1, size // 1000))]
    return json.dumps(rows).encode()[:size]


def _urlencoded(size: int) -> bytes:
    pairs = [(f"field[{at}][{RNG.choice(WORDS)}]", " ".join(RNG.choices(WORDS, k=6)) + f", ü/{RNG.random()}")
             for at in range(size // 60)]
    return urlencode(pairs).encode()[:size]


BODIES: dict[str, Callable[[int], bytes]] = {
    "JSON text": _json, "urlencoded": _urlencoded,
    "base64": lambda size: base64.b64encode(RNG.randbytes(size))[:size], "random": RNG.randbytes,
}


def _median(act: Callable[[], object], n: int) -> float:
    spent = []
    for _ in range(n):
        started = time.process_time()
        act()
        spent.append(time.process_time() - started)
    return statistics.median(spent)


def main(n: int) -> None:
    """Prints the table."""
    started = time.process_time()
    tracer = Tracer(EVERY)
    print(f"{len(EVERY)} facts prepared in {(time.process_time() - started) * 1e3:.0f} ms; n = {n}")
    sample = json.dumps([{"a": 1.5, "b": "some words of text"}] * 2500)
    yardstick = _median(lambda: json.loads(sample), n)
    for name, make in BODIES.items():
        cells = []
        for size in SIZES:
            body = make(size)
            spent = _median(lambda body=body: tracer.search(body), n)  # type: ignore[misc]  # bound on purpose
            cells.append(f"{size // 1000:>4} kB {spent * 1e3:6.2f} ms")
        print(f"{name:12}{'  '.join(cells)}   100 kB: {spent / yardstick:.1f} times json.loads of as much")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
