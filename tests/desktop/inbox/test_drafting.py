"""What was typed or dropped, as wishes for tasks."""

import pytest

from desktop.gallery.inbox import draft_doc
from desktop.inbox.drafting import Draft, Wish, add_words, can_add, joined, links_in, needs_address, together, wishes


@pytest.mark.parametrize(("text", "files", "made"), [
    ("", (), ()),
    ("  \n", (), ()),
    ("Renew it", (), (Wish("Renew it"),)),
    ("", ("a.pdf", "b.pdf"), (Wish("", files=("a.pdf", "b.pdf")),)),
    ("https://a.example\n\nwww.b.example/x\n", (), (Wish("https://a.example"), Wish("www.b.example/x"))),
    ("https://a.example\nhttps://a.example", (), (Wish("https://a.example\nhttps://a.example"),)),
    ("https://a.example\nhttps://b.example", ("a.pdf",),
     (Wish("https://a.example\nhttps://b.example", files=("a.pdf",)),)),
    ("See https://a.example\nhttps://b.example", (), (Wish("See https://a.example\nhttps://b.example"),)),
])
def test_several_links_are_several_tasks_and_all_else_is_one(text: str, files: tuple[str, ...],
                                                             made: tuple[Wish, ...]) -> None:
    assert wishes(text, files) == made


def test_an_address_given_in_a_card_belongs_to_its_task() -> None:
    made = wishes("https://a.example\nhttps://b.example", (), ["", "c.example"])
    assert [each.url for each in made] == ["", "c.example"]
    assert Wish("x", "c.example", ("a",)).params() == {"text": "x", "url": "c.example", "file": ["a"]}
    assert Wish("x").params() == {"text": "x"}


def test_hundreds_of_links_do_not_become_hundreds_of_cards() -> None:
    assert len(wishes("\n".join(f"https://a{place}.example" for place in range(300)), ())) == 20


def test_all_can_be_added_once_nothing_is_missing() -> None:
    good = Draft(Wish("x"), draft_doc("x"))
    reading, lacking = Draft(Wish("x")), Draft(Wish("x"), draft_doc("x", "", missing=["An address."]))
    assert can_add([good, good])
    assert not can_add([good, reading])
    assert not can_add([lacking])
    assert not can_add([Draft(Wish("x"), None, "Too long.")])
    assert not can_add([])
    assert (add_words([good]), add_words([good, good])) == ("Add", "Add all 2")
    assert needs_address(lacking)
    assert not needs_address(good)
    assert needs_address(Draft(Wish("x", "c.example"), draft_doc("x")))


def test_a_drop_adds_to_what_is_half_typed() -> None:
    assert joined("half ", ["a text"], ["https://a.example"]) == "half\na text\nhttps://a.example"
    assert together(("a",), ["b", "a"]) == ("a", "b")
    assert links_in("https://a.example and more") == []
