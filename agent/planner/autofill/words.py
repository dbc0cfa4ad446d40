"""Brings labels and attribute names into one plain form, so that rules need to be written only once."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from agent.browser.page import Control, PageMap
from agent.planner.autofill.sections import Section, sections_of
from agent.protocol.pattern import Pattern

_SPECIAL = str.maketrans(
    {
        "ß": "ss",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ı": "i",
        "№": " no ",
        "º": "",
        "°": "",
        "ª": "",
    }
)
_NUMBER_SIGN = Pattern(r"\bn\.?\s?[º°]\s?", re.IGNORECASE)
_PLURAL = Pattern(r"(?<=[^\W\d_]{3})\((e?s)\)", re.IGNORECASE)
"""An ending that stands for one or more: "Apellido(s)"."""
_NUMBERED = Pattern(r"^\s*(?:\d{1,2}(?:[.)]|\.\d{1,2}\.?)|[A-Za-z]\))\s+(?=[^\W\d_]{3})")
"""The number of a question before its label: "2. Name", "b) Address"."""
_DOTTED = Pattern(r"\b(?:[^\W\d_]\.){2,}", re.UNICODE)
_CAMEL = Pattern(r"(?<=[a-z0-9])(?=[A-Z])")
_WIDGET = Pattern(
    r"^(?:(?:ctl|main|content|master|page|frm|form|fld|field|inp|input|edit|edt|txt|tbx?|ddl|cbo|cmb|rbl|\d\d?) )+"
    r"(?=[a-z])"
)
"""What page builders put before a field's own name: ``ctl00$Main$txtPostcode``."""
_DIGITS = Pattern(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_FILLER = Pattern(
    r"^(?:(?:please|bitte|kindly|enter|type|fill in|provide|give|tell us|input|geben sie|tragen sie|nennen sie|what|"
    r"whats|which|is|s|are|your|my|the|a|an|ihr|ihre|ihren|ihres|dein|deine|deinen|wie lautet|was ist|votre|vos|ton|"
    r"ta|quel|quelle|quelles|quels|est|sont|indiquez|saisissez|entrez|renseignez|veuillez|su|tu|sus|tus|cual|es|"
    r"indique|introduzca|escriba|ingrese|rellene|il|la|lo|i|le|tuo|tua|suo|sua|qual|inserisci|inserire|indicare|"
    r"indica|uw|je|jouw|wat|vul|vermeld|twoj|twoje|twoja|pana|pani|podaj|wpisz|prosze podac|o|a|seu|qual|e|indique|"
    r"introduza|insira|preencha|digite|informe)\s+)+(?=\S)",
)
_TAIL = Pattern(
    r"\s+(?:required|optional|mandatory|if (?:any|applicable|known|available|you have one|you know it)|pflichtfeld|"
    r"pflichtangabe|erforderlich|freiwillig|falls (?:vorhanden|bekannt|zutreffend)|sofern (?:vorhanden|bekannt)|"
    r"wenn vorhanden|optional|obligatoire|facultatif|si (?:connue?|applicable|vous en avez|disponible)|obligatorio|"
    r"opcional|si (?:lo conoce|procede|dispone|tiene)|obbligatorio|facoltativo|opzionale|se (?:conosciuto|disponibile|"
    r"presente|nota?)|verplicht|niet verplicht|optioneel|indien (?:bekend|van toepassing|beschikbaar)|wymagane|"
    r"pole wymagane|pole obowiazkowe|wymagany|opcjonalnie|opcjonalne|nieobowiazkowe|jesli (?:dotyczy|znany|posiadasz)|"
    r"obrigatorio|facultativo|se (?:aplicavel|conhecido|souber|tiver)|eingeben|angeben|ein|an|here|(?:dd|tt|jj|"
    r"gg) ?mm ?(?:yyyy|yy|jjjj|jj|aaaa|aa|rrrr)|yyyy mm dd|aaaa mm jj|jjjj mm tt|rrrr mm dd|in (?:eur|euro|gbp|pln|"
    r"chf)|en (?:lettres )?(?:majuscules|capitales)|in (?:block )?capitals(?: letters)?|(?:block|capital) letters|"
    r"in (?:druck|gross|block)buchstaben|in stampatello|en mayusculas|drukowanymi literami|em maiusculas|in (?:blok|"
    r"hoofd)letters|(?:volgens|gemass|selon|segun|according to|wedlug) .*|as (?:it )?(?:appears|shown|written|stated|"
    r"printed|in|on|per)\b.*|wie (?:im|auf|in) .*|laut .*|"
    r"tel(?:le)? que .*|comme (?:sur|indique) .*|(?:tal )?como (?:aparece|figura|consta|no|en) .*|come (?:da|su|sul|"
    r"risulta) .*|zoals (?:op|in|vermeld) .*|(?:zgodnie z|jak w|jak na) .*|conforme .*)$",
)
_EXAMPLE = Pattern(r"^(?:e ?g|for example|z ?b|beispiel|ex|p ?ej|bijv|np)\b|\d{3}|@|x{3}")


_STARTS_EXAMPLE = Pattern(r"\(|\d|\bx{2,}|@|\b(?:e\.? ?g|for example|z\. ?B|p\. ?ex|p\. ?ej|ej|es|bijv|np)\b\.?|"
                          r"\b(?:DD|TT|JJ|GG|dd|tt|jj|gg)[ ./-]?(?:MM|mm)")


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set; keeps tables readable."""
    return frozenset(words.split())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case without accents; everything but letters and digits becomes a single space."""
    single = _NUMBER_SIGN.sub("numero ", _PLURAL.sub(r"\1", text))
    joined = _DOTTED.sub(lambda found: f"{found[0].replace('.', '')} ", single)
    plain = unicodedata.normalize("NFKD", joined.translate(_SPECIAL))
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.lower().split())


@lru_cache(maxsize=8192)
def likeness(one: str, other: str) -> float:
    """How alike two folded texts are by their letters, from 0 to 100."""
    from rapidfuzz import fuzz  # 0.08 s, and most fields are found without it

    return fuzz.ratio(one, other)


def fold_name(attribute: str) -> str:
    """The words of an attribute such as ``billing_firstName2``: ``billing first name 2``."""
    words = " ".join(_DIGITS.sub(" ", fold(_CAMEL.sub(" ", attribute))).split())
    return _WIDGET.sub("", words) or words


@lru_cache(maxsize=8192)
def core(folded: str) -> str:
    """A folded label without "please enter your …" before it and "(optional)" behind it."""
    text = folded
    while True:
        shorter = _TAIL.sub("", _FILLER.sub("", text))
        if shorter == text:
            return text
        text = shorter


@dataclass(frozen=True, slots=True)
class Words:
    """What one control says about itself, folded. ``said`` is what a person reads as its label.

    ``outer`` holds the headings that enclose the nearest one, innermost first; ``opening`` the sentence that opens its
    part of the form; ``titled`` says that the nearest heading names the whole page; ``language`` is two
    letters; ``column`` counts the people of a table with a person a column; ``page`` is the page's title.
    """

    said: str
    core: str
    legend: str
    heading: str
    placeholder: str
    hint: str
    name: str
    id: str
    outer: tuple[str, ...] = ()
    opening: str = ""
    titled: bool = False
    language: str = ""
    column: int = 0
    page: str = ""

    @property
    def attributes(self) -> str:
        """Name and id in one, for rules that look at either."""
        return f"{self.name} | {self.id}"

    @property
    def all(self) -> str:
        """Everything but hints."""
        return f"{self.said} | {self.legend} | {self.name} | {self.id} | {self.placeholder}"


def words_on(page: PageMap) -> list[Words]:
    """The words of each control of a page, with what encloses it."""
    found: list[Words] = []
    sentence, part = "", ("", "")
    stray = {label for label, times in Counter(control.label for control in page.controls).items()
             if times > 1 and len(label.split()) >= 6 and label.rstrip().endswith((".", "!"))}
    for control, section in zip(page.controls, sections_of(page), strict=True):
        if part != (control.heading, control.legend):
            sentence, part = "", (control.heading, control.legend)
        if _is_sentence(control):
            sentence = control.label
        # One sentence before several boxes is the text above them, the label of none.
        if control.label in stray and control.type in ("text", "tel", "email", "number", ""):
            control = replace(control, label="")
        one = words_of(control, replace(section, opening=section.opening or sentence))
        found.append(replace(one, page=fold(page.title)))
    return found


def _is_sentence(control: Control) -> bool:
    """Whether what stands before a box is a sentence about its part of the form, and the box itself says what it is."""
    label = control.label.strip()
    return (len(label.split()) >= 4 and label.endswith((".", "!")) and 0 < len(control.placeholder.split()) <= 4
            and not _EXAMPLE.search(fold(control.placeholder)))


def _before_example(placeholder: str) -> str:
    """The words before an example in an empty field: "Mobile 04xx xxx xxx"; nothing where it begins with one."""
    example = _STARTS_EXAMPLE.search(placeholder)
    before = fold(placeholder[:example.start()]) if example else ""
    return before if len(before) >= 3 and before.split()[-1] not in ("e", "es", "ex", "ej", "eg") and not (
        _EXAMPLE.search(before)) else ""


def words_of(control: Control, section: Section | None = None) -> Words:
    """Folds a control's texts. A placeholder stands for a missing label unless it is only an example."""
    section = section or Section()
    placeholder = fold(control.placeholder)
    said = "" if _is_sentence(control) else fold(_NUMBERED.sub("", control.label))
    if not said and placeholder and not _EXAMPLE.search(placeholder):
        said = placeholder
    if not said and placeholder:
        said = _before_example(control.placeholder)
    if not said:
        said = fold(control.title)
    return Words(
        said=said,
        core=core(said),
        legend=fold(control.legend),
        heading=fold(control.heading),
        placeholder=placeholder,
        hint=fold(control.hint),
        name=fold_name(control.name),
        id=fold_name(control.id),
        outer=tuple(map(fold, section.outer)),
        opening=fold(section.opening),
        titled=section.titled,
        language=control.language[:2].lower(),
    )
