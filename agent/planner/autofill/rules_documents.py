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
        fr=r"passeport .*(?:expir|valid|valab)|(?:expir\w*|valid\w*|valab\w*) .*passeport",
        es=r"pasaporte .*(?:caduc|vencim|valid|vigen)|(?:caduc\w*|venc\w*|expiracion|validez|vigencia) .*pasaporte",
        it=r"passaporto .*(?:scad|valid)|(?:scadenza|validita) .*passaporto",
        nl=r"paspoort .*(?:geldig|verval|verloop)|(?:geldig|verval|verloop)\w* .*paspoort",
        pl=r"paszport\w* .*wazn|(?:wazno\w+|wazny|wygas\w+) .*paszport",
        pt=r"passaporte .*(?:valid|expir)|(?:validade|expir\w*) .*passaporte"),
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
        fr=r"(?:carte|piece) d identite .*(?:expir|valid)|(?:expir\w*|valid\w*) .*(?:carte|piece) d identite",
        es=r"(?:caduc\w*|validez|vencimiento) .*\bdni\b|\bdni\b .*(?:caduc|validez|vencim)",
        it=r"carta d identita .*scad|scadenza .*(?:carta d identita|documento)|documento .*scad",
        nl=r"(?:identiteits\w+|id) ?(?:kaart|bewijs)? .*(?:geldig|verloop)|geldig\w* .*(?:identiteits\w+|id (?:kaart|"
           r"bewijs))",
        pl=r"dowod\w* .*wazn|wazno\w+ .*dowod",
        pt=r"validade .*(?:cartao de cidadao|documento|\bcc\b)|"
                                                  r"cartao de cidadao .*valid"),
    row("residence-permit-number",
        en=rf"residence permit(?: {_NO})?|biometric residence|^brp(?: {_NO})?$|visa {_NO}|"
           rf"alien (?:registration )?{_NO}|uscis {_NO}|immigration {_NO}",
        de=r"aufenthaltstitel|aufenthaltserlaubnis|aufenthaltskarte|auslanderausweis",
        fr=r"(?:titre|carte) de sejour|numero etranger",
        es=r"(?:permiso|tarjeta) de residencia",
        it=r"permesso di soggiorno",
        nl=r"verblijfs(?:vergunning|document|titel|kaart)|^v nummer$",
        pl=r"kart\w* pobytu",
        pt=r"(?:titulo|autorizacao) de residencia",
        unless=_NOT_THE_NUMBER),
    row("document-issuer",
        en=r"issuing (?:authority|country|state|office|body)|issued by|(?:country|place|authority) of issue|"
           r"issue (?:country|place)",
        de=r"ausstellende|ausgestellt (?:von|durch|in)|ausstellungs(?:behorde|ort|land|staat)",
        fr=r"autorite (?:de delivrance|emettrice)|delivree? (?:par|a)\b|(?:lieu|pays) de delivrance",
        es=r"(?:expedido|emitido) (?:por|en)|(?:lugar|pais|autoridad) de (?:expedicion|emision)|pais (?:emisor|"
           r"expedidor)",
        it=r"rilasciat[oa] (?:da|a)\b|(?:ente|comune|autorita|luogo) (?:di )?rilascio|ente che ha rilasciato",
        nl=r"afgegeven (?:door|te|in)|(?:plaats|land) van afgifte|afgevende instantie",
        pl=r"wydan[yae] przez|organ wydaj|(?:kraj|miejsce) wydania",
        pt=r"emitido (?:por|em)|entidade emissora|(?:local|pais) de emissao|orgao (?:emissor|expedidor)"),
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
        fr=r"permis de conduire|numero de permis\b",
        es=r"(?:permiso|carnet|carne|licencia) de (?:conduc|manej)",
        it=r"patente di guida|^patente(?: n\w*)?$|\b(?:numero|n) (?:di |della )?patente",
        nl=r"rijbewijs",
        pl=r"praw\w* jazdy",
        pt=r"carta de conducao|^cnh(?: n\w*)?$|numero da cnh|carteira de motorista|"
                                                 r"carteira (?:nacional )?de habilitacao",
        unless=_NOT_THE_NUMBER + r"|points|penalt|punkte|points"),
    # --- numbers of the state
    row("health-insurance-number",
        en=rf"\bnhs {_NO}\b|health (?:insurance|card) (?:member )?{_NO}|medicare (?:card )?{_NO}|\bchi {_NO}\b|"
           rf"\bh ?c ?n {_NO}\b|medical card {_NO}|insurance member {_NO}",
        de=r"krankenversicher\w*(?:nummer|nr|karte)|krankenversicherten|versichertennummer|versicherten ?(?:nr|id)|"
           r"\bkvnr\b|kassennummer|e ?card nummer|gesundheitskarte",
        fr=r"carte vitale|numero (?:de )?mutuelle|numero d assure(?:e)?(?: social)?$",
        es=r"tarjeta sanitaria|\bcip\b(?: n\w*)?$|numero de (?:afiliacion medica|asegurado)",
        it=r"tessera sanitaria|numero (?:di )?tessera team",
        nl=r"zorgpas|zorgverzekeringsnummer|polisnummer zorg|"
                                                              r"nummer zorgverzekering",
        pl=r"karta ekuz|numer ubezpieczenia zdrowotnego",
        pt=r"numero (?:de |do )?utente|^utente(?: (?:do )?sns)?$|\bsns\b|cartao (?:nacional )?(?:de saude|"
           r"(?:do )?sus)|^(?:numero )?(?:do )?cns$|carteirinha",
        codes=r"\behic\b|nhsnumber|nhsno",
        unless=r"\bname\b|insurer|krankenkasse|have|upload|photo|kopie|copia|foto|scan|private|valid|gultig"),
    row("health-insurer",
        en=r"health insur(?:er|ance (?:company|provider|fund))|medical insurer|insurance provider health",
        de=r"krankenkasse|krankenversicher(?:ung|er)$",
        fr=r"^(?:nom de (?:la |votre )?)?mutuelle$|caisse d assurance maladie|"
                                                        r"organisme (?:d assurance maladie|complementaire)",
        es=r"aseguradora (?:medica|de salud)|mutua medica|seguro medico$|compania de seguro medico",
        it=r"assicurazione sanitaria",
        nl=r"zorgverzekeraar|\bmutualiteit\b|ziekenfonds",
        pl=r"ubezpieczyciel zdrowotny|"
                                                                                    r"oddzial nfz",
        pt=r"seguro de saude|plano de saude|convenio (?:medico)?$",
        unless=r"\bhave\b|number|nummer|numero|policy|card"),
    row("social-security-number",
        en=rf"national insurance|\bni {_NO}\b|\bnino\b|social security|\bssn\b|social insurance {_NO}|^sin$",
        de=r"sozialversicherung|rentenversicherung(?:s)?(?:nummer|nr)|\bsv ?n(?:r|ummer)\b|\bsvnr\b|\bahv\b|"
           r"rentenversicherungsnummer|\brvnr\b",
        fr=r"securite sociale|\bn(?:umero)?(?: de)? ?secu\b|\bnir\b|\bavs\b|numero national d inscription",
        es=r"seguridad social|\bnuss\b|\bnaf\b|\bnss\b|numero de afiliacion",
        it=r"previdenza sociale|posizione inps|matricola inps",
        nl=r"rijksregister|\binsz\b|\bniss\b",
        pl=r"numer ubezpieczenia spolecznego|numer zus",
        pt=r"seguranca social|\bniss\b|\bnit\b pis|\bpis\b|\bpasep\b|\bnis\b",
        unless=r"\bname\b|last (?:four|4|3|three)|letzte|quatre derniers|benefit|card|statement|contribut|"
               r"beitrag|are you|cotis"),
    row("vat-number",
        en=rf"\bvat\b(?: registration| id\w*)? ?{_NO}?$|^vat\b",
        de=r"\bust ?id|umsatzsteuer ?id|\buid ?(?:nr|nummer)\b|"
                                                              r"umsatzsteuer ?identifikation|mwst ?(?:nr|nummer)",
        fr=r"numero (?:de )?tva|tva intracom\w*|^tva$",
        es=r"\bcif\b|nif (?:de la )?empresa|nif iva|numero de iva",
        it=r"partita iva|\bp iva\b|^piva$",
        nl=r"btw (?:nummer|nr|id)|\bbtwnummer",
        pl=r"\bnip\b",
        pt=r"numero de iva|"
                                                                                          r"\bnipc\b|\bcnpj\b",
        codes=r"vatnumber|vatid|^vat$",
        unless=r"\bcpf\b|includ|exempt|inkl|\brate\b|amount|tax office"),
    row("tax-id",
        en=rf"\butr\b|unique tax(?:payer)?|tax ?(?:payer)? ?(?:id\w*|{_NO}|reference|file|identification)|\btfn\b|"
           rf"^tin(?: {_NO})?$|\bppsn?\b|personal public service|^ein(?: {_NO})?$|employer identification|\bitin\b",
        de=r"steuer ?id\w*|steuer ?nummer|steuer ?nr|steuerliche id|\bst ?nr\b|\bidnr\b|abgabenkontonummer|"
           r"identifikationsnummer steuer",
        fr=r"numero fiscal|identifiant fiscal|reference fiscale|\bsiren\b|\bsiret\b|\bspi\b|n fiscal",
        es=r"\brfc\b|\bcuit\b|\bcuil\b|identificacion fiscal(?! .*empresa)|\brut\b",
        nl=r"fiscaal nummer|\brsin\b|fiscale nummer",
        pl=r"identyfikator podatkowy|numer identyfikacji podatkowej",
        pt=r"contribuinte|identificacao fiscal|numero fiscal|\bn ?i ?f contribuinte",
        codes=r"taxid|steuerid|steueridnr",
        unless=r"\bhow\b|\bdog\b|hund|last (?:four|4)|certificate|country|residen|amount|hunde|\boffice|finanzamt|"
               r"zweit|vergn|grund|gewerbe|umsatz"),
    row("national-id",
        en=rf"national id\w*|national {_NO}|identity {_NO}$|personal (?:identity|identification) (?:number|code)|"
           rf"citizen (?:id|number|service)",
        de=r"\bnationale identifikation|personenkennzahl",
        fr=r"registre national|numero national|\bnrn\b|"
                                                              r"numero d identification nationale?",
        es=r"\bdni\b|^nie$|numero (?:de )?nie\b|\bnie (?:pasaporte|numero)|\bnif\b|cedula|\bcurp\b|documento nacional|"
           r"numero de identidad|numero de identificacion$",
        it=r"codice ?fiscale|\bcod ?fisc(?:ale)?\b|^c ?f$",
        nl=r"\bbsn\b|burgerservice|rijksregister|sofinummer",
        pl=r"\bpesel\b",
        pt=r"\bcpf\b|\bnif\b",
        codes=r"personnummer|fodselsnummer|dninie|nifnie|codfisc|^nie nif$|"
                                                      r"bsnnummer|dni nif|nationalid",
        unless=r"\btype\b|tipo|copy|copia|photo|foto|upload|empresa|caduc|valid|vencim|frente|reverso|letra|"
               r"azienda|societa|assunto|kopie|scan"),
    row("id-card-number",
        en=rf"(?:id|identity) card|identity document (?:{_NO})$|identification {_NO}$|"
           rf"^(?:photo )?id {_NO}$",
        de=r"personalausweis|ausweis ?(?:nummer|nr)|\bperso ?(?:nr|nummer)|nummer (?:des|ihres) (?:personal)?ausweis|"
           r"identitatskarte|id karte",
        fr=r"carte (?:nationale )?d identite|\bcni\b|(?:numero (?:de (?:la |votre )?)?|n )piece d identite|"
           r"numero de carte d identite",
        es=r"numero (?:de |del )?documento(?: de identidad)?$|documento de identidad(?: n\w*)?$|numero (?:de )?soporte",
        it=r"carta (?:d |di )?identita|numero (?:del )?documento(?: d(?:i)? ?identita)?$|documento d identita n\w*|"
           r"estremi (?:del )?documento",
        nl=r"identiteitskaart|id ?kaart|(?:nummer )?(?:id|identiteits) ?bewijs|documentnummer|eid nummer",
        pl=r"dowod\w* osobist|(?:seri\w+ (?:i|oraz) )?n(?:ume)?r\w* dowodu|seria i n(?:ume)?r|"
           r"n(?:ume)?r\w* dokumentu(?: tozsamosci)?$",
        pt=r"cartao (?:de|do) cidadao|bilhete de identidade|^rg(?: n\w*)?$|numero do (?:rg|cc|bi)\b|"
           r"identificacao civil|numero (?:do )?documento(?: de identi\w+)?$|documento de identi\w+(?: n\w*)?$|"
           r"^cc n\w*$|^bi cc$",
        codes=r"idnumber|idcard(?:no|number)?|ausweisnr",
        unless=_NOT_THE_NUMBER),
]
