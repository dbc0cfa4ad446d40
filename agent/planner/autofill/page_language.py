"""Which language and region a page speaks, for the spelling of dates, numbers and countries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from agent.browser.page import PageMap
from agent.profile.places import region_of_facts
from agent.protocol import FactKind

_TLD_REGION = {
    "uk": "GB",
    "de": "DE",
    "at": "AT",
    "ch": "CH",
    "fr": "FR",
    "es": "ES",
    "it": "IT",
    "nl": "NL",
    "be": "BE",
    "pl": "PL",
    "pt": "PT",
    "br": "BR",
    "ie": "IE",
    "au": "AU",
    "nz": "NZ",
    "ca": "CA",
    "us": "US",
    "gov": "US",
    "mx": "MX",
}
"""Top-level domains that belong to one country. Source: IANA root zone; .gov is the United States'."""

_LANGUAGE_REGION = {"de": "DE", "fr": "FR", "es": "ES", "it": "IT", "nl": "NL", "pl": "PL", "pt": "PT"}
"""The likeliest region of a language that is written the same way (dates) in most of its regions."""


def region_of_page(page: PageMap, facts: Mapping[FactKind, str]) -> str:
    """The page's region: its language tag, its top-level domain, its language alone, otherwise the person's own."""
    tag = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2}))?.*", page.language.strip())
    if tag and tag.group(2):
        return tag.group(2).upper()
    domain = (urlsplit(page.url).hostname or "").rpartition(".")[2]
    if domain in _TLD_REGION:
        return _TLD_REGION[domain]
    return (
        _LANGUAGE_REGION.get(tag.group(1).lower(), "")
        if tag and tag.group(1).lower() in _LANGUAGE_REGION
        else region_of_facts(facts)
    )
