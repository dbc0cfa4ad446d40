"""Words for addresses and moving. Each row: kind, words that name it, words that rule it out."""

from __future__ import annotations

ADDRESS: list[tuple[str, str, str]] = [
    ("years-at-address", r"(?:years|time|how long) .*(?:at (?:this |your |current )*address|lived|living)|"
                         r"wohnhaft seit jahren", ""),
    ("move-out-date", r"mov(?:e|ed|ing) out|\bauszug(?:s|sdatum)?\b|left (?:the|your) (?:old|previous)|"
                      r"date de depart|fecha de salida|data di uscita|uitschrijfdatum", ""),
    ("move-in-date", r"mov(?:e|ed|ing) (?:in\b|date|to (?:this|the new|your)|day)|date (?:of|you) mov|"
                     r"\beinzug(?:s|sdatum)?\b(?! .*ermacht)|tag des einzugs|umzugsdatum|"
                     r"emmenagement|fecha de (?:la )?mudanza|data (?:del )?trasloco|verhuisdatum|"
                     r"data przeprowadzki|data da mudanca", ""),
    ("postal-code", r"post ?code|\bzip\b|\bzip ?code|zipcode|postal ?code|\bpostal\b$|\bplz\b|postleitzahl|"
                    r"code postal|codigo postal|\bcod postal|\bc ?a ?p\b|"
                    r"codice (?:di avviamento )?postale|kod pocztowy|\bcep\b|eircode|\bpin ?code\b|^cp$|"
                    r"^postnr$|\bzip postal|postalcode",
     r"search|find|look ?up"),
    ("house-number-suffix", r"hausnummern?zusatz|house (?:number|nr|no) (?:suffix|addition|letter)|^zusatz$|"
                            r"\btoev(?:oeging)?\b|huisletter|bis ter|esponente|"
                            r"^addition$|^suffix house", ""),
    ("address-line1", r"house (?:number|no|name)(?: or name)? and (?:street|road)|number and street|"
                      r"street (?:name )?(?:and|&) (?:house )?(?:number|no|nr)|"
                      r"strasse (?:und |u )?(?:haus ?)?(?:nr|nummer|hausnummer|no)|str (?:und |"
                      r"u )?(?:haus ?)?n(?:r|ummer)|numero (?:et|de) (?:nom de )?(?:la )?(?:rue|voie)$|"
                      r"n et (?:rue|voie)|calle y numero|via e (?:numero|n|civico)|straat en (?:huis)?n|"
                      r"ulica i n|ulica (?:i )?n(?:r|umer)|rua e n|"
                      r"building (?:number |name )?(?:and|&) street|first line of (?:your |the )?address|"
                      r"^adresse et numero|rue et n", r"line (?:2|two|3|three)\b"),
    ("house-number", r"house ?(?:number|no|nr|num)\b|house name (?:or|and|/)? ?number|house number or name|"
                     r"building number|street (?:number|no|nr)$|hausnummer|haus ?nr|^hnr$|huis ?nummer|"
                     r"\bcivico\b|nr domu|numer domu|n(?:umero|o|r)? de (?:la )?(?:rue|voie|porte|puerta|porta|"
                     r"policia)|numero da porta|streetnumber|housenumber", ""),
    ("address-line3", r"address ?(?:line )?3|addr ?3|(?:adresszusatz|adresszeile) ?[23]|street 3|line 3|"
                      r"adresse ?3", ""),
    ("address-line2", r"address ?(?:line )?(?:2|two)\b|addr(?:ess)? ?2|\bstreet ?(?:address ?)?(?:line )?2|(?:^|"
                      r"address )line ?2|adresse? ?(?:ligne )?2|adresszusatz|adresszeile 2|complement d adresse|"
                      r"complement(?:o)?$|adress zusatz|direccion ?2|linea ?2|"
                      r"\b(?:apt|apartment|suite|unit|flat|floor|bldg|building|ste)\b.*\b(?:apt|apartment|suite|"
                      r"unit|flat|floor|bldg|building|ste|etc|optional|room|number)\b|"
                      r"^(?:apt|suite|ste)$|address (?:second|extra|additional|extended)|additional address|"
                      r"extended address|^address (?:cont|continued)|\bline (?:2|two) of (?:2|3|two|three)\b", ""),
    ("flat-number", r"^(?:flat|apartment|apt|unit|door|room)(?: (?:number|no|nr|n))?$|\bwohnung(?:s|snummer|"
                    r"snr)?\b|^stiege|^tur(?:nummer)?$|^top$|^appartement$|"
                    r"^piso\b|^puerta$|^interno$|^scala$|nr lokalu|numer (?:lokalu|mieszkania)|^mieszkanie$|"
                    r"^andar$|^fraccao$|^bus$|^floor$", ""),
    ("country", r"\bcountry\b|^country\w*|\bland\b(?! .*line)|^pays\b|pays de residence|^pais\b|"
                r"pais de residencia|^paese\b|^nazione\b|^stato estero$|^kraj\b|"
                r"kraj zamieszkania|^staat$|country ?region|wohnsitzland|\bcountrycode\b|^pais$",
     r"birth|geburts|naissance|code phone|phone|issu|visited|travel|origin|tax|destination|bundes"),
    ("address-level1", r"\bstate\b|\bprovince\b|\bcounty\b|\bregion\b|\bprefecture\b|\bterritory\b|"
                       r"\bbundesland\b|\bkanton\b|\bcanton\b|\bdepartement\b|\bprovincia\b|"
                       r"\bprovincie\b|^estado$|\bcomunidad autonoma\b|wojewodztwo|^distrito$|^regione$|\buf\b|"
                       r"administrative area|addresslevel1|^staat provinz",
     r"^state (?:the|your|any|if|whether|why)|issu|\bid\b|identifier|access|licen|civil|marital|civile|health|"
     r"plate|court"),
    ("address-level3", r"\bdistrict\b|neighbou?rhood|\bbairro\b|stadtteil|ortsteil|\bquartier\b|\bbarrio\b|"
                       r"\bcolonia\b|address level 3|\bfrazione\b|freguesia|\bwijk\b",
     r"school|council"),
    ("address-level2", r"\bcity\b|\btown\b|\bsuburb\b|\blocality\b|^ort$|\bwohnort\b|\bstadt\b|\bplz ort\b|"
                       r"^ort \w+$|\bville\b|\bcommune\b|\blocalite\b|\bciudad\b|"
                       r"\blocalidad\b|\bpoblacion\b|^municipio\b|\bcitta\b|^comune\b|\blocalita\b|^plaats$|"
                       r"woonplaats|^gemeente$|^stad$|^miasto\b|miejscowosc|"
                       r"\bcidade\b|\blocalidade\b|^concelho$|^municipality$|place of residence|city town|^gemeinde$",
     r"birth|of issue|departure|arrival|from which|hall|capacity|geburt"),
    ("street-name", r"^street ?name$|^strassen ?name$|nom de (?:la )?(?:rue|voie)|nombre de (?:la )?(?:calle|"
                    r"via)|nome (?:della )?via|straatnaam|nazwa ulicy|nome da rua", ""),
    ("address-line1", r"address ?(?:line )?(?:1|one)\b|addr(?:ess)? ?1|\bstreet ?(?:address ?)?(?:line )?1|(?:^|"
                      r"address )line ?1|adresse? ?(?:ligne )?1|adresszeile 1|"
                      r"direccion ?1|street ?address|^(?:home |current |postal |mailing |residential |billing |"
                      r"shipping |delivery |permanent |new |street |your )*"
                      r"(?:street|road)$|^strasse$|^str$|^rue$|^voie$|^calle$|^via$|^straat$|^ulica$|^rua$|"
                      r"^street s$|streetaddress|\baddress street\b|"
                      r"^(?:billing |shipping |delivery )?street (?:house|road|avenue).*", r"e ?mail|web|ip address"),
    ("street-address", r"^(?:home |current |postal |mailing |residential |billing |shipping |delivery |"
                       r"permanent |new |full |your |primary |correspondence |contact |property |"
                       r"present |mail |complete |customer |account |physical |residence |bill to |"
                       r"ship to )*address(?: es)?(?: (?:in full|of residence|for correspondence|with postcode|"
                       r"details|field))?$|"
                       r"^(?:neue |aktuelle |vollstandige |private |post)?(?:anschrift|adresse|postadresse|"
                       r"rechnungsadresse|lieferadresse|wohnadresse|meldeadresse|wohnanschrift)$|"
                       r"^adresse (?:postale|complete|actuelle|du domicile|du risque|de facturation|"
                       r"de livraison|du logement)?$|^adresse$|^direccion(?: (?:postal|completa|actual|"
                       r"de residencia|de suministro))?$|"
                       r"^domicilio(?: (?:actual|fiscal))?$|^indirizzo(?: (?:di residenza|completo|"
                       r"di domicilio))?$|^residenza$|^adres(?: (?:zamieszkania|korespondencyjny|zameldowania|"
                       r"pocztowy))?$|"
                       r"^(?:woon|post)?adres$|^endereco(?: completo)?$|^morada(?: completa)?$|^addr$|"
                       r"where do you live|address of (?:the )?(?:insured )?(?:home|property)|"
                       r"^address or postcode$", r"e ?mail|web|\bip\b"),
]
