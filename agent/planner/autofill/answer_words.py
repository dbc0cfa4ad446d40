"""What sites say when something arrived, when it went wrong, and what they call a reference number. Folded text."""

from __future__ import annotations

import re

CONFIRMED = re.compile(
    r"\bthank you\b|\bthanks for (?:your|sending|getting|contacting|letting|telling)|\b(?:we|they) (?:have|"
    r"ve) (?:received|got|booked|registered|recorded|logged)\b|"
    r"\b(?:has|have) been (?:received|submitted|sent|booked|registered|recorded|accepted|completed|renewed|"
    r"placed|confirmed|logged)\b|"
    r"\b(?:is|are|was|were) (?:now )?(?:booked|confirmed|registered|received|submitted|complete|renewed|"
    r"on its way|recorded|sent)\b|\b(?:submission|application|booking|order|request|registration|payment|"
    r"renewal|report) "
    r"(?:complete|completed|received|successful|submitted|sent|confirmed)\b|\bsuccessfully\b|"
    r"\byou have (?:successfully )?(?:submitted|registered|booked|applied|sent|renewed|reported)\b|"
    r"^confirmation$|\bbooking confirmation\b|"
    r"vielen dank|\bdanke (?:fur|dass)|(?:ist|sind|wurde|wurden|"
    r"haben wir) (?:bei uns )?(?:erfolgreich )?(?:eingegangen|ubermittelt|gesendet|abgesendet|erhalten|gebucht|"
    r"registriert|verlangert|entgegengenommen)|erfolgreich|"
    r"\bmerci\b|(?:a|ont) (?:bien )?ete (?:envoye|recu|enregistre|transmis|pris|valide)\w*|bien recu|avec succes|"
    r"\bgracias\b|(?:ha|han) sido (?:enviad|recibid|registrad|reservad)\w*|hemos recibido|correctamente|con exito|"
    r"\bgrazie\b|(?:e|sono) stat[aoei] (?:inviat|ricevut|registrat|prenotat)\w*|abbiamo ricevuto|con successo|"
    r"\bbedankt\b|\bdank (?:u|je)\b|is (?:verzonden|ontvangen|verstuurd|geregistreerd|geboekt)|"
    r"hebben .* ontvangen|met succes|gelukt|"
    r"\bdziekujemy\b|zostal\w* (?:wyslan|przyjet|zarejestrowan)\w*|otrzymalismy|pomyslnie|"
    r"\bobrigad[oa]\b|foi (?:enviad|recebid|registad|registrad|submetid)\w*|recebemos|com sucesso",
)
"""Sentences that say it arrived. They must be in a completed tense: "we will confirm" is none."""

NOT_YET = re.compile(
    r"\bwill be\b|\bwhen you\b|\bonce (?:you|your|we)\b|\bif you\b|\bbefore you\b|"
    r"\bnot (?:been|yet)\b|wird .* werden|\bsobald\b|\bwenn sie\b|\bhasn t\b|\bhaven t\b|"
    r"\bsera\b|unsuccessful|nicht erfolgreich"
)
"""Words that take such a sentence back into the future or deny it."""

ERROR = re.compile(
    r"there (?:is|was|were|are) (?:a |an |some )?(?:problem|error)|something went wrong|\berror\b|"
    r"could not be (?:sent|processed|submitted|completed|saved)|(?:please )?(?:correct|fix) the|went wrong|"
    r"try again|\bfailed\b|\binvalid\b|not valid|"
    r"session (?:has )?expired|timed out|fehler|ungultig|fehlgeschlagen|korrigieren|nicht (?:moglich|"
    r"verarbeitet)|sitzung (?:ist )?abgelaufen|erreur|invalide|a echoue|errores?\b|no valid[oa]|no se ha podido|"
    r"errore|non valid[oa]|non e stato possibile|"
    r"\bfout\b|ongeldig|mislukt|\bblad\b|nieprawidlow|nie powiodl|\berro\b|invalid[oa]|nao foi possivel",
)

REFERENCE_LABEL = re.compile(
    r"\b(?:"
    r"(?:(?:your|the|our) )?(?:(?:payment|application|booking|case|complaint|claim|request|confirmation|"
    r"reservation|order|ticket|transaction|submission|receipt|tracking|permit|appointment|service request|"
    r"incident|enquiry|registration) )?"
    r"(?:reference(?: number| no| code| id)?|ref(?: no)?|(?:confirmation|case|receipt|application|ticket|order|"
    r"booking|tracking|transaction|claim|complaint|submission|request|acknowledgement) (?:number|no|code|id))|"
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
