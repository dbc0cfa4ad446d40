"""In which order and groups a submission is shown, and which of it must be looked at before approval. Pure.

Bias: favours asking. What a page or a guess supplied comes first and must be looked at, unless the very same value
was sent there the last time and nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from agent.protocol import Flag, SourceKind
from agent.protocol.messages import DifferenceRow, SheetRow, SubmissionDoc
from desktop.review.since import hint, since_of, title
from desktop.review.wording import count


class Group(StrEnum):
    """The parts of the sheet, in their order."""

    DIFFERENCE = "difference"
    SINCE = "since"
    PROBLEM = "problem"
    UNREAD = "unread"
    DOUBT = "doubt"
    LOOK = "look"
    MONEY = "money"
    AGREE = "agree"
    FILES = "files"
    REST = "rest"
    PAGE_TEXT = "page-text"
    EARLIER = "earlier"
    GRANT = "grant"
    WRITTEN = "written"
    NOT_SENT = "not-sent"
    SAME = "same"
    EMPTY = "empty"
    RENEWED = "renewed"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the sheet. ``doc`` is the agent's document of it; ``id`` is unique on the sheet."""

    id: str
    group: Group
    doc: Any
    must_see: bool = False
    own_yes: bool = False
    name: str = ""               # to edit it by; empty: it can't be changed here
    options: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # names that its part of the picture can have


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of our own words and what stands under it."""

    id: str
    group: Group
    title: str
    hint: str
    folded: bool
    items: tuple[Item, ...]


_SUPPLIED = frozenset({SourceKind.PAGE, SourceKind.HIDDEN})
_LOOK_FLAGS = frozenset({Flag.CHANGED, Flag.NOT_ON_PAGE})
_AGREE_FLAGS = frozenset({Flag.CONSENT, Flag.DECLARATION})
_KNOWN_FLAGS = frozenset(Flag)
_MUST_SEE = frozenset({Group.UNREAD, Group.DOUBT, Group.LOOK, Group.MONEY, Group.AGREE, Group.FILES})
_PLAIN: dict[Group, tuple[str, str, bool]] = {
    Group.DOUBT: ("These may be wrong", "Found by plain rules, or by a model where it says so. Both can be mistaken: "
                  "you decide.", False),
    Group.LOOK: ("Look at these", "They don't come from you.", False),
    Group.MONEY: ("Money", "", False),
    Group.AGREE: ("Consents and declarations", "Each of these needs your own tick.", False),
    Group.FILES: ("Files", "", False),
    Group.REST: ("Your details", "", False),
    Group.SAME: ("Unchanged since last time", "", True),
    Group.EMPTY: ("Left empty by the page", "", True),
    Group.RENEWED: ("Renewed by the site each time", "They carry nothing of yours.", True),
    Group.OPENED: ("The same again, as it is written", "Everything in it stands above, value by value.", True),
}


def group_of(row: SheetRow) -> Group:
    """Where one row stands.

    | row                                                            | group   |
    |----------------------------------------------------------------|---------|
    | unreadable                                                     | unread  |
    | all of it stands in the rows that were read out of it          | opened  |
    | needs its own yes, or is a consent or declaration              | agree   |
    | doubtful                                                       | doubt   |
    | a flag of another version, changed, not on page                | look    |
    | renewed by the site                                            | renewed |
    | from the page, visible or hidden: empty and without flags      | empty   |
    | from the page, without flags, the same as last time            | same    |
    | from the page, guessed, or of unclear source                   | look    |
    | money                                                          | money   |
    | a file                                                         | files   |
    | without flags, the same as last time                           | same    |
    | anything else                                                  | rest    |
    """
    flags, source = frozenset(row["flags"]), row["source"]
    if Flag.UNREADABLE in flags:
        return Group.UNREAD
    if row.get("opened") and not row["needs_own_yes"]:
        return Group.OPENED
    if row["needs_own_yes"] or flags & _AGREE_FLAGS:
        return Group.AGREE
    if Flag.DOUBT in flags:
        return Group.DOUBT
    if flags & _LOOK_FLAGS or flags - _KNOWN_FLAGS:
        return Group.LOOK
    if Flag.RENEWED in flags:
        return Group.RENEWED
    same = not flags and row["last"] is not None and row["last"] == row["value"]
    if source in _SUPPLIED and not flags and (not row["value"] or same):
        return Group.SAME if row["value"] else Group.EMPTY
    if source in _SUPPLIED or source == SourceKind.GUESSED or source not in frozenset(SourceKind):
        return Group.LOOK
    if Flag.MONEY in flags:
        return Group.MONEY
    if Flag.FILE in flags or row["file"] is not None:
        return Group.FILES
    return Group.SAME if same else Group.REST


_STEPS_APART = 3
"""Earlier steps up to which each has a heading of its own; forms of one question a page have a dozen."""


def must_see(row: SheetRow) -> bool:
    """Whether approving waits until this row was looked at: the weighty groups, and sensitive data not sent before."""
    new_sensitive = Flag.SENSITIVE in row["flags"] and row["last"] != row["value"]
    return group_of(row) in _MUST_SEE or new_sensitive


def sections(doc: SubmissionDoc, *, after: str = "") -> tuple[Section, ...]:
    """The whole sheet in order; groups without anything in them left out.

    Args:
        doc: the submission.
        after: what the person did with the revision before: approve, edit, send-back, or empty if not known.
    """
    rows = _folded(doc, [_field(row, number) for number, row in enumerate(doc["fields"])])
    found: list[Section] = [*_difference(doc["difference"], after), *_since(doc, rows), *_unread(doc["problems"], rows)]
    for group in (Group.DOUBT, Group.LOOK, Group.MONEY, Group.AGREE, Group.FILES, Group.REST):
        found += _plain(group, rows)
    found += [*_page_text(doc), *_earlier(doc), *_grant(doc), *_not_sent(doc)]
    for group in (Group.SAME, Group.EMPTY, Group.RENEWED, Group.OPENED):
        found += _plain(group, rows)
    return tuple(found)


def items_of(found: Iterable[Section]) -> tuple[Item, ...]:
    """Everything under the headings, in order."""
    return tuple(item for section in found for item in section.items)


def _plain(group: Group, rows: list[Item]) -> list[Section]:
    items = tuple(item for item in rows if item.group is group)
    if not items:
        return []
    title, hint, folded = _PLAIN[group]
    return [Section(group.value, group, f"{title} ({len(items)})", hint, folded, items)]


def _field(row: SheetRow, number: int) -> Item:
    # A name that holds "=" could not be told from its value on the way to the agent.
    name = row["name"] if row["editable"] and "=" not in row["name"] else ""
    return Item(f"row{number}:{row['name']}", group_of(row), row, must_see(row), _own_yes(row), name,
                tuple(row["options"]), tuple(dict.fromkeys(each for each in (row["edit_as"], row["key"]) if each)))


def _own_yes(row: SheetRow) -> bool:
    return row["needs_own_yes"] or Flag.UNREADABLE in row["flags"]


def _unread(problems: list[str], rows: list[Item]) -> list[Section]:
    """What can't be read, or could be read in two ways: no approval of the whole covers it."""
    said = [Item(f"problem{number}", Group.PROBLEM, {"name": f"problem {number}", "text": text}, True, True)
            for number, text in enumerate(problems, 1)]
    items = (*said, *(item for item in rows if item.group is Group.UNREAD))
    if not items:
        return []
    return [Section("unread", Group.UNREAD, f"Can't be read for sure ({len(items)})",
                    "Nobody can say what is in it. Each needs your own tick.", False, items)]


def _difference(rows: list[DifferenceRow], after: str) -> list[Section]:
    if not rows:
        return []
    title, hint = {
        "approve": ("You approved this before; the page now would send something else", "Nothing was sent."),
        "edit": ("What changed with your edit", ""),
        "send-back": ("What changed after your note", ""),
    }.get(after, ("What changed since it was last held", ""))
    items = tuple(Item(f"change{at}:{row['name']}", Group.DIFFERENCE, row, True) for at, row in enumerate(rows))
    return [Section("difference", Group.DIFFERENCE, title, hint, False, items)]


def _folded(doc: SubmissionDoc, rows: list[Item]) -> list[Item]:
    """The rows, those of a chore that are as they were the last time put with the unchanged ones.

    Only plain details that need neither a look nor an own yes; everything else stays where it stands.
    """
    found = since_of(doc)
    same = frozenset(found["same"]) if found is not None else frozenset()
    return [replace(row, group=Group.SAME) if row.group is Group.REST and row.doc["name"] in same
            and not row.must_see and not row.own_yes else row for row in rows]


def _since(doc: SubmissionDoc, rows: list[Item]) -> list[Section]:
    """What is not as it was the chore's last time; told, and nothing to look at or tick by itself."""
    found = since_of(doc)
    if found is None:
        return []
    items = tuple(Item(f"since{at}:{row['name']}", Group.SINCE, row) for at, row in enumerate(found["changes"]))
    nothing = Item("since", Group.SINCE, {"text": "Nothing is different."})
    same = sum(row.group is Group.SAME for row in rows)
    return [Section("since", Group.SINCE, title(found), hint(same), False, items or (nothing,))]


def _page_text(doc: SubmissionDoc) -> list[Section]:
    if not doc["page_text"].strip():
        return []
    item = Item("page-text", Group.PAGE_TEXT, {"text": doc["page_text"]}, not _carries_data(doc))
    return [Section("page-text", Group.PAGE_TEXT, "What the page itself says", "The page's words, not ours.",
                    False, (item,))]


def _earlier(doc: SubmissionDoc) -> list[Section]:
    found: list[Section] = []
    for number, step in enumerate(doc["earlier"], 1):
        rows = tuple(Item(f"earlier{number}.{at}", Group.EARLIER, row) for at, row in enumerate(step["fields"])
                     if (row["value"] or row["file"]) and Flag.RENEWED not in row["flags"])
        title = f"Step {number}, already sent ({count(len(rows), 'value')})"
        found.append(Section(f"earlier{number}", Group.EARLIER, title, "", _carries_data(doc), rows))
    if len(found) <= _STEPS_APART:
        return found
    rows = tuple(item for section in found for item in section.items)
    title = f"Already sent, in {len(found)} steps ({count(len(rows), 'value')})"
    return [Section("earlier", Group.EARLIER, title, "", _carries_data(doc), rows)]


def _grant(doc: SubmissionDoc) -> list[Section]:
    grant = doc["step_grant"]
    if grant is None:
        return []
    values = tuple(Item(f"grant{at}", Group.GRANT, value) for at, value in enumerate(grant["values"]))
    written = tuple(Item(f"written{at}", Group.WRITTEN, value) for at, value in enumerate(grant["written"]))
    found = [Section("grant", Group.GRANT, f"For the rest of the task, if you let them ({len(values)})",
                     "The last step is always shown to you first.", False, values)]
    if written:
        found.append(Section("written", Group.WRITTEN, f"The same, as forms write them ({len(written)})", "", True,
                             written))
    return found


def _not_sent(doc: SubmissionDoc) -> list[Section]:
    items = tuple(Item(f"left{at}:{row['name']}", Group.NOT_SENT, row, bool(row.get("doubts")),
                       name=row["name"] if row["editable"] and "=" not in row["name"] else "", places=(row["name"],))
                  for at, row in enumerate(doc["not_sent"]))
    return [Section("not-sent", Group.NOT_SENT, f"On the page and not sent ({len(items)})", "", False, items)
            ] if items else []


def _carries_data(doc: SubmissionDoc) -> bool:
    """Whether this very request carries anything but what the page put there itself."""
    return any(row["source"] not in _SUPPLIED and row["value"] for row in doc["fields"])
