"""The council's page frame: header with crest, breadcrumbs, error summary, confirmation, footer."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from agent.practice.crest import CREST
from agent.practice.fields import Errors

COUNCIL = "Thornmere Vale Council"
"""Made up: a search of public pages and of the registers found no place called Thornmere."""

Crumb = tuple[str, str]
"""What a step of the breadcrumbs says, and the path it leads to."""


_HELP = (
    # The number is one of those that Ofcom keeps for drama: it can never reach anybody.
    '<aside class="help" aria-labelledby="help-title"><h2 id="help-title">Need a hand?</h2>'
    "<p>Call us on 01632 960 400, Monday to Friday from 9am to 5pm.</p>"
    "<p>Or come to the front desk at the Moot Hall, where somebody can go through the form with you.</p></aside>"
)


def page(title: str, body: str, *, crumbs: Sequence[Crumb] = (), errors: bool = False, wide: bool = False,
         scripts: Sequence[str] = ()) -> str:
    """A whole document. ``title`` is the plain title of the page, ``body`` the HTML of its main part."""
    full_title = f"{'Error: ' if errors else ''}{title} – {COUNCIL}" if title else COUNCIL
    tags = "".join(f'<script src="/assets/{escape(name)}" defer></script>' for name in scripts)
    main = f'<main id="main">\n{body}\n</main>'
    if not wide:
        main = f'<div class="columns">{main}{_HELP}</div>'
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(full_title)}</title>
<link rel="icon" href="/assets/crest.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">{tags}
</head>
<body>
<a class="skip" href="#main">Skip to the main part</a>
<p class="notice"><span><strong>Practice site.</strong> {COUNCIL} is made up, and what you send stays on this
computer.</span></p>
<header class="top">
<div class="inner">
<a class="brand" href="/">{CREST}<span class="name"><b>Thornmere Vale</b><span>Council</span></span></a>
<p class="motto">Between the mere and the hill</p>
</div>
</header>
<div class="sheet{" wide" if wide else ""}">
{_breadcrumbs(crumbs)}
{main}
</div>
<footer>
<div class="inner">
<p><b>{COUNCIL}</b><br>The Moot Hall, Heron Street, Thornmere TV1 1AA</p>
<p>Built for trying things out. No such council exists, no fee is ever taken, and nothing leaves this
computer.</p>
</div>
</footer>
</body>
</html>
"""


def _breadcrumbs(crumbs: Sequence[Crumb]) -> str:
    if not crumbs:
        return ""
    links = "".join(f'<li><a href="{escape(path)}">{escape(text)}</a></li>' for text, path in crumbs[:-1])
    here = f'<li aria-current="page">{escape(crumbs[-1][0])}</li>'
    return f'<nav class="crumbs" aria-label="Breadcrumbs"><ol>{links}{here}</ol></nav>'


def error_summary(errors: Errors) -> str:
    """The box above a form that says what to mend and leads to each place; empty without errors."""
    if not errors:
        return ""
    items = "".join(f'<li><a href="#{escape(name)}">{escape(text)}</a></li>' if name else f"<li>{escape(text)}</li>"
                    for name, text in errors.items())
    return (f'<div class="summary" role="alert" aria-labelledby="summary-title">'
            f'<h2 id="summary-title">There is a problem</h2><ul>{items}</ul></div>')


def confirmation(headline: str, reference: str, what_next: Sequence[str]) -> str:
    """What stands on a page after sending: the reference, and what happens next."""
    steps = "".join(f"<li>{escape(step)}</li>" for step in what_next)
    return (f'<div class="done"><h1>{escape(headline)}</h1><p>Your reference number is</p>'
            f'<p class="reference">{escape(reference)}</p></div>'
            f"<h2>What happens next</h2><ul class=\"next\">{steps}</ul>"
            '<p>Keep the reference number: we will ask for it if you get in touch about this.</p>'
            '<p><a href="/">Back to all services</a></p>')


def plain(title: str, text: str) -> str:
    """A page with a headline and a sentence: not found, not readable, too large."""
    return page(title, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>"
                       '<p><a href="/">Go to the home page</a></p>')
