"""Words for identity documents and the numbers that a state gives; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

_NO = r"(?:number|no|nr|n|num|id|code|nummer|numero)"
_NOT_THE_NUMBER = (
    r"issu|photo|copy|upload|scan|country|valid|expir|\bhave\b|\bhold\b|name as|as (?:in|on|shown)\b|\btype\b|place|"
    r"authority|\bdate\b|gultig|ausgestellt|ausstell|kopie|datum|art des|\bart\b|copie|photocopie|delivr|date|"
    r"expedi|copia|caduc|vencim|rilasci|scad|tipo|afgifte|geldig|soort|wydan|wydaj|wazn|skan|rodzaj|emiss|emiti|data|"
    r"\bname\b|surname|^(?:nom|nombre|nome|naam|imie)\b|class|categor|since|state|klasse|seit"
)

DOCUMENTS: list[Row] = [
    row("passport-expiry",
        en=r"passport .*(?:expir|valid|end date)|(?:expir\w*|valid until) .*passport",
        de=r"pass(?:es)? .*(?:gultig|ablauf)|(?:gultig\w*|ablauf\w*) .*pass(?:es)?\b",
        fr=r"passeport .*(?:expir|valid|valab)|(?:expir\w*|valid\w*|valab\w*) .*passeport"
           r"|passeport .*(?:jusqu|echeance)",
        es=r"pasaporte .*(?:caduc|vencim|valid|vigen)|(?:caduc\w*|venc\w*|expiracion|validez|vigencia) .*pasaporte"
           r"|pasaporte .*expira",
        it=r"passaporto .*(?:scad|valid)|(?:scadenza|validita) .*passaporto",
        nl=r"paspoort .*(?:geldig|verval|verloop)|(?:geldig|verval|verloop)\w* .*paspoort",
        pl=r"paszport\w* .*wazn|(?:wazno\w+|wazny|wygas\w+) .*paszport",
        pt=r"passaporte .*(?:valid|expir)|(?:validade|expir\w*) .*passaporte"
           r"|passaporte .*(?:valido|validade|caduc)"),
    row("passport-issue-date",
        en=r"passport .*(?:issue date|date (?:of )?issue|issued on)|(?:issue date|date of issue) .*passport",
        de=r"pass(?:es)? .*ausgestellt am|pass.* ausstellungsdatum|ausstellungsdatum .*pass",
        fr=r"passeport .*(?:delivre le|date de delivrance)|date de delivrance .*passeport",
        es=r"pasaporte .*fecha de expedicion|fecha de (?:expedicion|emision) .*pasaporte",
        it=r"passaporto .*(?:rilasciato il|data (?:di )?rilascio)|data (?:di )?rilascio .*passaporto",
        nl=r"paspoort .*(?:datum (?:van )?afgifte|afgiftedatum)|(?:datum (?:van )?afgifte|afgiftedatum) .*paspoort",
        pl=r"data wydania paszport",
        pt=r"data de emissao .*passaporte|passaporte .*data de emissao",
        unless=r"place|country|authority"),
    row("id-card-expiry",
        en=r"(?:id|identity) (?:card|document) .*(?:expir|valid)|(?:expir\w*|valid until) .*\b(?:id|identity) "
           r"(?:card|document)",
        de=r"ausweis\w* .*(?:gultig|ablauf)|(?:gultig\w*|ablauf\w*) .*ausweis",
        fr=r"(?:carte|piece) d identite .*(?:expir|valid)|(?:expir\w*|valid\w*) .*(?:carte|piece) d identite"
           r"|(?:cni|carte d identite|piece d identite) .*(?:valab|expir|valid)|(?:valab\w*|expir\w*|"
           r"valid\w*) .*\b(?:cni|carte d identite|piece d identite)",
        es=r"(?:caduc\w*|validez|vencimiento) .*\bdni\b|\bdni\b .*(?:caduc|validez|vencim)"
           r"|(?:caduc\w*|valid\w*|venc\w*|vigencia|expira\w*) .*(?:\bdni\b|\bnie\b|documento(?: de identidad)?$)|"
           r"(?:\bdni\b|documento de identidad) .*(?:caduc|valid|venc|vigen|expira)",
        it=r"carta d identita .*(?:scad|valid)|scadenza .*(?:carta d identita|documento)|documento .*(?:scad|valid)|"
           r"validita .*(?:carta d identita|documento)",
        nl=r"(?:identiteits\w+|id) ?(?:kaart|bewijs)? .*(?:geldig|verloop)|geldig\w* .*(?:identiteits\w+|id (?:kaart|"
           r"bewijs))",
        pl=r"dowod\w* .*wazn|wazno\w+ .*dowod",
        pt=r"validade .*(?:cartao de cidadao|documento|\bcc\b)|"
                                                  r"cartao de cidadao .*valid"
           r"|(?:validade|valid[oa]) .*(?:cidadao|documento|\bcc\b|\bbi\b|identidade)|(?:documento de identi\w+|"
           r"\bcc\b|cartao de cidadao) .*(?:valid|expira)"),
    row("residence-permit-number",
        en=rf"residence permit(?: {_NO})?|biometric residence|^brp(?: {_NO})?$|visa {_NO}|"
           rf"alien (?:registration )?{_NO}|uscis {_NO}|immigration {_NO}",
        de=r"aufenthaltstitel|aufenthaltserlaubnis|aufenthaltskarte|auslanderausweis",
        fr=r"(?:titre|carte) de sejour|numero etranger"
           r"|(?:permis|autorisation|document) (?:de )?sejour|permis d etablissement|livret (?:pour )?etranger|"
           r"carte (?:de )?resident|numero (?:d )?(?:etranger|agdref)|\bagdref\b",
        es=r"(?:permiso|tarjeta) de residencia"
           r"|tarjeta de (?:extranjer\w+|identidad de extranjero|residente)|numero (?:de )?(?:permiso|"
           r"tarjeta) de residencia|^tie(?: n\w*)?$",
        it=r"permesso di soggiorno"
           r"|(?:permesso|carta|titolo) di soggiorno",
        nl=r"verblijfs(?:vergunning|document|titel|kaart)|^v nummer$",
        pl=r"kart\w* pobytu",
        pt=r"(?:titulo|autorizacao) de residencia"
           r"|(?:titulo|autorizacao|cartao) de residencia|^(?:rne|rnm|crnm)(?: n\w*)?$|"
           r"registro nacional (?:de )?(?:estrangeiro|migratorio)",
        unless=_NOT_THE_NUMBER),
    row("document-issuer",
        en=r"issuing (?:authority|country|state|office|body)|issued by|(?:country|place|authority) of issue|"
           r"issue (?:country|place)",
        de=r"ausstellende|ausgestellt (?:von|durch|in)|ausstellungs(?:behorde|ort|land|staat)",
        fr=r"autorite (?:de delivrance|emettrice)|delivree? (?:par|a)\b|(?:lieu|pays) de delivrance"
           r"|delivree? (?:e )?(?:par|a)\b|(?:autorite|prefecture|commune|organisme) (?:de delivrance|emettrice|"
           r"emetteur|ayant delivre)|lieu d emission|^emise? par",
        es=r"(?:expedido|emitido) (?:por|en)|(?:lugar|pais|autoridad) de (?:expedicion|emision)|pais (?:emisor|"
           r"expedidor)"
           r"|(?:expedid[oa]|emitid[oa]) (?:por|en)\b|(?:lugar|pais|autoridad|organismo|entidad|"
           r"oficina) (?:de )?(?:expedicion|emision|expedidor|emisor)",
        it=r"rilasciat[oa] (?:da|a)\b|(?:ente|comune|autorita|luogo) (?:di )?rilascio|ente che ha rilasciato"
           r"|rilasciat[oa] (?:da|dal|dalla|dall|a|in)\b|(?:ente|comune|autorita|luogo|questura|prefettura|"
           r"organo)(?: di| che ha)? rilasci|^autorita emittente",
        nl=r"afgegeven (?:door|te|in)|(?:plaats|land) van afgifte|afgevende instantie",
        pl=r"wydan[yae] przez|organ wydaj\w*(?:$| (?:dowod|paszport|dokument|prawo))|(?:kraj|miejsce) wydania",
        pt=r"emitido (?:por|em)|entidade emissora|(?:local|pais) de emissao|orgao (?:emissor|expedidor)"
           r"|(?:emitid[oa]|expedid[oa]|passad[oa]) (?:por|em|pel[oa])\b|(?:entidade|orgao|autoridade|"
           r"servico) (?:de emissao|emissora?|emitente|expedidora?)|(?:local|pais) (?:de |da )?emissao"),
    row("passport-number",
        en=r"\bpassport\b",
        de=r"reisepass|passnummer|pass ?nr\b|pass nummer",
        fr=r"\bpasseport",
        es=r"\bpasaporte",
        it=r"\bpassaporto",
        nl=r"\bpaspoort",
        pl=r"paszport",
        pt=r"\bpassaporte",
        codes=r"passportno|passportnumber",
        unless=_NOT_THE_NUMBER + r"|\bvisa\b|\bor\b .*licen|photo"),
    row("driving-licence-number",
        en=r"driv(?:ing|er|ers|er s) licen[cs]e|\bdvla\b|^dl (?:number|no)$|^licen[cs]e (?:number|no)$",
        de=r"fuhrerschein|fahrerlaubnis",
        fr=r"permis de conduire|numero de permis\b"
           r"|permis (?:de conduire )?\b(?:numero|n)$|^permis (?:de conduire)?$|numero (?:de |du )?permis",
        es=r"(?:permiso|carnet|carne|licencia) de (?:conduc|manej)"
           r"|(?:permiso|carnet|carne|licencia|licencia federal) de (?:conduc|manej)|^numero de (?:licencia|permiso)$",
        it=r"patente di guida|^patente(?: n\w*)?$|\b(?:numero|n) (?:di |della )?patente"
           r"|^patente \b(?:numero|n|di guida)\b|numero (?:della )?patente",
        nl=r"rijbewijs",
        pl=r"praw\w* jazdy",
        pt=r"carta de conducao|^cnh(?: n\w*)?$|numero da cnh|carteira de motorista|"
                                                 r"carteira (?:nacional )?de habilitacao"
           r"|carta de conducao|^cnh\b|numero (?:de registro da |da )cnh|carteira (?:de )?(?:motorista|habilitacao)",
        unless=_NOT_THE_NUMBER + r"|points|penalt|punkte|points"),
    # --- numbers of the state
    row("health-insurance-number",
        en=rf"\bnhs {_NO}\b|health (?:insurance|card) (?:member )?{_NO}|medicare (?:card )?{_NO}|\bchi {_NO}\b|"
           rf"\bh ?c ?n {_NO}\b|medical card {_NO}|insurance member {_NO}",
        de=r"krankenversicher\w*(?:nummer|nr|karte)|krankenversicherten|versichertennummer|versicherten ?(?:nr|id)|"
           r"\bkvnr\b|kassennummer|e ?card nummer|gesundheitskarte",
        fr=r"carte vitale|numero (?:de )?mutuelle|numero d assure(?:e)?(?: social)?$"
           r"|numero (?:de |d |de la )?(?:carte (?:vitale|europeenne|d assure|d assurance maladie)|"
           r"adherent (?:mutuelle|complementaire)|affiliation mutuelle|carte mutuelle)|^carte d assuree?\b",
        es=r"tarjeta sanitaria|\bcip\b(?: n\w*)?$|numero de (?:afiliacion medica|asegurado)"
           r"|numero (?:de |de la )?(?:tarjeta sanitaria|cip|asegurad[oa] medico|tarjeta (?:de la )?(?:mutua|"
           r"seguro medico))|\bcipa?\b(?: n\w*)?$|tarjeta (?:individual )?sanitaria|afiliado (?:a )?(?:la |"
           r"su )?obra social|credencial (?:de )?(?:obra social|prepaga)|^tsi\b",
        it=r"tessera sanitaria|numero (?:di )?tessera team"
           r"|(?:numero |n )?(?:della )?tessera sanitaria|numero (?:identificazione )?(?:tessera )?team",
        nl=r"zorgpas|zorgverzekeringsnummer|polisnummer zorg|"
                                                              r"nummer zorgverzekering",
        pl=r"karta ekuz|numer ubezpieczenia zdrowotnego",
        pt=r"numero (?:de |do )?utente|^utente(?: (?:do )?sns)?$|\bsns\b|cartao (?:nacional )?(?:de saude|"
           r"(?:do )?sus)|^(?:numero )?(?:do )?cns$|carteirinha"
           r"|\b(?:numero|n) (?:de |do )?(?:utente|sns|beneficiario|cartao (?:de saude|do plano|nacional de saude))|"
           r"numero da carteirinha|^cartao (?:do )?sus|^carteirinha",
        codes=r"\behic\b|nhsnumber|nhsno",
        unless=r"\bname\b|seguranca social|insurer|krankenkasse|have|upload|photo|kopie|copia|foto|scan|private|valid|"
               r"gultig"),
    row("health-insurer",
        en=r"health insur(?:er|ance (?:company|provider|fund))|medical insurer|insurance provider health",
        de=r"krankenkasse|krankenversicher(?:ung|er)$",
        fr=r"^(?:nom de (?:la |votre )?)?mutuelle$|caisse d assurance maladie|"
                                                        r"organisme (?:d assurance maladie|complementaire)"
           r"|assurance maladie(?: \w+)?$|caisse (?:d assurance|maladie|primaire|de maladie)|^(?:nom de )?(?:votre |"
           r"la |ma )?(?:mutuelle|caisse maladie|cpam|complementaire sante)(?: sante)?$|^mutualite$|(?:organisme|"
           r"assureur|regime)(?: de| d)? (?:sante|maladie|mutuelle|assurance maladie|complementaire)",
        es=r"aseguradora (?:medica|de salud)|mutua medica|seguro medico$|compania de seguro medico"
           r"|^mutua$|(?:aseguradora|compania|mutua|entidad) (?:medica|sanitaria|de salud)|^seguro (?:medico|"
           r"de salud|privado)$|^obra social$|^prepaga$|^eps$|^obra social prepaga",
        it=r"assicurazione sanitaria"
           r"|assicurazione (?:sanitaria|malattia)|fondo sanitario|cassa malati",
        nl=r"zorgverzekeraar|\bmutualiteit\b|ziekenfonds",
        pl=r"ubezpieczyciel zdrowotny|"
                                                                                    r"oddzial nfz",
        pt=r"seguro de saude|plano de saude|convenio (?:medico)?$"
           r"|^convenio(?: medico| de saude)?$|^(?:operadora|plano) (?:medico|de saude)$|subsistema de saude|"
           r"^operadora do plano|"
           r"^seguradora de saude",
        unless=r"\bhave\b|number|nummer|numero|policy|card"),
    row("social-security-number",
        en=rf"national insurance|\bni {_NO}\b|\bnino\b|social security|\bssn\b|social insurance {_NO}|^sin$",
        de=r"sozialversicherung|rentenversicherung(?:s)?(?:nummer|nr)|\bsv ?n(?:r|ummer)\b|\bsvnr\b|\bahv\b|"
           r"rentenversicherungsnummer|\brvnr\b",
        fr=r"securite sociale|\bn(?:umero)?(?: de)? ?secu\b|\bnir\b|\bavs\b|numero national d inscription"
           r"|numero (?:de )?(?:secu|securite sociale|insee|ss|niss)\b|^insee$",
        es=r"seguridad social|\bnuss\b|\bnaf\b|\bnss\b|numero de afiliacion"
           r"|numero (?:de )?(?:afiliacion|seguridad social|s s|ss)\b|\bimss\b",
        it=r"previdenza sociale|numero inps|posizione inps|matricola inps"
           r"|numero (?:di )?(?:previdenza|matricola inps)",
        nl=r"\bniss\b",
        pl=r"numer ubezpieczenia (?:spolecznego|zus)|numer zus",
        pt=r"seguranca social|\bniss\b|\bnit\b pis|\bpis\b|\bpasep\b|\bnis\b"
           r"|numero (?:de |da )?(?:seguranca social|beneficiario da seguranca)|\bpis pasep\b|\bnit\b$",
        unless=r"\bname\b|last (?:four|4|3|three)|letzte|quatre derniers|benefit|card|statement|contribut|"
               r"beitrag|are you|cotis"),
    row("vat-number",
        en=rf"\bvat\b(?: registration| id\w*)? ?{_NO}?$|^vat\b",
        de=r"\bust ?id|umsatzsteuer ?id|\buid ?(?:nr|nummer)\b|"
                                                              r"umsatzsteuer ?identifikation|mwst ?(?:nr|nummer)",
        fr=r"numero (?:de )?tva|tva intracom\w*|^tva$"
           r"|numero (?:d )?(?:entreprise|bce)$|^numero bce\b|^tva\b",
        es=r"\bcif\b|nif (?:de la )?empresa|nif iva|numero de iva"
           r"|\bcif\b|numero (?:de )?iva",
        it=r"partita iva|\bp iva\b|^piva$"
           r"|^p iva|partita i ?v ?a",
        nl=r"btw (?:nummer|nr|id)|\bbtwnummer",
        pl=r"\bnip\b",
        pt=r"numero de iva|"
                                                                                          r"\bnipc\b|\bcnpj\b"
           r"|\bnipc\b|\bcnpj\b",
        codes=r"vatnumber|vatid|^vat$",
        unless=r"\bcpf\b|includ|exempt|inkl|\brate\b|amount|tax office"),
    row("tax-id",
        en=rf"\butr\b|unique tax(?:payer)?|tax ?(?:payer)? ?(?:id\w*|{_NO}|reference|file|identification)|\btfn\b|"
           rf"^tin(?: {_NO})?$|\bppsn?\b|personal public service|^ein(?: {_NO})?$|employer identification|\bitin\b",
        de=r"steuer ?id\w*|steuer ?nummer|steuer ?nr|steuerliche id|\bst ?nr\b|\bidnr\b|abgabenkontonummer|"
           r"identifikationsnummer steuer",
        fr=r"numero fiscal|identifiant fiscal|reference fiscale|\bsiren\b|\bsiret\b|\bspi\b|n fiscal"
           r"|numero (?:de )?(?:contribuable|spi|teledeclarant)|identification fiscale",
        es=r"\brfc\b|\bcuit\b|\bcuil\b|identificacion fiscal(?! .*empresa)|\brut\b"
           r"|\bcuit cuil\b|\brfc\b|numero (?:de )?identificacion (?:fiscal|tributaria)|clave rfc",
        nl=r"fiscaal nummer|\brsin\b|fiscale nummer",
        pl=r"identyfikator podatkowy|numer identyfikacji podatkowej",
        pt=r"contribuinte|identificacao fiscal|numero fiscal|\bn ?i ?f contribuinte"
           r"|numero (?:de )?(?:contribuinte|identificacao fiscal)|^contribuinte n\w*$",
        codes=r"taxid|steuerid|steueridnr",
        unless=r"\bhow\b|\bdog\b|hund|last (?:four|4)|certificate|country|residen|amount|hunde|\boffice|finanzamt|"
               r"zweit|vergn|grund|gewerbe|umsatz"),
    row("national-id",
        en=rf"national id\w*|national {_NO}|identity {_NO}$|personal (?:identity|identification) (?:number|code)|"
           rf"citizen (?:id|number|service)",
        de=r"\bnationale identifikation|personenkennzahl",
        fr=r"registre national|numero national|\bnrn\b|"
                                                              r"numero d identification nationale?"
           r"|(?:numero )?(?:de )?registre national|^rn$|numero d identification (?:nationale?|du registre)",
        es=r"\bdni\b|^nie$|numero (?:de )?nie\b|\bnie (?:pasaporte|numero)|\bnif\b|cedula|\bcurp\b|documento nacional|"
           r"numero de identidad|numero de identificacion$"
           r"|\bn i f\b|\bd n i\b|numero (?:de )?(?:dni|nie|nif|curp|cedula)|^cedula\b|^run$",
        it=r"codice ?fiscale|\bcod ?fisc(?:ale)?\b|^c ?f$"
           r"|codice fiscale|\bcod fiscale|^c ?f\b|\bcodice fisc",
        nl=r"\bbsn\b|burgerservice|rijksregister|\binsz\b|sofinummer",
        pl=r"\bpesel\b",
        pt=r"\bcpf\b|\bnif\b"
           r"|\bcpf\b|^nif\b|numero (?:de |do )?(?:cpf|nif)\b|\bn i f\b",
        codes=r"personnummer|fodselsnummer|dninie|nifnie|codfisc|^nie nif$|"
                                                      r"bsnnummer|dni nif|nationalid",
        unless=r"\btype\b|tipo|copy|copia|photo|foto|upload|empresa|caduc|valid|vencim|frente|reverso|letra|"
               r"azienda|societa|assunto|kopie|scan"),
    row("id-card-number",
        en=rf"(?:id|identity) card|identity document (?:{_NO})$|(?<!vehicle )identification {_NO}$|"
           rf"^(?:photo )?id {_NO}$",
        de=r"personalausweis|\bausweis ?(?:nummer|nr)|\bperso ?(?:nr|nummer)|nummer (?:des|ihres) (?:personal)?ausweis|"
           r"identitatskarte|id karte",
        fr=r"carte (?:nationale )?d identite|\bcni\b|(?:numero (?:de (?:la |votre )?)?|n )piece d identite|"
           r"numero de carte d identite"
           r"|^cni\b|numero (?:de |du )?(?:document|titre) (?:d )?identite|numero (?:de )?(?:piece|"
           r"carte) (?:nationale )?(?:d )?identite|^piece d identite \b(?:numero|n)$",
        es=r"numero (?:de |del )?documento(?: de identidad)?$|documento de identidad(?: n\w*)?$|numero (?:de )?soporte"
           r"|^documento \b(?:numero|n|de identidad)$|numero (?:de |del )?(?:documento|soporte|"
           r"doc)(?: de)?(?: identidad| identificativo| identificacion| dni)?$|^ine(?: n\w*| ife)?$|"
           r"credencial de elector|clave de elector",
        it=r"carta (?:d |di )?identita|numero (?:del )?documento(?: d(?:i)? ?identita)?$|^n documento\b|"
           r"documento d identita n\w*|"
           r"estremi (?:del )?documento"
           r"|documento (?:di )?(?:identita|riconoscimento)(?: numero| n)?$|numero (?:del |di |della )?(?:documento|"
           r"carta(?: d identita)?)(?: (?:di |d )?(?:identita|riconoscimento))?$|^c i n\w*$|^carta (?:d )?identita\b|"
           r"^(?:carta identita|ci) numero",
        nl=r"identiteitskaart|id ?kaart|(?:nummer )?(?:id|identiteits) ?bewijs|id ?kaart ?nummer|documentnummer|"
           r"eid nummer",
        pl=r"dowod\w* osobist|(?:seri\w+ (?:i|oraz) )?n(?:ume)?r\w* dowodu|seria i n(?:ume)?r|n(?:ume)?r i seria|"
           r"n(?:ume)?r\w* dokumentu(?: tozsamosci)?$",
        pt=r"cartao (?:de|do) cidadao|bilhete de identidade|^rg(?: n\w*)?$|numero do (?:rg|cc|bi)\b|"
           r"identificacao civil|numero (?:do )?documento(?: de identi\w+)?$|documento de identi\w+(?: n\w*)?$|"
           r"^cc n\w*$|^bi cc$"
           r"|(?:cartao|bilhete) (?:de |do )?(?:cidadao|identidade)|numero (?:do |de |da )?(?:documento|cc|bi|rg|"
           r"identidade|cartao de cidadao)(?: de identi\w+)?$|^(?:carteira de )?identidade(?: rg)?$|^rg\b|"
           r"documento de identi\w+(?: numero| n)$|^cc \b(?:numero|n)$|^bi cc\b|^cc bi\b",
        codes=r"idnumber|idcard(?:no|number)?|ausweisnr",
        unless=_NOT_THE_NUMBER),
]
