"""What buttons of cookie walls say, in eight languages, on folded text (no accents, no punctuation)."""

from __future__ import annotations

from agent.protocol.pattern import Pattern

_OBJECTS = (
    r"(?: (?:all|everything|any|them|to|and|cookies?|plik\w*|optional\w*|additional|analytics|analytical|non|un\w*|"
    r"essential|necessary|tracking|trackers?|close|continue|tod[oa]s?|tout(?:es)?|tous|tutt[oie]|alle[sn]?|wszystkie|"
    r"wszystko|tudo|las|los|les|le|la|os|as|i|e|et|y|en|und|mnie|opcional\w*|optionn\w*|facoltativ\w*|optionele|"
    r"opcjonalne|adicion\w*|nao|no|niet|nicht|essencia\w*|esencial\w*|essentiel\w*|necesari\w*|necessari\w*|"
    r"necessaires|noodzakelijke|notwendige|analitic\w*|marketing|traceurs|continuar|continuer|continua|kontynuuj|"
    r"cerrar|fermer|chiudi|fechar|fortfahren|schliessen|doorgaan|verder))*$"
)
"""What may stand behind "reject" where cookies are meant: "reject appointment" is another thing."""

REFUSE = Pattern(
    rf"\b(?:reject|refuse|decline|deny|disagree|object){_OBJECTS}|"
    r"(?:only |strictly )?(?:necessary|essential|required)(?: cookies)?(?: only)?$|^(?:use|accept|"
    r"allow|keep|set) (?:only )?(?:necessary|essential|required).*|"
    r"^only (?:what is )?(?:necessary|essential|required)\b.*|"
    r"^continue without (?:accepting|agreeing|consent|cookies)$|^no thanks$|"
    r"^do not (?:accept|allow|consent|agree)(?: .*cookies.*)?$|"
    r"nur (?:notwendige|erforderliche|essenzielle|technisch).*|^(?:alle |alles |cookies )?ablehnen$|alle ablehnen|"
    r"^(?:optionale|nicht notwendige|alle optionalen) (?:cookies )?ablehnen$|"
    r"^(?:weiter )?ohne (?:einwilligung|zustimmung|cookies)(?: fortfahren)?$|^weiter ohne (?:annehmen|akzeptieren)$|"
    r"^(?:nur )?(?:notwendige|essenzielle) (?:cookies )?(?:akzeptieren|zulassen|erlauben)|"
    rf"tout refuser|^(?:je )?refuser?{_OBJECTS}|(?:continuer|poursuivre) sans accepter|"
    r"^(?:uniquement|seulement) les .*necessaires|^(?:cookies )?(?:strictement )?necessaires uniquement|"
    rf"^(?:rechazar|denegar){_OBJECTS}|^(?:usar |permitir |aceptar )?(?:solo|solamente|unicamente) (?:las |los |lo )?"
    r"(?:cookies )?(?:estrictamente )?(?:necesari|esencial|imprescindible|tecnic).*|^continuar sin aceptar|"
    rf"^rifiuta{_OBJECTS}|^(?:usa |accetta )?(?:solo|soltanto) (?:i |quelli )?(?:cookie )?(?:strettamente )?"
    r"(?:necessari|tecnici|essenziali).*|(?:continua|prosegui) senza accettare|^nega tutt[oi]$|"
    r"^(?:alles |alle |cookies |optionele cookies )?(?:weigeren|afwijzen)$|^(?:alleen|enkel|uitsluitend) "
    r"(?:strikt )?(?:noodzakelijk|functionele|essentiele|vereiste).*|^(?:doorgaan|verder) zonder (?:te )?accepteren|"
    rf"^(?:odrzuc|odrzucam|odmow){_OBJECTS}|^(?:zaakceptuj |akceptuj )?(?:tylko|wylacznie) (?:niezbedne|konieczne|"
    r"wymagane).*|^nie zgadzam sie$|^kontynuuj bez (?:akceptacji|zgody)|"
    rf"^(?:recusar|rejeitar){_OBJECTS}|^(?:aceitar |usar |permitir )?(?:apenas|somente|so) (?:os |as )?(?:cookies )?"
    r"(?:estritamente )?(?:necessari|essencia|obrigatori).*|^continuar sem aceitar"
)
"""Refuses all but what is necessary."""

SETTINGS = Pattern(
    r"^(?:cookie|consent|privacy|tracking)? ?(?:settings|preferences|options|choices)$|"
    r"^(?:manage|change|set|choose|customi[sz]e|adjust|edit|review|view|more|show|let me choose)"
    r"(?: my| your| the| cookie| consent| privacy)*(?: settings| preferences| options| choices| cookies| purposes)?$|"
    r"^(?:cookie ?|datenschutz ?|privatsphare ?)?(?:einstellungen|auswahl|praferenzen)(?: (?:anpassen|verwalten|offnen|"
    r"anzeigen|andern))?$|^(?:individuell\w*|weitere|mehr) (?:einstellungen|optionen|cookie einstellungen)?$|"
    r"^(?:cookies )?(?:anpassen|verwalten|konfigurieren)$|"
    r"^(?:parametrer|personnaliser|gerer|configurer|choisir)(?: (?:les|mes|vos|des|ses))?(?: (?:cookies|choix|"
    r"preferences|"
    r"options|traceurs))?$|^(?:parametres|preferences|options)(?: (?:des|de) (?:cookies|confidentialite))?$|"
    r"^(?:configurar|personalizar|gestionar|ajustar|administrar)(?: (?:las|mis|sus))?(?: (?:cookies|opciones|"
    r"preferencias))?$|^(?:configuracion|preferencias|opciones|ajustes)(?: de (?:las )?(?:cookies|privacidad))?$|"
    r"^(?:personalizza|gestisci|configura|imposta|scegli)(?: (?:i|le|le mie))?(?: (?:cookie|preferenze|opzioni|"
    r"impostazioni|scelte))?$|^(?:impostazioni|preferenze|opzioni)(?: (?:dei|sui) cookie| cookie| privacy)?$|"
    r"^(?:cookie ?)?(?:instellingen|voorkeuren)(?: (?:aanpassen|beheren|wijzigen|instellen))?$|"
    r"^(?:cookies )?(?:aanpassen|beheren|zelf instellen)$|^meer opties$|"
    r"^(?:ustawienia|preferencje|opcje)(?: (?:plikow )?(?:cookies?|prywatnosci|zaawansowane))?$|"
    r"^(?:dostosuj|zarzadzaj|zmien|skonfiguruj)(?: (?:ustawienia|cookies|preferencje|zgody|zgodami|plikami cookie))*$|"
    r"^(?:definicoes|preferencias|opcoes|configuracoes)(?: de (?:cookies|privacidade))?$|"
    r"^(?:gerir|definir|personalizar|ajustar|configurar)(?: (?:os|as|minhas))?(?: (?:cookies|preferencias|opcoes|"
    r"definicoes))?$"
)
"""Opens the choice of single purposes."""

SAVE = Pattern(
    r"^(?:save|confirm|apply|submit|accept|use|keep|allow)(?: (?:and|&) (?:close|exit|continue))?(?: (?:my|"
    r"your|these|the|"
    r"current|selected))*(?: cookie| consent| privacy)*(?: (?:settings|preferences|choices?|selection|selected|"
    r"cookies))?"
    r"(?: (?:and|&) (?:close|exit|continue))?$|"
    r"^(?:meine |aktuelle )?(?:auswahl|einstellungen|praferenzen|ausgewahlte(?: cookies)?)(?: (?:speichern|bestatigen|"
    r"ubernehmen|erlauben|zulassen|akzeptieren))(?: und (?:schliessen|fortfahren))?$|^speichern(?: und schliessen)?$|"
    r"^(?:enregistrer|confirmer|valider|sauvegarder)(?: et (?:fermer|continuer))?(?: (?:mes|les|vos|ma|"
    r"la))?(?: (?:choix|"
    r"preferences|selection|parametres))?$|"
    r"^(?:guardar|confirmar|aplicar|aceptar)(?: (?:mis|la|las|mi|los))?(?: (?:seleccion|seleccionadas|preferencias|"
    r"configuracion|opciones|ajustes|cookies seleccionadas))?(?: y (?:cerrar|salir|continuar))?$|"
    r"^(?:salva|conferma|applica|accetta)(?: (?:le|la|le mie|la mia))?(?: (?:preferenze|selezione|selezionati|scelte|"
    r"impostazioni))?(?: e (?:chiudi|continua))?$|"
    r"^(?:mijn )?(?:keuze|selectie|voorkeuren|instellingen)(?: (?:opslaan|bevestigen|bewaren|toestaan))(?: en \w+)?$|"
    r"^opslaan(?: en sluiten)?$|"
    r"^(?:zapisz|potwierdz|zatwierdz)(?: (?:moje|i zamknij))?(?: (?:ustawienia|wybor|wybrane|preferencje|moj wybor))?$|"
    r"^(?:guardar|confirmar|aplicar|gravar)(?: (?:as|a|minhas|minha))?(?: (?:selecao|preferencias|escolhas|"
    r"definicoes))?"
    r"(?: e (?:fechar|sair))?$"
)
"""Keeps what was chosen there."""

ACCEPT = Pattern(
    r"^(?:yes )?(?:i )?(?:accept|agree|allow|consent|enable)(?: (?:to )?(?:all|everything|them|analytics|"
    r"additional|the|"
    r"our|these))*(?: (?:optional )?cookies)?(?: (?:and|&|to) (?:close|continue|proceed|go on))?$|^ok(?:ay)?$|^got it$|"
    r"^i understand$|^that s fine$|"
    r"^(?:alle |alles |allen )?(?:cookies )?(?:akzeptieren|zustimmen|annehmen|erlauben|zulassen)(?: und \w+)?$|"
    r"^(?:ich )?(?:stimme zu|bin einverstanden|einverstanden|verstanden)$|"
    r"^(?:tout |j )?accept(?:er|e)(?: (?:tout|les cookies|tous les cookies))?(?: et (?:continuer|fermer))?$|"
    r"^d accord$|^tout autoriser$|"
    r"^(?:aceptar|permitir|acepto)(?: (?:tod[oa]s?|las cookies|todas las cookies|cookies))?(?: y (?:continuar|"
    r"cerrar))?$|"
    r"^de acuerdo$|^entendido$|"
    r"^(?:accetta|accetto|consenti)(?: (?:tutt[oi]|i cookie|tutti i cookie))?(?: e (?:continua|chiudi|prosegui))?$|"
    r"^ho capito$|^(?:alles |alle cookies |cookies )?(?:accepteren|toestaan|aanvaarden)(?: en \w+)?$|^akkoord$|"
    r"^(?:zaakceptuj|akceptuj|akceptuje|zgadzam sie|zezwol)(?: (?:wszystkie?|wszystko|na wszystkie?|cookies|"
    r"pliki cookie))*"
    r"(?: i (?:kontynuuj|przejdz dalej|zamknij))?$|^rozumiem$|"
    r"^(?:aceitar|aceito|permitir|concordo)(?: (?:tod[oa]s?|os cookies|cookies|todos os cookies))?"
    r"(?: e (?:continuar|fechar))?$"
)
"""Consents to all. Pressed only on the person's own yes."""

TALK = Pattern(
    r"\bcookies?\b|\btracking\b|\btrackers?\b|\btraceurs\b|\bciasteczk|\bprzetwarzan\w* danych\b|"
    r"\bconsent (?:choices|preferences)\b|\bprivacy (?:choices|preferences)\b|"
    r"\bwir (?:und unsere partner )?verarbeiten\b|"
    r"\bnos partenaires\b|\bour partners\b|\bunsere partner\b|\bnuestros socios\b|\bi nostri partner\b|"
    r"\bonze partners\b|\bnaszych? partner|\bos nossos parceiros\b"
)
"""What a page says that has such a wall."""

OPTIONAL = Pattern(
    r"analy|statist|marketing|advert|werb|publicit|publicid|pubblicit|reklam|market|performance|leistung|rendimiento|"
    r"prestazion|personali[sz]|target|social|soziale|redes|sociaux|profil|partner|vendor|audience|mesure|medicion|"
    r"misurazion|meting|pomiar|medicao|functional|funktional|fonctionnel|funcional|funzional|functione|funkcjonaln|"
    r"preferen|experience|komfort|confort|extern|third part|drittanbieter|tiers|terceros|terze parti|derden|terceiros"
)
"""Purposes that are not necessary."""
