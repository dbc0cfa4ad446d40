"""What sites say when something arrived, and what they call a reference number. Folded text."""

from __future__ import annotations

from agent.protocol.pattern import Pattern

_SENT = (
    r"(?:received|submitted|sent|booked|registered|recorded|accepted|completed|confirmed|renewed|placed|logged|lodged|"
    r"filed|reported|made|updated)"
)
_ABGESCHICKT = (
    r"(?:eingegangen|ubermittelt|gesendet|abgesendet|versendet|verschickt|abgeschickt|erhalten|gebucht|registriert|"
    r"verlangert|entgegengenommen|ubertragen|eingereicht|aufgenommen|gestellt|bestatigt|angemeldet|erfasst|gemeldet)"
)
_ENVOYE = r"(?:envoye|recu|enregistre|transmis|pris|valide|confirme|depose)\w*"
_ENVIADO = r"(?:enviad|recibid|registrad|reservad|presentad|confirmad|tramitad)[oa]s?"
_INVIATO = r"(?:inviat|ricevut|registrat|prenotat|confermat|presentat|trasmess)[oaie]"
_VERZONDEN = r"(?:verzonden|ontvangen|verstuurd|geregistreerd|geboekt|bevestigd|ingediend|doorgegeven)"
_WYSLANO = r"(?:wyslan|przyjet|zarejestrowan|potwierdzon|zlozon|przekazan)\w*"
_ENVIADO_PT = r"(?:enviad|recebid|registad|registrad|submetid|confirmad|marcad)[oa]s?"

ARRIVED = Pattern(
    r"\b(?:we|they) (?:have |ve )?(?:now )?(?:received|got|booked|registered|recorded|logged)\b|"
    rf"\b(?:has|have) been (?:successfully )?{_SENT}\b|"
    rf"\b(?:is|are|was|were) (?:now |successfully )?(?:complete|on its way|{_SENT})\b|"
    r"\b(?:submission|application|booking|order|request|registration|payment|form|"
    r"renewal|report|claim|complaint|appointment|reading|message|enquiry) "
    rf"(?:complete|successful|{_SENT})\b|\bsuccessfully {_SENT}\b|\b{_SENT} successfully\b|"
    rf"\byou have (?:successfully |now )?(?:applied|{_SENT})\b|^confirmation$|\bbooking confirmation\b|"
    rf"\b(?:ist|sind|wurden?|haben) (?:\w+ ){{0,5}}{_ABGESCHICKT}\b|\berfolgreich {_ABGESCHICKT}\b|"
    r"^eingangsbestatigung$|"
    rf"\b(?:a|ont) (?:bien )?ete (?:bien )?{_ENVOYE}|\bbien (?:recu|enregistre|envoye)\w*|\b(?:est|sont) confirme\w*|"
    rf"\b(?:demande|reservation|declaration|inscription|commande) (?:bien )?{_ENVOYE}|"
    rf"\b(?:ha|han) sido {_ENVIADO}\b|\bhemos recibido\b|\bse ha {_ENVIADO}\b|\b(?:esta|estan) {_ENVIADO}\b|"
    rf"\b(?:solicitud|cita|reserva|peticion|inscripcion) {_ENVIADO}\b|\b{_ENVIADO} (?:correctamente|con exito)\b|"
    rf"\b(?:e|sono) (?:stat[aoei] )?{_INVIATO}\b|\babbiamo ricevuto\b|"
    rf"\b(?:richiesta|domanda|prenotazione|pratica) {_INVIATO}\b|\b{_INVIATO} con successo\b|"
    rf"\bis (?:met succes |goed )?{_VERZONDEN}\b|\bhebben .* ontvangen\b|\b(?:aanvraag|melding|afspraak|bestelling) "
    rf"(?:gemaakt|{_VERZONDEN})\b|"
    rf"\bzosta(?:l\w*|je) (?:pomyslnie )?{_WYSLANO}|\botrzymalismy\b|\b(?:wniosek|zgloszenie|rezerwacja|zamowienie) "
    rf"{_WYSLANO}|"
    rf"\bfo(?:i|ram) {_ENVIADO_PT}\b|\brecebemos\b|\b(?:pedido|marcacao|reserva|inscricao) {_ENVIADO_PT}\b|"
    rf"\b{_ENVIADO_PT} com sucesso\b"
)
"""Sentences that say it arrived. They must be in a completed tense: "we will confirm" is none."""

THANKS = Pattern(
    r"\bthank you\b|\bthanks\b|\bvielen dank\b|\bdanke\b|\bmerci\b|\bgracias\b|\bgrazie\b|\bbedankt\b|"
    r"\bdank (?:u|je)\b|\bdziekujemy\b|\bobrigad[oa]\b"
)
"""Gratitude: says that something arrived only beside a reference number."""

NOT_YET = Pattern(
    r"\bwill (?:be|see|get|have|receive)\b|\bto be\b|\bwhen you\b|\bonce (?:you|your|we)\b|\bif you\b|\bbefore you\b|"
    r"\bnot (?:been|yet)\b|wird .* werden|\bsobald\b|\bwenn sie\b|\bhasn t\b|\bhaven t\b|"
    r"\bsera\b|unsuccessful|nicht erfolgreich"
)
"""Words that take such a sentence back into the future or deny it."""

REFERENCE_LABEL = Pattern(
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
