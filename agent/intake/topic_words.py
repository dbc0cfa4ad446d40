"""What errands are about, and what is to be done, in the plain words of eight languages: patterns over folded text.

English, German, French, Spanish, Italian, Dutch, Polish, Portuguese stand together in one pattern: a task is short, and
a word of one language that means something else in another leads to a question at worst.
"""

from __future__ import annotations

SUBJECTS: dict[str, str] = {
    "meter reading": r"meters?(?: read\w*)?|readings?(?= (?:is |of )?\d)|read\w* of (?:the|my) meter|\w*zahlerst\w*|"
                     r"\w*zahlerablesung\w*|ablese\w*|ablesung\w*|zahler|(?:releves?|index)(?: \w+){0,3} compteurs?|"
                     r"compteurs?|autoreleves?|lecturas?(?: \w+){0,3} (?:contador\w*|medidor)|lecturas?|contador\w*|"
                     r"auto ?lettur\w*|lettur\w*|contatore\w*|\w*meterstand\w*|meteropname|(?:stan\w*|odczyt\w*) "
                     r"(?:\w+ )?licznik\w*|licznik\w*|odczyt\w*|leituras?|medidor\w*",
    "parking permit": r"(?:parking|resident\w*|visitor\w*)(?: parking)? permits?|\w*parkausweis\w*|bewohnerpark\w*|"
                      r"anwohnerpark\w*|(?:carte|permis|vignette|abonnement)(?: \w+){0,2} stationnement|"
                      r"(?:permiso|tarjeta|autorizacion)(?: \w+){0,3} (?:aparcamiento|estacionamiento)|"
                      r"permess[oi](?: \w+){0,2} (?:sosta|parcheggio)|pass parcheggio|parkeervergunning\w*|"
                      r"(?:kart\w*|abonament\w*|identyfikator\w*) park\w*|(?:cartao|distico|licenca|selo)"
                      r"(?: \w+){0,3} (?:estacionamento|residente)",
    "fine": r"(?:parking|speeding) (?:fines?|tickets?)|penalty charges?|fines?|bussgeld\w*|strafzettel|knollchen|"
            r"contraventions?|amendes?|multas?|mult[ae]|boetes?|mandat\w*|coimas?",
    "address change": r"(?:chang\w*|new|updat\w*)(?: of| my| the| our)* address|moving house|moved house|(?:have|"
                      r"i) moved|"
                      r"umzug\w*|umgezogen|adressander\w*|(?:neue|anderung)\w*(?: \w+){0,2} (?:adresse|anschrift)|"
                      r"wohnsitz\w*|ummeld\w*|changement d adresse|nouvelle adresse|demenag\w*|cambi\w*(?: \w+){0,2} "
                      r"(?:domicilio|direccion|indirizzo|residenza)|mudanza|empadron\w*|nueva direccion|"
                      r"nuovo indirizzo|"
                      r"trasloc\w*|adreswijzig\w*|verhuiz\w*|verhuisd|nieuw adres|zmian\w* adresu|nowy adres|"
                      r"przeprowadz\w*|zameldow\w*|(?:mudanca|alteracao) de (?:morada|endereco|residencia)|mudei|"
                      r"nov[ao] (?:morada|endereco)",
    "bulky waste": r"bulky (?:waste|rubbish|item\w*|collection)|sperrmull\w*|encombrants?|(?:muebles|enseres|"
                   r"voluminos\w*)|"
                   r"(?:rifiuti )?ingombrant\w*|grofvuil|grof afval|(?:odpad\w* )?(?:wielkogabaryt\w*|gabaryt\w*)|"
                   r"(?:monos|residuos volumosos)",
    "waste": r"(?:missed |garden |waste |wheelie |recycling )*(?:bins?|waste|rubbish|recycling)|\w*mulltonne\w*|"
             r"\w*tonne|mullabfuhr|poubelles?|dechets|basura|contenedor\w*|rifiuti|bidone|kliko\w*|afval\w*|"
             r"smiec\w*|odpad\w*|pojemnik\w*|lixo|contentor\w*",
    "street defect": r"potholes?|street ?lights?|street ?lamps?|schlagloch\w*|strassenlatern\w*|nids? de poule|"
                     r"lampadaires?|baches?|farolas?|buc(?:a|he) strad\w*|lampion[ei]|straatlantaarn\w*|lantaarnpa\w*|"
                     r"dziur\w*|latarni\w*|buracos?|candeeiros?",
    "library": r"librar\w*|bucherei\w*|bibliothe\w*|bibliote\w*|mediatheque|biblioteczn\w*",
    "council tax": r"council tax|rates bill|grundsteuer\w*|taxe fonciere|taxe d habitation|ibi|imu|tari|ozb|"
                   r"onroerende ?zaak\w*|podatek od nieruchomosci|imi",
    "income tax": r"(?:income )?tax(?: return)?|self assessment|steuererklarung\w*|einkommensteuer\w*|impots?|"
                  r"declaration de revenus|declaracion de la renta|irpf|dichiarazione dei redditi|modello 730|"
                  r"belastingaangifte|aangifte|inkomstenbelasting|zeznani\w*|pit|irs|declaracao de rendimentos",
    "vehicle tax": r"(?:vehicle|car|road) tax|kfz steuer|kraftfahrzeugsteuer|bollo auto|motorrijtuigenbelasting|"
                   r"wegenbelasting|impuesto de circulacion|iuc",
    "dog": r"dogs?(?: licen[cs]e)?|hund\w*|chiens?|perros?|can[ei]|honden\w*|hond|ps[ay]|pies|caes|cao",
    "passport": r"passports?|reisepass\w*|passeports?|pasaportes?|passaport\w*|paspoort\w*|paszport\w*",
    "identity card": r"id cards?|identity cards?|personalausweis\w*|carte (?:nationale )?d identite|cni|dni|"
                     r"carta d identita|identiteitskaart\w*|dowod\w* osobist\w*|cartao de cidadao",
    "driving licence": r"driv(?:ing|er|ers) licen[cs]e|fuhrerschein\w*|permis de conduire|"
                       r"(?:carne|permiso|licencia) de conduc\w*|patente(?: di guida)?|rijbewij\w*|praw\w* jazdy|"
                       r"carta de conducao|carteira de motorista",
    "vehicle": r"vehicles?(?: registration)?|cars?|kfz\w*|autos?|pkw|fahrzeug\w*|voitures?|vehicules?|coches?|"
               r"vehiculos?|macchina|veicolo|voertuig\w*|samoch\w*|pojazd\w*|carros?|veiculos?|number plates?",
    "residence permit": r"residence permits?|visas?|aufenthalts\w*|titre de sejour|permiso de residencia|nie|"
                        r"permesso di soggiorno|verblijfs\w*|(?:kart\w*|zezwoleni\w*)(?: na)? pobyt\w*|"
                        r"autorizacao de residencia",
    "civil certificate": r"(?:birth|marriage|death) certificates?|geburtsurkunde\w*|heiratsurkunde\w*|eheurkunde\w*|"
                         r"sterbeurkunde\w*|actes? de (?:naissance|mariage|deces)|"
                         r"(?:partida|certificado|acta) de (?:nacimiento|matrimonio|defuncion)|certificat\w* di "
                         r"(?:nascita|matrimonio|morte)|(?:geboorte|huwelijks|overlijdens)akte|akt\w* "
                         r"(?:urodzenia|malzenstwa|zgonu)|certidao de (?:nascimento|casamento|obito)",
    "vote": r"(?:electoral|postal) (?:register|roll|vote)|vot(?:e|ing)|briefwahl\w*|wahlschein\w*|listes? electorales?|"
            r"procuration|censo electoral|voto (?:por correo|postale)|liste elettorali|stemmen|stempas\w*|"
            r"glosowani\w*|spis\w* wyborc\w*|recenseamento eleitoral",
    "child benefit": r"child benefit|kindergeld\w*|elterngeld\w*|allocations? familiales?|caf|assegno unico|"
                     r"kinderbijslag\w*|swiadczeni\w* (?:wychowawcz\w*|800)|800 plus|abono de familia",
    "housing benefit": r"housing benefit|wohngeld\w*|apl|aide au logement|ayuda al alquiler|huurtoeslag|"
                       r"dodat\w* mieszkaniow\w*|apoio a renda",
    "childcare": r"childcare|nurser\w*|kindergarten\w*|kita\w*|creches?|guarder\w*|asilo nido|kinderopvang|"
                 r"zlob\w*|przedszkol\w*|infantario",
    "school": r"schools?|schule\w*|schul\w+|ecoles?|colegios?|escuelas?|scuol\w+|schol\w+|szkol\w+|escolas?",
    "health insurance": r"health insurance|krankenkasse\w*|krankenversicherung\w*|cpam|mutuelle|assurance maladie|"
                        r"seguro medico|zorgverzeker\w*|nfz|ubezpieczeni\w* zdrowotn\w*|seguro de saude",
    "car insurance": r"(?:car|motor) insurance|kfz versicherung\w*|autoversicherung\w*|assurance auto|"
                     r"seguro (?:del? )?(?:coche|automovel)|assicurazione auto|autoverzeker\w*|ubezpieczeni\w* oc",
    "insurance": r"insur\w*|versicherung\w*|assuranc\w*|seguros?|assicurazion\w*|verzeker\w*|ubezpieczeni\w*",
    "prescription": r"(?:repeat )?prescriptions?|rezept\w*|ordonnances?|recetas?|ricett[ae]|recept\w*|receitas?",
    "doctor": r"doctors?|gp|arzt\w*|hausarzt\w*|medecins?|medic[oa]s?|huisarts\w*|lekarz\w*|przychodni\w*",
    "dentist": r"dentist\w*|zahnarzt\w*|dentistes?|tandarts\w*|dentyst\w*",
    "pension": r"pensions?|rente|renten\w*|retraites?|jubilacion|pensione|pensioen\w*|emerytur\w*|reforma",
    "broadcasting fee": r"tv licen[cs]e|rundfunk\w*|redevance audiovisuelle|canone rai|abonament rtv",
    "broadband": r"broadband|internet\w*|dsl|fibra|fibre|telecom\w*|mobile contract|handyvertrag\w*|forfait mobile|"
                 r"glasvezel",
    "bank": r"bank\w*|girokonto|banques?|banc[oa]s?",
    "train": r"trains?(?: delay)?|railway|delay repay|bahn\w*|zug\w*|sncf|trenes|tren|treno|treni|trein\w*|pociag\w*|"
             r"comboios?",
    "membership": r"memberships?|gym\w*|mitgliedschaft\w*|fitnessstudio|adhesions?|gimnasio|palestra|sportschool|"
                  r"lidmaatschap\w*|silowni\w*|czlonkostw\w*|ginasio",
    "rent": r"rent|miete|mietvertrag\w*|loyers?|alquiler|affitto|huur|czynsz\w*|rendas?|aluguel",
    "sick note": r"sick ?notes?|fit ?notes?|krankmeldung\w*|krankschreibung\w*|arret de travail|arret maladie|"
                 r"baja medica|certificato di malattia|ziekmelding\w*|zwolnieni\w* lekarsk\w*|baixa medica",
    "building permit": r"planning permission|building permits?|baugenehmigung\w*|bauantrag\w*|permis de construire|"
                       r"licencia de obras?|permesso di costruire|omgevingsvergunning\w*|pozwoleni\w* na budow\w*|"
                       r"licenca de obras?",
    "clearance certificate": r"(?:criminal record|dbs)(?: check| certificate)?|fuhrungszeugnis\w*|casier judiciaire|"
                             r"antecedentes penales|casellario|vog|niekaralnosc\w*|registo criminal",
}
"""What it is about; the longest match counts, so ``car insurance`` is not also ``insurance``."""

SORTS: dict[str, str] = {
    "electricity": r"electric\w*|strom\w*|elektri\w*|elettric\w*|luz|luce|prad\w*|elektryczn\w*|eletric\w*|"
                   r"stroom\w*",
    "gas": r"gas|gas(?:zahler|meter|stand|ables)\w*|gaz\w{0,2}",
    "water": r"water(?:meter|stand)?\w*|\w*wasser\w*|eaux?|agua|acqua|wod[aeyu]",
    "heating": r"heating|\w*heizung\w*|warme\w*|chauffage|calefaccion|riscaldamento|verwarming|warmte\w*|"
               r"ogrzewani\w*|aquecimento",
}
"""Which of several meters, also inside another word: ``Gaszählerstand`` is no ``Stromzählerstand``."""

NARROWER = frozenset({*SORTS, "vehicle"})
"""Subjects that only say which of several: they may be left unsaid the next time."""

DEEDS: dict[str, str] = {
    "apply": r"appl(?:y|ying|ication)\w*|request\w*|\w*beantrag\w*|antrag\w*|demand(?:e|er|es)|solicit\w*|pedir|pedido|"
             r"requer\w*|richie\w*|domanda|aanvra\w*|aan te vragen|wniosek|wniosk\w*|zlozyc",
    "renew": r"renew\w*|exten(?:d|sion)\w*|verlanger\w*|erneuer\w*|renouvel\w*|prolong\w*|renov\w*|prorrog\w*|"
             r"rinnov\w*|"
             r"verleng\w*|vernieuw\w*|odnow\w*|przedluz\w*|wymian\w*",
    "cancel": r"cancel\w*|terminat\w*|end|stop|close|kundig\w*|abmeld\w*|stornier\w*|resili\w*|annul\w*|anul\w*|"
              r"baja|disd\w*|recess\w*|recesso|opzeg\w*|wypowiedz\w*|rezygn\w*|rescind\w*|rescis\w*",
    "change": r"chang\w*|updat\w*|correct\w*|andern|ander[en]|anderung\w*|modif\w*|cambi\w*|actuali\w*|aggiorn\w*|"
              r"wijzig\w*|zmian\w*|zmieni\w*|alter\w+|atualiz\w*|mudar|mudanca",
    "book": r"book|books|booking\w*|appointment\w*|buch(?:e|en|ung\w*)|termin\w*|reserv\w*|rendez vous|cita|prenot\w*|"
            r"appuntament\w*|boek\w*|afspraak|zarezerw\w*|rezerw\w*|umow\w*|wizyt\w*|marcar|marcacao|agendar",
    "pay": r"pay\w*|bezahl\w*|zahlen|zahlung\w*|payer|paiement|pag(?:ar|o|are|amento)|betal\w*|zaplac\w*|platnosc\w*|"
           r"oplac\w*",
    "object": r"appeal\w*|object\w*|challeng\w*|disput\w*|complain\w*|widerspr\w*|einspruch\w*|beschwer\w*|contest\w*|"
              r"reclam\w*|recours|recurs\w*|recurr\w*|queja\w*|ricors\w*|bezwaar\w*|klacht\w*|odwol\w*|sprzeciw\w*|"
              r"skarg\w*|reklamac\w*",
    "register": r"regist\w*|sign up|enrol\w*|join\w*|anmeld\w*|inscri\w*|inscrev\w*|iscriv\w*|iscri\w*|inschrij\w*|"
                r"aanmeld\w*|rejestr\w*|zapis\w*|alta|dar de alta",
    "refund": r"refund\w*|claim\w*|reimburs\w*|erstatt\w*|ruckerstatt\w*|rembours\w*|reembols\w*|rimbors\w*|"
              r"terugbeta\w*|vergoed\w*|teruggaa?\w*|zwrot\w*",
    "replace": r"replac\w*|lost|stolen|ersatz\w*|verloren|gestohlen|perdu\w*|vole|perdid\w*|robad\w*|roubad\w*|"
               r"smarrit\w*|rubat\w*|kwijt|gestolen|duplikat\w*|zgubi\w*|skradzion\w*",
}
"""What is to be done. ``Submit``, ``report`` and the like say nothing that tells one errand from another."""

_PLAIN = """
submit send give report notify tell enter provide hand file fill complete put post upload take help due now soon today
please thanks thank hello hi dear regards kind new next last latest this year form forms online site web website page
email mail letter attached see time again usual same as before january february march april may june july august
september october november december monday tuesday wednesday thursday friday saturday sunday kwh m3 pdf
einreichen reiche melden melde meldung ubermitteln ubermittle mitteilen teile abgeben schicken schicke senden
sende durchgeben gib gebe ein an mit ab bitte danke hallo neu neue neuen neuer formular brief siehe anhang anbei
januar februar marz mai juni juli oktober dezember jetzt heute online ausfullen eintragen
envoyer envoie transmettre transmets declarer declare communiquer communique signaler signale donner saisir remplir
merci bonjour nouveau nouvelle formulaire lettre ci joint janvier fevrier mars avril juin juillet aout septembre octobre
novembre decembre faire fais veuillez svp plait il l d
enviar envia enviame comunicar comunica informar dar mandar manda notificar rellenar gracias hola nuevo nueva favor
formulario carta adjunta enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre hacer
inviare invia comunicare trasmettere trasmetti segnalare segnala compilare grazie ciao nuovo nuova modulo lettera
allegata gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre fare favore
doorgeven doorgeef geef door melding insturen versturen stuur verstuur invullen bedankt hallo nieuw nieuwe formulier
brief bijlage januari februari maart mei augustus graag mijn
podac podaj przeslac przeslij wyslac wyslij zglosic zglos przekazac przekaz wypelnic prosze dziekuje nowy nowa nowe
formularz list zalacznik styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad
grudzien zrobic moj
preencher obrigado obrigada ola novo nova carta anexo janeiro fevereiro marco maio junho julho setembro outubro dezembro
submeter indicar indique comunique envie reportar fazer
number account reference date customer amount current previous month week day value name no nr
"""
SAYS_LITTLE = frozenset(_PLAIN.split())
"""Folded words that may stand in one task and not in the other without making it another errand."""
