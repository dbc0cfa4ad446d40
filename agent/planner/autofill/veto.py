"""What is left to the person whatever else it looks like: secrets, codes, cards, consents, signatures, traps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.browser.page import Control
from agent.planner.autofill.words import Words
from agent.protocol import FactKind


@dataclass(frozen=True, slots=True)
class Veto:
    """The kind that is left alone and the reason in plain words."""

    kind: FactKind
    why: str


_CARD_AUTOCOMPLETE = {
    "cc-name",
    "cc-number",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-csc",
    "cc-type",
    "cc-given-name",
    "cc-family-name",
    "cc-additional-name",
}
_SECRET_AUTOCOMPLETE = {
    "current-password": "password",
    "new-password": "new-password",
    "one-time-code": "one-time-code",
    "username": "username",
}

_NEW = re.compile(
    r"new|create|choose|confirm|repeat|again|re ?(?:type|enter)|wiederhol|neues|wahlen|souhait|"
    r"nouveau|choisi|nueva|nuova|"
    r"nieuw|nowe|nova|haslo do|wunsch|register|sign ?up|verify"
)
_OLD = re.compile(r"kunden|current|existing|bestehend|aktuell|actuel|\bold\b")
_TABLE: tuple[tuple[str, str, str, str], ...] = (
    # kind, words in label / name / placeholder, words that rule it out, reason
    (
        "one-time-code",
        r"\botp\b|one time (?:code|pass)|verification code|security code (?:sent|we)|(?:sms|"
        r"auth\w*|confirmation|access|login) code|"
        r"6 digit code|code (?:we )?sent|bestatigungscode|\btan\b|einmal ?(?:code|passwort)|"
        r"code de (?:verification|confirmation)|codigo de verificacion|"
        r"codice di (?:verifica|conferma)|verificatiecode|kod weryfikacyjny|codigo de verificacao|"
        r"two factor|\b2fa\b|\bmfa\b|passcode",
        r"captcha|country|card|promo",
        "a code sent to the person",
    ),
    (
        "captcha",
        r"captcha|not a robot|kein roboter|pas un robot|no soy un robot|non sono un robot|geen robot|"
        r"anti ?spam|security (?:image|question image)|"
        r"(?:characters|letters|digits|text|code|numbers) (?:you see|shown|in the (?:image|picture)|"
        r"from the (?:image|picture))|"
        r"code (?:de l )?image|codigo de la imagen|codigo da imagem|codice dell immagine|"
        r"sicherheitscode|what is \d+ (?:plus|\+) |prove you(?: a)?re human|human verification",
        r"card|karte",
        "a proof of being human",
    ),
    (
        "cc-number",
        r"card ?number|\bcc ?(?:num|number|no)\b|(?:credit|debit|kredit) ?(?:card|karte)n? ?(?:number|no|nummer)?$|"
        r"kartennummer|numero de (?:la )?(?:carte|tarjeta)|"
        r"numero (?:della )?carta|kaartnummer|numer karty|numero do cartao|\bpan\b$|cardnumber",
        r"library|member|loyalty|id card|identity|identite|identita|identidad|cidadao|gift|identiteit|health|"
        r"utente|biblio|(?:do you|would you)",
        "a payment card number",
    ),
    (
        "cc-csc",
        r"\bcvv2?\b|\bcvc2?\b|\bcsc\b|card (?:security|verification|identification)|security code|"
        r"prufnummer|kartenprufn|cryptogramme|codigo de seguridad|codice di sicurezza|"
        r"beveiligingscode|\bcvn\b|cardverification|card code",
        r"sort|account",
        "a card security code",
    ),
    (
        "cc-exp-month",
        r"(?:exp\w*|card|cc|valid\w*) ?(?:date )?(?:month|mm|monat|mois|mes)$|expirationmonth|"
        r"exp ?month",
        "passport|licen|permit|id card",
        "a card expiry",
    ),
    (
        "cc-exp-year",
        r"(?:exp\w*|card|cc|valid\w*) ?(?:date )?(?:year|yyyy|yy|jahr|annee)$|expirationyear|exp ?year",
        "passport|licen|permit|id card",
        "a card expiry",
    ),
    (
        "cc-name",
        r"name (?:on|as (?:it )?appears on|as shown on)(?: the| your)? (?:credit |debit |payment )?card|"
        r"card ?holder|name ?on ?card|cardname|\bcc ?name|karteninhaber|titulaire de la carte|"
        r"titular de la tarjeta|"
        r"titolare (?:della )?carta|kaarthouder|posiadacz karty",
        r"library|biblio|street|zip|city|"
        r"state|address|country|e ?mail|phone|"
        r"postcode",
        "the name on a payment card",
    ),
    (
        "cc-exp",
        r"(?:card|cc) ?(?:exp\w*|valid)|\bexp(?:iry|iration)?(?: date)?(?: (?:mm|m) ?(?:yy|y)\w*)?$|"
        r"\bmm ?(?:yy|aa|jj)\b|mm ?yyyy$|gultig bis|ablaufdatum|date d expiration|fecha de caducidad|"
        r"data di scadenza|vervaldatum|expirationdate",
        r"passport|licen|permit|document|visa (?:number|exp)|identi|ausweis|pass\b|passe?port|pasaporte|dowod|"
        r"medic|contract|policy|membership|insurance|job|food",
        "a card expiry",
    ),
    (
        "cc-type",
        r"card ?type|type of (?:credit |debit )?card|kartentyp|type de carte|tipo de tarjeta|"
        r"payment card type",
        r"library|id",
        "a payment card type",
    ),
    (
        "coupon",
        r"coupon|voucher|promo(?:tion\w*)? ?(?:code)?\b|discount ?code|gutschein|rabattcode|"
        r"code (?:promo|avantage)|codigo (?:promocional|de descuento)|codice (?:sconto|promo)|kortingscode|"
        r"kod rabatowy|codigo de desconto|gift ?card|referral code|access code|invite code|"
        r"invitation code|offer code|cupon|cupom",
        r"newsletter|send me|receive|recibir|recevoir|email me|offers and",
        "a voucher or promotion code",
    ),
    (
        "security-answer",
        r"security (?:question|answer)|memorable (?:word|information|date)|secret (?:question|answer)|"
        r"sicherheitsfrage|geheime frage|question (?:secrete|de securite)|pregunta (?:secreta|de seguridad)|"
        r"domanda (?:segreta|di sicurezza)|"
        r"beveiligingsvraag|pytanie pomocnicze|pergunta secreta|"
        r"kennwort des kunden",
        "",
        "a security question",
    ),
    (
        "signature",
        r"\bsignature\b|\bsign (?:here|below|the)\b|\bsigned by\b|"
        r"type (?:your )?(?:full )?name to sign|\bunterschrift|unterzeichn|\bfirma(?: del| autografa|"
        r" digitale)|\bassinatura\b|firme aqui|handtekening|\bpodpis\b|\be ?sign",
        r"signature (?:date|strip)|date|datum",
        "a signature",
    ),
    (
        "username",
        r"\buser ?name\b|\buser ?id\b|\blogin ?(?:id|name)?$|^log ?in\b|screen ?name|benutzername|"
        r"nutzername|anmeldename|nom d utilisateur|identifiant|nombre de usuario|nome utente|gebruikersnaam|"
        r"nazwa uzytkownika|nome de utilizador|usuario$|benutzerkennung|account ?id$|logon|\buserid\b|uname\b",
        r"company",
        "a user name",
    ),
    (
        "search",
        r"^(?:site )?search\b|^suchen?\b|suchbegriff|wonach suchen|search (?:the|for|this|our|site)|"
        r"^recherch|^buscar?\b|^cerca\b|^zoek|^szukaj|^pesquis|^query$|^q$",
        r"address|post ?code|school|"
        r"postcode",
        "a search box",
    ),
)
_COMPILED = tuple((FactKind(k), re.compile(w), re.compile(u) if u else None, why) for k, w, u, why in _TABLE)

_PASSWORD = re.compile(
    r"\bpass ?word|\bpasswort|kennwort|mot de passe|contrasena|\bclave\b|\bwachtwoord|"
    r"\bhaslo\b|\bsenha\b|palavra passe|\bpin$|\bpin (?:number|code)$|pass ?phrase"
)

_MARKETING = re.compile(
    r"\bnews|marketing|promo|\boffers?\b|\bupdates?\b|angebot|werbung|werbe|\binfolettre|"
    r"lettre d information|\boffres\b|oferta|ofertas|novedades|notizie|offerte|aanbieding|"
    r"nieuwsbrief|"
    r"\bofert|partners?\b|keep me (?:informed|posted|up)|subscribe|special deals|advertis|"
    r"contact me about|tips\b|mailing list|abonnieren|"
    r"informed about|send me|inspiration|gazett|novidades|boletin|bulletin|optional cookies|"
    r"comunicaciones comerciales|market research|zgoda marketing|"
    r"tell me about|hear (?:from|about)|by (?:e ?mail|text|sms|post|phone|telephone)$"
)
_TERMS = re.compile(
    r"\bterms\b|conditions|privacy|gdpr|dsgvo|\bagb\b|datenschutz|regulamin|\brodo\b|"
    r"i (?:have )?(?:read|understand|accept|agree|consent)|accept\b|akzeptier|einverstanden|"
    r"stimme .*zu\b|zustimm|einwillig|"
    r"j accepte|j ai lu|conditions generales|acepto|he leido|accetto|informativa|akkoord|"
    r"voorwaarden|akceptuj|zgadzam|aceito|concordo|politica de|data protection|processing of|"
    r"verarbeitung|nutzungsbedingungen|traitement (?:de mes|des) donnees|"
    r"electronic communications|permission to|"
    r"estoy de acuerdo|terminos y condiciones|condiciones de uso|termini e condizioni|termos e condicoes|"
    r"je suis d accord"
)
_DECLARATION = re.compile(
    r"\bdeclare|\bcertif|i confirm|confirm (?:that )?(?:the|i|my|all|this)|true and|"
    r"correct and|\bauthori[sz]e|\bmandat\b|mandat erteilen|lastschrift|versichere|"
    r"bestatige|richtigkeit|wahrheitsgemass|dichiaro|declaro|"
    r"declare sur|atteste|certifie|sur l honneur|oswiadczam|verklaar|naar waarheid|"
    r"statement of truth|emergency treatment|i (?:give|grant) (?:my )?(?:permission|consent)|"
    r"solemnly|under penalty|direct debit|mandate|autorizo|autorizzo|autorise|machtig|"
    r"upowazniam|juro|knowledge and belief|perjury|i am (?:the )?(?:legal|authori)|"
    r"declaration|erklare"
)
_TRAP = re.compile(
    r"honey|\bfake|leave (?:this )?(?:field )?(?:blank|empty)|(?:do not|don t) fill|bot field|"
    r"nicht ausfullen|frei lassen|leer lassen|ne pas remplir|no rellenar|non compilare|"
    r"niet invullen|nie wypelnia|nao preencher|"
    r"if you are (?:a )?human|your website url here"
)


def veto(control: Control, words: Words, *, signs_up: bool) -> Veto | None:
    """The reason to leave a control alone, or None. ``signs_up``: its form makes a new account."""
    return (
        _by_state(control, words)
        or _by_type(control, words, signs_up)
        or _by_autocomplete(control, words)
        or _by_words(control, words, signs_up)
    )


def consent(words: Words) -> Veto | None:
    """What a lone checkbox asks the person to say: marketing consent, acceptance of terms, a declaration."""
    text = words.said or words.attributes
    if _MARKETING.search(text) and not re.search(r"\b(?:terms|agb|regulamin|condiciones)\b", text):
        return Veto(FactKind("consent-marketing"), "consents default to no")
    if _DECLARATION.search(text):
        return Veto(FactKind("declaration"), "only the person can declare this")
    if _TERMS.search(text) or _TERMS.search(words.legend):
        return Veto(FactKind("consent-terms"), "only the person can accept this")
    return None


def _by_state(control: Control, words: Words) -> Veto | None:
    if control.type == "hidden":
        return Veto(FactKind("other"), "not shown to the person")
    if _TRAP.search(f"{words.said} | {words.attributes} | {words.legend} | {words.hint}"):
        return Veto(FactKind("honeypot"), "meant to stay empty")
    chooser = control.type in ("radio", "checkbox", "file", "select-one", "select-multiple")
    if (
        not control.visible
        and not chooser
        and control.autocomplete.lower() in ("off", "nope", "false", "new-password")
        and control.type != "password"
    ):
        return Veto(FactKind("honeypot"), "not shown to the person, so perhaps a trap for robots")
    return None


def _by_type(control: Control, words: Words, signs_up: bool) -> Veto | None:
    if control.type == "password":
        text = words.all
        if re.search(r"\bcvv|\bcvc|\bcsc|security code|card", text):
            return Veto(FactKind("cc-csc"), "a card security code")
        if re.search(r"\bssn\b|social security", text):
            return Veto(FactKind("password"), "the page hides what is typed here")
        new = (signs_up and not _OLD.search(text)) or bool(_NEW.search(text)) or "new-password" in control.autocomplete
        return Veto(FactKind("new-password" if new else "password"), "a password")
    if control.type == "file":
        photo = re.search(r"photo|passbild|lichtbild|portrait|avatar|zdjecie|foto\b", words.said)
        return Veto(FactKind("photo" if photo and "image" in control.accept else "file-upload"), "a file to attach")
    if control.type == "search" or control.role == "searchbox":
        return Veto(FactKind("search"), "a search box")
    return None


def _by_autocomplete(control: Control, words: Words) -> Veto | None:
    token = control.autocomplete.lower().split()[-1:] or [""]
    if token[0] in _CARD_AUTOCOMPLETE:
        kind = (
            token[0]
            if token[0] in ("cc-number", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc", "cc-type")
            else "cc-name"
        )
        return Veto(FactKind(kind), "a payment card detail")
    secret = _SECRET_AUTOCOMPLETE.get(token[0])
    # A site that wants no autofill often writes new-password on ordinary fields: then the label decides.
    if (
        secret
        and (secret != "new-password" or _PASSWORD.search(words.all))
        and not (secret == "username" and "mail" in words.said)
    ):
        return Veto(FactKind(secret), "a sign-in detail")
    return None


def _by_words(control: Control, words: Words, signs_up: bool) -> Veto | None:
    if control.type in ("checkbox", "radio"):
        return (
            Veto(FactKind("captcha"), "a proof of being human")
            if re.search(
                r"captcha|not a robot|"
                r"kein roboter",
                words.said,
            )
            else None
        )
    typed_text = control.type not in ("select-one", "select-multiple")
    text = f"{words.said} | {words.placeholder}" if words.said else f"{words.attributes} | {words.placeholder}"
    if typed_text and _PASSWORD.search(text) and not re.search(r"forgot|hint|e ?mail", text):
        return Veto(FactKind("new-password" if signs_up or _NEW.search(text) else "password"), "a password")
    for kind, pattern, unless, why in _COMPILED:
        for part in (words.said, words.placeholder, words.name, words.id):
            if part and pattern.search(part) and not (unless and unless.search(text)):
                weak = (
                    part in (words.name, words.id)
                    and words.said
                    and kind in ("search", "username", "coupon", "one-time-code")
                )
                weak = weak and not (
                    kind == "username" and words.core in ("name", "account name", "login name", "display name")
                )
                mailbox = kind == "username" and signs_up and re.search(r"e ?mail", words.said)
                if not weak and not mailbox:
                    return Veto(kind, why)
    return None
