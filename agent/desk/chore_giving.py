"""What varies in a chore, given beforehand at the desk: as a value, or as a document that proposes values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agent.chores import proposals, template
from agent.chores.problems import BadTemplate
from agent.chores.proposals import Document, Proposal
from agent.desk.capability import Argument, capability
from agent.desk.chore_docs import doc_of, proposed_doc
from agent.desk.chore_times import AT, coming_time, given_values, row_for
from agent.desk.chores import ID
from agent.desk.front import Desk
from agent.desk.profile import region
from agent.desk.proposing import NOT_FOUND, read
from agent.desk.tasks import copied
from agent.intake.draft import draft
from agent.protocol.chores import GivenDoc
from agent.store import chores
from agent.store.chores import PLANNED
from agent.store.tables import Chore


@capability("chore give", "Give what varies beforehand, or a document that may say it", ID,
            Argument("set", "a name and its value, or none to be asked after all; may be given more than once",
                     option=True, many=True, required=False, metavar="NAME=VALUE"),
            Argument("file", "a photo, a PDF, an e-mail, a text or an HTML page that may say it: what it says is only "
                     "proposed; may be given more than once", option=True, many=True, required=False, metavar="FILE"),
            Argument("attach", "the files go with that time's task too", option=True, flag=True, required=False),
            Argument("unread", "the files are not looked through; with --attach", option=True, flag=True,
                     required=False), AT)
async def give(desk: Desk, id: str, set: list[str] | None = None, file: list[str] | None = None,
               attach: bool = False, unread: bool = False, at: str | None = None) -> list[GivenDoc]:
    """Keeps values for one time of a chore, and what documents propose; a proposal is never taken by itself.

    Raises:
        NotFound: there is none.
        NotNow: it has no such time, or that time has come already; the files could not be copied.
        BadTemplate: its text has no such name, or nothing was given.
        BadFile: a file can't be used; nothing was kept.
    """
    if not set and not file:
        raise BadTemplate("Nothing is given. Say a value with --set NAME=VALUE, or name a document with --file.")
    if attach and not file:
        raise BadTemplate("There is nothing to attach. Name the file with --file.")
    if unread and not attach:
        raise BadTemplate("Files that are neither looked through nor attached are of no use; leave --unread out.")
    given_values(coming_time(desk, id, at)[0], set or [], empty=True)
    documents, notes = await read(desk, [] if unread else file or [])
    chore, local = coming_time(desk, id, at)     # again: while it was read, that time may have come
    values = given_values(chore, set or [], empty=True)
    found, missed = _looked_through(chore, documents, region(desk))
    notes += missed if file and not unread else []
    before = next((row for row in chores.occurrences(desk.store, chore.id)
                   if row.local == local.isoformat() and row.state == PLANNED), None)
    given = {**(before.given if before else {}), **values}
    row = row_for(chore, local, PLANNED, {name: value for name, value in given.items() if value})
    older = proposals.from_json(before.proposed if before else {})
    row.proposed = proposals.to_json(proposals.joined(found, older))
    row.files = [*(before.files if before else []), *_attached(desk, file or [], attach)]
    former = None if before is None else {"given": before.given, "proposed": before.proposed, "files": before.files}
    row = chores.put(desk.store, row)
    chores.change(desk.store, chore.id or 0, {"did": "what was given beforehand", "given_at": row.local,
                                              "before": former})
    doc = doc_of(desk, chores.get(desk.store, chore.id or 0))
    return [GivenDoc(**doc, at=row.local, given=row.given, proposed=proposed_doc(row), notes=notes,
                     attached=[each["name"] for each in row.files])]


def _attached(desk: Desk, files: Sequence[str], attach: bool) -> list[dict[str, str]]:
    return copied(desk, draft("file", None, files, region(desk)).files) if attach else []


def _looked_through(chore: Chore, documents: Sequence[Document], where: str) -> tuple[
        Mapping[str, Sequence[Proposal]], list[str]]:
    """What the documents propose for each parameter that is asked, and sentences on what they do not say."""
    asked = [each for each in template.from_json(chore.parameters) if each.ask or not each.last]
    found = {each.name: proposals.proposals(each, documents, where) for each in asked}
    if not asked:
        return found, ["This chore asks for nothing, so nothing was looked for."]
    return found, [f"{each.label}: {NOT_FOUND[:-1]}; it will be asked."
                   for each in asked if documents and not found[each.name]]
