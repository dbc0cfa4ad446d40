"""Planners: what to do next on a page."""
