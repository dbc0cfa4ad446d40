"""Which of several like things a text means by its place."""

from __future__ import annotations

import pytest

from agent.intake.ordinals import Thing, box_of, places_of


@pytest.mark.parametrize(("text", "thing", "places"), [
    ("Click the 2nd checkbox, then hit Submit.", Thing.BOX, (2,)),
    ("Tick the first and third boxes", Thing.BOX, (1, 3)),
    ("Check the last tick box", Thing.BOX, (-1,)),
    ("Coche la deuxième case", Thing.BOX, (2,)),
    ("Marca la tercera casilla", Thing.BOX, (3,)),
    ("Choose the second option", Thing.OPTION, (2,)),
    ("Bitte wähle die dritte Option", Thing.OPTION, (3,)),
    ("Check the 1st radio button and type 4", Thing.RADIO, (1,)),
    ("Book the first slot", Thing.SLOT, (1,)),
    ("Tick the first or second box", Thing.BOX, ()),
    ("Don't tick the second box", Thing.BOX, ()),
    ("Choose a second box for garden waste", Thing.BOX, ()),
    ("My second option is a smaller bin", Thing.OPTION, ()),
    ("The second option was sold out", Thing.OPTION, ()),
    ("Book a second appointment", Thing.SLOT, ()),
])
def test_a_place_counts_where_the_text_tells_to_take_it(text: str, thing: Thing, places: tuple[int, ...]) -> None:
    assert places_of(text, thing) == places


@pytest.mark.parametrize(("behind", "place"), [
    ('" into the 2nd textbox.', 2), (" in the third field", 3), (" ins erste Feld", 1), (" dans le premier champ", 1),
    (" for the second year", 0), ("", 0), (", then the 2nd textbox", 0)])
def test_a_value_is_sent_to_a_text_box_by_the_words_behind_it(behind: str, place: int) -> None:
    assert box_of(behind) == place
