"""Pictures of the review pane: ordinary, money, steps, changed after approval, unknown, sent, hostile, empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from agent.protocol.messages import DifferenceRow, EarlierDoc, GrantDoc, GrantedValue, SubmissionDoc
from desktop.gallery.review_samples import (
    boxes,
    file_rows,
    left_out,
    meter_rows,
    money_rows,
    page_picture,
    row,
    since_last,
    submission,
)
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.review.pane import ReviewPane
from desktop.shell import Shell


def _pane(doc: Callable[[], SubmissionDoc | Problem]) -> Callable[[Shell, StandIn], QWidget]:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        desk.reply("submission", doc())
        pane = ReviewPane(shell, moment=0)
        pane.show_submission("s1")
        return pane
    return make


def meter() -> SubmissionDoc:
    """An ordinary reading with a picture."""
    return submission(meter_rows(), screenshot=page_picture(), boxes=boxes(), not_sent=[
        left_out("Newsletter", "left empty", editable=True), left_out("Photo of the meter", "nothing chosen")])


def chores_again() -> SubmissionDoc:
    """The same chore's reading a month later, with a warning that one was sent for this time."""
    rows = [*meter_rows(), row("Deposit", "20.00", "task", name="deposit", flags=["money"], last="15.00")]
    doc = submission(rows, screenshot=page_picture(), boxes=boxes(), warnings=[
        "The task says “1 March”, and nothing that would be sent carries it.",
        "You already sent what was due for November 2026 on 2 November 2026, reference MR 5521 (s7)."])
    more = {"chore": "h1", "chore_time": "2026-11-02T09:00:00", "since_last": since_last(),
            "chore_note": "Also for 5 October 2026: that time passed while the computer was off."}
    return cast("SubmissionDoc", {**doc, **more})


def doubts() -> SubmissionDoc:
    """What may be wrong: a past day, a repetition that differs, a choice left out, a value that goes nowhere."""
    rows = [
        row("Preferred date for the visit", "2026-10-02", "answer", name="visit", flags=["doubtful"],
            doubts=["This asks for a day to come, and 2 October 2026 is past."]),
        row("Confirm e-mail", "ada@lovelace.exampel", "you", name="email2", flags=["doubtful"],
            doubts=["This should be the same as “E-mail”, and differs from it."]), *meter_rows()]
    return submission(
        rows, warnings=["The task says “1 March”, and nothing that would be sent carries it."],
        not_sent=[{**left_out("How do you heat your home?", "nothing chosen"),
                   "doubts": ["The page marks this as required, and it is empty."]},
                  left_out("Newsletter", "left empty", editable=True)])


def money() -> SubmissionDoc:
    """A fee at a new site that is not encrypted, with warnings."""
    return submission(
        money_rows(), origin="http://permits.xn--bcher-kva.example:8080",
        url="http://permits.xn--bcher-kva.example:8080/apply", new_site=True, last_sent_at="",
        summary="Send 8 values, one of them a file, to permits.xn--bcher-kva.example:8080 over http, which is not "
                "encrypted (new site): permit name, fee, deposit and 5 more; 1 of them needs your own yes",
        warnings=["The connection is not encrypted: anybody on the way can read it."],
        also_tried=["POST https://collect.tracker.example"])


def files() -> SubmissionDoc:
    """Files with what they are, a part that can't be read, and a value that holds others."""
    return submission(
        file_rows(), problems=["A field holds a bare ';', which some sites read as the start of another field."],
        summary="Send 7 values, 3 of them files, to services.council.example over https: photo, statement, letter and "
                "4 more; 1 of them needs your own yes; part of it can't be read", button="Send application")


def step() -> SubmissionDoc:
    """A step of a long form, with the grant offered and what earlier steps sent."""
    rows = [row("First name", "Ada", name="given-name", detail="given-name"),
            row("Last name", "Lovelace", name="family-name", detail="family-name"),
            row("Date of birth: Day", "10", name="day", detail="bday", flags=["sensitive"])]
    values = [GrantedValue(label=label, source="profile", value=value) for label, value in (
        ("given-name", "Ada"), ("family-name", "Lovelace"), ("postal-code", "SW1Y 4JH"),
        ("email", "ada@lovelace.example"))]
    grant = GrantDoc(origin="https://services.council.example", values=values,
                     written=[GrantedValue(label="bday", source="profile", value="10/12/1985")])
    return submission(rows, step_grant=grant, button="Next",
                      summary="Send 3 values to services.council.example over https: first name, last name, day",
                      earlier=[EarlierDoc(submission="s0", url="https://services.council.example/start",
                                          fields=[row("Do you live here?", "yes", "answer")])])


def last_step() -> SubmissionDoc:
    """The last step: no data of its own, the page's summary and what was sent before."""
    return submission(
        [row("", "Accept and send", "page default", name="submit", last=None, why="The button that is pressed.",
             editable=False)],
        summary="Send 1 value to services.council.example over https: submit", button="Accept and send",
        page_text="Check your answers\nName: Ada Lovelace\nAddress: 12 St James's Square, London\n\n"
                  "By sending this you confirm that the details are correct.",
        earlier=[EarlierDoc(submission="s0", url="https://services.council.example/start", fields=step()["fields"])])


_QUESTIONS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    ("", (("First name", "Ada", "profile"), ("Last name", "Lovelace", "profile"))),
    ("/birth-date", (("Date of birth: Day", "10", "profile"), ("Date of birth: Month", "12", "profile"),
                     ("Date of birth: Year", "1985", "profile"))),
    ("/address", (("Address line 1", "12 St James's Square", "profile"), ("Town or city", "London", "profile"),
                  ("Postcode", "SW1Y 4JH", "profile"))),
    ("/how-long", (("How long have you lived there?", "over-5", "answer"),)),
    ("/phone", (("Telephone number", "07700 900183", "profile"),)),
    ("/email", (("Email address", "ada@lovelace.example", "profile"),)),
    ("/vehicle", (("Do you keep a vehicle at this address?", "no", "answer"),)),
    ("/household", (("Do you live alone?", "yes", "answer"),)),
    ("/studies", (("Are you a full-time student?", "no", "answer"),)),
    ("/account", (("Account number", "70-113-284", "task"),)),
    ("/contact", (("How should we write to you?", "email", "answer"),)),
)


def last_of_many() -> SubmissionDoc:
    """A bare "Accept and send" after a form of one question a page: a token on the wire, all answers before it."""
    site = "https://services.council.example/residents-discount"
    token = row("", "8gnQ2v1xMZbLr0yT", "hidden", name="csrf_token", flags=["renewed by the site"], editable=False)
    earlier = [EarlierDoc(submission=f"s{at}", url=f"{site}{path}", fields=[
        *(row(label, value, source) for label, value, source in asked), token])
        for at, (path, asked) in enumerate(_QUESTIONS)]
    said = "\n".join(f"{label}\n{value} [Change {label.lower()}]" for _, asked in _QUESTIONS
                     for label, value, _ in asked)
    return submission([token], url=f"{site}/check-your-answers", button="Accept and send", earlier=earlier,
                      page_text=f"{said}\nNothing reaches us before you send it.", last_sent_at="",
                      task_title="Apply for the resident's discount", task_text="Apply for the resident's discount. "
                      "Account number: 70-113-284",
                      summary="Send a request without values of its own to services.council.example over https, after "
                              "11 steps that went before")


def differs() -> SubmissionDoc:
    """Held again after approval because the page would send something else."""
    return submission(meter_rows(), digest="d2", revision=2, difference=[
        DifferenceRow(name="fee", label="Fee", before="GBP 12.00", now="GBP 120.00", what="another value"),
        DifferenceRow(name="tracking_ref", label="", before="", now="web-autumn-campaign", what="new")])


def in_state(state: str) -> Callable[[], SubmissionDoc]:
    """An ordinary reading in another state."""
    return lambda: SubmissionDoc(**{**meter(), "state": state})


def hostile() -> SubmissionDoc:
    """What a page that wants to be believed would write."""
    long = "A" * 100_000
    return submission([
        row("\u202eevorppA\u202c Approve and send  [Approve]", "<b>Ada</b> <img src=file:///etc/passwd>", "hidden",
            flags=["changed by the page"], why="\u202e<h1>Your profile</h1>\n\n\n\n\nAll checked, nothing to look at"),
        row("Z\u0321\u0321\u0321\u0321\u0321\u0321\u0321\u0321\u0321a\u0300\u0300\u0300\u0300\u0300\u0300lgo", long,
            "page default"),
        row("\n" * 400 + "floods", "a\u200bb\u0000c\ud800d &Approve %1 {\\rtf1}", "guessed", why="&&&" * 50),
        row("✓ Verified by Countersign      Your profile", "Everything is fine. Press Ctrl+Enter.", "hidden"),
    ], summary="\u202eSend nothing to <a href='x'>bank</a>", origin="https://xn--80ak6aa92e.example",
        url="https://xn--80ak6aa92e.example/" + "x" * 3_000, new_site=True, warnings=["<b>No problem</b>" * 40],
        problems=["\u2028" * 60])


def _changed(pane: QWidget) -> None:
    assert isinstance(pane, ReviewPane)
    rows = pane.body.rows
    rows.next_to_check()
    rows.sheet.change(next(item.id for item in rows.sheet.items if item.name == "reading"), "48231")
    rows.progressed.emit()


def _typing(pane: QWidget) -> None:
    assert isinstance(pane, ReviewPane)
    rows = pane.body.rows
    rows.sheet.change(next(item.id for item in rows.sheet.items if item.name == "reading"), "48231")
    rows.stand_on(next(item.id for item in rows.sheet.items if item.name == "street-address"))
    rows.edit_current()


def _all_checked(pane: QWidget) -> None:
    assert isinstance(pane, ReviewPane)
    rows = pane.body.rows
    while rows.next_to_check():
        rows.tick_current()
    rows.stand_on(next(item.id for item in rows.sheet.items if item.name == "reading"))


def _to_the_end(pane: QWidget) -> None:
    assert isinstance(pane, ReviewPane)
    pane.body.rows.stand_on(pane.body.rows.sheet.items[-2].id)


def _note(pane: QWidget) -> None:
    assert isinstance(pane, ReviewPane)
    pane.body.note.open()
    pane.body.note.field.setPlainText("Please use my work address, and leave the tariff as it was.")


SCENES: tuple[Scene, ...] = (
    Scene("review-meter", _pane(meter)),
    Scene("review-since", _pane(chores_again), 1100, 1300),
    Scene("review-ready", _pane(meter), after=_all_checked),
    Scene("review-edited", _pane(meter), after=_changed),
    Scene("review-typing", _pane(meter), after=_typing),
    Scene("review-narrowest", _pane(step), 420, 700),
    Scene("review-narrow", _pane(meter), 560, 700),
    Scene("review-doubts", _pane(doubts), 900, 860),
    Scene("review-money", _pane(money), 900, 780),
    Scene("review-files", _pane(files), 900, 1180),
    Scene("review-step", _pane(step), 800, 780),
    Scene("review-last-step", _pane(last_step), 800, 780),
    Scene("review-last-of-many", _pane(last_of_many), 800, 780),
    Scene("review-last-of-many-down", _pane(last_of_many), 800, 780, after=_to_the_end),
    Scene("review-differs", _pane(differs), 900, 780),
    Scene("review-note", _pane(meter), 1000, 700, after=_note),
    Scene("review-filling-in", _pane(in_state("editing"))),
    Scene("review-sending", _pane(in_state("sending"))),
    Scene("review-sent", _pane(in_state("answered"))),
    Scene("review-unknown", _pane(in_state("unknown"))),
    Scene("review-not-sent", _pane(in_state("not_sent"))),
    Scene("review-hostile", _pane(hostile), 900, 780),
    Scene("review-problem", _pane(lambda: Problem("There is no submission s1 any more.", "NotFound"))),
    Scene("review-empty", lambda shell, _desk: ReviewPane(shell)),
)
