"""The lines of the list of chores and of the agenda, decided without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from agent.protocol.chores import AgendaDay, AgendaEntry, ChoreDoc
from agent.protocol.display import display
from desktop.chores import wording
from desktop.widgets.row import Row


def chore_rows(docs: Iterable[ChoreDoc], today: date) -> tuple[Row, ...]:
    """Chores by their next time, those that rest or are over behind them under a heading."""
    every = list(docs)
    live = sorted((each for each in every if each["next"] and not each["paused"]), key=lambda each: each["next"][0])
    rest = [each for each in every if each not in live]
    found = [chore_row(each, today) for each in live]
    if rest:
        found += [Row(heading="Resting")] if live else []
        found += [chore_row(each, today) for each in rest]
    return tuple(found)


def chore_row(doc: ChoreDoc, today: date) -> Row:
    """One chore: title and next date, the rule's sentence and how it goes."""
    state = wording.state_of(doc)
    coming = wording.short_time(doc["next"][0], today) if doc["next"] and not doc["paused"] else state.text
    return Row(id=doc["id"], quiet=doc["paused"] or not doc["next"],
               title=display(wording.plain(doc["title"])), right=coming, third=_record(doc),
               under=display(doc["sentence"] or doc["problem"]), icon=state.icon, tone=state.tone)


def _record(doc: ChoreDoc) -> str:
    """How the last went, and how often it was done; that none came yet is said too, so that all lines are alike."""
    found = doc["success"]
    every = found["done"] + found["failed"]
    often = f"{found['done']} of {every} done" if every else ""
    return " · ".join(each for each in (wording.last_words(doc), often) if each) or "Not done yet"


def agenda_rows(days: Sequence[AgendaDay], chosen: date, today: date) -> tuple[Row, ...]:
    """From the chosen day on: each day as a heading with its times; the chosen day says if it has none."""
    found: list[Row] = []
    later = [each for each in days if date.fromisoformat(each["day"]) >= chosen]
    if not later or date.fromisoformat(later[0]["day"]) != chosen:
        found.append(Row(heading=f"{wording.day_words(chosen, today)}: nothing"))
    for each in later:
        day = date.fromisoformat(each["day"])
        found.append(Row(heading=wording.day_words(day, today)))
        found += [_entry(entry, day) for entry in each["entries"]]
    return tuple(found)


def _entry(entry: AgendaEntry, day: date) -> Row:
    mark = wording.time_mark(entry["state"], entry["task_state"], entry["paused"])
    away = wording.here(entry["at"]) if wording.elsewhere([entry["at"]]) else ""
    return Row(id=f"{entry['chore']} {day.isoformat()} {entry['time']}", title=display(wording.plain(entry["title"])),
               under=mark.text, right=entry["time"], below=away, icon=mark.icon, tone=mark.tone,
               quiet=entry["state"] in ("skipped", "missed", "merged") or mark.text == "Paused")
