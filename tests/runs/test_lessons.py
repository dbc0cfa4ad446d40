"""What was answered at one council is put in at the next, with its source shown; what was written there is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.practice import PracticeSite, records
from tests.runs.drifts import take
from tests.runs.household import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ANSWERS = {"What is the complaint about": "Bins, recycling and street cleaning", "How should we answer": "By email",
           "What happened": "The bins in Quarry Lane were not emptied.\nPlease come back for them."}


async def test_choices_are_offered_on_the_next_site(person: Person, tmp_path: Path) -> None:
    with PracticeSite(tmp_path / "one.db") as one, PracticeSite(tmp_path / "two.db") as two:
        first = await take(person, person.add("Make a complaint", one.pages["complaint"]), one, ANSWERS)
        assert (first.state, len(first.asked)) == ("done", 3), first
        learned = {each["label"]: each["option"] for each in person.call("learned list")}
        assert set(learned.values()) == {ANSWERS["What is the complaint about"], ANSWERS["How should we answer"]}
        second = await take(person, person.add("Make a complaint", two.pages["complaint"]), two, ANSWERS)
        assert second.state == "done", second.message
        assert len(second.asked) == 1
        assert "What happened" in second.asked[0]
        rows = {row["key"]: row for row in second.sheets[-1]["fields"]}
        told = [row for row in rows.values() if "You chose this on " in str(row)]
        assert len(told) == 2
        assert {row["source"] for row in told} == {"guessed"}
        (was,), (now,) = records(one.database), records(two.database)
        assert dict(was.fields) == dict(now.fields)
        for each in person.call("learned list"):
            person.call("learned forget", id=each["id"])
        assert person.call("learned list") == []
