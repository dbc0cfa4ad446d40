"""Channels: what rides along on an ordinary request: cookies, referring addresses, headers, and reports to a header."""

from __future__ import annotations

from tests.channels.channel import ONLY_FIRST, ONLY_THIRD, Channel, File, Then

_KNOWN = "location.origin + at('known')"
_FILES = {"known": File("x")}

CHANNELS = (
    Channel("header", 'fetch(u("header", 0), {headers: {"x-data": v}})'),
    Channel("header-known-address", f'fetch({_KNOWN}, {{headers: {{"x-data": v}}}})', files=_FILES, targets=ONLY_FIRST),
    Channel("header-accept", f'fetch({_KNOWN}, {{headers: {{"accept": v, "accept-language": v}}}})', files=_FILES,
            targets=ONLY_FIRST),
    Channel("header-authorization", f'fetch({_KNOWN}, {{headers: {{"authorization": "Bearer " + v}}}})', files=_FILES,
            targets=ONLY_FIRST),
    Channel("header-content-type", """fetch(u("type", 0), {method: "POST", body: "x",
      headers: {"content-type": "text/plain; d=" + v}})"""),
    Channel("cookie", f'document.cookie = `d=${{v}}; path=/`; fetch({_KNOWN})', files=_FILES, targets=ONLY_FIRST),
    Channel("cookie-name", f'document.cookie = `${{v}}=1; path=/`; add("img", {{src: {_KNOWN}}})', files=_FILES,
            targets=ONLY_FIRST),
    Channel("cookie-store", f'await cookieStore.set("d", v); fetch({_KNOWN})', files=_FILES, targets=ONLY_FIRST),
    Channel("cookie-page", f'document.cookie = `d=${{v}}; path=/`; location = {_KNOWN}', files=_FILES,
            targets=ONLY_FIRST),
    Channel("cookie-other-host", 'fetch(u("cookie", v), {mode: "no-cors", credentials: "include"})'),
    Channel("referer", """history.replaceState(0, "", "?d=" + v); fetch(u("referer", 0), {mode: "no-cors",
      referrerPolicy: "unsafe-url"})"""),
    Channel("referer-known-address", f'history.replaceState(0, "", "?d=" + v); fetch({_KNOWN})', files=_FILES,
            targets=ONLY_FIRST),
    Channel("referer-of-fetch", f'fetch({_KNOWN}, {{referrer: "?d=" + v}})', files=_FILES, targets=ONLY_FIRST),
    Channel("referer-of-page", f'history.replaceState(0, "", "?d=" + v); location = {_KNOWN}', files=_FILES,
            targets=ONLY_FIRST),
    Channel("referer-of-image", """history.replaceState(0, "", "?d=" + v);
      add("img", {src: u("image", 0), referrerpolicy: "unsafe-url"})"""),
    Channel("favicon", """document.querySelector("link[rel=icon]").remove(); history.pushState(0, "", "?d=" + v);
      head("link", {rel: "icon", href: "/favicon-" + TURN + ".ico"})""", targets=ONLY_FIRST),
    Channel("csp-report", """add("iframe", {src: at("strict")})""",
            targets=ONLY_THIRD,
            files={"strict": File('<script>new Image().src = "@FIRST@/sink/reported?d=@V@"</script>', headers=(
                ("Content-Security-Policy", """script-src 'unsafe-inline'; img-src 'none';
      report-uri @TO@/sink/csp"""),))}),
    Channel("csp-report-only", """add("iframe", {src: at("strict")})""",
            targets=ONLY_THIRD,
            files={"strict": File('<script>new Image().src = "data:,@V@"; eval("1")</script>', headers=(
                ("Content-Security-Policy-Report-Only",
                 """script-src 'report-sample' 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
      report-uri @TO@/sink/csp?d=@V@"""),))}),
    Channel("csp-meta-report", """const w = frame();
      w.document.write('<meta http-equiv="Content-Security-Policy" content="img-src \\'none\\'; report-uri ' +
      u("csp", v) + '"><img src="x.png">')""",
            unseen="report-uri is ignored in a meta element"),
    Channel("reporting-api", """add("iframe", {src: at("strict")}); await rest(300);
      document.querySelector("iframe").remove()""",
            targets=ONLY_THIRD,
            files={"strict": File('<script>new Image().src = "@FIRST@/sink/reported?d=@V@"</script>', headers=(
                ("Reporting-Endpoints", 'main="@TO@/sink/reporting"'),
                ("Content-Security-Policy", "script-src 'unsafe-inline'; img-src 'none'; report-to main")))}),
    Channel("deprecation-report", """history.replaceState(0, "", "?d=" + v); const x = new XMLHttpRequest();
      x.open("GET", "data:,", false); x.send()""",
            headers=(("Reporting-Endpoints", 'default="@TO@/sink/deprecated"'),), then=Then.CLOSE),
    Channel("network-error-log", 'await fetch(at("logged")); await fetch(`${at("logged")}?d=${v}`)', targets=ONLY_FIRST,
            files={"logged": File("x", headers=(
                ("Report-To", '{"group": "g", "max_age": 9999, "endpoints": [{"url": "@TO@/sink/nel"}]}'),
                ("NEL", '{"report_to": "g", "max_age": 9999, "success_fraction": 1.0}')))}),
    Channel("network-error-log-third", 'await fetch(at("logged")); await fetch(`${at("logged")}?d=${v}`)',
            targets=ONLY_THIRD,
            files={"logged": File("x", headers=(
                ("Report-To", '{"group": "g", "max_age": 9999, "endpoints": [{"url": "@TO@/sink/nel"}]}'),
                ("NEL", '{"report_to": "g", "max_age": 9999, "success_fraction": 1.0}')))}, slow=True),
    Channel("header-link-preload", 'add("iframe", {src: at("hinted")})', targets=ONLY_THIRD,
            files={"hinted": File("x", headers=(("Link", "<@TO@/sink/preloaded?d=@V@>; rel=preload; as=image"),))}),
    Channel("header-link-preconnect", 'add("iframe", {src: at("hinted")})', targets=ONLY_THIRD,
            files={"hinted": File("x", headers=(("Link", "<https://@V@.@HOST@>; rel=preconnect"),))},
            unseen="a headless browser connects to nothing ahead"),
    Channel("header-speculation", 'add("iframe", {src: at("hinted")})', targets=ONLY_THIRD,
            files={"hinted": File("x", headers=(("Speculation-Rules", '"@TO@/sink/rules?d=@V@"'),))},
            unseen="only the top page's rules count"),
    Channel("header-source-map", 'add("script", {src: at("mapped.js")})', targets=ONLY_THIRD,
            files={"mapped.js": File("//# sourceMappingURL=@TO@/sink/map?d=@V@", "text/javascript",
                                     (("SourceMap", "@TO@/sink/map?d=@V@"),))},
            unseen="only developer tools fetch source maps"),
    Channel("header-alt-svc", """await fetch(at("hinted")); await rest(300); fetch(u("again", v),
      {mode: "no-cors"})""", targets=ONLY_THIRD,
            files={"hinted": File("x", headers=(("Alt-Svc", 'h3="@V@.@HOST@:443"; ma=99'),
                                                ("Strict-Transport-Security", "max-age=99")))}),
    Channel("header-clear-site-data", 'await fetch(at("cleared")); fetch(u("cleared", v), {mode: "no-cors"})',
            files={"cleared": File("x", headers=(("Clear-Site-Data", '"cache"'),))}),
)
