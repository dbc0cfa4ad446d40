"""Time from ``run`` to the held submission against a bare script: ``python -m tests.bench.run_to_held --pairs 10``."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.browser.find import find_browser
from agent.practice import PracticeSite
from tests.faults.person import Person

ROOT = Path(__file__).resolve().parents[2]

PATIENCE = 180


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds from the start of a process to the moment that counts, and to its end; ``cpu`` with all its children.

    ``steps``: from the opening of the page to that moment. ``person``: what the person's decisions and answers took on
    the way, which counts in none of the others.
    """

    moment: float
    whole: float
    cpu: float
    steps: float = 0.0
    person: float = 0.0


def timed(arguments: Sequence[str], environment: dict[str, str], moment: str, *,
          person: Callable[[str], bool] | None = None) -> Took:
    """Runs a process and notes when a line with ``moment`` in it came on standard error.

    Args:
        arguments: its command line.
        environment: all of its environment.
        moment: words of the line that counts.
        person: called with each line until that; True where the person did something that the process waited for. What
            such a call takes, until their word is on disk, is theirs. A process with a person is stopped at the moment.

    Raises:
        RuntimeError: it failed, or the line never came.
    """
    begun, used = time.monotonic(), _cpu_of_children()
    seen: float | None = None
    opened = theirs = 0.0
    said = []
    with subprocess.Popen(arguments, cwd=ROOT, env=environment, text=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        for line in process.stderr:
            said.append(line)
            if "Opening http" in line:
                opened = time.monotonic() - begun
            came = time.monotonic()
            if seen is None and person is not None and person(line):
                theirs += time.monotonic() - came
            elif seen is None and moment in line:
                seen = came - begun - theirs
                if person is not None:
                    process.send_signal(signal.SIGINT)
        code = process.wait(PATIENCE)
    whole = time.monotonic() - begun - theirs
    if (code and person is None) or seen is None:
        raise RuntimeError(f"exit code {code}, “{moment}” never came: {''.join(said)}")
    return Took(seen, whole, _cpu_of_children() - used, seen - opened, theirs)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Stand:
    """A practice site and a home with profile and task, copied for each run."""

    def __init__(self, folder: Path, site: PracticeSite, form: str = "meter-reading") -> None:
        self._folder = folder
        self._site = site
        self._form = form
        self._ready = folder / "ready"
        person = Person(self._ready)
        person.settle_in()
        person.add(form, site.url)
        # Byte code goes to a folder of our own, so that the warm-up makes it for both sides whatever is set here.
        self.environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "pyc")}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def home(self) -> Path:
        """A fresh copy of the home with its task still to do."""
        home = self._folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self._ready, home)
        return home

    def ours(self) -> Took:
        """One ``countersign-agent run --until-idle``, to the held submission."""
        environment = {**self.environment, "COUNTERSIGN_HOME": str(self.home())}
        return timed([sys.executable, "-m", "agent.cli", "run", "--until-idle"], environment, "Held for your decision")

    def bare(self) -> Took:
        """One bare script, to the POST."""
        return timed([sys.executable, "-m", "tests.bench.bare_script", str(find_browser().path),
                      self._form, self._site.pages[self._form]], self.environment, "issued")


def measure(pairs: int, folder: Path) -> list[tuple[Took, Took]]:
    """Pairs of our run and the bare script, alternating, after one warm-up of each."""
    with PracticeSite(folder / "site.db") as site:
        stand = Stand(folder, site)
        stand.ours(), stand.bare()
        return [(stand.ours(), stand.bare()) for _ in range(pairs)]


def report(found: Sequence[tuple[Took, Took]]) -> str:
    """Medians and ratios, for the moment and for the whole process."""
    lines = [f"n = {len(found)} pairs, alternating, after one warm-up of each"]
    for name, pick in (("to the held submission / to the POST", lambda took: took.moment),
                       ("of that, from the opening of the page on", lambda took: took.steps),
                       ("whole process", lambda took: took.whole),
                       ("processor time of the process and its children", lambda took: took.cpu)):
        ours, bare = [pick(a) for a, _ in found], [pick(b) for _, b in found]
        each = [a / b for a, b in zip(ours, bare, strict=True)]
        lines.append(f"{name}: ours median {statistics.median(ours):.2f} s ({min(ours):.2f} to {max(ours):.2f}), bare "
                     f"{statistics.median(bare):.2f} s ({min(bare):.2f} to {max(bare):.2f})")
        lines.append(f"    ratio of medians {statistics.median(ours) / statistics.median(bare):.2f}, median of the "
                     f"pairs' ratios {statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})")
    if any(took.person for took, _ in found):
        lines.append(f"the person's decisions and answers on the way, in none of these: "
                     f"median {statistics.median(took.person for took, _ in found):.2f} s")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=10)
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        print(report(measure(chosen.pairs, Path(folder))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
