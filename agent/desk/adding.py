"""Filing what the person wants done: as one task, or as a plan with a task for each of its places."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.profile import region
from agent.desk.queue import AT, split_of
from agent.desk.starts import as_kept, question_of, start_for
from agent.desk.tasks import copied
from agent.intake.address import address
from agent.intake.draft import TITLE_LENGTH, Draft, draft
from agent.intake.several import Place, Several, without
from agent.intake.starting_place import Start, Why
from agent.protocol import TaskState
from agent.runs.contract import RECIPE, SPECIAL, money
from agent.store import plans, tasks
from agent.store.ids import shown
from agent.store.problems import NotNow
from agent.store.tables import Plan, Question, Task

PLANNERS = ("auto", "autofill", "claude", "recipe")
"""What can be chosen; see `agent.planner.choose`."""

Filed = tuple[Task, Question | None]
"""A task, and what it asks before it can begin."""


@capability("add", "Add a task",
            Argument("text", "what you want done, in your own words", metavar="TEXT"),
            Argument("url", "where to start; without it, a site that you did the same at before, or you are asked",
                     option=True, required=False, metavar="URL"),
            Argument("file", "a file that belongs to it; may be given more than once", option=True, many=True,
                     required=False, metavar="FILE"),
            Argument("planner", "who does it", option=True, required=False, choices=PLANNERS),
            Argument("site", "another site that it may use; may be given more than once", option=True, many=True,
                     required=False, metavar="URL"),
            Argument("data", "a class of sensitive data that it may use without asking; may be given more than once",
                     option=True, many=True, required=False, choices=tuple(SPECIAL)),
            Argument("limit", "the most money that may stand on what it sends, such as 50 GBP; in a plan, for each of "
                     "its tasks", option=True, required=False, metavar="AMOUNT"),
            AT,
            Argument("skip", "a place that the text lists and that is left out, as `draft` writes its address; may be "
                     "given more than once", option=True, many=True, required=False, metavar="PLACE"),
            Argument("one", "one task, although the text lists several addresses", option=True, flag=True,
                     required=False))
def add(desk: Desk, text: str, url: str | None = None, file: list[str] | None = None,
        planner: str | None = None, site: list[str] | None = None, data: list[str] | None = None,
        limit: str | None = None, at: list[str] | None = None, skip: list[str] | None = None,
        one: bool = False) -> dict[str, Any]:
    """Files a task with its contract: what is not in it, only an answer of the person's adds later.

    Without an address it starts where the same was surely done before, and says so (``start``); else it asks.
    A text that lists several addresses becomes a plan: a task for each, with a contract of its own.

    Raises:
        IntakeError: an address or a file that can't be used; nothing was filed.
        NotNow: the limit is no amount of money, or the class of data is unknown.
    """
    return filed(desk, text, url, file or [], planner=planner, site=site or [], data=data or [], limit=limit,
                 at=at or [], one=one, skip=skip or [])


def filed(desk: Desk, text: str, url: str | None, file: list[str], *, planner: str | None = None,
          site: Sequence[str] = (), data: Sequence[str] = (), limit: str | None = None, at: Sequence[str] = (),
          one: bool = False, skip: Sequence[str] = (), recipe: int = 0) -> dict[str, Any]:
    """Files it. See `add`; ``recipe`` is the number of the recipe that the person named for it."""
    contract = contract_for(data, limit) | ({RECIPE: recipe} if recipe else {})
    sites = [address(each) for each in site]
    found = draft(text, url, file, region(desk))
    split = None if one or recipe else split_of(found, url, at)
    if skip and split is None:
        raise NotNow("There is no list of places to leave one out of.")
    if split is not None:
        split = without(split, skip)
    if at and split is None:            # one place alone is where a task starts
        found = draft(text, at[0], file, region(desk))
    starts = [_start(desk, found, each) for each in split.places] if split else [start_for(desk, found)]
    # Files first: a run beside this takes the task up the moment it is filed.
    files = copied(desk, found.files)

    def task(start: Start, place: Place | None = None, title: str = "") -> Filed:
        asked = question_of(start)
        return Task(
            text=place.text if place else found.text, title=title or found.title, url=start.url, files=files,
            planner=planner or PLANNERS[0], sites=sites, place=place.name if place else "",
            contract={**contract, "start": as_kept(start, own_words=found.own_words)},
            state=TaskState.QUEUED if asked is None else TaskState.NEEDS_ANSWER), asked

    if split is None or len(split.places) == 1:
        kept = tasks.add(desk.store, *task(starts[0], split.places[0] if split else None))
        reason = {} if starts[0].why == Why.GIVEN else {"start": starts[0].reason}
        return {"task": shown("t", kept.id)} | reason
    return _planned(desk, found, split, [
        task(start, place, shorten(f"{split.title}: {place.name}", TITLE_LENGTH, placeholder="..."))
        for start, place in zip(starts, split.places, strict=True)])


def _start(desk: Desk, found: Draft, place: Place) -> Start:
    """Where one of a plan's tasks starts: its own words alone say so, and never the others'."""
    return start_for(desk, Draft(place.text, place.url, place.name, (), (), found.named, found.own_words))


def _planned(desk: Desk, found: Draft, split: Several, filed: Sequence[Filed]) -> dict[str, Any]:
    plan, made = plans.add(desk.store, Plan(text=found.text, title=split.title), filed)
    return {"plan": shown("p", plan.id), "tasks": [shown("t", each.id) for each in made]}


def contract_for(data: Sequence[str], limit: str | None) -> dict[str, Any]:
    """What a task is given before its first page is read.

    Raises:
        NotNow: the limit is no amount of money, or a class of data is unknown.
    """
    if unknown := [each for each in data if each not in SPECIAL]:
        raise NotNow(f"“{unknown[0]}” is no class of data. There are: {', '.join(SPECIAL)}.")
    try:
        return {"data": sorted(set(data)), "limit": str(money(limit)) if limit else ""}
    except ValueError as problem:
        raise NotNow(str(problem)) from problem
