"""What is read before the first page spares it the making of patterns, and keeps nothing."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import re, re._compiler
from datetime import date
from agent.planner.autofill import ahead
from agent.planner.autofill.recognise import _recognised, recognise
from agent.browser.page_merge import Sighting, merge
from agent.browser.page_reading import read_document
made = []
plain = re._compiler.compile
re._compiler.compile = lambda *given: made.append(1) or plain(*given)
ahead.read_ahead("Send my meter reading 48213 by 3 March", {}, date(2026, 3, 1))
before = len(made)
form = {**ahead._ANY_FORM, "controls": ahead._CONTROLS[:6]}
recognise(merge(Sighting(0, read_document(form))).map)
print(before, len(made) - before)
"""


def test_the_patterns_of_the_page_readers_are_made_ahead() -> None:
    said = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True).stdout.split()
    assert int(said[0]) > 100
    assert int(said[1]) < 10
