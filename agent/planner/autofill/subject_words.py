"""The words that name whose fact a control asks for, in each language: patterns over folded text."""

from __future__ import annotations

from agent.planner.autofill.rows import either
from agent.planner.autofill.subject_phrases import FOR_WHOM, NOT_THE_ONE, OUTGOING, ROLE

EMERGENCY = either(
    en=r"emergenc\w*|\bice (?:contact|phone|name|tel|number)|next of kin|if we can t reach|unable to reach you|"
       r"alternative contact|person we (?:should|can|may|could) (?:call|contact|ring|phone|notify|inform)|"
       r"who (?:should|can|may) we (?:call|contact|ring|notify|inform)|(?:call|contact|notify|inform) in case|"
       r"\bsomeone we can (?:call|contact)|\bnok\b|we (?:can ?not|can t|are unable to|could not) (?:reach|contact|"
       r"get hold of) you",
    de=r"notfall|na(?:e)?chste[rn]? angeho(?:e)?rige|im notfall|ersatzkontakt|zu benachrichtigen|zu verstandigen|"
       r"wen (?:sollen|durfen|konnen) wir",
    fr=r"urgence|personnes? a (?:prevenir|contacter|joindre|avertir)|prevenir en cas|plus proche parent|"
       r"qui (?:prevenir|contacter)"
       r"|en cas d accident|(?:personne|contact)s? d urgence|qui (?:devons|pouvons|faut il) .*(?:prevenir|contacter|"
       r"appeler|joindre)|personne (?:de )?contact en cas",
    es=r"emergencia|en caso de (?:accidente|urgencia)|avisar (?:a|en)|familiar mas cercano|persona a (?:avisar|"
       r"contactar)|contacto de urgencia"
       r"|(?:a )?quien (?:avisar|avisamos|llamar|llamamos|contactar|contactamos|debemos)|contacto (?:alternativo|"
       r"de seguridad|en caso)|(?:persona|familiar|allegado) de contacto en caso|en caso de (?:necesidad|emergencia)",
    it=r"emergenza|in caso di (?:bisogno|necessita|urgenza)|persona da (?:contattare|avvisare)|da avvisare|"
       r"parente piu prossimo"
       r"|chi (?:avvisare|contattare|chiamare|dobbiamo)|contatt[oi] (?:alternativ|in caso)|(?:persona|"
       r"familiare) da (?:chiamare|avvertire|contattare|avvisare)|recapito (?:alternativo|di un familiare)",
    nl=r"noodgeval|noodcontact|bij nood|nood ?nummer|(?:bij|geval van) nood|naaste familie|"
       r"te waarschuwen|wie (?:kunnen|mogen) we bellen",
    pl=r"nagl\w+ (?:wypad|przypad|sytuac)|w razie (?:wypadku|potrzeby|koniecznosci)|awaryjn|osob\w+ do (?:kontaktu w|"
       r"powiadomienia|zawiadomienia)|najblizsz\w+ (?:krewn|rodzin)",
    pt=r"emergencia|contact?o de (?:seguranca|urgencia)|em caso de (?:acidente|urgencia)|pessoa a (?:contactar|"
       r"avisar)|avisar em caso|familiar mais proximo"
       r"|(?:a )?quem (?:avisar|contactar|contatar|chamar|ligar|devemos)|(?:contact?o|contat?o) (?:alternativo|"
       r"em caso)|pessoa (?:de contact?o em caso|a (?:contatar|avisar|chamar))|parente (?:mais )?proximo|"
       r"em caso de (?:necessidade|emergencia)",
)

SPOUSE = either(
    en=r"spouse|(?<!limited )(?<!business )(?<!trading )(?<!delivery )(?<!general )\bpartner(?: s)?\b(?! (?:1\b|one\b|"
       r"organi|"
       r"site|school|code|with|program))|husband|\bwife\b|co ?(?:borrower|applicant|signer|owner|tenant)|"
       r"joint (?:applicant|account holder|tenant|owner)|(?:second|other) (?:applicant|parent)|applicant (?:2|two)|"
       r"parent (?:or |and )?(?:carer |guardian )?(?:2|two)\b|guardian 2|carer 2|civil partner",
    de=r"ehe ?(?:gatt|partner|frau|mann)|lebens ?(?:partner|gefa(?:e)?hrt)|(?:zweite[rn]?|weitere[rn]?|"
       r"2) (?:antragsteller|sorgeberechtigt|erziehungsberechtigt|elternteil)|mitantragsteller|(?:antragsteller\w*|"
       r"sorgeberechtigte\w*|erziehungsberechtigte\w*|elternteil)(?: in| person)? (?:2|ii)\b",
    fr=r"conjoint|epou(?:x|se)\b|concubin|partenaire(?! commercial)|co ?(?:demandeur|emprunteur|titulaire|locataire|"
       r"souscripteur)|responsable (?:legal )?2|(?:parent|demandeur|tuteur) 2|(?:second|deuxieme|autre) (?:parent|"
       r"responsable)"
       r"|\bcohabitante?\b|\bcompagne\b|\bcompagnon\b|\bpacsee?\b|\bmari\b|votre femme|conjointe?\b|co ?(?:acquereur|"
       r"declarant|contractant|preneur|assure)|(?:2e|2eme|second) (?:demandeur|titulaire|declarant|acquereur)|"
       r"declarant 2",
    es=r"conyuge|\bpareja\b|\bespos[oa]\b|cotitular|cosolicitante|segundo (?:titular|solicitante|progenitor|tutor)|"
       r"(?:tutor|progenitor|titular|solicitante) 2"
       r"|\bconviviente\b|\bconcubin|companer[oa] sentimental|otro (?:progenitor|tutor|titular)|\bmarido\b|"
       r"\bmujer\b(?! o| u)|segund[oa] (?:declarante|contratante)|declarante 2",
    it=r"coniuge|convivente|\bmoglie\b|\bmarito\b|cointestatari|(?:secondo|altro) (?:genitore|richiedente|"
       r"intestatario)|(?:genitore|richiedente) 2|unit[oa] civilmente"
       r"|(?<!limited )(?<!business )\bpartner\b(?! 1\b)|compagn[oa] (?:di vita)?$|seconda? (?:dichiarante|contraente)|"
       r"dichiarante 2|altro coniuge",
    nl=r"echtgeno|mede ?(?:aanvrager|contractant|huurder)|(?:tweede|andere) (?:ouder|aanvrager|verzorger)|(?:ouder|"
       r"verzorger|aanvrager|voogd) 2",
    pl=r"partner(?:a|ka|ki)\b|malzon|wspolmalzon|wspol(?:wnioskodawc|wlasciciel|najemc)|(?:drugi\w*) (?:rodzic|"
       r"opiekun|wnioskodawc)|(?:rodzic\w*|opiekun\w*) (?:2|ii)\b|\bzon[ya]\b|\bmaz\b|\bmeza\b",
    pt=r"conjuge|companheir|\bespos[oa]\b|unido de facto|co ?titular|segundo (?:titular|requerente|responsavel)|"
       r"(?:responsavel|encarregado|requerente|titular|tutor) 2"
       r"|\bmarido\b|\besposa\b|\bconvivente\b|outro (?:progenitor|titular|responsavel|requerente)|"
       r"segundo (?:contratante|declarante)",
)

CHILD = either(
    en=r"\bchild\b|\bchild s\b|\bchildren s\b|\bpupil(?: s)?\b|\b(?:son|daughter)\b|\bdependants?\b|\bdependents?\b|"
       r"\bminor s\b|\b(?:young person|toddler|baby)(?: s)?\b",
    de=r"(?<!what )(?<!which )(?<!any )(?<!the )\bkind(?:es|s)?\b(?! of)|schuler|\btochter\b|\bsohn|\bkinder (?:name|"
       r"vorname|daten)|zogling",
    fr=r"jeune (?:licencie|sportif|adherent|joueur)e?|adherente? mineure?|\benfant\b|\bl enfant|"
       r"(?<!plus )\beleve\b|\bmineur\b|"
       r"\bfils\b|(?<!jeune )\bfille\b",
    es=r"\bhij[oa]\b|\bmenor\b|\balumn[oa]\b|\bdel nino\b|\bde la nina\b|nino a\b|nino nina|nino o nina|"
       r"\bhijos menores\b|\bmenores\b"
       r"|(?:del|de la|el|la|datos|nombre) (?:nin[oa]|bebe|menor|escolar)\b|\bniet[oa]\b|\brecien nacid",
    it=r"\bfigli[oa]\b|\bminore\b|\bbambin|\balunn[oa]\b"
       r"|\bneonat[oa]\b|\bbimb[oi]\b|\bminorenne|\bragazz[oa]\b|\bnipote\b|\bpupill[oa]\b|\bscolar[oa]\b",
    nl=r"\bleerling\b|\bzoon\b|\bdochter\b|\bkind\b",
    pl=r"\bdzieck|\bucz(?:nia|en|niow|ennic)\w*\b|\bsyna\b|\bcorki\b|maloletni",
    pt=r"\bfilh[oa]\b|\bcrianca\b|\beducando\b|\bmenor de idade\b"
       r"|\bbebe\b|\bnet[oa]\b|\brecem nascid|\bmenor\b(?! (?:valor|prazo))|(?:do|da|dados) (?:jovem|adolescente)",
)
STUDENT = r"\bstudent(?: s)?\b|\balun[oa]\b|\bstudentess|\bstudente\b|\bestudiante\b|\bestudante\b|\betudiant"

LANDLORD = either(
    en=r"landlord|letting agent|\bagents? s (?:name|phone|tel\w*|e ?mail|mobile|number|address)|property owner s|"
       r"managing agent|owner of (?:the|your) (?:property|flat|house|home)|"
       r"housing association",
    de=r"vermieter|wohnungsgeber|hausverwaltung|eigentumer (?:der|des) (?:wohnung|hauses|gebaudes|immobilie)",
    fr=r"\bbailleur|proprietaire (?:du logement|du bien|ou bailleur)"
       r"|\bproprietaire (?:actuel )?(?:du|de la|de votre) (?:logement|maison|habitation|appartement|immeuble)|"
       r"(?:nom|telephone|tel|adresse|coordonnees|mail|courriel|e mail) (?:et \w+ )*du (?:proprietaire|logeur)$|"
       r"\bgerance\b|\blogeur\b|agence immobiliere|\bregie\b|bailleur social|gestionnaire (?:du logement|"
       r"de l immeuble)",
    es=r"arrendador|\bcasero\b|propietari[oa] (?:de la vivienda|del (?:inmueble|piso))"
       r"|(?:nombre|telefono|dni|nif|direccion|datos|correo) (?:y \w+ )*del? (?:la )?(?:propietari[oa]|"
       r"dueno)(?: (?:de la vivienda|del inmueble|del piso))?$|\bdueno de la (?:casa|vivienda)|"
       r"\barrendatario? y arrendador|inmobiliaria|titular de la vivienda",
    it=r"locatore|proprietari[oa] (?:di casa|dell immobile|dell abitazione|dell alloggio)|padrone di casa"
       r"|(?:nome|cognome|nominativo|telefono|codice fiscale|dati|"
       r"indirizzo) (?:e \w+ )*del proprietari[oa](?: (?:dell|della|di)\b.*)?$|proprietari[oa] (?:dell|della|"
       r"del) (?:alloggio|abitazione|casa|immobile|appartamento|unita)|agenzia immobiliare",
    nl=r"verhuurder|eigenaar van de woning|woningcorporatie",
    pl=r"wynajmujac|wlasciciel\w* (?:lokalu|mieszkania|nieruchomosci|budynku)",
    pt=r"senhorio|proprietario do (?:imovel|apartamento)|locador|arrendador"
       r"|(?:nome|telefone|nif|cpf|morada|contact?o|dados|endereco) d[oa] proprietari[oa](?: (?:d[oa])\b.*)?$|"
       r"proprietari[oa] d[oa] (?:imovel|casa|habitacao|apartamento|fracao)|imobiliaria|dono d[oa] (?:casa|imovel)",
)

EMPLOYER = either(
    en=r"\bemployer",
    de=r"arbeitgeber|dienstgeber",
    fr=r"employeur",
    es=r"\bempleador|empresa empleadora|empresa (?:donde|en la que) trabaja"
       r"|\bpatron\b",
    it=r"datore di lavoro",
    nl=r"werkgever",
    pl=r"pracodawc|zaklad\w* pracy",
    pt=r"empregador|entidade (?:empregadora|patronal)",
)

GUARDIAN = either(
    en=r"\bguardian|\bparent(?:s)?(?: s)?\b|\bcarer\b(?! (?:permit|status|s allowance))",
    de=r"erziehungsberechtigt|sorgeberechtigt|gesetzlich\w* vertret|vormund|personensorge|"
       r"\beltern(?!geld|zeit|beitrag|abend|rat)\w*|"
       r"gesetzliche[rn]? vertret",
    fr=r"representant legal|responsable legal|\bparents?\b|tuteur legal|responsable de l (?:enfant|eleve)"
       r"|representants? legaux|responsables? legaux|autorite parentale|\bpere mere\b|parent 1\b|tutrice|"
       r"parent demandeur",
    es=r"\btutor(?:a)?(?: legal)?\b|\bprogenitor|\bpadre madre\b|padre o madre|padre madre o tutor|madre padre|"
       r"padres\b"
       r"|representante legal del? (?:la )?(?:menor|alumn|nin|hij)|patria potestad|guardador|tutores\b|madre o padre",
    it=r"\btutore\b|genitor|esercente la responsabilita|chi esercita"
       r"|esercent[ei]|potesta|responsabilita genitoriale|padre o madre|tutrice|affidatari",
    nl=r"\bvoogd|wettelijk\w* vertegenwoordig|\bouders?\b|verzorger|ouder verzorger",
    pl=r"przedstawiciel\w* ustawow|opiekun|rodzic\w*\b",
    pt=r"responsavel legal|encarregado de educacao|encarregado|\bpais ou\b|responsavel pel[oa] (?:crianca|menor|"
       r"alun[oa]|educando)"
       r"|encarregad[oa]|(?:nome|cpf|dados|telefone|contact?o|nif) d[oa] responsavel$|^responsavel(?: (?:financeiro|"
       r"1))?$|responsaveis|\bpais\b(?! de| d)(?= )|poder paternal|responsabilidades parentais",
)
MOTHER_OR_FATHER = (
    r"\bmother(?: s)?\b|\bfather(?: s)?\b|\bmutter\b|\bvater\b|\bmere\b|\bpere\b|(?<!lingua )\bmadre\b|\bpadre\b|"
    r"\bmoeder\b|"
    r"\bvader\b|\bmatk[ai]\b|\bojc(?:iec|a)\b|\bmae\b|\bpai\b"
)

_SECOND = r"(?:[2-9]|two|three|second|third)"
OTHER = either(
    codes=rf"{OUTGOING}|{NOT_THE_ONE}|{FOR_WHOM}|{ROLE}|(?:tel\w*|phone|adres\w*|adresse|anschrift|direccion|indirizzo|"
          rf"morada|endereco|e ?mail) (?:\w+ ){{0,2}}"
          r"(?:huisarts|lekarza|arztes|hausarzt\w*|kinderarzt\w*|medecin|medico|pediatra?|doctor|gp)\b",
    en=r"(?:passenger|traveller|traveler|guest|person|adult|attendee|participant|member|driver|resident|"
       rf"occupant) {_SECOND}\b|"
       r"(?:second|third|additional|named|other|another|all) (?:driver|passenger|traveller|guest|person|people|tenant|"
       r"occupant|resident|adult|household member|member|party|parties)s?\b|other people|\bdeceased|(?:person|someone|"
       r"holder|customer) who (?:has |have )?died|who died|late (?:husband|wife)|neighbour|third party|"
       r"person responsible|party at fault|\bwitness|\breferees?\b|\breference (?:[1-4]|name|phone|tel|email|e mail|"
       r"contact|one|two)\b|\breferences? details|referr(?:al name|er|ed by)|recommended by|\bspeaker\b|physician|"
       r"\bsurgeon|\bdoctor(?: s)? (?:phone|tel|address|email)|\bdentist|veterinar(?:y|ian)|\bvet(?: s)? (?:name|"
       r"phone|tel|practice|address)|\bvet s\b|previous (?:vet|gp|doctor|owner|keeper|tenant|occupant|occupier)|"
       r"new (?:owner|keeper|tenant|occupant|occupier)|registered keeper if|\bbreeder|recipient(?! of)|"
       r"gift (?:recipient|to)|\bfriend(?: s)?\b|beneficiar|\bpayee\b|executor|solicitor|lawyer|attorney|accountant|"
       r"someone else|(?:acting|applying|completing|calling) (?:this )?(?:form )?on behalf of|on behalf of (?:someone|"
       r"another)|person you(?: a)?re (?:caring|nominating|reporting|complaining|writing)|\bcarer for\b|cared for|"
       r"\bowner(?: s)? (?:name|address) if|\bseller|\bbuyer\b|contact person at|where the|responsible (?:person|"
       r"party)|translator|interpreter|\btutor name|\bhost(?: s)?\b(?! ?name)|co tenant|flatmate|lodger|nominee|"
       r"donor honou?ree|in (?:memory|honou?r) of|line manager|\bsupervisor|\bmanager(?: s)? (?:name|email|phone)|"
       r"hr contact|authori[sz]ed (?:person|contact|driver|representative)|collect(?:ing)? your child|(?:may|can|will|"
       r"allowed to|authori[sz]ed to) (?:collect|pick ?up)|collected by|representative(?: s)?\b|person (?:injured|"
       r"concerned|being)|injured person|suspect|offender|intermediary|patient s (?:carer|relative)|power of attorney|"
       r"\bdefendant|"
       r"(?:other|second) (?:parent|guardian|carer)|parent 2|guardian 2|other side|"
       r"if (?:this )?(?:is )?different|if not you|if other than|if someone else|your (?:colleague|boss)",
    de=r"(?:andere|zweite|weitere)[rns]? (?:eltern\w*|mutter|vater|sorgeberechtigt\w*)|gegenpartei|jemand ander|"
       r"verstorben|erblasser|nachbar|\bzeug(?:e|en|in|innen)\b|unfallgegner|gegner\w*|unfallbeteiligt|"
       r"weitere (?:person|mieter|bewohner|fahrer|mitreisende|erwachsene)|mitreisend|begleitperson|"
       r"bevollma(?:e)?chtigt|vertreter\b|\bbetreuer|vormieter|nachmieter|mitbewohner|vorbesitzer|vorhalter|"
       r"zu(?:e)?chter|kaufer|verkaufer|\berwerber|hebamme|bezugsperson|referenz(?:person|geber)|geworben|werber|"
       r"empfanger\w*|beschenkt|gastgeber|abholberechtigt|abhol\w* person|vorgesetzt|tierarzt|\barzt (?:telefon|"
       r"adresse)|zahnarzt|rechtsanwalt|steuerberater|dolmetscher|dritte\b|verursacher|schadiger|geschadigt|"
       r"falls abweichend|wenn abweichend|abweichend\w*|sofern abweichend|falls nicht|person [2-9]\b|fahrer [2-9]|"
       r"eigentumer falls|nachbesitzer|neue[rn]? (?:eigentumer|halter|besitzer|mieter)|begunstigt|pflegebedurftig|"
       r"zu pflegende",
    fr=r"(?:autre|second|deuxieme) (?:parent|responsable|representant)|l autre partie|quelqu un d autre|"
       r"\bdefunt|decede|personne decedee|voisin|\btiers\b|temoin|autre conducteur|adverse|partie adverse|mandataire|"
       r"personnes? autorisees?|venir chercher|ancien(?:ne)? (?:proprietaire|locataire|occupante?|titulaire)|"
       r"precedent (?:occupant|proprietaire|locataire|titulaire)|nouveau (?:proprietaire|locataire|occupant|titulaire)|"
       r"\bvendeur|acheteur|acquereur|cedant|beneficiaire|destinataire|\bheberge(?:ant|ur)|"
       r"parrain(?:e)?(?: par)?\b|parrain|veterinaire|dentiste|notaire|avocat|interprete|(?:voyageur|passager|"
       r"personne|adulte|occupant|conducteur) [2-9]|autres? (?:personnes?|occupants?|passagers?|voyageurs?)|"
       r"conducteur secondaire|superieur hierarchique|si different|referent|personne de confiance|personne concernee|"
       r"eleveur|ayant droit|victime"
       r"|titulaire (?:actuel|precedent|sortant|decede)|proprietaire (?:precedent|sortant|vendeur)|"
       r"locataire (?:sortant|precedent)|personne (?:a charge|malade|agee|aidee|accueillie|hebergee|mandatee|"
       r"deleguee|habilitee|accompagnante|denoncee|mise en cause|qui (?:recupere|vient|depose|vous|signe))|\baidant|"
       r"assistante? maternelle|\bnounou\b|grands? parents?|medecin (?:prescripteur|specialiste|hospitalier|"
       r"adresseur)|\bpediatre|psychologue|\bgarante?\b|caution(?:naire| solidaire)|\bcurateur|\btuteur (?:de stage|"
       r"pedagogique|entreprise)|maitre de stage|\bsyndic\b|concierge|mis en cause|auteur (?:des faits|"
       r"de l infraction|presume)|mandante?\b|delegataire|heritiers?\b|expert\b|conducteur b\b|vehicule b\b|"
       r"l autre conducteur|vous avez ete (?:parraine|recommande)|si (?:autre que|different|ce n est pas vous)|"
       r"s il (?:est|s agit) (?:different|d une autre)|autre que (?:vous|le demandeur|le titulaire)|accompagnat|"
       r"(?:nom|telephone) (?:du|de la) (?:gardien|remplacant)|^references?(?: (?:personnelles?|"
       r"professionnelles?))?$|personnes? referentes?|dernier employeur contact|acheteuse|vendeuse|contact sur place|"
       r"chef d equipe|enseignante?\b|professeur\b|entraineur|employee? (?:de maison|concernee?)|"
       r"salariee? concernee?|visiteur|\bparoissien|co ?heritier|l invite\b|invites?\b",
    es=r"fallecid|difunt|causante|vecin[oa]|\btercero|testigo|contrari[oa]\b|otro (?:conductor|vehiculo)|"
       r"representante|apoderad|persona(?:s)? autorizad|recoger (?:al?|a la)|anterior (?:propietari|titular|inquilin)|"
       r"(?:nuevo|nueva) (?:propietari|titular|inquilin)|vendedor|comprador|beneficiari|destinatari|anfitrion|"
       r"invita(?:do|nte)|recomendad|\bperito|veterinari|dentista|abogad|gestor\b|interprete|(?:pasajero|viajero|"
       r"persona|adulto|ocupante|conductor) [2-9]|otr[oa]s (?:personas|ocupantes|pasajeros|convivientes)|"
       r"conductor adicional|si es distint|si es diferente|superior inmediato|jefe directo|referencia (?:personal|"
       r"laboral|[1-3])|criador|perjudicad|denunciad|victima"
       r"|titular(?:es)? (?:anterior|actual|saliente|fallecid|cedente)|antigu[oa] (?:titular|propietari|inquilin)|"
       r"(?:autorizacion|autoriza|firma) (?:del|de la) (?:titular|propietari)|\bmedico (?:que|remitente|prescriptor|"
       r"solicitante|especialista)|\bdoctora? que|\bpediatra|avalista|\bfiador|\baval\b|jefe (?:inmediato|directo)|"
       r"empleador anterior|\bcuidador|denunciad|demandad[oa]|albacea|coheredero|persona que (?:recog|recib|autoriz|"
       r"acompan|present|entreg|sufri|caus)|\bacompanante|quien (?:recoge|recibe|acompana)|\bdelegad[oa]\b|\bcedente|"
       r"cesionari|\bnovi[oa]\b|si no es (?:usted|el titular|el solicitante)|si es otra persona|distint[oa] (?:de|"
       r"del|al) (?:titular|solicitante)|^referencias?(?: (?:personales|laborales|familiares|comerciales))?$|"
       r"alguien que|conductor (?:b|contrario)\b|vehiculo (?:b|contrario)\b|el otro (?:conductor|vehiculo)|"
       r"administrador (?:de la finca|de fincas|de la comunidad)|presidente de la comunidad|dependiente (?:economico|"
       r"1|2)|persona (?:a cargo|dependiente|denunciada|afectada|reclamada|de referencia|fallecida)|profesor[a]?\b|"
       r"entrenador|recomienda|padrin|madrin|\bgarante|\bcompanero de",
    it=r"qualcun altro|altra persona|altra parte\b|defunt|decedut|vicin[oi]\b|\bterzo\b|\bterzi\b|testimon|"
       r"controparte|altro (?:conducente|veicolo)|"
       r"delegat[oaei]|persona delegata|(?:al|per il|del) ritiro|ritirare |precedente (?:proprietari|inquilin|"
       r"intestatari)|nuovo (?:proprietari|inquilin|intestatari)|venditore|acquirente|beneficiari|destinatari|"
       r"ospitante|ospite|presentat[oa] da|veterinari|dentista|avvocat|notaio|commercialista|interprete|(?:passeggero|"
       r"viaggiatore|persona|adulto|occupante|conducente) [2-9]|altr[ei] (?:persone|occupanti|passeggeri|conviventi|"
       r"componenti)|se divers[oa]|responsabile (?:diretto|ufficio)|referenz[ae]|allevatore|danneggiat|procuratore|"
       r"rappresentante legale|\bcedente|subentrant"
       r"|intestatari[oa] (?:precedente|attuale|uscente|deceduto|cedente)|(?:vecchio|attuale|precedente|ex|"
       r"era l) (?:intestatari|inquilin|proprietari|titolar|conduttor)|chi era l|(?:se|qualora) (?:non sei tu|"
       r"non coincide|divers|altra persona|differente)|\bpediatra|persona (?:autorizzata|incaricata|di fiducia|"
       r"di riferimento|assistita|a carico|che (?:ritira|accompagna|riceve|ha))|\bgarante\b(?! (?:della )?privacy)|"
       r"\bfideiussore|amministratore (?:di |del )?condomini|amministratore di sostegno|\bbadante|de cuius|coeredi?|"
       r"dante causa|medico (?:prescrittore|proponente|specialista|inviante|che)|accompagnator|insegnante\b|"
       r"allenator|\btestimon|veicolo b\b|l altro (?:conducente|veicolo|autista)|conducente b\b|investitor|"
       r"responsabile del danno|segnalat[oa]\b|cessionari|chi (?:ritira|riceve|ti ha|ha (?:causato|subito))|"
       r"qualcuno che|incaricat[oa]\b|^riferimenti personali$|mandante|mandatari|portier[ea]|\bnonn[oi]\b|"
       r"\bconoscente|superiore (?:diretto|gerarchico)|legale rappresentante della",
    nl=r"iemand anders|aansprakelijk|overleden|\bburen\b|buurman|buurvrouw|tegenpartij|getuige|"
       r"andere (?:bestuurder|partij|bewoner|reiziger)|"
       r"gemachtigd|ophalen\b|vorige (?:eigenaar|huurder|bewoner)|nieuwe (?:eigenaar|huurder|"
       r"bewoner)|verkoper|koper\b|begunstigd|ontvanger|gastheer|gastgever|aangebracht door|dierenarts|tandarts|"
       r"advocaat|notaris|tolk|(?:passagier|reiziger|persoon|volwassene|bewoner|bestuurder) [2-9]|mede ?(?:bewoner|"
       r"reiziger)|indien afwijkend|indien anders|als afwijkend|leidinggevende|referentie|referent|fokker|benadeelde|"
       r"veroorzaker|erflater|nabestaande van|zorgvrager|bewindvoerder|contactpersoon (?:werk|school)",
    pl=r"zmarl|sasiad|swiad(?:ek|ka|kowie|kow)|sprawc|poszkodowan|inn(?:y|ego) kieruj|drug\w+ (?:kierowc|uczestnik)|"
       r"pelnomocni|upowaznion|upowazniam|zarzadc\w+|kto[s]? inny|inna osoba|odbior\w* dziecka|"
       r"odebrania dziecka|poprzedni\w* (?:wlascicie|najemc|lokator)|now(?:y|"
       r"ego) (?:wlascicie|najemc|lokator)|sprzedaj|sprzedawc|kupuj|nabywc|zbywc|beneficjent|odbiorc\w+ (?:przesylki|"
       r"przelewu|paczki)|adresat|zapraszaj|polecaj|polecon\w* przez|weterynarz|dentyst|adwokat|notariusz|tlumacz|"
       r"(?:pasazer|podrozny|osoba|osoby|dorosly|mieszkaniec|kierowca) [2-9]|(?:pozostal|inn)\w+ (?:osob|mieszkanc|"
       r"domownik|pasazer)|jesli inn|jezeli inn|o ile inn|przelozon|referencj|hodowc|podopieczn|spadkodawc|"
       r"wspollokator|wspolmieszkan",
    pt=r"falecid|defunt|vizinh|terceir[oa]s?\b|testemunha|outro (?:condutor|veiculo|motorista)|mandatari|procurador|"
       r"representante|pessoas? autorizad|recolher (?:a|o)|buscar (?:a crianca|o aluno)|(?:anterior|"
       r"antigo) (?:proprietari|titular|inquilin|morador)|nov[oa] (?:proprietari|titular|inquilin|morador)|vendedor|"
       r"comprador|(?<!numero )(?<!numero de )(?<!n )beneficiari|destinatari|anfitriao|indicad[oa] por|recomendad|"
       r"veterinari|dentista|advogad|"
       r"notari[oa]\b|interprete|(?:passageiro|viajante|pessoa|adulto|morador|condutor) [2-9]|outr[oa]s (?:pessoas|"
       r"moradores|passageiros|ocupantes)|se diferente|caso diferente|chefe direto|superior hierarquico|"
       r"referencia (?:pessoal|profissional|[1-3])|criador|lesado|sinistrado|visad[oa]$"
       r"|titular(?:es)? (?:anterior|atual|actual|cessante|falecid|cedente)|\bdependente\b(?! quimic)|"
       r"medic[oa] (?:prescritor|solicitante|responsavel|que|especialista)|(?:nome|crm) d[oa] medic[oa]|\bcrm\b|"
       r"\bpediatra|\bfiador|avalista|cuidador|alguem que|pessoa que (?:o |a |lhe )?(?:conhec|acompanh|receb|levant|"
       r"recolh|entreg|autoriz)|acompanhante|quem (?:recolhe|recebe|levanta|foi atendid|indicou|acompanha)|"
       r"autor da heranca|\bherdeir|denunciad|\breu\b|arguid|se nao (?:for|e) (?:voce|o proprio|o titular|"
       r"o requerente)|se for outra pessoa|diferente do (?:titular|requerente)|^referencias?(?: (?:pessoais|"
       r"profissionais|comerciais))?$|administrador(?:a)? d[oe] condominio|sindico|condutor b\b|veiculo b\b|"
       r"o outro (?:condutor|veiculo)|\bcedente|cessionari|pessoa (?:a cargo|dependente|assistida|denunciada|falecida|"
       r"de referencia|de confianca)|professor[a]?\b|treinador|padrinho|madrinha|avos?\b(?= )|\bgarante\b|"
       r"gestor d[oe] condominio|motorista (?:do outro|envolvido)|causador",
)

_PART = (
    r"(?: s)? (?:phone|tel|telephone|e ?mail|address|postcode|post code|zip|city|town|street|website|contact|country|"
    r"state|registration|location|fax|postal|details|name and address)"
)
ORGANISATION = either(
    en=r"\b(?:company|business|organi[sz]ation|firm|school|nursery|club|charity|supplier|provider|insurer|"
       r"insurance company|bank(?! details)|university|agency|dealer(?:ship)?|garage|repairer|surgery|practice|"
       r"hospital|clinic|"
       r"association|hotel|branch|court|police station|gp|venue|broker|lender|vendor|manufacturer|retailer|shop|store|"
       r"workshop)" + _PART + r"|leasing company|lease company|finance company|(?:address|phone|telephone|postcode|"
                              r"e ?mail|name) of (?:the |your )?(?:company|business|organi[sz]ation|insurer|"
                              r"insurance company|supplier|garage|hospital|hotel|clinic|repairer|surgery|"
                              r"practice)\b|(?:address|phone|telephone|postcode|e ?mail) of (?:the |your )?(?:bank|"
                              r"school|gp|doctor|previous gp)|venue|(?:previous|current|old|new|other) (?:supplier|"
                              r"provider|insurer)|insurance company|^garage$|previous school",
    de=r"(?:firmen|unternehmens|geschafts|schul|vereins|hotel|bank|praxis|krankenhaus|werkstatt|"
       r"kanzlei)\w* ?(?:anschrift|adresse|telefon|sitz|ort|plz|mail)|leasing ?(?:gesellschaft|firma|geber)|"
       r"vorversorger|bisherige[rn]? (?:anbieter|versorger|versicher)|neue[rn]? (?:anbieter|versorger)|stromanbieter|"
       r"veranstaltungsort|\bwerkstatt\b|name der (?:werkstatt|versicherung|schule|praxis)|(?:adresse|anschrift|"
       r"telefon\w*) (?:der|des) (?:schule|firma|bank|praxis|vereins|unternehmens|hotels|werkstatt|arztes|hausarztes)|"
       r"fruhere schule|zulassungsstelle|^versicherung$|gegnerische",
    fr=r"(?:adresse|telephone|nom|mail|courriel|coordonnees|ville|code postal) (?:de |du |de l |"
       r"de la )(?:l )?(?:garage|entreprise|societe|ecole|etablissement|banque|assureur|cabinet|hopital|clinique|"
       r"hotel|association|medecin|organisme|fournisseur|reparateur)|compagnie d assurance|societe de (?:leasing|"
       r"location)|(?:ancien|nouveau|precedent|actuel) (?:fournisseur|operateur|assureur)|^garage$|ancienne ecole|"
       r"siege social"
       r"|(?:entreprise|societe|organisme|etablissement|commerce|professionnel) (?:mise? en cause|concernee?|"
       r"reclamee?|visee?)|pompes funebres|(?:adresse|telephone|coordonnees) (?:de |du |de l |de la )(?:mairie|"
       r"agence|syndicat|magasin|creche|caisse)|^assureur\b|societe d assurance|votre (?:ancien|nouvel|"
       r"nouveau) (?:fournisseur|operateur|assureur)",
    es=r"(?:direccion|telefono|nombre|correo|domicilio|localidad|codigo postal) (?:de |del |de la )(?:empresa|taller|"
       r"hotel|colegio|centro|banco|seguro|aseguradora|compania|clinica|hospital|asociacion|entidad|medico)|"
       r"compania (?:aseguradora|de seguros|anterior|suministradora)|aseguradora$|(?:anterior|actual|nueva|"
       r"antigua) (?:compania|comercializadora|aseguradora|operador)|^taller|domicilio social"
       r"|(?:empresa|entidad|establecimiento|comercio|parte|compania) (?:o \w+ )?(?:reclamad|denunciad|afectad)|"
       r"^reclamad[oa]$|datos del reclamado|funeraria|(?:direccion|telefono|correo) (?:de la |del )(?:comercio|"
       r"establecimiento|agencia|tienda|guarderia|instituto|ayuntamiento)|compania de (?:seguros|seguro)",
    it=r"(?:indirizzo|telefono|nome|sede|e ?mail|citta|cap) (?:del |della |dell |dello )(?:azienda|ditta|officina|"
       r"hotel|albergo|scuola|banca|assicurazione|compagnia|clinica|ospedale|studio|ente|associazione|medico|"
       r"carrozzeria)|compagnia (?:di )?assicura|societa di leasing|(?:precedente|attuale|vecchio|nuovo) (?:fornitore|"
       r"gestore|operatore|assicuratore)|^officina|sede legale|carrozzeria"
       r"|(?:azienda|impresa|operatore|esercente|ditta|professionista|ente|societa) (?:reclamat|segnalat|oggetto|"
       r"coinvolt|contestat)|pompe funebri|(?:impresa|agenzia) funebre|onoranze funebri|(?:indirizzo|"
       r"telefono) (?:del |della |dell )(?:negozio|esercizio|agenzia|asilo|comune|impresa)|compagnia assicurat",
    nl=r"leasemaatschappij|(?:bedrijfs|school|kantoor|vestigings|praktijk|hotel)(?:adres|telefoon|plaats|postcode)|"
       r"(?:adres|telefoon\w*|naam|plaats|postcode) (?:van )?(?:de |het |uw )(?:school|bedrijf|garage|bank|"
       r"verzekeraar|maatschappij|hotel|huisarts|praktijk|ziekenhuis|vereniging|werkplaats)|(?:huidige|vorige|oude|"
       r"nieuwe) (?:leverancier|verzekeraar|aanbieder|school)|verzekeringsmaatschappij|garagebedrijf",
    pl=r"(?:adres|telefon|nazwa|siedziba|kod pocztowy|miejscowosc) (?:firmy|szkoly|przedszkola|banku|ubezpieczyciela|"
       r"towarzystwa|warsztatu|hotelu|przychodni|szpitala|organizacji|placowki|zakladu)|towarzystwo ubezpiecz|"
       r"zaklad ubezpieczen|firm\w+ leasing|(?:poprzedni|obecn|now|dotychczasow)\w* (?:dostawc|sprzedawc|"
       r"ubezpieczyciel|operator)|warsztat",
    pt=r"(?:morada|endereco|telefone|nome|sede|localidade|codigo postal) (?:da |do )(?:empresa|oficina|hotel|escola|"
       r"banco|seguradora|companhia|clinica|hospital|entidade|associacao|medico|creche)|seguradora(?! de saude)|"
       r"companhia de seguros|(?:anterior|atual|nov[oa]|antig[oa]) (?:fornecedor|comercializador|operador|seguradora)|"
       r"^oficina|sede social"
       r"|(?:empresa|entidade|estabelecimento|operador|fornecedor) (?:reclamad|visad|denunciad)|^reclamad[oa]$|"
       r"(?:agencia )?funeraria|agencia (?:imobiliaria|de viagens)|(?:morada|telefone|endereco) d[oae] (?:loja|"
       r"estabelecimento|agencia|creche|junta|camara)|companhia de seguro",
)
ORGANISATION_SECTION = either(
    en=r"^(?:the |your |about (?:the |your )?)?(?:company|business|organi[sz]ation|school|nursery|club|charity|"
       r"insurer|garage|repairer|hospital|hotel|accommodation|gp|doctor|surgery|gp practice|supplier|university|team|"
       r"association)(?: s)?(?: details| information| data)?$|(?:company|business|organi[sz]ation) (?:details|"
       r"information)",
    de=r"^(?:angaben (?:zum|zur|zu ihrem|zu ihrer) )?(?:firma|firmendaten|unternehmen|unternehmensdaten|verein|schule|"
       r"werkstatt|hotel|unterkunft|haus ?arzt|krankenhaus|versicherung|arzt|organisation|einrichtung)$|firmendaten|"
       r"unternehmensdaten",
    fr=r"^(?:votre |l |la |le )?(?:entreprise|societe|garage|etablissement|medecin(?: traitant)?|hebergement|"
       r"association|assureur|organisme|hotel)$|coordonnees de l (?:entreprise|etablissement|association)"
       r"|^(?:l |votre |la |coordonnees de (?:l |la )|informations sur (?:l |la ))?(?:entreprise|employeur|ecole|"
       r"creche|organisme|professionnel|commercant|vendeur professionnel|fournisseur|operateur|pharmacie|"
       r"clinique)(?: concernee?)?$",
    es=r"^(?:datos (?:de la |del )?)?(?:empresa|entidad|taller|colegio|centro(?: escolar)?|alojamiento|hotel|medico|"
       r"aseguradora|asociacion)$"
       r"|^(?:datos (?:de la |del )?|la |el )?(?:empresa|comercio|establecimiento|escuela|instituto|guarderia|"
       r"compania|clinica|hospital|farmacia|comercializadora|operador)(?: .{0,20})?$",
    it=r"^(?:dati (?:dell |della |del )?)?(?:azienda|ditta|ente|officina|scuola|struttura|alloggio|albergo|"
       r"medico(?: curante| di base)?|associazione|societa)$"
       r"|^(?:dati (?:dell |della |del )?|la |il |l )?(?:impresa|esercizio|negozio|asilo|nido|compagnia|operatore|"
       r"fornitore|farmacia|clinica|ospedale|assicurazione)$",
    nl=r"^(?:gegevens (?:van )?(?:de |het |uw )?)?(?:bedrijf|bedrijfsgegevens|school|garage|hotel|verblijf|huisarts|"
       r"vereniging|organisatie|verzekeraar)$",
    pl=r"^(?:dane )?(?:firm[ya]|szkol[ay]|warsztatu?|hotelu?|przychodni\w*|lekarza?|organizacj\w+|placowk\w+)$",
    pt=r"^(?:dados (?:da |do )?)?(?:empresa|entidade|oficina|escola|alojamento|hotel|medico|associacao|seguradora)$"
       r"|^(?:dados (?:da |do )?|a |o )?(?:empresa|estabelecimento|loja|creche|jardim de infancia|companhia|operador|"
       r"fornecedor|clinica|farmacia|agencia|seguradora)$",
)
"""Headings of a part that asks for an organisation's own address and telephone."""

OWN = either(
    en=r"\byour?\b|\byourself\b|\bmy\b|\bwe can reach|\bto reach you|\bapplicant\b|person (?:reporting|completing|"
       r"filling|making|applying|notifying|submitting)|\baccount holder\b|policy ?holder|\bclaimant|\bcomplainant|"
       r"about you|lead passenger|passenger 1\b|main contact|primary contact",
    de=r"\bihre?[rmns]?\b|\bmeine?\b|\bdeine?\b|antragstell|\bhalter\w*|versicherungsnehmer|meldende|vertragspartner|"
       r"vertragsinhaber|mieter(?:in)?\b|anspruchsteller|beschwerdefuhrer|rechnungsempfanger",
    fr=r"\bvotre\b|\bvos\b|\bmon\b|\bmes\b|^vous$|demandeur|declarant|souscripteur|\bassure(?:e)?\b|titulaire|"
       r"requerant|\blocataire\b|voyageur 1"
       r"|c est vous|\babonnee?\b|\badherente?\b|\busager\b|\ballocataire|\bplaignant|\breclamante?\b|"
       r"\bcandidate?\b|qui etes vous|vous meme|\(vous\)|vehicule a\b|conducteur a\b|je soussigne|redevable",
    es=r"\bsus? datos|\btus? datos|\btu\b|solicitante|interesad|declarante|asegurad[oa]\b|tomador|titular|reclamante|"
       r"\binquilin"
       r"|\btus\b|\bsu\b|usted\b|\breclamante\b|\bcontribuyente|quien (?:firma|solicita|presenta|"
       r"reclama)|mis datos|\bdenunciante|vehiculo a\b|abajo firmante|\babonad[oa]\b",
    it=r"\btuo[i]?\b|\btua\b|\btue\b|\bsuoi dati|richiedente|dichiarante|intestatari|contraente|assicurat[oa]\b|"
       r"sottoscritt|segnalante|conduttore\b"
       r"|subentrante\b|i miei dati|chi (?:sei|compila|presenta|richiede|segnala)|\breclamante|"
       r"\bcontribuente|(?<!codice )(?<!numero )\bcliente\b|veicolo a\b|\bistante\b|abbonat[oa]\b|\btu\b",
    nl=r"\buw\b|\bjouw\b|\bje\b|\bmijn\b|aanvrager|\bmelder|verzekeringnemer|verzekerde|contractant|\bhuurder\b",
    pl=r"\btwoj\w*|\bmoj\w*|wnioskodawc|zglaszajac|skladajac|ubezpieczajac|ubezpieczon|strony umowy|najemc[ay]\b|"
       r"abonent",
    pt=r"\bseus? dados|\bsua\b|\bseu\b|\bmeu\b|requerente|declarante|segurad[oa]\b|tomador|titular|reclamante|"
       r"contratante|\binquilino"
       r"|os meus dados|meus dados|quem (?:preenche|pede|solicita|e voce)|\bvoce\b|\bcontribuinte\b|"
       r"\bsubscritor|veiculo a\b|\bdenunciante|abaixo assinad|\bassinante\b",
)

ACTION = (
    r"\bapply|application|\bclaim|register|registration|\breport\b|\bnotify|\benrol|admission|\bsign up|\brequest|"
    r"\border\b|consent|\btrip\b|\bbook|anmeld|antrag|abmeld|\bmelden|meldung|bestellung|kundig|inscription|inscrire|"
    r"demande\b|declaration de|declarer|signaler|solicitud|solicitar|\balta\b|\bbaja\b|inscripcion|matriculacion|"
    r"iscrizione|domanda|richiesta|denuncia|aanvra|aanmeld|inschrijv|melden|opzeg|wniosek|zapisy|zgloszenie|"
    r"rejestracja|inscricao|pedido|candidatura|matricula\b|registo|\bcomplaint|complaints"
)
"""Words of titles that say what a form is for, not whose facts its controls ask for."""

LEAD_IN = (
    r"details|information|\bname\b|tell us|give us|fill in|enter|provide|about|\bwho\b|person|someone|angaben|daten|"
    r"nennen|\bwen\b|\bwer\b|geben|tragen|renseign|coordonn|indique|\bqui\b|datos|rellen|\bquien|persona|\bdati\b|"
    r"indicare|\bchi\b|gegevens|\bvul\b|\bwie\b|\bdane\b|podaj|\bosob|\bkto\b|\bkogo\b|dados|preencha|pessoa|\bquem\b"
)
"""Words with which a sentence opens a part of a form."""
