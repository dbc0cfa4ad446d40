"""Pictures of the Chores view: full, empty, one chore, a new one in each state of its reading, a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from agent.protocol.chores import (
    AgendaDay,
    AgendaEntry,
    ChoiceDoc,
    ChoreDetail,
    ChoreDoc,
    GivenDoc,
    ImportedDoc,
    LastDoc,
    OccurrenceDoc,
    ParameterDoc,
    ProposedDoc,
    RefusedDoc,
    SuccessDoc,
    TemplateDoc,
    WhenDoc,
)
from agent.protocol.starts import DraftPlace, DraftPlan
from desktop.chores.view import ChoresView
from desktop.gallery.inbox import draft_doc
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import start_doc, task_doc
from desktop.link import Problem
from desktop.shell import Shell

TODAY = date(2026, 11, 26)
HOME = "Europe/London"


def times(first: str, days: int, count: int = 5, zone: str = "") -> list[str]:
    """Times so many days apart; with a zone they carry its offset, else this computer's."""
    at = datetime.fromisoformat(first)
    found = [at + timedelta(days=days * number) for number in range(count)]
    return [each.replace(tzinfo=ZoneInfo(zone)).isoformat() if zone else each.astimezone().isoformat()
            for each in found]


def parameter(name: str, ask: bool = True, last: str = "", learnt: bool = False) -> ParameterDoc:
    """Something that varies."""
    return ParameterDoc(name=name, label=name.replace("_", " ").capitalize(), form="number", ask=ask, last=last,
                        learnt=learnt)


def chore(id: str, text: str, sentence: str, coming: list[str], **more: Any) -> ChoreDoc:
    """One chore; ``more`` replaces fields."""
    made = ChoreDoc(
        id=id, text=text, title=text, rule="FREQ=MONTHLY;BYDAY=1MO", sentence=sentence,
        start="2026-10-05T09:00:00", zone=HOME, zone_now=HOME, catch_up="once", url="https://energy.example/reading",
        site="energy.example", planner="auto", files=[], sites=[], data=[], limit="", parameters=[],
        paused=False, removed=False, problem="",
        next=coming, last=None, success=SuccessDoc(done=0, failed=0, rate=None), undo="",
        created_at="2026-09-20T10:00:00+00:00")
    return cast("ChoreDoc", {**made, **more})


def last(state: str, reference: str = "") -> LastDoc:
    """How the latest task went."""
    return LastDoc(local="2026-11-02T09:00:00", task="t31", state=state, message="", reference=reference)


CHORES = [
    chore("h1", "Submit my meter reading, {reading}", "On the first Monday of every month at 09:00",
          times("2026-12-07T09:00:00", 28), parameters=[parameter("reading", last="48213", learnt=True)],
          last=last("done", "MR 5521"), success=SuccessDoc(done=5, failed=1, rate=0.8333)),
    chore("h2", "Renew my parking permit for AB12 CDE for 12 months", "Every year on 1 December at 09:00",
          times("2026-12-01T09:00:00", 365), url="https://council.example/permits", site="council.example",
          last=last("needs_review"), success=SuccessDoc(done=1, failed=0, rate=1.0)),
    chore("h3", "Report the hours of the night shift to New York", "Every Friday at 17:30",
          times("2026-11-27T17:30:00", 7, zone="America/New_York"), zone="America/New_York",
          zone_now="America/New_York", url="https://payroll.example/hours", site="payroll.example",
          parameters=[parameter("hours"), parameter("cost_centre", ask=False, last="4471")], catch_up="each",
          last=last("done"), success=SuccessDoc(done=11, failed=0, rate=1.0)),
    chore("h4", "Renew my passport", "2 weeks before your passport expiry at 09:00", [],
          rule="BEFORE=2W;FACT=passport-expiry", url="", site="",
          problem="Your profile does not say the passport expiry yet; the chore waits until it does."),
    chore("h5", "Book the window cleaner", "Every 8 weeks on Tuesday at 08:00", [], paused=True,
          url="https://windows.example/book", site="windows.example", last=last("failed"),
          success=SuccessDoc(done=2, failed=1, rate=0.6667)),
]


def occurrence(local: str, state: str, task: str = "", task_state: str = "", note: str = "") -> OccurrenceDoc:
    """One past time."""
    return OccurrenceDoc(local=local, due_at=local + "+00:00", state=state, task=task, task_state=task_state, note=note,
                         given={})


PAST = [
    occurrence("2026-11-02T09:00:00", "made", "t31", "done"),
    occurrence("2026-10-05T09:00:00", "made", "t22", "done",
               "Also for 7 September 2026: that time passed while the computer was off."),
    occurrence("2026-09-07T09:00:00", "merged"),
    occurrence("2026-08-03T09:00:00", "skipped"),
    occurrence("2026-07-06T09:00:00", "made", "t9", "failed"),
]


def _entry(doc: ChoreDoc, at: str, state: str = "coming", task: str = "", task_state: str = "") -> AgendaEntry:
    return AgendaEntry(chore=doc["id"], title=doc["title"], at=at, time=at[11:16], state=state, task=task,
                       task_state=task_state, paused=doc["paused"])


def agenda(docs: list[ChoreDoc]) -> list[AgendaDay]:
    """What comes by day, and one that came this month."""
    found: dict[str, list[AgendaEntry]] = {}
    for doc in docs:
        for at in doc["next"]:
            found.setdefault(at[:10], []).append(_entry(doc, at))
    if docs:
        came = datetime(2026, 11, 26, 9).astimezone().isoformat()
        found.setdefault("2026-11-26", []).insert(0, _entry(docs[0], came, "made", "t40", "needs_answer"))
        found.setdefault("2026-11-02", []).append(_entry(docs[0], came, "made", "t31", "done"))
        found.setdefault("2026-11-30", []).append(_entry(docs[-1], times("2026-11-30T08:00:00", 1)[0]))
    return [AgendaDay(day=day, entries=found[day]) for day in sorted(found)]


def choice(sentence: str, coming: list[str]) -> ChoiceDoc:
    """One meaning."""
    return ChoiceDoc(rule=f"FREQ=MONTHLY;X={sentence[:12]}", sentence=sentence, start=coming[0][:16], next=coming)


def when(*found: ChoiceDoc, rest: str = "", problems: tuple[str, ...] = (), taken: tuple[str, ...] = ()) -> WhenDoc:
    """What was read."""
    return WhenDoc(rest=rest, zone=HOME, choices=list(found), problems=list(problems), taken=list(taken))


MONDAY = when(choice("On the first Monday of every month at 09:00", times("2026-12-07T09:00:00", 28)))
SHORT = ("2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31")
LONG = ("2026-12-31", "2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31")
TWO = when(choice("On the last day of every month at 09:00",
                  [times(f"{day}T09:00:00", 1, 1)[0] for day in SHORT]),
           choice("On the 31st of every month at 09:00; in months without one not at all",
                  [times(f"{day}T09:00:00", 1, 1)[0] for day in LONG]),
           taken=("You said no time of day; 09:00 is taken.",))
NOT_READ = when(choice("On the first Monday of every month at 09:00", times("2026-12-07T09:00:00", 28)),
                problems=("“and 17” could not be read.",))


def template(*names: str, computed: dict[str, str] | None = None) -> TemplateDoc:
    """What stands in braces."""
    return TemplateDoc(asked=[parameter(name) for name in names], computed=computed or {}, problem="")


def given(doc: ChoreDoc) -> GivenDoc:
    """What a photo and a letter propose for a chore's next time."""
    return cast("GivenDoc", {
        **doc, "at": "2026-12-07T09:00:00", "given": {}, "attached": [],
        "proposed": {"reading": [
            ProposedDoc(value="48702", where="meter.jpg: “048702 kWh”"),
            ProposedDoc(value="48690", where="letter.pdf: “Meter reading on 28 November: 48690 kWh”")]},
        "notes": ["holiday.heic: Photos of this kind (HEIC) can't be read. Save it as JPEG first, or type what it "
                  "shows."]})


def serve(desk: StandIn, docs: list[ChoreDoc], read: WhenDoc | Problem = MONDAY) -> None:
    """Lets the stand-in answer for these chores."""
    def one(params: dict[str, object]) -> ChoreDetail | Problem:
        found = next((doc for doc in docs if doc["id"] == params["id"]), None)
        if found is None:
            return Problem("There is no chore of that number.")
        return cast("ChoreDetail", {**found, "occurrences": PAST if found["last"] is not None else []})

    def reading(params: dict[str, object]) -> WhenDoc | Problem:
        none = when(rest=str(params["text"]), problems=("No recurrence could be read.",))
        return none if params.get("task") else read

    desk.reply("chore list", docs)
    desk.reply("chore agenda", agenda(docs))
    desk.reply("chore show", one)
    desk.reply("chore read", reading)
    desk.reply("chore words", lambda params: template("reading") if "{reading}" in str(params["text"]) else template())
    desk.reply("draft", lambda params: draft_doc(
        str(params["text"]), start=start_doc("known", "Starts at energy.example because you sent “Submit my meter "
                                             "reading, 47010” there on 3 October 2026.")))
    desk.reply("task", lambda params: task_doc(str(params["id"]), "done", receipt="r9"))
    desk.reply("chore give", lambda params: [given(docs[0])])
    desk.reply("chore import", ImportedDoc(
        chores=[chore("h0", "Pay the garden waste collection", "Every year on 1 April at 09:00",
                      times("2027-04-01T09:00:00", 365), url=""),
                chore("h0", "Water meter reading", "On the 15th of every 3 months at 18:00, starting 15 December 2026",
                      times("2026-12-15T18:00:00", 90), url="")],
        refused=[RefusedDoc(title="Team call", why="It recurs every 15 minutes; a chore comes once a day at most."),
                 RefusedDoc(title="Dentist", why="It does not recur.")],
        notes=["Water meter reading: the reminder before it is not taken over."], offered={"h0": "https://water.example"},
        seen="5eed"))


def _full(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, CHORES)
    return ChoresView(shell, lambda: TODAY)


def _empty(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, [])
    return ChoresView(shell, lambda: TODAY)


def _failing(shell: Shell, desk: StandIn) -> QWidget:
    trouble = Problem("The chores can't be read: the data folder is locked by another program.")
    desk.reply("chore list", trouble)
    desk.reply("chore agenda", trouble)
    return ChoresView(shell, lambda: TODAY)


def _reads(read: WhenDoc | Problem) -> Callable[[Shell, StandIn], QWidget]:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        serve(desk, CHORES, read)
        return ChoresView(shell, lambda: TODAY)
    return make


def _reading(shell: Shell, desk: StandIn) -> QWidget:
    """A photo is being read and no answer has come."""
    view = _full(shell, desk)
    desk.hold("chore give")
    QTimer.singleShot(100, view, lambda: desk.told.emit("Reading meter.jpg."))
    return view


def _open(id: str) -> Callable[[QWidget], None]:
    return lambda view: cast("ChoresView", view).open(id)


def _write(text: str, words: str) -> Callable[[QWidget], None]:
    def write(view: QWidget) -> None:
        made = cast("ChoresView", view)
        made.new()
        editor = made.editors[""]
        editor.what.setPlainText(text)
        editor.when.setText(words)
        editor.read()
    return write


def _change(view: QWidget) -> None:
    made = cast("ChoresView", view)
    made.edit(cast("ChoreDetail", {**CHORES[0], "occurrences": PAST, "files": ["meter.jpg", "contract 2026.pdf"],
                                   "limit": "50 GBP"}))
    editor = made.editors["h1"]
    editor.manner_fold.toggle()
    editor.card.terms_fold.toggle()


def _several(shell: Shell, desk: StandIn) -> QWidget:
    made = _full(shell, desk)
    places = [DraftPlace(place=name, url=f"https://{name}/bill", site=name, text="")
              for name in ("water.example", "power.example", "waste.example")]
    desk.reply("draft", lambda params: draft_doc(
        str(params["text"]), "", start=start_doc("several", "Its words name several addresses. It asks you which."),
        plan=DraftPlan(title="Download my bill", places=places)))
    return made


def _import(view: QWidget) -> None:
    cast("ChoresView", view).preview("/home/me/family.ics")


def _give(*files: str) -> Callable[[QWidget], None]:
    def give(view: QWidget) -> None:
        cast("ChoresView", view).give(cast("ChoreDetail", {**CHORES[0], "occurrences": PAST}), list(files))
    return give


def _give_nothing(view: QWidget) -> None:
    cast("ChoresView", view).give(cast("ChoreDetail", {**CHORES[1], "occurrences": []}), [])


READING = "Submit my meter reading, {reading}"

SCENES: tuple[Scene, ...] = (
    Scene("chores-full", _full), Scene("chores-small", _full, 800, 700),
    Scene("chores-empty", _empty), Scene("chores-empty-narrow-200", _empty, 1100, 780),
    Scene("chores-failing", _failing),
    Scene("chores-detail", _full, height=1100, after=_open("h1")),
    Scene("chores-detail-elsewhere-200", _full, 1800, 1500, after=_open("h3")),
    Scene("chores-new-read", _full, height=900, after=_write(READING, "every first Monday at 9")),
    Scene("chores-new-two-meanings", _reads(TWO), height=1050, after=_write(READING, "monthly on the 31st")),
    Scene("chores-new-problem", _reads(NOT_READ), height=960, after=_write(READING, "every first Monday, at 9 and 17")),
    Scene("chores-change", _full, height=1200, after=_change),
    Scene("chores-new-several-places", _several, height=1000, after=_write(
        "Download my bill for {month}\nhttps://water.example/bill\nhttps://power.example/bill\n"
        "https://waste.example/bill", "every first Monday at 9")),
    Scene("chores-import", _full, height=900, after=_import),
    Scene("chores-give", _full, after=_give()),
    Scene("chores-give-proposed", _full, height=860, after=_give("/home/me/meter.jpg", "/home/me/letter.pdf")),
    Scene("chores-give-reading", _reading, after=_give("/home/me/meter.jpg")),
    Scene("chores-give-nothing", _full, after=_give_nothing),
)
