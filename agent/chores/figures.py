"""Reliability, worked out from this computer's own history. Pure; no figure leaves the computer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from agent.chores.expanding import moment
from agent.protocol import SourceKind, TaskState
from agent.protocol.chores import FigureRow
from agent.store.figures import History

FIELD_SECONDS = 10.0
FORM_SECONDS = 60.0
LONGEST_LOOK = 180.0
"""Seconds: what typing a field, and finding and opening a form, are counted as; and the most that one look of the
person's costs, since nobody looks for the hours that a form waits. Round figures of our own, not measured."""

ESTIMATE = (f"Time saved is an estimate: {FIELD_SECONDS:.0f} seconds for each field that was filled in for you and "
            f"{FORM_SECONDS:.0f} for each form that was found and sent, less the time in which you decided and "
            f"answered, at most {LONGEST_LOOK / 60:.0f} minutes each time. Times at work are measured.")

_FILLED = frozenset({SourceKind.PROFILE.value, SourceKind.TASK.value, SourceKind.DOCUMENT.value,
                     SourceKind.GUESSED.value})
_CORRECTS = frozenset({"edit", "send-back"})
_FAILS = (TaskState.FAILED, TaskState.UNKNOWN)


def figures(every: Iterable[History]) -> FigureRow:
    """Figures of some tasks; what the person cancelled counts neither as done nor as failed."""
    rows = list(every)
    done = sum(each.state == TaskState.DONE for each in rows)
    failed = sum(each.state == TaskState.FAILED for each in rows)
    unknown = sum(each.state == TaskState.UNKNOWN for each in rows)
    finished = done + failed + unknown
    calls = sum(len(_calls(each)) for each in rows)
    work = sum(work_seconds(each) for each in rows)
    forms = sum(len(each.forms) for each in rows)
    corrections = sum(verb in _CORRECTS for each in rows for _, _, verb in each.holds)
    return FigureRow(
        done=done, failed=failed, unknown=unknown, success=round(done / finished, 4) if finished else None,
        calls=calls, work_seconds=round(work, 1), work_between_calls=round(work / calls, 1) if calls else None,
        forms=forms, corrections=corrections, corrections_per_form=round(corrections / forms, 3) if forms else None,
        saved_seconds=round(sum(map(saved_seconds, rows)), 1))


def month_of(each: History) -> str:
    """The local month in which a task last moved, such as 2026-11."""
    return f"{moment(each.updated).astimezone():%Y-%m}"


def work_seconds(each: History) -> float:
    """How long its runs were at work: what they waited for the person is taken off."""
    waits = [(moment(held), moment(decided)) for held, decided, _ in each.holds if decided]
    waits += [(moment(asked), moment(answered)) for asked, answered in each.asks if answered]
    open_since = [moment(held) for held, decided, _ in each.holds if not decided]
    total = 0.0
    for begun, ended in each.runs:
        if not ended:
            continue             # at work now, or broken off by a crash: nobody knows until when
        begin, end = moment(begun), moment(ended)
        spans = [*waits, *((at, end) for at in open_since)]
        total += max((end - begin).total_seconds() - _covered(begin, end, spans), 0.0)
    return total


def saved_seconds(each: History) -> float:
    """See `ESTIMATE`; never below nothing for a task."""
    fields = sum(row.get("source") in _FILLED and bool(row.get("value")) for form in each.forms for row in form)
    looks = sum(min((end - begin).total_seconds(), LONGEST_LOOK) for begin, end in _calls(each) if end is not None)
    return max(fields * FIELD_SECONDS + len(each.forms) * FORM_SECONDS - looks, 0.0) if each.forms else 0.0


def _calls(each: History) -> list[tuple[datetime, datetime | None]]:
    """The times that the person was called: each review, and each group of questions asked together."""
    found = [(moment(held), moment(decided) if decided else None) for held, decided, verb in each.holds
             if verb != "grant"]
    groups: dict[str, tuple[datetime, datetime | None]] = {}
    for asked, answered in each.asks:
        at = moment(asked)
        groups[f"{at:%Y-%m-%dT%H:%M:%S}"] = (at, moment(answered) if answered else None)
    return [*found, *groups.values()]


def _covered(begin: datetime, end: datetime, spans: Sequence[tuple[datetime, datetime]]) -> float:
    """Seconds of a time that lie in any of the spans."""
    total, reached = 0.0, begin
    for first, last in sorted(spans):
        low, high = max(first, reached), min(last, end)
        if high > low:
            total += (high - low).total_seconds()
            reached = high
    return total
