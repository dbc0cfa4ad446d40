"""Words for names and forms of address; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

_ROLE_EN = (
    r"applicant|policy ?holder|account customer|claimant|main applicant|contract holder|bill payer|complainant|"
    r"enquirer|resident|taxpayer|tax payer|council tax payer|parent or guardian|member|patient|customer|volunteer|"
    r"donor|participant|person making (?:the |this )?(?:report|complaint|claim|application|request)"
)
_ROLE_DE = (
    r"antragsteller\w*|vertragsinhaber\w*|vertragspartner\w*|versicherungsnehmer\w*|ansprechpartner\w*|"
    r"anschlussinhaber\w*|kontaktperson|auftraggeber\w*|melder\w*|anmelder\w*|teilnehmer\w*|steuerpflichtige\w*|"
    r"anspruchsteller\w*|beschwerdefuhrer\w*|abgabepflichtige\w*|gebuhrenschuldner\w*"
)
_ROLE_FR = (
    r"preneur d assurance|assuree?|demandeu(?:r|se)|souscripteur|souscriptrice|abonne|titulaire(?: du (?:contrat|"
    r"permis|abonnement))?|declarant|requerante?|adherente?|participante?|usager|"
    r"allocataire|locataire|patiente?|membre|redevable|reclamante?|plaignante?|candidate?|licenciee?|"
    r"signalant|voyageur|conducteur a|abonnee?|stagiaire|benevole|societaire|contribuable|emprunteur"
)
_ROLE_ES = (
    r"titular(?: del? (?:contrato|suministro|servicio))?|solicitante|interesad[oa]|reclamante|tomador(?: del seguro)?|"
    r"asegurad[oa]|declarante|abonad[oa]|soci[oa]|contribuyente|participante|paciente|"
    r"usuari[oa]|viajer[oa]|denunciante|consumidor(?: reclamante)?|afiliad[oa]|aspirante|candidat[oa]|voluntari[oa]|"
    r"arrendatari[oa]|inquilin[oa]|compareciente|suscriptor"
)
_ROLE_IT = (
    r"intestatari[oa](?: (?:del )?contratto| (?:dell )?utenza| (?:della )?fornitura)?|richiedente|contraente|"
    r"dichiarante|assicurat[oa]|segnalante|istante|partecipante|contribuente|sottoscritt[oa]|paziente|"
    r"soci[oa]|aderente|abbonat[oa]|volontari[oa]|reclamante|viaggiatore|inquilin[oa]|candidat[oa]|denunciante|"
    r"titolare (?:del contratto|utenza)"
)
_ROLE_NL = (
    r"aanvrager|naam aanvrager|contractant|verzekeringnemer|verzekerde|melder|contracthouder|indiener|deelnemer|klager"
)
_ROLE_PL = (
    r"wnioskodawc[ay]|ubezpieczajac[yae]\w*|ubezpieczon[yae]\w*|zglaszajac[yae]\w*|skladajac[yae]\w*|abonent\w*|"
    r"uczestnik\w*|strony umowy|czytelnik\w*"
)
_ROLE_PT = (
    r"titular(?: do contrato)?|requerente|contratante|segurad[oa]|tomador do seguro|reclamante|declarante|socio|"
    r"participante|associad[oa]|paciente|contribuinte|consumidor|voluntari[oa]|candidat[oa]|assinante|"
    r"passageiro|viajante|inquilin[oa]|arrendatari[oa]|beneficiari[oa] titular|denunciante|subscritor"
)
_ROLES = "|".join((_ROLE_EN, _ROLE_DE, _ROLE_FR, _ROLE_ES, _ROLE_IT, _ROLE_NL, _ROLE_PL, _ROLE_PT))

_NOT_A_PERSON = (
    r"user|\bbank|company|\bfirm\b|\bfile\b|\bcard\b|konto|karte|event|product|project|street|school|"
    r"account name with|bedrijf|firma|entreprise|empresa|azienda|ditta|strasse|\brue\b|\bcalle\b|\bulicy\b|\brua\b|"
    r"domain|group|team|course|kurs|verein|club|brand|building|practice|hospital|organi[sz]ation|dateiname|benutzer|"
    r"utilisateur|usuario|utente$|gebruiker|uzytkown|utilizador|evento|veranstaltung|spolk|sklep|\bpsa\b|produkt|"
    r"produit|curso|corso"
)

NAMES: list[Row] = [
    row("mothers-maiden-name",
        en=r"mother s? ?(?:maiden|birth (?:sur)?name|(?:sur)?name at birth|former surname)",
        de=r"(?:geburts|madchen)name (?:der|ihrer) mutter",
        fr=r"nom de (?:jeune fille|naissance) de (?:votre|"
        r"la) mere"
           r"|nom (?:de famille )?(?:de (?:jeune fille|naissance|celibataire)|patronymique) (?:de (?:votre |la |"
           r"ma )?|du cote de la )mere",
        es=r"apellido de soltera de (?:su |la )?madre|apellido materno de"
           r"|(?:primer )?apellidos?(?: de soltera)? de (?:su |la |tu )?madre",
        it=r"cognome (?:da nubile )?(?:della )?madre"
           r"|cognome (?:da (?:nubile|ragazza) |di nascita )?(?:della )?(?:tua |sua )?madre",
        nl=r"meisjesnaam (?:van )?(?:uw |je )?moeder",
        pl=r"nazwisko (?:panienskie|rodowe) matki",
        pt=r"nome de solteira da mae"
           r"|(?:apelido|sobrenome|nome) de solteira da (?:sua )?mae|(?:apelido|sobrenome) da (?:sua )?mae"),
    row("mother-name",
        en=r"mother s (?:full |first |given )?names?|name of (?:your )?mother",
        de=r"name (?:der|ihrer) mutter",
        fr=r"nom (?:et prenom )?de "
        r"(?:la |votre )?mere"
           r"|(?:nom|prenoms?) (?:et (?:nom|prenoms?) )?de (?:votre|la|ma) mere|^mere nom\b|^mere$",
        es=r"nombre de (?:la |su )?madre"
           r"|nombre (?:completo |y apellidos? )?de (?:la |su |tu )?madre|apellidos? y nombres? de (?:la |su )?madre|"
           r"^nombre madre$",
        it=r"nome (?:della )?madre"
           r"|(?:cognome e )?nome (?:e cognome )?(?:della )?(?:tua |sua )?madre|^maternita$",
        nl=r"naam (?:van )?(?:de |uw )?moeder",
        pl=r"imi(?:e|ona) (?:i nazwisko |rodzicow )?matki",
        pt=r"nome da mae|filiacao mae"
           r"|nome (?:completo )?da (?:sua )?mae|filiacao (?:materna|mae)|^nome mae$|^mae nome"),
    row("father-name",
        en=r"father s (?:full |first |given )?names?|name of (?:your )?father",
        de=r"name (?:des|ihres) vaters",
        fr=r"nom (?:et prenom )?"
        r"(?:du|de votre) pere"
           r"|(?:nom|prenoms?) (?:et (?:nom|prenoms?) )?d(?:u|e votre) pere|^pere nom\b|^pere$",
        es=r"nombre del? (?:su )?padre"
           r"|nombre (?:completo |y apellidos? )?del? (?:su |tu )?padre|apellidos? y nombres? del? (?:su )?padre|"
           r"^nombre padre$",
        it=r"nome (?:del )?padre|paternita"
           r"|(?:cognome e )?nome (?:e cognome )?(?:del )?(?:tuo |suo )?padre",
        nl=r"naam (?:van )?(?:de |uw )?vader",
        pl=r"imi(?:e|ona) (?:i nazwisko |rodzicow )?ojca",
        pt=r"nome do pai|filiacao pai"
           r"|nome (?:completo )?do (?:seu )?pai|filiacao (?:paterna|pai)|^nome pai$|^pai nome"),
    row("birth-name",
        en=r"maiden|birth (?:sur)?name|(?:sur|last |family )?name at birth|(?:previous|former|earlier|other) (?:sur|"
           r"last |family )?names?(?: used)?$|any (?:previous|other) names|also known as names",
        de=r"(?<!ggf )(?<!gegebenenfalls )geburts ?name|\bgeborene\b|fruhere[rn]? (?:nach|familien)?name|madchenname|"
           r"^geb name$",
        fr=r"jeune fille|nom de naissance|"
        r"nom patronymique|\bnee? (?:nom|sous)"
           r"|nom (?:de )?celibataire|nom (?:de famille )?(?:a la|de) naissance|nom (?:porte )?avant (?:le )?mariage|"
           r"sous le nom de|^nom d origine|autres noms? portes?|^nom naissance",
        es=r"apellidos? de (?:soltera?|nacimiento)|apellidos? anterior"
           r"|(?:nombre|apellidos?) de solter[oa]|apellidos? (?:al nacer|antes de(?:l)? matrimonio|de origen)|"
           r"nombre (?:y apellidos )?(?:al nacer|anterior)",
        it=r"da nubile|cognome (?:di|alla) nascita"
           r"|cognome (?:da |di )?(?:nubile|ragazza|celibe|nascita|originario)|cognome precedente|^nata$",
        nl=r"geboortenaam|naam bij geboorte|meisjesnaam|geslachtsnaam bij geboorte",
        pl=r"nazwisk\w+ (?:rodow|z domu)|"
        r"panienskie|poprzednie nazwisk",
        pt=r"nome de solteir|nome de nascimento|apelido de (?:solteir|nascimento)"
           r"|(?:apelido|sobrenome|nome) (?:de|em) solteir[oa]|nome (?:a nascenca|de registo|anterior|"
           r"antes do casamento)|(?:apelido|sobrenome) (?:a nascenca|de nascimento|anterior)",
        codes=r"maidenname|birthname",
        unless=r"mother|mutter|\bmere\b|madre|moeder|matki|\bmae\b|child"),
    row("nickname",
        en=r"nick ?name|preferred (?:first )?name|\bknown as\b|what (?:should|can|do) (?:we|people) call you|"
           r"name you (?:use|prefer)|like to be (?:called|known)",
        de=r"rufname|spitzname",
        fr=r"\bsurnom\b|prenom d usage|prenom usuel"
           r"|prenom (?:usuel|d usage|prefere|souhaite|choisi)|comment (?:souhaitez|voulez|preferez|"
           r"aimez) vous (?:etre appele|qu on vous appelle|que (?:l )?on)|nom prefere",
        es=r"\bapodo\b|nombre preferido|como te gusta que te llamen"
           r"|como (?:te gusta|le gusta|quiere|quieres|prefiere|prefieres|desea) que (?:te|le) llam|nombre (?:social|"
           r"de uso)|^alias$|nombre por el que",
        it=r"soprannome|nome preferito"
           r"|come (?:vuoi|vuole|preferisci|preferisce|desideri|ti piace) (?:essere|farti) chiama|nome (?:abituale|"
           r"d uso|d elezione)|^diminutivo$",
        nl=r"roepnaam",
        pl=r"^(?:przezwisko|pseudonim)$",
        pt=r"^alcunha$|apelido carinhoso|nome social|"
        r"como (?:gosta|prefere) de ser"
           r"|como (?:gosta|gostaria|prefere|quer|deseja) (?:de )?ser (?:chamad|tratad)|nome (?:preferido|social|"
           r"por que e conhecid|pelo qual)|^apelido alcunha$",
        unless=r"hund|tier\b|katze|pet|\bdog\b|user|account|forum|vorname"),
    row("initials",
        en=r"^(?:your )?initials$|initials of",
        de=r"^initialen$",
        fr=r"^initiales$",
        es=r"^iniciales$",
        it=r"^iniziali$",
        nl=r"voorletter|^initialen$",
        pl=r"^inicjaly$",
        pt=r"^iniciais$",
        codes=r"^voorl$",
        unless=r"achternaam|\bnaam\b|sign|paraph|middle"),
    row("honorific-suffix",
        en=r"^(?:name )?suffix\b|honorific ?suffix|name suffix|post ?nominal",
        de=r"namenszusatz|namensbestandteil",
        fr=r"suffixe$",
        es=r"^sufijo$",
        nl=r"achtervoegsel",
        pt=r"^sufixo$",
        unless=r"house|hausn|straat|phone"),
    row("honorific-prefix",
        en=r"^(?:name |personal |your )?title$|salutation|honorific|^(?:name )?prefix$|^mr mrs|form of address",
        de=r"\banrede\b|^(?:akademischer )?titel\b|akad\w* (?:grad|titel)",
        fr=r"\bcivilite\b|^titre$"
           r"|^m(?:r)? mme|^mme m(?:r|lle)?\b|^madame (?:ou )?monsieur$|^monsieur (?:ou )?madame$|"
           r"formule de politesse",
        es=r"^tratamiento$|^titulo$|"
        r"^trato$"
           r"|^d d(?:na|a)$|^don dona$|^sr a$|^sr sra$|^forma de tratamiento",
        it=r"^titolo$|^appellativo$"
           r"|^sig(?: ra| sig ra| sigra| na)?$|^titolo (?:di cortesia|onorifico|accademico)$|^forma di cortesia$",
        nl=r"\baanhef\b|aanspreek|^titel$|^titulatuur$",
        pl=r"^tytul$|zwrot grzecz|forma grzecz",
        pt=r"^tratamento$|forma de tratamento|^pronome de tratamento$|^titulo$"
           r"|^sr a$|^sr sra$|^titulo (?:academico|profissional)$",
        codes=r"^anrede$|^civ$|^salut$",
        unless=r"job|book|project|film|event|article|post\b|topic|subject|item|poem|course|sejour|vorhaben|projekt|"
               r"ouvrage|livro|libro|boek|ksiazk|thema|beitrag"),
    row("name",
        en=r"\bfull ?(?:legal )?name|\bnames? in full\b|first (?:name )?(?:and|&) (?:last|sur)|\b(?:name|names|"
           r"forenames?|first names?|given names?) (?:and|&|und) (?:surname|family|last|vorname|nachname)|"
           r"\bsurname (?:and|&) (?:first|fore|given)",
        de=r"vor ?(?:name)? ?(?:und|u) ?(?:nach|zu|familien)name|vornamen? (?:und |u )?(?:nach|familien|zu)name|"
           r"(?:nach|familien|zu)name (?:und |u )?(?:ruf)?vornamen?|^name vornamen?\b|^name (?:und|u) vorname|"
           r"vor und (?:nach|zu)name|vollstandiger name|^(?:ihr )?vor und",
        fr=r"noms?(?: de famille)? (?:et|&|\/)? ?prenoms?|prenoms? (?:et )?noms?\b|nom complet|nom et prenom"
           r"|prenom nom\b|^noms? prenoms?$|^nom(?:s)? (?:et )?prenoms? ou (?:raison|denomination)|"
           r"^(?:vos )?nom et prenom|^nom ou raison sociale$|^identite$|^je soussignee?\b",
        es=r"nombres? y apellidos?|apellidos? y nombres?|apellidos? nombres?$|^nombre apellidos?$|nombre completo|"
           r"nombre y dos apellidos"
           r"|^nombre s (?:y )?apellido s?|^nombres? (?:completo|y primer apellido)|^nombre o razon social$|"
           r"^nombre y apellidos? o razon|^apellidos? (?:y )?nombres?\b|^nombres? (?:y )?apellidos?\b|^yo d|"
           r"^el la (?:abajo )?firmante|^nombre (?:y )?apellido\b",
        it=r"nome e cognome|cognome e nome|^nome cognome$|^cognome nome$|nominativo|nome completo|nome per esteso"
           r"|^(?:il|la|io|l)? ?(?:la )?sottoscritt[oa](?: a)?$|^nome cognome\b|^cognome nome\b|^(?:cognome|"
           r"nome) (?:e )?(?:cognome|nome) o (?:ragione|denominazione)|^generalita$|^cognome nome o ragione|"
           r"^nome o ragione sociale$",
        nl=r"volledige naam|voor ?(?:naam|letters)? ?(?:en|\/) ?achternaam|naam en voorletters|voor en achternaam|"
           r"naam en voornaam",
        pl=r"imie(?: \w+)? i nazwisko|nazwisko i imie|imiona i nazwisko|imie nazwisko|nazwisko imie|imienia i nazwiska",
        pt=r"nome completo|nome e (?:sobrenome|apelidos?)|primeiro e ultimo nome|nome (?:por extenso|e apelido)"
           r"|^nome (?:completo )?ou (?:razao|denominacao|firma)|^nome(?: e| ,)? (?:sobrenome|apelido)s?\b|"
           r"^eu abaixo assinado|^nome s e apelido s|^nome civil$|^nome de registo$",
        codes=r"\bfullname\b|nomprenom|nombreapellidos|nomecognome|vorundnachname|imienazwisko|nomecompleto|"
              r"namevorname",
        unless=_NOT_A_PERSON),
    row("additional-name",
        en=r"middle ?(?:names?|initial)|^middle$|^m ?i$|second (?:first |given )?(?:name)$|additional (?:name|"
           r"forename)|other (?:fore|given |first )?names$|mid(?:dle)? ?initial",
        de=r"weitere vornamen?|zweiter? vorname|zweitname|mittelname",
        fr=r"(?:deuxieme|autres?|second) prenoms?"
           r"|^(?:2e|2eme|autre s) prenom",
        es=r"segundo nombre"
           r"|^otros nombres$",
        it=r"secondo nome"
           r"|^altri nomi$|^secondo nome",
        nl=r"tweede (?:voor)?naam|overige voornamen|andere voornamen",
        pl=r"drugie imie|kolejne imiona",
        pt=r"nomes? do meio|segundo nome"
           r"|^outros nomes$|^nomes? do meio",
        codes=r"\bmname\b|middlename"),
    row("family-name",
        en=r"last ?names?\b|\bsurname|family ?name|^last$|\bname last$|\blast n$|^l ?name$",
        de=r"\bnachname|familienname|\bzuname\b",
        fr=r"noms? de famille|nom d ?usage|nom d epou|nom marital"
           r"|^nom usuel$|^nom (?:de )?famille|^nom d ?usage|nom d epouse?|nom marital|^patronyme$",
        es=r"\bapellidos?\b(?! del (?:padre|tutor))"
           r"|\bapellido (?:paterno|materno)\b(?! de)|(?:primer|segundo|1er|2|1|2do) apellido\b",
        it=r"\bcognome\b"
           r"|^cognomi$",
        nl=r"achternaam|familienaam|geslachtsnaam",
        pl=r"\bnazwisk",
        pt=r"sobrenome|ultimo nome|\bapelidos?\b|nome de familia"
           r"|^apelidos?$|^sobrenomes?$|^nomes? de familia",
        codes=r"\blname\b|lastname|nachname|familienname|apellidos\b|nomfamille|nomusage",
        unless=r"second surname|previous|former|prefix|tussen|spouse|matki"),
    row("given-name",
        en=r"first ?names?\b|fore ?names?\b|given ?names?\b|christian name|^first$|\bname first$|^f ?name$",
        de=r"\bvornamen?\b",
        fr=r"\bprenoms?\b"
           r"|^prenom s\b",
        es=r"primer nombre|nombre de pila|^nombres$|^nombre s$|\bnombre propio"
           r"|^nombre s$|^nombres?(?: de)? pila|^primer nombre",
        it=r"^nome proprio$|"
        r"nome (?:di )?battesimo|primo nome"
           r"|^nome di battesimo|^nome i$",
        nl=r"\bvoornaam|voornamen",
        pl=r"\bimie\b|\bimiona\b|\bimion\b",
        pt=r"primeiro nome|"
        r"nomes? proprios?|^prenome$"
           r"|^nome s proprio s$|^nomes$|^prenome",
        codes=r"\bfname\b|firstname|givenname|vorname$|prenom$|voornaam|^imie|forename",
        unless=r"\bhund|\btier|\bdog\b|\bpet\b|psa|kota"),
    row("name",
        en=r"^(?:(?:legal|contact|customer|client|member|patient|applicant(?: s)?|lead passenger(?: s)?|"
           r"primary contact|your|my|billing|shipping|delivery|ship to|payer|bill to|real|claimant(?: s)?|"
           r"volunteer(?: s)?|tenant(?: s)?|resident(?: s)?|account) )*names?(?: s)?(?: for (?:delivery|"
           r"correspondence|the (?:booking|order)))?$|name of (?:the )?(?:account|contract|policy) ?holder|"
           r"\b(?:contact|customer|your|applicant) ?names?\b|^name s$|^(?:tell us )?your name$|"
           rf"\bname of (?:the )?(?:{_ROLE_EN}|person (?:notifying|filling|completing|reporting|submitting))|"
           rf"^(?:{_ROLE_EN})(?: s)? (?:full )?names?$|what (?:is|s) your name",
        de=rf"^(?:ihr |dein )?name$|^kundenname$|name (?:des |der )(?:{_ROLE_DE})|name (?:des |"
           r"der )?meldenden(?: person)?",
        fr=rf"^(?:votre )?noms?$|nom (?:du |de la |de l )(?:{_ROLE_FR})$",
        es=rf"^(?:su |tu )?nombre$|nombre del? (?:la )?(?:{_ROLE_ES})$",
        it=rf"^(?:il (?:tuo|suo) )?nome$|nome (?:del |della |dell )?(?:{_ROLE_IT})$",
        nl=rf"^(?:uw |je )?naam$|naam (?:van )?(?:de )?(?:{_ROLE_NL})$",
        pl=rf"^nazwa$|(?:imie i nazwisko|dane) (?:{_ROLE_PL})$",
        pt=rf"^(?:(?:o )?seu )?nome$|nome d[oa] (?:{_ROLE_PT}|aluno|titular)$",
        codes=rf"^(?:{_ROLES})(?: in)?$|yourname|contactname|customername|^contact ?person$|^persona? (?:de|"
              r"di) conta[ct]?to$|^contactpersoon$|^personne de contact$|"
              r"^osoba (?:kontaktowa|do kontaktu)$|^pessoa de contac?to$",
        unless=_NOT_A_PERSON),
]
