"""Single times of a chore at the desk: skipped, run now; and the agenda by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from agent.chores.clock import wall
from agent.chores.due import Group
from agent.chores.expanding import between, following
from agent.chores.planning import Start, kept, local_now, next_times, order, plan_of
from agent.chores.problems import BadTemplate, ChoreProblem
from agent.chores.template import names_in
from agent.chores.zones import resolved, zone_of
from agent.desk.capability import Argument, capability
from agent.desk.chore_docs import doc_of, iso
from agent.desk.chores import ID, next_at
from agent.desk.front import Desk
from agent.desk.profile import region
from agent.desk.starts import as_kept, question_of, start_for
from agent.intake.draft import draft
from agent.protocol.chores import AgendaDay, AgendaEntry, ChoreDoc
from agent.store import chores, facts, tasks
from agent.store.chores import PLANNED, SKIPPED, Orders
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Chore, Occurrence, Question

AT = Argument("at", "which of its times, such as 2026-12-07 (default: the next)", option=True, required=False,
              metavar="LOCAL")
LONGEST_AGENDA = timedelta(days=400)


def starts(desk: Desk) -> Start:
    """Where a chore's task starts that has no address: where the same was done before, or it asks."""
    def start(text: str) -> tuple[str, dict[str, Any], Question | None]:
        found = draft(text, None, [], region(desk))
        where = start_for(desk, found)
        return where.url, as_kept(where, own_words=True), question_of(where)
    return start


@capability("chore skip", "Skip one time of a chore", ID, AT)
def skip(desk: Desk, id: str, at: str | None = None) -> list[ChoreDoc]:
    """That time does not come; `chore undo` brings it back.

    Raises:
        NotFound: there is none.
        NotNow: it has no such time, or that time has come already.
    """
    chore, local = coming_time(desk, id, at)
    chores.put(desk.store, row_for(chore, local, SKIPPED, {}))
    return [_settled(desk, chores.change(desk.store, chore.id or 0,
                                         {"did": "the skipped time", "skipped": local.isoformat()}))]


@capability("chore run", "Do a chore now", ID,
            Argument("set", "what varies: a name and its value; may be given more than once", option=True, many=True,
                     required=False, metavar="NAME=VALUE"),
            Argument("instead", "in place of its next time, which then does not come", option=True, flag=True,
                     required=False))
def run_now(desk: Desk, id: str, set: list[str] | None = None, instead: bool = False) -> dict[str, Any]:
    """Makes a task of it at once, beside its own times or in place of the next.

    Raises:
        NotFound: there is none.
        NotNow: it is removed, or has no next time.
        BadTemplate: its text has no such name.
    """
    chore = _get(desk, id)
    local = coming_time(desk, id, None)[1] if instead else local_now(chore, wall()).replace(microsecond=0)
    given = given_values(chore, set or [])
    start = starts(desk)

    def decide(fresh: Chore, rows: Sequence[Occurrence]) -> Orders:
        planned = next((row for row in rows if row.local == local.isoformat() and row.state == PLANNED), None)
        if any(row.local == local.isoformat() and row.state != PLANNED for row in rows):
            raise NotNow("It was run this very second, or that time has come already.")
        held = Occurrence(chore_id=fresh.id or 0, local="", due_at="", state=PLANNED,
                          given={**(planned.given if planned else {}), **given},
                          proposed=planned.proposed if planned else {}, files=planned.files if planned else [])
        made = order(fresh, Group(local), plan_of(fresh, rows), held, start)
        return Orders([made])
    if chore.paused:
        raise NotNow(f"{shown('h', chore.id)} is paused. Resume it first.")
    (task,) = chores.fire(desk.store, chore.id or 0, decide)
    _settled(desk, chores.get(desk.store, chore.id or 0))
    return {"task": shown("t", task.id), "state": task.state, "chore": shown("h", chore.id), "local": local.isoformat()}


@capability("chore agenda", "What comes and what came, by day",
            Argument("from", "the first day (default: today)", option=True, required=False, metavar="DAY"),
            Argument("to", "the last day (default: four weeks on)", option=True, required=False, metavar="DAY"))
def agenda(desk: Desk, **days: str | None) -> list[AgendaDay]:
    """Days on which something comes, came, was skipped or missed; each in its chore's own local time.

    Raises:
        NotNow: that is no day, or more than 400 days.
    """
    first = _day(days.get("from")) or date.today()
    last = _day(days.get("to")) or first + timedelta(days=27)
    if not timedelta() <= last - first <= LONGEST_AGENDA:
        raise NotNow("The last day comes before the first, or more than 400 days after it.")
    found: dict[date, list[AgendaEntry]] = {}
    for chore in chores.every(desk.store):
        for local, entry in _entries(desk, chore, first, last):
            found.setdefault(local.date(), []).append(entry)
    return [AgendaDay(day=day.isoformat(), entries=sorted(found[day], key=lambda each: (each["time"], each["chore"])))
            for day in sorted(found)]


def _entries(desk: Desk, chore: Chore, first: date, last: date) -> list[tuple[datetime, AgendaEntry]]:
    try:
        rows = {datetime.fromisoformat(row.local): row for row in chores.occurrences(desk.store, chore.id)}
        plan = plan_of(chore, list(rows.values()))
    except ChoreProblem:
        return []
    begin, end = datetime.combine(first, time.min), datetime.combine(last, time.max)
    now = max(wall(), plan.floor)
    coming = {local for local in between(plan.rule, plan.start, begin, end, facts.every(desk.store))
              if resolved(local, plan.zone) > now and local not in rows and local not in plan.left_out}
    states = _states(desk, [row.task_id for row in rows.values() if row.task_id])
    found = []
    for local in sorted({*coming, *(each for each in rows if begin <= each <= end)}):
        row = rows.get(local)
        found.append((local, AgendaEntry(
            chore=shown("h", chore.id), title=chore.title, at=iso(local, plan.zone), time=f"{local:%H:%M}",
            state=row.state if row else "coming", task=shown("t", row.task_id) if row and row.task_id else "",
            task_state=states.get(row.task_id or 0, "") if row else "", paused=chore.paused)))
    return found


def _states(desk: Desk, numbers: Sequence[int]) -> Mapping[int, str]:
    wanted = set(numbers)
    return {task.id or 0: task.state for task in tasks.every(desk.store) if task.id in wanted} if wanted else {}


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise NotNow(f"“{text}” is no day. It looks like 2026-12-07.") from None


def _get(desk: Desk, id: str) -> Chore:
    chore = chores.get(desk.store, number_of("h", id))
    if chore.removed_at:
        raise NotNow(f"{shown('h', chore.id)} is removed.")
    return chore


def coming_time(desk: Desk, id: str, at: str | None) -> tuple[Chore, datetime]:
    """A chore and one of its coming times: the next, or the one that is named."""
    chore = _get(desk, id)
    known, rows = facts.every(desk.store), chores.occurrences(desk.store, chore.id)
    if at is None:
        coming = next_times(chore, rows, wall(), known, 1)
        if not coming:
            raise NotNow(f"{shown('h', chore.id)} has no time to come.")
        return chore, coming[0]
    plan = plan_of(chore, rows)
    for local in following(plan.rule, plan.start, plan.zone, wall(), known):
        if local.isoformat().startswith(at.strip().replace(" ", "T")) and local not in plan.left_out:
            if plan.taken.get(local) is None:
                return chore, local
            raise NotNow("That time is skipped already.")
        if local.isoformat() > f"{at.strip()}~":
            break
    raise NotNow(f"{shown('h', chore.id)} does not come at {at}, or that has passed. Its times: "
                 f"chore next {shown('h', chore.id)}")


def row_for(chore: Chore, local: datetime, state: str, given: dict[str, str]) -> Occurrence:
    """A row for a local time that has no task."""
    return Occurrence(chore_id=chore.id or 0, local=local.isoformat(), state=state, given=given,
                      due_at=kept(resolved(local, zone_of(chore.zone))))


def given_values(chore: Chore, texts: Sequence[str], *, empty: bool = False) -> dict[str, str]:
    """NAME=VALUE pairs by name; ``empty``: a value may be none.

    Raises:
        BadTemplate: the chore's text has no such name.
    """
    names = names_in(chore.text)
    found = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or name.strip() not in names or not (empty or value.strip()):
            raise BadTemplate(f"“{text}”: write NAME=VALUE with a name of its text: {', '.join(names) or 'none'}.")
        found[name.strip()] = value.strip()
    return found


def _settled(desk: Desk, chore: Chore) -> ChoreDoc:
    return doc_of(desk, chores.change(desk.store, chore.id or 0, next_at=next_at(desk, chore)))

