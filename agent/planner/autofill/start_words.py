"""What links and buttons say on the way to a form, in eight languages, on folded text (no accents, no punctuation)."""

from __future__ import annotations

from agent.protocol.pattern import Pattern

START = Pattern(
    r"^(?:(?:start|begin|apply|continue|report|register|book|claim|request|order|renew)(?: (?:it|them|this))?"
    r"(?: (?:now|online|here|today))?|get started|"
    r"(?:start|begin|continue|go|open|fill (?:in|out)|complete|use)(?: to| with)? (?:the|your|our|a|an|this|my)?"
    r" ?(?:new |online )?(?:form|application|request|report|claim|service|booking|registration)(?: now| online)?|"
    r"(?:apply|report|register|book) online(?: now)?|online (?:form|application|service)|"
    r"jetzt (?:starten|beantragen|ausfullen|anmelden|melden|online \w+|loslegen|beginnen|buchen)|los geht s|"
    r"(?:online|direkt) (?:beantragen|melden|anmelden|ausfullen|starten|buchen)|"
    r"(?:zum|zur|online) ?(?:online ?)?(?:formular|antrag|dienst|anmeldung|meldung|service)|"
    r"(?:formular|antrag|vorgang|online ?dienst) (?:offnen|ausfullen|starten|stellen)|"
    r"(?:commencer|demarrer|acceder|debuter|effectuer|faire)(?: (?:la|le|l|ma|a|au|a la|une|votre))? ?"
    r"(?:demarche|demande|formulaire|service|teleservice|declaration|inscription)?(?: en ligne)?|"
    r"(?:formulaire|demande|demarche|service) en ligne|remplir (?:le|ce|un) formulaire|je commence|"
    r"(?:iniciar|comenzar|empezar|acceder al?|rellenar|cumplimentar|tramitar|abrir)(?: (?:el|la|su|un|una))? ?"
    r"(?:tramite|tramitacion|solicitud|formulario|servicio|online|en linea)?(?: (?:online|en linea|ahora))?|"
    r"(?:tramitacion|solicitud|formulario|tramite) (?:online|en linea|electronic[oa])|solicitar online|"
    r"(?:inizia|avvia|compila|vai al|accedi al|apri|invia)(?: (?:il|la|l|ora|una))? ?"
    r"(?:modulo|domanda|richiesta|pratica|servizio|procedura|ora)?(?: online)?|"
    r"(?:modulo|servizio|domanda|richiesta) online|"
    r"(?:start|begin|naar|vul|open|ga naar)(?: (?:de|het|uw))? ?"
    r"(?:aanvraag|formulier|melding|nu|dienst)?(?: (?:nu|in|invullen))?|"
    r"(?:direct|online|nu) (?:regelen|aanvragen|melden|aangeven|doorgeven|invullen)|aanvragen|melden|"
    r"formulier (?:invullen|openen)|regel het (?:nu|direct|online)|"
    r"(?:rozpocznij|wypelnij|przejdz do|zloz|otworz|zacznij)(?: (?:online|teraz))? ?"
    r"(?:formularza?|wniosek|wniosku|uslugi?|sprawe|zgloszenie)?(?: (?:online|teraz))?|"
    r"zalatw (?:sprawe|online)(?: online)?|(?:formularz|wniosek) (?:online|elektroniczny)|"
    r"(?:iniciar|comecar|aceder ao|preencher|abrir|realizar)(?: (?:o|a|um|novo|nova))? ?"
    r"(?:pedido|formulario|servico|requerimento|processo|online)?(?: online)?|"
    r"(?:formulario|pedido|servico) (?:online|eletronico)|pedir online)$"
)
"""Whole texts that lead into a form."""

_MENU = Pattern(
    r"^(?:home(?: page)?|back|skip|menu|contact(?: us)?|about(?: us)?|privacy(?: policy| notice)?|cookies?|terms"
    r"(?: and conditions| of use)?|accessibility(?: statement)?|help|faqs?|news|sitemap|search|"
    r"startseite|zuruck|impressum|datenschutz\w*|kontakt|hilfe|barrierefreiheit|aktuelles|suche|"
    r"accueil|retour|mentions legales|confidentialite|aide|plan du site|actualites|contact|"
    r"inicio|volver|aviso legal|privacidad|contacto|ayuda|mapa web|noticias|"
    r"indietro|note legali|contatti|aiuto|notizie|mappa del sito|"
    r"terug|privacyverklaring|over ons|nieuws|hulp|toegankelijkheid|"
    r"strona glowna|wstecz|polityka prywatnosci|pomoc|aktualnosci|mapa strony|o nas|"
    r"voltar|politica de privacidade|contactos|ajuda|mapa do site|ligacoes uteis)$|"
    r"cookie|privacy|skip to|zum inhalt|aller au contenu|facebook|twitter|linkedin|instagram|youtube|whatsapp|"
    r"\b(?:english|deutsch|francais|espanol|italiano|nederlands|polski|portugues|cymraeg)$|"
    r"subscribe|newsletter|unsubscribe|\bpdf\b|^print\b|drucken|imprimer|log ?out|sign ?out|abmelden$|deconnexion"
)
_LOGIN = Pattern(
    r"\b(?:log ?in|sign ?in|log ?on|sign ?up for an account|create an account|my account|einloggen|login|mein konto|"
    r"kundenkonto|burgerkonto|se connecter|connexion|connectez vous|mon compte|espace (?:client|personnel)|"
    r"creer un compte|iniciar sesion|mi cuenta|area (?:personal|de clientes?|cliente)|area riservata|accedi con|"
    r"inloggen|aanmelden|mijn account|mijn omgeving|zaloguj|logowanie|moje konto|iniciar sessao|"
    r"a minha conta|area (?:reservada|pessoal))\b|^(?:anmelden|registrieren|acceder|accedi|entrar|konto|account|"
    r"register|registrarse|iscriviti|zarejestruj(?: sie)?|registar)$"
)
_BUYS_OR_ENDS = (
    r"buy|pay|payment|checkout|basket|cart|order|purchase|donate|delete|remove|cancel|close account|terminate|withdraw",
    r"kaufen|bezahl\w*|zahl\w*|warenkorb|bestell\w*|spenden?|loschen?|kundig\w*|stornier\w*|abbestell\w*|widerruf\w*",
    r"acheter|payer|paiement|panier|commander|don|supprimer|annuler|resilier",
    r"comprar|pagar|pago|carrito|cesta|pedir ahora|donar|eliminar|borrar|cancelar|anular|dar(?:se)? de baja",
    r"compra|acquista|paga|pagare|pagamento|carrello|ordina|dona|elimina|cancella|annulla|disdici|disdetta",
    r"koop|kopen|betaal|betalen|betaling|winkelwagen|bestel\w*|doneer|doneren|verwijder\w*|annuleer|annuleren|"
    r"opzeggen|opheffen",
    r"kup|kupuj|zaplac|oplac|platnosc|koszyk|zamow|przekaz darowizne|usun|anuluj|zrezygnuj|wypowiedz",
    r"pagamento|carrinho|encomendar|doar|apagar|anular|rescindir",
)
_RISKY = Pattern(rf"\b(?:{'|'.join(_BUYS_OR_ENDS)})\b")
_AT_ONCE = Pattern(
    r"\b(?:buy now|order now|pay now|add to (?:basket|cart|bag)|checkout|jetzt kaufen|in den warenkorb|"
    r"zahlungspflichtig|acheter maintenant|ajouter au panier|comprar ahora|anadir al carrito|acquista ora|"
    r"aggiungi al carrello|nu kopen|in winkelwagen|kup teraz|do koszyka|comprar agora|delete (?:my )?account)\b"
)
_TELLS = Pattern(
    r"\b(?:how (?:we|to|it)|what (?:is|are|to|you)|about|guidance|guide|information|find out|learn|read more|faq|"
    r"help with|who can|eligib\w*|contact|statistics|news|terms|days|dates|opening|"
    r"informationen|hinweise|hilfe|merkblatt|wissenswert\w*|kalender|offnungszeiten|aktuelles|"
    r"informations?|comment|en savoir|guide|horaires|aide|mentions|"
    r"informacion|como|guia|horarios|ayuda|requisitos|informazioni|come|guida|orari|aiuto|requisiti|"
    r"uitleg|informatie|hoe|openingstijden|voorwaarden|informacje|jak|poradnik|godziny|"
    r"informacoes|horario|ajuda)\b"
)


def is_menu(said: str) -> bool:
    """Whether folded words only belong to a site's frame: home, imprint, languages, social networks."""
    return bool(_MENU.search(said))


def is_login(said: str) -> bool:
    """Whether folded words lead to signing in or to an account."""
    return bool(_LOGIN.search(said))


def is_risky(said: str, task: str) -> bool:
    """Whether folded words buy, pay, delete or end something that the (folded) task does not name itself."""
    if _AT_ONCE.search(said):
        return True
    return any(found.group() not in task for found in _RISKY.finditer(said))


def only_tells(said: str) -> bool:
    """Whether folded words promise something to read rather than to do."""
    return bool(_TELLS.search(said))
