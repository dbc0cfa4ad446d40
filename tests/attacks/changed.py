"""The changed-after-review set as a command: ``python -m tests.attacks.changed --all --kept changed.jsonl``."""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.attacks.browsers import Browsers
from tests.attacks.injection import PROOF
from tests.attacks.oracle import judge
from tests.attacks.trial import VALUES, Outcome, Person, go_through, settle_in
from tests.attacks.tricks import MARKS, Seen, Trick, carries
from tests.attacks.tricks_answers import TRICKS as ANSWERS
from tests.attacks.tricks_forms import TRICKS as FORMS
from tests.attacks.tricks_scripts import TRICKS as SCRIPTS

TRICKS: tuple[Trick, ...] = (*FORMS, *SCRIPTS, *ANSWERS)
EVERY = 12
"""The sample takes every twelfth."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one page. ``holes`` must be none, always; ``unlike`` says where it went otherwise than expected."""

    name: str
    gated: bool
    holes: list[str]
    unlike: list[str]
    did: bool                    # whether the trick was seen at the servers: what a control must show
    arrived: int
    sheets: int
    prompts: int
    state: str
    message: str
    seconds: float


async def run(chosen: Iterable[Trick], *, gated: bool = True, kept: Path | None = None,
              side_by_side: int = 1) -> list[Result]:
    """Runs pages in one browser, some side by side; adds a line to ``kept`` for each."""
    results: list[Result] = []
    left = iter(list(chosen))
    with tempfile.TemporaryDirectory(prefix="cs-c-") as folder:
        document = Path(folder) / "proof.pdf"
        document.write_bytes(PROOF)

        async def work(browsers: Browsers) -> None:
            for trick in left:
                home = Path(folder) / trick.name   # of its own, so that nothing was ever sent to this site before
                settle_in(home)
                results.append(await one(browsers, home, trick, document, gated=gated))
                if kept is not None:
                    with kept.open("a") as file:
                        print(json.dumps(asdict(results[-1])), file=file)

        async with Browsers() as browsers, asyncio.TaskGroup() as group:
            for _ in range(side_by_side):
                group.create_task(work(browsers))
    return results


async def one(browsers: Browsers, home: Path, trick: Trick, document: Path, *, gated: bool) -> Result:
    """Runs one page; without the gate only until the trick is seen."""
    person = Person(approvals=trick.approvals, edit=trick.edit)
    outcome = await go_through(
        browsers, home, trick.scene(document), person, gated=gated,
        enough=lambda site, evil: not gated and trick.does(Seen(tuple(site.arrived), tuple(evil.arrived))))
    did = trick.does(Seen(outcome.site, outcome.evil))
    holes, arrived = holes_in(trick, outcome)
    return Result(trick.name, gated, holes if gated else [], unlike(trick, outcome, arrived) if gated else [], did,
                  arrived, len(person.sheets), person.prompts, outcome.state, outcome.message,
                  round(outcome.seconds, 2))


def holes_in(trick: Trick, outcome: Outcome) -> tuple[list[str], int]:
    """What arrived that was not approved, at either server; and how much of what was approved did arrive."""
    verdict = judge(outcome.site, outcome.origin, outcome.person.approved, VALUES, trick.named, trick.charset,
                    trick.renewed)
    found = [f"differs: {each}" for each in verdict.differing] + [f"second: {each}" for each in verdict.second]
    found += [f"carries: {each}" for each in verdict.stolen]
    found += [f"elsewhere: {each.method} {each.target[:80]}" for each in outcome.evil
              if each.method not in ("GET", "HEAD") or carries(each, MARKS)]
    if verdict.equal > trick.arrive:
        found.append(f"{verdict.equal} arrived where {trick.arrive} should")
    return found, verdict.equal


def unlike(trick: Trick, outcome: Outcome, arrived: int) -> list[str]:
    """Where the run went another way than the page's expectation says."""
    sheets, found = outcome.person.sheets, []
    if trick.races:
        return []
    if arrived != trick.arrive:
        found.append(f"{arrived} arrived, not {trick.arrive}")
    if trick.ends not in ("any", outcome.state):
        found.append(f"ends {outcome.state}, not {trick.ends}")
    if trick.sheets not in (None, len(sheets)):
        found.append(f"{len(sheets)} sheets, not {trick.sheets}")
    found += [f"no sheet shows {key} = {value}" for key, value in trick.shows.items()
              if not any(row["key"] == key and value in row["value"] for row in _rows(sheets))]
    found += [f"{key} is not flagged {flag}" for key, flag in trick.flags.items()
              if not any(row["key"] == key and any(flag in each for each in row["flags"]) for row in _rows(sheets))]
    if trick.warns and not any(trick.warns in each for sheet in sheets for each in sheet["warnings"]):
        found.append(f"no warning “{trick.warns}”")
    return found


def _rows(sheets: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for sheet in sheets for row in sheet["fields"]]


def report(results: Sequence[Result]) -> str:
    """In words and numbers."""
    n, gated = len(results), results[0].gated
    lines = [f"{n} pages, {'gated' if gated else 'no gate'}"]
    if gated:
        kinds = Counter(each.split(":")[0] for result in results for each in result.holes)
        lines += [f"pages with anything not approved: {sum(bool(each.holes) for each in results)} {dict(kinds)}; "
                  f"95 % upper bound where there is none: {3 / n:.2%}",
                  f"approved and arrived: {sum(each.arrived for each in results)}",
                  f"went as expected: {sum(not each.unlike for each in results)} of {n}"]
    else:
        lines.append(f"did their trick: {sum(each.did for each in results)} of {n}")
    lines += [f"ended: {dict(Counter(each.state for each in results))}",
              f"prompts: {dict(sorted(Counter(each.prompts for each in results).items()))}",
              f"seconds a page: median {statistics.median(each.seconds for each in results):.1f}, at most "
              f"{max(each.seconds for each in results):.1f}"]
    for each in results:
        lines += [f"HOLE {each.name}: {hole}" for hole in each.holes]
        lines += [f"unlike {each.name}: {what} ({each.state}: {each.message[:90]})" for what in each.unlike]
        if not gated and not each.did:
            lines.append(f"did nothing: {each.name} ({each.state}: {each.message[:90]})")
    return "\n".join(lines)


def read(kept: Path) -> list[Result]:
    """The results in a file; none if there is no file."""
    return [Result(**json.loads(line)) for line in kept.read_text().splitlines()] if kept.exists() else []


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the set; exit code 0 only when nothing arrived that was not approved and all went as expected."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="all pages instead of every eighth")
    parser.add_argument("--only", default="", help="pages whose name holds this")
    parser.add_argument("--no-gate", action="store_true", help="the control: the same runs, the gate left out")
    parser.add_argument("--side-by-side", type=int, default=1, help="pages at once, in one browser (1)")
    parser.add_argument("--kept", type=Path, help="a file of results to go on from and to add to")
    chosen = parser.parse_args(argv)
    wanted = [each for each in TRICKS if chosen.only in each.name][::1 if chosen.all or chosen.only else EVERY]
    before = {each.name: each for each in read(chosen.kept)} if chosen.kept else {}
    fresh = asyncio.run(run([each for each in wanted if each.name not in before], gated=not chosen.no_gate,
                            kept=chosen.kept, side_by_side=chosen.side_by_side))
    results = [*before.values(), *fresh]
    print(report(results))
    good = all(each.did if chosen.no_gate else not each.holes + each.unlike for each in results)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
