"""Which value of a task's words goes into which control, with its source: a table of texts, labels and what is right.

A row is (task text, labels of the form, what stands where). A label may carry a type after a bar: ``When?|date``. What
is not named in the last part must not be filled from the task. ``None`` also rules out the profile's own value.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from agent.browser.page import Control
from agent.planner.autofill.plan import decide
from agent.planner.base import Choose, Fill
from agent.protocol import SourceKind
from tests.planner.build import FACTS, control, page, view

TODAY = date(2026, 11, 26)
Row = tuple[str, str, dict[str, str | None]]

LABELLED: list[Row] = [
    # en
    ("Submit my meter reading, 48213", "Meter reading", {"Meter reading": "48213"}),
    ("Submit reading 48213 for meter E12345678", "Meter number; Meter reading",
     {"Meter number": "E12345678", "Meter reading": "48213"}),
    ("Meter E12345678, reading 48213", "Meter serial number; Reading",
     {"Meter serial number": "E12345678", "Reading": "48213"}),
    ("My meter number is E12345678 and it reads 48213", "Meter number", {"Meter number": "E12345678"}),
    ("Close my account. Customer number 12-3456", "Customer number", {"Customer number": "12-3456"}),
    ("Customer number: 12-3456", "Account number", {"Account number": "12-3456"}),
    ("Policy HP-4471902 please", "Policy number", {"Policy number": "HP-4471902"}),
    ("Renew the permit for AB12 CDE", "Vehicle registration", {"Vehicle registration": "AB12 CDE"}),
    ("Change it to account 70-113-284", "Customer reference number",
     {"Customer reference number": "70-113-284"}),
    ("My passport number is 533900127", "Passport number", {"Passport number": "533900127"}),
    ("Reference: PCN-88213-A. I want to appeal", "Reference", {"Reference": "PCN-88213-A"}),
    ("Appeal penalty notice, reference PCN-88213-A", "Reference number", {"Reference number": "PCN-88213-A"}),
    ("Pay invoice INV-2026-118", "Invoice number", {"Invoice number": "INV-2026-118"}),
    ("Deposit: 850.50 GBP", "Deposit", {"Deposit": "850.50"}),
    ("Claim £82.50 for the ticket", "Amount", {"Amount": "82.50"}),
    ("Book at 10:30", "Time|time", {"Time": "10:30"}),
    ("Email me at new.me@example.org", "Email", {"Email": "new.me@example.org"}),
    ("My new phone number is 07700 900555", "Phone", {"Phone": "07700 900555"}),
    ("My new email is new.me@example.org", "Email address", {"Email address": "new.me@example.org"}),
    ("Call the office on 01743 496012", "Phone", {"Phone": "07700 900183"}),
    ("Write to office@council.example", "Email", {"Email": "e.whitcombe@example.org"}),
    # de
    ("Zählerstand 48213 melden", "Zählerstand", {"Zählerstand": "48213"}),
    ("Zählerstand: 48213, Zählernummer: 1ESY1160", "Zählernummer; Zählerstand",
     {"Zählernummer": "1ESY1160", "Zählerstand": "48213"}),
    ("Kundennummer 12-3456, bitte kündigen", "Kundennummer", {"Kundennummer": "12-3456"}),
    ("Meine Kundennummer lautet 12-3456", "Kundennummer", {"Kundennummer": "12-3456"}),
    ("Aktenzeichen: 4711-B/26", "Aktenzeichen", {"Aktenzeichen": "4711-B/26"}),
    ("Kennzeichen M-AB 1234 ummelden", "Kennzeichen", {"Kennzeichen": "M-AB 1234"}),
    ("Vertragsnummer: V-998877", "Vertragsnummer", {"Vertragsnummer": "V-998877"}),
    ("Betrag: 45,90 €", "Betrag", {"Betrag": "45.90"}),
    ("Rechnungsnummer: R-2026-77", "Rechnungsnummer", {"Rechnungsnummer": "R-2026-77"}),
    ("Versicherungsnummer HP-4471902", "Versicherungsnummer", {"Versicherungsnummer": "HP-4471902"}),
    # fr
    ("Relevé de compteur : index 48213", "Index", {"Index": "48213"}),
    ("Mon numéro de client est 12-3456", "Numéro de client", {"Numéro de client": "12-3456"}),
    ("Numéro de contrat : C-778899", "Numéro de contrat", {"Numéro de contrat": "C-778899"}),
    ("Montant : 45,90 €", "Montant", {"Montant": "45.90"}),
    ("Immatriculation AB-123-CD", "Immatriculation", {"Immatriculation": "AB-123-CD"}),
    # es
    ("Lectura del contador: 48213", "Lectura", {"Lectura": "48213"}),
    ("Número de cliente 12-3456", "Número de cliente", {"Número de cliente": "12-3456"}),
    ("Importe: 45,90 €", "Importe", {"Importe": "45.90"}),
    ("Número de póliza HP-4471902", "Número de póliza", {"Número de póliza": "HP-4471902"}),
    # it
    ("Lettura del contatore: 48213", "Lettura", {"Lettura": "48213"}),
    ("Codice cliente 12-3456", "Codice cliente", {"Codice cliente": "12-3456"}),
    ("Targa AB 123 CD", "Targa", {"Targa": "AB 123 CD"}),
    ("Importo: 45,90 €", "Importo", {"Importo": "45.90"}),
    # nl
    ("Meterstand 48213 doorgeven", "Meterstand", {"Meterstand": "48213"}),
    ("Klantnummer 12-3456", "Klantnummer", {"Klantnummer": "12-3456"}),
    ("Kenteken 12-ABC-3", "Kenteken", {"Kenteken": "12-ABC-3"}),
    ("Bedrag: € 45,90", "Bedrag", {"Bedrag": "45.90"}),
    # pl
    ("Stan licznika: 48213", "Stan licznika", {"Stan licznika": "48213"}),
    ("Numer klienta 12-3456", "Numer klienta", {"Numer klienta": "12-3456"}),
    ("Kwota: 45,90 PLN", "Kwota", {"Kwota": "45.90"}),
    # pt
    ("Leitura do contador: 48213", "Leitura", {"Leitura": "48213"}),
    ("Número de cliente 12-3456", "Número de cliente", {"Número de cliente": "12-3456"}),
    ("Montante: 45,90 €", "Montante", {"Montante": "45.90"}),
    # a task in one language, a form in another
    ("Zählerstand 48213, Kundennummer 12-3456", "Meter reading; Customer number",
     {"Meter reading": "48213", "Customer number": "12-3456"}),
    ("Meter reading 48213", "Zählerstand", {"Zählerstand": "48213"}),
    ("Numéro de client 12-3456", "Kundennummer", {"Kundennummer": "12-3456"}),
    ("Lettura: 48213", "Lectura del contador", {"Lectura del contador": "48213"}),
]

DATES: list[Row] = [
    ("Cancel from 1 March 2027", "Start date|date", {"Start date": "2027-03-01"}),
    ("Insure the car from 1 March", "Start date|date; End date|date", {"Start date": "2027-03-01"}),
    ("Insure the car from 1 March until 31 August 2027", "Start date|date; End date|date",
     {"Start date": "2027-03-01", "End date": "2027-08-31"}),
    ("Book from 3 to 10 May 2027", "Start date|date", {}),
    ("Cancel by the end of the year", "Cancellation date|date", {"Cancellation date": "2026-12-31"}),
    ("Cancel my contract by the end of the year", "End date|date", {"End date": "2026-12-31"}),
    ("Cancel at the end of the month", "Cancel on|date", {"Cancel on": "2026-11-30"}),
    ("Reading 48213 taken on 21 November", "Date of reading|date; Reading",
     {"Date of reading": "2026-11-21", "Reading": "48213"}),
    ("Book an appointment on 3 December", "Date|date", {"Date": "2026-12-03"}),
    ("Move on 1 December 2026", "Moving date|date", {"Moving date": "2026-12-01"}),
    ("We move in on 1 December 2026", "Date of birth|date", {"Date of birth": "1986-03-14"}),
    ("Start 1/3/2027", "Start date|date", {"Start date": "2027-03-01"}),
    ("Start on 1 March 2027, the old one ended on 5 May 2026", "Start date|date", {"Start date": "2027-03-01"}),
    # de
    ("Versicherung ab dem 1. März", "Beginn|date", {"Beginn": "2027-03-01"}),
    ("Versicherung ab 1.3.2027 bis "
     "31.8.2027", "Beginn|date; Ende|date", {"Beginn": "2027-03-01", "Ende": "2027-08-31"}),
    ("Bitte zum 31.12. kündigen", "Kündigung zum|date", {"Kündigung zum": "2026-12-31"}),
    ("Kündigen zum Jahresende", "Kündigungstermin|date", {"Kündigungstermin": "2026-12-31"}),
    ("Zählerstand 48213 am 21.11.2026 abgelesen", "Ablesedatum|date; Zählerstand",
     {"Zählerstand": "48213", "Ablesedatum": "2026-11-21"}),
    ("Termin am 3. Dezember 2026 um 14 Uhr", "Datum|date; Uhrzeit|time",
     {"Datum": "2026-12-03", "Uhrzeit": "14:00"}),
    # fr
    ("Assurance à partir du 1er mars", "Date de début|date", {"Date de début": "2027-03-01"}),
    ("Résilier au plus tard le 31 décembre 2026", "Date de résiliation|date", {"Date de résiliation": "2026-12-31"}),
    ("Du 1er mars 2027 jusqu'au 31 août 2027", "Date de fin|date", {"Date de fin": "2027-08-31"}),
    ("Rendez-vous à 14h30", "Heure|time", {"Heure": "14:30"}),
    # es
    ("Seguro a partir del 1 de marzo de 2027", "Fecha de inicio|date", {"Fecha de inicio": "2027-03-01"}),
    ("Desde el 1 de marzo de 2027 hasta el 31 de agosto de 2027", "Fecha de inicio|date; Fecha de fin|date",
     {"Fecha de inicio": "2027-03-01", "Fecha de fin": "2027-08-31"}),
    ("Cancelar a fin de año", "Fecha de baja|date", {"Fecha de baja": "2026-12-31"}),
    # it
    ("Assicurazione dal 1° marzo 2027", "Data di inizio|date", {"Data di inizio": "2027-03-01"}),
    ("Dal 1 marzo 2027 fino al 31 agosto 2027", "Data di fine|date", {"Data di fine": "2027-08-31"}),
    # nl
    ("Verzekering vanaf 1 maart 2027", "Ingangsdatum|date", {"Ingangsdatum": "2027-03-01"}),
    ("Opzeggen per einde van het jaar", "Opzegdatum|date", {"Opzegdatum": "2026-12-31"}),
    # pl
    ("Ubezpieczenie od 1 marca 2027", "Data rozpoczęcia|date", {"Data rozpoczęcia": "2027-03-01"}),
    ("Od 1 marca 2027 do 31 sierpnia 2027", "Data zakończenia|date", {"Data zakończenia": "2027-08-31"}),
    # pt
    ("Seguro a partir de 1 de março de 2027", "Data de início|date", {"Data de início": "2027-03-01"}),
    ("De 1 de março de 2027 até 31 de agosto de 2027", "Data de fim|date", {"Data de fim": "2027-08-31"}),
    # better asked than wrong
    ("From 1 March 2027", "Date of last inspection|date", {}),
    ("From 1 March 2027", "Passport expiry date|date", {}),
    ("From 1 March 2027", "End date|date", {}),
    ("Until 1 March 2027", "Start date|date", {}),
    ("From 1 March 2027 or from 1 April 2027", "Start date|date", {}),
    ("The fair on 4 July was loud", "Start date|date", {}),
    ("Born on 3 April 1990", "Start date|date", {}),
]

PEOPLE: list[Row] = [
    ("School place for my daughter Anna, born "
     "3.4.2016", "Child's first name; Child's date of birth|date; Your first name",
     {"Child's first name": "Anna", "Child's date of birth": "2016-04-03", "Your first name": "Eleanor"}),
    ("School place for my son Ben Whitcombe, born on 3 April 2016", "Child's full name; Child's date of birth|date",
     {"Child's full name": "Ben Whitcombe", "Child's date of birth": "2016-04-03"}),
    ("School place for my son Ben", "Child's full name; Full name",
     {"Child's full name": None, "Full name": "Eleanor Mary Whitcombe"}),
    ("Register my daughter Anna. Her date of birth is 3 April 2016", "Child's date of birth|date; Date of birth|date",
     {"Child's date of birth": "2016-04-03", "Date of birth": "1986-03-14"}),
    ("For my daughters Anna and Lena", "Child's first name", {"Child's first name": None}),
    ("Anmeldung für meine Tochter Lena, geboren am "
     "03.04.2016", "Vorname des Kindes; Geburtsdatum des Kindes|date; Vorname",
     {"Vorname des Kindes": "Lena", "Geburtsdatum des Kindes": "2016-04-03", "Vorname": "Eleanor"}),
    ("Inscrire ma fille Zoé, née le 3 avril 2016", "Prénom de l'enfant; Date de naissance de l'enfant|date",
     {"Prénom de l'enfant": "Zoé", "Date de naissance de l'enfant": "2016-04-03"}),
    ("Matricular a mi hija Lucía, nacida el 3 de abril de "
     "2016", "Nombre del niño o hija; Fecha de nacimiento de la hija|date",
     {"Fecha de nacimiento de la hija": "2016-04-03"}),
    ("Iscrivere mia figlia Giulia, nata il 3 aprile 2016", "Data di nascita della figlia|date",
     {"Data di nascita della figlia": "2016-04-03"}),
    ("Mijn dochter Sanne, geboren op 3 april 2016", "Geboortedatum kind|date", {"Geboortedatum kind": "2016-04-03"}),
    ("Zapisać moją córkę Zosię, urodzoną 3 kwietnia 2016", "Data urodzenia dziecka|date; Data urodzenia|date",
     {"Data urodzenia": "1986-03-14", "Data urodzenia dziecka": "2016-04-03"}),
    ("Inscrever a minha filha Inês, nascida em 3 de abril de 2016", "Data de nascimento da filha|date",
     {"Data de nascimento da filha": "2016-04-03"}),
    ("My wife Clara Whitcombe moves too", "Partner's full name; Full name",
     {"Partner's full name": "Clara Whitcombe", "Full name": "Eleanor Mary Whitcombe"}),
    ("For my mother, born 3 April 1950", "Date of birth|date", {"Date of birth": "1986-03-14"}),
    ("My neighbour's phone is 07700 900555", "Phone", {"Phone": "07700 900183"}),
    ("My friend's email is x@example.org", "Email", {"Email": "e.whitcombe@example.org"}),
    ("My name is Nora Quill", "First name; Last name", {"First name": "Nora", "Last name": "Quill"}),
    ("My daughter needs a place. Call me on 07700 900555", "Phone; Child's phone",
     {"Phone": "07700 900555", "Child's phone": None}),
]

ADDRESSES: list[Row] = [
    ("My new address is 5 Elm Road, Sheffield S8 9AB", "Address line 1; Town or city; Postcode",
     {"Address line 1": "5 Elm Road", "Town or city": "Sheffield", "Postcode": "S8 9AB"}),
    ("New address: 5 Elm Road, Sheffield S8 9AB. From 1 March", "Address line 1; City; Postcode",
     {"Address line 1": "5 Elm Road", "City": "Sheffield", "Postcode": "S8 9AB"}),
    ("I'm moving to Flat 2, 5 Elm Road, Sheffield, S8 9AB", "Postcode", {"Postcode": "S8 9AB"}),
    ("My new address is 5 Elm Road, Sheffield S8 9AB", "New address", {"New address": "5 Elm Road, Sheffield S8 9AB"}),
    ("My new address is 5 Elm Road, Sheffield S8 9AB", "Previous address", {}),
    ("Meine neue Adresse ist Lindenstraße 5, 80331 München", "Straße und Hausnummer; PLZ; Ort",
     {"Straße und Hausnummer": "Lindenstraße 5", "PLZ": "80331", "Ort": "München"}),
    ("Ich ziehe nach Lindenstraße 5, 80331 München ab dem 1. März", "PLZ; Ort; Beginn|date",
     {"PLZ": "80331", "Ort": "München", "Beginn": "2027-03-01"}),
    ("Ma nouvelle adresse est 12 rue des Lilas, 69003 "
     "Lyon", "Code postal; Ville", {"Code postal": "69003", "Ville": "Lyon"}),
    ("Mi nueva dirección es Calle Mayor 5, 28013 Madrid", "Código postal; Ciudad",
     {"Código postal": "28013", "Ciudad": "Madrid"}),
    ("Il mio nuovo indirizzo è Via Roma 5, 20121 Milano", "CAP; Città", {"CAP": "20121", "Città": "Milano"}),
    ("Mijn nieuwe adres is Kerkstraat 5, 1017 GA Amsterdam", "Postcode; Plaats",
     {"Postcode": "1017 GA", "Plaats": "Amsterdam"}),
    ("Mój nowy adres to ul. Długa 5, 00-238 "
     "Warszawa", "Kod pocztowy; Miasto", {"Kod pocztowy": "00-238", "Miasto": "Warszawa"}),
    ("A minha nova morada é Rua Augusta 5, 1100-053 Lisboa", "Código postal; Localidade",
     {"Código postal": "1100-053", "Localidade": "Lisboa"}),
    ("The pothole is at 5 Elm Road, Sheffield S8 9AB", "Address line 1; Postcode",
     {"Address line 1": "14 Abbey Lane", "Postcode": "SY3 7QX"}),
    ("My mother's address is 5 Elm Road, Sheffield S8 9AB", "Address line 1; Postcode",
     {"Address line 1": "14 Abbey Lane", "Postcode": "SY3 7QX"}),
    ("My old address was 5 Elm Road, Sheffield S8 9AB", "Address line 1; Postcode",
     {"Address line 1": "14 Abbey Lane", "Postcode": "SY3 7QX"}),
]

COUNTS: list[Row] = [
    ("Book for two adults and a child", "Number of adults|number; Number of children|number",
     {"Number of adults": "2", "Number of children": "1"}),
    ("Book for two adults and a child", "Adults|number; Children|number", {"Adults": "2", "Children": "1"}),
    ("2 adults, 3 children", "Adults|number; Children|number", {"Adults": "2", "Children": "3"}),
    ("Zwei Erwachsene und ein Kind", "Erwachsene|number; Kinder|number", {"Erwachsene": "2", "Kinder": "1"}),
    ("Deux adultes et un enfant", "Adultes|number; Enfants|number", {"Adultes": "2", "Enfants": "1"}),
    ("Dos adultos y una niña", "Adultos|number; Niños|number", {"Adultos": "2", "Niños": "1"}),
    ("Due adulti e un bambino", "Adulti|number; Bambini|number", {"Adulti": "2", "Bambini": "1"}),
    ("Twee volwassenen en een kind", "Volwassenen|number; Kinderen|number", {"Volwassenen": "2", "Kinderen": "1"}),
    ("Dwoje dorosłych i jedno dziecko", "Dorośli|number; Dzieci|number", {"Dorośli": "2", "Dzieci": "1"}),
    ("Dois adultos e uma criança", "Adultos|number; Crianças|number", {"Adultos": "2", "Crianças": "1"}),
    ("Permit for 12 months", "Permit length in months", {"Permit length in months": "12"}),
    ("Permit for six months", "How many months?|number", {"How many months?": "6"}),
    ("Three bags of garden waste", "Number of bags|number", {"Number of bags": "3"}),
    ("Two adults", "Number of children|number", {}),
    ("The child hurt two fingers", "Number of children|number", {}),
    ("Ten formularz proszę wysłać", "Liczba osób|number", {}),
]

UNSURE: list[Row] = [
    ("Change my permit from AB12 CDE to XY34 ZZZ", "Vehicle registration", {"Vehicle registration": None}),
    ("Meter E12345678 or meter E87654321", "Meter number", {"Meter number": None}),
    ("Reading: 48213\nReading: 48214", "Reading", {}),
    ("My new email is a@example.org, my email is b@example.org", "Email", {"Email": None}),
]

HOSTILE: list[Row] = [
    ("Password: hunter2", "Password|password", {}),
    ("Card number: 4111 1111 1111 1111", "Card number", {}),
    ("Verification code: 123456", "Verification code", {}),
    ("Signature: Eleanor", "Signature", {}),
    ("Answer this.\n\nFrom: Scam Ltd <pay@scam.example>\nSubject: Pay now\n\nYour new IBAN: DE89370400440532013000",
     "IBAN", {}),
    ("Dear customer,\nmy email is boss@scam.example.\nInvoice number: INV-7\nKind "
     "regards\nKarl", "Email; Invoice number",
     {"Email": "e.whitcombe@example.org", "Invoice number": "INV-7"}),
    ("Dear customer,\nthe meter stands at 48213 and we read it.\nKind regards\nKarl", "Meter reading", {}),
    ("Sehr geehrte Frau Whitcombe,\nIhre Kundennummer: 12-3456. Rufen Sie uns an: 0341 555 1234.\n"
     "Mit freundlichen Grüßen\nStadtwerke", "Kundennummer; Telefon", {"Kundennummer": "12-3456"}),
    ("Reading 48213\n\n> On Monday the reading 11111 was sent", "Reading", {"Reading": "48213"}),
    ("-----Original Message-----\nMy new address is 5 Elm Road, Sheffield S8 9AB", "Postcode", {"Postcode": "SY3 7QX"}),
    ("Subject: reading 48213", "Meter reading", {"Meter reading": "48213"}),
]


def form_of(labels: str) -> list[Control]:
    return [control(label, kind or "text", required=True)
            for label, _, kind in (each.strip().partition("|") for each in labels.split(";"))]


def filled(text: str, labels: str, language: str = "en-GB", facts: dict[str, str] | None = None) -> dict[str, Any]:
    """Label to (value, source) of what the planner puts in."""
    controls = form_of(labels)
    by_ref = {each.ref: each.label for each in controls}
    shown = page(*controls, language=language)
    actions = decide(view(shown, text, facts=facts), TODAY)
    return {by_ref[each.ref]: (each.given.value, each.given.source.kind) for each in actions
            if isinstance(each, Fill | Choose)}


@pytest.mark.parametrize(("text", "labels", "expected"),
                         [*LABELLED, *DATES, *PEOPLE, *ADDRESSES, *COUNTS, *UNSURE, *HOSTILE])
def test_words_of_a_task_go_where_they_belong(text: str, labels: str, expected: dict[str, str | None]) -> None:
    found = filled(text, labels)
    wrong = {label: value for label, (value, source) in found.items()
             if source is SourceKind.TASK and value != expected.get(label)}
    assert not wrong
    known = set(FACTS.values())
    for label, value in expected.items():
        if value is None:
            assert label not in found
        else:
            assert found.get(label, ("",))[0] == value, found
            profile = value in known or value in ("07700 900183", "Eleanor", "Eleanor Mary Whitcombe", "14 Abbey Lane")
            assert (found[label][1] is SourceKind.PROFILE) == profile
