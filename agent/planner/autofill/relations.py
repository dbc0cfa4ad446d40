"""Whose a value in a task's text is: the words for the people around a person, in eight languages."""

from __future__ import annotations

import re

from agent.planner.autofill.recognition import Subject
from agent.protocol.pattern import Pattern

_CHILD = (
    r"daughters?|sons?|child(?:ren)?|kids?|tochter|töchter|sohn(?:es)?|söhne|kind(?:es|er)?|fille|fils|enfants?|"
    r"hij[oa]s?|"
    r"niñ[oa]s?|figli[oa]?|bambin[oaie]|dochter|zoon|kinderen|c[óo]rk[iaęąe]|synowi|syna?|dzieck[oau]|filh[oa]s?|"
    r"crianças?|pupil|schüler(?:in)?"
)
_SPOUSE = (
    r"wife|husband|partner(?:in|s)?|spouse|fianc[ée]e?|(?:ehe)?frau|(?:ehe)?mann(?:es)?|ehegatt\w+|femme|mari|"
    r"conjointe?|[ée]pou(?:se|x)|espos[oa]|mujer|marido|pareja|moglie|marito|compagn[oa]|vrouw|echtgeno\w+|"
    r"[żz]on[ayęąi]e?|"
    r"m[ąę][żz]\w*|mulher|c[ôo]njuge|companheir[oa]"
)
_EMERGENCY = (
    r"emergency contact|notfallkontakt|contact d['’]urgence|contacto de emergencia|contatto di emergenza|noodcontact|"
    r"kontakt awaryjny|contacto de emergência|next of kin"
)
_LANDLORD = (
    r"landlord|landlady|letting agent|vermieter(?:in|s)?|propriétaire|caser[oa]|arrendador|padron[ea] di casa|"
    r"verhuurder|"
    r"wynajmuj\w+|senhori[oa]"
)
_EMPLOYER = (
    r"employer|boss|arbeitgeber(?:in|s)?|employeur|empleador|jef[ea]|datore di lavoro|werkgever|pracodawc\w+|empregador"
)
_OTHER = (
    r"mother|father|mum|mom|dad|parents?|brother|sister|friend|neighbou?r|grand(?:mother|father|ma|pa)|gran|aunt|uncle|"
    r"cousin|colleague|flatmate|tenant|mutter|vater|vaters|eltern|bruder|schwester|freund(?:in)?|nachbar(?:in)?|oma|"
    r"opa|"
    r"mère|père|frère|sœur|soeur|amie?|voisine?|madre|padre|herman[oa]|amig[oa]|vecin[oa]|fratello|sorella|amic[oa]|"
    r"vicin[oa]|moeder|vader|broer|zus|vriend(?:in)?|buur\w+|matk[iaęąe]|ojc\w+|brat[au]?|siostr\w+|przyjaci\w+|"
    r"sąsiad\w*|"
    r"mãe|pai|irmão|irmã|vizinh[oa]"
)
_TABLE = ((Subject.EMERGENCY, _EMERGENCY), (Subject.CHILD, _CHILD), (Subject.SPOUSE, _SPOUSE),
          (Subject.LANDLORD, _LANDLORD), (Subject.EMPLOYER, _EMPLOYER), (Subject.OTHER, _OTHER))
_ANYBODY = "|".join(words for _, words in _TABLE)

_MY = (
    r"my|our|mein(?:e[rsmn]?)?|unser(?:e[rsmn]?)?|mon|ma|mes|notre|nos|mis?|nuestr[oa]s?|mi[oa]|miei|nostr[oa]|mijn|"
    r"onze|ons|"
    r"m[oó]j(?:a|e|ą|ej|ego|emu)?|nasz\w*|meus?|minhas?|noss[oa]s?"
)
NAME = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆĄĘÓŃ][\w'’]*[^\W\d_](?:-[A-ZÀ-ÖØ-Þ][\w'’]+)?"
_PERSON = Pattern(
    rf"\b(?i:(?:{_MY}|the|a|der|die|das|la|le|il|lo|el|de|o)) (?i:(?:[^\W\d_]+ "
    rf"))??(?P<rel>(?i:{_ANYBODY}))\b(?P<own>['’]s)?")
_NAMED = Pattern(
    rf"\b(?P<rel>(?i:{_ANYBODY}))(?:,|:|(?i: (?:named|called|is|is called|namens|heißt|ist|nommée?|appelée?|"
    rf"llamad[oa]|se llama|"
    rf"chiamat[oa]|genaamd|heet|o imieniu|chamad[oa]))|['’]s name is)? (?P<name>{NAME}(?: {NAME}){{0,3}})")
_SELF_NAMED = Pattern(
    rf"\b(?i:my (?:full )?name is|ich hei(?:ß|ss)e|mein (?:voller )?name ist|je m['’]appelle|mon nom est|me llamo|"
    rf"mi nombre es|mi chiamo|il mio nome è|ik heet|mijn naam is|nazywam się|chamo-me|(?:o )?meu nome é) "
    rf"(?P<name>{NAME}(?: {NAME}){{0,3}})")
_OWN = Pattern(rf"\b(?i:{_MY}|I|I['’]m|me|us|ich|mich|je|moi|yo|io|ik|ja|eu)\b(?! (?i:(?:[^\W\d_]+ "
               rf")?(?:{_ANYBODY}))\b)")
_THEIR = Pattern(r"\b(?:her|his|their|ihr(?:e[rsmn]?)?|sein(?:e[rsmn]?)?|son|sa|ses|leur|suo|sua|haar|zijn|jej|"
                 r"jego|dela|dele|"
                 r"she|he|sie|er|elle|il|ella|él|lei|lui|zij|hij|ona|on|ela|ele)\b", re.IGNORECASE)
_STOP = Pattern(r"[.!?;](?=\s+[^\W\d_])|\n")
_REACH = 400
"""Characters back from a value in which somebody may have been named."""


def subject_of_word(word: str) -> Subject:
    """Whom a word for a relation means."""
    return next((subject for subject, words in _TABLE if re.fullmatch(words, word, re.IGNORECASE)), Subject.OTHER)


def whose(text: str, start: int, end: int) -> Subject:
    """Whose the value at a place in a text is, by the words before it in its sentence, or a "her" after a name."""
    before = text[max(0, start - _REACH):start]
    stops = [match.end() for match in _STOP.finditer(before)]
    sentence = before[stops[-1]:] if stops else before
    relation = _last(_PERSON, sentence) or _last(_NAMED, sentence)
    own = _last(_OWN, sentence)
    if relation is not None and (own is None or relation.end() > own.start()):
        return subject_of_word(relation["rel"])
    if own is not None:
        return Subject.SELF
    earlier = _last(_PERSON, before) or _last(_NAMED, before)
    if earlier is not None and _THEIR.search(sentence):
        return subject_of_word(earlier["rel"])
    after = _STOP.split(text[end:end + 80], maxsplit=1)[0]
    behind = re.match(r"\W+(?i:(?:of|von|de|di|van|da|is|ist|est|es|è|for|für|pour|para|per|voor|dla)) .*", after)
    found = _PERSON.search(after) if behind else None
    return subject_of_word(found["rel"]) if found is not None else Subject.SELF


def named_people(text: str) -> list[tuple[Subject, str]]:
    """Whom a text names: ``my daughter Anna`` gives (child, Anna); two of a kind give none of that kind."""
    found = [(subject_of_word(match["rel"]), match["name"]) for match in _NAMED.finditer(text)
             if not re.match(rf"\s*(?:and|und|et|y|e|en|i|&|,) {NAME}\b(?!\s*(?:born|geboren))", text[match.end():])]
    found += [(Subject.SELF, match["name"]) for match in _SELF_NAMED.finditer(text)]
    return [(subject, name) for subject, name in found
            if len({other for who, other in found if who is subject}) == 1]


def _last(pattern: Pattern, text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
