"""A replayed recipe against a hand-written script of the same steps: ``python -m tests.bench.replay --pairs 10``.

From the start of each process, and from the opening of the page, to the last held submission and to the last POST;
alternating after one warm-up of each. Of the permit's three pages the first is approved with a grant for the steps, and
the declaration on the last one is answered, both at once. From the line that asks until that word is on disk, the time
is the person's and counts on neither side; that the run then finds it, is ours. With ``--embedded`` also the same task
done by the embedded planner, as the third of each round.
"""

from __future__ import annotations

import argparse
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

FORMS = {"meter": "meter-reading", "permit": "parking-permit"}
"""What is measured, by the practice page's name."""


class Learnt(Stand):
    """A home where a form was sent once and is to be sent again."""

    def __init__(self, folder: Path, site: PracticeSite, planner: str, form: str = "meter-reading") -> None:
        super().__init__(folder, site, form)
        person = Person(self._ready)
        self._worked(folder)
        while person.answer_all() or person.approve_all():
            self._worked(folder)
        desk = Desk(str(self._ready))
        try:
            if [each["used"] for each in registered()["recipe list"].call(desk)] != [0]:
                raise RuntimeError("no recipe was learnt")
            text = registered()["task"].call(desk, id="t1")["text"]
            registered()["add"].call(desk, text=text, url=site.pages[form], planner=planner)
        finally:
            desk.close()

    def _worked(self, folder: Path) -> None:
        environment = {**self.environment, "COUNTERSIGN_HOME": str(self._ready)}
        with (folder / "learning.log").open("ab") as said:
            subprocess.run([sys.executable, "-m", "agent.cli", "run", "--until-idle"], cwd=ROOT, env=environment,
                           check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL, stderr=said)

    def replayed(self, program: Sequence[str] = ("agent.cli",)) -> Took:
        """To the last held submission, by the recipe; ``program`` is the module that is run, with its first words."""
        home = self.home()
        environment = {**self.environment, "COUNTERSIGN_HOME": str(home)}
        words = [sys.executable, "-m", *program, "run"]
        if self._form == FORMS["meter"]:
            return timed([*words, "--until-idle"], environment, HELD)
        person = Person(home)

        def said(line: str) -> bool:
            return bool("Needs your answer" in line and person.answer_all()) or (
                HELD in line and person.approve_steps())

        return timed(words, environment, HELD, person=said)


HELD = "Held for your decision"


def measure(pairs: int, folder: Path, form: str, *, embedded: bool) -> tuple[list[tuple[Took, Took]], list[Took]]:
    """Pairs of a replay and the script; and the embedded planner's runs, where asked for."""
    other: list[Took] = []
    with PracticeSite(folder / "site.db") as site:
        (folder / "recipe").mkdir()
        (folder / "embedded").mkdir()
        stand = Learnt(folder / "recipe", site, "recipe", form)
        plain = Learnt(folder / "embedded", site, "autofill", form) if embedded else None
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
    parser.add_argument("--form", choices=sorted(FORMS), default="permit")
    parser.add_argument("--embedded", action="store_true")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        found, other = measure(chosen.pairs, Path(folder), FORMS[chosen.form], embedded=chosen.embedded)
    print(report(found))
    if other:
        print(f"the embedded planner: median {statistics.median(each.moment for each in other):.2f} s to the held "
              f"submission, {statistics.median(each.cpu for each in other):.2f} s of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main())
