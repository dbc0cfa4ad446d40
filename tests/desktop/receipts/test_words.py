"""Plain words for states, answers and times, and months as headings."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

import pytest

from desktop.gallery.receipts import PERMIT_ROWS, RECEIPTS, row
from desktop.receipts.rows import joined, rows
from desktop.receipts.words import (
    agreed_to,
    answer_words,
    approval_words,
    by_the_page,
    short_mark,
    site_of,
    state_words,
    tidy,
)
from desktop.widgets import when


@pytest.mark.parametrize(("status", "wanted"), [
    (0, "no answer was seen"), (200, "the site took it (answer 200)"),
    (303, "the site took it and led on to its next page (answer 303)"), (422, "the site refused it (answer 422)"),
    (503, "the site had a fault (answer 503)"), (700, "the site answered (answer 700)")])
def test_answers_in_words(status: int, wanted: str) -> None:
    assert answer_words(status) == wanted


def test_doubt_is_called_doubt() -> None:
    assert "not known" in state_words("unknown").sentence
    assert "clear confirmation" in state_words("answered").sentence
    assert state_words("something new").word == "Sent"


def test_a_step_under_a_permission_is_not_called_an_approval_of_its_own() -> None:
    assert approval_words("grant", "today") != approval_words("approve", "today")


def test_times_are_local_and_said_in_words() -> None:
    east = timezone(timedelta(hours=2))
    assert when.full("2026-11-30T23:30:00+00:00", east) == "1 December 2026 at 01:30"
    assert when.short("2026-11-30T23:30:00Z", UTC) == "30 Nov, 23:30"
    assert when.full("2026-11-30T23:30:00", UTC) == "30 November 2026 at 23:30"
    assert when.day("no time", UTC) == when.UNKNOWN


def test_receipts_stand_under_their_local_month() -> None:
    late = [{**RECEIPTS[0], "sent_at": "2026-11-30T23:30:00Z"}]
    assert [line.heading for line in rows(late, timezone(timedelta(hours=2)))] == ["December 2026", ""]
    headings = [line.heading for line in rows(RECEIPTS, UTC) if line.heading]
    assert headings == ["November 2026", "October 2026", "September 2026"]


def test_a_receipt_that_comes_twice_stays_where_it_was() -> None:
    assert [doc["id"] for doc in joined(RECEIPTS[:2], RECEIPTS[1:3])] == ["r9", "r8", "r7"]


def test_tokens_of_the_page_are_told_from_the_persons_values() -> None:
    assert [by_the_page(each) for each in PERMIT_ROWS] == [False] * 7 + [True] * 2


def test_a_fee_that_the_page_sent_unseen_is_not_folded_away() -> None:
    assert not by_the_page(row("Fee", "85.00", "hidden", flags=("money",)))


def test_what_was_agreed_to_is_named_by_its_label() -> None:
    approval = RECEIPTS[0]["approvals"][0]
    assert agreed_to(approval, PERMIT_ROWS) == ("I confirm that the details are true",)
    assert agreed_to(approval, []) == ("i-confirm-that-the-details-are-true",)


def test_what_is_copied_has_nothing_unseen_in_it() -> None:
    assert tidy(" PP\u202e-1\n\u200b") == "PP-1"


def test_fingerprints_can_be_compared_by_eye() -> None:
    assert short_mark("0123456789abcdefff") == "0123 4567 89ab cdef"


@pytest.mark.parametrize(("address", "wanted"), [
    ("https://a.example", "a.example"), ("http://user:pw@a.example:81/x", "a.example:81"), ("", ""),
    ("https://[bad", "https://[bad")])
def test_sites(address: str, wanted: str) -> None:
    assert site_of(address) == wanted
