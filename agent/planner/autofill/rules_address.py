"""Words for addresses and moving; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

_OF_THE_PERSON = (
    r"(?:home|current|postal|mailing|residential|billing|shipping|delivery|permanent|new|full|your|my|primary|"
    r"correspondence|contact|property|present|mail|complete|customer|account|physical|residence|bill to|ship to|main|"
    r"private|supply|applicant s?|street|uk|us|living|registered|invoice|usual|term time|local|card ?(?:owner|holder)"
    r"(?: s)?)"
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
           r"date de sortie$|quittez (?:le|votre) logement|liberation du logement"
           r"|date (?:de |du )?(?:depart|sortie) (?:du|de l ancien|de votre|de la commune|des lieux)|"
           r"date (?:de )?fin (?:de )?bail|date de liberation|^quitte le",
        es=r"fecha de (?:salida (?:de|del) (?:la |el )?(?:vivienda|domicilio|piso)|baja (?:en|del) (?:el )?domicilio|"
           r"salida$|desocup)"
           r"|fecha (?:de |del )?(?:salida|baja|abandono|desalojo) (?:de |del |en )(?:la |el )?(?:vivienda|domicilio|"
           r"piso|inmueble|padron)|fecha (?:de )?fin (?:del? )?(?:alquiler|arrendamiento)",
        it=r"data (?:di )?uscita|data (?:di )?rilascio "
        r"(?:dell )?(?:immobile|alloggio)|lasciat[oa] (?:l )?(?:immobile|abitazione)"
           r"|data (?:di )?(?:cessazione|fine) (?:(?:dell |della |del |di )?)(?:occupazione|locazione|possesso|"
           r"detenzione|conduzione)|data (?:di )?(?:partenza|uscita|rilascio) (?:dal|dall|dell|dalla) ?\w+",
        nl=r"uitschrijfdatum|vertrekdatum (?:oude|woning)|datum (?:van )?(?:vertrek|uitschrijving|oplevering|"
           r"sleuteloverdracht oude)",
        pl=r"data (?:wyprowadzki|wymeldowania|opuszczenia)",
        pt=r"data (?:de|da) saida(?: (?:da|do) .*)?$|data de desocupacao"
           r"|data (?:d[eao] )?(?:saida|desocupacao|fim d[oe] (?:arrendamento|ocupacao)|abandono)(?: d[ao] \w+)?$",
        unless=r"reason|grund\b|motif|raison|motivo|razon|causa|reden|powod|przyczyn|hotel|flight|check|hospital|"
               r"airport|train|spital|stand\b|reading|releve|lectura|lettura|leitura|"
               r"odczyt"),
    row("move-in-date",
        en=r"mov(?:e|ed|ing) ?in\b|moving (?:date|day)|(?:date|day) (?:of|you|your|we) (?:the )?mov\w*|mov(?:e|ed|"
           r"ing) (?:date|to (?:this|the new|your)|day)|date of (?:your )?(?:move|moving)|when (?:did|will|are|"
           r"do) you mov\w*|tenancy start|(?:occupation|occupancy) (?:start )?date|living (?:here|"
           r"at this address) since|(?:at (?:this|your current) address|resident) since|"
           r"date (?:you )?became (?:the )?(?:liable|owner|tenant)",
        de=r"\beinzug(?:s|sdatum|stag|stermin)?\b(?! .*ermacht)|tag des einzug|umzugs(?:datum|tag|termin)|"
           r"datum des umzugs|zuzugsdatum|einzug am|eingezogen am|datum des einzugs|bezugsdatum|mietbeginn|"
           r"wohnhaft seit|ubergabe(?:datum|termin) (?:der )?wohnung",
        fr=r"emmenagement|date (?:du|de (?:votre |mon )?) ?demenagement|date d entree dans (?:le|les)|"
           r"entree dans les lieux|date d arrivee (?:dans|au) (?:le )?(?:logement|domicile)|"
           r"date de prise d effet du bail"
           r"|\by (?:habitez|residez|vivez|logez)(?: vous)? depuis|(?:habite|reside|domiciliee?|"
           r"installee?)z? (?:\w+ ){0,3}depuis(?: le)?|date d arrivee dans (?:la commune|le canton|le logement|"
           r"le quartier)|date d entree (?:dans|en) (?:le |la |les )?(?:logement|lieux|jouissance|commune)|"
           r"date (?:d )?(?:installation|amenagement|debut (?:de |du )?bail)|debut d occupation|"
           r"date du changement d adresse",
        es=r"fecha de (?:la |su )?(?:mudanza|traslado|cambio de domicilio|entrada (?:en|a) (?:la |el )?(?:vivienda|"
           r"domicilio)|alta en (?:el|la) (?:domicilio|vivienda|padron))|fecha (?:de )?mudanza|reside desde"
           r"|fecha (?:de |del )?(?:llegada al municipio|inicio (?:del alquiler|del arrendamiento|"
           r"de (?:la )?ocupacion)|cambio de (?:residencia|direccion)|entrada a vivir|empadronamiento)|(?:vive|"
           r"reside|empadronad[oa])(?: \w+){0,3} desde",
        it=r"data (?:del |di )?(?:trasloco|trasferimento|ingresso (?:nell )?(?:immobile|abitazione)|"
           r"cambio (?:di )?residenza|decorrenza (?:della )?residenza)|data (?:di )?ingresso$"
           r"|(?:residente|abita(?:nte)?|domiciliat[oa])(?: \w+){0,3} dal\b|data (?:di )?(?:inizio|"
           r"decorrenza) (?:(?:dell |della |del |di )?)(?:occupazione|locazione|possesso|detenzione|conduzione|"
           r"residenza|abitazione)|data (?:di )?(?:arrivo nel comune|insediamento|trasferimento di residenza|"
           r"cambio indirizzo)|occupat[oa] dal",
        nl=r"verhuis ?datum|datum (?:van )?(?:de )?(?:verhuizing|ingang huur|sleuteloverdracht)|verhuist u|"
           r"woonachtig sinds|ingangsdatum (?:nieuwe )?(?:adres|huur)|inhuizing",
        pl=r"data (?:przeprowadzki|wprowadzenia|zameldowania|zamieszkania)|data zasiedlenia|zamieszkal[ya] od",
        pt=r"data (?:da |de )?(?:mudanca|alteracao de morada|entrada (?:na|no|em) .*)|"
        r"reside (?:na morada )?desde"
           r"|data d[ea] (?:inicio d[oe] (?:arrendamento|ocupacao|contrato de arrendamento)|mudanca|entrada (?:na|no|"
           r"em) \w+|ocupacao)|(?:mora|reside|vive|morador)(?: \w+){0,4} desde",
        unless=r"job|employ|hotel|business|school|reason|grund|motif|raison|motivo|razon|causa|reden|powod|przyczyn|"
               r"became"),
    row("postal-code",
        en=r"post ?codes?\b|\bzip\b|\bzip ?code|zipcode|postal ?code|"
           r"(?<!domicilio )(?<!direccion )(?<!morada )(?<!adresse )(?<!endereco )(?<!indirizzo )(?<!correo )\bpostal$|"
           r"eircode|\bpin ?code\b|^pin code$",
        de=r"\bplz\b|postleitzahl",
        fr=r"code postal|^cp$|\bnpa\b"
           r"|^code post\w*|^npa\b|^cp\b",
        es=r"codigo postal|\bcod ?postal|^c p$|^cp\b"
           r"|^c(?:od)? postal\b|^c p\b|^codigo postal",
        it=r"\bc ?a ?p\b$|^cap\b|codice (?:di avviamento )?postale"
           r"|^c(?:od)? ?a? ?p$|^cap\b|^codice avviamento|^cod(?:ice)? postale",
        nl=r"^postcode|\bpostcodenr",
        pl=r"kod pocztowy|^kod poczt\w*|kodu pocztowego|"
        r"^kod$",
        pt=r"\bcep\b|^cod ?post\w*|cp4|cp3"
           r"|^cod(?:igo)? postal|^c postal\b|^cep\b",
        codes=r"^postnr$|\bzip postal|postalcode|codepostal|codigopostal|codpostal|kodpocztowy|^plz|postleitzahl",
        unless=r"search|\bfind\b|look ?up|suche|rechercher|buscar|zoek|area you|outward|deliver to which"),
    row("house-number-suffix",
        en=r"house (?:number|nr|no) (?:suffix|addition|letter)|^addition$|^suffix house|house number addition",
        de=r"hausnummern?zusatz|hausnr ?zusatz|^zusatz$|^hnr zusatz",
        fr=r"\bbis ter\b|^bis$|indice de repetition|complement de numero"
           r"|^bis ter quater|^extension de numero",
        es=r"^(?:letra|bis)$|"
        r"numero bis",
        it=r"\besponente\b|^barrato$|interno lettera"
           r"|^barrato|^lettera$|^esp$",
        nl=r"^toev(?:oeging)?\b|toevoeging$|huis ?letter|huisnummer ?toevoeging|^busnummer$",
        pl=r"litera (?:domu|budynku)",
        pt=r"^lote$|sufixo do numero"
           r"|^letra$",
        codes=r"hausnummerzusatz|huisnummertoevoeging"),
    row("address-line1",
        en=r"house (?:number|no|name)(?: or name)? (?:and|&) (?:street|road)|number and street|"
           r"street (?:name )?(?:and|&) (?:house )?(?:number|no|nr)|street (?:name )?(?:house )?(?:number|no)\b|"
           r"building (?:number |name )?(?:and|&) street|first line of (?:your |the )?address|(?:address|"
           r"addr) first line|number and road|street address$",
        de=r"stra(?:ss|s)e (?:und |u )?(?:haus ?)?(?:nr|nummer|hausnummer|hausnr|no|n)\b|\bstr (?:und |"
           r"u )?(?:haus ?)?n(?:r|ummer)|strasse nr|anschrift strasse|adresse strasse",
        fr=r"numero et (?:nom de )?(?:la )?(?:rue|voie)$|^n et (?:rue|voie|nom)|rue et n|adresse et numero|"
           r"numero et libelle|numero et voie|numero et nom|numero rue|rue numero|n rue"
           r"|^(?:numero|n) (?:et )?(?:rue|voie|nom de (?:la )?(?:rue|voie)|libelle)|^rue (?:et )?\b(?:numero|n)\b|"
           r"^rue numero",
        es=r"calle y \b(?:numero|n)|calle numero|via y numero|domicilio calle|calle (?:avenida|plaza)|"
           r"tipo de via y nombre"
           r"|^(?:calle|via|avenida|direccion|domicilio)(?: plaza| avenida)? (?:y )?(?:numero|num|n|no)\b|"
           r"^calle av(?:enida|da)?\b|^calle plaza|^(?:nombre de la )?via y numero|^tipo y nombre de (?:la )?via",
        it=r"via e \b(?:numero|n|civico)|via piazza|indirizzo (?:e )?\b(?:numero|n|civico)|via n(?:umero)?\b|"
           r"indirizzo via|via numero civico|via corso"
           r"|^via (?:piazza|p zza|corso|c so|viale)?(?: \w+)? ?(?:e )?\b(?:numero|n|num)\b|^(?:residente|"
           r"domiciliat[oa])(?: a)? in (?:via|piazza)\b|^via piazza|^via p zza|residenza via\b",
        nl=r"straat ?(?:naam)? (?:en |\+ )?(?:huis)?n(?:ummer|r)|straat en (?:huis)?n|straat (?:huis)?(?:nummer|nr)",
        pl=r"ulica i n|ulica n(?:ume)?r|ulic[ay] (?:i )?\b(?:numer|nr)|ulica numer",
        pt=r"rua e n|rua numero|rua avenida|logradouro(?: e numero)?$|morada rua"
           r"|^(?:rua|avenida|logradouro|morada|endereco|av)(?: avenida| av)? (?:e )?\b(?:numero|n|num|no)\b|"
           r"^rua (?:av|praca|avenida)\b|^arruamento\b|^rua numero e andar",
        codes=r"strassehausnr|streetandnumber|strassenr",
        unless=r"line (?:2|two|3|three)\b|without|ohne|incident|event|accident|first line of address 2"),
    row("house-number",
        en=r"house ?(?:number|no|nr|num)\b|house name (?:or|and|/)? ?number|building number|street (?:number|no|nr)$|"
           r"house number or name|property (?:number|name or number|name number)|number or name of (?:your )?(?:house|"
           r"property)|^house$",
        de=r"haus ?nummer|haus ?nr\b|^hnr$|^hausn$",
        fr=r"\b(?:numero|n) de (?:la )?(?:rue|voie|porte|maison)|^numero de rue$|^n voie$"
           r"|^(?:numero|n) (?:de |dans )?(?:la )?(?:rue|voie)$|^numero (?:de )?(?:maison|habitation|immeuble)$",
        es=r"numero de (?:la )?(?:casa|puerta|portal|calle|policia)|numero (?:exterior|ext)\b|^portal$|num(?:ero)? via|"
           r"^altura$"
           r"|^(?:numero|num|n|no) ext(?:erior)?\b|^(?:numero|num|n) (?:de |de la )?(?:via|calle|portal|finca|"
           r"inmueble)$|^portal\b",
        it=r"\bcivico\b"
           r"|^(?:numero|num|n) civico|^n civ$|^civ$",
        nl=r"huis ?(?:nummer|nr)\b|^hnr$",
        pl=r"(?:nr|numer) (?:domu|budynku|posesji)|^nr dom",
        pt=r"\b(?:numero|n) (?:de |da )?(?:porta|policia|casa|residencia)|^numero porta$"
           r"|^(?:numero|n|num) (?:d[eoa] )?(?:porta|policia|predio|imovel|lote|casa|residencia)$",
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
           r"residence batiment|etage (?:porte|couloir|appartement)|appartement etage"
           r"|^complement (?:d )?adr|^lieu dit\b|^batiment$|^bat$|^residence (?:batiment|immeuble|escalier)|"
           r"^immeuble (?:batiment|residence|escalier)|^bat(?:iment)? (?:esc|appt?|etage|residence|immeuble)",
        es=r"direccion ?2|linea ?2|^complemento$|piso (?:y )?puerta|escalera piso|piso letra|"
           r"informacion adicional (?:de )?(?:la )?direccion|bloque (?:escalera|portal|piso)|^colonia y"
           r"|^complemento (?:de )?(?:direccion|domicilio)|^resto de (?:la )?direccion|^datos (?:adicionales|"
           r"complementarios) (?:de )?(?:la )?(?:direccion|domicilio)|^(?:bloque|portal|esc\w*|planta|"
           r"piso) (?:portal|esc\w*|planta|piso|puerta)\b",
        it=r"indirizzo 2|scala interno|interno scala|^presso(?: c o)?$|"
        r"complemento indirizzo|informazioni aggiuntive indirizzo"
           r"|^(?:altre )?informazioni (?:aggiuntive|indirizzo)|^c o presso$|^localita frazione o c o",
        nl=r"adres ?regel 2|adres ?2|adrestoevoeging|extra adresregel",
        pl=r"adres (?:cd|linia 2|2)|dodatkowe informacje adresowe",
        pt=r"complemento$|endereco 2|linha 2|complemento (?:de |do )?endereco|"
           r"^complemento\b"
           r"|^complemento(?: (?:apto|bloco|casa|opcional)\b.*)?$|^informacoes adicionais (?:de |do )?(?:endereco|"
           r"morada)",
        codes=r"addressline2|address2|adresszusatz|^addr2",
        unless=r"previous employer"),
    row("flat-number",
        en=r"^(?:(?:flat|apartment|apt|unit|door|room) ?)+(?: ?(?:number|no|nr|n))?$|"
           r"^(?:flat|apartment|unit) (?:number|no)|^flat or|(?:flat|apartment) number",
        de=r"\bwohnung(?:s|snummer|snr|s nr)?$|wohnungs ?(?:nummer|nr)|"
        r"^stiege|^tur(?:nummer)?$|^top(?: ?nummer| ?nr)?$|^stiege tur|^stock(?:werk)?$|^etage$",
        fr=r"^appartement$|numero d appartement|^(?:n )?appt?$|^porte$|^etage$|^escalier$|numero de porte$"
           r"|^(?:numero |n )?b(?:oi)?te$|^app(?:art)?t?$|^apt$|^etage\b(?: (?:porte|numero|n|et)\b.*)?$|"
           r"^esc(?:alier)?$|^numero (?:de |d )?(?:appartement|app|appt|logement|boite)|^porte \b(?:numero|n)?$|"
           r"^etage et porte",
        es=r"^piso\b|^puerta$|^escalera$|^planta$|^numero int(?:erior)?\b|^bloque$"
           r"|^esc(?:alera)?$|^pta$|^pl(?:anta)?$|^bl(?:o)?q$|^d(?:e)?pto$|^numero (?:de )?(?:piso|puerta|"
           r"apartamento|departamento)|^(?:no|num|n|numero) int(?:erior)?$|^piso (?:letra|y letra|mano|y puerta)|"
           r"^letra$|^apartamento$|^mano$",
        it=r"^interno$|^int$|^scala$|^piano$"
           r"|^int(?:erno)?(?: n\w*)?$|^sc(?:ala)?$|^p(?:ia)?no$|^(?:scala|piano|palazzina|edificio) (?:scala |"
           r"piano |e |interno |int )+$|^(?:scala|piano|palazzina)(?: (?:scala|piano|interno|int|e))+$|"
           r"^interno (?:piano|appartamento)$",
        nl=r"^bus$|^bus ?(?:nummer|nr)$|appartementnummer",
        pl=r"(?:nr|numer) (?:lokalu|mieszkania)|"
        r"^mieszkanie$|^lokal$|nr miesz",
        pt=r"^andar$|^fraccao$|^fracao$|^apartamento$|^apto$|^bloco$|^porta$|numero do apartamento"
           r"|^andar\b(?: (?:e )?(?:fracc?ao|porta|lado|esquerdo|dto|letra|numero)\b.*)?$|^fracc?ao(?: autonoma)?$|"
           r"^(?:n(?:umero)? )?(?:do )?ap(?:arta)?(?:mento|to|t)?$|^bloco(?: e? ?ap\w*)?$|^lado$|^piso e porta$",
        codes=r"aptnumber|flatno|flatnumber",
        unless=r"type|groesse|grosse|\bqm\b|m2|"
        r"looking|wanted"),
    row("country",
        en=r"\bcountry\b|^country\w*|country of (?:residence|residency)|which country do you live|nation$",
        de=r"^(?:wohn|aufenthalts)?land\b(?! .*line)|wohnsitzland|^staat$|^wohnsitzstaat$|"
        r"\bland\b$|land des wohnsitz",
        fr=r"^pays\b|pays de residence"
           r"|^pays$|^pays (?:de )?(?:domicile|residence)",
        es=r"^pais\b|pais (?:de residencia|domicilio)"
           r"|^pais(?: de (?:residencia|domicilio))?$",
        it=r"^paese\b|^nazione\b|^stato estero$|(?:paese|nazione|stato) (?:di )?residenza"
           r"|^stato(?: di residenza| estero)?$|^paese(?: di residenza)?$",
        nl=r"^land$|^woonland$|land van verblijf|^land\b",
        pl=r"^kraj\b|kraj (?:zamieszkania|adresu)|^panstwo(?: zamieszkania)?$",
        pt=r"^pais$|pais de residencia"
           r"|^pais(?: de (?:residencia|domicilio))?$",
        codes=r"\bcountrycode\b|countryname|country ?region",
        unless=r"birth|geburt|naissance|nascita|nacimiento|geboorte|urodz|nascimento|phone|code phone|issu|visited|"
               r"travel|origin|\btax\b|destin|bestemming|docelow|przeznacz|reise|bundes|nationalit|citizen|ausstell|"
               r"delivr|expedi|emis|rilasci|afgifte|wydan|registration|kennzeichen|vehicle|car\b|vorwahl|prefix|"
               r"purchase|herkunft|you will|visit|provenance|zulassung|steuer|leaving|moving (?:to|from)|in which"),
    row("address-level1",
        en=r"\bstate\b|\bprovince\b|\bcounty\b|\bregion\b|\bprefecture\b|\bterritory\b|administrative area",
        de=r"\bbundesland\b|\bkanton\b|^staat provinz|^region$|^provinz$",
        fr=r"\bcanton\b|\bdepartement\b|^region$"
           r"|^departement\b|^province\b|^region\b",
        es=r"\bprovincia\b|^estado(?: (?:de residencia|o provincia))?$|\bcomunidad autonoma\b|^entidad federativa$"
           r"|^departamento o provincia|^region$|^provincia estado",
        it=r"\bprovincia\b|^prov$|^regione$|sigla provincia"
           r"|^pr(?:ov)?(?:incia)?$|^sigla$|^regione\b",
        nl=r"\bprovincie\b",
        pl=r"wojewodztw",
        pt=r"^distrito$|\buf\b|^estado(?: uf)?$|^ilha$"
           r"|^estado$|^regiao(?: autonoma)?$|^u f$|^estado provincia$",
        codes=r"addresslevel1|stateprovince|provincestate",
        unless=r"^(?:please )?state (?:the|your|any|if|whether|why|how|which|what|details|reason)|issu|\bid\b|"
               r"identifier|access|licen|civil|marital|civile|health|plate|court|nascita|nacimiento|birth|geburt|"
               r"naissance|condition|current state|member state|council|empleo|\bof the\b|kennzeichen|estado civil|"
               r"state school|benefit|pension|born|travel|prefer|tribunal"),
    row("address-level3",
        en=r"^(?:district|borough|neighbou?rhood)$|neighbou?rhood|address level 3",
        de=r"stadtteil|ortsteil|^bezirk$|stadtbezirk|^gemeindebezirk$",
        fr=r"^quartier$|arrondissement$"
           r"|^hameau$",
        es=r"^barrio$|\bcolonia\b|"
        r"^delegacion$|^distrito municipal$"
           r"|^urbanizacion$|^pedania$|^colonia$",
        it=r"\bfrazione\b|^quartiere$|^localita frazione"
           r"|^frazione\b",
        nl=r"^wijk$|^buurt$",
        pl=r"^dzielnica$|^gmina$|^powiat$",
        pt=r"\bbairro\b|^freguesia\b"
           r"|^bairro\b|^freguesia\b",
        unless=r"school|council|watch|problem|where|concerned|preferred|gesucht|desired"),
    row("address-level2",
        en=r"\bcity\b|\btown\b|\bsuburb\b|\blocality\b|^municipality$|place of residence|city town|post town|"
           r"^village\b|town or village",
        de=r"^ort$|\bwohn ?ort\b|^stadt\b|\bplz (?:und )?(?:wohn)?ort\b|^ort \w+$|^gemeinde$|"
           r"^stadt (?:oder )?(?:gemeinde|ort)|^(?:plz )?ort\b|politische gemeinde|^ortschaft$|wohngemeinde|"
           r"wohnsitzgemeinde",
        fr=r"\bville\b|^commune\b|\blocalite\b|commune de residence|"
        r"^lieu de residence$|bureau distributeur"
           r"|^ville\b|^localite\b|^commune (?:de )?(?:residence|domicile)|^commune$",
        es=r"\bciudad\b|\blocalidad\b|^(?:poblacion)\b|^municipio\b|municipio de residencia|^pueblo$"
           r"|^localidad\b|^poblacion\b|^(?:alcaldia|delegacion) (?:o )?municipio|^municipio (?:o|y) |^partido$",
        it=r"\bcitta\b(?!dinanza)|^comune\b|\blocalita\b|comune (?:di )?residenza|residente "
        r"(?:a|in|nel comune)\b"
           r"|^comune (?:di )?(?:residenza|domicilio)|^comune\b|^citta$",
        nl=r"^plaats$|^plaatsnaam$|woon ?plaats|^gemeente$|^stad$|^dorp$|^plaats \w+$",
        pl=r"^miasto\b|miejscowos[ct]|^miejsce zamieszkania$|^poczta$|^miasta$",
        pt=r"\bcidade\b|\blocalidade\b|^concelho\b|^municipio$|"
        r"concelho de residencia"
           r"|^localidade\b|^concelho\b|^municipio\b|^cidade\b",
        codes=r"^townname|cityname|addresscity|^ville|^localita",
        unless=r"birth|of issue|departure|arrival|from which|\bhall\b|capacity|geburt|naissance|nacimiento|nascita|"
               r"geboorte|urodz|nascimento|council|bezirk wunsch|veranstaltung|besichtig|event|evento|preferred|"
               r"\bort des|\bort der|ausstell|branch|delivrance|travel|destin|school|incident|meldung|lost|fund|"
               r"ort und datum|ort datum|lieu et|luogo e|plaats en datum|miejscowosc (?:i )?data|local e data|"
               r"lugar y fecha|place and date|town and date|unfall|tat|you want|which (?:city|town)|ville souhait|"
               r"(?:commune|ville) et pays|bibliot|d origine|di origine"),
    row("street-name",
        en=r"^street ?name$|^name of (?:your )?street$|^road name$",
        de=r"stra(?:ss|s)en ?name$",
        fr=r"nom de (?:la )?(?:rue|voie)|libelle de (?:la )?voie"
           r"|^nom (?:de )?(?:la )?(?:voie|rue)|^libelle (?:de )?(?:la )?(?:voie|rue)",
        es=r"nombre de (?:la )?(?:calle|via)"
           r"|^nombre (?:de )?(?:la )?(?:via|calle)$",
        it=r"nome (?:della )?via"
           r"|^(?:nome|denominazione) (?:della )?(?:via|strada)|^toponimo$",
        nl=r"straat ?naam",
        pl=r"nazwa ulicy",
        pt=r"nome da rua"
           r"|^nome (?:da |do )?(?:rua|arruamento|logradouro|via)",
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
           r"^residence principale$|ou habitez vous"
           r"|^(?:votre |nouvelle )?adresse (?:(?:de |du |d |des )(?:l |la |votre )?)?(?:installation|logement|"
           r"raccordement|compteur|lieu de (?:consommation|vie)|fourniture|consommation|point de (?:livraison|"
           r"fourniture)|ligne|domicile|abonne|abonnement|demandeur|declarant|titulaire|souscripteur|assuree?|"
           r"bien assure|risque assure|foyer|locataire|client|residence principale|habitation|"
           r"intervention)(?: actuelle| principale)?$|^adresse (?:exacte|precise|habituelle|permanente|legale|"
           r"fiscale|privee|civique|en (?:france|suisse|belgique))$|^(?:lieu de )?(?:domicile|"
           r"residence)(?: (?:actuelle?|habituelle?|principale?|legale?))?$|^adresse (?:rue|numero).*|"
           r"^adresse et numero$",
        es=r"^(?:su |nueva )?direccion(?: (?:postal|completa|actual|de residencia|de suministro|de envio|"
           r"de facturacion|de contacto|del domicilio|particular|habitual|fiscal|del suministro))*$|^(?:su |"
           r"nuevo )?domicilio(?: (?:actual|fiscal|habitual|completo|particular|de residencia|"
           r"a efectos de notificaciones|postal))*$|direccion a efectos de notificacion\w*"
           r"|^(?:su |nueva )?(?:direccion|domicilio) (?:(?:de |del |de la |de su |de el )+)?(?:suministro|"
           r"vivienda(?: asegurada| habitual)?|inmueble|instalacion|punto de suministro|solicitante|titular|servicio|"
           r"interesad[oa]|declarante|reclamante|correspondencia|notificaciones?|residencia|hogar asegurado|riesgo|"
           r"contador|empadronamiento)(?: actual| habitual)?$|^(?:direccion|domicilio) (?:para|"
           r"a efectos de) (?:la )?(?:correspondencia|notificacion\w*|envios?)|^domicilio (?:legal|real|familiar|"
           r"de contacto)$|^residencia (?:habitual|actual)$|^direccion (?:exacta|permanente|de (?:casa|"
           r"correspondencia))$",
        it=r"^(?:il tuo |nuovo )?indirizzo(?: (?:di (?:residenza|domicilio|fatturazione|spedizione|fornitura|"
           r"recapito)|completo|postale|attuale|abitazione))*$|^residenza$|^domicilio$|^residente in$|"
           r"^(?:indirizzo )?recapito postale$"
           r"|^(?:nuovo )?indirizzo (?:(?:di |del |della |dell |dello )+)?(?:fornitura|utenza|immobile|abitazione|"
           r"allaccio|attivazione|installazione|contatore|richiedente|intestatario|residenza attuale|casa|"
           r"punto di fornitura|contraente|assicurato|dichiarante|corrispondenza|notifica)$|^(?:residenza|"
           r"domicilio) (?:attuale|anagrafica|abituale|fiscale|indirizzo)$|^indirizzo (?:per|a cui inviare) (?:la |"
           r"le )?(?:corrispondenza|fattur\w+|comunicazioni|notifiche)|^abitazione$|^ubicazione (?:immobile|"
           r"dell immobile|utenza)$",
        nl=r"^(?:uw |nieuwe? |huidige? |volledige? )*(?:woon|post|thuis|factuur|bezorg|verblijfs|"
           r"correspondentie)?adres(?:gegevens)?$",
        pl=r"^(?:moj |nowy |pelny |obecny )?adres(?: (?:zamieszkania|korespondencyjny|zameldowania|pocztowy|"
           r"do korespondencji|stalego zamieszkania|wnioskodawcy|dostawy|nieruchomosci|domowy|pelny))*$|"
           r"^miejsce zameldowania$",
        pt=r"^(?:nov[ao] )?endereco(?: (?:completo|residencial|postal|atual|de (?:residencia|faturacao|entrega|"
           r"correspondencia)))*$|^(?:nova )?morada(?: (?:completa|fiscal|de (?:residencia|faturacao|entrega|"
           r"correspondencia)|atual|postal|permanente))*$|^residencia$"
           r"|^(?:nov[ao] )?(?:morada|endereco) (?:d[eoa] )(?:imovel|instalacao|fornecimento|local de (?:consumo|"
           r"fornecimento)|requerente|titular|contador|cliente|correspondencia|domicilio|declarante|reclamante|"
           r"segurad[oa]|casa|unidade consumidora|local|habitacao(?: permanente)?|residencia(?: atual| habitual)?|"
           r"contacto|envio|cobranca|notificacao)$|^(?:local|morada) de (?:consumo|fornecimento|instalacao|"
           r"residencia)$|^(?:morada|endereco) (?:principal|habitual|particular|pessoal|residencial|"
           r"para (?:correspondencia|envio|notificac\w+))$|^domicilio(?: fiscal)?$",
        codes=r"^addr$|^(?:home|postal|street)address$|^fulladdress$",
        unless=_NOT_HOME),
]
