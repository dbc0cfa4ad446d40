"""Where a task starts, at the desk: from what was sent before, from its documents, or by a question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from agent.desk.front import Desk
from agent.intake.draft import Draft
from agent.intake.errands import Errand
from agent.intake.starting_place import Start, Why, place, start_of
from agent.protocol import QuestionState
from agent.protocol.starts import ProposalDoc, StartDoc
from agent.store import history, questions
from agent.store.engine import Store
from agent.store.tables import Question, Task

LOOKED_BACK = 300
"""Receipts that are looked through, newest first: some years of one person's errands. Reading their words
takes half a second at most, once in a process."""

_ASKED = ("Where should this task start?", "Give the web address of the form, or of its site. Nothing is opened "
          "before you answer, and no search engine is asked.")


def start_for(desk: Desk, found: Draft) -> Start:
    """Where a drafted task would start, and why."""
    return start_of(found.text, found.url, errands(desk.store), found.named, own_words=found.own_words)


def errands(store: Store) -> list[Errand]:
    """What the person had sent before, newest first; what is told alike of the same form only once."""
    found: dict[tuple[str, str], Errand] = {}
    for each in history.sent_before(store, LOOKED_BACK):
        form = each.url.partition("?")[0]
        own = not kept_start(each.contract).get("unspoken", False)
        found.setdefault((each.text, form), Errand(each.text, each.title, each.start, form, _day(each.sent_at),
                                                   each.surely and own))
    return list(found.values())


def _day(at: str) -> str:
    try:
        when = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return f"{when.day} {when:%B %Y}"


def question_of(start: Start) -> Question | None:
    """What the person is asked, None where an address is settled. A line of the prompt for each option says why."""
    if start.url:
        return None
    lines = [*_ASKED, *(f"{each.url}: {each.reason}" for each in start.proposals)]
    return Question(task_id=0, key=questions.START, kind=questions.START, prompt="\n".join(lines),
                    options=[each.url for each in start.proposals])


def as_kept(start: Start, *, own_words: bool) -> dict[str, Any]:
    """What a task keeps of it, in its contract. ``unspoken``: its words are an e-mail's, not the person's."""
    return {"why": start.why, "reason": start.reason} | ({} if own_words else {"unspoken": True})


def kept_start(contract: Mapping[str, Any]) -> dict[str, Any]:
    """See `as_kept`; empty for a task of an older version."""
    found = contract.get("start")
    return dict(found) if isinstance(found, dict) else {}


def doc_of(start: Start) -> StartDoc:
    """A decision in the protocol's form."""
    return StartDoc(why=start.why, reason=start.reason,
                    proposals=[ProposalDoc(url=each.url, reason=each.reason) for each in start.proposals])


def doc_of_task(store: Store, task: Task) -> StartDoc:
    """Where a task starts, and why, in the protocol's form."""
    kept = kept_start(task.contract)
    why = str(kept.get("why", Why.GIVEN))
    if why == Why.ANSWER or not kept:
        return StartDoc(why=why, reason=f"Starts at {place(task.url)} because you gave this address.", proposals=[])
    asked = questions.of_key(store, task.id or 0, questions.START) if not task.url else None
    urls = asked.options if asked is not None else []
    reasons = asked.prompt.splitlines()[len(_ASKED):] if asked is not None else []
    return StartDoc(why=why, reason=str(kept.get("reason", "")), proposals=[
        ProposalDoc(url=url, reason=line.removeprefix(f"{url}: "))
        for url, line in zip(urls, reasons, strict=False)])


def ask_again(store: Store, task: Task) -> None:
    """Asks where a task starts that was given up before it was answered."""
    asked = questions.of_key(store, task.id or 0, questions.START)
    if asked is not None and asked.state == QuestionState.WITHDRAWN:
        questions.ask(store, [Question(task_id=asked.task_id, key=asked.key, kind=asked.kind, prompt=asked.prompt,
                                       options=asked.options)])
