"""A stored chore as values, and what a look at it leads to: the tasks with their words and questions. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from agent.chores import proposals, template
from agent.chores.due import CatchUp, Group, Plan, due, reopened
from agent.chores.expanding import Facts, following, moment
from agent.chores.proposals import Proposal
from agent.chores.rule import Before, rule_from
from agent.chores.sentence import day_text, period_text
from agent.chores.template import Parameter
from agent.chores.zones import local_of, resolved, zone_of
from agent.protocol import TaskState
from agent.store.chores import ASKED, FINAL, PLANNED, Order, Orders
from agent.store.tables import Chore, Occurrence, Question, Task

Start = Callable[[str], "tuple[str, dict[str, Any], Question | None]"]
"""Where a task of these words starts: address, what its contract keeps of that, what is asked where it is unknown."""

MOST_TITLE = 80


def plan_of(chore: Chore, rows: Sequence[Occurrence]) -> Plan:
    """The chore as the decision sees it.

    Raises:
        ChoreProblem: its rule or its zone can't be read here.
    """
    start = datetime.fromisoformat(chore.start)
    return Plan(
        rule_from(chore.rule, start), start, zone_of(chore.zone), CatchUp(chore.catch_up), moment(chore.floor_at),
        moment(chore.seen_at),
        {datetime.fromisoformat(row.local): row.state in FINAL for row in rows if row.state != PLANNED},
        frozenset(map(datetime.fromisoformat, chore.left_out)))


def kept(at: datetime) -> str:
    """A moment as the tables keep it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def next_times(chore: Chore, rows: Sequence[Occurrence], now: datetime, facts: Facts, many: int) -> list[datetime]:
    """The next local times that will make a task."""
    plan = plan_of(chore, rows)
    after = max(now, plan.floor) if not isinstance(plan.rule, Before) else now
    found: list[datetime] = []
    for local in following(plan.rule, plan.start, plan.zone, after, facts):
        if local not in plan.left_out and not plan.taken.get(local, False):
            found.append(local)
        if len(found) >= many:
            break
    return found


def look(chore: Chore, rows: Sequence[Occurrence], now: datetime, facts: Facts, start: Start) -> Orders:
    """What is due now, as rows and tasks.

    Raises:
        ChoreProblem: see `plan_of`.
    """
    plan = plan_of(chore, rows)
    back = reopened(plan, now)
    plan = Plan(plan.rule, plan.start, plan.zone, plan.catch_up, min(plan.floor, now), plan.seen,
                {local: final for local, final in plan.taken.items() if local not in back}, plan.left_out)
    found = due(plan, now, facts)
    planned = {row.local: row for row in rows if row.state == PLANNED}
    accounted = {*(group.local for group in found.made), *found.missed,
                 *(local for group in found.made for local in group.merged)}
    left = [row for row in rows if datetime.fromisoformat(row.local) not in {*back, *accounted}]
    spare = Chore(**{**chore.model_dump(), "floor_at": kept(plan.floor)})
    coming = next((each for each in next_times(spare, left, now, facts, 1)), None)
    return Orders(
        [order(chore, group, plan, planned.get(group.local.isoformat()), start) for group in found.made],
        [(local.isoformat(), kept(resolved(local, plan.zone))) for local in found.missed],
        [local.isoformat() for local in back],
        {"seen_at": kept(now), "floor_at": kept(plan.floor),
         "next_at": kept(resolved(coming, plan.zone)) if coming else ""})


def order(chore: Chore, group: Group, plan: Plan, planned: Occurrence | None, start: Start) -> Order:
    """The task for one time: its words with what is known put in, and what has to be asked before it can begin."""
    parameters = template.from_json(chore.parameters)
    given = dict(planned.given) if planned is not None else {}
    text = template.filled(chore.text, template.values_for(parameters, group.local, given))
    open_names = template.names_in(text)
    period = period_text(plan.rule, group.local)
    proposed = proposals.from_json(planned.proposed if planned is not None else {})
    asked = [_question(chore, each, period, proposed.get(each.name, ())) for each in parameters
             if each.name in open_names]
    files = [*chore.files, *(planned.files if planned is not None else [])]
    url, where, about_start = (chore.url, {}, None) if chore.url else start(text)
    asked += [about_start] if about_start is not None else []
    note = note_of(group)
    task = Task(text=text, title=title_of(text), url=url, planner=chore.planner, files=files, sites=chore.sites,
                notes=[], message=note, contract={**chore.contract, **({"start": where} if where else {})},
                state=TaskState.NEEDS_ANSWER if asked else TaskState.QUEUED)
    return Order(group.local.isoformat(), kept(resolved(group.local, plan.zone)), task, asked,
                 [(local.isoformat(), kept(resolved(local, plan.zone))) for local in group.merged], given, note)


def note_of(group: Group) -> str:
    """What the person is told of times that passed without this computer being at work."""
    if not group.merged:
        return f"It was due on {day_text(group.local.date())}." if group.late else ""
    many = len(group.merged) + 1
    return (f"Stands for {many} times that were missed, from {day_text(group.merged[0].date())} to "
            f"{day_text(group.local.date())}.")


def title_of(text: str) -> str:
    """The first line, as far as a list shows it."""
    line = " ".join(text.split("\n", 1)[0].split())
    return line if len(line) <= MOST_TITLE else f"{line[:MOST_TITLE - 3].rstrip()}..."


def _question(chore: Chore, parameter: Parameter, period: str, proposed: Sequence[Proposal]) -> Question:
    """The options are what documents propose, none chosen; any other answer is taken too."""
    lines = [parameter.label, f"For “{template.plain(chore.title)}”, {period}."]
    lines += [f"The last time it was {parameter.last}."] if parameter.last else []
    lines += [f"{each.value}: {each.where}" for each in proposed]
    return Question(task_id=0, key=f"{ASKED}{parameter.name}", kind="value", prompt="\n".join(lines),
                    options=[each.value for each in proposed],
                    about={"section": period, "form": parameter.form})


def needs_look(chore: Chore, now: datetime) -> bool:
    """Whether a look can lead to anything: its time has come, the clock was set back, or a fact or zone may differ."""
    moves = chore.rule.upper().startswith("BEFORE") or not chore.zone
    return moves or moment(chore.seen_at) > now or moment(chore.floor_at) > now or (
        chore.next_at != "" and moment(chore.next_at) <= now)


def differs(orders: Orders, chore: Chore) -> bool:
    """Whether a look found anything to record."""
    return bool(orders.made or orders.missed or orders.reopened) or orders.values["next_at"] != chore.next_at or moment(
        chore.seen_at) > moment(orders.values["seen_at"])


def as_facts(facts: Mapping[str, str], rule: str) -> Facts:
    """Of the profile only what a rule counts back from."""
    return {kind: value for kind, value in facts.items() if f"FACT={kind}" in rule}


def local_now(chore: Chore, now: datetime) -> datetime:
    """What the chore's clock shows."""
    return local_of(now, zone_of(chore.zone))
