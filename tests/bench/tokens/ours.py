"""Our side: a task through the whole app to its receipt, with the real client; gives the requests that went out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent.planner.claude.models import DEFAULT
from agent.planner.claude.probed import keep
from agent.protocol.model import ProbeDoc
from tests.bench.tokens.counting import Body
from tests.bench.tokens.places import Place
from tests.bench.tokens.tasks import Task
from tests.runs.household import Person
from tests.vendor.scripts import Obedient
from tests.vendor.server import Vendor

ENDED = ("done", "failed", "cancelled", "unknown")


async def through_ours(task: Task, place: Place, folder: Path, files: list[str]) -> list[Body]:
    """All requests of one task, from the first look to the receipt.

    Raises:
        RuntimeError: it did not end well.
    """
    with Vendor(Obedient(dict(task.picks), labels=task.labels)) as vendor, pytest.MonkeyPatch.context() as environment:
        environment.setenv("ANTHROPIC_BASE_URL", vendor.url)
        environment.setenv("ANTHROPIC_API_KEY", "sk-practice-4471-QRZT-0092")
        environment.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        home = folder / "home"
        facts = {kind: task.facts[kind] for kind in sorted(task.facts, key=lambda kind: kind != "country")}
        person = Person(home, facts)
        keep(home, ProbeDoc(address=vendor.url, model=DEFAULT, at="", reached=True, settled=True, usable=True,
                            plain=False, summary="", lines=[], cost=0.0))  # as the vendor's own server is asked
        person.add(task.said, place.url, file=files, planner="claude")
        async with person.running() as work:
            while person.state() not in ENDED:
                await person.until_needed(work)
                for each in person.call("inbox"):
                    await _decided(person, task, each)
        if person.state() != "done":
            raise RuntimeError(f"{person.task()['message']} {person.steps()[-4:]}")
        return list(vendor.bodies)


async def _decided(person: Person, task: Task, waiting: dict[str, str]) -> None:
    if waiting["kind"] != "submission":
        answer = next(value for words, value in task.answers.items() if re.search(words, waiting["summary"]))
        person.call("answer", question=waiting["id"], value=answer)
        return
    sheet = person.call("submission", id=waiting["id"])
    own = [row["name"] for row in sheet["fields"] if row["needs_own_yes"]]
    person.call("approve", id=sheet["id"], digest=sheet["digest"], accept=own)
    await person.until(lambda: person.call("submission", id=waiting["id"])["state"] != "waiting")
