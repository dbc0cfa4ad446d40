"""Pictures of plans: as a draft, in the inbox, under way, with reviews and questions, done, with failures."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from agent.protocol import SourceKind
from agent.protocol.messages import TaskRow
from agent.protocol.plans import PlanAsks, PlanCounts, PlanDoc, PlanPlace, PlanReview, PlanRow, SharedRow
from agent.protocol.questions import QuestionDoc
from agent.protocol.starts import DraftPlace, DraftPlan
from desktop.gallery.inbox import ROWS, board, draft_doc, no_review, row
from desktop.gallery.questions import entry
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import WHEN, sheet_row, start_doc, task_doc
from desktop.inbox.detail import TaskDetail
from desktop.inbox.view import InboxView
from desktop.link import Problem
from desktop.plan.pane import PlanPane
from desktop.shell import Shell

TITLE = "Tell them my new address from 1 December"
NAMES = (("Northwater", "northwater.example"), ("Leeds council", "leeds.example"), ("City gas", "gas.example"),
         ("The library", "library.example"), ("Dr Okafor’s practice", "practice.example"))
STATES = {"done": "done", "unclear": "done", "review": "needs_review", "answer": "needs_answer", "going": "running",
          "queued": "queued", "paused": "queued", "failed": "failed", "cancelled": "cancelled"}
OUTCOMES = {
    "done": "Sent and confirmed, reference NW-20771.", "unclear": "Sent; the site's answer says neither yes nor no. "
    "Look at the receipt.", "review": "Filled in. It waits for your decision.", "answer": "It waits for your answer.",
    "going": "Under way.", "queued": "Not begun yet.", "paused": "Paused.",
    "failed": "The form at gas.example asks for a customer number that ends in a letter, and refused yours.",
    "cancelled": "Stopped; nothing was sent."}
WORDS = {"done": "done", "unclear": "sent but not confirmed", "review": "to review", "answer": "to answer",
         "going": "under way", "queued": "to come", "paused": "paused", "failed": "failed", "cancelled": "stopped"}


def place_doc(number: int, group: str, name: str, site: str, **more: Any) -> PlanPlace:
    """One place where it stands."""
    waits = {"review": [f"s{number}"], "answer": [f"q{number}"]}.get(group, [])
    made = PlanPlace(task=f"t{number}", place=name, url=f"https://{site}/move", site=site, state=STATES[group],
                     paused=group == "paused", group=group, outcome=OUTCOMES[group], waits=waits,
                     receipt=f"r{number}" if group in ("done", "unclear") else "",
                     reference="NW-20771" if group == "done" else "")
    return cast("PlanPlace", {**made, **more})


def counts_of(places: list[PlanPlace]) -> PlanCounts:
    """How many stand where."""
    counted = Counter(each["group"] for each in places)
    return cast("PlanCounts", {group: counted[group] for group in STATES})


def plan_row(places: list[PlanPlace], id: str = "p1", title: str = TITLE) -> PlanRow:
    """A plan in short."""
    counts = counts_of(places)
    said = ", ".join(f"{counts[group]} {words}" for group, words in WORDS.items()  # type: ignore[literal-required]
                     if counts[group])  # type: ignore[literal-required]
    whole = f"All {len(places)} places are done." if counts["done"] == len(places) else f"{len(places)} places: {said}."
    return PlanRow(id=id, title=title, summary=whole, counts=counts, finished=counts["done"] == len(places),
                   created_at=WHEN.isoformat(), updated_at=WHEN.isoformat())


def plan_doc(groups: tuple[str, ...], reviews: list[PlanReview] | None = None, same: list[SharedRow] | None = None,
             asks: list[PlanAsks] | None = None, names: tuple[tuple[str, str], ...] = NAMES) -> PlanDoc:
    """A plan whose places stand at these groups, in their order."""
    places = [place_doc(number, group, *names[(number - 41) % len(names)])
              for number, group in enumerate(groups, 41)]
    text = f"{TITLE}: 12 Mill Lane, LS1 4AP\n" + "\n".join(f"- {name}: https://{site}/move" for name, site in names)
    return PlanDoc(**plan_row(places), text=text, places=places, same=same or [], reviews=reviews or [],
                   asks=asks or [])


SAME = [SharedRow(label="Name", value="Ada Lovelace", source="profile", detail="name"),
        SharedRow(label="New address", value="12 Mill Lane, Leeds", source="task", detail=""),
        SharedRow(label="Postcode", value="LS1 4AP", source="task", detail="")]


def review_doc(number: int, name: str, site: str, **more: Any) -> PlanReview:
    """A filled form that waits."""
    made = PlanReview(submission=f"s{number}", task=f"t{number}", place=name, site=site,
                      summary=f"Tell {site} your new address", warnings=[], not_sent=0, attention=0,
                      own=[sheet_row("Customer number", "88 1702", SourceKind.ANSWER)])
    return cast("PlanReview", {**made, **more})


REVIEWS = [
    review_doc(41, *NAMES[0], attention=1, not_sent=2, own=[
        sheet_row("Customer number", "88 1702", SourceKind.ANSWER),
        sheet_row("Send me news and offers", "no", SourceKind.PAGE, flags=["consent"], needs_own_yes=True)]),
    review_doc(42, *NAMES[1], warnings=["This is the first time that you send something to leeds.example."],
               attention=2, own=[
        sheet_row("People in the household", "2", SourceKind.GUESSED, why="Your task says “we”.",
                  doubts=["Your profile says that you live alone."], flags=["doubtful"]),
        sheet_row("Fee for the change", "12.50", SourceKind.PAGE, flags=["money"])]),
    review_doc(43, *NAMES[2], own=[]),
]
ASKS = [PlanAsks(questions=["q44", "q45"], places=["The library", "Dr Okafor’s practice"],
                 label="From which day does the new address hold?", options=[])]


def _shown(doc: PlanDoc | Problem) -> Any:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        desk.reply("plan show", doc)
        pane = PlanPane(shell)
        pane.show_plan("p1")
        return pane
    return make


UNDER_WAY = plan_doc(("done", "going", "going", "queued", "queued"))
WAITING = plan_doc(("review", "review", "review", "answer", "answer"), REVIEWS, SAME, ASKS)
DONE = plan_doc(("done",) * 5)
FAILED = plan_doc(("done", "unclear", "failed", "failed", "cancelled"))
TWELVE = plan_doc(("done", "going", "queued", "queued", "paused", "queued") * 2,
                  names=tuple((f"{name} {number}", site) for number in (1, 2) for name, site in (
                      *NAMES, ("A place with a rather long name that somebody gave it in the list",
                               "customers.department-for-moves.a-long-host-name.example"))))


def plan_rows(doc: PlanDoc) -> list[TaskRow]:
    """Its tasks as rows of the inbox."""
    found = []
    for each in doc["places"]:
        made = row(int(each["task"][1:]), f"{doc['title']}: {each['place']}", each["site"], each["state"], 3,
                   each["waits"], each["paused"])
        made["plan"], made["place"] = doc["id"], each["place"]
        found.append(made)
    return found


def _inbox(shell: Shell, desk: StandIn) -> QWidget:
    calm = plan_doc(("going", "queued", "queued"))
    calm["id"], calm["title"] = "p2", "Cancel the old subscriptions"
    for each in calm["places"]:
        each["task"] = f"t{int(each['task'][1:]) + 20}"
    desk.reply("board", board([*plan_rows(WAITING), *plan_rows(calm), *ROWS]))
    desk.reply("plan list", [{key: doc[key] for key in PlanRow.__annotations__}  # type: ignore[literal-required]
                             for doc in (calm, WAITING)])
    desk.reply("plan show", WAITING)
    desk.reply("task", lambda params: task_doc(cast("str", params["id"]), "queued"))
    return InboxView(shell, no_review)


def _overview(view: QWidget) -> None:
    cast("InboxView", view).plans.click()


def _pick_plan(view: QWidget) -> None:
    cast("InboxView", view).list.select("p1")


def _draft(shell: Shell, desk: StandIn) -> QWidget:
    places = [DraftPlace(place=name, url=f"https://{site}/move", site=site, text="") for name, site in NAMES]
    places += [DraftPlace(place="the tax office", url="", site="", text=""),
               DraftPlace(place="energy.example", url="https://energy.example/move", site="energy.example", text="")]
    desk.reply("draft", lambda params: draft_doc(
        str(params["text"]), "", start=start_doc("several", "Its words name several addresses. It asks you which."),
        plan=DraftPlan(title=TITLE, places=places)))
    desk.reply("board", board(ROWS))
    return InboxView(shell, no_review)


def _write(view: QWidget) -> None:
    quick = cast("InboxView", view).entry
    quick.edit.setPlainText(UNDER_WAY["text"])
    quick.read()


def _links(shell: Shell, desk: StandIn) -> QWidget:
    proposals = tuple((f"https://{site}/move?from=letter", "named in “letter about moving.pdf”")
                      for _, site in NAMES[:3])

    def draft(params: dict[str, Any]) -> Any:
        places = [DraftPlace(place=url.split("/")[2], url=url, site=url.split("/")[2], text="")
                  for url in params.get("at", [])]
        return draft_doc(str(params["text"]), "", links=[url for url, _ in proposals], start=start_doc(
            "document", "Its documents name an address. It asks you before it opens one from there.", *proposals),
            plan=DraftPlan(title=TITLE, places=places))

    desk.reply("draft", draft)
    desk.reply("board", board(ROWS))
    return InboxView(shell, no_review)


def _tick(view: QWidget) -> None:
    quick = cast("InboxView", view).entry
    quick.edit.setPlainText(TITLE)
    quick.attach(["/x/letter about moving.pdf"])
    quick.read()
    from desktop.gallery.run import settle

    settle(60)
    several = quick.cards[0].several
    several.switch.click()
    for box in several.boxes[:2]:
        box.setChecked(True)
    quick.read()


def _task(shell: Shell, desk: StandIn) -> QWidget:
    asked: list[QuestionDoc] = [entry("q44", "value", "From which day does the new address hold?", task="t44")]
    desk.reply("plan show", WAITING)
    desk.reply("questions", asked)
    desk.reply("task", task_doc("t44", "needs_answer", title=f"{TITLE}: The library", waits=["q44"], plan="p1",
                                site="library.example"))
    detail = TaskDetail(shell, no_review)
    detail.show_task("t44")
    return detail


SCENES: tuple[Scene, ...] = (
    Scene("plan-draft", _draft, height=900, after=_write),
    Scene("plan-draft-from-letter", _links, height=900, after=_tick),
    Scene("plan-under-way", _shown(UNDER_WAY)),
    Scene("plan-waiting", _shown(WAITING), height=1500),
    Scene("plan-waiting-small", _shown(WAITING), width=800, height=640),
    Scene("plan-done", _shown(DONE)),
    Scene("plan-failed", _shown(FAILED)),
    Scene("plan-twelve", _shown(TWELVE), height=1100),
    Scene("plan-gone", _shown(Problem("There is no plan p1.", "NotFound"))),
    Scene("plan-inbox", _inbox, after=_pick_plan),
    Scene("plan-list", _inbox, after=_overview),
    Scene("plan-task", _task),
)
