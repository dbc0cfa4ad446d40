"""The await sweep as a command: ``python -m tests.faults.awaits --flow plain --victim agent --folder DIR``."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.faults.await_life import FLOWS, AwaitLife, make_template
from tests.faults.await_plan import STRATA, VICTIMS, Aim, aims, as_rows, passes_from
from tests.faults.await_points import PACKAGE, REACHED, ROOT, all_sites

LIVES = "awaits.jsonl"


def state_of_the_code() -> str:
    """A hash of the agent's sources: a plan made for other code names other lines."""
    sink = hashlib.sha256()
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        sink.update(path.read_bytes())
    return sink.hexdigest()[:12]


def plan(folder: Path, flow: str, template: Path, mutation: str = "") -> list[Aim]:
    """The flow's lives; the watched run is made once for each state of the code and kept in a file."""
    kept = folder / f"plan-{flow}-{state_of_the_code()}{mutation}.jsonl"
    if not kept.exists():
        own = _fresh(folder / f"count-{flow}")
        found = AwaitLife(own, flow, template, mutation).count()
        shutil.rmtree(own)
        kept.write_text("".join(json.dumps(row) + "\n" for row in as_rows(found)))
    return aims(passes_from(json.loads(line) for line in kept.read_text().splitlines()))


def in_turn(plans: dict[str, list[Aim]]) -> list[tuple[str, Aim]]:
    """The lives of several flows, stratum by stratum, the flows taking turns."""
    ranked = [(aim.stratum, number, flow, aim) for flow, found in plans.items() for number, aim in enumerate(found)]
    return [(flow, aim) for _, _, flow, aim in sorted(ranked, key=lambda each: each[:2])]


def sweep(folder: Path, wanted: Iterable[tuple[str, Aim]], template: Path, mutation: str = "",
          most: int = sys.maxsize) -> None:
    """Lives what is not yet in the folder's book of lives, with a line on standard error for each."""
    lives = folder / LIVES
    code = state_of_the_code() + mutation
    done = {(row["flow"], row["key"]) for row in read(lives) if row["code"] == code}
    for flow, aim in [each for each in wanted if (each[0], each[1].key()) not in done][:most]:
        own = _fresh(folder / "life")
        outcome = AwaitLife(own, flow, template, mutation).go(aim.point, aim.victim)
        row = {"flow": flow, "key": aim.key(), "code": code, "victim": aim.victim, "stratum": aim.stratum,
               **asdict(outcome)}
        with lives.open("a") as file:
            print(json.dumps(row), file=file)
        print(f"{flow:6} {aim.key():75} {outcome.hit} {outcome.state} {outcome.records} {outcome.seconds} s "
              f"{outcome.wrong or ''}", file=sys.stderr, flush=True)
        if outcome.wrong:
            keep = folder / "kept" / hashlib.sha256(f"{flow} {aim.key()}".encode()).hexdigest()[:10]
            shutil.rmtree(keep, ignore_errors=True)
            shutil.move(own, keep)


def read(lives: Path) -> list[dict[str, Any]]:
    """The lives in a file; none if there is none."""
    return [json.loads(line) for line in lives.read_text().splitlines()] if lives.exists() else []


def report(rows: Sequence[dict[str, Any]], plans: dict[str, list[Aim]]) -> str:
    """What the lives so far came to."""
    lines = [f"awaits in the agent's code: {len(all_sites())}"]
    for flow, found in plans.items():
        own = [row for row in rows if row["flow"] == flow]
        sites = {aim.point.site for aim in found if aim.point.kind == REACHED}
        lines.append(f"{flow}: {len(sites)} awaits passed; {len(own)} of {len(found)} lives")
        lines += [f"  {victim:7} " + _counted([row for row in own if row["victim"] == victim]) for victim in VICTIMS]
    lines += [f"{name}: {sum(row['stratum'] == number for row in rows)} of "
              f"{sum(aim.stratum == number for found in plans.values() for aim in found)}"
              for number, name in enumerate(STRATA)]
    killed = [row for row in rows if row["hit"] == "killed"]
    twice = sum(row["records"] > 1 for row in killed)
    lines += [f"kills: {len(killed)}; duplicates: {twice}" + (
        f" (95 % upper bound {3 / len(killed):.2%} per kill)" if killed and not twice else "")]
    wrong = [f"  {row['flow']} {row['key']}: {what}" for row in rows for what in row["wrong"]]
    return "\n".join([*lines, f"broken invariants: {len(wrong)}", *wrong])


def _counted(rows: Sequence[dict[str, Any]]) -> str:
    hits = Counter(row["hit"] for row in rows)
    killed = [row for row in rows if row["hit"] == "killed"]
    states = Counter(row["state"] for row in killed)
    return (f"{hits['killed']} kills, {hits['missed']} missed, {hits['absent']} absent; ended {dict(states)}; "
            f"in doubt {sum(row['unknown'] for row in killed)} requests; "
            f"tried again {sum(row['retries'] for row in killed)}; "
            f"twice {sum(row['records'] > 1 for row in killed)}; wrong {sum(bool(row['wrong']) for row in rows)}")


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the sweep; exit code 0 only when no invariant broke."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the life under way ends its processes
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flow", action="append", choices=list(FLOWS), help="one flow (all); may be given again")
    parser.add_argument("--victim", action="append", choices=VICTIMS, help="one victim (all); may be given again")
    parser.add_argument("--stratum", action="append", type=int, choices=range(len(STRATA)),
                        help="; ".join(f"{number}: {name}" for number, name in enumerate(STRATA)))
    parser.add_argument("--most", type=int, default=sys.maxsize, help="lives in this call")
    parser.add_argument("--folder", type=Path, help=f"where {LIVES} and the plans are; a sweep that was cut off "
                        "goes on from there")
    parser.add_argument("--mutation", choices=("resend", "late"), default="", help="break the ledger on purpose")
    parser.add_argument("--report", action="store_true", help="live nothing, say what was lived")
    chosen = parser.parse_args(argv)
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="awaits-"))
    template = folder / "template"
    if not template.exists():
        folder.mkdir(parents=True, exist_ok=True)
        make_template(template)
    plans = {flow: plan(folder, flow, template, chosen.mutation) for flow in chosen.flow or FLOWS}
    wanted = [(flow, aim) for flow, aim in in_turn(plans) if aim.victim in (chosen.victim or VICTIMS)
              and aim.stratum in (chosen.stratum or range(len(STRATA)))]
    if not chosen.report:
        sweep(folder, wanted, template, chosen.mutation, chosen.most)
    rows = read(folder / LIVES)
    print(f"{folder / LIVES}\n{report(rows, plans)}")
    return 1 if any(row["wrong"] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
