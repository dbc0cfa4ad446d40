"""Runs the flows and prints a table: `python -m tests.flows.run [--only NAME]… [--control] [--json FILE]`."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
from collections import Counter
from pathlib import Path

from tests.flows import install
from tests.flows.every import FLOWS
from tests.flows.flow import Flow, Group
from tests.flows.harness import Outcome, take
from tests.sites import application, render


def main(arguments: list[str]) -> int:
    """Prints the table; exit code 1 when a flow did not complete or something unapproved arrived."""
    parser = argparse.ArgumentParser(prog="python -m tests.flows.run")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a flow, or the start of its name")
    parser.add_argument("--control", action="store_true",
                        help="run each flow also without the policy's refusals, and say what a page shows only with")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was seen there as well")
    parser.add_argument("--group", action="append", default=[], choices=[each.value for each in Group])
    asked = parser.parse_args(arguments)
    flows = [flow for flow in FLOWS if (not asked.only or any(flow.name.startswith(name) for name in asked.only))
             and (not asked.group or flow.group in asked.group)]
    os.environ.setdefault("COUNTERSIGN_PASSPHRASE", "flows")  # no keyring is needed for a home in a temporary folder
    outcomes = asyncio.run(_all(flows, asked.json, control=asked.control))
    print(_totals(outcomes))
    return 0 if all(each.completed and not each.unapproved for each in outcomes) else 1


async def _all(flows: list[Flow], file: Path | None, *, control: bool) -> list[Outcome]:
    found: list[Outcome] = []
    print(f"{'flow':24} {'done':4} {'reviews':>7} {'grants':>6} {'other':>5} {'false':>5} {'1st':>4} {'3rd':>4} "
          f"{'leaks':>5} {'s':>5}")
    for flow in flows:
        if why := missing(flow):
            print(f"{flow.name:24} skipped: {why}")
            continue
        outcome = await take(flow)
        found.append(outcome)
        print(line(outcome), flush=True)
        if file:
            file.write_text(json.dumps([_row(each) for each in found], indent=1), encoding="utf-8")
        if control:
            await _compare(outcome)
    return found


def missing(flow: Flow) -> str:
    """Why a flow can't run here; empty where it can."""
    if flow.group is Group.SINGLE or flow.name == "chunks-split":
        return install.missing()
    if flow.group is Group.PACKAGE:
        return application.missing() if flow.name == "hof" else render.missing()
    return ""


async def _compare(outcome: Outcome) -> None:
    free = await take(outcome.flow, refusing=False)
    for line in sorted(outcome.lines - free.lines)[:8]:
        print(f"    only with the gate: {line[:150]}")
    if free.completed != outcome.completed:
        print(f"    without refusals: {'completed' if free.completed else free.wrong[:300]}")


def line(outcome: Outcome) -> str:
    """A line of the table, with what went wrong below it."""
    refused = Counter(each.third for each in outcome.refused)
    text = (f"{outcome.flow.name:24} {'yes' if outcome.completed else 'NO':4} {len(outcome.reviews):7} "
            f"{len(outcome.grant_questions):6} {len(outcome.other_questions):5} {len(outcome.false_holds):5} "
            f"{refused[False]:4} {refused[True]:4} {len(outcome.unapproved):5} {outcome.seconds:5.1f}")
    more = [f"    {outcome.wrong[:600]}"] if outcome.wrong else []
    if outcome.wrong and outcome.message and outcome.message not in outcome.wrong:
        more.append(f"    {outcome.state}: {outcome.message[:200]}")
    if not outcome.completed:
        more += [f"    asked: {each.splitlines()[0][:120]}" for each in outcome.other_questions]
    more += [f"    false hold: {each}" for each in outcome.false_holds]
    more += [f"    unapproved: {each}" for each in outcome.unapproved]
    if len(outcome.reviews) > outcome.flow.most_reviews:
        more.append(f"    more reviews than right ({outcome.flow.most_reviews}): {', '.join(outcome.reviews)}")
    kinds = Counter((each.method, _short(each.where), each.reason) for each in outcome.refused if not each.third)
    more += [f"    refused {count} x {method} {where}: {reason}" for (method, where, reason), count in kinds.items()]
    return "\n".join([text, *more])


def _short(where: str) -> str:
    host, _, path = where.partition("/")
    return f"/{path}" if host.startswith("127.") else f"{host}/{path}"


def _totals(outcomes: list[Outcome]) -> str:
    if not outcomes:
        return "No flow ran."
    prompts = [each.prompts for each in outcomes if each.completed] or [0]
    spread = ", ".join(f"{count} flows with {number}" for number, count in sorted(Counter(prompts).items()))
    done = sum(each.completed for each in outcomes)
    return (f"n = {len(outcomes)}; completed {done} ({100 * done / len(outcomes):.0f} %); prompts per completed flow: "
            f"median {statistics.median(prompts):g} ({spread}); false holds {_sum(outcomes, 'false_holds')}; "
            f"unapproved arrivals {_sum(outcomes, 'unapproved')}; seconds: median "
            f"{statistics.median(each.seconds for each in outcomes):.1f}, "
            f"all {sum(each.seconds for each in outcomes):.0f}")


def _sum(outcomes: list[Outcome], name: str) -> int:
    return sum(len(getattr(each, name)) for each in outcomes)


def _row(outcome: Outcome) -> dict[str, object]:
    return {"flow": outcome.flow.name, "group": outcome.flow.group, "completed": outcome.completed,
            "reviews": outcome.reviews, "grants": outcome.grant_questions, "questions": outcome.other_questions,
            "false_holds": outcome.false_holds, "unapproved": outcome.unapproved, "wrong": outcome.wrong,
            "message": outcome.message,
            "refused": [[each.method, each.where, each.reason, each.third] for each in outcome.refused],
            "seconds": round(outcome.seconds, 1)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
