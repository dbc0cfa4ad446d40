"""Whose facts are asked for, said in other ways than by naming a person; and the rarer roles of official forms."""

from __future__ import annotations

from agent.planner.autofill.rows import either

OUTGOING = either(
    en=r"(?:outgoing|departing|leaving|previous|former|current) (?:account holder|customer|tenant|occupant|occupier|"
       r"holder|keeper)",
    de=r"(?:bisherige|vorherige|fruhere|alte|ausziehende)[rn]? (?:vertrags\w+|kunde\w*|mieter\w*|inhaber\w*|halter\w*|"
       r"eigentumer\w*|bewohner\w*|nutzer\w*)",
    fr=r"(?:occupante?|locataire|titulaire|cliente?|proprietaire) (?:sortante?|partante?|precedente?|cedante?)",
    es=r"(?:titular|inquilin[oa]|cliente|ocupante|propietari[oa]) (?:salientes?|anterior|cedente|previ[oa])",
    it=r"(?:intestatari[oa]|inquilin[oa]|occupante|titolare|cliente|conduttore|proprietari[oa]) (?:uscente|precedente|"
       r"cedente|cessante)|(?:precedente|vecchi[oa]) (?:intestatari|inquilin|occupante|titolare|cliente|proprietari)|"
       r"\bera l intestatari",
    nl=r"(?:vertrekkende|vorige|oude) (?:bewoner|huurder|klant|contractant|eigenaar|gebruiker)",
    pl=r"(?:dotychczasow|poprzedn|ustepujac|wyprowadzajac)\w* (?:sie )?(?:wlascicie|najemc|odbiorc|abonent|lokator|"
       r"klient|"
       r"posiadacz|uzytkownik)",
    pt=r"(?:titular|inquilin[oa]|ocupante|cliente|proprietari[oa]) (?:cessante|anterior|cedente|sainte)",
)
"""Who held the contract or lived there before; also the same person where the form itself says so."""
NOT_THE_ONE = either(
    en=r"if (?:it is |they are )?(?:not|other than) (?:the )?(?:policy ?holder|applicant|insured|owner|account ?holder|"
       r"customer|claimant|same)",
    de=r"(?:falls|wenn|sofern) (?:nicht|ein anderer als|nicht identisch mit) (?:dem |der |die )?(?:versicherungsn|"
       r"antragst|halter|kontoin|kunde|eigent|anmeld)|nicht identisch",
    fr=r"si (?:ce n est pas|autre que|different\w* d\w*) (?:l |le |la |u )?(?:assure|titulaire|demandeur|souscripteur|"
       r"proprietaire|declarant)|autre que (?:l |le )(?:assure|titulaire|demandeur|souscripteur)",
    es=r"si no es (?:el |la |usted)?(?:titular|asegurad|solicitante|tomador|propietari)?|distint[oa] del? (?:titular|"
       r"asegurad|solicitante|tomador|propietari)",
    it=r"se non (?:e|coincide) |divers[oa] da(?:l|ll)? ?(?:intestatari|contraente|richiedente|assicurat|proprietari)",
    nl=r"(?:indien|als) (?:niet|anders dan|dit niet) (?:de |dit )?(?:aanvrager|verzekeringn|verzekerde|eigenaar|houder|"
       r"uzelf)|anders dan (?:de )?(?:aanvrager|verzekeringn|verzekerde|eigenaar)",
    pl=r"(?:jesli|jezeli|o ile) nie jest|inn[aey]\w* niz (?:wnioskodawc|wlascicie|ubezpiecz|zglaszaj)",
    pt=r"se nao for (?:o |a )?(?:segurad|titular|requerente|proprietari|tomador|propri)|diferente d[oa] (?:segurad|"
       r"titular|requerente|tomador)",
)
FOR_WHOM = either(
    en=r"person (?:for|on) whom|person (?:the|this) (?:form|application|claim|benefit) is for",
    de=r"person fur die|fur wen|person um die es geht",
    fr=r"personne (?:pour (?:qui|laquelle)|au nom de (?:qui|laquelle))",
    es=r"persona (?:para|por) (?:quien|la que|la cual)",
    it=r"persona per (?:cui|la quale)",
    nl=r"persoon voor wie|voor wie u",
    pl=r"osob\w* (?:dla|na rzecz) ktorej",
    pt=r"pessoa para (?:quem|a qual)",
)
"""Somebody for whom another fills in the form."""
ROLE = either(
    en=r"^proxy$|power of attorney|\bguarantor|\bco ?owner|joint owner|\bheirs?\b|next friend|key ?holder|"
       r"(?:treating|attending) (?:doctor|physician)|^(?:the )?(?:vet|doctor|consultant|specialist|midwife|"
       r"pharmacist)$|"
       r"\bvet (?:practice|surgery|details)|(?:tax|financial|legal|debt) advis[eo]r|tax agent|\bbookkeeper|"
       r"person (?:you (?:care|look after)|(?:being )?cared|receiving care|in your care)|\bcaretaker|social worker|"
       r"\bsponsor\b|\binviting|previous (?:keeper|holder)|\bassignee|\btransferee|\btransferor",
    de=r"vollmacht(?:nehm|inhab)|empfangsvollm|\bburge[n]?\b|miteigentum|mitbesitz|\berbe[n]?\b|\berbin|erbengemein|"
       r"(?:behandelnde|uberweisende|verordnende)\w* arzt|facharzt|hebamme|pflegedienst|apotheke|"
       r"steuerliche beratung|(?:steuer|rechts|schuldner|finanz)berat|sozialarbeit|hausmeister|hauswart|einladende|"
       r"pflegeperson|zu betreuende|betreute person",
    fr=r"^representante?$|fondee? de pouvoir|\bgarante?$|\bcautions? solidaire|se porte caution|coproprietaire|"
       r"co ?indivisaire|\bheritiere?s?\b|(?:medecin|docteur) (?:prescripteur|specialiste|referent)|"
       r"sage femme|"
       r"pharmacien|expert comptable|\bcomptable\b|conseill?er? (?:fiscal|juridique)|assistante? sociale?|"
       r"personne (?:aidee|dependante|accompagnee|a charge)|\bgardien(?:ne)?\b|\binvitant|gestionnaire de fortune|"
       r"representation fiscale|fiduciaire",
    es=r"apoderad[oa]|copropietari|\bhereder[oa]s?\b|\bgarante\b|medic[oa] (?:tratante|especialista|prescriptor)|"
       r"matrona|farmaceutic|asesor(?:a|ia)? (?:fiscal|legal|juridic)|\bgestor(?:ia)?\b|"
       r"\bcontable\b|"
       r"trabajador[a]? social|persona (?:dependiente|cuidada|asistida|a (?:su )?cargo)|\bconserje|\bportero\b|"
       r"invitante|"
       r"persona que invita|presentador",
    it=r"^rappresentante$|procuratore|comproprietari|\bered[ei]\b|(?:medico|dottore) (?:specialista|prescrittore|"
       r"inviante)|"
       r"ostetric|farmacist|commercialista|consulente|intermediario|ragionier|assistente sociale|"
       r"persona (?:assistita|accudita|a carico)|custode|persona che invita|sostituto d imposta",
    nl=r"volmacht(?:hebb|nem|houd)|"
       r"(?<!uw )vertegenwoordiger|\bborg(?:steller)?\b|mede ?eigenaar|erfgena|(?:behandelend|"
       r"verwijzend)\w* arts|"
       r"specialist|verloskundige|apotheek|belastingadviseur|boekhouder|accountant|fiscalist|"
       r"zorgbehoevende|hulpbehoevende|zorgontvanger|persoon (?:waarvoor|die) u (?:zorgt|verzorgt)|beheerder|syndicus|"
       r"huismeester|referent\b|uitnodigende",
    pl=r"^przedstawiciel\w*$|uposazon|poreczyciel|zyrant|wspolwlasciciel|spadkobierc|lekarz\w* (?:prowadzac|kieruj|"
       r"specjalist)|polozna|aptek|doradc\w* (?:podatkow|prawn|finansow)|biuro rachunkowe|ksiegow|"
       r"pracownik socjaln|"
       r"osob\w+ (?:wymagajac|pod opieka|zalezn|niesamodzieln)|pozostal\w* (?:domown|czlonk)|domownicy|zarzadc|"
       r"dozorc|osob\w+ zapraszajac",
    pt=r"coproprietari|herdeir|medic[oa] (?:assistente|especialista|prescritor)|parteira|"
       r"farmaceutic|"
       r"contabilista|contador certificado|(?:consultor|assessor)(?:a|ia)? (?:fiscal|juridic)|solicitador|"
       r"assistente social|"
       r"pessoa (?:cuidada|dependente|assistida|a cargo)|administracao d[oe] condominio|porteiro|pessoa que convida",
)
"""Further people and offices with details of their own on official forms."""

IS_YOU = either(
    en=r"^about you\b|^your (?:own )?(?:details|information|data|particulars)\b|(?:this|that) is you\b|\b(?:\d|parent|"
       r"carer|"
       r"guardian|applicant|tenant|driver|holder|person|owner|member) you$",
    de=r"^(?:angaben )?(?:zu|uber) (?:ihnen|ihrer person)\b|^ihre (?:eigenen )?(?:daten|angaben)\b|das sind sie\b|"
       r"\b(?:\d|in|person|elternteil|antragsteller|mieter|halter|inhaber) (?:sie|ich)(?: selbst)?$",
    fr=r"\bc est vous\b|^vos (?:coordonnees|informations|donnees)\b|\b(?:\d|parent|demandeur|legal|titulaire|"
       r"locataire) (?:vous|moi)(?: meme)?$",
    es=r"^(?:sus|tus|mis) datos\b|\b(?:es|eres) (?:usted|tu)\b|\b(?:\d|progenitor|tutor|solicitante|titular|"
       r"inquilino) (?:usted|tu|yo)$",
    it=r"^i (?:tuoi|suoi|miei) dati\b|\b(?:sei tu|e lei)\b(?! che)|\b(?:\d|genitore|richiedente|intestatario) (?:tu|"
       r"lei|"
       r"io)$",
    nl=r"^(?:uw|jouw) (?:eigen )?gegevens\b|\b(?:dit|dat) (?:bent|ben) (?:u|jij|je)\b|\b(?:\d|ouder|verzorger|"
       r"aanvrager|"
       r"huurder) (?:u|jij|uzelf)(?: zelf)?$",
    pl=r"^(?:twoje|panstwa|pana pani|moje) dane\b|\bto (?:ty|pani?|panstwo)\b|\b(?:\d|rodzic|opiekun|"
       r"wnioskodawca) (?:ty|"
       r"pani?|ja)$",
    pt=r"^(?:os )?(?:seus|teus|meus) dados\b|\b(?:e|es) (?:voce|tu)\b(?! que)|\b(?:\d|encarregado|responsavel|"
       r"requerente|"
       r"titular) (?:voce|eu|o proprio)$",
)
"""Words that say outright that a part of the form, or a column of it, is about the person who fills it in."""

IF_MINOR = (
    r"\b(?:if|only|for|when|bei|nur|falls|wenn|sofern|fur|si|seulement|pour|en cas|solo|en caso|para|se|nel caso|per|"
    r"alleen|indien|bij|als|voor|jesli|jezeli|gdy|tylko|dla|w przypadku|apenas|caso|no caso)\b(?: \w+){0,4} "
    r"(?:minors?|under (?:age|1[68])|minderjahrig\w*|unter 1[68]|mineure?s?|moins de 1[68] ans|menor(?:es)?|minori?|"
    r"minorenn[ei]|minderjarige?n?|jonger dan 1[68]|(?:nie|malo)(?:pelno)?letni\w*|niepelnoletni\w*)\b"
)
"""A condition that the person is under age: whose guardian is asked for then is not who fills in the form."""

OF_THAT_PERSON = either(
    en=r"of (?:the|this|that) (?:contact|person)$|^(?:this|that) (?:person|contact) s\b|^contact s (?:phone|tel|mobile|"
       r"number|"
       r"e ?mail|address)",
    de=r"(?:der|dieser) (?:kontaktperson|person)$|des kontakts$",
    fr=r"(?:du contact|de (?:la|cette) personne)$",
    es=r"(?:del contacto|de (?:la|esta|esa|dicha) persona)$",
    it=r"(?:del contatto|d(?:ella|i questa|i tale) persona)$",
    nl=r"(?:van (?:de |deze |die )?(?:contactpersoon|contact|persoon))$",
    pl=r"(?:osoby kontaktowej|tej osoby)$",
    pt=r"(?:d[oe] contact?o|d(?:a|esta|essa) pessoa)$",
)
"""Behind a label: what is asked of somebody named just before."""
