"""What can't be read for sure has a tick of its own in the window, and approval waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gallery.review_samples import file_rows, row, submission
from desktop.gallery.stand_in import StandIn
from desktop.review.grouping import Group, items_of, sections
from desktop.review.lines import PREVIEW, line_of
from desktop.review.pane import ReviewPane

Opened = Callable[..., ReviewPane]

BODY = row("", "2 bytes of type application/octet-stream, sha256 ab", "hidden", name="(body)", flags=["unreadable"])
DOC = submission([row("Meter reading", "48213", "task"), BODY], problems=["The body holds something outside."])


def test_they_stand_first_under_their_own_heading_each_with_a_tick() -> None:
    first = sections(DOC)[0]
    assert first.group is Group.UNREAD
    assert [(item.doc["name"], item.own_yes, item.must_see) for item in first.items] == [
        ("problem 1", True, True), ("(body)", True, True)]


def test_approval_waits_for_every_tick_and_names_each(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(DOC)
    rows = pane.body.rows
    for left in (2, 1):
        assert rows.next_to_check()
        qtbot.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not desk.asked("approve"), f"{left} ticks are missing"
        assert rows.tick_current()
    qtbot.waitUntil(lambda: pane.standing().settled)
    qtbot.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desk.asked("approve")))
    assert desk.asked("approve")[0]["accept"] == ["problem 1", "(body)"]


def test_files_say_what_they_are_and_whether_they_are_the_persons() -> None:
    lines = {row_["name"]: line_of(item) for item in items_of(sections(submission(file_rows())))
             if (row_ := item.doc)["file"] is not None}
    assert "By its content: PNG image, 1280 × 960" in lines["photo"].notes
    assert "Not what you attached: the page changed the file" in lines["photo"].notes
    assert "By its content: PDF, 3 pages" in lines["statement"].notes
    assert "| Dear Sir or Madam," in lines["letter"].notes
    assert [name for name, line in lines.items() if line.picture] == ["picture"]


def test_what_a_file_holds_can_not_draw_on_its_line() -> None:
    file = {**file_rows()[3]["file"], "kind": "\u202ePNG", "preview": "a\x1b[2J\u202eb\n" * 50}  # type: ignore[dict-item]
    (item,) = items_of(sections(submission([row("F", "f", file=file, flags=["file"])])))
    notes = line_of(item).notes
    assert len(notes) <= PREVIEW + 6
    assert all(char.isprintable() for note in notes for char in note)


def test_a_value_that_is_opened_whole_is_folded_below_and_never_when_it_needs_a_yes() -> None:
    last = sections(submission(file_rows()))[-1]
    assert (last.group, last.folded, [item.doc["name"] for item in last.items]) == (Group.OPENED, True, ["payload"])
    for more in ({"needs_own_yes": True}, {"flags": ["unreadable"]}):
        (item,) = items_of(sections(submission([row("P", "{}", opened=True, **more)])))
        assert item.own_yes
        assert item.group is not Group.OPENED


def test_a_picture_is_painted_once_it_is_loaded(opened: Opened, qtbot: QtBot) -> None:
    pane = opened(submission([each for each in file_rows() if each["name"] == "picture"]))
    rows = pane.body.rows
    (item,) = rows.sheet.items
    placed = rows.lines.placed(item)
    assert (placed.picture.width(), placed.picture.height()) == (160, 120)
    qtbot.waitUntil(lambda: not rows.lines.small(item).isNull())
    assert rows.lines.small(item).width() <= 160
