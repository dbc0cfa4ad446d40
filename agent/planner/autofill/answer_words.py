"""What sites say when something arrived, and what they call a reference number. Folded text."""

from __future__ import annotations

import re

ARRIVED = re.compile(
    r"\b(?:we|they) (?:have|ve) (?:now )?(?:received|got|booked|registered|recorded|logged)\b|"
    r"\b(?:has|have) been (?:received|submitted|sent|booked|registered|recorded|accepted|completed|renewed|"
    r"placed|confirmed|logged)\b|"
    r"\b(?:is|are|was|were) (?:now )?(?:booked|confirmed|registered|received|submitted|complete|renewed|"
    r"on its way|recorded|sent)\b|\b(?:submission|application|booking|order|request|registration|payment|"
    r"renewal|report|claim|complaint|appointment|reading|message|enquiry) "
    r"(?:complete|completed|received|successful|submitted|sent|confirmed|booked|recorded)\b|\bsuccessfully\b|"
    r"\byou have (?:successfully )?(?:submitted|registered|booked|applied|sent|renewed|reported)\b|"
    r"^confirmation$|\bbooking confirmation\b|"
    r"(?:ist|sind|wurde|wurden|haben) (?:\w+ ){0,4}(?:eingegangen|ubermittelt|gesendet|abgesendet|erhalten|gebucht|"
    r"registriert|verlangert|entgegengenommen|ubertragen|eingereicht)\b|erfolgreich|^eingangsbestatigung$|"
    r"(?:a|ont) (?:bien )?ete (?:bien )?(?:envoye|recu|enregistre|transmis|pris|valide)\w*|bien recu|avec succes|"
    r"(?:ha|han) sido (?:enviad|recibid|registrad|reservad)\w*|hemos recibido|correctamente|con exito|"
    r"(?:e|sono) stat[aoei] (?:inviat|ricevut|registrat|prenotat)\w*|abbiamo ricevuto|con successo|"
    r"is (?:verzonden|ontvangen|verstuurd|geregistreerd|geboekt)|hebben .* ontvangen|met succes|gelukt|"
    r"zostal\w* (?:wyslan|przyjet|zarejestrowan)\w*|otrzymalismy|pomyslnie|"
    r"foi (?:enviad|recebid|registad|registrad|submetid)\w*|recebemos|com sucesso",
)
"""Sentences that say it arrived. They must be in a completed tense: "we will confirm" is none."""

THANKS = re.compile(
    r"\bthank you\b|\bthanks\b|\bvielen dank\b|\bdanke\b|\bmerci\b|\bgracias\b|\bgrazie\b|\bbedankt\b|"
    r"\bdank (?:u|je)\b|\bdziekujemy\b|\bobrigad[oa]\b"
)
"""Gratitude: says that something arrived only as a page's heading, or beside a reference number."""

NOT_YET = re.compile(
    r"\bwill (?:be|see|get|have|receive)\b|\bto be\b|\bwhen you\b|\bonce (?:you|your|we)\b|\bif you\b|\bbefore you\b|"
    r"\bnot (?:been|yet)\b|wird .* werden|\bsobald\b|\bwenn sie\b|\bhasn t\b|\bhaven t\b|"
    r"\bsera\b|unsuccessful|nicht erfolgreich"
)
"""Words that take such a sentence back into the future or deny it."""

REFERENCE_LABEL = re.compile(
    r"\b(?:"
    r"(?:(?:your|the|our) )?(?:(?:payment|application|booking|case|complaint|claim|request|confirmation|"
    r"reservation|order|ticket|transaction|submission|receipt|tracking|permit|appointment|service request|"
    r"incident|enquiry|registration) )?"
    r"(?:reference(?: number| no| code| id)?|ref(?: no)?|(?:confirmation|case|receipt|application|ticket|order|"
    r"booking|tracking|transaction|claim|complaint|submission|request|acknowledgement|incident|report|"
    r"enquiry) (?:number|no|code|id))|"
    r"(?:vorgangs|referenz|bearbeitungs|bestell|buchungs|auftrags|ticket|eingangs|antrags|fall|"
    r"bestatigungs)(?:nummer|nr|zeichen|code|kennung)|aktenzeichen|geschaftszeichen|vorgangs ?id|referenz|"
    r"(?:numero|n|no) (?:de |d )?(?:dossier|reference|confirmation|demande|suivi|commande|reservation|ticket)|"
    r"reference (?:du dossier|de la demande|dossier)|"
    r"(?:numero|n|codigo) de (?:referencia|confirmacion|expediente|solicitud|pedido|reserva|registro|"
    r"seguimiento|incidencia|tramite)|localizador|"
    r"(?:numero|n|codice) (?:di |della )?(?:pratica|riferimento|protocollo|conferma|prenotazione|ordine|"
    r"richiesta|ticket)|"
    r"referentie(?:nummer)?|zaaknummer|kenmerk|dossiernummer|bevestigingsnummer|boekingsnummer|bestelnummer|"
    r"meldingsnummer|"
    r"(?:numer|nr) (?:sprawy|referencyjny|zgloszenia|zamowienia|wniosku|potwierdzenia|rezerwacji)|znak sprawy|"
    r"(?:numero|n|codigo) (?:de |do |da )?(?:referencia|processo|protocolo|pedido|confirmacao|reserva|"
    r"ocorrencia|solicitacao)|protocolo)\b",
)
"""What stands before a reference number, longest forms first where they overlap."""
