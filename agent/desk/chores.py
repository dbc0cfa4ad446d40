"""Chores at the desk: made, looked at, changed, paused, removed, each of which can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from agent.chores import template
from agent.chores.clock import wall
from agent.chores.due import CatchUp
from agent.chores.expanding import following
from agent.chores.planning import kept, next_times, title_of
from agent.chores.problems import BadRule, BadTemplate
from agent.chores.rule import Before, rule_from, rule_text
from agent.chores.when import Choice, read_when
from agent.chores.zones import HERE, local_of, resolved, system_zone, zone_of
from agent.desk.adding import PLANNERS, contract_for
from agent.desk.capability import Argument, capability
from agent.desk.chore_docs import choice_doc, deadline_labels, doc_of, occurrence_doc, when_doc
from agent.desk.front import Desk
from agent.desk.profile import region
from agent.desk.tasks import copied
from agent.intake.address import address
from agent.intake.draft import draft
from agent.protocol.chores import ChoreDetail, ChoreDoc, WhenDoc
from agent.store import chores, facts
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Chore

ID = Argument("id", "the chore's id", metavar="ID")
WHEN = Argument("when", "when it recurs, in words: “every first Monday at 9”, “two weeks before my passport expires”",
                option=True, required=False, metavar="WORDS")
RULE = Argument("rule", "when it recurs, as an RRULE such as FREQ=MONTHLY;BYDAY=1MO", option=True, required=False,
                metavar="RRULE")
START = Argument("start", "local time of the first, such as 2026-12-07T09:00", option=True, required=False,
                 metavar="LOCAL")
ZONE = Argument("zone", "its time zone, such as Europe/London; “here” goes by this computer's clock, wherever it is "
                "(default: the zone it is in now)", option=True, required=False, metavar="ZONE")
CATCH_UP = Argument("catch_up", "what is done about missed times: once (one task for all, the default), each, skip",
                    option=True, required=False, choices=tuple(each.value for each in CatchUp))
CHOICE = Argument("choice", "which meaning of the words, where there are several: 1, 2", option=True, required=False,
                  metavar="N")


@capability("chore read", "Show how words for a recurrence are read, with the next dates",
            Argument("text", "the words, alone or with the task", metavar="TEXT"),
            Argument("task", "the words stand in a task's text; the rest of it is the task", option=True, flag=True,
                     required=False), ZONE)
def read(desk: Desk, text: str, task: bool = False, zone: str | None = None) -> WhenDoc:
    """Reads and keeps nothing.

    Raises:
        BadZone: no such zone.
    """
    where = zone_of(_zone(zone))
    known = facts.every(desk.store)
    found = read_when(text, local_of(wall(), where), facts=known, labels=deadline_labels(desk), alone=not task)
    return when_doc(found, where, known)


@capability("chore add", "Add a chore: a task that comes again",
            Argument("text", "what you want done; {reading} stands for what varies, {period} for “October 2026”",
                     metavar="TEXT"), RULE, START, ZONE, WHEN, CHOICE,
            Argument("url", "where to start", option=True, required=False, metavar="URL"),
            Argument("file", "a file that belongs to it; may be given more than once", option=True, many=True,
                     required=False, metavar="FILE"),
            Argument("planner", "who does it", option=True, required=False, choices=PLANNERS),
            Argument("site", "another site that it may use; may be given more than once", option=True, many=True,
                     required=False, metavar="URL"),
            Argument("data", "a class of sensitive data that it may use without asking", option=True, many=True,
                     required=False),
            Argument("limit", "the most money that may stand on what it sends", option=True, required=False,
                     metavar="AMOUNT"), CATCH_UP)
def add(desk: Desk, text: str, rule: str | None = None, start: str | None = None, zone: str | None = None,
        when: str | None = None, choice: int | str | None = None, url: str | None = None,
        file: list[str] | None = None, planner: str | None = None, site: list[str] | None = None,
        data: list[str] | None = None, limit: str | None = None, catch_up: str | None = None) -> list[ChoreDoc]:
    """Files a chore; without a rule it is read out of the words. Nothing is guessed.

    Raises:
        ChoreProblem: the recurrence, the zone or the text can't be used; nothing was filed.
        IntakeError: an address or a file that can't be used.
        NotNow: the limit is no amount of money.
    """
    name = _zone(zone)
    text, chosen = _recurrence(desk, text, rule, start, name, when, choice)
    template.names_in(text)
    sites, contract = [address(each) for each in site or []], contract_for(data or [], limit)
    found = draft(text, url, file or [], region(desk))
    now = kept(wall())
    row = Chore(
        text=found.text, title=title_of(found.text), rule=rule_text(chosen.rule), start=chosen.start.isoformat(),
        zone=name, catch_up=catch_up or CatchUp.ONCE, url=found.url, planner=planner or PLANNERS[0], sites=sites,
        contract=contract, parameters=template.to_json(template.parameters_of(found.text)), floor_at=now, seen_at=now)
    row.files = copied(desk, found.files)
    row.next_at = next_at(desk, row)
    return [doc_of(desk, chores.add(desk.store, row))]


def _recurrence(desk: Desk, text: str, rule: str | None, start: str | None, zone: str, when: str | None,
                choice: int | str | None) -> tuple[str, Choice]:
    """The task's words, and when it recurs."""
    if rule is not None:
        return text, _ruled(desk, rule, start, zone)
    where, known = zone_of(zone), facts.every(desk.store)
    found = read_when(when if when is not None else text, local_of(wall(), where), facts=known,
                      labels=deadline_labels(desk), alone=when is not None)
    problems = [each for each in found.problems if not each.startswith("Your profile does not say")]
    if problems or not found.choices:
        raise BadRule("\n".join(problems or found.problems))
    picked = _picked(desk, found.choices, choice, zone)
    if start is not None:
        picked = replace(picked, start=_local(start))
    for said in found.taken:
        desk.tell(said)
    return text if when is not None else found.rest, picked


def _picked(desk: Desk, choices: tuple[Choice, ...], choice: int | str | None, zone: str) -> Choice:
    if len(choices) == 1 and choice is None:
        return choices[0]
    if choice is not None and str(choice).isdigit() and 1 <= int(choice) <= len(choices):
        return choices[int(choice) - 1]
    docs = [choice_doc(each, zone_of(zone), facts.every(desk.store)) for each in choices]
    raise BadRule("Those words can mean several things. Say which, with --choice:\n" + "\n".join(
        f"{place} {each['sentence']}: {', '.join(day[:10] for day in each['next'])}"
        for place, each in enumerate(docs, 1)))


def _ruled(desk: Desk, rule: str, start: str | None, zone: str) -> Choice:
    if start is None and not rule.upper().startswith("BEFORE"):
        raise BadRule("Say when it comes first, with --start 2026-12-07T09:00.")
    first = _local(start) if start is not None else local_of(wall(), zone_of(zone)).replace(
        hour=9, minute=0, second=0, microsecond=0)
    chosen = Choice(rule_from(rule, first), first)
    coming = following(chosen.rule, first, zone_of(zone), wall(), facts.every(desk.store))
    if not isinstance(chosen.rule, Before) and next(coming, None) is None:
        raise BadRule("That recurrence gives no date from now on.")
    return chosen


def _local(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise BadRule(f"“{text}” is no local time. It looks like 2026-12-07T09:00.") from None
    if found.tzinfo is not None:
        raise BadRule("The start is a local time, without an offset; its zone is given by --zone.")
    return found.replace(second=0, microsecond=0)


def _zone(text: str | None) -> str:
    """A zone as it is kept.

    Raises:
        BadZone: there is none of that name.
    """
    name = system_zone() if text is None else HERE if text.strip().lower() in ("here", "") else text.strip()
    zone_of(name)
    return name


def next_at(desk: Desk, chore: Chore) -> str:
    """When it comes next, as the tables keep it."""
    rows = chores.occurrences(desk.store, chore.id) if chore.id is not None else []
    coming = next_times(chore, rows, wall(), facts.every(desk.store), 1)
    return kept(resolved(coming[0], zone_of(chore.zone))) if coming else ""


@capability("chore list", "List the chores",
            Argument("all", "also those that were removed", option=True, flag=True, required=False))
def list_chores(desk: Desk, all: bool = False) -> list[ChoreDoc]:
    """All chores, oldest first."""
    return [doc_of(desk, each) for each in chores.every(desk.store, removed=all)]


@capability("chore show", "Show one chore with its past times", ID)
def show(desk: Desk, id: str) -> ChoreDetail:
    """One chore.

    Raises:
        NotFound: there is none.
    """
    chore = chores.get(desk.store, number_of("h", id))
    states = {task.id or 0: task.state for task, _ in chores.tasks_of(desk.store, chore.id or 0)}
    rows = chores.occurrences(desk.store, chore.id)
    return ChoreDetail(**doc_of(desk, chore), occurrences=[occurrence_doc(row, states) for row in reversed(rows)])


@capability("chore next", "The next times of a chore", ID,
            Argument("n", "how many (default 5)", option=True, required=False, metavar="N"))
def show_next(desk: Desk, id: str, n: int | str | None = None) -> list[ChoreDoc]:
    """The chore with that many of its next times.

    Raises:
        NotFound: there is none.
        NotNow: that is no number from 1 to 366.
    """
    if n is not None and not (str(n).isdigit() and 1 <= int(n) <= 366):
        raise NotNow(f"“{n}” is not a number from 1 to 366.")
    return [doc_of(desk, chores.get(desk.store, number_of("h", id)), int(n or 5))]


@capability("chore edit", "Change a chore", ID,
            Argument("text", "other words", option=True, required=False, metavar="TEXT"), RULE, START, ZONE, WHEN,
            CHOICE, Argument("url", "where to start; “none”: found or asked", option=True, required=False,
                             metavar="URL"),
            Argument("planner", "who does it", option=True, required=False, choices=PLANNERS), CATCH_UP,
            Argument("ask", "ask for this each time; may be given more than once", option=True, many=True,
                     required=False, metavar="NAME"),
            Argument("keep", "use this each time without asking; may be given more than once", option=True, many=True,
                     required=False, metavar="NAME=VALUE"))
def edit(desk: Desk, id: str, text: str | None = None, rule: str | None = None, start: str | None = None,
         zone: str | None = None, when: str | None = None, choice: int | str | None = None, url: str | None = None,
         planner: str | None = None, catch_up: str | None = None, ask: list[str] | None = None,
         keep: list[str] | None = None) -> list[ChoreDoc]:
    """Changes what is given; times that came before now stay as they were.

    Raises:
        NotFound: there is none.
        ChoreProblem: the recurrence, the zone or the text can't be used; nothing was changed.
    """
    chore = _present(desk, id)
    changes: dict[str, Any] = {}
    if text is not None:
        words = draft(text, None, [], region(desk)).text
        changes |= {"text": words, "title": title_of(words), "learnt": True}
    if url is not None:
        changes["url"] = "" if url.strip().lower() == "none" else address(url)
    changes |= {"planner": planner} if planner else {}
    changes |= {"catch_up": catch_up} if catch_up else {}
    if rule is not None or when is not None or start is not None or zone is not None:
        name = _zone(zone) if zone is not None else chore.zone
        kept_rule, first = (None, start) if when is not None else (rule or chore.rule, start or chore.start)
        _, chosen = _recurrence(desk, chore.text, kept_rule, first, name, when, choice)
        changes |= {"rule": rule_text(chosen.rule), "start": chosen.start.isoformat(), "zone": name,
                    "floor_at": kept(wall())}
    changes["parameters"] = _parameters(chore, changes.get("text", chore.text), ask or [], keep or [])
    return [_changed(desk, chore, "the change", changes)]


def _parameters(chore: Chore, text: str, ask: list[str], keep: list[str]) -> list[dict[str, Any]]:
    found = {each.name: each for each in template.parameters_of(text, template.from_json(chore.parameters))}
    for name, value in [*((each, None) for each in ask), *(_pair(each) for each in keep)]:
        if name not in found:
            raise BadTemplate(f"The chore's text has no {{{name}}}. It has: {', '.join(found) or 'none'}.")
        found[name] = replace(found[name], ask=value is None, last=found[name].last if value is None else value)
    return template.to_json(tuple(found.values()))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not value.strip():
        raise BadTemplate(f"Write NAME=VALUE, not “{text}”.")
    return name.strip(), value.strip()


@capability("chore pause", "Let a chore rest, or all of them", Argument("id", "one chore's id; without it all",
                                                                        option=False, metavar="ID", required=False))
def pause(desk: Desk, id: str | None = None) -> list[ChoreDoc]:
    """What would come meanwhile does not come, and is not made up for.

    Raises:
        NotFound: there is none.
    """
    return [_changed(desk, each, "the pause", {"paused": True}) for each in _some(desk, id) if not each.paused]


@capability("chore resume", "Let a chore come again, or all of them", Argument(
    "id", "one chore's id; without it all", option=False, metavar="ID", required=False))
def resume(desk: Desk, id: str | None = None) -> list[ChoreDoc]:
    """From now on it comes again.

    Raises:
        NotFound: there is none.
    """
    return [_changed(desk, each, "the end of the pause", {"paused": False, "floor_at": kept(wall())})
            for each in _some(desk, id) if each.paused]


@capability("chore remove", "Remove a chore; its tasks and receipts stay", ID)
def remove(desk: Desk, id: str) -> list[ChoreDoc]:
    """It comes no more; `chore undo` brings it back.

    Raises:
        NotFound: there is none.
        NotNow: it is removed already.
    """
    return [_changed(desk, _present(desk, id), "the removal", {"removed_at": kept(wall())})]


@capability("chore undo", "Take back the last change of a chore", ID)
def undo(desk: Desk, id: str) -> list[ChoreDoc]:
    """Takes back an edit, a pause, a skip, a removal, what was given beforehand, or what was learnt.

    Raises:
        NotFound: there is none.
        NotNow: there is nothing to take back, or the time that something was given for has come.
    """
    chore = chores.get(desk.store, number_of("h", id))
    if not chore.undo:
        raise NotNow(f"There is nothing to take back about {shown('h', chore.id)}.")
    if local := chore.undo.get("skipped"):
        chores.take_back(desk.store, chore.id or 0, local)
    if local := chore.undo.get("given_at"):
        chores.give_back(desk.store, chore.id or 0, local, chore.undo["before"])
    columns = dict(chore.undo["columns"])
    if "learnt" in columns:
        columns["learnt"] = True     # what was learnt and is taken back is not learnt again
    done = chores.change(desk.store, chore.id or 0, None, **columns, undo={})
    return [_settled(desk, done)]


def _changed(desk: Desk, chore: Chore, what: str, changes: dict[str, Any]) -> ChoreDoc:
    return _settled(desk, chores.change(desk.store, chore.id or 0, {"did": what}, **changes))


def _settled(desk: Desk, chore: Chore) -> ChoreDoc:
    """The chore with its next time worked out anew."""
    coming = "" if chore.paused or chore.removed_at else next_at(desk, chore)
    return doc_of(desk, chores.change(desk.store, chore.id or 0, next_at=coming))


def _present(desk: Desk, id: str) -> Chore:
    chore = chores.get(desk.store, number_of("h", id))
    if chore.removed_at:
        raise NotNow(f"{shown('h', chore.id)} is removed. Bring it back with: chore undo {shown('h', chore.id)}")
    return chore


def _some(desk: Desk, id: str | None) -> list[Chore]:
    return [_present(desk, id)] if id is not None else chores.every(desk.store)

