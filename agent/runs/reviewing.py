"""From a held request to the person's decision: sheet, submission, wait, release of exactly what was approved."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from agent.browser.driver import BrowserContext
from agent.browser.evidence import picture
from agent.browser.page import Box, PageMap
from agent.browser.page_map import MappedPage
from agent.browser.problems import PageUnreadable, PictureFailed
from agent.gate.canonical import compare, digest
from agent.gate.decode import Decoded, FilePart, Where, WireField, decode
from agent.gate.forwarding import Headers
from agent.gate.holds import Ending, Hold
from agent.gate.proxy import Gate
from agent.gate.site import is_this_computer, origin_of
from agent.gate.trace import Tracer, carried
from agent.planner.autofill.next_press import press_kind
from agent.planner.base import ButtonKind, Click
from agent.protocol import Digest, Flag, ReceiptState, SubmissionState, TaskState
from agent.receipts import filing
from agent.review.build import build
from agent.review.differing import difference
from agent.review.sheet import Sheet, renewable
from agent.review.sheet_json import sheet_from_json, sheet_to_json
from agent.review.summary import sentence
from agent.runs import granting, resume
from agent.runs.acts import Account
from agent.runs.asking import check_cancelled
from agent.runs.contract import Money, beyond, contract_of
from agent.runs.doubting import doubted
from agent.runs.editing import edits_of, not_taken, places, rows_in_place
from agent.runs.ground import Ground
from agent.runs.moving import move
from agent.runs.problems import Ended
from agent.runs.repeating import chore_repeats, repeated
from agent.runs.second_look import Looking, put_on
from agent.runs.summary import not_shown_back, own_words
from agent.runs.waiting import decided
from agent.store import facts, ledger, submissions, tasks
from agent.store.ids import shown
from agent.store.tables import Submission


class Verdict(StrEnum):
    """What became of a held request."""

    SENT = "sent"                # it went out and the site answered
    AGAIN = "again"              # not sent; the planner looks at the page again
    PARKED = "parked"            # not sent; the task waits for the person
    ENDED = "ended"              # not sent, or in doubt; the task ends as `ended` says


@dataclass(frozen=True, slots=True)
class _Draft:
    """A held request with its sheet, before its review."""

    hold: Hold
    decoded: Decoded
    sheet: Sheet
    key: Digest
    columns: dict[str, Any]


class Reviewer:
    """Reviews what one attempt's presses cause."""

    def __init__(self, ground: Ground, task_id: int, run_id: int, gate: Gate, context: BrowserContext,
                 resume_path: Path, looking: Looking) -> None:
        self.ended: tuple[TaskState, str] | None = None
        self._ground = ground
        self._store = ground.store
        self._task_id = task_id
        self._run_id = run_id
        self._gate = gate
        self._context = context
        self._resume = resume_path
        self._looking = looking
        self._pictures = 0
        self._picture = ""
        self._boxes: list[tuple[int, Box]] = []
        self._drafted: _Draft | None = None
        self._passed = False         # whether this press sent a step under the grant

    async def evidence(self, mapped: MappedPage, account: Account) -> None:
        """Takes the picture before the press, and the point to come back to; returns when both are on disk."""
        self._passed = False
        self._pictures += 1
        path = self._ground.folder / "pictures" / f"t{self._task_id}-x{self._run_id}-{self._pictures}.png"
        await asyncio.gather(self._pictured(mapped, account, path),
                             resume.keep(self._resume, mapped.map.url, self._context, self._gate.memory))

    async def _pictured(self, mapped: MappedPage, account: Account, path: Path) -> None:
        try:
            self._boxes = await picture(mapped, [each.ref for each in account.filled.values()], path)
            self._picture = str(path)
        except (PictureFailed, PageUnreadable):
            self._boxes, self._picture = [], ""  # the sheet shows the wire; a picture is only evidence beside it

    def prepare(self, hold: Hold, mapped: MappedPage, account: Account, click: Click) -> None:
        """Makes the sheet of a held request while it is not yet sure that it is the one to review."""
        self._drafted = self._draft(hold, mapped, account, click)

    def _draft(self, hold: Hold, mapped: MappedPage, account: Account, click: Click) -> _Draft:
        """The sheet of a held request; what the press also tried is added at its review."""
        decoded = decode(hold.request, _shown_headers(hold.made))
        known = facts.every(self._store)
        sheet = build(decoded, mapped.map, list(account.filled.values()), carried(Tracer(known), decoded),
                      delivered=self._gate.memory.delivered)
        sheet, doubts = self._doubted(sheet, decoded, mapped.map, click, known)
        key = digest(hold.request, hold.made)
        columns = self._columns(hold, sheet, decoded, key, mapped.map, click)
        columns["sheet"]["warnings"] += doubts
        return _Draft(hold, decoded, sheet, key, columns)

    async def review(self, hold: Hold, others: Sequence[Hold], mapped: MappedPage, account: Account,
                     click: Click) -> Verdict:
        """Takes one held request to its end."""
        drafted, self._drafted = self._drafted, None
        if drafted is None or drafted.hold is not hold:
            drafted = self._draft(hold, mapped, account, click)
        decoded, sheet, key, columns = drafted.decoded, drafted.sheet, drafted.key, drafted.columns
        columns["sheet"]["also_tried"] = [_address(each) for each in others]
        held = submissions.open_of_task(self._store, self._task_id)
        if held is None and self._granted(hold, others, sheet, click, mapped.map):
            return await self._pass_step(hold, columns)
        if held is not None and held.state == SubmissionState.APPROVED and self._stands_for(held, sheet, decoded, key):
            return await self._release(hold, held.id or 0)
        notes = tasks.get(self._store, self._task_id).notes
        edits = edits_of(submissions.of_task(self._store, self._task_id), notes)
        columns["sheet"]["warnings"] += [
            f"Your change of “{label}” could not be put into the page. Look at what it would send instead."
            for label in not_taken(edits, decoded, mapped.map)]
        columns["edits"] = edits
        looked = await self._looking.at_form(sheet, decoded, mapped.map, click.text, hold, held.sheet if held else {})
        check_cancelled(self._store, self._task_id)
        columns["sheet"] = put_on(columns["sheet"], looked)
        return await self._ask(hold, self._file(submissions.open_of_task(self._store, self._task_id), columns))

    # What stands on the submission

    def _doubted(self, sheet: Sheet, decoded: Decoded, page: PageMap, click: Click,
                 known: Mapping[str, str]) -> tuple[Sheet, list[str]]:
        """The sheet with what seems wrong, held against the task and what its earlier steps sent."""
        before = [str(row["shown"] or row["value"]) for each in submissions.of_task(self._store, self._task_id)
                  if each.state == SubmissionState.ANSWERED for row in each.sheet["fields"]]
        task = tasks.get(self._store, self._task_id)
        edits = edits_of(submissions.of_task(self._store, self._task_id), task.notes)
        return doubted(sheet, decoded, page, task.text, known, sent_before=before, since=[*task.notes, *edits.values()],
                       last=press_kind(page, click.ref) is not ButtonKind.NEXT)

    def _columns(self, hold: Hold, sheet: Sheet, decoded: Decoded, key: Digest, page: PageMap,
                 click: Click) -> dict[str, Any]:
        origin = origin_of(hold.request.url)
        new_site = not any(each.origin == origin and each.status for each in
                           submissions.in_state(self._store, [SubmissionState.ANSWERED]))
        earlier = [each for each in submissions.of_task(self._store, self._task_id)
                   if each.state == SubmissionState.ANSWERED]
        twin = submissions.was_sent_before(self._store, key, origin)
        if twin is not None and chore_repeats(self._store, self._task_id, twin):
            twin = None          # what recurs is the same each time; a second sending for one time is told below
        next_step = press_kind(page, click.ref) is ButtonKind.NEXT
        document = {
            **_with_places(sheet_to_json(sheet), decoded, page),
            "summary": sentence(sheet, new_site=new_site, before=len(earlier)), "button": click.text,
            "new_site": new_site, "redirected": hold.redirected,
            "warnings": _warnings(hold, twin), "also_tried": [],
            "earlier": [{"submission": shown("s", each.id), "url": each.url, "fields": each.sheet["fields"]}
                        for each in earlier],
            "page_text": own_words(page, click) if earlier else "",
            "step_grant": granting.offered(self._store, self._task_id, origin, sheet, page) if next_step else None,
        }
        if twin is None:
            document["warnings"] += repeated(self._store, self._ground.folder, self._task_id, hold.request.url,
                                             document["fields"], step=next_step)
        if earlier:
            document["warnings"] += not_shown_back(page.text, [each.sheet["fields"] for each in earlier])
        self._hold_to_limit(document, sheet)
        boxes = [{"name": control.name, "box": list(box)} for ref, box in self._boxes
                 for control in page.controls if control.ref == ref]
        return {"method": hold.request.method, "url": hold.request.url, "origin": origin, "digest": key,
                "sheet": document, "wire": _wire_json(decoded), "page_url": page.url, "screenshot": self._picture,
                "boxes": boxes, "run_id": self._run_id, "step": click.kind is ButtonKind.NEXT}

    def _hold_to_limit(self, document: dict[str, Any], sheet: Sheet) -> None:
        """Amounts that are not plainly within the task's limit need the person's own yes, and are said first."""
        task = tasks.get(self._store, self._task_id)
        limit = contract_of(task.url, task.sites, task.contract).limit
        if limit is None:
            return
        over = _over(sheet, limit)
        document["warnings"] += dict.fromkeys(over.values())
        for row in document["fields"]:
            row["needs_own_yes"] = row["needs_own_yes"] or row["name"] in over

    def _file(self, held: Submission | None, columns: dict[str, Any]) -> Submission:
        if held is None:
            return ledger.hold(self._store, Submission(task_id=self._task_id, **columns))
        changes = difference(sheet_from_json(held.sheet), sheet_from_json(columns["sheet"]))
        columns["sheet"]["difference"] = [{"name": each.name, "label": each.label, "before": each.before,
                                           "now": each.now, "what": each.kind.value} for each in changes]
        if held.state == SubmissionState.SENT_BACK and not changes:
            columns["sheet"]["warnings"].append("Your note changed nothing here. Set the values yourself with edit.")
        return ledger.hold_again(self._store, held.id or 0, columns)

    # Passing without a new review

    def _granted(self, hold: Hold, others: Sequence[Hold], sheet: Sheet, click: Click, page: PageMap) -> bool:
        if hold.third_party or hold.redirected or not tasks.grant_of(self._store, self._task_id):
            return False
        press = granting.press_of(page, click.ref, hold, others, self._store)
        again = self._passed or granting.repeats(self._store, self._task_id, hold, sheet)
        verdict = granting.judged(self._store, self._task_id, origin_of(hold.request.url), sheet,
                                  replace(press, again=again), page)
        if verdict is not None and not verdict.allowed:
            tasks.add_step(self._store, self._run_id, f"Held for you, because {verdict.reason.value}")
        return verdict is not None and verdict.allowed

    async def _pass_step(self, hold: Hold, columns: dict[str, Any]) -> Verdict:
        filed = ledger.hold(self._store, Submission(task_id=self._task_id, **columns))
        ledger.decide(self._store, filed.id or 0, "grant", SubmissionState.APPROVED, Digest(filed.digest))
        self._say("Sent a step under your grant")
        self._passed = True
        return await self._release(hold, filed.id or 0)

    def _stands_for(self, held: Submission, sheet: Sheet, decoded: Decoded, key: Digest) -> bool:
        """Whether this request is what was approved, but for tokens that the site made anew and the sheet named."""
        if key == held.digest:
            return True
        names = renewable(sheet_from_json(held.sheet)) & renewable(sheet)
        found = compare(_wire_from_json(held.wire, held), decoded, names)
        if not found.equal:
            return False
        ledger.rebuilt(self._store, held.id or 0, key, list(found.renewed))
        return True

    # The decision

    async def _ask(self, hold: Hold, held: Submission) -> Verdict:
        number = held.id or 0
        move(self._store, self._task_id, TaskState.NEEDS_REVIEW)
        self._say(f"Held for your decision ({shown('s', number)}): {held.sheet['summary']}")
        decision = await decided(self._ground, number, hold)
        state = decision.state if decision is not None else SubmissionState.HELD
        if state == SubmissionState.APPROVED and not hold.ending.done():
            return await self._release(hold, number)
        hold.end(Ending.STAY)
        await hold.answer
        if state in (SubmissionState.APPROVED, SubmissionState.EDITING, SubmissionState.SENT_BACK):
            return Verdict.AGAIN
        if state == SubmissionState.REJECTED:
            self.ended = (TaskState.CANCELLED, "You rejected it; nothing was sent.")
            return Verdict.ENDED
        return Verdict.PARKED

    async def _release(self, hold: Hold, number: int) -> Verdict:
        move(self._store, self._task_id, TaskState.SENDING)
        self._say(f"Sending {shown('s', number)} once")
        hold.end(Ending.SEND, number)
        answer = await hold.answer
        filed = submissions.get(self._store, number)
        if answer.sent and answer.status:
            filing.sent(self._store, filed, answer.status)
            move(self._store, self._task_id, TaskState.RUNNING)
            self._say(f"The site answered with status {answer.status}")
            return Verdict.SENT
        if answer.sent or filed.state in (SubmissionState.SENDING, SubmissionState.UNKNOWN):
            if filed.state == SubmissionState.SENDING:
                ledger.unknown(self._store, number)
            filing.sent(self._store, filed, 0, ReceiptState.UNKNOWN)
            self.ended = (TaskState.UNKNOWN, f"{answer.problem} It may or may not have arrived. Look on the site, or "
                          "ask them, before anything else: it is not sent again by itself.")
            return Verdict.ENDED
        if filed.state == SubmissionState.REJECTED:
            raise Ended("You cancelled it.")
        ledger.not_sent(self._store, number, answer.problem)
        self.ended = (TaskState.FAILED, f"{answer.problem or 'The browser let go of it.'} Nothing was sent.")
        return Verdict.ENDED

    def _say(self, text: str) -> None:
        self._ground.progress(self._task_id, text)
        tasks.add_step(self._store, self._run_id, text.split(":")[0])


def _with_places(document: dict[str, Any], decoded: Decoded, page: PageMap) -> dict[str, Any]:
    """Adds to each row whether it can be edited, and under which names."""
    found, named = rows_in_place(decoded, page), {place.edit_as: place for place in places(page).values()}
    for row in document["fields"]:
        place = found.get(row["name"])
        row |= {"editable": place is not None, "edit_as": place.edit_as if place else "",
                "edit_parts": list(place.parts) if place else [], "options": list(place.options) if place else []}
    for row in document["not_sent"]:
        row |= {"editable": row["name"] in named, "edit_as": row["name"], "edit_parts": [row["name"]]}
    return document


def _shown_headers(made: Headers) -> list[tuple[str, str]]:
    """Headers that the page can have written; a cookie as a row of its own, because ordinary ones are the site's."""
    return [("x-page-cookie" if name == "cookie" else name, value) for name, value in made]


def _warnings(hold: Hold, twin: Submission | None) -> list[str]:
    found = []
    if twin is not None:
        when = twin.updated_at[:16].replace("T", " ")
        found.append(f"You already sent exactly this to this site on {when} UTC ({shown('s', twin.id)}).")
    if hold.redirected:
        found.append("The site answered what you approved by asking for it to be sent to another address.")
    if hold.third_party:
        found.append("This goes to another site than the one the task is for.")
    if hold.request.url.startswith("http:") and not is_this_computer(urlsplit(hold.request.url).hostname or ""):
        found.append("The connection is not encrypted: anybody on the way can read it.")
    return found


def _over(sheet: Sheet, limit: Money) -> dict[str, str]:
    """Rows whose amount is not within the limit, and why."""
    amounts = [row for row in sheet.rows if Flag.MONEY in row.flags]
    return {row.name: why for row in amounts if (why := beyond(limit, row.value, row.shown))}


def _address(hold: Hold) -> str:
    return f"{hold.request.method} {origin_of(hold.request.url)}"


def _wire_json(decoded: Decoded) -> list[dict[str, Any]]:
    head = {"problems": list(decoded.problems), "method": decoded.method, "address": decoded.address,
            "media_type": decoded.media_type}
    return [head, *(asdict(field) for field in decoded.fields)]


def _wire_from_json(kept: list[dict[str, Any]], held: Submission) -> Decoded:
    head, rows = kept[0], kept[1:]
    fields = tuple(WireField(**{**row, "where": Where(row["where"]),
                                "file": FilePart(**row["file"]) if row["file"] else None}) for row in rows)
    return Decoded(fields, tuple(head["problems"]), head["method"] or held.method, head["address"], head["media_type"])
