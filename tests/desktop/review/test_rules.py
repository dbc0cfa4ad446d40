"""Arming, sites, wording, comparing: the pane's decisions without a window."""

from __future__ import annotations

import pytest

from agent.protocol import Flag, SourceKind, SubmissionState
from desktop.gallery.review_samples import meter_rows, row, submission
from desktop.review.arming import Standing, Wait, left, still_true, to_see, to_tick, waits
from desktop.review.comparing import told_difference
from desktop.review.grouping import items_of, sections
from desktop.review.lines import line_of, spoken
from desktop.review.site import site_of
from desktop.review.states import telling
from desktop.review.wording import FLAGS, marks_of
from desktop.theme.icons import FOLDER
from desktop.widgets.marks import SOURCES
from desktop.widgets.when import short_day, size

HELD = {"state": "held", "settled": True}


@pytest.mark.parametrize(("standing", "reason", "words"), [
    (Standing(**HELD), Wait.NO, ""),
    (Standing("held"), Wait.MOMENT, "One moment"),
    (Standing(**HELD, to_see=3, to_tick=1), Wait.LEFT, "3 rows to look at, 1 to tick"),
    (Standing(**HELD, to_see=1), Wait.LEFT, "1 row to look at"),
    (Standing(**HELD, to_tick=2), Wait.LEFT, "2 to tick"),
    (Standing(**HELD, to_see=1, pending=2), Wait.PENDING, "2 changes to apply or discard"),
    (Standing(**HELD, typing=True), Wait.EDITOR, "Finish the value you are typing"),
    (Standing(**HELD, asking=True, to_see=1), Wait.PANEL, "Finish or close what is open above"),
    (Standing(**HELD, calling=True), Wait.CALL, "Your decision is on its way"),
    *[(Standing(state.value, settled=True), Wait.STATE, "") for state in SubmissionState if state != "held"],
    (Standing("of another version", settled=True), Wait.STATE, ""),
])
def test_approval_waits_for_everything_and_says_for_what(standing: Standing, reason: Wait, words: str) -> None:
    assert (waits(standing), left(standing)) == (reason, words)


def test_what_was_looked_at_stays_so_only_while_it_says_the_same() -> None:
    before = submission(meter_rows())
    ids = {item.id for item in items_of(sections(before))}
    assert still_true(before, submission(meter_rows(), digest="d2", revision=2), ids) == ids
    rows = meter_rows()
    rows[1]["value"] = "2026-11-04"
    assert ids - still_true(before, submission(rows), ids) == {"row1:date"}


@pytest.mark.parametrize("other", [{"url": "https://x.example"}, {"origin": "https://x.example"}, {"method": "GET"},
                                   {"id": "s2"}])
def test_nothing_stays_looked_at_when_it_goes_elsewhere(other: dict[str, str]) -> None:
    before = submission(meter_rows())
    ids = {item.id for item in items_of(sections(before))}
    assert not still_true(before, submission(meter_rows(), **other), ids)


def test_own_yes_and_looks_are_counted_apart() -> None:
    items = items_of(sections(submission(meter_rows())))
    assert [item.doc["name"] for item in to_tick(items, ())] == ["marketing", "declare"]
    assert len(to_see(items, ())) == 5
    assert not to_see(items, {item.id for item in items})


@pytest.mark.parametrize(("origin", "host", "written", "notes"), [
    ("https://council.example", "council.example", "", ["Encrypted"]),
    ("https://council.example:443", "council.example", "", ["Encrypted"]),
    ("https://council.example:8443", "council.example:8443", "", ["Encrypted"]),
    ("http://council.example", "council.example", "", ["Not encrypted"]),
    ("http://127.0.0.1:8000", "127.0.0.1:8000", "", ["This computer"]),
    ("http://[::1]:8000", "[::1]:8000", "", ["This computer"]),
    ("http://localhost", "localhost", "", ["This computer"]),
    ("http://localhost.evil.example", "localhost.evil.example", "", ["Not encrypted"]),
    ("http://127.0.0.1.evil.example", "127.0.0.1.evil.example", "", ["Not encrypted"]),
    ("https://xn--80ak6aa92e.com", "xn--80ak6aa92e.com", "аррӏе.com", ["International spelling", "Encrypted"]),
    ("https://xn--a.com", "xn--a.com", None, ["International spelling", "Encrypted"]),
    ("https://b\u00fccher.example", "b\u00fccher.example", "", ["Unusual letters", "Encrypted"]),
    ("https://a\u202eb.example", "a⟨U+202E⟩b.example", "", ["Unusual letters", "Encrypted"]),
    ("https://x.example:bad", "https://x.example:bad", "", ["Can't be read"]),
    ("", "an address that can't be read", "", ["Not encrypted"]),
])
def test_the_site_is_told_exactly(origin: str, host: str, written: str | None, notes: list[str]) -> None:
    site = site_of(submission([], origin=origin, new_site=True))
    assert site.host == host
    assert [note.text for note in site.notes] == [*notes, "New site"]
    if written is not None:
        assert site.written == written


def test_a_known_site_says_when() -> None:
    assert site_of(submission([])).notes[-1].text == "Known: last sent 3 Oct 2026"
    assert site_of(submission([], last_sent_at="")).notes[-1].text == "Known site"


def test_a_host_too_long_for_a_button_is_left_off_it_but_not_cut_in_the_head() -> None:
    site = site_of(submission([], origin=f"https://{'a' * 60}.example"))
    assert site.on_button == ""
    assert site.host == f"{'a' * 60}.example"


def test_every_source_flag_and_state_has_words_and_an_icon_that_exists() -> None:
    assert set(SOURCES) == set(SourceKind)
    assert set(FLAGS) == set(Flag)
    for mark in (*SOURCES.values(), *FLAGS.values()):
        assert (FOLDER / f"{mark.icon}.svg").exists()
    for state in SubmissionState:
        assert state == "held" or telling(state).text
    assert "not known" in telling("of another version").text
    assert marks_of(["of another version"])[0].text == "Needs a look"


@pytest.mark.parametrize(("given", "words"), [(1, "1 byte"), (812, "812 bytes"), (12_345, "12 kB"),
                                              (3_400_000, "3.4 MB")])
def test_sizes_are_told_as_file_managers_do(given: int, words: str) -> None:
    assert size(given) == words


def test_a_moment_that_is_none_is_told_as_nothing() -> None:
    assert short_day("") == short_day("soon") == ""


def _line(**more: object) -> tuple[str, ...]:
    return line_of(items_of(sections(submission([row("A", "x", **more)])))[0]).notes  # type: ignore[arg-type]


def test_before_says_whether_it_is_last_times_or_the_pages() -> None:
    assert _line(last="y") == ("Last time: y",)
    assert _line(last="") == ("Last time: (empty)",)
    assert _line(before="z") == ("The page had: z",)
    assert _line(last="y", before="z") == ("Last time: y", "The page had: z")
    assert _line(last="x", flags=["sensitive"]) == ("Same as last time",)


def test_a_choice_shows_its_words_and_what_is_really_sent() -> None:
    item = items_of(sections(submission([row("A", "2", shown="Two rooms")])))[0]
    assert line_of(item).value == "Two rooms"
    assert line_of(item).notes == ("Sent as: 2",)


def test_a_file_shows_name_type_size_and_fingerprint() -> None:
    file = {"filename": "a\u202efdp.exe", "media_type": "application/pdf", "size": 2048, "sha256": "ab12"}
    line = line_of(items_of(sections(submission([row("A", "x", flags=["file"], file=file)])))[0])
    assert line.value == "a⟨U+202E⟩fdp.exe (application/pdf, 2 kB)"
    assert "Fingerprint: ab12" in line.notes


def test_a_reader_hears_source_flags_and_what_is_left() -> None:
    item = items_of(sections(submission([row("Offers", "yes", "page default", flags=["consent"],
                                             needs_own_yes=True)])))[0]
    words = spoken(line_of(item), must_see=True, seen=False, ticked=False)
    assert words == "Offers: yes. from The page. Consent. Yes, I agree to this (not ticked). to look at"


def test_what_changed_on_the_screen_is_told_where_the_agent_tells_nothing() -> None:
    before = submission([row("A", "1"), row("B", "2"), row("T", "x", flags=["renewed by the site"])])
    now = submission([row("A", "1"), row("B", "3"), row("C", "4"), row("T", "y", flags=["renewed by the site"])],
                     digest="d2", url="https://other.example/")
    told = told_difference(before, now)["difference"]
    assert [(each["label"], each["before"], each["now"]) for each in told] == [
        ("Address", before["url"], now["url"]), ("B", "2", "3"), ("C", "", "4")]
    assert told_difference(told_difference(before, now), now)["difference"] == told
    assert told_difference(None, now)["difference"] == []
