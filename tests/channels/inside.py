"""Runs inside the test's own network: channels in batches, with the gate or without; prints what arrived as JSON.

    python -m tests.channels.inside WITH|WITHOUT PLAN.json

PLAN.json is a list of batches; a batch is a list of pages, a page a list of case names.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.channels import own_network
from tests.channels.browsing import Programs, with_gate, without_gate
from tests.channels.catalogue import case_called
from tests.channels.page import Ground, values
from tests.channels.sinks import Sinks, certificates


async def _run(gated: bool, plan: list[list[list[str]]], folder: Path) -> dict[str, object]:
    tls, authority, pin = certificates(folder, list(own_network.ADDRESSES))
    os.environ["SSL_CERT_FILE"] = str(authority)
    programs = Programs(folder)
    programs.put_first()
    ground, cases, seconds, unloaded = Ground(), {}, [], []
    with Sinks(own_network.ADDRESSES, own_network.NAME_SERVER, tls, {}) as sinks, \
            own_network.Wiretap(sinks.record) as tap:
        for batch in plan:
            chosen = [tuple(map(case_called, names)) for names in batch]
            began = time.monotonic()
            if gated:
                seen = await with_gate(chosen, ground, sinks, folder)
            else:
                seen = await without_gate(chosen, ground, sinks, pin, programs)
            seconds.append(round(time.monotonic() - began, 1))
            for case in (case for sheet in chosen for case in sheet):
                cases[case.name] = {"met": {turn: value in seen.gate for turn, value in values(case).items()},
                                    "problem": seen.problems.get(case.name, "")}
            unloaded += seen.unloaded
        await asyncio.sleep(0.5)
        arrived = sinks.record.arrived()
        for value in programs.canaries():
            arrived.setdefault(value, []).append("program")
    for name, found in cases.items():
        found["places"] = {turn: arrived.get(value, []) for turn, value in values(case_called(name)).items()}
    return {"cases": cases, "unloaded": unloaded, "strays": sorted(tap.strays), "seconds": seconds}


def main(arguments: list[str]) -> None:
    """Sets the network up, runs the plan, prints the result as the last line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own_network.set_up(folder)
        result = asyncio.run(_run(arguments[0] == "WITH", json.loads(Path(arguments[1]).read_text()), folder))
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1:])
