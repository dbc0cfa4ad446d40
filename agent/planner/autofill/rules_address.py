"""Words for addresses and moving; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

_OF_THE_PERSON = (
    r"(?:home|current|postal|mailing|residential|billing|shipping|delivery|permanent|new|full|your|my|primary|"
    r"correspondence|contact|property|present|mail|complete|customer|account|physical|residence|bill to|ship to|main|"
    r"private|supply|applicant s?|street|uk|us|living|registered|invoice|usual|term time|local)"
)
_NOT_HOME = r"e ?mail|\bweb|\bip\b|\burl\b|mac address"

ADDRESS: list[Row] = [
    row("years-at-address",
        en=r"(?:years|time|how long|length of time) .*(?:at (?:this |your |the |current )*address|lived|living|there)|"
           r"residency (?:length|duration)",
        de=r"wohnhaft seit jahren|wie lange wohnen|(?:anzahl )?jahre an (?:dieser|der) adresse|wohndauer",
        fr=r"depuis combien de temps (?:habitez|residez)|anciennete (?:dans le|au) "
        r"(?:logement|domicile)|nombre d annees (?:a|dans)",
        es=r"(?:anos|tiempo) (?:de residencia|viviendo|residiendo|en (?:el|este|su) domicilio)|"
           r"antiguedad en el domicilio",
        it=r"(?:anni|da quanto tempo) .*(?:resid|indirizzo|abit)",
        nl=r"(?:hoe lang|aantal jaren?) .*(?:woon|adres)|woonduur",
        pl=r"(?:lat|jak dlugo) .*(?:mieszka|adres|zamieszk)",
        pt=r"(?:anos|tempo) (?:de residencia|no endereco|na morada|nesta morada)|ha quanto tempo (?:reside|mora|vive)"),
    row("move-out-date",
        en=r"mov(?:e|ed|ing) ?out|left (?:the|your) (?:old|previous|property|home)|date (?:you )?(?:left|vacat\w+|"
           r"leave|leaving)|leaving date|(?:tenancy|residence) end(?:ed|s)?(?: date)?$|date of departure from (?:the|"
           r"your) (?:property|address)",
        de=r"\bauszug(?:s|sdatum|stag|stermin)?\b|tag des auszug|datum des auszug|auszug am|ausgezogen am|abmeldedatum",
        fr=r"date de (?:depart du logement|sortie du logement|demenagement ancien|sortie des lieux)|date de depart$|"
           r"date de sortie$|quittez (?:le|votre) logement|liberation du logement",
        es=r"fecha de (?:salida (?:de|del) (?:la |el )?(?:vivienda|domicilio|piso)|baja (?:en|del) (?:el )?domicilio|"
           r"salida$|desocup)",
        it=r"data (?:di )?uscita|data (?:di )?rilascio "
        r"(?:dell )?(?:immobile|alloggio)|lasciat[oa] (?:l )?(?:immobile|abitazione)",
        nl=r"uitschrijfdatum|vertrekdatum (?:oude|woning)|datum (?:van )?(?:vertrek|uitschrijving|oplevering|"
           r"sleuteloverdracht oude)",
        pl=r"data (?:wyprowadzki|wymeldowania|opuszczenia)",
        pt=r"data (?:de|da) saida(?: (?:da|do) .*)?$|data de desocupacao",
        unless=r"hotel|flight|check|hospital|airport|train|spital|stand\b|reading|releve|lectura|lettura|leitura|"
               r"odczyt"),
    row("move-in-date",
        en=r"mov(?:e|ed|ing) ?in\b|moving (?:date|day)|(?:date|day) (?:of|you|your|we) (?:the )?mov\w*|mov(?:e|ed|"
           r"ing) (?:date|to (?:this|the new|your)|day)|date of (?:your )?(?:move|moving)|when (?:did|will|are|"
           r"do) you mov\w*|tenancy start|(?:occupation|occupancy) (?:start )?date|living (?:here|"
           r"at this address) since|(?:at (?:this|your current) address|resident) since|"
           r"date you became (?:the )?(?:resident|liable|owner|tenant)",
        de=r"\beinzug(?:s|sdatum|stag|stermin)?\b(?! .*ermacht)|tag des einzug|umzugs(?:datum|tag|termin)|"
           r"datum des umzugs|zuzugsdatum|einzug am|eingezogen am|datum des einzugs|bezugsdatum|mietbeginn|"
           r"wohnhaft seit|ubergabe(?:datum|termin) (?:der )?wohnung",
        fr=r"emmenagement|date (?:du|de (?:votre |mon )?) ?demenagement|date d entree dans (?:le|les)|"
           r"entree dans les lieux|date d arrivee (?:dans|au) (?:le )?(?:logement|domicile)|"
           r"date de prise d effet du bail",
        es=r"fecha de (?:la |su )?(?:mudanza|traslado|cambio de domicilio|entrada (?:en|a) (?:la |el )?(?:vivienda|"
           r"domicilio)|alta en (?:el|la) (?:domicilio|vivienda|padron))|fecha (?:de )?mudanza|reside desde",
        it=r"data (?:del |di )?(?:trasloco|trasferimento|ingresso (?:nell )?(?:immobile|abitazione)|"
           r"cambio (?:di )?residenza|decorrenza (?:della )?residenza)|data (?:di )?ingresso$",
        nl=r"verhuis ?datum|datum (?:van )?(?:de )?(?:verhuizing|ingang huur|sleuteloverdracht)|verhuist u|"
           r"woonachtig sinds|ingangsdatum (?:nieuwe )?(?:adres|huur)|inhuizing",
        pl=r"data (?:przeprowadzki|wprowadzenia|zameldowania|zamieszkania)|data zasiedlenia|zamieszkal[ya] od",
        pt=r"data (?:da |de )?(?:mudanca|alteracao de morada|entrada (?:na|no|em) .*)|"
        r"reside (?:na morada )?desde",
        unless=r"job|employ|hotel|business|school|reason"),
    row("postal-code",
        en=r"post ?codes?\b|\bzip\b|\bzip ?code|zipcode|postal ?code|\bpostal\b$|eircode|\bpin ?code\b|^pin code$",
        de=r"\bplz\b|postleitzahl",
        fr=r"code postal|^cp$|\bnpa\b",
        es=r"codigo postal|\bcod ?postal|^c p$|^cp\b",
        it=r"\bc ?a ?p\b$|^cap\b|codice (?:di avviamento )?postale",
        nl=r"^postcode|\bpostcodenr",
        pl=r"kod pocztowy|^kod poczt\w*|kodu pocztowego|"
        r"^kod$",
        pt=r"\bcep\b|^cod ?post\w*|cp4|cp3",
        codes=r"^postnr$|\bzip postal|postalcode|codepostal|codigopostal|codpostal|kodpocztowy|^plz|postleitzahl",
        unless=r"search|\bfind\b|look ?up|suche|rechercher|buscar|zoek|area you|outward|deliver to which"),
    row("house-number-suffix",
        en=r"house (?:number|nr|no) (?:suffix|addition|letter)|^addition$|^suffix house|house number addition",
        de=r"hausnummern?zusatz|hausnr ?zusatz|^zusatz$|^hnr zusatz",
        fr=r"\bbis ter\b|^bis$|indice de repetition|complement de numero",
        es=r"^(?:letra|bis)$|"
        r"numero bis",
        it=r"\besponente\b|^barrato$|interno lettera",
        nl=r"^toev(?:oeging)?\b|toevoeging$|huis ?letter|huisnummer ?toevoeging|^busnummer$",
        pl=r"litera (?:domu|budynku)",
        pt=r"^lote$|sufixo do numero",
        codes=r"hausnummerzusatz|huisnummertoevoeging"),
    row("address-line1",
        en=r"house (?:number|no|name)(?: or name)? (?:and|&) (?:street|road)|number and street|"
           r"street (?:name )?(?:and|&) (?:house )?(?:number|no|nr)|street (?:name )?(?:house )?(?:number|no)\b|"
           r"building (?:number |name )?(?:and|&) street|first line of (?:your |the )?address|(?:address|"
           r"addr) first line|number and road|street address$",
        de=r"stra(?:ss|s)e (?:und |u )?(?:haus ?)?(?:nr|nummer|hausnummer|hausnr|no|n)\b|\bstr (?:und |"
           r"u )?(?:haus ?)?n(?:r|ummer)|strasse nr|anschrift strasse|adresse strasse",
        fr=r"numero (?:et|de) (?:nom de )?(?:la )?(?:rue|voie)$|^n et (?:rue|voie|nom)|rue et n|adresse et numero|"
           r"numero et libelle|numero et voie|numero et nom|numero rue|rue numero|n rue",
        es=r"calle y \b(?:numero|n)|calle numero|via y numero|domicilio calle|calle (?:avenida|plaza)|"
           r"tipo de via y nombre",
        it=r"via e \b(?:numero|n|civico)|via piazza|indirizzo (?:e )?\b(?:numero|n|civico)|via n(?:umero)?\b|"
           r"indirizzo via|via numero civico|via corso",
        nl=r"straat ?(?:naam)? (?:en |\+ )?(?:huis)?n(?:ummer|r)|straat en (?:huis)?n|straat (?:huis)?(?:nummer|nr)",
        pl=r"ulica i n|ulica n(?:ume)?r|ulic[ay] (?:i )?\b(?:numer|nr)|ulica numer",
        pt=r"rua e n|rua numero|rua avenida|logradouro(?: e numero)?$|morada rua",
        codes=r"strassehausnr|streetandnumber|strassenr",
        unless=r"line (?:2|two|3|three)\b|without|ohne|incident|event|accident|first line of address 2"),
    row("house-number",
        en=r"house ?(?:number|no|nr|num)\b|house name (?:or|and|/)? ?number|building number|street (?:number|no|nr)$|"
           r"house number or name|property (?:number|name or number|name number)|number or name of (?:your )?(?:house|"
           r"property)|^house$",
        de=r"haus ?nummer|haus ?nr\b|^hnr$|^hausn$",
        fr=r"\b(?:numero|n) de (?:la )?(?:rue|voie|porte|maison)|^numero de rue$|^n voie$",
        es=r"numero de (?:la )?(?:casa|puerta|portal|calle|policia)|numero (?:exterior|ext)\b|^portal$|num(?:ero)? via",
        it=r"\bcivico\b",
        nl=r"huis ?(?:nummer|nr)\b|^hnr$",
        pl=r"(?:nr|numer) (?:domu|budynku|posesji)|^nr dom",
        pt=r"\b(?:numero|n) (?:de |da )?(?:porta|policia|casa|residencia)|^numero porta$",
        codes=r"streetnumber|housenumber|housenr|hausnummer$|^huisnr",
        unless=r"phone|tel|zusatz|toevoeg"),
    row("address-line3",
        en=r"address ?(?:line )?3|addr ?3|street 3|line (?:3|three)\b",
        de=r"(?:adresszusatz|adresszeile) ?[23]",
        fr=r"adresse ?(?:ligne )?3",
        es=r"direccion ?3|linea 3",
        it=r"indirizzo 3",
        nl=r"adresregel 3",
        pt=r"endereco 3|linha 3",
        unless=r"line 3 of the"),
    row("address-line2",
        en=r"address ?(?:line )?(?:2|two)\b|addr(?:ess)? ?2|\bstreet ?(?:address ?)?(?:line )?2|(?:^|address )line ?2|"
           r"\b(?:apt|apartment|suite|unit|flat|floor|bldg|building|ste)\b.*\b(?:apt|apartment|suite|unit|flat|floor|"
           r"bldg|building|ste|etc|optional|room)\b|^(?:apt|suite|ste)$|address (?:second|extra|additional|extended)|"
           r"additional address|extended address|^address (?:cont|continued)|\bline (?:2|two) of (?:2|3|two|three)\b|"
           r"second line of (?:your |the )?address|^(?:care of|c o)$|^c o\b",
        de=r"adress ?zusatz|adresszeile 2|adress zusatz|zusatz (?:zur )?adresse|anschrift(?:en)?zusatz|"
           r"adresserganzung|^c o$",
        fr=r"adresse? ?(?:ligne )?2|complement d ?adresse|^complement$|batiment (?:etage|escalier|appartement)|"
           r"residence batiment|etage (?:porte|couloir|appartement)|appartement etage",
        es=r"direccion ?2|linea ?2|^complemento$|piso (?:y )?puerta|escalera piso|piso letra|"
           r"informacion adicional (?:de )?(?:la )?direccion|bloque (?:escalera|portal|piso)|^colonia y",
        it=r"indirizzo 2|scala interno|interno scala|presso|"
        r"complemento indirizzo|informazioni aggiuntive indirizzo",
        nl=r"adres ?regel 2|adres ?2|adrestoevoeging|extra adresregel",
        pl=r"adres (?:cd|linia 2|2)|dodatkowe informacje adresowe",
        pt=r"complemento$|endereco 2|linha 2|complemento (?:de |do )?endereco|andar (?:e )?(?:fracao|porta|lado|"
           r"esquerdo)|^complemento\b",
        codes=r"addressline2|address2|adresszusatz|^addr2",
        unless=r"previous employer"),
    row("flat-number",
        en=r"^(?:flat|apartment|apt|unit|door|room)(?: (?:number|no|nr|n))?$|^(?:flat|apartment|unit) (?:number|no)|"
           r"^flat or|(?:flat|apartment) number",
        de=r"\bwohnung(?:s|snummer|snr|s nr)?$|wohnungs ?(?:nummer|nr)|"
        r"^stiege|^tur(?:nummer)?$|^top(?: ?nummer| ?nr)?$|^stiege tur|^stock(?:werk)?$|^etage$",
        fr=r"^appartement$|numero d appartement|^(?:n )?appt?$|^porte$|^etage$|^escalier$|numero de porte$",
        es=r"^piso\b|^puerta$|^escalera$|^planta$|^numero int(?:erior)?\b|^bloque$",
        it=r"^interno$|^int$|^scala$|^piano$",
        nl=r"^bus$|^bus ?(?:nummer|nr)$|appartementnummer",
        pl=r"(?:nr|numer) (?:lokalu|mieszkania)|"
        r"^mieszkanie$|^lokal$|nr miesz",
        pt=r"^andar$|^fraccao$|^fracao$|^apartamento$|^apto$|^bloco$|^porta$|numero do apartamento",
        codes=r"aptnumber|flatno|flatnumber",
        unless=r"type|groesse|grosse|\bqm\b|m2|"
        r"looking|wanted"),
    row("country",
        en=r"\bcountry\b|^country\w*|country of (?:residence|residency)|which country do you live|nation$",
        de=r"^(?:wohn|aufenthalts)?land\b(?! .*line)|wohnsitzland|^staat$|^wohnsitzstaat$|"
        r"\bland\b$|land des wohnsitz",
        fr=r"^pays\b|pays de residence",
        es=r"^pais\b|pais (?:de residencia|domicilio)",
        it=r"^paese\b|^nazione\b|^stato estero$|(?:paese|nazione|stato) (?:di )?residenza",
        nl=r"^land$|^woonland$|land van verblijf|^land\b",
        pl=r"^kraj\b|kraj (?:zamieszkania|adresu)|^panstwo(?: zamieszkania)?$",
        pt=r"^pais$|pais de residencia",
        codes=r"\bcountrycode\b|countryname|country ?region",
        unless=r"birth|geburt|naissance|nascita|nacimiento|geboorte|urodz|nascimento|phone|code phone|issu|visited|"
               r"travel|origin|\btax\b|destin|bestemming|docelow|przeznacz|reise|bundes|nationalit|citizen|ausstell|"
               r"delivr|expedi|emis|rilasci|afgifte|wydan|registration|kennzeichen|vehicle|car\b|vorwahl|prefix|"
               r"purchase|herkunft|you will|visit|provenance|zulassung|steuer|leaving|moving (?:to|from)|in which"),
    row("address-level1",
        en=r"\bstate\b|\bprovince\b|\bcounty\b|\bregion\b|\bprefecture\b|\bterritory\b|administrative area",
        de=r"\bbundesland\b|\bkanton\b|^staat provinz|^region$|^provinz$",
        fr=r"\bcanton\b|\bdepartement\b|^region$",
        es=r"\bprovincia\b|^estado(?: (?:de residencia|o provincia))?$|\bcomunidad autonoma\b|^entidad federativa$",
        it=r"\bprovincia\b|^prov$|^regione$|sigla provincia",
        nl=r"\bprovincie\b",
        pl=r"wojewodztw",
        pt=r"^distrito$|\buf\b|^estado(?: uf)?$|^ilha$",
        codes=r"addresslevel1|stateprovince|provincestate",
        unless=r"^(?:please )?state (?:the|your|any|if|whether|why|how|which|what|details|reason)|issu|\bid\b|"
               r"identifier|access|licen|civil|marital|civile|health|plate|court|nascita|nacimiento|birth|geburt|"
               r"naissance|condition|current state|member state|council|empleo|\bof the\b|kennzeichen|estado civil|"
               r"state school|benefit|pension|born|travel|prefer|tribunal"),
    row("address-level3",
        en=r"^(?:district|borough|neighbou?rhood)$|neighbou?rhood|address level 3",
        de=r"stadtteil|ortsteil|^bezirk$|stadtbezirk|^gemeindebezirk$",
        fr=r"^quartier$|arrondissement$",
        es=r"^barrio$|\bcolonia\b|"
        r"^delegacion$|^distrito municipal$",
        it=r"\bfrazione\b|^quartiere$|^localita frazione",
        nl=r"^wijk$|^buurt$",
        pl=r"^dzielnica$|^gmina$|^powiat$",
        pt=r"\bbairro\b|^freguesia\b",
        unless=r"school|council|watch|problem|where|concerned|preferred|gesucht|desired"),
    row("address-level2",
        en=r"\bcity\b|\btown\b|\bsuburb\b|\blocality\b|^municipality$|place of residence|city town|post town|"
           r"^village\b|town or village",
        de=r"^ort$|\bwohn ?ort\b|^stadt\b|\bplz (?:und )?(?:wohn)?ort\b|^ort \w+$|^gemeinde$|"
           r"^stadt (?:oder )?(?:gemeinde|ort)|^(?:plz )?ort\b|politische gemeinde|^ortschaft$|wohngemeinde|"
           r"wohnsitzgemeinde",
        fr=r"\bville\b|^commune\b|\blocalite\b|commune de residence|"
        r"^lieu de residence$|bureau distributeur",
        es=r"\bciudad\b|\blocalidad\b|^(?:poblacion)\b|^municipio\b|municipio de residencia|^pueblo$",
        it=r"\bcitta\b(?!dinanza)|^comune\b|\blocalita\b|comune (?:di )?residenza|residente "
        r"(?:a|in|nel comune)\b",
        nl=r"^plaats$|^plaatsnaam$|woon ?plaats|^gemeente$|^stad$|^dorp$|^plaats \w+$",
        pl=r"^miasto\b|miejscowos[ct]|^miejsce zamieszkania$|^poczta$|^miasta$",
        pt=r"\bcidade\b|\blocalidade\b|^concelho\b|^municipio$|"
        r"concelho de residencia",
        codes=r"^townname|cityname|addresscity|^ville|^localita",
        unless=r"birth|of issue|departure|arrival|from which|\bhall\b|capacity|geburt|naissance|nacimiento|nascita|"
               r"geboorte|urodz|nascimento|council|bezirk wunsch|veranstaltung|besichtig|event|evento|preferred|"
               r"\bort des|\bort der|ausstell|branch|delivrance|travel|destin|school|incident|meldung|lost|fund|"
               r"ort und datum|ort datum|lieu et|luogo e|plaats en datum|miejscowosc (?:i )?data|local e data|"
               r"lugar y fecha|place and date|town and date|unfall|tat|you want|which (?:city|town)|ville souhait|"
               r"(?:commune|ville) et pays|bibliot"),
    row("street-name",
        en=r"^street ?name$|^name of (?:your )?street$|^road name$",
        de=r"stra(?:ss|s)en ?name$",
        fr=r"nom de (?:la )?(?:rue|voie)|libelle de (?:la )?voie",
        es=r"nombre de (?:la )?(?:calle|via)",
        it=r"nome (?:della )?via",
        nl=r"straat ?naam",
        pl=r"nazwa ulicy",
        pt=r"nome da rua",
        codes=r"^streetname$|^strassenname$|nomvoie|nomevia"),
    row("address-line1",
        en=r"address ?(?:line )?(?:1|one)\b|addr(?:ess)? ?1|\bstreet ?(?:address ?)?(?:line )?1|(?:^|address )line ?1|"
           r"street ?address|"
           rf"^(?:{_OF_THE_PERSON} )*(?:street|road)$|^street s$|\baddress street\b|^(?:billing |shipping |"
           r"delivery )?street (?:house|road|avenue).*",
        de=r"adresszeile 1|^(?:wohn|neue )?stra(?:ss|s)e$|^str$|^strasse (?:wohnort|privat)$",
        fr=r"adresse? ?(?:ligne )?1|^(?:votre )?rue$|^voie$|^rue (?:avenue|boulevard)",
        es=r"direccion ?1|linea ?1|^calle$|^(?:nombre )?via$|^calle o",
        it=r"indirizzo 1|^via$|^via o piazza$",
        nl=r"adresregel 1|^straat$",
        pl=r"^ulica$|^ul$|^adres ulica",
        pt=r"endereco 1|linha 1|^rua$|^logradouro$",
        codes=r"streetaddress|addressline1|address1|^addr1|^strasse$",
        unless=_NOT_HOME + r"|incident|event|problem|previous employer"),
    row("street-address",
        en=rf"^(?:{_OF_THE_PERSON} )*address(?: es)?(?: (?:in full|of residence|for correspondence|with postcode|"
           r"details|field|including (?:the )?(?:postcode|zip code|zip)|inc postcode|and (?:postcode|zip code|zip)|"
           r"postcode))?$|where do you live|address of (?:the )?(?:insured )?(?:home|property)|^address or postcode$|"
           r"^(?:your )?(?:home )?address\b(?=.* postcode$)",
        de=r"^(?:neue |aktuelle |vollstandige |private |derzeitige |jetzige |kunftige |ihre |post|haupt|privat|melde|"
           r"wohn|heimat|rechnungs|liefer|zustell|korrespondenz)*(?:anschrift|adresse|postadresse|wohnadresse|"
           r"wohnanschrift)(?: (?:des antragstellers|der wohnung|der hauptwohnung|privat|lieferstelle|"
           r"verbrauchsstelle))?$|^hauptwohnsitz$|^wohnsitz$|^(?:neue |aktuelle |ihre )?(?:anschrift|adresse) fur .*",
        fr=r"^(?:votre |nouvelle )?adresse (?:postale|complete|actuelle|du domicile|du risque|de facturation|"
           r"de livraison|du logement|personnelle|de residence|principale|de correspondance|postale complete|"
           r"du demandeur|a facturer)?$|^(?:votre |nouvelle )?adresse$|^(?:nouvelle )?adresse pour .*|^domicile$|"
           r"^residence principale$|ou habitez vous",
        es=r"^(?:su |nueva )?direccion(?: (?:postal|completa|actual|de residencia|de suministro|de envio|"
           r"de facturacion|de contacto|del domicilio|particular|habitual|fiscal|del suministro))*$|^(?:su |"
           r"nuevo )?domicilio(?: (?:actual|fiscal|habitual|completo|particular|de residencia|"
           r"a efectos de notificaciones|postal))*$|direccion a efectos de notificacion\w*",
        it=r"^(?:il tuo |nuovo )?indirizzo(?: (?:di (?:residenza|domicilio|fatturazione|spedizione|fornitura|"
           r"recapito)|completo|postale|attuale|abitazione))*$|^residenza$|^domicilio$|^residente in$|"
           r"^(?:indirizzo )?recapito postale$",
        nl=r"^(?:uw |nieuwe? |huidige? |volledige? )*(?:woon|post|thuis|factuur|bezorg|verblijfs|"
           r"correspondentie)?adres(?:gegevens)?$",
        pl=r"^(?:moj |nowy |pelny |obecny )?adres(?: (?:zamieszkania|korespondencyjny|zameldowania|pocztowy|"
           r"do korespondencji|stalego zamieszkania|wnioskodawcy|dostawy|nieruchomosci|domowy|pelny))*$|"
           r"^miejsce zameldowania$",
        pt=r"^(?:nov[ao] )?endereco(?: (?:completo|residencial|postal|atual|de (?:residencia|faturacao|entrega|"
           r"correspondencia)))*$|^(?:nova )?morada(?: (?:completa|fiscal|de (?:residencia|faturacao|entrega|"
           r"correspondencia)|atual|postal|permanente))*$|^residencia$",
        codes=r"^addr$|^(?:home|postal|street)address$|^fulladdress$",
        unless=_NOT_HOME),
]
