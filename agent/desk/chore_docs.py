"""Chores as the protocol has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from agent.chores import proposals, template
from agent.chores.clock import wall
from agent.chores.expanding import Facts, first, following
from agent.chores.planning import next_times
from agent.chores.problems import ChoreProblem
from agent.chores.rule import AnyRule, Before, rule_from, rule_text
from agent.chores.sentence import sentence
from agent.chores.when import Choice, When
from agent.chores.zones import local_of, resolved, zone_of
from agent.desk.front import Desk
from agent.desk.queue import site_of
from agent.profile.kinds import KINDS
from agent.profile.labels import label_of_kind
from agent.protocol import TaskState
from agent.protocol.chores import (
    ChoiceDoc,
    ChoreDoc,
    LastDoc,
    OccurrenceDoc,
    ParameterDoc,
    ProposedDoc,
    SuccessDoc,
    WhenDoc,
)
from agent.store import chores, facts, receipts
from agent.store.ids import shown
from agent.store.tables import Chore, Occurrence, Task

NEXT = 5
"""Coming times shown beside a rule, so that a wrong one is seen."""


def doc_of(desk: Desk, chore: Chore, many: int = NEXT) -> ChoreDoc:
    """A chore with its next times and how it went."""
    known = facts.every(desk.store)
    rows = chores.occurrences(desk.store, chore.id or 0)
    made = chores.tasks_of(desk.store, chore.id or 0)
    problem, words, coming, zone_now = "", "", [], ""
    try:
        start = datetime.fromisoformat(chore.start)
        rule, zone = rule_from(chore.rule, start), zone_of(chore.zone)
        zone_now = zone.key
        words = words_of(rule, start, known, local_of(wall(), zone).date())
        if not (chore.paused or chore.removed_at):
            coming = [iso(local, zone) for local in next_times(chore, rows, wall(), known, many)]
        problem = _over(chore, rule, known, coming)
    except ChoreProblem as refused:
        problem = str(refused)
    return ChoreDoc(
        id=shown("h", chore.id), text=chore.text, title=chore.title, rule=chore.rule, sentence=words, start=chore.start,
        zone=chore.zone, zone_now=zone_now, catch_up=chore.catch_up, url=chore.url, site=site_of(chore.url),
        planner=chore.planner, files=[each["name"] for each in chore.files], sites=list(chore.sites),
        data=list(chore.contract.get("data", [])), limit=str(chore.contract.get("limit", "")),
        parameters=[ParameterDoc(name=each.name, label=each.label, form=each.form, ask=each.ask, last=each.last,
                                 learnt=each.learnt) for each in template.from_json(chore.parameters)],
        paused=chore.paused, removed=bool(chore.removed_at), problem=problem, next=coming, last=last_of(desk, made),
        success=success_of([task for task, _ in made]), undo=str(chore.undo.get("did", "")),
        created_at=chore.created_at)


def _over(chore: Chore, rule: AnyRule, known: Facts, coming: Sequence[str]) -> str:
    if coming or chore.paused or chore.removed_at:
        return ""
    if isinstance(rule, Before) and rule.fact and not known.get(rule.fact):
        return f"Your profile does not say the {label_of_kind(rule.fact).lower()} yet; the chore waits until it does."
    return "No more times are to come."


def words_of(rule: AnyRule, start: datetime, known: Facts, today: date) -> str:
    """The rule in words, a deadline's fact by its label."""
    label = label_of_kind(rule.fact) if isinstance(rule, Before) and rule.fact else ""
    natural = first(rule, datetime.combine(today, start.time()), known) or start
    waits = not isinstance(rule, Before) and natural < start
    return sentence(rule, start, facts=known, label=label, today=today if waits else None)


def last_of(desk: Desk, made: Sequence[tuple[Task, Occurrence]]) -> LastDoc | None:
    """How the latest task of a chore went; None: there was none."""
    if not made:
        return None
    task, row = made[-1]
    receipt = receipts.of_task(desk.store, task.id or 0)
    return LastDoc(local=row.local, task=shown("t", task.id), state=task.state, message=task.message,
                   reference=receipt.reference if receipt else "")


def success_of(every: Sequence[Task]) -> SuccessDoc:
    """Of the finished tasks; one that the person cancelled is neither."""
    done = sum(each.state == TaskState.DONE for each in every)
    failed = sum(each.state in (TaskState.FAILED, TaskState.UNKNOWN) for each in every)
    return SuccessDoc(done=done, failed=failed, rate=round(done / (done + failed), 4) if done + failed else None)


def occurrence_doc(row: Occurrence, states: dict[int, str]) -> OccurrenceDoc:
    """One time of a chore; ``states``: of tasks by number."""
    return OccurrenceDoc(local=row.local, due_at=row.due_at, state=row.state,
                         task=shown("t", row.task_id) if row.task_id else "",
                         task_state=states.get(row.task_id or 0, ""), note=row.note, given=row.given,
                         proposed=proposed_doc(row), attached=[each["name"] for each in row.files])


def proposed_doc(row: Occurrence) -> dict[str, list[ProposedDoc]]:
    """What documents propose for one time of a chore."""
    return {name: [ProposedDoc(value=each.value, where=each.where) for each in every]
            for name, every in proposals.from_json(row.proposed).items()}


def when_doc(found: When, zone: ZoneInfo, known: Facts) -> WhenDoc:
    """What was read out of words, each meaning with its next dates."""
    return WhenDoc(rest=found.rest, zone=zone.key, choices=[choice_doc(each, zone, known) for each in found.choices],
                   problems=list(found.problems), taken=list(found.taken))


def choice_doc(choice: Choice, zone: ZoneInfo, known: Facts) -> ChoiceDoc:
    """One meaning with its sentence and its next dates."""
    times = islice(following(choice.rule, choice.start, zone, wall(), known), NEXT)
    return ChoiceDoc(rule=rule_text(choice.rule),
                     sentence=words_of(choice.rule, choice.start, known, local_of(wall(), zone).date()),
                     start=choice.start.isoformat(timespec="minutes"), next=[iso(local, zone) for local in times])


def iso(local: datetime, zone: ZoneInfo) -> str:
    """A local time as it really comes, with the offset of then."""
    return resolved(local, zone).astimezone(zone).isoformat()


def deadline_labels(desk: Desk) -> dict[str, str]:
    """Facts that are days which one can be early for: kind to its words."""
    held = facts.every(desk.store)
    own = {kind for kind, value in held.items() if kind != "bday" and _is_day(value)}
    known = {kind for kind in KINDS if kind.endswith(("-expiry", "-date")) and "issue" not in kind}
    return {kind: label_of_kind(kind) or kind.replace("-", " ") for kind in sorted(own | known)}


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10
