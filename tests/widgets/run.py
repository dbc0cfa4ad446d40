"""Runs the forms and prints what arrived: `python -m tests.widgets.run [--only NAME]… [--json FILE]`."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.widgets import install
from tests.widgets.form import Form, Widget
from tests.widgets.forms import FORMS
from tests.widgets.site import Result, through


def main(arguments: list[str]) -> int:
    """Prints the tables; exit code 1 when something arrived that nobody approved, or arrived twice."""
    parser = argparse.ArgumentParser(prog="python -m tests.widgets.run")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a form")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was seen there as well")
    asked = parser.parse_args(arguments)
    if not install.BUILD.is_dir():
        print("The forms are not built (python tests/widgets/install.py).")
        return 2
    os.environ.setdefault("COUNTERSIGN_PASSPHRASE", "widgets")  # no keyring is needed for a home in a temporary folder
    results = asyncio.run(_all([form for form in FORMS if not asked.only or form.name in asked.only], asked.json))
    print(_by_widget(results))
    return 0 if all(each.times <= 1 and not each.outcome.unapproved for each in results) else 1


async def _all(forms: Sequence[Form], file: Path | None) -> list[Result]:
    found: list[Result] = []
    print(f"{'form':18} {'right':>7} {'sent':>4} {'asked':>5} {'reviews':>7} {'leaks':>5} {'s':>6}")
    for form in forms:
        result = await through(form)
        found.append(result)
        print(line(result), flush=True)
        if file:
            file.write_text(json.dumps([_row(each) for each in found], indent=1), encoding="utf-8")
    return found


def line(result: Result) -> str:
    """A form's line, and below it each field that did not arrive as it must."""
    outcome = result.outcome
    text = (f"{result.form.name:18} {result.right:3}/{len(result.verdicts):<3} {result.times:4} "
            f"{len(outcome.other_questions):5} {len(outcome.reviews):7} {len(outcome.unapproved):5} "
            f"{outcome.seconds:6.1f}")
    if not result.times:
        more = [f"    {outcome.state}: {outcome.message[:300]}"]
        more += [] if outcome.wrong.startswith("arrived") else [f"    {outcome.wrong}"]
        more += [f"    asked: {each.splitlines()[0][:120]}" for each in outcome.other_questions]
    else:
        more = [f"    {each.name} ({each.widget}): got {_shown(each.got)}" for each in result.verdicts
                if not each.right]
    return "\n".join([text, *more])


def _shown(got: tuple[str, ...] | None) -> str:
    return "nothing" if got is None else ", ".join(repr(each) for each in got)[:150]


def _by_widget(results: Sequence[Result]) -> str:
    of: dict[Widget, list[bool]] = defaultdict(list)
    for result in results:
        for each in result.verdicts:
            of[each.widget].append(each.right)
    lines = [_share(widget.value, of[widget]) for widget in Widget if of[widget]]
    sent = sum(each.times > 0 for each in results)
    whole = sum(each.right == len(each.verdicts) for each in results)
    leaks = sum(len(each.outcome.unapproved) for each in results)
    return "\n".join(["", *lines, _share("all", [right for each in of.values() for right in each]),
                      f"forms: n = {len(results)}, sent {sent}, all fields right {whole}; "
                      f"unapproved arrivals {leaks}, sent twice {sum(each.times > 1 for each in results)}"])


def _share(name: str, right: Sequence[bool]) -> str:
    return f"{name:18} {sum(right):4}/{len(right):<4} {100 * sum(right) / max(1, len(right)):4.0f} %"


def _row(result: Result) -> dict[str, object]:
    outcome = result.outcome
    return {"form": result.form.name, "framework": result.form.framework, "sent": result.times,
            "state": outcome.state, "message": result.outcome.message, "questions": result.outcome.other_questions,
            "unapproved": result.outcome.unapproved, "seconds": round(result.outcome.seconds, 1),
            "fields": [[each.name, each.widget, each.right, each.got] for each in result.verdicts]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
