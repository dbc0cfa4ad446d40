"""Words in a page's running text that make a press more than going on: it declares, signs, sends, or ends the form.

Bias: favours asking, as in `words`. Patterns are for folded text, in eight languages (EN DE FR ES IT NL PL PT).
"""

from __future__ import annotations

from agent.gate.fold import fold
from agent.protocol.pattern import Pattern

_DECLARES = Pattern(
    r"by (?:continuing|clicking|pressing|selecting|submitting|proceeding|going|carrying|moving|saving|tapping)"
    r"[^.]{0,60}\b(?:you|i)\b|\bi (?:hereby )?(?:declare|certify|confirm that|agree|consent|undertake)\b"
    r"|\byou (?:hereby |also |are )?(?:declar|confirm that|confirming|certify|agree|accept\b|accepting|consent|"
    r"authori[sz]e|undertake|acknowledge|warrant)"
    r"|\b(?:continuing|clicking|pressing|proceeding) (?:\w+ ){0,2}(?:means|confirms|indicates|constitutes)"
    r"|true and (?:complete|correct|accurate)"
    r"|hiermit (?:erklare|bestatig|versicher)|ich (?:erklare|versichere|bestatige)\b|mit (?:dem |einem |ihrem )?klick"
    r"[^.]{0,60}\b(?:sie|ich)\b|(?:wenn|indem|durch)\b[^.]{0,50}(?:fortfahren|weiter|klick)[^.]{0,60}(?:bestatig|erklar|"
    r"stimm|akzeptier|versicher|willig)|\bsie (?:bestatigen|erklaren|versichern|stimmen|akzeptieren|willigen)\b"
    r"|(?:bestatigen|erklaren|versichern|akzeptieren) sie\b"
    r"|je (?:declare|certifie|soussigne|confirme|accepte)\b|en (?:cliquant|continuant|poursuivant)[^.]{0,60}vous"
    r"|vous (?:confirmez|declarez|acceptez|certifiez|attestez|autorisez|consentez)\b"
    r"|declaro (?:que|bajo)|(?:al|si) (?:continua\w*|hace\w* clic|puls\w*)[^.]{0,60}(?:acept|declar|confirm|autoriz)"
    r"|dichiaro (?:che|di|sotto)|(?:cliccando|proseguendo|continuando|procedendo)[^.]{0,60}"
    r"(?:accett|dichiar|conferm|autorizz)"
    r"|ik (?:verklaar|bevestig)|door\b[^.]{0,40}(?:gaan|klikken|drukken)[^.]{0,60}\b(?:u|je)\b"
    r"|\b(?:u|je) (?:verklaart|bevestigt|accepteert|stemt in|gaat akkoord)"
    r"|\boswiadcza|(?:klikajac|kontynuujac|przechodzac)\b|potwierdzasz|akceptujesz|wyrazasz zgode"
    r"|declaro (?:que|sob)|ao (?:continuar|clicar|avancar|prosseguir)[^.]{0,60}(?:aceit|declar|confirm|concord)"
    r"|(?:confirma|declara|aceita|acepta) (?:que|os|las?|los|as)\b"
)
_SIGNS = Pattern(
    r"\bsign (?:here|below|with|in the box)|\byour signature|signature (?:pad|box|field)|draw your|\bunterschr|"
    r"\bsignez|votre signature|signature du|firm[ae] (?:aqui|qui|digital)|su firma\b|(?:la (?:sua|tua) |la )firma\b|"
    r"hier (?:teken|onderteken)|handtekening|podpisz|\bpodpis\b|assine aqui|assinatura"
)
_SENDS = Pattern(
    r"\b(?:this|it|answers|details|application|claim|form|request|registration|report) (?:will be|is|are|gets?) "
    r"(?:now |then |automatically )?(?:sent|submitted|filed|final)\b|\b(?:submits?|sends?) (?:this|your) (?:form|"
    r"application|claim|answers|details|request|registration|report)|last step|final step"
    r"|(?:wird|werden)\b[^.]{0,40}(?:gesendet|abgeschickt|ubermittelt|eingereicht)|letzter schritt"
    r"|(?:sera|seront|est|sont) (?:envoye|transmis|soumis|depose)|derniere etape"
    r"|se (?:enviar|presentar)a|sera (?:enviad|presentad|submetid)|ultimo paso|ultima etapa"
    r"|(?:sara|verra|saranno|verranno) (?:inviat|trasmess|presentat)|ultimo passo"
    r"|(?:wordt|worden)\b[^.]{0,40}(?:verzonden|verstuurd|ingediend)|laatste stap"
    r"|zosta(?:nie|na) (?:wyslan|zlozon|przeslan)|ostatni krok"
)
_SUMS_UP = Pattern(
    r"\b(?:check|review) (?:and \w+ )?(?:your|the|all|these|my) |\bconfirm (?:your|the) (?:details|answers|"
    r"application)|"
    r"\bsummary\b|\byour answers\b|before you (?:send|submit)|"
    r"almost done|nearly done|ready to (?:send|submit)"
    r"|zusammenfassung|(?:prufen|uberprufen|kontrollieren) sie|ihre angaben (?:prufen|im uberblick)|\bubersicht"
    r"|recapitul|verifie[zr] (?:vos|votre|les)|\bresume de\b"
    r"|\bresumen\b|(?:revise|compruebe|verifique) (?:sus|los|la)"
    r"|riepilogo|(?:controlla|verifica|controlli|verifichi) (?:i|le|la|il) "
    r"|samenvatting|(?:controleer|bekijk) (?:uw|je|de)\b|\boverzicht"
    r"|podsumowanie|sprawdz (?:swoje|dane|odpowiedzi)"
    r"|\bresumo\b|(?:verifique|reveja|confirme) (?:os|as|a|o) "
)
_COUNT = Pattern(r"\b(\d{1,2}) ?(?:of|von|sur|de|di|van|z|ze|/) ?(\d{1,2})\b")
_STEP = (r"\b(?:step|page|part|section|question|schritt|seite|teil|frage|etape|partie|paso|pagina|parte|passo|stap|"
         r"krok|strona|etapa) ")
_LAST_STEP = Pattern(_STEP + _COUNT.pattern.removeprefix(r"\b"))


def declares_in_passing(text: str) -> bool:
    """Whether running text makes the press of a button a declaration ("By continuing you confirm…")."""
    return _DECLARES.search(fold(text)) is not None


def wants_signature(text: str) -> bool:
    """Whether running text asks for a signature."""
    return _SIGNS.search(fold(text)) is not None


def sends_in_passing(text: str) -> bool:
    """Whether running text says that going on sends the form, or that this is its last step."""
    folded = fold(text)
    return _SENDS.search(folded) is not None or any(
        int(here) >= int(last) > 1 for here, last in _LAST_STEP.findall(folded))


def sums_up(heading: str) -> bool:
    """Whether a heading or title is that of a summary before sending."""
    return _SUMS_UP.search(fold(heading)) is not None
