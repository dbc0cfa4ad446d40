"""The review at the desk: what waits, what would be sent, and the person's decisions."""

from __future__ import annotations

from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.own_files import with_copies
from agent.desk.queue import site_of
from agent.desk.since import for_chore, since_last_of
from agent.planner.base import AskKind
from agent.profile.labels import label_of_kind
from agent.protocol import Digest, SourceKind, SubmissionState
from agent.protocol.messages import InboxEntry
from agent.review.last_time import with_last
from agent.review.own_yes import missing, told
from agent.review.sheet_json import SECOND_LOOK
from agent.store import chores, ledger, questions, submissions, tasks
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow, StoreProblem
from agent.store.tables import Question, Submission, Task

ID = Argument("id", "the submission's id", metavar="ID")


@capability("inbox", "What needs you")
def inbox(desk: Desk) -> list[InboxEntry]:
    """Submissions to review and questions to answer, oldest task first."""
    entries = [_waiting(desk, each) for each in submissions.in_state(desk.store, [SubmissionState.HELD])]
    entries += [_asked(desk, each) for each in questions.open_ones(desk.store)]
    return sorted(entries, key=lambda each: int(each["task"][1:]))


def _waiting(desk: Desk, held: Submission) -> InboxEntry:
    task = tasks.get(desk.store, held.task_id)
    return _of_chore(desk, task, InboxEntry(
        kind="submission", id=shown("s", held.id), task=shown("t", held.task_id), title=task.title,
        site=site_of(task.url), summary=held.sheet.get("summary", ""), options=[], asks="", fact="", fact_label="",
        since=held.updated_at))


def _asked(desk: Desk, asked: Question) -> InboxEntry:
    task = tasks.get(desk.store, asked.task_id)
    return _of_chore(desk, task, InboxEntry(
        kind="takeover" if asked.kind == AskKind.HAND else "question", id=shown("q", asked.id),
        task=shown("t", asked.task_id), title=task.title, site=site_of(task.url), summary=asked.prompt,
        options=asked.options, asks=asked.kind, fact=asked.fact, fact_label=label_of_kind(asked.fact),
        since=asked.created_at))


def _of_chore(desk: Desk, task: Task, entry: InboxEntry) -> InboxEntry:
    if task.occurrence_id is not None and (chore := chores.of_tasks(desk.store, [task.id or 0]).get(task.id or 0)):
        entry["chore"] = shown("h", chore)
    return entry


@capability("submission", "Show exactly what would be sent", ID)
def submission(desk: Desk, id: str) -> dict[str, Any]:
    """The field sheet of a submission.

    Raises:
        NotFound: there is none.
    """
    held = submissions.get(desk.store, number_of("s", id))
    task = tasks.get(desk.store, held.task_id)
    last = submissions.last_sent(desk.store, held.origin, held.url.partition("?")[0], held.id or 0)
    found = as_json(held)
    return {**found, **for_chore(desk.store, task), "since_last": since_last_of(desk.store, task, held),
            "difference": found.get("difference", []), "step_grant": _in_words(found.get("step_grant")),
            "fields": with_copies(with_last(found["fields"], last.sheet["fields"] if last else []), task.files),
            "last_sent_at": last.updated_at if last else "", "task_title": task.title, "task_text": task.text,
            "decided": submissions.last_verb(desk.store, held), "created_at": held.created_at}


@capability("approve", "Approve: send exactly this, once", ID,
            Argument("digest", "what you looked at; refused if it has changed since", option=True, required=False),
            Argument("revision", "the revision you looked at; refused if there is a later one", option=True,
                     required=False, metavar="N"),
            Argument("steps", "also let these values go to this site for the rest of the task", option=True, flag=True,
                     required=False),
            Argument("accept", "your own yes to one thing: a consent or declaration that the page put there, or a part "
                     "that can't be read", option=True, many=True, required=False, metavar="NAME"))
def approve(desk: Desk, id: str, digest: str | None = None, revision: int | str | None = None, steps: bool = False,
            accept: list[str] | None = None) -> dict[str, Any]:
    """Approves one submission.

    Raises:
        NotFound: there is none.
        NotNow: nothing is held, it changed, or something on it needs its own yes.
    """
    number = number_of("s", id)
    held = submissions.get(desk.store, number)
    if held.state == SubmissionState.HELD and revision is not None and str(revision) != str(held.revision):
        # The digest binds the bytes; labels, own yeses and the step grant can change while they stay.
        raise NotNow("What you looked at has been prepared anew since. Look at it again.")
    if held.state == SubmissionState.HELD and (wanted := missing(held.sheet, accept or [])):
        raise NotNow(told(wanted, id))
    grant = held.sheet.get("step_grant") or {}
    if steps and not grant:
        raise NotNow("This is not a step of a longer form, so there is nothing to let pass later. Approve it alone.")
    done = ledger.decide(desk.store, number, "approve", SubmissionState.APPROVED,
                         Digest(held.digest if digest is None else digest), {"accepted": accept or [], "steps": steps},
                         revision=held.revision)
    if steps:
        tasks.set_grant(desk.store, held.task_id, grant)
    return _state(done)


@capability("edit", "Change a value; the page is filled in again and you look at it again", ID,
            Argument("set", "a field's name and its new value; may be given more than once", option=True, many=True,
                     metavar="NAME=VALUE"))
def edit(desk: Desk, id: str, set: list[str]) -> dict[str, Any]:
    """Takes the person's own values.

    Raises:
        NotFound: there is none.
        NotNow: nothing is held, or a name is not a field that can be edited.
    """
    number = number_of("s", id)
    held = submissions.get(desk.store, number)
    edits: dict[str, str] = {}
    for text in set:
        edits.update(_edit(held, text, edits))
    return _state(ledger.decide(desk.store, number, "edit", SubmissionState.EDITING, Digest(held.digest),
                                {"fields": sorted(edits)}, edits))


@capability("send-back", "Send it back with a note", ID,
            Argument("text", "what should be different", metavar="TEXT"))
def send_back(desk: Desk, id: str, text: str) -> dict[str, Any]:
    """Sends a submission back to be prepared again with a note.

    Raises:
        NotFound: there is none.
        NotNow: nothing is held, or the note is empty.
    """
    if not text.strip():
        raise NotNow("Say what should be different.")
    number = number_of("s", id)
    held = submissions.get(desk.store, number)
    notes = tasks.get(desk.store, held.task_id).notes
    if held.state == SubmissionState.HELD:
        # Before the decision, which a run beside this acts on at once.
        tasks.change(desk.store, held.task_id, notes=[*notes, text])
    try:
        return _state(ledger.decide(desk.store, number, "send-back", SubmissionState.SENT_BACK, None, {"note": text}))
    except StoreProblem:
        tasks.change(desk.store, held.task_id, notes=notes)
        raise


@capability("reject", "Reject: nothing is sent, the task ends", ID)
def reject(desk: Desk, id: str) -> dict[str, Any]:
    """Rejects a submission.

    Raises:
        NotFound: there is none.
        NotNow: nothing is held.
    """
    done = ledger.decide(desk.store, number_of("s", id), "reject", SubmissionState.REJECTED)
    tasks.change(desk.store, done.task_id, state="cancelled", message="You rejected it; nothing was sent.")
    return _state(done)


def _in_words(grant: dict[str, Any] | None) -> dict[str, Any] | None:
    """A step grant as the person reads it: kinds of facts by their labels."""
    if not grant:
        return None
    return {"origin": grant["origin"], **{
        part: [{"label": _label_of(each), "source": each["source"], "value": each["value"]} for each in grant[part]]
        for part in ("values", "written")}}


def _label_of(value: dict[str, str]) -> str:
    """Only a fact's label is a kind; a word of the task that reads like one stays the person's word."""
    known = label_of_kind(value["label"]) if value["source"] == SourceKind.PROFILE else ""
    return known or value["label"]


def as_json(held: Submission) -> dict[str, Any]:
    """A submission in the contract's form, with what else the sheet holds."""
    return {"id": shown("s", held.id), "task": shown("t", held.task_id), "state": held.state, "method": held.method,
            "url": held.url, "origin": held.origin, "digest": held.digest, "revision": held.revision,
            **{key: each for key, each in held.sheet.items() if key != SECOND_LOOK}, "screenshot": held.screenshot,
            "boxes": held.boxes, "page_url": held.page_url}


def _state(held: Submission) -> dict[str, Any]:
    return {"id": shown("s", held.id), "state": held.state}


def _edit(held: Submission, text: str, before: dict[str, str]) -> dict[str, str]:
    """One change, by the names that the form is filled by; a date's other parts keep the values on the sheet."""
    name, equals, value = text.partition("=")
    if not equals:
        raise NotNow(f"Write NAME=VALUE, not “{text}”.")
    rows = [*held.sheet.get("fields", []), *held.sheet.get("not_sent", [])]
    can = {row["name"]: row for row in rows if row.get("editable", True)}
    if name not in can:
        raise NotNow(f"“{name}” is not a field that can be changed here. Those are: {', '.join(can) or 'none'}.")
    row = can[name]
    options: list[str] = row.get("options", [])
    said = value.strip().casefold()
    if options and said != row.get("value", "").casefold() and not any(
            said and (said in option.casefold() or option.casefold() in said) for option in options):
        raise NotNow(f"“{value}” is not one of the choices for {name}: {'; '.join(options)}.")
    parts = {other["edit_as"]: other["value"] for other in can.values() if "value" in other
             and other.get("edit_as") in row.get("edit_parts", []) and other.get("edit_as") not in before}
    return {**(parts if len(row.get("edit_parts", [])) > 1 else {}), row.get("edit_as") or name: value}
