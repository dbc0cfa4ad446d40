"""Chores from and to calendar files at the desk."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from agent.chores import template
from agent.chores.clock import wall
from agent.chores.expanding import deadline_time
from agent.chores.planning import kept, title_of
from agent.chores.problems import BadCalendar, BadTemplate
from agent.chores.rule import Before, rule_from
from agent.desk.capability import Argument, capability
from agent.desk.chore_docs import doc_of
from agent.desk.chores import next_at
from agent.desk.front import Desk
from agent.desk.written import FORCE, write
from agent.protocol.chores import ExportedDoc, ImportedDoc, RefusedDoc
from agent.store import chores, facts
from agent.store.chores import SKIPPED
from agent.store.ids import number_of, shown
from agent.store.tables import Chore

if TYPE_CHECKING:
    from agent.chores.calendar_file import Entry


@capability("chore import", "Take over what recurs in a calendar file (.ics)",
            Argument("file", "the file", metavar="FILE"),
            Argument("check", "only say what it would bring", option=True, flag=True, required=False),
            Argument("seen", "what --check called it; refused if the file has changed since", option=True,
                     required=False))
def import_calendar(desk: Desk, file: str, check: bool = False, seen: str | None = None) -> ImportedDoc:
    """Makes a chore of each event that recurs in a way that is offered here; the others are named with the reason.

    Raises:
        BadCalendar: the file can't be read, or is another one than was looked at; nothing was made.
    """
    from agent.chores.calendar_file import LARGEST, read_calendar  # 0.2 s, and only calendar files need it

    path = Path(file)
    try:
        with path.open("rb") as source:
            data = source.read(LARGEST + 1)
    except OSError as problem:
        raise BadCalendar(f"{path.name}: the file can't be read. Check that you may open it.") from problem
    content = hashlib.sha256(data).hexdigest()
    if seen is not None and seen != content:
        raise BadCalendar("The file has changed since you looked at it. Look at it again; nothing was taken over.")
    found = read_calendar(data)
    refused = [RefusedDoc(title=each.title, why=each.why) for each in found.refused]
    rows: list[tuple[Chore, Entry]] = []
    known = {(row.text, row.rule, row.start, row.zone): row for row in chores.every(desk.store)}
    for entry in found.entries:
        same = known.get((entry.text, entry.rule, entry.start.isoformat(), entry.zone))
        if same is not None:
            refused.append(RefusedDoc(title=entry.text, why=f"You have this chore already, as {shown('h', same.id)}."))
            continue
        try:
            rows.append((_row(desk, entry), entry))
        except BadTemplate as problem:
            refused.append(RefusedDoc(title=entry.text, why=str(problem)))
    kept_rows = rows if check else [(chores.add(desk.store, row), entry) for row, entry in rows]
    return ImportedDoc(
        chores=[doc_of(desk, row) for row, _ in kept_rows], refused=refused,
        notes=[f"{row.title}: {note}" for row, entry in kept_rows for note in entry.notes],
        offered={shown("h", row.id): entry.offered for row, entry in kept_rows if entry.offered}, seen=content)


def _row(desk: Desk, entry: Entry) -> Chore:
    now = kept(wall())
    row = Chore(text=entry.text, title=title_of(entry.text), rule=entry.rule, start=entry.start.isoformat(),
                zone=entry.zone, left_out=[each.isoformat() for each in entry.left_out], floor_at=now, seen_at=now,
                parameters=template.to_json(template.parameters_of(entry.text)))
    row.next_at = next_at(desk, row)
    return row


@capability("chore export", "Write chores into a calendar file (.ics)",
            Argument("file", "where to write it", metavar="FILE"),
            Argument("ids", "only this chore; may be given more than once", option=True, many=True, required=False,
                     metavar="ID"), FORCE)
def export_calendar(desk: Desk, file: str, ids: list[str] | None = None, force: bool = False) -> ExportedDoc:
    """Writes the recurrence, the words and the skipped times; a time before a deadline as a single event.

    Raises:
        NotFound: there is no such chore.
        NotNow: the file exists, or can't be written.
    """
    from agent.chores.calendar_file import Entry, write_calendar

    known = facts.every(desk.store)
    rows = chores.every(desk.store) if ids is None else [chores.get(desk.store, number_of("h", each)) for each in ids]
    entries, deadlines = [], {}
    for row in rows:
        start, uid = datetime.fromisoformat(row.start), f"chore-{row.id}-{row.created_at}@countersign"
        skipped = [each.local for each in chores.occurrences(desk.store, row.id) if each.state == SKIPPED]
        entries.append(Entry(row.text, row.rule, start, row.zone, tuple(
            datetime.fromisoformat(each) for each in sorted({*row.left_out, *skipped})), row.url, uid=uid))
        rule = rule_from(row.rule, start)
        if isinstance(rule, Before) and (local := deadline_time(rule, start, known)) is not None:
            deadlines[uid] = local
    path = write(file, write_calendar(entries, deadlines, wall()), force=force)
    return ExportedDoc(file=str(path), chores=[shown("h", row.id) for row in rows])
