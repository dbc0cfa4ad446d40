"""A form's questions as one group: task text, answers given together, a sheet that names its sources."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from tests.parts.recording import RecordingSite
from tests.runs.household import Person

pytestmark = pytest.mark.browser

FORM = """<!doctype html><html lang=en-GB><title>Collection</title><h1>Book a collection</h1>
<form method=post action=/book><h2>About you</h2>
<label>Full name <input name=name required></label> <label>Meter number <input name=meter required></label>
<label>Child's first name <input name=child required></label>
<h2>The visit</h2>
<label>Start date <input name=start type=date required></label>
<label>Until when? <input name=until type=date required></label>
<label>Library
<select name=branch required><option value="">Please choose<option>Meersbrook<option>Walkley</select></label>
<fieldset><legend>Which bins?</legend>
<label><input type=checkbox name=bin value=brown required>Brown, garden</label>
<label><input type=checkbox name=bin value=blue>Blue</label><label><input type=checkbox name=bin value=grey>Grey</label>
</fieldset>
<label>Do you have a key safe? <select name=safe required id=safe><option value="">Please choose<option>Yes<option>No
</select></label><label id=more hidden>Key safe code word <input name=word></label>
<label>Notes for the driver <textarea name=notes></textarea></label><button>Send booking</button></form>
<script>safe.onchange = () => { more.hidden = safe.value != "Yes"; more.querySelector("input").required = !more.hidden }
</script>"""
TASK = ("Book a collection from 1 March 2027 for meter E12345678, preferably Meersbrook, for my daughter Anna, "
        "born 3.4.2016")


@pytest.mark.slow
async def test_task_words_one_group_of_answers_what_follows_and_the_sources_on_the_sheet(person: Person) -> None:
    with RecordingSite({"/": FORM}) as site:
        person.add(TASK, site.url + "/")
        assert await person.run() == {"t1": "needs_answer"}
        asked = person.call("questions", task="t1")
        parts = ("label", "section", "form", "several", "required")
        assert [tuple(each[part] for part in parts) for each in asked] == [
            ("Until when?", "The visit", "date", False, True),
            ("Which bins?", "The visit", "text", True, True),
            ("Do you have a key safe?", "The visit", "text", False, True),
            ("Notes for the driver", "The visit", "long", False, False)]
        assert [each["id"] for each in person.call("inbox")] == ["q1", "q2", "q3"]
        done = person.call("answers", task="t1", set=["q1=31 August 2027", "q2=Brown, garden; Grey", "q3=Yes"])
        assert done["open"] == []

        assert await person.run() == {"t1": "needs_answer"}           # what the answer brought up, and nothing again
        (follows,) = person.questions()
        assert follows["summary"].startswith("Key safe code word")
        person.call("answer", question=follows["id"], value="heron")

        assert await person.run() == {"t1": "needs_review"}
        rows = {row["label"]: (row["value"], row["source"]) for row in person.held()["fields"]}
        assert rows["Full name"][1] == "profile"
        assert rows["Meter number"] == ("E12345678", "task")
        assert rows["Child's first name"] == ("Anna", "task")
        assert rows["Start date"] == ("2027-03-01", "task")
        assert rows["Library"] == ("Meersbrook", "task")
        assert rows["Until when?"] == ("2027-08-31", "answer")
        assert rows["Key safe code word"] == ("heron", "answer")
        person.call("approve", id="s1")
        assert await person.run() == {"t1": "done"}
        sent = parse_qs(site.writes[0].body.decode())
        assert (sent["bin"], sent["until"], sent["meter"]) == (["brown", "grey"], ["2027-08-31"], ["E12345678"])
        assert "notes" not in sent
