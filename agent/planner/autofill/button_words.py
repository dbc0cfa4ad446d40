"""What buttons say, in eight languages, on folded text (no accents, no punctuation)."""

from __future__ import annotations

from agent.protocol.pattern import Pattern

SUBMIT = Pattern(
    r"^(?:go|los)$|"
    r"\b(?:send|submit|pay|buy|purchase|order|checkout|check out|confirm\w*|book|reserve|delete|remove account|"
    r"close account|cancel \w+|payment|accept|agree|sign|finish|complete|register|apply now|"
    r"subscribe|donate|transfer|publish|post|upload|file (?:my|the|your)|place|request|enrol\w*|enroll|join|"
    r"sign up|create account|report it|vote|authori[sz]e|unsubscribe|withdraw|terminate|end contract|report|"
    r"lodge|declare|renew|approve|update|save|claim)\b|"
    r"\b(?:absenden|abschicken|senden|einsenden|versenden|ubermitteln|einreichen|bestatigen|bezahlen|zahlen|"
    r"zahlungspflichtig|kaufen|bestellen|buchen|reservieren|zahlung|kasse|abschliessen|beantragen|kundigen|"
    r"loschen|akzeptieren|zustimmen|"
    r"unterschreiben|registrieren|anmelden und|verbindlich|spenden|uberweisen|fertigstellen|fertig|hochladen|"
    r"melden|abonnieren|speichern|anfordern|anfragen)\b|"
    r"\b(?:envoyer|soumettre|valider|confirmer|payer|acheter|commander|reserver|signer|terminer|transmettre|"
    r"deposer|s inscrire|accepter|supprimer|resilier|declarer|finaliser|enregistrer|demander)\b|"
    r"\b(?:enviar|pagar|comprar|confirmar|finalizar|reservar|firmar|aceptar|presentar|tramitar|inscribirse|"
    r"suscribir\w*|eliminar|borrar|remitir|solicitar|guardar|registrar(?:se)?|aceitar|submeter|concluir|assinar|"
    r"encomendar|marcar|apagar|entregar|salvar|gravar|inscrever)\b|"
    r"\b(?:invia|inviare|conferma|confermare|paga|pagare|acquista|compra|ordina|prenota|firma|accetta|completa|"
    r"iscriviti|trasmetti|inoltra|elimina|salva|richiedi|registrati)\b|"
    r"\b(?:verzenden|versturen|verstuur|indienen|bevestig\w*|betaal|betalen|kopen|bestel\w*|boeken|reserveren|"
    r"afronden|akkoord|aanvragen|ondertekenen|opzeggen|verwijderen|voltooien|opslaan|inschrijven)\b|"
    r"\b(?:wyslij|wyslac|przeslij|zloz|potwierdz|zaplac|kup|zamow|zarezerwuj|podpisz|akceptuj\w*|zakoncz|"
    r"zatwierdz|usun|zglos|zapisz)\b",
)
"""Anything that could send, buy, confirm or delete. A word here beats every NEXT word ("accept and continue")."""

_NEXT: dict[str, str] = {
    "en": r"(?:save (?:and |& )?)?(?:continue|next)|proceed|go on|next (?:step|page|question|section|arrow)|"
          r"continue to (?:the )?(?:next )?\w*(?: \w+)?|start(?: now)?|begin|get started|carry on|go to (?:the )?next "
          r"(?:step|page|question|section)|on to (?:the )?(?:next )?\w*(?: \w+)?|continue without \w+(?: \w+)?|forward|"
          r"(?:(?:save (?:and |& )?)?(?:continue|next)|proceed|forward) (?:now|step|page|section|arrow|right)|"
          r"(?:continue |next )(?:to )?step \d+(?: of \d+)?",
    "de": r"(?:speichern und )?(?:weiter|fortfahren|fortsetzen)|nachste[rs]?(?: (?:seite|schritt|frage))?|"
          r"(?:weiter )?zu[mr] nachsten (?:schritt|seite|frage)|weiter (?:zu|mit) schritt \d+|"
          r"weiter (?:zu[mr]?|mit) (?:ihren |den |der |dem )?(?:angaben|adresse|daten|kontaktdaten|anschrift|person)|"
          r"jetzt starten|starten|los geht s|beginnen|vor",
    "fr": r"(?:enregistrer et )?(?:continuer|poursuivre)|suivante?|(?:etape|page|question) suivante|commencer|demarrer|"
          r"suite|(?:continuer|passer) (?:vers|a) l etape(?: suivante| \d+)",
    "es": r"(?:guardar y )?(?:continuar|seguir)|siguiente|(?:paso|pagina|pregunta) siguiente|"
          r"siguiente (?:paso|pagina|pregunta)|comenzar|empezar|iniciar|adelante",
    "it": r"(?:salva e )?(?:continua|prosegui|procedi)|avanti|successivo|(?:passo|pagina|domanda) successiv[oa]|inizia",
    "nl": r"(?:opslaan en )?(?:verder|doorgaan|ga verder|ga door)|volgende(?: (?:stap|pagina|vraag))?|start nu|"
          r"beginnen|naar de volgende (?:stap|pagina|vraag)",
    "pl": r"(?:zapisz i )?(?:dalej|kontynuuj|przejdz dalej)|nastepn[yae](?: (?:krok|strona|pytanie))?|rozpocznij|start",
    "pt": r"(?:guardar e |salvar e )?(?:avancar|continuar|prosseguir)|seguinte|proxim[oa](?: (?:passo|etapa|pagina))?|"
          r"(?:passo|etapa|pagina) seguinte|comecar",
}
NEXT_IN = {language: Pattern(f"^(?:{words})$") for language, words in _NEXT.items()}
"""Whole texts that only go on to another page of the same form, by language."""

NEXT = Pattern("|".join(f"^(?:{words})$" for words in _NEXT.values()))
"""The same in any of the languages."""

OTHER = Pattern(
    r"\b(?:back|previous|return to|cancel|clear|reset|add another|add (?:a|an) |remove|find (?:address|"
    r"my address|postcode)|look ?up|search|close|print|help|log ?out|sign ?out|log ?in|sign ?in|change|edit|"
    r"show|hide|menu|cookies?|preferences|"
    r"reject|decline|manage|browse|choose file|select file|download|share|skip|copy|feedback|toggle|expand|"
    r"collapse|try again|find|learn more|read more|preview|calculate|save (?:for later|draft|progress)|view|"
    r"open|dismiss|no thanks|language|today|calendar|select all)\b|"
    r"\b(?:zuruck|abbrechen|leeren|zurucksetzen|hinzufugen|adresse (?:suchen|finden)|suchen?|schliessen|drucken|"
    r"hilfe|abmelden|ablehnen|einstellungen|durchsuchen|anderen|andern|bearbeiten|entfernen|zwischenspeichern|"
    r"entwurf speichern|nur notwendige|anzeigen)\b|"
    r"\b(?:retour|precedent|annuler|effacer|ajouter|rechercher|fermer|imprimer|aide|deconnexion|refuser|"
    r"parcourir|modifier|personnaliser|tout refuser)\b|"
    r"\b(?:atras|volver|anterior|cancelar|limpiar|borrar formulario|anadir|buscar|cerrar|imprimir|ayuda|"
    r"rechazar|examinar|cambiar|voltar|limpar|adicionar|pesquisar|procurar|fechar|ajuda|recusar|alterar|editar)\b|"
    r"\b(?:indietro|precedente|annulla|cancella|azzera|aggiungi|cerca|chiudi|stampa|aiuto|esci|rifiuta|sfoglia|"
    r"modifica)\b|"
    r"\b(?:terug|vorige|annuleren|wissen|toevoegen|zoeken|zoek|sluiten|afdrukken|uitloggen|weigeren|bladeren|"
    r"wijzigen|bewerken)\b|"
    r"\b(?:wstecz|powrot|anuluj|wyczysc|dodaj|szukaj|wyszukaj|zamknij|drukuj|pomoc|wyloguj|odrzuc|przegladaj|"
    r"zmien|edytuj|usun pozycje)\b",
)
"""What does not take the form forward."""
