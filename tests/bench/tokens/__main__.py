"""Tokens that go to a model per task, ours against others': ``python -m tests.bench.tokens [--tasks NAME …]``."""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError

from tests.bench.tokens.counting import Body, Weight, pieces_of, weight_of
from tests.bench.tokens.environment import Environment
from tests.bench.tokens.ours import through_ours
from tests.bench.tokens.peer import through_peer, unjudged
from tests.bench.tokens.places import Place, place_of
from tests.bench.tokens.snapshots import through_snapshots
from tests.bench.tokens.table import tables
from tests.bench.tokens.tasks import BY_NAME, Task

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
SIDES = ("ours", "browser-use", "browser-use lean", "snapshot, one by one", "snapshot, form at once")
NO_JUDGE = "browser-use, its judge left out"

Side = Callable[[Task, Place, Path, list[str]], list[Body]]


def sides(environment: Environment) -> dict[str, Side]:
    """Who is measured, by name."""
    def peer(*, lean: bool) -> Side:
        return lambda task, place, folder, files: through_peer(task, place, folder, files, environment, lean=lean)

    def snapshots(*, at_once: bool) -> Side:
        return lambda task, place, _folder, files: through_snapshots(task, place, files, at_once=at_once)

    return dict(zip(SIDES, (
        lambda task, place, folder, files: asyncio.run(through_ours(task, place, folder, files)),
        peer(lean=False), peer(lean=True), snapshots(at_once=False), snapshots(at_once=True)), strict=True))


def requests_of(task: Task, side: Side) -> list[Body]:
    """A task through a side, on a fresh site that must have got the one right submission.

    Raises:
        RuntimeError: it has not.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        bill = folder / "bill.pdf"
        bill.write_bytes(PDF)
        with place_of(task, folder) as place:
            bodies = side(task, place, folder, [str(bill)] if task.file else [])
            if wrong := place.missing():
                raise RuntimeError(f"the site did not get what it should: {wrong}")
    return bodies


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints; a task that a side did not do is named and does not count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", nargs="+", choices=list(BY_NAME), default=list(BY_NAME), metavar="TASK")
    parser.add_argument("--sides", nargs="+", choices=SIDES, default=list(SIDES), metavar="SIDE")
    parser.add_argument("--environment", type=Path, help="where browser-use is, or is to be, installed")
    parser.add_argument("--keep", type=Path, help="a folder for the requests, as JSON")
    parser.add_argument("--count", type=Path, help="count what was kept in this folder and drive nothing")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as own:
        environment = Environment(given.environment or Path(own) / "environment")
        chosen = {name: side for name, side in sides(environment).items() if name in given.sides}
        if given.count:
            bodies = _kept(given.count, given.tasks, given.sides)
        else:
            bodies = _driven(given.tasks, chosen, given.keep)
        bodies |= {(task, NO_JUDGE): unjudged(many) for (task, name), many in bodies.items() if name == "browser-use"}
        counts = environment.counts(each.text for many in bodies.values() for body in many for each in pieces_of(body))
        weights: dict[tuple[str, str], Weight] = {
            key: weight_of(many, counts.__getitem__) for key, many in bodies.items()}
        print(f"{environment.versions}\n\n{tables(weights, list(dict.fromkeys(side for _, side in bodies)))}")


def _driven(tasks: Sequence[str], chosen: Mapping[str, Side], keep: Path | None) -> dict[tuple[str, str], list[Body]]:
    bodies = {}
    for task in tasks:
        for name, side in chosen.items():
            try:
                bodies[task, name] = requests_of(BY_NAME[task], side)
            except (RuntimeError, PlaywrightError) as problem:
                print(f"{task}, {name}: not done. {problem}", flush=True)
                continue
            if keep:
                _keep(keep, f"{task} {name}", bodies[task, name])
    return bodies


def _kept(folder: Path, tasks: Sequence[str], chosen: Sequence[str]) -> dict[tuple[str, str], list[Body]]:
    return {(task, name): json.loads(path.read_text(encoding="utf-8")) for task in tasks for name in chosen
            if (path := folder / f"{task} {name}.json").exists()}


def _keep(folder: Path, name: str, bodies: list[Body]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(bodies, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
