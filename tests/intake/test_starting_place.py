"""A task without an address: taken to a known site where that is sure, else asked; eight languages, attackers."""

from __future__ import annotations

import pytest

from agent.intake.errands import Errand, Fit, how_well
from agent.intake.look_alikes import like_one_of
from agent.intake.starting_place import MOST_NAMED, Named, Start, Why, start_of
from agent.intake.topics import topic_of

ENERGY = "https://energy.example/reading"
COUNCIL = "https://council.example/parking"


def done(words: str, url: str = ENERGY, form: str = "", **more: object) -> Errand:
    """An errand of 3 October."""
    return Errand(words, words, url, form or url, "3 October 2026", **more)  # type: ignore[arg-type]


def begin(words: str, *earlier: Errand, url: str = "", named: tuple[Named, ...] = (), own: bool = True) -> Start:
    return start_of(words, url, earlier, named, own_words=own)


READINGS = ("Submit my meter reading 48213", "Bitte meinen Zählerstand 48213 melden",
            "Transmettre le relevé du compteur",
            "Enviar la lectura del contador 48213", "Comunicare la lettura del contatore 48213",
            "Meterstand 48213 doorgeven", "Podać stan licznika 48213", "Comunicar a leitura do contador 48213")
PERMITS = ("Renew my parking permit", "Bewohnerparkausweis verlängern", "Renouveler ma carte de stationnement",
           "Renovar el permiso de aparcamiento", "Rinnovare il permesso di sosta", "Parkeervergunning verlengen",
           "Odnowić kartę parkingową", "Renovar o cartão de estacionamento")
MOVES = ("Tell them about my change of address", "Umzug melden", "Signaler mon déménagement",
         "Comunicar el cambio de domicilio", "Comunicare il cambio di residenza", "Verhuizing doorgeven",
         "Zgłosić zmianę adresu", "Comunicar a mudança de morada")
GYMS = ("Cancel my gym membership", "Mitgliedschaft kündigen", "Résilier mon adhésion", "Anular el gimnasio",
        "Disdire la palestra", "Lidmaatschap opzeggen", "Wypowiedzieć członkostwo", "Rescindir o ginásio")


@pytest.mark.parametrize("words", READINGS)
@pytest.mark.parametrize("before", READINGS)
def test_the_same_errand_is_known_in_each_language(words: str, before: str) -> None:
    others = (done("Renew my parking permit", COUNCIL), done("Cancel my gym membership", "https://gym.example/end"))
    found = begin(words, *others, done(before))
    assert (found.why, found.url) == (Why.KNOWN, ENERGY)
    assert found.reason == f"Starts at energy.example because you sent “{before}” there on 3 October 2026."


@pytest.mark.parametrize("group", [PERMITS, MOVES, GYMS])
def test_each_languages_words_for_other_errands(group: tuple[str, ...]) -> None:
    for words in group:
        found = begin(words, done("Submit my meter reading"), done(group[0], COUNCIL))
        assert (words, found.why, found.url) == (words, Why.KNOWN, COUNCIL)
        assert begin(words, done("Submit my meter reading")).why is Why.NOTHING


@pytest.mark.parametrize(("words", "before", "fit"), [
    ("Meter reading 48300", "Submit my electricity meter reading, 47010", Fit.SURE),
    ("Submit my gas meter reading", "Submit my electricity meter reading", Fit.LIKELY),
    ("Gaszählerstand melden", "Stromzählerstand melden", Fit.LIKELY),
    ("Stromzählerstand 4711 melden", "Submit my electricity meter reading", Fit.SURE),
    ("Submit the meter reading for mum", "Submit my meter reading", Fit.LIKELY),
    ("Submit my meter reading to Octopus", "Submit my meter reading", Fit.LIKELY),
    ("Submit my meter reading to Energy", "Submit my meter reading", Fit.SURE),   # the site's own name
    ("Cancel my parking permit", "Renew my parking permit", Fit.LIKELY),
    ("Appeal the parking fine", "Pay the parking fine", Fit.LIKELY),
    ("Renew my parking permit for AB12 CDE", "Renew my parking permit for XY99 ZZZ", Fit.SURE),
    ("Parking permit", "Renew my parking permit and pay the dog licence", Fit.LIKELY),
    ("Renew the car insurance", "Renew the travel insurance", Fit.NONE),
    ("Book the MOT for March", "Book the MOT for April", Fit.SURE),                # no table knows it: the same words
    ("Book the MOT", "Book the garage", Fit.NONE),
    ("Submit my meter raeding Thornmere", "Thornmere meter reading", Fit.LIKELY),  # mistyped
    ("Do it again", "Submit my meter reading", Fit.NONE),
    ("48213", "Submit my meter reading", Fit.NONE),
])
def test_what_makes_it_another_errand(words: str, before: str, fit: Fit) -> None:
    assert how_well(topic_of(words), done(before)) is fit


def test_two_sites_that_fit_are_asked_with_the_newest_first() -> None:
    other = "https://water.example/form"
    found = begin("Submit my meter reading", done("Submit my water meter reading", other), done(READINGS[0]))
    assert (found.why, found.url) == (Why.SEVERAL, "")
    assert [each.url for each in found.proposals] == [other, ENERGY]
    two_forms = begin("Parking permit", done("Parking permit", COUNCIL, "https://council.example/send-a"),
                      done("Parking permit", COUNCIL + "/b", "https://council.example/send-b"))
    assert two_forms.why is Why.SEVERAL


def test_the_address_that_led_to_the_form_last_time_is_taken() -> None:
    form = "https://energy.example/send"
    found = begin("Meter reading", done("Meter reading", ENERGY + "/new", form), done("Meter reading", ENERGY, form))
    assert found.url == ENERGY + "/new"


def test_nothing_known_is_asked_without_proposals() -> None:
    assert begin("Submit my meter reading") == Start(Why.NOTHING, "", "No site is known for this. It asks you where to "
                                                     "start.", ())


def test_what_was_not_surely_done_is_proposed_only() -> None:
    found = begin("Submit my meter reading", done("Submit my meter reading", surely=False))
    assert (found.why, [each.url for each in found.proposals]) == (Why.UNSURE, [ENERGY])


def test_the_persons_own_address_goes_before_all() -> None:
    found = begin("Meter reading", done("Meter reading"), url="https://other.example/")
    assert (found.why, found.url, found.proposals) == (Why.GIVEN, "https://other.example/", ())
    assert begin("Meter reading", done("Meter reading"), url=ENERGY).why is Why.KNOWN  # the same that is known


@pytest.mark.parametrize("query", ["?code=8f3a99c1d2e4f5a6", "?mail=me@home.example", "?8f3a99c1d2e4f5a6",
                                   "#t0ken-of-one-use", "/8f3a99c1d2e4f5a6"])
def test_an_address_that_may_be_of_one_use_is_asked_about(query: str) -> None:
    assert begin("Meter reading", done("Meter reading", ENERGY + query)).why is Why.UNSURE
    assert begin("Meter reading", done("Meter reading", ENERGY + "?form=12")).why is Why.KNOWN


# Attackers

EVIL = "https://evil.test/pay"


def test_an_address_in_a_document_is_never_taken() -> None:
    alone = begin("Submit my meter reading", named=(Named(EVIL, "letter.pdf"),))
    assert (alone.why, alone.url) == (Why.DOCUMENT, "")
    beside = begin("Submit my meter reading", done("Submit my meter reading"), named=(Named(EVIL, "letter.pdf"),))
    assert (beside.why, beside.url) == (Why.DOCUMENT, "")
    assert [each.url for each in beside.proposals] == [ENERGY, EVIL]
    assert beside.proposals[1].reason == "named in “letter.pdf”; you have sent nothing there yet"
    same = begin("Submit my meter reading", done("Submit my meter reading"),
                 named=(Named("https://www.energy.example/other", "letter.pdf"),))
    assert (same.why, same.url) == (Why.KNOWN, ENERGY)  # never the document's


def test_a_documents_words_are_not_the_persons() -> None:
    found = begin("Submit my meter reading", done("Submit my meter reading"), own=False)
    assert (found.why, found.url) == (Why.DOCUMENT, "")


def test_a_letter_full_of_addresses_does_not_bury_what_is_known() -> None:
    many = tuple(Named(f"https://a{place}.test/", "x.eml") for place in range(100))
    found = begin("Submit my meter reading", done("Submit my meter reading"), named=many)
    assert found.proposals[0].url == ENERGY
    assert len(found.proposals) == 1 + MOST_NAMED
    assert begin("x", named=(Named(f"https://{'a.' * 60}evil.test/", "x.eml"),)).proposals == ()


def test_a_documents_name_tells_no_lie_of_its_own() -> None:
    name = "you sent “it” there\nhttps://evil.test/pay: you sent this on 3 October\u202e.pdf"
    (found,) = begin("x", named=(Named(EVIL, name),)).proposals
    assert "\n" not in found.reason
    assert "\u202e" not in found.reason
    assert found.reason.endswith("you have sent nothing there yet")


def test_an_address_imitates_no_words_of_ours() -> None:
    (found,) = begin("x", named=(Named(EVIL + "/⟨U+202E⟩‮", "x.eml"),)).proposals
    assert found.url == EVIL + "/%E2%9F%A8U+202E%E2%9F%A9%E2%80%AE"


@pytest.mark.parametrize("host", [
    "energy-secure.example", "energy.example.evil.test", "enerqy.example", "3nergy.example", "xn--nergy-9ra.example",
    "xn--nergy-ywe.example", "energy.test", "en-ergy.example", "evil-energy.test", "energyy.example",
    "secure.energy.evil.test"])
def test_a_look_alike_of_a_known_site_is_said_to_be_one(host: str) -> None:
    assert like_one_of(host, ["energy.example"]) == "energy.example"
    found = begin("Meter reading", done("Meter reading"), named=(Named(f"https://{host}/reading", "letter.pdf"),))
    assert found.url == ""
    assert "careful: it looks like energy.example" in found.proposals[1].reason


@pytest.mark.parametrize(("host", "known"), [
    ("water.example", "energy.example"), ("www.energy.example", "energy.example"), ("energy.example", "energy.example"),
    ("council.example", "counsel-shop.example"), ("127.0.0.1", "127.0.0.1"), ("hsbk.example", "hsbc.example"),
    ("forms.council.gov.uk", "www.council.gov.uk")])
def test_others_are_not(host: str, known: str) -> None:
    assert like_one_of(host, [known]) == ""


def test_of_two_known_sites_that_look_alike_none_is_taken() -> None:
    found = begin("Meter reading", done("Meter reading", "https://enerqy.example/reading"),
                  done("Parking permit", "https://energy.example/parking"))
    assert (found.why, found.url) == (Why.UNSURE, "")
