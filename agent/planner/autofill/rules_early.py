"""Whole labels that later tables would take for something else: asked before all others."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, either, row

_NO = r"(?:number|no|nr|n|num|nummer|numero|numer)"

PREVIOUS_DOCTOR = either(
    en=r"(?:name of )?(?:your |the )?(?:previous|former|last|old|current|present) (?:family )?(?:physician|doctor|gp|"
       r"general practitioner)(?: s)?(?: name)?",
    de=r"(?:name (?:des |der )?)?(?:bisherige|fruhere|vorherige|letzte|derzeitige|aktuelle)[rn]?(?: r)? "
       r"haus ?arzt\w*(?: in)?(?: hausarztin)?(?: name)?",
    fr=r"(?:nom du )?(?:ancien|precedent|dernier|actuel) medecin(?: traitant| de famille)?|(?:nom du )?medecin "
       r"(?:traitant|de famille) (?:actuel|precedent|anterieur)",
    es=r"(?:nombre del )?(?:medic[oa] (?:de (?:cabecera|familia) )?(?:anterior|actual|previ[oa])|(?:anterior|actual) "
       r"medic[oa](?: de (?:cabecera|familia))?)",
    it=r"(?:nome del )?(?:medico (?:curante |di base |di famiglia )?(?:precedente|attuale)|(?:precedente|attuale|"
       r"vecchio) medico(?: curante| di base| di famiglia)?)",
    nl=r"(?:naam )?(?:van )?(?:uw )?(?:vorige|oude|huidige|laatste) huisarts",
    pl=r"(?:poprzedni|dotychczasowy|obecny|aktualny) lekarz(?: (?:rodzinny|poz|pierwszego kontaktu))?",
    pt=r"(?:nome d[oa] )?(?:medic[oa] de familia (?:anterior|atual|actual)|(?:anterior|atual|actual) medic[oa] "
       r"de familia)",
)
"""A doctor's name alone, as the person's practice until now."""

WISHED_PAY = either(
    en=r"(?:desired|expected|requested|required|preferred|target) (?:\w+ )?(?:salary|pay|wage|income)|(?:salary|pay|"
       r"wage|income) (?:\w+ )?(?:desired|expect\w*|requested|required|requirements?|sought|wanted)",
    de=r"gehalts(?:vorstellung|wunsch|erwartung)\w*|lohnvorstellung\w*|(?:wunsch|ziel)gehalt|(?:gewunschte\w*|"
       r"erwartete\w*) (?:\w+ )?(?:gehalt|lohn|jahresgehalt|jahreseinkommen|einkommen)",
    fr=r"pretentions? (?:salariales?|de salaire)|(?:salaire|remuneration|revenu)\w* (?:\w+ ){0,2}(?:souhaite|attendu|"
       r"espere|demande|desire)\w*",
    es=r"(?:pretension|aspiracion|expectativa)\w* (?:salarial|economica|de salario)\w*|(?:salario|sueldo) (?:\w+ ){0,2}"
       r"(?:desead|esperad|pretendid)\w*",
    it=r"(?:retribuzione|stipendio|salario|ral|compenso) (?:\w+ ){0,2}(?:desiderat|richiest|attes)\w*|(?:pretes|"
       r"aspettativ)\w* (?:retributiv|salarial|economic)\w*",
    nl=r"(?:gewenst|verwacht|gevraagd)\w* (?:\w+ )?(?:salaris|loon|inkomen|jaarsalaris)|salaris(?:wens|indicatie|"
       r"verwachting)\w*|looneis",
    pl=r"oczekiwan\w* (?:\w+ )?(?:wynagrodzeni|zarobk|pensj|plac)\w*|oczekiwania (?:finansowe|placowe)|"
       r"wynagrodzenie oczekiwane",
    pt=r"(?:pretensao|expectativa)\w* (?:salarial|de salario)\w*|(?:salario|vencimento|remuneracao) (?:\w+ ){0,2}"
       r"(?:pretendid|desejad|esperad)\w*",
)

EARLY: list[Row] = [
    row("task-value", codes=WISHED_PAY,
        unless=r"\btax|(?:this|current|coming) (?:\w+ )?year|steuer|laufende|imp(?:ot|uesto|osta|osto)|cette annee|"
               r"este (?:ano|ejercicio)|quest anno|belasting|dit jaar|podatk|tym roku"),
    row("gp-name", codes=rf"^(?:{PREVIOUS_DOCTOR})$"),
    row("id-card-number",
        en=r"^photo (?:id|identification|identity) (?:document )?(?:number|no|nr)$",
        de=r"^(?:amtlicher )?(?:lichtbild|licht bild)ausweis(?: (?:nummer|nr)|nummer)$|^(?:nummer|nr) (?:des )?"
           r"(?:amtlichen )?lichtbildausweis\w*$",
        fr=r"^numero (?:de (?:la )?|du )?(?:piece|document|titre) (?:d identite )?avec photo$",
        es=r"^numero (?:de |del )?(?:documento|identificacion) con foto\w*$",
        it=r"^numero (?:del |di )?documento (?:di identita )?con foto\w*$",
        nl=r"^(?:nummer )?(?:van )?(?:uw )?legitimatie(?:bewijs)?(?: met foto)?(?: ?nummer)?$",
        pl=r"^(?:nr|numer) dokumentu ze zdjeciem$",
        pt=r"^numero (?:do |de )?documento com foto\w*$"),
    row("vehicle-make",
        en=r"^(?:(?:vehicle|car) )?make (?:and|or) type$",
        de=r"^(?:fahrzeug|auto)?marke (?:und|u) typ$|^marke typ$",
        fr=r"^marque (?:et|ou) type(?: du vehicule)?$",
        es=r"^marca (?:y|o) tipo(?: del vehiculo)?$",
        it=r"^marca (?:e|o) tipo(?: del veicolo)?$",
        nl=r"^(?:auto)?merk (?:en|of) (?:type|model)(?: (?:van )?(?:de |het |uw )?(?:auto|voertuig))?$",
        pl=r"^marka (?:i|lub) typ(?: pojazdu)?$",
        pt=r"^marca (?:e|ou) tipo(?: d[oa] (?:veiculo|viatura))?$"),
    row("age",
        en=r"^(?:your )?age (?:on|at|as of|as at) (?!death|birth|marriage|purchase|adoption)",
        de=r"^(?:ihr )?alter (?:am|zum|beim)(?! (?:tod|kauf))\b",
        fr=r"^(?:votre )?age (?:au|le|a la date|le jour)(?! deces)\b",
        es=r"^(?:su )?edad (?:el dia|a la fecha|al)(?! fallec)\b",
        it=r"^(?:sua )?eta (?:al|alla data|il giorno)(?! decesso)\b",
        nl=r"^(?:uw )?leeftijd op\b",
        pl=r"^wiek (?:w dniu|na dzien)(?! smierci)\b",
        pt=r"^(?:sua )?idade (?:no dia|na data|em|a data)(?! d[ao] (?:morte|obito))\b",
        unless=r"child|kind|enfant|hij[oa]|figli|dzieck|filh|crianca|dog|hund|horse|pferd|house|property|vehicle|"
               r"building|animal|chien|perro|cane|hond|ps[ao]\b|cao\b"),
    row("name",
        en=r"^(?:full |legal )?names? (?:first|last|given|family)(?: name)?(?: (?:and|or|middle|mi|initial|first|last|"
           r"given|family|sur ?name|name))*$",
        de=r"^name (?:vor|vorname|nachname)(?: (?:und|vor|vorname|nachname|familienname|zuname))+$",
        fr=r"^nom (?:nom|prenoms?|de famille)(?: (?:et|nom|prenoms?))+$",
        es=r"^nombre (?:nombres?|apellidos?|primero)(?: (?:y|nombres?|apellidos?|segundo))+$",
        it=r"^nome (?:nome|cognome)(?: (?:e|nome|cognome))+$",
        nl=r"^naam (?:voornaam|achternaam|voorletters)(?: (?:en|voornaam|achternaam|tussenvoegsels?))+$",
        pl=r"^nazwisko (?:imie|imiona)(?: (?:i|imie|drugie|imiona))+$",
        pt=r"^nome (?:proprio|primeiro)(?: (?:e|apelidos?|ultimo|sobrenome|nome))+$"),
    row("gp-name",
        en=r"^(?:your )?(?:family )?doctor(?: s)? (?:or|and|or your) (?:medical )?(?:practice|surgery|centre|clinic)$",
        de=r"^(?:haus)?arzt(?: in)? (?:oder|bzw|und) (?:haus)?(?:arzt)?praxis$",
        fr=r"^medecin (?:traitant )?(?:ou|et) cabinet(?: medical)?$",
        es=r"^medico (?:de cabecera )?(?:o|y) (?:centro (?:de salud|medico)|consultorio|ambulatorio)$",
        it=r"^medico (?:curante |di base )?(?:o|e) (?:ambulatorio|studio medico)$",
        nl=r"^(?:huis)?arts (?:of|en) (?:huisartsen)?praktijk$",
        pl=r"^lekarz (?:rodzinny )?(?:lub|i) (?:przychodnia|poradnia)$",
        pt=r"^medico (?:de familia )?(?:ou|e) (?:centro de saude|unidade de saude|consultorio)$"),
    row("language",
        en=r"\b(?:speak|spoken|use) .*\blanguages?\b.* (?:at|in (?:the|your)) home$|"
           r"\blanguages?\b.* (?:speak|spoken|used?) .*(?:at|in (?:the|your)) home$|^home language$",
        de=r"sprachen? .*(?:zu ?hause|daheim|in (?:der|ihrer) familie)|(?:zu ?hause|daheim|in der familie) .*sprache",
        fr=r"langues? .*(?:a la maison|au foyer|en famille|a domicile)$",
        es=r"(?:idiomas?|lenguas?) .*(?:en (?:casa|el hogar|la familia))$",
        it=r"lingu[ae] .*(?:a casa|in (?:casa|famiglia))$",
        nl=r"(?:taal|talen) .*(?:thuis|in (?:het )?gezin)\b|thuis .*(?:taal|talen)\b",
        pl=r"jezyk\w* .*(?:w domu|domowy)\b|w domu .*jezyk\w*",
        pt=r"(?:linguas?|idiomas?) .*(?:em (?:casa|familia))$",
        unless=r"child|kind(?:es|er)?\b|enfant|hij[oa]|figli|dzieck|filh|crianca|course|kurs"),
    row("highest-qualification",
        en=r"highest (?:completed |attained |achieved )?(?:school|schooling|education|year) ?(?:level|year|"
           r"completed|attained)|highest (?:level|year) of (?:school|schooling|education)",
        de=r"hochste\w* (?:abgeschlossene\w* |erreichte\w* )?(?:schul|klasse)\w*",
        fr=r"(?:niveau (?:scolaire|d etudes)|classe|diplome) (?:le |la )?plus (?:haut|eleve)\w*",
        es=r"(?:curso|nivel|titulo) (?:\w+ )?(?:mas alto|maximo)|maximo nivel (?:de |educativo)",
        it=r"(?:livello|titolo|classe) (?:\w+ ){0,2}piu alt[oa]",
        nl=r"hoogst\w* (?:afgeronde |voltooide |behaalde )?(?:school|leerjaar|onderwijs)\w*",
        pl=r"najwyzsz\w+ (?:ukonczon\w+ )?(?:szkol|klas|poziom (?:wyksztalc|edukac))\w*",
        pt=r"(?:nivel|ano|grau) (?:\w+ ){0,2}mais (?:alto|elevado)|ultimo ano concluido",
        unless=r"parent|father|mother|vater|mutter|\bpere\b|\bmere\b|padre|madre|required|course|salar|price|offer"),
    row("customer-number",
        en=rf"^(?:your )?council tax (?:account |bill )?(?:reference |ref )?{_NO}\b|"
           rf"^(?:business )?rates (?:account|reference) {_NO}\b|^rent (?:account|reference) {_NO}\b",
        de=r"^(?:grundsteuer|abgaben|gebuhren|burger|steuer)(?:konto|kassenzeichen|aktenzeichen)(?: ?(?:nummer|nr))?\b",
        fr=r"^numero (?:de |du )?(?:compte (?:usager|redevable|contribuable)|redevable|usager)\b",
        es=r"^numero (?:de )?(?:cuenta tributaria|contribuyente|abonado municipal|recibo domiciliado)\b",
        it=r"^(?:numero|codice) (?:di )?(?:contribuente|utenza (?:tari|comunale)|utente comunale)\b",
        nl=r"^(?:aanslag|belasting|debiteuren|subject)nummer (?:gemeente|gemeentelijke)\b|^debiteurennummer\b",
        pl=r"^(?:nr|numer) (?:konta|ewidencyjny) (?:podatnika|odbiorcy odpadow|w urzedzie gminy)\b",
        pt=r"^numero (?:de )?(?:contribuinte municipal|municipe|consumidor municipal)\b",
        unless=r"bank|iban|landlord|child"),
    row("household-size",
        en=r"^(?:total )?number of (?:people|persons|occupants|residents)(?: (?:who )?(?:live|living|reside|residing|"
           r"registered|resident))?(?: (?:in|at) (?:the|your|this) (?:property|home|household|dwelling|address|"
           r"flat))?$",
        de=r"^(?:an)?zahl der (?:im haushalt |in der wohnung |dort )?(?:lebenden |wohnenden |gemeldeten )?"
           r"(?:haushaltsmitglieder|haushaltsangehorigen|bewohner|personen im haushalt)$|"
           r"^(?:an)?zahl der (?:im haushalt|"
           r"in der wohnung|dort) (?:lebenden|wohnenden|gemeldeten) personen$",
        fr=r"^nombre (?:d |des |total d )occupants(?: du (?:logement|foyer|local))?$",
        es=r"^numero (?:de |total de )?(?:ocupantes|convivientes|moradores|residentes)(?: (?:de la |del )\w+)?$",
        it=r"^numero (?:di |degli |dei |delle |totale )(?:occupanti|componenti|conviventi|residenti|abitanti|"
           r"familiari conviventi)(?: (?:il|del|dell|la|nell|nel) .*)?$",
        nl=r"^aantal (?:bewoners|inwonenden|gezinsleden|ingeschrevenen)(?: (?:op|in) .*)?$",
        pl=r"^(?:liczba|ilosc) (?:osob )?(?:zamieszkal\w+|zamieszkujac\w+|zameldowan\w+|domownikow|lokatorow|"
           r"mieszkancow)(?: .*)?$",
        pt=r"^numero (?:de |total de )?(?:ocupantes|moradores|residentes|coabitantes)(?: (?:d[ao]|n[ao]) .*)?$",
        unless=r"vehicle|car\b|event|hotel|guest|travel|office|business|children|moving"),
    row("house-number",
        en=rf"^(?:street|house|building|civic|property) {_NO}$",
        de=r"^(?:haus|strassen) ?(?:nr|nummer)$",
        fr=r"^(?:numero|n|no) (?:civique|(?:de |dans )?(?:la )?(?:rue|voie|maison))$|^civique$",
        es=r"^(?:numero|num|n|no) (?:de (?:la )?)?(?:calle|portal|casa|policia|via|exterior)$",
        it=r"^(?:numero |num |n |nr )?civico$",
        nl=r"^(?:huis|straat) ?(?:nr|nummer)$",
        pl=r"^(?:nr|numer) (?:domu|budynku|posesji)$",
        pt=r"^(?:numero|num|n|no) (?:d[ae] )?(?:porta|policia|rua|casa)$"),
    row("email",
        it=r"^(?:indirizzo )?(?:e ?mail|posta elettronica) (?:o |oppure |ovvero )?pec$|"
           r"^pec (?:o |oppure |ovvero )?(?:e ?mail|posta elettronica)$"),
    row("place-of-birth",
        en=r"^born (?:in|at)$",
        nl=r"^geboren (?:te|in)$",
        pl=r"^urodzon[ya](?: a)? w$",
        it=r"^nat[oa](?: a)? (?:a|in)$"),
    row("flat-number",
        en=r"^(?:apartment|flat|unit|suite)(?: (?:or )?(?:apartment|flat|unit|suite))* (?:number|no|nr|n)$",
        es=r"^(?:piso|planta)(?: (?:y|e))? puerta$",
        pl=r"^(?:(?:nr|numer) )?(?:lokalu|mieszkania|m)$",
        nl=r"^bus(?:nummer| ?nr)?$",
        fr=r"^(?:numero|n|no) d (?:appartement|unite)$",
        it=r"^(?:numero |n )?interno$|^scala(?: (?:e|o))? interno$",
        pt=r"^(?:andar|fracao|apto|apartamento|andar porta)$"),
    row("id-card-number",
        en=rf"^(?:existing|expired|expiring|current|old|previous|lost|stolen)? ?(?:id|identity) card {_NO}$|"
           rf"^{_NO} of (?:the |your )?(?:existing |expired |current |old |lost )?(?:id|identity) (?:card|document)",
        de=r"^(?:nummer|nr) (?:des|ihres) (?:(?:bisherigen|alten|abgelaufenen|verlorenen) )?(?:personal)?ausweis\w*$|"
           r"^(?:art(?: und)? )?(?:serie und )?nummer des (?:ausweis|identitats)dokument\w*$",
        fr=r"^numero de (?:l |la |votre )?(?:ancienne )?(?:carte (?:nationale )?d identite|cni|piece d identite)\b.*$|"
           r"^(?:type|nature) et numero (?:de (?:la )?piece|du (?:document|titre)) d identite$",
        es=r"^(?:tipo y )?numero (?:de|del) documento (?:de identidad|identificativo|nacional de identidad)"
           r"(?: (?:anterior|caducado|a renovar|vigente))?$",
        it=r"^(?:tipo e )?numero (?:del |di )?(?:documento (?:di )?(?:identita|riconoscimento)|carta d identita)"
           r"(?: (?:precedente|scadut[oa]|da rinnovare))?$",
        nl=r"^(?:soort en )?nummer (?:van )?(?:het |uw |de )?(?:(?:huidige|oude|verlopen|vorige) )?"
           r"(?:identiteits(?:bewijs|kaart|document)|legitimatiebewijs)$",
        pl=r"^(?:rodzaj )?(?:i )?(?:seria )?(?:i )?(?:nr|numer) (?:dotychczasowego |obecnego |posiadanego )?dokumentu "
           r"(?:\w+ )?tozsamosc\w*$|^(?:seria i )?(?:nr|numer) (?:dotychczasowego|obecnego|utraconego) dowodu\b.*$",
        pt=r"^(?:tipo e )?numero (?:do |de )?(?:documento de identi(?:ficacao|dade)|cartao de cidadao)"
           r"(?: (?:anterior|caducado|a renovar|atual))?$"),
]

RENEWED = either(
    en=rf"{_NO} of (?:the )?(?:document|card|title)(?: (?:to (?:be )?(?:renew|replace)\w*|being \w+|lost|stolen))?|"
       rf"(?:existing|expired|expiring|current|old|previous|lost|stolen)? ?(?:document|card) {_NO}",
    de=r"(?:nummer|nr) des (?:\w+ )?(?:dokuments|ausweises)|(?:alte |bisherige )?(?:dokumenten|ausweis|"
       r"karten) ?(?:nummer|nr)",
    fr=r"numero (?:du|de l ancien) (?:titre|document)(?: (?:a renouveler|perime|perdu|vole|actuel|precedent))?|"
       r"numero de l ancienne carte",
    es=r"numero (?:del|de) (?:documento|titulo|carne)(?: (?:a renovar|caducado|anterior|perdido|actual))?",
    it=r"numero (?:del )?(?:documento|titolo)(?: (?:da rinnovare|scaduto|precedente|smarrito|attuale))?",
    nl=r"(?:nummer (?:van )?het (?:\w+ )?document|(?:huidig |oud |vorig )?document ?nummer)",
    pl=r"(?:nr|numer) (?:\w+ )?dokumentu(?: (?:do wymiany|utraconego))?",
    pt=r"numero do (?:documento|titulo|cartao)(?: (?:a renovar|caducado|anterior|perdido|atual))?",
)
"""The number of a paper that only the form's title or section names."""
