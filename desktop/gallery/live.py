"""Pictures of runs at work: one in full, narrow and wide, several side by side, none."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, cast

from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QWidget

from agent.protocol.messages import KnownDoc, LiveDoc
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import by_recipe, run_doc, task_doc
from desktop.live.pane import LivePane
from desktop.live.view import RunningView
from desktop.shell import Shell

KNOWN = [
    KnownDoc(label="Name", value="Ada Lovelace", source="profile", detail="name"),
    KnownDoc(label="Postcode", value="LS1 4AP", source="profile", detail="postal-code"),
    KnownDoc(label="Meter reading", value="48213", source="task", detail=""),
    KnownDoc(label="How often do you read it", value="Every month", source="guessed", detail=""),
]
BOX = [90.0, 330.0, 620.0, 46.0]


def page_picture(name: str = "page", fields: int = 5) -> str:
    """Draws a plain page with a form; returns where it stands."""
    path = Path(tempfile.gettempdir()) / f"countersign-gallery-{name}.png"
    image = QImage(1280, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 1280, 90, QColor("#0b3d3a"))
    font = QFont("Inter")
    font.setPixelSize(34)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(90, 58, "Energy Example")
    painter.setPen(QColor("#222222"))
    painter.drawText(90, 160, "Submit a meter reading")
    font.setPixelSize(20)
    painter.setFont(font)
    for place in range(fields):
        top = 210 + place * 90
        painter.drawText(90, top + 12, ("Name", "Postcode", "Meter reading", "Read on", "E-mail")[place % 5])
        painter.drawRect(90, top + 30, 620, 46)
    painter.end()
    image.save(str(path))
    return str(path)


def live_doc(task: str = "t1", **more: Any) -> LiveDoc:
    """Where a run stands."""
    made = LiveDoc(task=task, title="Submit my meter reading, 48213", step="Filling in Postcode",
                   at="2026-11-03T14:03:48+00:00", picture="", box=[], known=KNOWN, turn=4, turns=40, seconds=65.0,
                   cost=0.0, paused=False)
    return cast("LiveDoc", {**made, **more})


def _one(name: str, width: int, height: int, paused: bool = False, picture: bool = True, **more: Any) -> Scene:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        desk.reply("live", [live_doc(picture=page_picture() if picture else "", box=BOX, paused=paused)] if picture
                   else [])
        pane = LivePane(shell)
        pane.show_task(task_doc("t1", "running", paused=paused, runs=[run_doc()] if picture else [],
                                **more))
        return pane
    return Scene(name, make, width=width, height=height)


def _several(shell: Shell, desk: StandIn) -> QWidget:
    titles = ("Submit my meter reading, 48213", "Renew my parking permit for AB12 CDE and the guest permit",
              "Report the broken street light", "Register the new address")
    steps = ("Filling in Postcode", "Opening council.example", "Reading the page", "Filled in 12 fields")
    desk.reply("live", [
        live_doc(f"t{place}", title=title, step=step, seconds=65.0 * place, picture=page_picture(str(place), place + 1),
                 box=BOX, paused=place == 3)
        for place, (title, step) in enumerate(zip(titles, steps, strict=True), 1)])
    desk.reply("task", lambda params: task_doc(cast("str", params["id"]), "running", runs=[run_doc()]))
    return RunningView(shell)


def _none(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("live", [])
    return RunningView(shell)


SCENES: tuple[Scene, ...] = (
    _one("live-narrow", 640, 820),
    _one("live-wide", 1180, 760),
    _one("live-recipe", 640, 820, recipe=by_recipe()),
    _one("live-paused", 640, 820, paused=True),
    _one("live-just-begun", 640, 820, picture=False),
    Scene("running-several", _several, 1280, 800),
    Scene("running-small", _several, 800, 640),
    Scene("running-none", _none),
)
