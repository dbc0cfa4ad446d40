"""How far one run may go. Read as `limits.NAME`, so that a test which shortens one does so in this one place."""

from __future__ import annotations

TURNS = 80
"""Decisions per run; a fifteen-page form takes about forty-five."""

THINKING = 300.0
"""Seconds a planner may take for one answer; a slow model takes one or two minutes."""

SECOND_LOOK = 20.0
"""Seconds that a review waits for a second look by the model; a cheap model answers in two to five."""

UNARMED_PRESSES = 6
"""Presses and openings before anything was typed; one more arms the gate. Which button is pressed can be chosen by
what the planner knows of the person, and unarmed every site hears of it. A cookie notice, a start page and two or
three links on the way to a form need fewer."""

STALLED = 3
"""Decisions in a row that hold nothing but what was tried before; a model may repeat a value that a page refused."""

IN_VAIN = 2
"""Presses that may find a page unchanged since the last: a slow script may still be at work."""

PATIENCE = 2.0
"""Seconds a page gets to show something to work with before the planner's giving up is believed."""
