"""Whole walks from start page to answer: one of each kind of obstacle; `python -m tests.walks.run` has them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.ground import own
from tests.flows.harness import take
from tests.flows.server import Answer, Heard, Site
from tests.runs.household import Person
from tests.walks.every import BY_NAME, WALKS
from tests.walks.pages import EN, fields, form_page, page
from tests.walks.surprises import CONFIRMS, PDF

SAMPLE = ("way-back", "cookies-settings-it", "session-fr-posted", "tab-link", "find-en", "condition-clears")
"""Small ones, of several languages."""


@pytest.mark.browser
@pytest.mark.parametrize("name", SAMPLE)
async def test_a_walk_arrives_with_all_fields_right(name: str) -> None:
    outcome = await take(BY_NAME[name].flow)
    assert outcome.completed, (outcome.wrong, outcome.message, outcome.other_questions)
    assert len(outcome.reviews) <= outcome.flow.most_reviews
    assert outcome.unapproved == []


async def through(person: Person, url: str) -> None:
    """The person approves every review and answers nothing."""
    person.add(EN.task, url)
    async with person.running() as work:
        while True:
            await person.until_needed(work)
            waiting = person.call("inbox")
            if not waiting or waiting[0]["kind"] != "submission":
                return
            sheet = person.held()
            person.call("approve", id=sheet["id"], digest=sheet["digest"])
            await person.until(lambda number=sheet["id"]: person.call("submission", id=number)["state"] != "held", work)
            await person.until(lambda: person.state() not in ("needs_review", "sending"), work)


@pytest.mark.browser
async def test_a_form_that_was_sent_is_never_sent_again_when_the_session_is_said_to_have_expired(
        person: Person) -> None:
    def expired(site: Site, request: Heard) -> Answer:
        site.accept(request)
        return page(EN, f"<main><h1>Your session has timed out</h1><p>Please start again.</p><form action='/send' "
                        f"method='post'>{fields(EN)}<button>Start again</button></form></main>")

    with own(lambda: Site({"GET /": form_page(EN), "POST /send": expired}), "/")() as ground:
        await through(person, ground.start)
        assert len(ground.accepted()) == 1
    assert "does not clearly confirm" in person.task()["message"]
    assert person.receipt()["state"] == "answered"


@pytest.mark.browser
async def test_a_dialog_is_never_agreed_to_without_the_persons_yes(person: Person) -> None:
    asks = CONFIRMS.replace("%SAYS%", "Do you really want to send this?")
    with own(lambda: Site({"GET /": form_page(EN, asks)}), "/")() as ground:
        await through(person, ground.start)
        (question,) = person.questions()
        assert "Do you really want to send this?" in question["summary"]
        person.call("answer", question=question["id"], value="no")
        assert await person.run() == {"t1": "failed"}
        assert ground.arrived() == [] or all(body.endswith(b"\n") for _, body in ground.arrived())
    assert "you said no" in person.task()["message"]


@pytest.mark.browser
async def test_a_document_that_the_confirming_page_links_to_is_kept_with_the_receipt(person: Person) -> None:
    with BY_NAME["document-link"].flow.site() as ground:
        await through(person, ground.start)
    (kept,) = person.receipt()["documents"]
    assert (kept["name"], kept["media_type"]) == ("receipt.pdf", "application/pdf")
    assert Path(kept["path"]).read_bytes() == PDF
    assert Path(kept["path"]).stat().st_mode & 0o077 == 0


def test_there_are_walks_of_every_obstacle_in_eight_languages() -> None:
    assert len(WALKS) >= 50
    assert len(BY_NAME) == len(WALKS)
    assert len({each.flow.task for each in WALKS}) == 8
