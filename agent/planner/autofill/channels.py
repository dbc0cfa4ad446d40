"""Lists whose choices say what is asked: by which way to reach the person, what the person lives on."""

from __future__ import annotations

from collections.abc import Sequence

from agent.planner.autofill.rows import either
from agent.protocol.pattern import Pattern

_CHANNELS = Pattern(
    r"^(?:by |via |per |por |par |przez |poczta |a |un )*(?:e ?mail\w*|mail|courriel|correo(?: electronico| "
    r"postal)?|posta(?: elettronica| ordinaria)?|poczta(?: elektroniczna| tradycyjna)?|phone(?: call)?|"
    r"tele?(?:ph|f)on\w*|telefoon\w*|call|anruf|appel(?: telephonique)?|llamada(?: telefonica)?|chiamata|bellen|"
    r"ligacao|chamada(?: telefonica)?|text(?: message)?s?|sms|sms bericht|message texte|texto|mensagem|"
    r"mensaje(?: de texto)?|letter|post|postal mail|mail post|brief(?:post)?|courrier(?: postal)?|carta|lettera|"
    r"correio(?: postal)?|list|listownie|listem|e ?mailem|whats ?app|portal|online|schriftlich|par ecrit|"
    r"mobile|mobil|fax)$")
_HOW = Pattern(either(
    en=r"\bhow\b|prefer|contact|reminder|notif|correspond|reach you|communicat",
    de=r"\bwie\b|kontakt|erreich|benachrichtig|erinnerung|korrespond|mitteilung",
    fr=r"\bcomment\b|contact|\bavis\b|rappel|notif|correspond|joindre|communicat",
    es=r"\bcomo\b|contact|aviso|recordatori|notific|comunicac|medio prefer",
    it=r"\bcome\b|contatt|avvis|promemoria|notific|comunicaz",
    nl=r"\bhoe\b|contact|herinner|bericht|bereik|correspond|communicat",
    pl=r"\bjak\b|sposob|kontakt|przypomnie|powiadomi|korespond|forma",
    pt=r"\bcomo\b|contact|contat|aviso|lembrete|notific|comunicac",
))
_OF_A_PAPER = Pattern(
    r"invoice|\bbills?\b|statement|payment|\bpay\b|delivery|rechnung|zahl|liefer|factur|fattur|paiement|pago|pagament|"
    r"betal|faktur|platnosc|fatura|recibo|hear about|heard|find us|erfahren|connu|conoci|conosciut|gevonden|"
    r"kennen gelernt|dowiedzia|conheceu|tickets?|password|code|results?|certificat|urkunde|bescheinigung")
"""How a bill, a payment or a certificate is sent is the task's, not how the person likes to be reached."""

_LIVINGS = tuple(Pattern(pattern) for pattern in (
    either(en=r"^(?:permanent |full ?time |part ?time )?(?:employed|employee|employment|job|work|wages?|salary)\b",
           de=r"^angestellt|^arbeitnehm|^beschaftigt|^(?:gehalt|lohn)\b|^anstellung|^arbeitsvertrag|^erwerbstatig",
           fr=r"^salarie|^salaire|^emploi|contrat de travail|^travail salarie",
           es=r"cuenta ajena|^emplead|^asalariad|^nomina|^salario|contrato (?:de trabajo|laboral)",
           it=r"dipendente|^lavoro$|contratto di lavoro|^stipendio", nl=r"loondienst|^werknemer|^salaris|^loon\b",
           pl=r"umowa o prace|^zatrudnion|^etat|^wynagrodzenie",
           pt=r"conta de outrem|^empregad|^assalariad|^salario|\bclt\b"),
    either(en=r"self ?employ|freelanc|own business|^business$", de=r"selbst(?:st)?andig|freiberuf|gewerbe",
           fr=r"independant|auto ?entrepreneu|profession liberale|a son compte", es=r"cuenta propia|autonom|empresari",
           it=r"autonom|libero professionist|partita iva|imprenditor",
           nl=r"zelfstandig|\bzzp\b|ondernemer|eigen bedrijf",
           pl=r"dzialalnosc|samozatrudn|przedsiebiorc", pt=r"conta propria|autonom|independente|empresari"),
    either(en=r"pension|retire", de=r"rente|pension|ruhestand", fr=r"retrait|pension", es=r"pension|jubilad",
           it=r"pension", nl=r"pensioen|gepension", pl=r"emeryt|\brent[ay]\b", pt=r"pensao|pension|reforma|aposentad"),
    either(en=r"unemploy|out of work|benefits?$", de=r"arbeitslos|arbeitsuchend", fr=r"chomage|sans emploi",
           es=r"desemple|\bparo\b|parad[oa]", it=r"disoccupat", nl=r"werkloos|uitkering", pl=r"bezrobot|zasil",
           pt=r"desempreg"),
    either(en=r"student", de=r"stud(?:ent|ium|ierend)|schuler|ausbildung", fr=r"etudiant", es=r"estudiant",
           it=r"student", nl=r"student|studie", pl=r"student|ucz(?:en|nia)|stypendi", pt=r"estudant"),
))


_OR = Pattern(r"\b(?:or|oder|ou|und|and|o|of|lub|et|e|y)\b")


def by_which_way(said: str, texts: Sequence[str]) -> bool:
    """Whether choices are ways to reach the person, and the label asks how: a contact preference."""
    if not 2 <= len(texts) <= 6 or not _HOW.search(said) or _OF_A_PAPER.search(said):
        return False
    ways = sum(map(names_a_way, texts))
    return ways >= 2 and ways >= len(texts) - 1


def names_a_way(text: str) -> bool:
    """Whether a folded text says a way to reach somebody and nothing else: by email, by phone or letter."""
    return all(_CHANNELS.match(part.strip()) for part in _OR.split(text.replace("e mail", "email")))


def lives_on(texts: Sequence[str]) -> bool:
    """Whether most choices say what a person lives on, of three sorts or more: work, business, pension."""
    found = [next((place for place, living in enumerate(_LIVINGS) if living.search(text)), -1) for text in texts]
    sorts = {place for place in found if place >= 0}
    return len(texts) <= 12 and len(sorts) >= 3 and sum(place >= 0 for place in found) >= 0.6 * len(texts)
