"""Words for contact and birth; the order is the order of decision."""

from __future__ import annotations

from agent.planner.autofill.rows import Row, row

CONTACT: list[Row] = [
    row("contact-preference",
        en=r"contact preference|(?:preferred|best) (?:method|way|means|form) (?:of|to)\b|how (?:should|would|can|do|"
           r"shall) .*contact|preferred contact|contact (?:method|via|by|me by)$|preferred communication",
        de=r"bevorzugte[rs]? (?:kontakt|kommunikation)|kontaktart|kontaktweg|gewunschte kontakt\w+|wie (?:durfen|"
           r"mochten|sollen|konnen) .*(?:kontakt|erreichen)|ruckmeldung per|antwort per",
        fr=r"(?:moyen|mode) de (?:contact|communication)|preference de contact|comment (?:souhaitez|"
           r"preferez) .*contact"
           r"|comment (?:souhaitez|preferez|voulez|desirez) vous (?:que nous vous|etre) (?:\w+ )?(?:contact|joint|"
           r"prevenu|recontact|informe|averti|notifi)|(?:mode|moyen|canal|voie|preference) (?:prefere |"
           r"privilegie )?de (?:contact|communication|notification)|(?:contact|canal) prefere|preferez vous (?:etre|"
           r"un) (?:contact|appel|courrier|e mail)",
        es=r"(?:medio|forma|via|metodo) (?:preferid[oa] )?de (?:contacto|comunicacion)|preferencia de contacto|"
           r"como (?:prefiere|desea|quiere) .*contact"
           r"|(?:medio|canal|forma|via|modo|metodo)s? (?:preferentes? |preferid[oa]s? |de preferencia )?(?:de |"
           r"para )(?:la |las |recibir )?(?:contact|comunicacion|notificacion|aviso)|como (?:prefiere|desea|quiere|"
           r"prefieres|quieres) (?:que (?:le|te|nos) (?:contact|avis|llam|notif|comuni)|ser (?:contact|notific|"
           r"avisad)|recibir (?:los avisos|las (?:notific|comunic)))|preferencia de (?:comunicacion|notificacion)|"
           r"notificacion preferente",
        it=r"(?:modalita|metodo|mezzo) (?:di )?(?:contatto|comunicazione)|contatto preferito|come (?:preferisce|"
           r"desidera) .*contatt"
           r"|come (?:preferisci|preferisce|vuoi|vuole|desidera|desideri|possiamo) (?:essere )?(?:contatt|ricontatt|"
           r"avvis|ricevere le comunic)|(?:canale|modalita|mezzo|metodo) (?:preferit[oa] )?(?:di |per )?(?:contatto|"
           r"comunicazione|le comunicazioni|notifica|essere contattat)|(?:canale|contatto) preferito|"
           r"preferenza (?:di )?contatto",
        nl=r"contactvoorkeur|voorkeur (?:voor )?contact|hoe (?:wilt|wil|kunnen|mogen) .*contact|manier van contact",
        pl=r"(?:preferowan\w+|wybrany) (?:forma|sposob|kontakt)|forma kontaktu|sposob kontaktu",
        pt=r"(?:forma|meio|metodo|modo) (?:preferid[oa] )?de (?:contacto|contato|comunicacao)|contat?o preferid|"
           r"preferencia de contat?o|como (?:prefere|deseja) .*contat?"
           r"|como (?:prefere|deseja|quer|pretende|gostaria de) (?:ser |receber )(?:contat|contact|avisad|notificad|"
           r"informad|comunic|as comunic|as notific)|(?:forma|meio|canal|via|modo)s? (?:preferencia(?:l|is) |"
           r"preferid[oa]s? |de preferencia )?(?:de |para )(?:o )?(?:contat|contact|comunicac|notificac)|"
           r"preferencia de (?:comunicac|notificac)|contact?o preferencial",
        unless=r"time|uhrzeit|when|heure|hora|orario|tijd|godzin|person$"),
    row("email",
        en=r"\be ?mails?\b|\bemail",
        de=r"\bmail ?adresse|^mail$|elektronische post",
        fr=r"courriel|adresse (?:mail|electronique)|\bmel\b|"
           r"\bmail$|^mail "
           r"|^courriel|courrier electronique|^adresse e ?mel|^mel\b",
        es=r"\bcorreo(?! postal| ordinario| certificado)\b|direccion electronica"
           r"|^correo(?: e| elec\w*)?$|^c electronico$|^dir(?:eccion)? (?:de )?correo",
        it=r"posta elettronica|"
           r"indirizzo mail|\bmail\b$|\bpec\b$|^pec "
           r"|^posta elettr|^indirizzo (?:di )?(?:posta|e ?mail)|^mail\b",
        nl=r"\bmail ?adres|^mail$",
        pl=r"poczt\w* (?:elektroniczn|e mail)|adres mail\w*|"
           r"elektroniczn\w* adres|^mejl",
        pt=r"correio eletr\w+|endereco eletr\w+"
           r"|^correio elec?tr|^endereco de (?:e ?mail|correio)|^e mail$",
        codes=r"\bemailaddress|\bemailadresse|\bmailaddress|usermail|emailid",
        unless=r"\bpec\b|posta (?:elettronica )?certificata|"
               r"\bpostal mail|mailing (?:list|address)|gmail|password|passwort|title|\botp\b|subject|betreff|"
               r"frequency|type of|preference|\bcode\b|objet\b|asunto|oggetto|onderwerp|temat|assunto|by (?:e ?mail|"
               r"post)|per (?:e ?mail|post)|par (?:e ?mail|courriel|courrier)|por (?:e ?mail|correo)|via e ?mail|"
               r"tramite|body|text of|message|format|invoice by|reason|notif|alert|confirmation code"),
    row("tel-extension",
        en=r"\b(?:phone |tel )?ext(?:ension)?\b(?: n\w+)?$|\bextension\b",
        de=r"durchwahl|nebenstelle",
        fr=r"^poste$|numero de poste"
           r"|^numero (?:de )?poste$",
        es=r"^(?:numero de )?extension$"
           r"|^ext$",
        it=r"^interno telefonico$"
           r"|^int telefonico$",
        nl=r"toestelnummer|doorkies",
        pl=r"numer wewnetrzny",
        pt=r"^ramal$|^extensao$"
           r"|^ext$|^extensao telefonica$",
        unless=r"file|date|deadline|loan|lease|reason|frist|home|house|building|visa"),
    row("tel-country-code",
        en=r"(?:phone|tel\w*|mobile) (?:number )?(?:country )?(?:prefix|code)$|dial+ing code|calling code|"
           r"country (?:phone |dial\w* |calling )code|country code|international (?:prefix|code)",
        de=r"lande?r?s?vorwahl|vorwahl (?:des )?land|internationale vorwahl",
        fr=r"indicatif(?: (?:du )?pays| telephonique| international)?$"
           r"|^(?:code|prefixe) (?:pays|international)$|^indicatif\b",
        es=r"^prefijo(?: (?:internacional|telefonico|del? pais))?$|codigo (?:de )?pais|lada internacional"
           r"|^(?:codigo|prefijo) (?:de )?(?:pais|internacional)",
        it=r"prefisso(?: internazionale)?$"
           r"|^prefisso (?:internazionale|del paese|estero|paese)",
        nl=r"landcode|landnummer|netnummer land",
        pl=r"kierunkowy (?:kraju|panstwa)|prefiks|numer kierunkowy kraju",
        pt=r"codigo do pais|indicativo(?: (?:do )?pais| internacional)?$|\bddi\b"
           r"|^(?:prefixo|codigo) internacional$|^indicativo$",
        codes=r"^dialcode$|phoneprefix|countrycode phone",
        unless=r"with .*prefix|postal|\barea\b|iso|\bincl\w*|\binklusive|\bwith\b|\bmit\b|\bavec\b|\bcon\b|\bmet\b|"
               r"\bcom\b"),
    row("tel-area-code",
        en=r"^area code\b|\bstd code\b|(?:phone|tel\w*) area code",
        de=r"\bvorwahl\b",
        nl=r"^netnummer$",
        fr=r"indicatif regional"
           r"|^indicatif (?:regional|local|de zone)$",
        es=r"codigo de area|^lada$|^prefijo (?:provincial|local)$"
           r"|^clave (?:de )?lada$|^codigo de area|^caracteristica$|^area$",
        it=r"prefisso (?:locale|urbano)",
        pl=r"numer kierunkowy",
        pt=r"^(?:codigo )?ddd$|^(?:tel\w*|fone|cel\w*) ddd$|codigo (?:de )?area|^ddd (?:do |de )?(?:telefone|"
           r"celular)$"),
    row("tel",
        en=r"\b(?:tele)?phones?\b|\bmobile\b|\bcell(?:phone| phone|ular)?\b|\btel\b|\bcontact (?:number|no)\b|"
           r"daytime (?:number|contact)|\bnumber we can (?:reach|call)|evening number|work number$|home number$|"
           r"landline|best number",
        de=r"\btele?(?:ph|f)on|\bhandy|rufnummer|\bmobil(?:funk|nummer|telefon|e)?\b|mobil ?(?:nummer|nr)|\bfestnetz|"
           r"tagsuber erreichbar|telefonisch (?:erreichbar|unter)|telefon ?nr|\bnatel\b|fernruf",
        fr=r"\bportable\b|\bgsm\b|numero (?:ou|auquel) (?:vous )?joindre|\bfixe\b$|^mobile$|coordonnees telephoniques"
           r"|numero (?:ou|auquel)(?: nous pouvons)?(?: vous)? (?:joindre|contacter)|^(?:telephone )?(?:fixe|mobile|"
           r"portable)\b|^telephone (?:domicile|bureau)\b|numero de (?:mobile|portable|gsm)|^tel (?:fixe|mobile|"
           r"portable|domicile|"
           r"prive|prof)|^coordonnees? telephonique|^joignable au",
        es=r"\bmovil\b|\bcelular\b|telf\b|\btlfn?o?\b|\bfijo\b$|telefono|\btfno\b"
           r"|^telf?\b|^tel fijo|^tfnos?\b|^fijo\b|^movil\b|^celu(?:lar)?\b|numero de (?:contacto|movil|celular|"
           r"whatsapp)|telefonos?\b|^fono$",
        it=r"cellulare|recapito telefonico|^recapito$|\bfisso\b$|utenza telefonica|\bcell\b|recapiti"
           r"|^tel\b|^telefono|^cell\b|cellulari?\b|numero di (?:telefono|cellulare)|^fisso\b|^recapiti? telefonic|"
           r"^utenza (?:telefonica|mobile|fissa)|^reperibilita telefonica",
        nl=r"telefoon|mobiel ?(?:nummer|nr)?\b|06 nummer|\bgsm\b|bereikbaar op|vast nummer",
        pl=r"komork|numer kontaktowy|telefon|stacjonarn|\bkom\b$",
        pt=r"telemovel|telefone|\bcelular\b|\btlm\b|\btlf\b|contact?o telefonico|^telef\b|numero de contact?o|"
           r"^contato$"
           r"|^telef?\b|^fone\b|^telem\b|^tlm\b|^telefones?\b|^contact?os?(?: (?:telefonico|movel|pessoal|direto))?$|"
           r"numero de (?:telemovel|celular|telefone|contact?o)|^celular\b|^whatsapp\b",
        codes=r"\bwhatsapp\b|\bcontactnumber\b|\bphonenumber\b|\btelephone|\btelefone|\btelefoon|mobilephone|telnr|"
              r"phoneno|mobileno",
        unless=r"\bfax|\btype\b|model|provider|operator|\bplan\b|brand|mitnehmen|portier|kind of|(?:phone|mobile|"
               r"cell) (?:make|name)|home ?page|mobile app|\bapp\b|device|call me|\bimei\b|tarif|\bwhen\b|\btime\b|"
               r"\balerts?\b|text me|\bport\b|anbieter|operateur|fournisseur|compagnia|aanbieder|mobilitat|mobilite|"
               r"by (?:tele)?phone|by text|par telephone|por telefono|per telefon$|via telefoon|telefonisch$|uhrzeit|"
               r"zeiten|\bheures?\b|horario|orario|tijd|godzin|bill|rechnung|facture|\bmobile home|"
               r"mobile number to be|cell ?phone lost|contract|vertrag|number (?:being|to be)|porta(?:ge|ging|"
               r"bilidad)|call(?:ed|ing)? about|computer|ordinateur"),
    row("impp",
        en=r"instant messag|\bskype\b|\bim (?:handle|address)\b",
        codes=r"\bimpp\b|\bjabber\b|\bxmpp\b"),
    row("url",
        en=r"\bweb ?(?:site|page)\b|\bhome ?page\b|web address",
        de=r"^(?:ihre )?(?:web|internet)(?:seite|adresse|auftritt)$|^homepage$",
        fr=r"\bsite (?:web|internet)\b|adresse du site"
           r"|^site$|^page web$|^linkedin\b",
        es=r"(?:sitio|pagina) web"
           r"|^(?:pagina )?web$|^linkedin\b",
        it=r"sito (?:web|internet)"
           r"|^sito$",
        nl=r"^website$",
        pl=r"strona (?:www|internetowa)|adres strony",
        pt=r"pagina web|^site$|sitio (?:web|na internet)"
           r"|^linkedin\b|\bou site$|^pagina (?:na internet|pessoal)$",
        codes=r"^url$",
        unless=r"how|hear|where|wie|link to (?:the )?(?:product|event|video|page)"),
    # --- birth
    row("country-of-birth",
        en=r"country (?:of|where you were) (?:birth|born)|birth ?country|nation of birth|"
           r"(?:which|what) country were you born|were you born in (?:which|what) country",
        de=r"geburts ?(?:land|staat)|land der geburt",
        fr=r"pays de naissance"
           r"|pays (?:ou vous etes nee?|naissance)|^nee? en pays",
        es=r"pais de nacimiento"
           r"|pais (?:de )?nac(?:imiento)?\b",
        it=r"(?:paese|stato|nazione) (?:estero )?(?:di )?nascita"
           r"|(?:paese|stato|nazione)(?: estero)?(?: di)? nascita",
        nl=r"geboorte ?land|land van (?:uw )?geboorte",
        pl=r"(?:kraj|panstwo) urodzenia",
        pt=r"pais de nascimento"
           r"|pais (?:de |da )?(?:nasc\w*|naturalidade)",
        codes=r"birthcountry|countryofbirth",
        unless=r"\b(?:town|city|place|ort|lieu|ville|commune|lugar|ciudad|luogo|comune|plaats|miejsce|local|cidade)\b"),
    row("place-of-birth",
        en=r"(?:place|town|city)(?: (?:or|and) (?:town|city|country))? of (?:your )?birth|birth ?(?:place|city|town)|"
           r"where were you born",
        de=r"geburts ?ort|geboren in\b",
        fr=r"(?:lieu|ville|commune)(?: (?:et|ou) \w+)? de naissance|nee? (?:e )?a$|^a (?:commune|ville)\b"
           r"|(?:lieu|ville|commune|localite)(?: (?:et|ou) \w+)? (?:de )?(?:votre )?naissance|^nee? (?:e )?a\b",
        es=r"(?:lugar|ciudad|localidad|municipio|poblacion) de nacimiento|nacid[oa] en\b"
           r"|(?:lugar|ciudad|localidad|municipio|poblacion|entidad(?: federativa)?|provincia|"
           r"estado) (?:y \w+ )?(?:de )?(?:su )?nac(?:imiento)?\b|^natural de$|^nacid[oa](?: a)? en$",
        it=r"(?:luogo|comune|citta) (?:di )?nascita|nat[oa] ?(?:a|o)? a\b$"
           r"|(?:luogo|comune|citta|localita)(?: o \w+(?: \w+)?)? (?:di )?nascita|^nat[oa](?: a)? (?:a|in)\b(?! il)",
        nl=r"geboorte ?(?:plaats|stad)|plaats van geboorte",
        pl=r"miejsc\w+ urodzenia",
        pt=r"naturalidade|(?:local|cidade|concelho|freguesia) de nascimento|^natural de$"
           r"|^natural(?:idade)?(?: d[aeo])?\b|(?:local|lugar|cidade|concelho|freguesia|municipio|localidade) (?:de |"
           r"do )?nasc\w*|^nascid[oa] em (?:local|concelho)",
        codes=r"birthplace|placeofbirth",
        unless=r"date|datum|\bdata\b|fecha|date and place|letto"),
    row("bday-day",
        en=r"(?:birth ?day|birth|dob|bday)\W?(?:date)? (?:day|dd|d)$|day of (?:your )?birth$",
        de=r"geburts?(?:datum|tag)? ?tag$(?<!^geburtstag)|geburtstag tag",
        fr=r"jour de naissance|naissance jour",
        es=r"dia de nacimiento|nacimiento dia",
        it=r"giorno (?:di )?nascita|nascita giorno",
        nl=r"geboortedag|geboorte(?:datum)? dag",
        pl=r"dzien urodzenia|urodzenia dzien",
        pt=r"dia de nascimento|nascimento dia",
        codes=r"^(?:dob|birth|bday|geb) ?(?:d|dd|day)$",
        unless=r"\bdate\b"),
    row("bday-month",
        en=r"(?:birth ?day|birth|dob|bday)\W?(?:date)? (?:month|mm|m)$|month of (?:your )?birth|birth ?month",
        de=r"geburts?(?:datum|tag)? ?monat",
        fr=r"mois de naissance|naissance mois",
        es=r"mes de nacimiento|nacimiento mes",
        it=r"mese (?:di )?nascita|nascita mese",
        nl=r"geboorte ?(?:datum )?maand",
        pl=r"miesiac urodzenia|urodzenia miesiac",
        pt=r"mes de nascimento|nascimento mes"),
    row("bday-year",
        en=r"(?:birth ?day|birth|dob|bday)\W?(?:date)? (?:year|yyyy|yy|y)$|year of (?:your )?birth|birth ?year",
        de=r"geburts ?(?:datum |tag )?jahr|\bjahrgang$",
        fr=r"annee de naissance|naissance annee",
        es=r"ano de nacimiento|nacimiento ano"
           r"|^ano nacimiento",
        it=r"anno (?:di )?nascita|nascita anno"
           r"|^anno nascita",
        nl=r"geboorte ?(?:datum )?jaar",
        pl=r"rok urodzenia|urodzenia rok",
        pt=r"ano de nascimento|nascimento ano"
           r"|^ano nascimento"),
    row("bday",
        en=r"date of (?:your )?birth|birth ?date|\bbirth ?day\b|\bd ?o ?b\b|^born(?: on)?$|when were you born",
        de=r"geburts ?datum|geburtstag|\bgeb ?(?:datum|am)\b|geboren am|^geb$|geburts ?dat$|^geboren$",
        fr=r"date de naissance|\bnee? (?:e )?le\b|ne e le|date naissance"
           r"|date (?:de )?(?:votre )?naiss\w*|^naissance$|^nee? e? ?le\b|^d(?:ate)? naissance",
        es=r"fecha (?:de )?(?:su )?nac|f nacimiento|nacid[oa] el|"
           r"^nacimiento$|f nac$"
           r"|fec(?:ha)? (?:de )?(?:su )?nac\w*|^f (?:de )?nac\w*|^nacid[oa](?: a)? el|^fdn$|^f nto$",
        it=r"data (?:di )?nascita|\bnat[oa] ?(?:a|o)? ?(?:a |o )?il\b|^nascita$"
           r"|data (?:di )?(?:nascita|nasc)|^nat[oa](?: a)? il\b|^d nascita",
        nl=r"geboorte ?(?:datum|dag)\b|geboren op|"
           r"^geb datum$|datum van geboorte",
        pl=r"dat[ay] urodzenia|urodzon[ya] dnia|^urodziny$|data ur$",
        pt=r"data (?:de )?nasc|nascid[oa] (?:em|a)$|dt nasc|"
           r"^nascimento$|^aniversario$"
           r"|data (?:de |do )?nasc\w*|^dt (?:de )?nasc\w*|^nascid[oa](?: a)? (?:a|em)$|^d nasc\w*",
        codes=r"\bbday\b|dateofbirth|birthdate|datenaissance|fechanac\w*|datanascita|datanasc\w*|^gebdat\w*|^dtnasc\w*",
        unless=r"place|city|town|country|certificate|message|wish|\bort\b|urkunde|lieu|lugar|luogo|plaats|miejsce|"
               r"local|acte|acta|akt |estimated|expected|due|party"),
    row("age",
        en=r"^age$|^age (?:in years|last birthday)$|^your age\b|how old are you|^age range$|^age group$",
        de=r"^(?:ihr )?alter$|"
           r"lebensalter|^alter in jahren$|wie alt sind sie",
        fr=r"^(?:votre )?age(?: ans)?$|quel age avez vous",
        es=r"^(?:su |tu )?edad$|"
           r"cuantos anos tiene",
        it=r"^(?:la tua )?eta$|quanti anni (?:ha|hai)",
        nl=r"^(?:uw |je )?leeftijd$|hoe oud bent u",
        pl=r"^wiek$|ile masz lat",
        pt=r"^(?:sua )?idade$"),
]
