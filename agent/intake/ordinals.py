"""Reads which one of several like things a text means by its place: ``the 2nd checkbox``, ``the last option``. Pure.

Only where the text tells to do something with it: ``tick the second box``, ``enter 7 into the first text box``. ``My
second choice`` and ``a first appointment`` are no places on a form.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from agent.intake.concepts import folded


class Thing(Enum):
    """What is counted, with the words for it in our languages (folded)."""

    BOX = (r"check ?box(?:es)?|tick ?box(?:es)?|box(?:es)?|kontroll ?kastchen|kastchen|cases?(?: a cocher)?|casillas?|"
           r"casell[ae]|vakjes?|selectievakjes?|pol[ae] wyboru|caixas?")
    RADIO = (r"radio ?buttons?|radios?|bullet|optionsfeld|boutons? radio|boton(?:es)? de opcion|keuzerondje|"
             r"przycisk opcji")
    TEXT = (r"text ?box|text ?field|text ?area|input ?(?:box|field)?|field|box|textfeld|eingabefeld|feld|champ|zone "
            r"de texte|"
            r"campo(?: de texto| di testo)?|cuadro de texto|casella di testo|tekst ?vak|veld|invoerveld|pole(?: "
            r"tekstowe)?")
    OPTION = (r"option|choice|answer|entry|item|auswahl|antwort|moglichkeit|eintrag|reponse|choix|opcion|respuesta|"
              r"opzione|"
              r"scelta|risposta|optie|keuze|antwoord|opcja|opcje|odpowiedz|opcao|resposta")
    SLOT = r"(?:time ?)?slot|zeitfenster|creneau|hueco|fascia oraria|tijdslot|tijdvak|horario"


_PLACES: dict[int, str] = {
    1: "1st first erste ersten erster erstes premier premiere primer primero primera primo prima eerste pierwszy "
       "pierwsza "
       "pierwsze primeiro primeira 1er",
    2: "2nd second zweite zweiten zweiter zweites deuxieme segundo segunda secondo seconda tweede drugi druga drugie "
       "2e",
    3: "3rd third dritte dritten dritter drittes troisieme tercer tercero tercera terzo terza derde trzeci trzecia "
       "trzecie "
       "terceiro terceira 3e",
    4: "4th fourth vierte vierten viertes quatrieme cuarto cuarta quarto quarta vierde czwarty czwarta czwarte 4e",
    5: "5th fifth funfte funften funftes cinquieme quinto quinta vijfde piaty piata piate 5e",
    6: "6th sixth sechste sechsten sixieme sexto sexta sesto sesta zesde szosty szosta 6e",
    7: "7th seventh siebte siebten septieme septimo septima settimo settima zevende siodmy siodma 7e",
    8: "8th eighth achte achten huitieme octavo octava ottavo ottava achtste osmy osma 8e",
    9: "9th ninth neunte neunten neuvieme noveno novena nono nona negende dziewiaty dziewiata 9e",
    10: "10th tenth zehnte zehnten dixieme decimo decima tiende dziesiaty dziesiata 10e",
    -1: "last letzte letzten letzter letztes derniere dernier ultimo ultima laatste ostatni ostatnia ostatnie",
}
_PLACE_OF = {word: place for place, words in _PLACES.items() for word in words.split()}
_ORDINAL = "|".join(sorted(_PLACE_OF, key=len, reverse=True))
_TELLS = (
    r"select|tick|check|mark|choose|pick|click|press|tap|take|use|enter|type|write|put|fill|set|book|reserve|want|wahle?n?|"
    r"kreuze?n?|markiere?n?|klicke?n?|nimm|nehmen?|trage?n?|gib|schreibe?n?|buche?n?|coche[zr]?|selectionne[zr]?|"
    r"choisi(?:s|r|ssez)|clique[zr]?|saisi(?:s|r|ssez)|entre[zr]?|prends|prenez|reserve[zr]?|marca|marque|selecciona|elige|"
    r"elija|pulsa|escribe|introduce|reserva|seleziona|spunta|scegli|clicca|scrivi|inserisci|prenota|selecteer|kies|vink|"
    r"klik|vul|typ|boek|zaznacz|wybierz|kliknij|wpisz|zarezerwuj|seleciona|assinala|escolha|escreve|reserva"
)
_NOT = re.compile(r"\b(?:not|never|\w*n t|nicht|kein\w*|ne|no|non|niet|nie|nao|except|but|ausser|sauf|excepto|"
                  r"tranne)\b")
_CLAUSE = re.compile(r"[.!?;\n](?:\s|$)|, (?=then |dann |puis |luego |poi )|\bthen\b")
_OURS = r"(?:my|our|a|an|mein\w*|ein\w*|mon|ma|mi|un|une|una|mio|mia|mijn|een|moj\w*)"


@lru_cache(maxsize=16)
def _pattern(thing: Thing) -> re.Pattern[str]:
    more = (r"(?:(?: ?,? ?(?:and|und|et|y|e|en|i|or|oder|ou|of|lub)? ?(?:the |die |das |den |le |la |el |il |de )?)"
            rf"(?:{_ORDINAL}))*")
    return re.compile(rf"\b(?P<places>(?:{_ORDINAL}){more}) (?:{thing.value})\b")


@lru_cache(maxsize=128)
def places_of(text: str, thing: Thing) -> tuple[int, ...]:
    """The places that a text names for a kind of thing, in its order: 1 is the first, -1 the last.

    ``The first or second`` names none.
    """
    found = []
    for clause in _CLAUSE.split(text):
        said = " ".join(re.sub(r"[^\w]+", " ", folded(clause)).split())
        for match in _pattern(thing).finditer(said):
            before = said[:match.start()]
            told = re.search(rf"\b(?:{_TELLS})\b", before) is not None
            if re.search(r" (?:or|oder|ou|of|lub) ", match["places"]):
                continue
            if told and not _NOT.search(before) and not re.search(rf"\b{_OURS} $", before):
                found += [_PLACE_OF[word] for word in re.findall(rf"\b(?:{_ORDINAL})\b", match["places"])]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _into() -> re.Pattern[str]:
    """Behind a value: which text box it goes into."""
    return re.compile(rf"[\s\"”’')]+(?:in|into|in to|to|ins?|im|dans|en|nel|nella|no|w|do)\s+"
                      rf"(?:the |das |die |den |dem |le |la |el |il |het |de |o )?(?P<place>{_ORDINAL})\s+"
                      rf"(?:{Thing.TEXT.value})\b")


def box_of(behind: str) -> int:
    """The place of the text box that the words behind a value send it to; 0 where they send it to none."""
    match = _into().match(folded(behind[:80]))
    return _PLACE_OF[match["place"]] if match else 0


def names_a_text_box(text: str) -> bool:
    """Whether a text sends anything to a text box by its place."""
    return _into().search(folded(text)) is not None
