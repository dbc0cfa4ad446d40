"""Words for home, household, memberships, school, health and pets; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

_NO = r"(?:number|no|nr|n|num|id|ref|reference|code)"

THINGS: list[Row] = [
    row("pet-microchip",
        en=r"micro ?chip(?! (?:date|company|database))|\bchip (?:number|no|id)",
        de=r"chip ?(?:nummer|nr)|transponder",
        fr=r"numero de (?:la )?puce|puce electronique|identification (?:de l )?animal|numero d identification (?:du "
           r"chien|du chat|de l animal)"
           r"|^(?:numero (?:de )?)?puce(?: electronique)?$|numero (?:d )?identification (?:icad|animal)",
        es=r"\b(?:numero|n|codigo) (?:de )?(?:micro)?chip|microchip"
           r"|^chip(?: n\w*)?$",
        it=r"microchip|codice chip"
           r"|^(?:numero )?chip$|numero (?:di )?microchip",
        nl=r"chip ?nummer",
        pl=r"\b(?:numer|nr) (?:mikro)?(?:czip|chip)|mikroczip|mikrochip|transponder",
        pt=r"micro ?chip|numero do chip"
           r"|^chip$|numero (?:do )?(?:micro)?chip|\bsiac\b",
        unless=r"date|datum|\bis\b|has|ist |company"),
    row("pet-name",
        en=r"(?:pet|dog|cat|animal|puppy)(?: s)? names?$|name of (?:your |the )*(?:pet|dog|cat|animal)|pet called",
        de=r"(?:ruf)?name (?:des|ihres|der|ihrer) (?:hundes|tieres|haustiers|katze)|(?:hunde|tier)(?:ruf)?name|"
           r"^rufname des hundes",
        fr=r"nom (?:du |de l |de votre )(?:chien|chat|animal)"
           r"|comment s appelle (?:votre|le|la) (?:chien|chat|animal)|^nom (?:usuel )?(?:du |de l )(?:chien|chat|"
           r"animal)",
        es=r"nombre (?:del|de la|de tu|de su) (?:perr[oa]|mascota|gat[oa]|animal)"
           r"|nombre (?:perr[oa]|mascota|gat[oa])$|como se llama (?:tu|su) (?:perr|mascota|gat)",
        it=r"nome (?:del|dell|della) ?(?:cane|"
           r"animale|gatt[oa])"
           r"|nome (?:cane|animale|gatto)$",
        nl=r"naam (?:van )?(?:de |het |uw |je )?(?:hond|kat|huisdier)|^roepnaam hond",
        pl=r"imie (?:psa|kota|zwierzecia|"
           r"zwierzaka|pupila)",
        pt=r"nome (?:do|da) (?:cao|cadela|animal|pet|cachorr[oa]|gat[oa])"
           r"|nome (?:cao|animal|pet)$",
        codes=r"^(?:pet|dog) ?name$"),
    row("meter-number",
        en=r"meter (?:point )?(?:number|no|serial|id|nr|reference|point)|\bmpan\b|\bmprn\b|^mpr$|supply (?:number|"
           r"point)|serial number (?:of|on) (?:the |your )?meter|\bnmi\b|^meter$",
        de=r"zae?hler ?(?:nummer|nr)|nummer (?:des|ihres) (?:strom|gas|wasser)?zahlers|zae?hlpunkt|marktlokation|"
           r"\bmalo ?id|messlokation|zae?hler ?id|^(?:strom|gas|wasser)?zahler$",
        fr=r"\b(?:numero|n|reference) (?:de |du |de votre |de serie du )?compteur|\bpdl\b|\bprm\b|\bpce\b|point de "
           r"(?:livraison|comptage)|reference acheminement|matricule compteur|code ean"
           r"|\b(?:numero|n|matricule|reference) (?:de |du |de votre |d )?(?:compteur|pdl|prm|pce)|"
           r"^compteur(?: n\w*)?$|numero (?:de )?serie (?:du )?compteur|^ean\b|\bpoint de (?:reference|livraison|"
           r"comptage)",
        es=r"\b(?:numero|num|n|codigo) (?:de |del )?(?:serie del )?contador|\bcups\b|numero de medidor"
           r"|\b(?:numero|n|codigo|serie) (?:de |del )?(?:contador|medidor|cups|suministro|nis)\b|"
           r"^(?:numero )?(?:de )?contador$|^medidor$",
        it=r"(?:numero|matricola|codice) (?:del |di )?contatore|^(?:codice )?pod$|^(?:codice )?pdr$|pod o pdr|pod pdr"
           r"|\bpod\b|\bpdr\b|(?:numero|matricola|codice) (?:del |di )?(?:contatore|misuratore)|^(?:contatore|"
           r"matricola contatore)$",
        nl=r"meter ?(?:nummer|nr)|ean ?(?:code|nummer)|^ean$",
        pl=r"\b(?:numer|nr) (?:fabryczny )?licznika|(?:numer|kod|nr) ppe|"
                                                            r"^ppe$|numer gazomierza|numer wodomierza",
        pt=r"\b(?:numero|n) (?:de serie )?(?:do |de |da )?(?:contador|medidor)|codigo (?:de )?ponto de entrega|^cpe$|"
           r"^cui$|numero da instalacao|unidade consumidora"
           r"|\b(?:numero|n|codigo) (?:de |do |da )?(?:contador|medidor|hidrometro|instalacao|unidade consumidora|"
           r"uc)\b|\bcpe\b|\bcui\b|^uc$|^contador(?: n\w*)?$|numero do medidor",
        codes=r"meternumber|meterno|zaehlernummer",
        unless=r"\bstand|reading|releve|index|lectura|lettura|leitura|odczyt|location|where|standort|type|art\b"),
    row("library-card-number",
        en=r"library (?:card|ticket|membership|account|barcode)(?: number| no)?|borrower (?:number|no|id)|"
           r"patron (?:id|barcode)",
        de=r"(?:bibliotheks|leser?|bucherei)(?:ausweis|karte|nummer|nr)|benutzer ?nummer bibliothek|lesernummer",
        fr=r"carte de (?:bibliotheque|lecteur|mediatheque)|numero de (?:lecteur|carte bibliotheque)"
           r"|numero (?:de |d )?(?:carte )?(?:de )?(?:lecteur|bibliotheque|mediatheque|usager bibliotheque)|"
           r"carte (?:de )?(?:lecteur|mediatheque)",
        es=r"(?:carnet|carne|tarjeta) de (?:la )?biblioteca|numero de lector"
           r"|\b(?:numero|n) de (?:lector|usuario de (?:la )?biblioteca|carne de (?:lector|biblioteca))",
        it=r"tessera (?:della )?(?:biblioteca|bibliotecaria)"
           r"|tessera (?:di |della )?(?:biblioteca|lettore)|numero (?:di )?tessera bibliote",
        nl=r"bibliotheek ?(?:pas|kaart|nummer)|pasnummer bibliotheek|lenersnummer",
        pl=r"kart\w* bibliotecz|numer czytelnika|"
                                                                          r"numer karty czyteln",
        pt=r"cartao (?:da |de )?(?:biblioteca|leitor)|numero de leitor"
           r"|numero (?:de |do )?(?:leitor|cartao de leitor)|cartao (?:de )?leitor",
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
           r"contrat d assurance n\w*"
           r"|\b(?:numero|n|reference) (?:de |du )?(?:contrat|police) (?:d )?assurance|"
           r"police (?:d assurance )?\b(?:numero|n)$|^police$",
        es=r"\b(?:numero|num|n|no) (?:de )?(?:la |su )?poliza|^poliza$"
           r"|\b(?:numero|n|num) (?:de )?(?:la )?poliza|^poliza \b(?:numero|n)$",
        it=r"\b(?:numero|n) (?:di |della )?polizza|^polizza(?: n\w*)?$"
           r"|\b(?:numero|n|num) (?:di |della )?polizza|polizza \b(?:numero|n)$",
        nl=r"polis ?(?:nummer|nr)",
        pl=r"\b(?:numer|nr) polisy|numer umowy ubezpieczenia",
        pt=r"\b(?:numero|n) (?:da |de )?apolice|"
                                                                                    r"^apolice$"
           r"|\b(?:numero|n|num) (?:de |da )?apolice|apolice \b(?:numero|n)$",
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
           r"allocataire|abonnement|dossier client|compte client|locataire|membre|licence|usager|souscripteur)"
           r"|\b(?:numero|n|reference|ref|identifiant|code) (?:de |du |d |de la |de votre |votre )?(?:redevable|"
           r"contribuable|beneficiaire caf|societaire|membre|licencie|ligne client|compte|foyer client|titulaire|"
           r"carte (?:d )?adherent|service|facturation|abonnee?)\b(?! bancaire| courant)|^(?:votre )?(?:client|"
           r"contrat) \b(?:numero|n)$|^matricule caf$",
        es=r"\b(?:numero|n|no|num|codigo|referencia) (?:de |del |de su )?(?:cliente|contrato|socio|abonado|"
           r"usuario abonado|suscriptor|inquilino|miembro|servicio|afiliad[oa])(?! (?:laboral|a la seguridad))"
           r"|\b(?:numero|n|no|num|codigo|referencia) (?:de |del |de su |de la )?(?:contribuyente|abonado|contrato|"
           r"cliente|suministro de agua|poliza de (?:abono|suministro)|tarjeta de socio|carne de socio|asociado|"
           r"federado)\b|^(?:contrato|cliente|socio) \b(?:numero|n)$",
        it=r"\b(?:numero|n|codice) (?:di |del )?(?:cliente|contratto|socio|utenza|utente|tessera socio|iscritto|"
           r"abbonamento|tessera)"
           r"|\b(?:numero|n|codice) (?:di |del |della |dell )?(?:contribuente|fornitura|anagrafico|cliente|contratto|"
           r"utenza|utente|servizio|linea|tessera (?:socio|associativa)|soci[oa]|abbonat[oa])\b|^codice (?:cliente|"
           r"utente|contribuente)",
        nl=r"(?:klant|contract|lidmaatschaps?|abonnee?|relatie|debiteur(?:en)?|lid|huurders|abonnements) ?(?:nummer|"
           r"nr)|^lidnr$",
        pl=r"\b(?:numer|nr|n) (?:klienta|umowy|czlonkowski|ewidencyjny|abonenta|karty czlonkowskiej|platnika|"
           r"kontrahenta|odbiorcy|czlonka)|kod klienta",
        pt=r"\b(?:numero|n|no|codigo) (?:de |do |da )?(?:cliente|contrato|socio|associado|matricula|aluno|membro|"
           r"assinante|contrato de agua|consumidor)|^matricula do aluno$"
           r"|\b(?:numero|n|no|codigo) (?:de |do |da )?(?:cliente|contrato|consumidor|associad[oa]|soci[oa]|assinante|"
           r"local(?: de consumo)?|abonado|conta (?:de )?cliente|inscricao de cliente)\b|^(?:cliente|contrato|"
           r"socio) \b(?:numero|n)$",
        codes=r"customernumber|customerno|customerid|kundennr|kundennummer|clientnumber|membershipno|accountnumber|"
              r"clientid|contractnumber|vertragsnr",
        unless=r"unidad|familiar|order|booking|bestell|buchungsnummer|commande|pedido|ordine|bestelling|zamowien|"
               r"encomenda|\bbank|previous|(?:alter|neuer|new|old|other) |vorversorger|name\b|arbeits|new supplier|"
               r"employment|type"),
    row("number-of-children",
        en=r"number of (?:dependent |your |minor )?(?:children|dependants|dependents|kids)|"
           r"how many (?:dependent )?(?:children|kids|dependants)|^(?:dependent )?children under \d+$|^dependants$",
        de=r"(?:an)?zahl (?:der |ihrer |minderjahriger? )?kinder|kinderzahl|wie viele kinder|kinder im haushalt",
        fr=r"nombre d ?enfants|combien d enfants|enfants a charge"
           r"|^(?:dont )?(?:nombre d ?)?enfants? (?:a charge|mineurs?|au foyer)$|nombre (?:d |total d )?enfants",
        es=r"\b(?:numero|n|cantidad) de hijos|cuantos hijos|hijos a cargo"
           r"|^(?:numero de )?hijos (?:a cargo|menores)$|numero de menores",
        it=r"\b(?:numero|n) (?:di |dei )?figli|quanti figli|"
           r"figli a carico"
           r"|^(?:numero )?figli (?:a carico|minori)$|numero (?:di )?minori",
        nl=r"aantal (?:thuiswonende |inwonende )?kinderen|hoeveel kinderen",
        pl=r"(?:liczba|ilosc) dzieci|ile dzieci",
        pt=r"numero de (?:filhos|dependentes)|quantos filhos|filhos a cargo"
           r"|^filhos (?:a cargo|menores)$|numero (?:de )?(?:filhos|menores|dependentes)|^dependentes$",
        unless=r"mehrling|zwilling|multiple birth|twins|naissances? multiple|jumeaux|parto (?:multiple|gemellare|"
               r"multiplo)|gemell|gemelos|gemeos|meerling|tweeling|mnoga|blizniat|travel|passenger|ticket|guest|attend|teilnehm|swim|enrol|flug|reis|viaj|partecip|anmeld|kommen|bring"),
    row("number-of-adults",
        en=r"number of adults|how many adults",
        de=r"anzahl (?:der )?erwachsene|erwachsene im haushalt",
        fr=r"nombre d ?adultes|adultes (?:dans|au) (?:le )?foyer"
           r"|^dont adultes$|nombre (?:d |total d )?adultes",
        es=r"\b(?:numero|n|cantidad) de adultos|cuantos adultos"
           r"|^adultos$|numero de (?:adultos|mayores)",
        it=r"\b(?:numero|n) (?:di )?adulti"
           r"|^adulti$|numero (?:di )?(?:adulti|maggiorenni)",
        nl=r"aantal volwassenen",
        pl=r"(?:liczba|ilosc) (?:osob )?doroslych",
        pt=r"numero de adultos"
           r"|^adultos$|numero (?:de )?(?:adultos|maiores)",
        unless=r"travel|passenger|ticket|guest|attend|teilnehm|reis|viaj|hotel|room|participat|partecip|gaste"),
    row("household-size",
        en=r"household size|size of (?:your )?household|(?:people|persons|occupants|residents) (?:live |living |"
           r"who live |are )?(?:in|at) (?:your |the |this )?(?:household|home|property|house|address)|"
           r"how many people live|number of (?:occupants|residents|household members|people (?:living )?at)",
        de=r"(?:anzahl )?(?:der )?personen (?:im|in ihrem) haushalt|haushaltsgrosse|personenzahl|haushaltsmitglieder|"
           r"wie viele personen (?:leben|wohnen)|anzahl (?:der )?bewohner",
        fr=r"personnes (?:dans le|au|du|composant le|vivant (?:dans|au)) ?(?:foyer|logement)?|composition du (?:foyer|"
           r"menage)|nombre d occupants|taille du (?:foyer|menage)|personnes a charge et"
           r"|nombre (?:total )?de (?:personnes|membres) (?:(?:dans|au|du|de|composant|vivant|habitant|"
           r"occupant)\b.*(?:foyer|menage|logement|domicile|famille)|au foyer|a la maison)|"
           r"nombre (?:d )?(?:occupants|habitants)|^nombre total de personnes$",
        es=r"personas (?:en (?:el|su|la)|que viven|empadronadas|que residen|convivientes)|"
           r"miembros de la unidad (?:familiar|de convivencia)|numero de (?:convivientes|ocupantes)|tamano del hogar"
           r"|\b(?:numero|n|cantidad) (?:total )?de (?:personas|miembros|integrantes) (?:(?:en|de|del|que)\b.*(?:hogar|"
           r"vivienda|domicilio|familia\w*|unidad|viven|conviven))|miembros (?:del hogar|de la familia)|"
           r"personas (?:del|en el) hogar",
        it=r"(?:componenti|persone) (?:del |nel |il )?nucleo|nucleo familiare|persone (?:in casa|conviventi)|"
           r"numero (?:di )?(?:componenti|occupanti|residenti)"
           r"|\b(?:numero|n) (?:di |dei )?(?:persone|componenti|membri|occupanti|residenti|"
           r"conviventi)(?: .*(?:famiglia|nucleo|casa|abitazione|alloggio|familiare))?$|numero componenti|"
           r"componenti (?:il |del )?(?:nucleo|famiglia)",
        nl=r"personen in (?:het |uw |je )?huishouden|gezins ?(?:grootte|leden)|grootte (?:van )?(?:het |"
           r"uw )?huishouden|aantal (?:bewoners|gezinsleden|huisgenoten)",
        pl=r"osob w gospodarstwie|(?:liczba|ilosc) (?:osob )?(?:mieszkancow|domownikow|zamieszkujacych|zameldowanych)|"
           r"wielkosc gospodarstwa",
        pt=r"agregado familiar|pessoas (?:no|na|do|que vivem|que moram) ?(?:agregado|casa|domicilio|residencia)?$|"
           r"numero de (?:moradores|residentes)|membros do agregado"
           r"|\b(?:numero|n) (?:total )?de (?:pessoas|membros|elementos|moradores|residentes|habitantes) (?:n[ao]|"
           r"d[ao]|que)\b.*|(?:dimensao|composicao|numero de elementos) d[oa] (?:agregado|familia)|"
           r"quantas pessoas (?:moram|vivem)",
        unless=r"\bname|nombre de (?:los|las)|nomes|hotel|event|income|rendimento|renda|reddito|ingresos|revenu|"
               r"einkommen|inkomen|dochod|moving"),
    row("tenancy-type",
        en=r"tenancy (?:type|status)|own or rent|rent or own|(?:do you )?(?:own|rent) (?:or (?:own|rent) )?(?:your |"
           r"the )(?:home|property)|^(?:housing )?tenure|home ?owner(?:ship)?|housing status|residential status|"
           r"residence status|tenant or owner|owner or tenant|are you (?:a|the) (?:tenant|owner|home ?owner)",
        de=r"mieter(?:in)? oder|eigentumer(?:in)? oder|wohnverhaltnis|miete oder eigentum|wohnstatus|"
           r"sind sie (?:mieter|eigentumer)",
        fr=r"statut d occupation|proprietaire (?:ou|\/)? ?locataire|locataire (?:ou )?proprietaire|"
           r"vous etes (?:locataire|proprietaire)"
           r"|(?:statut|qualite) (?:d |de l )?occupa(?:nt|tion)|^(?:vous etes )?(?:locataire|proprietaire) (?:ou |"
           r"\/)?(?:proprietaire|locataire)",
        es=r"propietari[oa] o inquilin|inquilin[oa] o propietari|regimen de (?:tenencia|vivienda)|"
           r"vivienda en propiedad"
           r"|(?:regimen|titulo) de (?:uso|ocupacion|tenencia)|propietario inquilino",
        it=r"proprietari[oa] o (?:inquilin|affittuar|conduttore)|titolo di (?:godimento|occupazione|possesso)|"
           r"in affitto o di proprieta"
           r"|(?:titolo|diritto) (?:di |d )?(?:occupazione|uso|godimento|detenzione|abitazione)|"
           r"proprietario (?:inquilino|affittuario|locatario)",
        nl=r"huur of koop|koop of huur|huurder of eigenaar|eigenaar of huurder|type woonsituatie",
        pl=r"wlasciciel (?:czy|lub) najemca|"
           r"tytul prawny do (?:lokalu|nieruchomosci)|forma wlasnosci",
        pt=r"propri[et]\w+ ou (?:inquilino|arrendatario)|inquilino ou|regime de (?:ocupacao|habitacao)|"
           r"propria ou alugada"
           r"|(?:titulo|regime) de (?:ocupacao|propriedade)|proprietari[oa] (?:inquilino|arrendatari[oa])|"
           r"imovel (?:proprio|alugado)",
        unless=r"name|phone|landlord|address|^nom\b|^nombre\b|^naam\b|^nome\b|^imie|^tel"),
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
           r"etablissement (?:scolaire |d origine)"
           r"|^(?:ecole|etablissement|college|lycee)(?: scolaire)? (?:frequente|actuel|d origine|de provenance|"
           r"precedent|de secteur)\w*|nom de l (?:ecole|etablissement)",
        es=r"^colegio(?: actual)?$|centro (?:escolar|educativo|de estudios)|nombre (?:del|de la) (?:colegio|escuela|"
           r"centro)|^escuela$"
           r"|(?:colegio|centro|instituto|escuela) (?:actual|de procedencia|de origen|donde estudia|en (?:el|la) que)",
        it=r"^scuola(?: (?:di provenienza|frequentata|attuale))?$|nome (?:della )?scuola|istituto (?:scolastico|"
           r"frequentato)"
           r"|(?:scuola|istituto) (?:di (?:provenienza|appartenenza)|frequentat|attuale)",
        nl=r"^(?:huidige )?school$|naam (?:van )?(?:de |uw |huidige )*school|^schoolnaam$",
        pl=r"^szkola$|nazwa szkoly",
        pt=r"^escola(?: atual)?$|nome da escola|estabelecimento de ensino"
           r"|(?:escola|estabelecimento de ensino|agrupamento) (?:de origem|atual|anterior|que frequenta|"
           r"de proveniencia|frequentad[oa])",
        unless=r" (?:or|o|ou|oder|of|lub) (?:la )?(?:company|empresa|entreprise|firma|unternehmen|azienda|bedrijf)|"
               r"\btrip|outing|ausflug|prefer|choice|apply|wunsch|souhait|group|company|phone|address|year|wanted|"
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
        fr=r"^(?:votre )?universite$|etablissement d enseignement superieur|nom de l universite"
           r"|^universite\b|(?:ecole|etablissement) (?:ou universite|d enseignement superieur)|universite ou ecole",
        es=r"^universidad$|nombre de la universidad"
           r"|^universidad\b|(?:colegio|centro|instituto|escuela|facultad) o universidad|universidad o (?:centro|"
           r"instituto)",
        it=r"^(?:universita|ateneo)(?: di provenienza| frequentat[ao])?$|nome "
           r"(?:dell )?universita"
           r"|^(?:universita|ateneo)\b|scuola o universita",
        nl=r"^(?:universiteit|hogeschool)$|naam (?:van )?(?:de )?(?:universiteit|hogeschool)",
        pl=r"^(?:uczelnia|uniwersytet)$|nazwa uczelni",
        pt=r"^(?:universidade|faculdade)$|instituicao de ensino(?: superior)?$|"
           r"nome da (?:universidade|faculdade)"
           r"|^(?:universidade|faculdade)\b|escola ou universidade",
        unless=r"degree|year|type|phone|address"),
    row("gp-name",
        en=r"(?:name of (?:your )?)?\b(?:gp|general practitioner|family doctor|doctor s surgery|gp practice|"
           r"gp surgery)(?: s?| or)?(?: ?name| practice| surgery)*$|registered (?:gp|doctor|practice)|"
           r"^(?:your )?(?:current )?doctor(?: s)?(?: name)?$|name of (?:your )?(?:current )?(?:gp|doctor)|(?:gp|"
           r"doctor) s? ?name|primary care (?:physician|provider)",
        de=r"\bhaus ?arz?t(?:in)?\b|hausarzt(?:praxis|in)?|name (?:des|ihres) hausarzt",
        fr=r"medecin traitant|medecin de famille"
           r"|(?:nom (?:de|du) )?(?:votre |mon )?medecin (?:traitant|de famille|generaliste)",
        es=r"medico de (?:cabecera|familia|atencion primaria)|(?:su )?medico habitual"
           r"|medico (?:de cabecera|de familia|asignado|habitual)|^centro de salud y medico",
        it=r"medico (?:curante|di base|di famiglia|"
           r"di medicina generale)"
           r"|medico (?:curante|di base|di famiglia|di fiducia|di medicina generale)|\bmmg\b",
        nl=r"huisarts(?:praktijk|enpraktijk)?",
        pl=r"lekarz\w* (?:rodzinn|pierwszego|poz\b|prowadzac)",
        pt=r"medico (?:de familia|assistente)"
           r"|medic[oa] (?:de familia|assistente|habitual)",
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
           r"unvertraglichkeit|\bdiat|speisewunsch|verpflegung",
        fr=r"regime(?:s)? alimentaire|restrictions? alimentaires?|"
           r"regime particulier|besoins alimentaires"
           r"|preferences? alimentaires?|intolerances? alimentaires?|allergies? ou regime",
        es=r"\bdieta|restricciones alimenta|necesidades alimenta|intolerancia"
           r"|regimen alimenta|preferencias alimenta|necesidades dietetic|intolerancias? alimenta",
        it=r"\bdieta|esigenze alimentari|intolleranz|regime alimentare|restrizioni alimentari"
           r"|preferenze alimentari|necessita alimentari|menu speciale",
        nl=r"\bdieet|voedings?wensen|"
           r"dieetwensen|maaltijdwensen",
        pl=r"\bdiet[ay]|wymagania zywieniowe|preferencje zywieniowe",
        pt=r"\bdieta|restric\w+ "
           r"alimentar|requisitos alimentares|intolerancia|necessidades alimentares"
           r"|regime alimentar|preferencias alimentares|intolerancias? alimentar|cuidados alimentares",
        unless=r"last week"),
    row("medical-conditions",
        en=r"medical (?:conditions?|needs|history|issues|information|problems|details)|health (?:conditions?|problems|"
           r"issues|needs|concerns)|any (?:injuries|illness|medical|disabilit)|\binjuries\b|disabilit|medications?\b|"
           r"long term (?:condition|illness)|existing conditions",
        de=r"vorerkrankung|erkrankung|krankheit(?:en)?\b|behinderung|medikament|gesundheitliche (?:einschrank|problem|"
           r"besonder)|gesundheitszustand|beschwerden$",
        fr=r"problemes? de sante|antecedents medicaux|maladies?\b|handicap|traitement medical|traitements? en cours|"
           r"informations medicales|etat de sante|pathologie"
           r"|\btraitements? (?:en cours|medic\w+|regulier)|situation de handicap|probleme de sante|"
           r"difficultes de sante|renseignements medicaux|contre indications?|affection longue",
        es=r"enfermedad|discapacidad|lesiones|medicacion|antecedentes medicos|problemas de salud|condiciones medicas|"
           r"patologia|estado de salud"
           r"|enfermedades|tratamiento medico|medicamentos (?:que|habituales)|necesidades (?:especiales|medicas|"
           r"educativas)|minusvalia|problema de salud|afecciones|datos medicos de interes|observaciones medicas",
        it=r"patologi|problemi di salute|disabilita|malattie|farmaci|condizioni (?:mediche|di salute)|stato di salute"
           r"|terapie in corso|problemi (?:di salute|sanitari)|invalidita\b(?! civile n)|necessita (?:particolari|"
           r"sanitarie|mediche)|patologie|condizioni sanitarie|informazioni sanitarie",
        nl=r"medische (?:gegevens|klachten|bijzonderheden|informatie|aandoening|geschied)|ziekte|aandoening|medicijn|"
           r"medicatie|beperking|blessures|gezondheidsproblem",
        pl=r"choroby|chorob\w* przewlek|niepelnosprawn|przyjmowane leki|stan zdrowia|schorzeni|problemy zdrowotne|"
           r"kontuzj",
        pt=r"condic\w+ (?:medicas|de saude)|doencas|lesoes|medicacao|deficiencia|problemas de saude|historico medico"
           r"|necessidades (?:de saude|especiais|educativas|medicas)|problema de saude|tratamentos? medic|"
           r"medicamentos|doenca|condic\w+ clinica|limitac\w+ fisica|cuidados de saude|informac\w+ medica",
        unless=r"certificate|insur|record|versicher|assuran|assicura|segurador|despes|krankenversich|krankenkasse|"
               r"ausweis|verzeker|ubezpiecz|seguro|"
               r"grad der|percent|vaccin|badge|certificado|certificat|leave|attest|auto ?matic|"
               r"schwerbehindertenausweis|payment|benefit|third party|person injured|anyone"),
    row("relationship",
        en=r"relationship|\brelation to|how (?:are|were) you related",
        de=r"verwandtschaft|verhaltnis zu[rm]?\b|beziehung zu[rm]?\b|"
           r"in welchem verhaltnis",
        fr=r"lien (?:de parente|avec|familial)|lien de filiation|^lien$|^qualite de parent"
           r"|^(?:votre )?lien(?: (?:avec|de|familial|juridique)\b.*)?$|^parente$|en qualite de$|^qualite$",
        es=r"parentesco|relacion con|vinculo (?:con|familiar)"
           r"|^relacion$|^vinculo\b|^parentesco|^en calidad de$|^relacion (?:familiar|de parentesco)",
        it=r"grado di parentela|rapporto (?:di parentela|con)|parentela|"
           r"relazione con"
           r"|^(?:grado di )?parentela|^rapporto (?:di |con )|^in qualita di$|^relazione$|legame (?:di )?parentela",
        nl=r"relatie (?:tot|met)|verwantschap|^relatie$|familierelatie",
        pl=r"pokrewienstw|relacja z|stosunek do",
        pt=r"grau de parentesco|parentesco|relacao com"
           r"|^(?:grau de )?parentesco|^relacao\b|^vinculo\b|^na qualidade de$|^ligacao (?:a|ao)",
        unless=r"status|manager"),
]
