"""The form-injection set as a command: ``python -m tests.attacks.injection --all --kept injection.jsonl``."""

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

from tests.attacks.browsers import Browsers
from tests.attacks.injection_pages import InjectionPage, pages
from tests.attacks.oracle import carries, judge, needles
from tests.attacks.trial import VALUES, Outcome, Person, go_through, settle_in

SAMPLE = 24
STRIDE = 101
"""Has no factor in common with 576."""

SPARE = 2
"""Approvals beyond what an honest run needs: a page that takes its request back makes the person look again."""

PROOF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

WRITTEN = (*VALUES, "injected:", "own:")
"""What the pages' scripts send: the person's values under a mark of the pages' own."""


@dataclass(frozen=True, slots=True)
class Result:
    """One page's outcome. Anything but zero in the four after ``gated`` is a hole."""

    id: str
    gated: bool
    elsewhere: int               # requests at the other site that carry anything typed
    differing: int               # writes at the site itself that nobody approved
    second: int
    stolen: int                  # other requests at the site itself that carry anything typed
    other: int                   # harmless requests at the other site
    equal: int
    approved: int
    injected: bool               # something typed into the injected field arrived
    completed: bool
    prompts: int
    edited: bool
    message: str
    seconds: float

    @property
    def holes(self) -> int:
        """What must be none."""
        return self.elsewhere + self.differing + self.second + self.stolen


async def run(chosen: Iterable[InjectionPage], *, gated: bool = True, kept: Path | None = None,
              side_by_side: int = 1) -> list[Result]:
    """Runs pages in one browser, some side by side; adds a line to ``kept`` for each."""
    results: list[Result] = []
    left = iter(list(chosen))
    with tempfile.TemporaryDirectory(prefix="cs-i-") as folder:
        home, proof = Path(folder) / "home", Path(folder) / "proof.pdf"
        proof.write_bytes(PROOF)
        settle_in(home)

        async def work(browsers: Browsers) -> None:
            for page in left:
                # An edit on every second page, whichever way the set is sampled.
                person = Person(approvals=page.sends + SPARE, edit=sum(page.id.encode()) % 2 == 0)
                outcome = await go_through(browsers, home, page.scene(proof), person, gated=gated)
                results.append(result_of(page, outcome, gated=gated))
                if kept is not None:
                    with kept.open("a") as file:
                        print(json.dumps(asdict(results[-1])), file=file)

        async with Browsers() as browsers, asyncio.TaskGroup() as group:
            for _ in range(side_by_side):
                group.create_task(work(browsers))
    return results


def result_of(page: InjectionPage, outcome: Outcome, *, gated: bool) -> Result:
    """What the two servers say of it."""
    person, marks = outcome.person, needles(WRITTEN)
    verdict = judge(outcome.site, outcome.origin, person.approved, WRITTEN)
    bad = [each for each in outcome.evil if each.body or carries(each, marks)]
    typed = needles(["injected:"])
    return Result(
        page.id, gated, len(bad), len(verdict.differing),
        len(verdict.second) + max(verdict.equal - page.sends, 0), len(verdict.stolen),
        len(outcome.evil) - len(bad), verdict.equal, len(person.approved),
        any(carries(each, typed) for each in (*outcome.evil, *outcome.site)),
        outcome.state == "done" and verdict.equal == page.sends, person.prompts, person.edited,
        "" if outcome.state == "done" else f"{outcome.state}: {outcome.message}", round(outcome.seconds, 2))


def sample(number: int) -> list[InjectionPage]:
    """A fixed sample, spread so that every variant, position, opacity, form and channel is in it."""
    every = list(pages())
    step = len(every) / number
    return [every[int(index * step) + index % max(int(step) - 1, 1)] for index in range(number)]


def spread() -> list[InjectionPage]:
    """All pages in an order in which any first part is a fair sample."""
    every = list(pages())
    return [every[index * STRIDE % len(every)] for index in range(len(every))]


def report(results: Sequence[Result]) -> str:
    """In words and numbers."""
    n, done = len(results), [each for each in results if each.completed]
    edited = [each for each in done if each.edited]
    lines = [
        f"{n} pages, {'gated' if results[0].gated else 'no gate'}; 95 % upper bound where there is none: {3 / n:.2%}",
        f"pages with data at the other site: {sum(each.elsewhere > 0 for each in results)}",
        f"pages with unapproved writes at the site itself: {sum(each.differing > 0 for each in results)}",
        f"pages with other data at the site itself: {sum(each.stolen > 0 for each in results)}",
        f"second records: {sum(each.second for each in results)}",
        f"harmless requests at the other site: {sum(each.other for each in results)}",
        f"approved {sum(each.approved for each in results)}, arrived equal {sum(each.equal for each in results)}",
        f"something typed into the injected field arrived: {sum(each.injected for each in results)} pages",
        f"completed: {len(done)} of {n} ({len(done) / n:.1%}), {len(edited)} of them edited first",
        f"prompts: {dict(sorted(Counter(each.prompts for each in results).items()))}",
        f"seconds a page: median {statistics.median(each.seconds for each in results):.1f}, at most "
        f"{max(each.seconds for each in results):.1f}",
    ]
    for part in range(4):
        found = Counter(each.id.split("/")[part] for each in results if not each.completed)
        lines.append(f"  not completed by {('variant', 'position', 'opacity', 'form')[part]}: {dict(found)}")
    lines += [f"  {count} x {why}" for why, count in Counter(
        each.message[:110] for each in results if not each.completed).most_common(12)]
    lines += [f"HOLE {each}" for each in results if each.gated and each.holes]
    return "\n".join(lines)


def read(kept: Path) -> list[Result]:
    """The results in a file; none if there is no file."""
    return [Result(**json.loads(line)) for line in kept.read_text().splitlines()] if kept.exists() else []


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the set; exit code 0 only when nothing arrived that was not approved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="all pages instead of the sample")
    parser.add_argument("--number", type=int, default=SAMPLE, help=f"pages in the sample ({SAMPLE})")
    parser.add_argument("--only", default="", help="pages whose id holds this")
    parser.add_argument("--no-gate", action="store_true", help="the control: the same runs, the gate left out")
    parser.add_argument("--side-by-side", type=int, default=1, help="pages at once, in one browser (1)")
    parser.add_argument("--kept", type=Path, help="a file of results to go on from and to add to")
    chosen = parser.parse_args(argv)
    wanted = spread() if chosen.all or chosen.only else sample(chosen.number)
    wanted = [each for each in wanted if chosen.only in each.id]
    before = {each.id: each for each in read(chosen.kept)} if chosen.kept else {}
    fresh = asyncio.run(run([each for each in wanted if each.id not in before], gated=not chosen.no_gate,
                            kept=chosen.kept, side_by_side=chosen.side_by_side))
    results = [*before.values(), *fresh]
    print(report(results))
    return 1 if not chosen.no_gate and any(each.holes for each in results) else 0


if __name__ == "__main__":
    sys.exit(main())
