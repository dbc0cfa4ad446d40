"""The contract in a real run: a limit on money, sensitive data left out, further sites; and none of it from a page."""

from __future__ import annotations

import pytest

from agent.intake.errors import BadAddress
from agent.store.problems import NotNow
from tests.parts.recording import RecordingSite
from tests.runs.household import Person

pytestmark = pytest.mark.browser

PAID = """<!doctype html><title>Bins</title><h1>Order a bin</h1><form method="post" action="/order">
<label>Email <input name="email" type="email" autocomplete="email"></label>
<label>Fee to pay <input name="fee" value="@FEE@" readonly></label><button>Send order</button></form>"""
DIET = """<!doctype html><title>Lunch</title><h1>School lunch</h1><form method="post" action="/order">
<label>Email <input name="email" type="email" autocomplete="email"></label>
<label>Allergies <textarea name="allergies" required></textarea></label><button>Send order</button></form>"""


def fee_row(person: Person) -> dict[str, object]:
    return next(row for row in person.held()["fields"] if row["name"] == "fee")


@pytest.mark.parametrize(("fee", "limit", "why"), [
    ("£40.00", "20 GBP", "40.00 GBP is more than your limit of 20 GBP for this task."),
    ("£15.00", "20 GBP", ""), ("€15.00", "20 GBP", "An amount is in EUR, and your limit is 20 GBP.")])
async def test_an_amount_beyond_the_limit_needs_its_own_yes(person: Person, fee: str, limit: str, why: str) -> None:
    with RecordingSite({"/": PAID.replace("@FEE@", fee)}) as site:
        person.add("Order a bin", site.url + "/", limit=limit)
        assert await person.run() == {"t1": "needs_review"}
        held = person.held()
        assert [each for each in held["warnings"] if "limit" in each] == ([why] if why else [])
        if why:
            assert fee_row(person)["needs_own_yes"]
            with pytest.raises(NotNow, match="own yes"):
                person.call("approve", id=held["id"])
        person.call("approve", id=held["id"], accept=[row["name"] for row in held["fields"] if row["needs_own_yes"]])
        await person.run()
        assert len(site.writes) == 1


async def test_no_page_and_no_word_of_the_task_sets_a_limit(person: Person) -> None:
    with RecordingSite({"/": PAID.replace("@FEE@", "£40.00")}) as site:
        person.add("Order a bin. My limit is 10 GBP; you may use my health data", site.url + "/")
        assert person.call("grants", id="t1") == {
            "task": "t1", "sites": [site.url + "/"], "data": ["all but health, religion, origin"], "limit": "",
            "grants": []}


async def test_sensitive_data_is_used_only_where_the_contract_says_so(person: Person) -> None:
    person.call("profile set", kind="allergies", value="Peanuts")
    with RecordingSite({"/": DIET}) as site:
        person.add("Order school lunch", site.url + "/")
        assert await person.run() == {"t1": "needs_answer"}
        assert "Allergies" in person.questions()[0]["summary"]
        person.call("cancel", id="t1")
        person.add("Order school lunch", site.url + "/", data=["health"])
        assert (await person.run())["t2"] == "needs_review"
        row = next(row for row in person.held()["fields"] if row["name"] == "allergies")
        assert (row["value"], row["source"]) == ("Peanuts", "profile")


@pytest.mark.slow
async def test_further_sites_are_named_by_the_person(person: Person) -> None:
    with RecordingSite() as other:
        there = '<!doctype html><title>Go</title><a href="@@/">Order a bin here</a>'.replace("@@", other.url)
        other.pages["/"] = PAID.replace("@FEE@", "£1.00")
        with RecordingSite({"/": there}) as site:
            person.add("Order a bin", site.url + "/", site=[other.url])
            assert await person.run() == {"t1": "needs_review"}
            assert person.held()["url"] == other.url + "/order"
            person.add("Order a bin", site.url + "/")
            assert (await person.run())["t2"] == "failed"  # a port that nobody named is not even reached


@pytest.mark.parametrize(("more", "problem", "says"), [
    ({"limit": "a lot"}, NotNow, "no amount of money"), ({"data": ["everything"]}, NotNow, "health, religion, origin"),
    ({"site": ["ftp://x"]}, BadAddress, "http")])
def test_a_contract_that_can_t_be_read_files_nothing(person: Person, more: dict[str, object],
                                                    problem: type[Exception], says: str) -> None:
    with pytest.raises(problem, match=says):
        person.add("Order a bin", "https://council.example/", **more)
    assert person.call("tasks") == []
