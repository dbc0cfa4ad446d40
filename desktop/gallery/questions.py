"""Pictures of what is asked: a value, a choice, a declaration, a file, another site, an act of the person."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from agent.protocol.questions import QuestionDoc
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import start_doc, task_doc
from desktop.questions.fields import ListField, TextField
from desktop.questions.pane import QuestionsPane
from desktop.shell import Shell


def entry(id: str, asks: str, summary: str, **more: Any) -> QuestionDoc:
    """One question of task t1."""
    label, _, hint = summary.partition("\n")
    made = QuestionDoc(id=id, task="t1", asks=asks, label=label, hint=hint, section="", options=[], required=True,
                       several=False, form="text", longest=-1, fact="", fact_label="",
                       since="2026-11-03T14:03:20+00:00")
    return cast("QuestionDoc", {**made, **more})


VALUE = entry("q1", "value", "What is your account number?\nThe site’s words: Account number (10 digits)",
              fact="custom-account-number", fact_label="Account number")
FREE = entry("q2", "value", "What happened to the old meter?", form="long")
CHOICE = entry("q3", "choice", "Which meter is it?", options=["Electricity", "Gas", "Water & heat"])
DECLARATION = entry("q4", "declaration", "I confirm that the reading was taken by me on the date given, and that I am "
                    "the account holder or act for them.\nGiving a false reading may lead to a charge.",
                    options=["yes", "no"])
FILE = entry("q5", "file", "The page wants a photo of the meter.", options=["letter.pdf"])
SITE = entry("q6", "site", "The task led to another site: https://login.xn--nergy-9ua.example. May it go on there?",
             options=["yes", "no"])
SPEND = entry("q9", "spend", (
    "This task has used $1.00 of a model; the limit is $1.00. Shall it go on?\nYes lets it use another $1.00 before it "
    "asks again. The limits are in Settings."), options=["yes", "no"])
ALLOW = entry("q8", "allow", "\n".join((
    "May api.streets.example be asked with your postcode?",
    "The page wants to look something up while the form is being filled in, at https://api.streets.example/find. It "
    "was stopped. If you say yes, exactly this may be sent there, for this task only:",
    "- postcode: LS1 4AP (your postcode)", "- list: full (from the page)",
    "api.streets.example is another site than the task's.", "If you say no, the form goes on without it.")),
    options=["yes", "no"])
START = entry("q15", "start", "\n".join((
    "Where should this task start?",
    "Give the web address of the form, or of its site. Nothing is opened before you answer, and no search engine is "
    "asked.",
    "https://energy.example/reading: you sent “My gas meter reading” there on 3 October 2026",
    "https://energy-example.test/reading?from=letter: named in “letter from the supplier.pdf”; careful: it looks like "
    "energy.example, which you know, and is another site")),
    options=["https://energy.example/reading", "https://energy-example.test/reading?from=letter"])
PROPOSED = entry("q17", "value", "\n".join((
    "Reading", "For “Submit my meter (reading)”, 7 December 2026.", "The last time it was 47900.",
    "48213: reading.eml: “Your reading of 1 November was 48 213”",
    "48190: letter.txt: “Reading on the day of the visit: 48190 kWh”")), options=["48213", "48190"], form="number",
    section="7 December 2026")
METER = entry("q18", "value", "\n".join((
    "Reading", "For “Submit my meter (reading)”, 7 December 2026.", "The last time it was 47900.")), form="number",
    section="7 December 2026")
NOWHERE = entry("q16", "start", f"{START['label']}\n{START['hint'].splitlines()[0]}")
HAND = entry("q7", "hand", "The page asks you to sign in.\nThe page: https://energy.example/login?next=reading")
DAY = entry("q9", "value", "When did you move in?\nIf you do not know the day, take the first of the "
                        "month.", form="date",
            section="About the flat")
SEVERAL = entry("q10", "choice", "Which of these are in the flat?", options=["Smoke alarm", "Gas boiler",
                "A lift, or stairs with a handrail", "None of these"], several=True, section="About the flat")
COUNTRIES = ["Austria", "Belgium", "Bulgaria", "Croatia", "Cyprus", "Czechia", "Denmark", "Estonia", "Finland",
             "France", "Germany", "Greece", "Hungary", "Ireland", "Italy", "Latvia", "Lithuania", "Luxembourg", "Malta"]
COUNTRY = entry("q11", "choice", "In which country were you born?", options=COUNTRIES, fact="country-of-birth",
                fact_label="Country of birth", section="About you")
OPTIONAL = entry("q12", "value", "Second telephone number", required=False, fact="tel", fact_label="Telephone",
                 section="How we reach you")
NOTE = entry("q13", "value", "Anything else that we should know?", required=False, form="long")
EMAIL = entry("q14", "value", "E-mail address", form="email", fact="email", fact_label="E-mail",
              section="How we reach you")
GERMAN = [
    entry("q21", "value", "Beginn der Nutzung der Wohnung als Hauptwohnung im Sinne des Bundesmeldegesetzes\n"
          "Bitte geben Sie das Datum an, an dem Sie tatsächlich eingezogen sind, nicht das Datum des Mietvertrags.",
          form="date", section="Angaben zur neuen Wohnung"),
    entry("q22", "choice", "Wird die bisherige Wohnung beibehalten?", options=["Ja, als Nebenwohnung", "Nein",
          "Ja, als Hauptwohnung"], section="Angaben zur neuen Wohnung"),
    entry("q23", "value", "Rentenversicherungsnummernvergabestellenbezeichnung", section="Weitere Angaben"),
    entry("q24", "choice", "Staatsangehörigkeiten", options=[f"{each} (Staatsangehörigkeit)" for each in COUNTRIES],
          several=True, section="Weitere Angaben"),
    entry("q25", "value", "Bemerkungen", required=False, form="long"),
]


def _scene(name: str, entries: list[QuestionDoc], height: int = 780, after: Any = None, width: int = 720) -> Scene:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        desk.reply("questions", entries)
        desk.reply("answers", {"task": "t1", "answered": [], "left_empty": [], "open": [], "problems": [
            {"question": "q1", "problem": "An account number has ten digits; this has four."},
            {"question": "q9", "problem": "That is not a date: it is not a full date. Write it like 27 March 2026."},
            {"question": "q14", "problem": "it is not an e-mail address; write it like name@example.org"}]})
        desk.reply("propose", {"question": "q18", "notes": [], "proposed": [
            {"value": "48213", "where": "meter.jpg: “048213 kWh”"},
            {"value": "48250", "where": "meter.jpg: “48250”"}]})
        desk.reply("profile check", {"value": "", "problem": "", "doubt": ""})
        pane = QuestionsPane(shell)
        more: dict[str, Any] = {"url": "", "site": "", "start": start_doc(
            "nothing", "No site is known for this. It asks you where to start.")} if any(
            each["asks"] == "start" for each in entries) else {}
        pane.show_task(task_doc("t1", "needs_answer", waits=[each["id"] for each in entries], **more))
        return pane
    return Scene(name, make, width=width, height=height, after=after)


def _write(view: QWidget, id: str, words: str) -> None:
    field = cast("TextField", cast("QuestionsPane", view).cards[id].field)
    field.put_back(words)
    field.edited.emit()


def _refuse(view: QWidget) -> None:
    _write(view, "q1", "4711")
    cast("QuestionsPane", view).send()


def _refuse_some(view: QWidget) -> None:
    _write(view, "q9", "soon")
    _write(view, "q14", "nora@")
    cast("QuestionsPane", view).cards["q10"].field.put_back("Gas boiler\nNone of these")  # type: ignore[union-attr]
    cast("QuestionsPane", view).send()


def _leave_out(view: QWidget) -> None:
    _write(view, "q9", "3 May 2024")
    cast("QuestionsPane", view).send()


def _search(view: QWidget) -> None:
    field = cast("ListField", cast("QuestionsPane", view).cards["q11"].field)
    field.search.setText("lan")
    field.put_back("Finland")


def _find(view: QWidget) -> None:
    documents = cast("QuestionsPane", view).cards["q18"].documents
    assert documents is not None
    documents.take(["/home/me/meter.jpg"])


SCENES: tuple[Scene, ...] = (
    _scene("questions-values", [VALUE, FREE, CHOICE]),
    _scene("questions-refused", [VALUE], 520, _refuse),
    _scene("questions-declaration", [DECLARATION, FILE]),
    _scene("questions-site", [SITE, HAND]),
    _scene("questions-allow", [ALLOW], 640),
    _scene("questions-start", [START], 660),
    _scene("questions-proposed", [PROPOSED], 620),
    _scene("questions-found", [METER], 620, _find),
    _scene("questions-start-nothing-known", [NOWHERE], 420),
    _scene("questions-spend", [SPEND], 480),
    _scene("questions-form", [DAY, SEVERAL, COUNTRY, EMAIL, OPTIONAL, NOTE], 1240),
    _scene("questions-form-refused", [DAY, SEVERAL, EMAIL], 780, _refuse_some),
    _scene("questions-form-missing", [DAY, SEVERAL, EMAIL], 780, _leave_out),
    _scene("questions-search", [COUNTRY], 560, _search),
    _scene("questions-german", GERMAN, 1180),
    _scene("questions-german-narrow-200", GERMAN, 1600, width=1000),
    _scene("questions-empty", [], 420),
)
