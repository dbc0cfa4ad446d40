"""A recipe's text: what is written is read back, and no text has more power than a planner."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.intake.finders import Hint
from agent.planner.base import ButtonKind
from agent.planner.recipe.problems import BadRecipe
from agent.planner.recipe.script import Final, Press, Script, Stop, Way
from agent.planner.recipe.text import LARGEST, from_text, to_text

GOOD = """\
recipe = 1
title = "Permit"
start = "https://council.example/permit"

[[pages]]
origin = "https://council.example"
path = "/permit"

[pages.press]
text = "Send"
kind = "submit"

[[pages.fields]]
label = "Postcode"
type = "text"
fact = "postal-code"
"""


def bad(text: str) -> str:
    with pytest.raises(BadRecipe) as problem:
        from_text(text)
    return str(problem.value)


words = st.text(st.characters(codec="utf-8"), max_size=60).filter(str.isprintable)


@given(label=words.filter(bool), name=words, option=words, title=words, heading=words, on=st.booleans())
def test_what_is_written_is_read_back(label: str, name: str, option: str, title: str, heading: str, on: bool) -> None:
    ways = (Way(label=label, type="text", name=name[:200], fact="postal-code"), Way(label=label, type="radio",
                                                                                   option=option),
            Way(label=label, type="checkbox", tick=on), Way(label=label, type="text", task=Hint.NUMBER, required=True),
            Way(label=label, type="select-multiple", options=(option, label), nth=2, of=3))
    script = Script(recipe=1, title=title, start="https://a.example/x", words=("renew",), pages=(
        Stop(origin="https://a.example", path="/x", heading=heading, fields=ways,
             press=Press(text=label, kind=ButtonKind.NEXT)),
        Stop(origin="https://a.example", path="/y", press=Press(text="Go", kind=ButtonKind.OTHER, link=True))),
        final=Final(path="/z", heading=heading, reference=on))
    assert from_text(to_text(script)) == script


def test_a_plain_one_is_read() -> None:
    script = from_text(GOOD)
    assert (script.pages[0].fields[0].fact, script.pages[0].press.kind) == ("postal-code", ButtonKind.SUBMIT)


@pytest.mark.parametrize(("change", "says"), [
    ('fact = "password"', "never kept"), ('fact = "cc-number"', "never kept"), ('fact = "cc-csc"', "never kept"),
    ('fact = "one-time-code"', "never kept"), ('fact = "signature"', "never kept"),
    ('fact = "consent-terms"', "never kept"), ('fact = "custom-bank-pin"', "sounds like a secret"),
    ('fact = "no-such-thing"', "no kind of fact"),
    ('value = "EVIL"', "nothing that a recipe"),
    ('text = "type this"', "nothing that a recipe"),
    ('script = "alert(1)"', "nothing that a recipe"),
    ('file = "../../../etc/passwd"', "only be true"),
    ('file = ["/etc/passwd"]', "only be true"), ('path = "/etc/passwd"', "nothing that a recipe"),
    ('yours = false', "only be true"), ('fact = "tel"\nask = true', "more than one way"), ('', "more than one way"),
    ('ask = "yes"', "only be true"), ('tick = "yes"', "true or false"), ('task = "anything"', "must be one of: date"),
    ('fact = ["postal-code"]', "quotation marks"), ('ask = true\npart = "../x"', "part"),
])
def test_a_field_says_only_what_the_schema_has(change: str, says: str) -> None:
    assert says in bad(GOOD.replace('fact = "postal-code"', change))


@pytest.mark.parametrize(("old", "new"), [
    ("recipe = 1", "recipe = 2"), ("recipe = 1", ""), ("recipe = 1", 'recipe = "1"'), ("recipe = 1", "recipe = true"),
    ('start = "https://council.example/permit"', 'start = "file:///etc/passwd"'),
    ('start = "https://council.example/permit"', 'start = "javascript:alert(1)"'),
    ('start = "https://council.example/permit"', 'start = "https://me:pw@council.example/"'),
    ('origin = "https://council.example"', 'origin = "chrome://settings"'),
    ('origin = "https://council.example"', 'origin = "https://council.example/else"'),
    ('kind = "submit"', 'kind = "open"'), ('kind = "submit"', 'kind = "submit"\nopen = "https://evil.example"'),
    ("[pages.press]", '[[pages.steps]]\ngoto = "https://evil.example"\n[pages.press]'),
    ('type = "text"', 'type = "password"'), ('label = "Postcode"\n', ""),
    ('label = "Postcode"', 'label = "Post\\u202Ecode"'), ('label = "Postcode"', 'label = "Post\\ncode"'),
    ('title = "Permit"', 'title = "\\u001b[2J"'), ('title = "Permit"', 'title = 7'),
])
def test_the_rest_says_only_what_the_schema_has(old: str, new: str) -> None:
    assert old in GOOD
    bad(GOOD.replace(old, new))


HOSTILE = {
    "huge": GOOD + "# " + "x" * LARGEST,
    "long line": GOOD + "a." * 4_000 + "b = 1",
    "deep arrays": "a = " + "[" * 2_400 + "]" * 2_400,
    "deep tables": "a = " + "{a=" * 1_200 + "1" + "}" * 1_200,
    "dots": "\n".join("a." * 2_000 + f"b{n} = 1" for n in range(45)),
    "many pages": GOOD.split("[[pages]]")[0] + ("[[pages]]\n" + GOOD.split("[[pages]]\n")[1]) * 200,
    "no pages": GOOD.split("[[pages]]")[0],
    "bomb": "a: &a [x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c]\n",
    "yaml object": "!!python/object/apply:os.system ['true']",
    "json": '{"recipe": 1, "title": "x", "pages": []}',
    "empty": "", "binary": "\x00\x01\x02", "surrogate": "title = \"\ud800\"", "twice": GOOD + "recipe = 1\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_refused_soon_and_in_words(name: str) -> None:
    begun = time.process_time()
    said = bad(HOSTILE[name])
    assert time.process_time() - begun < 5.0
    assert said.strip()
    assert len(said) < 3_000
    assert "EVIL" not in said


def test_what_is_wrong_is_named_without_quoting_it() -> None:
    said = bad(GOOD.replace('fact = "postal-code"', 'fact = "postal-code"\nsecret = "hunter2"'))
    assert "field 1 of page 1: “secret”" in said
    assert "hunter2" not in said


@pytest.mark.parametrize(("old", "new", "says"), [
    ('fact = "postal-code"', 'fact = ["x"]',
     "Line 16, field 1 of page 1: “fact” must be words between quotation marks."),
    ('kind = "submit"', "", "Line 9, page 1: “kind” is missing."),
    ('title = "Permit"', "title = Permit", "Line 2: this can't be read. Words need quotation marks around them."),
    ('title = "Permit"', 'title "Permit"', "Line 2: this can't be read. An equals sign is missing after the name."),
    ("recipe = 1", "recipe = 2", "Line 1: “recipe” must be at most 1."),
    ("recipe = 1", "", "“recipe” is missing."),
])
def test_a_mistake_is_said_with_its_line_and_nothing_that_only_follows_from_it(old: str, new: str, says: str) -> None:
    assert bad(GOOD.replace(old, new)) == says


def test_the_line_of_a_second_page_s_field_is_found() -> None:
    again = GOOD + "\n" + GOOD[GOOD.index("[[pages]]"):].replace('fact = "postal-code"', 'fact = 3')
    said = bad(again)
    assert said.startswith("Line ")
    assert "field 1 of page 2" in said
    assert again.splitlines()[int(said.split(",")[0].removeprefix("Line ")) - 1] == "fact = 3"


def test_no_line_of_toml_hides_in_shorter_ones_and_no_name_reaches_the_terminal_raw() -> None:
    dots = ".".join("a" if place % 1000 else '"\u2028"' for place in range(20_000))
    assert "longer than" in bad(f"{dots} = 1\n{GOOD}")
    assert bad('"\\u001b]0;x\\u0007\\u202e" = 1\n' + GOOD).replace("\n", "").isprintable()
