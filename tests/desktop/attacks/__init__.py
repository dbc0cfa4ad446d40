"""Hostile pages, files, agents and second starts against the window."""
