"""A receipt as a document to print: title, paragraphs, tables and pictures, decided without Qt.

All outside text is written out by `display` here, so whoever lays the document out can't be drawn into.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from agent.protocol.display import display
from agent.protocol.messages import ApprovalDoc, ReceiptDetail, SheetRow
from desktop.receipts.words import (
    agreed_to,
    agreement,
    answer_words,
    approval_words,
    by_the_page,
    name_of,
    sent_as,
    site_of,
    state_words,
    value_of,
)
from desktop.widgets import when
from desktop.widgets.marks import source_mark

LONGEST = 20_000
"""Signs of one value that are printed; how many more there are is said."""


class Style(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of a table: what, its value, and a note under it."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Pairs under one another."""

    rows: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file, scaled to the page; it is left out, and said so, if it can't be read."""

    path: str
    caption: str


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed, in order."""

    title: str
    blocks: tuple[Block, ...]


def document(detail: ReceiptDetail, zone: tzinfo | None = None) -> Document:
    """The whole receipt: what, where, when, the values, the site's answer, who approved, the pictures."""
    title = display(detail["title"])
    return Document(title, (
        Paragraph(title, Style.TITLE),
        Paragraph(state_words(detail["state"]).sentence),
        Table(tuple(_head(detail, zone))),
        *_values(detail),
        *_words(detail),
        *_requests(detail, zone),
        *_approvals(detail, zone),
        *_pictures(detail),
        Paragraph("Made by Countersign from its own record. Signs that can't be seen are written out as ⟨U+…⟩.",
                  Style.CAPTION)))


def file_name(detail: ReceiptDetail, zone: tzinfo | None = None) -> str:
    """A file name from date, site and reference, of letters that every system takes."""
    at = when.moment(detail["sent_at"], zone)
    parts = [f"{at:%Y-%m-%d}" if at else "", site_of(detail["origin"]), detail["reference"]]
    return " ".join(plain for part in parts if (plain := _plain(part)))[:120].strip(" .-") + ".pdf"


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", spread).strip("-.")


def _head(detail: ReceiptDetail, zone: tzinfo | None) -> Iterator[Pair]:
    yield Pair("Reference", display(detail["reference"]) or "none was found in the site's answer")
    yield Pair("Site", display(site_of(detail["origin"])))
    yield Pair("Sent", when.full(detail["sent_at"], zone))
    yield Pair("Receipt", f"{display(detail['id'])} of task {display(detail['task'])}")


def _values(detail: ReceiptDetail) -> Iterator[Block]:
    seen = [row for row in detail["fields"] if not by_the_page(row)]
    unseen = [row for row in detail["fields"] if by_the_page(row)]
    for heading, rows in (("What was sent", seen), ("Sent by the page itself", unseen)):
        if rows:
            yield Paragraph(heading, Style.HEADING)
            yield Table(tuple(_pair(row) for row in rows))


def _pair(row: SheetRow) -> Pair:
    other = sent_as(row)
    notes = [f"source: {source_mark(row['source']).text}", f"sent as {display(other)}" if other else ""]
    if row["file"] is not None:
        notes.append(f"file of {when.size(row['file']['size'])}, fingerprint {display(row['file']['sha256'])}")
    return Pair(display(name_of(row)), display(value_of(row), LONGEST) or "(empty)",
                "; ".join(note for note in notes if note))


def _words(detail: ReceiptDetail) -> Iterator[Block]:
    if detail["evidence"]:
        yield Paragraph("The site's own words", Style.HEADING)
        yield Paragraph(display(detail["evidence"], LONGEST))


def _requests(detail: ReceiptDetail, zone: tzinfo | None) -> Iterator[Block]:
    if detail["sends"]:
        yield Paragraph("Each time something was sent", Style.HEADING)
        yield Table(tuple(Pair(when.full(each.get("sent_at", ""), zone), display(each.get("url", ""), LONGEST),
                               answer_words(each.get("status", 0))) for each in detail["sends"]))


def _approvals(detail: ReceiptDetail, zone: tzinfo | None) -> Iterator[Block]:
    if detail["approvals"]:
        yield Paragraph("Who approved", Style.HEADING)
    for each in detail["approvals"]:
        yield Paragraph(approval_words(each["verb"], when.full(each["at"], zone)))
        yield Table(tuple(_record(each, detail)))


def _record(each: ApprovalDoc, detail: ReceiptDetail) -> Iterator[Pair]:
    if each["accepted"]:
        yield Pair("You agreed to", "; ".join(display(name) for name in agreed_to(each, detail["fields"])))
    yield Pair("Fingerprint of what was approved", display(each["digest"]) or "none",
               agreement(each, detail["sends"]))
    if each["journal"]:
        yield Pair("Lines of the journal", "; ".join(display(line) for line in each["journal"]))


def _pictures(detail: ReceiptDetail) -> Iterator[Block]:
    for path, caption in ((detail["before"], "The page before it was sent"),
                          (detail["after"], "The page after it was sent")):
        if path:
            yield Picture(path, caption)
