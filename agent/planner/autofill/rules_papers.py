"""Words for documents, vehicles and banks. Each row: kind, words that name it, words that rule it out."""

from __future__ import annotations

_NUMBER = r"(?:number|no|nr|n|num|id|code|nummer)"

PAPERS: list[tuple[str, str, str]] = [
    # --- identity documents
    ("passport-expiry", r"passport .*(?:expir|valid|end)|(?:expir\w*|valid until).* passport|"
                        r"(?:reise)?pass .*(?:gultig|ablauf)|passeport .*(?:expir|valid)|"
                        r"pasaporte .*(?:caduc|vencim)|passaporto .*scaden|paspoort .*(?:geldig|verval)", ""),
    ("passport-issue-date", r"passport .*(?:issue|issued) ?(?:date|on)?|(?:issue|issued) date.*passport|"
                            r"(?:reise)?pass .*ausgestellt|passeport .*delivr|"
                            r"passaporto .*rilasci", "place|country|authority"),
    ("passport-number", r"\bpassport\b|reisepass|passnummer|passeport|pasaporte|passaporto|passaporte|paspoort|"
                        r"paszport",
     r"issu|photo|copy|upload|country|valid|expir|have|name as|type|place|authority"),
    ("residence-permit-number", rf"residence permit(?: {_NUMBER})?|visa {_NUMBER}|aufenthaltstitel|"
                        rf"aufenthaltserlaubnis|titre de sejour|permiso de residencia|permesso di soggiorno|"
                                r"verblijfs(?:vergunning|document)|karta pobytu|"
                                r"titulo de residencia", "date|valid|gultig|type"),
    ("id-card-expiry", r"(?:id|identity) card .*(?:expir|valid)|ausweis .*(?:gultig|ablauf)|"
                       r"carte d identite .*(?:expir|valid)|carta d identita .*scaden|dowod\w* .*wazn", ""),
    ("driving-licence-number", r"driv(?:ing|er|ers|er s) licen[cs]e|\bdvla\b|fuhrerschein|permis de conduire|"
                        r"(?:permiso|carnet|licencia) de conduc|"
                               r"patente di guida|^patente(?: n\w*)?$|rijbewijs|prawo jazdy|prawa jazdy|"
                               r"carta de conducao|\bcnh\b",
     r"expir|valid|issue|type|class|photo|copy|since|have|state|datum|gultig"),
    ("id-card-number", r"(?:id|identity) card|personalausweis|ausweisnummer|ausweis ?nr|"
                       r"carte (?:nationale )?d identite|\bcni\b|carta d identita|identiteitskaart|"
                       r"dowod\w* osobist|seria i numer|cartao de cidadao|^rg$|"
                       r"id document number", r"photo|copy|upload|issu|expir|type|valid"),
    ("document-issuer", r"issuing (?:authority|country|state|office)|issued by|country of issue|ausstellende|"
                        r"ausgestellt (?:von|durch)|autorite de delivrance|delivree? par|"
                        r"expedido por|rilasciat[oa] da|afgegeven door|wydany przez|organ wydajacy|emitido por|"
                        r"entidade emissora", ""),
    # --- numbers of the state
    ("health-insurance-number", rf"nhs {_NUMBER}|health (?:insurance|card) {_NUMBER}|krankenversicher\w*|"
                        rf"versichertennummer|kvnr|medicare {_NUMBER}|tessera sanitaria|"
                                r"carte vitale|tarjeta sanitaria|numero de utente|\bsns\b|\behic\b|"
                                r"cartao (?:nacional )?(?:de saude|sus)", r"name|insurer"),
    ("health-insurer", r"krankenkasse|health insur(?:er|ance (?:company|provider))|\bmutuelle\b|zorgverzekeraar|"
                       r"aseguradora medica", ""),
    ("social-security-number", rf"national insurance|\bni {_NUMBER}\b|\bnino\b|social security|\bssn\b|"
                        rf"sozialversicherung|rentenversicherung|\bsv ?n(?:r|ummer)\b|"
                               r"\bavs\b|\bahv\b|securite sociale|seguridad social|\bnuss\b|previdenza sociale|"
                               r"\binss\b|\bniss\b|social insurance", r"name|last (?:four|4|3|three)"),
    ("vat-number", rf"\bvat\b(?: registration)? ?{_NUMBER}?|\bust id|umsatzsteuer|\btva\b|partita iva|\bp iva\b|"
                   rf"btw ?nummer|\bnip\b|\bcif\b", "include|including|exempt"),
    ("tax-id", rf"\butr\b|unique taxpayer|tax ?(?:payer)? ?(?:id\w*|{_NUMBER}|reference|file)|\btfn\b|\btin\b|"
               rf"steuer ?id\w*|steuernummer|steuerliche id|"
               r"numero fiscal|\bsiren\b|\bsiret\b|\bppsn?\b|numero de contribuinte|\bcuit\b|\brfc\b|\bein\b",
     r"how|dog|hund|last (?:four|4)"),
    ("national-id", rf"national id\w*|national {_NUMBER}|identity {_NUMBER}|\bdni\b|\bnie\b|\bnif\b|"
                    rf"codice fiscale|\bcod fisc|\bbsn\b|burgerservicenummer|\bpesel\b|\bcpf\b|"
                    r"personnummer|rijksregister|registre national|numero national|personal (?:identity|"
                    r"identification) (?:number|code)|cedula|\bcurp\b|fodselsnummer", r"type|copy|photo"),
    # --- bank
    ("iban", r"\biban\b", "name|holder"),
    ("bic", r"\bbic\b|\bswift\b", ""),
    ("sort-code", r"sort ?code|sortcode", ""),
    ("routing-number", r"routing|\bifsc\b|\bbsb\b|bankleitzahl|\bblz\b|\baba\b|transit (?:number|no)|\babi\b|"
                       r"institution number", ""),
    ("account-holder", r"account ?holder|name (?:of|on|in) (?:the |your )?(?:bank |building society )?account|"
                       r"bank account (?:holder )?name$|kontoinhaber|"
                       r"titulaire (?:du )?compte|titular (?:de )?(?:la )?cuenta|intestatario (?:del )?conto|"
                       r"intestatario c ?c|rekeninghouder|(?:naam|tenaamstelling) rekening|"
                       r"tenaamstelling|posiadacz\w* (?:rachunku|konta)|wlasciciel\w* (?:rachunku|konta)|"
                       r"titular (?:da )?conta|payer name", "died|deceased|passed away"),
    ("bank-name", r"\bbank ?name|name of (?:your |the )*(?:bank|building society)|^bank$|"
                  r"^(?:your )?bank or building society$|kreditinstitut|geldinstitut|name der bank|^banque$|"
                  r"nom de la banque|^banco$|nombre del banco|^banca$|naam (?:van de |uw )?bank|nazwa banku|"
                  r"nome do banco|^which bank$", ""),
    ("bank-account-number", r"bank ?account ?(?:number|no|nr)|kontonummer|konto ?nr|numero de compte(?! client)|"
                        r"compte bancaire|numero de cuenta|cuenta bancaria|numero (?:di )?conto|"
                            r"rekeningnummer|bankrekening|numer (?:konta|rachunku)|nr (?:konta|rachunku)|"
                            r"numero da conta|conta bancaria|"
                            r"account number (?:for|of) (?:your )?(?:bank|refund|direct debit)", r"\bcustomer|"
                                        r"vertragskonto"),
    # --- vehicle
    ("vehicle-vin", r"\bvin\b|chassis|fahrgestell|fahrzeug ?ident|\bfin\b|\btelaio\b|bastidor|nadwozi|"
                    r"vehicle identification", ""),
    ("vehicle-registration", rf"number ?plate|licen[cs]e ?plate|\bplate (?:number|no)\b|^plate$|(?:vehicle|car|"
                             rf"van|motorcycle|caravan) reg\w*|registration (?:number|mark|plate|no)|\bvrm\b|\bvrn\b|"
                             rf"^reg(?:istration)?(?: {_NUMBER})?$|kennzeichen|immatriculation|plaque|\btarga\b|"
                             rf"\bkenteken|(?:numer|nr) rej|rejestracyjn|"
                             r"\bplaca\b|matricula del|matricula (?:do|da) (?:carro|viatura|veiculo|automovel)|"
                             r"^matricula$",
     r"company|birth|charity|trade|date|certificate|country"),
    ("vehicle-make", r"^(?:vehicle |car |bike )?(?:make|manufacturer|brand)(?: of (?:the |your )?(?:vehicle|car|"
                     r"van))?$|(?:make|brand) of (?:your |the )?(?:car|vehicle)|(?:fahrzeug|auto)?marke$|hersteller|"
                     r"^marque\b|^marca\b(?! .*modelo)|^merk\b|^marka\b|casa automobilistica", ""),
    ("vehicle-model", r"^(?:vehicle |car |bike )?model(?: of (?:the |your )?(?:vehicle|car|van))?$|"
                      r"(?:fahrzeug)?modell$|^modele\b|^modelo\b|^modello\b|^model (?:auta|pojazdu|auto)", ""),
    ("vehicle-colour", r"(?:vehicle|car) colou?r|colou?r of (?:the |your )?(?:vehicle|car|van)|^colou?r$|"
                       r"fahrzeugfarbe|^farbe$|^couleur(?: du vehicule)?$|^color$|^colore$|^kleur$|^kolor$|^cor$", ""),
    ("vehicle-fuel", r"fuel(?: type)?$|kraftstoff|carburant|combustible|carburante|brandstof|paliw|combustivel|"
                     r"antriebsart", ""),
]
