"""Tells the person's own words from an e-mail or letter that they pasted behind them."""

from __future__ import annotations

import re
from itertools import pairwise

from agent.protocol.pattern import Pattern

_HEADER = Pattern(
    r"^[ \t>*]*(?:from|sent|to|subject|von|gesendet|an|betreff|de|envoy[ée]|[àa]|objet|enviado|para|asunto|da|inviato|"
    r"oggetto|van|verzonden|aan|onderwerp|od|wys[łl]ano|do|temat|assunto)[ \t]*:[ \t]*\S", re.IGNORECASE | re.MULTILINE)
_MARK = Pattern(r"^[ \t]*(?:-{3,}.*(?:message|nachricht|messag\w*|mensaje|bericht|wiadomo\w*|mensagem).*|"
                r"(?:On|Am|Le|El|Il|Op|Dnia|Em) .{6,80}(?:wrote|schrieb|[ée]crit|escribi[óo]|scritto|schreef|"
                r"napisa\w*|escreveu)\b.{0,60}:|> ?\S.*)$", re.IGNORECASE | re.MULTILINE)
_GREETING = Pattern(
    r"^[ \t]*(?:dear|sehr geehrte\w*|liebe[rs]?|guten tag|(?:ch[eè]re?|madame|monsieur)\b|estimad[oa]s?|querid[oa]|"
    r"gentile|"
    r"egregio|spettabile|caro|cara|geachte|beste|szanown[aiy]|drog[ai]|exm[oa]|prezad[oa]|"
    r"car[oa]s?)\b[^\n]{0,80}[,:!]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE)
_CLOSING = Pattern(
    r"^[ \t]*(?:(?:kind|best|warm)(?:est)? regards|yours (?:sincerely|faithfully|truly)|regards|sincerely|"
    r"mit (?:freundlichen|besten|herzlichen) gr[üu](?:ß|ss)en|freundliche gr[üu](?:ß|ss)e|cordialement|bien [àa] vous|"
    r"(?:sinc[èe]res )?salutations|veuillez agr[ée]er|atentamente|(?:un )?(?:cordial )?saludos?|cordiali saluti|"
    r"distinti saluti|met vriendelijke groet\w*|z powa[żz]aniem|pozdrawiam|atenciosamente|com os melhores cumprimentos|"
    r"cumprimentos)\b[^\n]{0,60}$", re.IGNORECASE | re.MULTILINE)


def own_words(text: str) -> tuple[str, str]:
    """The person's own words, and the letter behind them: two texts, the second empty where there is none.

    Own words may stand before a letter, never inside one. A text that greets and takes leave is a letter as a whole,
    from its greeting on.
    """
    starts = [match.start() for match in _MARK.finditer(text)]
    headers = list(_HEADER.finditer(text))
    for first, second in pairwise(headers):
        if "\n\n" not in text[first.start():second.start()]:  # one such line alone may be the person's own label
            starts.append(first.start())
            break
    greeting = _GREETING.search(text)
    if greeting is not None and _CLOSING.search(text, greeting.end()):
        starts.append(greeting.start())
    if not starts:
        return text, ""
    return text[:min(starts)], text[min(starts):]
