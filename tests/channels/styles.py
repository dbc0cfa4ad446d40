"""Channels: what style sheets fetch."""

from __future__ import annotations

from tests.channels.channel import BOTH, ONLY_FIRST, ONLY_THIRD, Channel, File, Target


def _rule(name: str, css: str, tag: str = "p", targets: tuple[Target, ...] = BOTH) -> Channel:
    """A rule for ``&`` alone, an element of the case's own."""
    css = css.replace("&", ".c${v}")
    return Channel(f"css-{name}", f'add("{tag}", {{class: "c" + v, href: "/never"}}).textContent = "x"; style(`{css}`)',
                   targets=targets)


_URL = 'url(${u("css", v)})'

CHANNELS = (
    _rule("background", f"& {{ background: {_URL} }}"),
    _rule("image-set", '& { background: image-set("${u("css", v)}" 1x) }'),
    _rule("content", f"&::before {{ content: {_URL} }}"),
    _rule("list", f"& {{ list-style-image: {_URL} }}", "li"),
    _rule("border-image", f"& {{ border: 9px solid; border-image: {_URL} 9 }}"),
    _rule("mask", f"& {{ mask-image: {_URL} }}"),
    _rule("shape", f"& {{ float: left; shape-outside: {_URL} }}"),
    _rule("cursor", f"& {{ cursor: {_URL}, auto }}"),
    _rule("filter", f"& {{ filter: {_URL[:-1]}#f) }}", targets=ONLY_FIRST),
    _rule("import", '@import "${u("css", v)}";'),
    _rule("import-layer", '@import url(${u("css", v)}) layer(x) supports(display: block);'),
    _rule("font", f"@font-face {{ font-family: f${{v}}; src: {_URL} }} & {{ font-family: f${{v}} }}"),
    _rule("font-letter", f"""@font-face {{ font-family: g${{v}}; src: {_URL}; unicode-range: U+78 }} & {{
      font-family: g${{v}} }}"""),
    _rule("variable", f"& {{ --b: {_URL}; background: var(--b) }}"),
    _rule("visited", f"&:link {{ background: {_URL} }}", "a"),
    Channel("css-attribute-selector", """const i = document.getElementById("v"); i.setAttribute("value", v);
      style(`input[value^="${v}"] { background: url(${u("attr", v)}) }`)"""),
    Channel("css-has", """document.getElementById("v").setAttribute("value", v);
      style(`body:has(input[value*="${v}"]) { background: url(${u("has", v)}) }`)"""),
    Channel("css-if-checked", """const c = add("input", {type: "checkbox", checked: "", class: "k" + v});
      style(`.k${v}:checked { appearance: none; background: url(${u("checked", v)}) }`)"""),
    Channel("css-inline", 'add("p", {style: `background: url(${u("inline", v)})`}).textContent = "x"'),
    Channel("css-constructed", """const s = new CSSStyleSheet();
      s.replaceSync(`.s${v} { background: url(${u("sheet", v)}) }`);
      document.adoptedStyleSheets.push(s); add("p", {class: "s" + v}).textContent = "x" """),
    Channel("css-shadow", """const r = add("div").attachShadow({mode: "closed"});
      r.innerHTML = `<style>p { background: url(${u("shadow", v)}) }</style><p>x</p>`"""),
    Channel("css-served", """add("p", {class: "w" + v}).textContent = "x"; head("link", {rel: "stylesheet",
      href: at("x.css")})""",
            targets=ONLY_THIRD, files={"x.css": File("""html { --s@V@: url(@TO@/sink/served?d=@V@) } .w@V@ {
      background: var(--s@V@) }""", "text/css")}),
    Channel("css-paint-worklet", 'CSS.paintWorklet.addModule(u("paint", v))'),
    Channel("css-houdini-import", 'CSS.paintWorklet.addModule(blob(`import "${u("painted", v)}"`))'),
)
