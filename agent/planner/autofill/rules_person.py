"""Words for names, birth, contact and work. Each row: kind, words that name it, words that rule it out."""

from __future__ import annotations

PERSON: list[tuple[str, str, str]] = [
    # --- contact: before names and addresses, because "e-mail address" and "phone number" contain their words
    ("contact-preference",
     r"contact preference|preferred (?:method|way|means) (?:of|to)|how (?:should|would|can|do) .*contact|"
     r"preferred contact (?:method|type)|bevorzugte kontakt|kontaktart|kontaktweg|moyen de contact|medio de contacto|"
     r"modalita di contatto|contactvoorkeur|preferowan\w+ (?:forma|sposob) kontaktu|forma de contacto|"
     r"contato preferid", ""),
    ("email", r"\be ?mails?\b|\bemail|courriel|\bcorreo\b|posta elettronica|\bmail ?adres|\badresse (?:mail|"
              r"electronique)|"
              r"\bmailadresse|\bmel\b|^mail$|poczt\w* elektroniczn",
     r"\bpostal mail|mailing (?:list|address)|gmail|password|passwort|title|\botp\b|subject|betreff|frequency|"
     r"type of|preference|code"),
    ("tel-extension", r"\b(?:phone |tel )?ext(?:ension)?\b(?: n\w+)?$|durchwahl|\bextension\b",
     r"file|date|deadline|loan|lease|reason|frist"),
    ("tel-country-code", r"(?:phone|tel\w*|mobile) (?:country )?(?:prefix|code)$|dial+ing code|calling code|"
                         r"country (?:phone |dial\w* )code|"
                         r"lande?r?s?vorwahl|indicatif (?:pays|telephonique)|prefijo|prefisso|landcode|netnummer land|"
                         r"kierunkowy kraju|codigo do pais|country code", r"with .*prefix|postal|area"),
    ("tel-area-code", r"^area code\b|\bvorwahl\b|\bstd code\b|^ddd$|netnummer|numer kierunkowy", ""),
    ("tel", r"\b(?:tele)?phones?\b|\bmobile\b|\bcell(?:phone| phone|ular)?\b|\btel\b|\btele?(?:ph|f)on|\bhandy|"
            r"rufnummer|"
            r"\bmobil(?:funk|nummer|telefon)?\b|mobilnummer|mobielnummer|\bportable\b|\bgsm\b|\bmovil\b|"
            r"\bcelular\b|cellulare|telefoon|"
            r"komork|telemovel|\bwhatsapp\b|\bcontact (?:number|no)\b|\bnumber we can (?:reach|call)|"
            r"\bdaytime number\b|"
            r"\bcontactnumber\b|\bphonenumber\b|\bfestnetz",
     r"\bfax|type|model|provider|operator|plan\b|brand|mitnehmen|portier|kind of|(?:phone|mobile|cell) (?:make|"
     r"name)|home page|"
     r"mobile app|device|call me|\bimei\b|tarif|when|preferred time|best time|alert|text me|\bport\b"),
    ("url", r"\bweb ?(?:site|page)\b|\bhome ?page\b|^url$|\bsite (?:web|internet)\b|sitio web|sito web|"
            r"strona www|^webseite$|"
            r"pagina web", r"how|hear"),
    # --- birth
    ("country-of-birth", r"country of birth|birth country|geburtsland|pays de naissance|pais de nacimiento|"
                         r"paese di nascita|"
                         r"stato di nascita|geboorteland|kraj urodzenia|pais de nascimento", ""),
    ("place-of-birth", r"(?:place|town|city) of birth|birth ?place|geburtsort|lieu de naissance|lugar de nacimiento|"
                       r"luogo di nascita|comune di nascita|geboorteplaats|miejsce urodzenia|naturalidade|"
                       r"local de nascimento", ""),
    ("bday-day", r"(?:birth ?day|birth|dob|bday|geburts?)\W?(?:date)? (?:day|dd|tag)$|day of (?:your )?birth$|"
                 r"geburtstag tag|jour de naissance", "date"),
    ("bday-month", r"(?:birth ?day|birth|dob|bday|geburts?)\W?(?:date)? (?:month|mm|monat)$|"
                   r"month of (?:your )?birth|geburtsmonat|mois de naissance", ""),
    ("bday-year", r"(?:birth ?day|birth|dob|bday|geburts?)\W?(?:date)? (?:year|yyyy|yy|jahr)$|"
                  r"year of (?:your )?birth|birth year|geburtsjahr|"
                  r"annee de naissance|geboortejaar|rok urodzenia", ""),
    ("bday", r"date of birth|birth ?date|\bbirth ?day\b|\bd ?o ?b\b|\bborn\b|geburtsdatum|geburtstag|geb ?datum|"
             r"geboren am|"
             r"date de naissance|\bnee? (?:e )?le\b|fecha (?:de )?nac|data (?:di )?nascita|nato a? ?il|"
             r"geboortedatum|data urodzenia|"
             r"data de nasc|when were you born|\bbday\b", r"place|city|town|country|certificate|message|wish"),
    ("age", r"^age$|^age in years|^your age\b|how old are you|^alter$|lebensalter|^(?:votre )?age ans|^edad$|"
            r"^eta$|^leeftijd$|^wiek$|^idade$", ""),
    # --- names
    ("mothers-maiden-name", r"mother s? ?maiden|geburtsname (?:der|ihrer) mutter|nazwisko panienskie matki|"
                            r"nom de jeune fille de "
                            r"(?:votre|la) mere|meisjesnaam (?:van )?(?:uw |je )?moeder", ""),
    ("mother-name", r"mother s (?:full |first |given )?names?|name der mutter|imie matki|nome da mae|"
                    r"nombre de la madre|nome della madre|nom de la mere", ""),
    ("father-name", r"father s (?:full |first |given )?names?|name des vaters|imie ojca|nome do pai|"
                    r"nombre del padre|nome del padre|nom du pere|paternit", ""),
    ("birth-name", r"maiden|birth name|(?:sur)?name at birth|(?:previous|former|earlier) (?:sur|last |"
                   r"family )?names?$|geburtsname|"
                   r"\bgeborene\b|fruhere[rn]? name|jeune fille|nom de naissance|apellido de solter|da nubile|"
                   r"geboortenaam|meisjesnaam|"
                   r"nazwisko rodowe|panienskie|nome de solteir|other names used", ""),
    ("nickname", r"nick ?name|preferred (?:first )?name|\bknown as\b|what should we call you|rufname|spitzname|"
                 r"\bsurnom\b|\bapodo\b|"
                 r"soprannome|roepnaam|name you (?:use|prefer)|screen ?name", r"hund|tier\b|katze"),
    ("initials", r"^(?:your )?initials$|initialen|voorletters|inicjaly|^iniciais$", ""),
    ("honorific-suffix", r"^(?:name )?suffix\b|namenszusatz|honorific ?suffix|name suffix|post nominal", ""),
    ("honorific-prefix", r"^(?:name |personal )?title$|salutation|honorific|^(?:name )?prefix$|\banrede\b|"
                         r"^(?:akademischer )?titel\b|"
                         r"\bcivilite\b|^tratamiento$|^titolo$|^appellativo$|\baanhef\b|aanspreek|^tytul$|"
                         r"zwrot grzecz|^tratamento$|^mr mrs",
     r"job|book|project|film|event|article|post\b|topic|subject|item"),
    ("name", r"\bfull ?(?:legal )?name|\bname in full\b|first (?:name )?(?:and|&) (?:last|sur)|\b(?:name|"
             r"forename|first name) (?:and|und) "
             r"(?:surname|family|last|vorname|nachname)|vor ?(?:und|u) ?(?:nach|zu)name|"
             r"vorname (?:und )?(?:nach|familien)?name$|"
             r"nach ?name vorname|^name vorname|nachname und vorname|vollstandiger name|nom et prenoms?|"
             r"prenoms? et nom|nom prenom|prenom nom|nom complet|"
             r"nombres? y apellidos?|apellidos? y nombres?|apellidos? nombres?|nombre completo|nome e cognome|"
             r"cognome e nome|nominativo|nome completo|"
             r"nome e (?:sobrenome|apelido)|volledige naam|voor ?(?:letters )?en achternaam|imie i nazwisko|"
             r"nazwisko i imie|"
             r"\bfullname\b|\bname of (?:the )?(?:applicant|person (?:notifying|filling|completing|reporting|"
             r"making|applying|submitting))|"
             r"nome do (?:aluno|titular|requerente)", r"bank|konto|card|karte"),
    ("additional-name", r"middle ?(?:name|initial)|^middle$|^m ?i$|second (?:first )?(?:name|prenom)|"
                        r"deuxieme prenom|weitere vornamen|zweiter vorname|"
                        r"segundo nombre|secondo nome|tweede voornaam|drugie imie|nome do meio|\bmname\b|"
                        r"additional name|other (?:fore)?names$|"
                        r"mid(?:dle)? ?initial", ""),
    ("family-name", r"last ?name|\bsurname|family ?name|\bnachname|familienname|\bzuname\b|nom de famille|"
                    r"\bapellidos?\b|\bcognome\b|"
                    r"achternaam|familienaam|\bnazwisk|sobrenome|ultimo nome|\blname\b|^last$|\bname last$|"
                    r"\blast n$|^l ?name$",
     r"segundo apellido|previous|former"),
    ("given-name", r"first ?name|fore ?name|given ?name|christian name|\bvornamen?\b|\bprenoms?\b|\bvoornaam|"
                   r"voornamen|\bimie\b|\bimiona\b|"
                   r"primeiro nome|primer nombre|\bnome proprio\b|\bfname\b|^first$|\bname first$|^f ?name$|"
                   r"nombre de pila", r"\bhund|\btier"),
    ("name", r"^(?:legal |contact |customer |client |member |patient |applicant(?: s)?|lead passenger(?: s)? |"
             r"primary contact |your |my |billing |"
             r"shipping |delivery |ship to |payer |bill to |real )*\s?names?(?: s)?(?: as (?:it appears|shown|"
             r"on|per)\b.*)?$|"
             r"^(?:applicant|policy ?holder|account customer|claimant|(?:name )?(?:des |der )?antragsteller\w*(?: in)?|"
             r"vertragsinhaber\w*(?: in)?|vertragspartner\w*|versicherungsnehmer\w*(?: in)?|"
             r"ansprechpartner\w*(?: in)?|kundenname|"
             r"preneur d assurance|assure|demandeur|souscripteur|abonne|titulaire(?: du contrat)?|"
             r"titular(?: del (?:contrato|suministro)| do contrato)?|"
             r"solicitante|intestatario(?: del contratto| utenza| fornitura)?|richiedente|contratante|"
             r"requerente|aanvrager|naam aanvrager|"
             r"contractant|verzekeringnemer|wnioskodawca|ubezpieczajacy)$|"
             r"^(?:ihr |dein )?name$|^(?:votre )?nom$|^nombre$|^nome$|^naam$|^nazwa$|^imie nazwisko$|"
             r"name of (?:the )?(?:account|contract|policy) ?holder|\b(?:contact|customer|your|"
             r"applicant) ?name\b|^name s$",
     r"user|bank|company|firm|file|card"),
    # --- work
    ("employer-address", r"(?:address|location|postcode|city) of (?:your |the |current )*employer|"
                         r"employer(?: s)? (?:address|location|street|city|postcode|zip)|"
                         r"where (?:your|is your|the) employer|(?:anschrift|adresse) (?:des|ihres) arbeitgebers|"
                         r"adresse de (?:l |votre )employeur|"
                         r"direccion (?:del empleador|de la empresa)|indirizzo (?:del datore|azienda)|"
                         r"adres (?:van de )?(?:werkgever|pracodawcy)", ""),
    ("employer-name", r"\bemployer\b(?: s)?(?: full| business)?(?: name)?$|name of (?:your |the |current |"
                      r"present )*employer|who do you work for|"
                      r"current employer|arbeitgeber\w*|employeur|\bempleador\b|datore di lavoro|\bwerkgever\b|"
                      r"pracodawc|empregador|"
                      r"entidad(?:e)? (?:empleadora|patronal)",
     r"phone|tel|mail|leas|number|contribut|anschrift|adresse|contact|gross|since|seit"),
    ("job-start-date", r"(?:date|when) you started(?: (?:work|your job|this job|employment))?$|employment start|"
                       r"start(?:ing)? date (?:of|in|at) (?:your )?(?:job|employ|"
                       r"position|work)|date of hire|hire date|employed since|beschaftigt seit|eintrittsdatum|"
                       r"date d embauche|"
                       r"fecha de (?:alta|ingreso)|data (?:di )?assunzione|in dienst sinds|data zatrudnienia|"
                       r"data de admissao|when did you start (?:work|your)", ""),
    ("employment-status", r"employment (?:status|situation|type)|working status|beschaftigungs(?:status|"
                          r"verhaltnis)|berufsstatus|erwerbsstatus|situation professionnelle|"
                          r"situacion laboral|condizione (?:lavorativa|professionale)|arbeidssituatie|"
                          r"status zatrudnienia|situacao profissional|are you (?:currently )?(?:employed|"
                          r"working)", ""),
    ("annual-income", r"(?:annual|yearly|total|gross|net|household)? ?(?:annual|yearly) (?:gross |"
                      r"net )?(?:income|salary|earnings)|income (?:per|a) year|"
                      r"^(?:gross |current |expected |annual |base )*salary\b|jahres(?:brutto|"
                      r"netto)?(?:einkommen|gehalt|verdienst)|jahresbrutto|"
                      r"revenus? annuels?|salaire annuel|ingresos anuales|salario anual|reddito annuo|"
                      r"jaarinkomen|roczn\w+ dochod|dochod roczny|"
                      r"rendimento anual|renda anual|revenu fiscal", r"month|monat|mensu|maand|miesi|range of"),
    ("payroll-number", r"payroll|staff (?:number|no|id)|employee (?:number|no|id)|personalnummer|matricule|"
                       r"numero de empleado|personeelsnummer", ""),
    ("organization-title", r"job ?title|\b(?:your |current )?position\b(?: there| held)?$|\boccupation\b|"
                           r"\bprofession\b|\bjob\b$|^beruf\b|berufsbezeichnung|"
                           r"ausgeubter beruf|^tatigkeit$|^funktion$|\bmetier\b|\bpuesto\b|^cargo$|profesion|"
                           r"ocupacion|professione|\bmansione\b|"
                           r"\bberoep\b|^functie$|\bzawod\b|stanowisko|profissao|what do you do for|\brole\b$|"
                           r"organi[sz]ation title",
     r"start|since|type|previous"),
    ("industry", r"^industry$|branch of business|line of business|\bbranche\b|wirtschaftszweig|"
                 r"secteur d activite|sector (?:de )?activ|settore", ""),
    ("organization", r"\bcompany\b|\borgani[sz]ation\b|business name|name of (?:your |the )*(?:business|company|"
                     r"firm)|\bfirmenname|^firma\b|"
                     r"\bunternehmen\b|raison sociale|^(?:nom de l )?entreprise\b|^societe\b|\bempresa\b|"
                     r"razon social|\bazienda\b|ragione sociale|"
                     r"\bbedrijf(?:snaam)?\b|organisatie|nazwa firmy|leasemaatschappij|^org$|institution name",
     r"size|type|number|phone number|website|url|phone|mail|address|tax|registration|turnover|kind|position|"
     r"form\b|which|nummer"),
    # --- the person
    ("sex", r"\bgender\b|^sex$|geschlecht|\bsexe\b|\bgenre\b|\bsexo\b|\bgenero\b|\bsesso\b|\bgeslacht\b|"
            r"\bplec\b|^your sex$|legal sex", r"self describe"),
    ("marital-status", r"marital|civil status|familienstand|etat civil|situation (?:familiale|matrimoniale)|"
                       r"situation de famille|estado civil|stato civile|"
                       r"burgerlijke (?:staat|stand)|stan cywilny", ""),
    ("nationality", r"nationalit|citizenship|citizen of|staatsangehorig|staatsburger|nacionalidad|cittadinanza|"
                    r"obywatelstwo|narodowosc", "second|other|weitere"),
    ("language", r"(?:preferred|first|native|correspondence|your|main) language|^language$|^sprache$|"
                 r"muttersprache|korrespondenzsprache|^langue\b|^idioma\b|^lingua$|"
                 r"^taal$|^jezyk$|^lingua\b", r"programming|skills|other"),
    ("religion", r"\breligio|konfession|kirchensteuer|denomination|wyznanie", ""),
    ("ethnicity", r"ethnic|^race\b|hispanic", ""),
]
