"""Every page is sane HTML: tags closed, ids unique, each control bound to a label, nothing from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

VOID = {"meta", "link", "input", "br"}
PATHS = ["/", "/meter-reading", "/parking-permit", "/parking-permit/address", "/parking-permit/check",
         "/change-of-address", "/appointment", "/library-card", "/complaint", "/residents-discount", "/nowhere"]


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.labels, self.controls = [], [], {}, []
        self.references, self.addresses, self.headings, self.problems = [], [], [], []
        self.feed(text)
        self.close()
        self.problems += [f"<{tag}> never closed" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if len(given) != len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "label":
            self.labels[given["for"]] = ""
            self.label = given["for"]
        if tag in ("input", "select", "textarea") and given.get("type") != "hidden":
            self.controls.append(given)
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        for name in ("aria-describedby", "aria-labelledby"):
            self.references += (given.get(name) or "").split()
        self.addresses += [given[name] for name in ("href", "src", "action") if name in given]
        self.problems += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> in the wrong place")

    def handle_data(self, data):
        if "label" in self.open:
            self.labels[self.label] += data.strip()


@pytest.fixture
def read(client):
    token = {"csrf_token": client.get("/parking-permit").token}
    client.post("/parking-permit", {**token, "registration": "VX19 KLM", "make": "Skoda", "colour": "blue"})
    client.post("/parking-permit/address", {
        **token, "full_name": "E", "address_line_1": "1 Mill Rise", "town": "Thornmere", "postcode": "TV1 1AA",
        "phone": "07700 900183", "email": "e@example.org"})

    def read(path, fields=None):
        if fields is None:
            return Page(client.get(path).body.decode())
        own = {"csrf_token": client.get(path).token} if path == "/residents-discount" else token
        return Page(client.post(path, {**own, **fields}).body.decode())
    return read


def check(page):
    assert page.problems == []
    assert len(page.ids) == len(set(page.ids))
    assert all(control.get("id") in page.labels for control in page.controls)
    assert all(control.get("name") for control in page.controls)
    assert all(page.labels.values())
    assert set(page.labels) == {control["id"] for control in page.controls}
    assert set(page.references) <= set(page.ids)
    assert page.headings.count(1) == 1
    assert all(address.startswith(("/", "#")) and not address.startswith("//") for address in page.addresses)
    assert {address[1:] for address in page.addresses if address.startswith("#")} <= set(page.ids)


@pytest.mark.parametrize("path", PATHS)
def test_page_is_sane_html(read, path):
    check(read(path))


@pytest.mark.parametrize("path", [path for path in PATHS[1:-1] if path != "/library-card"])
def test_page_with_errors_is_sane_html_and_marks_them(read, path):
    page = read(path, {"reading": "x", "email": "x", "months": ""})
    check(page)
    assert any(identity.endswith("-error") for identity in page.ids)


def test_links_lead_to_pages_that_exist(read, client):
    addresses = {address.partition("#")[0] for path in PATHS for address in read(path).addresses} - {""}
    assert {address: client.get(address).status for address in addresses} == dict.fromkeys(addresses, 200)
