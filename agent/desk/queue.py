"""The queue at the desk: what a window lists, a task before it is filed, pausing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.profile import region
from agent.desk.starts import doc_of, start_for
from agent.intake.draft import Draft, draft
from agent.intake.several import Several, at_places, several
from agent.intake.starting_place import Start
from agent.protocol import TaskState
from agent.protocol.messages import Board, DraftDoc, FileDoc, TaskRow, ValueDoc
from agent.protocol.starts import DraftPlace, DraftPlan
from agent.store import board, chores, tasks
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Task

PAGE = 500
"""Tasks on a page of the board: some 200 kB of JSON, a few milliseconds to read."""
MOST = 5_000

AT = Argument("at", "one of several places to do it at, an address or a name: each becomes a task of one plan; may be "
              "given more than once", option=True, many=True, required=False, metavar="PLACE")


@capability("board", "The list of tasks in short, a page at a time",
            Argument("after", "go on where the last page said (its `next`)", option=True, required=False,
                     metavar="NEXT"),
            Argument("ids", "only this task; may be given more than once", option=True, many=True, required=False,
                     metavar="ID"),
            Argument("limit", f"tasks on a page (default {PAGE})", option=True, required=False, metavar="N"))
def show_board(desk: Desk, after: str | None = None, ids: list[str] | None = None,
               limit: int | str | None = None) -> Board:
    """Open tasks first, then the finished ones, newest first.

    Raises:
        NotFound: something given is no id.
        NotNow: the limit is no number from 1 to 5000.
    """
    if ids is not None:
        page = board.some(desk.store, [number_of("t", each) for each in ids])
    else:
        page = board.page(desk.store, board.Place.read(after or ""), _limit(limit))
    of = chores.of_tasks(desk.store, [task.id or 0 for task in page.tasks if task.occurrence_id is not None])
    return Board(rows=[row_of(task, page.waits.get(task.id or 0, []), of.get(task.id or 0)) for task in page.tasks],
                 next=str(page.next) if page.next else "", total=page.total)


def _limit(text: int | str | None) -> int:
    if text is None:
        return PAGE
    if not str(text).isdigit() or not 1 <= int(text) <= MOST:
        raise NotNow(f"“{text}” is not a number from 1 to {MOST}.")
    return int(text)


def row_of(task: Task, waits: list[str], chore: int | None = None) -> TaskRow:
    """A task as a list shows it; ``chore``: the number of that which it was made for."""
    row = TaskRow(id=shown("t", task.id), title=task.title, site=site_of(task.url), state=task.state,
                  message=task.message, paused=task.paused, waits=waits, files=len(task.files),
                  created_at=task.created_at, updated_at=task.updated_at)
    if task.plan_id:
        row["plan"], row["place"] = shown("p", task.plan_id), task.place
    if chore is not None:
        row["chore"] = shown("h", chore)
    return row


def site_of(url: str) -> str:
    """The host of an address, with its port if it names one."""
    return urlsplit(url).netloc.rpartition("@")[2]


@capability("draft", "Show what a task would be, without filing it",
            Argument("text", "what you want done, in your own words", metavar="TEXT"),
            Argument("url", "where to start", option=True, required=False, metavar="URL"),
            Argument("file", "a file that belongs to it; may be given more than once", option=True, many=True,
                     required=False, metavar="FILE"), AT)
def show_draft(desk: Desk, text: str, url: str | None = None, file: list[str] | None = None,
               at: list[str] | None = None) -> DraftDoc:
    """Reads a task and files nothing; ``plan`` says which tasks it would become, if it names several places.

    Raises:
        IntakeError: the text, the address or a file can't be used.
    """
    found = draft(text, url, file or [], region(desk))
    return as_doc(found, start_for(desk, found), _as_plan(found, url, at or []))


def _as_plan(found: Draft, url: str | None, named: Sequence[str]) -> DraftPlan:
    split = split_of(found, url, named)
    return DraftPlan(title=split.title if split else "", places=[
        DraftPlace(place=each.name, url=each.url, site=site_of(each.url), text=each.text)
        for each in (split.places if split else ())])


def split_of(found: Draft, url: str | None, named: Sequence[str]) -> Several | None:
    """The places that a drafted task is to be done at, None where it is one task.

    An address given beside the text is where one task starts; an e-mail's subject is nobody's list.

    Raises:
        IntakeError: a place can't be used.
    """
    if named:
        return at_places(found.text, [*([url] if url and url.strip() else []), *named])
    if (url and url.strip()) or not found.own_words:
        return None
    return several(found.text)


def as_doc(found: Draft, start: Start, plan: DraftPlan) -> DraftDoc:
    """A draft, and where it would start, in the protocol's form."""
    return DraftDoc(
        text=found.text, title=found.title, url=start.url, site=site_of(start.url), start=doc_of(start),
        files=[FileDoc(name=each.name, path=each.path, media_type=each.media_type, size=each.size)
               for each in found.files],
        values=[ValueDoc(label=each.label or " ".join(each.near), value=each.value) for each in found.values],
        missing=[], links=list(found.links), plan=plan)


@capability("pause", "Let a task stand still until you say so", Argument("id", "its id", metavar="ID"))
def pause(desk: Desk, id: str) -> dict[str, Any]:
    """A paused task keeps its page for a while; nothing of it is typed, pressed or sent.

    Raises:
        NotFound: there is none.
        NotNow: it is finished, or is being sent at this moment.
    """
    task = tasks.get(desk.store, number_of("t", id))
    if task.state in tasks.FINISHED or task.state == TaskState.SENDING:
        raise NotNow(f"Task {id} is {task.state}; it can't be paused.")
    return _paused(desk, task, yes=True)


@capability("resume", "Let a paused task go on", Argument("id", "its id", metavar="ID"))
def resume(desk: Desk, id: str) -> dict[str, Any]:
    """Lets it go on; one that is not paused stays as it is.

    Raises:
        NotFound: there is none.
    """
    return _paused(desk, tasks.get(desk.store, number_of("t", id)), yes=False)


def _paused(desk: Desk, task: Task, *, yes: bool) -> dict[str, Any]:
    done = tasks.change(desk.store, task.id or 0, paused=yes)
    return {"id": shown("t", done.id), "paused": done.paused}


def size_of(path: str) -> int:
    """Bytes of a file; 0 if it is gone."""
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
