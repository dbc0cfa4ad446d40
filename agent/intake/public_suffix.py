"""What of a host is a public suffix, such as ``co.uk``, by the list that comes with tldextract.

tldextract's own code takes a third of a second to load and read it, and a browser's first request waits for that.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_RULE = re.compile(r"^[*!.]*\w\S*", re.MULTILINE)
_PRIVATE = "// ===BEGIN PRIVATE DOMAINS==="
"""From here on stand the suffixes that companies asked for, such as ``github.io``."""


def suffix_of(host: str, *, private: bool) -> str:
    """The public suffix that a host ends with; empty where the list knows none.

    The longest rule counts, and an exception before all. A name in punycode is read by its letters.

    Args:
        host: a name without a dot at the end; no address.
        private: with the suffixes of companies.
    """
    rules, labels = _rules(private=private), host.split(".")
    read = [_letters(label.lower()) for label in labels]
    for start in range(len(labels)):
        here, above = ".".join(read[start:]), ".".join(read[start + 1:])
        if f"!{here}" in rules:
            return ".".join(labels[start + 1:])
        if here in rules or f"*.{above}" in rules:
            return ".".join(labels[start:])
    return ""


def registrable(host: str, *, private: bool) -> str:
    """The suffix with one label before it; empty where there is no suffix or nothing before it."""
    suffix = suffix_of(host, private=private)
    before = host.removesuffix(suffix).rstrip(".")
    return f"{before.rsplit('.', 1)[-1]}.{suffix}" if suffix and before else ""


@cache
def _rules(*, private: bool) -> frozenset[str]:
    found = find_spec("tldextract")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("tldextract, and with it the Public Suffix List")
    text = Path(found.origin).with_name(".tld_set_snapshot").read_text(encoding="utf-8")
    return frozenset(_RULE.findall(text if private else text.partition(_PRIVATE)[0]))


def _letters(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    import idna

    try:
        return idna.decode(label)
    except (UnicodeError, IndexError):
        return label
