"""Runs while they work: one in full, several side by side."""
