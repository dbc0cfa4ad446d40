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
from agent.desk.tasks import copied
from agent.intake.draft import DraftFile, checked_files, draft
from agent.intake.shown_text import Unread, shown_text
from agent.protocol.chores import GivenDoc
from agent.store import chores
from agent.store.chores import PLANNED
from agent.store.tables import Chore

MOST_FILES = 20
"""Documents that are looked through at once."""


@capability("chore give", "Give what varies beforehand, or a document that may say it", ID,
            Argument("set", "a name and its value; may be given more than once", option=True, many=True,
                     required=False, metavar="NAME=VALUE"),
            Argument("file", "an e-mail, a text or an HTML page that may say it: what it says is only proposed; may be "
                     "given more than once", option=True, many=True, required=False, metavar="FILE"),
            Argument("attach", "the files go with that time's task too", option=True, flag=True, required=False), AT)
def give(desk: Desk, id: str, set: list[str] | None = None, file: list[str] | None = None, attach: bool = False,
         at: str | None = None) -> list[GivenDoc]:
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
    if len(file or []) > MOST_FILES:
        raise BadTemplate(f"{MOST_FILES} files at once are the most.")
    chore, local = coming_time(desk, id, at)
    values = given_values(chore, set or [])
    found, notes = _looked_through(chore, checked_files(file or []), region(desk))
    before = next((row for row in chores.occurrences(desk.store, chore.id)
                   if row.local == local.isoformat() and row.state == PLANNED), None)
    row = row_for(chore, local, PLANNED, {**(before.given if before else {}), **values})
    older = proposals.from_json(before.proposed if before else {})
    row.proposed = proposals.to_json(proposals.joined(found, older))
    row.files = [*(before.files if before else []), *_attached(desk, file or [], attach)]
    row = chores.put(desk.store, row)
    doc = doc_of(desk, chores.get(desk.store, chore.id or 0))
    return [GivenDoc(**doc, at=row.local, given=row.given, proposed=proposed_doc(row), notes=notes,
                     attached=[each["name"] for each in row.files])]


def _attached(desk: Desk, files: Sequence[str], attach: bool) -> list[dict[str, str]]:
    return copied(desk, draft("file", None, files, region(desk)).files) if attach else []


def _looked_through(chore: Chore, files: Sequence[DraftFile], where: str) -> tuple[
        Mapping[str, Sequence[Proposal]], list[str]]:
    """What the files propose for each parameter that is asked, and sentences on what they do not say."""
    documents, notes = [], []
    for file in files:
        text = shown_text(file)
        if isinstance(text, Unread):
            notes.append(f"{file.name}: {text.value}")
        else:
            documents.append(Document(file.name, text))
    asked = [each for each in template.from_json(chore.parameters) if each.ask or not each.last]
    found = {each.name: proposals.proposals(each, documents, where) for each in asked}
    if files and not asked:
        notes.append("This chore asks for nothing, so nothing was looked for.")
    notes += [f"{each.label}: nothing was found that is surely meant; it will be asked."
              for each in asked if documents and not found[each.name]]
    return found, notes
