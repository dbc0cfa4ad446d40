"""The receipt on paper: everything is in it, outside text stays text, and the file is whole or not there."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from agent.protocol.display import display
from desktop.gallery.receipts import HOSTILE, MARK, RECEIPTS, sample_page
from desktop.receipts.document import Paragraph, Picture, Style, Table, document, file_name
from desktop.receipts.pdf import PdfExport, laid_out, write_pdf

PERMIT = RECEIPTS[0]


def test_everything_of_the_receipt_is_on_paper() -> None:
    made = document(PERMIT, UTC)
    pairs = {pair.label: pair for block in made.blocks if isinstance(block, Table) for pair in block.rows}
    assert made.blocks[0] == Paragraph(PERMIT["title"], Style.TITLE)
    assert pairs["Reference"].value == "PP-2026-004817"
    assert pairs["Sent"].value == "23 November 2026 at 18:52"
    assert pairs["Length of permit"].value == "12 months"
    assert "sent as 12" in pairs["Length of permit"].note
    assert pairs["Fingerprint of what was approved"].value == MARK
    assert "same fingerprint" in pairs["Fingerprint of what was approved"].note
    assert [block.caption for block in made.blocks if isinstance(block, Picture)] == [
        "The page before it was sent", "The page after it was sent"]


def test_what_the_page_sent_by_itself_stands_apart() -> None:
    headings = [block.text for block in document(PERMIT, UTC).blocks
                if isinstance(block, Paragraph) and block.style is Style.HEADING]
    assert headings.index("What was sent") < headings.index("Sent by the page itself")


def test_another_fingerprint_than_the_approved_one_is_said() -> None:
    other = {**PERMIT, "sends": [{**PERMIT["sends"][0], "digest": "0" * 64}]}
    notes = [pair.note for block in document(other, UTC).blocks if isinstance(block, Table) for pair in block.rows]
    assert any("another fingerprint" in note for note in notes)


def test_markup_in_values_stays_text(qapp: object) -> None:
    text = laid_out(document(HOSTILE, UTC)).toPlainText()
    for field in HOSTILE["fields"]:
        assert display(field["label"]) in text
    assert display(HOSTILE["fields"][0]["value"], 0) in text
    assert display(HOSTILE["evidence"]) in text
    assert "<script>alert(1)</script>" in text
    assert "⟨U+2066⟩" in text
    assert "\u202e" not in text


def test_no_link_and_no_script_comes_of_outside_text(qapp: object) -> None:
    html = laid_out(document(HOSTILE, UTC)).toHtml()
    assert "<a " not in html
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_the_pdf_has_pages_and_pictures(qapp: object, tmp_path: Path) -> None:
    picture = str(sample_page(tmp_path / "page.png"))
    target, plain = tmp_path / "with.pdf", tmp_path / "without.pdf"
    assert write_pdf(document({**PERMIT, "before": picture, "after": ""}, UTC), str(target)) == ""
    assert write_pdf(document({**PERMIT, "before": "", "after": ""}, UTC), str(plain)) == ""
    made = target.read_bytes()
    assert made.startswith(b"%PDF")
    assert b"%%EOF" in made[-32:]
    assert made.count(b"/Type /Page\n") > plain.read_bytes().count(b"/Type /Page\n") >= 1
    assert b"/Subtype /Image" in made
    assert target.stat().st_mode & 0o077 == 0


def test_a_picture_that_is_gone_is_said(qapp: object, tmp_path: Path) -> None:
    made = laid_out(document({**PERMIT, "before": str(tmp_path / "gone.png"), "after": ""}, UTC))
    assert "The page before it was sent: the picture is no longer there." in made.toPlainText()


def test_a_folder_that_can_not_be_written_to_says_why_and_leaves_nothing(qapp: object, tmp_path: Path) -> None:
    assert write_pdf(document(PERMIT, UTC), str(tmp_path / "no" / "such.pdf")) != ""
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_stays_as_it_was_when_writing_fails(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    assert write_pdf(document(PERMIT, UTC), str(tmp_path / "folder.pdf")) != ""
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pdf"]


def test_writing_goes_on_beside_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    export = PdfExport()
    target = str(tmp_path / "receipt.pdf")
    with qtbot.waitSignal(export.written) as told:
        export.start(document(PERMIT, UTC), target)
        assert not Path(target).exists()
    assert told.args == [target, ""]
    assert Path(target).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("reference", "site", "wanted"), [
    ("PP-2026-004817", "https://permits.example", "2026-11-23 permits.example PP-2026-004817.pdf"),
    ("", "https://permits.example:8443", "2026-11-23 permits.example-8443.pdf"),
    ("../../etc/passwd", "https://x.example", "2026-11-23 x.example etc-passwd.pdf"),
    ("\u202eé/1", "https://x.example", "2026-11-23 x.example e-1.pdf"),
    ("9" * 400, "https://x.example", ("2026-11-23 x.example " + "9" * 400)[:120] + ".pdf"),
])
def test_file_names_suit_every_system(reference: str, site: str, wanted: str) -> None:
    assert file_name({**PERMIT, "reference": reference, "origin": site}, UTC) == wanted
