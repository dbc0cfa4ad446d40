"""Replays a finished run from its value-free script, with no model; hands over at the first surprise."""
