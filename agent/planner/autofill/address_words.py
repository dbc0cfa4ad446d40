"""What buttons and links around an address look-up say, in eight languages, on folded text."""

from __future__ import annotations

from agent.protocol.pattern import Pattern

FINDS = Pattern(
    r"^(?:find|look ?up|search(?: for)?|get|check|fetch)(?: (?:my|your|the|an|by))*(?: (?:addresse?s?|"
    r"post ?code|zip(?: code)?))+$|"
    r"^(?:address|postcode) (?:look ?up|search|finder)$|"
    r"^(?:adresse|anschrift|plz|postleitzahl) (?:suchen|finden|ermitteln|prufen|anzeigen|abrufen)$|"
    r"^adress(?:suche|en suchen)$|"
    r"^(?:rechercher|trouver|chercher)(?: (?:l|mon|une|votre|mes))? ?(?:adresses?|code postal)$|"
    r"^(?:buscar|encontrar)(?: (?:la|mi|su|por))? ?(?:direccion(?:es)?|codigo postal|domicilio)$|"
    r"^(?:cerca|trova|ricerca)(?: (?:l|il|per))? ?(?:indirizz[oi]|cap)$|"
    r"^(?:zoek|vind)(?: (?:uw|mijn|het|op))? ?(?:adres(?:sen)?|postcode)$|^adres(?:sen)? (?:zoeken|opzoeken|ophalen)$|"
    r"^(?:znajdz|szukaj|wyszukaj)(?: po)? ?(?:adres(?:u|y)?|kod(?:u|zie)? pocztow\w+)$|"
    r"^(?:procurar|encontrar|pesquisar|localizar|buscar)(?: (?:a|o|por|minha))? ?(?:moradas?|enderecos?|"
    r"codigo postal|cep)$"
)
"""Looks addresses up by what was typed."""

BY_HAND = Pattern(
    r"\b(?:enter|type|fill in|add)(?: (?:my|your|the|an|it|in))*(?: (?:full )?address)?(?: \w+)? (?:manually|"
    r"by hand|yourself)\b|"
    r"^manual(?:ly)? (?:entry|enter\b.*|address.*)|^address manual entry$|"
    r"\b(?:can ?t|can t|cannot|could ?n t|unable to) (?:find|see) (?:my|your|the) address\b|"
    r"\b(?:my |your |the )?address (?:is |isn t |is not )?(?:not )?(?:listed|here|shown|found|in (?:the|this) list)$|"
    r"\b(?:adresse|anschrift)(?: \w+)? (?:manuell|selbst|von hand)(?: \w+)?\b|^manuelle? (?:adress)?eingabe\b|"
    r"\b(?:adresse|anschrift)(?: ist)? nicht (?:gefunden|dabei|in der liste|aufgefuhrt)|"
    r"\b(?:saisir|entrer|renseigner)\b.*\bmanuellement\b|^saisie manuelle\b|\bne trouve pas (?:mon|votre) adresse\b|"
    r"\badresse n (?:est|apparait) pas\b|\b(?:introducir|escribir|anadir)\b.*\b(?:manualmente|a mano)\b|"
    r"\bno encuentro mi (?:direccion|domicilio)\b|\b(?:direccion|domicilio) no (?:aparece|esta)\b|"
    r"\binserisci\b.*\bmanualmente\b|^inserimento manuale\b|\bnon trovo (?:il mio )?indirizzo\b|"
    r"\bindirizzo non (?:in elenco|trovato)\b|"
    r"\badres\b.*\b(?:handmatig|zelf)\b|^(?:handmatig|zelf) (?:invoeren|invullen)\b|\bmijn adres staat er niet\b|"
    r"\b(?:wpisz|wprowadz|podaj)\b.*\brecznie\b|\bnie (?:moge )?znal\w+ (?:mojego )?adresu\b|\bnie ma mojego adresu\b|"
    r"\b(?:introduzir|inserir|preencher|escrever)\b.*\bmanualmente\b|\bnao encontro a minha morada\b|"
    r"\b(?:morada|endereco) nao\b"
)
"""Shows boxes for the address instead."""

CHOICE = Pattern(
    r"\b(?:select|choose|pick|which is|is this)(?: (?:an|your|the|one|of|my|from))*(?: \w+)? address|"
    r"\badresse? (?:aus)?wahlen|"
    r"\b(?:wahlen|auswahl)\b.*\badresse\b|\b(?:choisi\w+|selectionne\w+)\b.*\badresse\b|"
    r"\b(?:seleccion\w+|elij\w+|escoj\w+)\b.*\b(?:direccion|domicilio)\b|\b(?:seleziona|scegli)\b.*\bindirizzo\b|"
    r"\b(?:kies|selecteer)\b.*\badres\b|\bwybierz\b.*\badres\b|\b(?:selecion\w+|escolh\w+)\b.*\b(?:morada|endereco)\b|"
    r"^(?:your )?addresses?(?: found)?$"
)
"""Labels of the list that comes."""
