"""What differs from the chore's last time, and what folds away for it: never what needs a look or an own yes."""

from __future__ import annotations

from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from agent.protocol.messages import SubmissionDoc
from desktop.gallery.review import chores_again
from desktop.gallery.review_samples import money_rows, row, since_last, submission
from desktop.gallery.stand_in import StandIn
from desktop.review.arming import to_see, to_tick
from desktop.review.grouping import Group, items_of, sections
from desktop.review.head import warnings_of
from desktop.review.lines import line_of, spoken
from desktop.review.pane import ReviewPane
from desktop.shell import Shell


def with_since(doc: SubmissionDoc, same: list[str], changes: list[Any] | None = None) -> SubmissionDoc:
    return cast("SubmissionDoc", {**doc, "since_last": {**since_last(), "same": same, "changes": changes or []}})


def test_what_changed_stands_first_with_the_day_and_asks_for_nothing_by_itself() -> None:
    first, *_ = sections(chores_again())
    assert (first.group, first.title, first.folded) == (Group.SINCE, "Since last time (3 October 2026)", False)
    assert first.hint.startswith("4 values are the same")
    assert not any(item.must_see or item.own_yes for item in first.items)
    deposit, consent, *_ = (line_of(item) for item in first.items)
    assert (deposit.before, deposit.value) == ("15.00", "20.00")
    assert [mark.text for mark in consent.marks] == ["Consent", "New field"]
    assert "before: 15.00" in spoken(deposit, must_see=False, seen=False, ticked=False)


def test_that_nothing_changed_is_said() -> None:
    first, *_ = sections(with_since(submission([row("Name", "Ada")]), ["name"]))
    assert [line_of(item).value for item in first.items] == ["Nothing is different."]


def test_of_a_task_without_a_last_time_nothing_is_said() -> None:
    for none in (submission([row("Name", "Ada")]), cast("SubmissionDoc", {**submission([]), "since_last": None})):
        assert all(section.group is not Group.SINCE for section in sections(none))


@pytest.mark.parametrize("make", [money_rows, lambda: chores_again()["fields"]])
def test_what_is_as_it_was_folds_only_where_it_needs_neither_a_look_nor_a_yes(make: Any) -> None:
    plain = submission(make())
    names = [each["name"] for each in plain["fields"]]
    before, now = items_of(sections(plain)), items_of(sections(with_since(plain, names)))
    assert to_see(before, ()) == to_see(now, ())                     # the same lines, not only as many
    assert to_tick(before, ()) == to_tick(now, ())
    moved = [each for each in now if each.group is Group.SAME and each not in before]
    assert all(not (each.must_see or each.own_yes) for each in moved)
    assert [each for each in before if each.group is Group.REST and not each.must_see]
    assert not [each for each in now if each.group is Group.REST and not each.must_see]
    assert {each.id for each in before} <= {each.id for each in now}  # nothing left the sheet


def test_a_second_sending_is_warned_about_before_all_else() -> None:
    doc = {**chores_again(), "problems": ["One part is garbled."]}
    assert warnings_of(cast("SubmissionDoc", doc))[0][0].startswith("You already sent what was due for")
    assert len(warnings_of(cast("SubmissionDoc", doc))) == 3


def test_one_key_shows_what_is_unchanged_and_the_head_leads_to_the_chore(
        shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("submission", chores_again())
    pane = ReviewPane(shell, moment=0)
    qtbot.addWidget(pane)
    pane.show_submission("s1")
    qtbot.waitUntil(lambda: pane.doc is not None and pane.body.rows.sheet.whole)
    at = [section.id for section in pane.body.rows.sheet.sections].index("same")
    index = pane.body.rows.sheet.index(at, 0)
    assert not pane.body.rows.isExpanded(index)
    left = pane.standing().to_see, pane.standing().to_tick
    shell.commands.run("review.unchanged")
    assert pane.body.rows.isExpanded(index)
    assert (pane.standing().to_see, pane.standing().to_tick) == left
    shell.commands.run("review.unchanged")
    assert not pane.body.rows.isExpanded(index)
    places: list[Any] = []
    shell.navigator.wanted.connect(places.append)
    pane.body.head.of_chore.open.click()
    assert (places[0].view, places[0].id) == ("chores", "h1")
