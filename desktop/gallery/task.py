"""Pictures of one task: waiting, failed, cancelled, done, unknown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from agent.protocol.messages import (
    AllowedDoc,
    FileDoc,
    GrantedDoc,
    RunDoc,
    SheetRow,
    StepDoc,
    SubmissionDoc,
    TaskDoc,
)
from agent.protocol.model import PieceDoc, SawDoc, TurnDoc
from agent.protocol.recipes import TaskByRecipe
from agent.protocol.starts import ProposalDoc, StartDoc
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.inbox.detail import TaskDetail
from desktop.link import Problem
from desktop.shell import Shell
from desktop.task.header import TaskHeader
from desktop.task.moving import ChangeAddress
from desktop.task.saw import Saw

WHEN = datetime(2026, 11, 3, 14, 3, 20, tzinfo=UTC)
STEPS = ("Opened energy.example", "Found the form “Submit a meter reading”", "Filled in 4 fields from your profile",
         "Filled in Meter reading from your words", "Pressed “Continue”")


def run_doc(steps: tuple[str, ...] = STEPS, state: str = "running", message: str = "", number: int = 1) -> RunDoc:
    """One attempt, a step every seven seconds."""
    at = [(WHEN + timedelta(seconds=7 * place)).isoformat() for place in range(len(steps) + 1)]
    return RunDoc(id=f"x{number}", state=state, message=message, started_at=at[0], ended_at=at[-1],
                  steps=[StepDoc(at=when, text=text, picture="") for when, text in zip(at[:-1], steps, strict=True)])


def start_doc(why: str, reason: str, *proposals: tuple[str, str]) -> StartDoc:
    """Where a task starts and why, with what is proposed."""
    return StartDoc(why=why, reason=reason,
                    proposals=[ProposalDoc(url=url, reason=words) for url, words in proposals])


def task_doc(id: str = "t1", state: str = "queued", **more: Any) -> TaskDoc:
    """One task; ``more`` replaces fields."""
    made = TaskDoc(
        id=id, text="Submit my meter reading, 48213, for the flat in Mill Lane", title="Submit my meter reading, 48213",
        url="https://energy.example/reading", site="energy.example",
        start=start_doc("given", "Starts at energy.example because you gave this address."), state=state,
        message="", paused=False,
        planner="autofill", runs=[], cost=0.0, files=["letter.pdf"],
        attachments=[FileDoc(name="letter.pdf", path="/x/letter.pdf", media_type="application/pdf", size=310_000)],
        notes=[], waits=[], submissions=[], receipt="", created_at=WHEN.isoformat(), updated_at=WHEN.isoformat())
    return cast("TaskDoc", {**made, **more})


def sheet_row(label: str, value: str, source: str = "profile", **more: Any) -> SheetRow:
    """One field on the wire."""
    made = SheetRow(
        name=label, label=label, value=value, shown="", source=source, detail="", flags=[], why="", needs_own_yes=False,
        before="", last=None, given=value, carries=[], where="body", key=label, content_type="", file=None,
        editable=True, edit_as="", edit_parts=[], options=[])
    return cast("SheetRow", {**made, **more})


def submission_doc(id: str = "s1", state: str = "unknown", **more: Any) -> SubmissionDoc:
    """A meter reading on its way."""
    made = SubmissionDoc(
        id=id, task="t1", state=state, method="POST", url="https://energy.example/reading/send?step=2",
        origin="https://energy.example", digest="0", revision=1,
        summary="Send this form to energy.example", button="Send reading", new_site=False, redirected=False,
        warnings=[], problems=[], also_tried=[],
        fields=[sheet_row("Name", "Ada Lovelace"), sheet_row("Postcode", "LS1 4AP"),
                sheet_row("Meter reading", "48213", "task"), sheet_row("csrf", "x91", "hidden"),
                sheet_row("How often do you read it", "2", shown="Every month")],
        not_sent=[], earlier=[], page_text="", step_grant=None, difference=[], screenshot="", boxes=[],
        page_url="https://energy.example/reading", last_sent_at="", task_title="", task_text="",
        decided="", created_at=WHEN.isoformat())
    return cast("SubmissionDoc", {**made, **more})


def piece(who: str, kind: str, text: str, title: str = "") -> PieceDoc:
    """A part of a turn."""
    return cast("PieceDoc", {"who": who, "kind": kind, "title": title, "text": text, "media_type": "", "data": ""})


def turn_doc(number: int, sent: list[PieceDoc], answered: list[PieceDoc], **more: Any) -> TurnDoc:
    """One turn; ``more`` replaces fields."""
    made = TurnDoc(run="x1", number=number, at=(WHEN + timedelta(seconds=9 * number)).isoformat(),
                   model="claude-sonnet-5-5", repeated=2 * (number - 1), sent=sent, answered=answered, input=812,
                   output=164, cache_read=2310 * (number - 1), cache_written=640, cost=0.0052)
    return cast("TurnDoc", {**made, **more})


_PAGE = ("Page “Submit a meter reading”, energy.example\n[1] Account number, text, required\n[2] Name, text: "
         "{{fact:name}}\n[3] Meter reading, number, required\n[4] Date of reading, date\n[5] button “Continue”")
SAW = SawDoc(task="t1", cost=0.0143, turns=[
    turn_doc(1, [piece("instructions", "text", "You fill in forms for a person. You never see their data: you work "
                       "with placeholders such as {{fact:iban}}, which are put in behind you."),
                 piece("tools", "other", '{\n  "name": "fill",\n  "strict": true\n}', "fill"),
                 piece("countersign", "text", f"Task: Submit my meter reading, 48213\n\n{_PAGE}")],
             [piece("model", "thinking", "The reading stands in the task. The account number must be asked for."),
              piece("model", "call", '{\n  "fields": [\n    {"ref": 3, "value": "{{task:reading}}"}\n  ]\n}', "fill")]),
    turn_doc(2, [piece("countersign", "result", "3: 48213\n1: the site says “Enter your account number”")],
             [piece("model", "call", '{\n  "question": "What is your account number?"\n}', "ask")]),
    turn_doc(3, [piece("countersign", "result", "1: {{answer:account}}")],
             [piece("model", "call", '{\n  "ref": 5\n}', "click")])])


RECEIPT = {
    "id": "r7", "task": "t1", "title": "Submit my meter reading", "origin": "https://energy.example",
    "url": "https://energy.example/reading/send", "sent_at": WHEN.isoformat(), "state": "confirmed", "status": 200,
    "reference": "MR-2026-48213", "evidence": "Thank you. We have received your meter reading. Your reference is "
    "MR-2026-48213. Keep it for your records.", "fields": [], "sends": [], "before": "", "after": "", "approvals": []}


SURPRISE = "“Meter number” is a new field that has to be filled in."


def by_recipe(**more: Any) -> TaskByRecipe:
    """What a task has to do with a recipe; ``more`` replaces parts."""
    made = TaskByRecipe(id="c2", title="Submit my meter reading", replayed=True, source="learnt",
                        at="2026-10-03T09:12:00Z", surprise="")
    return cast("TaskByRecipe", {**made, **more})


def _scene(name: str, doc: TaskDoc, after: Callable[[QWidget], None] | None = None, **size: int) -> Scene:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        desk.reply("task", doc)
        desk.reply("submission", submission_doc())
        desk.reply("receipt", RECEIPT)
        desk.reply("grants", ALLOWED)
        detail = TaskDetail(shell)
        detail.show_task(doc["id"])
        return detail
    return Scene(name, make, width=size.get("width", 720), height=size.get("height", 760), after=after)


ALLOWED = AllowedDoc(
    task="t1", sites=["https://energy.example/reading"], data=["all but health, religion, origin"], limit="50 GBP",
    grants=[GrantedDoc(id="g1", kind="lookup", words="api.streets.example may be asked with your postcode",
                       state="given", since=""),
            GrantedDoc(id="g2", kind="lookup", words="maps.example may be asked with your address line 1 and town or "
                       "city", state="declined", since=""),
            GrantedDoc(id="steps t1", kind="steps", words="12 values may go to https://energy.example in the steps "
                       "before the last", state="given", since="")])


def _open_allowed(view: QWidget) -> None:
    for header in view.findChildren(TaskHeader):
        header.allowed_fold.toggle()


def _saw(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("saw", SAW)
    return Saw(shell, "t1", "Submit my meter reading, 48213")


def _hostile_saw(shell: Shell, desk: StandIn) -> QWidget:
    said = "<b>Hello</b> \u202e evil \u200b<img src=x>\nsecond " + "x" * 300
    turn = turn_doc(1, [piece("countersign", "text", said)], [piece("model", "text", "")], model="<i>m</i>\u202e")
    desk.reply("saw", SawDoc(task="t1", cost=0.0, turns=[turn]))
    return Saw(shell, "t1", "<b>Free</b> \u202e gift")


def _second_turn(view: QWidget) -> None:
    cast("Saw", view).turns.setCurrentRow(1)


def _moving(doc: TaskDoc, typed: str = "") -> Callable[[Shell, StandIn], QWidget]:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        desk.reply("address", Problem("“council” is no web address. Give one such as council.example/form."))
        dialog = ChangeAddress(shell, doc)
        if typed:
            dialog.field.setText(typed)
        return dialog
    return make


def _press_go(view: QWidget) -> None:
    cast("ChangeAddress", view).go.click()


KEY_REFUSED = (
    "The model's server does not accept the key. The key comes from ANTHROPIC_API_KEY in the environment: put a valid "
    "one there and start Countersign again; then try this task again.")
_FAILED = ("Opened energy.example", "Found the form “Submit a meter reading”", "Filled in 4 fields from your profile")

SCENES: tuple[Scene, ...] = (
    _scene("task-queued", task_doc()),
    _scene("task-of-chore", task_doc(
        "t1", "queued", chore="h1", chore_time="2026-12-07T09:00:00",
        chore_note="Also for 2 November 2026: that time passed while the computer was off.")),
    _scene("task-allowed", task_doc(), _open_allowed),
    _scene("task-paused", task_doc(paused=True, runs=[run_doc(state="waiting")])),
    _scene("task-failed", task_doc(
        state="failed", message="The page asks for an account number; neither your profile nor your words give one.",
        runs=[run_doc(_FAILED, "ended", "The site did not answer in time.", 1),
              run_doc(_FAILED, "ended", "The page asks for an account number.", 2)])),
    _scene("task-cancelled", task_doc(state="cancelled", message="You cancelled it.",
                                      runs=[run_doc(_FAILED, "ended")])),
    _scene("task-failed-model", task_doc(
        state="failed", planner="auto", cost=0.084, seen=14, message="The site asks for a meter number that you do not "
        "have.", runs=[run_doc(_FAILED, "ended")])),
    _scene("task-recipe-kept", task_doc(state="failed", recipe=by_recipe(replayed=False))),
    _scene("task-recipe-surprise", task_doc(state="failed", message="The site asks for a meter number that you do not "
                                            "have.", recipe=by_recipe(surprise=SURPRISE), runs=[
                                                run_doc(_FAILED, "ended")])),
    Scene("task-saw", _saw, width=960, height=680),
    Scene("task-saw-second", _saw, width=960, height=680, after=_second_turn),
    Scene("task-saw-hostile", _hostile_saw, width=960, height=680),
    _scene("task-done", task_doc(state="done", receipt="r7", runs=[run_doc(state="ended")])),
    _scene("task-unknown", task_doc(
        state="unknown", submissions=["s1"], message="The connection was lost before the site answered.",
        runs=[run_doc(state="interrupted")]), height=900),
    Scene("task-address", _moving(task_doc(state="failed")), width=520, height=280),
    Scene("task-address-refused", _moving(task_doc(state="failed"), "council"), width=520, height=300, after=_press_go),
    Scene("task-address-stop", _moving(task_doc(state="running", runs=[run_doc()]), "https://energy.example/new"),
          width=520, height=300),
    _scene("task-failed-key", task_doc(
        state="failed", planner="claude", message=KEY_REFUSED, runs=[run_doc(_FAILED, "ended", KEY_REFUSED)])),
    _scene("task-nothing-open", task_doc(id="")),
    _scene("task-hostile", task_doc(
        state="failed", title="<b>Free</b> \u202e gift & " + "x" * 90, site="energy.example\u202e.evil",
        message="<img src=x onerror=1>\u200b\nSecond line")),
)
