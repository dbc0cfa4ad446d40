"""The words that carry meaning in a task or a label: cut, lower-cased, crudely stemmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from agent.intake.concepts import concepts_of

_FUNCTION_WORDS = """
a an the my our your his her their this that these those i we you he she it they me us them is are was were be been am
and or but if of on in at to for from by with as into about please enter give provide tell what which who whose how do
does did can could would should will shall may might want need like have has had not no any some there here select
choose type fill field optional required e.g eg etc s so also then just
der die das den dem des ein eine einen einem einer mein meine meinen ihr ihre ihren ist sind und oder für von mit im am
zum zur bitte auf
le la les un une des du de mon ma mes votre vos est et ou pour avec au aux dans sur el los las una unos mi mis su sus y
o para con en por del il lo gli i uno mio mia di da per che o os as um uma meu minha e do da para com em een het mijn uw
van en of voor met op is te
dal dallo dalla ab vom bis seit dem beim meiner meines unsere unser neben na od w we z ze i oraz lub moj moja moje
mojego mojej jest sa dla przy pan pani meu minhas sou sao desde hasta jusqu depuis dès vanaf tot uit naar bij onze ons
nous ich wir je j nos nuestro nuestra notre sono nostro nostra estou
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Function words of the languages that labels and tasks are most often written in."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "s")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that are no stop words, in order and in lower case; numbers are left out."""
    return tuple(word for word in plain_words(text) if word not in STOP_WORDS and not word[0].isdigit())


def stems_of(words: str | Iterable[str]) -> frozenset[str]:
    """The stems of a text's words, or of words already cut; the same in each of our languages where they are known."""
    plain = words_of(words) if isinstance(words, str) else words
    return frozenset(stem(each) for word in plain for each in concepts_of(word))


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, as written; ``'s`` is cut off."""
    words = (word.casefold().replace("’", "'").removesuffix("'s").replace("'", "") for word in _WORD.findall(text))
    return [word for word in words if word]


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without accents and common English endings: ``readings``, ``reading`` and ``read`` become one."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3 and not bare.endswith("ss"):
            cut = bare[:-len(ending)]
            bare = cut + "y" if ending in ("ies", "ied") else cut
            break
    if len(bare) > 4 and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:-1] if len(bare) > 3 and bare.endswith("e") else bare
