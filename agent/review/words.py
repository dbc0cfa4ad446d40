"""Words that make a field a consent, a declaration, an amount or a recurring payment, in eight languages.

Bias: favours flagging. A field flagged for nothing costs a glance; one that is missed is agreed to unseen.
All patterns are for folded text: small letters without accents (EN DE FR ES IT NL PL PT).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise

from agent.gate.fold import fold, squash
from agent.protocol.pattern import Pattern

_CONSENT = Pattern(
    r"newsletters?\b|marketing|mailing ?list|\bconsents?\b|consenting|\bagree[ds]?\b|\bopt[ -]?(?:in|out)\b|subscribe\b"
    r"|special offers|promotion|\bterms\b|\btos\b|gdpr|dsgvo|\brgpd\b|privacy|\baccept(?:s|ed|ance)?\b"
    r"|einwillig|zustimm|einverstand|stimme .{0,40}\bzu\b|\bwerbung|\bwerbe|\bagb\b|nutzungsbedingung"
    r"|datenschutz|akzeptier"
    r"|\bconsent|j'accepte|\baccepte\b|lettre d'information|publicit|\bcgu\b|\bcgv\b|conditions generales"
    r"|consient|\bacepto\b|aceptar\b|boletin|publicidad|\bofertas\b|privacidad"
    r"|consenso|acconsent|accett|informativa|offerte"
    r"|toestemming|akkoord|nieuwsbrief|aanbieding|reclame|voorwaarden"
    r"|\bzgod[aey]\b|zgadzam|akceptuj|regulamin|biuletyn|reklam|oferty"
    r"|consinto|consentimento|concordo|\baceito\b|boletim|publicidade|privacidade|\btermos\b"
)
_DECLARATION = Pattern(
    r"\bdeclar|\bcertif(?:y|ies)\b|\battest|\baffirm|\bconfirm that\b|\bi confirm\b|you confirm\b"
    r"|true and (?:complete|correct|accurate)"
    r"|(?:correct|accurate) and complete|best of my knowledge|signature|\bsigned\b|\bsign here\b|\boath\b"
    r"|erklar(?:e|ung)|\bversicher(?:e|n wir)\b|bestatige|wahrheitsgemass|nach bestem wissen|unterschrift|eidesstatt"
    r"|sur l'honneur|\batteste|exacts? et|je certifie|je confirme"
    r"|\bdeclaro|declaracion|veraces|firmado|\bcertifico\b|\bjuro\b"
    r"|dichiar|\bfirmato\b|sotto la propria responsabilita"
    r"|verklaar|verklaring|naar waarheid|handtekening|ondertekening|bevestig dat"
    r"|oswiadcz|zgodne z prawda|\bpodpis|potwierdzam"
    r"|declaracao|assinatura|verdadeir|sob compromisso|confirmo que"
)
_MONEY_NAME = Pattern(
    r"\b(?:amount|fees?|price|total|subtotal|sum|cost|charge|payment|tariff|balance|deposit|premium|donation|tip|salary"
    r"|betrag|gebuhr(?:en)?|preis|summe|gesamt|kosten|zahlung|entgelt|beitrag|spende"
    r"|montant|prix|frais|tarif|somme|cotisation|dons|du don"
    r"|importe|precio|tasa|cuota|coste|pago"
    r"|importo|prezzo|tariffa|costo|totale|quota"
    r"|bedrag|prijs|totaal|betaling|bijdrage"
    r"|kwota|cena|oplata|suma|koszt|skladka"
    r"|valor|preco|taxa|montante|quantia|custo)\b"
)
_CURRENCY = Pattern(
    r"[$€£¥₹₽₺₩₪]\s?\d|\d\s?(?:[$€£¥₹₽₺₩₪]|zl\b|kc\b|kr\b)"
    r"|\b(?:eur|usd|gbp|chf|pln|sek|nok|dkk|czk|huf|ron|brl|cad|aud|jpy|inr)\b\.?\s?\d"
    r"|\d\s?(?:eur|usd|gbp|chf|pln|sek|nok|dkk|czk|huf|ron|brl|cad|aud|jpy|inr|euros?|pounds?|dollars?|pence|cents?)\b"
)
_RECURRING = Pattern(
    r"subscription|monthly|\bper month\b|\ba month\b|weekly|quarterly|yearly|annually|direct debit|standing order"
    r"|auto[ -]?renew|recurring|instal?lment"
    r"|lastschrift|einzugsermachtigung|dauerauftrag|\babo(?:nnement)?\b|monatlich|jahrlich|vierteljahrlich|ratenzahlung"
    r"|mensuel|abonnement|prelevement|par mois|annuel"
    r"|mensual|suscripcion|domiciliacion|al mes"
    r"|mensile|abbonamento|addebito|al mese"
    r"|maandelijks|incasso|per maand|jaarlijks"
    r"|miesieczn|subskrypcj|polecenie zaplaty|abonament"
    r"|mensal|debito direto|por mes"
)
_AMOUNT_SAID = Pattern(_MONEY_NAME.pattern + r"(?: (?:is|of|ist|von|est|es|e|wynosi))?\s{0,2}[:=]?\s{0,2}\d")
"""An amount in running text without a currency: "Fee: 48". """
_BARE_AMOUNT = Pattern(r"-?\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2}")
_OFTEN = Pattern(
    r"\b(?:weekly|monthly|quarterly|yearly|annually|(?:per|a) month|monatlich|jahrlich|vierteljahrlich|mensuel\w*"
    r"|annuel\w*|par mois|mensual|al mes|mensile|al mese|maandelijks|jaarlijks|per maand|miesieczn\w*|mensal|por mes)\b"
)
"""How often something happens; a payment that comes again only where paying is spoken of too."""
_PAYING = Pattern(
    r"\bpay\w*|\bpaid\b|charge|\bbill|\binvoic|debit|zahl|abbuch|rechnung|lastschrift|\bpa[iy]e|prelev|factur|\bpag[aoue]|"
    r"addebit|fattur|betal|incasso|plac[ei]|platn|fatura"
)
_NO = frozenset({
    "", "0", "false", "no", "off", "n", "f", "none", "null", "never", "decline", "declined", "refuse", "reject", "deny",
    "optout", "unchecked", "nein", "ablehnen", "non", "refuser", "rechazar", "rifiuto", "nee", "weigeren", "nie",
    "odmawiam", "nao", "recusar", "nothanks", "neindanke",
})
"""Ways of saying no, squashed. Everything else counts as a yes."""
_TOKEN_NAME = Pattern(
    r"csrf|xsrf|authenticity[ _-]?token|requestverificationtoken|viewstate(?:generator|encrypted)?|eventvalidation"
    r"|nonce|^_+token$|wpnonce|form[ _-]?(?:token|build[ _-]?id|key)|request[ _-]?token|anti[ _-]?forgery|flow[ _-]?key"
)
_OPAQUE = Pattern(r"[A-Za-z0-9+/=_.:~|-]{16,}")
_AMOUNT_IN = Pattern(r"(?<![\d.,])\d{1,9}[.,]\d{1,2}(?!\d)")
SHORTEST_TOKEN = 8
"""Letters and digits of the shortest token of a known name (ASP.NET's view state generator)."""
LONG_TOKEN = 24
"""Characters from which letters alone can be a token."""
SHUFFLED = 0.35
"""Capitals, and changes of case, per character: both are a half in letters by lot, a third at most in camel case."""
MIN_BITS = 3.0
"""Bits per character above which a hidden value counts as random: hex has at most 4, words about 2.5 to 3."""


def spaced(name: str) -> str:
    """Returns a machine's name as words: ``totalAmount``, ``total_amount`` and ``total-amount`` as ``total amount``."""
    return re.sub(r"[\W_]+", " ", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)).strip()


def is_consent(text: str) -> bool:
    """Whether the text speaks of agreeing, terms, or being contacted."""
    return _CONSENT.search(fold(text)) is not None


def is_declaration(text: str, language: str = "") -> bool:
    """Whether the text speaks of declaring, certifying or signing.

    ``language`` is the page's, as in ``es-MX``: *firma* signs in Spanish and Italian and is a company elsewhere.
    """
    folded = fold(text)
    signs = language[:2].lower() in {"es", "it"} and re.search(r"\bfirma\b", folded)
    return bool(signs or _DECLARATION.search(folded))


def says_amount(text: str) -> bool:
    """Whether running text states an amount: a currency beside a number, or a number right behind a name for one."""
    folded = fold(text)
    return _CURRENCY.search(folded) is not None or _AMOUNT_SAID.search(folded) is not None


def looks_like_amount(value: str) -> bool:
    """Whether a bare value is written as amounts are: two decimals."""
    return _BARE_AMOUNT.fullmatch(value.strip()) is not None


def offers_recurring(option: str, asked: str) -> bool:
    """Whether an option is to pay again and again: "monthly" alone may be how often somebody swims."""
    folded = fold(option)
    often = _RECURRING.search(_OFTEN.sub(" ", folded)) is not None
    return often or (is_recurring(option) and _PAYING.search(f"{folded} {fold(asked)}") is not None)


def is_money(name: str, value: str) -> bool:
    """Whether a value is an amount: a currency beside a number, or a number under a name for one."""
    folded = fold(value)
    if _CURRENCY.search(folded):
        return True
    return any(char.isdigit() for char in value) and _MONEY_NAME.search(fold(name)) is not None


def names_money(text: str) -> bool:
    """Whether the text is a name for an amount."""
    return _MONEY_NAME.search(fold(text)) is not None


def is_recurring(text: str) -> bool:
    """Whether the text speaks of paying again and again."""
    return _RECURRING.search(fold(text)) is not None


def is_yes(value: str, shown: str = "") -> bool:
    """Whether a value agrees to something: neither it nor its option's label is a plain no."""
    return squash(value) not in _NO and not (shown and squash(shown) in _NO)


def is_token_like(name: str, value: str) -> bool:
    """Whether a hidden field looks like one that a site makes anew with each page."""
    if not value:
        return _TOKEN_NAME.search(fold(name)) is not None
    if _AMOUNT_IN.search(value) or re.search(r"\s", value):
        return False                 # it says something; a token is one word that does not
    if _TOKEN_NAME.search(fold(name)):
        if any(map(str.isdigit, value)):
            return len(value) >= SHORTEST_TOKEN and any(map(str.isalpha, value))
        return _is_shuffled(value)
    return (bool(_OPAQUE.fullmatch(value)) and any(map(str.isdigit, value)) and _bits(value) >= MIN_BITS
            and not any(map(_is_word, re.split(r"[^A-Za-z0-9]+", value))))


def _is_shuffled(value: str) -> bool:
    """Whether letters alone look drawn by lot, as in one of 200 tokens of 32 characters in base 64."""
    changes = sum(one.isupper() != other.isupper() for one, other in pairwise(value))
    capitals = sum(map(str.isupper, value))
    return bool(_OPAQUE.fullmatch(value)) and len(value) >= LONG_TOKEN and _bits(value) > MIN_BITS and \
        min(changes, capitals) >= len(value) * SHUFFLED and not any(map(_is_word, re.split(r"[^A-Za-z]+", value)))


def _is_word(piece: str) -> bool:
    readable = piece.islower() or piece.isupper() or piece.istitle()
    return piece.isalpha() and len(piece) >= 4 and readable and not re.fullmatch(r"[A-Fa-f]+", piece)


def _bits(text: str) -> float:
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values())
