"""Words for home, household, memberships, school, health and pets; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

_NO = r"(?:number|no|nr|n|num|id|ref|reference|code)"

THINGS: list[Row] = [
    row("pet-microchip",
        en=r"micro ?chip(?! (?:date|company|database))|\bchip (?:number|no|id)",
        de=r"chip ?(?:nummer|nr)|transponder",
        fr=r"numero de (?:la )?puce|puce electronique|identification (?:de l )?animal|numero d identification (?:du "
           r"chien|du chat|de l animal)",
        es=r"\b(?:numero|n|codigo) (?:de )?(?:micro)?chip|microchip",
        it=r"microchip|codice chip",
        nl=r"chip ?nummer",
        pl=r"\b(?:numer|nr) (?:mikro)?(?:czip|chip)|mikroczip|mikrochip|transponder",
        pt=r"micro ?chip|numero do chip",
        unless=r"date|datum|\bis\b|has|ist |company"),
    row("pet-name",
        en=r"(?:pet|dog|cat|animal|puppy)(?: s)? names?$|name of (?:your |the )*(?:pet|dog|cat|animal)|pet called",
        de=r"(?:ruf)?name (?:des|ihres|der|ihrer) (?:hundes|tieres|haustiers|katze)|(?:hunde|tier)(?:ruf)?name|"
           r"^rufname des hundes",
        fr=r"nom (?:du |de l |de votre )(?:chien|chat|animal)",
        es=r"nombre (?:del|de la|de tu|de su) (?:perr[oa]|mascota|gat[oa]|animal)",
        it=r"nome (?:del|dell|della) ?(?:cane|"
           r"animale|gatt[oa])",
        nl=r"naam (?:van )?(?:de |het |uw |je )?(?:hond|kat|huisdier)|^roepnaam hond",
        pl=r"imie (?:psa|kota|zwierzecia|"
           r"zwierzaka|pupila)",
        pt=r"nome (?:do|da) (?:cao|cadela|animal|pet|cachorr[oa]|gat[oa])",
        codes=r"^(?:pet|dog) ?name$"),
    row("meter-number",
        en=r"meter (?:point )?(?:number|no|serial|id|nr|reference|point)|\bmpan\b|\bmprn\b|^mpr$|supply (?:number|"
           r"point)|serial number (?:of|on) (?:the |your )?meter|\bnmi\b|^meter$",
        de=r"zae?hler ?(?:nummer|nr)|nummer (?:des|ihres) (?:strom|gas|wasser)?zahlers|zae?hlpunkt|marktlokation|"
           r"\bmalo ?id|messlokation|zae?hler ?id|^(?:strom|gas|wasser)?zahler$",
        fr=r"\b(?:numero|n|reference) (?:de |du |de votre |de serie du )?compteur|\bpdl\b|\bprm\b|\bpce\b|point de "
           r"(?:livraison|comptage)|reference acheminement|matricule compteur|code ean",
        es=r"\b(?:numero|num|n|codigo) (?:de |del )?(?:serie del )?contador|\bcups\b|numero de medidor",
        it=r"(?:numero|matricola|codice) (?:del |di )?contatore|^(?:codice )?pod$|^(?:codice )?pdr$|pod o pdr|pod pdr",
        nl=r"meter ?(?:nummer|nr)|ean ?(?:code|nummer)|^ean$",
        pl=r"\b(?:numer|nr) (?:fabryczny )?licznika|(?:numer|kod|nr) ppe|"
                                                            r"^ppe$|numer gazomierza|numer wodomierza",
        pt=r"\b(?:numero|n) (?:de serie )?(?:do |de |da )?(?:contador|medidor)|codigo (?:de )?ponto de entrega|^cpe$|"
           r"^cui$|numero da instalacao|unidade consumidora",
        codes=r"meternumber|meterno|zaehlernummer",
        unless=r"\bstand|reading|releve|index|lectura|lettura|leitura|odczyt|location|where|standort|type|art\b"),
    row("library-card-number",
        en=r"library (?:card|ticket|membership|account|barcode)(?: number| no)?|borrower (?:number|no|id)|"
           r"patron (?:id|barcode)",
        de=r"(?:bibliotheks|leser?|bucherei)(?:ausweis|karte|nummer|nr)|benutzer ?nummer bibliothek|lesernummer",
        fr=r"carte de (?:bibliotheque|lecteur|mediatheque)|numero de (?:lecteur|carte bibliotheque)",
        es=r"(?:carnet|carne|tarjeta) de (?:la )?biblioteca|numero de lector",
        it=r"tessera (?:della )?(?:biblioteca|bibliotecaria)",
        nl=r"bibliotheek ?(?:pas|kaart|nummer)|pasnummer bibliotheek|lenersnummer",
        pl=r"kart\w* bibliotecz|numer czytelnika|"
                                                                          r"numer karty czyteln",
        pt=r"cartao (?:da |de )?(?:biblioteca|leitor)|numero de leitor",
        unless=r"collect|branch|type|want|lost|have|haben|abhol|photo"),
    row("frequent-flyer-number",
        en=r"frequent (?:flyer|flier)|(?:loyalty|rewards?) (?:card |programme )?(?:number|no)|\bmiles (?:and|more|"
           r"number)",
        de=r"vielflieger|miles more",
        fr=r"programme de fidelite|(?:numero|carte) de fidelite|grand voyageur",
        es=r"viajero frecuente|tarjeta de fidelizacion|numero de fidelidad",
        it=r"numero (?:di )?fedelta|frequent flyer|"
        r"(?:carta|tessera) fedelta",
        nl=r"frequent flyer|klantenkaart(?:nummer)?$",
        pl=r"program lojalnosciowy|numer karty "
        r"stalego klienta",
        pt=r"passageiro frequente|cartao (?:de )?fidel\w+",
        unless=r"do you|have|programme name"),
    row("known-traveller-number",
        en=r"known travell?er|redress|trusted travell?er|\bktn\b|global entry"),
    row("policy-number",
        en=rf"polic(?:y|e) (?:{_NO})|insurance (?:certificate |policy )?{_NO}$|\bpolicynumber|^policy$",
        de=r"versicherungs ?(?:schein)?(?:nummer|nr)|versicherungs ?schein ?(?:nummer|nr)|polic\w+ ?(?:nummer|nr)|"
           r"vertragsnummer versicher|versicherungsvertrag",
        fr=r"\b(?:numero|n|reference) (?:de |du )?(?:la |votre )?(?:police|contrat d assurance)|"
           r"contrat d assurance n\w*",
        es=r"\b(?:numero|num|n|no) (?:de )?(?:la |su )?poliza|^poliza$",
        it=r"\b(?:numero|n) (?:di |della )?polizza|^polizza(?: n\w*)?$",
        nl=r"polis ?(?:nummer|nr)",
        pl=r"\b(?:numer|nr) polisy|numer umowy ubezpieczenia",
        pt=r"\b(?:numero|n) (?:da |de )?apolice|"
                                                                                    r"^apolice$",
        unless=r"sozial|renten|kranken|national|other (?:driver|party)|third party|gegn|health|social"),
    row("customer-number",
        en=rf"(?:customer|client|consumer)(?: account)? (?:{_NO})|(?:member(?:ship)?|contract|subscriber|council tax|"
           r"supply|gas|water|electricity|tenancy|tenant|energy|broadband|patient|pupil|student|rent|billing|utility|"
           rf"service)(?: account)? (?:{_NO})(?: number)?$|(?:customer|membership) (?:ref|account)\b|"
           r"^(?:your )?account (?:number|no|nr|reference|ref|id)$|^(?:your )?account number (?:with us|on your bill)|"
           r"^membership$",
        de=r"kunden ?(?:nummer|nr|konto ?nummer)|mitglied(?:s|er)?(?:s)? ?(?:nummer|nr)|vertrags ?(?:nummer|nr|"
           r"konto(?:nummer)?)|rechnungskonto|buchungskonto|buchungszeichen|kassenzeichen|(?:mieter|mietvertrags|"
           r"mandats?kunden|abo|teilnehmer|geschaftspartner|debitoren) ?(?:nummer|nr)",
        fr=r"\b(?:numero|n|no|reference|ref|identifiant) (?:de |du |d |de votre )?(?:client|contrat|adherent|abonne|"
           r"allocataire|abonnement|dossier client|compte client|locataire|membre|licence|usager|souscripteur)",
        es=r"\b(?:numero|n|no|num|codigo|referencia) (?:de |del |de su )?(?:cliente|contrato|socio|abonado|"
           r"usuario abonado|suscriptor|inquilino|miembro|servicio|afiliad[oa])(?! (?:laboral|a la seguridad))",
        it=r"\b(?:numero|n|codice) (?:di |del )?(?:cliente|contratto|socio|utenza|utente|tessera socio|iscritto|"
           r"abbonamento|tessera)",
        nl=r"(?:klant|contract|lidmaatschaps?|abonnee?|relatie|debiteur(?:en)?|lid|huurders|abonnements) ?(?:nummer|"
           r"nr)|^lidnr$",
        pl=r"\b(?:numer|nr|n) (?:klienta|umowy|czlonkowski|ewidencyjny|abonenta|karty czlonkowskiej|platnika|"
           r"kontrahenta|odbiorcy|czlonka)|kod klienta",
        pt=r"\b(?:numero|n|no|codigo) (?:de |do |da )?(?:cliente|contrato|socio|associado|matricula|aluno|membro|"
           r"assinante|contrato de agua|consumidor)|^matricula do aluno$",
        codes=r"customernumber|customerno|customerid|kundennr|kundennummer|clientnumber|membershipno|accountnumber|"
              r"clientid|contractnumber|vertragsnr",
        unless=r"unidad|familiar|order|booking|bestell|buchungsnummer|commande|pedido|ordine|bestelling|zamowien|"
               r"encomenda|\bbank|previous|(?:alter|neuer|new|old|other) |vorversorger|name\b|arbeits|new supplier|"
               r"employment|type"),
    row("number-of-children",
        en=r"number of (?:dependent |your |minor )?(?:children|dependants|dependents|kids)|"
           r"how many (?:dependent )?(?:children|kids|dependants)|^(?:dependent )?children under \d+$|^dependants$",
        de=r"(?:an)?zahl (?:der |ihrer |minderjahriger? )?kinder|kinderzahl|wie viele kinder|kinder im haushalt",
        fr=r"nombre d ?enfants|combien d enfants|enfants a charge",
        es=r"\b(?:numero|n|cantidad) de hijos|cuantos hijos|hijos a cargo",
        it=r"\b(?:numero|n) (?:di |dei )?figli|quanti figli|"
           r"figli a carico",
        nl=r"aantal (?:thuiswonende |inwonende )?kinderen|hoeveel kinderen",
        pl=r"(?:liczba|ilosc) dzieci|ile dzieci",
        pt=r"numero de (?:filhos|dependentes)|quantos filhos|filhos a cargo",
        unless=r"travel|passenger|ticket|guest|attend|teilnehm|swim|enrol|flug|reis|viaj|partecip|anmeld|kommen|bring"),
    row("number-of-adults",
        en=r"number of adults|how many adults",
        de=r"anzahl (?:der )?erwachsene|erwachsene im haushalt",
        fr=r"nombre d ?adultes|adultes (?:dans|au) (?:le )?foyer",
        es=r"\b(?:numero|n|cantidad) de adultos|cuantos adultos",
        it=r"\b(?:numero|n) (?:di )?adulti",
        nl=r"aantal volwassenen",
        pl=r"(?:liczba|ilosc) (?:osob )?doroslych",
        pt=r"numero de adultos",
        unless=r"travel|passenger|ticket|guest|attend|teilnehm|reis|viaj|hotel|room|participat|partecip|gaste"),
    row("household-size",
        en=r"household size|size of (?:your )?household|(?:people|persons|occupants|residents) (?:live |living |"
           r"who live |are )?(?:in|at) (?:your |the |this )?(?:household|home|property|house|address)|"
           r"how many people live|number of (?:occupants|residents|household members|people (?:living )?at)",
        de=r"(?:anzahl )?(?:der )?personen (?:im|in ihrem) haushalt|haushaltsgrosse|personenzahl|haushaltsmitglieder|"
           r"wie viele personen (?:leben|wohnen)|anzahl (?:der )?bewohner",
        fr=r"personnes (?:dans le|au|du|composant le|vivant (?:dans|au)) ?(?:foyer|logement)?|composition du (?:foyer|"
           r"menage)|nombre d occupants|taille du (?:foyer|menage)|personnes a charge et",
        es=r"personas (?:en (?:el|su|la)|que viven|empadronadas|que residen|convivientes)|"
           r"miembros de la unidad (?:familiar|de convivencia)|numero de (?:convivientes|ocupantes)|tamano del hogar",
        it=r"(?:componenti|persone) (?:del |nel |il )?nucleo|nucleo familiare|persone (?:in casa|conviventi)|"
           r"numero (?:di )?(?:componenti|occupanti|residenti)",
        nl=r"personen in (?:het |uw |je )?huishouden|gezins ?(?:grootte|leden)|grootte (?:van )?(?:het |"
           r"uw )?huishouden|aantal (?:bewoners|gezinsleden|huisgenoten)",
        pl=r"osob w gospodarstwie|(?:liczba|ilosc) (?:osob )?(?:mieszkancow|domownikow|zamieszkujacych|zameldowanych)|"
           r"wielkosc gospodarstwa",
        pt=r"agregado familiar|pessoas (?:no|na|do|que vivem|que moram) ?(?:agregado|casa|domicilio|residencia)?$|"
           r"numero de (?:moradores|residentes)|membros do agregado",
        unless=r"\bname|nombre de (?:los|las)|nomes|hotel|event|income|rendimento|renda|reddito|ingresos|revenu|"
               r"einkommen|inkomen|dochod|moving"),
    row("tenancy-type",
        en=r"tenancy (?:type|status)|own or rent|rent or own|(?:do you )?(?:own|rent) (?:or (?:own|rent) )?(?:your |"
           r"the )(?:home|property)|^(?:housing )?tenure|home ?owner(?:ship)?|housing status|residential status|"
           r"residence status|tenant or owner|owner or tenant|are you (?:a|the) (?:tenant|owner|home ?owner)",
        de=r"mieter(?:in)? oder|eigentumer(?:in)? oder|wohnverhaltnis|miete oder eigentum|wohnstatus|"
           r"sind sie (?:mieter|eigentumer)",
        fr=r"statut d occupation|proprietaire (?:ou|\/)? ?locataire|locataire (?:ou )?proprietaire|"
           r"vous etes (?:locataire|proprietaire)",
        es=r"propietari[oa] o inquilin|inquilin[oa] o propietari|regimen de (?:tenencia|vivienda)|"
           r"vivienda en propiedad",
        it=r"proprietari[oa] o (?:inquilin|affittuar|conduttore)|titolo di (?:godimento|occupazione|possesso)|"
           r"in affitto o di proprieta",
        nl=r"huur of koop|koop of huur|huurder of eigenaar|eigenaar of huurder|type woonsituatie",
        pl=r"wlasciciel (?:czy|lub) najemca|"
           r"tytul prawny do (?:lokalu|nieruchomosci)|forma wlasnosci",
        pt=r"propri[et]\w+ ou (?:inquilino|arrendatario)|inquilino ou|regime de (?:ocupacao|habitacao)|"
           r"propria ou alugada",
        unless=r"name|phone|landlord|address"),
    row("property-type",
        en=r"(?:type|kind) of (?:property|home|house|dwelling|accommodation|building|residence)|(?:property|dwelling|"
           r"house|home|building) type|house or flat",
        de=r"wohnungsart|gebaudeart|immobilien(?:typ|art)|haustyp|wohnungstyp|art (?:der|des) (?:wohnung|gebaudes|"
           r"immobilie|hauses)|objektart",
        fr=r"type (?:de |d )(?:logement|bien|habitation)|maison ou appartement|nature du logement|"
           r"appartement ou maison",
        es=r"tipo de (?:vivienda|inmueble|propiedad)|casa o piso|piso o casa",
        it=r"tipo(?:logia)? (?:di |dell )?(?:abitazione|"
           r"immobile|alloggio)",
        nl=r"(?:type|soort) woning|woning ?type|soort woonruimte|huis of appartement",
        pl=r"(?:rodzaj|typ) (?:nieruchomosci|budynku|"
           r"lokalu|mieszkania)|dom czy mieszkanie",
        pt=r"tipo (?:de |do )(?:imovel|habitacao|residencia|moradia|alojamento)|tipologia (?:da |de )?(?:habitacao|"
           r"imovel)?$|casa ou apartamento",
        unless=r"lost|wanted|looking|preferred|gesucht|gewunscht|recherche|buscad|insured against"),
    row("number-of-rooms",
        en=r"(?:number of|how many|no of) (?:bed ?)?rooms|^bedrooms$|^rooms$",
        de=r"(?:an)?zahl (?:der )?(?:wohn)?(?:zimmer|raume)|"
           r"zimmer(?:an)?zahl|wie viele zimmer|^zimmer$",
        fr=r"nombre de (?:pieces|chambres)|combien de pieces",
        es=r"\b(?:numero|n) de (?:habitaciones|dormitorios|cuartos|recamaras)",
        it=r"\b(?:numero|n) (?:di |dei )?(?:stanze|vani|locali|camere)",
        nl=r"aantal (?:slaap)?kamers",
        pl=r"(?:liczba|ilosc) "
           r"(?:pokoi|izb)",
        pt=r"numero de (?:quartos|divisoes|assoalhadas|comodos)|^assoalhadas$",
        unless=r"hotel|guest|wanted|looking|minimum|at least|gewunscht|gesucht|mindest|prefer|souhait|desead|desider|"
               r"gewenst|desejad|nacht|book"),
    row("school-name",
        en=r"name of (?:the |your |current |present |previous )*school|(?:school|nursery) ?name|^(?:current |present |"
           r"previous |last |your )*school(?: attended)?$|school attended|which school do you",
        de=r"name (?:der |ihrer )?(?:aktuellen )?(?:schule|kita)|^(?:aktuelle |derzeitige |bisherige )?schule$|"
           r"^schulname$|besuchte schule",
        fr=r"^(?:nom de (?:l |votre ))?(?:etablissement|ecole)(?: scolaire| actuel\w*| frequente\w*.*)*$|"
           r"etablissement (?:scolaire |d origine)",
        es=r"^colegio(?: actual)?$|centro (?:escolar|educativo|de estudios)|nombre (?:del|de la) (?:colegio|escuela|"
           r"centro)|^escuela$",
        it=r"^scuola(?: (?:di provenienza|frequentata|attuale))?$|nome (?:della )?scuola|istituto (?:scolastico|"
           r"frequentato)",
        nl=r"^(?:huidige )?school$|naam (?:van )?(?:de |uw |huidige )*school|^schoolnaam$",
        pl=r"^szkola$|nazwa szkoly",
        pt=r"^escola(?: atual)?$|nome da escola|estabelecimento de ensino",
        unless=r"\btrip|outing|ausflug|prefer|choice|apply|wunsch|souhait|group|company|phone|address|year|wanted|"
               r"transfer"),
    row("highest-qualification",
        en=r"highest (?:level of )?(?:qualification|education|degree)|level of education|educat\w+ (?:level|"
           r"attainment)|^qualification$",
        de=r"hochster? (?:schul|bildungs|berufs)?abschluss|bildungs(?:abschluss|stand|grad)|schulabschluss|"
           r"hochste[rn]? (?:ausbildung|bildung)",
        fr=r"niveau d ?etudes|diplome le plus|dernier diplome|niveau de (?:formation|diplome)|plus haut diplome",
        es=r"nivel (?:de )?(?:estudios|educativo|academico|formacion)|titulacion (?:mas alta|academica)?$|"
           r"estudios (?:terminados|finalizados|realizados)|^formacion academica$|escolaridad",
        it=r"titolo di studio|livello (?:di )?istruzione",
        nl=r"hoogst\w* (?:genoten |behaalde |voltooide )?(?:opleiding|diploma)|"
           r"opleidings ?niveau",
        pl=r"wyksztalcenie|poziom edukacji",
        pt=r"escolaridade|habilitacoes|grau (?:de )?(?:escolar|"
           r"academico|instrucao)|nivel (?:de )?(?:escolaridade|educacao|ensino)|grau de instrucao",
        unless=r"parent|course|required"),
    row("university",
        en=r"\b(?:name of )?(?:your |the )?university(?: (?:name|attended))?$|^college$|college or university|"
           r"university or college|higher education institution",
        de=r"^(?:name der )?(?:hochschule|universitat|uni|fachhochschule)$|besuchte hochschule",
        fr=r"^(?:votre )?universite$|etablissement d enseignement superieur|nom de l universite",
        es=r"^universidad$|nombre de la universidad",
        it=r"^(?:universita|ateneo)(?: di provenienza| frequentat[ao])?$|nome "
           r"(?:dell )?universita",
        nl=r"^(?:universiteit|hogeschool)$|naam (?:van )?(?:de )?(?:universiteit|hogeschool)",
        pl=r"^(?:uczelnia|uniwersytet)$|nazwa uczelni",
        pt=r"^(?:universidade|faculdade)$|instituicao de ensino(?: superior)?$|"
           r"nome da (?:universidade|faculdade)",
        unless=r"degree|year|type|phone|address"),
    row("gp-name",
        en=r"(?:name of (?:your )?)?\b(?:gp|general practitioner|family doctor|doctor s surgery|gp practice|"
           r"gp surgery)(?: s?| or)?(?: ?name| practice| surgery)*$|registered (?:gp|doctor|practice)|"
           r"^(?:your )?(?:current )?doctor(?: s)?(?: name)?$|name of (?:your )?(?:current )?(?:gp|doctor)|(?:gp|"
           r"doctor) s? ?name|primary care (?:physician|provider)",
        de=r"\bhaus ?arz?t(?:in)?\b|hausarzt(?:praxis|in)?|name (?:des|ihres) hausarzt",
        fr=r"medecin traitant|medecin de famille",
        es=r"medico de (?:cabecera|familia|atencion primaria)|(?:su )?medico habitual",
        it=r"medico (?:curante|di base|di famiglia|"
           r"di medicina generale)",
        nl=r"huisarts(?:praktijk|enpraktijk)?",
        pl=r"lekarz\w* (?:rodzinn|pierwszego|poz\b|prowadzac)",
        pt=r"medico (?:de familia|assistente)",
        unless=r"previous|former|bisherig|fruhere|precedent|ancien|anterior|vorige|poprzedni|phone|address|tel|"
               r"contact|adresse|anschrift|direccion|indirizzo|adres|endereco|morada|permission|inform|einverstanden|"
               r"reference|date|city|ort$"),
    row("allergies",
        en=r"allerg",
        pl=r"alergi|uczulen",
        codes=r"alergi",
        nl=r"overgevoelig",
        unless=r"\bform|food allerg|epi|carry"),
    row("dietary-requirements",
        en=r"\bdiet|food (?:needs|requirements|preferences|allerg\w+|intoler)",
        de=r"ernahrung|essenswunsche|"
           r"unvertraglichkeit|diat|speisewunsch|verpflegung",
        fr=r"regime(?:s)? alimentaire|restrictions? alimentaires?|"
           r"regime particulier|besoins alimentaires",
        es=r"\bdieta|restricciones alimenta|necesidades alimenta|intolerancia",
        it=r"\bdieta|esigenze alimentari|intolleranz|regime alimentare|restrizioni alimentari",
        nl=r"\bdieet|voedings?wensen|"
           r"dieetwensen|maaltijdwensen",
        pl=r"\bdiet[ay]|wymagania zywieniowe|preferencje zywieniowe",
        pt=r"\bdieta|restric\w+ "
           r"alimentar|requisitos alimentares|intolerancia|necessidades alimentares",
        unless=r"last week"),
    row("medical-conditions",
        en=r"medical (?:conditions?|needs|history|issues|information|problems|details)|health (?:conditions?|problems|"
           r"issues|needs|concerns)|any (?:injuries|illness|medical|disabilit)|\binjuries\b|disabilit|medications?\b|"
           r"long term (?:condition|illness)|existing conditions",
        de=r"vorerkrankung|erkrankung|krankheit(?:en)?\b|behinderung|medikament|gesundheitliche (?:einschrank|problem|"
           r"besonder)|gesundheitszustand|beschwerden$",
        fr=r"problemes? de sante|antecedents medicaux|maladies?\b|handicap|traitement medical|traitements? en cours|"
           r"informations medicales|etat de sante|pathologie",
        es=r"enfermedad|discapacidad|lesiones|medicacion|antecedentes medicos|problemas de salud|condiciones medicas|"
           r"patologia|estado de salud",
        it=r"patologi|problemi di salute|disabilita|malattie|farmaci|condizioni (?:mediche|di salute)|stato di salute",
        nl=r"medische (?:gegevens|klachten|bijzonderheden|informatie|aandoening|geschied)|ziekte|aandoening|medicijn|"
           r"medicatie|beperking|blessures|gezondheidsproblem",
        pl=r"choroby|chorob\w* przewlek|niepelnosprawn|przyjmowane leki|stan zdrowia|schorzeni|problemy zdrowotne|"
           r"kontuzj",
        pt=r"condic\w+ (?:medicas|de saude)|doencas|lesoes|medicacao|deficiencia|problemas de saude|historico medico",
        unless=r"certificate|insur|record|versicher|krankenversich|krankenkasse|ausweis|verzeker|ubezpiecz|seguro|"
               r"grad der|percent|vaccin|badge|certificado|certificat|leave|attest|auto ?matic|"
               r"schwerbehindertenausweis|payment|benefit|third party|person injured|anyone"),
    row("relationship",
        en=r"relationship|\brelation to|how (?:are|were) you related",
        de=r"verwandtschaft|verhaltnis zu[rm]?\b|beziehung zu[rm]?\b|"
           r"in welchem verhaltnis",
        fr=r"lien (?:de parente|avec|familial)|lien de filiation|^lien$|^qualite de parent",
        es=r"parentesco|relacion con|vinculo (?:con|familiar)",
        it=r"grado di parentela|rapporto (?:di parentela|con)|parentela|"
           r"relazione con",
        nl=r"relatie (?:tot|met)|verwantschap|^relatie$|familierelatie",
        pl=r"pokrewienstw|relacja z|stosunek do",
        pt=r"grau de parentesco|parentesco|relacao com",
        unless=r"status|manager"),
]
