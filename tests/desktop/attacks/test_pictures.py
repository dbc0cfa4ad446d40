"""Picture files that are no pictures, or far too large ones, and boxes that are no boxes."""

from __future__ import annotations

import math
import os
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gallery.review_samples import row, submission
from desktop.live.standing import box_of
from desktop.live.thumbnail import Thumbnail
from desktop.receipts.document import Document, Picture
from desktop.receipts.pdf import laid_out
from desktop.review.beside import PictureSide
from desktop.shell import Shell
from desktop.widgets.boxes import MOST, drawable
from desktop.widgets.picture import PictureView
from desktop.widgets.reading import LARGEST_FILE, read_picture

FITS = QSize(400, 4000)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, rows: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)   # one bit a pixel: small on disk, vast when opened
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _bomb(path: Path) -> None:
    side = 30_000
    path.write_bytes(_png(side, side, zlib.compress(bytes((side // 8 + 1) * side), 1)))


def _promise(path: Path) -> None:
    path.write_bytes(_png(2_000_000_000, 2_000_000_000, zlib.compress(b"\0" * 100)))


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _noise(path: Path) -> None:
    path.symlink_to("/dev/urandom")


def _folder(path: Path) -> None:
    path.mkdir()


def _drawing(path: Path) -> None:
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" '
                    'height="9"><image xlink:href="file:///etc/passwd" width="9" height="9"/></svg>')


def _cut(path: Path) -> None:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(0x123456)
    image.save(str(path))
    path.write_bytes(path.read_bytes()[:60])


def _vast(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.truncate(LARGEST_FILE + 1)


Make = Callable[[Path], None]
HOSTILE: tuple[Make, ...] = (_bomb, _promise, _fifo, _zeros, _noise, _folder, _drawing, _cut, _vast)


@pytest.fixture(params=HOSTILE, ids=lambda make: make.__name__.strip("_"))
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    path = tmp_path / "page.png"
    request.param(path)
    return str(path)


def test_a_hostile_file_is_no_picture_and_is_left_quickly(hostile: str) -> None:
    began = time.perf_counter()
    image, _ = read_picture(hostile, FITS)
    assert time.perf_counter() - began < 2.0
    assert image.isNull()


def test_the_picture_says_that_it_cannot_be_shown(shell: Shell, qtbot: QtBot, hostile: str) -> None:
    view = PictureView(shell.theme)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.shown, timeout=5_000) as told:
        view.show_picture(hostile)
    assert told.args == [False]
    assert QThreadPool.globalInstance().waitForDone(2_000)     # no thread is lost to it


def test_a_thumbnail_keeps_the_last_picture(shell: Shell, qtbot: QtBot, hostile: str) -> None:
    small = Thumbnail(shell.theme)
    qtbot.addWidget(small)
    small.show_picture(hostile)
    qtbot.waitUntil(lambda: not small._loading, timeout=5_000)
    assert small.shown == ""


def test_a_printed_receipt_says_that_the_picture_is_not_there(qapp: QApplication, hostile: str) -> None:
    page = laid_out(Document("Receipt", (Picture(hostile, "The page before it was sent"),)))
    assert "no longer there" in page.toPlainText()


@pytest.mark.parametrize(("width", "height"), [(1, 60_000), (60_000, 1), (1, 1), (1280, 12_000)])
def test_odd_shapes_are_shown_within_what_a_widget_can_be(shell: Shell, qtbot: QtBot, tmp_path: Path, width: int,
                                                          height: int) -> None:
    path = tmp_path / "odd.png"
    rows = zlib.compress((b"\0" + bytes((width + 7) // 8)) * height)
    path.write_bytes(_png(width, height, rows))
    view = PictureView(shell.theme)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    with qtbot.waitSignal(view.shown, timeout=5_000) as told:
        view.show_picture(str(path), drawable([("a", [0, 0, width, height])]))
    assert told.args == [True]
    for factor in (1.0, 4.0):
        view.zoom(factor)
        view.light("a")
        view.grab()


BAD = ([], [1, 2, 3], [1, 2, 3, 4, 5], [math.nan] * 4, [0, 0, math.inf, 5], [-math.inf, 0, 5, 5], [0, 0, -5, 5],
       [0, 0, 0, 0], [1e308, 1e308, 1e308, 1e308], [0, 0, 1e9, 1e9], ["1", "2", "3", "4"], [None] * 4, "1234",
       [True, True, True, True], None, {"x": 1}, [10 ** 400, 0, 5, 5])


@pytest.mark.parametrize("box", BAD, ids=range(len(BAD)))
def test_what_is_no_box_is_not_drawn(box: object) -> None:
    assert drawable([("bad", box), ("good", [1, 2, 3.5, 4])]) == (("good", QRectF(1, 2, 3.5, 4)),)  # type: ignore[list-item]
    assert box_of({"box": box}) == ()  # type: ignore[typeddict-item]  # what a wrong agent could say


def test_very_many_boxes_are_bounded_and_painted_in_a_moment(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    image = QImage(1280, 4000, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    image.save(str(path))
    boxes = [{"name": f"n{at}", "box": [at % 1200, at % 3900, 40, 20]} for at in range(100_000)]
    boxes.append({"name": "odd", "box": [math.nan] * 4})
    side = PictureSide(shell)
    qtbot.addWidget(side)
    side.resize(600, 500)
    side.show()
    began = time.process_time()
    with qtbot.waitSignal(side.view.shown, timeout=5_000):
        side.show_doc(submission([row("A", "x")], screenshot=str(path), boxes=boxes))
    side.grab()
    assert len(side._names) <= MOST
    assert time.process_time() - began < 2.0
