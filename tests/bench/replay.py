"""A replayed recipe against a hand-written script of the same steps: ``python -m tests.bench.replay --pairs 10``.

From the start of each process to the held submission, and to the POST; alternating after one warm-up of each. With
``--embedded`` also the same task done by the embedded planner, as the third of each round.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from agent.desk import Desk, registered
from agent.practice import PracticeSite
from tests.bench.run_to_held import PATIENCE, ROOT, Stand, Took, report, timed
from tests.faults.person import Person


class Learnt(Stand):
    """A home where the reading was sent once and is to be sent again."""

    def __init__(self, folder: Path, site: PracticeSite, planner: str) -> None:
        super().__init__(folder, site)
        person = Person(self._ready)
        self._worked(folder)
        while person.answer_all() or person.approve_all():
            self._worked(folder)
        desk = Desk(str(self._ready))
        try:
            if [each["used"] for each in registered()["recipe list"].call(desk)] != [0]:
                raise RuntimeError("no recipe was learnt")
            text = registered()["task"].call(desk, id="t1")["text"]
            registered()["add"].call(desk, text=text, url=site.pages["meter-reading"], planner=planner)
        finally:
            desk.close()

    def _worked(self, folder: Path) -> None:
        environment = {**self.environment, "COUNTERSIGN_HOME": str(self._ready)}
        with (folder / "learning.log").open("ab") as said:
            subprocess.run([sys.executable, "-m", "agent.cli", "run", "--until-idle"], cwd=ROOT, env=environment,
                           check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL, stderr=said)

    def replayed(self) -> Took:
        """To the held submission, by the recipe."""
        environment = {**os.environ, **self.environment, "COUNTERSIGN_HOME": str(self.home())}
        return timed([sys.executable, "-m", "agent.cli", "run", "--until-idle"], environment, "Held for your decision")


def measure(pairs: int, folder: Path, *, embedded: bool) -> tuple[list[tuple[Took, Took]], list[Took]]:
    """Pairs of a replay and the script; and the embedded planner's runs, where asked for."""
    other: list[Took] = []
    with PracticeSite(folder / "site.db") as site:
        (folder / "recipe").mkdir()
        (folder / "embedded").mkdir()
        stand = Learnt(folder / "recipe", site, "recipe")
        plain = Learnt(folder / "embedded", site, "autofill") if embedded else None
        stand.replayed(), stand.bare()
        if plain is not None:
            plain.replayed()
        found = []
        for _ in range(pairs):
            found.append((stand.replayed(), stand.bare()))
            other += [plain.replayed()] if plain is not None else []
    return found, other


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=10)
    parser.add_argument("--embedded", action="store_true")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        found, other = measure(chosen.pairs, Path(folder), embedded=chosen.embedded)
    print(report(found))
    if other:
        print(f"the embedded planner: median {statistics.median(each.moment for each in other):.2f} s to the held "
              f"submission, {statistics.median(each.cpu for each in other):.2f} s of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main())
