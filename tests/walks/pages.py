"""The frame of the walks' sites: an ordinary form in eight languages, its start page, and the page that thanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from tests.flows.flow import Flow, Group, Sent, form
from tests.flows.ground import own
from tests.flows.server import Answer, Handler, Heard, Site, redirect
from tests.sites.expected import ELEANOR


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: the person who speaks it, the task in their words, and what the site says."""

    code: str
    facts: Mapping[str, str]
    task: str
    link: str            # the service as the start page names it
    start: str           # the button on the service's own page
    title: str           # of the form
    labels: tuple[str, str, str]   # given name, family name, mail address
    next: str
    send: str
    thanks: str          # "%s" is the reference
    others: tuple[str, ...]        # what else the start page links to
    expired: tuple[str, str] = ("", "")    # a heading, and the way back to the start


def _who(given: str, family: str, mail: str, **more: str) -> dict[str, str]:
    return {"given-name": given, "family-name": family, "email": mail,
            **{name.replace("_", "-"): value for name, value in more.items()}}


EN = Tongue("en", ELEANOR, "Report a missed bin collection", "Missed bin collection", "Start now", "Tell us about it",
            ("First name", "Last name", "Email address"), "Save and continue", "Send report",
            "Thank you|Your report has been received. Your reference is %s.",
            ("Home", "Council tax", "Pay your council tax", "Log in", "Bin collection days", "News",
             "Cancel a bin subscription", "Contact us", "Privacy"),
            ("Your session has timed out", "Start again"))
DE = Tongue("de", _who("Jonas", "Brandner", "j.brandner@example.org", country="DE"), "Sperrmüll anmelden",
            "Sperrmüll anmelden", "Jetzt starten", "Ihre Angaben", ("Vorname", "Nachname", "E-Mail-Adresse"),
            "Weiter", "Absenden", "Vielen Dank|Ihre Anmeldung ist bei uns eingegangen. Vorgangsnummer: %s",
            ("Startseite", "Anmelden", "Hundesteuer bezahlen", "Abfallkalender", "Kontakt", "Impressum"),
            ("Ihre Sitzung ist abgelaufen", "Neu starten"))
FR = Tongue("fr", _who("Camille", "Renaudin", "c.renaudin@example.org", country="FR"),
            "Demander un acte de naissance", "Acte de naissance", "Commencer la démarche", "Vos coordonnées",
            ("Prénom", "Nom de famille", "Adresse e-mail"), "Étape suivante", "Envoyer ma demande",
            "Merci|Votre demande a bien été envoyée. Numéro de dossier : %s",
            ("Accueil", "Se connecter", "Acte de mariage", "Payer une amende", "Contact"),
            ("Votre session a expiré", "Recommencer"))
ES = Tongue("es", _who("Lucía", "Fontanar", "l.fontanar@example.org", country="ES"),
            "Solicitar el volante de empadronamiento", "Volante de empadronamiento", "Iniciar trámite", "Sus datos",
            ("Nombre", "Apellidos", "Correo electrónico"), "Siguiente", "Enviar solicitud",
            "Gracias|Hemos recibido su solicitud. Número de expediente: %s",
            ("Inicio", "Iniciar sesión", "Pagar multas", "Padrón: información", "Contacto"),
            ("La sesión ha caducado", "Volver a empezar"))
IT = Tongue("it", _who("Matteo", "Lorenzin", "m.lorenzin@example.org", country="IT"),
            "Iscrizione alla biblioteca comunale", "Iscrizione alla biblioteca", "Compila il modulo", "I tuoi dati",
            ("Nome", "Cognome", "Indirizzo e-mail"), "Avanti", "Invia la richiesta",
            "Grazie|La richiesta è stata inviata con successo. Numero di protocollo: %s",
            ("Home", "Accedi", "Orari della biblioteca", "Paga la TARI", "Contatti"),
            ("La sessione è scaduta", "Ricomincia"))
NL = Tongue("nl", _who("Sanne", "Verhoef", "s.verhoef@example.org", country="NL"), "Verhuizing doorgeven",
            "Verhuizing doorgeven", "Direct regelen", "Uw gegevens", ("Voornaam", "Achternaam", "E-mailadres"),
            "Volgende stap", "Verzenden", "Bedankt|Uw melding is ontvangen. Zaaknummer: %s",
            ("Home", "Inloggen", "Parkeervergunning kopen", "Verhuisbericht: uitleg", "Contact"),
            ("Uw sessie is verlopen", "Opnieuw beginnen"))
PL = Tongue("pl", _who("Zofia", "Maliszewska", "z.maliszewska@example.org", country="PL"),
            "Zgłoszenie uszkodzonej latarni", "Zgłoszenie uszkodzonej latarni", "Wypełnij formularz", "Twoje dane",
            ("Imię", "Nazwisko", "Adres e-mail"), "Dalej", "Wyślij zgłoszenie",
            "Dziękujemy|Zgłoszenie zostało przyjęte. Numer sprawy: %s",
            ("Strona główna", "Zaloguj się", "Opłać podatek", "Aktualności", "Kontakt"),
            ("Twoja sesja wygasła", "Zacznij od nowa"))
PT = Tongue("pt", _who("Inês", "Carvalhal", "i.carvalhal@example.org", country="PT"),
            "Pedido de certidão de nascimento", "Certidão de nascimento", "Iniciar pedido", "Os seus dados",
            ("Nome próprio", "Sobrenome", "Endereço de e-mail"), "Avançar", "Submeter pedido",
            "Obrigado|O seu pedido foi recebido. Número do processo: %s",
            ("Início", "Entrar", "Certidão de óbito", "Pagar taxas", "Contactos"),
            ("A sua sessão expirou", "Recomeçar"))
TONGUES = {each.code: each for each in (EN, DE, FR, ES, IT, NL, PL, PT)}

NAMES = ("given", "family", "mail")


def page(tongue: Tongue, body: str, status: int = 200, head: str = "") -> Answer:
    """A whole page in one language."""
    return Answer(f'<!doctype html><html lang="{tongue.code}"><head><meta charset="utf-8"><title>Thornmere Vale</title>'
                  f"{head}</head><body>{body}</body></html>", status)


def fields(tongue: Tongue, values: Mapping[str, str] | None = None, names: tuple[str, ...] = NAMES) -> str:
    """The three ordinary fields."""
    given = values or {}
    return "".join(
        f'<p><label for="{name}">{tongue.labels[NAMES.index(name)]}</label>'
        f'<input id="{name}" name="{name}" value="{escape(given.get(name, ""))}" required></p>' for name in names)


def form_of(tongue: Tongue, more: str = "", target: str = "", action: str = "/send") -> str:
    """The ordinary form."""
    return (f'<form id="form" action="{action}" method="post"{target}>{fields(tongue)}{more}'
            f"<button>{tongue.send}</button></form>")


def thanked(tongue: Tongue, reference: str, more: str = "") -> Answer:
    """The page that thanks."""
    heading, _, said = tongue.thanks.partition("|")
    return page(tongue, f"<main><h1>{heading}</h1><p>{said % reference}</p>{more}</main>")


def sending(tongue: Tongue, more: str = "") -> dict[str, Handler]:
    """Files what the form sends, and thanks after a redirect."""

    def filed(site: Site, request: Heard) -> Answer:
        site.state["reference"] = site.accept(request)
        return redirect("/thanks")

    return {"POST /send": filed, "GET /thanks": lambda site, _request: thanked(tongue, site.state["reference"], more)}


def form_page(tongue: Tongue, more: str = "", around: str = "", head: str = "", target: str = "") -> Handler:
    """A page with the ordinary form."""
    body = f"{around}<main><h1>{tongue.title}</h1>{form_of(tongue, more, target)}</main>"
    return lambda _site, _request: page(tongue, body, head=head)


def values_of(tongue: Tongue) -> dict[str, str]:
    """What the ordinary form must be sent."""
    return {"given": tongue.facts["given-name"], "family": tongue.facts["family-name"], "mail": tongue.facts["email"]}


def sent(tongue: Tongue, path: str = "/send", **more: str) -> tuple[Sent, ...]:
    """The one submission of the ordinary form."""
    return (form(path, **values_of(tongue), **more),)


@dataclass(frozen=True, slots=True)
class Walk:
    """A flow with the kind of obstacle that it has."""

    obstacle: str
    flow: Flow


def walk(obstacle: str, name: str, tongue: Tongue, routes: Mapping[str, Handler], start: str = "/", *,
         others: Mapping[str, Site] | None = None, **more: object) -> Walk:
    """A walk on a site of its own; the ordinary form's sending is there unless ``routes`` has another."""
    given: dict[str, object] = {"sent": sent(tongue), "facts": tongue.facts, **more}

    def made() -> Site:
        return Site({**sending(tongue), **routes}, others={name: Site(site.routes, state=dict(site.state))
                                                            for name, site in (others or {}).items()})

    return Walk(obstacle, Flow(name, Group.HABIT, given.pop("task", tongue.task),  # type: ignore[arg-type]
                               own(made, start), **given))  # type: ignore[arg-type]
