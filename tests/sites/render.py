"""Builds the whole pages from the installed packages: their own templates, with only the form's address set by us."""

from __future__ import annotations

import functools
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.sites import install
from tests.sites.pages import BY_NAME, PAGES, Page

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"

_FORM = re.compile(r"<form\b[^>]*>")
_BUTTON = '<button class="usa-button" type="submit">Submit</button>'


def missing() -> str:
    """Why the pages can't be built here, for a skip; empty where they can."""
    if shutil.which("node") is None:
        return "node is not installed"
    if not install.is_installed():
        return "the form pages are not installed (python tests/sites/install.py)"
    return ""


@functools.cache
def rendered_pages() -> Mapping[str, str]:
    """All pages by name, as they are served. Starts node once for a test session (about a second).

    Raises:
        RuntimeError: node could not render them; the text holds its last words.
    """
    wanted = [
        {"name": page.name, "library": page.library, "template": page.template, "data": page.data,
         "whole": page.make == "whole", "parts": page.parts, "upload": page.upload}
        for page in PAGES
    ]
    done = subprocess.run(["node", str(HERE / "render.cjs")], input=json.dumps(wanted), capture_output=True,
                          text=True, encoding="utf-8", timeout=60, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"render.cjs failed: {done.stderr[-2000:]}")
    raw: dict[str, str] = json.loads(done.stdout)
    return {name: served(BY_NAME[name], html) for name, html in raw.items()}


def served(page: Page, html: str) -> str:
    """The two changes made to a package's markup.

    Every form without an action gets this page's own (``/submit/<page>``, POST), and a form that the package ships
    without any button gets one in the package's own markup.
    """
    html = _FORM.sub(lambda found: _with_action(found[0], page.name), html)
    if page.button:
        html = _per_form(html)
    return html


def _with_action(tag: str, name: str) -> str:
    # The site search in the USWDS page header is a form as well; it is left alone.
    if " action=" in tag or "usa-search" in tag:
        return tag
    return f'{tag[:-1]} action="/submit/{name}" method="post">'


def _per_form(html: str) -> str:
    def finish(found: re.Match[str]) -> str:
        form = found[0]
        return form if 'type="submit"' in form else form.replace("</form>", f"{_BUTTON}</form>")

    return re.sub(r"<form\b.*?</form>", finish, html, flags=re.DOTALL)
