"""Words for home, household, memberships, health and pets; each row: kind, words for it, words against it."""

from __future__ import annotations

THINGS: list[tuple[str, str, str]] = [
    ("pet-microchip", r"micro ?chip|chip ?(?:number|no|nr|nummer)|transponder|numero de (?:puce|chip)|"
                      r"identificat\w+ animal", ""),
    ("pet-name", r"(?:pet|dog|cat|animal) ?(?:s )?names?$|name of (?:your |the )*(?:pet|dog|cat|animal)|"
                 r"what s your pet called|pet called|(?:ruf)?name (?:des|ihres|der) (?:hundes|tieres|haustiers|"
                 r"katze)|"
                 r"nom (?:du|de l|de votre) (?:chien|chat|animal)|nombre (?:del|de la|de tu|de su) (?:perro|"
                 r"mascota|gato)|nome (?:del|dell|do|da) (?:cane|animale|gatto|cao|animal|pet)|"
                 r"naam (?:van )?(?:de |het |uw )?(?:hond|kat|huisdier)|imie (?:psa|kota|zwierzecia)", ""),
    ("meter-number", r"meter (?:number|no|serial|id|nr|point)|\bmpan\b|\bmprn\b|\bmpr\b|zahlernummer|zahler ?nr|"
                     r"zahlpunkt|marktlokation|\bean\b|\bpod\b|\bpdr\b|\bcups\b|"
                     r"numero (?:de |del |do )?(?:compteur|contador|contatore)|matricola contatore|\bpdl\b|"
                     r"\bpce\b|meternummer|numer licznika|supply number|codigo ponto de entrega", r"reading|stand"),
    ("library-card-number", r"library (?:card|ticket|membership)(?: number| no)?|bibliotheksausweis|leseausweis|"
                        r"carte de (?:bibliotheque|lecteur)|carnet de (?:la )?biblioteca|tessera (?:della )?biblioteca|"
                            r"bibliotheekpas|karty? biblioteczn", "collect|branch|type|want"),
    ("frequent-flyer-number", r"frequent (?:flyer|flier)|loyalty (?:number|no|card)|vielflieger|miles (?:and|&)|"
                        r"programme de fidelite|numero di fidelita", ""),
    ("known-traveller-number", r"known traveller|known traveler|redress|trusted traveller|\bktn\b", ""),
    ("policy-number", r"polic(?:y|e) (?:number|no|nr|reference|id)|insurance number|"
                      r"versicherungs(?:schein)?(?:nummer|nr)|vertragsnummer versicher|(?:numero|"
                      r"n) de (?:la )?(?:police|poliza)|"
                      r"(?:numero|n) (?:di )?polizza|polisnummer|numer polisy|(?:numero|n) da apolice|"
                      r"policynumber", ""),
    ("customer-number", r"customer (?:reference )?(?:number|no|id|nr|reference)|(?:client|member(?:ship)?|contract|"
                        r"subscriber|council tax|supply|gas|water|electricity) (?:account )?(?:number|no|nr|id|"
                        r"reference)|"
                        r"(?:customer|membership) (?:ref|account)\b|^account (?:number|no|nr|reference|id)$|"
                        r"kundennummer|kunden ?nr|mitglied(?:s|er)?n(?:ummer|r)|vertragsnummer|vertragskonto|"
                        r"rechnungskonto|buchungskonto|kassenzeichen|"
                        r"(?:numero|n) (?:de |du |d )?(?:client|contrat|adherent|abonne)|(?:numero|n|no) (?:de |"
                        r"del )?(?:cliente|contrato|socio|abonado)|(?:numero|n|codice) (?:di )?(?:cliente|"
                        r"contratto|socio|utenza)|"
                        r"codice cliente|klantnummer|contractnummer|lidmaatschapsnummer|numer (?:klienta|umowy|"
                        r"czlonkowski)|nr (?:klienta|umowy)|(?:numero|n|no) (?:de |do |da )?(?:cliente|contrato|"
                        r"socio|matricula|aluno)|"
                        r"membership number", r"order|booking"),
    ("number-of-children", r"number of (?:dependent |your )?(?:children|dependants|dependents|kids)|"
                           r"how many (?:dependent )?(?:children|kids)|anzahl (?:der |ihrer )?kinder|kinderzahl|"
                           r"nombre d enfants|numero de hijos|"
                           r"numero (?:di )?figli|aantal kinderen|liczba dzieci|numero de filhos|children under", ""),
    ("number-of-adults", r"number of adults|how many adults|anzahl (?:der )?erwachsene|nombre d adultes|"
                         r"numero de adultos|numero (?:di )?adulti|aantal volwassenen|"
                         r"liczba doroslych", "travel|passenger|ticket|guest"),
    ("household-size", r"household size|(?:people|persons|occupants|residents) (?:live |living |"
                       r"who live )?(?:in|at) (?:your |the |this )?(?:household|home|property|house|address)|"
                       r"how many people live|(?:anzahl )?personen im haushalt|haushaltsgrosse|personenzahl|"
                       r"personnes (?:dans le|au) foyer|composition du foyer|personas (?:en|que viven en) (?:el|la)|"
                       r"(?:componenti|persone) (?:del |nel )?nucleo|nucleo familiare|"
                       r"personen in (?:het )?huishouden|gezinsgrootte|osob w gospodarstwie|"
                       r"agregado familiar", "name"),
    ("tenancy-type", r"tenancy (?:type|status)|own or rent|rent or own|(?:do you )?(?:own|rent) (?:or (?:own|"
                     r"rent) )?(?:your |the )(?:home|property)|tenure|home ?owner(?:ship)?|housing status|"
                     r"residential status|"
                     r"mieter oder|eigentumer oder|wohnverhaltnis|statut d occupation|proprietaire ou locataire|"
                     r"propietario o inquilino|proprietario o inquilino|huur of koop|residence status",
     "name"),
    ("property-type", r"(?:type|kind) of (?:property|home|house|dwelling|accommodation)|property type|"
                      r"wohnungsart|gebaudeart|immobilientyp|type de (?:logement|bien|habitation)|"
                      r"tipo de (?:vivienda|imovel|inmueble)|"
                      r"tipo (?:di )?(?:abitazione|immobile)|type woning|woningtype|rodzaj nieruchomosci|"
                      r"typ budynku", ""),
    ("number-of-rooms", r"(?:number of|how many) (?:bed ?)?rooms|^bedrooms$|anzahl (?:der )?zimmer|zimmeranzahl|"
                        r"nombre de (?:pieces|chambres)|numero de (?:habitaciones|quartos)|"
                        r"numero (?:di )?(?:stanze|vani|locali)|"
                        r"aantal (?:slaap)?kamers|liczba pokoi", "hotel|guest"),
    ("school-name", r"name of (?:the |your |current )*school|school ?name|^(?:current |present |"
                    r"previous )?school$|^schule$|name der schule|^(?:nom de l )?(?:etablissement|"
                    r"ecole)(?: scolaire)?$|^colegio$|"
                    r"centro escolar|^scuola$|^school naam$|^szkola$|^escola$|school attended", ""),
    ("university", r"\buniversity\b|\bcollege\b|hochschule|universitat|universite|universidad|universita|"
                   r"universiteit|uczelnia|faculdade", "degree|year|type"),
    ("highest-qualification", r"highest (?:level of )?(?:qualification|education|degree)|level of education|"
                              r"education level|hochster (?:schul)?abschluss|bildungsabschluss|niveau d etudes|"
                              r"diplome le plus|nivel de estudios|"
                              r"titolo di studio|hoogste opleiding|opleidingsniveau|wyksztalcenie|escolaridade|"
                              r"habilitacoes", ""),
    ("gp-name", r"(?:name of (?:your )?)?(?:gp|general practitioner|family doctor|doctor s surgery|gp practice|"
                r"gp surgery)(?: s? ?name| practice| surgery)?$|registered (?:gp|doctor)|\bhausarzt|medecin traitant|"
                r"medico de (?:cabecera|familia)|medico curante|medico di base|huisarts|lekarz (?:rodzinny|"
                r"pierwszego)", "phone|address|tel|contact"),
    ("allergies", r"allerg|alergi", "form"),
    ("dietary-requirements", r"\bdiet|food (?:needs|requirements|preferences)|ernahrung|essenswunsche|"
                             r"regime alimentaire|dieta|alimentari|intolerance|dieet|alimentar", ""),
    ("medical-conditions", r"medical (?:conditions?|needs|history|issues|information)|health (?:conditions?|"
                           r"problems|issues)|any (?:injuries|illness|medical|disabilit)|injuries|disabilit|"
                           r"medications?\b|vorerkrankung|krankheiten|"
                           r"behinderung|medikamente|problemes de sante|antecedents medicaux|enfermedad|"
                           r"discapacidad|lesiones|patologie|problemi di salute|disabilita|medische|ziekten|"
                           r"choroby|niepelnosprawn|condicoes medicas|doencas|lesoes",
     "certificate|insur|record"),
    ("relationship", r"relationship|relation to|how (?:are|were) you related|verwandtschaft|verhaltnis zu|"
                     r"beziehung zu|lien (?:de parente|avec)|parentesco|relacion con|grado di parentela|"
                     r"rapporto di parentela|relatie tot|"
                     r"verwantschap|pokrewienstwo|stopien pokrewienstwa|grau de parentesco", ""),
]
