"""Where our time goes: ``python -m tests.bench.phases`` runs one task to the hold with a stopwatch on each stage.

The stopwatches are put on from here; the agent's own code knows nothing of them.
"""

from __future__ import annotations

import functools
import inspect
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

Spent = tuple[float, float]
"""Seconds on the clock, and of this process's own main thread."""

FOUND: dict[str, list[Spent]] = defaultdict(list)

STARTED_AT = "BENCH_STARTED_AT"

STAGES = {
    "open the database": ("agent.store.migrate", "open_store"),
    "take the lock, recover": ("agent.runs.recovery", "recover"),
    "find the browser": ("agent.browser.launch", "find_browser"),
    "start the gate": ("agent.gate.proxy", "Gate.start"),
    "start node": ("playwright.async_api", "PlaywrightContextManager.__aenter__"),
    "register the page reader": ("agent.browser.launch", "open_eyes"),
    "start the browser": ("agent.browser.launch", "_launch"),
    "self-test": ("agent.browser.launch", "prove"),
    "new context": ("playwright.async_api", "Browser.new_context"),
    "new page": ("playwright.async_api", "BrowserContext.new_page"),
    "load the page": ("agent.runs.opening", "open_start"),
    "settle": ("agent.runs.settle", "settle"),
    "look": ("agent.browser.page_map", "look"),
    "decide": ("agent.runs.deciding", "Deciding.decide"),
    "fill": ("agent.runs.acts", "carry_out"),
    "picture": ("agent.runs.reviewing", "picture"),
    "keep the resume point": ("agent.runs.resume", "keep"),
    "click": ("agent.browser.hands", "click"),
    "catch the hold": ("agent.runs.pressing", "first_hold"),
    "build the sheet, file it, say so": ("agent.runs.reviewing", "Reviewer.review"),
    "close the browser": ("agent.browser.launch", "_shut"),
    "close the gate": ("agent.gate.proxy", "Gate.close"),
}
"""Each stage and the function that it is."""


def put_stopwatches() -> None:
    """Wraps every stage where it is looked up: in its own module or class, and in the runs' files that import it."""
    for stage, (module, path) in STAGES.items():
        owner: Any = __import__(module, fromlist=["_"])
        *parents, name = path.split(".")
        for parent in parents:
            owner = getattr(owner, parent)
        plain = getattr(owner, name)
        timed = stopped(stage, plain)
        setattr(owner, name, timed)
        for user in [each for each in sys.modules.values() if each.__name__.startswith("agent.runs.")]:
            if getattr(user, name, None) is plain:
                setattr(user, name, timed)


def stopped(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function with its time noted."""
    if inspect.iscoroutinefunction(function):
        @functools.wraps(function)
        async def waited(*arguments: Any, **named: Any) -> Any:
            with stopwatch(stage):
                return await function(*arguments, **named)
        return waited

    @functools.wraps(function)
    def called(*arguments: Any, **named: Any) -> Any:
        with stopwatch(stage):
            return function(*arguments, **named)
    return called


@contextmanager
def stopwatch(stage: str) -> Iterator[None]:
    """Notes what the block took."""
    begun, used = time.perf_counter(), time.thread_time()
    try:
        yield
    finally:
        FOUND[stage].append((time.perf_counter() - begun, time.thread_time() - used))


def one_run() -> int:
    """In the measured process: imports, stopwatches on, one run; prints JSON."""
    FOUND["python itself"].append((time.time() - float(os.environ[STARTED_AT]), time.thread_time()))
    with stopwatch("import the command line"):
        from agent.cli import main
    with stopwatch("import the runs"):
        import agent.runs.attempt
        import agent.runs.fleet  # noqa: F401 - imported for the time it takes
    put_stopwatches()
    with stopwatch("run, whole"):
        code = main(["run", "--until-idle"])
    print("PHASES " + json.dumps(FOUND))
    return code


def main(rounds: str = "7", planner: str = "") -> int:
    """Runs it some times after a warm-up; prints medians per stage. With a planner the task was done before."""
    from agent.practice import PracticeSite
    from tests.bench.replay import Learnt
    from tests.bench.run_to_held import Stand

    found: dict[str, list[list[Spent]]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="bench-") as name, PracticeSite(Path(name) / "site.db") as site:
        stand = Learnt(Path(name), site, planner) if planner else Stand(Path(name), site)
        for number in range(int(rounds) + 1):
            environment = {**stand.environment, "COUNTERSIGN_HOME": str(stand.home())}
            environment[STARTED_AT] = repr(time.time())
            done = subprocess.run([sys.executable, "-m", "tests.bench.phases", "--one"], cwd=ROOT, env=environment,
                                  capture_output=True, text=True, check=True)
            line = next(each for each in done.stdout.splitlines() if each.startswith("PHASES "))
            for stage, times in json.loads(line.removeprefix("PHASES ")).items() if number else ():
                found[stage].append(times)
    print(f"{rounds} runs; per run the sum of all calls of a stage, in ms\n"
          "  median  least  own processor time  calls")
    for stage, runs in found.items():
        wall, own = [sum(each[0] for each in run) for run in runs], [sum(each[1] for each in run) for run in runs]
        print(f"  {statistics.median(wall) * 1000:6.0f} {min(wall) * 1000:6.0f} {statistics.median(own) * 1000:10.0f} "
              f"         {len(runs[0]):5}  {stage}")
    return 0


if __name__ == "__main__":
    sys.exit(one_run() if sys.argv[1:] == ["--one"] else main(*sys.argv[1:]))
