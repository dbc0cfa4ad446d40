"""Draws every scene, light and dark, into a folder, with a page that shows them all: ``countersign --gallery DIR``."""

from __future__ import annotations

import os
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QThreadPool, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

import desktop.gallery
from desktop.gallery.scene import Scene
from desktop.gallery.stage import stage
from desktop.gallery.stand_in import StandIn
from desktop.shell import Shell
from desktop.theme.fonts import load_fonts

LOOKS = ("light", "dark")
LARGE = "-200"
"""End of the names of scenes that are drawn at 200 per cent: twice the pixels for the same layout."""
REST = 150
"""Milliseconds of events a scene gets to answer and to settle."""


def scenes() -> list[Scene]:
    """The scenes of every module of this folder that has some, by name."""
    found: list[Scene] = []
    for module in pkgutil.iter_modules(desktop.gallery.__path__):
        found += getattr(import_module(f"desktop.gallery.{module.name}"), "SCENES", ())
    return sorted(found, key=lambda each: each.name)


def run(folder: Path, wanted: list[Scene] | None = None) -> int:
    """Draws all and prints the files; returns the exit code."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # it is ours
    app.setStyle("Fusion")
    app.setFont(load_fonts())
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for scene in scenes() if wanted is None else wanted:
        for look in LOOKS:
            name = f"{scene.name}-{look}.png"
            draw(app, scene, look).save(str(folder / name))
            names.append(name)
            print(folder / name)
    (folder / "index.html").write_text(sheet(names), encoding="utf-8")
    return 0


def draw(app: QApplication, scene: Scene, look: str) -> QImage:
    """One scene as a picture."""
    with on_stage(app, scene, look) as (top, shell):
        factor = factor_of(scene)
        image = QImage(top.size() * factor, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(factor)
        image.fill(shell.theme.colour("window"))
        top.render(image)
    return image


def factor_of(scene: Scene) -> int:
    """A scene for a large scale names the pixels of its picture; its layout has half of them."""
    return 2 if scene.name.endswith(LARGE) else 1


@contextmanager
def on_stage(app: QApplication, scene: Scene, look: str, rest: int = REST) -> Iterator[tuple[QWidget, Shell]]:
    """The scene as it stands after everything has settled: its window, and what its view was given."""
    desk = StandIn()
    window, shell = stage(app, desk, look)
    widget = scene.make(shell, desk)
    top: QWidget = widget
    if not isinstance(widget, QMainWindow | QDialog):
        window.setCentralWidget(widget)
        top = window
    factor = factor_of(scene)
    top.resize(scene.width // factor, scene.height // factor)
    top.show()
    settle(rest)
    if scene.after is not None:
        scene.after(widget)
        settle(rest)
    try:
        yield top, shell
    finally:
        for each in {top, window}:
            each.hide()
            each.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(milliseconds: int = REST) -> None:
    """Lets answers, layouts and pictures that load beside come in."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
        QThreadPool.globalInstance().waitForDone(2_000)
    QCoreApplication.processEvents()  # what the threads had ready at the very end


def sheet(names: list[str]) -> str:
    """A page with all pictures, each with its name."""
    figures = "\n".join(
        f'<figure><a href="{escape(name)}"><img src="{escape(name)}" loading="lazy" alt=""></a>'
        f"<figcaption>{escape(name)}</figcaption></figure>" for name in names)
    return ('<!doctype html><meta charset="utf-8"><title>Countersign: every view</title>\n'
            "<style>body{font:14px sans-serif;margin:24px;background:#888;display:grid;gap:24px;"
            "grid-template-columns:repeat(auto-fill,minmax(420px,1fr))}figure{margin:0}img{width:100%}</style>\n"
            f"{figures}\n")
