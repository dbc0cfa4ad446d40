"""The field sheet: what is on the wire, with labels, sources and flags."""
