"""What the figures are called and how they are written; which bars a chart has. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.protocol.chores import FigureRow, FiguresDoc, MonthFigures
from desktop.widgets.when import MONTHS

MOST_MONTHS = 12
"""Bars of the chart; the table below has every month."""
NONE = "–"
"""Where nothing was counted."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: what it is called, a sentence on it, its value, how that is written, and what makes a bar full.

    ``head`` is its name over a column. ``full`` None: the highest bar is full.
    """

    id: str
    title: str
    head: str
    about: str
    value: Callable[[FigureRow], float | None]
    text: Callable[[FigureRow], str]
    full: float | None = None


def percent(value: float | None) -> str:
    """``92 %``; whole only where it is whole, so that 99.6 is not called all."""
    if value is None:
        return NONE
    whole = round(value * 100)
    if whole == 100 and value < 1:
        return "99 %"
    return f"{max(whole, 1) if value > 0 else 0} %"


def minutes(seconds: float | None) -> str:
    """``40 s``, ``4 min``, ``5 h 20 min``."""
    if seconds is None:
        return NONE
    if seconds < 60:
        return f"{round(seconds)} s"
    whole = round(seconds / 60)
    return f"{whole} min" if whole < 60 else f"{whole // 60} h {whole % 60} min"


def per_form(value: float | None) -> str:
    """``0.12``; a plain 0 where there were none."""
    return NONE if value is None else f"{value:.2f}" if value else "0"


def tried(row: FigureRow) -> int:
    """Tasks that came to an end."""
    return row["done"] + row["failed"] + row["unknown"]


MEASURES: tuple[Measure, ...] = (
    Measure("success", "Success", "Success",
            "Of the tasks that came to an end, how many were done. What you cancelled is not counted.",
            lambda row: row["success"], lambda row: percent(row["success"]), 1.0),
    Measure("between", "Work between two calls on you", "Between calls",
            "How long it worked for each time that it called on you, for a review or for answers.",
            lambda row: row["work_between_calls"],
            lambda row: minutes(row["work_between_calls"])),
    Measure("corrections", "Corrections per form", "Corrections",
            "What you changed or sent back, for each form that was sent.",
            lambda row: row["corrections_per_form"], lambda row: per_form(row["corrections_per_form"])),
    Measure("saved", "Time saved", "Time saved", "An estimate; how it is made stands at the foot.",
            lambda row: row["saved_seconds"] if tried(row) else None,
            lambda row: minutes(row["saved_seconds"]) if tried(row) else NONE),
)


def measure(id: str) -> Measure:
    """The measure of that name; the first where there is none."""
    return next((each for each in MEASURES if each.id == id), MEASURES[0])


def under(which: Measure, row: FigureRow) -> str:
    """What a figure rests on, for the line below it."""
    forms = f"{row['forms']} form{'' if row['forms'] == 1 else 's'}"
    return {
        "success": f"{row['done']} of {tried(row)} tasks done",
        "between": f"{minutes(row['work_seconds'])} of work, {row['calls']} call{'' if row['calls'] == 1 else 's'}",
        "corrections": f"{row['corrections']} in {forms}", "saved": f"estimated, over {forms}"}[which.id]


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the chart: how full its bar is (0 to 1; None: nothing was counted), and the words on it."""

    month: str                   # such as 2026-11
    short: str
    share: float | None
    text: str


def bars(months: Sequence[MonthFigures], which: Measure, most: int = MOST_MONTHS) -> tuple[Bar, ...]:
    """The last months up to the newest one, those without a task included; oldest first."""
    known = {each["month"]: each for each in months if _number(each["month"]) is not None}
    if not known:
        return ()
    numbers = [_number(each) or 0 for each in known]
    shown = range(max(min(numbers), max(numbers) - most + 1), max(numbers) + 1)
    rows = [(number, known.get(_name(number))) for number in shown]
    values = [which.value(row) for _, row in rows if row is not None]
    full = which.full or max((value for value in values if value is not None), default=0.0)
    return tuple(_bar(number, row, which, full) for number, row in rows)


def _bar(number: int, row: MonthFigures | None, which: Measure, full: float) -> Bar:
    short = f"{MONTHS[number % 12][:3]} {number // 12}" if number % 12 == 0 else MONTHS[number % 12][:3]
    value = which.value(row) if row is not None else None
    if row is None or value is None:
        return Bar(_name(number), short, None, "")
    return Bar(_name(number), short, min(value / full, 1.0) if full else 0.0, which.text(row))


def month_words(month: str) -> str:
    """``November 2026``."""
    number = _number(month)
    return month if number is None else f"{MONTHS[number % 12]} {number // 12}"


def _number(month: str) -> int | None:
    year, _, rest = month.partition("-")
    if not (year.isascii() and year.isdigit() and rest.isascii() and rest.isdigit() and 1 <= int(rest) <= 12):
        return None
    return int(year) * 12 + int(rest) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


HEADINGS = ("Tasks done", *(each.head for each in MEASURES))


def cells(row: FigureRow) -> tuple[str, ...]:
    """A row of a table, under `HEADINGS`."""
    done = f"{row['done']} of {tried(row)}" if tried(row) else NONE
    return (done, *(each.text(row) for each in MEASURES))


def said(which: Measure, every: Sequence[Bar]) -> str:
    """What a screen reader says of the chart."""
    told = [f"{month_words(each.month)}: {each.text or 'nothing counted'}" for each in every]
    return f"{which.title} by month. {'; '.join(told)}."


def nothing(doc: FiguresDoc) -> bool:
    """Whether no task has come to an end yet."""
    return not tried(doc["overall"])
