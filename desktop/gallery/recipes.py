"""Pictures of the Recipes view: full, switched off, edited with a mistake, taken in from a file, answers, nothing."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from agent.protocol.recipes import (
    LessonDoc,
    RecipeDoc,
    RecipeField,
    RecipePage,
    RecipePreview,
    RecipeRow,
    RecipeState,
    RevisionDoc,
)
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.recipes.rows import ANSWERS
from desktop.recipes.view import RecipesView
from desktop.shell import Shell

Take = Literal["fact", "task", "ask", "option", "options", "tick", "file", "yours", "known", "left"]
SITE = "https://permits.thornmere.example"
TEXT = """\
# A recipe of Countersign: how a form was filled, without what was filled in.
# fact: a kind of your profile. task: from the task's words. ask: you are asked. option: the page's own option.
# yours: only you tick it. known: what the form itself makes plain. left: nothing was put there.

recipe = 1
title = "Renew my parking permit"
start = "https://permits.thornmere.example/renew"
words = ["renew", "parking", "permit"]

[final]
path = "/renew/done"
heading = "Your permit has been renewed"
reference = true

[[pages]]
origin = "https://permits.thornmere.example"
path = "/renew"
heading = "About you"

[pages.press]
text = "Continue"
kind = "next"

[[pages.fields]]
label = "First name"
type = "text"
name = "first"
fact = "given-name"
"""


def field(label: str, take: Take, comes_from: str, *, required: bool = True) -> RecipeField:
    """One field of a page."""
    return RecipeField(label=label, comes_from=comes_from, take=take, required=required)


PAGES = [
    RecipePage(origin=SITE, path="/renew", heading="About you", press="Continue", fields=[
        field("First name", "fact", "your profile: Given name"),
        field("Last name", "fact", "your profile: Family name"),
        field("Postcode", "fact", "your profile: Postcode"), field("Title", "left", "left empty", required=False),
        field("Contact by", "left", "left as the page has it: “E-mail”", required=False)]),
    RecipePage(origin=SITE, path="/renew/vehicle", heading="Your vehicle",
               press="Continue", fields=[
                   field("Vehicle registration", "task", "the task's words"),
                   field("Length of permit", "option", "always “12 months”"),
                   field("Permit number", "ask", "you are asked"),
                   field("Letter from the council", "file", "a file of the task")]),
    RecipePage(origin=SITE, path="/renew/check", heading="Check your answers",
               press="Accept and send", fields=[
                   field("Send me the newsletter", "tick", "always left unticked"),
                   field("I confirm that the details are true", "yours", "you alone")]),
]


def row(id: str, title: str, site: str, *, used: int = 0, used_at: str = "", on: bool = True, imported: bool = False,
        revision: int = 1, start: str = "", task: str = "") -> RecipeRow:
    """One recipe in the list."""
    return RecipeRow(id=id, title=title, start=start or f"https://{site}/renew", site=site,
                     source="imported" if imported else "learnt", enabled=on, revision=revision, task=task, used=used,
                     used_at=used_at, created_at="2026-10-03T09:12:00Z", updated_at="2026-10-03T09:12:00Z")


ROWS = [
    row("c1", "Renew my parking permit", "permits.thornmere.example", used=3, used_at="2026-11-21T08:00:00Z",
        revision=2, task="t4"),
    row("c2", "Submit my meter reading", "energy.example", used=1, used_at="2026-11-02T08:00:00Z"),
    row("c3", "Report a missed bin collection", "council.thornmere.example", on=False),
    row("c4", "Order a birth certificate", "registry.example", on=False, imported=True),
]
REVISIONS = [
    RevisionDoc(number=1, why="Learnt from a confirmed run.", at="2026-10-03T09:12:00Z"),
    RevisionDoc(number=2, why="“Permit number” is a new field that has to be filled in.", at="2026-11-02T18:40:00Z"),
]
LESSONS = [
    LessonDoc(id="l3", label="Bin size", fact="", option="140 litres", means="140 litres", site="council.example",
              at="2026-10-03T10:00:00Z", says="You chose this on council.example on 3 October 2026; please check"),
    LessonDoc(id="l2", label="Account holder's reference", fact="customer-number", option="",
              means="your customer number", site="energy.example", at="2026-09-14T10:00:00Z",
              says="You said that this is your customer number on energy.example on 14 September 2026; please check"),
    LessonDoc(id="l1", label="How did you hear about us", fact="", option="From a neighbour", means="From a neighbour",
              site="library.thornmere.example", at="2026-08-30T10:00:00Z",
              says="You chose this on library.thornmere.example on 30 August 2026; please check"),
]
MISTAKE = ("Line 22, page 1: “kind” must be one of: next, submit, other.\n"
           "Line 28, field 1 of page 1: “facts” is nothing that a recipe may say.")
HOSTILE = row("c9", "<b>Send</b> &amp; \u202eevil\u202c " + "x" * 300, "xn--bnk-sna.example", imported=True, on=False)


def doc_of(found: RecipeRow, revision: int = 0) -> RecipeDoc:
    """A recipe whole."""
    revisions = REVISIONS[:found["revision"]]
    shown = revision or found["revision"]
    return RecipeDoc(**found, shown=shown, text=TEXT if shown == found["revision"] else TEXT.replace("12", "6"),
                     pages=PAGES if shown > 1 or len(revisions) == 1 else PAGES[:2], revisions=revisions,
                     keeps=["“12 months” under “Length of permit”", "“E-mail” under “Contact by”"])


def serve(desk: StandIn, rows: list[RecipeRow], lessons: list[LessonDoc]) -> None:
    """Lets the stand-in answer for these."""
    rows, lessons = list(rows), list(lessons)

    def one(params: dict[str, object]) -> RecipeDoc | Problem:
        found = next((each for each in rows if each["id"] == params["id"]), None)
        revision = params.get("revision", 0)
        if found is None:
            return Problem("There is no such recipe.")
        return doc_of(found, revision if isinstance(revision, int) else 0)

    def switch(on: bool, params: dict[str, object]) -> RecipeState:
        at = next(place for place, each in enumerate(rows) if each["id"] == params["id"])
        rows[at] = RecipeRow(**{**rows[at], "enabled": on})
        return RecipeState(id=rows[at]["id"], enabled=on, revision=rows[at]["revision"], note="")

    def remove(params: dict[str, object]) -> RecipeState:
        rows[:] = [each for each in rows if each["id"] != params["id"]]
        return RecipeState(id=str(params["id"]), enabled=False, revision=1, note="")

    def bring_back(params: dict[str, object]) -> RecipeState:
        rows[:] = [each for each in ROWS if each["id"] == params["id"] or each in rows]
        return RecipeState(id=str(params["id"]), enabled=True, revision=1, note="")

    def forget(params: dict[str, object]) -> LessonDoc:
        gone = next(each for each in lessons if each["id"] == params["id"])
        lessons.remove(gone)
        return gone

    def restore(params: dict[str, object]) -> LessonDoc:
        lessons.insert(0, next(each for each in LESSONS if each["label"] == params["label"]))
        return lessons[0]

    def preview(params: dict[str, object]) -> RecipePreview | Problem:
        if "holiday" in str(params["file"]):
            return Problem("Line 3: this can't be read. Words need quotation marks around them.", "BadRecipe")
        return RecipePreview(title="Order a birth certificate", start="https://registry.example/order",
                             site="registry.example", pages=PAGES[:2], seen="5eed")

    desk.reply("recipe list", lambda _params: list(rows))
    desk.reply("recipe show", one)
    desk.reply("recipe enable", lambda params: switch(True, params))
    desk.reply("recipe disable", lambda params: switch(False, params))
    desk.reply("recipe remove", remove)
    desk.reply("recipe restore", bring_back)
    desk.reply("recipe edit", Problem(MISTAKE, "BadRecipe"))
    desk.reply("recipe preview", preview)
    desk.reply("learned list", lambda _params: list(lessons))
    desk.reply("learned forget", forget)
    desk.reply("learned restore", restore)


def _full(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, ROWS, LESSONS)
    return RecipesView(shell)


def _empty(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, [], [])
    return RecipesView(shell)


def _hostile(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, [HOSTILE], [])
    return RecipesView(shell)


def _failing(shell: Shell, desk: StandIn) -> QWidget:
    for method in ("recipe list", "learned list"):
        desk.reply(method, Problem("The data folder can't be read. Check that the disk is there."))
    return RecipesView(shell)


def _view(widget: QWidget) -> RecipesView:
    assert isinstance(widget, RecipesView)
    return widget


def _end(widget: QWidget) -> None:
    _view(widget).pane.scroll_to_end()


def _older(widget: QWidget) -> None:
    _view(widget).pane.load("c1", 1)


def _off(widget: QWidget) -> None:
    _view(widget).open("c4")


def _run(widget: QWidget) -> None:
    _view(widget).pane.run_now()


def _answers(widget: QWidget) -> None:
    _view(widget).open(ANSWERS)


def _edit(widget: QWidget) -> None:
    view = _view(widget)
    view.pane.edit()
    view.editor.field.setPlainText(TEXT.replace('"next"', '"press"').replace("fact =", "facts ="))
    view.editor.keep()


def _bring(widget: QWidget) -> None:
    _view(widget).bringing.preview("/home/eleanor/birth certificate.toml")


def _bring_bad(widget: QWidget) -> None:
    _view(widget).bringing.preview("/home/eleanor/holiday.toml")


SCENES: tuple[Scene, ...] = (
    Scene("recipes-full", _full), Scene("recipes-full-end", _full, after=_end),
    Scene("recipes-older", _full, after=_older),
    Scene("recipes-small", _full, width=800, height=640), Scene("recipes-200", _full, 2000, 1400),
    Scene("recipes-off", _full, after=_off), Scene("recipes-run", _full, after=_run),
    Scene("recipes-answers", _full, after=_answers), Scene("recipes-edit", _full, after=_edit),
    Scene("recipes-import", _full, after=_bring), Scene("recipes-import-bad", _full, after=_bring_bad),
    Scene("recipes-hostile", _hostile), Scene("recipes-empty", _empty), Scene("recipes-failing", _failing),
)
