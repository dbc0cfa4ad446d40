"""A chore's task is filled and waits; what varied is asked the next time, a second sending is warned about, and the
sheet says what is not as it was."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from agent.practice import PracticeSite, records
from tests.runs.household import METER, Person


@pytest.mark.browser
async def test_a_meter_reading_that_comes_again(person: Person, site: PracticeSite) -> None:
    (chore,) = person.call("chore add", text=METER, url=site.pages["meter-reading"], rule="FREQ=MONTHLY;BYMONTHDAY=1",
                           start="2030-01-01T09:00", zone="UTC")
    assert person.call("chore run", id=chore["id"])["task"] == "t1"
    assert await person.run() == {"t1": "needs_review"}
    assert records(site.database) == []                   # prepared, and nothing sent by itself
    (waiting,) = person.call("inbox")
    assert (waiting["chore"], person.call("board")["rows"][0]["chore"]) == ("h1", "h1")
    first = person.call("submission", id=waiting["id"])
    assert (first["since_last"], first["chore"], person.task()["chore"]) == (None, "h1", "h1")
    assert not any("already sent" in each for each in first["warnings"])
    person.call("approve", id=waiting["id"])
    assert await person.run() == {"t1": "done"}
    assert len(records(site.database)) == 1

    assert await person.run() == {}                       # the tick after it finds what varies
    learnt = person.call("chore show", id="h1")
    asked = [each for each in learnt["parameters"] if each["ask"]]
    assert [(each["last"], each["learnt"]) for each in asked] == [("48213", True)]
    assert "48213" not in learnt["text"]
    assert "{" + asked[0]["name"] + "}" in learnt["text"]
    assert learnt["success"] == {"done": 1, "failed": 0, "rate": 1.0}

    assert person.call("chore run", id="h1")["state"] == "needs_answer"
    (question,) = person.call("questions", task="t2")
    assert "The last time it was 48213." in question["hint"]
    person.call("answer", question=question["id"], value="48500")
    assert await person.run() == {"t2": "needs_review"}
    (waiting,) = person.call("inbox")
    second = person.call("submission", id=waiting["id"])
    (warning,) = [each for each in second["warnings"] if "already sent" in each]
    assert warning.startswith("You already sent what was due for ")
    assert first["id"] in warning
    assert "reference" in warning
    (change,) = second["since_last"]["changes"]
    assert (change["before"], change["now"], change["about"]) == ("48213", "48500", "value")
    rows = {row["name"] for row in second["fields"]}
    assert set(second["since_last"]["same"]) == rows - {change["name"]}
    assert person.call("figures")["overall"]["done"] == 1
    assert len(records(site.database)) == 1


async def test_what_comes_due_while_it_is_at_work_is_asked_about(person: Person,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    (chore,) = person.call("chore add", text="Submit {reading}", url="https://example.org/", rule="FREQ=DAILY",
                           start="2026-01-01T09:00", zone="UTC")
    due = datetime.fromisoformat(chore["next"][0])
    monkeypatch.setattr("agent.chores.clock.TICK_SECONDS", 0.05)
    times = iter([due - timedelta(seconds=1), due - timedelta(seconds=1)])
    monkeypatch.setattr("agent.chores.clock.wall", lambda: next(times, due))
    async with person.running() as work:
        await person.until(lambda: person.call("questions"), work)
    assert [(each["state"], each["text"]) for each in person.call("tasks")] == [("needs_answer", "Submit {reading}")]
    assert person.call("chore show", id="h1")["occurrences"][0]["local"] == chore["next"][0][:19]
