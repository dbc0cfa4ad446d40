"""Chores at the desk: made, looked at, changed, paused, removed, each of which can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agent.chores import template
from agent.chores.clock import wall
from agent.chores.due import CatchUp
from agent.chores.planning import kept, next_times, title_of
from agent.chores.problems import BadTemplate
from agent.chores.rule import rule_text
from agent.chores.zones import resolved, zone_of
from agent.desk.adding import PLANNERS, contract_for
from agent.desk.capability import Argument, capability
from agent.desk.chore_docs import doc_of, occurrence_doc
from agent.desk.chore_when import CHOICE, RULE, START, WHEN, ZONE, recurrence, zone_named
from agent.desk.front import Desk
from agent.desk.profile import region
from agent.desk.queue import split_of
from agent.desk.tasks import copied
from agent.intake.address import address
from agent.intake.draft import checked_files, draft
from agent.intake.several import Several
from agent.protocol.chores import ChoreDetail, ChoreDoc
from agent.store import chores, facts
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Chore

ID = Argument("id", "the chore's id", metavar="ID")
_NONE = "none"
CATCH_UP = Argument("catch_up", "what is done about missed times: once (one task for all, the default), each, skip",
                    option=True, required=False, choices=tuple(each.value for each in CatchUp))
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
                     metavar="AMOUNT"), CATCH_UP,
            Argument("each", "a chore of its own for each of the places that the text lists", option=True, flag=True,
                     required=False))
def add(desk: Desk, text: str, rule: str | None = None, start: str | None = None, zone: str | None = None,
        when: str | None = None, choice: int | str | None = None, url: str | None = None,
        file: list[str] | None = None, planner: str | None = None, site: list[str] | None = None,
        data: list[str] | None = None, limit: str | None = None, catch_up: str | None = None,
        each: bool = False) -> list[ChoreDoc]:
    """Files a chore; without a rule it is read out of the words. Nothing is guessed.

    A text that lists several places is one task each time, and that is said; with ``each`` it is a chore for each.

    Raises:
        ChoreProblem: the recurrence, the zone or the text can't be used; nothing was filed.
        IntakeError: an address or a file that can't be used.
        NotNow: the limit is no amount of money.
    """
    name = zone_named(zone)
    text, chosen = recurrence(desk, text, rule, start, name, when, choice)
    template.names_in(text)
    sites, contract = [address(one) for one in site or []], contract_for(data or [], limit)
    found = draft(text, url, file or [], region(desk))
    split = split_of(found, url, [])
    if each and split is None:
        raise BadTemplate("The text lists no several places, with an address in each line.")
    _say_one_task(desk, None if each else split)
    parts = [(one.text, one.url) for one in split.places] if each and split else [(found.text, found.url)]
    for words, _ in parts:
        template.names_in(words)
    now, files = kept(wall()), copied(desk, found.files)
    made = []
    for words, where in parts:
        row = Chore(
            text=words, title=title_of(words), rule=rule_text(chosen.rule), start=chosen.start.isoformat(), zone=name,
            catch_up=catch_up or CatchUp.ONCE, url=where, planner=planner or PLANNERS[0], sites=sites, files=files,
            contract=contract, parameters=template.to_json(template.parameters_of(words)), floor_at=now, seen_at=now)
        row.next_at = next_at(desk, row)
        made.append(doc_of(desk, chores.add(desk.store, row)))
    return made


def _say_one_task(desk: Desk, split: Several | None) -> None:
    if split is not None:
        desk.tell(f"The text lists {len(split.places)} places, but a chore is one task each time. For a chore of its "
                  "own for each place, add it with --each.")


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
                     required=False, metavar="NAME=VALUE"),
            Argument("file", "one more file that goes with it each time; may be given more than once", option=True,
                     many=True, required=False, metavar="FILE"),
            Argument("without_file", "a file of it, by its name, that is to go with it no more; may be given more than "
                     "once", option=True, many=True, required=False, metavar="NAME"),
            Argument("site", "another site that it may use, in place of all before; “none”: no other; may be given "
                     "more than once", option=True, many=True, required=False, metavar="URL"),
            Argument("data", "a class of sensitive data that it may use without asking, in place of all before; "
                     "“none”: no class; may be given more than once", option=True, many=True, required=False),
            Argument("limit", "the most money that may stand on what it sends; “none”: no limit", option=True,
                     required=False, metavar="AMOUNT"))
def edit(desk: Desk, id: str, text: str | None = None, rule: str | None = None, start: str | None = None,
         zone: str | None = None, when: str | None = None, choice: int | str | None = None, url: str | None = None,
         planner: str | None = None, catch_up: str | None = None, ask: list[str] | None = None,
         keep: list[str] | None = None, file: list[str] | None = None, without_file: list[str] | None = None,
         site: list[str] | None = None, data: list[str] | None = None, limit: str | None = None) -> list[ChoreDoc]:
    """Changes what is given; times that came before now stay as they were.

    Raises:
        NotFound: there is none.
        ChoreProblem: the recurrence, the zone or the text can't be used; nothing was changed.
        IntakeError: an address or a file that can't be used; nothing was changed.
        NotNow: it has no such file, or the limit is no amount of money; nothing was changed.
    """
    chore = _present(desk, id)
    changes: dict[str, Any] = _terms(chore, site, data, limit)
    if text is not None:
        found = draft(text, None, [], region(desk))
        _say_one_task(desk, split_of(found, None, []))
        changes |= {"text": found.text, "title": title_of(found.text), "learnt": True}
    if url is not None:
        changes["url"] = "" if url.strip().lower() == _NONE else address(url)
    changes |= {"planner": planner} if planner else {}
    changes |= {"catch_up": catch_up} if catch_up else {}
    if rule is not None or when is not None or start is not None or zone is not None:
        name = zone_named(zone) if zone is not None else chore.zone
        kept_rule, first = (None, start) if when is not None else (rule or chore.rule, start or chore.start)
        _, chosen = recurrence(desk, chore.text, kept_rule, first, name, when, choice)
        changes |= {"rule": rule_text(chosen.rule), "start": chosen.start.isoformat(), "zone": name,
                    "floor_at": kept(wall())}
    changes["parameters"] = _parameters(chore, changes.get("text", chore.text), ask or [], keep or [])
    if file or without_file:
        changes["files"] = [*_left(chore, without_file or []), *copied(desk, checked_files(file or []))]
    return [_changed(desk, chore, "the change", changes)]


def _terms(chore: Chore, site: list[str] | None, data: list[str] | None, limit: str | None) -> dict[str, Any]:
    """What changes of what its tasks may do."""
    changes: dict[str, Any] = {}
    if site is not None:
        changes["sites"] = [] if site == [_NONE] else [address(each) for each in site]
    if data is not None or limit is not None:
        new_limit = chore.contract.get("limit", "") if limit is None else "" if limit.strip() == _NONE else limit
        new_data = chore.contract.get("data", []) if data is None else [] if data == [_NONE] else data
        changes["contract"] = {**chore.contract, **contract_for(new_data, new_limit)}
    return changes


def _left(chore: Chore, without: list[str]) -> list[dict[str, str]]:
    """Its files without those of these names."""
    if unknown := [name for name in without if name not in [each["name"] for each in chore.files]]:
        raise NotNow(f"No file “{unknown[0]}” goes with {shown('h', chore.id)}.")
    return [each for each in chore.files if each["name"] not in without]


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

