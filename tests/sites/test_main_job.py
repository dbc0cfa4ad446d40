"""The whole app on form pages that others wrote: from a dropped-in task to one request and its receipt."""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.sites.expected import BY_HAND, JOBS, MARCUS, ByHand, Job
from tests.sites.pages import PAGES
from tests.sites.person import Person, on_sheet, on_wire, parts_of
from tests.sites.recorder import Recorder

pytestmark = pytest.mark.browser

PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63600000020000"
    "01e221bc330000000049454e44ae426082")


def source(row: dict[str, Any]) -> str:
    return f"{row['source']}:{row['detail']}" if row["detail"] else str(row["source"])


def test_every_page_of_the_collection_is_here() -> None:
    assert {job.page for job in JOBS} | {page.page for page in BY_HAND} == {page.name for page in PAGES}


@pytest.mark.parametrize("job", [
    pytest.param(job, marks=[pytest.mark.slow] * (number % 2), id=job.page) for number, job in enumerate(JOBS)])
async def test_a_page_gets_what_its_labels_ask_for_and_only_after_approval(
        site: Recorder, own_home: Path, tmp_path: Path, job: Job) -> None:
    file = tmp_path / (job.file or "none")
    file.write_bytes(PHOTO)
    with Person(own_home, job.person) as person:
        task = person.add(job.task, site.page(job.page), [file] if job.file else [])
        story = await person.sees_through(task, site.records, {
            each.text.splitlines()[0]: each.answer for each in job.asked})

    assert [(each["summary"], tuple(each["options"])) for each in story.questions] == [
        (each.text, each.options) for each in job.asked]
    assert (len(story.sheets), story.arrived) == (1, [0]), "one review, and nothing had arrived by then"
    (sheet,) = story.sheets
    assert Counter((row["key"], row["value"], source(row)) for row in sheet["fields"]) == Counter(
        (each.name, each.value, each.source) for each in job.sent)
    assert [row for row in sheet["fields"] if row["source"] == "guessed"] == []

    (record,) = site.records
    assert (record.method, record.target) == ("POST", f"/submit/{job.page}")
    assert on_wire(record) == on_sheet(sheet)
    if job.file:
        (digest,) = [row["file"]["sha256"] for row in sheet["fields"] if row["file"]]
        (content,) = [content for _, filename, content in parts_of(record) if filename]
        assert content == PHOTO
        assert hashlib.sha256(content).hexdigest() == digest

    assert (story.task["state"], story.task["message"]) == ("done", "")
    (receipt,) = story.receipts
    assert (receipt["state"], receipt["status"], receipt["reference"]) == ("confirmed", 200, record.reference)
    assert_pictured(sheet)


def assert_pictured(sheet: dict[str, Any]) -> None:
    """Every control that we filled is outlined within the picture, and the picture is the whole page."""
    width, height = struct.unpack(">II", Path(sheet["screenshot"]).read_bytes()[16:24])
    ours = {row["key"] for row in sheet["fields"] if row["given"]}
    assert {box["name"] for box in sheet["boxes"]} == ours
    for box in sheet["boxes"]:
        left, top, wide, high = box["box"]
        assert 0 <= left < left + wide <= width
        assert 0 <= top < top + high <= height


@pytest.mark.parametrize("page", BY_HAND, ids=lambda page: page.page)
async def test_a_page_with_a_password_is_left_to_the_person_in_clear_words(
        site: Recorder, own_home: Path, page: ByHand) -> None:
    address = site.page(page.page)
    with Person(own_home, MARCUS) as person:
        task = person.add(page.task, address)
        story = await person.lets_it_run(task)
        assert story.task["state"] == "needs_answer"
        assert [(each["kind"], each["summary"]) for each in story.questions] == [
            ("takeover", f"{page.says}\nThe page: {address}"), *(("question", text) for text in page.also)]
    assert story.receipts == []
    assert site.records == []


@pytest.mark.slow
async def test_a_page_that_is_still_in_the_way_after_the_persons_turn_ends_the_task_and_says_so(
        site: Recorder, own_home: Path) -> None:
    with Person(own_home, MARCUS) as person:
        task = person.add("Create an account for me", site.page("uswds-create-account"))
        story = await person.lets_it_run(task)
        for each in story.questions:
            person.call["answer"](person.desk, question=each["id"], value="yes")
        story = await person.lets_it_run(task)
    assert story.task["state"] == "failed"
    assert story.task["message"] == f"{BY_HAND[0].says} It is still there, so the form can't be finished."
    assert site.records == []
