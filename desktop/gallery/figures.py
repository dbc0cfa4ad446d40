"""Pictures of the figures: a year of them, the first month, none, and none to be had."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from agent.protocol.chores import ChoreFigures, FigureRow, FiguresDoc, MonthFigures
from desktop.figures.view import FiguresView
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.shell import Shell

ESTIMATE = ("Time saved is an estimate: 10 seconds for each field that was filled in for you and 60 for each form "
            "that was found and sent, less the time in which you decided and answered, at most 3 minutes each time. "
            "Times at work are measured.")


def figures(done: int = 0, failed: int = 0, unknown: int = 0, *, calls: int = 0, work: float = 0, forms: int = 0,
            corrections: int = 0, saved: float = 0) -> FigureRow:
    """A row, with what follows from its counts."""
    ended = done + failed + unknown
    return FigureRow(done=done, failed=failed, unknown=unknown, success=done / ended if ended else None, calls=calls,
                     work_seconds=work, work_between_calls=work / calls if calls else None, forms=forms,
                     corrections=corrections, corrections_per_form=corrections / forms if forms else None,
                     saved_seconds=saved)


def month(name: str, row: FigureRow) -> MonthFigures:
    """A month's row."""
    return MonthFigures(**row, month=name)


MONTHS = [
    month("2026-05", figures(2, 1, calls=6, work=420, forms=2, corrections=2, saved=240)),
    month("2026-06", figures(4, calls=7, work=700, forms=5, corrections=2, saved=900)),
    month("2026-08", figures(6, 1, calls=9, work=1500, forms=7, corrections=1, saved=1700)),
    month("2026-09", figures(9, 1, 1, calls=12, work=2900, forms=10, corrections=1, saved=3600)),
    month("2026-10", figures(12, 1, calls=14, work=4000, forms=13, corrections=1, saved=5200)),
    month("2026-11", figures(13, calls=13, work=4200, forms=13, saved=7600)),
]
CHORES = [
    ChoreFigures(**figures(6, calls=6, work=2100, forms=6, saved=2900), chore="h1", title="Submit my meter reading"),
    ChoreFigures(**figures(2, 1, calls=4, work=800, forms=2, corrections=1, saved=700), chore="h2",
                 title="Renew my parking permit for the car that stands in Quarry Lane"),
    ChoreFigures(**figures(), chore="h3", title="Pay the allotment fee"),
]
DOC = FiguresDoc(overall=figures(46, 4, 1, calls=61, work=13720, forms=50, corrections=7, saved=19240), months=MONTHS,
                 chores=CHORES, estimate=ESTIMATE)
FIRST = FiguresDoc(overall=figures(1, calls=1, work=41, forms=1, saved=95), chores=[], estimate=ESTIMATE,
                   months=[month("2026-11", figures(1, calls=1, work=41, forms=1, saved=95))])
NOTHING = FiguresDoc(overall=figures(), months=[], chores=[], estimate=ESTIMATE)


def _with(shell: Shell, desk: StandIn, reply: FiguresDoc | Problem) -> QWidget:
    desk.reply("figures", reply)
    return FiguresView(shell)


def _full(shell: Shell, desk: StandIn) -> QWidget:
    return _with(shell, desk, DOC)


def _first(shell: Shell, desk: StandIn) -> QWidget:
    return _with(shell, desk, FIRST)


def _empty(shell: Shell, desk: StandIn) -> QWidget:
    return _with(shell, desk, NOTHING)


def _failing(shell: Shell, desk: StandIn) -> QWidget:
    return _with(shell, desk, Problem("The data folder can't be read. Check that the disk is there."))


def _saved(widget: QWidget) -> None:
    assert isinstance(widget, FiguresView)
    widget.choice.setCurrentIndex(3)


SCENES: tuple[Scene, ...] = (
    Scene("figures-full", _full, 1100, 1250), Scene("figures-saved", _full, after=_saved),
    Scene("figures-small", _full, 800, 640), Scene("figures-narrow", _full, 560, 900),
    Scene("figures-200", _full, 2000, 1400), Scene("figures-first", _first), Scene("figures-empty", _empty),
    Scene("figures-failing", _failing),
)
