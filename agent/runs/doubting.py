"""Puts what seems wrong with a filled form on its sheet: at the row it concerns, or as a warning about all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from agent.browser.page import Control, PageMap
from agent.gate.decode import Decoded
from agent.intake.written_dates import month_names
from agent.planner.autofill.page_language import region_of_page
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import FILL_AT, Recognition
from agent.planner.checker.check import doubts
from agent.planner.checker.entry import Entry, Filled
from agent.profile.values import region_of
from agent.protocol import FactKind, Flag, SourceKind
from agent.review.build import question
from agent.review.joining import join, likely_form
from agent.review.sheet import LeftOut, NotSent, Row, Sheet

_NOT_ASKED = frozenset({"checkbox", "hidden", "file", "password", "submit", "button", "image"})
_PERSONS = frozenset({SourceKind.ANSWER, SourceKind.PERSON})
_PARTS = ("year", "month", "day")


def doubted(sheet: Sheet, decoded: Decoded, page: PageMap, task_text: str, facts: Mapping[str, str], *,
            sent_before: Iterable[str] = (), last: bool = True, since: Iterable[str] = ()) -> tuple[Sheet, list[str]]:
    """The sheet with its doubts, and those that concern no row.

    Args:
        sheet: as it was built from ``decoded`` and ``page``.
        decoded: the wire.
        page: as it was just before the press.
        task_text: the person's own words.
        facts: their profile, for the country.
        sent_before: values that earlier steps of the task sent.
        last: the press sends the form and is no step on the way.
        since: what the person wrote or set after the task: it stands above the task's words.
    """
    entries = entries_of(sheet, decoded, page)
    asked = {entry.name for entry in entries}
    elsewhere = [*sent_before, decoded.address,
                 *(text for row in sheet.rows if row.name not in asked for text in (row.value, row.shown)),
                 *(row.file.filename for row in sheet.rows if row.file is not None)]
    known = {FactKind(kind): value for kind, value in facts.items()}
    regions = (region_of_page(page, known), region_of(known))
    form = Filled(entries, task_text, regions, date.today(), elsewhere, last, tuple(since))
    said: dict[str, list[str]] = defaultdict(list)
    for doubt in doubts(form):
        said[doubt.name].append(doubt.said)
    rows = tuple(_doubted(row, said.get(row.name, [])) for row in sheet.rows)
    left = tuple(replace(one, doubts=tuple(said[left_name(one)])) if said.get(left_name(one)) else one
                 for one in sheet.not_sent)
    first = sorted(rows, key=lambda row: not row.doubts)    # stable: the rest keeps its order
    return replace(sheet, rows=tuple(first), not_sent=left), said.get("", [])


def left_name(one: NotSent) -> str:
    """What a doubt about something that the request does not carry is filed under."""
    return f"left out: {one.name or one.label}"


def _doubted(row: Row, said: Sequence[str]) -> Row:
    return replace(row, doubts=tuple(said), flags=row.flags | {Flag.DOUBT}) if said else row


def entries_of(sheet: Sheet, decoded: Decoded, page: PageMap) -> list[Entry]:
    """What the form asks and was given, in the page's order; what nobody sees asks nothing."""
    known = {found.ref: found for found in recognise(page)}
    rows = {row.name: row for row in sheet.rows}
    matches = join(decoded, page, likely_form(decoded, page))
    found: dict[int, Entry] = {}
    for field, match in zip(decoded.fields, matches, strict=True):
        row, control = rows.get(field.name), match.control
        if row is None or control is None or control.type in _NOT_ASKED or not control.visible or control.ref in found:
            continue
        if row.file is None and not row.opened and not row.flags & {Flag.RENEWED, Flag.UNREADABLE}:
            found[control.ref] = _entry(control, known.get(control.ref), row)
    for one in sheet.not_sent:
        control = next((each for each in page.controls if one.reason is LeftOut.UNANSWERED and each.name == one.name
                        and each.type == "radio" and each.ref not in found), None)
        if control is not None:
            found[control.ref] = Entry(left_name(one), one.label, "", required=control.required, type="radio",
                                       sent=False)
    ordered = [each for each in page.controls if each.ref in found]
    return [*(found[each.ref] for each in ordered), *_whole_dates(ordered, found)]


def _entry(control: Control, known: Recognition | None, row: Row) -> Entry:
    sure = known is not None and known.confidence >= FILL_AT
    return Entry(
        name=row.name, label=row.label or question(control), value=row.value, shown=row.shown,
        kind=known.kind if known is not None and sure else "",
        subject=known.subject if known is not None and sure else "",
        part=known.part if known is not None else "", type=control.type,
        around=f"{control.legend} | {control.heading}", required=control.required,
        own=row.source.kind in _PERSONS)


def _whole_dates(controls: Sequence[Control], found: Mapping[int, Entry]) -> list[Entry]:
    """Dates in several boxes as one more entry each, under the name of the first box."""
    groups: dict[tuple[str, str, str], dict[str, Entry]] = defaultdict(dict)
    for control in controls:
        entry = found[control.ref]
        if entry.part in _PARTS:
            groups[control.legend, control.heading, entry.kind.removesuffix(f"-{entry.part}")].setdefault(
                entry.part, entry)
    return [_whole(legend, kind, parts) for (legend, _, kind), parts in groups.items() if len(parts) == len(_PARTS)]


def _whole(legend: str, kind: str, parts: Mapping[str, Entry]) -> Entry:
    year, month, day = (parts[part].value.strip() for part in _PARTS)
    number = month if month.isdigit() else str(month_names().get((parts["month"].shown or month).casefold(), ""))
    first = next(iter(parts.values()))
    iso = f"{year}-{number.zfill(2)}-{day.zfill(2)}" if year.isdigit() and number and day.isdigit() else ""
    return Entry(first.name, legend or first.label, iso, kind=kind, subject=first.subject, type="date",
                 around=first.around, own=first.own)
