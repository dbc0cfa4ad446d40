"""The words of what is left to the person: secrets, codes, cards, vouchers, signatures, user names, searches."""

from __future__ import annotations

from agent.planner.autofill.rows import either

_NO_BANK_CARD = (
    r"library|member|loyalty|id card|identity|identi|\bcidad|gift|health|utente|biblio|(?:do you|would you)|medic|"
    r"vitale|sanitari|saude|lecteur|adherent|fidel|kundenkarte|klanten|klienta|czytel|leser|lese|gesundheit|pobytu|"
    r"grise|sejour|residen|sim\b|visit|famil|rodziny|travel|zorgpas|mieszkan|aufenthalt|versicher|bonus|stamp|parking|"
    r"europ|insurance|student|estud|fuhrerschein|staff|green card|socio|soci\b|tessera"
)
_DOCUMENT = (
    r"passport|licen|permit|document|visa (?:number|exp)|identi|ausweis|\bpass(?:es)?\b|passe?port|pasaporte|"
    r"passaporto|paspoort|paszport|dowod|medic|contract|policy|membership|insurance|\bjob\b|\bfood|\bdni\b|permis|"
    r"titre|sejour|patente|rijbewijs|jazdy|\bcidad|habilit|conducao|vertrag|contrat|contratto|umowy|polic|poliza|"
    r"polizza|polis\b|apolice|\bmot\b|\btuv\b|inspection|certificat|carnet|offer|angebot|pobytu|residen|aufenthalt|"
    r"zezwol|tessera|abonnement|vaccin|domain"
)

VETOES: tuple[tuple[str, str, str, str], ...] = (
    # kind, words in label, name or placeholder, words that rule it out, reason
    (
        "cc-csc",
        either(
            codes=r"\bcvv2?\b|\bcvc2?\b|\bcsc\b|\bcvn\b|cardverification",
            en=r"card (?:security|verification|identification)|security code|card code",
            de=r"prufnummer|kartenpruf|prufziffer|sicherheitscode (?:der )?karte",
            fr=r"cryptogramme|code de securite|code visuel",
            es=r"codigo de seguridad",
            it=r"codice di sicurezza",
            nl=r"beveiligingscode|veiligheidscode",
            pl=r"kod (?:bezpieczenstwa|zabezpieczajacy|cvv|cvc)",
            pt=r"codigo de seguranca",
        ),
        r"sort|account|sent|\bsms\b|text message|e ?mail|captcha|image|bild|passport|social|seguridad social",
        "a card security code",
    ),
    (
        "one-time-code",
        either(
            codes=r"\botp\b|\b2fa\b|\bmfa\b|otpcode|\bsmscode",
            en=r"one time (?:code|pass|pin)|verification code|security code (?:sent|we)|(?:sms|auth\w*|confirmation|"
               r"access|login|activation|texted) code|\d digit code|code (?:we )?(?:have )?sent|two factor|passcode|"
               r"code (?:from|in) (?:the|your) (?:text|sms|e ?mail|app)|enter the code",
            de=r"besta(?:e)?tigungs ?code|verifizierungs ?code|freischalt ?code|aktivierungs ?code|\btan\b|"
               r"einmal ?(?:code|passwort|kennwort)|sms ?code|zugangscode|code (?:aus|per) (?:der )?(?:sms|e ?mail)",
            fr=r"code (?:de )?(?:verification|confirmation|validation|activation)|code (?:d )?activation|code (?:recu|"
               r"envoye)|code sms|code a usage unique",
            es=r"codigo (?:de )?(?:verificacion|confirmacion|activacion|validacion|acceso)|codigo (?:enviado|recibido|"
               r"sms)|clave (?:temporal|de un solo uso)",
            it=r"codice (?:di )?(?:verifica|conferma|attivazione|accesso)|codice (?:ricevuto|inviato|sms|temporaneo|"
               r"monouso)",
            nl=r"verificatie ?code|bevestigings ?code|activatie ?code|eenmalige code|toegangscode|code (?:uit|"
               r"die) (?:de|u|je)",
            pl=r"kod (?:weryfikac|potwierdz|sms|aktywac|jednoraz|autoryzac|z sms|dostepu|otrzyman)",
            pt=r"codigo (?:de )?(?:verificacao|confirmacao|ativacao|validacao|acesso)|codigo (?:enviado|recebido|sms)",
        ),
        r"captcha|country|card|promo|postal|product|share code",
        "a code sent to the person",
    ),
    (
        "captcha",
        either(
            codes=r"captcha",
            en=r"not a robot|anti ?spam|security (?:image|question image)|(?:characters|letters|digits|text|code|"
               r"numbers|word) (?:you see|shown|in the (?:image|picture)|from the (?:image|picture))|"
               r"prove you(?: a)?re human|human verification|are you (?:a )?(?:human|robot)|what is \d+ .*\d|"
               r"spam (?:check|protection)",
            de=r"kein roboter|sicherheitscode|spam ?schutz|zeichen (?:im|aus dem|auf dem|in dem|vom) bild|(?:was|"
               r"wie ?viel) (?:ist|ergibt) \d|rechenaufgabe|bist du ein mensch|sind sie ein mensch|text (?:im|"
               r"aus dem) bild",
            fr=r"pas un robot|code (?:de l )?image|recopie[rz]|anti ?robot|combien (?:font|fait) \d|"
               r"caracteres (?:de l image|affiches|ci)|etes vous un robot|etes vous humain",
            es=r"no soy un robot|codigo de la imagen|caracteres de la imagen|cuanto (?:es|son) \d|(?:letras|texto|"
               r"numeros) de la imagen|escrib\w+ (?:los caracteres|el codigo que)|(?:eres|es usted) humano",
            it=r"non sono un robot|codice (?:dell immagine|di sicurezza dell immagine)|caratteri (?:dell immagine|"
               r"visualizzati)|quanto fa \d|(?:sei|e) umano",
            nl=r"geen robot|code (?:uit|in) de afbeelding|(?:tekens|letters) (?:uit|in) de afbeelding|hoeveel is \d|"
               r"bent u een mens",
            pl=r"nie jestem robotem|kod z obrazka|przepisz (?:kod|znaki|tekst)|ile to(?: jest)? \d|znaki z obrazka|"
               r"czy jestes czlowiekiem",
            pt=r"nao sou (?:um )?robo|codigo da imagem|caracteres da imagem|quanto e \d|(?:letras|texto) da imagem|"
               r"e humano",
        ),
        r"card|karte\b|carte bancaire|tarjeta|cartao",
        "a proof of being human",
    ),
    (
        "cc-name",
        either(
            codes=r"name ?on ?card|cardname|\bcc ?name",
            en=r"name (?:on|as (?:it )?appears on|as shown on|as on)(?: the| your)? (?:credit |debit |payment |"
               r"bank )?card|card ?holder",
            de=r"karten ?inhaber|name auf (?:der|ihrer) (?:kredit)?karte",
            fr=r"titulaire de la carte|nom (?:sur|figurant sur) (?:la |votre )?carte|porteur de la carte",
            es=r"titular de la tarjeta|nombre (?:en|que aparece en) la tarjeta",
            it=r"titolare (?:della )?carta|"
            r"intestatario (?:della )?carta|nome sulla carta",
            nl=r"kaart ?houder|naam op (?:de )?(?:kaart|creditcard)",
            pl=r"(?:po?siadacz\w*|wlasciciel\w*) karty|(?:imie i )?nazwisko na karcie",
            pt=r"titular do cartao|nome (?:no|impresso no) cartao",
        ),
        r"library|biblio|street|zip|city|state|address|country|e ?mail|phone|postcode|identi|\bcidad|licen",
        "the name on a payment card",
    ),
    (
        "cc-number",
        either(
            codes=r"\bcc ?(?:num|number|no)\b|cardnumber|\bpan\b$",
            en=r"card ?number|(?:credit|debit|payment) ?card ?(?:number|no|details)?$",
            de=r"kreditkarte(?:n ?(?:nummer|nr))?$|karten ?(?:nummer|nr)",
            fr=r"numero de (?:la |votre )?(?:carte|cb)\b|^carte (?:bancaire|de credit|bleue)$|n de carte",
            es=r"(?:numero|n) de (?:la |su )?tarjeta|^tarjeta de (?:credito|debito)$",
            it=r"numero (?:della |di )?(?:carta|tessera di credito)|^carta di credito$",
            nl=r"kaart ?nummer|^creditcard(?:nummer)?$",
            pl=r"(?:numer|nr) karty|^karta (?:platnicza|kredytowa)$",
            pt=r"(?:numero|n) do cartao|^cartao de (?:credito|debito)$",
        ),
        _NO_BANK_CARD,
        "a payment card number",
    ),
    (
        "cc-exp-month",
        r"(?:exp\w*|card|cc|valid\w*|karte|carte|tarjeta|carta|kaart|karty|cartao) ?(?:date )?(?:month|mm|monat|mois|"
        r"mes|mese|maand|miesiac)$|expirationmonth|exp ?month|(?:mois|mes|mese|maand|miesiac|monat) (?:d expiration|"
        r"de caducidad|de vencimiento|di scadenza|van verval|waznosci|de validade|ablauf)",
        _DOCUMENT,
        "a card expiry",
    ),
    (
        "cc-exp-year",
        r"(?:exp\w*|card|cc|valid\w*|karte|carte|tarjeta|carta|kaart|karty|cartao) ?(?:date )?(?:year|yyyy|yy|jahr|"
        r"annee|ano|anno|jaar|rok)$|expirationyear|exp ?year|(?:annee|ano|anno|jaar|rok|jahr) (?:d expiration|"
        r"de caducidad|de vencimiento|di scadenza|van verval|waznosci|de validade|ablauf)",
        _DOCUMENT,
        "a card expiry",
    ),
    (
        "cc-exp",
        either(
            codes=r"expirationdate|cardexp|^mm ?(?:yy|yyyy|aa|aaaa|jj|jjjj|rr|rrrr)$|\((?:mm ?yy)\)",
            en=r"(?:card|cc) ?(?:exp\w*|valid)|\bexp(?:iry|iration|ires)?(?: date)?(?: (?:mm|m) ?(?:yy|y)\w*)?$|"
               r"^valid (?:until|to|thru|through)\b|^end date mm",
            de=r"gultig bis|ablaufdatum|verfalls?datum|gultigkeit(?:sdatum)?$",
            fr=r"date d expiration|expire (?:le|fin)|valable jusqu|date de validite|date d exp$",
            es=r"(?:fecha de )?(?:caducidad|vencimiento)\b|valida? hasta|fecha de expiracion",
            it=r"(?:data (?:di )?)?scadenza\b|valida? fino",
            nl=r"vervaldatum|geldig (?:tot|t m)|verloopdatum",
            pl=r"data waznosci|data wygas|wazn[aey] do|termin waznosci",
            pt=r"(?:data de )?validade\b|valid[oa] ate|data de expiracao|expira em",
        ),
        _DOCUMENT,
        "a card expiry",
    ),
    (
        "cc-type",
        r"card ?type|type of (?:credit |debit )?card|kartentyp|kartenart|type de carte|tipo de tarjeta|"
        r"payment card type|tipo (?:di )?carta|soort kaart|rodzaj karty|tipo de cartao",
        r"library|\bid\b|identi|biblio|member|sejour|\bcidad",
        "a payment card type",
    ),
    (
        "coupon",
        either(
            en=r"coupon|voucher|promo(?:tion\w*)? ?(?:code)?\b|discount ?code|gift ?card|gift ?code|(?:referral|"
               r"access|invite|invitation|offer|redeem) code",
            de=r"gutschein|rabatt ?code|aktions ?code|vorteils ?code|freundschafts ?code|"
            r"werbe ?code|empfehlungs ?code|einlosecode",
            fr=r"code (?:promo|avantage|parrain|reduction|remise|cadeau|privilege)|bon de reduction|cheque cadeau|"
               r"carte cadeau",
            es=r"codigo (?:promo|de descuento|descuento|de regalo|amigo|"
            r"de invitacion)|\bcupon|vale (?:regalo|descuento)|tarjeta regalo",
            it=r"codice (?:sconto|promo|coupon|regalo|amico|invito)|buono (?:sconto|regalo)|carta regalo",
            nl=r"kortings ?code|actie ?code|cadeau ?(?:bon|kaart|code)|"
            r"tegoedbon|waardebon|voucher ?code",
            pl=r"kod (?:rabat|promo|polec|znizk|kupon)|karta podarunkowa|\bkupon",
            pt=r"codigo (?:promo|de desconto|desconto|de oferta|convite|amigo)|cupom|cupao|vale (?:presente|desconto|"
               r"oferta)|cartao presente",
        ),
        r"newsletter|send me|receive|recibir|recevoir|email me|offers and",
        "a voucher or promotion code",
    ),
    (
        "security-answer",
        either(
            en=r"security (?:question|answer)|memorable (?:word|information|date|place|name)|secret (?:question|"
               r"answer|word)|password hint",
            de=r"sicherheitsfrage|geheime (?:frage|antwort)|kennwort des kunden|kundenkennwort",
            fr=r"(?:question|reponse) (?:secrete|de securite)",
            es=r"(?:pregunta|respuesta) (?:secreta|de seguridad)",
            it=r"(?:domanda|risposta) (?:segreta|di sicurezza)",
            nl=r"(?:beveiligings|veiligheids|controle)vraag|geheim antwoord",
            pl=r"pytanie (?:pomocnicze|bezpieczenstwa|kontrolne)|odpowiedz na pytanie|haslo (?:do obslugi|"
               r"telefoniczne)",
            pt=r"(?:pergunta|resposta) (?:secreta|de seguranca)",
        ),
        "",
        "a security question",
    ),
    (
        "signature",
        either(
            en=r"\bsignature\b|\bsign(?:ed)? (?:here|below|the|by)\b|^signed\b|^sign$|type (?:your )?(?:full |"
               r"legal )?name (?:to sign|as|below|here)|typing (?:your|my) (?:full )?name|\be ?sign|name to sign|"
               r"^signatory|print(?:ed)? name$|^signed at|sign with your",
            de=r"\bunterschrift|unterzeichn|^signatur|gezeichnet|^ort (?:und )?datum unterschrift",
            fr=r"\bsigne[rz]\b|lu et approuve|^signature|^signataire",
            es=r"firma(?: (?:del?|de la|electronica|digital|manuscrita|y)\b)|firme aqui|^firmado|"
            r"firmante",
            it=r"firma(?: (?:del|della|autografa|digitale|leggibile|per esteso|e|dell))|^firmatari|^firmato",
            nl=r"handtekening|ondertekening|ondertekend|^getekend",
            pl=r"\bpodpis",
            pt=r"\bassinatura\b|\bassinado|"
            r"\brubrica\b|assine aqui",
        ),
        r"signature (?:strip|date)|\bdate\b|datum|fecha|\bdata\b|^date|place|assinatura (?:mensal|anual|da revista)",
        "a signature",
    ),
    (
        "username",
        either(
            codes=r"\buserid\b|\buname\b|\busername\b|\bloginname\b",
            en=r"\buser ?name\b|\buser ?id\b|\blogin ?(?:id|name)?$|^log ?in\b|screen ?name|account ?id$|logon",
            de=r"benutzer ?name|nutzer ?name|anmelde ?name|benutzer ?kennung|zugangskennung",
            fr=r"nom d utilisateur|^(?:votre )?identifiant(?: de connexion)?$|identifiant ou|^pseudo\w*$",
            es=r"nombre de usuario|usuario$|^usuario\b|^alias$",
            it=r"nome utente|^utente$|id utente",
            nl=r"gebruikers ?naam|inlog ?naam",
            pl=r"nazwa uzytkownika|^login\b|identyfikator uzytkownika|^uzytkownik$",
            pt=r"nome (?:de|do) (?:utilizador|usuario)|^utilizador$|^usuario$",
        ),
        r"company|suministro|abonad",
        "a user name",
    ),
    (
        "search",
        either(
            en=r"^(?:site )?search\b|search (?:the|for|this|our|site)|^query$|^q$",
            de=r"^suchen?\b|suchbegriff|wonach suchen|^stichwort",
            fr=r"^recherch|^rechercher|^chercher",
            es=r"^buscar?\b|^busqueda|^buscador",
            it=r"^cerca\b|^ricerca\b",
            nl=r"^zoek",
            pl=r"^szukaj|^wyszukaj|^wyszukiw",
            pt=r"^pesquis|^procurar?\b|^busca\b",
        ),
        r"address|post ?code|school|postcode|adresse|direccion|indirizzo",
        "a search box",
    ),
)

PASSWORD = (
    r"\bpass ?word|\bpasswort|kennwort|mot de passe|\bmdp\b|code (?:secret|confidentiel)|contrasena|"
    r"\bclave\b(?! (?:lada|interbancaria|de (?:pais|rastreo|elector)))|\bwacht ?woord|\bhaslo\b|\bhasla\b|\bsenha\b|"
    r"palavra (?:passe|chave)|\bpin$|\bpin (?:number|code)$|\bpincode$|pass ?phrase|geheimzahl|parola (?:chiave|"
    r"d ordine)|codigo secreto"
)

TRAP = (
    r"honey|\bfake|bot field|no ?bots?\b|(?:leave|keep) (?:this )?(?:field )?(?:blank|empty|unchanged)|(?:do not|"
    r"don t|never) fill|not (?:to )?be filled|nicht ausfullen|nichts (?:eintragen|eingeben)|frei ?lassen|leer ?lassen|"
    r"bitte leer|ne pas remplir|ne remplissez pas|ne rien (?:saisir|inscrire)|laisse[rz] (?:ce champ )?vide|"
    r"laissez ce champ|no rellen|no complet\w+ este|dej(?:e|ar|a) (?:este campo )?(?:en blanco|vacio)|non compilare|"
    r"lascia\w* (?:questo campo |il campo )?(?:vuoto|in bianco)|niet invullen|leeg ?laten|laat (?:dit veld )?leeg|"
    r"nie wypelnia|pozostaw\w* (?:to pole )?puste|zostaw (?:to pole )?puste|nie uzupelnia|nao preench|deix(?:e|"
    r"ar) (?:este campo )?(?:em branco|vazio)|if you are (?:a )?human|your website url here|for (?:ro)?bots only|"
    r"spam (?:trap|check field)"
)
CONDITION = (
    r" (?:if|when|unless|where|wenn|falls|sofern|soweit|si|se|als|indien|jesli|jezeli|gdy|caso|in case|bei|quando|"
    r"cuando|wanneer)\b"
)
"""A hint such as "leave blank if unknown" is for people: what stands behind the words of a trap there."""

HIDDEN_NAMES = (
    r"^(?:website|url|homepage|web|web site|fax(?: number)?|hp(?: \w+)?|honeypot|nospam|bot\w*|trap|contact me.*|"
    r"your website|company fax)$"
)
"""Names that traps bear, for boxes that nobody sees."""

SIGNATURE_SECTION = (
    r"\bsignatures?\b|unterschrift|^firma(?:s)?$|firma (?:del|digital)|handtekening|ondertekening|podpis|assinatura|"
    r"^sign (?:the|this|here|and)|^declarations?$|^(?:ihre )?erklarung$|^declaracion(?: jurada| responsable)?$|"
    r"^dichiarazion[ei]$|^verklaring$|^oswiadczeni[ea]$|^declaracao$|^attestation$|^declaration sur l honneur$|"
    r"statement of truth|ready to sign|sign off"
)
"""Headings under which a name that is typed is a signature."""

MARKETING = (
    r"\bnews|marketing|promo|\boffers?\b|\bupdates?\b|angebot|werbung|werbe|\binfolettre|lettre d information|"
    r"\boffres\b|oferta|ofertas|novedades|notizie|offerte|aanbieding|nieuwsbrief|\bofert|partners?\b|"
    r"keep me (?:informed|posted|up)|subscribe|special deals|advertis|contact me about|tips\b|mailing list|abonnieren|"
    r"informed about|send me|inspiration|gazett|novidades|boletin|bulletin|optional cookies|"
    r"comunicaciones comerciales|market research|zgoda marketing|tell me about|hear (?:from|about)|by (?:e ?mail|text|"
    r"sms|post|phone|telephone)$|informations? commerciale|actualites|publicidad|promocion|comunicazioni commerciali|"
    r"informazioni commerciali|novita|sconti|op de hoogte|reclame|commerciele|informacj\w+ handlow|marketingow|"
    r"newsletter|comunicacoes|publicidade|promoc|campaigns|umfrage|encuesta|sondage|enquete|ankiet|profiling|"
    r"profilazione|profilage|dritte weiter|terceros con fines|cookies"
)
TERMS = (
    r"\bterms\b|conditions|privacy|gdpr|dsgvo|\bagb\b|datenschutz|regulamin|\brodo\b|i (?:have )?(?:read|understand|"
    r"accept|agree|consent)|accept\b|akzeptier|einverstanden|stimme .*zu\b|zustimm|einwillig|j accepte|j ai (?:lu|"
    r"pris connaissance)|conditions generales|acepto|he leido|accetto|informativa|akkoord|voorwaarden|akceptuj|"
    r"zgadzam|aceito|concordo|politica de|data protection|processing of|verarbeitung|nutzungsbedingungen|"
    r"traitement (?:de mes|des) donnees|electronic communications|permission to|estoy de acuerdo|"
    r"terminos y condiciones|condiciones de uso|termini e condizioni|termos e condicoes|je suis d accord|je consens|"
    r"consiento|consentimiento|doy mi|acconsento|presto il consenso|consenso al|toestemming|ga akkoord|gelezen|"
    r"wyrazam zgode|zgod[aey]\b|zapoznal|przetwarzani|autorizo o tratamento|dou o meu|consinto|li e |"
    r"tomei conhecimento|satzung|hausordnung|reglement|reglamento|regolamento|rgpd|zur kenntnis"
)
DECLARATION = (
    r"\bdeclare|\bcertif|i confirm|confirm (?:that )?(?:the|i|my|all|this)|true and|correct and|\bauthori[sz]e|"
    r"\bmandat\b|mandat erteilen|lastschrift|versichere|bestatige|richtigkeit|wahrheitsgemass|dichiar|\bdeclaro|"
    r"declare sur|atteste|certifie|sur l honneur|oswiadcz|verklaar|naar waarheid|statement of truth|"
    r"emergency treatment|i (?:give|grant) (?:my )?(?:permission|consent)|solemnly|under penalty|direct debit|mandate|"
    r"autorizo(?! o tratamento)|autorizzo|autorise|machtig|upowazniam|juro|knowledge and belief|perjury|"
    r"i am (?:the )?(?:legal|authori)|declaration|erklare|ermachtig|einzugsermacht|einziehungsauftrag|abbuchung|"
    r"prelevement|domiciliacion|addebito|incasso|polecenie zapłaty|polecenia zaplaty|debito direto|sob compromisso|"
    r"bajo juramento|responsabilita|swiadom|pod odpowiedzialnoscia|zgodne z prawda|engage a|m engage|me comprometo|"
    r"mi impegno|zobowiazuje|verplicht mij|verpflichte"
)
