"""The figures: how they are written, which bars there are, and the page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.figures.view import FiguresView
from desktop.figures.words import MEASURES, Bar, bars, cells, measure, minutes, month_words, per_form, percent, said
from desktop.gallery.figures import DOC, MONTHS, NOTHING, figures, month
from desktop.gallery.stand_in import StandIn
from desktop.navigation import Place, View
from desktop.shell import Shell


@pytest.mark.parametrize(("value", "text"), [
    (None, "–"), (1.0, "100 %"), (0.0, "0 %"), (0.996, "99 %"), (0.001, "1 %"), (0.9216, "92 %")])
def test_all_is_only_said_where_it_is_all(value: float | None, text: str) -> None:
    assert percent(value) == text


@pytest.mark.parametrize(("seconds", "text"), [
    (None, "–"), (0, "0 s"), (41.4, "41 s"), (240, "4 min"), (3600, "1 h 0 min"), (19240, "5 h 21 min")])
def test_times_are_short(seconds: float | None, text: str) -> None:
    assert minutes(seconds) == text


def test_corrections_have_two_places_or_are_none() -> None:
    assert [per_form(each) for each in (None, 0.0, 0.1, 1.5)] == ["–", "0", "0.10", "1.50"]


def test_a_month_without_tasks_has_its_place_and_no_bar() -> None:
    found = bars(MONTHS, measure("success"))
    assert [each.short for each in found] == ["May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    assert found[2] == Bar("2026-07", "Jul", None, "")
    assert found[1].share == 1.0
    assert found[0].share == pytest.approx(2 / 3)


def test_the_highest_bar_is_full_where_there_is_no_whole() -> None:
    found = bars(MONTHS, measure("saved"))
    assert found[-1].share == 1.0
    assert found[0].share == pytest.approx(240 / 7600)
    assert {each.share for each in bars([month("2026-11", figures(1, forms=1))], measure("corrections"))} == {0.0}


def test_the_last_year_shows_and_january_says_its_year() -> None:
    found = bars([month("2025-01", figures(1)), month("2026-02", figures(1))], MEASURES[0])
    assert (len(found), found[0].month, found[-1].month) == (12, "2025-03", "2026-02")
    assert found[-2].short == "Jan 2026"
    assert bars([month("soon", figures(1))], MEASURES[0]) == ()
    assert month_words("soon") == "soon"


def test_what_is_said_of_the_chart_is_what_it_shows() -> None:
    assert said(MEASURES[0], bars(MONTHS[:2], MEASURES[0])) == "Success by month. May 2026: 67 %; June 2026: 100 %."
    assert cells(figures(2, 1, calls=2, work=100, forms=2, corrections=1, saved=60)) == (
        "2 of 3", "67 %", "50 s", "0.50", "1 min")


@pytest.fixture
def view(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot) -> FiguresView:
    desk.reply("figures", DOC)
    made = FiguresView(window[1])
    window[0].setCentralWidget(made)
    window[0].show()
    qtbot.waitUntil(lambda: made.doc is not None)
    return made


def test_the_page_has_every_month_and_chore_as_a_table(view: FiguresView) -> None:
    assert view.months.rows.rowCount() == len(MONTHS)
    assert view.months.rows.index(0, 0).data() == "November 2026"
    assert view.chores.rows.index(0, 0).data() == "Submit my meter reading"
    assert view.estimate.text() == DOC["estimate"]
    assert "November 2026: 100 %" in view.chart.accessibleName()


def test_the_chart_shows_what_is_chosen(view: FiguresView) -> None:
    view.choice.setCurrentIndex(3)
    assert view.chart.accessibleName().startswith("Time saved by month.")


def test_a_finished_task_is_counted_at_once(view: FiguresView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("figures", NOTHING)
    desk.changed.emit({"tasks": ["t1"], "receipts": True, "profile": False, "settings": False})
    qtbot.waitUntil(lambda: view._stack.currentWidget() is view._empty)


def test_the_way_back_leads_to_the_receipts(view: FiguresView, shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.navigator.wanted) as went:
        view._back()
    assert went.args == [Place(View.RECEIPTS)]


def test_a_chore_is_stood_on_and_the_way_back_leads_to_it(view: FiguresView, shell: Shell, qtbot: QtBot) -> None:
    wanted = DOC["chores"][1]["chore"]
    view.go(Place(View.FIGURES, wanted))
    assert view.chores.currentIndex().row() == 1
    with qtbot.waitSignal(shell.navigator.wanted) as went:
        view.back.click()
    assert went.args == [Place(View.CHORES, wanted)]
    view.hide()
    view.show()
    with qtbot.waitSignal(shell.navigator.wanted) as went:
        view.back.click()
    assert went.args == [Place(View.RECEIPTS)]
