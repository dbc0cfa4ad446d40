"""A plan in the real app: a dropped list, three councils, one left out, each decided on its own sheet by keyboard.

The oracles stand at the councils.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from agent.practice import PracticeSite, records, requests
from desktop.navigation import View
from desktop.plan.pane import PlanPane
from tests.desktop.test_end_to_end import App, app, texts_of  # noqa: F401 - a fixture

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NAMES = ("North", "South", "East")
READINGS = ("48213", "51999", "60001")


@pytest.fixture
def sites(tmp_path: Path) -> Iterator[list[PracticeSite]]:
    with ExitStack() as stack:
        yield [stack.enter_context(PracticeSite(tmp_path / f"{name}.db")) for name in NAMES]


def test_a_dropped_list_becomes_a_plan_and_each_place_gets_its_own(app: App, sites: list[PracticeSite]) -> None:  # noqa: F811
    app.drop("Submit my meter readings:\n" + "\n".join(
        f"- {name}: {site.pages['meter-reading']} reading {reading}, account number 70-113-28{number}"
        for number, (name, site, reading) in enumerate(zip(NAMES, sites, READINGS, strict=True))))
    entry = app.inbox.entry
    app.until(lambda: entry.cards and entry.add_button.text() == "Add 3 tasks")
    entry.cards[0].plan.boxes[2].click()                                             # not in the east
    assert entry.add_button.text() == "Add 2 tasks"
    app.key(entry.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    app.until(lambda: app.inbox.detail.plan_id == "p1")                              # the plan is what one looks at
    pane = cast("PlanPane", app.inbox.detail.stack.currentWidget())
    app.until(lambda: pane.doc and len(pane.reviews.cards) == 2)                     # it came by itself
    assert pane.summary.text() == "2 places: 2 to review."
    assert {"48213", "51999"} <= set(texts_of(pane.reviews))
    assert "The same on all of them" in texts_of(pane.reviews)
    assert not any(each.method != "GET" for site in sites for each in requests(site.database))

    app.window.activateWindow()
    next(each for each in pane.reviews.cards.values() if each.doc["task"] == "t1").button.click()
    app.until(lambda: app.inbox.detail.task_id == "t1")
    app.review().setFocus()
    app.approve_by_keyboard()
    app.until(lambda: app.call("task", id="t1")["state"] == "done")
    assert [each.fields["reading"] for each in records(sites[0].database)] == ["48213"]
    assert records(sites[1].database) == []                                          # one decision, one place
    strip = app.inbox.detail.strip
    app.until(lambda: strip.isVisible() and strip.onward.text() == "Next: South (1 left)")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    app.until(lambda: app.inbox.detail.task_id == "t2")
    app.review().setFocus()
    app.approve_by_keyboard()
    app.until(lambda: app.call("task", id="t2")["state"] == "done")

    app.window.shell.navigator.go(View.INBOX, "p1")
    app.until(lambda: app.inbox.detail.plan_id == "p1" and pane.summary.text() == "All 2 places are done.")
    assert [each.text() for each in pane.places.findChildren(QPushButton) if each.isVisible()] == ["Receipt"] * 2
    for site, mine, theirs in ((sites[0], "48213", "51999"), (sites[1], "51999", "48213")):
        (record,) = records(site.database)
        assert record.fields["reading"] == mine
        assert theirs.encode() not in record.raw
    assert requests(sites[2].database) == []    # what was left out was never opened
