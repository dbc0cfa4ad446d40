"""The pure rules of the walk: which tab, whether to begin anew, what expired, what a start page's links promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from agent.browser.dialogs import Said
from agent.browser.page import PageMap
from agent.planner.autofill.expiry import session_expired
from agent.planner.autofill.overlays import closing
from agent.planner.autofill.receipt_links import receipt_links
from agent.planner.autofill.start import MOST_HOPS, best_way, way_on
from agent.planner.base import AskKind, Click, GiveUp, Hop, Open
from agent.protocol import SubmissionState
from agent.receipts.documents import LARGEST, as_document, safe_name
from agent.runs.sessions import Again, begin_again
from agent.runs.spoken import question_about, told
from agent.runs.summary import not_shown_back
from agent.runs.tabs import Tab, go_on_at
from agent.store.tables import Submission
from tests.planner.build import button, control, link, page

OWN, OTHER, BLANK = "https://council.example/form", "https://ads.example/win", "about:blank"


@pytest.mark.parametrize(("urls", "current", "moved", "expected"), [
    ([OWN], 0, False, 0), ([OWN, OWN], 0, False, 1), ([OWN, OWN], 0, True, 1), ([OWN, OTHER], 0, True, 0),
    ([OWN, OTHER], 0, False, 1), ([OWN, BLANK], 0, False, 0), ([OWN, OWN, OTHER], 0, True, 1),
    ([OWN, OWN, BLANK], 1, False, 1), ([OTHER, OWN], None, True, 1), ([OTHER], None, True, 0),
    ([OWN, OTHER, OWN], 2, True, 2),
])
def test_a_run_goes_on_at_the_tasks_own_site_and_at_another_only_where_nothing_else_happened(
        urls: list[str], current: int | None, moved: bool, expected: int) -> None:
    tabs = [Tab(url, url == OWN, index == current) for index, url in enumerate(urls)]
    assert go_on_at(tabs, moved=moved) == expected


def submission(state: SubmissionState, *, step: bool) -> Submission:
    return Submission(task_id=1, run_id=1, method="POST", url=OWN, origin="https://council.example", digest="d",
                      sheet={}, wire=[], page_url=OWN, state=state, step=step)


ANSWERED, SENDING = SubmissionState.ANSWERED, SubmissionState.SENDING
UNKNOWN, APPROVED = SubmissionState.UNKNOWN, SubmissionState.APPROVED


@pytest.mark.parametrize(("earlier", "just_sent", "before", "expected"), [
    ([], False, False, Again.BEGIN), ([], False, True, Again.STOP),
    ([(ANSWERED, True)], True, False, Again.BEGIN), ([(ANSWERED, True)], True, True, Again.STOP),
    ([(APPROVED, False)], False, False, Again.BEGIN),
    ([(ANSWERED, False)], True, False, Again.LEAVE), ([(ANSWERED, False)], False, False, Again.STOP),
    ([(SENDING, False)], False, False, Again.STOP), ([(UNKNOWN, False)], False, False, Again.STOP),
    ([(ANSWERED, True), (ANSWERED, False)], True, True, Again.LEAVE),
])
def test_a_form_is_begun_anew_once_and_never_after_it_was_sent(
        earlier: list[tuple[SubmissionState, bool]], just_sent: bool, before: bool, expected: Again) -> None:
    rows = [submission(state, step=step) for state, step in earlier]
    assert begin_again(rows, just_sent=just_sent, begun_before=before) is expected


def plain(*headings: str, text: str = "", links: Sequence[tuple[str, str]] = (), url: str = OWN) -> PageMap:
    made = tuple(link(words, f"https://council.example{to}") for words, to in links)
    return replace(page(buttons=[], headings=headings, links=made), url=url, text="\n".join([*headings, text]))


@pytest.mark.parametrize("words", [
    "Your session has expired", "Session timed out", "You have been signed out", "Your session has timed out",
    "Ihre Sitzung ist abgelaufen", "Votre session a expiré", "La sesión ha caducado", "Su sesión ha expirado",
    "La sessione è scaduta", "Uw sessie is verlopen", "Twoja sesja wygasła", "A sua sessão expirou"])
def test_an_expired_session_is_recognised_in_eight_languages(words: str) -> None:
    assert session_expired(plain(words)) == words
    assert session_expired(plain("Thornmere", text=f"{words}.")) == words


@pytest.mark.parametrize("words", [
    "Your session will expire in 20 minutes", "If your session has expired, start again", "Book a session",
    "Ihre Sitzung läuft in 5 Minuten ab", "Votre session va expirer", "Training session ended well for 20 people"])
def test_what_only_may_expire_has_not(words: str) -> None:
    assert session_expired(plain("Apply", text=words)) == ""


def test_a_page_with_something_to_fill_in_goes_on_whatever_it_says_of_sessions() -> None:
    shown = replace(page(control("Full name"), headings=["Apply"]), text="Sessions: your session has expired earlier")
    assert session_expired(shown) == ""


TASK = "Report a missed bin collection"


@pytest.mark.parametrize(("task", "links", "expected"), [
    (TASK, ["Home", "Council tax", "Missed bin collections", "Bin collection days"], "Missed bin collections"),
    (TASK, ["Buy a bin", "Delete my bin reports", "Bins and recycling"], "Bins and recycling"),
    (TASK, ["Log in to report a missed bin collection", "Rubbish and bins"], "Rubbish and bins"),
    (TASK, ["Log in to report a missed bin collection", "Home"], "Log in to report a missed bin collection"),
    (TASK, ["Council tax", "News", "Contact us"], None),
    ("Sperrmüll anmelden", ["Anmelden", "Abfallkalender", "Anmeldung von Sperrmüll"], "Anmeldung von Sperrmüll"),
    ("Register for a library card", ["Register", "Register for a library card", "Login"],
     "Register for a library card"),
    ("Demander un acte de naissance", ["Se connecter", "Payer une amende", "Acte de naissance"], "Acte de naissance"),
    ("Cancel my garden waste subscription", ["Cancel garden waste subscription", "Home"],
     "Cancel garden waste subscription"),
    ("Change my garden waste address", ["Cancel garden waste subscription", "Pay for garden waste"], None),
])
def test_the_link_that_matches_the_task_and_never_one_that_buys_ends_or_signs_in(
        task: str, links: list[str], expected: str | None) -> None:
    shown = plain("Thornmere Vale", links=[(text, f"/p{number}") for number, text in enumerate(links)])
    way = best_way(shown, task)
    assert (way.text if way else None) == expected


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Start now"), ("en", "Apply online"), ("en", "Report it"), ("de", "Jetzt beantragen"),
    ("de", "Zum Online-Formular"), ("fr", "Commencer la démarche"), ("fr", "Accéder au formulaire"),
    ("es", "Iniciar trámite"), ("es", "Acceder al formulario"), ("it", "Compila il modulo"), ("it", "Inizia"),
    ("nl", "Direct regelen"), ("nl", "Start aanvraag"), ("pl", "Wypełnij wniosek"), ("pl", "Rozpocznij"),
    ("pt", "Iniciar pedido"), ("pt", "Preencher formulário")])
def test_what_starts_a_form_is_followed_on_a_page_about_the_task(language: str, text: str) -> None:
    shown = plain(TASK, links=[("Missed bin collection days", "/days"), (text, "/start"), ("Home", "/")])
    way = best_way(replace(shown, language=language), TASK)
    assert way is not None
    assert way.text == text


def test_a_dead_end_is_gone_back_from_and_not_entered_again() -> None:
    home = plain("Bins", links=[("Report a missed bin collection: news", "/a"), ("Missed collections", "/b")], url=OWN)
    first = way_on(home, TASK, ())
    assert isinstance(first, Click)
    dead = plain("News", url="https://council.example/a")
    trail = (Hop(OWN, first.text, dead.url),)
    assert way_on(dead, TASK, trail) == Open(OWN)
    second = way_on(home, TASK, trail)
    assert isinstance(second, Click)
    assert second.text != first.text
    tired = tuple(Hop(OWN, f"link {number}", dead.url) for number in range(MOST_HOPS))
    end = way_on(home, TASK, tired)
    assert isinstance(end, GiveUp)
    assert "link 0" in end.reason


def test_what_dialogs_said_is_told_on_one_line_and_only_a_confirm_is_asked_about() -> None:
    assert told(Said("alert", "Line\nSay yes")) == "The page said: “Line⏎Say yes”"
    assert "answered no" in told(Said("confirm", "Really?"))
    assert question_about([Said("alert", "Hello"), Said("prompt", "Name?")]) is None
    found = question_about([Said("alert", "Hello"), Said("confirm", "Really\nsend?")])
    assert found is not None
    assert found[0].kind is AskKind.ALLOW
    assert "Really⏎send?" in found[0].prompt


@pytest.mark.parametrize(("name", "safe"), [
    ("receipt.pdf", "receipt.pdf"), ("../../etc/passwd", "passwd.pdf"), ("C:\\x\\con.pdf", "_con.pdf"),
    ("a\nb\x00.exe", "a b.pdf"), ("", "document.pdf"), ("...", "document.pdf"), ("Bestätigung Nr. 5.pdf",
                                                                         "Bestätigung Nr 5.pdf"),
    ("x" * 300 + ".pdf", "x" * 80 + ".pdf"), ("invoice.pdf.exe", "invoice pdf.pdf")])
def test_a_documents_name_is_safe_and_ends_as_its_content_says(name: str, safe: str) -> None:
    assert safe_name(name, ".pdf") == safe


@pytest.mark.parametrize(("content", "media_type"), [
    (b"%PDF-1.4 x", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"BEGIN:VCALENDAR", "text/calendar"),
    (b"MZ\x90", None), (b"PK\x03\x04", None), (b"<html>", None), (b"", None)])
def test_only_documents_of_plain_kinds_are_kept(tmp_path: Path, content: bytes, media_type: str | None) -> None:
    path = tmp_path / "came-0"
    path.write_bytes(content)
    found = as_document("receipt.pdf.exe", path)
    assert (found.media_type if found else None) == media_type
    if found:
        assert Path(found.path).read_bytes() == content


def test_a_document_that_is_too_large_is_none(tmp_path: Path) -> None:
    path = tmp_path / "came-0"
    path.write_bytes(b"%PDF-" + bytes(LARGEST))
    assert as_document("large.pdf", path) is None


@pytest.mark.parametrize("text", [
    "Download your receipt (PDF)", "Bestätigung herunterladen", "Télécharger le récépissé", "Descargar justificante",
    "Scarica la ricevuta", "Download de bevestiging", "Pobierz potwierdzenie", "Descarregar comprovativo"])
def test_links_to_a_document_of_what_was_sent_are_found(text: str) -> None:
    shown = plain("Thank you", links=[("Home", "/"), ("Download our app", "/app"), (text, "/r.pdf")])
    assert [each.text for each in receipt_links(shown)] == [text]


def sent_row(label: str, value: str, shown: str = "", source: str = "profile") -> dict[str, object]:
    return {"label": label, "name": label.lower(), "value": value, "shown": shown, "source": source, "file": None}


NAME, MAIL, CODE = sent_row("Name", "Eleanor Whitcombe"), sent_row("Email", "e.w@example.org"), sent_row("Postcode",
                                                                                                    "TQ12 4AB")


@pytest.mark.parametrize(("text", "labels"), [
    ("Name Eleanor Whitcombe Email e.w@example.org Postcode TQ12 4AB", []),
    ("Name Eleanor Whitcombe Email e.w@example.org Postcode TQ1 4AB", ["Postcode"]),
    ("Name Eleanor Whitcombe Email E.W@EXAMPLE.ORG", []),          # the postcode is not named: nothing is known of it
    ("Name Elinor Postcode TQ12 4AB Email other@example.org", []),  # one value alone makes no summary
    ("What is your date of birth?", [])])
def test_a_summary_that_shows_something_else_than_was_sent_is_told(text: str, labels: list[str]) -> None:
    said = not_shown_back(text, [[NAME], [MAIL, CODE, sent_row("token", "9f8e7d", source="hidden")]])
    assert [next(each for each in ("Name", "Email", "Postcode") if f"“{each}”" in line) for line in said] == labels


def test_a_value_counts_as_shown_in_the_words_of_the_page_too() -> None:
    chosen = sent_row("Reason", "housing", "Housing and homelessness")
    assert not_shown_back("Name Eleanor Whitcombe Email e.w@example.org Reason Housing and homelessness",
                          [[NAME, MAIL, chosen]]) == []


def test_what_covers_a_form_is_closed_by_words_that_close() -> None:
    shown = page(control("Name"), buttons=[button("Send"), button("No thanks", type="button")])
    found = closing(shown)
    assert found is not None
    assert found.text == "No thanks"
    assert closing(page(control("Name"), buttons=[button("Send"), button("Close my account", type="button")])) is None
