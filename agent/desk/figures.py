"""Figures about reliability at the desk: overall, by month, by chore."""

from __future__ import annotations

from agent.chores.figures import ESTIMATE, figures, month_of
from agent.desk.capability import capability
from agent.desk.front import Desk
from agent.protocol.chores import ChoreFigures, FiguresDoc, MonthFigures
from agent.store import chores
from agent.store.figures import histories
from agent.store.ids import shown


@capability("figures", "How reliably tasks were done, from this computer's own history")
def show_figures(desk: Desk) -> FiguresDoc:
    """Success, time at work between two calls on the person, corrections, time saved. No figure leaves the computer."""
    every = histories(desk.store)
    months = sorted({month_of(each) for each in every})
    return FiguresDoc(
        overall=figures(every), estimate=ESTIMATE,
        months=[MonthFigures(**figures(each for each in every if month_of(each) == month), month=month)
                for month in months],
        chores=[ChoreFigures(**figures(each for each in every if each.chore == chore.id), chore=shown("h", chore.id),
                             title=chore.title) for chore in chores.every(desk.store)])
