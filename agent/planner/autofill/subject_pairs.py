"""Roles that come in pairs on a form: who gives a power and who receives it, who takes a contract over and who held it.

Patterns over folded text, one column a language. Also those who come beside the person: a second parent, a co-tenant,
somebody whose memory is honoured.
"""

from __future__ import annotations

from agent.planner.autofill.rows import either

GIVER = either(
    en=r"\bdonor(?: s)?\b(?! (?:honou?ree|card|advised|number|id))|^(?:the |details of (?:the )?)?(?:principal|grantor|"
       r"granter)(?: s)?(?: (?:details|information|data|name))?$|(?:person|account holder|customer) (?:giving|"
       r"granting) (?:\w+ )?(?:power of attorney|power|mandate)",
    de=r"vollmachtgeb\w*(?: in)?\b|\bmandant(?:in|en)?\b|vollmacht(?:er)?teilende\w*(?: person)?",
    fr=r"\bmandante?s?\b|\bdelegante?\b|personne (?:donnant|qui donne) (?:pouvoir|procuration)|"
       r"donneu\w+ de procuration",
    es=r"\bpoderdante\b|\bmandante\b|\bdelegante\b|\botorgante\b|persona que (?:otorga|delega)",
    it=r"\bdelegante\b|\bmandante\b|\bconferente\b|(?:persona|chi) (?:che )?(?:delega|conferisce)\b",
    nl=r"volmachtgever\w*|lastgever|machtiginggever|machtigende(?: persoon)?|(?:persoon|wie) (?:die )?machtigt\b",
    pl=r"mocodawc\w*|osob\w+ udzielajac\w*(?: (?:pelnomocnictwa|upowaznienia))?|"
       r"udzielajac\w* (?:pelnomocnictwa|upowaznienia)",
    pt=r"\boutorgante\b|\bmandante\b|\bconstituinte\b|\bdelegante\b|pessoa que (?:outorga|delega)",
)
"""Who gives a power of attorney, a mandate, a donation: the person who fills in the form."""

RECEIVER = either(
    en=r"^(?:the )?(?:agent|grantee|mandatary|delegate)(?: s)?(?: (?:details|information|data|name))?$|"
       r"attorney in fact|\bproxy (?:holder|name|details)",
    de=r"vollmacht(?:nehm|inhab|empfang)\w*|bevollma(?:e)?chtigt\w*",
    fr=r"\bdelegataire|porteur de la procuration|personne (?:mandatee|qui recoit (?:pouvoir|procuration))",
    es=r"\bmandatari[oa]|persona (?:apoderada|delegada)|\bapoderad[oa]",
    it=r"\bdelegat[oa]\b|\bprocurat(?:ore|rice)\b",
    nl=r"volmacht(?:hebb|nem|houd)\w*|gevolmachtigd\w*|lasthebber",
    pl=r"umocowan\w*|pelnomocni[kc]\w*",
    pt=r"\boutorgad[oa]\b|\bprocurador(?:a)?\b",
)

NEW_HOLDER = either(
    en=r"(?:new|incoming) (?:account ?|contract ?|policy ?)?(?:holder|customer|bill ?payer|subscriber)|"
       r"person taking over",
    de=r"neue[rnms]*(?: r)? (?:vertrags(?:inhab|partn|nehm)|kund|kontoinhab|anschlussinhab|abonnent|inhab)\w*|"
       r"vertragsubernehm|ubernehmende",
    fr=r"nouv(?:eau|elle)(?: elle)? (?:titulaire|abonnee?|cliente?|contractante?|souscript)|titulaire (?:entrante?|"
       r"reprenante?)|repreneur du contrat",
    es=r"nuev[oa](?: a)? (?:titular|contratante|abonad|cliente)|titular entrante",
    it=r"nuov[oa](?: a)? (?:intestatari|titolar|client|contraent|utent)|\bsubentrant|intestatari[oa] entrante",
    nl=r"nieuwe (?:contractant|klant|contract(?:ant|houder|partij|partner)|rekeninghouder|abonnee|titularis)|"
       r"overnemende",
    pl=r"now(?:y|a|ego|ej) (?:odbiorc|abonent|klient|posiadacz|stron\w umowy|uzytkownik)|przejmujac",
    pt=r"nov[oa](?: a)? (?:titular|cliente|contratante|assinante)|titular (?:entrante|que entra)",
)
"""Who takes a contract over; the form is theirs."""

HOLDS_TODAY = either(
    en=r"(?:current|present|existing|previous|outgoing) (?:account ?|contract ?|policy ?)?(?:holder|customer|"
       r"bill ?payer|subscriber)",
    de=r"(?:bisherige|aktuelle|jetzige|derzeitige|alte)[rnms]*(?: r)? (?:vertrags(?:inhab|partn|nehm)|kund|kontoinhab|"
       r"anschlussinhab|abonnent|inhab)",
    fr=r"titulaire (?:actuel|sortant|precedent)|(?:actuel|ancien|precedent)(?:ne|le)? (?:titulaire|abonne|client|"
       r"souscript)",
    es=r"titular (?:actual|anterior|saliente|cedente)|(?:actual|anterior|antigu[oa]) (?:titular|contratante|abonad|"
       r"cliente)",
    it=r"intestatari[oa] (?:attuale|uscente|precedente|cessante|cedente)|(?:attuale|precedente|vecchi[oa]) "
       r"(?:intestatari|titolar|client|contraent|utent)",
    nl=r"(?:huidige|vorige|vertrekkende|oude) (?:contractant|klant|contract(?:houder|partij|partner)|rekeninghouder|"
       r"abonnee|titularis)",
    pl=r"(?:obecn|dotychczasow|poprzedn|aktualn)\w* (?:odbiorc|abonent|klient|posiadacz|uzytkownik|stron\w umowy)",
    pt=r"titular (?:atual|actual|anterior|cessante|cedente)|(?:atual|actual|anterior|antig[oa]) (?:titular|cliente|"
       r"contratante|assinante)",
)
"""Who holds a contract that another takes over; on other forms a holder of today is the person."""

LEAVES = either(
    en=r"cancel|moving out|move out|terminat|closing (?:my|your|the) account",
    de=r"kundigung|auszug|abmeld", fr=r"resiliation|resilier|cloture|quitt", es=r"\bbaja\b|cancelacion|rescision",
    it=r"disdetta|recesso|cessazione", nl=r"opzeg|beeindig|vertrek(?!kende)", pl=r"rozwiazani|wypowiedzen|wyprowadz",
    pt=r"cancelamento|rescisao|denuncia do contrato",
)
"""Words of a form with which the one who leaves ends a contract: a new holder is then somebody else."""

BESIDE = either(
    en=r"co ?tenant|(?:second|other|additional|another|further) (?:parent|guardian|carer|legal guardian|applicant|"
       r"account ?holder)|"
       r"(?:joint|co) ?(?:applicant|account ?holder|policy ?holder|insured|purchaser|buyer)|cohabit(?:ant|ing partner)|"
       r"(?:domestic|common law|de facto) partner|housemate|room ?mate",
    de=r"(?:zweite|weitere)[rns]*(?: [rn])? (?:antragst|sorgeber|erziehungsb|eltern|vormund|bewerb|interessent|"
       r"personensorge|mieter|kontoinhab)\w*|mit ?(?:mieter|interessent|bewerber|antragst|vertragspartner|kontoinhab|"
       r"darlehensnehm|versicherungsnehm|unterzeichn)\w*|konkubinat\w*|konkubin\b|lebensgefahrt\w*",
    fr=r"(?:autre|second|seconde|deuxieme|2e|2eme) (?:parent|responsable|representante?|tuteur|tutrice|demandeu|"
       r"locataire|titulaire|conjoint)|co ?(?:locataire|candidate?|titulaire|contractante?|preneu|abonnee?|"
       r"souscript)|concubin|colocataire",
    es=r"(?:otr[oa]|segund[oa]) (?:progenitor|tutor|padre|madre|representante|solicitante|inquilin|arrendatari)|"
       r"pareja (?:de hecho|estable)|co ?(?:titular|arrendatari|inquilin|solicitante|prestatari)|"
       r"companer[oa] (?:de piso|sentimental)",
    it=r"(?:altr[oa]|second[oa]|ulteriore) (?:genitore|tutore|esercente|richiedente|intestatari|inquilin|conduttor)|"
       r"co ?(?:inquilin|conduttor|obbligat|richiedente|intestatari|contraent)|convivent\w*|unit[oa] civilmente",
    nl=r"(?:tweede|andere|extra|2e) (?:ouder|verzorger|voogd|aanvrager|huurder|rekeninghouder)|mede ?(?:huurder|"
       r"aanvrager|verzekerde|rekeninghouder|contractant|kandidaat)|huisgenoot|samenwonende partner|levensgezel",
    pl=r"(?:drug|inn|dodatkow|kolejn)\w+ (?:rodzic|opiekun|wnioskodawc|najemc)|konku(?:bent|bin)\w*|"
       r"wspol(?:najemc|lokator|wnioskodawc|posiadacz|kredytobiorc|mieszkan)\w*|partner\w* zyciow",
    pt=r"(?:outr[oa]|segund[oa]) (?:progenitor|encarregad|tutor|responsavel|requerente|inquilin|arrendatari)|"
       r"unid[oa] de facto|companheir[oa]|co ?(?:titular|inquilin|arrendatari|requerente|mutuari|proponente)|"
       r"colega de (?:casa|quarto)",
)
"""Partners, co-tenants, second parents: somebody beside the person on the same form."""

REMEMBERED = either(
    en=r"in (?:loving )?(?:memory|honou?r|tribute|remembrance|celebration) (?:of|to)|tribute (?:gift|to|details)|"
       r"honou?ree|tribute|dedicat(?:e|ed) (?:this |my |your )?(?:gift|donation)? ?to",
    de=r"im? (?:geden|anden)ken (?:an|von)|zum (?:geden|anden)ken|zu ehren|kranzspende|anlassspende|gedenkspende",
    fr=r"(?:a la|en) memoire|en l honneur|en hommage|rendre hommage",
    es=r"en (?:memoria|honor|homenaje|recuerdo)\b",
    it=r"in (?:memoria|ricordo|onore)\b",
    nl=r"ter (?:nagedachtenis|ere|herinnering)|in memoriam|nagedachtenis",
    pl=r"pamieci\b|ku czci|na czesc|dla uczczenia|upamietni",
    pt=r"em (?:memoria|honra|homenagem|honor)\b",
)
"""Whom a gift remembers or honours."""

FURTHER = either(
    en=r"^(?:second|other|another|additional|alternative|alternate|further) contact(?: person)?(?: details)?$|"
       r"(?:second|additional|another|other|further) (?:user|authori[sz]ed user|cardholder|card holder)|"
       r"add (?:someone|somebody|a person|another person)",
    de=r"^(?:zweite|weitere|andere)[rns]*(?: [rn])? (?:kontakt|ansprech|bezugs)(?:person|partner)\w*(?: in)?$|"
       r"weitere[rn]?(?: r)? (?:nutzer|karteninhaber|kontakt$)",
    fr=r"^(?:autre|second|deuxieme) contact$|^autre personne a (?:contacter|joindre)|ajouter une personne",
    es=r"^(?:otr[oa]|segund[oa]) (?:contacto|persona de contacto)$|anadir (?:a )?(?:otra|una) persona",
    it=r"^(?:altro|secondo|ulteriore) (?:contatto|referente)$|aggiungi (?:un altra )?persona",
    nl=r"^(?:tweede|andere|extra) contact(?:persoon)?$|(?:extra|tweede) (?:gebruiker|kaarthouder)|persoon toevoegen",
    pl=r"^(?:drug|inn|dodatkow)\w+ (?:osob\w+ (?:do kontaktu|kontaktow\w+)|kontakt)$|dodaj osobe",
    pt=r"^(?:outr[oa]|segund[oa]) (?:contact?o|pessoa de contact?o)$|adicionar (?:outra |uma )?pessoa",
)
"""A further contact or user whose relation nothing says."""

SALE_TOLD = either(
    en=r"(?:notice|notification|declaration) of (?:the )?(?:sale|disposal|transfer)\b|(?:notify|tell|report).* "
       r"(?:sale|sold) (?:of )?|sold (?:your|a|my) (?:vehicle|car)",
    de=r"(?:verkaufs|verausserungs)(?:anzeige|mitteilung|meldung)|(?:anzeige|meldung|mitteilung) (?:des |uber den |"
       r"einer )?(?:verkauf|verausserung)",
    fr=r"declaration de (?:cession|vente)|(?:notification|avis) de (?:vente|cession)",
    es=r"(?:notificacion|comunicacion|aviso|declaracion) de (?:la )?(?:venta|enajenacion)",
    it=r"(?:comunicazione|notifica|dichiarazione) di (?:vendita|cessione)",
    nl=r"(?:verkoop(?:melding|verklaring)|melding (?:van )?(?:de )?verkoop|vrijwarings?(?:bewijs|melding))",
    pl=r"(?:zawiadomienie|zgloszenie|powiadomienie) o (?:zbyciu|sprzedazy)|zgloszenie (?:zbycia|sprzedazy)",
    pt=r"(?:comunicacao|notificacao|declaracao) de venda",
)
"""Titles of a form with which the one who sells tells of it."""
SELLER = either(
    en=r"\bseller\b|\bvendor\b|\btransferor\b|previous keeper", de=r"verkaufer|verausserer", fr=r"\bvendeu[rs]|cedant",
    es=r"vendedor|transmitente|\bcedente", it=r"venditor|\bcedente|alienante", nl=r"verkoper|overdrager",
    pl=r"sprzedaj|sprzedawc|zbywc", pt=r"vendedor|transmitente|\bcedente|alienante",
)
BUYER = either(
    en=r"\bbuyer|purchaser|new (?:keeper|owner)|transferee", de=r"(?:^|\b)kaufer|erwerber|neue\w* (?:halter|eigent)",
    fr=r"acquereur|acheteu|cessionnaire", es=r"comprador|adquirente|cesionari", it=r"acquirent|compratore|cessionari",
    nl=r"(?<!ver)koper|nieuwe eigenaar", pl=r"kupuj|nabywc", pt=r"comprador|adquirente|cessionari",
)

PLAINTIFF = either(
    en=r"\bplaintiff(?: s)?\b|\bpetitioner(?: s)?\b", de=r"\bklager(?: in|in)?\b|klagende partei",
    fr=r"\bdemandeur\b|\bdemanderesse\b|partie demanderesse", es=r"\b(?:parte )?(?:demandante|actora)\b",
    it=r"\battore\b|\battrice\b|\bricorrente\b", nl=r"\beiser(?:es)?\b|eisende partij|verzoeker",
    pl=r"strona powodowa|^(?:dane )?powod(?:a|ka|ki)$", pt=r"^(?:dados d[oa] )?(?:autor|demandante)a?$",
)
"""Who brings a claim to a court: the person who fills in the form."""
SUED = either(
    en=r"\bdefendant", de=r"\bbeklagte[rn]?\b|antragsgegner", fr=r"\bdefendeur|\bdefenderesse",
    es=r"\bdemandad[oa]", it=r"\bconvenut[oa]\b|\bresistente\b", nl=r"\bgedaagde|verweerder", pl=r"\bpozwan",
    pt=r"^(?:dados do )?reu$|^dados da re$|\bdemandad[oa]",
)

DROVE = either(
    en=r"(?:person|someone) (?:who was |that was )?driving|driver at the time|who was driving",
    de=r"(?:fahrzeug)?fuhrer(?: in)? (?:zur tatzeit|zum tatzeitpunkt)|person die (?:das fahrzeug )?(?:gefahren|"
       r"gefuhrt)",
    fr=r"personne qui conduisait|conducteur (?:au moment|lors) (?:des faits|de l infraction)",
    es=r"persona que conducia|conductor en el momento",
    it=r"persona (?:che era )?alla guida|conducente al momento",
    nl=r"persoon die reed|bestuurder (?:op het moment|ten tijde)",
    pl=r"osob\w+ (?:ktora )?(?:kierowala|prowadzila)|kierujac\w* w chwili",
    pt=r"pessoa que conduzia|condutor no momento",
)
"""Whom somebody names as the driver of their vehicle."""

PORTED = either(
    en=r"(?:numbers? (?:you (?:want|wish|would like) )?to (?:keep|port|transfer)|(?:keep|port|"
       r"transfer) (?:your |my |the |"
       r"this )?(?:\w+ )?number)",
    de=r"rufnummern? (?:mitnehmen|mitnahme|behalten|portier)\w*|rufnummern(?:mitnahme|portierung)|(?:zu portierende|"
       r"mitzunehmende) (?:ruf|telefon)nummer",
    fr=r"numero (?:de telephone )?(?:fixe |mobile )?a (?:conserver|porter|transferer)|(?:conserver|garder|porter) "
       r"(?:mon|votre|le) numero",
    es=r"(?:numero|telefono|linea) (?:fijo |movil )?a (?:portar|conservar|mantener)|(?:conservar|portar|"
       r"mantener) (?:mi |su |"
       r"el )?numero",
    it=r"numero (?:di telefono )?(?:fisso |mobile )?da (?:portare|mantenere|trasferire|conservare)|(?:mantenere|"
       r"portare) "
       r"(?:il )?(?:mio |suo )?numero",
    nl=r"(?:telefoon)?nummer (?:behouden|meenemen|overzetten)|nummerbehoud|(?:te behouden|"
       r"mee te nemen) (?:telefoon)?nummer",
    pl=r"numer\w* (?:telefonu )?do (?:przeniesienia|zachowania)|(?:przeniesienie|zachowanie) numeru|przenoszony numer",
    pt=r"numero (?:de telefone |fixo |movel )?a (?:portar|manter|conservar)|(?:manter|portar|conservar) (?:o )?(?:meu |"
       r"seu )?numero",
)
"""A telephone number that the person takes along from one provider to another."""

WITH_THEM = either(
    en=r"(?:customer|account|contract|client|reference|supply) (?:number|no|nr)\b.*\b(?:with|at) ",
    de=r"(?:kunden|vertrags|konto)(?: ?konto)?(?: ?nummer|nr)\b.*\b(?:bei|beim)\b",
    fr=r"(?:numero|reference) (?:de |du )?(?:client|contrat|compte)\b.*\b(?:chez|aupres)\b",
    es=r"numero (?:de )?(?:cliente|contrato|cuenta)\b.*\b(?:con|en) (?:su|la|el|tu)\b",
    it=r"(?:numero|codice) (?:di )?(?:cliente|contratto)\b.*\b(?:presso|con)\b",
    nl=r"(?:klant|contract)nummer\b.*\b(?:bij)\b",
    pl=r"(?:nr|numer) (?:klienta|umowy)\b.*\bu\b",
    pt=r"numero (?:de )?(?:cliente|contrato)\b.*\b(?:junto|na|no|com)\b",
)
"""The person's own number with a company that the label names."""
