"""Words for bank accounts and vehicles; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

_NO = r"(?:number|no|nr|n|num|nummer)"

BANK_AND_VEHICLE: list[Row] = [
    row("iban",
        codes=r"\biban\b|^ibannummer|^iban",
        unless=r"\bname\b|holder|inhaber|titular|intestat|houder|upload|don t|do you|no iban|without|posiadacz|"
               r"\bbic\b .*only"),
    row("bic",
        codes=r"\bbic\b|\bswift\b|^bic(?:code|swift)"),
    row("sort-code",
        en=r"sort ?code",
        codes=r"sortcode"),
    row("routing-number",
        en=r"\brouting\b|\baba (?:number|no|routing)|transit (?:number|no)|institution (?:number|no)",
        de=r"bankleitzahl|\bblz\b|clearing ?(?:nummer|nr)",
        fr=r"code (?:banque|guichet)"
           r"|numero de clearing",
        es=r"codigo de (?:la )?entidad|\bclabe interbancaria sucursal",
        it=r"^(?:codice )?abi$|^(?:codice )?cab$|\babi cab\b"
           r"|^codice (?:abi|cab)\b",
        pt=r"codigo do banco|^agencia(?: bancaria)?(?: n\w*)?$"
           r"|^numero do banco$|^ag(?:encia)?(?: sem digito| com digito| e digito)?$",
        codes=r"\bifsc\b|\bbsb\b|routingnumber"),
    row("account-holder",
        en=r"account ?holder|name (?:of|on|in) (?:the |your )?(?:bank |building society )?account|"
           r"name in which .*account|(?:bank account|bank) (?:holder )?name (?:on|of) account|"
           r"bank account (?:holder )?name$|payer s? ?name|name s? ?of (?:the )?account ?holder|account owner|"
           r"beneficiary name",
        de=r"konto ?inhaber|inhaber(?:in)? (?:des|ihres) kontos|name (?:des|der) zahlungspflichtigen|"
           r"zahlungspflichtig|name (?:auf|des) konto",
        fr=r"titulaire (?:du |de )?(?:compte|rib)|nom du (?:debiteur|payeur)|au nom de \(compte\)"
           r"|compte (?:est )?(?:au nom de|ouvert au nom)|titulaire du (?:compte|rib|iban)|nom du titulaire du compte",
        es=r"titular (?:de )?(?:la )?cuenta|nombre del (?:deudor|titular de la cuenta)|titular bancario"
           r"|titular(?:es)? de (?:la |su )?cuenta|cuenta a nombre de|titular del? (?:iban|banco)",
        it=r"intestatari[oa] (?:del |di |de )?(?:l )?(?:c ?c|conto|iban)|intestazione (?:del )?conto|"
           r"titolare (?:del )?conto"
           r"|(?:conto|c c|iban) intestat[oa] a|intestatari[oa] (?:del |dell |di )?(?:c c|conto|iban)|^intestazione$|"
           r"titolare (?:del |di )?(?:conto|c c)",
        nl=r"rekening ?houder|(?:naam|tenaamstelling) (?:van )?(?:de |uw )?(?:bank)?rekening|tenaamstelling|"
           r"ten name van|^t ?n ?v$|rekening op naam van",
        pl=r"(?:po?siadacz|wlasciciel)\w* (?:rachunku|konta)|(?:imie i )?nazwisko wlasciciela (?:konta|rachunku)",
        pt=r"titular (?:da |de )?conta|nome do titular (?:da conta|bancario)"
           r"|titular (?:da |de )?conta|conta (?:em nome de|em nome)|\bnome do (?:titular|favorecido)(?: da conta)?$|"
           r"^favorecido$",
        codes=r"accountholder|kontoinhaber|acctname",
        unless=r"died|deceased|passed away|energy|electric|\bgas\b|utility"),
    row("bank-account-number",
        en=rf"bank ?account(?: {_NO})?$|bank ?account {_NO}|account number (?:for|of) (?:your )?(?:bank|refund|"
           r"direct debit)|checking account|account number at (?:the |your )?bank",
        de=r"konto ?nummer|konto ?nr|^bankverbindung$",
        fr=r"numero de compte\b(?! (?:client|abonne))|compte bancaire|"
                                                           r"^(?:votre )?rib$|coordonnees bancaires"
           r"|\bccp\b|compte (?:postal|courant|cheque)|numero (?:de )?(?:rib|ccp)",
        es=r"numero de cuenta|cuenta bancaria|\bclabe\b|\bccc\b|n de cuenta|cuenta corriente"
           r"|\bcbu\b|\bcvu\b|clabe(?: interbancaria)?|numero (?:de )?cuenta|^cuenta(?: bancaria| corriente|"
           r" de ahorros?)$",
        it=r"numero (?:di |del )?(?:conto|c ?c)\b|conto corrente|coordinate bancarie"
           r"|^numero (?:di )?conto\b|^c c (?:bancario|postale|n\w*)|^conto (?:corrente|bancario)(?: n\w*)?$",
        nl=r"rekening ?(?:nummer|nr)|bank ?rekening(?:nummer)?",
        pl=r"\b(?:numer|nr) (?:konta|rachunku)|rachun\w+ bankow|"
                                                                    r"konto bankow",
        pt=r"numero da conta|conta (?:bancaria|corrente)|^nib$|conta e digito"
           r"|conta (?:com|e|sem) digito|^conta (?:n\w*|poupanca|corrente|bancaria)$|^numero (?:de |da )?conta\b|"
           r"\bnib\b|^conta para (?:credito|deposito|reembolso)$",
        codes=r"bankaccountnumber|acctnumber|^accno$",
        unless=r"\bcustomer|vertragskonto|holder|\bname\b|inhaber|titular|intestat|houder|po?siadacz|wlasciciel|"
               r"\btype\b|tipo|client|rechnungskonto|buchungskonto|lastschrift von|have|contract"),
    row("bank-name",
        en=r"\bbank ?name|^(?:your )?bank (?:or |and )?building society name$|name of (?:your |the )*(?:bank|"
           r"building society)|^(?:your )?bank$|which bank$|^(?:your )?bank (?:or|and) building society(?: name)?$|"
           r"financial institution",
        de=r"kredit ?institut|geldinstitut|name (?:der|ihrer) bank|^bankname$|bankinstitut",
        fr=r"^(?:votre )?banque$|nom de (?:la |votre )?banque|etablissement bancaire|domiciliation bancaire"
           r"|^nom (?:de )?(?:l )?etablissement (?:bancaire|financier)|^banque\b$|organisme bancaire",
        es=r"^banco$|nombre (?:del|de su) banco|entidad (?:bancaria|financiera)"
           r"|^banco$|^nombre del banco|^entidad (?:bancaria|financiera)|^banco o caja",
        it=r"^banca$|nome (?:della )?banca|istituto "
                                                                          r"(?:bancario|di credito)"
           r"|^banca(?: di appoggio)?$|^istituto (?:bancario|di credito)|^nome (?:della |dell )?(?:banca|istituto)",
        nl=r"naam (?:van )?(?:de |uw )?bank$|^banknaam$",
        pl=r"nazwa banku|^bank$",
        pt=r"nome do banco|"
                                                                              r"instituicao (?:bancaria|financeira)"
           r"|^banco$|^nome do banco|^instituicao (?:bancaria|financeira|de credito)",
        unless=r"account|branch"),
    # --- vehicle
    row("vehicle-vin",
        en=r"\bvin\b(?! (?:mousseux|rouge|blanc))|chassis|vehicle identification|frame number$",
        de=r"fahrgestell|fahrzeug ?ident|\bfin (?:nummer|nr)|^fin$|\bfin (?:des )?fahrzeug",
        fr=r"numero de (?:serie|chassis) (?:du )?vehicule|identification du vehicule"
           r"|\bchassis\b|code vin|numero (?:d )?identification (?:du )?vehicule|numero de serie (?:du )?(?:vehicule|"
           r"cadre)",
        es=r"\bbastidor\b|numero de serie del vehiculo|\bniv\b"
           r"|\bchasis\b|numero de bastidor|^vin\b",
        it=r"\btelaio\b"
           r"|numero (?:di )?telaio",
        nl=r"chassis|meldcode|voertuigidentificatie",
        pl=r"nadwozi",
        pt=r"\bquadro\b numero|\bchassi\b|\bchassis\b"
           r"|numero (?:de |do )?(?:quadro|chassis?)\b|^vin\b",
        unless=r"reading|bicycle|bike|cycle|rower|velo\b"),
    row("vehicle-registration",
        en=rf"number ?plate|licen[cs]e ?plate|\bplate (?:number|no)\b|^(?:vehicle |car )?plate$|"
           rf"(?:vehicle|car|van|motorcycle|motorbike|caravan|trailer) reg\w*|registration (?:mark|plate)|"
           rf"registration (?:number|no)(?: of (?:the |your )?(?:vehicle|car|van))?$|\bvrm\b|\bvrn\b|\brego\b|"
           rf"^(?:reg|registration)(?: {_NO})?$",
        de=r"kennzeichen|nummernschild|kontrollschild|kfz ?(?:nr|nummer)\b|autonummer",
        fr=r"immatricul|plaque d|^plaque$|numero de plaque"
           r"|^(?:numero )?(?:d )?immatriculation|plaque (?:d )?immatriculation|^numero de plaques?|^plaques?$",
        es=r"^matricula(?: (?:de|del) .*(?:vehiculo|coche|moto|turismo|"
           r"automovil).*)?$|numero de matricula$|\bplacas?\b|matricula (?:vehiculo|coche|moto)|patente del vehiculo"
           r"|^matricula$|^placas?\b|^numero de (?:matricula|placas?)$|matricula(?: del)? vehiculo",
        it=r"\btarga\b"
           r"|\btarghe\b|numero (?:di )?targa",
        nl=r"kenteken|nummerplaat",
        pl=r"rejestracyjn|\b(?:numer|nr) rej\b|tablic\w* rej",
        pt=r"^matricula(?: (?:do|da) .*)?$|matricula (?:viatura|veiculo|automovel)|\bplaca\b"
           r"|^matricula$|^placa\b|^matricula (?:d[ao] )?(?:viatura|veiculo|carro|automovel)",
        codes=r"kfzkz|numberplate|licenseplate|vehiclereg|vrm",
        unless=r"company|birth|charity|trade|date|certificate|country|business|tax|document|bescheinigung|v5c|"
               r"verkehrszeichen|akten|geschaft|aluno|alumno|colegi|universi|escolar|estud|curso|siret|societe|event|"
               r"voter|inscri|carte grise|school|nationali|land\b|pays|pais|wish|wunsch|patient|professional|datum|"
               r"zeit\b|urzedow"),
    row("vehicle-make",
        en=r"^(?:(?:vehicle|car|bike|van|motorcycle) )?(?:make|manufacturer|brand)(?: (?:and|model).*)?"
           r"(?: of (?:the |your )?(?:vehicle|car|van|bike))?$|(?:make|brand) of (?:your |the )?(?:car|vehicle|van)|"
           r"(?:vehicle|car) (?:make|manufacturer|brand)",
        de=r"(?:fahrzeug|auto)marke$|^marke$|fahrzeughersteller|^hersteller$|^fabrikat$",
        fr=r"^marque(?: (?:du|de la|de votre) (?:vehicule|voiture|moto))?$|marque (?:du |de la )?(?:vehicule|voiture)"
           r"|^marque$",
        es=r"^marca(?: (?:del?|de su) (?:vehiculo|coche|auto|moto))?$"
           r"|^marca$",
        it=r"^marca(?: (?:del|dell|della)? ?(?:veicolo|auto|"
           r"vettura|autovettura|automobile))?$|casa automobilistica"
           r"|^marca$|^fabbrica e tipo$",
        nl=r"^(?:auto)?merk(?: (?:van )?(?:de |het |uw )?(?:auto|voertuig))?$",
        pl=r"^marka(?: (?:pojazdu|samochodu|auta))?$",
        pt=r"^marca(?: d[oa] (?:veiculo|viatura|carro|automovel))?$"
           r"|^marca$",
        unless=r"model|modell|modele|modelo|modello|type|appliance|device|phone|laptop|bicycle"),
    row("vehicle-model",
        en=r"^(?:(?:vehicle|car|bike|van|motorcycle) )?model(?: of (?:the |your )?(?:vehicle|car|van|bike))?$|"
           r"vehicle model",
        de=r"(?:fahrzeug|auto)?modell$|^(?:fahrzeug)?typ (?:des )?fahrzeug\w*$|fahrzeugtyp$",
        fr=r"^modele(?: (?:du|de la|de votre) .*)?$"
           r"|^modele\b|^type modele$|^denomination commerciale$|^modele type$",
        es=r"^modelo(?: (?:del?|de su) .*)?$"
           r"|^modelo\b(?! (?:de )?(?:contrato|solicitud))",
        it=r"^modello(?: (?:del|dell|della)? ?(?:veicolo|auto\w*|vettura))?$"
           r"|^modello\b(?! (?:isee|f24|unico))|^tipo modello$|^modello (?:e )?versione$",
        nl=r"^(?:auto)?model(?: (?:van )?(?:de |het |uw )?(?:auto|voertuig))?$",
        pl=r"^model(?: (?:auta|pojazdu|samochodu))?$",
        pt=r"^modelo(?: d[oa] .*)?$"
           r"|^modelo$|^modelo (?:e )?versao$",
        unless=r"phone|laptop|device|appliance|contrat|documento|telefone|ordinateur|"
                                             r"telemovel|router|bicicl"),
    row("vehicle-colour",
        en=r"(?:vehicle|car|van) colou?r|colou?r of (?:the |your )?(?:vehicle|car|van)|^colou?r$",
        de=r"fahrzeugfarbe|^farbe(?: des (?:fahrzeugs|autos|wagens))?$|wagenfarbe",
        fr=r"^couleur(?: (?:du vehicule|de la voiture|de votre vehicule))?$"
           r"|^couleur(?: dominante)?$",
        es=r"^color(?: del? (?:vehiculo|coche|auto))?$"
           r"|^color$",
        it=r"^colore(?: (?:del veicolo|auto|dell auto))?$"
           r"|^colore$",
        nl=r"^kleur(?: (?:van )?(?:de |het )?(?:auto|voertuig))?$",
        pl=r"^kolor(?: (?:pojazdu|samochodu|auta))?$",
        pt=r"^cor(?: d[oa] (?:veiculo|viatura|carro))?$"
           r"|^cor (?:predominante|d[ao] \w+)$"),
    row("vehicle-fuel",
        en=r"^(?:vehicle |car )?fuel(?: type)?$|type of fuel|fuel type",
        de=r"kraftstoff(?:art)?|antriebsart|"
                                                                          r"^treibstoff$",
        fr=r"carburant|^energie "
                                                                                         r"(?:du )?vehicule"
           r"|^energie$|^type (?:de carburant|d energie)$|^source d energie$|motorisation",
        es=r"combustible"
           r"|^tipo de (?:combustible|motor)$|^combustible\b|^carburante$",
        it=r"carburante|alimentazione (?:del )?(?:veicolo|auto)"
           r"|^alimentazione$|^tipo (?:di )?(?:alimentazione|carburante)",
        nl=r"brandstof",
        pl=r"\bpaliw",
        pt=r"combustivel"
           r"|^tipo de combustivel|^combustivel\b",
        unless=r"poor|pobreza|amount|cost|heating"),
]
