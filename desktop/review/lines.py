"""One line of the sheet as it is shown: every outside text escaped and bounded, our own words apart from it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from agent.protocol.chores import SinceRow
from agent.protocol.display import display
from agent.protocol.messages import DifferenceRow, FileRow, GrantedValue, NotSentRow, SheetRow, SubmissionDoc
from desktop.review import since
from desktop.review.grouping import Group, Item
from desktop.review.wording import CHANGES, REASONS, YOUR_CHANGE, count, marks_of
from desktop.widgets.marks import SOURCES, Mark, source_mark
from desktop.widgets.when import size

LABEL, VALUE, NOTE, PAGE_TEXT = 120, 400, 200, 2_000
"""Characters shown of a label, a value, a note and of a page's own words; the rest is counted and can be opened."""
PREVIEW = 7
"""Lines of a text file's beginning."""
ATTACHED = {
    "same": "The same as the file you attached",
    "changed": "Not what you attached: the page changed the file",
    "other": "Not a file you attached: it comes from the page",
}
UNREAD_TICK = "Yes, send this although it can't be read"


@dataclass(frozen=True, slots=True)
class Line:
    """What is painted. ``label``, ``value``, ``before`` and ``notes`` are escaped; marks, ``tick`` and ``more`` ours.

    ``before`` not None: shown beside the value, as what it was. ``whole`` is the unescaped value if it was cut.
    """

    label: str
    value: str
    notes: tuple[str, ...] = ()
    source: Mark | None = None
    marks: tuple[Mark, ...] = ()
    tick: str = ""
    before: str | None = None
    more: str = ""
    whole: str = ""
    quiet: bool = False          # the value is our own word for nothing
    picture: str = ""            # path of the person's own copy, to be shown small


@lru_cache(maxsize=4096)
def safe(text: str, limit: int) -> str:
    """`display`, with a short way for plain short text: a sheet has thousands of them."""
    return text if len(text) <= limit and text.isascii() and text.isprintable() else display(text, limit)


def line_of(item: Item, change: str | None = None) -> Line:
    """The line of an item; ``change`` is the person's value that is not applied yet."""
    return _MAKERS.get(item.group, _row)(item, change)


def spoken(line: Line, *, must_see: bool, seen: bool, ticked: bool) -> str:
    """The whole line for a screen reader, escaped as it is painted."""
    parts = [f"{line.label}: {line.value}" if line.label else line.value]
    if line.before is not None:
        parts.append(f"before: {line.before or 'nothing'}")
    parts += [f"from {line.source.text}"] if line.source else []
    parts += [mark.text for mark in line.marks]
    parts += line.notes
    if line.tick:
        parts.append(f"{line.tick} ({'ticked' if ticked else 'not ticked'})")
    if must_see:
        parts.append("looked at" if seen else "to look at")
    return ". ".join(part for part in parts if part)


def as_text(doc: SubmissionDoc) -> str:
    """What was sent, as plain lines for a letter or a call, escaped."""
    rows = [f"{display(row['label'] or row['name'], LABEL)}: {display(row['shown'] or row['value'], 0)}"
            for row in doc["fields"] if row["value"] and not row.get("opened")
            and "renewed by the site" not in row["flags"]]
    return "\n".join([display(doc["url"], 0), *rows])


def _row(item: Item, change: str | None) -> Line:
    row: SheetRow = item.doc
    value, quiet, whole = _value(row)
    notes = _notes(row, item)
    marks = marks_of(row["flags"])
    source = source_mark(row["source"])
    before: str | None = None
    if change is not None:
        before, value, quiet = value, safe(change, VALUE) or "(empty)", False
        marks, source = (YOUR_CHANGE, *marks), SOURCES["you"]
    return Line(safe(row["label"] or row["name"], LABEL), value, notes, source, marks, _tick(row), before,
                _more(whole), whole, quiet, row["file"].get("path", "") if row["file"] is not None else "")


def _value(row: SheetRow) -> tuple[str, bool, str]:
    if row["file"] is not None:
        return _file(row["file"]), False, ""
    text = row["shown"] or row["value"]
    if not text:
        return "(empty)", True, ""
    return safe(text, VALUE), False, row["value"] if len(row["value"]) > VALUE else ""


def _file(file: FileRow) -> str:
    name = safe(file["filename"], LABEL) or "a file without a name"
    return f"{name} ({safe(file['media_type'], 60) or 'unknown type'}, {size(file['size'])})"


def _about(file: FileRow) -> list[str]:
    """What the file is by its own first bytes, whether it is the person's, and the first lines of a text."""
    kind, pages = file.get("kind", ""), file.get("pages", 0)
    width, height = file.get("width", 0), file.get("height", 0)
    more = f", {width} × {height}" if width and height else f", {count(pages, 'page')}" if pages else ""
    notes = [f"By its content: {safe(kind, 60)}{more}"] if kind else []
    if (said := ATTACHED.get(file.get("attached", ""))) is not None:
        notes.append(said)
    return notes + [f"| {safe(line, NOTE)}" for line in file.get("preview", "").split("\n")[:PREVIEW] if line]


def _notes(row: SheetRow, item: Item) -> tuple[str, ...]:
    notes = []
    if row["shown"] and row["shown"] != row["value"]:
        notes.append(f"Sent as: {safe(row['value'], NOTE) or '(empty)'}")
    if row["last"] is not None:
        notes.append("Same as last time" if row["last"] == row["value"]
                     else f"Last time: {safe(row['last'], NOTE) or '(empty)'}")
    if row["before"] not in {"", row["value"], row["last"]}:
        notes.append(f"The page had: {safe(row['before'], NOTE)}")
    if row["detail"] and row["source"] == "document":
        notes.append(f"From the file {safe(row['detail'], LABEL)}")
    if row["file"] is not None:
        notes += _about(row["file"])
    if row["file"] is not None and row["file"]["sha256"]:
        notes.append(f"Fingerprint: {safe(row['file']['sha256'], NOTE)}")
    if row["why"] and (item.must_see or item.own_yes):
        notes.append(safe(row["why"], NOTE))
    notes += [safe(said, NOTE) for said in row.get("doubts", ())]
    return tuple(notes)


def _tick(row: SheetRow) -> str:
    if "unreadable" in row["flags"]:
        return UNREAD_TICK
    if not row["needs_own_yes"]:
        return ""
    if "declaration" in row["flags"]:
        return "Yes, I declare this myself"
    return "Yes, I agree to this" if "consent" in row["flags"] else "Yes, I want this"


def _change(item: Item, _change: str | None) -> Line:
    row: DifferenceRow = item.doc
    what = CHANGES.get(row["what"], "Different")
    longest = max(row["before"], row["now"], key=len)
    whole = longest if len(longest) > VALUE else ""
    return Line(safe(row["label"] or row["name"], LABEL), safe(row["now"], VALUE) or "(nothing)", (),
                Mark(what, "warning", "triangle-alert"), (), "", safe(row["before"], VALUE) or "(nothing)",
                _more(whole), whole)


def _since(item: Item, _change: str | None) -> Line:
    if "text" in item.doc:
        return Line("", item.doc["text"], quiet=True)
    row: SinceRow = item.doc
    before, now = since.shown(row)
    longest = max(before, now, key=len)
    whole = longest if len(longest) > VALUE else ""
    return Line(safe(row["label"] or row["name"], LABEL), safe(now, VALUE) or "(nothing)", marks=since.marks(row),
                before=safe(before, VALUE) or "(nothing)", more=_more(whole), whole=whole)


def _left_out(item: Item, change: str | None) -> Line:
    row: NotSentRow = item.doc
    reason = REASONS.get(row["reason"]) or safe(row["reason"], NOTE)
    label = safe(row["label"] or row["name"], LABEL)
    if change is not None:
        return Line(label, safe(change, VALUE) or "(empty)", (), SOURCES["you"], (YOUR_CHANGE,), before=reason)
    doubts = tuple(safe(said, NOTE) for said in row.get("doubts", ()))
    return Line(label, reason, doubts, marks=marks_of(["doubtful"] if doubts else []), quiet=True)


def _problem(item: Item, _change: str | None) -> Line:
    text: str = item.doc["text"]
    whole = text if len(text) > VALUE else ""
    return Line("About all of it", safe(text, VALUE), marks=marks_of(["unreadable"]), tick=UNREAD_TICK,
                more=_more(whole), whole=whole)


def _granted(item: Item, _change: str | None) -> Line:
    value: GrantedValue = item.doc
    whole = value["value"] if len(value["value"]) > VALUE else ""
    return Line(safe(value["label"].replace("-", " "), LABEL), safe(value["value"], VALUE),
                source=source_mark(value["source"]), more=_more(whole), whole=whole)


def _earlier(item: Item, _change: str | None) -> Line:
    row: SheetRow = item.doc
    value, quiet, whole = _value(row)
    return Line(safe(row["label"] or row["name"], LABEL), value, (), source_mark(row["source"]),
                marks_of(row["flags"]), more=_more(whole), whole=whole, quiet=quiet)


def _text(item: Item, _change: str | None) -> Line:
    text: str = item.doc["text"]
    # The page's own paragraphs: each line escaped by itself, the breaks between them kept.
    shown = "\n".join(each for each in (safe(part.strip(), NOTE) for part in text[:PAGE_TEXT].split("\n")) if each)
    lines = shown.split("\n")[:_LINES]
    whole = text if len(text) > PAGE_TEXT or len(lines) < len(shown.split("\n")) or "more characters)" in shown else ""
    return Line("", "\n".join(lines), more=_more(whole), whole=whole, quiet=True)


_LINES = 30
"""Lines of a page's own words on the sheet."""


def _more(whole: str) -> str:
    return f"Show all of it ({count(len(whole), 'character')})" if whole else ""


_MAKERS: dict[Group, Callable[[Item, str | None], Line]] = {
    Group.DIFFERENCE: _change, Group.SINCE: _since, Group.NOT_SENT: _left_out, Group.GRANT: _granted,
    Group.WRITTEN: _granted, Group.EARLIER: _earlier, Group.PAGE_TEXT: _text, Group.PROBLEM: _problem,
}
