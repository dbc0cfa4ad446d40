"""What a task says of a search or a journey, and which fields and offers it goes to."""

from __future__ import annotations

from datetime import date

import pytest

from agent.planner.autofill.offers import offer
from agent.planner.base import Ask, Choose, Click, Fill
from agent.protocol import SourceKind
from agent.runs.vouching import Persons, vouched
from tests.planner.build import button, control, page, view
from tests.planner.test_plan import plan

WRITTEN = date(2026, 11, 26)
FILMS = "Search for action movies directed by Jane Brown from year 1987."
FLIGHT = "Book a one-way flight from: Leeds to: Cork, Ireland on 3 May 2027"
Row = tuple[str, str, dict[str, str]]


@pytest.mark.parametrize(("text", "labels", "expected"), [
    (FILMS, "Genre; Director; Year", {"Genre": "action", "Director": "Jane Brown", "Year": "1987"}),
    (FILMS, "Movie genre; Director name; Released date",
     {"Movie genre": "action", "Director name": "Jane Brown", "Released date": "1987"}),
    (FILMS, "Type of movie; Directed by; Release year",
     {"Type of movie": "action", "Directed by": "Jane Brown", "Release year": "1987"}),
    (FILMS, "Type; Director's date of birth; Actor", {}),
    (FILMS, "Director; Name of director", {}),
    ("Find letters written by Charles Darwin in 1859", "Author; Year", {"Author": "Charles Darwin", "Year": "1859"}),
    ("Find new jobs", "Category", {}),
    ("The movies directed by Brown are nice", "Director", {}),
    (FLIGHT, "From; To; Departure date|date", {"From": "Leeds", "To": "Cork, Ireland", "Departure date": "2027-05-03"}),
    ("Train from Leeds to York on 3 May 2027, returning on 9 May 2027", "Origin; Destination; Depart|date; Return|date",
     {"Origin": "Leeds", "Destination": "York", "Depart": "2027-05-03", "Return": "2027-05-09"}),
    ("Eine Bahnfahrt: Zug von Berlin nach München am 3. Mai 2027", "Von; Nach; Hinfahrt|date",
     {"Von": "Berlin", "Nach": "München", "Hinfahrt": "2027-05-03"}),
    ("Un train de Paris à Lyon le 3 mai 2027", "Départ; Arrivée; Date d'aller|date",
     {"Départ": "Paris", "Arrivée": "Lyon", "Date d'aller": "2027-05-03"}),
    ("Book a train from Leeds to York tomorrow", "From; To; Travel date|date",
     {"From": "Leeds", "To": "York", "Travel date": "2026-11-27"}),
    ("I moved from Leeds to York", "From; To", {}),
    ("A train from Leeds to York and a train from York to Hull", "From; To", {}),
])
def test_each_piece_goes_to_the_one_field_that_asks_for_it(text: str, labels: str, expected: dict[str, str]) -> None:
    controls = [control(label, kind or "text") for label, _, kind in (each.strip().partition("|")
                                                                      for each in labels.split(";"))]
    shown = view(page(*controls), task=text, facts={}, written=WRITTEN)
    by_ref = {each.ref: each.label for each in controls}
    fills = [each for each in plan(shown) if isinstance(each, Fill)]
    assert {by_ref[each.ref]: each.given.value for each in fills} == expected
    assert all(each.given.source.kind is SourceKind.TASK for each in fills)
    assert all(vouched(each, shown.page, Persons(shown, {})) == each for each in fills)


@pytest.mark.parametrize(("text", "names", "pressed"), [
    ('Then click the button labeled "No".', ["Yes", "No", "Maybe"], "No"),
    ("Fill it in and press Save.", ["Send", "Save"], "Save"),
    ("Klicke auf Vormerken", ["Absenden", "Vormerken"], "Vormerken"),
    ("Click Delete everything", ["Delete everything", "Send"], "Send"),
    ("Click No or Yes", ["Send", "Note"], "Send"),
    ("Search for action movies", ["Search"], "Search"),
    ("Send my reading", ["Search"], None),
    ("Do it", ["Go!"], "Go!"),
])
def test_the_button_that_the_task_names_is_pressed_as_a_sending(
        text: str, names: list[str], pressed: str | None) -> None:
    shown = page(control("Colour", value="red"), buttons=[button(name, type="button") for name in names])
    clicks = [(each.text, each.kind.value) for each in plan(view(shown, task=text, facts={}, answers={
        "/form#colour": "red"})) if isinstance(each, Click)]
    assert clicks == ([] if pressed is None else [(pressed, "submit")])


OFFERS = [button(f"Book flight for ${price}", type="button") for price in ("1,116", "481", "818")]
TIMES = "\n".join(["Duration: 16h 40m", "Book flight for $1,116", "Duration: 31h", "Book flight for $481",
                   "Duration: 45 min", "Book flight for $818"])


@pytest.mark.parametrize(("text", "taken"), [
    ("Book the cheapest flight", "481"), ("Book the most expensive flight", "1,116"), ("The shortest flight", "818"),
    ("Den schnellsten, nein: die billigste Verbindung", None), ("Die billigste Verbindung", "481"), ("Book the "
     "cheapest and shortest flight", None),
    ("Book a flight", None)])
def test_an_offer_is_taken_by_the_wish_or_asked_about(text: str, taken: str | None) -> None:
    found = offer(page(buttons=OFFERS, text=TIMES), [text], {})
    assert isinstance(found, Ask if taken is None else Click)
    assert taken is None or (isinstance(found, Click) and found.text.endswith(taken) and found.kind.value == "submit")


def test_an_answered_offer_is_taken_and_two_alike_are_asked_about() -> None:
    shown = page(buttons=OFFERS, text=TIMES)
    answered = offer(shown, ["Book a flight"], {"/form#offer": "Book flight for $818"})
    assert isinstance(answered, Click)
    assert answered.text == "Book flight for $818"
    twins = page(buttons=[button("Book for $5"), button("Book for $5")])
    assert isinstance(offer(twins, ["the cheapest"], {}), Ask)
    assert offer(page(buttons=[button("Send"), button("Save 2")]), ["the cheapest"], {}) is None


@pytest.mark.parametrize(("text", "value", "ending"), [
    ('Enter an item that starts with "Ro" and ends with "on".', "Ro", "on"),
    ('Enter an item that begins with "Ro".', "Ro", ""), ('Starts with "Ro", or starts with "Ru"', None, "")])
def test_a_wish_for_how_it_is_written_goes_to_the_only_box_that_suggests(
        text: str, value: str | None, ending: str) -> None:
    box = control("Tags", role="combobox", popup=True)
    fills = [each for each in plan(view(page(box), task=text, facts={})) if isinstance(each, Fill)]
    assert [(each.given.value, each.suggested, each.ending) for each in fills] == (
        [] if value is None else [(value, True, ending)])
    plain = plan(view(page(control("Tags")), task=text, facts={}))
    assert not [each for each in plain if isinstance(each, Fill)]


def test_a_list_gives_the_option_that_is_written_so() -> None:
    asked = control("Country", "select-one", choices=["Please choose", "Panama", "Palau", "Peru"])
    chosen = [each for each in plan(view(page(asked), task='Choose one that starts with "Pa" and ends with "au"',
                                         facts={})) if isinstance(each, Choose)]
    assert [each.index for each in chosen] == [2]
