"""What belongs to one site is read off the Public Suffix List as tldextract reads it, for every rule of the list."""

from __future__ import annotations

import idna
import pytest
import tldextract

from agent.intake import public_suffix
from agent.intake.public_suffix import registrable, suffix_of


@pytest.mark.parametrize(("host", "suffix", "site"), [
    ("www.council.co.uk", "co.uk", "council.co.uk"),
    ("co.uk", "co.uk", ""),
    ("a.github.io", "github.io", "a.github.io"),
    ("x.y.compute.amazonaws.com", "y.compute.amazonaws.com", "x.y.compute.amazonaws.com"),
    ("a.city.kawasaki.jp", "kawasaki.jp", "city.kawasaki.jp"),
    ("a.b.other.kawasaki.jp", "other.kawasaki.jp", "b.other.kawasaki.jp"),
    ("www.ck", "ck", "www.ck"),
    ("council.nowhere", "", ""),
    ("xn--85x722f.xn--55qx5d.cn", "xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"),
    ("COUNCIL.Co.Uk", "Co.Uk", "COUNCIL.Co.Uk"),
])
def test_the_rules_of_the_list(host: str, suffix: str, site: str) -> None:
    assert (suffix_of(host, private=True), registrable(host, private=True)) == (suffix, site)


@pytest.mark.parametrize("private", [True, False])
def test_it_agrees_with_tldextract_on_every_rule(private: bool) -> None:
    """But for a rule under another's wildcard: ``ex.futurecms.at`` is one of ``*.futurecms.at``, as browsers say."""
    theirs = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=private)
    rules = public_suffix._rules(private=True)
    assert len(rules) > 9_000
    differ = set()
    for rule in sorted(rules):
        bare = rule.lstrip("!").replace("*", "any")
        spelt = bare if bare.isascii() else idna.encode(bare).decode()
        for host in (bare, f"one.{spelt}", f"deep.one.{bare}", spelt.partition(".")[2] or "x.none"):
            found = theirs(host)
            ours = suffix_of(host, private=private), registrable(host, private=private)
            if ours != (found.suffix, found.top_domain_under_public_suffix):
                assert ours == (host, "")
                assert f"*.{host.partition('.')[2]}" in rules
                differ.add(host)
    assert len(differ) < 20
