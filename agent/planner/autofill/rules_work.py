"""Words for work and what else a state asks about a person; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

WORK: list[Row] = [
    row("employer-address",
        en=r"(?:address|location|postcode|city) of (?:your |the |current )*(?:employer|workplace)|"
           r"employer(?: s)? (?:address|location|street|city|postcode|zip)|where (?:your|is your|the) employer|"
           r"work(?:place)? address",
        de=r"(?:anschrift|adresse|sitz) (?:des|ihres) (?:aktuellen )?arbeitgebers|arbeitgeber ?(?:adresse|anschrift)|"
           r"adresse arbeitgeber",
        fr=r"adresse de (?:l |votre )employeur|adresse (?:employeur|professionnelle)|lieu de travail"
           r"|adresse (?:de |du )?(?:l |votre |son |mon )?(?:employeur|lieu de travail|travail|bureau)",
        es=r"(?:direccion|domicilio) (?:del empleador|de la empresa|laboral)|lugar de trabajo"
           r"|(?:direccion|domicilio) (?:de |del )?(?:su |la |el )?(?:empleador|trabajo|centro de trabajo|patron|"
           r"laboral)",
        it=r"indirizzo (?:del |della )?(?:datore|azienda|"
        r"lavoro)|sede (?:di )?lavoro"
           r"|(?:indirizzo|sede) (?:del |della |di |dell )?(?:datore|lavoro|posto di lavoro|ufficio|azienda)|"
           r"luogo (?:di )?lavoro",
        nl=r"adres (?:van )?(?:de |uw )?werkgever|werkadres",
        pl=r"adres (?:pracodawcy|zakladu pracy|miejsca pracy)",
        pt=r"(?:morada|endereco) d[oa] "
        r"(?:empregador|entidade|empresa|trabalho)|local de trabalho"
           r"|(?:morada|endereco|local) d[oae] (?:seu |sua )?(?:empregador|entidade|empresa|trabalho|emprego)"),
    row("employer-name",
        en=r"\bemployer\b(?: s)?(?: full| business)?(?: name)?$|name of (?:your |the |current |present )*(?:employer|"
           r"workplace)|who do you work for|current employer|where do you work$|employer or (?:school|university)|"
           r"^place of work$",
        de=r"arbeitgeber(?:s|in)?\b|dienstgeber|beschaftigt bei|arbeitgebername",
        fr=r"employeur"
           r"|nom de (?:l |votre )employeur|entreprise (?:qui vous emploie|ou vous travaillez|employeur)|"
           r"employeur actuel",
        es=r"\bempleador\b|empresa (?:donde|en la que) trabaja|"
        r"nombre de la empresa (?:donde|en la)|empresa empleadora"
           r"|(?:nombre de(?:l| su) )(?:empleador|patron)|empresa (?:actual|en que trabaja|contratante)|"
           r"^centro de trabajo$|^patron$|lugar donde trabaja",
        it=r"datore di lavoro"
           r"|datore (?:di )?lavoro|azienda (?:presso cui|dove|in cui) (?:lavor|presta)|ente di appartenenza|"
           r"^impiegat[oa] presso|^dipendente (?:di|presso)",
        nl=r"\bwerkgever\b|naam werkgever",
        pl=r"pracodawc|miejsce pracy|zaklad pracy",
        pt=r"empregador|entidade "
        r"(?:empregadora|patronal)|empresa onde trabalha|local de emprego"
           r"|empresa (?:onde|em que|para a qual) (?:trabalh|labor)|nome d[oa] (?:empregador|entidade empregadora|"
           r"entidade patronal)|^onde trabalha|empregador atual",
        codes=r"^(?:current ?)?employer ?(?:name)?$",
        unless=r"phone|tel|\bmail|leas|number|contribut|anschrift|adresse|contact|gross|since|seit|depuis|desde|"
               r"\bdal\b|sinds|vertrag|bescheinigung|attestation|confirm|informed|zuschuss|brutto|nummer|reference|pay"),
    row("job-start-date",
        en=r"(?:date|when) you started(?: (?:work|your job|this job|employment))?$|employment start|"
           r"start(?:ing)? date (?:of|in|at|with) (?:your )?(?:current )?(?:job|employ|position|work)|date of hire|"
           r"hire date|employed (?:since|from)|(?:job|employment|work) start date|when did you start (?:work|your|"
           r"this job)|date (?:employment|job) (?:started|began)|in this job since",
        de=r"beschaftigt seit|angestellt seit|eintrittsdatum (?:beim|in die|in den|arbeitgeber)|beschaftigungsbeginn|"
           r"beginn (?:der|ihrer) (?:beschaftigung|tatigkeit)|arbeitsbeginn|beim arbeitgeber seit",
        fr=r"date d ?embauche|date d entree en fonction|embauchee? (?:le|depuis)|en poste depuis|debut (?:du|"
           r"de votre) (?:contrat de travail|emploi)|anciennete depuis",
        es=r"fecha de (?:alta laboral|ingreso en la empresa|inicio (?:laboral|del? (?:empleo|trabajo|"
           r"contrato laboral))|incorporacion|contratacion|antiguedad)|antiguedad en la empresa desde",
        it=r"data (?:di )?assunzione|assunt[oa] (?:dal|il)|data inizio (?:rapporto|lavoro|impiego)",
        nl=r"in dienst (?:sinds|per|vanaf)|datum in dienst|"
        r"indiensttreding",
        pl=r"data zatrudnienia|zatrudnion[ya] od|data rozpoczecia pracy",
        pt=r"data de admissao|data de inicio (?:d[eo] )?(?:trabalho|"
        r"emprego|funcoes|contrato de trabalho)|empregad[oa] desde",
        unless=r"available|can you|could|earliest|verfugbar|desired"),
    row("employment-status",
        en=r"employment (?:status|situation|type)|working status|work status|occupational status|"
           r"are you (?:currently )?(?:employed|working|in work)|economic (?:status|activity)",
        de=r"beschaftigungs(?:status|verhaltnis|art)|berufs(?:status|situation|stellung)|erwerbs(?:status|situation|"
           r"tatigkeit)|berufliche (?:situation|stellung)|beruflicher status|arbeitsverhaltnis$",
        fr=r"situation professionnelle|statut (?:professionnel|d emploi)|type de contrat de travail|situation d emploi"
           r"|situation (?:professionnelle|d activite|actuelle|socio professionnelle)|statut (?:professionnel|"
           r"d activite)|categorie (?:socio)? ?professionnelle",
        es=r"situacion (?:laboral|profesional)|estado laboral|tipo de contrato laboral"
           r"|situacion (?:laboral|profesional|ocupacional|actual de empleo)|condicion laboral",
        it=r"(?:condizione|situazione|stato|posizione) "
        r"(?:lavorativa|professionale|occupazionale)"
           r"|(?:condizione|situazione|stato|posizione|status) (?:professional|lavorativ|occupazional)",
        nl=r"arbeids(?:situatie|status|verhouding)|werksituatie|type dienstverband|soort dienstverband",
        pl=r"status (?:zatrudnienia|zawodowy|na rynku pracy)|sytuacja zawodowa|forma zatrudnienia",
        pt=r"situac\w+ (?:profissional|laboral|de emprego|"
        r"ocupacional)|condicao perante o trabalho|vinculo laboral"
           r"|situac\w+ (?:profissional|laboral|face ao|perante o|no) ?(?:emprego|trabalho)?$|"
           r"condicao (?:profissional|perante)|situacao ocupacional"),
    row("annual-income",
        en=r"(?:annual|yearly) (?:gross |net |household |total )?(?:income|salary|earnings|pay)|income (?:per|"
           r"a) (?:year|annum)|^(?:gross |current |expected |annual |base )*salary\b|(?:household|total|gross|"
           r"net) (?:annual|yearly) (?:income|salary)|^(?:gross |net |total |taxable )?income$|"
           r"how much do you earn (?:a|per) year",
        de=r"jahres ?(?:brutto|netto)? ?(?:einkommen|gehalt|verdienst|einkunfte)|jahres(?:brutto|netto)|(?:brutto|"
           r"netto)jahres|einkommen (?:pro|im) jahr|jahrliches (?:brutto|netto)?\s?einkommen",
        fr=r"revenus? (?:\w+ )?annuels?|salaire (?:\w+ )?annuel|revenu fiscal|revenus? imposables?|"
           r"remuneration annuelle"
           r"|revenus? (?:annuels?|bruts? annuels?|nets? annuels?|annuels? \w+)|revenu (?:fiscal )?de reference|"
           r"salaire annuel",
        es=r"(?:ingresos|renta|salario|sueldo) (?:\w+ )?anual(?:es)?"
           r"|(?:ingresos|renta|salario|sueldo)(?: \w+){0,2} anual(?:es)?|ingresos (?:brutos |netos )?al ano",
        it=r"reddito (?:\w+ )?annu|retribuzione annua|\bral\b|stipendio annu"
           r"|reddito (?:\w+ )?(?:annuo|annuale|complessivo|imponibile)|(?:stipendio|salario) (?:\w+ )?annu",
        nl=r"jaar ?inkomen|(?:bruto|netto) ?jaar|inkomen per jaar|jaarsalaris",
        pl=r"roczn\w+ (?:\w+ )?(?:doch|zarob|wynagr)|(?:dochod|przychod)\w* (?:\w+ )?roczn",
        pt=r"(?:rendimento|renda|salario|vencimento) (?:\w+ )?anual"
           r"|(?:rendimento|renda|salario|rendimentos)(?: \w+){0,2} (?:anual|anuais)",
        codes=r"annualincome|grossannual",
        unless=r"month|monat|mensu|mensile|maand|miesi|mes\b|range of|month|partner|spouse|other|source|type|week"),
    row("payroll-number",
        en=r"payroll|(?:staff|employee|personnel|works) (?:number|no|id)",
        de=r"personal ?(?:nummer|nr)|mitarbeiter ?(?:nummer|nr|id)",
        fr=r"matricule (?:employe|salarie|agent)|^matricule$|numero (?:de )?(?:salarie|agent|employe)",
        es=r"numero de (?:empleado|trabajador|nomina)",
        it=r"matricola (?:dipendente|aziendale)|numero (?:di )?matricola dipendente",
        nl=r"personeels ?(?:nummer|nr)",
        pl=r"numer (?:pracownika|pracowniczy|kadrowy)",
        pt=r"numero (?:de |do )?(?:funcionario|empregado|trabalhador|colaborador)|numero mecanografico"),
    row("organization-title",
        en=r"job ?title|\b(?:your |current )?position\b(?: (?:there|held|in (?:the )?(?:company|organi[sz]ation)))?$|"
           r"\boccupation\b|\bprofession\b|\bjob\b$|what do you do for|^(?:job |your |current )?role$|"
           r"organi[sz]ation title|^work$|line of work",
        de=r"^(?:ihr |derzeitiger |ausgeubter |erlernter |aktueller )?beruf\b|berufsbezeichnung|"
           r"^(?:berufliche )?tatigkeit$|^(?:berufliche )?funktion$|(?:derzeit )?ausgeubte[rs]? (?:beruf|tatigkeit)|"
           r"^position(?: im unternehmen)?$|^stellung im beruf$|derzeitige tatigkeit|stellenbezeichnung",
        fr=r"\bmetier\b|^(?:votre )?fonction$|intitule (?:du|de) poste|poste occupe|emploi (?:occupe|actuel)|"
           r"^profession|^(?:votre )?poste$"
           r"|^(?:votre )?(?:profession|metier|emploi|fonction)\b(?: (?:exercee?|actuelle?|occupee?))*$|"
           r"^activite professionnelle$|^poste (?:occupe|actuel)$",
        es=r"^(?:su )?puesto(?: (?:de trabajo|actual))?$|^cargo(?: actual)?$|profesion|ocupacion|oficio$|"
           r"puesto que (?:ocupa|desempena)|puesto de trabajo"
           r"|^(?:su )?(?:profesion|ocupacion|oficio|puesto|empleo|cargo)\b(?: (?:actual|u oficio|u ocupacion|"
           r"habitual))*$|actividad profesional$",
        it=r"professione|\bmansione\b|occupazione(?! suolo)|qualifica professionale|^impiego$|^ruolo$|"
           r"posizione lavorativa attuale|^attivita lavorativa$"
           r"|^(?:professione|mansione|mestiere|occupazione|impiego|qualifica|attivita professionale)(?: (?:attuale|"
           r"svolta|esercitata))?$",
        nl=r"\bberoep\b|^(?:huidige )?functie(?:titel)?$|functienaam|functieomschrijving",
        pl=r"\bzawod\b|stanowisko|wykonywany zawod|wykonywana praca",
        pt=r"profissao|\bocupacao|^cargo(?: (?:atual|ou funcao))?$|^funcao$|funcao (?:atual|desempenhada)|"
           r"atividade profissional"
           r"|^(?:profissao|ocupacao|cargo|funcao|emprego)(?: (?:atual|exercida|habitual))?$|^atividade profissional$",
        codes=r"jobtitle|occupation|^beruf$",
        unless=r"start|since|\btype\b|previous|seit|depuis|applying|apply for|vacan|wanted|reference|desired|candidat|"
               r"solicitud|aspira|fecha|suolo|gewunsch|date|father|mother|advert|job (?:number|ref)|bewerb|zuordnung|"
               r"ehrenamt|gps|contract|location"),
    row("industry",
        en=r"^industry(?: sector)?$|branch of business|line of business|(?:business|employment) sector|"
           r"sector of (?:work|activity)",
        de=r"\bbranche\b|wirtschaftszweig",
        fr=r"secteur d ?activite|branche d activite"
           r"|secteur (?:d activite|professionnel|economique)|^branche$",
        es=r"sector (?:de )?activ|^sector$|rama de actividad|sector profesional"
           r"|^giro\b|^rubro$|actividad economica|sector (?:profesional|economico|laboral|de actividad)",
        it=r"settore (?:di )?(?:attivita|lavorativo|impiego)|^settore$"
           r"|settore (?:di attivita|economico|professionale|merceologico)|ramo d attivita|^attivita economica",
        nl=r"\bbranche\b|^sector$|bedrijfstak",
        pl=r"^branza$|sektor (?:dzialalnosci|zatrudnienia)",
        pt=r"ramo de atividade|setor de atividade|area de atividade|^setor$"
           r"|^ramo\b|setor (?:de atividade|economico|profissional)|atividade economica|sector de (?:actividade|"
           r"atividade)"),
    row("organization",
        en=r"\bcompany\b|\borgani[sz]ation\b|business name|name of (?:your |the )*(?:business|company|firm)|"
           r"institution name|^organi[sz]ation",
        de=r"\bfirmenname|^firma\b|\bunternehmen\b|^firmen?bezeichnung$|^organisation$|^institution$|name (?:der|"
           r"ihrer) (?:firma|organisation|einrichtung)",
        fr=r"raison sociale|^(?:nom de (?:l |votre ))?(?:entreprise|organisme|association|structure)\b|^societe\b|"
           r"nom de la societe|denomination sociale|organisation$"
           r"|^(?:nom de (?:l )?)?(?:entreprise|societe|etablissement commercial|employeur organisme)$|^denomination$",
        es=r"\bempresa\b|razon social|^organizacion$|^entidad$|nombre de la (?:empresa|entidad|organizacion)"
           r"|^(?:nombre de )?(?:empresa|organizacion|asociacion|institucion)$|^denominacion social",
        it=r"\bazienda\b|ragione sociale|^ditta$|^societa\b|"
        r"^ente$|nome (?:dell )?(?:azienda|ente)|denominazione (?:sociale|azienda)"
           r"|^(?:nome )?(?:azienda|ditta|ente|associazione|organizzazione|societa|impresa)$|^denominazione$",
        nl=r"\bbedrijf(?:snaam)?\b|organisatie|naam (?:van )?(?:het |uw )?bedrijf|leasemaatschappij",
        pl=r"nazwa (?:firmy|przedsiebiorstwa|organizacji|instytucji)|"
        r"^firma$|^organizacja$|^instytucja$",
        pt=r"\bempresa\b|razao social|^organizacao$|^instituicao$|nome da (?:empresa|organizacao|entidade)"
           r"|^(?:nome d[ao] )?(?:empresa|organizacao|associacao|instituicao|sociedade)$|^denominacao social|"
           r"^firma ou denominacao",
        codes=r"^org$|companyname|^company|firmenname",
        unless=r"size|\btype\b|number|phone|website|\burl\b|\bmail|address|\btax\b|registration|turnover|\bkind\b|"
               r"position|form\b|which|nummer|nature|adresse|anschrift|direccion|indirizzo|adres|endereco|morada|"
               r"telefon|siret|siren|nif|cif|vat|insurance|rechtsform|sitz|role in|cargo|poste|fonction|puesto|ruolo|"
               r"functie|stanowisko|branche|lease company$|\bjob\b|provider"),
    # --- the person
    row("sex",
        en=r"\bgender\b|^sex$|^your sex$|legal sex|sex (?:at birth|assigned|registered)|^sex\b",
        de=r"geschlecht",
        fr=r"\bsexe\b|^genre$"
           r"|^sexe\b|^genre\b",
        es=r"\bsexo\b|^genero$"
           r"|^sexo\b|^genero\b",
        it=r"\bsesso\b|^genere$"
           r"|^sesso\b|^genere\b",
        nl=r"\bgeslacht\b",
        pl=r"\bplec\b",
        pt=r"^genero$"
           r"|^sexo\b|^genero\b",
        codes=r"^gender",
        unless=r"self describe|identity same|same as|hund|\btier|dog|cat\b|"
        r"pet|chien|perro|mascota|cane\b|hond|psa|\bcao\b|child|kind|orientation|sexual"),
    row("marital-status",
        en=r"marital|civil (?:status|state)|relationship status",
        de=r"familienstand|zivilstand|personenstand$",
        fr=r"etat civil|situation (?:familiale|matrimoniale|"
        r"maritale)|situation de famille|statut (?:marital|matrimonial)"
           r"|situation (?:de famille|familiale|matrimoniale|conjugale)|etat matrimonial|^regime matrimonial$",
        es=r"estado civil"
           r"|^estado civil\b|situacion (?:familiar|matrimonial)$",
        it=r"stato civile"
           r"|^stato civile\b|stato coniugale",
        nl=r"burgerlijke (?:staat|stand)",
        pl=r"stan cywilny|"
        r"stanu cywilnego$",
        pt=r"estado civil"
           r"|^estado civil\b|situacao (?:conjugal|familiar)$",
        unless=r"urzad|officier|registro|office|acte|conservatoria|uff"),
    row("nationality",
        en=r"nationalit|citizenship|citizen of",
        de=r"staatsangeho(?:e)?rig|staatsburger|nationalitat",
        fr=r"nationalite"
           r"|^nationalite\b|^citoyennete|pays de nationalite",
        es=r"nacionalidad|ciudadania"
           r"|^nacionalidad\b|pais de nacionalidad",
        it=r"cittadinanza|nazionalita"
           r"|^cittadinanza\b|^nazionalita\b|cittadin[oa] di$",
        nl=r"nationaliteit|staatsburgerschap",
        pl=r"obywatelstw|narodowosc",
        pt=r"nacionalidade|cidadania"
           r"|^nacionalidade\b|pais de nacionalidade",
        unless=r"second|other|weitere|zweite|previous|segunda|autre|andere|inne|dual|acquired|type|evidence|proof|"
               r"apply|certificate"),
    row("language",
        en=r"(?:preferred|first|native|correspondence|your|main|communication) language|^language$|"
           r"language (?:preference|for correspondence|spoken at home|of correspondence)|mother tongue",
        de=r"^sprache$|muttersprache|korrespondenzsprache|bevorzugte sprache|kommunikationssprache",
        fr=r"^langue\b|langue (?:maternelle|"
        r"de correspondance|preferee|souhaitee)"
           r"|langue (?:de (?:communication|contact|la facture|correspondance|preference)|usuelle|parlee|principale|"
           r"des documents|d echange)",
        es=r"^idioma\b|idioma (?:preferido|de (?:correspondencia|comunicacion))|lengua materna"
           r"|(?:idioma|lengua) (?:de (?:la |las |los )?(?:factura|comunicaci\w+|correspondencia|notificaci\w+|"
           r"contacto|atencion)|preferente|preferid[oa]|habitual|de preferencia|materna)",
        it=r"^lingua\b|lingua (?:madre|"
        r"preferita|di (?:corrispondenza|comunicazione))|madrelingua"
           r"|lingua (?:(?:di |della |delle |per (?:la |le )?)?(?:corrispondenza|comunicazion\w+|fattura|contatto)|"
           r"preferita|parlata|madre|principale)",
        nl=r"^taal$|voorkeurstaal|moedertaal|correspondentietaal",
        pl=r"^jezyk(?: (?:ojczysty|korespondencji|preferowany))?$|"
        r"preferowany jezyk",
        pt=r"^idioma\b|^lingua$|lingua materna|idioma (?:preferido|de (?:correspondencia|comunicacao))"
           r"|(?:idioma|lingua) (?:d[aeo] )?(?:fatura|comunicac\w+|correspondencia|contact?o|preferencia)|(?:idioma|"
           r"lingua) (?:preferid[oa]|preferencial|materna|principal)",
        unless=r"programming|skills|other|course|kurs|level|"
        r"niveau|corso|curso|sign language|learn|interpreter|certificat"),
    row("religion",
        en=r"\breligio",
        de=r"konfession|kirchensteuer|religionszugeho",
        fr=r"\bculte\b|confession religieuse"
           r"|^confession\b|^religion\b|appartenance religieuse",
        es=r"confesion religiosa"
           r"|^religion\b|^confesion\b",
        it=r"confessione religiosa|religione"
           r"|^religione\b|^confessione\b|credo religioso",
        nl=r"geloof$|kerkgenootschap|levensbeschouwing",
        pl=r"wyznanie|religia",
        pt=r"religiao"
           r"|^religiao\b|^confissao religiosa",
        codes=r"\bdenomination religieuse",
        unless=r"school|class|teaching|unterricht|enseignement|"
        r"clase|ora di|insegnamento|lekcj|aula|ensino|assistance|meals|leave|kind"),
    row("ethnicity",
        en=r"ethnic|^race\b|hispanic",
        de=r"ethnisch",
        fr=r"origine ethnique",
        es=r"\betnia\b|grupo etnico|origen etnico",
        it=r"\betnia\b|origine etnica",
        nl=r"etnisch|etniciteit",
        pl=r"pochodzenie etniczne|grupa etniczna",
        pt=r"\betnia\b|\braca\b|\betnic",
        unless=r"\b(?:chien|chat|animal|hund\w*|dog|cat|pet|cao|animal|perro|mascota|cane|hond|psa)\b|niepeln"),
]
