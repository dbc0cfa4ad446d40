"""Looks for thousands of texts at once, in one pass over the bytes and with bounded memory."""

from __future__ import annotations

from collections.abc import Iterator

from ahocorasick_rs import BytesAhoCorasick, Implementation

CHUNK = 64 * 1024
"""Bytes searched at a time: a hostile text that matches everywhere fills no more than a chunk's worth of memory."""


class Matcher:
    """Finds which of many texts stand in some bytes, and where.

    A full automaton takes four times as long to make (30 ms for 2,400 texts) and searches twice as fast (0.2 ms for
    100 kB).
    """

    def __init__(self, forms: list[bytes]) -> None:
        self.forms = forms
        self._longest = max(map(len, forms), default=0)
        self._search = BytesAhoCorasick(forms, implementation=Implementation.DFA) if forms else None

    def present(self, raw: bytes) -> Iterator[set[int]]:
        """Yields, chunk by chunk, the numbers of the texts that stand there."""
        for _, matches in self._chunks(raw):
            yield {form for form, _, _ in matches}

    def places(self, raw: bytes) -> Iterator[dict[int, list[int]]]:
        """Yields, chunk by chunk, the number of every text that stands there with all its starts in ``raw``."""
        for at, matches in self._chunks(raw):
            found: dict[int, list[int]] = {}
            for form, start, _ in matches:
                found.setdefault(form, []).append(at + start)
            yield found

    def _chunks(self, raw: bytes) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
        if self._search is None:
            return
        step = max(CHUNK, 2 * self._longest)
        for at in range(0, max(len(raw), 1), step):
            chunk = raw[at : at + step + self._longest - 1]
            yield at, self._search.find_matches_as_indexes(chunk, overlapping=True)
