"""The profile view: editing in place, undo, adding, import, export, refreshes that lose nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gallery.profile import BROUGHT, FACTS, MISTAKES, fact, serve
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.navigation import Place, View
from desktop.profile.fact_row import FactRow
from desktop.profile.field import FactField
from desktop.profile.judging import Verdict
from desktop.profile.themes import MASK
from desktop.profile.view import ProfileView
from desktop.shell import Shell
from desktop.widgets.words import Words

CHANGED = {"tasks": [], "receipts": False, "profile": True, "settings": False}


@pytest.fixture
def view(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot) -> ProfileView:
    serve(desk, FACTS)
    made = ProfileView(window[1])
    window[0].setCentralWidget(made)
    window[0].show()
    qtbot.waitUntil(lambda: len(made.cards.rows) == len(FACTS))
    return made


def texts(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(Words) if label.isVisibleTo(root))


def press(root: QWidget, words: str) -> None:
    next(each for each in root.findChildren(QPushButton) if each.text() == words and each.isVisibleTo(root)).click()


def opened(view: ProfileView, kind: str) -> tuple[FactRow, FactField]:
    row = view.cards.rows[kind]
    row.open_editor()
    assert row.field is not None
    return row, row.field


def test_facts_stand_in_cards_and_private_ones_are_masked(view: ProfileView) -> None:
    seen = texts(view)
    assert "Name and identity" in seen
    assert "Eleanor" in seen
    assert MASK in seen
    assert "925665416" not in seen
    assert "Curlew <b>II</b>" in seen
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in view.findChildren(Words))


def test_the_eye_shows_a_value_for_a_while_and_hiding_the_view_masks_it(view: ProfileView) -> None:
    row = view.cards.rows["passport-number"]
    row.toggle_value()
    assert "925665416" in texts(row)
    view.hide()
    view.show()
    assert "925665416" not in texts(row)
    row.toggle_value()
    row._again.timeout.emit()
    assert "925665416" not in texts(row)


def test_a_wrong_value_says_so_beside_the_field_and_is_not_kept(view: ProfileView, desk: StandIn, qtbot: QtBot) -> None:
    row, field = opened(view, "postal-code")
    field.set_text("tq")
    qtbot.waitUntil(lambda: field.judgement.verdict is Verdict.WRONG)
    assert field.note == "A postcode such as TQ12 4AB is wanted here."
    assert not row.save_button.isEnabled()
    row.save()
    assert row.editing
    assert desk.asked("profile set") == []


def test_a_value_is_kept_by_enter_and_undo_brings_the_former_back(view: ProfileView, desk: StandIn, shell: Shell,
                                                                  qtbot: QtBot) -> None:
    row, field = opened(view, "postal-code")
    field.set_text("tq12 4cd")
    qtbot.waitUntil(lambda: field.note == "Will be kept as TQ12 4CD")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not row.editing)
    assert desk.asked("profile set") == [{"kind": "postal-code", "value": "tq12 4cd"}]
    assert shell.undo.undo()
    qtbot.waitUntil(lambda: desk.asked("profile set")[-1] == {"kind": "postal-code", "value": "TQ12 4AB"})


def test_a_doubt_can_be_overridden(view: ProfileView, desk: StandIn, qtbot: QtBot) -> None:
    row, field = opened(view, "vehicle-registration")
    field.set_text("AB12")
    qtbot.waitUntil(lambda: row.save_button.text() == "Save anyway")
    row.save()
    qtbot.waitUntil(lambda: not row.editing)
    assert desk.asked("profile set") == [{"kind": "vehicle-registration", "value": "AB12"}]


def test_typing_asks_once_and_drops_older_answers(view: ProfileView, desk: StandIn, qtbot: QtBot) -> None:
    _row, field = opened(view, "postal-code")
    qtbot.waitUntil(lambda: field.judgement.verdict is Verdict.FITS)
    before = len(desk.asked("profile check"))
    for text in ("T", "TQ", "TQ1", "TQ12 4"):
        field.set_text(text)
    assert field.judgement.verdict is Verdict.CHECKING
    qtbot.waitUntil(lambda: field.judgement.verdict is Verdict.FITS)
    assert [each["value"] for each in desk.asked("profile check")[before:]] == ["TQ12 4"]


def test_a_refusal_by_the_agent_keeps_what_was_typed(view: ProfileView, desk: StandIn, qtbot: QtBot) -> None:
    row, field = opened(view, "given-name")
    field.set_text("Ellie")
    qtbot.waitUntil(lambda: field.judgement.can_be_kept)
    desk.reply("profile set", Problem("The disk is full."))
    row.save()
    qtbot.waitUntil(lambda: field.note == "The disk is full.")
    assert field.text == "Ellie"


def test_escape_closes_the_editor(view: ProfileView, qtbot: QtBot) -> None:
    row, field = opened(view, "given-name")
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert not row.editing


def test_an_address_keeps_its_line_breaks(view: ProfileView) -> None:
    _row, field = opened(view, "street-address")
    assert isinstance(field.edit, QPlainTextEdit)
    assert field.text == "14 Quarry Lane\nThornmere"


def test_a_refresh_loses_nothing_that_is_being_typed(view: ProfileView, desk: StandIn, qtbot: QtBot) -> None:
    row, field = opened(view, "given-name")
    field.set_text("Elea")
    serve(desk, [fact("given-name", "Nora"), *FACTS[1:], fact("country", "GB")])
    desk.changed.emit(CHANGED)
    qtbot.waitUntil(lambda: "country" in view.cards.rows)
    assert view.cards.rows["given-name"] is row
    assert field.text == "Elea"
    assert "changed elsewhere" in texts(row)


def test_a_fact_that_is_removed_while_it_is_edited_stays_until_that_ends(view: ProfileView, desk: StandIn,
                                                                        qtbot: QtBot) -> None:
    row, _field = opened(view, "given-name")
    serve(desk, FACTS[1:])
    desk.changed.emit(CHANGED)
    qtbot.waitUntil(lambda: row.gone)
    assert row.isVisible()
    row.close_editor()
    assert "given-name" not in view.cards.rows


def test_other_changes_ask_nothing(view: ProfileView, desk: StandIn) -> None:
    before = len(desk.calls)
    desk.changed.emit({**CHANGED, "profile": False, "tasks": ["t1"]})
    assert len(desk.calls) == before


def test_removing_can_be_taken_back(view: ProfileView, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    opened(view, "tel")
    press(view.cards.rows["tel"], "Remove this fact")
    qtbot.waitUntil(lambda: desk.asked("profile remove") == [{"kind": "tel"}])
    with qtbot.waitSignal(shell.undo.undone):
        qtbot.waitUntil(shell.undo.undo)
    qtbot.waitUntil(lambda: desk.asked("profile set") == [{"kind": "tel", "value": "+447700900183"}])


def test_where_it_went_leads_to_the_receipt(view: ProfileView, shell: Shell, qtbot: QtBot) -> None:
    row = view.cards.rows["iban"]
    row.toggle_sent()
    assert "bank.example" in texts(row)
    assert "23 November 2026" in texts(row)
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        press(row, "Receipt")
    assert wanted.args == [Place(View.RECEIPTS, "r9")]


def test_a_source_chip_leads_to_its_fact(view: ProfileView, qtbot: QtBot) -> None:
    view.search.setText("boat")
    view.go(Place(View.PROFILE, "vehicle-registration"))
    row = view.cards.rows["vehicle-registration"]
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    assert row.property("tone") == "info"


def test_going_to_a_fact_before_the_facts_are_here_waits_for_them(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    serve(desk, FACTS)
    made = ProfileView(shell)
    qtbot.addWidget(made)
    made.go(Place(View.PROFILE, "tel"))
    made.show()
    qtbot.waitUntil(lambda: "tel" in made.cards.rows and made.cards.rows["tel"].property("tone") == "info")


def test_going_to_a_fact_that_is_gone_says_so(view: ProfileView) -> None:
    view.go(Place(View.PROFILE, "shoe-size"))
    assert "That fact is not in your profile now: shoe size." in texts(view)


def test_finding_hides_the_rest(view: ProfileView) -> None:
    view.search.setText("postcode")
    assert [kind for kind, row in view.cards.rows.items() if row.isVisible()] == ["postal-code"]
    assert "Name and identity" not in texts(view)
    view.search.setText("<i>zzz</i>")
    assert "No fact is found by “<i>zzz</i>”." in texts(view)


def test_adding_a_fact(view: ProfileView, desk: StandIn, qtbot: QtBot) -> None:
    dialog = view.add_fact()
    dialog.search.setText("meter")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.field is not None
    assert dialog.field.kind == "meter-number"
    assert not dialog.add_button.isEnabled()
    dialog.field.set_text("1200023305967")
    qtbot.waitUntil(lambda: dialog.add_button.isEnabled())
    with qtbot.waitSignal(dialog.accepted):
        dialog.add_button.click()
    assert desk.asked("profile set") == [{"kind": "meter-number", "value": "1200023305967"}]


def test_adding_a_fact_of_ones_own_and_taking_it_back(view: ProfileView, desk: StandIn, shell: Shell,
                                                      qtbot: QtBot) -> None:
    dialog = view.add_fact()
    dialog.search.setText("Kennel number")
    press(dialog, "A fact of my own …")
    assert dialog.field is not None
    assert dialog.name.text() == "Kennel number"
    dialog.field.set_text("K-7")
    dialog._named()
    qtbot.waitUntil(lambda: dialog.add_button.isEnabled())
    with qtbot.waitSignal(dialog.accepted):
        dialog.add_button.click()
    assert desk.asked("profile set") == [{"kind": "custom-kennel-number", "value": "K-7"}]
    shell.undo.undo()
    qtbot.waitUntil(lambda: desk.asked("profile remove") == [{"kind": "custom-kennel-number"}])


def test_a_name_that_is_taken_is_refused_before_it_replaces_anything(view: ProfileView, desk: StandIn,
                                                                     qtbot: QtBot) -> None:
    dialog = view.add_fact()
    dialog.choose("", "")
    dialog.name.setText("Boat name")
    assert dialog.field is not None
    dialog.field.set_text("Heron")
    qtbot.waitUntil(lambda: dialog.add_button.isEnabled())
    dialog.add_button.click()
    assert "You have a fact of that name" in dialog.field.note
    assert desk.asked("profile set") == []
    dialog.reject()


def test_an_import_shows_what_it_would_bring_then_brings_it_and_undo_restores(
        view: ProfileView, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    view.preview("/home/e/Eleanor.vcf")
    qtbot.waitUntil(lambda: view.bringing.isVisible())
    seen = texts(view.bringing)
    assert "+447700900183  →  +447700900999" in seen
    assert "pictures are not taken over" in seen
    assert "GB82WEST" not in seen
    assert desk.asked("profile import") == []
    with qtbot.waitSignal(view.bringing.imported):
        press(view.bringing, "Import")
    assert desk.asked("profile import") == [{"file": "/home/e/Eleanor.vcf", "seen": BROUGHT["seen"]}]
    shell.undo.undo()
    qtbot.waitUntil(lambda: len(desk.asked("profile set")) + len(desk.asked("profile remove")) == 4)
    assert {each["kind"]: each["value"] for each in desk.asked("profile set")} == {
        "tel": "+447700900183", "iban": "GB29NWBK60161331926819"}
    assert {each["kind"] for each in desk.asked("profile remove")} == {"country", "university"}


def test_cancelling_an_import_changes_nothing(view: ProfileView, desk: StandIn, qtbot: QtBot) -> None:
    view.preview("/x.vcf")
    qtbot.waitUntil(lambda: view.bringing.isVisible())
    press(view.bringing, "Cancel")
    assert not view.bringing.isVisible()
    assert desk.asked("profile import") == []


def test_every_mistake_of_a_file_is_listed(view: ProfileView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("profile preview", Problem(MISTAKES, "ImportProblem"))
    view.preview("/x.vcf")
    qtbot.waitUntil(lambda: view.bringing.isVisible())
    for line in MISTAKES.splitlines():
        assert line[1:] in texts(view.bringing)
    assert "Nothing was changed" in texts(view.bringing)


@pytest.mark.parametrize(("name", "taken"), [("me.vcf", True), ("me.json", True), ("letter.pdf", False)])
def test_dropping_a_file_of_facts_previews_it_and_leaves_others_to_the_window(
        view: ProfileView, desk: StandIn, tmp_path: Path, name: str, taken: bool) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)
    view.dragEnterEvent(enter)
    assert enter.isAccepted() is taken
    view.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                              Qt.KeyboardModifier.NoModifier))
    assert desk.asked("profile preview") == ([{"file": str(tmp_path / name)}] if taken else [])


def test_an_export_cautions_then_writes_for_its_owner_alone(view: ProfileView, tmp_path: Path) -> None:
    view.export()
    assert "Anyone who gets the file can read it" in texts(view)
    assert view.giving is not None
    view.giving.save_to(str(tmp_path / "facts.json"))
    written = tmp_path / "facts.json"
    assert json.loads(written.read_text(encoding="utf-8"))["iban"] == "GB29NWBK60161331926819"
    assert written.stat().st_mode & 0o077 == 0
    assert view.giving is None


def test_a_failed_export_says_why(view: ProfileView, shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    view.export()
    assert view.giving is not None
    with qtbot.waitSignal(shell.teller.said) as said:
        view.giving.save_to(str(tmp_path / "no" / "facts.json"))
    assert said.args is not None
    assert said.args[1] == "danger"
    assert list(tmp_path.iterdir()) == []


def test_an_empty_profile_invites(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    serve(desk, [])
    made = ProfileView(shell)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "Nothing about you yet" in texts(made))
    assert not made.export_button.isEnabled()


def test_a_failure_offers_another_try(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    made = ProfileView(shell)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "does not answer" in texts(made))
    serve(desk, FACTS)
    press(made, "Try again")
    qtbot.waitUntil(lambda: len(made.cards.rows) == len(FACTS))
    qtbot.waitUntil(lambda: "does not answer" not in texts(made))


def test_every_control_has_a_name(view: ProfileView) -> None:
    for kind in BROUGHT["replaces"]:
        opened(view, kind)
    for each in [*view.findChildren(QPushButton), *view.findChildren(QToolButton)]:
        assert each.text() or each.accessibleName(), each
    for field in view.findChildren(FactField):
        assert field.edit.accessibleName()
