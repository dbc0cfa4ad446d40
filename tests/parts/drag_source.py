"""A window of another program to drag a file from: shows itself at a place, offers the file, ends when told."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Starts a drag as soon as the pressed mouse moves."""

    def __init__(self, path: str) -> None:
        super().__init__("drag me")
        self._path = path

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        drag = QDrag(self)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(self._path)])
        drag.setMimeData(mime)
        print("dragging", flush=True)
        action = drag.exec(Qt.DropAction.CopyAction)
        print("dropped", action.name, flush=True)


def main() -> None:
    app = QApplication(sys.argv[:1])
    source = Source(sys.argv[1])
    source.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    source.setWindowTitle("drag source")
    source.resize(200, 100)
    source.move(QPoint(int(sys.argv[2]), int(sys.argv[3])))
    source.show()
    print("shown", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
