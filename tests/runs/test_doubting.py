"""Doubts on the sheet: at the row of the wire that they concern, through labels, groups and dates in several boxes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import Control
from agent.practice import PracticeSite
from agent.protocol import Flag, SourceKind
from agent.review.differing import difference
from agent.review.sheet import Sheet
from agent.review.sheet_json import sheet_from_json, sheet_to_json
from agent.review.terminal import table
from agent.runs.doubting import doubted
from tests.review.pages import control, hidden, option, ours, page, row_of, sheet_of, wire
from tests.runs.household import METER, Person
from tests.runs.test_practice_pages import to_review

FACTS = {"country": "GB", "email": "ada@example.org"}
EMAIL = control(1, "email", "E-mail address", type="email")
AGAIN = control(2, "email2", "Confirm e-mail address", type="email")
DATE = [control(3 + at, f"d{at}", label, legend="Preferred date for the visit", heading="Visit")
        for at, label in enumerate(("Day", "Month", "Year"))]


def checked(controls: list[Control], *pairs: tuple[str, str], task: str = "Do it") -> tuple[Sheet, list[str]]:
    on, decoded = page(*controls), wire(*pairs)
    return doubted(sheet_of(decoded, on), decoded, on, task, FACTS)


def test_a_doubt_stands_at_its_row_with_flag_and_sentence_and_first() -> None:
    sheet, rest = checked([EMAIL, AGAIN], ("email", "ada@example.org"), ("email2", "ada@example.com"))
    row = sheet.rows[0]
    assert (row.name, rest) == ("email2", [])
    assert Flag.DOUBT in row.flags
    assert row.doubts == ("This should be the same as “E-mail address”, and differs from it.",)
    assert row_of(sheet, "email").doubts == ()
    assert "? This should be the same" in table(sheet)
    assert "doubtful" in table(sheet)


def test_doubts_are_kept_with_the_sheet_and_a_new_one_is_a_difference() -> None:
    sheet, _ = checked([EMAIL, AGAIN], ("email", "ada@example.org"), ("email2", "ada@example.com"))
    assert sheet_from_json(sheet_to_json(sheet)) == sheet
    plain = replace(sheet, rows=tuple(replace(row, doubts=(), flags=row.flags - {Flag.DOUBT}) for row in sheet.rows))
    assert [each.name for each in difference(plain, sheet)] == ["email2"]
    assert difference(sheet, plain) == ()


def test_a_date_in_three_boxes_is_read_whole() -> None:
    sheet, _ = checked(DATE, ("d0", "2"), ("d1", "October"), ("d2", "2020"))
    assert row_of(sheet, "d0").doubts == ("This asks for a day to come, and 2 October 2020 is past.",)
    assert checked(DATE, ("d0", "2"), ("d1", "10"), ("d2", "2999"))[0].rows[0].doubts == ()


def test_a_required_choice_that_nobody_made_is_doubted_where_it_is_left_out() -> None:
    radio = control(9, "housing", "Housing", type="radio", legend="Housing", required=True,
                    options=(option(10, "own", "Owner"), option(11, "rent", "Tenant")))
    sheet, _ = checked([EMAIL, radio], ("email", "ada@example.org"))
    (left,) = sheet.not_sent
    assert left.doubts == ("The page marks this as required, and it is empty.",)
    assert sheet_from_json(sheet_to_json(sheet)).not_sent == sheet.not_sent


def test_what_goes_out_hidden_or_in_the_address_counts_as_arrived() -> None:
    task = "Submit my meter reading, 48213"
    assert checked([EMAIL, hidden(2, "r", "48213")], ("email", "a@b.org"), ("r", "48213"), task=task)[1] == []
    assert checked([EMAIL], ("email", "a@b.org"), task=task)[1] == [
        "The task says “48213”, and nothing that would be sent carries it."]


def test_hidden_fields_and_boxes_ask_nothing() -> None:
    sheet, rest = checked([hidden(1, "email", "nonsense", required=True)], ("email", "nonsense"))
    assert (row_of(sheet, "email").doubts, rest) == ((), [])


def test_the_persons_own_answer_stands_above_the_task() -> None:
    on, decoded = page(control(1, "meter", "Meter number")), wire(("meter", "B99X10001"))
    for kind, found in ((SourceKind.PROFILE, True), (SourceKind.ANSWER, False)):
        sheet = sheet_of(decoded, on, ours(1, "meter", "B99X10001", kind))
        marked, _ = doubted(sheet, decoded, on, "Read it.\nMeter number: A14K22317", FACTS)
        assert bool(row_of(marked, "meter").doubts) is found


@pytest.mark.browser
async def test_what_a_form_leaves_of_the_task_is_said_on_its_sheet(person: Person, site: PracticeSite) -> None:
    person.add(f"{METER}. My old account was 70-113-2841", site.pages["meter-reading"])
    sheet = await to_review(person)
    assert [each for each in sheet["warnings"] if "nothing that would be sent" in each] == [
        "The task says “70-113-2841”, and nothing that would be sent carries it."]
    assert not any("doubtful" in row["flags"] for row in sheet["fields"])
