"""Pages that are too large, never rest, or rewrite themselves, each around the same small form.

Each function gives the HTML of one page; sizes are arguments, so that quick tests and the bench share them. What a page
fetches besides (frames, endless answers) is made by `answer`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

FIELDS = (
    '<p><label for="given">First name</label><input id="given" name="given" autocomplete="given-name"></p>'
    '<p><label for="family">Last name</label><input id="family" name="family" autocomplete="family-name"></p>'
    '<p><label for="mail">Email</label><input id="mail" name="mail" type="email" autocomplete="email"></p>'
)
FORM = f'<form method="post" action="/sent" id="main">{FIELDS}<button type="submit">Send</button></form>'
"""The form in the middle of every page; nothing in it is hard by itself."""


def page(before: str = "", after: str = "", form: str = FORM, script: str = "", style: str = "") -> str:
    """A whole page around the form."""
    return (f"<!doctype html><html lang=en><head><title>Form</title><style>{style}</style></head><body><h1>A form</h1>"
            f"{before}{form}{after}<script>{script}</script></body></html>")


def long_text(size: int) -> str:
    """``size`` bytes of paragraphs after the form."""
    line = f"<p>{'All work and no play makes a long page. ' * 25}</p>\n"
    return page(after=line * (size // len(line)))


def many_nodes(count: int) -> str:
    """``count`` elements, four deep."""
    return page(before="<div><span><b>x</b> <i>y</i></span></div>" * (count // 4))


def many_controls(count: int) -> str:
    """A second form with ``count`` fields."""
    fields = "".join(f"<label>Row {n} <input name=r{n}></label>" for n in range(count))
    return page(after=f'<form action="/rows" method="post">{fields}<button>Save rows</button></form>')


def many_options(count: int) -> str:
    """A native select and a custom list box, each of ``count`` options, in the form."""
    native = "".join(f"<option value=o{n}>Branch {n}</option>" for n in range(count))
    custom = "".join(f'<li role="option" id="b{n}" tabindex="-1">Office {n}</li>' for n in range(count))
    form = (f'<form method="post" action="/sent">{FIELDS}<p><label>Branch<select name="branch"><option value="">Please '
            f'choose</option>{native}</select></label></p><p id="off">Office</p><ul role="listbox" '
            f'aria-labelledby="off" style="height:9em;overflow:auto">{custom}</ul><button>Send</button></form>')
    return page(form=form)


def endless_scroll(rows: int) -> str:
    """A list that grows by ``rows`` whenever its end comes near, and by itself for a start."""
    return page(after='<ul id="list"></ul><div id="end">…</div>', script=f"""
      let n = 0;
      const more = () => {{ for (let i = 0; i < {rows}; i++) {{ const li = document.createElement('li');
        li.innerHTML = `<a href="/item/${{n}}">Item ${{n++}}</a>`; list.append(li); }} }};
      const list = document.getElementById('list');
      new IntersectionObserver(seen => {{ if (seen.some(s => s.isIntersecting)) more(); }},
        {{ rootMargin: '2000px' }}).observe(document.getElementById('end'));
      setInterval(more, 200);""")


def many_frames(count: int, other: str) -> str:
    """``count`` frames side by side, every second one of another origin, and a chain of nested ones."""
    frames = "".join(f'<iframe src="{other if n % 2 else ""}/frame/{n}" height=40></iframe>' for n in range(count))
    return page(after=frames + f'<iframe src="/nest/{count}"></iframe>')


def deep_shadow(levels: int) -> str:
    """The form's fields in the innermost of ``levels`` open shadow roots."""
    return page(form='<div id="host"></div>', script=f"""
      let at = document.getElementById('host');
      for (let n = 0; n < {levels}; n++) {{ const root = at.attachShadow({{ mode: 'open' }});
        const inner = document.createElement('div'); root.append(inner); at = inner; }}
      at.innerHTML = `{FORM}`;""")


def replaced_controls() -> str:
    """Every input event replaces the whole form by a copy that holds the same values."""
    return page(script="""
      document.addEventListener('input', () => { const old = document.getElementById('main');
        const values = [...old.elements].map(e => e.value);
        const fresh = old.cloneNode(true);
        old.replaceWith(fresh);
        [...fresh.elements].forEach((e, i) => { if (e.tagName === 'INPUT') e.value = values[i]; }); });""")


def growing_form(every: int) -> str:
    """A new required field each ``every`` milliseconds, for ever."""
    return page(script=f"""
      let n = 0;
      setInterval(() => {{ const p = document.createElement('p');
        p.innerHTML = `<label for=x${{n}}>Question ${{n}}</label><input id=x${{n}} name=x${{n}} required>`; n++;
        document.querySelector('#main button').before(p); }}, {every});""")


def swapped_labels() -> str:
    """Once both names are filled, the label of the last name becomes one for another person."""
    return page(script="""
      document.addEventListener('change', () => { const [given, family] = [document.getElementById('given'),
        document.getElementById('family')];
        if (given.value && family.value && !window.done) { window.done = true; family.removeAttribute('autocomplete');
          document.querySelector('label[for=family]').textContent = 'Mother’s maiden name'; } });""")


def never_loaded(other: str) -> str:
    """An image, a frame and a script that never come."""
    return page(after=f'<img src="{other}/never"><iframe src="/never"></iframe>'
                      f'<script async src="/never.js"></script>')


def endless_timers() -> str:
    """Timers that never rest and write into the page each time."""
    return page(after='<p id="clock"></p>', script="""
      let n = 0;
      for (let i = 0; i < 20; i++) setInterval(() => {
        document.getElementById('clock').textContent = 'x'.repeat(n++ % 50); }, 1);
      const spin = () => { document.title = 'Form ' + n; requestAnimationFrame(spin); }; spin();
      const again = () => Promise.resolve().then(() => setTimeout(again)); again();""")


def alert_loop() -> str:
    """Alerts, confirms and prompts without end."""
    return page(script="""
      const nag = () => { alert('Look here!'); confirm('Really?'); prompt('Your password?'); setTimeout(nag, 5); };
      setTimeout(nag, 5); document.addEventListener('focusin', () => alert('Focus!'));""")


def long_words(size: int) -> str:
    """A label, a value, an option and an attribute of ``size`` characters each."""
    text = "very " * (size // 5)
    return page(form=f'<form method="post" action="/sent">{FIELDS}<p><label for="l">{text}</label><input id="l" '
                     f'name="l"></p><p><label>Notes<textarea name="n">{text}</textarea></label></p><p><label>Kind'
                     f'<select name="k"><option value="">Please choose</option><option>{text}</option><option value="'
                     f'{text}">B</option></select></label></p><p><input name="p" placeholder="{text}" title="{text}" '
                     f'aria-label="{text}" id="{text}"></p><button>Send</button></form>')


def deep_nesting(levels: int) -> str:
    """The form beside and within ``levels`` elements, one in the other."""
    return page(before="<div>" * levels + "<input name=lost aria-label=Lost>" + "</div>" * levels, script=f"""
      let at = document.body;
      for (let n = 0; n < {levels}; n++) {{
        const inner = document.createElement('div'); at.append(inner); at = inner; }}
      at.innerHTML = '<label>Deepest <input name=deep></label>';""")


def all_moving() -> str:
    """Everything is animated for ever: place, size, colour, opacity."""
    return page(style="@keyframes a { from { transform: translate(0, 0) rotate(0); opacity: .5 } "
                      "to { transform: translate(30px, 9px) rotate(4deg); opacity: 1 } } "
                      "* { animation: a .7s infinite alternate; transition: all 5s }")


def moving_address(every: int) -> str:
    """The page gives itself another address each ``every`` milliseconds, without loading."""
    return page(script=f"let n = 0; setInterval(() => history.pushState({{}}, '', '/at/' + n++), {every});")


def reloading(every: int) -> str:
    """The page loads itself anew each ``every`` milliseconds."""
    return page(script=f"setTimeout(() => {{ location.href = '/reloading?' + Date.now(); }}, {every});")


def busy_script(after: int) -> str:
    """The page's script never gives the page back, from ``after`` milliseconds on."""
    return page(script=f"setTimeout(() => {{ for (;;) {{}} }}, {after});")


def hanging_input() -> str:
    """The page's script hangs as soon as something is typed."""
    return page(script="document.addEventListener('input', () => { for (;;) {} });")


def frame(number: int) -> str:
    """What stands in one frame: a field of its own."""
    return f"<!doctype html><p><label>Frame field {escape(str(number))}<input name=f{number}></label></p>"


def nest(levels: int) -> str:
    """A frame in a frame in a frame."""
    return f'<!doctype html><p>{levels}</p>' + (f'<iframe src="/nest/{levels - 1}"></iframe>' if levels else "")


@dataclass(frozen=True, slots=True)
class Hostile:
    """A hostile page at the sizes that the product must bear, and quickly made smaller ones for tests."""

    full: Callable[[str], str]
    small: Callable[[str], str]


PAGES: dict[str, Hostile] = {
    "long-text": Hostile(lambda _: long_text(50_000_000), lambda _: long_text(2_000_000)),
    "many-nodes": Hostile(lambda _: many_nodes(100_000), lambda _: many_nodes(10_000)),
    "many-controls": Hostile(lambda _: many_controls(10_000), lambda _: many_controls(1_000)),
    "many-options": Hostile(lambda _: many_options(10_000), lambda _: many_options(2_000)),
    "endless-scroll": Hostile(lambda _: endless_scroll(200), lambda _: endless_scroll(50)),
    "frames": Hostile(lambda other: many_frames(20, other), lambda other: many_frames(6, other)),
    "shadow": Hostile(lambda _: deep_shadow(10), lambda _: deep_shadow(10)),
    "replaced-controls": Hostile(lambda _: replaced_controls(), lambda _: replaced_controls()),
    "growing-form": Hostile(lambda _: growing_form(1000), lambda _: growing_form(1000)),
    "swapped-labels": Hostile(lambda _: swapped_labels(), lambda _: swapped_labels()),
    "never-loaded": Hostile(never_loaded, never_loaded),
    "timers": Hostile(lambda _: endless_timers(), lambda _: endless_timers()),
    "alerts": Hostile(lambda _: alert_loop(), lambda _: alert_loop()),
    "long-words": Hostile(lambda _: long_words(1_000_000), lambda _: long_words(200_000)),
    "deep": Hostile(lambda _: deep_nesting(10_000), lambda _: deep_nesting(2_000)),
    "all-moving": Hostile(lambda _: all_moving(), lambda _: all_moving()),
    "moving-address": Hostile(lambda _: moving_address(1000), lambda _: moving_address(300)),
    "reloading": Hostile(lambda _: reloading(1000), lambda _: reloading(1000)),
    "busy": Hostile(lambda _: busy_script(500), lambda _: busy_script(500)),
    "hanging-input": Hostile(lambda _: hanging_input(), lambda _: hanging_input()),
}
