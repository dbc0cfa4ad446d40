"""Measures how often a photo's reading is proposed, and how often something else comes first.

``python -m tests.bench.photos.measure [--each N] [--only CONDITION] [--pictures DIR]``: N of each kind under
each condition (default 2).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from agent.chores.proposals import Document, proposals
from agent.chores.template import Parameter
from agent.intake.picture_reading import Readings
from agent.intake.shown_text import cleaned
from tests.bench.photos.drawn import CONDITIONS, Meter, meters


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was proposed for one picture. ``seconds`` by the clock."""

    kind: str
    condition: str
    value: str
    last: str
    proposed: tuple[str, ...]
    rows: str
    seconds: float

    @property
    def verdict(self) -> str:
        """``first``, ``among``, ``none`` proposed, or ``wrong``: proposed, and the right one is not among them."""
        if not self.proposed:
            return "none"
        if self.value not in self.proposed:
            return "wrong"
        return "first" if self.proposed[0] == self.value else "among"


async def outcome(meter: Meter, folder: Path, readings: Readings) -> Outcome:
    """Reads one picture as a dropped photo is read."""
    path = folder / f"{meter.kind}-{meter.condition}-{meter.value}.jpg"
    meter.picture.save(path, quality=88)
    began = time.monotonic()
    shown = await readings.read(path)
    parameter = Parameter("reading", "Meter reading", "number", last=meter.last)
    found = proposals(parameter, [Document(path.name, cleaned(shown.text), photo=True)], "DE")
    return Outcome(meter.kind, meter.condition, meter.value, meter.last, tuple(each.value for each in found),
                   shown.text, round(time.monotonic() - began, 1))


async def every(each: int, folder: Path, seed: int, conditions: Sequence[str]) -> list[Outcome]:
    """All pictures, one after the other."""
    readings = Readings()
    return [await outcome(meter, folder, readings) for meter in meters(each, seed, conditions)]


def told(found: list[Outcome]) -> str:
    """The figures by kind and by condition."""
    lines = []
    for name in ("kind", "condition"):
        for what in dict.fromkeys(getattr(each, name) for each in found):
            counted = Counter(each.verdict for each in found if getattr(each, name) == what)
            lines.append(f"{what:<18} " + "  ".join(f"{verdict} {counted[verdict]}"
                                                    for verdict in ("first", "among", "none", "wrong")))
    counted = Counter(each.verdict for each in found)
    lines.append(f"{'all':<18} " + "  ".join(f"{verdict} {counted[verdict]}"
                                             for verdict in ("first", "among", "none", "wrong")) + f"  of {len(found)}")
    return "\n".join(lines)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", choices=CONDITIONS)
    parser.add_argument("--pictures", type=Path, help="keeps the pictures there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = asked.pictures or Path(folder)
        kept.mkdir(exist_ok=True, parents=True)
        conditions = [asked.only] if asked.only else CONDITIONS
        found = asyncio.run(every(asked.each, kept, asked.seed, conditions))
    for each in found:
        if each.verdict != "first":
            print(json.dumps(asdict(each) | {"verdict": each.verdict}, ensure_ascii=False))
    print(told(found))
    print(f"seconds: median {sorted(each.seconds for each in found)[len(found) // 2]}, "
          f"most {max(each.seconds for each in found)}")


if __name__ == "__main__":
    main()
