"""A plan's tasks run side by side, each for its own place: what arrives at one server is nothing of the other's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.practice import PracticeSite, records, requests
from tests.runs.household import Person, value_of

pytestmark = pytest.mark.browser


@pytest.fixture
def other(tmp_path: Path) -> Iterator[PracticeSite]:
    with PracticeSite(tmp_path / "other.db") as running:
        yield running


async def test_two_places_to_their_receipts(person: Person, site: PracticeSite, other: PracticeSite) -> None:
    made = person.call("add", text=(
        "Submit my meter readings:\n"
        f"- North: {site.pages['meter-reading']} reading 48213, account number 70-113-284\n"
        f"- South: {other.pages['meter-reading']} reading 51999, account number 70-113-285\n"))
    assert made == {"plan": "p1", "tasks": ["t1", "t2"]}
    assert await person.run() == {"t1": "needs_review", "t2": "needs_review"}
    shown = person.call("plan show", id="p1")
    assert shown["summary"] == "2 places: 2 to review."
    north, south = shown["reviews"]
    assert (north["place"], south["place"]) == ("North", "South")
    own = {each["submission"]: {row["key"] for row in each["own"]} for each in shown["reviews"]}
    assert all({"reading", "account_number"} <= keys for keys in own.values()), own
    alike = {(row["label"], row["value"]) for row in shown["same"]}
    assert alike
    assert not {value for _, value in alike} & {"48213", "51999"}
    assert not any(each.method != "GET" for one in (site, other) for each in requests(one.database))

    person.call("approve", id=south["submission"])
    assert (await person.run())["t2"] == "done"
    assert records(site.database) == []
    assert person.call("plan show", id="p1")["summary"] == "2 places: 1 done, 1 to review."
    assert value_of(person.call("submission", id=north["submission"]), "reading") == "48213"
    person.call("approve", id=north["submission"])
    assert (await person.run())["t1"] == "done"
    for one, mine, theirs in ((site, "48213", "51999"), (other, "51999", "48213")):
        (record,) = records(one.database)
        assert record.fields["reading"] == mine
        assert theirs.encode() not in record.raw
        assert not any(theirs in each.target for each in requests(one.database))
    last = person.call("plan show", id="p1")
    assert (last["summary"], last["finished"]) == ("All 2 places are done.", True)
    assert all(each["reference"] and each["receipt"] for each in last["places"])
