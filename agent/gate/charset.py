"""Which declared character sets can be read without two possible readings."""

from __future__ import annotations

import re

from agent.gate.header_values import Parameterised

_ASCII_CHARSETS = re.compile(
    r"utf-?8|us-ascii|ascii|latin1|iso-?8859-?(?:[1-9]|1[03-6])|(?:windows-|cp)125[0-8]|koi8-[ru]"
)


def charset_of(declared: Parameterised) -> str | None:
    """Returns the declared charset, nothing said as '', and None for one in which ASCII bytes mean other letters.

    Such a charset (UTF-7, UTF-16, EBCDIC) lets a payload read differently at the site than here.
    """
    charset = declared.get("charset").lower()
    if not charset:
        return ""
    return charset if _ASCII_CHARSETS.fullmatch(charset) and declared.count("charset") == 1 else None
