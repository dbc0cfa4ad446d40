"""Hostile strings in every text of the document: shown inert, bounded, away from the decisions."""

from __future__ import annotations

import time
import unicodedata
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agent.protocol.messages import SubmissionDoc
from desktop.gallery.review_samples import row, submission
from desktop.gallery.stand_in import StandIn
from desktop.review.delegate import SheetDelegate
from desktop.review.geometry import TALLEST
from desktop.review.lines import safe
from desktop.review.pane import ReviewPane
from desktop.review.viewer import Viewer
from desktop.shell import Shell
from tests.desktop.review.conftest import Opened

HOSTILE: tuple[str, ...] = (
    "\u202eevorppA\u202c", "\u202dApprove\u202c", "\u2066a\u2067b\u2069", "\u200fabc\u200e", "\u061cabc",
    "a\u200bb\u200cc\u200dd", "\ufeffstart", "\u2060joined", "\u00adsoft\u00adhyphen", "\u180emongolian",
    "A" * 100_000, "word " * 20_000, "\u0301" * 5_000, "Z" + "\u0321\u0300" * 400, "\n" * 100_000,
    "\r\n" * 5_000, "\t" * 3_000, "\x00null\x00", "\x1b[31mred\x1b[0m", "\x07\x08\x7f",
    "\ud800", "\udfff lone", "a\ud83d", "\U0010ffff", "\ue000private",
    "<b>bold</b>", "<h1>Approved</h1>", "<img src='file:///etc/passwd'>", "<img src=http://127.0.0.1:9/x.png>",
    "<a href='file:///etc/passwd'>Approve</a>", "<style>*{font-size:99px}</style>", "<table><tr><td>x", "&lt;b&gt;",
    "&Approve and send", "&&&&", "%1 %2 %n", "{\\rtf1\\ansi Approve}", "javascript:alert(1)",
    "[ Approve and send ]", "✓ Verified by Countersign      Your profile", "Ctrl+Enter approves",
    "\u2028line\u2029paragraph", "\u3164\u3164\u3164", "\u2800\u2800", "\ufffc\ufffd", "ﷺ" * 500, "𒐫" * 300,
    "العربية " * 50, "🏴󠁧󠁢󠁥󠁮󠁧󠁿👩‍👩‍👧‍👦", "x\ufe0f\U000e0101y", "QLabel { color: red }",
)
HOSTS = ("https://xn--80ak6aa92e.example", "https://\u202eelpmaxe.example", "https://" + "a." * 120 + "example",
         "https://<b>x</b>.example", "https://&amp.example", "https://xn--\u00e9.example", "https://a\x00b.example",
         "https://аpple.example", "not an origin at all", "https://[::1", "https://x.example:99999")
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _doc(text: str, **more: Any) -> SubmissionDoc:
    """The text in every place of a document that outside text can come to."""
    field = dict(detail=text, why=text, before=text, last=text, options=[text, text + "2"])
    file = {"filename": text, "media_type": text, "size": 1, "sha256": text}
    rows = [row(text, text + "1", "hidden", name=f"a{text}", shown="", **field),
            row(text, "v", "task", name="b", shown=text, **field),
            row(text, text, "page default", name="c", needs_own_yes=True, flags=["consent", text], **field),
            row(text, text, "document", name="d", file=file, flags=["file"], **field)]
    value = {"label": text, "source": "task", "value": text}
    made = dict(
        summary=text, button=text, warnings=[text] * 3, problems=[text], also_tried=[text], page_text=text,
        url=f"https://services.council.example/{text}", page_url=text, task_title=text, task_text=text, decided="",
        not_sent=[{"name": text, "label": text, "reason": text, "editable": True}],
        earlier=[{"submission": "s0", "url": text, "fields": [row(text, text)]}],
        step_grant={"origin": text, "values": [value], "written": [value]},
        difference=[{"name": text, "label": text, "before": text, "now": text + "1", "what": text}],
        boxes=[{"name": text, "box": [1.0, 2.0, 3.0, 4.0]}])
    return submission(rows, **{**made, **more})


def _indexes(pane: ReviewPane) -> list[QModelIndex]:
    sheet = pane.body.rows.sheet
    heads = [sheet.index(at, 0) for at in range(sheet.rowCount())]
    return [*heads, *(sheet.index(at, 0, head) for head in heads for at in range(sheet.rowCount(head)))]


def _is_inert(text: str) -> bool:
    return not any(unicodedata.category(sign) in _HIDDEN and sign not in "\n\u200b" for sign in text)


def _check(pane: ReviewPane) -> None:
    for index in _indexes(pane):
        words = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert words
        assert _is_inert(words)
        assert len(words) < 20_000
    for label in pane.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
        assert _is_inert(label.text())
        assert _is_inert(label.accessibleName())
        assert not label.openExternalLinks()
    for each in pane.findChildren(QWidget):
        assert not each.toolTip() or each.toolTip() == "Zoom (Z)"
    for button in pane.findChildren(QPushButton):
        assert _is_inert(button.text())
    for at in range(pane.body.rows.sheet.rowCount()):
        head = pane.body.rows.sheet.index(at, 0)
        for each in range(pane.body.rows.sheet.rowCount(head)):
            item = pane.body.rows.sheet.item_at(pane.body.rows.sheet.index(each, 0, head))
            assert item is not None
            placed = pane.body.rows.lines.placed(item)
            assert placed.height < 3 * TALLEST
            inside = [placed.label, placed.value, placed.before, *placed.notes]
            ours = [placed.source, placed.tick, placed.tick_words, *(rect for _, rect in placed.marks)]
            assert not [1 for one in inside for other in ours if one.isValid() and other.isValid()
                        and one.intersects(other)]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_anywhere_is_shown_inert(opened: Opened, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("something was loaded")

    monkeypatch.setattr(QNetworkAccessManager, "createRequest", never)
    pane = opened(_doc("harmless"))
    QApplication.processEvents()
    frame = pane.window()
    was = pane.body.bar.geometry(), pane.body.bar.approve.geometry(), frame.size()
    began = time.process_time()
    pane._take(_doc(text))
    QApplication.processEvents()
    picture = pane.grab()
    assert time.process_time() - began < 2.0
    assert (pane.body.bar.geometry(), pane.body.bar.approve.geometry(), frame.size()) == was
    centre = pane.body.bar.approve.mapTo(pane, pane.body.bar.approve.rect().center())
    assert pane.childAt(centre) is pane.body.bar.approve
    assert pane.body.rows.height() > 100
    assert not picture.isNull()
    _check(pane)


@pytest.mark.parametrize("origin", HOSTS)
def test_hostile_hosts_are_escaped_and_leave_the_decisions_in_place(opened: Opened, origin: str) -> None:
    pane = opened(_doc("harmless", origin=origin, step_grant=None))
    QApplication.processEvents()
    bar = pane.body.bar
    assert pane.size() == pane.window().size()
    assert pane.rect().contains(bar.geometry())
    assert bar.rect().contains(bar.approve.geometry())
    assert pane.childAt(bar.approve.mapTo(pane, QPoint(8, 8))) is bar.approve
    assert "&" not in bar.approve.text().replace("&&", "")
    _check(pane)


def test_the_head_never_crowds_out_the_list(opened: Opened) -> None:
    pane = opened(_doc("W" * 5_000, origin="https://" + "a" * 63 + "." + "b" * 63 + "." + "c" * 63 + ".example"))
    pane.window().resize(1000, 700)
    QApplication.processEvents()
    assert pane.body.rows.height() >= 120
    assert pane.window().height() == 700


def test_a_label_that_imitates_our_words_stays_in_its_cell(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[str, Any, Any]] = []
    kept = SheetDelegate._text
    monkeypatch.setattr(SheetDelegate, "_text", lambda self, painter, cell, text, style, colour: (
        drawn.append((text, style, cell)), kept(self, painter, cell, text, style, colour)))
    chips: list[str] = []
    monkeypatch.setattr(SheetDelegate, "_chip", lambda _self, _painter, _cell, mark: chips.append(mark.text))
    pane = opened(submission([row("Your profile", "Your profile", "hidden"), row("Approve and send", "x", "guessed")]))
    pane.body.rows.viewport().grab()
    assert set(chips) == {"Hidden", "Guessed"}
    assert {style for text, style, _ in drawn if text in ("Your profile", "Approve and send")} == {"label", "value"}


def test_a_screen_reader_is_told_escaped_names_in_a_list_of_lines(opened: Opened) -> None:
    pane = opened(submission([row("\u202eApprove", "<b>x</b>\x00", "hidden", why="\u200b")]))
    told = QAccessible.queryAccessibleInterface(pane.body.rows)
    assert told.role() is QAccessible.Role.Tree
    names = [told.child(at).text(QAccessible.Text.Name) for at in range(told.childCount())]
    assert "⟨U+202E⟩Approve: <b>x</b>⟨U+0000⟩. from Hidden. ⟨U+200B⟩. to look at" in names


def test_a_long_value_opens_whole_escaped_and_read_only(shell: Shell, qtbot: QtBot) -> None:
    text = "A\u202eB\n<b>x</b>\x00" * 7_000
    viewer = Viewer("\u202elabel", text)
    qtbot.addWidget(viewer)
    qtbot.waitUntil(lambda: viewer.complete)
    shown = viewer.field.toPlainText()
    assert viewer.field.isReadOnly()
    assert shown.startswith("A⟨U+202E⟩B\n<b>x</b>⟨U+0000⟩")
    assert shown.count("⟨U+202E⟩") == 7_000
    assert _is_inert(shown)


def test_the_whole_value_is_offered_by_key_and_mouse(opened: Opened, qtbot: QtBot) -> None:
    pane = opened(submission([row("Letter", "dear " * 400, "guessed")]))
    rows = pane.body.rows
    rows.next_to_check()
    assert rows.sheet.line(rows.current()).more == "Show all of it (2,000 characters)"
    pane._shell.commands.run("review.whole")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in pane.findChildren(Viewer)))
    for each in pane.findChildren(Viewer):
        each.close()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_editing_a_hostile_value_unchanged_changes_nothing(opened: Opened, text: str) -> None:
    pane = opened(submission([row("A", text, "task", name="a")]))
    pane.body.rows.stand_on(pane.body.rows.sheet.items[0].id)
    assert pane.body.rows.edit_current() == (len(text) <= 20_000 and max(map(len, text.split("\n"))) <= 4_000)
    pane.body.rows.lines.commit()
    assert not pane.body.rows.changes()


def test_the_short_way_of_escaping_says_the_same() -> None:
    from agent.protocol.display import display
    for text in (*HOSTILE, "plain", "a" * 120, "a" * 121, "é", ""):
        assert safe(text, 120) == display(text, 120)


def test_300_rows_open_in_slices_that_leave_the_window_responsive(desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    sources = ("profile", "hidden", "guessed", "task", "page default")
    rows = [row(f"Label number {at} of the form", f"The value {at} " * (at % 7 + 1), sources[at % 5], name=f"n{at}",
                why="The page came with it, as it says.", last=f"last {at}") for at in range(300)]
    desk.reply("submission", submission(rows))
    pane = ReviewPane(shell, moment=0)
    qtbot.addWidget(pane)
    pane.resize(900, 760)
    pane.show()
    QApplication.processEvents()
    worst = []
    for _ in range(2):  # the first one also draws icons and loads fonts
        pane.clear()
        pane.show_submission("s1")
        slices = []
        while pane.doc is None or not pane.body.rows.sheet.whole or len(slices) < 12:
            began = time.process_time()
            QApplication.processEvents()
            slices.append(time.process_time() - began)
        worst.append(max(slices))
    assert min(worst) < 0.05


def test_a_file_name_is_not_a_path_to_load(opened: Opened, urls: list[str], desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(submission([row("A", "x", "document", detail="../../etc/passwd")]))
    desk.reply("task", {"attachments": [{"name": "passwd", "path": "/copies/passwd"}]})
    pane.body.rows.stand_on(pane.body.rows.sheet.items[0].id)
    pane._open_source()
    qtbot.waitUntil(lambda: pane.body.source.isVisible())
    assert not urls
