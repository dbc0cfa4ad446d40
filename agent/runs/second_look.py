"""A second look by a model: at a filled form before its person reviews it, and at an answer that stayed unclear.

| setting      | looks                                                                        |
|--------------|------------------------------------------------------------------------------|
| on (default) | where a planner with a model is at work on the task: the vendor is in it anyway |
| always       | at every form that is held for the person, once a model is set up             |
| off          | never                                                                        |

Whatever comes of it, the review goes on: no key, no money left, no answer in time, nonsense in it are a step in the
run's record. What it says is one more sentence on the sheet. It is asked once for a revision: a form that is filled
again with the same answers keeps what was said of it, also that nothing could be said.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from agent.browser.page import PageMap
from agent.gate.decode import Decoded
from agent.gate.holds import Hold
from agent.planner.claude import pointing, second_look
from agent.planner.claude.aside import asked, request_of
from agent.planner.claude.assembling import Turn
from agent.planner.claude.connection import Connection, connect
from agent.planner.claude.facts import Known, known_of
from agent.planner.claude.faults import ModelTrouble
from agent.planner.claude.limits import limits_of
from agent.planner.claude.masking import Mask, Masks, private_in
from agent.planner.claude.models import CHEAP
from agent.planner.claude.problems import NoModel
from agent.planner.claude.purse import TaskPurse
from agent.planner.claude.record import RunRecord
from agent.planner.claude.second_look import Form, Held
from agent.protocol import FactKind, Flag, Source, SourceKind, TaskState, settings
from agent.protocol.settings import SecondLook, Value
from agent.review.sheet import Sheet
from agent.review.sheet_json import SECOND_LOOK
from agent.runs import limits
from agent.runs.contract import contract_of
from agent.runs.course import Course
from agent.runs.doubting import entries_of, left_name
from agent.runs.telling import Telling
from agent.runs.viewing import usable, view_of
from agent.runs.waiting import LOOK_SECONDS
from agent.store import facts, tasks

_OWN = frozenset({SourceKind.ANSWER, SourceKind.PERSON})


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look came to. ``of``: what was looked at, as a hash; empty where nothing was. ``said``: by row's name."""

    of: str = ""
    said: Mapping[str, str] = field(default_factory=dict)


class Looking:
    """Looks on behalf of one attempt.

    Args:
        telling: the run's voice.
        by_model: whether a planner with a model is at work now.
    """

    def __init__(self, telling: Telling, by_model: Callable[[], bool]) -> None:
        self._ground, self._store = telling.ground, telling.ground.store
        self._telling = telling
        self._by_model = by_model

    async def at_form(self, sheet: Sheet, decoded: Decoded, page: PageMap, button: str, hold: Hold,
                      earlier: Mapping[str, Any]) -> Looked:
        """Looks at a form that is about to be shown to its person; ``earlier`` is the sheet it was shown on before."""
        if not self._wanted():
            return Looked()
        form = form_of(sheet, decoded, page, button)
        if not form.open:
            return Looked()
        known, mask, private = self._known(page)
        of = fingerprint(form, known)
        if (kept := earlier.get(SECOND_LOOK) or {}).get("of") == of:
            return Looked(of, dict(kept["said"]))
        said = await self._at_form(form, known, mask, private, hold)
        return Looked(of, said)

    async def at_answer(self, page: PageMap) -> str:
        """What it points to on a page whose answer is unclear, as a sentence for the person; empty for nothing."""
        if not self._wanted():
            return ""
        _, mask, private = self._known(page)
        lines = pointing.question(page, mask)
        if not lines:
            return ""
        turn = await self._ask(pointing.SYSTEM, pointing.tool, lines, private, None)
        found = pointing.read(turn.calls, page, mask) if turn is not None else None
        if isinstance(found, str):
            self._telling.note(f"The model's second look at the answer does not count: {found}")
        return pointed_in_words(found) if isinstance(found, pointing.Pointed) else ""

    async def _at_form(self, form: Form, known: Known, mask: Mask, private: Mapping[str, str],
                       hold: Hold) -> Mapping[str, str]:
        turn = await self._ask(second_look.SYSTEM, second_look.tool, second_look.question(form, known, mask), private,
                               hold)
        if turn is None:
            return {}
        found = second_look.read(turn.calls, form)
        count = len(found.said)
        self._telling.note("A second look by the model: " + (
            f"{count} thing{'' if count == 1 else 's'} to look at" if count else "nothing to add"))
        if found.trouble:
            self._telling.note(f"Not all of the model's second look counts: {found.trouble}")
        return found.said

    def _wanted(self) -> bool:
        chosen = str(settings.read(self._ground.folder)["second-look"])
        return chosen == SecondLook.ALWAYS or (chosen == SecondLook.WITH_MODEL and self._by_model())

    def _known(self, page: PageMap) -> tuple[Known, Mask, dict[str, str]]:
        """What a model may know of the person for this task, what is taken out of texts, and what may not go out."""
        task = tasks.get(self._store, self._telling.task_id)
        contract = contract_of(task.url, task.sites, task.contract)
        view = view_of(self._store, self._telling.task_id, usable(self._store, contract), page, Course())
        allowed = settings.kinds_in(settings.read(self._ground.folder)["model-sees"])
        guarded = facts.every(self._store)
        known = known_of(view, frozenset(map(FactKind, allowed)), date.today())
        return known, Masks(guarded).of(known), private_in(known, guarded)

    async def _ask(self, system: str, tool: Callable[..., dict[str, object]], question: str,
                   private: Mapping[str, str], hold: Hold | None) -> Turn | None:
        """The answer; None where there is none, for a reason that the run's record holds."""
        values = settings.read(self._ground.folder)
        try:
            there = connect(self._ground.folder)
            connection = replace(there, model=model_for(values, there))
        except NoModel as problem:
            self._telling.note(f"No second look: {problem}")
            return None
        purse = TaskPurse(self._store, self._telling.task_id, self._telling.run_id, connection.model,
                          lambda: limits_of(settings.read(self._ground.folder)), told=self._telling.watched.cost)
        record = RunRecord(self._store, self._telling.task_id, self._telling.run_id)
        request = request_of(connection, system, tool(plain=connection.plain), question)
        self._telling.say("Asking the model for a second look")
        try:
            with purse.working():
                return await self._while_wanted(
                    asked(request, connection, purse, record, private=private, secrets=(),
                          seconds=limits.SECOND_LOOK), hold)
        except ModelTrouble as problem:
            self._telling.note(f"No second look: {problem}")
            return None

    async def _while_wanted(self, answer: Coroutine[Any, Any, Turn], hold: Hold | None) -> Turn | None:
        """The answer, unless the person cancels the task or the page lets go of its request meanwhile."""
        asking = asyncio.ensure_future(answer)
        try:
            while not asking.done():
                await asyncio.wait({asking}, timeout=LOOK_SECONDS)
                gone = hold is not None and hold.ending.done()
                if not asking.done() and (gone or self._cancelled()):
                    return None
            return asking.result()
        finally:
            if not asking.done():
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)

    def _cancelled(self) -> bool:
        return tasks.get(self._store, self._telling.task_id).state == TaskState.CANCELLED


def model_for(values: Mapping[str, Value], connection: Connection) -> str:
    """The model that is asked: the one that the person names; else the cheap one where the vendor's own server is used.

    Elsewhere nobody knows which models there are, so it is the one that works there anyway.
    """
    named = str(values["check-model"])
    return named or (CHEAP if connection.base_url == settings.VENDOR else connection.model)


def form_of(sheet: Sheet, decoded: Decoded, page: PageMap, button: str) -> Form:
    """What a model is told of a sheet: what its page asks. Hidden fields, ticks, files and passwords are not in it."""
    rows = {row.name: row for row in sheet.rows}
    left = {left_name(one): one for one in sheet.not_sent}
    held: dict[str, Held] = {}
    for entry in entries_of(sheet, decoded, page):
        row = rows.get(entry.name)
        doubts = row.doubts if row is not None else left[entry.name].doubts
        settled = "pointed out already" if doubts else "" if row is None or row.source.kind not in _OWN else (
            "decided by the person")
        kind = f"{entry.subject} {entry.kind}" if entry.subject not in ("", "self", "none") else entry.kind
        held.setdefault(entry.name, Held(
            entry.name, entry.label, entry.shown or entry.value, row.source if row else Source(SourceKind.PAGE), kind,
            row.carries if row else (), row.before if row else "", settled))
    heading = next((each.text for each in page.headings if each.level == 1), page.title)
    return Form(heading, urlsplit(page.url).hostname or "", button, tuple(held.values()))


def fingerprint(form: Form, known: Known) -> str:
    """Tells one revision from another: by all answers of the form, true values included, and the person's words."""
    rows = [[each.name, each.label, each.value, each.source.kind, each.settled] for each in form.rows]
    return hashlib.sha256(json.dumps([form.heading, form.button, rows, known.texts]).encode()).hexdigest()


def put_on(document: dict[str, Any], looked: Looked) -> dict[str, Any]:
    """A sheet's document with what was said at its rows, and nothing else of it changed.

    Rows with a doubt come first, those of the plain rules before the model's.
    """
    if not looked.of:
        return document
    fields = [_said(row, looked.said[row["name"]]) if row["name"] in looked.said else row
              for row in document["fields"]]
    left = [{**one, "doubts": [*one["doubts"], looked.said[key]]}
            if (key := f"left out: {one['name'] or one['label']}") in looked.said else one
            for one in document["not_sent"]]
    return {**document, "fields": sorted(fields, key=lambda row: not row["doubts"]), "not_sent": left,
            SECOND_LOOK: {"of": looked.of, "said": dict(looked.said)}}


def _said(row: dict[str, Any], said: str) -> dict[str, Any]:
    return {**row, "doubts": [*row["doubts"], said], "flags": sorted({*row["flags"], Flag.DOUBT.value})}


def pointed_in_words(found: pointing.Pointed) -> str:
    """What a model points to on an unclear answer page, for the person."""
    if found.meaning is pointing.Meaning.REFUSED:
        return f"A second look by the model takes these words for a refusal: “{found.words}”"
    return f"A second look by the model points to these words, which confirm nothing by themselves: “{found.words}”"
